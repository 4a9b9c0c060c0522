"""Sections: paper, margins, columns, page numbers, and which headers they inherit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from docgen.check.facts.book import Book
from docgen.check.facts.names import Element, R, W, children, is_on, mm, on_off, twips, val, whole
from docgen.check.layout import Section

_LETTER = (12_240.0, 15_840.0)  # what Word takes where a file does not tell
_MARGIN = 1440.0
_GAP = 720.0
_KINDS = ("default", "first", "even")


class Pages(NamedTuple):
    """A section before its blocks are read: its facts, its column, its header parts by kind."""

    section: Section
    column: float
    grid: float
    nodes: tuple[Element, ...]
    headers: dict[str, str]  # kind → relationship id
    footers: dict[str, str]
    props: Element | None = None  # its w:sectPr


def read_pages(body: Element, book: Book) -> Iterator[Pages]:
    """Yield the sections of the body; each inherits the headers of the one before."""
    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    for index, (nodes, props) in enumerate(_split(body)):
        headers = {**headers, **_references(props, "headerReference")}
        footers = {**footers, **_references(props, "footerReference")}
        section = _section(props, book)
        if index == 0:
            section = replace(section, new_page=True)
        column = _column(props, section, gutter_above=book.setting("gutterAtTop"))
        yield Pages(section, column, _grid(props), tuple(nodes), headers, footers, props)


def _split(body: Element) -> Iterator[tuple[list[Element], Element | None]]:
    """Yield the blocks of each section with its w:sectPr: in its last paragraph, or at the end."""
    nodes: list[Element] = []
    last: Element | None = body.find(W + "sectPr")
    ended = False
    for node in children(body, W + "p", W + "tbl"):
        nodes.append(node)
        ended = False
        props = node.find(f"{W}pPr/{W}sectPr") if node.tag == W + "p" else None
        if props is not None:
            yield nodes, props
            nodes, ended = [], True
    if nodes or not ended or last is not None:
        yield nodes, last


def _references(props: Element | None, tag: str) -> dict[str, str]:
    nodes: Iterable[Element] = () if props is None else props.iterfind(W + tag)
    found = {node.get(W + "type", "default"): node.get(R + "id", "") for node in nodes}
    return {kind: key for kind, key in found.items() if kind in _KINDS}


def _child(props: Element | None, tag: str) -> Element | None:
    return None if props is None else props.find(W + tag)


def _measure(node: Element | None, name: str, default: float) -> float:
    found = None if node is None else twips(node.get(W + name))
    return default if found is None else found


def _section(props: Element | None, book: Book) -> Section:
    size, margins, numbers = (_child(props, tag) for tag in ("pgSz", "pgMar", "pgNumType"))
    width, height = (
        _measure(size, name, default) for name, default in zip(("w", "h"), _LETTER, strict=True)
    )
    edge = {
        # a negative margin is one that the header may not push
        name: mm(abs(_measure(margins, name, _MARGIN)))
        for name in ("top", "bottom", "left", "right")
    }
    return Section(
        width_mm=mm(width),
        height_mm=mm(height),
        landscape=width > height,
        top_mm=edge["top"],
        bottom_mm=edge["bottom"],
        left_mm=edge["left"],
        right_mm=edge["right"],
        gutter_mm=mm(_measure(margins, "gutter", 0.0)),
        header_mm=_edge(margins, "header", "top"),
        footer_mm=_edge(margins, "footer", "bottom"),
        title_page=is_on(_child(props, "titlePg")),
        even_and_odd=book.setting("evenAndOddHeaders"),
        mirrored=book.setting("mirrorMargins"),
        number_start=None if numbers is None else whole(numbers.get(W + "start")),
        number_format="decimal" if numbers is None else numbers.get(W + "fmt", "decimal"),
        columns=max(1, _columns(_child(props, "cols"))),
        new_page=val(_child(props, "type"), "nextPage") not in ("continuous", "nextColumn"),
    )


def _edge(margins: Element | None, name: str, margin: str) -> float:
    """Return where the header or footer begins; 0 if the margin is one that it may not push."""
    free = _measure(margins, margin, _MARGIN) >= 0
    return mm(_measure(margins, name, _MARGIN / 2)) if free else 0.0


def _columns(node: Element | None) -> int:
    if node is None:
        return 1
    own = len(node.findall(W + "col"))
    uneven = own and not on_off(node.get(W + "equalWidth", "1"))
    return own if uneven else min(whole(node.get(W + "num")) or 1, 45)


def _column(props: Element | None, section: Section, *, gutter_above: bool) -> float:
    """Return the width of a column of text; of uneven columns, the first."""
    gutter = 0.0 if gutter_above else section.gutter_mm
    text = section.width_mm - section.left_mm - section.right_mm - gutter
    node = _child(props, "cols")
    if node is None or section.columns == 1:
        return max(0.0, round(text, 2))
    first = node.find(W + "col")
    if first is not None and not on_off(node.get(W + "equalWidth", "1")):
        return mm(twips(first.get(W + "w")))
    gap = mm(_measure(node, "space", _GAP))
    return max(0.0, round((text - gap * (section.columns - 1)) / section.columns, 2))


def _grid(props: Element | None) -> float:
    """Return the height of one line of the grid in twips: the unit of spacing in lines."""
    node = _child(props, "docGrid")
    if node is None or node.get(W + "type", "default") == "default":
        return 240.0
    return twips(node.get(W + "linePitch")) or 240.0
