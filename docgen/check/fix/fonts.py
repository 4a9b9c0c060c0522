"""Fonts and colours of a whole document: its theme, styles, lists and every run."""

from __future__ import annotations

from collections.abc import Collection

from docgen.check.facts.names import A, Element, W, val
from docgen.check.fix import markup
from docgen.check.fix.desk import Desk
from docgen.check.rule import Options
from docgen.check.rules.fonts import LEGACY, everywhere
from docgen.check.sheet import Sheet

_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
_WHITE = "FFFFFF"


def one_font(desk: Desk, options: Options) -> None:
    """Set every word in the font asked for; fonts of signs and of old codes stay.

    Letters of an old code (TCVN3, VNI) can be read in their own font only.
    """
    font: str = options["font"]
    kept = (font, *options["symbols"])
    theme = desk.beside.get("theme")
    themed: dict[str, bool] = {}
    if theme is not None:
        themed = _theme(theme[1], font, kept)
    for name, root in (*desk.reading.stories.items(), *desk.beside.values()):
        for node in root.iter(W + "rFonts"):
            if name == desk.beside.get("numbering", ("",))[0] and _is_bullet(node):
                continue
            _fonts(node, font, kept, themed)


def _theme(root: Element, font: str, kept: Collection[str]) -> dict[str, bool]:
    """Change both fonts of the theme; return which of them may be changed."""
    free = {}
    for group in ("major", "minor"):
        node = root.find(f".//{A}{group}Font/{A}latin")
        free[group] = node is None or not _is_kept(node.get("typeface", ""), kept)
        if node is not None and free[group]:
            node.set("typeface", font)
            node.attrib.pop("panose", None)
    return free


def _is_bullet(node: Element) -> bool:
    level = next(node.iterancestors(W + "lvl"), None)
    return level is not None and val(level.find(W + "numFmt")) in ("bullet", "none")


def _is_kept(name: str, kept: Collection[str]) -> bool:
    return name in kept or bool(LEGACY.match(name))


def _fonts(node: Element, font: str, kept: Collection[str], themed: dict[str, bool]) -> None:
    for slot in _SLOTS:
        theme = node.get(f"{W}{slot}Theme") or node.get(f"{W}{slot.lower()}theme")
        name = node.get(W + slot)
        if theme and themed.get("major" if theme.startswith("major") else "minor", True):
            node.attrib.pop(f"{W}{slot}Theme", None)
            node.attrib.pop(f"{W}{slot.lower()}theme", None)
            node.set(W + slot, font)
        elif name and not theme and not _is_kept(name.strip(), kept):
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
