"""What is told of one file: the verdicts without the document, small enough to travel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.check.places import Places
from docgen.check.report.limits import limits
from docgen.check.report.sentence import OUT_OF_SCOPE, PASSED, conclusion, state
from docgen.check.settings import Settings
from docgen.check.verdict import FAIL, NOT_APPLICABLE, NOT_EVALUATED, PASS, Finding, Report, Verdict
from docgen.errors import DocgenError
from docgen.vietnamese.document_types import TYPES

if TYPE_CHECKING:
    from docgen.check.fix.mend import Repair

GAP = "draft-gap"
"""The rule that finds what an office has not written yet; in a draft that is no fault."""


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
    limits: Mapping[str, str] = field(default_factory=dict)  # an office's own numbers, by rule

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
    places = Places(sheet)
    told, excused, gaps = [], [], []
    for finding in sorted(report.findings, key=places.rank):
        shown = places.told(finding)
        excuse = next((each for each in settings.excuses if each.covers(shown)), None)
        if finding.rule.id == GAP and sheet.draft:
            gaps.append(shown)
        elif excuse:
            excused.append((shown, excuse.reason))
        else:
            told.append(shown)
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
        limits=limits(report.verdicts, settings.options),
    )
