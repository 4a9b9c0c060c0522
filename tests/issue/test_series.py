"""Which row of numbers a document is in: điểm c khoản 1 Điều 15 NĐ 30/2020."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.context.job import Job
from docgen.issue.series import series_for, series_of
from docgen.load.workspace import Workspace, load_workspace
from tests.issue.office import DAY, UNIT

BY_TYPE = f"theo_loai: [{UNIT}]"


def loaded(root: Path, rule: str) -> Workspace:
    (root / "docgen.yaml").write_text(f"nam: 2025\ndanh_so: {{{rule}}}\n", "utf-8")
    return load_workspace(root)


def starts(*rows: str) -> str:
    told = ", ".join(f"{{don_vi: {UNIT}, nam: 2025, so: {row}}}" for row in rows)
    return f"bat_dau: [{told}]"


@pytest.mark.parametrize("rule, type_name, row", [
    ("", "Quyết định", ""), ("", "Trích sao", "Bản sao"),
    (BY_TYPE, "quyết định", "Quyết định"), (BY_TYPE, "Công văn", "Công văn"),
    (BY_TYPE, "Sao y", "Bản sao"), ("cach: theo loại", "Tờ trình", "Tờ trình"),
])  # fmt: skip
def test_a_row_is_of_all_types_or_of_one_and_copies_have_theirs(
    workspace: Path, rule: str, type_name: str, row: str
) -> None:
    found = series_for(loaded(workspace, rule), UNIT, 2025, type_name)

    assert (found.issuer, found.year, found.kind) == (UNIT, 2025, row)


def test_docgens_own_documents_are_in_the_row_of_their_type(workspace: Path) -> None:
    one = loaded(workspace, BY_TYPE)
    rows = [series_of(one, Job(UNIT, kind, 2025, DAY)).kind for kind in ("ke-hoach", "don-doc")]

    assert rows == ["Kế hoạch", "Công văn"]


@pytest.mark.parametrize("rule, type_name, told", [
    (starts("118"), "Quyết định", True),
    (f"{BY_TYPE}, {starts('118')}", "Quyết định", False),  # it began when all types shared a row
    (f"{BY_TYPE}, {starts('9, loai: Kế hoạch')}", "Kế hoạch", True),
])  # fmt: skip
def test_the_start_of_a_row_is_told_only_by_its_own_line(
    workspace: Path, rule: str, type_name: str, told: bool
) -> None:
    assert series_for(loaded(workspace, rule), UNIT, 2025, type_name).told is told


@pytest.mark.parametrize("rule, type_name, first", [
    (starts("118"), "Quyết định", 118),
    (starts("118"), "Sao y", 1),  # copies were never in the row that began there
    (starts("118", "9, loai: Bản sao"), "Sao y", 9),
    (f"{BY_TYPE}, {starts('118', '9, loai: Kế hoạch')}", "Kế hoạch", 9),
    (f"{BY_TYPE}, {starts('9, loai: Kế hoạch')}", "Quyết định", 1),
])  # fmt: skip
def test_a_row_begins_where_the_settings_say(
    workspace: Path, rule: str, type_name: str, first: int
) -> None:
    assert series_for(loaded(workspace, rule), UNIT, 2025, type_name).first == first
