from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Run
from tests.check.cases import Case, assert_complete, assert_found, found
from tests.check.sheets import centred, changed, paragraph, plan, stamped, swapped, with_page

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
        "Chữ màu xanh dương đậm: “Nguyễn Văn An”",
    ),
    Case(
        "letter-form",
        changed(plan(), "ten_loai", form=("narrow",)),
        "đoạn 3",
        "Chữ bị ép hẹp: “KẾ HOẠCH”",
    ),
    Case(
        "letter-form",
        changed(plan(), "ho_ten", form=("small-caps",)),
        "bảng 2, hàng 1, ô 2, đoạn 8",
        "Chữ hoa nhỏ (Small caps): “Nguyễn Văn An”",
    ),
    Case(
        "letter-form",
        changed(plan(), "ten_loai", raised=True),
        "đoạn 3",
        "Chữ thu nhỏ thành chỉ số trên, dưới: “KẾ HOẠCH”",
    ),
    Case(
        "letter-form",
        changed(plan(), "ten_loai", form=("struck",)),
        "đoạn 3",
        "Chữ bị gạch ngang: “KẾ HOẠCH”",
        "warning",
    ),
    Case(
        "font-name",
        changed(plan(), "ten_loai", mark=Run("1.", fonts=("Arial",))),
        "đoạn 3",
        "Phông chữ Arial: “1.”",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("fonts", CASES)


def test_paragraphs_in_a_row_in_one_font_are_told_once() -> None:
    ((where, words, _),) = found(changed(plan(), "noi_nhan", fonts=("Arial",)), "font-name")

    assert where == "bảng 2, hàng 1, ô 1, đoạn 2"
    assert words == "Phông chữ Arial: “- UBND thành phố (để b/c);” (và 3 đoạn tiếp theo)"


def test_a_font_is_told_wherever_it_begins_again() -> None:
    sheet = changed(changed(plan(), "ten_loai", color="FF0000"), "ho_ten", color="FF0000")

    told = [where for where, _, _ in found(sheet, "font-color")]
    assert told == ["đoạn 3", "bảng 2, hàng 1, ô 2, đoạn 8"]


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


def test_a_bullet_may_have_a_font_of_its_own() -> None:
    sheet = changed(plan(), "ten_loai", mark=Run("•", fonts=("Courier New",)))

    assert found(sheet, "font-name") == []


def test_small_capitals_of_capitals_are_not_seen() -> None:
    assert found(changed(plan(), "ten_loai", form=("small-caps",)), "letter-form") == []


def test_a_mark_of_a_note_is_no_raised_paragraph() -> None:
    sheet = plan()
    (subject,) = sheet.trich_yeu
    noted = replace(subject, runs=(*subject.runs, Run("1", raised=True)))

    assert found(swapped(sheet, subject, noted), "letter-form") == []
