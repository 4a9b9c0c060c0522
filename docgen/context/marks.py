"""What stands for the marks of an outline: a figure, how it changed, a value of the document.

A clause in square brackets is left out where a value in it is not there or is nothing:
“đã giải quyết 18 đơn[; còn {don_ton} đơn]”. A figure that was not written is a marked gap, never
left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.context.table import change
from docgen.context.values import Gap, Gaps
from docgen.figures.carry import UnitFigures
from docgen.figures.figure import UNKNOWN, Figure
from docgen.figures.formats import in_prose
from docgen.figures.rollup import Group
from docgen.model.indicator import ChiTieu
from docgen.model.outline import FIGURE
from docgen.vietnamese.dates import long_date
from docgen.vietnamese.numbers import grouped, padded

_CLAUSE = re.compile(r"\[([^\[\]]*\{[^\[\]]*)\]")
_ASPECTS = ("trong_ky", "cung_ky", "so_sanh")


@dataclass(frozen=True, slots=True)
class Found:
    """The words for a mark, and whether they say nothing: zero, “không”, an empty field.

    A gap is reported where it is printed, so it stays one until then.
    """

    words: str | Gap
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """What the marks of a sentence may name: figures, those of groups, values of the document.

    *own* is what the unit wrote; *groups* are the values of the groups by their codes, each with its
    figures as ``nhom``.
    """

    values: Mapping[str, Any]
    own: Mapping[str, Any]
    figures: UnitFigures
    groups: Mapping[str, Mapping[str, Any]]
    gaps: Gaps

    def said(self, sentence: str) -> str:
        """Return *sentence* with its marks filled in, clauses that say nothing left out."""
        whole = _CLAUSE.sub(lambda clause: self._clause(clause[1]), sentence)
        return FIGURE.sub(lambda mark: str(self.find(mark[1]).words), whole)

    def _clause(self, words: str) -> str:
        empty = any(self.find(mark).nothing for mark in FIGURE.findall(words))
        return "" if empty else words

    def find(self, mark: str) -> Found:
        """Return what stands for *mark*; what is not known is a marked gap."""
        name, _, aspect = mark.rpartition(".")
        if aspect in _ASPECTS and (found := self._figure(name)):
            return self._aspect(name, aspect, *found)
        if found := self._figure(mark):
            return self._told(*found[:2])
        return self._value(mark)

    def lacks(self, mark: str) -> bool:
        """Tell whether *mark* is a figure that was not written."""
        found = self._figure(mark)
        return bool(found and found[1].value is None and not found[1].levels)

    def _figure(self, name: str) -> tuple[ChiTieu, Figure, Figure] | None:
        """Return the indicator, its figure and that of last year: “x” or “phuong.x”."""
        head, _, rest = name.partition(".")
        if head in self.groups:
            group: Group = self.groups[head]["nhom"]
            if rest in group.indicators:
                return group.indicators[rest], group.total[rest], group.before[rest]
        elif name in self.figures.indicators:
            one = self.figures.indicators[name]
            return one, self.figures.total[name], self.figures.before.get(name, UNKNOWN)
        return None

    def _aspect(self, name: str, aspect: str, one: ChiTieu, now: Figure, then: Figure) -> Found:
        if aspect == "so_sanh":
            told = change(one, now, then)
            since = self.values["ky"]["truoc"]
            if told.startswith("Bằng"):
                return Found(f", bằng {since}")
            return Found(f", {told[:1].lower()}{told[1:]} so với {since}" if told else "")
        if aspect == "cung_ky":
            return self._told(one, then)
        return self._told(one, self.figures.in_period.get(name, now))

    def _told(self, one: ChiTieu, figure: Figure) -> Found:
        if figure.value is None and not figure.levels:
            if one.cong_thuc and not figure.lacks:
                return Found("-", nothing=True)  # a ratio of nothing
            return Found(Gap(one.nhan, self.gaps, figure.lacks[0] if figure.lacks else ""))
        if figure.levels:
            counts = [f"{level}: {padded(count)}" for level, count in figure.levels if count]
            return Found(", ".join(counts), nothing=not counts)
        nothing = figure.number is not None and not figure.number
        if one.kieu == "có/không" and figure.out_of is not None:
            return Found(f"{padded(int(figure.number or 0))}/{padded(figure.out_of)}", nothing)
        if nothing and one.kieu == "số nguyên" and not isinstance(figure.value, bool):
            return Found("0", nothing=True)
        return Found(in_prose(one, figure), nothing)

    def _value(self, mark: str) -> Found:
        head, _, rest = mark.partition(".")
        if head in self.groups:
            return _printed(rest, self.groups[head][rest])
        here: Any = self.values
        for step in mark.split("."):
            if here is None:
                return Found(Gap(mark, self.gaps), nothing=True)
            here = getattr(here, step) if isinstance(here, Gap) else here[step]
        return _printed(mark, here)


def _printed(mark: str, value: Any) -> Found:
    """Return a value in words: days and numbers as the decree writes them, lists in one line."""
    if isinstance(value, Gap):
        return Found(value, nothing=True)
    if isinstance(value, date):
        return Found(long_date(value))
    if isinstance(value, bool):
        return Found("có" if value else "không", nothing=not value)
    if isinstance(value, int) and mark != "nam":
        return Found(grouped(value) if value >= 1000 else padded(value), nothing=not value)
    if isinstance(value, Decimal):
        return Found(grouped(value), nothing=not value)
    if isinstance(value, list):
        return Found("; ".join(map(str, value)), nothing=not value)
    return Found(str(value), nothing=not value)
