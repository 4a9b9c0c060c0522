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
from docgen.issue.errors import TypedOtherwiseError
from docgen.issue.office import office_of
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
        number=_asked(producer, job, number),
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
    office, superior = office_of(workspace, job.unit, job.day)
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
        office=office,
        superior=superior,
    )  # fmt: skip


def _asked(producer: Producer, job: Job, number: int | None) -> int | None:
    """Return the number that is asked for, on the command line or by the document's data.

    Another version has one of its own. Raises TypedOtherwiseError where the data, which tell what
    stands on the signed paper, name another number or day.
    """
    data = producer.workspace.data.get(job.key)
    typed = data and data.value.so is not None and job.ghi_san and not job.ban
    if not data or not typed:
        return number
    asked = data.value.so, data.value.ngay
    if (number or data.value.so, job.day) != asked:
        place = data.problem(("so",), "", "").under(producer.workspace.root).place
        raise TypedOtherwiseError(f"{place.path.as_posix()}, dòng {place.line}", *asked)
    return asked[0]
