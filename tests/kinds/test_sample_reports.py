"""The figures of the sample: a year that hangs together, from eight wards to two."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from docgen.figures.carry import figures_of
from docgen.figures.checks import figure_problems
from docgen.figures.figure import Figure
from docgen.figures.rollup import reporters
from docgen.figures.status import sent
from docgen.load.data import DataKey
from docgen.load.references import workspace_problems
from docgen.load.workspace import Workspace, load_workspace
from docgen.model.period import HALF, YEAR

REPORTED_HALF = 6 + 5  # offices and service units, schools
NEW_WARDS = ("phuong-ngo-quyen", "phuong-gia-vien-2025")


@pytest.fixture(scope="module")
def loaded(sample: Path) -> Workspace:
    return load_workspace(sample)


def key(unit: str, ma: str) -> DataKey:
    return DataKey("bao-cao", 2025, unit, ma)


def reports(loaded: Workspace) -> list[DataKey]:
    return [one for one in loaded.data if one.kind == "bao-cao"]


def year_total(loaded: Workspace, unit: str, name: str) -> Decimal:
    number = figures_of(loaded, key(unit, YEAR)).total[name].number
    assert number is not None
    return number


def test_one_ward_is_reminded_of_its_recommendations_and_nothing_else_is_wrong(
    loaded: Workspace,
) -> None:
    problems = [*workspace_problems(loaded), *figure_problems(loaded)]
    found = {(problem.place.path.name, problem.code, problem.warning) for problem in problems}

    assert found == {("phuong-van-my.yaml", "figures-disagree", True)}


def test_one_ward_is_late_by_three_days(loaded: Workspace) -> None:
    late = {one.unit: days for one in reports(loaded) if (days := sent(loaded, one).days_late)}

    assert late == {"phuong-lach-tray": 3}


def test_every_file_says_that_it_is_made_up(loaded: Workspace) -> None:
    for one in reports(loaded):
        head = loaded.data_file(one).read_text("utf-8").partition("chi_tieu:")[0]
        assert "MINH HỌA" in head, one


def test_all_wards_and_some_offices_and_schools_have_reported_the_half_year(
    loaded: Workspace,
) -> None:
    kinds = set(loaded.unit_kinds)
    wards = reporters(loaded, "bao-cao", "quan-ngo-quyen", date(2025, 6, 20), ["ubnd-phuong"])
    others = reporters(
        loaded, "bao-cao", "quan-ngo-quyen", date(2025, 6, 20), kinds - {"ubnd-phuong"}
    )
    told = {one.unit for one in reports(loaded) if one.ma == HALF}

    assert len(wards) == 8
    assert told >= {*wards, "quan-ngo-quyen"}
    assert len(told & set(others)) == REPORTED_HALF
    assert set(others) - told, "some are named as silent"


def test_what_a_file_tells_it_tells_in_full(loaded: Workspace) -> None:
    for one in reports(loaded):
        own: Any = loaded.data[one].value
        family = set(loaded.family(loaded.units[one.unit].value.loai))
        assert not figures_of(loaded, one).own.missing, one
        for field, declared in loaded.kinds["bao-cao"].value.truong.items():
            if declared.cho and not family & set(declared.cho):
                continue
            words = getattr(own, field)
            assert words or (field == "bai_hoc" and one.ma == HALF), (one, field)
            assert all(line.endswith(".") for line in words or ()), (one, field)


def test_stocks_are_those_of_the_unit_and_its_plan(loaded: Workspace) -> None:
    for one in reports(loaded):
        figures = figures_of(loaded, one).total
        facts = loaded.units[one.unit].value.dac_diem
        plan: Any = loaded.data.get(one._replace(kind="ke-hoach", ma=""))
        assert same(figures.get("so_to_dan_pho"), facts.so_to_dan_pho), one
        assert same(figures.get("tong_so_nguoi"), facts.so_can_bo), one
        members = plan.value.giam_sat.so_thanh_vien_thanh_tra if plan and "giam_sat" in (
            plan.document.value or {}
        ) else None  # fmt: skip
        assert members is None or same(figures["thanh_vien_thanh_tra"], members), one


def same(figure: Figure | None, fact: int | None) -> bool:
    return figure is None or figure.number is None or figure.number == fact


def test_a_dialogue_was_held_where_the_plan_has_one_in_the_half_year(loaded: Workspace) -> None:
    for one in reports(loaded):
        plan: Any = loaded.data.get(one._replace(kind="ke-hoach", ma=""))
        month = getattr(plan.value.giam_sat, "thang_doi_thoai", None) if plan else None
        held = figures_of(loaded, one).in_period.get("doi_thoai")
        if one.ma == HALF and month and month <= 5 and held:
            assert held.number, one


def test_the_new_wards_take_over_all_that_was_before_them(loaded: Workspace) -> None:
    """Wards whole, divided ones by nhan_so_lieu, and one by what was handed over."""
    # Máy Chai, Vạn Mỹ, Cầu Tre, Đông Khê, the part of Gia Viên, the ward itself
    assert year_total(loaded, "phuong-ngo-quyen", "don_tiep_nhan") == 14 + 16 + 17 + 24 + 9 + 61
    # Đằng Giang, Cầu Đất, Lạch Tray, the part of Gia Viên, the ward itself
    assert year_total(loaded, "phuong-gia-vien-2025", "don_tiep_nhan") == 20 + 19 + 18 + 8 + 52
    for unit in NEW_WARDS:
        figures = figures_of(loaded, key(unit, YEAR))
        unknown = [name for name, one in figures.total.items() if one.value is None]
        assert unknown == []
    assert figures_of(loaded, key("phuong-ngo-quyen", YEAR)).notes == ("phuong-dong-khe",)


def test_what_was_handed_over_is_no_more_than_there_was(loaded: Workspace) -> None:
    had = figures_of(loaded, key("phuong-gia-vien", HALF)).own.figures
    taken: list[Any] = [
        getattr(loaded.data[key(unit, YEAR)].value, "chuyen_giao")["phuong-gia-vien"]  # noqa: B009
        for unit in NEW_WARDS
    ]
    given = [name for name in had if getattr(taken[0], name) is not None]

    assert len(given) > 20
    for name in given:
        whole = had[name].number
        assert whole is not None
        assert sum(getattr(table, name) for table in taken) <= whole, name


def test_a_school_reported_to_the_district_and_then_to_its_ward(loaded: Workspace) -> None:
    school = "truong-tieu-hoc-thai-phien"

    assert loaded.superior(school, date(2025, 6, 10)) == "quan-ngo-quyen"
    assert loaded.superior(school, date(2025, 12, 10)) == "phuong-gia-vien-2025"
    assert year_total(loaded, school, "y_kien_noi_bo") == 31 + 38
