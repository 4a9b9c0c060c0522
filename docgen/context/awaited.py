"""The reports that the units below a superior are to send it: when they are due, when they came."""

from __future__ import annotations

from datetime import date
from typing import Any

from docgen.context.job import Job
from docgen.context.units import full_name
from docgen.context.values import Values
from docgen.figures.rollup import reporters
from docgen.figures.status import Sent, report_kinds, sent, unread
from docgen.figures.window import sending_window
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.model.period import PERIODS
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.letters import sort_key
from docgen.vietnamese.numbers import padded


def awaited(workspace: Workspace, job: Job) -> list[Values]:
    """Return a row for each report that a unit below *job*'s owes it in the year.

    Period by period, of those that are under it on the last day in time; the number and day of the
    report that came stay open. As of the day that was asked for (``job.on``), else all that is
    written: the clock never enters a document.
    """
    rows: list[Values] = []
    for kind in report_kinds(workspace):
        for ma in PERIODS:
            for one in _due(workspace, DataKey(kind, job.year, job.unit, ma)):
                rows.append(_row(workspace, one, len(rows) + 1, job.on))
    return rows


def _due(workspace: Workspace, above: DataKey) -> list[Sent]:
    """Return the reports of a period that are due, places before schools."""
    window = sending_window(workspace, above)
    if window is None:
        return []
    order = list(workspace.unit_kinds)
    codes = reporters(workspace, above.kind, above.unit, window.last, order)

    def place(one: Sent) -> Any:
        kind = workspace.units[one.key.unit].value.loai
        return order.index(kind), sort_key(full_name(workspace, one.key.unit, window.last))

    found = (sent(workspace, above._replace(unit=code)) for code in codes)
    return sorted((one for one in found if one.window), key=place)


def _row(workspace: Workspace, one: Sent, tt: int, on: date | None) -> Values:
    assert one.window, "only what is due is told"
    period = PERIODS[one.key.ma].name(one.key.year)
    kind = workspace.kinds[one.key.kind].value
    day = one.day if on is None or one.sent_by(on) else None
    return Values(
        tt=tt,
        don_vi=full_name(workspace, one.key.unit, one.window.last),
        ky=f"{kind.ten} {period}",
        han=short_date(one.window.last),
        nhan="",
        ngay_gui=short_date(day) if day else "",
        trang_thai=_state(workspace, one, day, on),
    )


def _state(workspace: Workspace, one: Sent, day: date | None, on: date | None) -> str:
    """Return how far a report is; a file that cannot be read says nothing of it."""
    if unread(workspace, one.key):
        return "tệp số liệu còn lỗi"
    if day is None:
        late = one.overdue(on) if on else 0
        return f"chưa gửi, quá hạn {padded(late)} ngày" if late else "chưa gửi"
    return f"chậm {padded(one.days_late)} ngày" if one.days_late else "đúng hạn"
