"""Run all rules over a sheet: every rule gets a verdict, and none passes in silence."""

from __future__ import annotations

import copyreg
import re
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from docgen.check.applies import foreign, unknowable
from docgen.check.rule import RULES, NotEvaluated, Options, Rule
from docgen.check.sheet import Sheet
from docgen.check.verdict import (
    FAIL,
    NOT_APPLICABLE,
    NOT_EVALUATED,
    PASS,
    SEVERITIES,
    Finding,
    Report,
    Verdict,
    faultless,
)
from docgen.errors import DocgenError, did_you_mean

__all__ = ["FAMILIES", "Finding", "Report", "Verdict", "rules", "run"]

_PACKAGE = "docgen.check.rules"
FAMILIES = (
    "page",
    "fonts",
    "header",
    "issuer",
    "number",
    "place_date",
    "title",
    "subject",
    "addressee",
    "body",
    "whole",
    "numbering",
    "signature",
    "signer",
    "recipients",
    "annex",
    "annex_pages",
    "marks",
    "capitals",
    "orthography",
    "citations",
    "technical",
    "two_tier",
)
"""The modules of docgen.check.rules in the order of the report."""

# what a slip in a rule may raise; it is told as a verdict, never taken for a pass
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    RuntimeError,
    TypeError,
    ValueError,
    re.error,
)


class UnknownRuleError(DocgenError):
    """No rule and no family of rules has this name; *hint* tells what may be meant."""

    code = "unknown-rule"
    exit_code = 2

    def __init__(self, name: str, known: Collection[str], hint: str = "") -> None:
        meant = hint or did_you_mean(name, known)
        super().__init__(f"Không có quy tắc hay nhóm “{name}”.{meant}")


class UnknownSeverityError(DocgenError):
    """A severity is error, warning or info."""

    code = "unknown-severity"
    exit_code = 2

    def __init__(self, rule: str, severity: str) -> None:
        known = ", ".join(SEVERITIES)
        super().__init__(f"Mức “{severity}” của quy tắc “{rule}” phải là một trong: {known}.")


def rules() -> dict[str, Rule]:
    """Return all rules by id, in the order of FAMILIES."""
    _load()
    return dict(sorted(RULES.items(), key=lambda item: _place(item[1].family)))


@cache
def _load() -> None:
    for module in iter_modules(import_module(_PACKAGE).__path__):
        import_module(f"{_PACKAGE}.{module.name}")


def _rule(name: str) -> Rule:
    _load()
    return RULES[name]


# there is one of each rule: between processes its id alone travels
copyreg.pickle(Rule, lambda each: (_rule, (each.id,)))


def _place(family: str) -> int:
    return FAMILIES.index(family) if family in FAMILIES else len(FAMILIES)


def run(
    sheet: Sheet,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    options: Mapping[str, Options] | None = None,
    severities: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Report:
    """Judge *sheet* by every rule.

    *select* and *ignore* name rules or families; *options* override the numbers of rules,
    *severities* what their faults weigh. *on* is the day that the document is judged for, else
    its own. Raise UnknownRuleError or UnknownSeverityError for names that do not exist.
    """
    known = rules()
    options, severities = options or {}, severities or {}
    _refuse_unknown(known, {*select, *ignore, *options, *severities}, severities)
    asked = {name: rule for name, rule in known.items() if _asked(rule, select, ignore)}
    day = on or sheet.day
    verdicts = (_verdict(rule, sheet, day, options.get(rule.id, {})) for rule in asked.values())
    weighed = tuple(_weighed(verdict, severities.get(verdict.rule.id)) for verdict in verdicts)
    left_out = tuple(name for name in known if name not in asked)
    others = (
        run(each, select=select, ignore=ignore, options=options, severities=severities, on=on)
        for each in sheet.others
    )
    return Report(sheet, weighed, left_out, tuple(others))


def _refuse_unknown(
    known: Mapping[str, Rule], names: Collection[str], severities: Mapping[str, str]
) -> None:
    for name in sorted(names):
        if name not in known and name not in FAMILIES:
            raise UnknownRuleError(name, [*known, *FAMILIES])
    for rule, severity in severities.items():
        if severity not in SEVERITIES:
            raise UnknownSeverityError(rule, severity)


def _asked(rule: Rule, select: Collection[str], ignore: Collection[str]) -> bool:
    names = {rule.id, rule.family}
    return (not select or bool(names & set(select))) and not names & set(ignore)


def _weighed(verdict: Verdict, severity: str | None) -> Verdict:
    if severity is None:
        return verdict
    findings = tuple(each._replace(severity=severity) for each in verdict.findings)
    return verdict._replace(findings=findings)


def _verdict(rule: Rule, sheet: Sheet, day: date | None, own: Options) -> Verdict:
    for code, reason in foreign(rule, sheet, day):
        return faultless(rule, NOT_APPLICABLE, reason, code)
    for code, reason in unknowable(rule, sheet, day):
        return faultless(rule, NOT_EVALUATED, reason, code)
    return _judged(rule, sheet, {**rule.default, **own})


def _judged(rule: Rule, sheet: Sheet, options: Mapping[str, Any]) -> Verdict:
    findings: list[Finding] = []
    reason = code = ""
    try:
        for hit in rule.check(sheet, options):
            # one by one: what was found before a fault is kept
            findings.append(Finding(rule, hit.severity or rule.severity, hit))  # noqa: PERF401
    except NotEvaluated as why:
        reason, code = str(why), "not-evaluated"
    except _FAULTS as fault:
        reason, code = f"quy tắc gặp lỗi {type(fault).__name__}: {fault}", "rule-failed"
    if findings:
        return Verdict(rule, FAIL, tuple(findings), reason, code)
    return faultless(rule, NOT_EVALUATED if code else PASS, reason, code)
