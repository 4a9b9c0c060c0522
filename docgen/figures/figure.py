"""A figure and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.model.formula import read_formula
from docgen.model.indicator import ChiTieu

Value = Decimal | bool | str


@dataclass(frozen=True, slots=True)
class Part:
    """One value that a unit wrote, and its place: the file from the workspace down, and the line."""

    unit: str
    period: str
    value: Value
    file: str
    line: int
    how: str = ""

    @property
    def place(self) -> str:
        """Return “data/bao_cao/2025-6-thang/phuong-cau-dat.yaml:12”."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, None where it is not known; what it is made of; what it lacks to be known.

    Of many units a yes-or-no is the number of those that have it, of ``out_of`` that told; levels
    are counted in ``levels``; ``units_with`` counts the units whose own figure is not zero.
    """

    value: Value | None = None
    parts: tuple[Part, ...] = ()
    lacks: tuple[str, ...] = ()
    out_of: int | None = None
    levels: tuple[tuple[str, int], ...] = ()
    units_with: int | None = None

    @property
    def number(self) -> Decimal | None:
        """The value as a number: yes is 1, no is 0, a level is none."""
        if isinstance(self.value, bool):
            return Decimal(int(self.value))
        return self.value if isinstance(self.value, Decimal) else None


UNKNOWN = Figure()


def added(figures: Iterable[Figure]) -> Figure:
    """Return the sum of numbers; it is known if all are, and it lacks what any of them lacks.

    One alone is itself, so a level or a yes stays what it is.
    """
    found = list(figures)
    if len(found) == 1:
        return found[0]
    parts = tuple(part for figure in found for part in figure.parts)
    lacks = tuple(dict.fromkeys(lack for figure in found for lack in figure.lacks))
    numbers = [figure.number for figure in found if figure.number is not None]
    if not found or len(numbers) < len(found):
        return Figure(None, parts, lacks)
    return Figure(sum(numbers, Decimal(0)), parts, lacks)


def with_computed(
    indicators: Mapping[str, ChiTieu], typed: Mapping[str, Figure]
) -> dict[str, Figure]:
    """Return *typed* and what the formulas make of it, in the order of *indicators*.

    A ratio is always made of the figures at hand, so one of sums is a ratio of sums. A formula may
    stand on another, wherever in the form that is.
    """
    found: dict[str, Figure] = {}
    for name in indicators:
        _compute(name, indicators, typed, found)
    return {name: found[name] for name in indicators}


def _compute(
    name: str,
    indicators: Mapping[str, ChiTieu],
    typed: Mapping[str, Figure],
    found: dict[str, Figure],
) -> Figure:
    if name in found:
        return found[name]
    formula = indicators[name].cong_thuc if name in indicators else None
    found[name] = UNKNOWN if formula else typed.get(name, UNKNOWN)  # a circle is never known
    if formula:
        tree = read_formula(formula)
        of = {part: _compute(part, indicators, typed, found) for part in tree.names()}
        value = tree.value({part: figure.number for part, figure in of.items()})
        parts = dict.fromkeys(part for figure in of.values() for part in figure.parts)
        lacks = dict.fromkeys(lack for figure in of.values() for lack in figure.lacks)
        found[name] = Figure(value, tuple(parts), tuple(lacks))
    return found[name]
