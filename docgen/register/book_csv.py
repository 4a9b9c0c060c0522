"""A book of ten columns that somebody kept in Excel, read line by line; what it means is not asked."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from docgen.errors import InvalidDataError, Place, Problem, near
from docgen.load.source import Source, read_source
from docgen.register.book import COLUMNS
from docgen.vietnamese.letters import fold

NEEDED = ("so_ky_hieu", "ngay", "trich_yeu")
_SHEETS = (".xlsx", ".xls", ".xlsm", ".ods")
_COUNTED = re.compile(r"\(\d+\)")
_PLACES = tuple(COLUMNS)
_BY_PEN = ("ngay_chuyen", "ky_nhan")


class BadBookError(InvalidDataError):
    """Lines of a book are wrong: nothing of it is entered."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.args = (f"{path.name} có {len(problems)} lỗi, chưa ghi dòng nào vào sổ.",)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a book: in which line of the file it begins, its cells by the keys of COLUMNS."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """What a file holds; *wrong* lines are not among its lines.

    *left_out* are the columns with words in them that are not entered.
    """

    path: Path
    lines: list[Line]
    wrong: list[Problem]
    left_out: list[str]

    def problem(self, line: Line, about: str, sentence: str) -> Problem:
        """Return what is wrong in a column of a line; the column is counted as in Excel."""
        place = Place(self.path, line.number, _PLACES.index(about) + 1)
        return Problem(place, "book-line", f"cột “{COLUMNS[about]}”: {sentence}")


def read_book(path: Path) -> Written:
    """Return the lines of a CSV file, by comma or semicolon; raise BadBookError."""
    if path.suffix.lower() in _SHEETS:
        hint = "trong Excel chọn Lưu thành (Save As), kiểu CSV UTF-8, rồi ghi tệp .csv ấy"
        raise BadBookError(path, [_at(path, 1, "docgen đọc sổ ở dạng CSV", hint)])
    source, problems = read_source(path)
    if problems := [problem for problem in problems if not problem.warning]:
        raise BadBookError(path, problems)
    rows = _rows(source)
    if not rows:
        raise BadBookError(path, [_at(path, 1, "tệp không có dòng nào")])
    (first, head), *rest = rows
    keys = _keys(head)
    if found := list(_head_problems(path, first, head, keys)):
        raise BadBookError(path, found)
    rest = [(number, row) for number, row in rest if not _is_head(row)]
    wide = list(_wide(path, rest, len(head)))
    lines = [Line(number, _cells(keys, row)) for number, row in rest if not any(row[len(head) :])]
    return Written(path, lines, wide, list(_left_out(head, keys, [row for _, row in rest])))


def _rows(source: Source) -> list[tuple[int, list[str]]]:
    """Return the lines that are not empty, with the numbers of the lines at which they begin."""
    head = fold(source.lines[0]) if source.lines else ""
    mark = max(",;\t", key=head.count)
    reader = csv.reader(StringIO(source.text), delimiter=mark, strict=True)
    found, start = [], 1
    try:
        for row in reader:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                found.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        hint = "mỗi ô có dấu ngoặc kép ở đầu thì phải có ở cuối; dấu ngoặc kép trong ô thì viết hai lần"
        message = "dấu ngoặc kép từ dòng này không đóng đúng chỗ"
        raise BadBookError(source.path, [_at(source.path, start, message, hint)]) from error
    return found


def _keys(head: Sequence[str]) -> list[str]:
    """Return the key of each column, nothing for one that the book has not."""
    names = {_plain(title): key for key, title in COLUMNS.items()}
    return [names.get(_plain(title), "") for title in head]


def _plain(title: str) -> str:
    return " ".join(fold(title).replace(",", " ").split())


def _head_problems(
    path: Path, line: int, head: Sequence[str], keys: Sequence[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the names of the columns: missing, mistyped, twice."""
    missing = [title for key, title in COLUMNS.items() if key not in keys]
    for place, (title, key) in enumerate(zip(head, keys, strict=True), 1):
        if key and keys.index(key) + 1 != place:
            yield _at(path, line, f"có hai cột “{title}”", "xóa một cột", place)
        elif title and not key and (meant := near(title, missing)):
            message = f"không có cột “{title}” trong sổ. Có phải là “{meant}”?"
            yield _at(path, line, message, "sửa tên cột, hoặc xóa cột này", place)
    for key in NEEDED:
        if key not in keys:
            message = f"thiếu cột “{COLUMNS[key]}”"
            hint = "dòng đầu của tệp là tên cột như docgen register export ghi ra .csv"
            yield _at(path, line, message, hint)


def _wide(path: Path, rows: Sequence[tuple[int, Sequence[str]]], width: int) -> Iterator[Problem]:
    for number, row in rows:
        if any(row[width:]):
            message = f"dòng này có {len(row)} ô, dòng tên cột chỉ có {width}"
            hint = "ô có dấu ngăn cột thì đặt trong ngoặc kép"
            yield _at(path, number, message, hint, width + 1)


def _is_head(row: Sequence[str]) -> bool:
    """Tell of the line (1), (2), … (10) under the names."""
    return all(_COUNTED.fullmatch(cell) for cell in row if cell)


def _cells(keys: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Return the cells by key; an apostrophe that keeps Excel from reckoning goes."""
    plain = [cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell for cell in row]
    known = dict.fromkeys(COLUMNS, "")
    return known | {key: cell for key, cell in zip(keys, plain, strict=False) if key}


def _left_out(
    head: Sequence[str], keys: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[str]:
    for place, (title, key) in enumerate(zip(head, keys, strict=True)):
        told = any(row[place] for row in rows if len(row) > place)
        if told and (not key or key in _BY_PEN):
            yield title or f"cột thứ {place + 1}"


def _at(path: Path, line: int, message: str, hint: str = "", column: int = 1) -> Problem:
    return Problem(Place(path, line, column), "book-file", message, hint)
