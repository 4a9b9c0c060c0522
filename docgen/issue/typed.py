"""Numbers that a data file names, held against the register: both are of the same document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from docgen.issue.series import series_for
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.register.book import type_name
from docgen.register.entry import LIVE, Entry, Series
from docgen.register.lookup import words_for
from docgen.register.verify import Finding, adding
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.document_types import COPIES
from docgen.vietnamese.numbers import padded


def typed_otherwise(
    workspace: Workspace, entries: list[Entry], again: Callable[[Entry], str]
) -> Iterator[Finding]:
    """Yield the documents whose data name another number or day than the register gave.

    The register holds, and what is typed is used no more; a document that had several numbers, of
    which some are void or replaced, keeps what was typed for the first. *again* tells the command
    that issues a document.
    """
    times = Counter(entry.key for entry in entries)
    for entry in entries:
        unit, kind, year, ma = entry.key
        data = workspace.data.get(DataKey(kind, year, unit, ma))
        if data is None or entry.state not in LIVE or times[entry.key] > 1:
            continue
        so, ngay, day = data.value.so, data.value.ngay, entry.order.day
        if so is None or ngay is None or (so, ngay) == (entry.number, day):
            continue
        place = data.problem(("so",), "number-typed", "").under(workspace.root).place
        sentence = (
            f"{place.path.as_posix()}, dòng {place.line} ghi số {padded(so)} ngày {short_date(ngay)}, sổ "
            f"ghi văn bản ấy là số {entry.sign} ngày {short_date(day)}"
        )
        cure = f"sửa tệp dữ liệu thành  so: {entry.number}  và  ngay: {short_date(day)}, hoặc xóa hai dòng ấy"
        series = series_for(workspace, unit, ngay.year, type_name(entry))
        given = f"{again(entry)} --number {so} --date {short_date(ngay)}"
        cure += _instead(_Asked(series, so, ngay), entry, entries, given)
        yield Finding("number-typed", sentence, cure, entry)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The number and the day on the signed paper, and the row in which it would be."""

    series: Series
    number: int
    day: date


def _instead(asked: _Asked, entry: Entry, entries: list[Entry], command: str) -> str:
    """Return how the number on the paper is given instead of *entry*'s; nothing where it cannot be.

    Each number is given once, void or not, and in the order of days.
    """
    series, number = asked.series, asked.number
    year = (series.issuer, series.year)
    given = [one for one in entries if (one.order.series.issuer, one.order.series.year) == year]
    row = [one for one in given if one.order.series.kind == series.kind]
    others = [one for one in row if one.id != entry.id and one.state != "đã hủy"]
    same = [one for one in given if one.number == number]
    taken = any(one in row or one.order.notation == entry.order.notation for one in same)
    disorder = any((one.number - number) * (one.order.day - asked.day).days < 0 for one in others)
    another_way = not (row or series.told) and any(one.order.series.kind != COPIES for one in given)
    if taken or disorder or another_way:
        return ""
    unused = range(max([series.first, *(one.number + 1 for one in row)]), number)
    void = f'docgen register void {words_for(entry)} --reason "lý do"'
    return (
        f"; bản giấy đã mang số ghi trong tệp thì hủy số trong sổ:  {void};  "
        f"{_filled(asked, entry, unused, begins=not others)}rồi cấp lại đúng số ấy:  {command}"
    )


def _filled(asked: _Asked, entry: Entry, unused: range, *, begins: bool) -> str:
    """Return what becomes of the numbers before, which the book does not have: nothing leaves a gap."""
    if not unused:
        return ""
    last = f" đến {padded(unused[-1])}" if len(unused) > 1 else ""
    words = (
        f"số {padded(unused[0])}{last} là của văn bản làm ở nơi khác thì ghi vào sổ trước:  "
        f"{adding(entry, unused[0], 'NGÀY')};  "
    )
    if not begins:
        return words
    series = asked.series
    kind = f", loai: {series.kind}" if series.kind else ""
    row = f"{{don_vi: {series.issuer}, nam: {series.year}, so: {asked.number}{kind}}}"
    return f"{words}không đưa các số ấy vào sổ này thì thêm vào docgen.yaml, danh_so, bat_dau:  - {row};  "
