"""``docgen register``: look at the outgoing book."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import json_option, workspace_option
from docgen.commands.outcome import echo_table
from docgen.commands.register_add import add_
from docgen.commands.register_change import correct, void
from docgen.commands.register_edit import edit
from docgen.commands.register_export import export
from docgen.commands.register_keep import backup, restore, verify
from docgen.commands.register_told import LABELS, as_json, state
from docgen.commands.registering import NUMBER, asked, register_of, which

if TYPE_CHECKING:
    from docgen.register import Entry
    from docgen.register.book import Known

_WIDEST = 72


@click.group("register", options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH [THAM SỐ]…")
def command() -> None:
    """Sổ đăng ký văn bản đi: ghi thêm, sửa, xem, in, kiểm tra, sao lưu, hủy số, đính chính.

    Số của văn bản docgen lập do docgen issue cấp, của văn bản khác do docgen register add; sổ ở tệp so_dang_ky.sqlite trong thư mục làm việc.
    """


@command.command("list", options_metavar="[TÙY CHỌN]")
@which
@json_option
@workspace_option
@click.pass_context
def list_(ctx: click.Context, /, **options: Any) -> None:
    """Kê các văn bản đã cấp số: số, ngày, tên loại và trích yếu, tình trạng.

    Ví dụ: docgen register list --unit phuong-cau-dat
    """
    from docgen.register.book import Known
    from docgen.register.lookup import chosen

    root, register = register_of(ctx, options)
    entries = register.entries()
    found, known = chosen(entries, asked(ctx, root, options)), Known(entries)
    if options["as_json"]:
        rows = [as_json(entry, known) for entry in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if found:
        echo_table(_table(found, known, whose=not options["unit"]))
    states = Counter(state_ for state_ in (entry.state for entry in found))
    told = ", ".join(f"{count} {name}" for name, count in states.items())
    click.echo(f"{len(found)} văn bản{f': {told}' if told else ''}.", err=True)


def _table(found: Sequence[Entry], known: Known, *, whose: bool) -> list[list[str]]:
    from docgen.register.book import subject
    from docgen.vietnamese.dates import short_date

    head = ["Số, ký hiệu", "Ngày", "Tên loại và trích yếu nội dung", "Tình trạng"]
    rows = [
        [one.sign, short_date(one.order.day), _cut(subject(one)), state(one, known)]
        for one in found
    ]
    if whose:
        head.insert(0, "Đơn vị")
        for row, one in zip(rows, found, strict=True):
            row.insert(0, one.order.unit)
    return [head, *rows]


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


@command.command("show", options_metavar="[TÙY CHỌN]")
@NUMBER
@which
@json_option
@workspace_option
@click.pass_context
def show(ctx: click.Context, /, **options: Any) -> None:
    """Xem mọi điều sổ ghi về một văn bản, cả văn bản mà nó thay thế, đính chính.

    SỐ viết 7 hoặc 07/KH-UBND.

    Ví dụ: docgen register show 07/KH-UBND --unit phuong-cau-dat
    """
    from docgen.register.book import Known
    from docgen.register.lookup import look_up
    from docgen.vietnamese.dates import short_date

    root, register = register_of(ctx, options)
    entries = register.entries()
    entry = look_up(entries, asked(ctx, root, options, options["number"]))
    known = Known(entries)
    told = as_json(entry, known)
    if options["as_json"]:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    told["ngay"] = short_date(entry.order.day)
    told["trang_thai"] = state(entry, known)
    echo_table([(label, str(told[key])) for key, label in LABELS.items() if told[key] not in ("", None)])  # fmt: skip


for one in (add_, verify, export, backup, restore, void, correct, edit):
    command.add_command(one)
