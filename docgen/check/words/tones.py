"""Where the tone of an open oa, oe, uy stands: on the first letter (hòa) or the second (hoà)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

OLD, NEW = "hòa", "hoà"
_ONSETS = frozenset(  # no q: the u of "quý" belongs to it
    ("", *"bcdđghklmnprstvx", "ch", "gh", "kh", "ng", "ngh", "nh", "ph", "th", "tr")
)
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_ENDINGS = {
    unicodedata.normalize("NFC", text): style
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
    for text, style in ((first + tone + second, OLD), (first + second + tone, NEW))
}


@lru_cache(maxsize=4096)
def tone_style_of(word: str) -> str:
    """Return OLD or NEW for a syllable that can be written in both ways, else nothing."""
    lower = word.lower()
    return _ENDINGS.get(lower[-2:], "") if lower[:-2] in _ONSETS else ""
