"""May this document be made? Mistakes in what it stands on hold it back; others do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from docgen.context.job import Job
from docgen.errors import Problem
from docgen.figures.checks import figure_problems, reports_figures
from docgen.figures.sources import report_keys
from docgen.load.references import document_problems, workspace_problems
from docgen.load.root import SETTINGS
from docgen.load.workspace import Workspace
from docgen.model.unit import NoiNhan


def problems_for(workspace: Workspace, job: Job) -> list[Problem]:
    """Return the errors of every file that *job*'s document is made from.

    A report stands on the data of all the units that it adds up: one mistake there holds it back.
    """
    errors = [problem for problem in workspace_problems(workspace) if not problem.warning]
    keys = report_keys(workspace, job.key, job.day) if reports_figures(workspace, job.key) else []
    errors += [problem for problem in figure_problems(workspace, keys) if not problem.warning]
    needed: set[Path] = set()
    if errors:
        needed = _files(workspace, job, {problem.place.path for problem in errors})
        needed |= {workspace.data_file(key) for key in keys}
    shared = workspace.folder("danh_muc")
    found = [
        problem
        for problem in errors
        if problem.place.path in needed or problem.place.path.is_relative_to(shared)
    ]
    found += document_problems(workspace, job.key)
    return [problem.under(workspace.root) for problem in found]


def _files(workspace: Workspace, job: Job, wrong: set[Path]) -> set[Path]:
    """Return the files of *job*: settings, year, its own, its superiors', those it names."""
    folder = workspace.folder("don_vi")
    data = workspace.data_file(job.key)
    files = {workspace.root / SETTINGS, workspace.folder("nam") / f"{job.year}.yaml", data}
    recipients = _recipients(workspace, job)
    named = _named(workspace, job.unit) | {line.don_vi for line in recipients if line.don_vi}
    files |= {folder / f"{code}.yaml" for code in named}
    if _counts_others(workspace, job, recipients):
        # a unit that is written wrong may be one of those that this document counts
        files |= {path for path in wrong if path.parent == folder}
    return files


def units_read(workspace: Workspace, job: Job) -> set[str] | None:
    """Return the units of which *job*'s document speaks; None where it counts others."""
    recipients = _recipients(workspace, job)
    if _counts_others(workspace, job, recipients):
        return None
    return _named(workspace, job.unit) | {line.don_vi for line in recipients if line.don_vi}


def _recipients(workspace: Workspace, job: Job) -> Sequence[NoiNhan]:
    """Return the lines of Nơi nhận: the document's own, else the unit's."""
    data = workspace.data.get(job.key)
    if data and data.value.noi_nhan:
        return data.value.noi_nhan
    unit = workspace.units.get(job.unit)
    return unit.value.noi_nhan if unit else ()


def _counts_others(workspace: Workspace, job: Job, recipients: Iterable[NoiNhan]) -> bool:
    """Tell whether a document speaks of units by number: a group of recipients, or those below."""
    groups = (workspace.groups.get(line.nhom or "") for line in recipients)
    return any(group and group.chon and group.chon.loai for group in groups) or any(
        superior.don_vi == job.unit
        for unit in workspace.units.values()
        for superior in unit.value.cap_tren
    )


def _named(workspace: Workspace, code: str) -> set[str]:
    """Return the unit, all above it, and the offices that they name."""
    named: set[str] = set()
    todo = [code]
    while todo:
        here = todo.pop()
        if here in named:
            continue
        named.add(here)
        if loaded := workspace.units.get(here):
            unit = loaded.value
            todo += [superior.don_vi for superior in unit.cap_tren]
            named |= {office for office in (unit.thuong_truc, unit.tuyen_truyen) if office}
    return named
