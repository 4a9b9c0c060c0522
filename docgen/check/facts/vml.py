"""Old drawings (VML, w:pict): lines and text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docgen.check.facts.names import MC, Element, O, V, W, chosen

_LENGTH = re.compile(r"\s*([+-]?\d{0,9}(?:\.\d{0,40})?)(pt|in|cm|mm|pc|pi|px)?\s*")
_MM = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "pc": 25.4 / 6, "pi": 25.4 / 6}
_PIXEL = 25.4 / 96
_FLAT = 1.0
_LIFTED = -1.0
_SHAPES = frozenset(
    V + tag for tag in ("shape", "rect", "line", "roundrect", "oval", "polyline", "curve")
)


class Stroke(NamedTuple):
    """A flat shape: how long, where from (None: not told), whether unbroken; *align* if it is set."""

    length: float
    offset: float | None
    solid: bool = True
    align: str = ""
    relative: str = "column"
    share: float = 0.0  # of the column, for a horizontal rule of the web kind
    above: bool = False  # higher than the paragraph that it hangs on


class Box(NamedTuple):
    """A text box: its content and the width of its text; *outer* and the rest tell where it stands."""

    content: Element
    width: float
    outer: float = 0.0
    offset: float | None = None
    align: str = ""
    relative: str = "column"
    aside: float = 0.0  # how far its middle is from that of the text, when that is known


class _Scale(NamedTuple):
    """What a bare number is worth, and where it is counted from."""

    unit: float = _PIXEL
    x: float = 0.0
    origin: float = 0.0

    def length(self, word: str) -> float | None:
        """Return a VML length in millimetres."""
        found = _LENGTH.fullmatch(word)
        if not found or not found[1].strip("+-."):
            return None
        return float(found[1]) * _MM.get(found[2] or "", self.unit)


def shapes(node: Element, scale: _Scale | None = None) -> Iterator[Stroke | Box]:
    """Yield the flat shapes and text boxes of a w:pict."""
    scale = scale or _Scale()
    for child in node:
        if child.tag == MC + "AlternateContent":
            yield from shapes(chosen(child), scale)
        elif child.tag == V + "group":
            yield from shapes(child, _inside(child, scale))
        elif child.tag in _SHAPES:
            yield from _shape(child, scale)


def _shape(node: Element, scale: _Scale) -> Iterator[Stroke | Box]:
    css = _css(node)
    if css.get("visibility") == "hidden":
        return
    content = node.find(f"{V}textbox/{W}txbxContent")
    if content is not None:
        width = scale.length(css.get("width", "")) or 0.0
        left = scale.length(css.get("margin-left", css.get("left", "")))
        align, relative = _level(css)
        inner = max(0.0, width - 5.08)  # 7.2 pt on each side unless told
        yield Box(content, inner, width, left, align, relative)
        return
    found = _line(node, css, scale) if node.tag == V + "line" else _flat(node, css, scale)
    if found is not None and _is_seen(node):
        yield found


def _line(node: Element, css: Mapping[str, str], scale: _Scale) -> Stroke | None:
    (x1, y1), (x2, y2) = (_point(node.get(end, "0,0"), scale) for end in ("from", "to"))
    if abs(y2 - y1) > max(_FLAT, abs(x2 - x1) / 20) or x1 == x2:
        return None
    offset = scale.x + min(x1, x2) - scale.origin + (scale.length(css.get("margin-left", "")) or 0)
    return _placed(abs(x2 - x1), offset, node, css)


def _point(word: str, scale: _Scale) -> tuple[float, float]:
    x, _, y = word.partition(",")
    return scale.length(x) or 0.0, scale.length(y) or 0.0


def _flat(node: Element, css: Mapping[str, str], scale: _Scale) -> Stroke | None:
    width = scale.length(css.get("width", "")) or 0.0
    height = scale.length(css.get("height", "")) or 0.0
    if node.get(O + "hr") in ("t", "true"):
        percent = scale.length((node.get(O + "hrpct") or "0") + "mm") or 0.0
        share = percent / 1000 if percent else (0.0 if width else 1.0)
        align = node.get(O + "hralign", "left")
        return Stroke(width, None if align != "left" else 0.0, align=align, share=share)
    if height > _FLAT or width <= height:
        return None
    left = scale.length(css.get("margin-left", css.get("left", "")))
    offset = None if left is None else scale.x + left - scale.origin
    return _placed(width, offset, node, css)


def _placed(length: float, offset: float | None, node: Element, css: Mapping[str, str]) -> Stroke:
    stroke = node.find(V + "stroke")
    dash = "solid" if stroke is None else stroke.get("dashstyle", "solid")
    align, relative = _level(css)
    solid = dash.lower() == "solid"
    return Stroke(length, offset, solid, align, relative, above=_is_above(node, css))


def _level(css: Mapping[str, str]) -> tuple[str, str]:
    """Return how a shape is aligned in its row, and with what."""
    align = css.get("mso-position-horizontal", "absolute")
    relative = css.get("mso-position-horizontal-relative", "column").replace("text", "column")
    return align if align != "absolute" else "", relative


def _is_above(node: Element, css: Mapping[str, str]) -> bool:
    """Whether a line hangs higher than the paragraph that it is anchored in."""
    if css.get("mso-position-vertical-relative", "text") not in ("text", "line"):
        return False
    scale = _Scale()
    top = scale.length(css.get("margin-top", css.get("top", ""))) or 0.0
    if node.tag == V + "line":
        top += min(_point(node.get(end, "0,0"), scale)[1] for end in ("from", "to"))
    return top < _LIFTED and css.get("position") == "absolute"


def _is_seen(node: Element) -> bool:
    """Whether a flat shape is drawn: an outline, or the filling of a rectangle."""
    off = ("f", "false", "0")
    stroke = node.find(V + "stroke")
    if node.get("stroked", "t") not in off and (stroke is None or stroke.get("on") not in off):
        return True
    return node.tag != V + "line" and node.get("filled", "t") not in off


def _inside(node: Element, scale: _Scale) -> _Scale:
    """Return the scale inside a group: its width in coordinate units."""
    css = _css(node)
    width = scale.length(css.get("width", "")) or 0.0
    size = _first(node.get("coordsize", "1000,1000")) or 1000.0
    unit = width / size
    left = scale.length(css.get("margin-left", css.get("left", ""))) or 0.0
    return _Scale(
        unit, scale.x + left - scale.origin, _first(node.get("coordorigin", "0,0")) * unit
    )


def _first(pair: str) -> float:
    found = _LENGTH.fullmatch(pair.partition(",")[0])
    return float(found[1]) if found and found[1].strip("+-.") else 0.0


def _css(node: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in node.get("style", "").split(";"))
    return {key.strip().lower(): value.strip() for key, _, value in pairs}
