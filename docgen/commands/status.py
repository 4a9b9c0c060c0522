"""``docgen status``: how far every document of the year is, who is late."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import DayType, json_option, root_folder, workspace_option
from docgen.commands.outcome import progress
from docgen.commands.output import OUT, UNITS, YEAR

if TYPE_CHECKING:
    from docgen.batch.survey import Standing
    from docgen.load.workspace import Workspace


@click.command("status", options_metavar="[TÙY CHỌN]")
@UNITS
@YEAR
@click.option("--on", "--date", "day", type=DayType(), metavar="NGÀY",
              help="Xét hạn vào ngày này (mặc định: hôm nay).")  # fmt: skip
@OUT
@json_option
@workspace_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Theo dõi: từng văn bản của năm đến đâu, báo cáo nào quá hạn.

    Báo cáo đã gửi là báo cáo có ngày ghi ở mục ngay_gui. Việc gấp xếp trên: quá hạn, rồi sắp đến hạn. Kế hoạch và bản báo cáo gửi nơi khác không có hạn.

    Mã thoát 1 nếu có báo cáo quá hạn chưa gửi; báo cáo đã gửi, dù chậm, không tính.

    Ví dụ: docgen status --on 16/6/2025
    """
    from docgen.commands.standing import as_json, tell, urgency
    from docgen.load.workspace import load_workspace

    workspace = load_workspace(root_folder(ctx, options["workspace"]))
    on = options["day"] or date.today()
    found = sorted(_look(workspace, options), key=lambda one: urgency(one, on))
    if options["as_json"]:
        rows = [as_json(workspace, one, on) for one in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        tell(workspace, found, on)
    ctx.exit(1 if any(one.overdue(on) for one in found) else 0)


def _look(workspace: Workspace, options: dict[str, Any]) -> list[Standing]:
    """Return how far the documents are that *options* ask for."""
    from docgen.batch.survey import compared, survey
    from docgen.errors import UnitNotFoundError

    for unit in options["units"]:
        if unit not in workspace.codes:
            raise UnitNotFoundError(unit, workspace.codes)
    year = options["year"] or workspace.settings.nam
    out: Path = options["out"] or workspace.root / workspace.settings.thu_muc_ra
    units = list(dict.fromkeys(options["units"])) or workspace.codes
    found = survey(workspace, out, year, units)
    doubtful = sum(one.doubtful for one in found)
    with progress(doubtful, hidden=options["as_json"], label="Đang xem từng văn bản") as step:
        return compared(workspace, out, found, step)
