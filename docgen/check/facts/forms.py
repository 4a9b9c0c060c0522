"""How letters are drawn otherwise than typed: struck, narrowed, shaded, filled with a colour."""

from __future__ import annotations

from typing import Any

from docgen.check.facts.names import W14, Element, W, is_on, twips, val, whole
from docgen.check.facts.theme import Theme, rgb

Props = dict[str, Any]
_DRAWN = ("outline", "shadow", "emboss", "imprint")
_SCALES = (80, 120)  # per cent: nobody sees less, and no size is lost
_TIGHT, _SPREAD = -1.0, 3.0  # pt between two letters
_SHIFT = 3.0
_DARK = 0x70
_DARK_PENS = frozenset(
    {"black", "blue", "darkBlue", "darkRed", "darkGreen", "darkMagenta", "darkCyan", "darkGray"}
)
_BLACKS = ("tx1", "dk1", "text1", "dark1")


def read_form(node: Element, props: Props) -> None:
    """Read one child of a w:rPr that no other reader takes."""
    name = node.tag.removeprefix(W)
    if name in _READERS:
        _READERS[name](node, props)
    elif node.tag == W14 + "textFill":
        props["fill"] = _fill(node)


def _switch(node: Element, props: Props) -> None:
    props[node.tag.removeprefix(W)] = is_on(node)


def _scale(node: Element, props: Props) -> None:
    props["scale"] = whole(val(node).rstrip("%")) or 100


def _points(node: Element, props: Props) -> None:
    props["letterSpacing"] = (twips(val(node)) or 0.0) / 20


def _shading(node: Element, props: Props) -> None:
    props["shading"] = node.get(W + "color" if val(node) == "solid" else W + "fill", "auto")


def _word(node: Element, props: Props) -> None:
    props[node.tag.removeprefix(W)] = val(node, "none")


def _fitted(_: Element, props: Props) -> None:
    props["fitText"] = True


_READERS = {
    "cs": _switch, "rtl": _switch, "dstrike": _switch, "w": _scale, "spacing": _points,
    "shd": _shading, "highlight": _word, "effect": _word, "em": _word, "bdr": _word,
    "fitText": _fitted,
}  # fmt: skip


def _fill(node: Element) -> tuple[str, str, int]:
    """Return the colour that fills the letters: RRGGBB or the word of a theme, how much lighter."""
    for color in node.iter(W14 + "srgbClr", W14 + "schemeClr"):
        lighter = color.find(W14 + "lumOff")
        off = "" if lighter is None else lighter.get(W14 + "val", "")
        kind = "rgb" if color.tag == W14 + "srgbClr" else "theme"
        return kind, color.get(W14 + "val", ""), (whole(off) or 0) // 1000
    return "", "", 0


def fill_color(props: Props, theme: Theme) -> str:
    """Return RRGGBB of what fills the letters, "" where the letters have their own colour."""
    kind, word, lighter = props.get("fill", ("", "", 0))
    if kind == "theme" and word in _BLACKS:
        return f"{round(255 * lighter / 100):02X}" * 3
    if kind == "theme":
        return theme.color(
            {"tx2": "text2", "bg1": "background1", "bg2": "background2"}.get(word, word)
        )
    return rgb(word) if kind else ""


def form_of(props: Props) -> tuple[str, ...]:
    """Return by stable words how letters of these effective properties are drawn."""
    scale, apart = props.get("scale", 100), props.get("letterSpacing", 0.0)
    signs = {
        "small-caps": props["smallCaps"] and not props["caps"],
        "narrow": props.get("fitText", False) or scale < _SCALES[0],
        "wide": scale > _SCALES[1] or apart >= _SPREAD,
        "tight": apart <= _TIGHT,
        "shifted": abs(props.get("position", 0)) / 2 >= _SHIFT,
        "lowered": props.get("vertAlign") == "subscript",
        "struck": props["strike"] or props.get("dstrike", False),
        "drawn": any(props[name] for name in _DRAWN),
        "marked": any(props.get(name, "none") != "none" for name in ("effect", "em", "bdr"))
        and props.get("bdr") != "nil",
        **_ground(props),
    }
    return tuple(name for name, there in signs.items() if there)


def _ground(props: Props) -> dict[str, bool]:
    """Return whether the letters stand on a dark ground, or on one of another colour than white."""
    pen = props.get("highlight", "none")
    fill = props.get("shading", "auto").upper()
    light = sum(int(rgb(fill)[at : at + 2], 16) for at in (0, 2, 4)) / 3 if fill != "AUTO" else 255
    dark = pen in _DARK_PENS or light < _DARK
    return {"dark": dark, "shaded": not dark and (pen not in ("none", "white") or light < 250)}
