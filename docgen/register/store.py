"""The register: every number given once, one short transaction a step.

It keeps a rollback journal, not a write-ahead log, since a log needs memory that is shared between
the programs that write, and a network share has none. Nothing is rendered while it is locked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from docgen.register.backup import bring_up_to_date, keep
from docgen.register.enter import Link, enter, mend, revive, take_back
from docgen.register.entry import LIVE, Entry, Order
from docgen.register.errors import NumberRefusedError, replaced_before
from docgen.register.file import check_there, opened, told, transaction, version
from docgen.register.rows import every_entry, give
from docgen.register.schema import VERSION, migrate

FILE = "so_dang_ky.sqlite"


class Register:
    """The outgoing book of a workspace."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made when the first number is given."""
        self.path = path
        self._looked: tuple[int, int] | None = None

    @property
    def exists(self) -> bool:
        """Tell whether a number was ever given here."""
        return check_there(self.path)

    # Reading

    def entries(self, issuer: str = "", year: int | None = None) -> list[Entry]:
        """Return the lines of the book, by issuer, year, series and number."""
        if not self.exists:
            return []
        with self._read() as connection:
            return every_entry(connection, issuer, year)

    def preview(self, orders: Sequence[Order]) -> list[Entry]:
        """Return what ``take`` would give now, and give nothing."""
        with self._copy() as connection:
            return [give(connection, order) for order in orders]

    def preview_each(
        self, groups: Iterable[Sequence[Order]]
    ) -> list[list[Entry] | NumberRefusedError]:
        """Return, for each group, what ``take`` would give now or why not; nothing is given."""
        with self._copy() as connection:
            return [_tried(connection, orders) for orders in groups]

    # Writing

    def take(self, orders: Sequence[Order]) -> list[Entry]:
        """Give *orders* their numbers in one transaction, in order; what has a number keeps it.

        Each new entry is “đang ghi” until ``finish``. Raises NumberRefusedError, and then no number
        at all is given.
        """
        with self._write() as connection:
            return [give(connection, order) for order in orders]

    def enter(
        self, orders: Sequence[Order], links: Sequence[Link] = (), *, dry: bool = False
    ) -> list[Entry]:
        """Enter documents made elsewhere in one transaction, the numbers that they bear first.

        Every one that is refused is told, by RowsRefusedError, and then none is entered; with *dry*
        none is entered either way.
        """
        with self._copy() if dry else self._write() as connection:
            return enter(connection, orders, links)

    def finish(self, done: Iterable[tuple[Entry, str]]) -> None:
        """Note that the files of some entries are in place, each with its digest."""
        with self._write() as connection:
            connection.executemany(
                "UPDATE van_ban SET bam = ?, trang_thai = 'đã cấp'"
                " WHERE id = ? AND trang_thai = 'đang ghi'",
                [(digest, entry.id) for entry, digest in done],
            )

    def void(
        self, entry: Entry, reason: str, former: Entry | None = None, *, dry: bool = False
    ) -> list[Entry]:
        """Make a number void and return the book as it is then; the number stays used.

        A void replacement replaces nothing: *former*, which it stood for, is issued again.
        """
        fit = (*LIVE, "đã hủy" if former else "")  # a void one gives the former back even later
        with self._copy() if dry else self._write() as connection:
            changed = connection.execute(
                "UPDATE van_ban SET trang_thai = 'đã hủy', ly_do = ?"
                " WHERE id = ? AND trang_thai IN (?, ?, ?)",
                (reason, entry.id, *fit),
            )
            if changed.rowcount != 1:
                raise replaced_before()
            if former:
                revive(connection, former)
            return every_entry(connection, "", None)

    def take_back(self, entry: Entry, *, dry: bool = False) -> list[Entry]:
        """Make a void number issued again and return the book as it is then.

        What it replaced is replaced again. Raises ChangeRefusedError.
        """
        with self._copy() if dry else self._write() as connection:
            take_back(connection, entry)
            return every_entry(connection, "", None)

    def edit(self, entry: Entry, order: Order, *, dry: bool = False) -> None:
        """Write the words of *order* into the line of *entry*; raise ChangeRefusedError."""
        with self._copy() if dry else self._write() as connection:
            mend(connection, entry, order)

    def correct(self, entry: Entry, by: Entry) -> None:
        """Note that *by*, a công văn, corrects *entry* (điểm b khoản 3 Điều 18)."""
        with self._write() as connection:
            connection.execute("UPDATE van_ban SET dinh_chinh = ? WHERE id = ?", (entry.id, by.id))

    # The file

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        """Open the file to read it; one of an older docgen is brought up to date in memory alone."""
        with self._open() as connection:
            if version(connection) == VERSION:
                yield connection
                return
        with self._copy() as copy:
            yield copy

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing; what is written is in the copy of the day first."""
        with self._open(write=True) as connection:
            bring_up_to_date(self.path, connection)
            with transaction(connection):
                before = connection.total_changes
                yield connection
                if connection.total_changes > before:
                    keep(self.path, connection)

    @contextmanager
    def _copy(self) -> Iterator[sqlite3.Connection]:
        """Give a copy in memory, to try on it what would be written."""
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            if self.exists:
                with self._open() as connection:
                    connection.backup(copy)
            with told(self.path):
                migrate(copy)
                yield copy

    @contextmanager
    def _open(self, *, write: bool = False) -> Iterator[sqlite3.Connection]:
        """Open the file; its pages are read through once, and again if another takes its place."""
        with opened(self.path, write=write, look=self._place() != self._looked) as connection:
            self._looked = self._place()
            yield connection

    def _place(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino


def _tried(
    connection: sqlite3.Connection, orders: Sequence[Order]
) -> list[Entry] | NumberRefusedError:
    try:
        return [give(connection, order) for order in orders]
    except NumberRefusedError as error:
        return error
