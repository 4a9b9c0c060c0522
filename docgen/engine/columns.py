"""Columns that a template repeats: ``{%tc for x in xs %}`` … ``{%tc endfor %}``.

What stands between the two cells shares the width that it has in the template, the two included, so
that the table keeps its own. Each cell is marked with the columns it covers; the marks go when the
table is filled. Rows that hold no loop must span the repeated columns, or leave them alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lxml import etree

from docgen.errors import TemplateError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{%-?tc\s+(\w+)")
_ROW_TAG = re.compile(r"\{[{%#]-?tr\s")
_DEEPER = {"for": 1, "if": 1, "endfor": -1, "endif": -1}
_SIGN = '<w:tblGrid><w:gridCol w:w="@'
_GRID = re.compile(rf'{_SIGN}(\d+) ([\d,]+) ([\d,-]+)"/></w:tblGrid>')
_CELL = r'<w:tcW w:w="@{0} (\d+) (\d+) (\d+)" w:type="dxa"/>'
_ROW = ' w:rsidTr="@{0}"'

Region = tuple[int, int]
"""The columns of the template from one tag to the other: the first, and the one after the last."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a template: the columns it covers, and the region that repeats it."""

    element: Any
    start: int
    end: int
    region: Region | None
    tag: bool


def mark(xml: str, name: str) -> str:
    """Return *xml* with the cells of tables that repeat columns marked; other parts unchanged."""
    if not _TAG.search(xml):
        return xml
    root = etree.fromstring(xml.encode("utf-8"))
    for number, table in enumerate(root.iter(f"{W}tbl")):
        rows = [row for row in table.findall(f"{W}tr") if not _ROW_TAG.match(_words(row))]
        cells = [list(_cells(row)) for row in rows]
        regions = sorted({cell.region for row in cells for cell in row if cell.region})
        if regions:
            _check(table, [cell for row in cells for cell in row], regions, name)
            _mark(table, number, cells, regions)
            for row in rows:
                row.set(f"{W}rsidTr", f"@{number}")
    declaration = re.match(r"<\?xml.*?\?>\s*", xml)
    written: str = etree.tostring(root, encoding="unicode")
    return (declaration[0] if declaration else "") + written


def spread(xml: str) -> str:
    """Return *xml* with the grid and the cells of marked tables as wide as they have become.

    Raises ValueError where the rows of one table came out with different numbers of cells.
    """
    while (at := xml.rfind(_SIGN)) >= 0:
        end = _end_of_table(xml, at)
        xml = xml[:at] + _spread(xml[at:end]) + xml[end:]
    return xml


def _words(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t")).strip()


def _cells(row: Any) -> Iterator[_Cell]:
    """Yield the cells of a row; those from a tag that opens to the one that closes are a region."""
    elements = row.findall(f"{W}tc")
    starts = [_number(row, "trPr", "gridBefore", 0)]
    for element in elements:
        starts.append(starts[-1] + _number(element, "tcPr", "gridSpan", 1))
    tags = [found[1] if (found := _TAG.match(_words(one))) else "" for one in elements]
    regions: list[Region | None] = []
    first = depth = 0
    for at, tag in enumerate(tags):
        first = first if depth else at
        depth = max(0, depth + _DEEPER.get(tag, 0))
        regions.append((0, 0) if depth or tag else None)
        if tag and not depth:
            whole = (starts[first], starts[at + 1])
            regions[first:] = [whole] * (at + 1 - first)
    for at, element in enumerate(elements):
        yield _Cell(element, starts[at], starts[at + 1], regions[at], bool(tags[at]))


def _number(element: Any, properties: str, name: str, default: int) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    return default if found is None else int(found.get(f"{W}val"))


def _check(table: Any, cells: list[_Cell], regions: list[Region], name: str) -> None:
    """Refuse a cell that begins or ends in the midst of columns that another row repeats."""
    ends = {(cell.start, cell.end) for cell in cells if not cell.region} | set(regions)
    for first, last in regions:
        if any(first < edge < last for pair in ends for edge in pair):
            where = f"bảng có “{_words(table)[:60]}”"
            message = (
                "có dòng mà mép ô rơi vào giữa các cột lặp ({%tc …%}): ở dòng đó hãy gộp ô cho "
                "phủ cả các cột lặp, hoặc lặp ô giống như các dòng khác"
            )
            raise TemplateError(name, where, message)


def _mark(table: Any, number: int, cells: list[list[_Cell]], regions: list[Region]) -> None:
    widths = _widths(table, [cell for row in cells for cell in row])
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        grid = etree.Element(f"{W}tblGrid")
        table.insert(1 if table.find(f"{W}tblPr") is not None else 0, grid)
    for column in list(grid):
        grid.remove(column)
    told = f"@{number} {','.join(map(str, widths))} {','.join(f'{a}-{b}' for a, b in regions)}"
    etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", told)
    for cell in (cell for row in cells for cell in row if not cell.tag):
        start, end = cell.region or (cell.start, cell.end)
        own = cell.end - cell.start if cell.region else 0
        _set_width(cell.element, f"@{number} {start} {end} {own}")


def _widths(table: Any, cells: list[_Cell]) -> list[int]:
    """Return the widths of the columns in twips; where the grid is too short, what cells say."""
    columns = table.iterfind(f"{W}tblGrid/{W}gridCol")
    widths = [int(float(column.get(f"{W}w") or 0)) for column in columns]
    for cell in cells:
        missing = cell.end - len(widths)
        if missing > 0:
            said = cell.element.find(f"{W}tcPr/{W}tcW")
            width = int(float(said.get(f"{W}w"))) if said is not None else 0
            widths += [width // missing] * missing
    return widths


def _set_width(cell: Any, told: str) -> None:
    """Write a cell's width as the schema orders it; its span is written when it is known."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    for name in ("tcW", "gridSpan"):
        for old in properties.findall(f"{W}{name}"):
            properties.remove(old)
    width = etree.Element(f"{W}tcW")
    width.set(f"{W}w", told)
    width.set(f"{W}type", "dxa")
    properties.insert(len(properties.findall(f"{W}cnfStyle")), width)


def _end_of_table(xml: str, start: int) -> int:
    """Return where the table ends that is open at *start*."""
    depth = 1
    for found in re.compile(r"<(/?)w:tbl>").finditer(xml, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return len(xml)


def _spread(table: str) -> str:
    """Return a table from its grid on, its marks turned into widths and spans."""
    found = _GRID.match(table)
    assert found, "mark() wrote it"
    cell = re.compile(_CELL.format(found[1]))
    _, *rows = table[found.end() :].split(_ROW.format(found[1]))
    spans: dict[Region, int] = {}
    for told in found[3].split(","):
        first, last = map(int, told.split("-"))
        spans[first, last] = _repeated(rows, cell, first)
    widths, index = _columns([int(width) for width in found[2].split(",")], spans)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    before = table[found.end() :].split(_ROW.format(found[1]), maxsplit=1)[0]
    told_rows = [_row(row, cell, widths, index) for row in rows]
    return f"<w:tblGrid>{grid}</w:tblGrid>{before}{''.join(told_rows)}"


def _repeated(rows: Sequence[str], cell: re.Pattern[str], start: int) -> int:
    """Return how many columns a region has become: the same in each row that repeats it."""
    counts = set()
    for row in rows:
        cells = [tuple(map(int, one.groups())) for one in cell.finditer(row)]
        if not any(first <= start < last for first, last, own in cells if not own):
            counts.add(sum(own for first, _, own in cells if first == start))
    if len(counts) > 1:
        told = ", ".join(map(str, sorted(counts)))
        raise ValueError(f"các dòng của một bảng lặp ra số ô khác nhau ({told})")
    return counts.pop() if counts else 0


def _columns(widths: list[int], spans: dict[Region, int]) -> tuple[list[int], dict[int, int]]:
    """Return the widths of the columns, and at which of them each of the template now begins.

    Columns that are repeated not once leave their width to the one before them.
    """
    inside = {at for first, last in spans for at in range(first, last)}
    repeated = {first: (last, count) for (first, last), count in spans.items()}
    found: list[int] = []
    index = {}
    for at, width in enumerate(widths):
        index[at] = len(found)
        if at in repeated:
            last, count = repeated[at]
            whole = sum(widths[at:last])
            if count:
                edges = [whole * part // count for part in range(count + 1)]
                found += [right - left for left, right in pairwise(edges)]
            elif found:
                found[-1] += whole
        elif at not in inside:
            found.append(width)
    index[len(widths)] = len(found)
    return found, index


def _row(row: str, cell: re.Pattern[str], widths: list[int], index: dict[int, int]) -> str:
    """Return one row, each of its cells as wide as the columns that it now covers."""
    reached: dict[int, int] = {}

    def put(one: re.Match[str]) -> str:
        start, end, own = map(int, one.groups())
        first = reached.get(start, index[start]) if own else index[start]
        last = first + own if own else index[end]
        if own:
            reached[start] = last
        span = f'<w:gridSpan w:val="{last - first}"/>' if last - first > 1 else ""
        return f'<w:tcW w:w="{sum(widths[first:last])}" w:type="dxa"/>{span}'

    return cell.sub(put, row)
