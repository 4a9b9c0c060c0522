"""One document as the rules see it: its unit, its day, its rows and all that is written for it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from docgen.context.document import reference_day
from docgen.context.units import chain
from docgen.law.lexicon import Lexicon, Term
from docgen.law.reading import cited_day
from docgen.law.texts import Texts
from docgen.load.data import DataKey
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.load.workspace import Workspace
from docgen.model.record import Record
from docgen.model.unit import DonVi
from docgen.model.vocabulary import LoaiDonVi
from docgen.vietnamese.letters import fold, nfc

_COMMUNES = {"xa", "phuong", "thi tran", "dac khu"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list of the document's data, or of the default rows that stand in for it."""

    file: Loaded[Any]
    loc: Loc
    value: Record

    def text(self, name: str) -> str:
        """Return the words of a field, or nothing."""
        value = getattr(self.value, name, None)
        return nfc(value) if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """Return the number of a field, if it is one."""
        value = getattr(self.value, name, None)
        return value if isinstance(value, int) else None

    def day(self, name: str) -> date | None:
        """Return the day of a field, if it is one."""
        value = getattr(self.value, name, None)
        return value if isinstance(value, date) else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a file, and the days of which one must bear it out.

    They are the document's day and the days of the row in which the text stands; a document that
    is cited (a row with ``so`` and ``ngay``) has its own day alone.
    """

    file: Loaded[Any]
    loc: Loc
    text: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A dated name in a passage, and the days on which it may have been one."""

    passage: Passage
    words: str
    term: Term
    days: tuple[date, ...]


@dataclass(frozen=True)
class Paper:
    """A document that is made, or for which data was written."""

    workspace: Workspace
    lexicon: Lexicon
    texts: Texts
    kind: str
    year: int
    code: str
    day: date
    data: Loaded[Any] | None = field(repr=False)

    @property
    def unit(self) -> DonVi:
        """The unit whose document it is."""
        return self.workspace.units[self.code].value

    @property
    def unit_kind(self) -> LoaiDonVi | None:
        """The kind of the unit, unless the vocabulary lacks it."""
        return self.workspace.unit_kinds.get(self.unit.loai)

    @cached_property
    def is_commune(self) -> bool:
        """True for the UBND of a commune or ward: Chương II of the law is about them."""
        kind, place = self.unit_kind, self.unit.dia_ban
        if kind is None or place is None or fold(place.cap) not in _COMMUNES:
            return False
        return fold(kind.co_quan or "") == "uy ban nhan dan"

    @cached_property
    def is_office(self) -> bool:
        """True for an office, public unit or school under a head: Chương III is about them."""
        kind = self.unit_kind
        return bool(
            kind and kind.truong and not kind.tap_the and not kind.tu_van and not self.unit.dia_ban
        )

    @property
    def life(self) -> tuple[date, date]:
        """The part of the year in which the unit exists; the last day may come before the first."""
        span = self.unit.ton_tai
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        return max(span.tu or first, first), min(span.den or last, last)

    def lives_in(self, month: int) -> bool:
        """Tell whether the unit exists on some day of *month*."""
        first, last = self.life
        end = date(self.year, month, monthrange(self.year, month)[1])
        return first <= end and date(self.year, month, 1) <= last

    def declares(self, *names: str) -> bool:
        """Tell whether documents of this kind have a field, for example giam_sat, thang_doi_thoai."""
        fields = self.workspace.kinds[self.kind].value.truong
        for name in names[:-1]:
            fields = (fields[name].gom or {}) if name in fields else {}
        return names[-1] in fields

    def value(self, *names: str) -> Any:
        """Return what the data says in a field, or None."""
        here: Any = self.data.value if self.data else None
        for name in names:
            here = getattr(here, name, None) if isinstance(here, Record) else None
        return here

    def number(self, *names: str) -> int | None:
        """Return the number in a field of the data, if there is one."""
        value = self.value(*names)
        return value if isinstance(value, int) else None

    def rows(self, name: str) -> Iterator[Row]:
        """Yield the rows of a list: the unit's own, else the default ones of its kind of unit."""
        file = self._list(name)
        rows = getattr(file.value, name, None) if file else None
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            if file and isinstance(row, Record):
                yield Row(file, (name, index), row)

    def _list(self, name: str) -> Loaded[Any] | None:
        if self.value(name) is not None:
            return self.data
        declared = self.workspace.kinds[self.kind].value.truong.get(name)
        family = self.workspace.family(self.unit.loai)
        if declared and declared.cho and not set(declared.cho) & set(family):
            return None
        found = (self.workspace.defaults.get((self.kind, name, kind)) for kind in [*family, ""])
        return next(filter(None, found), None)

    @cached_property
    def own(self) -> list[Passage]:
        """The texts of the document: its data, the default rows it uses, its unit's Nơi nhận."""
        found = list(self._passages(self.data)) if self.data else []
        for name in self.workspace.kinds[self.kind].value.truong:
            file = self._list(name)
            if file and file is not self.data:
                found += self._passages(file, (name,))
        if self.value("noi_nhan") is None:
            found += self._passages(self.workspace.units[self.code], ("noi_nhan",))
        return found

    @cached_property
    def all_texts(self) -> list[Passage]:
        """The texts of the document, of its unit's file, and of the year's file that it prints."""
        found = self.own + list(self._passages(self.workspace.units[self.code]))
        if year := self.workspace.years.get(self.year):
            above = chain(self.workspace, self.code, self.day)
            for key in ("chu_de", "ke_hoach_cap_tren"):
                for code in above:
                    found += self._passages(year, (key, code))
        return found

    @cached_property
    def names(self) -> list[Named]:
        """The dated names in the document's own texts that were no names on any day that fits."""
        return [
            Named(passage, found.words, found.term, days)
            for passage in self.own
            for found in self.lexicon.find(passage.text)
            if not found.term.holds(days := _judged(passage, found.start))
        ]

    def _passages(self, file: Loaded[Any], loc: Loc = ()) -> Iterator[Passage]:
        for one in self.texts.of(file, loc):
            days = one.days if one.cited and one.days else (self.day, *one.days)
            yield Passage(file, one.loc, one.text, days)


def _judged(passage: Passage, start: int) -> tuple[date, ...]:
    cited = cited_day(passage.text, start)
    return (cited,) if cited else passage.days


def papers(workspace: Workspace) -> Iterator[Paper]:
    """Yield every document for which data was written, and those made without any."""
    lexicon, texts = Lexicon(workspace), Texts()
    for kind, declared in workspace.kinds.items():
        written = {key.year for key in workspace.data if key.kind == kind}
        for year in sorted({*workspace.years, *written}):
            for code, unit in workspace.units.items():
                day = reference_day(workspace, kind, year, code)
                data = workspace.data.get(DataKey(kind, year, code))
                made = (
                    unit.value.lap_van_ban
                    and year in workspace.years
                    and bool(declared.value.mau)
                    and workspace.template(kind, code) is not None
                    and unit.value.exists(day)
                )
                if data or made:
                    yield Paper(workspace, lexicon, texts, kind, year, code, day, data)
