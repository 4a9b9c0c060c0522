"""Counters, annexes, rules and the calendar, as a template calls them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from docgen.context.values import Gap, Gaps
from docgen.engine.filters import FILTERS
from docgen.errors import TemplateError
from docgen.vietnamese.widths import width_mm

# Numbering


def test_each_number_starts_anew_under_the_one_above(kitchen: Any) -> None:
    shown = kitchen.show(
        "{{ muc() }} {{ khoan() }} {{ diem() }}) {{ diem() }})",
        "{{ khoan() }} {{ diem() }})",
        "{{ muc() }} {{ khoan() }} {{ diem() }})",
    )

    assert shown.lines == ["I 1 a) b)", "2 a)", "II 1 a)"]


def test_a_part_that_is_left_out_leaves_no_hole(kitchen: Any) -> None:
    shown = kitchen.show(
        "{{ khoan() }}. Đầu", "{%p if rieng %}", "{{ khoan() }}. Riêng", "{%p endif %}",
        "{{ khoan() }}. Cuối", rieng=[],
    )  # fmt: skip

    assert shown.lines == ["1. Đầu", "2. Cuối"]


def test_points_follow_the_vietnamese_alphabet(kitchen: Any) -> None:
    shown = kitchen.show("{% for i in range(23) %}{{ diem() }}{% endfor %}")

    assert shown.lines == ["abcdđeghiklmnopqrstuvxy"]


def test_a_point_past_y_is_a_sentence(kitchen: Any) -> None:
    with pytest.raises(TemplateError, match=r"đoạn 1 “.*hãy chia thành nhiều khoản"):
        kitchen.show("{% for i in range(24) %}{{ diem() }}{% endfor %}")


def test_an_annex_can_begin_at_one_again(kitchen: Any) -> None:
    shown = kitchen.show("{{ muc() }}{{ muc() }}{{ khoan() }}", "{{ dem_lai() }}{{ muc() }}")

    assert shown.lines == ["III1", "I"]


def test_every_document_counts_from_one(kitchen: Any) -> None:
    path = kitchen.template("{{ muc() }}{{ khoan() }}")

    assert [kitchen.render(path).lines for _ in range(2)] == [["I1"], ["I1"]]


# Annexes


@pytest.mark.parametrize(
    "codes, label",
    [(["lich"], "Phụ lục"), (["cong_khai", "lich"], "Phụ lục II")],
)
def test_one_annex_has_no_number_and_more_have_roman_ones(
    kitchen: Any, codes: list[str], label: str
) -> None:
    assert kitchen.show('{{ phu_luc("lich") }}', cac_phu_luc=codes).lines == [label]


def test_an_annex_that_the_kind_does_not_declare_is_a_sentence(kitchen: Any) -> None:
    with pytest.raises(TemplateError, match=r"phụ lục “lịch” chưa khai báo .*cong_khai, lich"):
        kitchen.show('{{ phu_luc("lịch") }}', cac_phu_luc=["cong_khai", "lich"])


# Rules


def indents(xml: str) -> list[tuple[int, int]]:
    found = re.findall(r'<w:ind w:left="(\d+)" w:right="(\d+)"', xml)
    return [(int(left), int(right)) for left, right in found]


@pytest.mark.parametrize("share", [1.0, 0.5, 0.4])
def test_a_rule_is_as_long_as_its_share_of_the_text_and_centred(kitchen: Any, share: float) -> None:
    shown = kitchen.show(f'{{{{p duong_ke("Độc lập - Tự do", 14, 100, {share}) }}}}')
    ((left, right),) = indents(shown.xml)
    length = 100 - (left + right) / 1440 * 25.4

    assert left == right
    assert length == pytest.approx(share * width_mm("Độc lập - Tự do", 14, bold=True), abs=0.1)
    assert f'w:val="{kitchen.styles["Đường kẻ"]}"' in shown.xml


def test_a_rule_under_lines_measures_the_last_and_under_a_long_text_its_last_line(
    kitchen: Any,
) -> None:
    lines = indents(kitchen.show('{{p duong_ke(["một dòng rất dài", "hai"], 13, 65) }}').xml)
    alone = indents(kitchen.show('{{p duong_ke("hai", 13, 65) }}').xml)
    text = "chữ " * 15 + "hai"
    long = indents(kitchen.show("{{p duong_ke(chu, 13, 65) }}", chu=text).xml)

    assert lines == alone
    assert (
        long[0][0] > indents(kitchen.show('{{p duong_ke("chữ chữ chữ", 13, 65) }}').xml)[0][0] / 2
    )
    assert long[0][0] > 0


@pytest.mark.parametrize("nothing", ["", [], Gap("Trích yếu", Gaps())])
def test_a_rule_under_nothing_breaks_nothing(kitchen: Any, nothing: Any) -> None:
    assert len(indents(kitchen.show("{{p duong_ke(chu, 14, 165) }}", chu=nothing).xml)) == 1


# The calendar


def calendar(kitchen: Any, *tasks: str, **values: Any) -> list[str]:
    shown = kitchen.show(
        "{%p set viec = lich(2025) %}",
        *(f"{{%p do viec.{task} %}}" for task in tasks),
        "{%p for d in viec.theo_ngay() %}",
        "{{ d.thoi_gian }}: {{ d.viec }} ({{ d.phu_trach }})",
        "{%p endfor %}",
        **values,
    )
    return list(shown.lines)


def test_the_calendar_puts_days_ranges_and_months_in_order(kitchen: Any) -> None:
    assert calendar(
        kitchen,
        'thang(3, "cuối quý", "A")',
        'khoang(tu, den, "lấy ý kiến", "B")',
        'them(den, "xong", "C", "Chậm nhất ngày")',
        'them(tu, "cùng ngày", "D")',
        'them(tu, "họp", "E", "Tuần đầu tháng 3")',
        tu=date(2025, 3, 5),
        den=date(2025, 3, 31),
    ) == [
        "Từ 05/3 đến 31/3/2025: lấy ý kiến (B)",
        "05/3/2025: cùng ngày (D)",
        "Tuần đầu tháng 3: họp (E)",
        "Tháng 3/2025: cuối quý (A)",
        "Chậm nhất ngày 31/3/2025: xong (C)",
    ]


def test_a_task_without_a_day_is_a_gap_at_the_end_of_the_year(kitchen: Any) -> None:
    gaps = Gaps()
    told = calendar(
        kitchen,
        'them(ngay, "sơ kết", "A")',
        'thang(12, "tổng kết", "B")',
        'khoang(ngay, ngay, "lấy ý kiến", "C")',
        ngay=Gap("Ngày", gaps),
    )

    assert told[0] == "[CẦN BỔ SUNG: Ngày]: sơ kết (A)"
    assert told[2] == "[CẦN BỔ SUNG: Ngày]: lấy ý kiến (C)"
    assert list(gaps) == ["Ngày"]


def test_a_range_without_an_end_shows_the_gap(kitchen: Any) -> None:
    told = calendar(
        kitchen,
        'khoang(tu, den, "lấy ý kiến", "A")',
        tu=date(2025, 3, 5),
        den=Gap("Đến ngày", Gaps()),
    )

    assert told == ["Từ 05/3/2025 đến [CẦN BỔ SUNG: Đến ngày]: lấy ý kiến (A)"]


def test_a_month_that_is_none_is_a_sentence(kitchen: Any) -> None:
    with pytest.raises(TemplateError, match="không có tháng 13"):
        calendar(kitchen, 'thang(13, "việc", "A")')


def test_a_task_with_signs_of_xml_is_printed_as_typed(kitchen: Any) -> None:
    told = calendar(kitchen, 'them(ngay, "Việc: " ~ viec_gi, ai)', ngay=date(2025, 1, 2),
                    viec_gi="A & B <C>", ai="Tổ 1 & 2")  # fmt: skip

    assert told == ["02/01/2025: Việc: A & B <C> (Tổ 1 & 2)"]


@pytest.mark.parametrize(
    ("typed", "printed"), [("Làm sạch chợ.", "Làm sạch chợ"), ("a; b;", "a; b"), ("5.000", "5.000")]
)
def test_the_last_stop_can_be_left_to_the_template(typed: str, printed: str) -> None:
    assert FILTERS["bo_cham"](typed) == printed
