"""Formatting as one level of the cascade states it: w:rPr and w:pPr as plain dictionaries.

A key is there only if the level says something. Lengths stay in twentieths of a point.
"""

from __future__ import annotations

from typing import Any

from docgen.check.facts.forms import read_form
from docgen.check.facts.names import Element, W, is_on, on_off, twips, val, whole

Props = dict[str, Any]

TOGGLES = (
    "b", "i", "caps", "vanish", "bCs", "iCs", "smallCaps", "strike", "outline", "shadow", "emboss",
    "imprint",
)  # fmt: skip
"""The toggle properties that we report (17.7.3 of ECMA-376-1)."""
_TOGGLE_TAGS = {W + name: name for name in TOGGLES}
_FONT_SLOTS = ("ascii", "hAnsi", "eastAsia")
EDGES = ("top", "left", "bottom", "right")
_EDGE_TAGS = {
    W + tag: edge
    for tag, edge in (
        ("top", "top"), ("bottom", "bottom"), ("left", "left"), ("start", "left"),
        ("right", "right"), ("end", "right"), ("insideH", "insideH"), ("insideV", "insideV"),
    )
}  # fmt: skip
_INDENTS = {
    "left": "left", "start": "left", "right": "right", "end": "right",
    "leftChars": "leftChars", "startChars": "leftChars",
    "rightChars": "rightChars", "endChars": "rightChars",
}  # fmt: skip


def run_props(node: Element | None) -> Props:
    """Read a w:rPr."""
    props: Props = {}
    for child in node if node is not None else ():
        tag = child.tag
        if tag in _TOGGLE_TAGS:
            props[_TOGGLE_TAGS[tag]] = is_on(child)
        elif tag == W + "rFonts":
            props.update(_fonts(child))
        elif tag == W + "sz":
            _put(props, "sz", _half_points(val(child)))
        elif tag == W + "szCs":
            _put(props, "szCs", _half_points(val(child)))
        elif tag == W + "u":
            props["u"] = val(child, "single") != "none"
        elif tag == W + "color":
            props["color"] = tuple(
                child.get(W + name, "") for name in ("val", "themeColor", "themeTint", "themeShade")
            )
        elif tag == W + "vertAlign":
            props["vertAlign"] = val(child)
        elif tag == W + "position":
            _put(props, "position", whole(val(child)))
        elif tag == W + "rStyle":
            props["rStyle"] = val(child)
        else:
            read_form(child, props)
    return props


def _put(props: Props, key: str, value: Any) -> None:
    if value is not None:
        props[key] = value


def _half_points(word: str) -> float | None:
    """Return points: a bare number counts half points, "14pt" counts itself."""
    number = whole(word)
    measure = twips(word)
    if number is not None:
        return number / 2 if number > 0 else None
    return measure / 20 if measure else None


def _fonts(node: Element) -> Props:
    """Return the fonts by slot; a theme word is marked with "@" and outweighs a name."""
    found: Props = {}
    for slot in _FONT_SLOTS:
        theme = node.get(f"{W}{slot}Theme")
        name = node.get(W + slot)
        if theme:
            found[slot] = "@" + theme
        elif name:
            found[slot] = name.strip()
    theme, name = node.get(W + "cstheme"), node.get(W + "cs")
    if theme or name:
        found["csFont"] = "@" + theme if theme else name.strip()
    return found


def paragraph_props(node: Element | None) -> Props:
    """Read a w:pPr; a tracked earlier state (w:pPrChange) is not looked at."""
    props: Props = {}
    for child in node if node is not None else ():
        name = child.tag.removeprefix(W)
        if name in _READERS:
            _READERS[name](child, props)
        elif name in ("pStyle", "jc"):
            props[name] = val(child)
        elif name in ("contextualSpacing", "pageBreakBefore"):
            props[name] = is_on(child)
    return props


def _spacing(node: Element, props: Props) -> None:
    for edge in ("before", "after"):
        _put(props, edge, twips(node.get(W + edge)))
        _put(props, edge + "Lines", whole(node.get(f"{W}{edge}Lines")))
        automatic = node.get(f"{W}{edge}Autospacing")
        if automatic is not None:
            props[edge + "Auto"] = on_off(automatic)
    line = twips(node.get(W + "line"))
    if line:
        props["line"] = (abs(line), node.get(W + "lineRule", "auto"))


def _indent(node: Element, props: Props) -> None:
    for word, key in _INDENTS.items():
        read = whole if key.endswith("Chars") else twips
        _put(props, key, read(node.get(W + word)))
    for suffix, read in (("", twips), ("Chars", whole)):
        first, hanging = (read(node.get(W + w + suffix)) for w in ("firstLine", "hanging"))
        if hanging is not None:
            props["first" + suffix] = -hanging
        elif first is not None:
            props["first" + suffix] = first


def _borders(node: Element, props: Props) -> None:
    props["pBdr"] = borders(node)


def _number(node: Element, props: Props) -> None:
    _put(props, "numId", val(node.find(W + "numId")) or None)
    _put(props, "ilvl", whole(val(node.find(W + "ilvl"))))


def _tabs(node: Element, props: Props) -> None:
    props["tabs"] = {
        position: (val(tab, "left"), tab.get(W + "leader", "none"))
        for tab in node
        if (position := twips(tab.get(W + "pos"))) is not None
    }


def _frame(node: Element, props: Props) -> None:
    props["frame"] = {name.removeprefix(W): word for name, word in node.attrib.items()}


_READERS = {
    "spacing": _spacing, "ind": _indent, "pBdr": _borders, "numPr": _number, "tabs": _tabs,
    "framePr": _frame,
}  # fmt: skip


def borders(node: Element | None) -> dict[str, str]:
    """Return the kind of line ("single", "none" …) of each edge that *node* states."""
    found = {}
    for child in node if node is not None else ():
        if child.tag in _EDGE_TAGS:
            found[_EDGE_TAGS[child.tag]] = val(child, "none")
    return found


def is_drawn(kind: str | None) -> bool:
    """Whether a border of this kind is seen."""
    return kind not in (None, "", "nil", "none")


def is_solid(kind: str) -> bool:
    """Whether a border is one unbroken line, not dots, dashes or waves."""
    return not any(word in kind.lower() for word in ("dot", "dash", "wave"))


def merge(*levels: Props) -> Props:
    """Return *levels* as one, the later outweighing; edges and tab stops merge singly."""
    whole_props: Props = {}
    for level in levels:
        for key, value in level.items():
            below = whole_props.get(key)
            if isinstance(value, dict) and isinstance(below, dict):
                whole_props[key] = below | value
            else:
                whole_props[key] = value
    return whole_props
