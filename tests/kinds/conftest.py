"""What the tests of kinds share: one plan made from a workspace and read back as a reader does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from docgen.batch import Producer, plan_jobs
from docgen.load.workspace import load_workspace

QUAN = """
cap_tren: quan-ngo-quyen
nguoi_ky: {ho_ten: Lê Thị Hoa, chuc_vu: %s}
noi_nhan:
  - nhom: cap-tren
  - nhom: thuong-truc-cap-tren
  - "Lưu: VT."
"""


@dataclass(frozen=True)
class Plan:
    """A plan: its file, its paragraphs (style, words) and what its office has yet to write."""

    path: Path
    paragraphs: list[tuple[str, str]]
    gaps: dict[str, str] = field(default_factory=dict)

    @property
    def lines(self) -> list[str]:
        return [words for _, words in self.paragraphs if words]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def body(self) -> list[str]:
        """The paragraphs between the subject and “Nơi nhận”."""
        start = next(i for i, (style, _) in enumerate(self.paragraphs) if style == "Trích yếu")
        end = next(i for i, (style, _) in enumerate(self.paragraphs) if style == "Nơi nhận")
        return [words for _, words in self.paragraphs[start + 1 : end] if words]

    def styled(self, *styles: str) -> list[str]:
        """Return the paragraphs of some styles."""
        return [words for style, words in self.paragraphs if style in styles]

    def table(self, annex: int) -> list[list[str]]:
        """Return the rows of the table of an annex, its head left out; annexes end the file."""
        tables = docx.Document(str(self.path)).tables
        count = len(self.styled("Phụ lục"))
        rows = tables[len(tables) - count + annex - 1].rows
        return [[plain(cell.text) for cell in row.cells] for row in rows][1:]

    def column(self, annex: int, number: int) -> list[str]:
        """Return the words of a column, the first being 0."""
        return [row[number] for row in self.table(annex)]


def plain(words: str) -> str:
    """Return words with ordinary blanks, those of a draft's open number squeezed."""
    return re.sub(" +", " ", words.replace("\N{NO-BREAK SPACE}", " ")).strip()


@pytest.fixture(scope="session")
def plan(
    sample: Path, lines: Callable[[Path], Any], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Plan]:
    """Return ``plan(unit, root=sample, day=None)``; those of the sample are made once."""
    out = tmp_path_factory.mktemp("plans")
    numbers = itertools.count()
    producers: dict[date | None, Producer] = {}
    made: dict[tuple[str, date | None], Plan] = {}

    def producer(root: Path) -> Producer:
        return Producer(load_workspace(root), out / str(next(numbers)))

    def make(unit: str, root: Path = sample, day: date | None = None) -> Plan:
        if root != sample:
            return _read(producer(root), unit, day, lines)
        if (unit, day) not in made:
            if day not in producers:  # one compiles its templates once, and has a folder of its own
                producers[day] = producer(sample)
            made[unit, day] = _read(producers[day], unit, day, lines)
        return made[unit, day]

    return make


def _read(producer: Producer, unit: str, day: date | None, lines: Callable[[Path], Any]) -> Plan:
    (job,) = plan_jobs(producer.workspace, "ke-hoach", 2025, [unit], day)
    outcome = producer.make(job)
    if outcome.error:
        raise outcome.error
    assert outcome.written
    path = outcome.written.path
    found = [(line.style, plain(line.plain)) for line in lines(path)]
    return Plan(path, found, dict(outcome.gaps))


@pytest.fixture
def office(workspace: Path, plan: Callable[..., Plan]) -> Callable[..., Plan]:
    """Return ``office(head, own="", signs=…)``: the plan of a new unit of the district.

    *head* is the head of its file (kind, name), *own* what it writes of its plan.
    """

    def make(head: str, own: str = "", signs: str = "Trưởng phòng") -> Plan:
        unit = f"{head.strip()}{QUAN % signs}"
        (workspace / "data" / "don_vi" / "don-vi-thu.yaml").write_text(unit, "utf-8")
        data = workspace / "data" / "ke_hoach" / "2025" / "don-vi-thu.yaml"
        data.unlink(missing_ok=True)
        if own:
            data.write_text(own, "utf-8")
        return plan("don-vi-thu", workspace)

    return make
