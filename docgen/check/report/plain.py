"""Words of a stranger's file, made harmless for a terminal and for one line."""

from __future__ import annotations

import re

# C0, DEL and C1 (U+009B begins a terminal's command), line ends, and what turns text around
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def plain(text: str) -> str:
    """Return *text* on one line, without characters that a terminal would obey."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", re.sub(r"[\t\r\n]+", " ", text))


def sentence(text: str) -> str:
    """Return *text* with a full stop."""
    return text if text.endswith((".", "…", "!", "?")) else f"{text}."
