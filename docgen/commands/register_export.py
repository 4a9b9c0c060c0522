"""``docgen register export``: the book to print, for Excel, for another program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import workspace_option
from docgen.commands.outcome import shown
from docgen.commands.registering import asked, register_of, which

if TYPE_CHECKING:
    from docgen.register import Entry
    from docgen.register.book import Book

_ENDINGS = (".docx", ".xlsx", ".csv")


class RangeType(click.ParamType[tuple[int, int]]):
    """Numbers from one to another: 1-150."""

    name = "khoảng số"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return both ends, or tell how they are written."""
        first, dash, last = str(value).partition("-")
        if not (dash and first.isdecimal() and last.isdecimal() and int(first) <= int(last)):
            self.fail(f"“{value}” không phải là khoảng số; viết từ số nhỏ đến số lớn, ví dụ 1-150", param, ctx)  # fmt: skip
        return int(first), int(last)


@click.command("export", options_metavar="[TÙY CHỌN]")
@click.option("--to", "target", required=True, metavar="TỆP",
              type=click.Path(path_type=Path, dir_okay=False),
              help="Tệp sổ; đuôi .docx để in, .xlsx hoặc .csv để mở bằng Excel.")  # fmt: skip
@which
@click.option("--numbers", type=RangeType(), metavar="TỪ-ĐẾN", help="Chỉ các số này, ví dụ 1-150.")
@click.option("--volume", type=click.IntRange(1, 999), default=1, metavar="SỐ",
              help="Quyển số, in ở bìa (mặc định: 1).")  # fmt: skip
@click.option("--force", is_flag=True, help="Ghi đè tệp đã sửa tay (giữ bản sửa thành .bak).")
@workspace_option
@click.pass_context
def export(ctx: click.Context, /, **options: Any) -> None:
    """Ghi sổ đăng ký văn bản đi của một đơn vị ra tệp: 10 cột theo Mục I Phụ lục IV NĐ 30/2020.

    Sổ Word có bìa, A4 nằm ngang, đầu cột lặp lại ở mỗi trang; cột Ngày chuyển, Ký nhận để ghi tay.

    Ví dụ: docgen register export --unit phuong-cau-dat --to so-dang-ky-2025.docx
    """
    from docgen.register.lookup import chosen
    from docgen.write import write

    target: Path = options["target"]
    if target.suffix.lower() not in _ENDINGS:
        raise click.UsageError(f"Tên tệp ở --to phải có đuôi {', '.join(_ENDINGS)}.", ctx)
    root, register = register_of(ctx, options)
    known = register.entries()
    found = chosen(known, asked(ctx, root, options))
    if numbers := options["numbers"]:
        found = [entry for entry in found if numbers[0] <= entry.number <= numbers[1]]
    issuer = _issuer(ctx, found)
    if any((root / entry.order.file).resolve() == target.resolve() for entry in known):
        raise click.UsageError(f"{shown(target)} là văn bản đã cấp số; chọn tên khác cho sổ.", ctx)
    from docgen.register.book import Book

    book = Book(found[0].order.series.year, found, known, options["volume"])
    data = _bytes(root, issuer, book, target.suffix.lower())
    written = write(target, data, force=options["force"])
    click.echo(f"{shown(written.path)} ({written.state})")
    if written.kept:
        click.echo(f"  bản sửa tay được giữ ở {shown(written.kept)}", err=True)
    click.echo(f"{len(found)} văn bản.", err=True)


def _issuer(ctx: click.Context, found: Sequence[Entry]) -> str:
    """Return whose book it is: a book is one office's."""
    issuers = sorted({entry.order.series.issuer for entry in found})
    if not issuers:
        raise click.UsageError("Sổ chưa có văn bản nào như vậy; xem  docgen register list.", ctx)
    if len(issuers) > 1:
        few = ", ".join(issuers[:5]) + ("…" if len(issuers) > 5 else "")
        raise click.UsageError(f"Mỗi cơ quan một sổ: thêm --unit ĐƠN_VỊ. Có: {few}", ctx)
    return issuers[0]


def _bytes(root: Path, issuer: str, book: Book, ending: str) -> bytes:
    """Return the book in the form that the file's ending asks for."""
    if ending == ".csv":
        return book.as_csv()
    from docgen.issue.printed import book_docx, office_name
    from docgen.load.workspace import load_workspace

    workspace = load_workspace(root)
    if ending == ".xlsx":
        from docgen.register.book_sheet import as_xlsx

        return as_xlsx(book, office_name(workspace, issuer, book))
    return book_docx(workspace, issuer, book)
