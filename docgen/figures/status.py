"""How far each report is: when it was due, when it was sent, who is late on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from docgen.figures.rollup import reporters
from docgen.figures.window import sending_window
from docgen.figures.written import written
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.model.record import at
from docgen.model.year import CuaSo


@dataclass(frozen=True, slots=True)
class Sent:
    """A report as its superior sees it: when it was due, when it was sent."""

    key: DataKey
    window: CuaSo | None
    day: date | None

    @property
    def days_late(self) -> int:
        """The days from the last day in time to the day when it was sent; 0 if in time."""
        if self.window is None or self.day is None:
            return 0
        return max(0, (self.day - self.window.last).days)

    def sent_by(self, on: date) -> bool:
        """Tell whether the report had been sent at the end of *on*."""
        return self.day is not None and self.day <= on

    def overdue(self, on: date) -> int:
        """Return the days since the last day in time, if the report has not been sent by *on*."""
        if self.window is None or self.sent_by(on):
            return 0
        return max(0, (on - self.window.last).days)


def sent(workspace: Workspace, key: DataKey) -> Sent:
    """Return when the report of *key* was due and sent.

    The year's window is what a superior orders for the units below it. It binds no unit that adds
    up the reports of others, and none that is not there, under that superior, on the last day.
    """
    data = workspace.data.get(key)
    day = getattr(data.value, "ngay_gui", None) if data else None
    window = sending_window(workspace, key)
    return Sent(key, window if window and _bound(workspace, key, window) else None, day)


def _bound(workspace: Workspace, key: DataKey, window: CuaSo) -> bool:
    template = workspace.template(key.kind, key.unit)
    if template and template.tong_hop:
        return False
    there = workspace.units[key.unit].value.exists(window.last)
    return there and begun(workspace, key.unit, window.last) <= window.last


def begun(workspace: Workspace, unit: str, day: date) -> date:
    """Return the day from which *unit* has been under the superior that it has on *day*."""
    record = workspace.units[unit].value
    row = at(record.cap_tren, day)
    above = workspace.superior(unit, day)
    superior = workspace.units[above].value.ton_tai.tu if above else None
    days = (record.ton_tai.tu, row.tu if row else None, superior)
    return max((one for one in days if one), default=date.min)


def report_kinds(workspace: Workspace) -> list[str]:
    """Return the kinds of document that every unit sends up each period."""
    return [
        code
        for code, kind in workspace.kinds.items()
        if kind.value.lap == "kỳ" and not (kind.value.khi_can or kind.value.so_sach)
    ]


def late(workspace: Workspace, superior: str, year: int, ma: str, on: date) -> list[Sent]:
    """Return the reports of a period that units under *superior* owe it on *on* and have not sent."""
    found = (
        sent(workspace, DataKey(kind, year, unit, ma))
        for kind in report_kinds(workspace)
        for unit in reporters(workspace, kind, superior, on, workspace.unit_kinds)
    )
    return [one for one in found if one.overdue(on)]


def has_figures(workspace: Workspace, key: DataKey, day: date) -> bool:
    """Tell whether anything was written for a report: by its unit, or by those that it adds up.

    A file with mistakes is something written, though it could not be read; one of nothing but
    comments is still to be written.
    """
    if key in workspace.data or unread(workspace, key):
        return True
    template = workspace.template(key.kind, key.unit)
    kinds = [kind for group in (template.tong_hop if template else ()) for kind in group.loai]
    units = reporters(workspace, key.kind, key.unit, day, kinds) if kinds else []
    return any(key._replace(unit=unit) in workspace.data for unit in units)


def unread(workspace: Workspace, key: DataKey) -> bool:
    """Tell whether there is a file of a report that says something which could not be read."""
    known = key in workspace.data or key in workspace.unwritten
    return not known and workspace.data_file(key).is_file()


def unwritten(workspace: Workspace, key: DataKey) -> list[str]:
    """Return the labels of the figures that a report asks for and its unit has not written."""
    own = written(workspace, key)
    return [own.indicators[name].nhan for name in own.missing]
