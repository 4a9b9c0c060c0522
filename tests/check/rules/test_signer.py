from __future__ import annotations

import pytest

from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found
from tests.check.sheets import changed, plan, without

HERE = "bảng 2, hàng 1, ô 2, đoạn 8"


def named(text: str) -> Sheet:
    return changed(plan(), "ho_ten", text=text)


CASES = [
    Case("ho-ten-present", without(plan(), "ho_ten"), "cuối văn bản", "Không có họ tên người ký"),
    Case("ho-ten-caps", named("NGUYỄN VĂN AN"), HERE, "Họ tên người ký in hoa: “NGUYỄN VĂN AN”"),
    Case("ho-ten-size", changed(plan(), "ho_ten", size_pt=12.0), HERE, "Họ tên người ký cỡ chữ 12"),
    Case(
        "ho-ten-style",
        changed(plan(), "ho_ten", bold=False),
        HERE,
        "Họ tên người ký in chữ không đậm",
    ),
    Case(
        "ho-ten-align",
        changed(plan(), "ho_ten", align="right"),
        HERE,
        "Họ tên người ký canh phải",
        "warning",
    ),
    Case("ho-ten-title", named("ThS. Nguyễn Văn An"), HERE, "Họ tên ghi “ThS. Nguyễn Văn An”"),
    Case("ho-ten-title", named("Đồng chí Nguyễn An"), HERE, "Họ tên ghi “Đồng chí Nguyễn An”"),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("signer", CASES)


@pytest.mark.parametrize("name", ["Ông Văn Tùng Anh", "Tsằn A Sáng", "Bà Rịa Văn An"])
def test_only_known_titles_are_titles(name: str) -> None:
    assert bool(found(named(name), "ho-ten-title")) == name.startswith(("Ông ", "Bà "))


def test_a_school_may_be_allowed_to_print_degrees() -> None:
    school = changed(named("ThS. Nguyễn Văn An"), "ban_hanh", 1, text="TRƯỜNG TIỂU HỌC GIA VIÊN")

    assert found(school, "ho-ten-title") == [(HERE, "Họ tên ghi “ThS. Nguyễn Văn An”", "warning")]
