"""The register's file: opened, looked at before use, and what SQLite says of it in a sentence."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from docgen.register.copies import PATIENCE, backups, former, newest_backup, uri
from docgen.register.errors import (
    RegisterAwayError,
    RegisterBusyError,
    RegisterDamagedError,
    RegisterLostError,
    RegisterTooNewError,
    RegisterUnreadableError,
    RegisterUnwritableError,
    refused_row,
)
from docgen.register.schema import MARK, VERSION

_STEP = 0.005
_REASONS = {
    sqlite3.SQLITE_FULL: "ổ đĩa đã đầy",
    sqlite3.SQLITE_READONLY: "thư mục hoặc tệp chỉ cho đọc",
    sqlite3.SQLITE_PERM: "không được phép",
    sqlite3.SQLITE_CANTOPEN: "không mở được tệp trong thư mục này",
    sqlite3.SQLITE_IOERR: "ổ đĩa báo lỗi khi đọc, ghi",
}
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def opened(path: Path, *, write: bool = False, look: bool = True) -> Iterator[sqlite3.Connection]:
    """Open the register as it is; with *look* its pages are read through first, with *write* it may be new.

    A file that is broken, of a newer docgen or no register is told and left as it is. It is opened
    for writing even to read it: what a killed program left half-done has to be rolled back.
    """
    known = _is_known(path)
    check_there(path)
    with told(path, write=write):
        if path.is_dir():
            raise damaged(path)
        address = uri(path.resolve(), "rwc" if write else "rw")
        with closing(
            sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
        ) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = EXTRA")
            _look(connection, path, pages=look)
            if known and not version(connection):
                raise lost(path)
            yield connection


def check_there(path: Path) -> bool:
    """Tell whether a number was ever given here.

    Raises RegisterLostError, RegisterAwayError where there was a register and there is none: numbers
    would begin again from 01.
    """
    check_link(path)
    known = _is_known(path)
    there = path.exists() and path.stat().st_size > 0
    if known and not there:
        raise lost(path)
    return there


def check_link(path: Path) -> None:
    """Raise RegisterAwayError if the register is a link that leads nowhere."""
    if is_away(path):
        raise RegisterAwayError(path, path.readlink())


def is_away(path: Path) -> bool:
    """Tell of a link that leads nowhere, unless ``restore`` was killed at its other end."""
    return path.is_symlink() and not path.exists() and not former(Path(os.path.realpath(path)))


def _is_known(path: Path) -> bool:
    """Tell whether there ever was a register, by its copies.

    To be asked before the file is looked at: whoever made a copy had made the tables before.
    """
    return bool(backups(path) or former(Path(os.path.realpath(path))))


def _look(connection: sqlite3.Connection, path: Path, *, pages: bool) -> None:
    """Raise unless the file is whole and of a version that this docgen knows, or empty."""
    if pages and connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise damaged(path)
    have = version(connection)
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    # last of all: another program may be making the tables at this moment
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if (have or tables) and mark != MARK:
        raise damaged(path)  # a database, but of another program
    if have > VERSION:
        raise RegisterTooNewError(path)


def version(connection: sqlite3.Connection) -> int:
    """Return the version of the tables, 0 where there are none."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all of it or nothing; others that write wait."""
    try:
        _begin(connection)
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            with suppress(sqlite3.Error):  # a full disk may have rolled it back already
                connection.execute("ROLLBACK")


def _begin(connection: sqlite3.Connection) -> None:
    """Begin to write as soon as nobody else does.

    SQLite itself asks ever more rarely, so that one who has waited long hardly gets a turn.
    """
    patience = int(PATIENCE * 1000)
    connection.execute("PRAGMA busy_timeout = 0")
    for left in range(int(PATIENCE / _STEP), -1, -1):
        try:
            connection.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in BUSY or not left:
                raise
        time.sleep(_STEP)
    connection.execute(f"PRAGMA busy_timeout = {patience}")


@contextmanager
def told(path: Path, *, write: bool = False) -> Iterator[None]:
    """Tell in a sentence what SQLite says of the file or the disk."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise refused_row(path, str(error)) from error
    except sqlite3.OperationalError as error:
        # Python's own (a text that is no UTF-8) has no code
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in BUSY:
            raise RegisterBusyError(path) from error
        if code == sqlite3.SQLITE_ERROR:  # no such table, no such column
            raise damaged(path) from error
        reason = _REASONS.get(code, f"SQLite báo {error.sqlite_errorname}")
        kind = RegisterUnwritableError if write else RegisterUnreadableError
        raise kind(path, reason) from error
    except (sqlite3.DatabaseError, ValueError) as error:  # a day or a text that is none
        raise damaged(path) from error


def damaged(path: Path) -> RegisterDamagedError:
    """Return the error of a broken file, with the backup to put in its place."""
    return RegisterDamagedError(path, newest_backup(path))


def lost(path: Path) -> RegisterLostError:
    """Return the error of a file that is gone, with what there is to put in its place."""
    aside = former(Path(os.path.realpath(path)))
    return RegisterLostError(path, newest_backup(path), aside[-1] if aside else None)
