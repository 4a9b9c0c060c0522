"""``docgen trace``: where a figure of a report comes from, down to file and line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import (
    DayType,
    UnitCode,
    YearType,
    json_option,
    root_folder,
    workspace_option,
)
from docgen.model.period import PERIODS, folder_name

if TYPE_CHECKING:
    from docgen.context.job import Job
    from docgen.figures.trace import Trace
    from docgen.load.workspace import Workspace

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("trace", options_metavar="[TÙY CHỌN]")
@click.argument("names", nargs=-1, metavar="[CHỈ_TIÊU]...")
@click.option("--unit", type=UnitCode(), metavar="ĐƠN_VỊ", required=True,
              help="Mã đơn vị có báo cáo (tên tệp trong data/don_vi/).")  # fmt: skip
@click.option("--period", type=click.Choice([one.lenh for one in PERIODS.values()]), required=True,
              help="Kỳ báo cáo: 6m (06 tháng) hoặc year (năm).")  # fmt: skip
@click.option("--year", type=YearType(), metavar="NĂM", help="Năm (mặc định: theo docgen.yaml).")
@click.option("--date", "day", type=DayType(), metavar="NGÀY",
              help="Các đơn vị có vào ngày này (mặc định: ngày của báo cáo).")  # fmt: skip
@click.option("--xlsx", type=_FILE, metavar="TỆP", help="Ghi ra tệp Excel, mỗi dòng một số.")
@click.option("--force", is_flag=True,
              help="Ghi đè tệp Excel đã sửa hoặc của người khác (giữ tệp cũ thành .bak).")  # fmt: skip
@json_option
@workspace_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Cho biết số liệu của báo cáo từ đâu ra, đến từng tệp, từng dòng.

    CHỈ_TIÊU là mã trong biểu số liệu, ví dụ don_tiep_nhan; không ghi thì xem tất cả. Số của cấp
    trên được kê theo từng đơn vị; thiếu số của đơn vị nào thì nói rõ đơn vị đó. Mã thoát 1 nếu
    có số liệu sai (xem docgen validate).

    Ví dụ: docgen trace --unit quan-ngo-quyen --period 6m don_tiep_nhan
    """
    from docgen.batch.ready import problems_for
    from docgen.errors import InvalidDataError, UnitNotFoundError
    from docgen.figures.trace import trace
    from docgen.load.workspace import load_workspace

    workspace = load_workspace(root_folder(ctx, options["workspace"]))
    if options["unit"] not in workspace.unit_files():
        raise UnitNotFoundError(options["unit"], workspace.unit_files())
    job = _job(ctx, workspace, options)
    problems = problems_for(workspace, job)
    if job.unit not in workspace.units or any("danh_muc" in p.place.path.parts for p in problems):
        raise InvalidDataError(problems)
    traces = trace(workspace, job.key, job.day, options["names"])
    _show(workspace, job, traces, options)
    for problem in problems:
        click.echo(str(problem), err=True)
    ctx.exit(1 if problems else 0)


def _job(ctx: click.Context, workspace: Workspace, options: dict[str, Any]) -> Job:
    """Return the report that is asked about: of the one kind that has figures."""
    from docgen.context.document import reference_day
    from docgen.context.job import Job

    kind = next((code for code in workspace.kinds if workspace.kinds[code].value.bieu), None)
    if kind is None:
        message = (
            "Không có loại văn bản nào dùng biểu số liệu (mục bieu trong danh_muc/loai_van_ban/)."
        )
        raise click.UsageError(message, ctx)
    year, unit = options["year"] or workspace.settings.nam, options["unit"]
    ma = next(ma for ma, one in PERIODS.items() if one.lenh == options["period"])
    day: date | None = options["day"]
    if day is None:
        known = unit in workspace.units
        day = reference_day(workspace, kind, year, unit, ma) if known else date(year, 1, 1)
    return Job(unit, kind, year, day, ma)


def _show(workspace: Workspace, job: Job, traces: list[Trace], options: dict[str, Any]) -> None:
    from docgen.commands.outcome import shown
    from docgen.commands.sheets import save_sheet
    from docgen.context.units import full_name
    from docgen.figures.trace_words import as_json, as_sheet, lines

    heading = f"{full_name(workspace, job.unit, job.day)}: số liệu {PERIODS[job.ma].name(job.year)}"
    if path := options["xlsx"]:
        data = as_sheet(heading, traces, lambda code: full_name(workspace, code, job.day), job.day)
        save_sheet(path, data, force=options["force"])
    if options["as_json"]:
        click.echo(json.dumps(as_json(traces), ensure_ascii=False, indent=1))
    elif path:
        click.echo(f"{shown(path)} (đã ghi)")
    else:
        click.echo(heading)
        for line in lines(traces, folder_name(job.year, job.ma)):
            click.echo(line)
