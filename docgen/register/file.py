"""The register's file: opened, looked at before use, and what SQLite says of it in a sentence."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePath
from urllib.parse import quote_from_bytes

from docgen.register.errors import (
    RegisterBusyError,
    RegisterDamagedError,
    RegisterLostError,
    RegisterTooNewError,
    RegisterUnwritableError,
    refused_row,
)
from docgen.register.schema import MARK, VERSION, migrate

BACKUPS = "sao_luu"
PATIENCE = 60.0
"""Seconds to wait for another program that writes."""
_STEP = 0.005
_REASONS = {
    sqlite3.SQLITE_FULL: "ổ đĩa đã đầy",
    sqlite3.SQLITE_READONLY: "thư mục hoặc tệp chỉ cho đọc",
    sqlite3.SQLITE_PERM: "không được phép",
    sqlite3.SQLITE_CANTOPEN: "không mở được tệp trong thư mục này",
    sqlite3.SQLITE_IOERR: "ổ đĩa báo lỗi khi đọc, ghi",
}
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def uri(path: PurePath, mode: str) -> str:
    """Return the address of a file for SQLite: of a drive and of a network share as well."""
    posix = quote_from_bytes(os.fsencode(path.as_posix()), safe="/:")
    return f"file://{'' if posix.startswith('/') else '/'}{posix}?mode={mode}"


@contextmanager
def opened(path: Path, *, create: bool = False, look: bool = True) -> Iterator[sqlite3.Connection]:
    """Open the register, its tables up to date; with *look* its pages are read through first.

    A file that is broken, of a newer docgen or no register is told and left as it is. It is opened
    for writing even to read it: what a killed program left half-done has to be rolled back.
    """
    if is_lost(path):
        raise RegisterLostError(path, backups(path)[-1].name if backups(path) else "")
    with told(path):
        address = uri(path.resolve(), "rwc" if create else "rw")
        with closing(
            sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
        ) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = EXTRA")
            _look(connection, path, pages=look)
            yield connection


def is_lost(path: Path) -> bool:
    """Tell whether there was a register here and there is none: numbers would begin again from 01."""
    if path.is_symlink() and not path.exists():
        return True
    # the copies first: where there is one, whoever made it had made the tables before
    return bool(backups(path)) and (not path.exists() or path.stat().st_size == 0)


def backups(path: Path) -> list[Path]:
    """Return the backups beside *path*, the newest last, by the time in their names."""
    return sorted((path.parent / BACKUPS).glob(f"{path.stem}-*{path.suffix}"))


def _look(connection: sqlite3.Connection, path: Path, *, pages: bool) -> None:
    """Raise unless the file is whole and of a version that this docgen knows, made or brought to it."""
    if pages and connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise damaged(path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if (version or tables) and mark != MARK:
        raise damaged(path)  # a database, but of another program
    if version > VERSION:
        raise RegisterTooNewError(path)
    if version < VERSION:
        with transaction(connection):
            migrate(connection)


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
def told(path: Path) -> Iterator[None]:
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
        raise RegisterUnwritableError(path, reason) from error
    except (sqlite3.DatabaseError, ValueError) as error:  # a day or a text that is none
        raise damaged(path) from error


def damaged(path: Path) -> RegisterDamagedError:
    """Return the error of a broken file, with the backup to put in its place."""
    found = backups(path)
    return RegisterDamagedError(path, found[-1] if found else None)
