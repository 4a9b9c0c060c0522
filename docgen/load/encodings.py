"""Encodings that Vietnamese files come in: Unicode's own, and those of before Unicode.

The old ones are read from *western* text: what the bytes look like where nobody knows better,
as Windows-1252. It is both what a file of bytes decodes to and what a pasted text is made of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

UTF8, TCVN3, VNI, CP1258, TWICE = (
    "UTF-8",
    "TCVN3 (.VnTime)",
    "VNI",
    "Windows-1258",
    "UTF-8 bị đọc nhầm",
)
_MARKS = (  # UTF-32 before UTF-16: its mark begins with the other's
    (b"\xff\xfe\x00\x00", "UTF-32", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "UTF-32", "utf-32-be"),
    (b"\xef\xbb\xbf", UTF8, "utf-8"),
    (b"\xff\xfe", "UTF-16", "utf-16-le"),
    (b"\xfe\xff", "UTF-16", "utf-16-be"),
)

# TCVN 5712:1993, VN3: small letters with every tone, capitals without. The fonts .VnTimeH draw
# small letters as capitals, so what was typed in them comes out small.
_TCVN3_ROWS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_PAGES = (0x00, 0x01, 0x03, 0x1E, 0x20)
"""The pages of Unicode on which the letters and signs of Vietnamese stand."""
_LOST = "\N{REPLACEMENT CHARACTER}"
_TCVN3_TABLE = dict.fromkeys([*range(0xC0, 0x100)], _LOST) | {
    first + offset: letter
    for first, row in _TCVN3_ROWS.items()
    for offset, letter in enumerate(row)
}

# VNI: a bare vowel and behind it a letter that stands for its marks; some letters stand alone.
_VNI_MARKS = dict(
    zip(
        "ùøûõïâáàåãäêéèúüë",
        ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323",
         "\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323",
         "\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323"),
        strict=True,
    )
)  # fmt: skip
_VNI_LETTERS = dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True))
_VNI_LETTERS |= {old.upper(): new.upper() for old, new in _VNI_LETTERS.items()}
_VNI_MARKED = re.compile("([aeouyôö])([ùøûõïâáàåãäêéèúüë])|([À-ÖØ-öø-ÿ])", re.IGNORECASE)

_HIGH = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte)  # Windows leaves five of them out
    for byte in range(0x80, 0x100)
)
_TO_WESTERN = dict(zip(range(0x80, 0x100), _HIGH, strict=True))
_TO_BYTE = {byte: byte for byte in range(0x80, 0xA0)}  # what Latin-1 makes of them
_TO_BYTE |= {ord(letter): byte for byte, letter in _TO_WESTERN.items()}
_RUN = re.compile(f"[\x80-\x9f{re.escape(_HIGH)}]+")


def unicode_text(data: bytes) -> tuple[str, str] | None:
    """Return the name of Unicode's encoding of *data* and its text, or None if it is none."""
    name, codec, start = next(
        ((name, codec, len(mark)) for mark, name, codec in _MARKS if data.startswith(mark)),
        (*_unmarked(data), 0),
    )
    try:
        return name, data[start:].decode(codec)
    except UnicodeDecodeError:
        return None


def _unmarked(data: bytes) -> tuple[str, str]:
    """Tell UTF-16 without its mark: each second byte is one of the few that pages begin with."""
    if b"\0" in data:
        even, odd = (sum(map(half.count, _PAGES)) for half in (data[::2], data[1::2]))
        for codec, mine, other in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
            if mine * 10 >= len(data) // 2 * 9 and other * 2 <= mine:
                return "UTF-16", codec
    return UTF8, "utf-8"


def western(data: bytes) -> str:
    """Return *data* as it looks in Windows-1252; no byte is lost."""
    return data.decode("latin-1").translate(_TO_WESTERN)


def from_tcvn3(text: str) -> str:
    """Return western text in TCVN3 as it is meant."""
    return text.translate(_TCVN3_TABLE)


def from_vni(text: str) -> str:
    """Return western text in VNI as it is meant."""
    return unicodedata.normalize("NFC", _VNI_MARKED.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    vowel, mark, alone = match.groups()
    if alone:
        return _VNI_LETTERS.get(alone, _LOST)
    return _VNI_LETTERS.get(vowel, vowel) + _VNI_MARKS[mark.lower()]


def from_cp1258(text: str) -> str:
    """Return western text in Windows-1258 as it is meant: its tones stand behind their letters."""
    return unicodedata.normalize("NFC", _RUN.sub(lambda run: _decoded(run[0], "cp1258"), text))


def from_twice(text: str) -> str:
    """Return text whose UTF-8 was taken for Windows-1252; what was not is left alone."""
    return unicodedata.normalize("NFC", _RUN.sub(lambda run: _decoded(run[0], "utf-8"), text))


def _decoded(run: str, codec: str) -> str:
    data = run.translate(_TO_BYTE).encode("latin-1")
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return run if codec == "utf-8" else data.decode(codec, "replace")


OLD: dict[str, Callable[[str], str]] = {
    CP1258: from_cp1258,
    TCVN3: from_tcvn3,
    VNI: from_vni,
    TWICE: from_twice,
}
"""What reads each encoding of before Unicode, and the worst accident of after it."""
