"""Documents that have a number: they are what they were when they were signed."""

from __future__ import annotations

import itertools
import math
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path

from docgen.batch.identity import words_of
from docgen.context.job import Job
from docgen.register.book import Known, cells
from docgen.register.entry import LIVE, Entry
from docgen.register.errors import (
    IssuedChangedError,
    IssuedGoneError,
    IssuedSpoiltError,
    NotFinishedError,
    NumberLostError,
)
from docgen.register.store import FILE, Register
from docgen.write import Written, digest, is_same, made_in

_MOST = 3
_BLANKS = re.compile(r"\s+")
_STAMP = re.compile(r"(\d+/\S+), \d{4}-\d\d-\d\d")
_SIGN = re.compile(r"Số:\s*(\d+)\s*/\s*(\S+)")


@dataclass(slots=True)
class Numbered:
    """What a workspace's register knows of its documents, read once."""

    root: Path
    known: list[Entry] = field(init=False)
    _entries: dict[tuple[str, str, int, str], Entry] = field(init=False)
    _taken: set[Path] = field(init=False)
    _keys: set[tuple[str, str, int, str]] = field(init=False)

    def __post_init__(self) -> None:
        self._read()

    def _read(self) -> None:
        self.known = Register(self.root / FILE).entries()
        ours = [entry for entry in self.known if entry.order.kind]
        by_id = {entry.id: entry for entry in self.known}
        ends = [(entry.key, _last(by_id, entry)) for entry in ours]
        self._entries = {key: entry for key, entry in ends if entry.state in LIVE}
        files = {entry.order.file for entry in self.known} - {""}
        self._taken = {(self.root / file).resolve() for file in files}
        self._keys = {entry.key for entry in ours}

    def entry(self, job: Job) -> Entry | None:
        """Return the line of *job*'s document, if it has a number.

        It may be of one that docgen did not make and that replaced docgen's.
        """
        return self._entries.get(_key(job))

    def draft(self, job: Job, *, replacing: bool) -> Job:
        """Return *job* as a draft: of what it stands for, without a number that was given before."""
        former = self.entry(job) if replacing else None
        thay_the = named(former) if former else None
        return replace(job, thay_the=thay_the, ghi_san=_key(job) not in self._keys)

    def as_drafted(self, job: Job, entry: Entry) -> Job:
        """Return *job* as the draft that it was when *entry* got its number."""
        former = next((one for one in self.known if one.id == entry.replaces), None)
        before = any(one.key == entry.key and one.id != entry.id for one in self.known)
        return replace(
            job, so=None, ngay=None, day=entry.order.day, ghi_san=not before,
            thay_the=named(former) if former else None,
        )  # fmt: skip

    def job(self, job: Job) -> Job:
        """Return *job* with its number and day, if it has them."""
        entry = self.entry(job)
        return bearing(job, entry, self.known) if entry else job

    def replaced(self, job: Job) -> Written:
        """Return the file of *job*'s document, for which one stands that docgen did not make."""
        former = next(one for one in reversed(self.known) if one.key == _key(job))
        return Written(self.root / former.order.file, "đã thay thế")

    def place(self, job: Job, natural: Path) -> Path:
        """Return where *job*'s draft goes: never where a document lies that has a number.

        One that is to stand for another goes beside it, and so does one whose former number is
        void. No file of data has “_” in its name, so none of another document is met.
        """
        stem = f"{natural.stem}_thay-the" if job.thay_the else natural.stem
        names = chain([stem], (f"{stem}_{count}" for count in itertools.count(2)))
        paths = (natural.with_name(f"{name}{natural.suffix}") for name in names)
        return next(path for path in paths if path.resolve() not in self._taken)

    def check_folders(self, outs: Iterable[Path], unit: str) -> None:
        """Raise NumberLostError if a unit has a document, of any year, whose number is not known.

        *outs* are the folders of results: numbers are a unit's, wherever its documents lie.
        """
        for out in dict.fromkeys(out.resolve() for out in outs):
            for folder in sorted(out.glob(f"*/{unit}")):
                self.check_known(made_in(folder))

    def check_known(self, made: Mapping[Path, str]) -> None:
        """Raise NumberLostError for a document with a number that the register does not know.

        It would be given again, and the document be written over. *made* tells of files what the
        manifest says that they were made from.
        """
        signs = {
            path: found[1] for path, source in made.items() if (found := _STAMP.fullmatch(source))
        }
        if any(path.resolve() not in self._taken for path in signs):
            self._read()  # another run may have given them their numbers in the meantime
        for path, sign in signs.items():
            if path.resolve() in self._taken:
                continue
            shown = path.relative_to(self.root) if path.is_relative_to(self.root) else path
            raise NumberLostError(sign, shown)

    def in_order(self, jobs: Iterable[Job], others: Iterable[Job]) -> list[Job]:
        """Return *jobs*, and those of *others* that have a number, by day and number."""
        found = [*jobs, *(job for job in others if self.entry(job))]
        return sorted(map(self.job, found), key=lambda job: (job.day, job.so or math.inf))

    def line(self, job: Job) -> dict[str, str] | None:
        """Return the line of the book of *job*'s document, if it has a number."""
        entry = self.entry(job)
        return cells(entry, Known(self.known)) if entry else None

    def kept(self, entry: Entry, data: bytes) -> Written:
        """Return the file of *entry*, which stays as it is; *data* is what it would be now.

        Raises NotFinishedError, IssuedGoneError, IssuedSpoiltError, IssuedChangedError.
        """
        path = self.root / entry.order.file
        if entry.state != "đã cấp":
            raise NotFinishedError(entry.sign)
        check_issued(entry, path)
        if is_same(path, data):
            return Written(path, "không đổi")
        shown = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        raise IssuedChangedError(entry.sign, shown, differences(path.read_bytes(), data))


def _last(by_id: Mapping[int, Entry], entry: Entry) -> Entry:
    """Return the last of those that replaced *entry*'s document one after another."""
    for _ in by_id:  # a book that was edited may tell of a ring
        if not entry.replaced_by:
            break
        entry = by_id[entry.replaced_by]
    return entry


def check_issued(entry: Entry, path: Path) -> None:
    """Raise IssuedGoneError, IssuedSpoiltError unless *path* holds the document of *entry*."""
    if not path.is_file():
        raise IssuedGoneError(entry.sign, entry.order.file)
    if digest(path.read_bytes()) != entry.digest:
        raise IssuedSpoiltError(entry.sign, entry.order.file)


def is_numbered(source: str) -> bool:
    """Tell whether the manifest says of a document that it has a number."""
    return bool(_STAMP.fullmatch(source))


def stamp(sign: str, day: date) -> str:
    """Return what the manifest says of a document that has a number: this, and its day."""
    return f"{sign}, {day.isoformat()}"


def _key(job: Job) -> tuple[str, str, int, str]:
    return job.unit, job.kind, job.year, job.code


def bearing(job: Job, entry: Entry, known: Iterable[Entry]) -> Job:
    """Return *job* with the number and the day that the register gave it, and what it replaces."""
    day = entry.order.day
    former = next((one for one in known if one.id == entry.replaces), None)
    return replace(
        job, so=entry.number, ngay=day, day=day, thay_the=named(former) if former else None
    )


def named(entry: Entry) -> tuple[str, date]:
    """Return how another document calls *entry*'s: its number and notation, its day."""
    return entry.sign, entry.order.day


def differences(old: bytes, new: bytes) -> Iterator[str]:
    """Yield the first places where two documents differ."""
    told = list(changes(old, new))
    yield from told or ["chữ như cũ, cách trình bày khác"]


def changes(old: bytes, new: bytes) -> Iterator[str]:
    """Yield the first places where the words of two documents differ."""
    before, after = (_lines(docx) for docx in (old, new))
    told = 0
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            told += 1
            if told > _MOST:
                yield "…"
                return
            yield f"“{_cut(' '.join(before[i1:i2]))}” → “{_cut(' '.join(after[j1:j2]))}”"


def carried(path: Path) -> str:
    """Return the number and notation that a .docx bears, “05/KH-UBND”; nothing for a draft.

    What cannot be read bears none.
    """
    try:
        body, _ = words_of(path.read_bytes())
    except (OSError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, RuntimeError):
        return ""
    head = next((line for line in _plain(body) if line.startswith("Số:")), "")
    found = _SIGN.match(head)
    return f"{int(found[1]):02}/{found[2]}" if found else ""


def _lines(docx: bytes) -> list[str]:
    return _plain(words_of(docx)[0])


def _plain(text: str) -> list[str]:
    lines = (_BLANKS.sub(" ", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def _cut(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
