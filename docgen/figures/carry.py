"""The figures of a report: in the period, from the year's beginning, and of the same time last year.

A year is its first half carried over by nature and its second half: what happened is added, a
stock is its last value, an opening its first, and what was counted for the year stands alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from docgen.figures.figure import UNKNOWN, Figure, Part, added, with_computed
from docgen.figures.succession import Inherited, inherited, predecessors
from docgen.figures.window import half_ends
from docgen.figures.written import Written, value_at, written
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.model.indicator import ChiTieu
from docgen.model.period import HALF, PERIODS, YEAR, folder_name

Figures = dict[str, Figure]


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """All figures of one report, by indicator, computed ones among them.

    ``notes`` are the units whose figures were taken over though they were divided: a reader must be
    told. ``first_half`` is what the year began with, computed ones too; empty where it has none.
    """

    own: Written
    indicators: dict[str, ChiTieu]
    in_period: Figures
    total: Figures
    before: Figures
    notes: tuple[str, ...] = ()
    first_half: Figures = field(default_factory=dict)

    @property
    def key(self) -> DataKey:
        """What the report's data is found by."""
        return self.own.key

    @property
    def reported(self) -> bool:
        """Tell whether the unit wrote anything for the period."""
        return self.own.data is not None


def figures_of(workspace: Workspace, key: DataKey) -> UnitFigures:
    """Return the figures of the report that *key* names; they are worked out once."""
    if key not in workspace.figures:
        workspace.figures[key] = _figures_of(workspace, key)
    found: UnitFigures = workspace.figures[key]
    return found


def _figures_of(workspace: Workspace, key: DataKey) -> UnitFigures:
    own = written(workspace, key)
    half = first_half(workspace, key) if PERIODS[key.ma].whole_year else None
    total = _whole_year(own, half.figures) if half else own.figures
    return UnitFigures(
        own,
        own.indicators,
        with_computed(own.indicators, own.figures),
        with_computed(own.indicators, total),
        with_computed(own.indicators, _before(workspace, own)),
        half.notes if half else (),
        with_computed(own.indicators, half.figures) if half else {},
    )


def first_half(workspace: Workspace, key: DataKey) -> Inherited | None:
    """Return the first half of the year: the unit's own, and what it took over from others since.

    A unit that began later and succeeded nobody has none: its year is what it wrote itself. One
    that wrote its first half all the same has added it up by itself.
    """
    born = workspace.units[key.unit].value.ton_tai.tu
    half = key._replace(ma=HALF)
    if born and born.year == key.year and born > half_ends(workspace, key.year):
        if half in workspace.data:
            return Inherited(written(workspace, half).figures)
        if not predecessors(workspace, key.unit, key.year):
            return None
        own: Mapping[str, Figure] = {}
    else:
        own = written(workspace, half).figures
    return inherited(workspace, half, own, lambda other: left_of(workspace, other))


def left_of(workspace: Workspace, half: DataKey) -> Figures:
    """Return what a unit that ended left of its year: its first half, and all it reported since."""
    year = half._replace(ma=YEAR)
    if year in workspace.data:
        return figures_of(workspace, year).total
    found = first_half(workspace, year)
    return found.figures if found else {}


def _whole_year(own: Written, first: Mapping[str, Figure]) -> Figures:
    return {
        name: _year(own.indicators[name], first.get(name, UNKNOWN), figure)
        for name, figure in own.figures.items()
    }


def _year(one: ChiTieu, first: Figure, second: Figure) -> Figure:
    """Return the year's figure, made of its halves as the indicator's nature says."""
    if one.tinh_chat == "đầu kỳ":
        return first
    if one.tinh_chat != "phát sinh" or one.kieu not in ("số nguyên", "số"):
        return second
    return added([first, second])


def _before(workspace: Workspace, own: Written) -> Figures:
    """Return the same period of the year before: from that report, else as this one tells it."""
    earlier = own.key._replace(year=own.key.year - 1)
    there = figures_of(workspace, earlier).total if earlier in workspace.data else {}
    found = {}
    for name in own.figures:
        value = value_at(own.data, ("cung_ky", name)) if own.data else None
        if there.get(name, UNKNOWN).value is not None:
            found[name] = there[name]
        elif own.data and isinstance(value, Decimal):
            line = own.data.document.line(("cung_ky", name))
            period = folder_name(earlier.year, earlier.ma)
            part = Part(own.key.unit, period, value, own.file, line, "cùng kỳ")
            found[name] = Figure(value, (part,))
    return found
