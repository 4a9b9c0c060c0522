"""When a report is due, when it was sent, who is late on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.figures.status import begun, has_figures, late, sent
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace, load_workspace

WARD = DataKey("bao-cao", 2025, "phuong-cau-dat", "6-thang")


def read(root: Path, **sent_on: str) -> Workspace:
    """Return the sample in which only these units have data: what they say of ``ngay_gui``."""
    for path in (root / "data" / "bao_cao").rglob("*.yaml"):
        path.unlink()
    folder = root / "data" / "bao_cao" / "2025-6-thang"
    folder.mkdir(parents=True, exist_ok=True)
    for unit, day in sent_on.items():
        text = f"ngay_gui: {day}\n" if day else ""
        path = folder / f"{unit.replace('_', '-')}.yaml"
        path.write_text(f"{text}chi_tieu: {{van_ban_chi_dao: 4}}\n", "utf-8")
    return load_workspace(root)


@pytest.mark.parametrize(
    "day, late_by", [("01/6/2025", 0), ("14/6/2025", 0), ("15/6/2025", 1), ("17/6/2025", 3)]
)
def test_before_the_15th_ends_on_the_14th(day: str, late_by: int, workspace: Path) -> None:
    assert sent(read(workspace, phuong_cau_dat=day), WARD).days_late == late_by


@pytest.mark.parametrize("on, days", [(14, 0), (15, 1), (16, 2), (17, 0), (18, 0)])
def test_a_report_is_overdue_from_its_last_day_until_it_is_sent(
    on: int, days: int, workspace: Path
) -> None:
    report = sent(read(workspace, phuong_cau_dat="17/6/2025"), WARD)

    assert report.overdue(date(2025, 6, on)) == days


def test_a_report_with_data_but_no_day_of_sending_is_not_sent(workspace: Path) -> None:
    report = sent(read(workspace, phuong_cau_dat=""), WARD)

    assert report.day is None
    assert report.overdue(date(2025, 6, 20)) == 6


def test_the_window_binds_those_who_are_there_under_that_superior(sample: Path) -> None:
    loaded = load_workspace(sample)
    year = WARD._replace(ma="nam")

    assert sent(loaded, year).window is None  # gone since 30/6
    assert sent(loaded, WARD._replace(unit="phuong-ngo-quyen")).window is None  # since 1/7
    assert sent(loaded, year._replace(unit="phuong-ngo-quyen")).window is not None
    assert sent(loaded, year._replace(unit="truong-thcs-an-da")).window is not None


def test_whoever_adds_up_the_reports_of_others_has_its_own_time(sample: Path) -> None:
    assert sent(load_workspace(sample), WARD._replace(unit="quan-ngo-quyen")).window is None


def test_a_unit_is_under_a_superior_since_both_are_there(sample: Path) -> None:
    loaded = load_workspace(sample)

    assert begun(loaded, "phuong-cau-dat", date(2025, 6, 14)) == date(2025, 1, 1)
    assert begun(loaded, "truong-thcs-an-da", date(2025, 12, 14)) == date(2025, 7, 1)
    assert begun(loaded, "truong-thcs-an-da", date(2025, 6, 14)) == date.min


def test_late_are_those_below_who_have_not_sent(workspace: Path) -> None:
    loaded = read(workspace, phuong_cau_dat="10/6/2025", phuong_van_my="17/6/2025")
    on = [date(2025, 6, day) for day in (14, 15, 17)]
    found = [
        {one.key.unit for one in late(loaded, "quan-ngo-quyen", 2025, "6-thang", day)} for day in on
    ]

    assert found[0] == set()
    assert {"phuong-van-my", "phuong-may-chai", "phong-noi-vu"} <= found[1]
    assert "phuong-cau-dat" not in found[1]
    assert found[1] - found[2] == {"phuong-van-my"}


def test_figures_are_its_own_or_those_of_the_units_it_adds_up(workspace: Path) -> None:
    loaded = read(workspace, phuong_cau_dat="")
    day = date(2025, 6, 20)

    assert has_figures(loaded, WARD, day)
    assert not has_figures(loaded, WARD._replace(unit="phuong-van-my"), day)
    assert has_figures(loaded, WARD._replace(unit="quan-ngo-quyen"), day)
    assert not has_figures(loaded, WARD._replace(unit="quan-ngo-quyen", ma="nam"), day)
