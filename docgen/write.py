"""Put documents on disk: aside and renamed, never over a person's work.

A small manifest beside the documents of a unit (``.docgen.json``) holds the digests of what docgen
wrote, so that a file that a person has changed since is known, and of what each was made from.
Digests are of the uncompressed parts: two installations may deflate the same parts into other
bytes. A lock beside the manifest lets two runs of docgen write for one unit at the same moment.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EACCES, EAGAIN, EDEADLK
from functools import partial
from glob import escape
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from docgen.errors import CannotWriteError, ChangedByHandError, system_reason

MANIFEST = ".docgen.json"
_FROM = "from"  # what the documents were made from; no document has a name without an ending
PATIENCE = 30.0
"""Seconds to wait for another run of docgen that writes into the same folder."""

# What zipfile raises for a package that is cut, corrupt, encrypted or packed in an unknown way.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Written:
    """What happened to one file: *state* is "mới", "thay" or "không đổi"."""

    path: Path
    state: str
    kept: Path | None = None


def digest(data: bytes) -> str:
    """Return a digest of a package's parts, the same however they are compressed."""
    total = hashlib.sha256()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            for name in sorted(package.namelist()):
                total.update(hashlib.sha256(name.encode()).digest())
                total.update(hashlib.sha256(package.read(name)).digest())
    except _UNREADABLE:
        total.update(data)
    return total.hexdigest()


def check_free(path: Path) -> None:
    """Raise ChangedByHandError if *path* holds something that docgen did not write."""
    with _told(path):
        _refuse_devices(path)
        if path.exists() and digest(path.read_bytes()) not in _known(path):
            raise ChangedByHandError(path)


def write(
    path: Path, data: bytes, *, force: bool = False, source: str = "", durable: bool = False
) -> Written:
    """Write *data* to *path* and tell what happened; an unchanged document is not touched.

    *source* is a digest of what the document was made from, kept in the manifest. With *force* a
    file changed by a person is kept beside it as ``.bak``, ``.bak2`` and so on; with *durable* the
    disk has it when this returns.
    Raises ChangedByHandError, CannotWriteError; neither leaves anything half-written.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path) as held:
            if held and durable:
                _sweep(path)
            written = _write(path, data, force=force, source=source, durable=durable)
            if durable:
                _settle(path.parent)
            return written


def check_writable(path: Path) -> None:
    """Raise CannotWriteError if *path* cannot be put in place: its folder is closed, Word has it."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = _part(path)
        try:
            part.touch()
            if path.is_file():
                path.open("r+b").close()
        finally:
            part.unlink(missing_ok=True)


def _settle(place: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk, not in the system's memory alone."""
    if sys.platform == "win32" and place.is_dir():  # which opens no folders
        return
    handle = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(path: Path) -> None:
    """Remove what runs that were killed left of *path* and of the manifest; nobody else writes now."""
    for name in (path.name, MANIFEST):
        for left in path.parent.glob(f"{escape(name)}.*.part"):
            left.unlink(missing_ok=True)


def made_from(path: Path) -> str:
    """Return the digest of what *path* was made from, as it was told to ``write``, or nothing."""
    with _told(path):
        found = _manifest(path).get(_FROM)
    return str(found.get(path.name, "")) if isinstance(found, dict) else ""


def made_in(folder: Path) -> dict[Path, str]:
    """Return what ``made_from`` tells of each document in *folder*, those that are there."""
    with _told(folder):
        found = _manifest(folder / MANIFEST).get(_FROM)
    known = found.items() if isinstance(found, dict) else ()
    return {path: str(source) for name, source in known if (path := folder / name).is_file()}


def is_same(path: Path, data: bytes) -> bool:
    """Tell whether *path* already holds the document *data*."""
    return path.is_file() and digest(path.read_bytes()) == digest(data)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell in a sentence why the operating system refuses."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(path, system_reason(error)) from error


def _write(
    path: Path, data: bytes, *, force: bool = False, source: str = "", durable: bool = False
) -> Written:
    new = digest(data)
    _refuse_devices(path)
    old = [digest(path.read_bytes())] if path.exists() else []
    if old == [new]:
        _remember(path, [new], source)
        return Written(path, "không đổi")
    kept = None
    if old and old[0] not in _known(path):
        if not force:
            raise ChangedByHandError(path)
        kept = _backup(path)
    # both digests are known until the rename is done: whatever is killed when, the file is ours
    _remember(path, [new, *old])
    put = partial(_replace, durable=True) if durable else _replace
    put(path, data)
    _remember(path, [new], source)
    return Written(path, "thay" if old else "mới", kept)


def _refuse_devices(path: Path) -> None:
    """Refuse a pipe or a device, which would be read for ever."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise ChangedByHandError(path)


@contextmanager
def _alone(path: Path) -> Iterator[bool]:
    """Hold the folder of *path* against other runs of docgen; tell whether it is held.

    The system lets go of the lock however its holder ends, so a lock file left behind holds up
    nobody. Where there can be none (a share without locks, a folder that can only be read), the
    run goes on without.
    """
    lock = path.parent / f"{MANIFEST}.lock"
    held = _locked(lock, path)
    try:
        yield held is not None
    finally:
        if held and os.name == "nt":  # where nobody can remove an open file
            held.close()
        if held:
            with suppress(OSError):
                lock.unlink()
            held.close()


def _locked(lock: Path, path: Path) -> IO[bytes] | None:
    """Return the open lock file once it is ours, or None where the system knows no locks."""
    step = 0.01
    for _ in range(int(PATIENCE / step)):
        try:
            file = lock.open("ab")
        except OSError:
            return None
        try:
            _grab(file)
            # another run may have removed what we waited for: then nobody else would see our lock
            if os.path.samestat(os.fstat(file.fileno()), lock.stat()):
                return file
        except FileNotFoundError:
            pass
        except OSError as error:
            if error.errno not in (EACCES, EAGAIN, EDEADLK):
                file.close()
                return None
        file.close()
        time.sleep(step)
    raise CannotWriteError(path, "một lệnh docgen khác đang ghi vào thư mục này")


def _grab(file: IO[bytes]) -> None:
    """Lock *file* at once, or raise OSError."""
    if sys.platform == "win32":
        from msvcrt import LK_NBLCK, locking  # noqa: PLC0415

        locking(file.fileno(), LK_NBLCK, 1)
    else:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415

        flock(file, LOCK_EX | LOCK_NB)


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.{os.getpid()}.part")


def _replace(path: Path, data: bytes, *, durable: bool = False) -> None:
    part = _part(path)
    try:
        part.write_bytes(data)
        if durable:  # before the rename: the name must never stand for an empty file
            _settle(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _backup(path: Path) -> Path:
    """Copy *path* beside itself under the first free name, and return that name."""
    number = 1
    while (kept := path.with_name(f"{path.name}.bak{number if number > 1 else ''}")).exists():
        number += 1
    _replace(kept, path.read_bytes())
    return kept


def _known(path: Path) -> list[str]:
    found = _manifest(path).get(path.name)
    return [str(known) for known in found] if isinstance(found, list) else []


def _manifest(path: Path) -> dict[str, Any]:
    try:
        found = json.loads((path.parent / MANIFEST).read_text("utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(path: Path, digests: list[str], source: str = "") -> None:
    manifest = _manifest(path)
    known = manifest.get(_FROM)
    sources = known if isinstance(known, dict) else {}
    if manifest.get(path.name) == digests and sources.get(path.name, "") == source:
        return
    manifest[path.name] = list(dict.fromkeys(digests))
    sources = {name: one for name, one in sources.items() if name != path.name}
    sources |= {path.name: source} if source else {}
    manifest[_FROM] = sources
    if not sources:
        del manifest[_FROM]
    # in ASCII, for a file's name may hold bytes that are no UTF-8
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    _replace(path.parent / MANIFEST, text.encode("utf-8"))
