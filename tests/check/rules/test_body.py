from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.check.layout import Paragraph, Run
from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, found, judged
from tests.check.sheets import changed, plan, prose, two_columns
from tests.check.texts import FIRST, headed, put, says

LONG = (
    "Các cơ quan, đơn vị trên địa bàn phường tổ chức tuyên truyền, phổ biến Luật Thực hiện dân chủ "
    "ở cơ sở đến từng tổ dân phố."
)
SHORT = "Bảo đảm quyền làm chủ của Nhân dân."
_L = "“Các cơ quan, đơn vị trên địa bàn phường…”"
_S = f"“{SHORT}”"


def laid(**how: object) -> Sheet:
    return put(prose(LONG, 20, **how))


def mixed(*runs: Run) -> Sheet:
    return put(replace(prose(LONG, 20), runs=runs))


CASES = [
    Case("body-size", laid(size_pt=12.0), FIRST, f"Cỡ chữ 12: {_L}"),
    Case("body-size", laid(size_pt=14.5), FIRST, f"Cỡ chữ 14,5: {_L}"),
    Case(
        "body-one-size",
        put(prose(LONG, 20), prose(LONG, 21), prose(SHORT, 22, size_pt=13.0)),
        "đoạn 22",
        f"Cỡ chữ 13 giữa lời văn cỡ chữ 14: {_S}",
        "info",
    ),
    Case("body-style", laid(italic=True), FIRST, f"In nghiêng: {_L}"),
    Case(
        "body-style",
        mixed(Run("Thực hiện "), Run("nghiêm túc", italic=True), Run(" Kế hoạch này.")),
        FIRST,
        "In nghiêng: “nghiêm túc”",
        "warning",
    ),
    Case("body-bold", laid(bold=True), FIRST, f"In đậm cả đoạn: {_L}", "warning"),
    Case("body-caps", says(LONG.upper()), FIRST, f"In hoa cả đoạn: {_L.upper()}"),
    Case("body-align", laid(align="left"), FIRST, f"Canh trái: {_L}"),
    Case("body-align", laid(align="center"), FIRST, f"Canh giữa: {_L}", "warning"),
    Case("body-indent", laid(first_line_mm=0.0), FIRST, f"Lùi đầu dòng 0,0 mm: {_L}"),
    Case("body-indent", laid(first_line_mm=15.0), FIRST, f"Lùi đầu dòng 15,0 mm: {_L}"),
    Case(
        "body-indent",
        laid(first_line_mm=0.0, tabs_before=1),
        FIRST,
        f"Thụt đầu dòng bằng tab hoặc khoảng trắng: {_L}",
        "info",
    ),
    Case(
        "body-block-indent",
        laid(first_line_mm=0.0, left_mm=12.7),
        FIRST,
        f"Cả đoạn lùi vào 12,7 mm: {_L}",
        "warning",
    ),
    Case(
        "body-paragraph-space",
        put(prose(LONG, 20, after_pt=0.0), prose(SHORT, 21, before_pt=3.0)),
        "đoạn 21",
        f"Cách đoạn trên 3 pt: {_S}",
    ),
    Case("body-line-spacing", laid(line=2.0), FIRST, f"Giãn dòng 2: {_L}"),
    Case("body-line-spacing", laid(line=0.9), FIRST, f"Giãn dòng 0,9: {_L}"),
    Case("body-line-spacing", laid(line=12.0, line_rule="exact"), FIRST, f"Giãn dòng 0,75: {_L}"),
    Case("body-line-spacing", laid(line=28.0, line_rule="atLeast"), FIRST, f"Giãn dòng 1,74: {_L}"),
    Case("body-end", says(SHORT), FIRST, "Kết thúc bằng “làm chủ của Nhân dân.”", "warning"),
    Case(
        "list-sign",
        says("• Tổ chức tuyên truyền;", "• Báo cáo kết quả."),
        FIRST,
        "Đầu dòng liệt kê phải là gạch nối (-), đang dùng: “•” (2 chỗ)",
        "info",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found(case: Case) -> None:
    assert found(case.sheet, case.rule) == [(case.where, case.found, case.severity)]


@pytest.mark.parametrize(
    "look, rule, words",
    [
        ({"size_pt": 8.0}, "body-size", "Số thứ tự tự động: 1. cỡ 8"),
        ({"italic": True}, "body-style", "Số thứ tự tự động in nghiêng: 1."),
    ],
)
def test_an_automatic_number_is_judged_too(look: dict[str, Any], rule: str, words: str) -> None:
    numbered = changed(plan(), "body", 3, number="1.", mark=Run("1.", **look))

    assert [told for _, told, _ in found(numbered, rule)] == [words]
    assert found(changed(plan(), "body", 3, number="•", mark=Run("•", **look)), rule) == []


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("body", CASES)


@pytest.mark.parametrize(
    "how",
    [
        {"first_line_mm": 10.0},
        {"first_line_mm": 12.7, "line": 18.0, "line_rule": "exact"},
        {"line": 1.5},
        {"line": 0.0, "line_rule": "atLeast"},
        {"size_pt": 13.0, "line": 15.0, "line_rule": "exact"},
        {"before_pt": 6.0, "after_pt": 0.0},
    ],
    ids=str,
)
def test_what_the_decree_allows_is_good(how: dict[str, object]) -> None:
    sheet = put(prose(LONG, 20, **how), prose(LONG, 21, **how))

    for rule in ("body-indent", "body-line-spacing", "body-paragraph-space", "body-size"):
        assert found(sheet, rule) == []


def test_a_line_that_is_not_full_need_not_be_justified() -> None:
    assert found(put(prose(SHORT, 20, align="left")), "body-align") == []


def test_a_slogan_in_quotation_marks_may_be_in_italics() -> None:
    sheet = mixed(Run("Chủ đề “"), Run("Dân biết, dân bàn", italic=True), Run("” của năm."))

    assert found(sheet, "body-style") == []


def test_a_note_mark_has_a_size_of_its_own() -> None:
    assert found(mixed(Run("Kế hoạch"), Run("1", size_pt=9.0, raised=True)), "body-size") == []


def test_bold_words_at_the_head_of_a_sentence_are_good() -> None:
    assert found(mixed(Run("Yêu cầu: ", bold=True), Run(LONG)), "body-bold") == []


def test_a_note_in_brackets_may_follow_the_end() -> None:
    sheet = says("Báo cáo kết quả trước ngày 15 tháng 12./.", "(Có Phụ lục kèm theo)")

    assert found(sheet, "body-end") == []


def test_after_a_table_the_end_is_not_judged() -> None:
    sheet = plan()
    table = two_columns("bảng 3", (prose("Số liệu", 40),), ())
    section = sheet.layout.sections[0]
    layout = replace(sheet.layout, sections=(replace(section, blocks=(*section.blocks, table)),))
    verdict = judged(replace(sheet, layout=layout, tables=(table,)), "body-end")

    assert (verdict.outcome, verdict.reason) == ("not-evaluated", "nội dung kết thúc bằng bảng")


def test_a_table_between_two_paragraphs_parts_them() -> None:
    sheet = put(prose(LONG, 20, after_pt=0.0), prose(SHORT, 21))
    section = sheet.layout.sections[0]
    at = next(n for n, block in enumerate(section.blocks) if block is sheet.body[1])
    blocks = (*section.blocks[:at], Paragraph(), *section.blocks[at:])
    layout = replace(sheet.layout, sections=(replace(section, blocks=blocks),))

    assert found(replace(sheet, layout=layout), "body-paragraph-space") == []


def test_a_plus_below_a_hyphen_is_no_strange_sign() -> None:
    assert found(says("- Tuyên truyền:", "+ Qua loa truyền thanh."), "list-sign") == []


def test_the_grounds_are_measured_with_the_text() -> None:
    assert len(found(changed(plan(), "can_cu", size_pt=12.0), "body-size")) == 2


def test_a_leaning_point_is_for_the_rule_of_points() -> None:
    sheet = headed(("diem", "a)", "Rà soát các quy định;"), italic=True)

    assert found(sheet, "body-style") == []
    assert [severity for *_, severity in found(sheet, "diem-style")] == ["error"]
