"""The rows of the register: read as entries, and a number given, inside a transaction of the caller."""

from __future__ import annotations

import sqlite3
from datetime import date

from docgen.register.entry import Entry, Order, Series, State
from docgen.register.errors import (
    changed_way,
    leaves_gap,
    not_begun,
    other_year,
    out_of_order,
    replaced_before,
    taken,
    taken_elsewhere,
)
from docgen.vietnamese.document_types import COPIES

_COLUMNS = (
    "co_quan, nam, day, so, ngay, loai, don_vi, nam_du_lieu, ma, ky_hieu, ten_loai, trich_yeu, "
    "nguoi_ky, chuc_vu, noi_nhan, luu, so_ban, tep, bam, trang_thai, ly_do, thay_the, dinh_chinh, "
    "ghi_chu, ten_co_quan, chu_quan"
)
_LIVE = "trang_thai IN ('đang ghi', 'đã cấp')"
_SERIES = "co_quan = ? AND nam = ? AND day = ?"
Row = tuple[object, ...]


def every_entry(connection: sqlite3.Connection, issuer: str, year: int | None) -> list[Entry]:
    """Return the lines of the book, by issuer, year, series and number."""
    rows = connection.execute(
        f"SELECT id, {_COLUMNS}, (SELECT max(sau.id) FROM van_ban AS sau"  # noqa: S608 - own words
        " WHERE sau.thay_the = van_ban.id AND sau.trang_thai <> 'đã hủy')"
        " FROM van_ban WHERE (? = '' OR co_quan = ?) AND (? IS NULL OR nam = ?)"
        " ORDER BY co_quan, nam, day, so",
        (issuer, issuer, year, year),
    )
    return [_entry(row) for row in rows]


def give(connection: sqlite3.Connection, order: Order) -> Entry:
    """Give one document its number; one that has a number keeps it.

    What docgen makes is “đang ghi” until its file is in place; what was made elsewhere is issued.
    """
    found = None if order.by_hand else _live(connection, order)
    if found and found.id != order.replaces:
        return found
    series = order.series
    if order.day.year != series.year:
        raise other_year(order.day, series.year)
    number = _number(connection, order)
    in_order(connection, series, number, order.day)
    if order.replaces is not None:
        _replace(connection, order)
    return insert(connection, order, number)


def insert(connection: sqlite3.Connection, order: Order, number: int) -> Entry:
    """Write the line of a document."""
    series, state = order.series, _first_state(order)
    row = (
        series.issuer, series.year, series.kind, number, order.day.isoformat(), order.kind,
        order.unit, order.data_year, order.ma, order.notation, order.type_name, order.subject,
        order.signer, order.title, order.recipients, order.archive, order.copies, order.file,
        order.digest, state, order.void or order.reason, order.replaces, order.corrects, order.note,
        order.office, order.superior,
    )  # fmt: skip
    marks = ", ".join("?" * len(row))
    cursor = connection.execute(f"INSERT INTO van_ban ({_COLUMNS}) VALUES ({marks})", row)  # noqa: S608 - own words
    assert cursor.lastrowid is not None, "an insert has a row"
    return Entry(
        cursor.lastrowid, order, number, state, order.digest, order.void or order.reason,
        order.replaces, None, order.corrects,
    )  # fmt: skip


def _first_state(order: Order) -> State:
    if order.void:
        return "đã hủy"
    return "đã cấp" if order.by_hand else "đang ghi"


def _replace(connection: sqlite3.Connection, order: Order) -> None:
    """Note in the former line that another stands for it."""
    changed = connection.execute(
        f"UPDATE van_ban SET trang_thai = 'đã thay thế', ly_do = ? WHERE id = ? AND {_LIVE}",  # noqa: S608 - own words
        (order.reason, order.replaces),
    )
    if changed.rowcount != 1:
        raise replaced_before()


def _live(connection: sqlite3.Connection, order: Order) -> Entry | None:
    row = connection.execute(
        f"SELECT id, {_COLUMNS}, NULL FROM van_ban"  # noqa: S608 - own words
        f" WHERE don_vi = ? AND loai = ? AND nam_du_lieu = ? AND ma = ? AND {_LIVE}",
        (order.unit, order.kind, order.data_year, order.ma),
    ).fetchone()
    return _entry(row) if row else None


def _number(connection: sqlite3.Connection, order: Order) -> int:
    """Return the next number of the series, or the one asked for if it is free and leaves no gap."""
    series = order.series
    key = (series.issuer, series.year, series.kind)
    last = connection.execute(f"SELECT max(so) FROM van_ban WHERE {_SERIES}", key).fetchone()[0]  # noqa: S608 - own words
    following = series.first if last is None else max(last + 1, series.first)
    number = following if order.number is None else order.number
    row = connection.execute(
        f"SELECT ky_hieu FROM van_ban WHERE {_SERIES} AND so = ?",  # noqa: S608 - own words
        (*key, number),
    ).fetchone()
    if row:
        raise taken(number, row[0])
    if last is None and not series.told:
        _check_unmixed(connection, series)
    if connection.execute(
        "SELECT 1 FROM van_ban WHERE co_quan = ? AND nam = ? AND so = ? AND ky_hieu = ?",
        (series.issuer, series.year, number, order.notation),
    ).fetchone():
        raise taken_elsewhere(number, order.notation, _unused(connection, series))
    if number > following:
        raise leaves_gap(number, following) if last else not_begun(number, series)
    return number


def _check_unmixed(connection: sqlite3.Connection, series: Series) -> None:
    """Refuse to begin a row of one type beside one of all types, or the other way, unless it is told."""
    if series.kind == COPIES:
        return
    other = "day <> ''" if not series.kind else "day = ''"
    if connection.execute(
        f"SELECT 1 FROM van_ban WHERE co_quan = ? AND nam = ? AND {other} AND day <> ?",  # noqa: S608 - own words
        (series.issuer, series.year, COPIES),
    ).fetchone():
        raise changed_way(series, _unused(connection, series))


def _unused(connection: sqlite3.Connection, series: Series) -> int:
    """Return the first number after all that an issuer gave in a year, in whatever row."""
    row = connection.execute(
        "SELECT max(so) FROM van_ban WHERE co_quan = ? AND nam = ? AND day <> ?",
        (series.issuer, series.year, COPIES),
    ).fetchone()
    return int(row[0] or 0) + 1


def in_order(connection: sqlite3.Connection, series: Series, number: int, day: date) -> None:
    """Refuse a day before that of a lower number, or after that of a higher one."""
    key = (series.issuer, series.year, series.kind)
    for sign, order, wrong in (("<", "DESC", date.__lt__), (">", "ASC", date.__gt__)):
        row = connection.execute(
            f"SELECT so, ngay FROM van_ban WHERE {_SERIES} AND so {sign} ?"  # noqa: S608 - own words
            f" AND trang_thai <> 'đã hủy' ORDER BY so {order} LIMIT 1",
            (*key, number),
        ).fetchone()
        if row and wrong(day, date.fromisoformat(row[1])):
            raise out_of_order(number, day, row[0], date.fromisoformat(row[1]))


def _entry(row: Row) -> Entry:
    (
        ident, issuer, year, series, number, day, kind, unit, data_year, ma, notation, type_name,
        subject, signer, title, recipients, archive, copies, file, digest, state, reason, replaces,
        corrects, note, office, superior, later,
    ) = row  # fmt: skip
    order = Order(
        Series(str(issuer), int(str(year)), str(series)), str(kind), str(unit), str(ma), str(notation),
        str(type_name), str(subject), str(signer), str(title), str(recipients), str(archive),
        None if copies is None else int(str(copies)), str(file), date.fromisoformat(str(day)),
        int(str(number)), of_year=int(str(data_year)), digest=str(digest), note=str(note),
        office=str(office), superior=str(superior),
    )  # fmt: skip
    return Entry(
        int(str(ident)), order, int(str(number)), state, str(digest), str(reason),  # type: ignore[arg-type]
        replaces, later, corrects,  # type: ignore[arg-type]
    )  # fmt: skip
