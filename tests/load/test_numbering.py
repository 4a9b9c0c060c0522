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


PLAN, REPORT = "ke_hoach/2025/phuong-ngo-quyen.yaml", "bao_cao/2025-nam/phuong-ngo-quyen.yaml"


def told(root: Path, days: dict[str, str], rule: str = "") -> list[Problem]:
    """Return what is told of numbers where each file says that it has number 7, on a day."""
    for path, day in days.items():
        file = root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"so: 7\nngay: {day}\n", "utf-8")
    (root / "docgen.yaml").write_text(f"nam: 2025\ndanh_so: {{{rule}}}\n", "utf-8")
    found = workspace_problems(load_workspace(root))
    return [one for one in found if one.code in ("number-twice", "wrong-year")]


def test_a_number_that_two_documents_of_a_row_name_is_told(workspace: Path) -> None:
    (found,) = told(workspace, {PLAN: "05/8/2025", REPORT: "08/12/2025"})

    assert (found.code, found.warning, found.place.line) == ("number-twice", False, 1)
    assert found.place.path == workspace / "data" / PLAN
    assert f"số 07 đã ghi cho văn bản khác của đơn vị trong năm, ở data/{REPORT}" in found.message


@pytest.mark.parametrize("rule, other, day", [
    ("theo_loai: [phuong-ngo-quyen]", REPORT, "08/12/2025"),
    ("", REPORT, "05/01/2026"),  # signed in January: a number of the next year's row
    ("", PLAN.replace("ngo-quyen", "gia-vien-2025"), "08/12/2025"),
])  # fmt: skip
def test_the_same_number_in_another_row_is_right(
    workspace: Path, rule: str, other: str, day: str
) -> None:
    assert told(workspace, {PLAN: "05/8/2025", other: day}, rule) == []


def test_only_a_report_of_the_whole_year_is_signed_in_the_next(workspace: Path) -> None:
    half = REPORT.replace("nam", "6-thang")
    found = told(workspace, {half: "05/01/2026"})

    assert [one.code for one in found] == ["wrong-year"]
