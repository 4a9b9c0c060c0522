"""``docgen template``: check the Word templates, and write their text views for git."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.commands.options import root_folder, workspace_option
from docgen.errors import DocgenError


@click.group("template", options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH [THAM SỐ]…")
def command() -> None:
    """Kiểm tra mẫu Word, ghi bản chữ của mẫu."""


@command.command("check", options_metavar="[TÙY CHỌN]")
@workspace_option
@click.pass_context
def check(ctx: click.Context, workspace: Path | None) -> None:
    """Biên dịch mọi mẫu trong templates/, báo lỗi kèm đoạn và ký hiệu sai.

    Ví dụ: docgen template check
    """
    from docgen.engine import compile_template

    wrong = 0
    for path in _templates(ctx, workspace):
        try:
            compile_template(path)
            click.echo(f"{path.name}: dùng được")
        except DocgenError as error:
            wrong += 1
            click.echo(f"lỗi: {error} [{error.code}]", err=True)
    if wrong:
        ctx.exit(1)


@command.command("view", options_metavar="[TÙY CHỌN]")
@workspace_option
@click.option("--check", "only_check", is_flag=True, help="Chỉ so sánh, không ghi.")
@click.pass_context
def view(ctx: click.Context, workspace: Path | None, only_check: bool) -> None:
    """Ghi bản chữ (.txt) cạnh mỗi mẫu Word; chạy lại sau mỗi lần sửa mẫu.

    Ví dụ: docgen template view
    """
    from docgen.engine.view import text_view

    stale = 0
    for path in _templates(ctx, workspace):
        target, text = path.with_suffix(".txt"), text_view(path)
        current = target.read_text("utf-8") if target.exists() else ""
        if current == text:
            continue
        stale += 1
        if only_check:
            click.echo(
                f"lỗi: {target.name} chưa khớp {path.name}; chạy docgen template view", err=True
            )
        else:
            target.write_text(text, "utf-8", newline="\n")
            click.echo(f"{target.name} (đã ghi)")
    if only_check and stale:
        ctx.exit(1)


def _templates(ctx: click.Context, workspace: Path | None) -> list[Path]:
    """Return the templates, without the lock files that Word leaves beside an open one."""
    folder = root_folder(ctx, workspace) / "templates"
    return [path for path in sorted(folder.glob("*.docx")) if not path.name.startswith("~$")]
