"""A document of ours with one fault, and all that is told of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from docgen.check.facts import read_layout
from docgen.check.roles import recognise
from docgen.check.run import Report, run
from tests.check.mutations.parts import DOCUMENT, Edit, Parts

WARD, OTHER_WARD, DISTRICT = "phuong-cau-dat", "phuong-gia-vien-2025", "quan-ngo-quyen"
OFFICE, SCHOOL = "phong-vhxh-phuong-gia-vien", "truong-tieu-hoc-nguyen-du"
_WEIGHTS = ("info", "warning", "error")


@dataclass(frozen=True)
class Case:
    """One fault: the rule that owns it, how grave it is, and what follows from it.

    *follows* are the other rules that tell of it, with their weights. The document is issued on
    *day* as number 25, unless it is a *draft*.
    """

    id: str
    edit: Edit
    owner: str
    level: str = "error"
    follows: dict[str, str] = field(default_factory=dict)
    of: str = WARD
    day: str = "12 tháng 02"
    draft: bool = False

    @property
    def wanted(self) -> dict[str, str]:
        return {self.owner: self.level, **self.follows}


def each(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """Return the decorator that runs a test with each case, by its id."""
    marked = [pytest.param(case, id=case.id) for case in cases]
    return pytest.mark.parametrize("case", marked)


def issue(parts: Parts, day: str) -> None:
    """Write number and day where a draft leaves them open, in the annexes too."""
    text = parts.texts[DOCUMENT]
    text = re.sub(r"(Số:|số)[\s\u00a0]+/KH", r"\1 25/KH", text)
    gap = r"[\s\u00a0]+"
    text = re.sub(rf"ngày{gap}tháng{gap}năm", f"ngày {day} năm", text)
    assert text != parts.texts[DOCUMENT]
    parts.texts[DOCUMENT] = text


def judged(path: Path, *, draft: bool = False) -> Report:
    """Return what all rules say of a file."""
    report = run(recognise(read_layout(path), draft=draft))
    broken = [(verdict.rule.id, verdict.reason) for verdict in report.verdicts
              if verdict.code == "rule-failed"]  # fmt: skip
    assert not broken
    assert not report.others
    return report


def told(report: Report) -> dict[str, str]:
    """Return the rules that found a fault, each with the gravest of its hits."""
    found: dict[str, str] = {}
    for finding in report.findings:
        before = found.get(finding.rule.id, "info")
        found[finding.rule.id] = max(before, finding.severity, key=_WEIGHTS.index)
    return found


Told = Callable[[Case], dict[str, str]]
