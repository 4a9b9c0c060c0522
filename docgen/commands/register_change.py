"""``docgen register void|correct``: what becomes of a number that was given."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from docgen.commands.options import YearType, json_option, workspace_option
from docgen.commands.registering import NUMBER, asked, register_of, which
from docgen.commands.voiding import make_void, take_back, tell


@click.command("void", options_metavar="[TÙY CHỌN]")
@NUMBER
@click.option("--reason", metavar="LÝ_DO", help="Lý do hủy, ghi vào cột Ghi chú.")
@click.option("--undo", is_flag=True, help="Lấy lại số đã hủy nhầm; không cần --reason.")
@click.option("-n", "--dry-run", is_flag=True, help="Chỉ cho xem là văn bản nào, không ghi gì.")
@which
@json_option
@workspace_option
@click.pass_context
def void(ctx: click.Context, /, **options: Any) -> None:
    """Hủy một số đã cấp. Số vẫn tính là đã dùng, không cấp lại cho văn bản khác.

    Hủy văn bản thay thế thì văn bản cũ lại là đã cấp, nếu tệp của nó còn nguyên. Hủy công văn đính chính thì việc đính chính không còn.

    Hủy nhầm thì lấy lại bằng --undo, khi tệp còn nguyên và chưa có văn bản nào thay nó.

    Ví dụ: docgen register void 07/KH-UBND --unit phuong-cau-dat --reason "ký nhầm bản dự thảo"
    """
    from docgen.issue.paper import unfit
    from docgen.register.lookup import ChangeRefusedError, look_up

    reason = " ".join((options["reason"] or "").split()).rstrip(".")
    if options["undo"] and options["reason"] is not None:
        raise click.UsageError("--undo lấy lại số đã hủy, không đi cùng --reason.", ctx)
    if not options["undo"] and not reason:
        raise click.UsageError("Ghi lý do hủy sau --reason, ví dụ  --reason “ký nhầm bản”.", ctx)
    if wrong := unfit("Lý do hủy", reason):
        raise ChangeRefusedError(wrong)
    root, register = register_of(ctx, options)
    known = register.entries()
    entry = look_up(known, asked(ctx, root, options, options["number"]))
    if options["undo"]:
        take_back(root, register, entry, known, options)
    else:
        make_void(root, register, entry, known, options | {"reason": reason})


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
    tell(register.entries(), entry, f"Số {entry.sign} được đính chính bằng số {by.sign}.", options)
