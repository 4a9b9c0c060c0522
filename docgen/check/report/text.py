"""A report for a terminal: a line for each place, under it what is demanded and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.fix.advice import SAFE_KIND, advise
from docgen.check.report.account import Account, Document
from docgen.check.report.limits import demanded, remedy
from docgen.check.report.plain import plain, sentence
from docgen.check.report.sentence import LEVELS, by_reason, conclusion
from docgen.check.verdict import SEVERITIES, Finding, Verdict

_SHOWN = 3
"""So many places of one rule are shown; the rest are counted."""
_DETAIL = "    "
PLACES = (
    "Cách đếm: đoạn từ đầu văn bản, kể cả đoạn trống, không kể đoạn trong bảng, khung chữ; "
    "bảng kể cả bảng đầu văn bản và bảng chữ ký; ô từ trái sang phải; "
    "phần là section của Word. Các chỗ sai xếp theo quy tắc."
)
_FIXABLE = "{} chỗ thuộc loại docgen sửa được trong bản sao: thêm --fix."


def lines(account: Account, *, verbose: bool = False, headed: bool = False) -> Iterator[str]:
    """Yield the lines of one file, the conclusion of each document last.

    Every line of a place begins with the file's name, so that it can be searched for; *headed*
    tells the name once, above them.
    """
    if account.error:
        yield from conclusions(account)
    else:
        yield from mended(account)
    for name, document in _named(account):
        told = list(_told(document, verbose=verbose))
        if headed and told:
            yield from (name, *(f"  {line}" for line in told))
        else:
            yield from (line if line.startswith(_DETAIL) else f"{name}: {line}" for line in told)
        yield _conclusion(name, document, verbose=verbose)


def legend(accounts: Sequence[Account]) -> Iterator[str]:
    """Yield what helps to read the places, and to mend them; nothing if there are none."""
    documents = [each for account in accounts for each in account.documents]
    found = [finding for document in documents for finding in document.findings]
    fixable = sum(advise(finding.rule.id).kind == SAFE_KIND for finding in found)
    if found:
        yield PLACES
    if fixable and not any(account.repair for account in accounts):
        yield _FIXABLE.format(fixable)


def conclusions(account: Account) -> Iterator[str]:
    """Yield the conclusions alone."""
    if account.error:
        file = plain(account.file)
        yield f"{file}: Không kiểm tra được: {plain(account.error)} [{account.code}]"
    if account.repair and account.repair.why:
        yield from mended(account)
    for name, document in _named(account):
        yield _conclusion(name, document)


def mended(account: Account) -> Iterator[str]:
    """Yield what was mended in the copy, or why there is none, with the file's name."""
    rules = account.repair.mended if account.repair else ()
    told = f": {', '.join(f'{name} ({many})' for name, many in rules)}" if rules else ""
    for words in repaired(account):
        yield f"{plain(account.file)}: {words}{told}"
        told = ""


def repaired(account: Account) -> Iterator[str]:
    """Yield how much was mended in the copy, or why there is none, and what is left to people."""
    repair = account.repair
    if repair is None:
        return
    if repair.copy:
        many = sum(number for _, number in repair.mended)
        copy = "bản sao có từ trước còn đúng, không ghi lại;" if repair.again else "bản sao"
        yield f"{copy} đã sửa {many} chỗ"
    elif repair.why:
        yield f"không sửa: {sentence(plain(repair.why))}"
    else:
        yield "không có chỗ nào sửa tự động được."
    for note in repair.notes:
        yield sentence(plain(note))


def _named(account: Account) -> Iterator[tuple[str, Document]]:
    """Yield each document with the name to tell it by."""
    file = plain(account.file)
    for number, document in enumerate(account.documents, start=1):
        yield f"{file} (văn bản {number})" if len(account.documents) > 1 else file, document


def _conclusion(name: str, document: Document, *, verbose: bool = False) -> str:
    words = conclusion(document, "" if verbose else "xem -v")
    return f"{name}: {sentence(plain(words))}"


def groups(document: Document) -> list[list[Finding]]:
    """Return the findings rule by rule, in the order of their first place; the worst come first."""
    found: dict[str, list[Finding]] = {}
    for finding in document.findings:
        found.setdefault(finding.rule.id, []).append(finding)
    return [sorted(each, key=_weight) for each in found.values()]


def _weight(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _told(document: Document, *, verbose: bool) -> Iterator[str]:
    for group in groups(document):
        yield from _group(document, group, verbose=verbose)
    if verbose:
        yield from _aside(document)


def _group(document: Document, group: list[Finding], *, verbose: bool) -> Iterator[str]:
    rule = group[0].rule
    shown = group if verbose or len(group) == _SHOWN + 1 else group[:_SHOWN]
    for finding in shown:
        where, found = plain(finding.hit.where.words), plain(finding.hit.found)
        yield f"{where}: {LEVELS[finding.severity]}: {found} [{rule.id}]"
    if len(group) > len(shown):
        yield f"… và {len(group) - len(shown)} chỗ khác [{rule.id}]"
    yield f"{_DETAIL}quy định: {sentence(plain(demanded(document, group[0])))} ({rule.source})"
    yield f"{_DETAIL}cách sửa: {remedy(document, group[0])}"
    if any(map(unfilled, group)):
        yield f"{_DETAIL}văn bản này còn là bản nháp thì thêm --draft"


def unfilled(finding: Finding) -> bool:
    """Return whether a number or a day is not written yet, which a draft is spared."""
    return not finding.rule.drafts and finding.hit.found.startswith("Chưa ghi")


def _aside(document: Document) -> Iterator[str]:
    """Yield what was excused, what could not be told and what passed."""
    for finding, reason in document.excused:
        where, found = plain(finding.hit.where.words), plain(finding.hit.found)
        yield f"{where}: bỏ qua: {found} [{finding.rule.id}]"
        yield f"{_DETAIL}lý do: {sentence(plain(reason))}"
    for gap in document.gaps:
        yield f"{plain(gap.hit.where.words)}: {plain(gap.hit.found)}"
    yield from _listed("không xét được", document.unjudged)
    yield from _listed("không áp dụng", document.foreign)
    yield from _listed("đạt", document.passed)


def _listed(word: str, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the rules of one outcome, those of one reason on one line."""
    for reason, same in by_reason(verdicts).items():
        why = f" ({plain(reason)})" if reason else ""
        yield f"{word}{why}: {', '.join(each.rule.id for each in same)}"
