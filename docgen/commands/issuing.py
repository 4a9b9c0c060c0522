"""The documents that a line of ``docgen issue`` names, given their numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from docgen.batch import Producer, plan_jobs
from docgen.batch.issued import Numbered
from docgen.batch.planned import gone, owed, reason_to_leave_out
from docgen.commands.issue_kind import kind_of, only_of
from docgen.context.job import Job
from docgen.issue import Issued, Issuer
from docgen.issue.reminders import reminders
from docgen.load.workspace import Workspace, load_workspace
from docgen.register.store import FILE, Register
from docgen.vietnamese.dates import short_date

Planned = list[tuple[Job, str]]


def issue_documents(
    ctx: click.Context, root: Path, today: date, options: dict[str, Any]
) -> tuple[list[Issued], Planned, list[str]]:
    """Return what became of the documents, those that were left out and why, and what days are odd."""
    workspace = load_workspace(root)
    plan = _one_kind if options["kind"] else _every_kind
    planned = plan(ctx, workspace, today, options)
    jobs = [job for job, reason in planned if not reason]
    for option in ("number", "replace"):
        if options[option] is not None and len(jobs) != 1:
            message = f"--{option} chỉ dùng cho đúng một văn bản; lệnh này gồm {len(jobs)} văn bản."
            raise click.UsageError(message, ctx)
    producer = Producer(workspace, options["out"] or root / workspace.settings.thu_muc_ra)
    day_of = _day_of(workspace, options["day"], today)
    issuer = Issuer(producer, Register(root / FILE), _reason(ctx, options["replace"]))
    act = issuer.preview if options["dry_run"] else issuer.issue
    found = act([replace(job, day=day_of(job)) for job in jobs], options["number"])
    left_out = [(job, reason) for job, reason in planned if reason]
    dated = bool(options["day"]) and not options["every"]
    odd = reminders(workspace, found, today, issuer.alike, dated=dated)
    return found, left_out, list(odd)


def _reason(ctx: click.Context, words: str | None) -> str:
    """Return why a document is replaced, on one line; it stands in the book."""
    if words is None:
        return ""
    plain = " ".join("".join(c if c.isprintable() else " " for c in words).split()).rstrip(".")
    if not plain:
        raise click.UsageError("Ghi lý do sau --replace, ví dụ  --replace “sai thời hạn”.", ctx)
    return plain


def _day_of(workspace: Workspace, day: date | None, today: date) -> Callable[[Job], date]:
    """Return what tells a document's day: the one asked for, its own in its data, or today.

    Its own goes with the number that its data asks for, and is used up with it.
    """
    numbered = Numbered(workspace.root)

    def one(job: Job) -> date:
        data = workspace.data.get(job.key)
        fresh = numbered.draft(job, replacing=False).ghi_san
        own = data.value.ngay if data and fresh and not job.ban else None
        return day or own or today

    return one


def _one_kind(
    ctx: click.Context, workspace: Workspace, today: date, options: dict[str, Any]
) -> Planned:
    """Return the documents of the kind that is named."""
    kind = kind_of(ctx, workspace, options["kind"])
    year, day = _year(workspace, options), options["day"] or today
    only = only_of(ctx, workspace, kind, year, options)
    every = options["every"]
    units = workspace.unit_files() if every else list(dict.fromkeys(options["units"]))
    jobs = plan_jobs(workspace, kind, year, units, day, only)
    return [(job, reason_to_leave_out(workspace, job) if every else "") for job in jobs]


def _every_kind(
    ctx: click.Context, workspace: Workspace, today: date, options: dict[str, Any]
) -> Planned:
    """Return all that ``docgen all`` makes and that was planned for the day or before, in that order."""
    for option in ("period", "only", "version"):
        if options[option]:
            raise click.UsageError("--period, --ma, --to cần có LOẠI, ví dụ  docgen issue report …", ctx)  # fmt: skip
    last = options["day"] or today
    day_of = _day_of(workspace, options["day"], today)
    units = workspace.unit_files() if options["every"] else list(dict.fromkeys(options["units"]))
    found = []
    for job, reason in owed(workspace, _year(workspace, options), units, books=False):
        later = f"dự kiến ban hành ngày {short_date(job.day)}" if job.day > last else ""
        then = reason_to_leave_out(workspace, job) or gone(workspace, job.unit, day_of(job))
        found.append((job, reason or later or then))
    return sorted(found, key=lambda one: (units.index(one[0].unit), one[0].day))


def _year(workspace: Workspace, options: dict[str, Any]) -> int:
    day: date | None = options["day"]
    year: int = options["year"] or (day.year if day else workspace.settings.nam)
    return year
