"""Options of every command that makes documents: of which units and year, where to, how told."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.commands.options import UnitCode, YearType, json_option, workspace_option
from docgen.commands.pressing import archive_option

UNITS = click.option(
    "--unit", "units", multiple=True, type=UnitCode(), metavar="ĐƠN_VỊ",
    help="Mã đơn vị (tên tệp trong data/don_vi/); viết lại được nhiều lần.",
)  # fmt: skip
YEAR = click.option(
    "--year", type=YearType(), metavar="NĂM", help="Năm (mặc định: theo docgen.yaml)."
)
OUT = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), metavar="THƯ_MỤC",
    help="Thư mục kết quả (mặc định: out/).",
)  # fmt: skip
OUTPUT = [
    OUT,
    click.option("-j", "--jobs", type=click.IntRange(1, 64), metavar="SỐ",
                 help="Số tiến trình làm cùng lúc, nhiều nhất bằng số bộ xử lý (mặc định: tự chọn theo số văn bản)."),
    click.option("-n", "--dry-run", is_flag=True, help="Làm thử, không ghi tệp nào."),
    click.option("--pdf", is_flag=True, help="Xuất thêm PDF cạnh mỗi văn bản Word."),
    archive_option,
    click.option("--force", is_flag=True,
                 help="Ghi đè tệp đã sửa tay (giữ bản sửa thành .bak)."),
    click.option("-q", "--quiet", is_flag=True, help="Chỉ in lỗi."),
    click.option("-v", "--verbose", is_flag=True, help="In thêm chi tiết: ngày dùng để tính, chỗ trống, nơi bỏ qua."),
    json_option,
    workspace_option,
]  # fmt: skip
