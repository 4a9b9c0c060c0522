"""``docgen all``: the whole round of a year, every document that every unit owes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import root_folder
from docgen.commands.outcome import as_json
from docgen.commands.output import OUTPUT, UNITS, YEAR
from docgen.commands.pressing import press_outcomes, tell_made, told_by_document, worst
from docgen.commands.whole import tell_failed, tell_files, tell_whole

if TYPE_CHECKING:
    from docgen.batch import Outcome
    from docgen.context.job import Job
    from docgen.load.workspace import Workspace
    from docgen.pdf import Made


def _make(ctx: click.Context, /, **options: Any) -> None:
    """Làm cả bộ văn bản của năm: mọi loại, mọi kỳ, mọi bản, mọi đơn vị.

    Thứ tự: văn bản mỗi năm một bản, báo cáo từng kỳ (kèm bản gửi nơi khác), văn bản nhiều lần trong năm, sau cùng là danh sách, sổ. Không làm văn bản chỉ lập khi cần (công văn đôn đốc).

    Báo cáo chưa có số liệu thì bỏ qua, không phải lỗi. Một văn bản hỏng không ảnh hưởng văn bản khác. Mã thoát 1 nếu có văn bản không làm được.

    Ví dụ: docgen all --year 2025
    """
    from docgen.batch.planned import owed, title
    from docgen.batch.reports import without_figures
    from docgen.commands.making import make_jobs
    from docgen.load.workspace import load_workspace

    workspace = load_workspace(root_folder(ctx, options["workspace"]))
    year = options["year"] or workspace.settings.nam
    units = list(dict.fromkeys(options["units"])) or _issuers(workspace)
    found = owed(workspace, year, units)
    planned = [(job, reason or without_figures(workspace, job)) for job, reason in found]
    outcomes = make_jobs(workspace, planned, options)
    pdfs = press_outcomes(outcomes, options)
    titles = {job: f"{job.unit}, {title(workspace, job)}" for job, _ in found}
    _tell(outcomes, pdfs, options, titles)
    ctx.exit(1 if any(outcome.error for outcome in outcomes) else worst(pdfs))


def _tell(
    outcomes: list[Outcome], pdfs: list[Made], options: dict[str, Any], titles: dict[Job, str]
) -> None:
    """Tell what became of each document, and of all."""
    verbose, silent = options["verbose"], options["quiet"] or options["as_json"]
    if options["as_json"]:
        rows = [as_json(outcome) | told_by_document(outcome, pdfs) for outcome in outcomes]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif not silent:
        tell_files(outcomes, titles, verbose=verbose)
    tell_failed(outcomes, titles, verbose=verbose)
    tell_made(pdfs, quiet=silent)
    if not silent:
        tell_whole(outcomes, verbose=verbose)


def _issuers(workspace: Workspace) -> list[str]:
    """Return the units that make documents, those that cannot be read among them."""
    known = workspace.units
    return [code for code in workspace.codes if code not in known or known[code].value.lap_van_ban]


for option in reversed([UNITS, YEAR, *OUTPUT]):
    _make = option(_make)
command = click.command("all", options_metavar="[TÙY CHỌN]")(click.pass_context(_make))
