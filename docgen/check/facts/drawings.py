"""Drawings anchored in a paragraph: flat shapes are lines, text boxes are read for their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.check.facts import vml
from docgen.check.facts.names import MC, WP, WPG, WPS, A, Element, W, chosen, whole
from docgen.check.facts.vml import Box, Stroke
from docgen.check.layout import Rule

_EMU = 36_000  # a millimetre
_FLAT = 1.0
_LIFTED = -1.0
_TALLEST = 5.0  # a "line" that leans more is a diagonal
_INSET = 91_440  # what stands between a text box and its text unless told
_LINES = ("line", "straightConnector1")


class Hook(NamedTuple):
    """Where a drawing hangs: the width of its column, and the left margin if it is in the body."""

    column: float
    page_left: float | None = None


class _Anchor(NamedTuple):
    """What an anchor tells of its hook."""

    offset: float | None
    align: str
    relative: str
    above: bool = False


def read_drawings(nodes: Iterable[Element], hook: Hook) -> tuple[list[Rule], list[Box]]:
    """Return the lines and the text boxes of the drawings of one paragraph."""
    rules: list[Rule] = []
    boxes: list[Box] = []
    for node in nodes:
        found = _drawing(node) if node.tag == W + "drawing" else vml.shapes(node)
        for shape in found:
            if isinstance(shape, Box):
                boxes.append(shape._replace(aside=_aside(shape, hook)))
            else:
                rules.append(_rule(shape, hook))
    return rules, boxes


def _rule(stroke: Stroke, hook: Hook) -> Rule:
    length = stroke.share * hook.column if stroke.share else stroke.length
    offset = _offset(stroke, hook, length)
    return Rule("drawing", round(length, 2), offset, solid=stroke.solid, above=stroke.above)


def _aside(box: Box, hook: Hook) -> float:
    """Return how far the middle of a box is from that of the text; 0 where the file does not tell."""
    offset = _offset(box, hook, box.outer)
    return 0.0 if offset is None else round(offset + (box.outer - hook.column) / 2, 2)


def _offset(shape: Stroke | Box, hook: Hook, length: float) -> float | None:
    """Return where a shape begins, from the left edge of its column."""
    free = hook.column - length
    offset = shape.offset
    if shape.relative == "page" and offset is not None and not shape.align:
        offset = None if hook.page_left is None else offset - hook.page_left
    elif shape.relative == "margin" and hook.page_left is None:
        offset = None
    elif shape.align in ("left", "center", "right") and shape.relative != "page":
        offset = {"left": 0.0, "center": free / 2, "right": free}[shape.align]
    elif shape.align or shape.relative not in ("column", "margin", "page"):
        offset = None
    return None if offset is None else round(offset, 2)


def _drawing(node: Element) -> Iterator[Stroke | Box]:
    for frame in node:
        if frame.tag not in (WP + "inline", WP + "anchor"):
            continue
        about = frame.find(WP + "docPr")
        if about is not None and about.get("hidden") in ("1", "true"):
            continue
        yield from _shapes(frame, _anchor(frame), 1.0)


def _anchor(frame: Element) -> _Anchor:
    where = frame.find(WP + "positionH")
    if where is None:
        return _Anchor(None, "", "inline")
    offset = where.find(WP + "posOffset")
    align = where.find(WP + "align")
    number = None if offset is None else whole(offset.text)
    return _Anchor(
        None if number is None else number / _EMU,
        "" if align is None else (align.text or "").strip(),
        where.get("relativeFrom", "column"),
        _is_above(frame),
    )


def _is_above(frame: Element) -> bool:
    """Whether a drawing hangs higher than the paragraph that it is anchored in."""
    where = frame.find(WP + "positionV")
    if where is None or where.get("relativeFrom", "paragraph") not in ("paragraph", "line"):
        return False
    offset = where.find(WP + "posOffset")
    return offset is not None and (whole(offset.text) or 0) / _EMU < _LIFTED


def _shapes(node: Element, anchor: _Anchor, scale: float) -> Iterator[Stroke | Box]:
    for child in node:
        if child.tag == MC + "AlternateContent":
            yield from _shapes(chosen(child), anchor, scale)
        elif child.tag == WPS + "wsp":
            yield from _shape(child, anchor, scale)
        elif child.tag in (WPG + "wgp", WPG + "grpSp"):
            yield from _shapes(child, anchor, scale * _shrink(child))
        elif len(child):
            yield from _shapes(child, anchor, scale)


def _shape(node: Element, anchor: _Anchor, scale: float) -> Iterator[Stroke | Box]:
    props = node.find(WPS + "spPr")
    width, height = _size(props)
    content = node.find(f"{WPS}txbx/{W}txbxContent")
    if content is not None:
        body = node.find(WPS + "bodyPr")
        insets = [whole(body.get(k)) if body is not None else None for k in ("lIns", "rIns")]
        inset = sum(_INSET if one is None else one for one in insets) / _EMU
        outer, offset = width * scale, anchor.offset if scale == 1.0 else None
        yield Box(content, max(0.0, outer - inset), outer, offset, anchor.align, anchor.relative)
        return
    line = node.find(WPS + "cNvCnPr") is not None or _preset(props) in _LINES
    tallest = min(_TALLEST, width / 20) if line else _FLAT
    if width > height and height <= max(tallest, _FLAT) and _is_seen(node, props, line=line):
        offset = anchor.offset if scale == 1.0 else None
        solid = _is_solid(props)
        yield Stroke(
            width * scale, offset, solid, anchor.align, anchor.relative, above=anchor.above
        )


def _size(props: Element | None) -> tuple[float, float]:
    """Return width and height in millimetres, as turned."""
    frame = None if props is None else props.find(A + "xfrm")
    extent = None if frame is None else frame.find(A + "ext")
    if frame is None or extent is None:
        return 0.0, 0.0
    width, height = ((whole(extent.get(k)) or 0) / _EMU for k in ("cx", "cy"))
    turned = (whole(frame.get("rot")) or 0) % 10_800_000
    return (height, width) if 2_700_000 < turned < 8_100_000 else (width, height)


def _preset(props: Element | None) -> str:
    shape = None if props is None else props.find(A + "prstGeom")
    return "" if shape is None else shape.get("prst", "")


def _is_seen(node: Element, props: Element | None, *, line: bool) -> bool:
    """Whether a flat shape is drawn: its own outline or filling, or those of its style."""
    outline = None if props is None else props.find(A + "ln")
    styled = node.find(f"{WPS}style/{A}lnRef")
    by_style = styled is not None and styled.get("idx", "0") != "0"
    if outline is not None and outline.find(A + "noFill") is None:
        if by_style or any(_is_paint(child) for child in outline):
            return True
    elif outline is None and by_style:
        return True
    return not line and props is not None and any(_is_paint(child) for child in props)


def _is_paint(node: Element) -> bool:
    return node.tag in (A + "solidFill", A + "gradFill", A + "pattFill", A + "blipFill")


def _is_solid(props: Element | None) -> bool:
    dash = None if props is None else props.find(f"{A}ln/{A}prstDash")
    return dash is None or dash.get("val", "solid") == "solid"


def _shrink(group: Element) -> float:
    """Return how much the coordinates inside a group are scaled."""
    frame = group.find(f"{WPG}grpSpPr/{A}xfrm")
    sizes = [None if frame is None else frame.find(A + tag) for tag in ("ext", "chExt")]
    outer, inner = (0 if s is None else whole(s.get("cx")) or 0 for s in sizes)
    return outer / inner if outer and inner else 1.0
