"""Does the book agree with itself and with the files? Each finding says how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

from docgen.register.book import subject, type_name
from docgen.register.entry import Entry, Series
from docgen.vietnamese.dates import short_date

_MOST = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a stable code, a sentence, what to do."""

    code: str
    sentence: str
    cure: str
    entry: Entry | None = None


def verify(
    entries: Iterable[Entry],
    root: Path,
    digest: Callable[[bytes], str],
    first: Callable[[Series], int],
    again: Callable[[Entry], str],
) -> Iterator[Finding]:
    """Yield what is wrong with *entries* and the files that they name under *root*.

    *first* tells with which number a series begins, *again* the command that issues a document.
    """
    found = list(entries)
    for series, rows in groupby(found, key=lambda entry: entry.order.series):
        yield from _series(series, list(rows), first(series))
    yield from _doubles(found)
    for entry in found:
        yield from _file(entry, root, digest, again)


def _series(series: Series, rows: list[Entry], start: int) -> Iterator[Finding]:
    """Yield holes and disorder in one row of numbers."""
    name = f"{series.issuer}, năm {series.year}" + (f", {series.kind}" if series.kind else "")
    rows = sorted(rows, key=lambda row: row.number)
    numbers = {row.number for row in rows}
    if missing := [n for n in range(start, max(numbers)) if n not in numbers]:
        told = ", ".join(f"{n:02}" for n in missing[:_MOST])
        told += f"… ({len(missing)} số)" if len(missing) > _MOST else ""
        yield Finding("number-gap", f"{name}: thiếu số {told}", _fill(series, rows, missing[0]))
    for before, after in pairwise(rows):
        if after.order.day < before.order.day:
            sentence = (
                f"{name}: số {after.number:02} ngày {short_date(after.order.day)}, sớm hơn ngày "
                f"{short_date(before.order.day)} của số {before.number:02}"
            )
            cure = (
                "đối chiếu ngày trên hai bản đã ký; bản ghi sai ngày thì lập văn bản thay thế bằng  "
                "docgen issue … --replace “lý do” (văn bản không do docgen lập:  docgen register add … "
                "--replaces SỐ --reason “lý do”), hoặc công văn đính chính"
            )
            yield Finding("date-disorder", sentence, cure, after)


def _fill(series: Series, rows: list[Entry], number: int) -> str:
    """Return how the first number that is missing gets its document, and between which days."""
    before = [row.order.day for row in rows if row.number < number]
    first = max(before, default=date(series.year, 1, 1))
    last = min(row.order.day for row in rows if row.number > number)
    words = added(series.issuer, series.kind or "TÊN LOẠI", number, short_date(first))
    span = f"ngày từ {short_date(first)} đến {short_date(last)}"
    return (
        f"số {number:02} là của văn bản làm ở nơi khác thì ghi vào sổ:  {words}  ({span}); của văn bản "
        f"docgen lập thì cấp bù:  docgen issue … --number {number} --date {short_date(first)}"
    )


def added(unit: str, type_name: str, number: int, day: str) -> str:
    """Return the command that enters a document made elsewhere."""
    return (
        f'docgen register add --unit {unit} --type "{type_name}" --subject "TRÍCH YẾU" '
        f"--number {number} --date {day}"
    )


def _doubles(entries: list[Entry]) -> Iterator[Finding]:
    """Yield two documents of one issuer and year that bear the same number and notation."""
    seen: dict[tuple[str, int, int, str], Entry] = {}
    for entry in entries:
        order = entry.order
        key = (order.series.issuer, order.series.year, entry.number, order.notation)
        if other := seen.get(key):
            both = " và ".join(one.order.file or subject(one) for one in (other, entry))
            sentence = f"{order.series.issuer}, năm {order.series.year}: số {entry.sign} ghi hai lần ({both})"
            cure = (
                "giữ số cho văn bản đã phát hành, hủy số kia bằng  docgen register void, "
                "rồi cấp số mới; sổ có thể đã bị sửa ngoài docgen"
            )
            yield Finding("number-double", sentence, cure, entry)
        seen.setdefault(key, entry)


def _file(
    entry: Entry, root: Path, digest: Callable[[bytes], str], again: Callable[[Entry], str]
) -> Iterator[Finding]:
    """Yield what is wrong with the file of one entry."""
    order = entry.order
    if entry.state == "đang ghi":
        sentence = f"số {entry.sign} đã cấp cho {order.unit} nhưng tệp chưa ghi xong"
        yield Finding("unfinished", sentence, f"chạy  {again(entry)}", entry)
        return
    if entry.state == "đã hủy" or not order.file:
        return
    path = root / order.file
    if not path.is_file():
        sentence = f"số {entry.sign}: không có tệp {order.file}"
        yield Finding("file-missing", sentence, _get_back(entry, again), entry)
    elif not is_as_issued(root, entry, digest):
        sentence = f"số {entry.sign}: tệp {order.file} khác bản đã cấp số"
        cure = "lấy lại bản đã ký từ bản sao lưu; cần sửa nội dung thì lập văn bản thay thế"
        if entry.state == "đã cấp":
            cure += f":  {_again(entry, again)}"
        yield Finding("file-edited", sentence, cure, entry)


def is_as_issued(root: Path, entry: Entry, digest: Callable[[bytes], str]) -> bool:
    """Tell whether the file of an entry is what it was when the number was given, or it has none."""
    if not entry.order.file:
        return True
    path = root / entry.order.file
    return path.is_file() and digest(path.read_bytes()) == entry.digest


def _get_back(entry: Entry, again: Callable[[Entry], str]) -> str:
    cure = "lấy lại tệp từ bản sao lưu"
    if entry.state != "đã cấp":
        return f"{cure} (bản đã được thay thế vẫn phải lưu)"
    return (
        f"{cure}, đặt đúng chỗ này" if entry.order.by_hand else f"{cure}, hoặc chạy  {again(entry)}"
    )


def _again(entry: Entry, again: Callable[[Entry], str]) -> str:
    """Return the command by which another document stands for *entry*'s."""
    if not entry.order.by_hand:
        return f"{again(entry)} --replace “lý do”"
    unit, kind = entry.order.unit, type_name(entry)
    words = f'docgen register add --unit {unit} --type "{kind}" --subject "TRÍCH YẾU"'
    return f'{words} --replaces {entry.sign} --reason "lý do"'
