"""Numbers as people type them, and what is told where they cannot be meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.figures.small import Office

FILE = "data/bao_cao/2025-6-thang/phuong-a.yaml"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1250", 1250),
        ("1.250", 1250),
        ("1.234.567", 1234567),
        ('" 05"', 5),
        ("05", 5),
        ("007", 7),
        ("0", 0),
        ("'1.250'", 1250),
    ],
)
def test_a_count(office: Office, typed: str, value: int) -> None:
    office.told("phuong-a", f"nhan: {typed}")

    assert office.of("phuong-a").total["nhan"].value == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12,5", "12.5"), ("1.250", "1250"), ("1.250,5", "1250.5"), ("0,3", "0.3"), ("95", "95")],
)
def test_money(office: Office, typed: str, value: str) -> None:
    office.told("phuong-a", f"tien: {typed}")

    assert office.of("phuong-a").total["tien"].value == Decimal(value)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("nhan: 1.25", "3:9 lỗi ambiguous-number: “Đơn nhận”: “1.25” không rõ là phần lẻ hay hàng nghìn"),
        ("nhan: -3", "3:9 lỗi negative: “Đơn nhận”: “-3” là số âm"),
        ("nhan: 12 cuộc", "3:9 lỗi not-a-number: “Đơn nhận”: “12 cuộc” không phải số nguyên"),
        ("nhan: 12,5", "3:9 lỗi not-a-number: “Đơn nhận”: “12,5” không phải số nguyên"),
        ("nhan: không", "3:9 lỗi not-a-number: “Đơn nhận”: “không” không phải số nguyên"),
        ("nhan: 1,250", "3:9 lỗi not-a-number: “Đơn nhận”: “1,250” không phải số nguyên"),
        ("tien: 0,15 triệu", "3:9 lỗi not-a-number: “Tiền góp”: “0,15 triệu” không phải là số"),
        ("tien: 0,15", "3:9 lỗi too-many-decimals: “Tiền góp”: “0,15” có nhiều hơn một chữ số thập phân"),
        ("tien: 12.5", "3:9 lỗi ambiguous-number: “Tiền góp”: “12.5” không rõ là phần lẻ hay hàng nghìn"),
        ("tien: -0,5", "3:9 lỗi negative: “Tiền góp”: “-0,5” là số âm"),
        ("muc: Giỏi", "3:8 lỗi not-a-level: “Xếp loại”: “Giỏi” không phải là mức xếp loại"),
        ("co: chưa", "3:7 lỗi not-yes-no: “Có quy chế”: “chưa” không phải có hay không"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_where_it_stands(
    office: Office, line: str, sentence: str
) -> None:
    office.told("phuong-a", f"dau: 1; {line}")

    assert f"{FILE}:{sentence}" in office.problems()


def test_last_years_figures_are_counts_and_money_too(office: Office) -> None:
    office.told("phuong-a", "dau: 1", more="cung_ky:\n  nhan: -2\n  tien: 0,25\n  xong: 1,5\n")

    assert [line for line in office.problems() if " lỗi " in line] == [
        f"{FILE}:4:9 lỗi negative: “Đơn nhận”: “-2” là số âm",
        f"{FILE}:5:9 lỗi too-many-decimals: “Tiền góp”: “0,25” có nhiều hơn một chữ số thập phân",
        f"{FILE}:6:9 lỗi not-a-number: “Đơn đã xong”: “1,5” không phải số nguyên",
    ]


@pytest.mark.parametrize("nothing", ["", "nhan:", "nhan: ~"])
def test_nothing_is_not_zero(office: Office, nothing: str) -> None:
    office.told("phuong-a", f"dau: 1; xong: 0; {nothing}")
    figures = office.of("phuong-a")

    assert figures.total["nhan"].value is None
    assert figures.total["ton"].value is None
    assert figures.total["nhan"].lacks == (f"phuong-a chưa ghi “Đơn nhận” ({FILE})",)
    assert figures.total["xong"].value == 0


def test_a_computed_figure_cannot_be_typed(office: Office) -> None:
    office.told("phuong-a", "ton: 3")

    assert any(line.startswith(f"{FILE}:2:3 lỗi") for line in office.problems())


def test_figures_that_can_be_read_are_checked_though_other_lines_are_wrong(office: Office) -> None:
    office.told("phuong-a", "dau: 1; nhan: 2; xong: 9; tien: không có; nhann: 4")
    told = office.problems()

    assert [line.split(": ")[0].removeprefix("data/bao_cao/2025-6-thang/") for line in told] == [
        "phuong-a.yaml:5:9 lỗi not-a-number",
        "phuong-a.yaml:6:3 lỗi unknown-key",
        "phuong-a.yaml:4:9 lỗi figures-disagree",
    ]
    assert office.of("phuong-a").total["nhan"].value is None  # nothing of a wrong file is printed
