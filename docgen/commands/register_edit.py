"""``docgen register edit``: what was forgotten or mistyped in a line that is in the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import DayType, workspace_option
from docgen.commands.registering import NUMBER, asked, register_of, which

if TYPE_CHECKING:
    from docgen.register import Entry, Order

_NAMES = {
    "day": "ngày",
    "subject": "trích yếu", "signer": "người ký", "title": "chức vụ", "recipients": "nơi nhận",
    "archive": "bản lưu", "copies": "số bản", "note": "ghi chú", "file": "tệp",
}  # fmt: skip
_FIXED = (
    "Số, ký hiệu, tên loại đã vào sổ thì không sửa được: hủy số (docgen register void) rồi ghi lại văn "
    "bản, lấy số khác (docgen register add)."
)


@click.command("edit", options_metavar="[TÙY CHỌN]")
@NUMBER
@click.option("--date", "day", type=DayType(), metavar="NGÀY",
              help="Ngày ghi trên văn bản, khi sổ ghi sai.")  # fmt: skip
@click.option("--subject", metavar="TRÍCH_YẾU", help="Trích yếu nội dung.")
@click.option("--signer", metavar="HỌ_TÊN", help="Người ký.")
@click.option("--title", metavar="CHỨC_VỤ", help="Chức vụ người ký.")
@click.option("--recipients", metavar="NƠI_NHẬN", help="Nơi nhận, cách nhau bằng dấu chấm phẩy.")
@click.option("--archive", metavar="NƠI_LƯU", help="Đơn vị, người nhận bản lưu.")
@click.option("--copies", type=click.IntRange(0, 99999), metavar="SỐ_BẢN", help="Số lượng bản.")
@click.option("--note", metavar="GHI_CHÚ", help="Cột Ghi chú.")
@click.option(
    "--file", type=click.Path(path_type=Path), metavar="TỆP", help="Tệp văn bản đã ký (pdf, docx…)."
)
@click.option("--number", "--notation", "--type", "fixed", hidden=True)
@click.option("-n", "--dry-run", is_flag=True, help="Chỉ cho xem chỗ sẽ sửa, không ghi gì.")
@which
@workspace_option
@click.pass_context
def edit(ctx: click.Context, /, **options: Any) -> None:
    """Sửa điều ghi thiếu, ghi sai trong dòng của văn bản không do docgen lập.

    Văn bản do docgen lập thì chỉ sửa được --note. Số, ký hiệu, tên loại không sửa được: hủy số (docgen register void) rồi ghi lại văn bản (docgen register add).

    Ví dụ: docgen register edit 04/TB-UBND --unit phuong-cau-dat --signer "Nguyễn Văn A" --file da_ky/04-TB.pdf
    """  # fmt: skip
    from docgen.issue.added import unlike
    from docgen.register.book import subject
    from docgen.register.lookup import check_edit, look_up
    from docgen.vietnamese.dates import short_date

    given = _given(ctx, options)
    root, register = register_of(ctx, options)
    known = register.entries()
    entry = look_up(known, asked(ctx, root, options, options["number"]))
    check_edit(entry, given)
    order = _mended(root, entry, given, known)
    changes = list(_changes(entry.order, order))
    if not changes:
        click.echo(f"Số {entry.sign} đã ghi đúng như vậy, không có gì để sửa.")
        return
    register.edit(entry, order, dry=options["dry_run"])
    done = "sẽ sửa" if options["dry_run"] else "đã sửa"
    click.echo(f"{entry.sign} ngày {short_date(order.day)}: {subject(entry)} ({done})")
    for change in changes:
        click.echo(f"  {change}")
    if options["file"] and (odd := unlike(entry, options["file"])):
        click.echo(f"lưu ý: {odd}.", err=True)


def _given(ctx: click.Context, options: dict[str, Any]) -> dict[str, Any]:
    """Return what is to be mended, by its name; raise UsageError for what never is, or for nothing."""
    given = {name: options[name] for name in _NAMES if options[name] is not None}
    if options["fixed"]:
        raise click.UsageError(_FIXED, ctx)
    if not given:
        words = ", ".join(f"--{name}" for name in ("date", *_NAMES) if name != "day")
        raise click.UsageError(f"Ghi điều cần sửa: {words}. {_FIXED}", ctx)
    return given


def _mended(root: Path, entry: Entry, given: dict[str, Any], known: list[Entry]) -> Order:
    """Return the order of *entry* with what is *given*, looked at as ``register add`` does."""
    from docgen.issue.added import refuse_known_file
    from docgen.issue.paper import Paper, order_for, require_unit
    from docgen.load.workspace import load_workspace
    from docgen.register.book import type_name

    workspace, order = load_workspace(root), entry.order
    require_unit(workspace, order.unit)
    told = {"type_name": type_name(entry), "notation": order.notation, "subject": "như trong sổ"}
    if not order.by_hand:  # its note alone is looked at; its type may be the workspace's own
        told |= {"type_name": "Công văn", "notation": "UBND-VP"}
    paper = Paper(unit=order.unit, **({"day": order.day} | told | given))
    new = order_for(workspace, paper, date.today() if "day" in given else order.day)
    refuse_known_file(new, (one for one in known if one.id != entry.id))
    names = [*given, *(["digest"] if "file" in given else [])]
    return replace(order, **{name: getattr(new, name) for name in names})


def _changes(old: Order, new: Order) -> Iterator[str]:
    """Yield what the line says otherwise than before."""
    from docgen.vietnamese.dates import short_date

    for name, label in _NAMES.items():
        then, now = getattr(old, name), getattr(new, name)
        if then != now:
            told = [short_date(one) if name == "day" else one or "" for one in (then, now)]
            yield f"{label}: “{told[0]}” → “{told[1]}”"
        elif name == "file" and old.digest != new.digest:
            yield f"nội dung tệp “{now}” khác trước"
