"""Recognise text in an encoding of before Unicode by what it spells once it is decoded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from docgen.load.encodings import CP1258, OLD, TCVN3, TWICE, VNI, western
from docgen.load.syllables import is_syllable

# Letters and signs that no Vietnamese, and next to no other text of an office, has: without any
# of them nothing is looked at more closely, so that a file in order costs one search.
_STRANGE = re.compile(
    "[\x80-\x9f\u00a1-\u00b1\u00b4-\u00bfÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ\u2020-\u2022‰‹›™]|(?<!m)[²³]|[a-zà-ÿ][ÀÁÂÈÉÊÌÍÒÓÔÙÚÝ]"
)
_WORD = re.compile("[A-Za-z\u00a1-\u024f\u0300-\u0323\u1e00-\u1eff\ufffd]+")
_RUN = re.compile("[A-Za-z\x80-\u024f\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022…‰‹›€™]+")
"""A word whose UTF-8 was taken for Windows-1252: curly quotes and signs are parts of letters."""
_UNICODE = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9]")
"""Letters that only Unicode gives to Vietnamese."""
_WRONG = re.compile("[\udc80-\udcff]")
_KEY = re.compile(r"[\s-]*\w+\s*:")
_UNIT = re.compile("µ[a-zA-Z]+|N·m|[MmNn]ª")  # micrometre, newton metre, María
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Garbled:
    """Text in another encoding than it should be; line and column (from 1) of its first word."""

    encoding: str
    line: int
    column: int
    width: int
    meant: str


def old_encoding(data: bytes) -> str | None:
    """Return the name of the encoding that makes *data*, which is no UTF-8, Vietnamese.

    None when no encoding does, or two do equally well. Windows-1252 is no answer but a rival:
    what reads as well in it is perhaps French.
    """
    text = western(data)
    scores = {name: _share(OLD[name](text)) for name in (CP1258, TCVN3, VNI)}
    best = max(scores, key=lambda name: scores[name])
    others = [score for name, score in scores.items() if name != best]
    clear = scores[best] >= 0.6 and scores[best] > max(*others, _share(_composed(text)))
    return best if clear else None


def first_wrong(data: bytes) -> tuple[int, int]:
    """Return line and column (from 1) of the first byte of *data* that is no UTF-8."""
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    above = _WRONG.split(data.decode("utf-8", "surrogateescape"), maxsplit=1)[0].split("\n")
    return len(above), len(_composed(above[-1])) + 1


def is_mixed(data: bytes) -> bool:
    """Tell whether *data*, which is not all UTF-8, is UTF-8 for no small part."""
    text = data.decode("utf-8", "surrogateescape")
    wrong = len(_WRONG.findall(text))
    return sum(not letter.isascii() for letter in text) > wrong * 1.2


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _share(text: str) -> float:
    """Return which part of the words that are not plain ASCII are Vietnamese."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def shown(text: str) -> str:
    """Return a line as it is told in a sentence."""
    text = _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.strip())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"


def garbled(text: str) -> Garbled | None:
    """Return where *text*, which is UTF-8, holds words pasted from an older encoding."""
    if not _STRANGE.search(text):
        return None
    lines = text.split("\n")
    weights = {name: [_weight(line, read) for line in lines] for name, read in OLD.items()}
    encoding = max(weights, key=lambda name: sum(weights[name]))
    found = weights[encoding]
    if max(found) < 2 and sum(found) < 4:
        return None
    line = next(at for at, weight in enumerate(found) if weight >= min(2, max(found)))
    first = next(iter(_culprits(lines[line], OLD[encoding])))
    meant = shown(mended_line(lines[line], encoding))
    return Garbled(encoding, line + 1, first.start() + 1, len(first[0]), meant)


def mended(text: str, encoding: str) -> str:
    """Return *text*, parts of which are garbled, with every part as it is meant.

    A file with no letter of Unicode's own is garbled throughout; in another, a line without a
    culprit is as its typist saw it.
    """
    read = OLD[encoding]
    if encoding != TWICE and not _UNICODE.search(text):
        return _composed(read(text))
    lines = text.split("\n")
    return "\n".join(mended_line(x, encoding) if _weight(x, read) else x for x in lines)


def has_culprits(text: str, encoding: str) -> bool:
    """Tell whether any word of *text* makes sense in *encoding* only."""
    return any(_culprits(line, OLD[encoding]) for line in text.split("\n"))


def first_doubt(text: str, after: str, encoding: str, *, sure: bool) -> int:
    """Return the first line (from 1) that is another in *after* and makes no more sense, or 0.

    What changes must become words; where it is *sure* that part of the text is garbled, a line
    with a culprit is so beyond doubt.
    """
    read = OLD[encoding]
    lines = zip(text.split("\n"), after.split("\n"), strict=True)
    for number, (old, new) in enumerate(lines, start=1):
        if old == new or (sure and _culprits(old, read)):
            continue
        if not all(read(word) == word or _is_word(read(word)) for word in _WORD.findall(old)):
            return number
    return 0


def _is_word(word: str) -> bool:
    return is_syllable(word) or (len(word) > 1 and word.isupper())


def mended_line(line: str, encoding: str) -> str:
    """Return a garbled line as it is meant; with letters of Unicode's own in it, word by word."""
    read = OLD[encoding]
    if encoding == TWICE or not _UNICODE.search(line):
        return read(line)
    bad = {match[0] for match in _culprits(line, read)}
    return _WORD.sub(lambda match: read(match[0]) if match[0] in bad else match[0], line)


def _weight(line: str, read: Callable[[str], str]) -> int:
    """Return how many letters of *line* only make sense decoded; 0 unless most words then do.

    Where every word does, one letter is as good as two.
    """
    if line.isascii():
        return 0
    culprits = {match[0] for match in _culprits(line, read)}
    weight = sum(not letter.isascii() for word in culprits for letter in word)
    if not weight or read is OLD[TWICE]:
        return weight
    key = _KEY.match(line)
    words = _WORD.findall(read(line[key.end() if key else 0 :]))
    sense = sum(map(is_syllable, words))
    if sense * 2 < len(words):
        return 0
    return weight + (sense == len(words) >= 2)


def _culprits(line: str, read: Callable[[str], str]) -> list[re.Match[str]]:
    """Return the words that are Vietnamese once decoded, and were not before."""
    words = _RUN if read is OLD[TWICE] else _WORD
    return [match for match in words.finditer(line) if _is_culprit(match[0], read)]


def _is_culprit(word: str, read: Callable[[str], str]) -> bool:
    if word.isascii() or is_syllable(word) or _UNIT.fullmatch(word):
        return False
    after = read(word)
    if read is OLD[TWICE]:
        return after != word and bool(_UNICODE.search(after) or is_syllable(after))
    if _UNICODE.search(word):
        return False
    return after != word and is_syllable(after) and len(word) > 1
