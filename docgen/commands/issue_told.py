"""What became of the documents that were to get numbers, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from docgen.batch import Outcome
from docgen.commands.outcome import shown
from docgen.commands.outcome import tell_errors as told_once
from docgen.issue import Issued
from docgen.vietnamese.dates import short_date


def tell(root: Path, found: Sequence[Issued], left_out: Sequence[tuple[Any, str]]) -> None:
    """Print the numbers on stdout, what was left out on stderr."""
    for one in found:
        if one.entry and not one.error:
            order = one.entry.order
            number = f"số {one.entry.sign} ngày {short_date(order.day)}"
            file = f" {shown(root / order.file)}" if order.file else ""
            click.echo(f"{one.job.unit}: {number} ({one.state}){file}")
    for job, reason in left_out:
        name = " ".join(word for word in (job.kind, job.code) if word)
        click.echo(f"bỏ qua: {job.unit}, {name}: {reason}", err=True)


def tell_errors(found: Sequence[Issued]) -> None:
    """Print every failure; of a number whose file is not in place it tells the number."""
    told = {
        one.job: f"{one.job.unit}, số {one.entry.sign} (đã cấp, chưa ghi xong tệp, chạy lại lệnh này)"
        for one in found
        if one.entry and one.error and one.entry.state == "đang ghi"
    }
    told_once([Outcome(one.job, error=one.error) for one in found if one.error], told)


def tell_sum(found: Sequence[Issued]) -> None:
    """Print what became of all."""
    states = Counter("lỗi" if one.error else one.state for one in found)
    told = ", ".join(f"{count} {state}" for state, count in states.items())
    click.echo(f"{len(found)} văn bản: {told}.", err=True)


def job_json(job: Any) -> dict[str, Any]:
    """Return a document that has no number as plain values."""
    return {"don_vi": job.unit, "loai": job.kind, "nam": job.year, "ma": job.ma, "ban": job.ban,
            "so": None, "ky_hieu": None, "ngay": None, "tep": None, "ket_qua": "", "ly_do": "", "ma_loi": ""}  # fmt: skip


def as_json(one: Issued) -> dict[str, Any]:
    """Return one document and its number as plain values."""
    entry, error = one.entry, one.error
    numbered = {"so": entry.number, "ky_hieu": entry.order.notation, "tep": entry.order.file,
                "ngay": entry.order.day.isoformat()} if entry else {}  # fmt: skip
    told = {"ly_do": str(error), "ma_loi": error.code} if error else {}
    return job_json(one.job) | numbered | told | {"ket_qua": "lỗi" if error else one.state}
