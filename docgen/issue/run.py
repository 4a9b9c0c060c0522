"""Issue documents. Whatever is killed when, the register knows every number that was given."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from docgen.batch.issued import Numbered, bearing, changes, check_issued, is_numbered, stamp
from docgen.batch.produce import Producer, guarded, require
from docgen.context.job import Job
from docgen.errors import ChangedByHandError, DocgenError
from docgen.issue.errors import (
    DraftByHandError,
    DraftChangedError,
    DraftOutdatedError,
    IssuedFileGoneError,
    LineChangedError,
    NothingChangedError,
    NumberedBeforeError,
    UnfinishedDraftError,
    VoidMeanwhileError,
)
from docgen.issue.order import described, order_of
from docgen.register.entry import Entry, Order, State
from docgen.register.errors import NotFinishedError, NothingToReplaceError
from docgen.register.store import Register
from docgen.vietnamese.dates import short_date
from docgen.write import check_free, check_writable, digest, made_from, write

AT_ONCE = 20
"""Files that are noted in one transaction; what a kill leaves of them is found in place."""
Row = tuple[int, Job, Order]


@dataclass(frozen=True, slots=True)
class Issued:
    """What became of one document: numbered now, numbered before, or left out with an error."""

    job: Job
    entry: Entry | None = None
    state: str = ""
    error: DocgenError | None = None


@dataclass(slots=True)
class Issuer:
    """Numbers the documents of one workspace, each on the day of its job."""

    producer: Producer
    register: Register
    replacing: str = ""
    alike: dict[Job, Entry] = field(default_factory=dict, init=False)
    """Replacements that differ from what they replace in number and day alone."""
    _found: dict[int, Issued] = field(default_factory=dict, init=False)
    _drafted: dict[tuple[str, str, int, str], str] = field(default_factory=dict, init=False)
    _looked: set[str] = field(default_factory=set, init=False)

    def issue(self, jobs: Iterable[Job], number: int | None = None) -> list[Issued]:
        """Render every job as a draft, number those that succeed in their order, write the files.

        A document that has its number already keeps it, and what a kill left open is finished.
        Where a number is refused, no document of that series is numbered. Raises what reading the
        register raises.
        """
        numbered: list[tuple[int, Job, Entry]] = []
        orders = [row for row in self._look(jobs, number) if self._can_be_written(row)]
        for rows in _by_series(orders):
            try:
                entries = self.register.take([order for _, _, order in rows])
            except DocgenError as error:
                self._refuse(rows, error)
                continue
            both = zip(rows, entries, strict=True)
            numbered += ((place, job, entry) for (place, job, _), entry in both)
        numbered += (
            (place, one.job, one.entry)
            for place, one in self._found.items()
            if one.entry and not one.error
        )
        for start in range(0, len(numbered), AT_ONCE):
            self._finish(numbered[start : start + AT_ONCE])
        return self._all()

    def preview(self, jobs: Iterable[Job], number: int | None = None) -> list[Issued]:
        """Return what ``issue`` would do now: nothing is numbered, nothing written."""
        groups = _by_series(self._look(jobs, number))
        answers = self.register.preview_each([[order for _, _, order in rows] for rows in groups])
        for rows, answer in zip(groups, answers, strict=True):
            if isinstance(answer, DocgenError):
                self._refuse(rows, answer)
                continue
            for (place, job, _), entry in zip(rows, answer, strict=True):
                self._found[place] = Issued(job, entry, "sẽ cấp")
        return self._all()

    def _all(self) -> list[Issued]:
        return [self._found[place] for place in sorted(self._found)]

    def _refuse(self, rows: Iterable[Row], error: DocgenError) -> None:
        """Note that a whole series got no numbers."""
        self._found |= {place: Issued(job, error=error) for place, job, _ in rows}

    def _look(self, jobs: Iterable[Job], number: int | None) -> list[Row]:
        """Note what is numbered before or cannot be; return the orders of the others."""
        self.producer.numbered = Numbered(self.producer.workspace.root)
        self._found = {}
        orders: list[Row] = []
        for place, one in enumerate(jobs):
            entry = self.producer.numbered.entry(one)
            try:
                with guarded():
                    if entry and not self._replaces(entry, one):
                        self._found[place] = self._before(one, entry, number)
                    else:
                        orders.append((place, *self._order(one, number, entry)))
            except DocgenError as error:
                self._found[place] = Issued(one, error=error)
        return orders

    def _replaces(self, entry: Entry, job: Job) -> bool:
        """Tell whether another document is to stand for *entry*'s; one left open by a kill is finished first.

        A replacement that was issued for that reason from the same data is the one that is asked for.
        """
        if self.replacing and entry.state == "đang ghi" and entry.replaces is None:
            raise NotFinishedError(entry.sign)
        if not self.replacing or entry.state != "đã cấp":
            return False
        if entry.order.by_hand or not self._unchanged(job, entry):
            return True
        if entry.replaces is not None and entry.reason == self.replacing:
            return False
        if entry.order.day == job.day:
            raise NothingChangedError(entry.sign)
        self.alike[job] = entry
        return True

    def _unchanged(self, job: Job, entry: Entry) -> bool:
        """Tell whether the data of *entry*'s document are what they were."""
        data, _ = self.producer.document(bearing(job, entry, self.producer.numbered.known))
        return digest(data) == entry.digest

    def _before(self, job: Job, entry: Entry, number: int | None) -> Issued:
        """Return what there is to say of a document that has its number; it gets no other."""
        if number is not None and (number, job.day) != (entry.number, entry.order.day):
            raise NumberedBeforeError(entry.sign, short_date(entry.order.day))
        return Issued(job, entry, "đã cấp từ trước" if entry.state == "đã cấp" else "sẽ ghi xong")

    def _order(self, one: Job, number: int | None, former: Entry | None) -> tuple[Job, Order]:
        """Return the order of a document of which nothing but its number is missing."""
        if self.replacing and former is None:
            raise NothingToReplaceError
        require(self.producer.workspace, one)
        numbered = self.producer.numbered
        job = numbered.draft(one, replacing=bool(self.replacing))
        data, gaps = self.producer.document(job)
        if gaps:
            raise UnfinishedDraftError(gaps)
        order = order_of(self.producer, job, number, former, self.replacing)
        self._check_place(order, data)
        order = replace(order, digest=digest(data))
        self._drafted[order.key] = order.digest
        return job, order

    def _check_place(self, order: Order, draft: bytes) -> None:
        """Raise unless the document can go to its place, or is there with the very number asked for.

        What lies there is the draft that was signed: it has the words of *draft*, or no number is given.
        """
        path = self.producer.workspace.root / order.file
        if order.number and made_from(path) == stamp(
            f"{order.number:02}/{order.notation}", order.day
        ):
            return  # the register has lost it, and takes it again
        if order.unit not in self._looked:
            workspace = self.producer.workspace
            outs = (self.producer.out, workspace.root / workspace.settings.thu_muc_ra)
            self.producer.numbered.check_folders(outs, order.unit)
            self._looked.add(order.unit)
        try:
            check_free(path)
        except ChangedByHandError as error:
            raise DraftByHandError(order.file) from error
        if not path.is_file() or is_numbered(made_from(path)):
            return  # none, or another run has numbered it in the meantime
        if told := list(changes(path.read_bytes(), draft)):
            raise DraftOutdatedError(order.file, short_date(order.day), told)

    def _can_be_written(self, row: Row) -> bool:
        """Tell whether a document can be put in its place; note why not."""
        place, job, order = row
        try:
            check_writable(self.producer.workspace.root / order.file)
        except DocgenError as error:
            self._found[place] = Issued(job, error=error)
            return False
        return True

    def _finish(self, numbered: Iterable[tuple[int, Job, Entry]]) -> None:
        """Put numbered files in place, then say so in the register."""
        done: dict[int, tuple[Entry, str]] = {}
        try:
            for place, job, entry in numbered:
                self._found[place] = Issued(job, entry, entry.state)
                try:
                    with guarded():
                        if entry.state == "đã cấp":
                            self._found[place] = Issued(job, entry, self._again(job, entry))
                        else:
                            done[place] = entry, digest(self._file_of(job, entry))
                except DocgenError as error:
                    unfinished = entry if entry.state == "đang ghi" else None
                    self._found[place] = Issued(job, unfinished, entry.state, error)
        finally:  # of those that were written when the run is interrupted as well
            self._note(done)

    def _note(self, done: dict[int, tuple[Entry, str]]) -> None:
        """Note in the register which files are in place, and what became of those documents."""
        error: DocgenError | None = None
        states: dict[int, State] = {}
        try:
            if done:
                self.register.finish(done.values())
                states = {one.id: one.state for one in self.register.entries()}
        except DocgenError as refused:
            error = refused
        for place, (entry, of) in done.items():
            state = states.get(entry.id, "đang ghi")
            void = VoidMeanwhileError(entry.sign, entry.order.file) if state == "đã hủy" else None
            entry_now = replace(entry, state=state, digest=of)
            self._found[place] = Issued(self._found[place].job, entry_now, state, error or void)

    def _file_of(self, job: Job, entry: Entry) -> bytes:
        """Return the numbered document, in place; one that was written before a kill stays as it is."""
        path = self._path(entry)
        if path.is_file() and made_from(path) == self._stamp(entry):
            check_free(path)
            return path.read_bytes()
        numbered = bearing(job, entry, self.producer.numbered.known)
        data, gaps = self.producer.document(numbered)
        if gaps:
            raise UnfinishedDraftError(gaps)
        if wrong := entry.order.unlike(described(self.producer, numbered)):
            raise LineChangedError(wrong)
        self._check_unchanged(job, entry)
        write(path, data, durable=True, source=self._stamp(entry))
        return data

    def _check_unchanged(self, job: Job, entry: Entry) -> None:
        """Raise DraftChangedError unless the draft is what it was when *entry* got its number."""
        now = self._drafted.get(entry.key)
        if now is None and entry.digest:
            data, _ = self.producer.document(self.producer.numbered.as_drafted(job, entry))
            now = digest(data)
        if entry.digest and now != entry.digest:
            raise DraftChangedError(entry.sign)

    def _again(self, job: Job, entry: Entry) -> str:
        """Tell of a number that was given before; a file that is gone is written if it is the same."""
        if entry.order.by_hand:
            return "đã cấp từ trước, không do docgen lập"
        path = self._path(entry)
        if path.exists():
            check_issued(entry, path)
            return "đã cấp từ trước"
        data, _ = self.producer.document(bearing(job, entry, self.producer.numbered.known))
        if digest(data) != entry.digest:
            raise IssuedFileGoneError(entry.sign, entry.order.file)
        write(path, data, durable=True, source=self._stamp(entry))
        return "đã cấp từ trước, ghi lại tệp"

    def _stamp(self, entry: Entry) -> str:
        return stamp(entry.sign, entry.order.day)

    def _path(self, entry: Entry) -> Path:
        return self.producer.workspace.root / entry.order.file


def _by_series(orders: Iterable[Row]) -> list[list[Row]]:
    """Return the orders of each series, by day, those that ask for a number first, then as named."""
    rows = sorted(
        orders, key=lambda row: (str(row[2].series), row[2].day, row[2].number or math.inf)
    )
    return [list(group) for _, group in groupby(rows, key=lambda row: row[2].series)]
