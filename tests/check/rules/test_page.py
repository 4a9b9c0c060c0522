from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.check.layout import Cell, Run, Table
from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import annexed, centred, page, plan, prose, swapped, with_page


def numbered(text: str = "2", **how: Any) -> Sheet:
    """The plan with another number in its header."""
    number = centred(text, "đầu trang", **{"field": "PAGE", **how})
    return with_page(plan(), headers={"default": (number,), "first": ()})


def longer() -> Sheet:
    """The plan on many pages."""
    sheet = plan()
    section = sheet.layout.sections[0]
    more = tuple(prose("Nội dung thực hiện dân chủ ở cơ sở. " * 9, n) for n in range(60, 90))
    return swapped(sheet, section, replace(section, blocks=(*section.blocks, *more)))


CASES = [
    Case(
        "paper-size",
        with_page(plan(), width_mm=215.9, height_mm=279.4),
        "phần 1",
        "Khổ giấy 215,9 mm x 279,4 mm",
    ),
    Case(
        "paper-orientation",
        with_page(plan(), width_mm=297.0, height_mm=210.0, landscape=True),
        "phần 1",
        "Trang nằm ngang mà không có bảng, biểu",
        "warning",
    ),
    Case("page-margins", with_page(plan(), left_mm=25.0), "phần 1", "Lề trái 25,0 mm"),
    Case("page-margins", with_page(plan(), right_mm=31.75), "phần 1", "Lề phải 31,8 mm"),
    Case("page-margins", with_page(plan(), top_mm=19.7), "phần 1", "Lề trên 19,7 mm"),
    Case("page-margins", with_page(plan(), bottom_mm=25.4), "phần 1", "Lề dưới 25,4 mm"),
    Case("page-margins", with_page(plan(), gutter_mm=10.0), "phần 1", "Lề trái 40,0 mm"),
    Case("page-number-present", with_page(longer(), headers={}), "phần 1", "Không có số trang"),
    Case(
        "page-number-position",
        with_page(
            plan(), headers={}, footers={"default": (centred("2", "chân trang", field="PAGE"),)}
        ),
        "phần 1",
        "Số trang ở chân trang",
    ),
    Case("page-number-position", numbered(align="right"), "đầu trang", "Số trang canh phải"),
    Case(
        "page-number-position",
        numbered(left_mm=105.0),
        "đầu trang",
        "Số trang lệch sang phải 52,5 mm",
    ),
    Case(
        "page-number-position",
        numbered(boxed=True, aside_mm=-78.0),
        "đầu trang",
        "Số trang lệch sang trái 78,0 mm",
    ),
    Case(
        "page-margins",
        with_page(plan(), header_mm=60.0),
        "phần 1",
        "Đầu trang cao đẩy nội dung cách mép giấy khoảng 65,7 mm",
        "warning",
    ),
    Case(
        "page-margins",
        with_page(plan(), mirrored=True),
        "phần 1",
        "Lề đối xứng (Mirror margins): mép trái trang chẵn 15,0 mm",
        "warning",
    ),
    Case(
        "page-number-format",
        with_page(plan(), number_format="lowerRoman"),
        "phần 1",
        "Số trang không phải chữ số Ả Rập (lowerRoman)",
    ),
    Case("page-number-size", numbered(size_pt=11.0), "đầu trang", "Số trang cỡ chữ 11"),
    Case("page-number-style", numbered(italic=True), "đầu trang", "Số trang in chữ nghiêng"),
    Case("page-number-style", numbered(bold=True), "đầu trang", "Số trang in chữ đậm", "warning"),
    Case(
        "page-number-first",
        with_page(plan(), title_page=False),
        "phần 1",
        "Số trang hiện ở trang thứ nhất",
    ),
    Case(
        "page-number-start",
        with_page(plan(), number_start=3),
        "phần 1",
        "Số trang bắt đầu từ 3",
        "warning",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("page", CASES)


@pytest.mark.parametrize("mm", [19.8, 20.0, 25.01, 25.2])
def test_the_rounding_of_word_is_no_fault(mm: float) -> None:
    assert found(with_page(plan(), top_mm=mm), "page-margins") == []


def test_margins_of_a_landscape_page_are_a_warning() -> None:
    lying = with_page(plan(), width_mm=297.0, height_mm=210.0, landscape=True, bottom_mm=15.0)

    assert found(lying, "page-margins") == [("phần 1", "Lề dưới 15,0 mm", "warning")]


def test_every_section_is_measured() -> None:
    wide = page(left_mm=40.0)
    sheet = plan()
    both = replace(sheet, layout=replace(sheet.layout, sections=(*sheet.layout.sections, wide)))

    assert found(both, "page-margins") == [("phần 2", "Lề trái 40,0 mm", "error")]


def test_a_landscape_page_with_a_table_is_good() -> None:
    table = Table(((Cell((centred("STT", "bảng 3"),)),),), bordered=True)
    lying = page(table, width_mm=297.0, height_mm=210.0, landscape=True)
    sheet = plan()
    both = replace(sheet, layout=replace(sheet.layout, sections=(*sheet.layout.sections, lying)))

    assert found(both, "paper-orientation") == []


def test_a_landscape_annex_is_good() -> None:
    lying = with_page(annexed(), 1, width_mm=297.0, height_mm=210.0, landscape=True)

    assert found(lying, "paper-orientation") == []


def test_one_short_page_needs_no_number() -> None:
    short = plan()
    section = replace(short.layout.sections[0], blocks=short.layout.blocks[:4], headers={})

    assert found(swapped(short, short.layout.sections[0], section), "page-number-present") == []


def test_about_one_page_without_a_number_is_not_judged() -> None:
    sheet = plan()
    section = sheet.layout.sections[0]
    about = tuple(prose("Nội dung thực hiện dân chủ. " * 9, n) for n in range(60, 70))
    full = replace(section, blocks=about, headers={})

    verdict = judged(swapped(sheet, section, full), "page-number-present")

    assert verdict.outcome == "not-evaluated"
    assert verdict.reason == "không biết chắc văn bản có quá một trang hay không"


@pytest.mark.parametrize("words", ["Trang ", "- "])
def test_words_beside_the_number_are_a_warning(words: str) -> None:
    number = centred("2", "đầu trang", field="PAGE")
    beside = replace(number, runs=(*centred(words, "đầu trang").runs, *number.runs))
    sheet = with_page(plan(), headers={"default": (beside,), "first": ()})

    told = f"Cạnh số trang còn có “{words.strip()}”"
    assert found(sheet, "page-number-format") == [("đầu trang", told, "warning")]


def test_a_number_in_every_footer_is_told_once() -> None:
    low = {"default": (centred("Trang 2", "chân trang", field="PAGE"),)}
    sheet = annexed("I", "II")
    for at in range(3):
        sheet = with_page(sheet, at, headers={}, footers=low)

    assert found(sheet, "page-number-position") == [
        ("phần 1", "Số trang ở chân trang (3 phần)", "error")
    ]


def test_words_beside_a_number_in_a_footer_are_told() -> None:
    number = centred("2", "chân trang", field="PAGE")
    beside = replace(number, runs=(Run("Trang "), *number.runs))
    sheet = with_page(plan(), headers={}, footers={"default": (beside,)})

    assert found(sheet, "page-number-format") == [
        ("chân trang", "Cạnh số trang còn có “Trang”", "warning")
    ]


def test_a_frame_that_does_not_tell_its_place_is_not_held_against_the_number() -> None:
    assert found(numbered(align="left", boxed=True), "page-number-position") == []


def test_a_number_on_the_first_page_by_its_own_header_is_found() -> None:
    number = centred("1", "đầu trang", field="PAGE")
    sheet = with_page(plan(), headers={"default": (number,), "first": (number,)})

    assert found(sheet, "page-number-first") == [
        ("phần 1", "Số trang hiện ở trang thứ nhất", "error")
    ]


def test_numbers_that_begin_anew_outside_an_annex_are_found() -> None:
    sheet = plan()
    again = replace(sheet.layout, sections=(*sheet.layout.sections, page(number_start=1)))

    assert found(replace(sheet, layout=again), "page-number-start") == [
        ("phần 2", "Số trang đánh lại từ 1", "warning")
    ]
    assert found(annexed(), "page-number-start") == []
