"""The documents that faults are put into have none, as drafts and as issued."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.mutations.case import (
    DISTRICT,
    OFFICE,
    OTHER_WARD,
    SCHOOL,
    WARD,
    issue,
    judged,
    told,
)
from tests.check.mutations.parts import Parts

each_unit = pytest.mark.parametrize("unit", [WARD, OTHER_WARD, DISTRICT, OFFICE, SCHOOL])


@each_unit
def test_a_draft_of_ours_has_no_fault(unit: str, good: Callable[[str], Path]) -> None:
    assert told(judged(good(unit), draft=True)) == {}


@each_unit
def test_a_plan_of_ours_that_was_issued_has_no_fault(
    unit: str, good: Callable[[str], Path], tmp_path: Path
) -> None:
    parts = Parts(good(unit))
    issue(parts, "12 tháng 8" if unit in (OTHER_WARD, OFFICE) else "12 tháng 02")

    assert told(judged(parts.save(tmp_path / "van-ban.docx"))) == {}
