"""A report for a terminal: a line for each place, under it what the clause demands."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.fix import advise
from docgen.check.report.account import Account, Document
from docgen.check.report.plain import plain, sentence
from docgen.check.report.sentence import LEVELS
from docgen.check.verdict import Finding, Verdict

_SHOWN = 3
"""So many places of one rule are shown; the rest are counted."""


def lines(account: Account, *, verbose: bool = False) -> Iterator[str]:
    """Yield the lines of one file, the conclusion of each document last."""
    if account.error:
        yield from conclusions(account)
    yield from mended(account)
    for name, document in _named(account):
        for group in groups(document):
            yield from _group(name, group, verbose=verbose)
            if account.repair:
                yield f"    cách sửa: {advise(group[0].rule.id).words}"
        if verbose:
            yield from _aside(name, document)
        yield _conclusion(name, document)


def conclusions(account: Account) -> Iterator[str]:
    """Yield the conclusions alone."""
    if account.error:
        file = plain(account.file)
        yield f"{file}: Không kiểm tra được: {plain(account.error)} [{account.code}]"
    for name, document in _named(account):
        yield _conclusion(name, document)


def mended(account: Account) -> Iterator[str]:
    """Yield what was mended in the copy, or why there is none."""
    file, repair = plain(account.file), account.repair
    if repair is None:
        return
    if repair.copy:
        many = sum(number for _, number in repair.mended)
        told = ", ".join(f"{name} ({number})" for name, number in repair.mended)
        yield f"{file}: bản sao đã sửa {many} chỗ: {told}"
    elif repair.why:
        yield f"{file}: không sửa: {sentence(plain(repair.why))}"
    else:
        yield f"{file}: không có chỗ nào sửa tự động được."
    for note in repair.notes:
        yield f"{file}: {sentence(plain(note))}"


def _named(account: Account) -> Iterator[tuple[str, Document]]:
    """Yield each document with the name to tell it by."""
    file = plain(account.file)
    for number, document in enumerate(account.documents, start=1):
        yield f"{file} (văn bản {number})" if len(account.documents) > 1 else file, document


def _conclusion(name: str, document: Document) -> str:
    return f"{name}: {sentence(plain(document.conclusion))}"


def groups(document: Document) -> list[list[Finding]]:
    """Return the findings rule by rule, the rules in the order of their first place."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in document.findings:
        found.setdefault((finding.rule.id, finding.severity), []).append(finding)
    return list(found.values())


def _group(file: str, group: list[Finding], *, verbose: bool) -> Iterator[str]:
    rule, level = group[0].rule, LEVELS[group[0].severity]
    shown = group if verbose or len(group) == _SHOWN + 1 else group[:_SHOWN]
    for finding in shown:
        where, found = plain(finding.hit.where.words), plain(finding.hit.found)
        yield f"{file}: {where}: {level}: {found} [{rule.id}]"
    if len(group) > len(shown):
        yield f"{file}: … và {len(group) - len(shown)} chỗ khác [{rule.id}]"
    yield f"    quy định: {sentence(rule.demands)} ({rule.source})"
    if not rule.drafts:
        yield "    văn bản này còn là bản nháp thì thêm --draft"


def _aside(file: str, document: Document) -> Iterator[str]:
    """Yield what was excused, what could not be told and what passed."""
    for finding, reason in document.excused:
        where, found = plain(finding.hit.where.words), plain(finding.hit.found)
        yield f"{file}: {where}: bỏ qua: {found} [{finding.rule.id}]"
        yield f"    lý do: {sentence(plain(reason))}"
    for gap in document.gaps:
        yield f"{file}: {plain(gap.hit.where.words)}: {plain(gap.hit.found)}"
    for verdict in document.unjudged:
        yield f"{file}: không xét được: {plain(verdict.reason)} [{verdict.rule.id}]"
    yield from _listed(file, "không áp dụng", document.foreign, reasons=True)
    yield from _listed(file, "đạt", document.passed)


def _listed(
    file: str, word: str, verdicts: list[Verdict], *, reasons: bool = False
) -> Iterator[str]:
    """Yield the rules of one outcome, those of one reason on one line."""
    by_reason: dict[str, list[str]] = {}
    for verdict in verdicts:
        by_reason.setdefault(verdict.reason * reasons, []).append(verdict.rule.id)
    for reason, rules in by_reason.items():
        why = f" ({plain(reason)})" if reason else ""
        yield f"{file}: {word}{why}: {', '.join(rules)}"
