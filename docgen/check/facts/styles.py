"""The cascade: document defaults, table style, paragraph style, character style, direct."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from docgen.check.facts.names import Element, W, on_off, val
from docgen.check.facts.props import TOGGLES, Props, borders, merge, paragraph_props, run_props

_CONDITIONS = (  # from the weakest to the strongest (17.7.6 of ECMA-376-1)
    "wholeTable", "band1Vert", "band2Vert", "band1Horz", "band2Horz", "lastCol", "firstCol",
    "lastRow", "firstRow", "neCell", "nwCell", "seCell", "swCell",
)  # fmt: skip


@dataclass
class Style:
    """One style with its chain already merged in. *cells* are the conditional formats of a table."""

    id: str = ""
    name: str = "Normal"
    paragraph: Props = field(default_factory=dict)
    run: Props = field(default_factory=dict)
    levels: tuple[tuple[str, Props], ...] = ()  # (style id, own w:pPr), base first
    tables: tuple[Element, ...] = ()  # w:tblPr of the chain, base first
    cells: dict[str, tuple[Props, Props, dict[str, str]]] = field(default_factory=dict)


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element | None) -> None:
        self._nodes: dict[tuple[str, str], Element] = {}
        self._made: dict[tuple[str, str], Style] = {}
        self._default: dict[str, str] = {}
        self.default_run: Props = {}
        self.default_paragraph: Props = {}
        if root is None:
            return
        for node in root.iter(W + "style"):
            key = (node.get(W + "type", "paragraph"), node.get(W + "styleId", ""))
            self._nodes.setdefault(key, node)
            if on_off(node.get(W + "default")):
                self._default[key[0]] = key[1]
        self.default_run = run_props(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self.default_paragraph = paragraph_props(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))

    def paragraph(self, style_id: str) -> Style:
        """Return a paragraph style; a missing one is the default style, as in Word."""
        if ("paragraph", style_id) in self._nodes:
            return self._style("paragraph", style_id)
        return self._style("paragraph", self._default.get("paragraph", "Normal"))

    def character(self, style_id: str) -> Style:
        """Return a character style; a missing one says nothing."""
        return self._style("character", style_id)

    def table(self, style_id: str) -> Style:
        """Return a table style, or the default one."""
        if ("table", style_id) in self._nodes:
            return self._style("table", style_id)
        return self._style("table", self._default.get("table", ""))

    def numbering(self, style_id: str) -> str:
        """Return the w:numId that a numbering style stands for."""
        node = self._nodes.get(("numbering", style_id))
        return "" if node is None else val(node.find(f"{W}pPr/{W}numPr/{W}numId"))

    def _style(self, kind: str, style_id: str) -> Style:
        key = (kind, style_id)
        if key not in self._made:
            style = Style(style_id, name=style_id or "Normal")
            for node in self._chain(kind, style_id):
                _lay(style, node)
            self._made[key] = style
        return self._made[key]

    def _chain(self, kind: str, style_id: str) -> list[Element]:
        """Return the style and what it is based on, base first; a circle is cut."""
        chain: list[Element] = []
        seen: set[str] = set()
        while style_id not in seen and len(seen) < 100:
            seen.add(style_id)
            node = self._nodes.get((kind, style_id))
            if node is None:
                break
            chain.append(node)
            style_id = val(node.find(W + "basedOn"))
        return chain[::-1]


def _lay(style: Style, node: Element) -> None:
    """Lay one style of a chain over what lies below."""
    style.name = val(node.find(W + "name"), style.name)
    own = paragraph_props(node.find(W + "pPr"))
    style.paragraph = merge(style.paragraph, own)
    style.run = merge(style.run, run_props(node.find(W + "rPr")))
    style.levels = (*style.levels, (node.get(W + "styleId", ""), own))
    table = node.find(W + "tblPr")
    if table is not None:
        style.tables = (*style.tables, table)
    for part in node.iterfind(W + "tblStylePr"):
        name = part.get(W + "type", "")
        below = style.cells.get(name, ({}, {}, {}))
        style.cells[name] = (
            merge(below[0], paragraph_props(part.find(W + "pPr"))),
            merge(below[1], run_props(part.find(W + "rPr"))),
            {**below[2], **borders(part.find(f"{W}tcPr/{W}tcBorders"))},
        )


class Level(NamedTuple):
    """What a table style gives the paragraphs and runs of one cell."""

    paragraph: Props
    run: Props
    edges: dict[str, str]


def table_level(style: Style, conditions: Iterable[str]) -> Level:
    """Return the formatting of a table style where *conditions* hold."""
    holding = [name for name in _CONDITIONS if name in conditions and name in style.cells]
    parts = [style.cells[name] for name in holding]
    return Level(
        merge(style.paragraph, *(part[0] for part in parts)),
        merge(style.run, *(part[1] for part in parts)),
        merge(*(part[2] for part in parts)),
    )


def effective_run(defaults: Props, table: Props, para: Props, char: Props, direct: Props) -> Props:
    """Return what a run looks like after all levels; toggles are told apart by XOR."""
    props = {**defaults, **table, **para, **char, **direct}
    for name in TOGGLES:
        if name not in direct and not defaults.get(name):
            odd = sum(bool(level.get(name)) for level in (table, para, char)) % 2
            props[name] = bool(odd)
        elif name not in direct:
            props[name] = True
    return props
