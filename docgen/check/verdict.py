"""Verdicts: what a rule says of a document, and the report of them all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from docgen.check.applies import SCOPES
from docgen.check.rule import Hit, Rule
from docgen.check.sheet import Sheet

PASS, FAIL = "pass", "fail"
NOT_EVALUATED, NOT_APPLICABLE = "not-evaluated", "not-applicable"
SEVERITIES = ("error", "warning", "info")


class Finding(NamedTuple):
    """A fault as reported: the rule that found it, and what it weighs in the end."""

    rule: Rule
    severity: str
    hit: Hit


class Verdict(NamedTuple):
    """What a rule says of a document. *reason* is Vietnamese; *code* is a stable kebab word."""

    rule: Rule
    outcome: str  # PASS, FAIL, NOT_EVALUATED or NOT_APPLICABLE
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    code: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes so that what is one for many files stays one."""
        return (Verdict, tuple(self)) if self.findings else (faultless, (*self[:2], *self[3:]))


@lru_cache(maxsize=4096)
def faultless(rule: Rule, outcome: str, reason: str, code: str) -> Verdict:
    """Return a verdict without faults: one for all the files that it is said of."""
    return Verdict(rule, outcome, (), reason, code)


@dataclass(frozen=True)
class Report:
    """The verdicts of all rules that were asked, in the order of FAMILIES."""

    sheet: Sheet
    verdicts: tuple[Verdict, ...]
    left_out: tuple[str, ...] = field(default=())  # rules that the user did not want
    others: tuple[Report, ...] = field(default=())  # of further documents in the same file

    @property
    def documents(self) -> tuple[Report, ...]:
        """The report itself, and those of further documents in the same file."""
        return (self, *self.others)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every fault of this document, in the order of the rules."""
        return tuple(finding for verdict in self.verdicts for finding in verdict.findings)

    @cached_property
    def outcomes(self) -> Counter[str]:
        """How many rules passed, failed, were not evaluated, did not apply."""
        return Counter(verdict.outcome for verdict in self.verdicts)

    @cached_property
    def severities(self) -> Counter[str]:
        """How many faults of each severity."""
        return Counter(finding.severity for finding in self.findings)

    @property
    def scope(self) -> str:
        """Why the decree does not rule the document, or nothing."""
        return SCOPES.get(self.sheet.scope, "")
