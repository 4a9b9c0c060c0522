"""The staff's yearly conference, and days on which the unit is not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docgen.errors import Problem

Show = Callable[[Problem], tuple[str, str, str]]


@pytest.mark.parametrize(
    ("unit", "day", "last", "ended"),
    [
        ("phong-nv", "01/4/2025", "31/3/2025", "31/12/2024"),
        ("phuong-c", "20/4/2025", "31/3/2025", "31/12/2024"),
        ("truong-x", "15/3/2025", "30/11/2024", "31/8/2024"),
        ("truong-x", "01/12/2025", "30/11/2025", "31/8/2025"),
    ],
)
def test_a_late_conference_is_told_with_its_last_day(
    desk: Any, show: Show, unit: str, day: str, last: str, ended: str
) -> None:
    (problem,) = desk.told(unit, f"ngay_hoi_nghi: {day}\ngiam_sat: {{thang_doi_thoai: 5}}\n")

    assert show(problem) == ("staff-conference-late", "1:16", day)
    assert problem.message == (
        f"hội nghị ngày {day} muộn hơn {last}, hạn cho năm công tác kết thúc ngày {ended}"
    )
    assert "khoản 1 Điều 51" in problem.hint


@pytest.mark.parametrize(
    ("unit", "day"),
    [
        ("phong-nv", "31/3/2025"),
        ("truong-x", "10/10/2025"),
        ("truong-x", "30/11/2025"),
        ("phong-vhxh", "15/9/2025"),  # it began in July: there is no work year to look back on
    ],
)
def test_a_conference_in_time_is_left_alone(desk: Any, unit: str, day: str) -> None:
    assert desk.told(unit, f"ngay_hoi_nghi: {day}\n") == []


ROWS = {
    "nhiem_vu": "  - noi_dung: Rà soát\n    han: {}",
    "lich": "  - viec: Họp\n    ngay: {}",
    "lay_y_kien": "  - noi_dung: Quy chế\n    hinh_thuc: Họp\n    tu: {}",
    "ban_quyet_dinh": (
        "  - khoan: 1\n    noi_dung: Việc\n    pham_vi: Tổ 5\n    hinh_thuc: Họp\n"
        "    thoi_gian: Tháng 4\n    chu_tri: Tổ trưởng\n    ngay: {}"
    ),
}


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize(
    ("unit", "day", "told"),
    [
        ("phuong-cu", "01/7/2025", "ở sau ngày đơn vị kết thúc (30/6/2025)"),
        ("phuong-moi", "30/6/2025", "ở trước ngày đơn vị được lập (01/7/2025)"),
    ],
)
def test_work_on_a_day_without_the_unit_is_told(
    desk: Any, show: Show, rows: str, unit: str, day: str, told: str
) -> None:
    month = 5 if unit == "phuong-cu" else 9
    head = f"giam_sat: {{thang_doi_thoai: {month}}}\n{rows}:\n"
    (problem,) = desk.told(unit, head + ROWS[rows].format(day) + "\n")

    assert (problem.code, show(problem)[2]) == ("day-outside-unit", day)
    assert problem.place.line == 3 + ROWS[rows].count("\n")
    assert problem.message == f"ngày {day} {told}"
    good = "30/6/2025" if unit == "phuong-cu" else "01/7/2025"
    assert desk.told(unit, head + ROWS[rows].format(good) + "\n") == []


def test_a_period_that_runs_past_the_end_is_told_at_its_end(desk: Any, show: Show) -> None:
    row = "  - noi_dung: Quy chế\n    hinh_thuc: Họp\n    tu: 15/6/2025\n    den: 15/7/2025\n"
    (problem,) = desk.told("phuong-cu", f"giam_sat: {{thang_doi_thoai: 5}}\nlay_y_kien:\n{row}")

    assert show(problem) == ("day-outside-unit", "6:10", "15/7/2025")


@pytest.mark.parametrize("rows", ROWS)
def test_a_day_of_the_year_before_was_copied_with_its_row(desk: Any, show: Show, rows: str) -> None:
    head = f"giam_sat: {{thang_doi_thoai: 5}}\n{rows}:\n"
    (problem,) = desk.told("phuong-c", head + ROWS[rows].format("15/5/2025") + "\n", 2026)

    assert (problem.code, show(problem)[2]) == ("day-before-year", "15/5/2025")
    assert problem.message == "ngày 15/5/2025 ở trước năm 2026 của văn bản"
    assert desk.told("phuong-c", head + ROWS[rows].format("15/5/2026") + "\n", 2026) == []


def test_each_day_of_the_year_before_is_told_once(desk: Any, show: Show) -> None:
    rows = ROWS["lay_y_kien"].format("01/4/2024") + "\n    den: 30/4/2024\n"
    text = f"ngay_hoi_nghi: 20/5/2024\nlay_y_kien:\n{rows}"
    found = desk.told("phuong-moi", f"{text}giam_sat: {{thang_doi_thoai: 9}}\n")

    assert [show(one) for one in found] == [
        ("day-before-year", "1:16", "20/5/2024"),
        ("day-before-year", "5:9", "01/4/2024"),
        ("day-before-year", "6:10", "30/4/2024"),
    ]


def test_a_legal_basis_may_be_older_than_the_year(desk: Any) -> None:
    assert desk.ward("nghi_quyet: {so: 5/NQ-HĐND, ngay: 12/12/2024, trich_yeu: dân chủ}") == []
