"""Does the book agree with itself and with the files? Each finding says how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

from docgen.register.book import subject, type_name
from docgen.register.entry import LIVE, Entry, Series
from docgen.vietnamese.dates import short_date

_MOST = 10
Borne = tuple[str, int, int, str]
"""Issuer, year, number and notation: of one document alone."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a stable code, a sentence, what to do.

    A *warning* is of a document that another one stands for: where no copy of it is left, nothing
    can be done about it any more.
    """

    code: str
    sentence: str
    cure: str
    entry: Entry | None = None
    warning: bool = False


def verify(
    entries: Iterable[Entry],
    root: Path,
    digest: Callable[[bytes], str],
    first: Callable[[Series], int],
    again: Callable[[Entry], str],
    moved: Mapping[str, str],
) -> Iterator[Finding]:
    """Yield what is wrong with *entries* and the files that they name under *root*.

    *first* tells with which number a series begins, *again* the command that issues a document,
    *moved* by digest where a file is now that is not in its place.
    """
    found = list(entries)
    corrected = {one.corrects for one in found if one.corrects and one.state != "đã hủy"}
    given = {_borne(one, one.number) for one in found}
    for series, rows in groupby(found, key=lambda entry: entry.order.series):
        both = list(rows)
        yield from _holes(series, both, first(series), given)
        in_force = [row for row in both if row.state in LIVE and row.id not in corrected]
        yield from _disorder(series, in_force, again)
    yield from _doubles(found)
    for entry in found:
        yield from _file(entry, root, digest, again, moved)


def _named(series: Series) -> str:
    return f"{series.issuer}, năm {series.year}" + (f", {series.kind}" if series.kind else "")


def _borne(entry: Entry, number: int) -> Borne:
    """Return a number as a document of the issuer, year and notation of *entry* bears it."""
    series = entry.order.series
    return series.issuer, series.year, number, entry.order.notation


def _holes(series: Series, rows: list[Entry], start: int, given: set[Borne]) -> Iterator[Finding]:
    """Yield the numbers that are missing in one row.

    None is that the row had to leave out, since the same was *given* in another one: the way of
    numbering changed in the year.
    """
    rows = sorted(rows, key=lambda row: row.number)
    start = min([start, *(row.number for row in rows if row.state != "đã hủy")])
    missing: list[int] = []
    last = start - 1
    for row in rows:
        between = range(last + 1, row.number)
        missing += [n for n in between if _borne(row, n) not in given]
        last = max(last, row.number)
    if missing:
        told = ", ".join(f"{n:02}" for n in missing[:_MOST])
        told += f"… ({len(missing)} số)" if len(missing) > _MOST else ""
        sentence = f"{_named(series)}: thiếu số {told}"
        yield Finding("number-gap", sentence, _fill(series, rows, missing[0]))


def _disorder(
    series: Series, rows: list[Entry], again: Callable[[Entry], str]
) -> Iterator[Finding]:
    """Yield days out of order among documents of one row that are in force and were not corrected."""
    for before, after in pairwise(sorted(rows, key=lambda row: row.number)):
        if after.order.day < before.order.day:
            sentence = (
                f"{_named(series)}: số {after.number:02} ngày {short_date(after.order.day)}, sớm hơn ngày "
                f"{short_date(before.order.day)} của số {before.number:02}"
            )
            cure = (
                "đối chiếu ngày trên hai bản đã ký; bản sai ngày thì lập công văn đính chính rồi ghi vào "
                f"sổ, ví dụ  docgen register correct {after.sign} --by SỐ --unit {series.issuer} "
                f"--year {series.year}; sai cả nội dung thì lập văn bản thay thế:  {_again(after, again)}"
            )
            if typed := [one for one in (before, after) if one.order.by_hand]:
                cure = f"{_day_mended(typed[0])}; hai bản đúng như sổ ghi thì {cure}"
            yield Finding("date-disorder", sentence, cure, after)


def _day_mended(entry: Entry) -> str:
    """Return how the day of a line that was entered by hand is put right."""
    words = f"docgen register edit {entry.sign} --unit {entry.order.unit} --year {entry.order.series.year}"
    return f"sổ ghi sai ngày so với bản đã ký thì sửa:  {words} --date NGÀY"


def _fill(series: Series, rows: list[Entry], number: int) -> str:
    """Return how the first number that is missing gets its document, and between which days."""
    counted = [row for row in rows if row.state != "đã hủy"]  # the day of a void number binds none
    before = [row.order.day for row in counted if row.number < number]
    after = [row.order.day for row in counted if row.number > number]
    first = before[-1] if before else date(series.year, 1, 1)
    if after and first > after[0]:
        return (
            "hai số liền kề không đúng thứ tự ngày nên chưa cấp bù được: số vừa lấy lại sau khi "
            "hủy thì hủy lại (docgen register void); không thì sổ đã bị sửa ngoài docgen, khôi phục bản sao "
            f"lưu trước lúc ấy:  {_RESTORE}"
        )
    words = adding(next(row for row in rows if row.number > number), number, short_date(first))
    span = f"ngày từ {short_date(first)} " + (f"đến {short_date(after[0])}" if after else "trở đi")
    return (
        f"số {number:02} là của văn bản làm ở nơi khác thì ghi vào sổ:  {words}  ({span}); của văn bản "
        f"docgen lập thì cấp bù:  docgen issue … --number {number} --date {short_date(first)}"
    )


_RESTORE = "docgen register restore --from TỆP --force"


def adding(beside: Entry, number: int, day: str) -> str:
    """Return the command that enters a document made elsewhere in the row of *beside*."""
    type_named = type_name(beside) if beside.order.series.kind else "TÊN LOẠI"
    words = added(beside.order.series.issuer, type_named, number, day)
    return words + _letters(beside, type_named)


def _letters(entry: Entry, type_named: str) -> str:
    """Return the option without which no công văn is entered."""
    return f" --notation {entry.order.notation}" if type_named == "Công văn" else ""


def added(unit: str, type_name: str, number: int, day: str) -> str:
    """Return the command that enters a document made elsewhere."""
    return (
        f'docgen register add --unit {unit} --type "{type_name}" --subject "TRÍCH YẾU" '
        f"--number {number} --date {day}"
    )


def _doubles(entries: list[Entry]) -> Iterator[Finding]:
    """Yield two documents of one issuer and year that bear the same number and notation."""
    seen: dict[Borne, Entry] = {}
    for entry in entries:
        order = entry.order
        key = _borne(entry, entry.number)
        if other := seen.get(key):
            both = " và ".join(one.order.file or subject(one) for one in (other, entry))
            sentence = f"{order.series.issuer}, năm {order.series.year}: số {entry.sign} ghi hai lần ({both})"
            cure = (
                "mỗi số chỉ của một văn bản, kể cả số đã hủy: sổ đã bị sửa ngoài docgen, khôi phục bản sao "
                f"lưu trước lúc ấy:  {_RESTORE}"
            )
            yield Finding("number-double", sentence, cure, entry)
        seen.setdefault(key, entry)


def _file(
    entry: Entry,
    root: Path,
    digest: Callable[[bytes], str],
    again: Callable[[Entry], str],
    moved: Mapping[str, str],
) -> Iterator[Finding]:
    """Yield what is wrong with the file of one entry."""
    order, stands = entry.order, entry.state == "đã thay thế" and bool(entry.replaced_by)
    if entry.state == "đang ghi":
        sentence = f"số {entry.sign} đã cấp cho {order.unit} nhưng tệp chưa ghi xong"
        cure = (
            f"chạy  {again(entry)}; dữ liệu không còn như khi cấp số thì hủy số này:  docgen register void "
            f'{entry.sign} --unit {order.unit} --year {order.series.year} --reason "lý do"'
        )
        yield Finding("unfinished", sentence, cure, entry)
        return
    if entry.state == "đã hủy" or not order.file:
        return
    if not (root / order.file).is_file():
        if now := moved.get(entry.digest):
            sentence = f"số {entry.sign}: tệp {order.file} nay ở {now}"
            yield Finding("file-missing", sentence, f"đổi tên lại thành {order.file}", entry)
            return
        sentence = f"số {entry.sign}: không có tệp {order.file}"
        yield Finding("file-missing", sentence, _get_back(entry, again), entry, warning=stands)
    elif not is_as_issued(root, entry, digest):
        sentence = f"số {entry.sign}: tệp {order.file} khác bản đã cấp số"
        yield Finding("file-edited", sentence, _undo(entry, again), entry, warning=stands)


def is_as_issued(root: Path, entry: Entry, digest: Callable[[bytes], str]) -> bool:
    """Tell whether the file of an entry is what it was when the number was given, or it has none."""
    if not entry.order.file:
        return True
    path = root / entry.order.file
    return path.is_file() and digest(path.read_bytes()) == entry.digest


_KEPT = "lấy lại bản đã cấp số từ bản sao lưu, đặt đúng chỗ này (bản đã được thay thế vẫn phải lưu)"


def _get_back(entry: Entry, again: Callable[[Entry], str]) -> str:
    """Return what to do about a file that is gone."""
    if entry.state != "đã cấp":
        return _KEPT
    cure = "lấy lại tệp từ bản sao lưu"
    return (
        f"{cure}, đặt đúng chỗ này" if entry.order.by_hand else f"{cure}, hoặc chạy  {again(entry)}"
    )


def _undo(entry: Entry, again: Callable[[Entry], str]) -> str:
    """Return what to do about a file that was edited: first of all it is what was signed again."""
    if entry.state != "đã cấp":
        return _KEPT
    anew = f", hoặc dời tệp này ra ngoài thư mục kết quả rồi chạy  {again(entry)}"
    return (
        f"lấy lại bản đã cấp số từ bản sao lưu{'' if entry.order.by_hand else anew}; cần sửa nội dung thì "
        f"sau đó lập văn bản thay thế:  {_again(entry, again)}"
    )


def _again(entry: Entry, again: Callable[[Entry], str]) -> str:
    """Return the command by which another document stands for *entry*'s."""
    if not entry.order.by_hand:
        return f'{again(entry)} --replace "lý do"'
    unit, kind = entry.order.unit, type_name(entry)
    words = f'docgen register add --unit {unit} --type "{kind}" --subject "TRÍCH YẾU"'
    return f'{words}{_letters(entry, kind)} --replaces {entry.sign} --reason "lý do"'
