"""A report of six hundred units is worked out in time that grows with them, not with their square."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from docgen.figures import carry
from docgen.figures.carry import figures_of
from docgen.figures.checks import figure_problems
from docgen.figures.rollup import group
from docgen.figures.sources import report_keys
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.model.period import YEAR
from tests.figures.small import Office

MANY = 600


@pytest.fixture
def many(office: Office) -> Workspace:
    """A workspace of 600 wards that each took over another on 1/7, all with both halves."""
    office.told("phuong-a", "nhan: 10; xong: 8; dau: 2")
    office.told("phuong-a", "nhan: 5; xong: 6; dau: 4", "2025-nam")
    office.unit("phuong-b", "ton_tai: {den: 30/6/2025}\nke_thua: [{don_vi: phuong-c}]\n")
    office.unit("phuong-c", "ton_tai: {tu: 01/7/2025}\n")
    workspace = office.load()
    old, new = workspace.units.pop("phuong-b"), workspace.units.pop("phuong-c")
    halves = [
        workspace.data.pop(DataKey("bao-cao", 2025, "phuong-a", ma)) for ma in ("6-thang", "nam")
    ]
    del workspace.units["phuong-a"]
    for number in range(MANY):
        heirs = [old.value.ke_thua[0].model_copy(update={"don_vi": f"phuong-c{number}"})]
        value = old.value.model_copy(update={"ke_thua": heirs})
        workspace.units[f"phuong-b{number}"] = type(old)(value, old.document)
        workspace.units[f"phuong-c{number}"] = new
        workspace.data[DataKey("bao-cao", 2025, f"phuong-b{number}", "6-thang")] = halves[0]
        workspace.data[DataKey("bao-cao", 2025, f"phuong-c{number}", "nam")] = halves[1]
    return workspace


def test_each_report_is_worked_out_once(many: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: Counter[DataKey] = Counter()
    worked_out = carry._figures_of

    def counting(workspace: Workspace, key: DataKey) -> Any:
        counted[key] += 1
        return worked_out(workspace, key)

    monkeypatch.setattr(carry, "_figures_of", counting)
    key = DataKey("bao-cao", 2025, "quan-x", YEAR)
    wards = group(many, key, date(2025, 12, 20), "Ở các phường", ["ubnd-phuong"])
    figure_problems(many, report_keys(many, key, date(2025, 12, 20)))
    figure_problems(many)

    assert wards.total["nhan"].value == 15 * MANY
    assert wards.total["ton"].value == 3 * MANY
    assert set(counted.values()) == {1}
    assert len(counted) <= 2 * MANY + 2


def test_who_took_over_from_whom_is_looked_for_once(many: Workspace) -> None:
    walked = Counter[str]()

    class Units(dict[str, Any]):
        def items(self) -> Any:
            walked["items"] += 1
            return super().items()

    many.units = Units(many.units)
    for number in range(MANY):
        figures_of(many, DataKey("bao-cao", 2025, f"phuong-c{number}", YEAR))

    assert walked["items"] <= 1
