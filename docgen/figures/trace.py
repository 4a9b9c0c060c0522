"""How a figure comes about: what it is the sum or the ratio of, down to file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docgen.errors import DocgenError, did_you_mean
from docgen.figures.carry import UnitFigures, figures_of
from docgen.figures.figure import UNKNOWN, Figure, Part
from docgen.figures.formats import plain
from docgen.figures.rollup import Group, group
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.model.formula import read_formula
from docgen.model.indicator import ChiTieu
from docgen.model.period import PERIODS

UNTOLD = "chưa có số"
_OWN = "Số của đơn vị"
_NAME = re.compile("[a-z][a-z0-9_]*")
_YEARLY = {
    "phát sinh": "cộng các kỳ trong năm",
    "cuối kỳ": "lấy số cuối kỳ",
    "đầu kỳ": "lấy số đầu năm",
    "cả năm": "lấy số ghi cho cả năm",
}


class IndicatorNotFoundError(DocgenError):
    """The form has no indicator of that code, or not for this unit."""

    code = "indicator-not-found"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        guess = did_you_mean(name, list(known))
        super().__init__(
            f"Không có chỉ tiêu “{name}” trong báo cáo của đơn vị này.{guess} "
            "Không ghi chỉ tiêu nào thì xem tất cả."
        )


@dataclass(frozen=True, slots=True)
class Account:
    """One figure: whose it is, how it is shown, and the figures or the lines it is made of.

    ``of`` are the figures it is computed or added up from; without any, ``figure.parts`` are the
    lines of the files that it stands in.
    """

    label: str
    unit: str
    one: ChiTieu
    figure: Figure
    said: str
    how: str = ""
    of: tuple[Account, ...] = ()

    @property
    def shown(self) -> str:
        """The figure as a table shows it, “-” for a ratio of nothing."""
        if text := plain(self.one, self.figure):
            return text
        return "-" if self.one.cong_thuc and not self.figure.lacks else UNTOLD

    @property
    def sources(self) -> tuple[Part, ...]:
        """The lines that it stands in, where it is not made of other figures."""
        return () if self.of else self.figure.parts

    @property
    def lacks(self) -> tuple[str, ...]:
        """What it lacks, where the figures it is made of do not say so."""
        return () if self.of else self.figure.lacks


@dataclass(frozen=True, slots=True)
class Trace:
    """One indicator of a report: the unit's own figure, those of the groups that it adds up."""

    name: str
    one: ChiTieu
    accounts: tuple[Account, ...]


def trace(workspace: Workspace, key: DataKey, day: date, names: Iterable[str] = ()) -> list[Trace]:
    """Return how the indicators *names* of the report of *key* come about; all without any name."""
    own = figures_of(workspace, key)
    template = workspace.template(key.kind, key.unit)
    declared = template.tong_hop if template else ()
    groups = [group(workspace, key, day, one.ten, one.loai) for one in declared]
    form = workspace.form(key.kind)
    shown = {*own.indicators, *(name for of in groups for name in of.indicators)}
    known = [name for name in (form.chi_tieu if form else ()) if name in shown]
    wanted = list(dict.fromkeys(names)) or known
    for name in wanted:
        if name not in known:
            raise IndicatorNotFoundError(name, known)
    return [_trace(own, groups, name) for name in wanted]


def _trace(own: UnitFigures, groups: list[Group], name: str) -> Trace:
    found = []
    if name in own.indicators:
        found += [_own(own, name, _OWN), *_own_before(own, name)]
    for of in groups:
        if name in of.indicators:
            found += [_of_group(of, name, of.name), *_group_before(of, name)]
    return Trace(name, found[0].one, tuple(found))


def _own(unit: UnitFigures, name: str, label: str) -> Account:
    """Return a unit's own figure from the year's beginning."""
    return _account(unit.indicators, unit.total, name, label, unit)


def _own_before(unit: UnitFigures, name: str) -> Iterator[Account]:
    if unit.before.get(name, UNKNOWN).value is not None:
        yield _account(unit.indicators, unit.before, name, "Cùng kỳ năm trước", unit)


def _account(
    indicators: Mapping[str, ChiTieu],
    table: Mapping[str, Figure],
    name: str,
    label: str,
    unit: UnitFigures,
) -> Account:
    one, figure = indicators[name], table.get(name, UNKNOWN)
    code = unit.key.unit
    if one.cong_thuc:
        below = tuple(
            _account(indicators, table, part, part, unit)
            for part in read_formula(one.cong_thuc).names()
            if part in indicators and part != name
        )
        return Account(label, code, one, figure, _computed(one, below), one.cong_thuc, below)
    yearly = _YEARLY[one.tinh_chat] if PERIODS[unit.key.ma].whole_year else ""
    values = [plain(one, Figure(part.value)) for part in figure.parts]
    said = _sum(plain(one, figure), values)
    return Account(label, code, one, figure, said, yearly if figure.parts else "")


def _computed(one: ChiTieu, below: Iterable[Account]) -> str:
    """Return “6.573 / 6.582” for a formula and the figures in it."""
    shown = {account.label: account.shown for account in below}
    return _NAME.sub(lambda match: shown.get(match[0], match[0]), one.cong_thuc or "")


def _sum(total: str, values: list[str]) -> str:
    """Return “3 + 4 + 5”, or nothing for one value alone; of many values the first are shown."""
    if len(values) < 2 or not total:
        return ""
    few = values if len(values) <= 12 else [*values[:11], "…", values[-1]]
    return " + ".join(few)


def _of_group(of: Group, name: str, label: str) -> Account:
    """Return a group's sum unit by unit; a ratio by its two sums."""
    one, figure = of.indicators[name], of.total[name]
    if one.cong_thuc:
        below = tuple(
            _of_group(of, part, part)
            for part in read_formula(one.cong_thuc).names()
            if part in of.indicators and part != name
        )
        return Account(label, "", one, figure, _computed(one, below), one.cong_thuc, below)
    members = [_own(unit, name, unit.key.unit) for unit in of.units if name in unit.indicators]
    told = [member for member in members if member.figure.value is not None]
    counts = one.kieu in ("số nguyên", "số")
    said = _sum(plain(one, figure), [member.shown for member in told]) if counts else ""
    how = f"{len(told)}/{len(members)} đơn vị đã có số"
    if figure.units_with is not None:
        how += f", trong đó {figure.units_with} đơn vị có từ 1 trở lên"
    return Account(label, "", one, figure, said, how, tuple(members))


def _group_before(of: Group, name: str) -> Iterator[Account]:
    figure, one = of.before[name], of.indicators[name]
    if figure.value is not None:
        yield Account(f"{of.name}, cùng kỳ năm trước", "", one, figure, "", one.cong_thuc or "")
