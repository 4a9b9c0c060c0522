"""``docgen doctor``: what works on this machine, and the cure for what does not."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from docgen.commands.folder import start_folder
from docgen.commands.options import json_option, workspace_option


@click.command("doctor", options_metavar="[TÙY CHỌN]")
@json_option
@workspace_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, workspace: Path | None) -> None:
    """Khám máy: thứ gì dùng được (✓), thứ gì chưa (✗) và cách chữa.

    Mã thoát 0 nếu mọi thứ tốt, 1 nếu docgen hoặc không gian làm việc có lỗi, 3 nếu chỉ thiếu chương trình ngoài.

    Ví dụ: docgen doctor
    """
    from docgen.doctor import examine, exit_code

    checks = []
    terminal = sys.stdout is not None and sys.stdout.isatty()
    for check in examine(workspace or start_folder(ctx), terminal=terminal):
        checks.append(check)
        if as_json:
            continue
        click.echo(f"{'✓' if check.fine else '✗'} {check.title}: {check.found}")
        if not check.fine and check.cure:
            click.echo(f"    cách chữa: {check.cure}")
    if as_json:
        words = {"code": "ma", "title": "muc", "fine": "tot", "found": "thay", "cure": "cach_chua",
                 "outside": "ngoai"}  # fmt: skip
        rows = [{words[key]: value for key, value in asdict(check).items()} for check in checks]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    ctx.exit(exit_code(checks))
