"""What the tests of single faults share: good documents made from the sample, once each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.mutations.case import Case, Told, issue, judged
from tests.check.mutations.case import told as told_of
from tests.check.mutations.parts import Parts


@pytest.fixture(scope="session")
def good(
    sample: Path, make: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """Return ``good(unit)``: the draft of its plan."""
    out = tmp_path_factory.mktemp("good")
    made: dict[str, Path] = {}

    def one(unit: str) -> Path:
        if unit not in made:
            made[unit] = make(sample, unit, out)
        return made[unit]

    return one


@pytest.fixture
def told(good: Callable[[str], Path], tmp_path: Path) -> Told:
    """Return ``told(case)``: the rules that tell of its fault, with their weights."""

    def tell(case: Case) -> dict[str, str]:
        parts = Parts(good(case.of))
        if not case.draft:
            issue(parts, case.day)
        case.edit(parts)
        return told_of(judged(parts.save(tmp_path / "van-ban.docx"), draft=case.draft))

    return tell
