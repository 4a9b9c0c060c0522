"""The fonts that the words of a document ask for, told from its XML as text.

A package names many fonts that no word of it is set in: those of its theme, of styles that nobody
uses. This is only asked to say which font a machine lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

NORMAL = "Times New Roman"
"""Word's own font where a document names none."""

# each looks no further than the tag it is at: a stranger's file may be built to keep it busy
_WORDS = re.compile(r"<w:t(?: [^<>]*)?>([^<]*)<")
_STYLE = re.compile(r"<w:style ([^<>]*)>")
_FONTS = re.compile(r"<w:rFonts [^<>]*>")
_FONT = re.compile(r'w:(?:ascii|hAnsi)="([^"]+)"')
_THEMED = re.compile(r'w:(?:ascii|hAnsi)Theme="(major|minor)')
_THEME = re.compile(r"<a:(major|minor)Font>\s*<a:latin ([^<>]*)>")
_TYPEFACE = re.compile(r'typeface="([^"]+)"')
_NAMED = re.compile(r'<w:(pStyle|rStyle|basedOn) w:val="([^"<>]+)"')
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class _Style:
    fonts: frozenset[str]
    base: str


def asked_fonts(texts: str, styles: str, theme: str) -> frozenset[str]:
    """Return the fonts that the words of the text, headers, notes ask for."""
    faces = ((group, _TYPEFACE.search(words)) for group, words in _THEME.findall(theme))
    themed = {group: unescape(face[1]) for group, face in faces if face}
    known, default = _styles(styles, themed)
    last = _fonts(styles.partition("<w:docDefaults>")[2].partition("</w:docDefaults>")[0], themed)
    asked: set[str] = set()
    for paragraph in texts.split("</w:p>"):
        named = dict(reversed(_NAMED.findall(paragraph)))
        own = _of_style(named.get("pStyle", default), known) or last or {NORMAL}
        for run in paragraph.split("</w:r>"):
            if any(words.strip() for words in _WORDS.findall(run)):
                style = _of_style(dict(_NAMED.findall(run)).get("rStyle", ""), known)
                asked |= _fonts(run, themed) or style or own
    return frozenset(asked)


def _styles(xml: str, themed: Mapping[str, str]) -> tuple[dict[str, _Style], str]:
    """Return the styles by id, and the id of the one that paragraphs have by default."""
    known, default = {}, ""
    for style in xml.split("</w:style>"):
        head = _STYLE.search(style)
        if head is None:
            continue
        inner, values = style[head.end() :], dict(re.findall(r'w:(\w+)="([^"]*)"', head[1]))
        name = values.get("styleId", "")
        known[name] = _Style(_fonts(inner, themed), dict(_NAMED.findall(inner)).get("basedOn", ""))
        if values.get("type") == "paragraph" and values.get("default") in ("1", "true", "on"):
            default = name
    return known, default


def _of_style(name: str, known: Mapping[str, _Style]) -> frozenset[str]:
    for _ in range(_DEEPEST):
        style = known.get(name)
        if style is None:
            break
        if style.fonts:
            return style.fonts
        name = style.base
    return frozenset()


def _fonts(xml: str, themed: Mapping[str, str]) -> frozenset[str]:
    """Return the fonts of Latin letters that the first w:rFonts names."""
    return frozenset(_named(xml, themed))


def _named(xml: str, themed: Mapping[str, str]) -> Iterator[str]:
    found = _FONTS.search(xml)
    if found is None:
        return
    groups = [themed[group] for group in _THEMED.findall(found[0]) if group in themed]
    yield from groups or (unescape(name) for name in _FONT.findall(found[0]))
