"""Who owes a report on a day: the units that a reminder goes to, and what it says of them."""

from __future__ import annotations

from typing import Any

from docgen.context.job import Job
from docgen.context.units import full_name
from docgen.context.values import Gap, Gaps, Values, to_values
from docgen.figures.status import Sent, late
from docgen.figures.window import sending_window
from docgen.load.workspace import Workspace
from docgen.model.period import PERIODS
from docgen.model.vocabulary import LATE
from docgen.vietnamese.letters import sort_key


def is_reminder(workspace: Workspace, kind: str) -> bool:
    """Tell whether a kind of document is addressed to those who are late."""
    groups = (workspace.groups.get(name) for name in workspace.kinds[kind].value.kinh_gui)
    return any(group and group.chon and group.chon.la == LATE for group in groups)


def late_units(workspace: Workspace, job: Job) -> list[str]:
    """Return the units that owe *job*'s unit a report on its day: places first, schools last.

    They stand in the order of their kinds in ``loai_don_vi.yaml``, then in that of their names.
    """
    order = list(workspace.unit_kinds)

    def place(code: str) -> Any:
        kind = workspace.units[code].value.loai
        return order.index(kind), sort_key(full_name(workspace, code, job.day))

    return sorted({one.key.unit for one in _late(workspace, job)}, key=place)


def late_values(workspace: Workspace, job: Job, gaps: Gaps) -> Values:
    """Return ``cham``: what a reminder may say of the reports that are late.

    ``tu`` and ``truoc`` are the window that they missed, ``so_ngay`` the days since its last day,
    ``ngay`` the day on which that is said, ``ke_hoach`` the plan that ordered the reports.
    """
    year = workspace.years[job.year]
    plan = year.value.ke_hoach_cap_tren.get(job.unit)
    window = sending_window(workspace, job.key)
    return Values(
        ngay=job.day,
        so_don_vi=len(late_units(workspace, job)),
        so_ngay=max((one.overdue(job.day) for one in _late(workspace, job)), default=0),
        tu=window.tu if window else Gap("Thời gian gửi báo cáo", gaps),
        truoc=window.truoc if window else Gap("Thời gian gửi báo cáo", gaps),
        ke_hoach=to_values(plan, gaps, year.document) if plan else None,
    )


def _late(workspace: Workspace, job: Job) -> list[Sent]:
    if job.ma not in PERIODS:
        return []
    return late(workspace, job.unit, job.year, job.ma, job.day)
