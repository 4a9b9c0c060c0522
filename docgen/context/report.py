"""What a report says: its period, its outline in words, its table of figures, the sums of others."""

from __future__ import annotations

from typing import Any

from docgen.context.added import groups
from docgen.context.job import Job
from docgen.context.marks import Scope
from docgen.context.outline import outline_values
from docgen.context.table import settle_computed, table_values
from docgen.context.values import Gap, Gaps, Values
from docgen.figures.carry import figures_of
from docgen.figures.window import data_window
from docgen.load.workspace import Workspace
from docgen.model.period import PERIODS
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.numbers import roman


def report_values(
    workspace: Workspace, job: Job, values: dict[str, Any], gaps: Gaps
) -> dict[str, Any]:
    """Return ``ky``, ``so_lieu``, ``tong_hop`` and ``de_cuong`` of a report."""
    values["van_ban"]["ban"] = job.ban
    small = values["don_vi"]["cap_hoc"] == "mầm non"
    values["don_vi"]["nguoi_hoc"] = "trẻ em" if small else "học sinh"
    found: dict[str, Any] = {"ky": period_values(workspace, job, gaps)}
    if workspace.form(job.kind):
        figures = figures_of(workspace, job.key)
        found["tong_hop"] = groups(workspace, job, gaps)
        found["so_lieu"] = table_values(workspace, job, figures, gaps)
        own = values[workspace.kinds[job.kind].value.du_lieu]
        named = values | found | {"phu_luc": _annexes(workspace, job)}
        summed = {group["ma"]: group for group in found["tong_hop"]}
        scope = Scope(named, own, figures, summed, gaps)
        found["de_cuong"] = outline_values(workspace, job, scope)
        for indicators in (
            figures.indicators,
            *(of["nhom"].indicators for of in found["tong_hop"]),
        ):
            settle_computed(gaps, indicators)
    return found


def _annexes(workspace: Workspace, job: Job) -> Values:
    """Return what a sentence calls each annex: “Phụ lục”, or with its number from two on."""
    template = workspace.template(job.kind, job.unit)
    codes = template.phu_luc if template else []
    one = len(codes) == 1
    return Values(
        {code: "Phụ lục" if one else f"Phụ lục {roman(at)}" for at, code in enumerate(codes, 1)}
    )


def period_values(workspace: Workspace, job: Job, gaps: Gaps) -> Values:
    """Return what a template may say of the period: its names and the days of its figures."""
    period = PERIODS[job.ma]
    window = data_window(workspace, job.key)
    where = f"mục han_bao_cao trong data/nam/{job.year}.yaml"
    ends = {
        name: short_date(day) if day else Gap(label, gaps, where)
        for name, label, day in (
            ("tu", "Số liệu từ ngày", window.tu if window else None),
            ("den", "Số liệu đến ngày", window.den if window else None),
        )
    }
    return Values(
        ma=job.ma,
        ten=period.name(job.year),
        tiep=period.following(job.year),
        truoc=f"năm {job.year - 1}" if period.whole_year else f"cùng kỳ năm {job.year - 1}",
        ca_nam=period.whole_year,
        **ends,
    )
