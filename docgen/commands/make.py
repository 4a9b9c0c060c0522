"""``docgen plan`` and its like: make the documents of one kind."""

from __future__ import annotations

import json
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
from docgen.commands.outcome import as_json, progress, tell, tell_errors, tell_sum
from docgen.commands.pressing import (
    archive_option,
    press_outcomes,
    tell_made,
    told_by_document,
    worst,
)

if TYPE_CHECKING:
    from docgen.batch import Outcome

_FOLDER = click.Path(path_type=Path, file_okay=False)
_OPTIONS = [
    click.option("--unit", "units", multiple=True, type=UnitCode(), metavar="ĐƠN_VỊ",
                 help="Mã đơn vị (tên tệp trong data/don_vi/); viết lại được nhiều lần."),
    click.option("--all", "every", is_flag=True, help="Mọi đơn vị có văn bản loại này."),
    click.option("--year", type=YearType(), metavar="NĂM",
                 help="Năm (mặc định: theo docgen.yaml)."),
    click.option("--date", "day", type=DayType(), metavar="NGÀY",
                 help="Tính theo ngày này thay cho ngày của văn bản, ví dụ 01/8/2025."),
    click.option("--out", type=_FOLDER, metavar="THƯ_MỤC",
                 help="Thư mục kết quả (mặc định: out/)."),
    click.option("-j", "--jobs", type=click.IntRange(1, 64), metavar="SỐ",
                 help="Số tiến trình làm cùng lúc, nhiều nhất bằng số bộ xử lý (mặc định: tự chọn theo số văn bản)."),
    click.option("-n", "--dry-run", is_flag=True, help="Làm thử, không ghi tệp nào."),
    click.option("--pdf", is_flag=True, help="Xuất thêm PDF cạnh mỗi văn bản Word."),
    archive_option,
    click.option("--force", is_flag=True,
                 help="Ghi đè tệp đã sửa tay (giữ bản sửa thành .bak)."),
    click.option("-q", "--quiet", is_flag=True, help="Chỉ in lỗi."),
    click.option("-v", "--verbose", is_flag=True, help="In thêm ngày dùng để tính."),
    json_option,
    workspace_option,
]  # fmt: skip


def make_command(name: str, kind: str, description: str) -> click.Command:
    """Return the command that makes documents of *kind*."""

    def command(ctx: click.Context, /, **options: Any) -> None:
        run(ctx, kind, options)

    for option in reversed(_OPTIONS):
        command = option(command)
    text = f"{description}.\n\nVí dụ: docgen {name} --unit phuong-cau-dat"
    return click.command(name, help=text, options_metavar="[TÙY CHỌN]")(click.pass_context(command))


def run(ctx: click.Context, kind: str, options: dict[str, Any]) -> None:
    """Make the documents and tell what became of each; exit 1 if one failed."""
    root = root_folder(ctx, options["workspace"])
    if bool(options["units"]) == options["every"]:
        raise click.UsageError("Cần --unit ĐƠN_VỊ hoặc --all (chỉ một trong hai).", ctx)
    outcomes = _make(root, kind, options)
    pdfs = press_outcomes(outcomes, options)
    if options["as_json"]:
        rows = [as_json(outcome) | told_by_document(outcome, pdfs) for outcome in outcomes]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif not options["quiet"]:
        tell(outcomes, verbose=options["verbose"])
    tell_errors(outcomes, verbose=options["verbose"])
    if len(outcomes) > 1 and not (options["as_json"] or options["quiet"]):
        tell_sum(outcomes)
    tell_made(pdfs, quiet=options["quiet"] or options["as_json"])
    ctx.exit(1 if any(outcome.error for outcome in outcomes) else worst(pdfs))


def _make(root: Path, kind: str, options: dict[str, Any]) -> list[Outcome]:
    from docgen.batch import Outcome, Producer, fitting_processes, make_all, plan_jobs
    from docgen.batch.produce import reason_to_leave_out
    from docgen.batch.run import processors
    from docgen.errors import InvalidDataError
    from docgen.load.references import kind_problems
    from docgen.load.workspace import load_workspace

    workspace = load_workspace(root)
    if kind not in workspace.kinds:
        raise InvalidDataError(kind_problems(workspace, kind))
    every = options["every"]
    chosen = workspace.unit_files() if every else list(dict.fromkeys(options["units"]))
    folder = options["out"] or root / workspace.settings.thu_muc_ra
    producer = Producer(workspace, folder, options["force"], options["dry_run"])
    year = options["year"] or workspace.settings.nam
    jobs = plan_jobs(workspace, kind, year, chosen, options["day"])
    reasons = [reason_to_leave_out(workspace, job) if every else "" for job in jobs]
    wanted = [job for job, reason in zip(jobs, reasons, strict=True) if not reason]
    with progress(len(wanted), hidden=options["as_json"] or options["quiet"]) as step:
        number = min(options["jobs"] or fitting_processes(len(wanted)), processors())
        made = iter(make_all(producer, wanted, number, step))
    return [
        Outcome(job, left_out=reason) if reason else next(made)
        for job, reason in zip(jobs, reasons, strict=True)
    ]
