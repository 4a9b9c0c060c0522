"""``docgen register add``: documents that docgen did not make take their numbers from the same book."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import DayType, UnitCode, YearType, json_option, workspace_option
from docgen.commands.register_told import tell_entered
from docgen.commands.registering import register_of

if TYPE_CHECKING:
    from docgen.issue.paper import Paper

_FILE = click.Path(path_type=Path)
_SINGLE = {"type_name": "--type", "subject": "--subject", "number": "--number", "notation": "--notation",
           "file": "--file", "corrects": "--corrects", "replaces": "--replaces", "day": "--date",
           "signer": "--signer", "title": "--title", "recipients": "--recipients", "archive": "--archive",
           "copies": "--copies", "note": "--note", "of_year": "--of-year", "reason": "--reason"}  # fmt: skip
_OPTIONS = [
    click.option("--unit", required=True, type=UnitCode(), metavar="ĐƠN_VỊ", help="Mã đơn vị ban hành văn bản."),
    click.option("--type", "type_name", metavar="TÊN_LOẠI", help="Tên loại: “Quyết định”, “Tờ trình”, “Công văn”…"),
    click.option("--subject", metavar="TRÍCH_YẾU", help="Trích yếu nội dung."),
    click.option("--date", "day", type=DayType(), metavar="NGÀY", help="Ngày văn bản (mặc định: hôm nay)."),
    click.option("--number", type=click.IntRange(1, 99999), metavar="SỐ", help="Số đã ghi trên văn bản (mặc định: số kế tiếp)."),
    click.option("--notation", metavar="KÝ_HIỆU",
                 help="Ký hiệu (mặc định: QĐ-UBND… theo tên loại và đơn vị); công văn phải ghi: UBND-VP."),
    click.option("--signer", metavar="HỌ_TÊN", help="Người ký."),
    click.option("--title", metavar="CHỨC_VỤ", help="Chức vụ người ký."),
    click.option("--recipients", metavar="NƠI_NHẬN", help="Nơi nhận, cách nhau bằng dấu chấm phẩy."),
    click.option("--archive", metavar="NƠI_LƯU", help="Đơn vị, người nhận bản lưu (mặc định: VT)."),
    click.option("--copies", type=click.IntRange(0, 99999), metavar="SỐ_BẢN", help="Số lượng bản."),
    click.option("--file", "file", type=_FILE, metavar="TỆP", help="Tệp văn bản đã ký (pdf, docx…), để register verify đối chiếu."),
    click.option("--note", metavar="GHI_CHÚ", help="Cột Ghi chú."),
    click.option("--corrects", metavar="SỐ", help="Công văn này đính chính văn bản số mấy."),
    click.option("--replaces", metavar="SỐ", help="Văn bản này thay thế văn bản số mấy; cần --reason."),
    click.option("--reason", metavar="LÝ_DO", help="Lý do thay thế."),
    click.option("--of-year", type=YearType(), metavar="NĂM", help="Năm của văn bản được đính chính, thay thế."),
    click.option("--from", "source", type=_FILE, metavar="TỆP.csv", help="Ghi nhiều văn bản một lần, từ sổ 10 cột dạng CSV."),
    click.option("-n", "--dry-run", is_flag=True, help="Chỉ cho xem dòng sẽ ghi, không ghi gì."),
    json_option,
    workspace_option,
]  # fmt: skip


def _add(ctx: click.Context, /, **options: Any) -> None:
    """Ghi vào sổ văn bản không do docgen lập; văn bản lấy số kế tiếp của đơn vị, hoặc số đã có.

    Sổ này không dùng cho văn bản mật: văn bản mật đăng ký riêng (khoản 2 Điều 15 NĐ 30/2020).

    Cả một sổ: docgen register add --unit phuong-cau-dat --from so-2025.csv

    Ví dụ: docgen register add --unit phuong-cau-dat --type "Quyết định" --subject "khen thưởng" --date 12/02/2025
    """  # fmt: skip
    from docgen.issue.added import Bound, add, unlike
    from docgen.load.workspace import load_workspace

    root, register = register_of(ctx, options)
    _refuse_mixed(ctx, options)
    workspace, dry, today, notes = load_workspace(root), options["dry_run"], date.today(), []
    if options["source"]:
        from docgen.issue.imported import import_book

        done = import_book(workspace, register, options["unit"], options["source"], today, dry=dry)
        entries, names = done.entries, ", ".join(f"“{one}”" for one in done.left_out)
        notes += [f"không vào sổ: cột {names}."] if names else []
    else:
        words = {key: options[key] or "" for key in ("corrects", "replaces", "reason")}
        bound = Bound(**words, year=options["of_year"])
        entries = [add(workspace, register, _paper(options, today), bound, today, dry=dry)]
        odd = unlike(entries[0], options["file"]) if options["file"] else ""
        notes += [f"{odd}."] if odd else []
    tell_entered(register, entries, options)
    for note in notes:
        click.echo(f"lưu ý: {note}", err=True)


def _refuse_mixed(ctx: click.Context, options: dict[str, Any]) -> None:
    """Refuse options that say one thing twice or only half of it."""
    typed = [word for key, word in _SINGLE.items() if options[key] not in (None, "")]
    if options["source"] and typed:
        raise click.UsageError(f"--from không đi cùng {', '.join(typed)}: mọi điều ghi trong tệp.", ctx)  # fmt: skip
    if not options["source"] and not (options["type_name"] and options["subject"]):
        raise click.UsageError("Cần --type TÊN_LOẠI và --subject TRÍCH_YẾU, hoặc --from TỆP.csv.", ctx)  # fmt: skip
    if bool(options["replaces"]) != bool((options["reason"] or "").strip()):
        raise click.UsageError("--replaces SỐ và --reason LÝ_DO phải đi cùng nhau.", ctx)


def _paper(options: dict[str, Any], today: date) -> Paper:
    from docgen.issue.paper import Paper

    words = {key: options[key] or "" for key in ("type_name", "subject", "notation", "signer", "title", "recipients", "note")}  # fmt: skip
    archive = "VT" if options["archive"] is None else options["archive"]
    return Paper(unit=options["unit"], day=options["day"] or today, number=options["number"],
                 copies=options["copies"], file=options["file"], archive=archive, **words)  # fmt: skip


for option in reversed(_OPTIONS):
    _add = option(_add)
add_ = click.command("add", options_metavar="[TÙY CHỌN]")(click.pass_context(_add))
