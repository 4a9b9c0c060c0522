"""Names of units as people type them: “TP. Hải Phòng”, “UBND phường Cầu Đất”, “Phòng Nội vụ”."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from docgen.vietnamese.letters import nfc, old_tones, slug

_SHORT = {"TP": "thành phố", "TX": "thị xã", "P": "phường", "Q": "quận"}
_SHORTENED = re.compile(r"^(?:(TP|TX)(?:\.\s*|\s+)|(P|Q)\.\s*)", re.IGNORECASE)
_COMMITTEE = re.compile(r"^(?:UBND|Ủy ban nhân dân)\s+", re.IGNORECASE)
_PLAIN = re.compile(r"[^\W\d_][\w -]*", re.UNICODE)


def tidy(name: str) -> str:
    """Return a name as it was meant: composed, old tones, single blanks."""
    return " ".join(old_tones(nfc(name)).split())


def bare(name: str) -> str:
    """Return a name without “UBND”, its noun in full: “UBND TP. Hải Phòng” is “thành phố Hải Phòng”."""
    return _SHORTENED.sub(_in_full, _COMMITTEE.sub("", tidy(name)))


def _in_full(match: re.Match[str]) -> str:
    return _SHORT[(match[1] or match[2]).upper()] + " "


def beginning(name: str, words: Iterable[str]) -> str:
    """Return the longest of *words* with which *name* begins, or nothing.

    Case counts for nothing; marks count, unless the whole name was typed without any: “Phong Điền”
    is no Phòng, “phong noi vu” is one.
    """
    typed = bare(name)
    fold = slug if typed.isascii() else str.lower
    parts = typed.split(" ")
    found = [word for word in words if fold(" ".join(parts[: word.count(" ") + 1])) == fold(word)]
    return max(found, key=len, default="")


def after(name: str, words: str) -> str:
    """Return what follows *words* at the beginning of *name*."""
    return " ".join(name.split(" ")[len(words.split()) :])


def quoted(text: str) -> str:
    """Return *text* as YAML that stays this text, inside braces as well."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
