"""What is told of one file: the verdicts without the document, small enough to travel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.check.layout import Block, Layout, Paragraph, Place
from docgen.check.report.sentence import OUT_OF_SCOPE, PASSED, conclusion, state
from docgen.check.settings import Settings
from docgen.check.types import TYPES
from docgen.check.verdict import FAIL, NOT_APPLICABLE, NOT_EVALUATED, PASS, Finding, Report, Verdict
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.check.fix import Repair

GAP = "draft-gap"
"""The rule that finds what an office has not written yet; in a draft that is no fault."""
_BEFORE, _AFTER = -1, 1 << 30
_BACK = ("chân trang", "chú thích", "cuối văn bản")


@dataclass(frozen=True)
class Document:
    """One document. *findings* are in the order of the pages; *excused* go with their reasons."""

    kind: str
    scope: str
    scope_words: str
    day: date | None
    draft: bool
    chosen: bool  # only some rules were asked
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...] = ()
    excused: tuple[tuple[Finding, str], ...] = ()
    gaps: tuple[Finding, ...] = ()

    @cached_property
    def severities(self) -> Counter[str]:
        """How many faults of each severity, without the excused."""
        return Counter(finding.severity for finding in self.findings)

    def of(self, outcome: str) -> list[Verdict]:
        """Return the verdicts of one outcome."""
        return [verdict for verdict in self.verdicts if verdict.outcome == outcome]

    @property
    def passed(self) -> list[Verdict]:
        """The rules that found nothing."""
        return self.of(PASS)

    @property
    def unjudged(self) -> list[Verdict]:
        """The rules that could not tell, in whole or after some hits."""
        return [v for v in self.verdicts if v.outcome == NOT_EVALUATED or (v.findings and v.code)]

    @property
    def foreign(self) -> list[Verdict]:
        """The rules that do not concern the document."""
        return self.of(NOT_APPLICABLE)

    @property
    def broken(self) -> list[Verdict]:
        """The rules that met a fault of their own."""
        return [verdict for verdict in self.verdicts if verdict.code == "rule-failed"]

    @property
    def judged(self) -> bool:
        """Whether any rule passed or failed it."""
        return any(verdict.outcome in (PASS, FAIL) for verdict in self.verdicts)

    @property
    def state(self) -> str:
        """One stable word: dat, chua-dat, khong-xet, khong-xet-duoc."""
        return state(self)

    @property
    def conclusion(self) -> str:
        """The sentence that an official relies on."""
        return conclusion(self)


@dataclass(frozen=True)
class Account:
    """One file: its documents (more than one where papers were merged), or why it has none."""

    file: str
    documents: tuple[Document, ...] = ()
    error: str = ""
    code: str = ""
    trace: str = field(default="", compare=False)
    repair: Repair | None = None  # what was mended, if that was asked for

    @property
    def fine(self) -> bool:
        """Whether nothing is wrong: every document passes, or is none of the decree's."""
        states = {document.state for document in self.documents}
        failed = self.repair is not None and self.repair.failed
        return not self.error and not failed and states <= {PASSED, OUT_OF_SCOPE}


def account(file: str, report: Report, settings: Settings, repair: Repair | None = None) -> Account:
    """Return what is told of *report*; *file* is the name to tell it by."""
    documents = tuple(_document(each, settings) for each in (report, *report.others))
    return Account(file, documents, repair=repair)


def unread(file: str, error: DocgenError, trace: str = "") -> Account:
    """Return what is told of a file that could not be checked."""
    return Account(file, error=str(error), code=error.code, trace=trace)


def _document(report: Report, settings: Settings) -> Document:
    sheet = report.sheet
    order = _order(sheet.layout)
    found = sorted(report.findings, key=lambda finding: _at(finding.hit.where, order))
    gaps = [each for each in found if each.rule.id == GAP and sheet.draft]
    told, excused = [], []
    for finding in found:
        if finding in gaps:
            continue
        excuse = next((each for each in settings.excuses if each.covers(finding)), None)
        if excuse:
            excused.append((finding, excuse.reason))
        else:
            told.append(finding)
    kind = TYPES.get(sheet.type)
    return Document(
        kind=kind.name if kind else "",
        scope=sheet.scope,
        scope_words=report.scope,
        day=settings.day or sheet.day,
        draft=sheet.draft,
        chosen=bool(report.left_out),
        verdicts=report.verdicts,
        findings=tuple(told),
        excused=tuple(excused),
        gaps=tuple(gaps),
    )


def _order(layout: Layout) -> Mapping[tuple[str, int], int]:
    """Return the rank of each place, in the order of the pages."""
    places = dict.fromkeys((place.words, place.section) for place in _places(layout.blocks))
    return {place: rank for rank, place in enumerate(places)}


def _places(blocks: tuple[Block, ...]) -> Iterator[Place]:
    for block in blocks:
        yield block.place
        if not isinstance(block, Paragraph):
            for row in block.rows:
                for cell in row:
                    yield from _places(cell.blocks)


def _at(where: Place, order: Mapping[tuple[str, int], int]) -> tuple[int, int]:
    """Return what to sort a place by: pages as a whole, the text, what stands below it."""
    known = order.get((where.words, where.section))
    if known is not None:
        return known, where.section
    return (_AFTER if where.words.startswith(_BACK) else _BEFORE), where.section
