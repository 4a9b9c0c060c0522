from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Rule
from tests.check.cases import Case, assert_complete, assert_found, found
from tests.check.sheets import changed, dispatch, plan, without

FIRST = "bảng 1, hàng 1, ô 1, đoạn 1"
SECOND = "bảng 1, hàng 1, ô 1, đoạn 2"

CASES = [
    Case(
        "ban-hanh-present",
        without(plan(), "ban_hanh"),
        "đầu văn bản",
        "Không có tên cơ quan, tổ chức ban hành",
    ),
    Case(
        "ban-hanh-name",
        changed(plan(), "ban_hanh", 0, text="UBND"),
        FIRST,
        "Tên cơ quan ban hành viết tắt: “UBND PHƯỜNG GIA VIÊN”",
        "warning",
    ),
    Case(
        "ban-hanh-caps",
        changed(plan(), "ban_hanh", 1, text="Phường Gia Viên"),
        SECOND,
        "Tên cơ quan ban hành không in hoa: “Phường Gia Viên”",
    ),
    Case(
        "ban-hanh-size",
        changed(plan(), "ban_hanh", 0, size_pt=14.0),
        FIRST,
        "Tên cơ quan ban hành cỡ chữ 14: “ỦY BAN NHÂN DÂN”",
    ),
    Case(
        "ban-hanh-style",
        changed(plan(), "ban_hanh", 0, bold=False),
        FIRST,
        "Tên cơ quan ban hành in chữ không đậm: “ỦY BAN NHÂN DÂN”",
    ),
    Case(
        "ban-hanh-align",
        changed(plan(), "ban_hanh", 1, align="both"),
        SECOND,
        "Tên cơ quan ban hành canh đều hai lề: “PHƯỜNG GIA VIÊN”",
        "warning",
    ),
    Case(
        "ban-hanh-rule-present",
        replace(plan(), ban_hanh_rule=None),
        SECOND,
        "Không có đường kẻ dưới tên cơ quan ban hành",
    ),
    Case(
        "ban-hanh-rule-present",
        replace(changed(plan(), "ban_hanh", 1, underline=True), ban_hanh_rule=None),
        SECOND,
        "Tên cơ quan ban hành gạch chân chữ, không có đường kẻ riêng",
        "warning",
    ),
    Case(
        "ban-hanh-rule-length",
        replace(plan(), ban_hanh_rule=Rule("border", 62.0, 0.0)),
        SECOND,
        "Đường kẻ dài 62,0 mm, phải từ 13,0 mm đến 23,8 mm (dòng chữ dài 43,2 mm)",
        "warning",
    ),
    Case(
        "ban-hanh-rule-balance",
        replace(plan(), ban_hanh_rule=Rule("drawing", 20.0, 0.0)),
        SECOND,
        "Đường kẻ lệch sang trái 21,0 mm",
        "warning",
    ),
    Case(
        "chu-quan-caps",
        changed(dispatch(), "chu_quan", text="UBND phường Gia Viên"),
        FIRST,
        "Tên cơ quan chủ quản không in hoa: “UBND phường Gia Viên”",
    ),
    Case(
        "chu-quan-size",
        changed(dispatch(), "chu_quan", size_pt=11.0),
        FIRST,
        "Tên cơ quan chủ quản cỡ chữ 11",
    ),
    Case(
        "chu-quan-style",
        changed(dispatch(), "chu_quan", bold=True),
        FIRST,
        "Tên cơ quan chủ quản in chữ đậm",
    ),
    Case(
        "chu-quan-name",
        changed(dispatch(), "chu_quan", text="ỦY BAN NHÂN DÂN"),
        FIRST,
        "Tên cơ quan chủ quản không có tên đơn vị hành chính",
        "warning",
    ),
    Case(
        "issuer-spacing",
        changed(plan(), "ban_hanh", 1, before_pt=3.0),
        SECOND,
        "Dòng tên cơ quan cách dòng trên 3 pt",
        "warning",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("issuer", CASES)


def test_a_bold_uy_ban_nhan_dan_above_is_half_of_a_name_and_no_office_above() -> None:
    half = changed(dispatch(), "chu_quan", text="ỦY BAN NHÂN DÂN", bold=True)

    assert found(half, "chu-quan-style") == []


@pytest.mark.parametrize("share", [0.34, 0.5])
def test_a_line_of_a_third_to_a_half_of_any_line_of_the_name_is_good(share: float) -> None:
    length = 42.9 * share
    rule = Rule("underscores", length, (62.0 - length) / 2)

    assert found(replace(plan(), ban_hanh_rule=rule), "ban-hanh-rule-length") == []
