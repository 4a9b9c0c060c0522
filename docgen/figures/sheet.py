"""A plain sheet for Excel: a frozen head, widths, number formats; words are never formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

Cell = str | int | None | tuple[Decimal | str, str]
"""Words, a whole number, nothing, or a value with its number format."""
_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
_LONGEST = 32_000  # Excel takes 32,767 characters in a cell


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column and its width in characters."""

    title: str
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; a sum is bold."""

    cells: tuple[Cell, ...]
    bold: bool = False


def workbook(
    title: str, heading: str, columns: Sequence[Column], rows: Iterable[Row], made: datetime
) -> bytes:
    """Return an .xlsx of one sheet; *made* is what its properties say, never the clock."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": heading, "created": made})
    sheet: Any = book.add_worksheet(title)
    head = book.add_format({**_FONT, "bold": True, "border": 1, "align": "center"})
    sheet.write_string(0, 0, heading, book.add_format({**_FONT, "bold": True, "text_wrap": False}))
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(1, at, column.title, head)
    last = _fill(book, sheet, rows)
    sheet.freeze_panes(2, 1)
    sheet.autofilter(1, 0, last, len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    book.close()
    return out.getvalue()


def _fill(book: Any, sheet: Any, rows: Iterable[Row]) -> int:
    """Write the rows under the head and return the last one's place."""
    formats: dict[tuple[bool, str], Any] = {}
    last = 1
    for last, row in enumerate(rows, start=2):
        for at, cell in enumerate(row.cells):
            value, shape = cell if isinstance(cell, tuple) else (cell, "")
            if (row.bold, shape) not in formats:
                look = {**_FONT, "border": 1, "bold": row.bold, "num_format": shape or "General"}
                formats[row.bold, shape] = book.add_format(look)
            _write(sheet, last, at, value, formats[row.bold, shape])
    return last


def _write(sheet: Any, row: int, at: int, value: Decimal | str | int | None, look: Any) -> None:
    if isinstance(value, (int, Decimal)):
        sheet.write_number(row, at, value, look)
    elif value:
        sheet.write_string(row, at, value[:_LONGEST], look)
    else:
        sheet.write_blank(row, at, None, look)
