"""Figures of units that ended: they go to their successors only as the data says, by no ratio.

A unit taken over whole gives all its figures to a successor of its kind. One that was divided gives
them to the successor marked ``nhan_so_lieu``, with a footnote, unless a successor's own file says
what was handed over to it (``chuyen_giao``): then each has what was handed over, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from docgen.figures.figure import Figure, Part, added
from docgen.figures.window import half_ends
from docgen.figures.written import indicators_of, value_at
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.model.period import HALF, PERIODS, YEAR, folder_name
from docgen.model.unit import KeThua

Left = Callable[[DataKey], Mapping[str, Figure]]
"""What the unit of a key left of that year when it ended."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """The first half of a unit's year, and the units whose figures need a footnote in it."""

    figures: dict[str, Figure] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def predecessors(workspace: Workspace, unit: str, year: int) -> list[tuple[str, KeThua]]:
    """Return the units that ended in *year*, after its first half was reported, for *unit*.

    One that ended before that is in its successors' own figures of the first half.
    """
    ended = workspace.figures.get(("ended", year))
    if ended is None:
        ended = workspace.figures["ended", year] = _ended(workspace, year)
    return list(ended.get(unit, ()))


def _ended(workspace: Workspace, year: int) -> dict[str, list[tuple[str, KeThua]]]:
    """Return who gave to whom in *year*: looked for once, for all units."""
    found: dict[str, list[tuple[str, KeThua]]] = {}
    first = half_ends(workspace, year)
    for code, unit in workspace.units.items():
        end = unit.value.ton_tai.den
        if end and end.year == year and end >= first and (end.month, end.day) != (12, 31):
            for heir in unit.value.ke_thua:
                found.setdefault(heir.don_vi, []).append((code, heir))
    return found


def transferred(workspace: Workspace, kind: str, year: int, unit: str) -> list[str]:
    """Return the successors whose files say what was handed over to them from *unit*."""
    found = []
    for heir in workspace.units[unit].value.ke_thua:
        data = workspace.data.get(DataKey(kind, year, heir.don_vi, YEAR))
        if data and unit in getattr(data.value, "chuyen_giao", {}):
            found.append(heir.don_vi)
    return found


def is_taken(workspace: Workspace, kind: str, year: int, unit: str) -> bool:
    """Tell whether somebody takes over the figures of *unit*."""
    heirs = workspace.units[unit].value.ke_thua
    return any(_takes(workspace, unit, heir) for heir in heirs) or bool(
        transferred(workspace, kind, year, unit)
    )


def alike(workspace: Workspace, one: str, other: str) -> bool:
    """Tell whether two units are of one kind: a ward that followed a district took over no figures."""
    kinds = [workspace.units[code].value.loai for code in (one, other) if code in workspace.units]
    return len({workspace.family(kind)[-1] for kind in kinds}) == 1


def _takes(workspace: Workspace, unit: str, heir: KeThua) -> bool:
    whole = heir.phan == "toàn bộ" and alike(workspace, unit, heir.don_vi)
    return whole or heir.nhan_so_lieu


def inherited(
    workspace: Workspace, key: DataKey, own: Mapping[str, Figure], left: Left
) -> Inherited:
    """Return *own* figures of the first half with those that *key*'s unit takes over from others."""
    taken = {name: [figure] for name, figure in own.items()}
    notes: list[str] = []
    names = [
        n for n, one in indicators_of(workspace, key.kind, key.unit).items() if not one.cong_thuc
    ]
    for code, heir in predecessors(workspace, key.unit, key.year):
        figures, note = _from(workspace, key, code, heir, left)
        for name in names if figures is not None else ():
            taken.setdefault(name, []).append((figures or {}).get(name) or _unknown(code, key))
        notes += [note] if note else []
    when = PERIODS[HALF].name(key.year)
    none = Figure(lacks=(f"chưa có đơn vị nào chuyển số liệu {when} cho {key.unit}",))
    return Inherited({name: added(taken.get(name) or [none]) for name in names}, tuple(notes))


def _from(
    workspace: Workspace, key: DataKey, code: str, heir: KeThua, left: Left
) -> tuple[Mapping[str, Figure] | None, str]:
    """Return the figures that one unit gives to the unit of *key*, and the footnote if it needs one."""
    receivers = transferred(workspace, key.kind, key.year, code)
    if key.unit in receivers:
        return _handed_over(workspace, key, code), ""
    if receivers or not _takes(workspace, code, heir):
        return None, ""
    whole = heir.phan == "toàn bộ"
    found = left(key._replace(unit=code))
    how = "kế thừa toàn bộ" if whole else "nhận cả số liệu của đơn vị đã chia"
    return {name: _marked(figure, how) for name, figure in found.items()}, "" if whole else code


def _marked(figure: Figure, how: str) -> Figure:
    """Return *figure* with how its parts were come by, where they do not say."""
    return replace(figure, parts=tuple(replace(p, how=p.how or how) for p in figure.parts))


def _handed_over(workspace: Workspace, key: DataKey, code: str) -> dict[str, Figure]:
    """Return what the file of the year says was handed over from *code*."""
    data = workspace.data[key._replace(ma=YEAR)]
    file = data.document.source.path.relative_to(workspace.root).as_posix()
    found = {}
    for name in indicators_of(workspace, key.kind, key.unit):
        loc = ("chuyen_giao", code, name)
        value = value_at(data, loc)
        if value is not None:
            period = folder_name(key.year, HALF)
            part = Part(code, period, value, file, data.document.line(loc), "chuyển giao")
            found[name] = Figure(value, (part,))
    return found


def _unknown(code: str, key: DataKey) -> Figure:
    when = PERIODS[HALF].name(key.year)
    return Figure(lacks=(f"chưa có số liệu {when} của {code}",))
