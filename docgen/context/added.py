"""The sums of the units below, for the report of the one above them."""

from __future__ import annotations

from typing import Any

from docgen.context.job import Job
from docgen.context.table import cell
from docgen.context.units import short_name
from docgen.context.values import Gaps, Values
from docgen.figures.figure import UNKNOWN
from docgen.figures.formats import plain
from docgen.figures.rollup import Group, group
from docgen.figures.status import Sent, sent
from docgen.load.workspace import Workspace
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.numbers import padded

BAND = 10
"""The most units side by side in one table on a landscape page."""


def groups(workspace: Workspace, job: Job, gaps: Gaps) -> list[Values]:
    """Return the groups of units below, each with its sums, its table and who is silent or late."""
    template = workspace.template(job.kind, job.unit)
    found = []
    for declared in template.tong_hop if template else ():
        of = group(workspace, job.key, job.day, declared.ten, declared.loai)
        values = _group(workspace, job, of, gaps)
        values["ma"], values["nhom"] = declared.ma, of
        found.append(values)
    return found


def _group(workspace: Workspace, job: Job, of: Group, gaps: Gaps) -> Values:
    reports = [sent(workspace, unit.key) for unit in of.units]
    late = [_late(workspace, job, report) for report in reports if report.days_late]
    return Values(
        ten=of.name,
        so_don_vi=len(of.units),
        da_bao_cao=len(of.reported),
        so_chua_bao_cao=len(of.silent),
        chua_bao_cao=[short_name(workspace, code, job.day) for code in of.silent],
        so_cham=len(late),
        cham=late,
        don_vi_cham=[f"{one['ten']} (chậm {padded(one['so_ngay'])} ngày)" for one in late],
        dong=_rows(of, gaps),
        bang=_bands(workspace, job, of),
    )


def _late(workspace: Workspace, job: Job, report: Sent) -> dict[str, Any]:
    return {
        "ten": short_name(workspace, report.key.unit, job.day),
        "ngay": short_date(report.day) if report.day else "",
        "so_ngay": report.days_late,
    }


def _rows(of: Group, gaps: Gaps) -> list[dict[str, Any]]:
    """Return one row an indicator: the sum, and the units that have not told theirs."""
    rows = []
    counted = 0
    for name, one in of.indicators.items():
        counted += not one.cong_thuc
        figure = of.total[name]
        rows.append(
            {
                "tt": "" if one.cong_thuc else str(counted),
                "nhan": one.nhan,
                "dvt": one.dvt or "",
                "cung_ky": plain(one, of.before.get(name, UNKNOWN)),
                "tong": cell(one, figure, of.name, gaps),
                "ghi_chu": "" if one.cong_thuc else _told(of, name, figure.units_with),
                "tinh": bool(one.cong_thuc),
            }
        )
    return rows


def _told(of: Group, name: str, having: int | None) -> str:
    """Return how many units have it, and how many of those that reported left it out."""
    lacks = [
        unit for unit in of.reported if name in unit.indicators and unit.total[name].value is None
    ]
    words = [f"{having}/{len(of.reported)} đơn vị có" if having is not None else ""]
    words += [f"Chưa có số của {padded(len(lacks))} đơn vị" if lacks else ""]
    return ". ".join(word for word in words if word)


def _bands(workspace: Workspace, job: Job, of: Group) -> list[dict[str, Any]]:
    """Return the table of units × indicators in bands that fit the page, all about as wide.

    Units that have told nothing are not in it: they are named in a list of their own.
    """
    bands = []
    told = of.reported
    count = -(-len(told) // BAND)
    for band in range(count):
        start, end = (len(told) * edge // count for edge in (band, band + 1))
        units, last = told[start:end], band + 1 == count
        rows = []
        counted = 0
        for name, one in of.indicators.items():
            counted += not one.cong_thuc
            cells = [
                plain(one, unit.total[name]) if name in unit.indicators else "x" for unit in units
            ]
            rows.append(
                {
                    "tt": "" if one.cong_thuc else str(counted),
                    "nhan": one.nhan,
                    "dvt": one.dvt or "",
                    "o": [*cells, *([plain(one, of.total[name])] if last else [])],
                    "tinh": bool(one.cong_thuc),
                }
            )
        heads = [_head(workspace, job, unit.key.unit) for unit in units]
        bands.append({"cot": [*heads, *(["Cộng"] if last else [])], "dong": rows})
    return bands


def _head(workspace: Workspace, job: Job, code: str) -> str:
    """Return the name of a unit for the head of a column: a ward by its own name alone."""
    place = workspace.units[code].value.dia_ban
    return place.ten if place else short_name(workspace, code, job.day)
