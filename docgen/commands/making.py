"""The documents of one kind that a command line asks for, made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from docgen.batch import Only, Outcome, Producer, fitting_processes, make_all, plan_jobs
from docgen.batch.planned import reason_to_leave_out
from docgen.batch.reports import nobody_late
from docgen.batch.run import processors
from docgen.commands.outcome import progress
from docgen.context.job import Job
from docgen.context.late import is_reminder
from docgen.errors import DataFileMissingError, InvalidDataError
from docgen.load.data import DataKey, codes_of
from docgen.load.references import kind_problems
from docgen.load.workspace import Workspace, load_workspace
from docgen.model.period import PERIODS
from docgen.register.errors import IssuedChangedError
from docgen.write import Written


def make_documents(root: Path, kind: str, options: dict[str, Any]) -> list[Outcome]:
    """Make the documents of *kind* that *options* ask for, and return what became of each."""
    workspace = load_workspace(root)
    if kind not in workspace.kinds:
        raise InvalidDataError(kind_problems(workspace, kind))
    every = options["every"]
    chosen = workspace.unit_files() if every else list(dict.fromkeys(options["units"]))
    year = options["year"] or workspace.settings.nam
    only = wanted(workspace, kind, year, options)
    jobs = plan_jobs(workspace, kind, year, chosen, options["day"], only)
    if is_reminder(workspace, kind) and not options["day"]:
        jobs = [_today(workspace, job) for job in jobs]
    planned = [
        (job, (every and reason_to_leave_out(workspace, job)) or nobody_late(workspace, job))
        for job in jobs
    ]
    return make_jobs(workspace, planned, options)


def _today(workspace: Workspace, job: Job) -> Job:
    """Return a reminder's job on the day that its data tells, else today: nobody plans lateness."""
    data = workspace.data.get(job.key)
    own = data and (data.value.ngay or data.value.ngay_du_kien)
    return job if own else replace(job, day=date.today())


def make_jobs(
    workspace: Workspace, planned: Sequence[tuple[Job, str]], options: dict[str, Any]
) -> list[Outcome]:
    """Make the documents that have no reason to be left out, and return what became of each."""
    folder = options["out"] or workspace.root / workspace.settings.thu_muc_ra
    replacing = options.get("replacing", False)
    producer = Producer(workspace, folder, options["force"], options["dry_run"], replacing)
    wanted = [job for job, reason in planned if not reason]
    with progress(len(wanted), hidden=options["as_json"] or options["quiet"]) as step:
        number = min(options["jobs"] or fitting_processes(len(wanted)), processors())
        made = iter(make_all(producer, wanted, number, step))
    found = [Outcome(job, left_out=reason) if reason else next(made) for job, reason in planned]
    return [_settled(workspace, one) for one in found] if options.get("every", True) else found


def _settled(workspace: Workspace, outcome: Outcome) -> Outcome:
    """Return no failure for a document that has a number and whose data have changed since.

    Who makes everything does not ask for this one; somebody else may sign for the office by now.
    """
    if not isinstance(error := outcome.error, IssuedChangedError):
        return outcome
    written = Written(workspace.root / error.path, "đã cấp số, dữ liệu đã đổi")
    return Outcome(outcome.job, written, note=str(error))


def wanted(workspace: Workspace, kind: str, year: int, options: dict[str, Any]) -> Only:
    """Return which documents of a kind the options ask for."""
    version = options.get("version") or ""
    if period := options.get("period"):
        ma = next(ma for ma, one in PERIODS.items() if one.lenh == period)
        return Only(ma, version)
    if workspace.kinds[kind].value.lap != "nhiều lần":
        return Only(ban=version)
    wanted = options.get("only")
    for unit in options["units"]:
        known = codes_of(workspace, kind, year, unit)
        if not known or (wanted and wanted not in known):
            key = DataKey(kind, year, unit, wanted or "<mã>")
            raise DataFileMissingError(workspace.data_file(key).relative_to(workspace.root), known)
    return Only(wanted, version)
