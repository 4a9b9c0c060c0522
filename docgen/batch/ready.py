"""May this document be made? Mistakes in what it stands on hold it back; others do not."""

from __future__ import annotations

from pathlib import Path

from docgen.context.document import Job
from docgen.errors import Problem
from docgen.load.references import workspace_problems
from docgen.load.root import SETTINGS
from docgen.load.workspace import Workspace


def problems_for(workspace: Workspace, job: Job) -> list[Problem]:
    """Return the errors of every file that *job*'s document is made from."""
    needed = _files(workspace, job)
    shared = workspace.folder("danh_muc")
    found = [
        problem
        for problem in workspace_problems(workspace)
        if not problem.warning
        and (problem.place.path in needed or problem.place.path.is_relative_to(shared))
    ]
    return [problem.under(workspace.root) for problem in found]


def _files(workspace: Workspace, job: Job) -> set[Path]:
    """Return the files of *job*: settings, year, its own, its superiors', those it names."""
    folder = workspace.folder("don_vi")
    kind = workspace.kinds[job.kind].value
    data = workspace.folder(kind.du_lieu) / str(job.year) / f"{job.unit}.yaml"
    files = {workspace.root / SETTINGS, workspace.folder("nam") / f"{job.year}.yaml", data}
    files |= {folder / f"{code}.yaml" for code in _named(workspace, job.unit)}
    if unit := workspace.units.get(job.unit):
        groups = [workspace.groups.get(line.nhom or "") for line in unit.value.noi_nhan]
        if any(group and group.chon for group in groups):
            # a unit that cannot be read may belong to a group that this document counts
            broken = set(workspace.unit_files()) - set(workspace.units)
            files |= {folder / f"{code}.yaml" for code in broken}
    return files


def _named(workspace: Workspace, code: str) -> set[str]:
    """Return the unit, all above it, and the offices and recipients it names."""
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
            named |= {line.don_vi for line in unit.noi_nhan if line.don_vi}
    return named
