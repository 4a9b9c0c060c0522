"""Ô 1 to 4, 5b, 10 and 11: the block that a document begins with.

It is a layout table as a rule; else paragraphs cut by tabs, a text box, or one line after another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from docgen.check.layout import Paragraph, Rule, Table
from docgen.check.roles.kinds import kind_named
from docgen.check.roles.marks import KINH_GUI, LUU, is_copy, mark
from docgen.check.roles.text import (
    Item,
    columns,
    is_bold,
    is_caps,
    is_data,
    is_empty,
    key,
    lines,
    rule_of,
    rule_under,
)

_NEXT = 4  # paragraphs that a header without a table may begin before its Quốc hiệu
_LONG = 110
_COVER = 16  # lines


class Line(NamedTuple):
    """A line of the header: its side ("left", "right", "" when they are not told) and its row."""

    paragraph: Paragraph
    side: str = ""
    row: int = 0


@dataclass(slots=True)
class Header:
    """What was found. *start* and *end* bound its items; *rest* are lines after it in the table."""

    start: int = 0
    end: int = 0
    table: Table | None = None
    found: dict[str, list[Line]] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    rest: list[Paragraph] = field(default_factory=list)

    def first(self, role: str) -> Paragraph | None:
        return self.found[role][0].paragraph if role in self.found else None

    def all(self, role: str) -> tuple[Paragraph, ...]:
        return tuple(line.paragraph for line in self.found.get(role, []))


def find_header(items: Sequence[Item]) -> Header | None:
    """Find the header of the first document in *items*; a cover before it is passed over."""
    at = anchor(items)
    if at is None:
        return None
    table = items[at].table
    if table is not None:
        header = Header(at, at + 1, table)
        _read(header, _table_lines(table))
        _continue(header, items)
        return header
    start = _start(items, at)
    header = Header(start, start)
    _read(header, _plain_lines(items, header))
    return header


def anchor(items: Sequence[Item]) -> int | None:
    """Return the item that a header stands in: by its Quốc hiệu, a copy's title, its Số."""
    tests: tuple[Callable[[Paragraph], bool], ...] = (
        lambda one: mark(one.text) == "quoc_hieu",
        lambda one: mark(one.text) == "tieu_ngu",
        lambda one: is_copy(one.text),
    )
    for test in tests:
        found = [n for n, item in enumerate(items) if _holds(item, test)]
        if not found:
            continue
        # a cover may bear the Quốc hiệu too: the header is the one with a number
        numbered = [n for n in found if _holds(items[n], lambda one: mark(one.text) == "so")]
        first = found[0]
        covered = numbered and _is_cover(items[first : numbered[0]])
        return numbered[0] if covered else first
    for n, item in enumerate(items[:12]):
        if _holds(item, lambda one: mark(one.text) == "so") and not _data(item):
            return n
    return None


def _is_cover(items: Sequence[Item]) -> bool:
    """Tell whether *items* are a cover: a few short lines, nothing signed."""
    words = [one.text for item in items for one in item.paragraphs if one.text]
    return len(words) < _COVER and not any(
        len(text) > 2 * _LONG or LUU.match(key(text)) for text in words
    )


def _data(item: Item) -> bool:
    return item.table is not None and is_data(item.table)


def _holds(item: Item, test: Callable[[Paragraph], bool]) -> bool:
    if item.table is not None and len(item.table.rows) > 8:
        return False
    pieces = (piece for one in item.paragraphs for line in lines(one) for piece in columns(line))
    return any(test(piece) for piece in pieces)


# lines


def _table_lines(table: Table) -> Iterator[Line]:
    """Yield the lines of a header table; the column of the Quốc hiệu is the right one."""
    own = _own_column(table)
    for number, row in enumerate(table.rows):
        for at, cell in enumerate(row):
            alone = len(row) == 1
            side = "" if alone else "right" if at == _near(own, row) else "left"
            for paragraph in cell.paragraphs:
                for line in lines(paragraph):
                    yield Line(line, side, number)


def _own_column(table: Table) -> int:
    for wanted in ("quoc_hieu", "tieu_ngu", "dia_danh_ngay"):
        for row in table.rows:
            for at, cell in enumerate(row):
                pieces = (line for one in cell.paragraphs for line in lines(one))
                if any(mark(piece.text) == wanted for piece in pieces):
                    # from the right where it is the last: rows may have other columns
                    return -1 if at == len(row) - 1 else at
    return -1


def _near(own: int, row: Sequence[object]) -> int:
    return len(row) - 1 if own == -1 else min(own, len(row) - 1)


def _start(items: Sequence[Item], at: int) -> int:
    """Return where a header without a table begins: a name or two may stand before its anchor."""
    start = at
    for back in range(at - 1, max(at - 1 - 2 * _NEXT, -1), -1):
        one = items[back].paragraph
        if one is None or items[back].section != items[at].section:
            break
        if is_empty(one):
            continue
        if is_title(one) or not (is_caps(one.text) or mark(one.text)) or len(one.text) > _LONG:
            break
        start = back
    return start


def _plain_lines(items: Sequence[Item], header: Header) -> Iterator[Line]:
    """Yield the lines of a header without a table, up to the title, Kính gửi or the text."""
    for number in range(header.start, len(items)):
        one = items[number].paragraph
        if (
            one is None
            or is_title(one)
            or KINH_GUI.match(key(one.text))
            or len(one.raw) > 2 * _LONG
        ):
            return
        pieces = [_unled(columns(line)) for line in lines(one)]
        settled = "so" in header.found or "dia_danh_ngay" in header.found
        if (
            settled
            and not is_empty(one)
            and not any(_belongs(p, header) for row in pieces for p in row)
        ):
            return
        header.end = number + 1
        for row in pieces:
            sides = ("left", *["right"] * (len(row) - 1)) if len(row) > 1 else ("",)
            for side, piece in zip(sides, row, strict=True):
                yield Line(piece, side or ("right" if one.tabs_before else ""), number)


def _unled(pieces: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return two texts side by side without the tab that leads to the first."""
    return pieces[1:] if len(pieces) > 2 and not pieces[0].text else pieces


def _belongs(piece: Paragraph, header: Header) -> bool:
    role = mark(piece.text)
    if role:
        return role not in header.found or role in ("du_thao", "luu_hanh")
    return "vv" in header.found and piece.align == "center" and not is_bold(piece)


def is_title(paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* is a tên loại and no more."""
    words = key(lines(paragraph)[0].text).rstrip(" :0123456789")
    kind = kind_named(words)
    return kind is not None and not kind.copy and len(words) < 30


# reading


def _read(header: Header, stream: Iterator[Line]) -> None:
    last: dict[str, str] = {}
    for line in stream:
        if is_empty(line.paragraph):
            _take_rule(header, line, last.get(line.side, ""))
            continue
        role = mark(line.paragraph.text) or _by_place(header, line)
        if role in ("so", "quoc_hieu", "tieu_ngu", "dia_danh_ngay") and role in header.found:
            role = _by_place(header, line)
        if role == "rest":
            header.rest.append(line.paragraph)
            continue
        header.found.setdefault(role, []).append(line)
        last[line.side] = role
        if line.side == "":
            last["left"] = last["right"] = role
        _take_rule(header, line, role)


def _by_place(header: Header, line: Line) -> str:
    """Return the role of words that do not tell it themselves."""
    found = header.found
    done = "so" in found and ("dia_danh_ngay" in found or "vv" in found)
    if "so" in found and line.side != "right":
        if line.side == "" and (done or is_caps(line.paragraph.text)):
            return "vv" if "vv" in found and not is_caps(line.paragraph.text) else "rest"
        return "vv"
    if line.side == "right":
        return "copy" if is_copy(line.paragraph.text) else "beside"
    if line.side == "" and "dia_danh_ngay" in found:
        return "rest"
    return "name"


def _take_rule(header: Header, line: Line, last: str) -> None:
    """Keep the rule of *line* for the Tiêu ngữ or the issuing body, whichever stands above it."""
    rule = rule_of(line.paragraph)
    if rule is None:
        return
    owner = {"tieu_ngu": "tieu_ngu", "name": "name"}.get(last)
    if owner is not None and rule_under(line.paragraph) is None:
        return  # over the words
    if owner is None and rule.kind == "drawing":  # anchored where Word liked
        owner = "name" if line.side == "left" else "tieu_ngu"
    if owner is not None and owner not in header.rules:
        header.rules[owner] = rule
    elif owner == "name" and last == "name":
        header.rules[owner] = rule  # under the last of the names


def _continue(header: Header, items: Sequence[Item]) -> None:
    """Take Số, the day or V/v from what follows the table where it lacks them."""
    for number in range(header.end, min(header.end + 4, len(items))):
        item = items[number]
        stream = list(_loose(item, number))
        roles = [mark(line.paragraph.text) for line in stream if not is_empty(line.paragraph)]
        wanted = {"so", "dia_danh_ngay", "vv", "do_khan", "do_mat"} - set(header.found)
        if roles and not (set(roles) <= wanted | {""} and roles[0] in wanted):
            return
        if roles and "" in roles and item.table is None:
            return
        if roles:
            _read(header, iter(stream))
            header.end = number + 1


def _loose(item: Item, number: int) -> Iterator[Line]:
    row = 1000 + number
    if item.table is not None:
        if not is_data(item.table):
            yield from (Line(one.paragraph, one.side, row) for one in _table_lines(item.table))
        return
    for one in item.paragraphs:
        for line in lines(one):
            pieces = columns(line)
            for at, piece in enumerate(pieces):
                side = "" if len(pieces) == 1 else "right" if at else "left"
                yield Line(piece, side, row)
