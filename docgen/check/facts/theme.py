"""Theme fonts and colours, resolved to names and to RRGGBB."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from typing import NamedTuple

from docgen.check.facts.names import A, Element

BLACK = "000000"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SLOTS = {  # ST_ThemeColor and the names that w:clrSchemeMapping uses → the colour scheme
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1",
    "text2": "dk2", "dark2": "dk2", "background2": "lt2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_MAPPED = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"}


class Theme(NamedTuple):
    """The fonts by "major-latin", "minor-ea" …; the colours by slot; what settings map."""

    fonts: Mapping[str, str]
    colors: Mapping[str, str]
    mapping: Mapping[str, str]

    def font(self, word: str) -> str:
        """Return the font of a theme word such as "minorHAnsi", "majorEastAsia"."""
        group = "major" if word.startswith("major") else "minor"
        script = "ea" if word.endswith("EastAsia") else "cs" if word.endswith("Bidi") else "latin"
        return self.fonts.get(f"{group}-{script}", "")

    def color(self, word: str, tint: str = "", shade: str = "") -> str:
        """Return RRGGBB of a theme colour, or "" if the theme has none."""
        slot = self.mapping.get(_MAPPED.get(word, word), word)
        base = self.colors.get(_SLOTS.get(slot, slot), "")
        if not base:
            return ""
        red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        if tint:
            part = _fraction(tint)
            light = light * part + 1 - part
        if shade:
            light *= _fraction(shade)
        rgb = colorsys.hls_to_rgb(hue, light, saturation)
        return "".join(f"{round(channel * 255):02X}" for channel in rgb)


def _fraction(word: str) -> float:
    return int(word, 16) / 255 if re.fullmatch(r"[0-9A-Fa-f]{1,2}", word) else 1.0


def rgb(word: str) -> str:
    """Return RRGGBB in capitals; "000000" for "auto" and nonsense."""
    return word.upper() if _HEX.fullmatch(word) else BLACK


def read_theme(root: Element | None, settings: Element | None) -> Theme:
    """Read the theme part; *settings* may map text and background to other slots."""
    if root is None:
        return Theme({}, {}, {})
    fonts: dict[str, str] = {}
    for group in ("major", "minor"):
        for script in ("latin", "ea", "cs"):
            node = root.find(f".//{A}{group}Font/{A}{script}")
            fonts[f"{group}-{script}"] = "" if node is None else node.get("typeface", "")
    colors: dict[str, str] = {}
    scheme = root.find(f".//{A}clrScheme")
    for slot in scheme if scheme is not None else ():
        for node in slot:
            word = node.get("lastClr") or node.get("val") or ""
            if _HEX.fullmatch(word):
                colors[slot.tag.removeprefix(A)] = word
    mapped = None if settings is None else settings.find("{*}clrSchemeMapping")
    mapping = {} if mapped is None else {k.rpartition("}")[2]: v for k, v in mapped.attrib.items()}
    return Theme(fonts, colors, mapping)
