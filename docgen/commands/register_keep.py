"""``docgen register verify|backup|restore``: is the book whole, a copy of it, put back."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from docgen.commands.options import json_option, root_folder, workspace_option
from docgen.commands.outcome import shown
from docgen.commands.registering import register_of

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("verify", options_metavar="[TÙY CHỌN]")
@json_option
@workspace_option
@click.pass_context
def verify(ctx: click.Context, /, **options: Any) -> None:
    """Đối chiếu sổ với các tệp: thiếu số, ngày lộn xộn, tệp mất hoặc bị sửa, cách chữa.

    Mã thoát 1 nếu có điều phải chữa; lưu ý thì không.

    Ví dụ: docgen register verify
    """
    found = _findings(root_folder(ctx, options["workspace"]))
    if options["as_json"]:
        rows = [
            {
                "ma_loi": one.code,
                "canh_bao": one.warning,
                "cau": one.sentence,
                "cach_chua": one.cure,
                "so_ky_hieu": one.entry.sign if one.entry else None,
                "don_vi": one.entry.order.unit if one.entry else None,
            }
            for one in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _tell(found)
    ctx.exit(0 if all(one.warning for one in found) else 1)


def _findings(root: Path) -> list[Any]:
    from docgen.issue import verify_workspace
    from docgen.load.workspace import load_workspace

    workspace = load_workspace(root)
    return verify_workspace(workspace, root / workspace.settings.thu_muc_ra)


def _tell(found: list[Any]) -> None:
    for one in found:
        click.echo(f"{'lưu ý: ' if one.warning else ''}{one.sentence} [{one.code}]")
        click.echo(f"  cách chữa: {one.cure}")
    wrong = sum(not one.warning for one in found)
    click.echo(f"{wrong} điều phải chữa." if wrong else "Sổ và các tệp khớp nhau.", err=True)


@click.command("backup", options_metavar="[TÙY CHỌN]")
@click.option("--to", "target", type=_FILE, metavar="TỆP",
              help="Tệp sao lưu (mặc định: sao_luu/so_dang_ky-<ngày giờ>.sqlite).")  # fmt: skip
@workspace_option
@click.pass_context
def backup(ctx: click.Context, /, **options: Any) -> None:
    """Sao lưu sổ ra một tệp, kể cả khi người khác đang cấp số.

    Ví dụ: docgen register backup
    """
    from docgen.register import backup as keeper

    _, register = register_of(ctx, options)
    if not register.exists:
        raise click.UsageError("Chưa có sổ: chưa cấp số văn bản nào.", ctx)
    target = options["target"]
    if target and target.exists():
        raise click.UsageError(f"{shown(target)} đã có; chọn tên khác.", ctx)
    click.echo(f"{shown(keeper.backup(register.path, datetime.now(), target))} (đã sao lưu)")


@click.command("restore", options_metavar="[TÙY CHỌN]")
@click.option("--from", "source", type=click.Path(path_type=Path, dir_okay=False, exists=True),
              metavar="TỆP", help="Bản sao lưu (mặc định: bản nhiều số nhất trong sao_luu/).")  # fmt: skip
@click.option(
    "--force",
    is_flag=True,
    help="Khôi phục cả khi bản sao lưu thiếu số đã cấp, hay ổ đĩa chứa sổ không còn nữa.",
)
@workspace_option
@click.pass_context
def restore(ctx: click.Context, /, **options: Any) -> None:
    """Khôi phục sổ từ bản sao lưu; tệp sổ hiện có được giữ lại bên cạnh.

    Sau khi khôi phục docgen đối chiếu sổ với các tệp đã có.

    Ví dụ: docgen register restore
    """
    from docgen.register import backup as keeper
    from docgen.register.copies import newest_backup
    from docgen.register.loss import check_loss

    root, register = register_of(ctx, options)
    source = options["source"] or newest_backup(register.path)
    if not options["force"]:
        check_loss(register.path, source)
    used, kept = keeper.restore(register.path, datetime.now(), source)
    click.echo(f"Đã khôi phục sổ từ {shown(used)}.")
    if kept:
        click.echo(f"  tệp sổ trước đó được giữ ở {shown(kept)}", err=True)
    _tell(_findings(root))
