"""All that the offices owe in a year: every kind, every period, every version, in one order."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.batch.produce import Only, not_owed, plan_jobs
from docgen.context.job import Job
from docgen.errors import InvalidDataError, Problem
from docgen.load.data import DataKey
from docgen.load.references import document_problems
from docgen.load.root import SETTINGS
from docgen.load.workspace import NO_YEAR, Workspace
from docgen.model.period import PERIODS

_ORDER = ("năm", "kỳ", "nhiều lần")


def owed(
    workspace: Workspace, year: int, units: Iterable[str], *, books: bool = True
) -> list[tuple[Job, str]]:
    """Return every document that *units* may owe in *year*, each with why it is not owed, if so.

    Kind by kind: those of one document a year, those of one a period, those that repeat, and last
    (with *books*) the lists and books. What is made only when there is need of it is not among
    them. A unit that is not known is told once. Raises InvalidDataError where there is no year.
    """
    problems = _year_problems(workspace, year)
    if problems:
        raise InvalidDataError(problems)
    chosen = list(units)
    known = [unit for unit in chosen if unit in workspace.units]
    found = []
    for row, kind in enumerate(_kinds(workspace, books=books)):
        jobs = plan_jobs(workspace, kind, year, known if row else chosen, None, Only(ban=None))
        found += [(job, not_owed(workspace, job)) for job in _once(workspace, jobs)]
    return found


def _kinds(workspace: Workspace, *, books: bool) -> list[str]:
    """Return the kinds that belong to a year's round, in order."""
    chosen = {
        code: kind.value
        for code, kind in workspace.kinds.items()
        if not kind.value.khi_can and (books or not kind.value.so_sach)
    }
    return sorted(chosen, key=lambda c: (chosen[c].so_sach, _ORDER.index(chosen[c].lap), c))


def _once(workspace: Workspace, jobs: list[Job]) -> list[Job]:
    """Leave one job to a unit of which nothing is known: its one failure says all."""
    told: set[str] = set()
    kept = []
    for job in jobs:
        if job.unit in workspace.units or job.unit not in told:
            kept.append(job)
        told.add(job.unit)
    return kept


def _year_problems(workspace: Workspace, year: int) -> list[Problem]:
    """Return what keeps a whole year from being made: no file of its own, settings unread."""
    if year == NO_YEAR:
        wrong = [p for p in workspace.problems if p.place.path == workspace.root / SETTINGS]
        return [problem.under(workspace.root) for problem in wrong]
    kind = next(iter(workspace.kinds), None)
    if kind is None or year in workspace.years:
        return []
    found = document_problems(workspace, DataKey(kind, year, "", next(iter(PERIODS))))
    return [problem.under(workspace.root) for problem in found if problem.code == "year-missing"]


def title(workspace: Workspace, job: Job) -> str:
    """Return “Báo cáo 06 tháng đầu năm 2025 (hdnd)”: how people tell a document from others."""
    kind = workspace.kinds[job.kind].value
    period = PERIODS.get(job.ma) if kind.lap == "kỳ" else None
    when = period.name(job.year) if period else f"năm {job.year}"
    words = [kind.ten, when if kind.lap != "nhiều lần" else job.ma]
    return " ".join([*words, *([f"({job.ban})"] if job.ban else [])]).strip()
