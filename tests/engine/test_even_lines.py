"""The filter that makes lines even, and a calendar that begins with its unit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen.context.values import Gap, Gaps
from docgen.vietnamese.widths import wrap

LONG = "KẾ HOẠCH CÔNG KHAI THÔNG TIN ĐỂ NHÂN DÂN BIẾT ĐẾN HẾT NĂM 2025"


def shown(kitchen: Any, template: str, **values: Any) -> str:
    (line,) = kitchen.show(template, **values).lines
    return str(line)


def test_a_long_title_breaks_where_its_lines_come_out_even(kitchen: Any) -> None:
    made = shown(kitchen, "{{ ten | can_dong }}", ten=LONG)
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in wrap(made, 165, 14, bold=True)]

    assert wrap(LONG, 165, 14, bold=True)[1] == "NĂM 2025"
    assert lines == ["KẾ HOẠCH CÔNG KHAI THÔNG TIN ĐỂ", "NHÂN DÂN BIẾT ĐẾN HẾT NĂM 2025"]


@pytest.mark.parametrize(
    ("call", "blanks"),
    [
        ("can_dong", 0),
        ("can_dong(60)", 5),
        ("can_dong(165, 30)", 5),
        ("can_dong(75, 14, false)", 5),
    ],
)
def test_width_size_and_weight_may_be_told(call: str, blanks: int, kitchen: Any) -> None:
    made = shown(kitchen, f"{{{{ ten | {call} }}}}", ten="THỰC HIỆN DÂN CHỦ NĂM 2025 Ở XÃ")

    assert made.replace("\N{NO-BREAK SPACE}", " ") == "THỰC HIỆN DÂN CHỦ NĂM 2025 Ở XÃ"
    assert made.count("\N{NO-BREAK SPACE}") == blanks


def test_what_nobody_wrote_stays_a_gap_and_signs_of_xml_stay_signs(kitchen: Any) -> None:
    gap = Gap("Tên phụ lục", Gaps())

    assert shown(kitchen, "{{ ten | can_dong }}", ten=gap) == "[CẦN BỔ SUNG: Tên phụ lục]"
    assert shown(kitchen, "{{ ten | can_dong }}", ten="A & B <C>") == "A & B <C>"


def calendar(kitchen: Any, arguments: str, **values: Any) -> list[str]:
    months = [f'{{%p do viec.thang({month}, "việc", "A") %}}' for month in (1, 6, 7, 12)]
    made = kitchen.show(
        f"{{%p set viec = lich({arguments}) %}}",
        *months,
        '{%p do viec.them(ngay, "họp", "B") %}',
        "{%p for d in viec.theo_ngay() %}",
        "{{ d.thoi_gian }}",
        "{%p endfor %}",
        **{"ngay": date(2025, 5, 20)} | values,
    )
    return [line for line in made.lines if line.startswith("Tháng")]


@pytest.mark.parametrize(
    ("began", "first"),
    [
        (date(2025, 7, 1), "Tháng 7/2025"),
        (date(2025, 6, 30), "Tháng 6/2025"),
        (date(2025, 6, 1), "Tháng 6/2025"),
        (date(2025, 12, 31), "Tháng 12/2025"),
    ],
)
def test_months_that_were_over_before_the_unit_began_have_no_work(
    began: date, first: str, kitchen: Any
) -> None:
    months = calendar(kitchen, "2025, tu", tu=began)

    assert months[0] == first
    assert months[-1] == "Tháng 12/2025"
    assert calendar(kitchen, "2026, tu", tu=began)[1:] == [
        "Tháng 6/2026",
        "Tháng 7/2026",
        "Tháng 12/2026",
    ]


@pytest.mark.parametrize("tu", [None, Gap("Từ ngày", Gaps())], ids=["none", "gap"])
def test_a_unit_without_a_first_day_has_all_months(tu: Any, kitchen: Any) -> None:
    assert len(calendar(kitchen, "2025, tu", tu=tu)) == 4
    assert len(calendar(kitchen, "2025")) == 4
