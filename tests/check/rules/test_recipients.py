from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Cell
from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import changed, dispatch, paragraph, plan, swapped, without

LABEL, FIRST, LUU = (f"bảng 2, hàng 1, ô 1, đoạn {n}" for n in (1, 2, 5))


def first(text: str, **how: object) -> Sheet:
    return changed(plan(), "noi_nhan", 0, text=text, **how)


def kept(text: str) -> Sheet:
    return changed(plan(), "luu", text=text)


def lowered() -> Sheet:
    """The plan with “Nơi nhận” a row below the signature."""
    sheet = plan()
    assert sheet.footer
    left, right = sheet.footer.rows[0]
    rows = ((Cell(()), right), (left, Cell(())))
    return swapped(sheet, sheet.footer, replace(sheet.footer, rows=rows))


def continued() -> Sheet:
    """The plan with a line after Lưu."""
    sheet = plan()
    assert sheet.footer
    left = sheet.footer.rows[0][0]
    more = paragraph("- UBND thành phố;", "bảng 2, hàng 1, ô 1, đoạn 6", size_pt=11.0)
    return swapped(sheet, left, replace(left, blocks=(*left.blocks, more)))


def swapped_sides() -> Sheet:
    """The plan with its signature at the left, Nơi nhận at the right."""
    sheet = plan()
    assert sheet.footer is not None
    ((left, right),) = sheet.footer.rows
    return swapped(sheet, sheet.footer, replace(sheet.footer, rows=((right, left),)))


CASES = [
    Case(
        "noi-nhan-present",
        without(plan(), "noi_nhan_label"),
        "cuối văn bản",
        "Không có “Nơi nhận”",
    ),
    Case(
        "noi-nhan-label",
        changed(plan(), "noi_nhan_label", text="Nơi nhận"),
        LABEL,
        "Đang ghi “Nơi nhận”; phải là “Nơi nhận:”",
    ),
    Case(
        "noi-nhan-label-size",
        changed(plan(), "noi_nhan_label", size_pt=14.0),
        LABEL,
        "Từ “Nơi nhận” cỡ chữ 14",
    ),
    Case(
        "noi-nhan-label-style",
        changed(plan(), "noi_nhan_label", italic=False),
        LABEL,
        "Từ “Nơi nhận” in chữ không nghiêng",
    ),
    Case(
        "noi-nhan-size",
        changed(plan(), "noi_nhan", 0, size_pt=12.0),
        FIRST,
        "Dòng nơi nhận cỡ chữ 12: “- UBND thành phố (để b/c);”",
    ),
    Case(
        "noi-nhan-size",
        changed(plan(), "luu", size_pt=13.0),
        LUU,
        "Dòng nơi nhận cỡ chữ 13: “- Lưu: VT, VHXH.”",
    ),
    Case(
        "noi-nhan-style",
        changed(plan(), "noi_nhan", 0, italic=True),
        FIRST,
        "Dòng nơi nhận in chữ nghiêng: “- UBND thành phố (để b/c);”",
    ),
    Case(
        "noi-nhan-dash",
        first("UBND thành phố;"),
        FIRST,
        "Không có gạch đầu dòng: “UBND thành phố;”",
    ),
    Case(
        "noi-nhan-dash",
        first("– UBND thành phố;"),
        FIRST,
        "Đầu dòng là gạch dài (–), phải là gạch nối (-): “– UBND thành phố;”",
        "warning",
    ),
    Case(
        "noi-nhan-semicolon",
        first("- UBND thành phố,"),
        FIRST,
        "Cuối dòng không có dấu “;”: “- UBND thành phố,”",
    ),
    Case(
        "noi-nhan-align",
        swapped_sides(),
        "bảng 2, hàng 1, ô 1, đoạn 1",
        "“Nơi nhận” ở bên phải chữ ký",
    ),
    Case(
        "noi-nhan-align",
        first("- UBND thành phố;", first_line_mm=12.7),
        FIRST,
        "Thụt vào 12,7 mm: “- UBND thành phố;”",
        "warning",
    ),
    Case(
        "noi-nhan-row",
        lowered(),
        LABEL,
        "Không ngang hàng với quyền hạn, chức vụ người ký",
        "warning",
    ),
    Case(
        "luu-present", without(plan(), "luu"), "cuối văn bản", "Không có dòng “Lưu” trong nơi nhận"
    ),
    Case(
        "luu-form",
        kept("- Lưu VT, VHXH."),
        LUU,
        "Đang ghi “- Lưu VT, VHXH.”; phải là “- Lưu: VT, ….”",
    ),
    Case("luu-form", kept("- Lưu: VP."), LUU, "Đang ghi “- Lưu: VP.”; phải là “- Lưu: VT, ….”"),
    Case(
        "luu-form",
        kept("- Lưu: VT, VHXH;"),
        LUU,
        "Đang ghi “- Lưu: VT, VHXH;”; phải là “- Lưu: VT, ….”",
    ),
    Case(
        "luu-last",
        continued(),
        "bảng 2, hàng 1, ô 1, đoạn 6",
        "Sau “Lưu” còn có “- UBND thành phố;”",
    ),
    Case(
        "nhu-tren",
        changed(dispatch(), "noi_nhan", 0, text="- Các tổ dân phố;"),
        FIRST,
        "Dòng đầu của nơi nhận là “- Các tổ dân phố;”",
    ),
    Case(
        "nhu-dieu",
        changed(plan(type="quyet-dinh"), "so", text="Số: 05/QĐ-UBND"),
        FIRST,
        "Dòng đầu của nơi nhận là “- UBND thành phố (để b/c);”",
        "warning",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document() -> None:
    with_decision = changed(plan(type="quyet-dinh"), "noi_nhan", 0, text="- Như Điều 3;")

    assert found(with_decision, "nhu-dieu") == []
    assert_complete("recipients", CASES, "nhu-dieu")


@pytest.mark.parametrize(
    "text",
    [
        "- Lưu: VT.",
        "- Lưu: VT, VHXH (02).",
        "- Lưu: VT, Hồ sơ.",
        "- Lưu: VT, VHXH. PL.(300)",
        "- Lưu: VT, ...",
    ],
)
def test_the_forms_of_luu_are_good(text: str) -> None:
    assert found(kept(text), "luu-form") == []


def test_luu_may_stand_beside_the_list_or_in_it() -> None:
    sheet = plan()
    beside = replace(sheet, noi_nhan=sheet.noi_nhan[:-1])

    for rule in ("noi-nhan-semicolon", "noi-nhan-dash", "luu-last", "noi-nhan-size"):
        assert found(sheet, rule) == found(beside, rule) == []


def test_dashes_that_word_numbers_are_dashes() -> None:
    assert found(first("UBND thành phố;", number="-"), "noi-nhan-dash") == []


def test_the_label_of_a_bien_ban_stands_below_the_names() -> None:
    assert judged(replace(lowered(), type="bien-ban"), "noi-nhan-row").outcome == "not-applicable"
