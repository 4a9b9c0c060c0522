from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import annexed, plan, respelt, swapped, with_annex

WHERE = "phụ lục I, đoạn {}"


def one(part: str, **what: object) -> Sheet:
    """The plan with an annex, a paragraph of which is changed: label, title, reference."""
    sheet = annexed()
    first = sheet.annexes[0]
    old = first.title[0] if part == "title" else getattr(first, part)
    return swapped(sheet, old, respelt(old, **what))


CASES = [
    Case(
        "annex-mentioned",
        replace(annexed(), body=plan().body),
        WHERE.format(1),
        "Lời văn của văn bản không nhắc đến Phụ lục",
    ),
    Case(
        "annex-number",
        one("label", text="Phụ lục 1"),
        WHERE.format(1),
        "Số thứ tự “1” không phải chữ số La Mã",
    ),
    Case(
        "annex-number",
        one("label", text="Phụ lục"),
        WHERE.format(1),
        "Phụ lục thứ 1 không có số thứ tự",
    ),
    Case(
        "annex-number",
        annexed("I", "III"),
        "phụ lục III, đoạn 1",
        "Phụ lục thứ 2 mang số “III”",
    ),
    Case(
        "annex-label-line",
        one("label", text="Phụ lục I: Danh mục"),
        WHERE.format(1),
        "Cùng dòng với “Phụ lục” còn có “Danh mục”",
    ),
    Case(
        "annex-label-caps",
        one("label", text="PHỤ LỤC I"),
        WHERE.format(1),
        "Đang ghi “PHỤ LỤC I”; phải là “Phụ lục I”",
    ),
    Case(
        "annex-label-size",
        one("label", size_pt=13.0),
        WHERE.format(1),
        "Từ “Phụ lục” cỡ chữ 13: “Phụ lục I”",
    ),
    Case(
        "annex-label-style",
        one("label", bold=False),
        WHERE.format(1),
        "Từ “Phụ lục” in chữ không đậm: “Phụ lục I”",
    ),
    Case(
        "annex-label-style",
        one("label", align="right"),
        WHERE.format(1),
        "Từ “Phụ lục” canh phải: “Phụ lục I”",
        "warning",
    ),
    Case(
        "annex-title-caps",
        one("title", text="Danh mục"),
        WHERE.format(2),
        "Tên Phụ lục không in hoa: “Danh mục”",
    ),
    Case(
        "annex-title-size",
        one("title", size_pt=16.0),
        WHERE.format(2),
        "Tên Phụ lục cỡ chữ 16: “DANH MỤC CÁC NỘI DUNG CÔNG KHAI”",
    ),
    Case(
        "annex-title-style",
        one("title", bold=False),
        WHERE.format(2),
        "Tên Phụ lục in chữ không đậm: “DANH MỤC CÁC NỘI DUNG CÔNG KHAI”",
    ),
    Case(
        "annex-reference-present",
        with_annex(annexed(), reference=None),
        WHERE.format(1),
        "“Phụ lục I” không có dòng “(Kèm theo …)”",
    ),
    Case(
        "annex-reference-size",
        one("reference", size_pt=12.0),
        WHERE.format(3),
        "Dòng “(Kèm theo …)” cỡ chữ 12: “(Kèm theo Kế hoạch số 05/KH-UBND ngày 0…”",
    ),
    Case(
        "annex-reference-style",
        one("reference", italic=False),
        WHERE.format(3),
        "Dòng “(Kèm theo …)” in chữ không nghiêng: “(Kèm theo Kế hoạch số 05/KH-UBND ngày 0…”",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("annex", CASES)


@pytest.mark.parametrize("number", ["", "I"])
def test_a_single_annex_needs_no_number(number: str) -> None:
    assert found(annexed(number), "annex-number") == []


def test_an_annex_need_have_no_title() -> None:
    sheet = with_annex(annexed(), title=())

    assert found(sheet, "annex-title-caps") == []


def test_a_document_without_annexes_is_none_of_their_business() -> None:
    verdict = judged(plan(), "annex-number")

    assert (verdict.outcome, verdict.reason) == ("not-applicable", "văn bản không có phụ lục")


def speaking(text: str, *numbers: str) -> Sheet:
    """The plan with annexes, and one sentence that speaks of them."""
    sheet = annexed(*numbers)
    last = sheet.body[-1]
    return swapped(sheet, last, respelt(last, text=text))


@pytest.mark.parametrize(
    "text",
    [
        "Theo các Phụ lục kèm theo.",
        "Theo Phụ lục I, II và III.",
        "Theo Phụ lục I đến Phụ lục III.",
        "Theo các Phụ lục từ I đến III.",
        "Theo Phụ lục số 01; Phụ lục 2, Phụ lục 3.",
        "Theo PHỤ LỤC I-III.",
    ],
)
def test_every_way_to_name_three_annexes_names_them(text: str) -> None:
    assert found(speaking(text, "I", "II", "III"), "annex-mentioned") == []


def test_each_annex_that_is_not_named_is_told() -> None:
    sheet = speaking("Theo Phụ lục II và kế hoạch năm.", "I", "II", "III")

    assert [(where, words) for where, words, _ in found(sheet, "annex-mentioned")] == [
        ("phụ lục I, đoạn 1", "Lời văn của văn bản không nhắc đến Phụ lục I"),
        ("phụ lục III, đoạn 1", "Lời văn của văn bản không nhắc đến Phụ lục III"),
    ]
