"""How many members the bodies that people elect have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docgen.errors import Problem

Show = Callable[[Problem], tuple[str, str, str]]


def ward(field: str, number: int) -> str:
    return f"giam_sat:\n  thang_doi_thoai: 5\n  {field}: {number}\n"


@pytest.mark.parametrize(
    ("areas", "members", "why"),
    [(12, 11, "số thôn, tổ dân phố (12)"), (3, 4, "mức ít nhất 05"), (0, 4, "mức ít nhất 05")],
)
def test_inspectors_of_a_ward_are_five_and_one_for_each_area(
    desk: Any, show: Show, areas: int, members: int, why: str
) -> None:
    path = desk.root / "data/don_vi/phuong-c.yaml"
    text = path.read_text("utf-8").replace("so_to_dan_pho: 12", f"so_to_dan_pho: {areas}")
    path.write_text(text, "utf-8")
    (problem,) = desk.told("phuong-c", ward("so_thanh_vien_thanh_tra", members))

    assert show(problem) == ("inspection-size", "3:28", str(members))
    assert problem.message == f"Ban Thanh tra nhân dân có {members:02} thành viên, ít hơn {why}"
    assert "khoản 1 Điều 36" in problem.hint
    assert desk.told("phuong-c", ward("so_thanh_vien_thanh_tra", members + 1)) == []


def test_inspectors_of_a_ward_have_two_deputies(desk: Any, show: Show) -> None:
    (problem,) = desk.told("phuong-c", ward("so_pho_truong_ban_thanh_tra", 3))

    assert show(problem) == ("inspection-deputies", "3:32", "3")
    assert problem.message == "Ban Thanh tra nhân dân có 03 Phó Trưởng Ban, nhiều hơn 02"
    assert "Điều 13 Nghị định 59/2023/NĐ-CP" in problem.hint
    assert desk.told("phuong-c", ward("so_pho_truong_ban_thanh_tra", 2)) == []


def test_a_board_that_watches_investment_has_five(desk: Any, show: Show) -> None:
    (problem,) = desk.told("phuong-c", ward("so_thanh_vien_giam_sat", 3))

    assert show(problem) == ("investment-board-size", "3:27", "3")
    assert "có 03 thành viên, ít hơn 05" in problem.message
    assert "khoản 1 Điều 41" in problem.hint
    assert desk.told("phuong-c", ward("so_thanh_vien_giam_sat", 5)) == []


def office(desk: Any, staff: int | None, members: int) -> list[Problem]:
    figures = f"dac_diem: {{so_can_bo: {staff}}}\n" if staff is not None else ""
    desk.write("data/don_vi/truong-x.yaml", f"loai: truong-hoc\nten: Trường X\n{figures}")
    told: list[Problem] = desk.told(
        "truong-x", f"giam_sat:\n  so_thanh_vien_thanh_tra: {members}\n"
    )
    return told


@pytest.mark.parametrize(("staff", "members"), [(8, 2), (30, 10), (None, 2), (30, 0)])
def test_inspectors_of_an_office_are_three_to_nine(
    desk: Any, show: Show, staff: int | None, members: int
) -> None:
    (problem,) = office(desk, staff, members)

    assert show(problem) == ("office-inspection-size", "2:28", str(members))
    assert problem.message.endswith(f"có {members:02} thành viên, không phải 03 đến 09")
    assert "khoản 1 Điều 60" in problem.hint


def test_seven_people_elect_no_inspectors(desk: Any, show: Show) -> None:
    (problem,) = office(desk, 7, 3)

    assert show(problem) == ("office-inspection-needless", "2:28", "3")
    assert problem.message == "đơn vị có 07 người nên không tổ chức Ban Thanh tra nhân dân"
    assert "Điều 60" in problem.hint


@pytest.mark.parametrize(
    ("staff", "members"), [(30, 3), (30, 9), (8, 3), (None, 5), (None, 0), (7, 0)]
)
def test_an_offices_inspectors_that_fit_are_left_alone(
    desk: Any, staff: int | None, members: int
) -> None:
    assert office(desk, staff, members) == []
