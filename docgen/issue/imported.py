"""A book kept elsewhere, entered whole: every line of it or none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from docgen.errors import Problem
from docgen.issue.paper import Paper, PaperRefusedError, order_for, require_unit
from docgen.load.workspace import Workspace
from docgen.register.book import LINKS
from docgen.register.book_csv import BadBookError, Line, Written, read_book
from docgen.register.enter import Link
from docgen.register.entry import Entry, Order
from docgen.register.errors import GapRefusedError, RowsRefusedError
from docgen.register.store import Register
from docgen.vietnamese.dates import DateError, parse_date
from docgen.vietnamese.document_types import TYPES, type_and_rest

T = TypeVar("T")
_SIGN = re.compile(r"(?:số\b\W*)?(?:(\d{1,6})|[.…_]*)\s*(?:/\s*(.*))?", re.IGNORECASE)
_COPIES = re.compile(r"(\d{1,5})(?:\s*bản)?", re.IGNORECASE)
_LINK = re.compile(rf"({'|'.join(LINKS.values())}) số (\d+)/(\S+)")
_VOID = re.compile(r"(?:^|; )Hủy: (.+)$")
_NAMES = {words: link for link, words in LINKS.items()}


@dataclass(frozen=True, slots=True)
class Imported:
    """The lines as they are in the register now, and the columns that are not in it."""

    entries: list[Entry]
    left_out: list[str]


def import_book(
    workspace: Workspace, register: Register, unit: str, path: Path, *, dry: bool = False
) -> Imported:
    """Enter every line of the CSV file *path*; raise BadBookError and enter none.

    A number that is open there is given, after those that are written. What an export of a register
    says in Ghi chú of void, replaced and corrected documents becomes that again.
    """
    require_unit(workspace, unit)
    book = read_book(path)
    orders, problems = _orders(workspace, book, unit)
    whole = not problems
    linked, links = _linked([order for _, order in orders])
    try:
        entries = register.enter(linked, links, dry=dry or not whole)
    except RowsRefusedError as error:
        for place, one in error.refused:
            if whole or not isinstance(one, GapRefusedError):  # a line that is wrong leaves a gap
                problems.append(book.problem(orders[place][0], one.about, str(one)))
    if problems:
        raise BadBookError(path, sorted(problems, key=lambda one: one.place.line))
    return Imported(entries, book.left_out)


def _orders(
    workspace: Workspace, book: Written, unit: str
) -> tuple[list[tuple[Line, Order]], list[Problem]]:
    """Return the orders of the lines that can be read, and what is wrong with the others."""
    orders: list[tuple[Line, Order]] = []
    problems = list(book.wrong)
    for line in book.lines:
        try:
            orders.append((line, order_for(workspace, _paper(line, unit))))
        except PaperRefusedError as error:
            problems += [book.problem(line, about, words) for about, words in error.faults]
    return orders, problems


def _paper(line: Line, unit: str) -> Paper:
    """Return what a line tells; raise PaperRefusedError with all that cannot be read in it."""
    cells, faults = line.cells, []

    def read(about: str, how: Callable[[str], T], nothing: T) -> T:
        try:
            return how(cells[about])
        except ValueError as error:
            faults.append((about, str(error)))
            return nothing

    nothing: tuple[int | None, str] = (None, "")
    number, notation = read("so_ky_hieu", _sign, nothing)
    day = read("ngay", _day, date.min)
    type_name, subject = read("trich_yeu", _titled, ("", ""))
    copies = read("so_ban", _copies, None)
    if faults:
        raise PaperRefusedError(faults)
    found = _VOID.search(note := cells["ghi_chu"])
    return Paper(
        unit, type_name, subject, day, number, notation, cells["nguoi_ky"],
        recipients=cells["noi_nhan"], archive=cells["ban_luu"], copies=copies,
        note=note[: found.start()] if found else note, void=found[1] if found else "",
    )  # fmt: skip


def _sign(words: str) -> tuple[int | None, str]:
    """Return (7, “QĐ-UBND”) for “07/QĐ-UBND”; without a number for “…/QĐ-UBND” and “QĐ-UBND”."""
    found = _SIGN.fullmatch(words)
    if found:
        number = int(found[1]) if found[1] else None
        if number == 0:
            raise ValueError("không có số 0; số đầu năm là 01.")
        return number, (found[2] or "").strip()
    if words[:1].isalpha() and "/" not in words:
        return None, words
    raise ValueError(f"“{words}” không phải là số, ký hiệu; viết như 07/QĐ-UBND.")


def _day(words: str) -> date:
    try:
        return parse_date(words)
    except DateError as error:
        raise ValueError(f"{error} {error.hint}".strip()) from error


def _titled(words: str) -> tuple[str, str]:
    kind, rest = type_and_rest(words)
    if re.match(r"v\s*/\s*v\b", words, re.IGNORECASE):
        kind, rest = TYPES["cong-van"], words
    if kind is None:
        told = f"“{words}” không bắt đầu bằng tên loại" if words else "ô này để trống"
        raise ValueError(f"{told}; viết như “Quyết định về việc …”, “Công văn về việc …”.")
    return kind.name, rest


def _copies(words: str) -> int | None:
    found = _COPIES.fullmatch(words)
    if words and not found:
        raise ValueError(f"“{words}” không phải là số lượng bản; viết như 05.")
    return int(found[1]) if found else None


def _linked(orders: list[Order]) -> tuple[list[Order], list[Link]]:
    """Return the orders without what Ghi chú says of other lines of the file, and that as links."""
    places = {(order.number, order.notation): place for place, order in enumerate(orders)}
    links: dict[Link, None] = {}
    found = []
    for place, order in enumerate(orders):
        kept = []
        for words in (order.note, order.void):
            parts = [(part, _link(part, place, places)) for part in words.split("; ")]
            links |= {link: None for _, link in parts if link}
            kept.append("; ".join(part for part, link in parts if not link))
        found.append(replace(order, note=kept[0], void=kept[1]))
    return found, list(links)


def _link(part: str, here: int, places: dict[tuple[int | None, str], int]) -> Link | None:
    """Return the link that a remark tells: (what, the later line, the former one)."""
    match = _LINK.fullmatch(part)
    there = places.get((int(match[2]), match[3])) if match else None
    if match is None or there is None:
        return None
    name = _NAMES[match[1]]
    what = "thay_the" if "thay_the" in name else "dinh_chinh"
    return (what, there, here) if name.startswith("duoc") else (what, here, there)
