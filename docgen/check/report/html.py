"""A report as one page to read and to print: no script, nothing from outside, all text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from docgen.check.report.account import Account, Document
from docgen.check.report.limits import demanded, remedy
from docgen.check.report.pages import HEAD, TAIL
from docgen.check.report.plain import plain, sentence
from docgen.check.report.sentence import FAILED, LEVELS, OUT_OF_SCOPE, PASSED, by_reason, undated
from docgen.check.report.text import PLACES, groups, repaired, unfilled
from docgen.check.verdict import Finding, Verdict

_SHOWN = 12
"""So many places of one rule stand open; the rest are folded."""
_FEW = 20
"""Longer lists are folded."""
_LEGEND = "Dòng in đậm là điều phải giữ, ngay dưới là chỗ sai, cách sửa và căn cứ."
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
        f"<p>{_safe(total)}</p>",
        *_summary(accounts),
        *(f'<p class="aside">{_safe(words)}</p>' for words in _legend(accounts)),
        *(line for n, account in enumerate(accounts, 1) for line in _file(n, account)),
        TAIL,
    ]
    return "\n".join(parts) + "\n"


def _legend(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Return how to read the faults, if there are any."""
    found = any(document.findings for account in accounts for document in account.documents)
    return (f"{_LEGEND} {PLACES}",) if found else ()


def _safe(text: str) -> str:
    """Return *text* as markup: harmless, a figure together with its unit."""
    return escape(_UNIT.sub("\u00a0", plain(text)), quote=True)


def _summary(accounts: Sequence[Account]) -> Iterator[str]:
    yield '<table class="summary"><thead><tr><th>Tệp</th><th>Kết luận</th><th>Lỗi</th>'
    yield "<th>Nhắc</th><th>Lưu ý</th><th>Quy tắc không xét được</th></tr></thead><tbody>"
    for number, account in enumerate(accounts, start=1):
        link = f'<a href="#t{number}">{_safe(account.file)}</a>'
        if account.error:
            yield f'<tr><td>{link}</td><td class="bad" colspan="5">Không kiểm tra được</td></tr>'
        for place, document in enumerate(account.documents, start=1):
            some = f" (văn bản {place})" if len(account.documents) > 1 else ""
            figures = (
                document.severities["error"],
                document.severities["warning"],
                document.severities["info"],
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
    yield from _repair(account)
    for place, document in enumerate(account.documents, start=1):
        if len(account.documents) > 1:
            yield f"<h3>Văn bản {place}</h3>"
        yield from _document(document)
    yield "</section>"


def _repair(account: Account) -> Iterator[str]:
    """Yield what was mended in the copy, or why there is none."""
    if account.repair is None:
        return
    demands = {
        each.rule.id: each.rule.demands for one in account.documents for each in one.verdicts
    }
    yield '<div class="repair">'
    for number, words in enumerate(repaired(account)):
        yield f"<p>{_safe(sentence(words[:1].upper() + words[1:]))}</p>"
        if number == 0 and account.repair.mended:
            yield "<ul>"
            for name, many in account.repair.mended:
                told = _safe(f"{many} chỗ: {demands.get(name, '')}")
                yield f"<li>{told} <code>{_safe(name)}</code></li>"
            yield "</ul>"
    yield "</div>"


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
        yield from _group(document, group)
    yield from _aside(document)


def _group(document: Document, group: list[Finding]) -> Iterator[str]:
    rule, severity = group[0].rule, group[0].severity
    yield f'<div class="finding {severity}">'
    yield f'<p class="rule"><span class="level">{_safe(LEVELS[severity])}</span> '
    yield f"<strong>{_safe(sentence(demanded(document, group[0])))}</strong></p>"
    yield from _places(group[:_SHOWN], severity)
    if rest := group[_SHOWN:]:
        yield f"<details><summary>và {len(rest)} chỗ khác</summary>"
        yield from _places(rest, severity)
        yield "</details>"
    draft = " Văn bản này còn là bản nháp thì thêm --draft." if any(map(unfilled, group)) else ""
    yield f"<p>Cách sửa: {_safe(remedy(document, group[0]) + draft)}</p>"
    yield f'<p class="source">Căn cứ: {_safe(rule.source)} · <code>{_safe(rule.id)}</code></p></div>'


def _places(group: Sequence[Finding], severity: str) -> Iterator[str]:
    yield "<ul>"
    for finding in group:
        where, found = finding.hit.where.words, finding.hit.found
        mild = f" ({LEVELS[finding.severity]})" if finding.severity != severity else ""
        yield f"<li><em>{_safe(where)}</em>: {_safe(sentence(found) + mild)}</li>"
    yield "</ul>"


def _aside(document: Document) -> Iterator[str]:
    """Yield what was no fault: gaps, excuses, rules that could not tell, the others."""
    gaps = [
        f"<em>{_safe(gap.hit.where.words)}</em>: {_safe(sentence(gap.hit.found))}"
        for gap in document.gaps
    ]
    yield from _folded("Chỗ còn [CẦN BỔ SUNG]", gaps)
    excused = [
        f"<em>{_safe(each.hit.where.words)}</em>: {_safe(sentence(each.hit.found))} "
        f"Lý do bỏ qua: {_safe(sentence(reason))} <code>{_safe(each.rule.id)}</code>"
        for each, reason in document.excused
    ]
    yield from _folded("Chỗ được bỏ qua theo kiem_tra.yaml", excused)
    yield from _listed("Quy tắc không xét được", document.unjudged, undated(document))
    yield from _listed("Quy tắc không áp dụng cho văn bản này", document.foreign)
    yield from _listed("Quy tắc đạt", document.passed)


def _listed(title: str, verdicts: Sequence[Verdict], cure: str = "") -> Iterator[str]:
    """Yield rules that found no fault, those of one reason together; they are not printed."""
    if not verdicts:
        return
    told = f"{title}: {len(verdicts)}" + (f" ({cure})" if cure else "")
    yield f'<details class="rules"><summary>{_safe(told)}</summary><ul>'
    for reason, same in by_reason(verdicts).items():
        rules = [f"{_safe(each.rule.demands)} <code>{_safe(each.rule.id)}</code>" for each in same]
        if reason:
            yield f"<li>{_safe(sentence(reason[:1].upper() + reason[1:]))}<ul>"
        yield from (f"<li>{rule}</li>" for rule in rules)
        if reason:
            yield "</ul></li>"
    yield "</ul></details>"


def _folded(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        state = " open" if len(items) <= _FEW else ""
        yield f"<details{state}><summary>{_safe(title)}: {len(items)}</summary><ul>"
        yield from (f"<li>{item}</li>" for item in items)
        yield "</ul></details>"
