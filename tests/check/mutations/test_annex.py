"""Faults of annexes, each put into a good plan of four annexes, or of three."""

from __future__ import annotations

from tests.check.mutations.case import SCHOOL, Case, Told, each
from tests.check.mutations.parts import drop, look, retext, section, size, style, within, words

LABEL, TITLE, REFERENCE = "PhuLuc", "TenPhuLuc", "KemTheo"
_CENTRE, _RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'

CASES = [
    Case("label-capitals", retext(LABEL, "PHỤ LỤC I"), "annex-label-caps"),
    Case("label-arabic", retext(LABEL, "Phụ lục 1"), "annex-number"),
    Case(
        "label-capitals-arabic",
        retext(LABEL, "PHỤ LỤC 2", 1),
        "annex-number",
        follows={"annex-label-caps": "error"},
    ),
    Case("label-without-number", retext(LABEL, "Phụ lục", 2), "annex-number"),
    Case("label-out-of-order", retext(LABEL, "Phụ lục IV", 2), "annex-number"),
    Case("label-and-title", retext(LABEL, "Phụ lục I: CÔNG KHAI THÔNG TIN"), "annex-label-line"),
    Case("label-13", size(LABEL, 13), "annex-label-size"),
    Case("label-thin", style(LABEL, "<w:b/>", ""), "annex-label-style"),
    Case("label-right", look(LABEL, _RIGHT, at=1), "annex-label-style", "warning"),
    Case(
        "title-small-letters",
        retext(TITLE, "Lịch thực hiện kế hoạch năm 2025", 3),
        "annex-title-caps",
    ),
    Case("title-16", size(TITLE, 16), "annex-title-size"),
    Case("title-leaning", look(TITLE, rpr="<w:i/>"), "annex-title-style"),
    Case("title-thin", look(TITLE, rpr='<w:b w:val="0"/>', at=1), "annex-title-style"),
    Case("no-reference", drop(REFERENCE, 1), "annex-reference-present"),
    Case("reference-12", size(REFERENCE, 12), "annex-reference-size"),
    Case("reference-upright", style(REFERENCE, "<w:i/>", ""), "annex-reference-style"),
    Case("reference-right", look(REFERENCE, _RIGHT, at=1), "annex-reference-style", "warning"),
    Case(
        "reference-of-another",
        within(REFERENCE, "25/KH", "52/KH", 1),
        "annex-reference-number",
        "warning",
    ),
    Case(
        "reference-of-another-day",
        within(REFERENCE, "ngày 12", "ngày 21", 1),
        "annex-reference-day",
        "warning",
    ),
    Case("no-line", drop("DuongKe", 4), "annex-rule-present", "info"),
    Case("goes-on-with-numbers", section(2, '<w:pgNumType w:start="1"/>', ""), "annex-pages"),
    Case("begins-with-2", section(5, 'w:start="1"', 'w:start="2"'), "annex-pages"),
    Case(
        "on-the-page-of-the-signature",
        section(2, "<w:pgSz", '<w:type w:val="continuous"/><w:pgSz'),
        "annex-pages",
    ),
    Case("not-mentioned", words(" Phụ lục ", " Bảng ", count=-1), "annex-mentioned", of=SCHOOL),
    Case(
        "one-not-mentioned",
        words("tại Phụ lục IV", "tại bảng cuối"),
        "annex-mentioned",
    ),
    Case(
        "draft-not-mentioned",
        words(" Phụ lục ", " Bảng ", count=-1),
        "annex-mentioned",
        of=SCHOOL,
        draft=True,
    ),
]


@each(CASES)
def test_a_fault_of_an_annex_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
