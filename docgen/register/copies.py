"""The copies of the register: which there are, which are whole, which of them is the newest."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path, PurePath
from urllib.parse import quote_from_bytes

from docgen.register.schema import MARK

BACKUPS = "sao_luu"
_CHANGES = slice(24, 28)
"""Where an SQLite file keeps the count of its changes: section 1.3 of its format."""
PATIENCE = 60.0
"""Seconds to wait for another program that writes."""


def uri(path: PurePath, mode: str) -> str:
    """Return the address of a file for SQLite: of a drive and of a network share as well."""
    posix = quote_from_bytes(os.fsencode(path.as_posix()), safe="/:")
    return f"file://{'' if posix.startswith('/') else '/'}{posix}?mode={mode}"


def backups(path: Path) -> list[Path]:
    """Return the backups beside *path*, by name."""
    return sorted((path.parent / BACKUPS).glob(f"{path.stem}-*{path.suffix}"))


def former(path: Path) -> list[Path]:
    """Return the files that ``restore`` put aside from the register's place, by name."""
    return sorted(path.parent.glob(f"{path.stem}.hong-*{path.suffix}"))


def newest_backup(path: Path) -> Path | None:
    """Return the whole backup that holds the most numbers, of several the one written to most often.

    SQLite counts the changes of a file; of equal ones the file system knows the newest. No clock that
    was set back makes an older copy the newer one.
    """
    found = [
        (*held, one.stat().st_mtime, one)
        for one in backups(path)
        if (held := _held(one)) is not None
    ]
    return max(found)[-1] if found else None


def is_whole(path: Path) -> bool:
    """Tell whether a file is a register and every page of it can be read."""
    return _held(path) is not None


def _held(path: Path) -> tuple[int, int] | None:
    """Return how many numbers a register has given, and the count of changes that its file bears.

    None if it is broken or none.
    """
    try:
        address = uri(path.resolve(), "rw")
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE)) as connection:
            if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                return None
            if connection.execute("PRAGMA application_id").fetchone() != (MARK,):
                return None
            count: int = connection.execute("SELECT count(*) FROM van_ban").fetchone()[0]
        return count, int.from_bytes(path.read_bytes()[_CHANGES], "big")
    except sqlite3.DatabaseError:
        return None
