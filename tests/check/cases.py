"""A bad document for each rule: `Case("quoc-hieu-size", sheet, where, found)`."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.check.run import FAMILIES, Report, Verdict, rules, run
from docgen.check.sheet import Sheet
from tests.check.sheets import annexed, dispatch, plan, stamped

# the wording of the text has rules of its own, with tests of their own
_TEXT = ("body", "numbering", "capitals", "orthography", "citations", "technical", "two_tier")
_FORM = [family for family in FAMILIES if family not in _TEXT]


@dataclass(frozen=True)
class Case:
    """A document with one fault: the rule that finds it, where, in what words, how grave."""

    rule: str
    sheet: Sheet
    where: str
    found: str
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.rule}: {self.found}"


def judged(sheet: Sheet, rule: str) -> Verdict:
    """Return what one rule says of *sheet*."""
    (verdict,) = run(sheet, select=[rule]).verdicts
    return verdict


def found(sheet: Sheet, rule: str) -> list[tuple[str, str, str]]:
    """Return the hits of a rule that could judge: place, words, severity."""
    verdict = judged(sheet, rule)
    assert verdict.outcome in ("pass", "fail"), verdict.reason
    return [(each.hit.where.words, each.hit.found, each.severity) for each in verdict.findings]


def assert_found(case: Case) -> None:
    """Assert that the rule finds the fault, once, and that no other rule reports it again."""
    assert found(case.sheet, case.rule) == [(case.where, case.found, case.severity)]
    assert faults(run(case.sheet, select=_FORM)) == {case.rule}


def faults(report: Report) -> set[str]:
    """Return the rules that failed, or broke down."""
    broken = {each.rule.id for each in report.verdicts if each.code == "rule-failed"}
    return broken | {finding.rule.id for finding in report.findings}


def assert_complete(family: str, cases: list[Case], *elsewhere: str) -> None:
    """Assert that every rule of a family has a bad document, and passes a good one.

    The good document of the rules *elsewhere* is in a test of its own.
    """
    known = {rule.id for rule in rules().values() if rule.family == family}
    assert known == {case.rule for case in cases}
    good = [run(sheet, select=[family]) for sheet in (plan(), dispatch(), annexed(), stamped())]
    passed = {each.rule.id for report in good for each in report.verdicts if each.outcome == "pass"}
    assert known - passed == set(elsewhere)
