"""Which documents there are to be made: of a kind, of a whole year, and why a unit owes one or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from docgen.batch.reports import too_early, without_figures
from docgen.context.document import reference_day
from docgen.context.job import Job
from docgen.errors import InvalidDataError, Problem
from docgen.load.data import DataKey, codes_of
from docgen.load.references import document_problems
from docgen.load.root import SETTINGS
from docgen.load.workspace import NO_YEAR, Workspace
from docgen.model.period import PERIODS
from docgen.vietnamese.dates import short_date

_ORDER = ("năm", "kỳ", "nhiều lần")


@dataclass(frozen=True, slots=True)
class Only:
    """Which documents of a kind are wanted: one period or file, one version; None is all."""

    ma: str | None = None
    ban: str | None = ""


def plan_jobs(
    workspace: Workspace,
    kind: str,
    year: int,
    units: Iterable[str],
    day: date | None,
    only: Only = Only(),
) -> list[Job]:
    """Return the jobs of each unit, known or not; the reference day is *day* or the document's own.

    A kind of one document a year has one job a unit; of one a period or of many, those that
    *only* names, or all.
    """
    jobs = []
    for unit in units:
        known = unit in workspace.units
        codes = [only.ma] if only.ma is not None else codes_of(workspace, kind, year, unit)
        for ma in codes:
            fixed = day or (
                reference_day(workspace, kind, year, unit, ma) if known else date(year, 1, 1)
            )
            versions = [only.ban] if only.ban is not None else _versions(workspace, kind, unit)
            jobs += [Job(unit, kind, year, fixed, ma, ban, day) for ban in versions]
    return jobs


def _versions(workspace: Workspace, kind: str, unit: str) -> list[str]:
    """Return the versions of a kind's documents that a unit makes, the document itself first."""
    loaded = workspace.units.get(unit)
    family = set(workspace.family(loaded.value.loai)) if loaded else set()
    declared = workspace.kinds[kind].value.ban.items()
    return ["", *(name for name, one in declared if not one.cho or family & set(one.cho))]


def reason_to_leave_out(workspace: Workspace, job: Job) -> str:
    """Return why ``--all`` passes over a unit, or nothing.

    It owes no such paper, or it has no figures for it yet.
    """
    return not_owed(workspace, job) or without_figures(workspace, job)


def not_owed(workspace: Workspace, job: Job) -> str:
    """Return why a unit owes no such paper, or nothing.

    There is none for its kind, it is not there on the day, or it began after the period.
    """
    loaded = workspace.units.get(job.unit)
    if loaded is None:
        return ""
    unit = loaded.value
    kind = workspace.kinds[job.kind].value
    if not unit.lap_van_ban:
        return "chỉ là nơi nhận hoặc đơn vị liên quan"
    if workspace.template(job.kind, job.unit) is None:
        return f"chưa có mẫu “{kind.ten}” cho loại đơn vị {unit.loai}"
    return gone(workspace, job.unit, job.day) or too_early(workspace, job)


def gone(workspace: Workspace, code: str, day: date) -> str:
    """Tell that there is no such unit on a day; nothing of one that is there or not known."""
    loaded = workspace.units.get(code)
    there = loaded is None or loaded.value.exists(day)
    return "" if there else f"không tồn tại vào ngày {short_date(day)}"


def outgoing(workspace: Workspace, unit: str, year: int) -> list[Job]:
    """Return the documents that a unit sends in a year, in the order of their days.

    Those that are made for all: every kind that is neither for when it is needed nor a book, every
    period that has figures, every version.
    """
    jobs = [
        job
        for kind in _kinds(workspace, books=False)
        for job in plan_jobs(workspace, kind, year, [unit], None, Only(None, None))
        if not reason_to_leave_out(workspace, job)
    ]
    return sorted(jobs, key=lambda job: job.day)


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
