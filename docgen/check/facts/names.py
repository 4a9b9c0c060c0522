"""Names and values of WordprocessingML: namespaces, switches, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

Element = Any
"""An lxml element; lxml carries no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that everybody knows
VAL = W + "val"

_STRICT = b"http://purl.oclc.org/ooxml/"
_SAME = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"drawingml/main": b"drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
    b"officeDocument/relationships": b"officeDocument/2006/relationships",
}

_MEASURE = re.compile(r"\s*([+-]?\d{0,9}(?:\.\d{0,40})?)(mm|cm|in|pt|pc|pi)?\s*")
_TWIPS = {"mm": 1440 / 25.4, "cm": 14400 / 25.4, "in": 1440, "pt": 20, "pc": 240, "pi": 240}
_WHOLE = re.compile(r"\s*[+-]?\d{1,9}\s*")
_MM_PER_TWIP = 25.4 / 1440

WRAPPERS = frozenset(
    W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom")
)
"""Elements that wrap blocks, rows or cells without being one."""


def transitional(data: bytes) -> bytes:
    """Return XML of the strict namespaces (ISO 29500-1) in the everyday ones."""
    if _STRICT not in data:
        return data
    for strict, everyday in _SAME.items():
        data = data.replace(
            _STRICT + strict + b'"', b"http://schemas.openxmlformats.org/" + everyday + b'"'
        )
    return data


_KNOWN = frozenset(
    {
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "http://schemas.microsoft.com/office/word/2010/wordml",
    }
)


def chosen(alternate: Element) -> Element:
    """Return the branch of mc:AlternateContent that we understand; each is counted once."""
    for choice in alternate.iterfind(MC + "Choice"):
        if all(choice.nsmap.get(need) in _KNOWN for need in choice.get("Requires", "").split()):
            return choice
    fallback = alternate.find(MC + "Fallback")
    return fallback if fallback is not None else ()


def val(node: Element | None, default: str = "") -> str:
    """Return w:val of *node*, or *default*."""
    return default if node is None else str(node.get(VAL, default))


def is_on(node: Element | None) -> bool:
    """Whether a switch is there and not off (ST_OnOff)."""
    return node is not None and on_off(node.get(VAL, "1"))


def on_off(word: str | None) -> bool:
    """Whether *word* means on; a missing attribute is off."""
    return word is not None and word.strip().lower() not in ("0", "false", "off", "none")


@lru_cache(maxsize=1024)
def twips(word: str | None) -> float | None:
    """Return a measure in twentieths of a point: "240", "12pt", "4.2mm"; None for nonsense."""
    found = _MEASURE.fullmatch(word or "")
    if not found or not found[1].strip("+-."):
        return None
    return float(found[1]) * _TWIPS.get(found[2] or "", 1)


def whole(word: str | None) -> int | None:
    """Return a whole number, None for nonsense."""
    return int(word) if word and _WHOLE.fullmatch(word) else None


def mm(measure: float | None) -> float:
    """Return twentieths of a point in millimetres; 0 for None."""
    return round((measure or 0.0) * _MM_PER_TWIP, 2)


def children(node: Element, *tags: str) -> Iterator[Element]:
    """Yield the children of *node* named *tags*, looking through wrappers."""
    for child in node:
        if child.tag in tags:
            yield child
        elif child.tag in WRAPPERS:
            yield from children(child, *tags)
        elif child.tag == MC + "AlternateContent":
            yield from children(chosen(child), *tags)
