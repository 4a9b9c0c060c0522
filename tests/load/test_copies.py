"""A file that was copied and not changed everywhere is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import Problem
from docgen.load.references import workspace_problems
from docgen.load.workspace import load_workspace


def problems(root: Path) -> list[Problem]:
    return [problem.under(root) for problem in workspace_problems(load_workspace(root))]


def put(root: Path, name: str, text: str) -> None:
    (root / "data" / name).write_text(text, "utf-8")


def read(root: Path, name: str) -> str:
    return (root / "data" / name).read_text("utf-8")


def test_a_copied_unit_file_is_told_by_its_name_and_its_signer(workspace: Path) -> None:
    put(workspace, "don_vi/phuong-moi.yaml", read(workspace, "don_vi/phuong-cau-dat.yaml"))
    found = problems(workspace)

    assert [(p.place.path.name, p.code, p.warning) for p in found] == [
        ("phuong-moi.yaml", "unit-same-name", False),
        ("phuong-moi.yaml", "signer-twice", True),
    ]
    assert "“phuong-cau-dat”" in found[0].message


def test_one_name_in_two_times_is_two_units(workspace: Path) -> None:
    """Phường Gia Viên ended on 30/6/2025, another of that name began the next day."""
    codes = ("phuong-gia-vien", "phuong-gia-vien-2025")
    texts = [read(workspace, f"don_vi/{code}.yaml") for code in codes]

    assert all("ten: Gia Viên" in text for text in texts)
    assert problems(workspace) == []


def test_the_name_of_a_neighbour_in_a_units_own_words_is_a_reminder(workspace: Path) -> None:
    text = read(workspace, "ke_hoach/2025/phuong-cau-dat.yaml")
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", text)
    found = problems(workspace)

    assert {(p.code, p.warning, p.place.path.name) for p in found} == {
        ("other-unit-named", True, "phuong-van-my.yaml")
    }
    assert found[0].source.strip().startswith("- noi_dung: Công khai, đối thoại")


@pytest.mark.parametrize(("day", "codes"), [("5/9/2052", ["far-day"]), ("5/9/2026", [])])
def test_a_day_far_from_the_year_is_a_reminder(day: str, codes: list[str], workspace: Path) -> None:
    text = f"nhiem_vu:\n  - noi_dung: Làm sạch chợ.\n    han: {day}\n"
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", text)
    found = problems(workspace)

    assert [p.code for p in found] == codes
    assert all(p.warning and p.place.line == 3 for p in found)


def test_a_date_on_which_the_unit_is_no_more_is_refused(workspace: Path) -> None:
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", "so: 7\nngay: 05/8/2025\n")
    (found,) = problems(workspace)

    assert (found.code, found.warning, found.place.line) == ("unit-not-in-time", False, 2)
