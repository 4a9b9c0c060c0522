from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Cell, Rule
from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import changed, plan, swapped, without

QUOC_HIEU = "bảng 1, hàng 1, ô 2, đoạn 1"
TIEU_NGU = "bảng 1, hàng 1, ô 2, đoạn 2"
DRAWN = Rule("drawing", 30.0, 33.5)


def moved_left() -> Sheet:
    sheet = plan()
    assert sheet.header
    row = sheet.header.rows[0]
    return swapped(sheet, row, (row[1], row[0]))


CASES = [
    Case("quoc-hieu-present", without(plan(), "quoc_hieu"), "đầu văn bản", "Không có Quốc hiệu"),
    Case(
        "quoc-hieu-text",
        changed(plan(), "quoc_hieu", text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM."),
        QUOC_HIEU,
        "Quốc hiệu ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.”",
    ),
    Case(
        "quoc-hieu-text",
        changed(plan(), "quoc_hieu", text="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        QUOC_HIEU,
        "Quốc hiệu ghi “HOÀ”, lời văn của nghị định ghi “HÒA”",
        "info",
    ),
    Case(
        "quoc-hieu-caps",
        changed(plan(), "quoc_hieu", text="Cộng hòa xã hội chủ nghĩa Việt Nam"),
        QUOC_HIEU,
        "Quốc hiệu không in hoa: “Cộng hòa xã hội chủ nghĩa Việt Nam”",
    ),
    Case(
        "quoc-hieu-size",
        changed(plan(), "quoc_hieu", size_pt=11.5),
        QUOC_HIEU,
        "Quốc hiệu cỡ chữ 11,5",
    ),
    Case(
        "quoc-hieu-style",
        changed(plan(), "quoc_hieu", bold=False),
        QUOC_HIEU,
        "Quốc hiệu in chữ không đậm",
    ),
    Case(
        "quoc-hieu-one-line",
        changed(plan(), "quoc_hieu", column_mm=80.0),
        QUOC_HIEU,
        "Quốc hiệu dài 95,7 mm, cột rộng 80,0 mm",
        "warning",
    ),
    Case("tieu-ngu-present", without(plan(), "tieu_ngu"), "đầu văn bản", "Không có Tiêu ngữ"),
    Case(
        "tieu-ngu-text",
        changed(plan(), "tieu_ngu", text="Độc lập – Tự do – Hạnh phúc"),
        TIEU_NGU,
        "Tiêu ngữ ghi “Độc lập – Tự do – Hạnh phúc”, gạch dài (–) phải là gạch nối (-)",
    ),
    Case(
        "tieu-ngu-text",
        changed(plan(), "tieu_ngu", text="Độc lập-Tự do-Hạnh phúc"),
        TIEU_NGU,
        "Tiêu ngữ ghi “Độc lập-Tự do-Hạnh phúc”",
    ),
    Case(
        "tieu-ngu-caps",
        replace(
            changed(plan(), "tieu_ngu", text="ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
            tieu_ngu_rule=Rule("drawing", 80.0, 8.5),
        ),
        TIEU_NGU,
        "Tiêu ngữ in hoa: “ĐỘC LẬP - TỰ DO - HẠNH PHÚC”",
    ),
    Case(
        "tieu-ngu-size",
        replace(
            changed(plan(), "tieu_ngu", size_pt=12.0), tieu_ngu_rule=Rule("border", 51.8, 22.6)
        ),
        TIEU_NGU,
        "Tiêu ngữ cỡ chữ 12",
    ),
    Case(
        "tieu-ngu-style",
        changed(plan(), "tieu_ngu", italic=True),
        TIEU_NGU,
        "Tiêu ngữ in chữ nghiêng",
    ),
    Case(
        "tieu-ngu-align",
        changed(plan(), "tieu_ngu", align="left"),
        TIEU_NGU,
        "Tiêu ngữ canh trái",
        "warning",
    ),
    Case(
        "tieu-ngu-rule-present",
        replace(plan(), tieu_ngu_rule=None),
        TIEU_NGU,
        "Không có đường kẻ dưới Tiêu ngữ",
    ),
    Case(
        "tieu-ngu-rule-present",
        replace(changed(plan(), "tieu_ngu", underline=True), tieu_ngu_rule=None),
        TIEU_NGU,
        "Tiêu ngữ gạch chân chữ, không có đường kẻ riêng",
        "warning",
    ),
    Case(
        "tieu-ngu-rule-length",
        replace(plan(), tieu_ngu_rule=DRAWN),
        TIEU_NGU,
        "Đường kẻ dài 30,0 mm, phải từ 54,4 mm đến 66,5 mm (dòng chữ dài 60,5 mm)",
        "warning",
    ),
    Case(
        "tieu-ngu-rule-length",
        replace(plan(), tieu_ngu_rule=Rule("drawing", 60.5, 0.0)),
        TIEU_NGU,
        "Đường kẻ lệch sang trái 18,2 mm",
        "warning",
    ),
    Case(
        "tieu-ngu-rule-length",
        replace(plan(), tieu_ngu_rule=Rule("border", 60.5, 18.25, solid=False)),
        TIEU_NGU,
        "Đường kẻ không phải nét liền",
    ),
    Case(
        "header-spacing",
        changed(plan(), "tieu_ngu", before_pt=6.0),
        TIEU_NGU,
        "Dòng Quốc hiệu, Tiêu ngữ cách dòng trên 6 pt",
        "warning",
    ),
    Case(
        "header-spacing",
        changed(plan(), "quoc_hieu", line=1.5),
        QUOC_HIEU,
        "Dòng Quốc hiệu, Tiêu ngữ giãn dòng 1,5",
        "warning",
    ),
    Case("quoc-hieu-place", moved_left(), QUOC_HIEU, "Quốc hiệu không ở bên phải"),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("header", CASES)


def test_a_line_above_the_quoc_hieu_is_found() -> None:
    sheet = plan()
    assert sheet.header
    assert sheet.tieu_ngu
    cell = sheet.header.rows[0][1]
    above = Cell((sheet.tieu_ngu, *cell.blocks), cell.width_mm)

    ((_, words, _),) = found(swapped(sheet, cell, above), "quoc-hieu-place")

    assert words == "Phía trên Quốc hiệu có “Độc lập - Tự do - Hạnh phúc”"


def test_a_header_without_a_table_leaves_the_place_open() -> None:
    verdict = judged(replace(plan(), header=None), "quoc-hieu-place")

    assert (verdict.outcome, verdict.reason) == (
        "not-evaluated",
        "đầu văn bản không có bảng hai cột",
    )


def test_capitals_shown_by_word_count_as_capitals() -> None:
    shown = changed(plan(), "quoc_hieu", text="Cộng hòa xã hội chủ nghĩa Việt Nam", caps=True)

    assert found(shown, "quoc-hieu-caps") == []
    assert found(shown, "quoc-hieu-text") == []


def test_decomposed_letters_and_wide_blanks_are_the_same_words() -> None:
    typed = changed(plan(), "tieu_ngu", text="Độc lập -\u00a0Tự do  -  Hạnh phúc")

    assert found(typed, "tieu-ngu-text") == []


def test_a_line_of_unknown_length_is_not_passed() -> None:
    verdict = judged(replace(plan(), tieu_ngu_rule=Rule("drawing")), "tieu-ngu-rule-length")

    assert verdict.outcome == "not-evaluated"
    assert verdict.reason == "tệp không cho biết độ dài đường kẻ"
