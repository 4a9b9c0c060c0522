"""``docgen register void|correct``: what becomes of a number that was given."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import YearType, json_option, workspace_option
from docgen.commands.registering import NUMBER, as_json, asked, register_of, which

if TYPE_CHECKING:
    from docgen.register import Entry, Register


@click.command("void", options_metavar="[TÙY CHỌN]")
@NUMBER
@click.option("--reason", required=True, metavar="LÝ_DO", help="Lý do hủy, ghi vào cột Ghi chú.")
@which
@json_option
@workspace_option
@click.pass_context
def void(ctx: click.Context, /, **options: Any) -> None:
    """Hủy một số đã cấp. Số vẫn tính là đã dùng, không cấp lại cho văn bản khác.

    Hủy văn bản thay thế thì văn bản cũ lại là đã cấp, nếu tệp của nó còn nguyên.

    Ví dụ: docgen register void 07/KH-UBND --unit phuong-cau-dat --reason "ký nhầm bản dự thảo"
    """
    from docgen.register.lookup import check_void, look_up
    from docgen.register.verify import is_as_issued
    from docgen.write import digest

    reason = " ".join(options["reason"].split()).rstrip(".")
    if not reason:
        raise click.UsageError("Ghi lý do hủy sau --reason, ví dụ  --reason “ký nhầm bản”.", ctx)
    root, register = register_of(ctx, options)
    known = register.entries()
    entry = look_up(known, asked(ctx, root, options, options["number"]))
    former = next((one for one in known if one.id == entry.replaces), None)
    check_void(entry, former)
    whole = bool(former and is_as_issued(root, former, digest))
    kept = entry.reason if entry.state == "đã hủy" else reason
    register.void(entry, kept, former if whole else None)
    _tell(register, entry, f"Đã hủy số {entry.sign}; số này không cấp lại.", options)
    if entry.order.file:
        click.echo(
            f"  Tệp {entry.order.file} giữ nguyên; cấp số lại thì văn bản có số mới.", err=True
        )
    if former:
        _tell_former(register, former, whole=whole)


def _tell_former(register: Register, former: Entry, *, whole: bool) -> None:
    """Tell what became of the document that the void one stood for."""
    now = next(one for one in register.entries() if one.id == former.id)
    if now.state == "đã cấp":
        told = f"Số {now.sign} lại có hiệu lực như trước: văn bản thay thế nó đã hủy."
    elif whole or now.replaced_by:
        told = f"Số {now.sign} vẫn ghi là đã thay thế: đã có văn bản khác đứng thay nó."
    else:
        told = (
            f"Số {now.sign} vẫn ghi là đã thay thế, vì tệp {now.order.file} không còn như khi cấp số. "
            "Lấy lại tệp ấy từ bản sao lưu rồi chạy lại lệnh này, hoặc lập văn bản mới."
        )
    click.echo(f"  {told}", err=True)


@click.command("correct", options_metavar="[TÙY CHỌN]")
@NUMBER
@click.option("--by", "by", required=True, metavar="SỐ", help="Số của công văn đính chính.")
@click.option("--by-year", type=YearType(), metavar="NĂM",
              help="Năm của công văn đính chính (mặc định: năm mới nhất trong sổ).")  # fmt: skip
@which
@json_option
@workspace_option
@click.pass_context
def correct(ctx: click.Context, /, **options: Any) -> None:
    """Ghi rằng một văn bản được đính chính bằng công văn (khoản 3 Điều 18 NĐ 30/2020).

    Đính chính khi sai thể thức, kỹ thuật trình bày, thủ tục. Sai nội dung thì lập văn bản thay thế: docgen issue … --replace "lý do".

    Ví dụ: docgen register correct 07/KH-UBND --by 15/UBND-VP --unit phuong-cau-dat
    """  # fmt: skip
    from docgen.register.lookup import check_correct, look_up

    root, register = register_of(ctx, options)
    known = register.entries()
    one = asked(ctx, root, options, options["number"])
    entry = look_up(known, one)
    letter = replace(one, words=options["by"], unit=one.unit or entry.order.unit,
                     year=options["by_year"], kind="")  # fmt: skip
    by = look_up(known, letter)
    check_correct(entry, by)
    register.correct(entry, by)
    _tell(register, entry, f"Số {entry.sign} được đính chính bằng số {by.sign}.", options)


def _tell(register: Register, entry: Entry, sentence: str, options: dict[str, Any]) -> None:
    """Print what was done, or the line as it is now."""
    if not options["as_json"]:
        click.echo(sentence)
        return
    from docgen.register.book import Known

    entries = register.entries()
    now = next(one for one in entries if one.id == entry.id)
    click.echo(json.dumps(as_json(now, Known(entries)), ensure_ascii=False, indent=1))
