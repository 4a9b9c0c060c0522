from __future__ import annotations

from dataclasses import replace

import pytest

from tests.check.cases import Case, assert_complete, assert_found, found
from tests.check.sheets import centred, changed, paragraph, plan, stamped, with_page

CASES = [
    Case(
        "font-name",
        changed(plan(), "ten_loai", fonts=("Calibri",)),
        "đoạn 3",
        "Phông chữ Calibri: “KẾ HOẠCH”",
    ),
    Case(
        "font-name",
        changed(plan(), "ten_loai", fonts=("Times New Roman", "Arial")),
        "đoạn 3",
        "Phông chữ Arial: “KẾ HOẠCH”",
    ),
    Case(
        "font-legacy",
        changed(plan(), "ten_loai", fonts=(".VnTimeH",)),
        "đoạn 3",
        "Phông chữ của bảng mã cũ .VnTimeH: “KẾ HOẠCH”",
    ),
    Case(
        "font-legacy",
        changed(plan(), "ten_loai", fonts=("VNI-Times",)),
        "đoạn 3",
        "Phông chữ của bảng mã cũ VNI-Times: “KẾ HOẠCH”",
    ),
    Case(
        "font-unicode",
        changed(plan(), "noi_nhan", 0, text="- UBND \ue001;"),
        "bảng 2, hàng 1, ô 1, đoạn 2",
        "Ký tự ngoài bộ mã U+E001: “- UBND \ue001;”",
    ),
    Case(
        "font-color",
        changed(plan(), "ho_ten", color="1F3864"),
        "bảng 2, hàng 1, ô 2, đoạn 8",
        "Chữ màu 1F3864: “Nguyễn Văn An”",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("fonts", CASES)


def test_a_font_is_told_once_with_how_often_it_occurs() -> None:
    ((where, words, _),) = found(changed(plan(), "noi_nhan", fonts=("Arial",)), "font-name")

    assert where == "bảng 2, hàng 1, ô 1, đoạn 2"
    assert words == "Phông chữ Arial: “- UBND thành phố (để b/c);” (và 3 đoạn khác)"


def test_the_number_of_the_page_and_notes_are_words_too() -> None:
    number = centred("2", "đầu trang", field="PAGE", fonts=("Cambria",))
    sheet = with_page(plan(), headers={"default": (number,), "first": ()})
    note = paragraph("Theo Nghị định.", "chú thích 1", fonts=("Arial",))
    sheet = replace(sheet, layout=replace(sheet.layout, notes=(note,)))

    told = [where for where, _, _ in found(sheet, "font-name")]
    assert told == ["chú thích 1", "đầu trang"]


def test_blanks_and_signs_have_no_font_of_their_own() -> None:
    blank = changed(plan(), "ten_loai", text=" ", fonts=("Calibri",))
    sign = changed(plan(), "ten_loai", text="\uf0b7", fonts=("Symbol",))

    assert found(blank, "font-name") == []
    assert found(sign, "font-name") == found(sign, "font-unicode") == []


def test_a_red_mark_of_urgency_is_good() -> None:
    assert found(stamped(), "font-color") == []
