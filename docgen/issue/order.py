"""What the register says of a document: all that the outgoing book and its metadata ask for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen.batch.produce import Producer
from docgen.context.addresses import copies_of
from docgen.context.dispatch import receivers
from docgen.context.document import head
from docgen.context.job import Job
from docgen.context.values import Gaps
from docgen.issue.series import series_of
from docgen.register.entry import Entry, Order


def order_of(
    producer: Producer,
    job: Job,
    number: int | None = None,
    replaced: Entry | None = None,
    reason: str = "",
) -> Order:
    """Return the order for a number: what the document is, where it goes, which number it asks for."""
    root, path = producer.workspace.root.resolve(), producer.path(job).resolve()
    return replace(
        described(producer, job),
        file=Path(path.relative_to(root) if path.is_relative_to(root) else path).as_posix(),
        number=_asked(producer, job) if number is None else number,
        replaces=replaced.id if replaced else None,
        reason=reason,
    )


def described(producer: Producer, job: Job) -> Order:
    """Return what the book says of a document: mục I Phụ lục IV, mục I Phần II Phụ lục VI NĐ 30/2020."""
    workspace = producer.workspace
    told = head(workspace, job, Gaps(workspace.root))
    values, listed = told.values, told.told
    kind = workspace.kinds[job.kind].value
    signature = values["chu_ky"]
    return Order(
        series=series_of(workspace, job),
        kind=job.kind,
        unit=job.unit,
        ma=job.code,
        notation=values["van_ban"]["so_ky_hieu"].partition("/")[2],
        type_name="" if kind.cong_van else kind.ten,
        subject=producer.subject(job, values),
        signer=str(signature["ho_ten"]),
        title=str(signature["quyen_han"][-1]),
        recipients=receivers(told),
        archive="; ".join(("VT", *listed.archive.don_vi)) if listed.archive else "VT",
        copies=copies_of(listed).total,
        file="",
        day=job.day,
        of_year=job.year,
    )  # fmt: skip


def _asked(producer: Producer, job: Job) -> int | None:
    """Return the number that the document's data asks for; another version has one of its own."""
    data = producer.workspace.data.get(job.key)
    return data.value.so if data and job.ghi_san and not job.ban else None
