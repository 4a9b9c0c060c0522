"""What a document is made from: a digest of all the files that it reads, and of no others.

A document whose digest is as it was when it was made need not be made again to know that nothing
has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docgen.batch.ready import units_read
from docgen.context.job import Job
from docgen.context.late import is_reminder
from docgen.figures.sources import report_keys
from docgen.load.data import DataKey
from docgen.load.root import SETTINGS
from docgen.load.workspace import Workspace


@dataclass(slots=True)
class Inputs:
    """Digests of the files of one workspace, each read once."""

    workspace: Workspace
    _files: dict[str | DataKey, bytes] = field(default_factory=dict, init=False)
    _many: dict[str, bytes] = field(default_factory=dict, init=False)
    _data: dict[str, list[DataKey]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for key in self.workspace.data:
            self._data.setdefault(key.unit, []).append(key)

    def digest(self, job: Job) -> str:
        """Return the digest of what *job*'s document is made from."""
        data = self._keys(job)
        units = units_read(self.workspace, job)
        asked = job.on if self.workspace.kinds[job.kind].value.so_sach else None
        told = f"{job.day} {job.code}{f' {asked}' if asked else ''}"
        parts = [told.encode(), self._shared(job.year)]
        if units is None or data is None:
            parts.append(self._once("đơn vị", lambda: map(self._unit, self.workspace.codes)))
        else:
            parts += map(self._unit, sorted(units | {key.unit for key in data}))
        if data is None:
            parts.append(self._once("số liệu", lambda: map(self._datum, self.workspace.data)))
        else:
            parts += map(self._datum, data)
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    def _keys(self, job: Job) -> list[DataKey] | None:
        """Return the data that a document tells: its unit's, that of its figures; None for all.

        A list of what was sent and a reminder tell what every unit did.
        """
        workspace = self.workspace
        if workspace.kinds[job.kind].value.so_sach or is_reminder(workspace, job.kind):
            return None
        own = self._data.get(job.unit, [])
        if workspace.form(job.kind) is None:
            return own
        return list(dict.fromkeys([*own, *report_keys(workspace, job.key, job.day)]))

    def _shared(self, year: int) -> bytes:
        """Return the digest of what every document of a year reads: vocabularies, templates."""
        root = self.workspace.root

        def found() -> Iterator[bytes]:
            paths = [root / SETTINGS, root / "data" / "nam" / f"{year}.yaml"]
            paths += sorted((root / "data" / "danh_muc").rglob("*.yaml"))
            paths += sorted(root.glob("templates/*.docx"))
            yield from map(self._file, paths)

        return self._once(f"năm {year}", found)

    def _unit(self, code: str) -> bytes:
        if code not in self._files:
            self._files[code] = self._file(self.workspace.folder("don_vi") / f"{code}.yaml")
        return self._files[code]

    def _datum(self, key: DataKey) -> bytes:
        if key not in self._files:
            self._files[key] = self._file(self.workspace.data_file(key))
        return self._files[key]

    def _file(self, path: Path) -> bytes:
        """Return the digest of a file's name and content; one that is not there has a digest too."""
        content = path.read_bytes() if path.is_file() else b""
        name = path.relative_to(self.workspace.root).as_posix().encode()
        return hashlib.sha256(name + b"\0" + content).digest()

    def _once(self, what: str, files: Callable[[], Iterable[bytes]]) -> bytes:
        """Return the digest of files that many documents read; they are looked at once."""
        if what not in self._many:
            self._many[what] = hashlib.sha256(b"".join(files())).digest()
        return self._many[what]
