"""A paragraph with its effective formatting."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from docgen.check.facts.book import Book, Room, normal_size
from docgen.check.facts.drawings import Hook, read_drawings
from docgen.check.facts.lines import Span, border_rules, is_box, typed_rules
from docgen.check.facts.names import Element, W, mm, twips
from docgen.check.facts.props import Props, merge, paragraph_props, run_props
from docgen.check.facts.runs import RunReader, Words
from docgen.check.facts.styles import Style
from docgen.check.facts.vml import Box
from docgen.check.layout import Paragraph, Place, Run

_ALIGN = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "both", "distribute": "both", "thaiDistribute": "both", "lowKashida": "both",
    "mediumKashida": "both", "highKashida": "both",
}  # fmt: skip
_AUTOMATIC = 14.0  # w:beforeAutospacing, in points
_LEADING = re.compile(r"[ \t\u00a0\u2002\u2003]+")
_STRUCK = (W + "del", W + "moveFrom")
_MIDDLE = 5.0  # how far from the middle of its column a centring tab may stand, mm


class Draft(NamedTuple):
    """A paragraph before its neighbours are known. *gone*: struck out with its mark."""

    paragraph: Paragraph
    style: str
    props: Props
    boxes: tuple[Box, ...] = ()
    gone: bool = False


class ParagraphReader:
    """Reads the paragraphs of one story."""

    def __init__(self, book: Book, runs: RunReader) -> None:
        self._book = book
        self._runs = runs
        self._letter = normal_size(book) / 5  # twips per hundredth of a letter

    def read(self, node: Element, room: Room, place: Place) -> Draft:
        """Return the paragraph of a w:p."""
        self._book.count()
        self._book.nodes[place] = node
        marks = node.find(W + "pPr")
        direct = paragraph_props(marks)
        style = self._book.styles.paragraph(direct.get("pStyle", ""))
        words = self._runs.read(node, room.level.run, style.run)
        number, depth = self._list(direct, style)
        props = self._effective(direct, style, room, number, depth)
        gone = _is_struck(marks) and not any(not run.deleted for run in words.runs)
        printed = self._book.numbering.next(number, depth) if number and not gone else ""
        named = {
            "number": printed,
            "style": style.name,
            "mark": self._mark(marks, number, depth, printed),
        }
        paragraph, boxes = self._build(words, props, room, place, named)
        return Draft(paragraph, style.id, props, boxes, gone)

    def _mark(self, marks: Element | None, number: str, depth: int, printed: str) -> Run | None:
        """Return how the automatic number looks: as the mark of its paragraph, then as its list says."""
        level = self._book.numbering.level(number, depth) if printed.strip() else None
        if level is None:
            return None
        own = run_props(None if marks is None else marks.find(W + "rPr"))
        own.pop("vanish", None)  # hides the mark alone
        return self._runs.mark(printed, {**own, **level.look})

    def _list(self, direct: Props, style: Style) -> tuple[str, int]:
        """Return the list that numbers the paragraph and its level; "" for none."""
        own = style.paragraph
        number = str(direct.get("numId", own.get("numId", "0")))
        depth: int | None = direct.get("ilvl", own.get("ilvl"))
        if depth is None:
            depth = self._book.numbering.depth_of_style(number, style.id)
        return ("" if number == "0" else number), depth

    def _effective(self, direct: Props, style: Style, room: Room, number: str, depth: int) -> Props:
        """Lay the levels over each other; a list's indents lie just below what names the list."""
        level = self._book.numbering.level(number, depth) if number else None
        listed = level.props if level else {}
        below = (self._book.styles.default_paragraph, room.level.paragraph)
        if not listed:
            return merge(*below, style.paragraph, direct)
        if "numId" in direct:
            return merge(*below, style.paragraph, listed, direct)
        own = [props for _, props in style.levels]
        at = max(
            (i for i, props in enumerate(own) if "numId" in props or "ilvl" in props), default=0
        )
        return merge(*below, *own[:at], listed, *own[at:], direct)

    def _build(
        self, words: Words, props: Props, room: Room, place: Place, named: dict[str, Any]
    ) -> tuple[Paragraph, tuple[Box, ...]]:
        span, tabs = self._span(words, props, room)
        frame, edges = props.get("frame"), props.get("pBdr", {})
        drawn, boxes = read_drawings(words.drawings, Hook(room.column, room.page_left))
        typed = typed_rules(words.runs, props.get("tabs", {}), span, self._book.tab_step)
        line, kind = props.get("line", (240.0, "auto"))
        paragraph = Paragraph(
            runs=tuple(words.runs),
            align=span.align,
            left_mm=span.left,
            right_mm=span.right,
            first_line_mm=span.first,
            before_pt=self._spacing(props, "before", room),
            after_pt=self._spacing(props, "after", room),
            line=round(line / 240, 3) if kind == "auto" else round(line / 20, 2),
            line_rule=kind if kind in ("exact", "atLeast") else "auto",
            rules=(*border_rules(edges, span), *typed, *drawn),
            tabs_before=tabs,
            boxed=room.boxed or bool(frame) or is_box(edges),
            page_break=props.get("pageBreakBefore", False),
            stops=_stops(props),
            aside_mm=_aside(frame, room) if frame else room.aside,
            column_mm=span.column,
            place=place,
            **named,
        )
        return paragraph, tuple(boxes)

    def _span(self, words: Words, props: Props, room: Room) -> tuple[Span, int]:
        """Return where the text stands, and how many tabs or blanks stand for an indent."""
        frame = props.get("frame", {})
        align = _ALIGN.get(props.get("jc", "left"), "left")
        if frame and "w" not in frame:  # a frame as wide as its words stands where it is put
            align = _ALIGN.get(frame.get("xAlign", ""), align)
        column = mm(twips(frame.get("w"))) or room.column
        tabs = _tabs_before(words)
        if words.centered or (tabs == 1 and _tabbed_to_middle(words, props, column)):
            align, tabs = "center", 0
        left, right, first = self._indents(props)
        return Span(column, left, right, first, align), tabs

    def _indents(self, props: Props) -> tuple[float, float, float]:
        """Return left, right and first line; a measure in letters outweighs one in points."""
        found = []
        for key in ("left", "right", "first"):
            letters = props.get(key + "Chars")
            found.append(mm(letters * self._letter if letters else props.get(key)))
        return found[0], found[1], found[2]

    @staticmethod
    def _spacing(props: Props, edge: str, room: Room) -> float:
        if props.get(edge + "Auto"):
            return _AUTOMATIC
        lines = props.get(edge + "Lines")
        measure: float = lines * room.grid / 100 if lines else props.get(edge, 0.0)
        return round(measure / 20, 2)


def _is_struck(marks: Element | None) -> bool:
    """Whether the mark that ends the paragraph is deleted or moved away by a tracked change."""
    look = None if marks is None else marks.find(W + "rPr")
    return look is not None and any(child.tag in _STRUCK for child in look)


def _text(words: Words) -> str:
    """Return the words, a sign for a field that nobody has computed yet."""
    shown = (run for run in words.runs if not run.deleted and not run.hidden)
    return "".join(run.text or "0" * bool(run.field) for run in shown)


def _tabs_before(words: Words) -> int:
    """Return how many tabs or runs of blanks stand before the first word."""
    text = _text(words)
    found = _LEADING.match(text)
    if not found or found.end() == len(text):
        return 0
    blanks = found[0]
    return blanks.count("\t") + len(re.findall(r"[^\t]{2,}", blanks))


def _stops(props: Props) -> tuple[str, ...]:
    """Return the kinds of the tab stops from left to right."""
    kinds = sorted(props.get("tabs", {}).items())
    return tuple(kind for _, (kind, _) in kinds if kind not in ("clear", "bar", "num"))


def _aside(frame: Props, room: Room) -> float:
    """Return how far a frame stands from the middle of the text; one that tells no place, 0."""
    column, width = room.column, mm(twips(frame.get("w")))
    align = frame.get("xAlign", "")
    if align:
        half = (column - width) / 2
        return {"left": -half, "inside": -half, "right": half, "outside": half}.get(align, 0.0)
    if "x" not in frame:
        return 0.0
    left = mm(twips(frame["x"]))
    if frame.get("hAnchor") == "page":
        left -= room.page_left or 0.0
    return round(left + width / 2 - column / 2, 2)


def _tabbed_to_middle(words: Words, props: Props, column: float) -> bool:
    """Whether the words stand behind one tab to a centring stop: a page number in a header."""
    text = _text(words)
    stops = sorted((at, kind) for at, (kind, _) in props.get("tabs", {}).items() if kind != "clear")
    if not text.startswith("\t") or "\t" in text.strip() or not stops:
        return False
    position, kind = stops[0]
    return kind == "center" and abs(mm(position) - column / 2) <= _MIDDLE


def settle(drafts: list[Draft]) -> list[Paragraph]:
    """Return neighbours as they stand together: contextual spacing, joined borders."""
    if len(drafts) == 1:
        return [drafts[0].paragraph]
    silent: dict[int, set[str]] = {index: set() for index in range(len(drafts))}
    together = [index for index, draft in enumerate(drafts) if not draft.gone]
    for above, below in pairwise(together):
        first, second = drafts[above], drafts[below]
        if first.style == second.style:
            silent[above] |= {"after"} if first.props.get("contextualSpacing") else set()
            silent[below] |= {"before"} if second.props.get("contextualSpacing") else set()
        if _is_one_box(first, second):
            silent[above].add("bottom")
            silent[below].add("top")
    return [_without(draft, silent[index]) for index, draft in enumerate(drafts)]


def _is_one_box(first: Draft, second: Draft) -> bool:
    """Whether Word draws the borders of two neighbours once around both."""
    one, two = first.paragraph, second.paragraph
    edges = first.props.get("pBdr")
    return bool(
        edges
        and edges == second.props.get("pBdr")
        and (one.left_mm, one.right_mm) == (two.left_mm, two.right_mm)
    )


def _without(draft: Draft, silent: set[str]) -> Paragraph:
    """Return the paragraph of *draft* without the spacing and borders that its neighbours silence."""
    paragraph = draft.paragraph
    if not silent:
        return paragraph
    edges = {key: kind for key, kind in draft.props.get("pBdr", {}).items() if key not in silent}
    others = (rule for rule in paragraph.rules if rule.kind != "border")
    span = Span(
        paragraph.column_mm,
        paragraph.left_mm,
        paragraph.right_mm,
        paragraph.first_line_mm,
        paragraph.align,
    )
    return replace(
        paragraph,
        rules=(*border_rules(edges, span), *others),
        before_pt=0.0 if "before" in silent else paragraph.before_pt,
        after_pt=0.0 if "after" in silent else paragraph.after_pt,
    )
