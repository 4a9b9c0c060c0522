from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Cell, Layout, Paragraph, Table
from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import changed, dispatch, page, paragraph, plan, without

LABEL = "đoạn 3"


def to_one(text: str) -> Sheet:
    """The công văn to one office, on the line of “Kính gửi”."""
    return replace(dispatch(), kinh_gui=(paragraph(text, LABEL),))


def below() -> tuple[Paragraph, Paragraph]:
    return paragraph("Kính gửi:", LABEL), paragraph("- Sở Nội vụ.", "đoạn 4")


CASES = [
    Case(
        "kinh-gui-present",
        without(dispatch(), "kinh_gui"),
        "đầu văn bản",
        "Không có phần “Kính gửi”",
    ),
    Case(
        "kinh-gui-unwanted",
        replace(
            changed(plan(), "noi_nhan", 0, text="- Như trên;"),
            kinh_gui=(paragraph("Kính gửi: Sở Nội vụ", LABEL),),
        ),
        LABEL,
        "Kế hoạch có “Kính gửi”: “Kính gửi: Sở Nội vụ”",
    ),
    Case(
        "kinh-gui-size",
        changed(dispatch(), "kinh_gui", 0, size_pt=12.0),
        LABEL,
        "Kính gửi cỡ chữ 12: “Kính gửi:”",
    ),
    Case(
        "kinh-gui-style",
        changed(dispatch(), "kinh_gui", 0, bold=True),
        LABEL,
        "Kính gửi in chữ đậm: “Kính gửi:”",
    ),
    Case(
        "kinh-gui-colon",
        to_one("Kính gửi Sở Nội vụ"),
        LABEL,
        "Đang ghi “Kính gửi Sở Nội vụ”; phải là “Kính gửi:”",
    ),
    Case(
        "kinh-gui-one",
        replace(dispatch(), kinh_gui=below()),
        "đoạn 4",
        "Xuống dòng khi chỉ gửi một nơi: “- Sở Nội vụ.”",
    ),
    Case(
        "kinh-gui-one",
        to_one("Kính gửi: Sở Nội vụ."),
        LABEL,
        "Cuối tên nơi nhận có dấu chấm",
        "info",
    ),
    Case(
        "kinh-gui-many",
        to_one("Kính gửi: Sở Nội vụ; Sở Tài chính"),
        LABEL,
        "Nhiều nơi nhận trên một dòng: “Kính gửi: Sở Nội vụ; Sở Tài chính”",
    ),
    Case(
        "kinh-gui-many",
        changed(dispatch(), "kinh_gui", 1, text="- Các tổ dân phố,"),
        "đoạn 4",
        "Cuối dòng không có dấu “;”: “- Các tổ dân phố,”",
    ),
    Case(
        "kinh-gui-many",
        changed(dispatch(), "kinh_gui", 2, text="- Các trường học;"),
        "đoạn 5",
        "Cuối dòng không có dấu “.”: “- Các trường học;”",
    ),
    Case(
        "kinh-gui-many",
        changed(dispatch(), "kinh_gui", 2, text="Các trường học."),
        "đoạn 5",
        "Không có gạch đầu dòng (-): “Các trường học.”",
    ),
    Case(
        "kinh-gui-align",
        changed(dispatch(), "kinh_gui", 2, left_mm=60.0),
        "đoạn 4",
        "Các gạch đầu dòng không thẳng hàng",
        "warning",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("addressee", CASES)


def test_one_addressee_beside_the_label_is_good() -> None:
    sheet = to_one("Kính gửi: Ủy ban nhân dân thành phố Hải Phòng")

    for rule in ("kinh-gui-one", "kinh-gui-many", "kinh-gui-colon", "kinh-gui-align"):
        assert found(sheet, rule) == []


def test_label_and_addressee_in_one_row_of_a_table_are_on_one_line() -> None:
    label, office = below()
    row = (Cell((label,)), Cell((office,)))
    sheet = replace(dispatch(), kinh_gui=(label, office), layout=Layout((page(Table((row,))),)))

    assert found(sheet, "kinh-gui-one") == []


def test_dashes_that_word_numbers_are_dashes() -> None:
    sheet = dispatch()
    for at, text in ((1, "Các tổ dân phố;"), (2, "Các trường học.")):
        sheet = changed(sheet, "kinh_gui", at, text=text, number="-")

    assert found(sheet, "kinh-gui-many") == []


def test_whether_a_report_goes_up_is_not_judged() -> None:
    verdict = judged(plan(type="bao-cao"), "kinh-gui-present")

    assert verdict.outcome == "not-evaluated"
    assert verdict.reason == "không biết báo cáo này có gửi cấp trên hay không"
    assert judged(plan(type="bao-cao"), "kinh-gui-unwanted").outcome == "not-applicable"


def test_a_cong_dien_is_addressed_in_its_own_way() -> None:
    sheet = replace(dispatch(type="cong-dien"), kinh_gui=(paragraph("Chủ tịch UBND điện:", LABEL),))

    for rule in ("kinh-gui-unwanted", "kinh-gui-colon", "kinh-gui-many", "nhu-tren"):
        assert judged(sheet, rule).outcome == "not-applicable"
