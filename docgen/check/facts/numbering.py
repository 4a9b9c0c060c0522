"""Automatic numbering: what Word prints before a paragraph, counted in document order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from docgen.check.facts.names import Element, W, is_on, val, whole
from docgen.check.facts.props import Props, paragraph_props, run_props
from docgen.check.facts.styles import Styles

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DEPTHS = range(9)
_LONGEST = 200  # no level of Word's prints more
_PLACE = re.compile(r"%([1-9])")
_SYMBOLS = {"\uf02d": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓"}
_NOTHING: Props = {}
_PRIVATE = re.compile("[\uf000-\uf0ff]")


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None  # the level (from 1) after which it restarts; 0: never
    style: str = ""
    props: Props = _NOTHING
    look: Props = _NOTHING  # of its number


class _List(NamedTuple):
    abstract: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]  # w:startOverride by level


class Numbering:
    """The lists of one document, and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for node in root if root is not None else ():
            if node.tag == W + "abstractNum":
                self._abstract[node.get(W + "abstractNumId", "")] = node
            elif node.tag == W + "num":
                self._nums[node.get(W + "numId", "")] = node

    def level(self, number: str, depth: int) -> Level | None:
        """Return a level of list *number*, or None if there is no such list."""
        found = self._list(number)
        return found.levels.get(depth) if found else None

    def depth_of_style(self, number: str, style: str) -> int:
        """Return the level that belongs to a paragraph style, 0 if none does."""
        found = self._list(number)
        for depth, level in found.levels.items() if found else ():
            if style and level.style == style:
                return depth
        return 0

    def next(self, number: str, depth: int) -> str:
        """Count one paragraph and return what is printed before it."""
        found = self._list(number)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        if depth in found.restarts and (number, depth) not in self._begun:
            counts[depth] = found.restarts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self._begun.add((number, depth))
        for deeper in [key for key in counts if key > depth]:
            after = found.levels[deeper].restart if deeper in found.levels else None
            if after is None or depth < after:
                del counts[deeper]
        return self._printed(found, level, counts)

    @staticmethod
    def _printed(found: _List, level: Level, counts: Mapping[int, int]) -> str:
        if level.format == "none":
            return _PLACE.sub("", level.text)
        if level.format == "bullet":
            text = "".join(_SYMBOLS.get(letter, letter) for letter in level.text)
            return _PRIVATE.sub("•", text)

        def count(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            of = found.levels.get(depth, Level())
            return spell(counts.get(depth, of.start), "decimal" if level.legal else of.format)

        return _PLACE.sub(count, level.text)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> _List | None:
        node = self._nums.get(number)
        if node is None:
            return None
        name = val(node.find(W + "abstractNumId"))
        abstract = self._abstract.get(name)
        link = "" if abstract is None else val(abstract.find(W + "numStyleLink"))
        if link:  # the list is kept by a numbering style
            linked = self._nums.get(self._styles.numbering(link))
            name = val(linked.find(W + "abstractNumId")) if linked is not None else name
            abstract = self._abstract.get(name)
        if abstract is None:
            return None
        levels = {_depth(lvl): _level(lvl) for lvl in abstract.iterfind(W + "lvl")}
        restarts: dict[int, int] = {}
        for override in node.iterfind(W + "lvlOverride"):
            depth = _depth(override)
            own = override.find(W + "lvl")
            if own is not None:
                levels[depth] = _level(own)
            start = whole(val(override.find(W + "startOverride")))
            if start is not None:
                restarts[depth] = start
                levels[depth] = levels.get(depth, Level())._replace(start=start)
        return _List(name, {at: levels[at] for at in _DEPTHS if at in levels}, restarts)


def _depth(node: Element) -> int:
    return whole(node.get(W + "ilvl")) or 0


def _level(node: Element) -> Level:
    start = whole(val(node.find(W + "start")))
    return Level(
        start=0 if start is None else start,
        format=val(node.find(W + "numFmt"), "decimal"),
        text=val(node.find(W + "lvlText"))[:_LONGEST],
        legal=is_on(node.find(W + "isLgl")),
        restart=whole(val(node.find(W + "lvlRestart"))),
        style=val(node.find(W + "pStyle")),
        props=paragraph_props(node.find(W + "pPr")),
        look=run_props(node.find(W + "rPr")),
    )


def spell(number: int, form: str) -> str:
    """Return *number* as ST_NumberFormat *form* writes it."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("upperLetter", "lowerLetter") and 0 < number <= 780:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters
