"""Which row of numbers a document is in, by what the head of its office decided."""

from __future__ import annotations

from dataclasses import replace

from docgen.context.job import Job
from docgen.load.workspace import Workspace
from docgen.register.entry import Series
from docgen.vietnamese.document_types import COPIES, row_of


def series_of(workspace: Workspace, job: Job) -> Series:
    """Return the series of *job*'s document: of its issuer and the year of its day."""
    kind = workspace.kinds[job.kind].value
    return series_for(workspace, job.unit, job.day.year, "Công văn" if kind.cong_van else kind.ten)


def series_for(workspace: Workspace, unit: str, year: int, type_name: str) -> Series:
    """Return the series of a document of a type, whoever made it: of all types, or of its own.

    Điểm c khoản 1 Điều 15 NĐ 30/2020; an advisory body is an issuer with a code of its own. Copies
    have a row of their own in any case (điểm c khoản 1 Mục II Phần II Phụ lục I).
    """
    row = row_of(type_name)
    apart = row == COPIES or workspace.settings.danh_so.by_type(unit)
    series = Series(unit, year, row if apart else "")
    told = series.kind in _starts(workspace, series)
    return replace(series, first=first_of(workspace, series), told=told)


def first_of(workspace: Workspace, series: Series) -> int:
    """Return the number with which a series of the register begins; copies never join the others'."""
    starts = _starts(workspace, series)
    every = 1 if series.kind == COPIES else starts.get("", 1)
    return starts.get(series.kind, every)


def _starts(workspace: Workspace, series: Series) -> dict[str, int]:
    """Return what docgen.yaml tells of an issuer's year: the first number by type, of all types by “”."""
    return {
        row.loai or "": row.so
        for row in workspace.settings.danh_so.bat_dau
        if (row.don_vi, row.nam) == (series.issuer, series.year)
    }
