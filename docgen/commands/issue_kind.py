"""Which kind of document is to be numbered, which period, file and version of it."""

from __future__ import annotations

from typing import Any

import click

from docgen.batch import Only
from docgen.commands.making import wanted
from docgen.errors import InvalidDataError, did_you_mean
from docgen.load.references import kind_problems
from docgen.load.workspace import Workspace


def kind_of(ctx: click.Context, workspace: Workspace, word: str) -> str:
    """Return the kind whose command is *word*; a book has no number."""
    commands = {one.value.lenh or code: code for code, one in workspace.kinds.items()}
    issued = {name: code for name, code in commands.items() if not workspace.kinds[code].value.so_sach}  # fmt: skip
    if word in issued or word in issued.values():
        return issued.get(word, word)
    if broken := kind_problems(workspace, word):
        raise InvalidDataError(broken)
    known = ", ".join(sorted(issued))
    message = f"Không có loại văn bản “{word}” để cấp số.{did_you_mean(word, issued)} Có: {known}"
    raise click.UsageError(message, ctx)


def only_of(
    ctx: click.Context, workspace: Workspace, kind: str, year: int, options: dict[str, Any]
) -> Only:
    """Return which documents of *kind* the options ask for."""
    value = workspace.kinds[kind].value
    if (value.lap == "kỳ") != bool(options["period"]):
        word = (
            "Cần --period 6m hoặc year." if value.lap == "kỳ" else "--period chỉ dùng cho báo cáo."
        )
        raise click.UsageError(word, ctx)
    if options["version"] not in ("", *value.ban):
        known = f" Có: {', '.join(value.ban)}" if value.ban else ""
        message = f"{value.ten} không có bản “{options['version']}”.{known}"
        raise click.UsageError(message, ctx)
    return wanted(workspace, kind, year, options)
