"""The figures of many units added up by the nature of each indicator.

Numbers are added, ratios are made of the sums, what is had or not is counted (n of N), levels are
counted each. A unit that has not told a figure is named; nothing is guessed for it: a ratio is
known only if the same units told both its figures, and last year's sum only if all told theirs
that told this year's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from docgen.figures.carry import UnitFigures, figures_of
from docgen.figures.figure import UNKNOWN, Figure, with_computed
from docgen.load.community import community_word
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.model.formula import read_formula
from docgen.model.indicator import EITHER, ChiTieu
from docgen.vietnamese.letters import sort_key


@dataclass(frozen=True, slots=True)
class Group:
    """Units of some kinds under one superior, their figures, and the sums."""

    name: str
    units: tuple[UnitFigures, ...]
    indicators: dict[str, ChiTieu]
    total: dict[str, Figure]
    before: dict[str, Figure]

    @property
    def reported(self) -> list[UnitFigures]:
        """The units that have told anything."""
        return [unit for unit in self.units if unit.reported]

    @property
    def silent(self) -> list[str]:
        """The codes of the units that have told nothing."""
        return [unit.key.unit for unit in self.units if not unit.reported]


def reporters(
    workspace: Workspace, kind: str, superior: str, day: date, kinds: Iterable[str]
) -> list[str]:
    """Return the units of *kinds* that report to *superior* on *day*, in the Vietnamese order."""
    wanted = set(kinds)
    found = [
        code
        for code, unit in workspace.units.items()
        if unit.value.loai in wanted
        and unit.value.lap_van_ban
        and unit.value.exists(day)
        and unit.value.superior_at(day) == superior
        and workspace.template(kind, code) is not None
    ]
    return sorted(found, key=lambda code: sort_key(_name(workspace, code, day)))


def _name(workspace: Workspace, code: str, day: date) -> str:
    unit = workspace.units[code].value
    return unit.name_at(day) or (unit.dia_ban.ten if unit.dia_ban else code)


def group(workspace: Workspace, key: DataKey, day: date, name: str, kinds: Sequence[str]) -> Group:
    """Return the units of *kinds* under *key*'s unit with their figures of *key*'s period.

    The sum over no unit at all is zero.
    """
    codes = reporters(workspace, key.kind, key.unit, day, kinds)
    units = tuple(figures_of(workspace, key._replace(unit=code)) for code in codes)
    form = workspace.form(key.kind)
    words = {community_word(workspace, code) for code in codes}
    word = words.pop() if len(words) == 1 else EITHER
    known = [form.known(workspace.family(kind), word) for kind in kinds] if form else []
    found = {key: one for of in known for key, one in of.items()}
    indicators = {key: found[key] for key in (form.chi_tieu if form else ()) if key in found}
    now = {name: _column(name, units) for name in indicators}
    then = {name: _column(name, units, before=True) for name in indicators}
    return Group(name, units, indicators, _sums(indicators, now), _past(indicators, now, then))


Column = dict[str, Figure]
"""One indicator's figure of each unit that is asked for it, by the unit's code."""


def _column(name: str, units: Iterable[UnitFigures], *, before: bool = False) -> Column:
    return {
        unit.key.unit: (unit.before if before else unit.total).get(name, UNKNOWN)
        for unit in units
        if name in unit.indicators
    }


def _sums(indicators: dict[str, ChiTieu], columns: dict[str, Column]) -> dict[str, Figure]:
    """Return the sum of each indicator over those units that have told it."""
    typed = {
        name: _sum(one, columns[name]) for name, one in indicators.items() if not one.cong_thuc
    }
    found = with_computed(indicators, typed)
    for name, one in indicators.items():
        if one.cong_thuc and not _same_units(indicators, columns, name):
            found[name] = replace(found[name], value=None)
    return found


def _same_units(indicators: dict[str, ChiTieu], columns: dict[str, Column], computed: str) -> bool:
    """Tell whether each unit told all the figures that *computed* is made of, or none of them."""
    names = [name for name in leaves(indicators, computed) if name in columns]
    told: dict[str, set[bool]] = {}
    for name in names:
        for unit, figure in columns[name].items():
            told.setdefault(unit, set()).add(figure.value is not None)
    return all(len(words) == 1 for words in told.values())


def leaves(indicators: Mapping[str, ChiTieu], name: str) -> list[str]:
    """Return the indicators that units write and *name* is made of: itself, or by its formulas."""
    found: dict[str, None] = {}
    todo, seen = [name], set()
    while todo:
        here = todo.pop(0)
        formula = indicators[here].cong_thuc if here in indicators else None
        if formula and here not in seen:
            todo += read_formula(formula).names()
        elif not formula:
            found[here] = None
        seen.add(here)
    return list(found)


def _past(
    indicators: dict[str, ChiTieu], now: dict[str, Column], then: dict[str, Column]
) -> dict[str, Figure]:
    """Return the sums of last year; one that fewer units told than this year's is not known."""
    typed = {}
    for name, one in indicators.items():
        if one.cong_thuc:
            continue
        counted = [unit for unit, figure in now[name].items() if figure.value is not None]
        silent = [unit for unit in counted if then[name][unit].value is None]
        found = _sum(one, {unit: then[name][unit] for unit in counted})
        lacks = tuple(f"{unit} chưa có số cùng kỳ" for unit in silent)
        known = not silent and (counted or not now[name])
        typed[name] = found if known else Figure(None, found.parts, lacks)
    return with_computed(indicators, typed)


def _sum(one: ChiTieu, of: Column) -> Figure:
    """Return what units have of one indicator; ``lacks`` has one line a unit that has not told it."""
    known = [figure for figure in of.values() if figure.value is not None]
    parts = tuple(part for figure in known for part in figure.parts)
    lacks = tuple(
        figure.lacks[0] if figure.lacks else f"{unit} chưa có số"
        for unit, figure in of.items()
        if figure.value is None
    )
    if of and not known:
        return Figure(None, parts, lacks, out_of=0)
    if one.kieu == "mức":
        counted = [(level, sum(f.value == level for f in known)) for level in one.muc or ()]
        return Figure(None, parts, lacks, len(known), tuple(counted))
    total = sum((figure.number or Decimal(0) for figure in known), Decimal(0))
    having = sum(bool(figure.number) for figure in known) if one.dem_don_vi else None
    return Figure(total, parts, lacks, len(known), units_with=having)
