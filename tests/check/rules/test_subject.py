from __future__ import annotations

from dataclasses import replace

import pytest

from tests.check.cases import Case, assert_complete, assert_found, judged
from tests.check.sheets import centred, changed, dispatch, plan, without

HERE = "bảng 1, hàng 2, ô 1, đoạn 2"
TITLE = centred("CÔNG VĂN", "đoạn 3", bold=True)

CASES = [
    Case(
        "vv-present",
        without(dispatch(), "vv"),
        "đầu văn bản",
        "Không có trích yếu công văn (V/v)",
    ),
    Case(
        "vv-label",
        changed(dispatch(), "vv", text="Về việc báo cáo kết quả"),
        HERE,
        "Không bắt đầu bằng “V/v ”: “Về việc báo cáo kết quả”",
    ),
    Case(
        "vv-label",
        changed(dispatch(), "vv", text="V/v: báo cáo kết quả"),
        HERE,
        "Không bắt đầu bằng “V/v ”: “V/v: báo cáo kết quả”",
    ),
    Case(
        "vv-caps",
        changed(dispatch(), "vv", text="V/v BÁO CÁO"),
        HERE,
        "Trích yếu công văn in hoa: “V/v BÁO CÁO”",
    ),
    Case("vv-size", changed(dispatch(), "vv", size_pt=14.0), HERE, "Trích yếu công văn cỡ chữ 14"),
    Case("vv-style", changed(dispatch(), "vv", bold=True), HERE, "Trích yếu công văn in chữ đậm"),
    Case(
        "vv-align",
        changed(dispatch(), "vv", align="left"),
        HERE,
        "Trích yếu công văn canh trái",
        "warning",
    ),
    Case(
        "vv-gap", changed(dispatch(), "vv", before_pt=0.0), HERE, "Cách số, ký hiệu 0 pt", "warning"
    ),
    Case(
        "cong-van-untitled",
        replace(dispatch(), ten_loai=TITLE),
        "đoạn 3",
        "Công văn có dòng tên loại “CÔNG VĂN”",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("subject", CASES)


def test_a_plan_is_not_asked_for_a_vv() -> None:
    assert judged(plan(), "vv-present").outcome == "not-applicable"
