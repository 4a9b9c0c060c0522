"""``docgen recode``: rewrite files of an older encoding as UTF-8, the old ones kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.load.recoding import Recoding

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_SHOWN = 5


@click.command("recode", options_metavar="[TÙY CHỌN]")
@click.argument("paths", nargs=-1, required=True, type=_FILE, metavar="TỆP…")
@click.option("--from", "encoding", type=click.Choice(["tcvn3", "vni", "windows-1258"]),
              metavar="[tcvn3|vni|windows-1258]",
              help="Bảng mã của tệp, khi docgen không tự nhận ra.")  # fmt: skip
@click.option("-n", "--dry-run", is_flag=True, help="Làm thử: in các dòng sẽ đổi, không ghi.")
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], encoding: str | None, dry_run: bool
) -> None:
    """Chuyển tệp lưu bằng bảng mã cũ (TCVN3, VNI, Windows-1258, UTF-16) sang UTF-8.

    Chữ TCVN3, VNI dán vào tệp UTF-8 cũng được chuyển. Tệp cũ được giữ lại, thêm đuôi .bak. Tệp đã đúng thì để nguyên. Mã thoát 0 nếu mọi tệp đều xong, 1 nếu có tệp không chuyển được.

    Ví dụ: docgen recode -n data/don_vi/phuong-cau-dat.yaml
    """
    from docgen.load.recoding import NAMES, recoding, rewrite

    wrong = 0
    for path in paths:
        try:
            found = recoding(path, NAMES[encoding] if encoding else "")
            if not found:
                click.echo(f"{path.as_posix()}: đã là UTF-8, để nguyên")
            elif dry_run:
                _tell(path, found)
            else:
                kept = rewrite(path, found.after)
                told = f"đã chuyển từ {found.encoding} sang UTF-8, tệp cũ giữ ở {kept.name}"
                click.echo(f"{path.as_posix()}: {told}")
        except DocgenError as error:
            wrong += 1
            click.echo(f"lỗi: {error} [{error.code}]", err=True)
    if wrong:
        ctx.exit(1)


def _tell(path: Path, found: Recoding) -> None:
    """Show what the first lines would become."""
    click.echo(f"{path.as_posix()}: sẽ chuyển từ {found.encoding} sang UTF-8")
    for number, before, after in found.changes[:_SHOWN]:
        click.echo(f"{number:5} | {before}")
        click.echo(f"    → | {after}")
    if len(found.changes) > _SHOWN:
        click.echo(f"      … và {len(found.changes) - _SHOWN} dòng nữa")
