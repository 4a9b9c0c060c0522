"""A report as one page to read and to print: no script, nothing from outside, all text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from docgen.check.report.account import Account, Document
from docgen.check.report.pages import HEAD, TAIL
from docgen.check.report.plain import plain, sentence
from docgen.check.report.sentence import FAILED, LEVELS, OUT_OF_SCOPE, PASSED
from docgen.check.report.text import groups
from docgen.check.verdict import Finding, Verdict

_SHOWN = 12
"""So many places of one rule stand open; the rest are folded."""
_FEW = 20
"""Longer lists are folded."""
_LEGEND = "Dòng in đậm là điều phải giữ, ngay dưới là chỗ sai và căn cứ."
_UNIT = re.compile(r"(?<=\d) (?=(?:mm|pt|cm|lỗi|lời|quy|chỗ|tệp)\b)")
_STATES = {PASSED: "Đạt", FAILED: "Chưa đạt", OUT_OF_SCOPE: "Không xét"}


def as_html(accounts: Sequence[Account], made: date, version: str) -> str:
    """Return the page; *made* is the day on it, *version* docgen's."""
    fine = sum(account.fine for account in accounts)
    unfit = len(accounts) - fine
    total = f"{len(accounts)} tệp: {fine} tệp không có lỗi" + (
        f", {unfit} tệp cần xem lại." if unfit else "."
    )
    told = f"docgen {version} · {made:%d/%m/%Y}"
    parts = [
        HEAD,
        "<h1>Kiểm tra thể thức và kỹ thuật trình bày văn bản</h1>",
        f'<p class="meta">Theo Nghị định 30/2020/NĐ-CP · {_safe(told)}</p>',
        f"<p>{_safe(total)} {_safe(_LEGEND)}</p>",
        *_summary(accounts),
        *(line for n, account in enumerate(accounts, 1) for line in _file(n, account)),
        TAIL,
    ]
    return "\n".join(parts) + "\n"


def _safe(text: str) -> str:
    """Return *text* as markup: harmless, a figure together with its unit."""
    return escape(_UNIT.sub("\u00a0", plain(text)), quote=True)


def _summary(accounts: Sequence[Account]) -> Iterator[str]:
    yield '<table class="summary"><thead><tr><th>Tệp</th><th>Kết luận</th><th>Lỗi</th>'
    yield "<th>Nhắc</th><th>Không xét được</th></tr></thead><tbody>"
    for number, account in enumerate(accounts, start=1):
        link = f'<a href="#t{number}">{_safe(account.file)}</a>'
        if account.error:
            yield f'<tr><td>{link}</td><td class="bad" colspan="4">Không kiểm tra được</td></tr>'
        for place, document in enumerate(account.documents, start=1):
            some = f" (văn bản {place})" if len(account.documents) > 1 else ""
            figures = (
                document.severities["error"],
                document.severities["warning"],
                len(document.unjudged),
            )
            cells = "".join(f'<td class="figure">{figure}</td>' for figure in figures)
            yield f"<tr><td>{link}{some}</td>{_state(document)}{cells}</tr>"
    yield "</tbody></table>"


def _state(document: Document) -> str:
    shade = {PASSED: "good", OUT_OF_SCOPE: "aside"}.get(document.state, "bad")
    return f'<td class="{shade}">{_STATES.get(document.state, "Không xét được")}</td>'


def _file(number: int, account: Account) -> Iterator[str]:
    yield f'<section id="t{number}"><h2>{_safe(account.file)}</h2>'
    if account.error:
        words = f"Không kiểm tra được: {account.error}"
        yield f'<p class="conclusion bad">{_safe(sentence(words))}</p>'
    for place, document in enumerate(account.documents, start=1):
        if len(account.documents) > 1:
            yield f"<h3>Văn bản {place}</h3>"
        yield from _document(document)
    yield "</section>"


def _document(document: Document) -> Iterator[str]:
    shade = {PASSED: "good", OUT_OF_SCOPE: "aside"}.get(document.state, "bad")
    yield f'<p class="conclusion {shade}">{_safe(sentence(document.conclusion))}</p>'
    facts = [
        f"Loại văn bản: {document.kind.lower()}" if document.kind else "",
        f"ngày {document.day:%d/%m/%Y}" if document.day else "",
        "bản nháp" if document.draft else "",
    ]
    if told := ", ".join(fact for fact in facts if fact):
        yield f'<p class="meta">{_safe(sentence(told[:1].upper() + told[1:]))}</p>'
    for group in groups(document):
        yield from _group(group)
    yield from _aside(document)


def _group(group: list[Finding]) -> Iterator[str]:
    rule, severity = group[0].rule, group[0].severity
    yield f'<div class="finding {severity}">'
    yield f'<p class="rule"><span class="level">{_safe(LEVELS[severity])}</span> '
    yield f"<strong>{_safe(sentence(rule.demands))}</strong></p>"
    yield from _places(group[:_SHOWN])
    if rest := group[_SHOWN:]:
        yield f"<details><summary>và {len(rest)} chỗ khác</summary>"
        yield from _places(rest)
        yield "</details>"
    yield f'<p class="source">Căn cứ: {_safe(rule.source)} · <code>{_safe(rule.id)}</code></p></div>'


def _places(group: Sequence[Finding]) -> Iterator[str]:
    yield "<ul>"
    for finding in group:
        where, found = finding.hit.where.words, finding.hit.found
        yield f"<li><em>{_safe(where)}</em>: {_safe(sentence(found))}</li>"
    yield "</ul>"


def _aside(document: Document) -> Iterator[str]:
    """Yield what was no fault: gaps, excuses, rules that could not tell, the others."""
    gaps = [
        f"<em>{_safe(gap.hit.where.words)}</em>: {_safe(sentence(gap.hit.found))}"
        for gap in document.gaps
    ]
    yield from _folded("Chỗ còn [CẦN BỔ SUNG]", gaps, opened=True)
    excused = [
        f"<em>{_safe(each.hit.where.words)}</em>: {_safe(sentence(each.hit.found))} "
        f"Lý do bỏ qua: {_safe(sentence(reason))} <code>{_safe(each.rule.id)}</code>"
        for each, reason in document.excused
    ]
    yield from _folded("Chỗ được bỏ qua theo kiem_tra.yaml", excused, opened=True)
    yield from _folded("Quy tắc không xét được", _told(document.unjudged), opened=True)
    yield from _folded("Quy tắc đạt", _told(document.passed))
    yield from _folded("Quy tắc không áp dụng cho văn bản này", _told(document.foreign))


def _told(verdicts: Sequence[Verdict]) -> list[str]:
    return [
        f"{_safe(sentence(verdict.rule.demands))} <code>{_safe(verdict.rule.id)}</code>"
        + (f" – {_safe(sentence(verdict.reason))}" if verdict.reason else "")
        for verdict in verdicts
    ]


def _folded(title: str, items: Sequence[str], *, opened: bool = False) -> Iterator[str]:
    if items:
        state = " open" if opened and len(items) <= _FEW else ""
        yield f"<details{state}><summary>{_safe(title)}: {len(items)}</summary><ul>"
        yield from (f"<li>{item}</li>" for item in items)
        yield "</ul></details>"
