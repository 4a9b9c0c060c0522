"""Copies of the register: made while others write, put back in one step, nothing thrown away.

The register makes one itself each time it gives numbers, before they are final: there is never a
numbered document that the newest copy does not know. It is the day's copy, made new each time.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from docgen.errors import DocgenError, system_reason
from docgen.register.errors import RegisterBusyError, RegisterUnwritableError
from docgen.register.file import BACKUPS, BUSY, PATIENCE, backups, opened, uri
from docgen.register.schema import MARK

DAYS = 30
"""Days on which numbers were given whose copies are kept; those that a person made all stay."""


class NoBackupError(DocgenError):
    """There is nothing to restore from."""

    code = "no-backup"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"Chưa có bản sao lưu nào của sổ đăng ký trong {folder}.")


class BadBackupError(DocgenError):
    """The backup itself is broken, or is none."""

    code = "backup-damaged"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Bản sao lưu {path} bị hỏng hoặc không phải sổ đăng ký. Chọn bản khác bằng --from."
        )


def backup(path: Path, now: datetime, to: Path | None = None) -> Path:
    """Copy the register at *path* as it is at one moment, and return the copy's place."""
    target = to or path.parent / BACKUPS / f"{path.stem}-{now:%Y%m%d-%H%M%S}{path.suffix}"
    with opened(path) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM van_ban").fetchone()  # from here nothing changes
        data = connection.serialize()
        connection.execute("ROLLBACK")
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    with _told(target):
        _write(part, data)
        part.replace(target)
    return target


def keep(path: Path, connection: sqlite3.Connection) -> None:
    """Copy the register with all that the open transaction has written: the copy of the day.

    The day is the file system's. Whoever writes holds the lock, so there is one at a time.
    """
    folder = path.parent / BACKUPS
    part = folder / f"{path.stem}.part"
    with _told(folder):
        _write(part, connection.serialize())
        day = datetime.fromtimestamp(part.stat().st_mtime, UTC).astimezone()
        target = folder / f"{path.stem}-{day:%Y%m%d}{path.suffix}"
        part.replace(target)
        others = sorted(folder.glob(f"{path.stem}-{'[0-9]' * 8}{path.suffix}"))
        for old in [one for one in others if one != target][: 1 - DAYS]:
            old.unlink(missing_ok=True)


def newest_backup(path: Path) -> Path | None:
    """Return the whole backup that holds the most numbers, the newest by name of several.

    A clock that was set back gives a newer copy an older name.
    """
    found = backups(path)
    whole = [(rows, one.name, one) for one in found if (rows := _rows(one)) is not None]
    return max(whole)[-1] if whole else next(iter(found[-1:]), None)


def restore(path: Path, now: datetime, chosen: Path | None = None) -> tuple[Path, Path | None]:
    """Put a backup in the register's place; return it and where the former file is kept."""
    source = chosen or newest_backup(path)
    if source is None:
        raise NoBackupError(path.parent / BACKUPS)
    if not is_whole(source):
        raise BadBackupError(source)
    place = path.resolve()
    part = place.with_name(f"{place.name}.{os.getpid()}.part")
    with _told(place), _held(place):
        _write(part, source.read_bytes())
        kept = _put_aside(place, now)
        part.replace(place)
    return source, kept


def is_whole(path: Path) -> bool:
    """Tell whether a file is a register and every page of it can be read."""
    return _rows(path) is not None


def _rows(path: Path) -> int | None:
    """Return how many numbers a register has given; None if it is broken or none."""
    try:
        address = uri(path.resolve(), "rw")
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE)) as connection:
            if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                return None
            if connection.execute("PRAGMA application_id").fetchone() != (MARK,):
                return None
            rows: int = connection.execute("SELECT count(*) FROM van_ban").fetchone()[0]
            return rows
    except sqlite3.DatabaseError:
        return None


def _write(path: Path, data: bytes) -> None:
    """Write a file that is on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put_aside(path: Path, now: datetime) -> Path | None:
    """Rename the register and its journal, which would be played into the next one."""
    kept = path.with_name(f"{path.stem}.hong-{now:%Y%m%d-%H%M%S}{path.suffix}")
    count = 1
    while kept.exists():
        count += 1
        kept = path.with_name(f"{path.stem}.hong-{now:%Y%m%d-%H%M%S}-{count}{path.suffix}")
    found = path.exists()
    for ending in ("", "-journal", "-wal", "-shm"):
        one = path.with_name(path.name + ending)
        if one.exists():
            one.replace(kept.with_name(kept.name + ending))
    return kept if found else None


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold the register against those that write, if it can be opened at all.

    Where an open file cannot be renamed, the renaming itself fails while another has it open.
    """
    if os.name == "nt" or not path.is_file():
        yield
        return
    with closing(
        sqlite3.connect(uri(path, "rw"), uri=True, timeout=PATIENCE, isolation_level=None)
    ) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in BUSY:
                raise RegisterBusyError(path) from error
        yield


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell in a sentence why a copy cannot be written."""
    try:
        yield
    except OSError as error:
        raise RegisterUnwritableError(path, system_reason(error)) from error
