"""Widths: how long a line is in Times New Roman, and where Word breaks it.

The numbers are advance widths in units of 1/2048 em, as the font tables of Tinos give them, which
has the metrics of Times New Roman. Each row holds the characters of one width.
"""

import re
import unicodedata
from functools import cache

from docgen.vietnamese.letters import nfc
from docgen.vietnamese.names import unbroken_terms

_EM = 2048
_MM_PER_POINT = 25.4 / 72
_NO_BREAK_SPACE = "\u00a0"
_FIGURE = "0"  # stands for a character that is not listed
_TONE_AND_LETTER_MARKS = re.compile("[\u0300-\u0309\u0323]")  # all but the horn of ơ and ư

_REGULAR = {
    369: "'",
    410: "|",
    512: " ,.",
    569: "/:;\\ijlt",
    614: "²³",
    682: "!()-I[]`fr‘’·",
    717: "•",
    797: "Js",
    819: "°",
    836: '"',
    909: "?acez“”",
    961: "^",
    983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ–§«»€",
    1050: "₫",
    1083: "ơ",
    1108: "~",
    1110: "ư",
    1124: "±",
    1139: "FPS",
    1155: "+<=>×",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1536: "½",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "—…",
}
_BOLD = {
    451: "|",
    512: " ,.",
    569: "'/\\il",
    614: "²³",
    682: "!()-:;[]`fjt‘’",
    683: "·",
    717: "•",
    797: "Is",
    807: "{}",
    819: "°",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy“”–§«»€",
    1050: "₫",
    1065: "~",
    1124: "±",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>×",
    1190: "^",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1536: "½",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W—…",
}
_ITALIC = {
    438: "'",
    512: " ,.·",
    563: "|",
    569: "/\\fijlt",
    614: "²³",
    682: "!()-:;I`‘’",
    717: "•",
    797: "[]rsz",
    819: "{}°",
    860: '"',
    864: "^",
    909: "Jcekvxy",
    1024: "#$*0123456789?S_abdghnopquđ–§«»€",
    1050: "₫",
    1093: "ơ",
    1108: "~",
    1117: "ư",
    1124: "±",
    1139: "LTYZ“”",
    1251: "ABEFPRVX",
    1366: "CKNw",
    1382: "+<=>×",
    1479: "DGHOQUmĐƠ",
    1536: "½",
    1544: "Ư",
    1593: "&",
    1706: "%MW",
    1821: "—…",
    1884: "@",
}
_BOLD_ITALIC = {
    451: "|",
    512: " ,.·",
    569: "'/\\ijlt",
    614: "²³",
    682: "()-:;[]`f‘’",
    713: "{}",
    717: "•",
    797: "!Irsz",
    819: "°",
    909: "cevy",
    1024: "#$*0123456789?J_abdgkopqxđ“”–§«»€",
    1050: "₫",
    1099: "ơ",
    1124: "±",
    1137: '"',
    1139: "Shnu",
    1167: "+<=>^~×",
    1227: "ư",
    1251: "LPTYZ",
    1366: "ABCEFKRVXw",
    1479: "DGNOQUĐƠ",
    1536: "½",
    1587: "Ư",
    1593: "&Hm",
    1704: "@",
    1706: "%",
    1821: "MW",
    2048: "—…",
}


def _table(rows: dict[int, str]) -> dict[str, int]:
    return {char: units for units, chars in rows.items() for char in chars}


_TABLES = {
    (False, False): _table(_REGULAR),
    (True, False): _table(_BOLD),
    (False, True): _table(_ITALIC),
    (True, True): _table(_BOLD_ITALIC),
}


def width_mm(text: str, points: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width in millimetres of *text* on one line, in Times New Roman of *points*.

    Kerning is not counted: Word leaves it off.
    """
    units = sum(_units(char, (bold, italic)) for char in nfc(text))
    return units / _EM * points * _MM_PER_POINT


@cache
def _units(char: str, style: tuple[bool, bool]) -> int:
    table = _TABLES[style]
    letter = " " if char == _NO_BREAK_SPACE else _without_marks(char)
    if letter in table:
        return table[letter]
    if unicodedata.category(char) in ("Mn", "Me", "Cc", "Cf"):
        return 0
    return _EM if unicodedata.east_asian_width(char) in "WF" else table[_FIGURE]


def _without_marks(char: str) -> str:
    decomposed = unicodedata.normalize("NFD", char)
    return unicodedata.normalize("NFC", _TONE_AND_LETTER_MARKS.sub("", decomposed))


def wrap(
    text: str, width: float, points: float, *, bold: bool = False, italic: bool = False
) -> list[str]:
    """Return the lines of *text*, none wider than *width* millimetres.

    As Word does: as many words on a line as fit, breaks at ordinary spaces only (a no-break space
    holds), spaces at a line's end hang over the edge, a word too long for a line is cut.
    """

    def fits(line: str) -> bool:
        return width_mm(line.rstrip(" "), points, bold=bold, italic=italic) <= width

    lines = [""]
    for word in re.findall("[^ ]+ *|^ +", nfc(text)):
        if not fits(lines[-1] + word):
            lines.append("")
        for part in [word] if fits(word) else word:
            if lines[-1] and not fits(lines[-1] + part):
                lines.append("")
            lines[-1] += part
    return [line.rstrip(" ") for line in lines if line.strip(" ")]


def balanced(text: str, width: float, points: float, *, bold: bool = False) -> list[str]:
    """Return as few lines as ``wrap`` does, but as even as they can be: no word alone at the end.

    For names and subjects, which are centred: "KẾ HOẠCH … năm / 2025" reads as a slip.
    """
    lines = wrap(text, width, points, bold=bold)
    # no narrower than the widest word: wrap would cut it
    words = (width_mm(word, points, bold=bold) for word in text.split(" "))
    narrow, wide = max(words), width
    while len(lines) > 1 and wide - narrow > 0.5:
        middle = (narrow + wide) / 2
        tried = wrap(text, middle, points, bold=bold)
        if len(tried) == len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def evenly(text: str, width: float, points: float, *, bold: bool = False) -> str:
    """Return *text* with no-break spaces that make Word break it into the lines of ``balanced``.

    No line ends inside a term (“người lao động”) where the terms fit as they are.
    """
    fewest = balanced(text, width, points, bold=bold)
    if len(fewest) < 2:
        return text
    lines = balanced(unbroken_terms(text), width, points, bold=bold)
    first, *rest = lines if len(lines) == len(fewest) else fewest
    return " ".join([first, *(line.replace(" ", _NO_BREAK_SPACE) for line in rest)])
