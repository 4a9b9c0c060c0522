"""Lines of documents made elsewhere, many at once, inside a transaction of the caller."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from docgen.register.entry import Entry, Order
from docgen.register.errors import GapRefusedError, NumberRefusedError, RowsRefusedError, other_year
from docgen.register.lookup import ChangeRefusedError, check_correct, check_replace, check_take_back
from docgen.register.rows import every_entry, give, in_order, insert
from docgen.vietnamese.dates import short_date


@dataclass(frozen=True, slots=True)
class Link:
    """That a document replaces or corrects another: each is one of the orders, or a line of the book.

    *told* is the order whose Ghi chú says so.
    """

    what: Literal["thay_the", "dinh_chinh"]
    by: int | Entry
    former: int | Entry
    told: int = field(compare=False)


class LinkRefusedError(NumberRefusedError):
    """A line of the book cannot be replaced or corrected as Ghi chú says."""

    about = "ghi_chu"


def enter(
    connection: sqlite3.Connection, orders: Sequence[Order], links: Sequence[Link] = ()
) -> list[Entry]:
    """Enter *orders*, those that bear a number first, by number, then bind them; raise RowsRefusedError."""
    found: dict[int, Entry] = {}
    refused: list[tuple[int, NumberRefusedError]] = []
    for place in sorted(range(len(orders)), key=lambda one: _rank(orders[one])):
        order = orders[place]
        try:
            found[place] = give(connection, order)
        except NumberRefusedError as error:
            refused += [(place, one) for one in (error, *_also(connection, order, error))]
            _stand_in(connection, order)
    if refused:
        raise RowsRefusedError(sorted(refused, key=lambda row: row[0]))
    if refused := list(_bind(connection, links, found)):
        raise RowsRefusedError(sorted(refused, key=lambda row: row[0]))
    return [found[place] for place in range(len(orders))]


def _bind(
    connection: sqlite3.Connection, links: Sequence[Link], found: Mapping[int, Entry]
) -> Iterator[tuple[int, NumberRefusedError]]:
    """Note which line replaces or corrects which other; yield what is refused."""
    known = {entry.id: entry for entry in every_entry(connection, "", None)} if links else {}
    # corrections first: a công văn that has been replaced since is live until then
    for link in sorted(links, key=lambda one: one.what):
        ends = (one if isinstance(one, Entry) else found[one] for one in (link.by, link.former))
        by, former = (known[one.id] for one in ends)
        try:
            _check(link, by, former, known)
        except ChangeRefusedError as error:
            yield link.told, LinkRefusedError(str(error))
            continue
        if link.what == "dinh_chinh":
            known[by.id] = replace(by, corrects=former.id)
            connection.execute("UPDATE van_ban SET dinh_chinh = ? WHERE id = ?", (former.id, by.id))
        else:
            known[by.id] = replace(by, replaces=former.id)
            known[former.id] = replace(former, state="đã thay thế", replaced_by=by.id)
            connection.execute("UPDATE van_ban SET thay_the = ? WHERE id = ?", (former.id, by.id))
            connection.execute(
                "UPDATE van_ban SET trang_thai = 'đã thay thế' WHERE id = ?", (former.id,)
            )


def _check(link: Link, by: Entry, former: Entry, known: Mapping[int, Entry]) -> None:
    """Raise ChangeRefusedError unless *by* can replace or correct *former*, both as they are now."""
    if link.what == "dinh_chinh":
        # a line that says itself that it is void and was corrected was corrected before
        void = former.state == "đã hủy" and link.told == link.former
        check_correct(replace(former, state="đã cấp") if void else former, by)
        if _leads(known, former, by, "corrects"):
            raise ChangeRefusedError(
                f"Không ghi đính chính số {former.sign}: chính văn bản ấy ghi là đính chính số {by.sign}."
            )
        return
    check_replace(former, by)
    reason = ""
    if by.order.kind:
        reason = (
            f"số {by.sign} do docgen lập, chỉ thay thế văn bản khác bằng  docgen issue … --replace"
        )
    elif by.state == "đã hủy":
        reason = f"số {by.sign} đã hủy nên không thay thế văn bản nào; bỏ chỗ ghi thay thế"
    elif by.replaces:
        reason = (
            f"số {by.sign} đã ghi là thay thế số {known[by.replaces].sign}, mỗi dòng chỉ ghi thay thế được một "
            "văn bản; văn bản kia viết bằng lời khác, ví dụ “bãi bỏ cả số …”"
        )
    elif _leads(known, former, by, "replaces"):
        reason = f"chính văn bản ấy ghi là thay thế số {by.sign}"
    if reason:
        raise ChangeRefusedError(f"Không ghi thay thế số {former.sign}: {reason}.")


def _leads(known: Mapping[int, Entry], former: Entry, by: Entry, how: str) -> bool:
    """Tell whether *former* replaces or corrects *by*, even by others between them: that were a ring."""
    seen: set[int] = set()
    here: int | None = former.id
    while here and here not in seen:
        seen.add(here)
        here = getattr(known[here], how)
    return by.id in seen


def _rank(order: Order) -> tuple[bool, str, int]:
    series = f"{order.series.issuer} {order.series.year} {order.series.kind}"
    return order.number is None, series if order.number else "", order.number or 0


def _also(
    connection: sqlite3.Connection, order: Order, error: NumberRefusedError
) -> Iterator[NumberRefusedError]:
    """Yield what is wrong with the day of a line whose number leaves a gap."""
    if isinstance(error, GapRefusedError) and order.number:
        try:
            in_order(connection, order.series, order.number, order.day)
        except NumberRefusedError as other:
            yield other


def _stand_in(connection: sqlite3.Connection, order: Order) -> None:
    """Put a refused line where it would be, so that those after it are judged by themselves alone.

    The caller throws all of it away.
    """
    series, number = order.series, order.number
    if (
        number is None
        or connection.execute(
            "SELECT 1 FROM van_ban WHERE co_quan = ? AND nam = ? AND so = ? AND (day = ? OR ky_hieu = ?)",
            (series.issuer, series.year, number, series.kind, order.notation),
        ).fetchone()
    ):
        return
    insert(connection, replace(order, replaces=None, corrects=None), number)


def revive(connection: sqlite3.Connection, former: Entry) -> None:
    """Make a document issued again whose replacement is void, unless another stands for it."""
    order = former.order
    connection.execute(
        "UPDATE van_ban SET trang_thai = 'đã cấp', ly_do = ''"
        " WHERE id = ? AND trang_thai = 'đã thay thế' AND NOT EXISTS ("
        "  SELECT 1 FROM van_ban AS sau WHERE sau.trang_thai <> 'đã hủy' AND (sau.thay_the = ?"
        "  OR sau.loai <> '' AND sau.trang_thai IN ('đang ghi', 'đã cấp') AND sau.don_vi = ?"
        "  AND sau.loai = ? AND sau.nam_du_lieu = ? AND sau.ma = ?))",
        (former.id, former.id, order.unit, order.kind, order.data_year, order.ma),
    )


def take_back(connection: sqlite3.Connection, entry: Entry) -> None:
    """Make a void number issued again; raise ChangeRefusedError if something took its place."""
    check_take_back(entry, _known(connection, entry))
    try:
        in_order(connection, entry.order.series, entry.number, entry.order.day)
    except NumberRefusedError as error:
        raise ChangeRefusedError(
            f"Không lấy lại số {entry.sign} ngày {short_date(entry.order.day)} được: sau khi hủy đã có số khác "
            "cấp vào ngày không còn theo thứ tự với ngày ấy. Văn bản cần ban hành thì lấy số mới."
        ) from error
    # the former first: of one document there is never more than one line that is issued
    connection.execute(
        "UPDATE van_ban SET trang_thai = 'đã thay thế' WHERE id = ? AND trang_thai = 'đã cấp'",
        (entry.replaces,),
    )
    connection.execute(
        "UPDATE van_ban SET trang_thai = 'đã cấp', ly_do = '' WHERE id = ?", (entry.id,)
    )


_WORDS = {
    "day": "ngay",
    "subject": "trich_yeu",
    "signer": "nguoi_ky",
    "title": "chuc_vu",
    "recipients": "noi_nhan",
    "archive": "luu",
    "copies": "so_ban",
    "note": "ghi_chu",
    "file": "tep",
    "digest": "bam",
}
"""What may be mended in a line: not its number, notation and type."""


def mend(connection: sqlite3.Connection, entry: Entry, order: Order) -> None:
    """Write the words of *order* into the line of *entry*.

    Raises NumberRefusedError for a day that is not in the order of the numbers, ChangeRefusedError
    for one that is not in that of the documents it replaces or corrects.
    """
    known = _known(connection, entry)
    if order.day != entry.order.day:
        _check_day(connection, entry, order.day, known)
    columns = ", ".join(f"{column} = ?" for column in _WORDS.values())
    words = [order.day.isoformat(), *(getattr(order, name) for name in _WORDS if name != "day")]
    connection.execute(f"UPDATE van_ban SET {columns} WHERE id = ?", (*words, entry.id))  # noqa: S608 - own words


def _check_day(
    connection: sqlite3.Connection, entry: Entry, day: date, known: Sequence[Entry]
) -> None:
    """Raise unless a line may bear another day than it does."""
    series = entry.order.series
    if day.year != series.year:
        raise other_year(day, series.year)
    if entry.state != "đã hủy":
        in_order(connection, series, entry.number, day)
    before = {entry.replaces, entry.corrects}
    for one in known:
        early = one.id in before and day < one.order.day
        late = entry.id in (one.replaces, one.corrects) and one.order.day < day
        if one.state != "đã hủy" and (early or late):
            raise ChangeRefusedError(
                f"Số {entry.sign} ngày {short_date(day)} không được: văn bản thay thế, đính chính có ngày trước "
                f"văn bản kia (số {one.sign} ngày {short_date(one.order.day)})."
            )


def _known(connection: sqlite3.Connection, entry: Entry) -> list[Entry]:
    """Return the book; raise ChangeRefusedError if the line is not any more as *entry* tells it."""
    known = every_entry(connection, "", None)
    if entry not in known:
        raise ChangeRefusedError(
            f"Dòng của số {entry.sign} vừa được người khác sửa trong sổ, chưa ghi gì. Xem lại bằng  docgen "
            "register show  rồi chạy lại lệnh này."
        )
    return known
