"""Tables: widths, merged cells, header rows, and which lines are really drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from docgen.check.facts.book import Room
from docgen.check.facts.names import Element, W, children, is_on, mm, on_off, twips, val, whole
from docgen.check.facts.props import borders, is_drawn, is_solid
from docgen.check.facts.styles import Level, Style, Styles, table_level
from docgen.check.layout import Block, Cell, Paragraph, Place, Rule, Table

ReadCell = Callable[[Element, Room], tuple[Block, ...]]
_MARGIN = 115.0  # of a cell, left and right, where nothing is said (17.4.42 of ECMA-376-1)
_LOOK = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_SPAN_LIMIT = 63


class _Frame(NamedTuple):
    """What holds for a whole table."""

    style: Style
    look: dict[str, bool]
    edges: dict[str, str]
    margins: dict[str, float]
    grid: list[float]
    width: float  # mm
    room: Room
    levels: dict[frozenset[str], Level]

    def level(self, conditions: frozenset[str]) -> Level:
        """Return what the style gives a cell of these conditions."""
        if conditions not in self.levels:
            self.levels[conditions] = table_level(self.style, conditions)
        return self.levels[conditions]


class _Spot(NamedTuple):
    """One cell where it stands."""

    node: Element
    row: int
    column: int
    span: int
    edges: dict[str, str]
    level: Level
    width: float
    margins: dict[str, float]
    merged: bool  # goes on from the cell above or before, with nothing of its own


def read_table(node: Element, room: Room, place: Place, styles: Styles, read: ReadCell) -> Table:
    """Return the table of a w:tbl; *read* gives the blocks of a cell."""
    frame = _frame(node, room, styles)
    rows = [row for row in children(node, W + "tr") if row.find(f"{W}trPr/{W}del") is None]
    spots = [_spots(row, index, len(rows), frame) for index, row in enumerate(rows)]
    every = [spot for row in spots for spot in row]
    bordered, single = _is_bordered(every), len(every) == 1
    prefix = place.words
    made: list[tuple[Cell, ...]] = []
    drawn_above: set[int] = set()
    for number, row in enumerate(spots, start=1):
        cells = []
        drawn_below: set[int] = set()
        for index, spot in enumerate(row, start=1):
            where = f"{prefix}, hàng {number}, ô {index}, "
            cell = _cell(spot, frame, where, bordered=bordered, single=single, read=read)
            covered = set(range(spot.column, spot.column + spot.span))
            if not bordered and not covered & drawn_above:
                cell = _with_rule(cell, spot, frame, "top")
            if not bordered:
                cell = _with_rule(cell, spot, frame, "bottom")
            drawn_below |= covered if is_drawn(spot.edges.get("bottom")) else set()
            cells.append(cell)
        drawn_above = drawn_below
        made.append(tuple(cells))
    return Table(tuple(made), bordered, _header_rows(rows), frame.width, place)


def _frame(node: Element, room: Room, styles: Styles) -> _Frame:
    props = node.find(W + "tblPr")
    style = styles.table(val(None if props is None else props.find(W + "tblStyle")))
    edges: dict[str, str] = {}
    margins: dict[str, float] = {}
    for level in (*style.tables, *([] if props is None else [props])):
        edges |= borders(level.find(W + "tblBorders"))
        margins |= _margins(level.find(W + "tblCellMar"))
    grid = [
        min(twips(column.get(W + "w")) or 0.0, 31_680.0)
        for column in node.iterfind(f"{W}tblGrid/{W}gridCol")
    ]
    told = _width(None if props is None else props.find(W + "tblW"), room.column)
    look = _look(None if props is None else props.find(W + "tblLook"))
    return _Frame(style, look, edges, margins, grid, told or mm(sum(grid)), room, {})


def _margins(node: Element | None) -> dict[str, float]:
    found = {}
    for child in node if node is not None else ():
        edge = {"start": "left", "end": "right"}.get(name := child.tag.removeprefix(W), name)
        measure = twips(child.get(W + "w"))
        if measure is not None and child.get(W + "type", "dxa") != "pct":
            found[edge] = measure
    return found


def _width(node: Element | None, whole_mm: float) -> float:
    """Return a w:tblW or w:tcW in millimetres, 0 if it is automatic."""
    if node is None:
        return 0.0
    word = node.get(W + "w", "").strip()
    kind = node.get(W + "type", "dxa")
    if word.endswith("%"):
        return round(whole_mm * (twips(word[:-1]) or 0) / 100, 2)
    if kind == "pct":
        return round(whole_mm * (twips(word) or 0) / 5000, 2)
    return mm(twips(word)) if kind == "dxa" else 0.0


def _look(node: Element | None) -> dict[str, bool]:
    mask = val(node, "04A0" if node is None else "0")
    bits = int(mask, 16) if 0 < len(mask) <= 4 and set(mask) <= set("0123456789abcdefABCDEF") else 0
    found = {}
    for name, bit in _LOOK.items():
        own = None if node is None else node.get(W + name)
        found[name] = bool(bits & bit) if own is None else on_off(own)
    return found


def _spots(row: Element, index: int, rows: int, frame: _Frame) -> list[_Spot]:
    props = row.find(W + "trPr")
    before = None if props is None else whole(val(props.find(W + "gridBefore")))
    column = max(0, min(before or 0, _SPAN_LIMIT))
    own = borders(row.find(f"{W}tblPrEx/{W}tblBorders"))
    nodes = list(children(row, W + "tc"))
    spots = []
    for number, node in enumerate(nodes):
        cell = node.find(W + "tcPr")
        found = None if cell is None else whole(val(cell.find(W + "gridSpan")))
        span = max(1, min(found or 1, _SPAN_LIMIT))
        ends = (index == 0, number == 0, index == rows - 1, number == len(nodes) - 1)
        level = frame.level(_conditions(index, number, ends, frame.look))
        spots.append(
            _Spot(
                node,
                index,
                column,
                span,
                _edges(cell, {**frame.edges, **level.edges, **own}, ends),
                level,
                _cell_width(cell, column, span, len(nodes), frame),
                _margins(None if cell is None else cell.find(W + "tcMar")),
                _is_merged(cell),
            )
        )
        column += span
    return spots


def _conditions(
    row: int, column: int, ends: tuple[bool, bool, bool, bool], look: dict[str, bool]
) -> frozenset[str]:
    """Return which conditional formats of a table style hold for a cell."""
    first_row, first_column, last_row, last_column = (
        end and look[name]
        for end, name in zip(
            ends, ("firstRow", "firstColumn", "lastRow", "lastColumn"), strict=True
        )
    )
    names = {"wholeTable"}
    for holds, name in (
        (first_row, "firstRow"), (last_row, "lastRow"),
        (first_column, "firstCol"), (last_column, "lastCol"),
        (first_row and first_column, "nwCell"), (first_row and last_column, "neCell"),
        (last_row and first_column, "swCell"), (last_row and last_column, "seCell"),
    ):  # fmt: skip
        names |= {name} if holds else set()
    if not look["noHBand"] and not (first_row or last_row):
        names.add("band2Horz" if (row - look["firstRow"]) % 2 else "band1Horz")
    if not look["noVBand"] and not (first_column or last_column):
        names.add("band2Vert" if (column - look["firstColumn"]) % 2 else "band1Vert")
    return frozenset(names)


def _edges(
    cell: Element | None, table: dict[str, str], ends: tuple[bool, bool, bool, bool]
) -> dict[str, str]:
    """Return the line of each edge: the cell's own, else that of the table at its place."""
    found = {}
    for edge, outer, inside in zip(
        ("top", "left", "bottom", "right"), ends, ("insideH", "insideV") * 2, strict=True
    ):
        found[edge] = table.get(edge if outer else inside, "none")
    return found | borders(None if cell is None else cell.find(W + "tcBorders"))


def _cell_width(cell: Element | None, column: int, span: int, cells: int, frame: _Frame) -> float:
    told = _width(None if cell is None else cell.find(W + "tcW"), frame.width)
    grid = mm(sum(frame.grid[column : column + span]))
    return told or grid or round((frame.width or frame.room.column) / cells, 2)


def _is_merged(cell: Element | None) -> bool:
    marks = [None if cell is None else cell.find(W + tag) for tag in ("vMerge", "hMerge")]
    return any(mark is not None and val(mark, "continue") == "continue" for mark in marks)


def _is_bordered(spots: list[_Spot]) -> bool:
    """Whether most of the cells stand between lines."""
    framed = ruled = 0
    for spot in spots:
        drawn = {edge for edge, kind in spot.edges.items() if is_drawn(kind)}
        framed += bool(drawn & {"left", "right"} and drawn & {"top", "bottom"})
        ruled += {"top", "bottom"} <= drawn
    return 2 * max(framed, ruled if len(spots) > 2 else 0) > len(spots)


def _cell(
    spot: _Spot, frame: _Frame, prefix: str, *, bordered: bool, single: bool, read: ReadCell
) -> Cell:
    drawn = [is_drawn(spot.edges.get(edge)) for edge in ("top", "left", "bottom", "right")]
    if spot.merged:
        return Cell((), spot.width, any(drawn), spot.span)
    left, right = (_margin(spot, frame, edge) for edge in ("left", "right"))
    column = max(0.0, round(spot.width - left - right, 2))
    boxed = all(drawn) and (not bordered or single)
    room = frame.room.inner(prefix, column, spot.level, boxed=boxed)
    return Cell(read(spot.node, room), spot.width, any(drawn), spot.span)


def _margin(spot: _Spot, frame: _Frame, edge: str) -> float:
    return mm(spot.margins.get(edge, frame.margins.get(edge, _MARGIN)))


def _with_rule(cell: Cell, spot: _Spot, frame: _Frame, edge: str) -> Cell:
    """Return *cell* with its top or bottom edge as a line, if no side makes it a box."""
    kind = spot.edges.get(edge)
    if not is_drawn(kind) or any(is_drawn(spot.edges.get(side)) for side in ("left", "right")):
        return cell
    at = [i for i, block in enumerate(cell.blocks) if isinstance(block, Paragraph)]
    if not at:
        return cell
    index = at[0] if edge == "top" else at[-1]
    paragraph = cell.blocks[index]
    assert isinstance(paragraph, Paragraph)
    offset = round(-_margin(spot, frame, "left"), 2)
    rule = Rule("cell", spot.width, offset, is_solid(kind or ""), above=edge == "top")
    blocks = list(cell.blocks)
    blocks[index] = replace(paragraph, rules=(*paragraph.rules, rule))
    return replace(cell, blocks=tuple(blocks))


def _header_rows(rows: list[Element]) -> int:
    count = 0
    for row in rows:
        if not is_on(row.find(f"{W}trPr/{W}tblHeader")):
            break
        count += 1
    return count
