"""The figures that a unit wrote in its file for one period."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.figures.figure import Figure, Part, Value
from docgen.load.community import community_word
from docgen.load.data import DataKey
from docgen.load.loaded import Loaded
from docgen.load.workspace import Workspace
from docgen.model.indicator import EITHER, ChiTieu
from docgen.model.kind import DuLieuKy
from docgen.model.period import PERIODS, YEAR, folder_name


@dataclass(frozen=True, slots=True)
class Written:
    """A unit's own figures of one period: none of them where it has no file.

    ``word`` is what its communities of residents are called.
    """

    key: DataKey
    file: str
    data: Loaded[Any] | None
    indicators: dict[str, ChiTieu]
    figures: dict[str, Figure] = field(default_factory=dict)
    word: str = EITHER

    @property
    def missing(self) -> list[str]:
        """The indicators that the unit left out, in order."""
        return [key for key, figure in self.figures.items() if figure.value is None]

    @property
    def value(self) -> DuLieuKy | None:
        """The record of the file."""
        return self.data.value if self.data else None


def indicators_of(workspace: Workspace, kind: str, unit: str) -> dict[str, ChiTieu]:
    """Return the indicators that a kind of document asks of a unit, computed ones too."""
    form = workspace.form(kind)
    family = workspace.family(workspace.units[unit].value.loai)
    return form.known(family, community_word(workspace, unit)) if form else {}


def written(workspace: Workspace, key: DataKey) -> Written:
    """Return what the unit of *key* wrote for the period of *key*; unwritten figures lack it."""
    indicators = indicators_of(workspace, key.kind, key.unit)
    path = workspace.data_file(key)
    file = path.relative_to(workspace.root).as_posix()
    data = workspace.data.get(key)
    typed = {name: one for name, one in indicators.items() if not one.cong_thuc}
    if data is None:
        when, whose = PERIODS[key.ma].name(key.year), _called(workspace, key)
        none = Figure(lacks=(f"chưa có số liệu {when} của {whose} ({file})",))
        figures = dict.fromkeys(typed, none)
    else:
        figures = {name: _figure(key, file, data, name, one) for name, one in typed.items()}
    word = community_word(workspace, key.unit)
    return Written(key, file, data, indicators, figures, word)


def _called(workspace: Workspace, key: DataKey) -> str:
    """Return “phường Cầu Đất” or “Phòng Nội vụ”: the unit's name in the period."""
    unit = workspace.units[key.unit].value
    name = unit.name_at(date(key.year, 12, 31) if key.ma == YEAR else date(key.year, 6, 30))
    return name or (unit.dia_ban.place.in_sentence if unit.dia_ban else key.unit)


def _figure(key: DataKey, file: str, data: Loaded[Any], name: str, one: ChiTieu) -> Figure:
    """Return a figure of a file, or what is lacking."""
    loc = ("chi_tieu", name)
    value = value_at(data, loc)
    if value is None:
        return Figure(lacks=(f"{key.unit} chưa ghi “{one.nhan}” ({file})",))
    line = data.document.line(loc)
    part = Part(key.unit, folder_name(key.year, key.ma), value, file, line)
    return Figure(value, (part,))


def value_at(data: Loaded[Any], loc: tuple[str, ...]) -> Value | None:
    """Return the value at *loc* of a record, numbers as decimals."""
    here: Any = data.value
    for step in loc:
        here = here.get(step) if isinstance(here, dict) else getattr(here, step, None)
    if isinstance(here, bool) or here is None:
        return here
    return Decimal(here) if isinstance(here, (int, Decimal)) else str(here)
