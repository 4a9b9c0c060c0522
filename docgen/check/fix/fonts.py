"""Fonts and colours of a whole document: its theme, styles, lists and every run."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from docgen.check.facts.names import A, Element, W, val
from docgen.check.fix import markup
from docgen.check.fix.desk import Desk
from docgen.check.rule import Options
from docgen.check.rules.fonts import LEGACY, everywhere
from docgen.check.sheet import Sheet

_LATIN = ("ascii", "hAnsi")
_SLOTS = (*_LATIN, "cs", "eastAsia")
_WHITE = "FFFFFF"
_CODES = re.compile(
    r"bar ?code|code ?-?(?:39|93|128)|\b[fi]?3 ?of ?9|\b(?:ean|upc|qr|ocr|micr)(?:[ -]|\d|$)|pdf ?417|"
    r"idautomation|data ?matrix|symbol|dings|marlett|mt extra|bookshelf|emoji|awesome|icons?\b|"
    r"\bmath\b",
    re.IGNORECASE,
)
"""Fonts whose letters are bars, signs or codes."""
_PLAIN = re.compile(
    "[\t\n\r -\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2116\u2122"
    "\u2190-\u2195\u2212\u2260\u2264\u2265\u25a0\u25aa\u25cb\u25cf]*"
)
"""Vietnamese, its marks, the signs of punctuation and money: what any font of words has."""
_SEEN = (W + "t", W + "sym", W + "drawing", W + "object", W + "pict")


def one_font(desk: Desk, options: Options) -> None:
    """Set every word in the font asked for; signs, codes and other scripts stay as they are.

    Letters of an old code (TCVN3, VNI) can be read in their own font only. In styles the fonts of
    other scripts are kept, for what is written in them.
    """
    font: str = options["font"]
    kept = {font, *options["symbols"], *_declared(desk)}
    is_kept = partial(_is_kept, kept)
    theme = desk.beside.get("theme")
    themed = {} if theme is None else _theme(theme[1], font, is_kept)
    for name, root in (*desk.reading.stories.items(), *desk.beside.values()):
        for node in root.iter(W + "rFonts"):
            if name == desk.beside.get("numbering", ("",))[0] and _is_bullet(node):
                continue
            run = node.getparent().getparent()
            if run.tag != W + "r":
                _fonts(node, font, is_kept, themed, _LATIN)
            elif _is_plain(run):
                _fonts(node, font, is_kept, themed, _SLOTS)
    _tell_kept(desk, kept)


def _declared(desk: Desk) -> set[str]:
    """Return the fonts that the document itself calls fonts of signs (w:charset 02)."""
    _, table = desk.beside.get("fontTable", ("", ()))
    return {
        each.get(W + "name", "") for each in table if val(each.find(W + "charset")).strip() == "02"
    }


def _is_plain(run: Element) -> bool:
    return all(
        each.tag == W + "t" and _PLAIN.fullmatch(each.text or "") for each in run.iter(*_SEEN)
    )


def _tell_kept(desk: Desk, kept: set[str]) -> None:
    """Tell which words stay in another font."""
    for root in desk.reading.stories.values():
        for node in root.iter(W + "rFonts"):
            run, name = node.getparent().getparent(), node.get(W + "ascii", "")
            if run.tag != W + "r" or not name or name in kept:
                continue
            if not _is_plain(run) or _CODES.search(name):
                desk.leave(
                    f"chữ phông {name} được giữ nguyên vì có thể là mã vạch, ký hiệu hay chữ nước khác; "
                    "là chữ thường thì tự đổi phông"
                )


def _theme(root: Element, font: str, is_kept: Callable[[str], bool]) -> dict[str, bool]:
    """Change both fonts of the theme; return which of them may be changed."""
    free = {}
    for group in ("major", "minor"):
        node = root.find(f".//{A}{group}Font/{A}latin")
        free[group] = node is None or not is_kept(node.get("typeface", ""))
        if node is not None and free[group]:
            node.set("typeface", font)
            node.attrib.pop("panose", None)
    return free


def _is_bullet(node: Element) -> bool:
    level = next(node.iterancestors(W + "lvl"), None)
    return level is not None and val(level.find(W + "numFmt")) in ("bullet", "none")


def _is_kept(kept: set[str], name: str) -> bool:
    return name in kept or bool(LEGACY.match(name) or _CODES.search(name))


def _fonts(
    node: Element,
    font: str,
    is_kept: Callable[[str], bool],
    themed: dict[str, bool],
    slots: tuple[str, ...],
) -> None:
    for slot in slots:
        theme = node.get(f"{W}{slot}Theme") or node.get(f"{W}{slot.lower()}theme")
        name = node.get(W + slot)
        if theme and themed.get("major" if theme.startswith("major") else "minor", True):
            node.attrib.pop(f"{W}{slot}Theme", None)
            node.attrib.pop(f"{W}{slot.lower()}theme", None)
            node.set(W + slot, font)
        elif name and not theme and not is_kept(name.strip()):
            node.set(W + slot, font)


def in_black(desk: Desk, sheet: Sheet, options: Options) -> None:
    """Set coloured words in black; white ones would come to light, and stamps are red."""
    stamps = {each.place for each in (sheet.do_khan, sheet.do_mat) if each}
    for each in everywhere(sheet):
        colors = {run.color for run in each.worded} - set(options["black"])
        node = desk.node(each.place)
        if node is not None and colors and _WHITE not in colors and each.place not in stamps:
            for run in markup.runs(node):
                markup.black(markup.first(run, "rPr"))
