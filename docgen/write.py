"""Put documents on disk: aside and renamed, never over a person's work.

A small manifest beside the documents of a unit (``.docgen.json``) holds the digests of what docgen
wrote, so that a file that a person has changed since is known. Digests are of the uncompressed
parts: two installations may deflate the same parts into other bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from docgen.errors import CannotWriteError, ChangedByHandError

MANIFEST = ".docgen.json"


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
    except zipfile.BadZipFile:
        total.update(data)
    return total.hexdigest()


def check_free(path: Path) -> None:
    """Raise ChangedByHandError if *path* holds something that docgen did not write."""
    if path.exists() and digest(path.read_bytes()) not in _known(path):
        raise ChangedByHandError(path)


def write(path: Path, data: bytes, *, force: bool = False) -> Written:
    """Write *data* to *path* and tell what happened; an unchanged document is not touched.

    With *force* a file changed by a person is kept beside it as ``.bak``, ``.bak2`` and so on.
    Raises ChangedByHandError, CannotWriteError; neither leaves anything half-written.
    """
    try:
        return _write(path, data, force=force)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotWriteError(path, reason) from error


def _write(path: Path, data: bytes, *, force: bool) -> Written:
    new, kept = digest(data), None
    if path.exists():
        old = digest(path.read_bytes())
        if old == new:
            _remember(path, [new])
            return Written(path, "không đổi")
        if old not in _known(path):
            if not force:
                raise ChangedByHandError(path)
            kept = _backup(path)
    state = "thay" if path.exists() else "mới"
    path.parent.mkdir(parents=True, exist_ok=True)
    # both digests are known until the rename is done: whatever is killed when, the file is ours
    _remember(path, [new, *_known(path)])
    _replace(path, data)
    _remember(path, [new])
    return Written(path, state, kept)


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
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
    return [str(known) for known in _manifest(path).get(path.name, [])]


def _manifest(path: Path) -> dict[str, Any]:
    file = path.parent / MANIFEST
    try:
        found = json.loads(file.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(path: Path, digests: list[str]) -> None:
    manifest = _manifest(path)
    if manifest.get(path.name) == digests:
        return
    manifest[path.name] = list(dict.fromkeys(digests))
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    _replace(path.parent / MANIFEST, text.encode("utf-8"))
