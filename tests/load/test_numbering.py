"""``danh_so`` in docgen.yaml: units that are there, types of Điều 7, rows that are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import Problem
from docgen.load.references import workspace_problems
from docgen.load.workspace import load_workspace


def problems(root: Path, rule: str) -> list[Problem]:
    """Return what is told of docgen.yaml with *rule* in line 2."""
    (root / "docgen.yaml").write_text(f"nam: 2025\ndanh_so: {{{rule}}}\n", "utf-8")
    found = workspace_problems(load_workspace(root))
    return [one for one in found if one.place.path.name == "docgen.yaml"]


def start(unit: str = "phuong-cau-dat", more: str = "") -> str:
    return f"bat_dau: [{{don_vi: {unit}, nam: 2025, so: 7{more}}}]"


@pytest.mark.parametrize("rule, code, message", [
    ("theo_loai: [phuong-cau-da]", "unknown-code", "Có phải là “phuong-cau-dat”?"),
    (start("phuong-cau-da"), "unknown-code", "Có phải là “phuong-cau-dat”?"),
    (f"cach: theo loại, {start(more=', loai: Kế hoặch')}", "unknown-type", "Có phải là “Kế hoạch”?"),
    (f"cach: theo loại, {start(more=', loai: plan')}", "unknown-type", "không có loại văn bản “plan”"),
    (start(more=", loai: Thư công"), "unknown-type", "không có loại văn bản “Thư công”"),
])  # fmt: skip
def test_a_word_that_is_not_known_is_refused_at_its_place(
    workspace: Path, rule: str, code: str, message: str
) -> None:
    (found,) = problems(workspace, rule)

    assert (found.code, found.place.line, found.warning) == (code, 2, False)
    assert found.place.column > 10
    assert message in found.message


@pytest.mark.parametrize("rule", [
    "", "theo_loai: [phuong-cau-dat]", start(),
    f"theo_loai: [phuong-cau-dat], {start(more=', loai: kế  HOẠCH')}", start(more=", loai: bản sao"),
])  # fmt: skip
def test_what_is_right_is_not_told(workspace: Path, rule: str) -> None:
    assert problems(workspace, rule) == []


def test_a_row_that_nothing_uses_and_one_that_is_there_twice_are_told(workspace: Path) -> None:
    (unused,) = problems(workspace, start(more=", loai: Kế hoạch"))
    row = "{don_vi: phuong-cau-dat, nam: 2025, so: 7}"
    (twice,) = problems(workspace, f"bat_dau: [{row}, {row}]")

    assert (unused.code, unused.warning) == ("start-unused", True)
    assert "theo_loai: [phuong-cau-dat]" in unused.hint
    assert twice.code == "start-twice"
