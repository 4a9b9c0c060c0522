from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import changed, plan, without

HERE = "bảng 1, hàng 2, ô 2"


def dated(text: str) -> Sheet:
    return changed(plan(), "dia_danh_ngay", text=text)


CASES = [
    Case(
        "place-date-present",
        without(plan(), "dia_danh_ngay"),
        "đầu văn bản",
        "Không có địa danh và thời gian ban hành",
    ),
    Case("place-date-form", dated("Gia Viên, 05/01/2026"), HERE, "Ghi “Gia Viên, 05/01/2026”"),
    Case(
        "place-date-form",
        dated("Gia Viên, ngày 31 tháng 02 năm 2026"),
        HERE,
        "Không có ngày 31 tháng 02 năm 2026",
    ),
    Case(
        "place-date-form",
        dated("Gia Viên, ngày     tháng     năm 2026"),
        HERE,
        "Chưa ghi đủ ngày, tháng, năm: “Gia Viên, ngày tháng năm 2026”",
    ),
    Case(
        "place-date-comma",
        dated("Gia Viên ngày 05 tháng 01 năm 2026"),
        HERE,
        "Giữa địa danh và ngày không phải “, ”: “Gia Viên ngày 05 tháng 01 năm 2026”",
    ),
    Case(
        "place-date-day-padding",
        dated("Gia Viên, ngày 5 tháng 01 năm 2026"),
        HERE,
        "Ngày 5 phải ghi 05",
    ),
    Case(
        "place-date-month-padding",
        dated("Gia Viên, ngày 05 tháng 1 năm 2026"),
        HERE,
        "Tháng 1 phải ghi 01",
    ),
    Case(
        "place-date-month-padding",
        dated("Gia Viên, ngày 05 tháng 06 năm 2026"),
        HERE,
        "Tháng 06 phải ghi 6",
        "warning",
    ),
    Case(
        "place-date-size",
        changed(plan(), "dia_danh_ngay", size_pt=12.0),
        HERE,
        "Địa danh, thời gian cỡ chữ 12",
    ),
    Case(
        "place-date-style",
        changed(plan(), "dia_danh_ngay", italic=False),
        HERE,
        "Địa danh, thời gian in chữ không nghiêng",
    ),
    Case(
        "place-date-style",
        changed(plan(), "dia_danh_ngay", bold=True),
        HERE,
        "Địa danh, thời gian in chữ đậm",
    ),
    Case(
        "place-date-capitals",
        dated("gia Viên, ngày 05 tháng 01 năm 2026"),
        HERE,
        "Địa danh ghi “gia Viên”",
    ),
    Case(
        "place-date-capitals",
        dated("Gia viên, ngày 05 tháng 01 năm 2026"),
        HERE,
        "Địa danh ghi “Gia viên”",
    ),
    Case(
        "place-date-issuer",
        dated("Hải Phòng, ngày 05 tháng 01 năm 2026"),
        HERE,
        "Địa danh ghi “Hải Phòng”, tên trên văn bản là “ỦY BAN NHÂN DÂN PHƯỜNG GIA VIÊN”",
        "warning",
    ),
    Case(
        "place-date-form",
        dated("Gia Viên, ngày 05 tháng 01 năm 26"),
        HERE,
        "Năm ghi “26”, phải ghi đủ bốn chữ số",
    ),
    Case(
        "place-date-name",
        dated("Ngô Quyền, ngày 05 tháng 01 năm 2026"),
        HERE,
        "Địa danh chỉ ghi “Ngô Quyền”",
        "warning",
    ),
    Case(
        "place-date-row",
        replace(plan(), same_row=False),
        HERE,
        "Không cùng dòng với số, ký hiệu",
        "warning",
    ),
    Case(
        "place-date-align",
        changed(plan(), "dia_danh_ngay", align="right"),
        HERE,
        "Địa danh, thời gian canh phải",
        "warning",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("place_date", CASES)


@pytest.mark.parametrize(
    "text",
    [
        "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026",
        "Phường Ngô Quyền, ngày 15 tháng 12 năm 2026",
        "Quận 1, ngày 01 tháng 02 năm 2026",
        "Hải Phòng, ngày 10 tháng 10 năm 2026",
    ],
)
def test_the_forms_of_the_decree_are_good(text: str) -> None:
    for rule in ("form", "comma", "day-padding", "month-padding", "capitals", "name"):
        assert found(dated(text), f"place-date-{rule}") == []


@pytest.mark.parametrize(
    "text",
    ["Gia Viên, ngày      tháng      năm 2026", "Gia Viên, ngày … tháng … năm …"],
)
def test_the_gaps_of_a_draft_are_no_fault(text: str) -> None:
    draft = changed(plan(draft=True, day=None), "dia_danh_ngay", text=text)

    assert judged(draft, "place-date-form").outcome == "not-applicable"
    assert found(draft, "place-date-comma") == found(draft, "place-date-capitals") == []


def test_a_bien_ban_needs_no_place_and_date() -> None:
    minutes = without(plan(type="bien-ban"), "dia_danh_ngay")

    for rule in ("place-date-present", "place-date-size"):
        assert judged(minutes, rule).outcome == "not-applicable"


def test_an_unknown_row_is_not_judged() -> None:
    assert judged(plan(same_row=None), "place-date-row").outcome == "not-evaluated"


def test_a_line_in_capitals_has_its_form_and_place() -> None:
    sheet = dated("GIA VIÊN, NGÀY 05 THÁNG 01 NĂM 2026")

    for rule in ("form", "comma", "day-padding", "month-padding", "capitals", "name"):
        assert found(sheet, f"place-date-{rule}") == []
    assert found(dated("GIA VIÊN NGÀY 05 THÁNG 01 NĂM 2026"), "place-date-comma") != []


def test_one_word_in_capitals_is_another_form() -> None:
    assert found(dated("Gia Viên, NGÀY 05 tháng 01 năm 2026"), "place-date-form") != []
