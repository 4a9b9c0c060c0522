"""Copies of the register: made while others write, put back in one step, nothing thrown away.

The register makes one itself each time it gives numbers, before they are final: there is never a
numbered document that the newest copy does not know. It is the day's copy, made new each time.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from glob import escape
from pathlib import Path

from docgen.errors import DocgenError, system_reason
from docgen.register.copies import BACKUPS, PATIENCE, former, is_whole, newest_backup, uri
from docgen.register.errors import RegisterBusyError
from docgen.register.file import BUSY, is_away, opened, transaction, version
from docgen.register.schema import VERSION, migrate

DAYS = 30
"""Days on which numbers were given whose copies are kept; those that a person made all stay."""
_LONG = 3600
"""Seconds after which a copy that is still being written is no longer, its program was killed."""


class NoBackupError(DocgenError):
    """There is nothing to restore from."""

    code = "no-backup"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Trong {folder} chưa có bản sao lưu nào còn nguyên của sổ đăng ký. Có bản ở nơi khác thì "
            "khôi phục bằng  docgen register restore --from TỆP."
        )


class BadBackupError(DocgenError):
    """The backup itself is broken, or is none."""

    code = "backup-damaged"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Bản sao lưu {path} bị hỏng hoặc không phải sổ đăng ký. Chọn bản khác bằng --from."
        )


class BackupUnwritableError(DocgenError):
    """A copy cannot be written; where the register makes it itself, no number is given either."""

    code = "backup-unwritable"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Không ghi được bản sao lưu của sổ đăng ký vào {path}: {reason}. Sổ vẫn nguyên, chưa ghi "
            "thêm gì; khắc phục rồi chạy lại lệnh."
        )


class RestoreFailedError(DocgenError):
    """The system refuses to put a backup in the register's place."""

    code = "restore-failed"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Không khôi phục được sổ đăng ký {path}: {reason}. Không tệp nào bị mất; khắc phục rồi "
            "chạy lại lệnh."
        )


def backup(path: Path, now: datetime, to: Path | None = None) -> Path:
    """Copy the register at *path* as it is at one moment, and return the copy's place."""
    target = to or path.parent / BACKUPS / f"{path.stem}-{now:%Y%m%d-%H%M%S}{path.suffix}"
    with opened(path) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM van_ban").fetchone()  # from here nothing changes
        data = connection.serialize()
        connection.execute("ROLLBACK")
    with _told(partial(BackupUnwritableError, target)):
        part = _part(target)
        _write(part, data)
        part.replace(target)
    return target


def keep(path: Path, connection: sqlite3.Connection) -> None:
    """Copy the register with all that the open transaction has written: the copy of the day.

    The day is the file system's. Whoever writes holds the lock, so there is one at a time.
    """
    folder = path.parent / BACKUPS
    part = folder / f"{path.stem}.part"
    with _told(partial(BackupUnwritableError, folder)):
        _write(part, connection.serialize())
        day = datetime.fromtimestamp(part.stat().st_mtime, UTC).astimezone()
        target = folder / f"{path.stem}-{day:%Y%m%d}{path.suffix}"
        part.replace(target)
        others = sorted(folder.glob(f"{path.stem}-{'[0-9]' * 8}{path.suffix}"))
        for old in [one for one in others if one != target][: 1 - DAYS]:
            old.unlink(missing_ok=True)
        for left in [*folder.glob(f"{path.stem}-*.part"), *path.parent.glob(f"{path.name}.*.part")]:
            if left.stat().st_mtime < day.timestamp() - _LONG:
                left.unlink(missing_ok=True)


def bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    """Make the tables of the version that this docgen knows, once a copy of an older book is kept."""
    if version(connection) == VERSION:
        return
    with transaction(connection):
        if have := version(connection):
            stem = f"{path.stem}-phien-ban-{have}"
            target = _free(path.parent / BACKUPS / f"{stem}{path.suffix}")
            with _told(partial(BackupUnwritableError, target)):
                part = target.with_suffix(".part")
                _write(part, connection.serialize())
                part.replace(target)
        migrate(connection)


def restore(path: Path, now: datetime, chosen: Path | None = None) -> tuple[Path, Path | None]:
    """Put a backup in the register's place; return it and where the former file is kept."""
    source = chosen or newest_backup(path)
    if source is None:
        raise NoBackupError(path.parent / BACKUPS)
    if not is_whole(source):
        raise BadBackupError(source)
    place = path if is_away(path) else Path(os.path.realpath(path))
    with _told(partial(RestoreFailedError, place)), _held(place):
        part = _part(place)
        _write(part, source.read_bytes())
        kept = _put_aside(place, now)
        part.replace(place)
    return source, kept


def _part(path: Path) -> Path:
    """Return where to write what becomes *path*; what a killed program left of it is removed."""
    for left in path.parent.glob(f"{escape(path.name)}.*.part"):
        left.unlink(missing_ok=True)
    return path.with_name(f"{path.name}.{os.getpid()}.part")


def _write(path: Path, data: bytes) -> None:
    """Write a file that is on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put_aside(path: Path, now: datetime) -> Path | None:
    """Give the register its other name, and its journal, which would be played into the next one.

    The register keeps its own name as well until the next one takes it, where the file system can
    give a file two: whatever is killed when, there is one in its place.
    """
    found, kept = os.path.lexists(path), _name_aside(path, now)
    for ending in ("-journal", "-wal", "-shm"):
        one = path.with_name(path.name + ending)
        if one.exists():
            one.replace(kept.with_name(kept.name + ending))
    if found and not os.path.lexists(kept):
        try:
            os.link(path, kept)
        except OSError:
            path.replace(kept)
    return kept if found else None


def _name_aside(path: Path, now: datetime) -> Path:
    """Return a free name for the register, or the one that a killed ``restore`` gave it already."""
    names = former(path)
    if os.path.lexists(path):
        here = path.lstat()
        if same := [one for one in names if os.path.samestat(one.lstat(), here)]:
            return same[0]
    return _free(path.with_name(f"{path.stem}.hong-{now:%Y%m%d-%H%M%S}{path.suffix}"))


def _free(path: Path) -> Path:
    """Return *path*, or the first with a number behind its name that nothing lies at."""
    names = (path.with_name(f"{path.stem}-{count}{path.suffix}") for count in itertools.count(2))
    return next(one for one in itertools.chain([path], names) if not os.path.lexists(one))


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold the register against those that write, if it can be opened at all.

    What was left half-done is settled first, so that a register that is whole is so without its
    journal. Where an open file cannot be renamed, it is closed again: the renaming itself fails
    while another has it open.
    """
    if not path.is_file():
        yield
        return
    with closing(
        sqlite3.connect(uri(path, "rw"), uri=True, timeout=PATIENCE, isolation_level=None)
    ) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in BUSY:
                raise RegisterBusyError(path) from error
        if os.name != "nt":
            yield
            return
    yield


@contextmanager
def _told(refused: Callable[[str], DocgenError]) -> Iterator[None]:
    """Tell in a sentence why the system refuses."""
    try:
        yield
    except FileNotFoundError as error:
        raise refused("không có ổ đĩa hay thư mục này") from error
    except OSError as error:
        raise refused(system_reason(error)) from error
