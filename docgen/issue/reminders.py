"""What is odd of documents that got their numbers, or would: to be looked at, never refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from docgen.context.job import Job
from docgen.figures.window import data_window
from docgen.issue.run import Issued
from docgen.load.workspace import Workspace
from docgen.register.entry import Entry
from docgen.vietnamese.dates import short_date

_NEW = ("đã cấp", "sẽ cấp")


def reminders(
    workspace: Workspace,
    found: Sequence[Issued],
    today: date,
    alike: Mapping[Job, Entry],
    *,
    dated: bool = False,
) -> Iterator[str]:
    """Yield a sentence for each odd day of what is numbered now, and each replacement that is *alike*.

    With *dated* the day was asked for: a document that has its number already on another is told.
    """
    days = [
        (one.job, one.entry.order.day)
        for one in found
        if one.entry and not one.error and one.state in _NEW
    ]
    for day in sorted({day for _, day in days if day > today}):
        yield f"ngày {short_date(day)} chưa đến."
    others = Counter((job.year, day.year) for job, day in days if job.year != day.year)
    for (of, year), count in sorted(others.items()):
        yield f"{count} văn bản của năm {of} lấy số của năm {year}, theo ngày văn bản."
    for job, day in days:
        yield from _odd(workspace, job, day)
    yield from _settled(found) if dated else ()
    yield from _alike(alike)


def _settled(found: Sequence[Issued]) -> Iterator[str]:
    """Yield the documents that have their numbers, of another day than is asked for."""
    for one in found:
        if one.entry and one.state == "đã cấp từ trước" and one.entry.order.day != one.job.day:
            given = short_date(one.entry.order.day)
            yield f"{_name(one.job)}: đã cấp số từ trước, ngày {given}; --date không đổi ngày ấy."


def _alike(alike: Mapping[Job, Entry]) -> Iterator[str]:
    """Yield the replacements that say what the former said."""
    for job, entry in alike.items():
        yield (
            f"{_name(job)}: chỉ khác bản số {entry.sign} ở số, ngày; nếu định sửa nội dung thì dữ liệu "
            "chưa được sửa."
        )


def _name(job: Job) -> str:
    return f"{job.unit}, {job.kind}{f' {job.code}' if job.code else ''}"


def _odd(workspace: Workspace, job: Job, day: date) -> Iterator[str]:
    """Yield what does not go with the data of one document: the end of its figures, its meeting."""
    name = f"{_name(job)}, ngày {short_date(day)}"
    kind = workspace.kinds[job.kind].value
    span = data_window(workspace, job.key) if kind.lap == "kỳ" else None
    if span and span.den and day < span.den:
        yield f"{name}: trước ngày cuối của số liệu trong kỳ ({short_date(span.den)})."
    data = workspace.data.get(job.key)
    event: date | None = getattr(data.value, kind.ngay_theo) if data and kind.ngay_theo else None
    if event and day > event:
        what = kind.truong[kind.ngay_theo or ""].nhan.lower()
        yield f"{name}: sau {what} ({short_date(event)})."
