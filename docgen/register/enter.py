"""Lines of documents made elsewhere, many at once, inside a transaction of the caller."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.register.entry import Entry, Order
from docgen.register.errors import GapRefusedError, NumberRefusedError, RowsRefusedError
from docgen.register.rows import give, in_order, insert

Link = tuple[str, int, int]
"""“thay_the” or “dinh_chinh”, which of the orders does it, to which other one."""


def enter(
    connection: sqlite3.Connection, orders: Sequence[Order], links: Sequence[Link] = ()
) -> list[Entry]:
    """Enter *orders*, those that bear a number first, by number; raise RowsRefusedError."""
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
    for what, later, former in links:
        _bind(connection, what, found[later].id, found[former].id)
    return [found[place] for place in range(len(orders))]


def _bind(connection: sqlite3.Connection, what: str, later: int, former: int) -> None:
    """Note that a line replaces or corrects another."""
    column = {"thay_the": "thay_the", "dinh_chinh": "dinh_chinh"}[what]
    connection.execute(f"UPDATE van_ban SET {column} = ? WHERE id = ?", (former, later))  # noqa: S608 - own words
    if what == "thay_the":
        connection.execute(
            "UPDATE van_ban SET trang_thai = 'đã thay thế' WHERE id = ? AND trang_thai = 'đã cấp'",
            (former,),
        )


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
