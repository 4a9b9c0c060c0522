"""``docgen issue``: give finished documents their numbers and enter them in the register."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import click

from docgen.commands.options import DayType, YearType, json_option, root_folder, workspace_option
from docgen.commands.output import OUT, UNITS
from docgen.model.period import PERIODS

_OPTIONS = [
    UNITS,
    click.option("--all", "every", is_flag=True, help="Mọi đơn vị."),
    click.option("--year", type=YearType(), metavar="NĂM",
                 help="Năm của văn bản (mặc định: năm của --date, hoặc theo docgen.yaml)."),
    click.option("--date", "day", type=DayType(), metavar="NGÀY",
                 help="Ngày văn bản (mặc định: ngay trong tệp dữ liệu, hoặc hôm nay)."),
    click.option("--period", type=click.Choice([period.lenh for period in PERIODS.values()]),
                 help="Kỳ báo cáo: 6m (06 tháng) hoặc year (năm)."),
    click.option("--ma", "only", metavar="MÃ", help="Tệp dữ liệu của văn bản lập nhiều lần."),
    click.option("--to", "version", default="", metavar="BẢN", help="Bản gửi nơi khác: hdnd."),
    click.option("--number", type=click.IntRange(1, 99999), metavar="SỐ",
                 help="Cấp đúng số này, nếu còn trống và đúng thứ tự ngày."),
    click.option("--replace", metavar="LÝ_DO",
                 help="Lập văn bản thay thế văn bản đã cấp số, ghi lý do."),
    click.option("-n", "--dry-run", is_flag=True, help="Chỉ cho xem số sẽ cấp, không ghi gì."),
    OUT,
    json_option,
    workspace_option,
]  # fmt: skip


def _issue(ctx: click.Context, /, **options: Any) -> None:
    """Cấp số, ngày cho văn bản và ghi vào sổ đăng ký văn bản đi.

    LOẠI là plan, report, giay-moi…; không ghi thì là mọi văn bản mà docgen all làm, có ngày dự kiến không sau ngày cấp số, theo thứ tự ngày ấy.

    Chỉ cấp số cho văn bản không còn chỗ [CẦN BỔ SUNG]. Văn bản đã có số thì giữ số cũ; lệnh bị ngắt giữa chừng thì chạy lại là xong.

    Ví dụ: docgen issue plan --unit phuong-cau-dat --date 12/02/2025
    """  # fmt: skip
    from docgen.commands.issue_told import as_json, job_json, tell, tell_errors, tell_sum
    from docgen.commands.issuing import issue_documents

    if bool(options["units"]) == options["every"]:
        raise click.UsageError("Cần --unit ĐƠN_VỊ hoặc --all (chỉ một trong hai).", ctx)
    root = root_folder(ctx, options["workspace"])
    found, left_out, odd_days = issue_documents(ctx, root, date.today(), options)
    if options["as_json"]:
        rows = [as_json(one) for one in found]
        rows += [job_json(job) | {"ket_qua": "bỏ qua", "ly_do": reason} for job, reason in left_out]  # fmt: skip
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        tell(root, found, left_out)
    tell_errors(found)
    if len(found) > 1 and not options["as_json"]:
        tell_sum(found)
    for odd in odd_days:
        click.echo(f"lưu ý: {odd}", err=True)
    ctx.exit(1 if any(one.error for one in found) else 0)


for option in reversed(_OPTIONS):
    _issue = option(_issue)
_issue = click.argument("kind", metavar="[LOẠI]", required=False)(_issue)
command = click.command("issue", options_metavar="[TÙY CHỌN]")(click.pass_context(_issue))
