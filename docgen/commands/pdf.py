"""``docgen pdf``: print any Word documents."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import json_option
from docgen.commands.pressing import archive_option, made_as_json, press, tell_made, worst
from docgen.commands.word_files import word_files

if TYPE_CHECKING:
    from docgen.pdf import Order

_PATH = click.Path(path_type=Path)
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command("pdf", options_metavar="[TÙY CHỌN]")
@click.argument("paths", nargs=-1, required=True, type=_PATH, metavar="TỆP|THƯ_MỤC…")
@click.option("--out", type=_FOLDER, metavar="THƯ_MỤC",
              help="Thư mục kết quả (mặc định: cạnh tệp Word).")  # fmt: skip
@archive_option
@click.option("-j", "--jobs", type=click.IntRange(1, 64), metavar="SỐ",
              help="Số LibreOffice chạy cùng lúc (mặc định: tự chọn).")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(1, 3600), metavar="GIÂY",
              help="Thời gian tối đa cho một tệp (mặc định: 60).")  # fmt: skip
@click.option("-n", "--dry-run", is_flag=True, help="Làm thử, không ghi tệp nào.")
@click.option("--force", is_flag=True,
              help="Xuất lại mọi tệp, ghi đè PDF không do docgen ghi (giữ bản cũ thành .bak).")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Chỉ in lỗi.")
@json_option
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:
    """Xuất PDF từ văn bản Word (.docx), hoặc từ mọi văn bản trong thư mục.

    Dùng LibreOffice (trên Windows dùng Word nếu có). PDF nào còn đúng với văn bản thì để nguyên. Mỗi tệp ra được mở kiểm tra: số trang, phông chữ, chữ Việt; sai thì không ghi. Mã thoát 0 nếu mọi tệp đều xong, 1 nếu có tệp lỗi, 3 nếu máy không có chương trình xuất PDF.

    Ví dụ: docgen pdf out/2025
    """
    orders = list(_orders(paths, options["out"]))
    if not orders:
        raise click.UsageError("Không có tệp .docx nào trong các thư mục đã chỉ.", ctx)
    made = press(orders, options)
    if options["as_json"]:
        click.echo(json.dumps([made_as_json(one) for one in made], ensure_ascii=False, indent=1))
    tell_made(made, quiet=options["quiet"] or options["as_json"])
    if len(made) > 1 and not (options["as_json"] or options["quiet"]):
        _tell_sum(made)
    ctx.exit(worst(made))


def _orders(paths: Sequence[Path], out: Path | None) -> Iterator[Order]:
    """Yield each document once, with its PDF: beside it, or under *out* as it lies in its folder."""
    from docgen.pdf import Order

    seen: set[str] = set()
    for given in paths:
        folder = given if given.is_dir() else given.parent
        for docx in word_files(given) if given.is_dir() else [given]:
            real = os.path.realpath(docx)  # a link that leads to itself has no resolve()
            if real in seen:
                continue
            seen.add(real)
            place = out / docx.relative_to(folder) if out else docx
            yield Order(docx, place.with_suffix(".pdf"))


def _tell_sum(made: Sequence[Any]) -> None:
    """Print on stderr: “5 văn bản: 3 mới, 2 không đổi; 1 lỗi”."""
    states = [one.written.state if one.written else "lỗi" for one in made]
    told = ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states))
    click.echo(f"{len(made)} văn bản: {told}.", err=True)
