"""A book kept elsewhere, entered whole: every line of it or none."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from docgen.errors import Problem
from docgen.issue.added import refuse_lost
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
_SIGN = re.compile(r"(?:số\b\W*)?(?:(\d+)|[.…_]*)\s*(?:/\s*(.*))?", re.IGNORECASE)
_COPIES = re.compile(r"(\d+)(?:\s*bản)?", re.IGNORECASE)
_LINK = re.compile(rf"({'|'.join(LINKS.values())}) số (\d{{1,5}})/(\S+)")
_VOID = re.compile(r"(?:^|; )Hủy: (.+)$")
_DIGITS = 5
_NAMES = {words: link for link, words in LINKS.items()}


@dataclass(frozen=True, slots=True)
class Imported:
    """The lines as they are in the register now, and the columns that are not in it."""

    entries: list[Entry]
    left_out: list[str]


def import_book(
    workspace: Workspace,
    register: Register,
    unit: str,
    path: Path,
    today: date,
    *,
    dry: bool = False,
) -> Imported:
    """Enter every line of the CSV file *path*; raise BadBookError and enter none.

    A number that is open there is given, after those that are written. What Ghi chú of an export
    says of void, replaced and corrected documents becomes that again, of lines that are here already too.
    """
    require_unit(workspace, unit)
    book = read_book(path)
    orders, problems = _orders(workspace, book, unit, today)
    refuse_lost(workspace, unit, [order for _, order in orders])
    whole = not problems
    known = [entry for entry in register.entries() if entry.order.unit == unit]
    linked, links = _linked([order for _, order in orders], known)
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
    workspace: Workspace, book: Written, unit: str, today: date
) -> tuple[list[tuple[Line, Order]], list[Problem]]:
    """Return the orders of the lines that can be read, and what is wrong with the others."""
    orders: list[tuple[Line, Order]] = []
    problems = list(book.wrong)
    for line in book.lines:
        try:
            orders.append((line, order_for(workspace, _paper(line, unit), today)))
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
        number = _whole(found[1]) if found[1] else None
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
    return _whole(found[1]) if found else None


def _whole(digits: str) -> int:
    """Return a number that is not of a length that nobody means."""
    digits = digits.lstrip("0") or "0"
    if len(digits) > _DIGITS:
        raise ValueError(f"số lớn nhất ghi được là {'9' * _DIGITS}.")
    return int(digits)


def _linked(orders: list[Order], known: list[Entry]) -> tuple[list[Order], list[Link]]:
    """Return the orders without what Ghi chú says of other lines, and that as links."""
    named: dict[tuple[int | None, str], list[tuple[date, int | Entry]]] = {}
    for place, order in enumerate(orders):
        named.setdefault((order.number, order.notation), []).append((order.day, place))
    for entry in known:
        named.setdefault((entry.number, entry.order.notation), []).append((entry.order.day, entry))
    notes: list[Link] = []
    voids: list[Link] = []
    found = []
    for place, order in enumerate(orders):
        void, *tail = order.void.split("; ")
        # behind the reason of a void line nothing but its corrections is told, and those last
        while tail and (link := _link(tail[-1], place, order.day, named)):
            if link.what != "dinh_chinh" or link.former != place:
                break
            voids.append(link)
            tail.pop()
        parts = [(part, _link(part, place, order.day, named)) for part in order.note.split("; ")]
        notes += [link for _, link in parts if link]
        note = "; ".join(part for part, link in parts if not link)
        found.append(replace(order, note=note, void="; ".join([void, *tail])))
    return found, list(dict.fromkeys(voids + notes))


def _link(
    part: str,
    here: int,
    day: date,
    named: Mapping[tuple[int | None, str], list[tuple[date, int | Entry]]],
) -> Link | None:
    """Return the link that a remark of the line *here* tells.

    Of lines of several years that bear the number it is the nearest on the right side of *day*.
    """
    match = _LINK.fullmatch(part)
    if match is None:
        return None
    name = _NAMES[match[1]]
    later = name.startswith("duoc")
    among = [
        (abs((other - day).days), isinstance(there, Entry), there)
        for other, there in named.get((int(match[2]), match[3]), [])
        if there != here and (other >= day if later else other <= day)
    ]
    if not among:
        return None
    there = min(among, key=lambda one: one[:2])[2]
    by, former = (there, here) if later else (here, there)
    return Link("thay_the" if "thay_the" in name else "dinh_chinh", by, former, told=here)
