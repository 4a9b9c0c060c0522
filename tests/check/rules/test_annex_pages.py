from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Cell, Paragraph, Table
from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import annexed, centred, paragraph, respelt, swapped, with_annex, with_page

LABEL, REFERENCE, BODY = (f"phụ lục I, đoạn {n}" for n in (1, 3, 4))


def referring(text: str) -> Sheet:
    sheet = annexed()
    old = sheet.annexes[0].reference
    assert old
    return swapped(sheet, old, respelt(old, text=text))


def run_on() -> Sheet:
    """The plan with an annex on the pages of the plan itself."""
    sheet = annexed("I")
    pages = sheet.layout.sections[:1]
    on = replace(sheet, layout=replace(sheet.layout, sections=pages))
    return with_annex(on, own_section=False, section=pages[0])


def ended(text: str) -> Sheet:
    sheet = annexed()
    old = sheet.annexes[0].body[-1]
    return swapped(sheet, old, respelt(old, text=text))


CASES = [
    Case(
        "annex-reference-number",
        referring("(Kèm theo Kế hoạch số 04/KH-UBND ngày 05 tháng 01 năm 2026)"),
        REFERENCE,
        "Đang ghi số 04/KH-UBND, số của văn bản là 05/KH-UBND",
        "warning",
    ),
    Case(
        "annex-reference-day",
        referring("(Kèm theo Kế hoạch số 05/KH-UBND ngày 06 tháng 01 năm 2026)"),
        REFERENCE,
        "Đang ghi ngày 06 tháng 01 năm 2026, văn bản ban hành ngày 05/01/2026",
        "warning",
    ),
    Case(
        "annex-pages",
        with_page(annexed(), 1, number_start=None),
        LABEL,
        "“Phụ lục I” đánh số trang nối tiếp phần trước",
    ),
    Case(
        "annex-pages",
        with_page(annexed(), 1, number_start=2),
        LABEL,
        "“Phụ lục I” đánh số trang từ 2",
    ),
    Case(
        "annex-pages",
        run_on(),
        LABEL,
        "“Phụ lục I” không nằm ở phần (section) riêng",
    ),
    Case(
        "annex-pages",
        with_page(annexed(), 1, new_page=False),
        LABEL,
        "“Phụ lục I” không bắt đầu ở trang mới",
    ),
    Case(
        "annex-first-page",
        with_page(annexed(), 1, title_page=False),
        LABEL,
        "Số trang hiện ở trang thứ nhất của “Phụ lục I”",
        "warning",
    ),
    Case(
        "annex-end",
        ended("Các nội dung để Nhân dân biết."),
        BODY,
        "Phụ lục kết thúc bằng “i dung để Nhân dân biết.”",
        "info",
    ),
    Case(
        "annex-rule-present",
        with_annex(annexed(), rule=None),
        REFERENCE,
        "Không có đường kẻ dưới dòng “(Kèm theo …)”",
        "info",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("annex_pages", CASES)


def test_the_reference_of_an_electronic_file_may_be_open() -> None:
    sheet = referring("(Kèm theo Kế hoạch số …/KH-… ngày … tháng … năm … của UBND phường)")

    assert found(sheet, "annex-reference-number") == []
    assert found(sheet, "annex-reference-day") == []


def test_the_day_of_a_draft_is_not_compared() -> None:
    draft = replace(annexed(), draft=True, day=None)

    assert judged(draft, "annex-reference-day").outcome == "not-applicable"


def test_a_table_alone_may_be_the_end_of_an_annex() -> None:
    sheet = ended("Biểu mẫu:")
    table = Table(((Cell((centred("STT", "bảng 3"),)),),), bordered=True)
    annexes = tuple(replace(each, tables=(table,)) for each in sheet.annexes)

    assert found(replace(sheet, annexes=annexes), "annex-end") == []


def test_another_sign_is_another_document() -> None:
    sheet = referring("(Kèm theo Kế hoạch số 05/KH-HĐND ngày 05 tháng 01 năm 2026)")

    ((_, words, _),) = found(sheet, "annex-reference-number")
    assert words == "Đang ghi số 05/KH-HĐND, số của văn bản là 05/KH-UBND"


def test_an_annex_behind_a_page_break_or_on_other_paper_is_on_a_new_page() -> None:
    sheet = with_page(annexed(), 1, new_page=False)
    first = sheet.layout.sections[0]
    broken = replace(first, blocks=(*first.blocks, paragraph("\f", "đoạn 30")))

    assert found(swapped(sheet, first, broken), "annex-pages") == []
    second = sheet.layout.sections[1]
    label = second.blocks[0]
    assert isinstance(label, Paragraph)
    assert found(swapped(sheet, label, replace(label, page_break=True)), "annex-pages") == []
    assert found(with_page(sheet, 1, width_mm=297.0, height_mm=210.0), "annex-pages") == []


def test_a_file_that_begins_with_its_annex_begins_with_page_1() -> None:
    sheet = with_page(annexed("I"), 1, number_start=None)
    alone = replace(sheet, layout=replace(sheet.layout, sections=sheet.layout.sections[1:]))

    assert found(alone, "annex-pages") == []
    assert found(with_page(alone, number_start=3), "annex-pages") != []
