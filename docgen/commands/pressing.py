"""PDF on the command line: the options that commands share, and what became of each file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.outcome import progress, shown
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.batch import Outcome
    from docgen.pdf import Made, Order

archive_option = click.option(
    "--pdf-a", "--archive", "archive", is_flag=True,
    help="Xuất PDF/A-2b để lưu trữ (bằng LibreOffice).",
)  # fmt: skip


def press(orders: Sequence[Order], options: dict[str, Any]) -> list[Made]:
    """Print the orders; what is said meanwhile goes to a terminal only."""
    from docgen.pdf import Press

    printer = Press(
        archive=options["archive"],
        force=options["force"],
        dry_run=options["dry_run"],
        processes=options["jobs"] or 0,
        made=_epoch(),
    )
    if options.get("timeout"):
        printer.patience = options["timeout"]
    hidden = options["as_json"] or options["quiet"]
    with progress(len(orders), hidden=hidden, label="Đang xuất PDF") as step:
        return printer.run(orders, step)


def press_outcomes(outcomes: Iterable[Outcome], options: dict[str, Any]) -> list[Made]:
    """Print beside each document that is there; with --dry-run none is, so nothing is printed."""
    from docgen.pdf import Order

    if not (options["pdf"] or options["archive"]) or options["dry_run"]:
        return []
    paths = [outcome.written.path for outcome in outcomes if outcome.written]
    return press([Order(path, path.with_suffix(".pdf")) for path in paths], options)


def tell_made(made: Iterable[Made], *, quiet: bool) -> None:
    """Print each PDF on stdout, each failure on stderr; what all share is told once."""
    told: set[str] = set()
    for one in made:
        if one.written and not quiet:
            click.echo(f"{shown(one.written.path)} ({one.written.state})")
            if one.written.kept:
                click.echo(f"  bản cũ được giữ ở {shown(one.written.kept)}", err=True)
        if one.error and str(one.error) not in told:
            told.add(str(one.error))
            click.echo(f"lỗi: {_here(one.error)} [{one.error.code}]", err=True)


def made_as_json(made: Made) -> dict[str, Any]:
    """Return one PDF as plain values."""
    return {
        "tep": made.order.docx.as_posix(),
        "pdf": made.written.path.as_posix() if made.written else None,
        "ket_qua": made.written.state if made.written else "lỗi",
        "so_trang": made.pages or None,
        "ly_do": str(made.error) if made.error else "",
        "ma_loi": made.error.code if made.error else "",
    }


def told_by_document(outcome: Outcome, made: Iterable[Made]) -> dict[str, Any]:
    """Return {"pdf": …} for the document of an outcome, nothing if none was asked for."""
    path = outcome.written.path if outcome.written else None
    return next(({"pdf": made_as_json(one)} for one in made if one.order.docx == path), {})


def worst(made: Iterable[Made]) -> int:
    """Return the exit code: 3 if all that failed lacks a program from outside."""
    codes = {one.error.exit_code for one in made if one.error}
    return min(codes, default=0)


def _here(error: DocgenError) -> str:
    return str(error).replace(f"{Path.cwd().as_posix()}/", "")


def _epoch() -> datetime | None:
    """Return the date that SOURCE_DATE_EPOCH asks for, as reproducible builds do."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds.isdigit() else None
