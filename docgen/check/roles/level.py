"""Whether ô 3 and ô 4 stand on one line (điểm c khoản 4 Mục II Phần I Phụ lục I NĐ 30/2020)."""

from __future__ import annotations

import math

from docgen.check.layout import Paragraph, Table
from docgen.check.roles.header import Header
from docgen.check.roles.text import lines
from docgen.vietnamese.widths import width_mm

_SINGLE = 1.15  # Times New Roman
_CELL_PADDING_MM = 3.8


def same_row(header: Header) -> bool | None:
    """Tell whether Số and the day are level; None if there are not both or it is too near to tell."""
    if "so" not in header.found or "dia_danh_ngay" not in header.found:
        return None
    so, day = header.found["so"][0], header.found["dia_danh_ngay"][0]
    if so.row != day.row or so.side == day.side:
        return False
    if header.table is None or so.row >= len(header.table.rows):
        return True
    tops = [_top(header.table, so.row, one.paragraph) for one in (so, day)]
    if tops[0] is None or tops[1] is None:
        return None
    apart = abs(tops[0] - tops[1])
    return True if apart <= 8 else None if apart <= 20 else False  # about one line


def _top(table: Table, row: int, wanted: Paragraph) -> float | None:
    """Return how many points below the top of its row the paragraph begins."""
    for cell in table.rows[row]:
        height = 0.0
        for paragraph in cell.paragraphs:
            height += paragraph.before_pt
            for piece in lines(paragraph):
                if piece == wanted:
                    return height
                height += _height(piece, cell.width_mm)
            height += paragraph.after_pt
    return None


def _height(paragraph: Paragraph, width: float) -> float:
    points = max((run.size_pt for run in paragraph.visible if not run.raised), default=0.0)
    if not points:
        points = 14.0 if not paragraph.rules and not paragraph.visible else 13.0
    single = paragraph.line * _SINGLE * points
    one = single if paragraph.line_rule == "auto" else paragraph.line
    free = (width or paragraph.column_mm) - _CELL_PADDING_MM
    words = width_mm(paragraph.text, points, bold=any(run.bold for run in paragraph.runs))
    full = max(1, math.ceil(words / free)) if free > 0 else 1
    return one * full
