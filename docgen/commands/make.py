"""``docgen plan`` and its like: make the documents of one kind."""

from __future__ import annotations

import json
from typing import Any

import click

from docgen.commands.options import DayType, root_folder
from docgen.commands.outcome import as_json, tell, tell_errors, tell_sum
from docgen.commands.output import OUTPUT, UNITS, YEAR
from docgen.commands.pressing import press_outcomes, tell_made, told_by_document, worst
from docgen.commands.whole import tell_kept
from docgen.load.kinds import KindCommand
from docgen.model.period import PERIODS

_EVERY = click.option("--all", "every", is_flag=True, help="Mọi đơn vị có văn bản loại này.")
_DAY = click.option(
    "--date", "--on", "day", type=DayType(), metavar="NGÀY",
    help="Tính theo ngày này thay cho ngày của văn bản, ví dụ 01/8/2025.",
)  # fmt: skip
_PERIOD = click.option(
    "--period", type=click.Choice([period.lenh for period in PERIODS.values()]), required=True,
    help="Kỳ báo cáo: 6m (06 tháng) hoặc year (năm).",
)  # fmt: skip
_FILE = click.option(
    "--ma", "only", metavar="MÃ",
    help="Chỉ làm văn bản của tệp dữ liệu này (mặc định: mọi tệp của đơn vị trong năm).",
)  # fmt: skip
_REPLACE = click.option(
    "--replace", "replacing", is_flag=True,
    help="Làm dự thảo văn bản thay thế văn bản đã cấp số (tệp …_thay-the.docx).",
)  # fmt: skip


def make_command(name: str, kind: KindCommand) -> click.Command:
    """Return the command that makes documents of *kind*."""

    def command(ctx: click.Context, /, **options: Any) -> None:
        run(ctx, kind.code, options)

    for option in reversed([*_own_options(kind), UNITS, _EVERY, YEAR, _DAY, _REPLACE, *OUTPUT]):
        command = option(command)
    own = {"kỳ": " --period 6m", "nhiều lần": ""}.get(kind.lap, "")
    text = f"{kind.description}.\n\nVí dụ: docgen {name}{own} --unit {kind.example}"
    return click.command(name, help=text, options_metavar="[TÙY CHỌN]")(click.pass_context(command))


def _own_options(kind: KindCommand) -> list[Any]:
    """Return the options that only some kinds have: which period, which file, for whom."""
    found = {"kỳ": [_PERIOD], "nhiều lần": [_FILE]}.get(kind.lap, [])
    if not kind.versions:
        return found
    told = "Làm bản gửi nơi khác: " + "; ".join(kind.versions.values()) + "."
    return [*found, click.option("--to", "version", type=click.Choice(kind.versions), help=told)]


def run(ctx: click.Context, kind: str, options: dict[str, Any]) -> None:
    """Make the documents and tell what became of each; exit 1 if one failed."""
    root = root_folder(ctx, options["workspace"])
    if bool(options["units"]) == options["every"]:
        raise click.UsageError("Cần --unit ĐƠN_VỊ hoặc --all (chỉ một trong hai).", ctx)
    from docgen.commands.making import make_documents

    outcomes = make_documents(root, kind, options)
    pdfs = press_outcomes(outcomes, options)
    if options["as_json"]:
        rows = [as_json(outcome) | told_by_document(outcome, pdfs) for outcome in outcomes]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif not options["quiet"]:
        tell(outcomes, verbose=options["verbose"])
    tell_errors(outcomes, verbose=options["verbose"])
    if len(outcomes) > 1 and not (options["as_json"] or options["quiet"]):
        tell_sum(outcomes)
        tell_kept(outcomes, verbose=options["verbose"])
    tell_made(pdfs, quiet=options["quiet"] or options["as_json"])
    ctx.exit(1 if any(outcome.error for outcome in outcomes) else worst(pdfs))
