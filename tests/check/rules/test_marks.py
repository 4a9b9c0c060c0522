from __future__ import annotations

from dataclasses import replace

import pytest

from tests.check.cases import Case, assert_complete, assert_found, judged
from tests.check.sheets import centred, changed, plan, stamped

URGENT = "bảng 1, hàng 2, ô 1, đoạn 2"
INSIDE = "bảng 1, hàng 1, ô 2, đoạn 0"
DRAFTER = "bảng 2, hàng 1, ô 1, đoạn 6"

CASES = [
    Case(
        "do-khan-text",
        changed(stamped(), "do_khan", text="RẤT KHẨN"),
        URGENT,
        "Mức độ khẩn ghi “RẤT KHẨN”",
        "warning",
    ),
    Case(
        "do-khan-style",
        changed(stamped(), "do_khan", size_pt=16.0),
        URGENT,
        "Mức độ khẩn cỡ chữ 16",
        "warning",
    ),
    Case(
        "do-khan-style",
        changed(stamped(), "do_khan", boxed=False),
        URGENT,
        "Mức độ khẩn không có khung viền",
        "warning",
    ),
    Case(
        "luu-hanh-style",
        changed(stamped(), "luu_hanh", bold=False),
        INSIDE,
        "Chỉ dẫn phạm vi lưu hành in chữ không đậm",
        "warning",
    ),
    Case(
        "luu-hanh-style",
        changed(stamped(), "luu_hanh", text="Lưu hành nội bộ"),
        INSIDE,
        "Chỉ dẫn phạm vi lưu hành không in hoa: “Lưu hành nội bộ”",
        "warning",
    ),
    Case(
        "do-mat-stamped",
        replace(plan(), do_mat=centred("TUYỆT MẬT", URGENT, color="FF0000")),
        URGENT,
        "Tệp có dấu chỉ độ mật “TUYỆT MẬT”",
    ),
    Case(
        "nguoi-soan-style",
        changed(stamped(), "nguoi_soan", size_pt=14.0),
        DRAFTER,
        "Ký hiệu người soạn thảo cỡ chữ 14",
        "warning",
    ),
    Case(
        "nguoi-soan-style",
        changed(stamped(), "nguoi_soan", text="pl.(300)"),
        DRAFTER,
        "Ký hiệu người soạn thảo không in hoa: “pl.(300)”",
        "warning",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document() -> None:
    assert judged(stamped(), "do-mat-stamped").outcome == "not-applicable"
    assert_complete("marks", CASES, "do-mat-stamped")
