"""The outgoing book for Excel, in which days can be sorted and copies added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from docgen.figures.sheet import Cell, Column, Row, workbook
from docgen.register.book import COLUMNS, TITLE, Book
from docgen.register.entry import Entry

_WIDTHS = (18, 13, 48, 20, 44, 16, 9, 13, 13, 28)
_FIRST_DAY = date(1899, 12, 30)  # of Excel's calendar


def as_xlsx(book: Book, office: str) -> bytes:
    """Return the book as one sheet; words are never formulas."""
    last = book.days[1]
    made = datetime(last.year, last.month, last.day)  # noqa: DTZ001 - Excel knows no zones
    columns = [Column(title, width) for title, width in zip(COLUMNS.values(), _WIDTHS, strict=True)]
    cells = zip(book.entries, book.rows(), strict=True)
    rows = (Row(tuple(_typed(entry, line))) for entry, line in cells)
    return workbook(TITLE, f"{TITLE} năm {book.year}, {office}", columns, rows, made)


def _typed(entry: Entry, line: Sequence[str]) -> Iterator[Cell]:
    for key, words in zip(COLUMNS, line, strict=True):
        if key == "ngay":
            yield Decimal((entry.order.day - _FIRST_DAY).days), "dd/mm/yyyy"
        elif key == "so_ban" and entry.order.copies is not None:
            yield Decimal(entry.order.copies), "00"
        else:
            yield words
