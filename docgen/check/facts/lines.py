"""Lines in disguise: rows of underscores, underlined tabs, leaders, paragraph borders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from docgen.check.facts.names import mm
from docgen.check.facts.props import Props, is_drawn, is_solid
from docgen.check.layout import Rule, Run
from docgen.vietnamese.widths import width_mm

_STROKES = frozenset("_-–—─━‒―¯‾")
_DRAWING = _STROKES | {"\t"}
_UNBROKEN = frozenset("_—─━―¯‾")
_BLANK = frozenset(" \t\u00a0\u2002\u2003\u2009")
_LEADERS = ("underscore", "heavy")
_FEWEST = 3
_NO_STOP = ("clear", "bar", "num")
_MOST_STOPS = 64  # Word has no more
_RAISED = 0.6  # how much smaller Word sets a raised character


Stops = list[tuple[float, str]]
"""Where tabs stop, in millimetres from the left, and what leads there."""


@dataclass
class _Line:
    """One line of text, measured as far as a drawn line may need it."""

    start: float
    stops: Stops
    tab_step: float
    at: float = field(default=0.0)
    ink: tuple[float, float] | None = None
    strokes: int = 0
    solid: bool = True
    worded: bool = False

    def __post_init__(self) -> None:
        self.at = self.start

    def take(self, character: str, run: Run) -> None:
        """Move on by one character."""
        points = run.size_pt * (_RAISED if run.raised else 1)
        inked = run.underline
        if character == "\t":
            to, leader = self._stop()
            inked = inked or leader in _LEADERS
            self.strokes += _FEWEST * inked
        else:
            to = self.at + width_mm(character, points, bold=run.bold, italic=run.italic)
            if character in _STROKES:
                inked = True
                self.strokes += 1
                self.solid &= character in _UNBROKEN or run.underline
            elif character in _BLANK:
                self.strokes += inked
            else:
                self.worded = True
        if inked:
            self.ink = (self.ink[0] if self.ink else self.at, to)
        self.at = to

    def _stop(self) -> tuple[float, str]:
        """Return where the next tab stop is and what leads to it."""
        for position, leader in self.stops:
            if position > self.at + 0.1:
                return position, leader
        step = mm(self.tab_step) or 12.7
        return (self.at // step + 1) * step, ""


def _sorted(stops: dict[float, tuple[str, str]]) -> Stops:
    kept = [(mm(at), lead) for at, (kind, lead) in stops.items() if kind not in _NO_STOP]
    return sorted(kept)[:_MOST_STOPS]


class Span(NamedTuple):
    """Where the text of a paragraph may stand, in millimetres, and how it is set."""

    column: float
    left: float
    right: float
    first: float
    align: str

    @property
    def width(self) -> float:
        """The width between the indents."""
        return max(0.0, self.column - self.left - self.right)


def typed_rules(
    runs: list[Run], stops: dict[float, tuple[str, str]], span: Span, tab_step: float
) -> Iterator[Rule]:
    """Yield the lines of the paragraph that are nothing but strokes."""
    if not any(run.underline or not _DRAWING.isdisjoint(run.text) for run in runs):
        return
    line = _Line(span.left + span.first, _sorted(stops), tab_step)
    for run in runs:
        if run.hidden or run.deleted or (line.worded and "\n" not in run.text):
            continue
        for character in run.text:
            if character in "\n\f":
                yield from _typed(line, span)
                line = _Line(span.left, line.stops, tab_step)
            elif not line.worded:
                line.take(character, run)
    yield from _typed(line, span)


def _typed(line: _Line, span: Span) -> Iterator[Rule]:
    if line.worded or line.ink is None or line.strokes < _FEWEST:
        return
    length = min(line.ink[1] - line.ink[0], span.width)
    free = span.width - (line.at - line.start)
    offset = line.ink[0]
    if span.align == "center":
        offset += free / 2
    elif span.align == "right":
        offset += free
    offset = max(offset, min(span.left, line.ink[0]))
    yield Rule("underscores", round(length, 2), round(offset, 2), solid=line.solid)


def border_rules(edges: Props, span: Span) -> list[Rule]:
    """Return the lines of a paragraph's borders; four sides are a box, not a line."""
    if not edges:
        return []
    left = span.left + min(0.0, span.first)
    length = round(max(0.0, span.column - left - span.right), 2)
    if is_drawn(edges.get("left")) or is_drawn(edges.get("right")):
        return []
    return [
        Rule("border", length, round(left, 2), is_solid(edges[edge]), above=edge == "top")
        for edge in ("top", "bottom")
        if is_drawn(edges.get(edge))
    ]


def is_box(edges: Props) -> bool:
    """Whether borders close a paragraph in."""
    return bool(edges) and all(
        is_drawn(edges.get(edge)) for edge in ("top", "left", "bottom", "right")
    )
