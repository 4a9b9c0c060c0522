"""Issue documents. Whatever is killed when, the register knows every number that was given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from docgen.batch.issued import Numbered, bearing, check_issued, stamp
from docgen.batch.produce import Producer, guarded, require
from docgen.context.job import Job
from docgen.errors import ChangedByHandError, DocgenError
from docgen.issue.errors import (
    DraftByHandError,
    IssuedFileGoneError,
    LineChangedError,
    NumberedBeforeError,
    UnfinishedDraftError,
)
from docgen.issue.order import described, order_of
from docgen.register.entry import Entry, Order, State
from docgen.register.errors import NotFinishedError, NothingToReplaceError
from docgen.register.store import Register
from docgen.write import check_free, check_writable, digest, made_from, made_in, write

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
    _found: dict[int, Issued] = field(default_factory=dict, init=False)
    _looked: set[Path] = field(default_factory=set, init=False)

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
                    if entry and not self._replaces(entry):
                        self._found[place] = self._before(one, entry, number)
                    else:
                        orders.append((place, *self._order(one, number, entry)))
            except DocgenError as error:
                self._found[place] = Issued(one, error=error)
        return orders

    def _replaces(self, entry: Entry) -> bool:
        """Tell whether *entry*'s document is to be replaced; one left open by a kill is finished first."""
        if self.replacing and entry.state == "đang ghi" and entry.replaces is None:
            raise NotFinishedError(entry.sign)
        return bool(self.replacing) and entry.state == "đã cấp"

    def _before(self, job: Job, entry: Entry, number: int | None) -> Issued:
        """Return what there is to say of a document that has its number; it gets no other."""
        if number not in (None, entry.number):
            raise NumberedBeforeError(entry.sign)
        return Issued(job, entry, "đã cấp từ trước" if entry.state == "đã cấp" else "sẽ ghi xong")

    def _order(self, one: Job, number: int | None, former: Entry | None) -> tuple[Job, Order]:
        """Return the order of a document of which nothing but its number is missing."""
        if self.replacing and former is None:
            raise NothingToReplaceError
        require(self.producer.workspace, one)
        numbered = self.producer.numbered
        job = numbered.draft(one, replacing=bool(self.replacing))
        _, gaps = self.producer.document(job)
        if gaps:
            raise UnfinishedDraftError(gaps)
        order = order_of(self.producer, job, number, former, self.replacing)
        self._check_place(order)
        return job, order

    def _check_place(self, order: Order) -> None:
        """Raise unless the document can go to its place, or is there with the very number asked for."""
        path = self.producer.workspace.root / order.file
        if order.number and made_from(path) == stamp(
            f"{order.number:02}/{order.notation}", order.day
        ):
            return  # the register has lost it, and takes it again
        if path.parent not in self._looked:
            self.producer.numbered.check_known(made_in(path.parent))
            self._looked.add(path.parent)
        try:
            check_free(path)
        except ChangedByHandError as error:
            raise DraftByHandError(order.file) from error

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
        error = None
        try:
            if done:
                self.register.finish(done.values())
        except DocgenError as refused:
            error = refused
        state: State = "đang ghi" if error else "đã cấp"
        for place, (entry, of) in done.items():
            entry_now = replace(entry, state=state, digest=of)
            self._found[place] = Issued(self._found[place].job, entry_now, state, error)

    def _file_of(self, job: Job, entry: Entry) -> bytes:
        """Return the numbered document, in place; one that was written before a kill stays as it is."""
        path = self._path(entry)
        if path.is_file() and made_from(path) == self._stamp(entry):
            check_free(path)
            return path.read_bytes()
        job = bearing(job, entry, self.producer.numbered.known)
        data, gaps = self.producer.document(job)
        if gaps:
            raise UnfinishedDraftError(gaps)
        if wrong := entry.order.unlike(described(self.producer, job)):
            raise LineChangedError(wrong)
        write(path, data, durable=True, source=self._stamp(entry))
        return data

    def _again(self, job: Job, entry: Entry) -> str:
        """Tell of a number that was given before; a file that is gone is written if it is the same."""
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
    """Return the orders of each series, by day and then as they were named."""
    rows = sorted(orders, key=lambda row: (str(row[2].series), row[2].day))
    return [list(group) for _, group in groupby(rows, key=lambda row: row[2].series)]
