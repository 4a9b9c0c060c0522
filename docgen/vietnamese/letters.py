"""Letters: the alphabet, points (điểm), dictionary order, marks and tone marks (dấu thanh)."""

import re
import string
import unicodedata
from functools import lru_cache

# điểm đ khoản 6 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP: "theo thứ tự bảng chữ cái tiếng
# Việt"; the decree's own points have đ, and neither ă â ê ô ơ ư nor f j w z.
POINTS = tuple("abcdđeghiklmnopqrstuvxy")

# f, j, w and z are no Vietnamese letters, but names hold them; they sort where Latin has them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_VOWELS = "aăâeêioôơuưy"

# ngang, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries.
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_NUMBER = re.compile(r"[0-9]+|[^\W\d_]+")

_Syllable = tuple[int, tuple[int, ...], int]
SortKey = tuple[tuple[_Syllable, ...], str, str]


def _compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_LOWER = {_compose(vowel + tone) for vowel in _VOWELS for tone in _TONES} | set(_ALPHABET)
_VIETNAMESE = _LOWER | {letter.upper() for letter in _LOWER} | set(string.ascii_letters)


def nfc(text: str) -> str:
    """Return *text* composed, with a true Đ in Vietnamese words.

    Old fonts and keyboards type Ð (U+00D0, eth) or Ɖ (U+0189) for Đ (U+0110), and ð for đ; they
    look alike and compare unequal, and no Unicode normal form unites them. A word with letters
    that Vietnamese lacks is left alone, and so is a ð inside a word (Guðrún): đ begins a syllable.
    """
    composed = _compose(text)
    if composed.isascii() or not ("Ð" in composed or "Ɖ" in composed or "ð" in composed):
        return composed
    return _WORD.sub(lambda match: _with_true_d(match[0]), composed)


def _with_true_d(word: str) -> str:
    mended = re.sub("[ÐƉ]", "Đ", re.sub("^ð", "đ", word))
    return mended if _VIETNAMESE.issuperset(mended) else word


def point(n: int) -> str:
    """Return the letter of the *n*-th point (điểm): a, b, c, d, đ, e, g and so on, from 1.

    Raise ValueError past y: the decree has no letters for a 24th point.
    Source: điểm đ khoản 6 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP.
    """
    if not 1 <= n <= len(POINTS):
        raise ValueError(
            f"Không có chữ cái cho điểm thứ {n}: một khoản có từ 1 đến {len(POINTS)} điểm"
            " (a đến y), hãy chia thành nhiều khoản."
        )
    return POINTS[n - 1]


def strip_marks(text: str) -> str:
    """Return *text* without tone marks and letter marks: "Cầu Đất" gives "Cau Dat"."""
    plain = nfc(text).replace("đ", "d").replace("Đ", "D")
    decomposed = unicodedata.normalize("NFD", plain)
    return _compose("".join(c for c in decomposed if not unicodedata.combining(c)))


def fold(text: str) -> str:
    """Return *text* in lower case without marks, to find what was nearly typed."""
    return strip_marks(nfc(text).lower())


def slug(text: str) -> str:
    """Return *text* as an ASCII name for files: "UBND phường Cầu Đất" gives "ubnd-phuong-cau-dat".

    What is neither a letter nor a digit parts the words; a text without any gives "".
    """
    return re.sub("[^a-z0-9]+", "-", fold(text)).strip("-")


def sort_key(text: str) -> SortKey:
    """Return the key that puts texts in the order of Vietnamese dictionaries.

    Syllable by syllable: first the letters (a ă â b c d đ e ê…), then the tone of that syllable,
    only then the next syllable. Numbers come before letters, by value: "Tổ 2" before "Tổ 10".
    Case and punctuation only part what is otherwise equal, so the order is total.
    """
    composed = nfc(text)
    lower = nfc(composed.lower())
    return tuple(map(_syllable, _WORD_OR_NUMBER.findall(lower))), lower, composed


def _syllable(word: str) -> _Syllable:
    if word[0] in string.digits:
        number = word.lstrip("0")
        return 0, (len(number), *map(int, number)), 0
    decomposed = unicodedata.normalize("NFD", word)
    tone = max((_TONES.index(c) for c in decomposed if c in _TONES), default=0)
    letters = _compose("".join(c for c in decomposed if c not in _TONES))
    return 1, tuple(_RANKS.get(c, len(_RANKS) + ord(c)) for c in letters), tone


# Only these open syllables are written in two ways; oan, oai, uynh, uya… have one place for the
# tone. The u of "quý" belongs to the onset qu, which is why q is missing here.
_ONSETS = frozenset(
    ("", *"bcdđghklmnprstvx", "ch", "gh", "kh", "ng", "ngh", "nh", "ph", "th", "tr")
)
_OLD_ENDINGS = {
    _compose(first + second + tone): _compose(first + tone + second)
    for pair in ("oa", "oe", "uy")
    for first in (pair[0], pair[0].upper())
    for second in (pair[1], pair[1].upper())
    for tone in _TONES[1:]
}
_ON_SECOND = re.compile("|".join(_OLD_ENDINGS))


@lru_cache(maxsize=1024)
def old_tones(text: str) -> str:
    """Return *text* with the tone where the decree's Quốc hiệu has it: hòa, khỏe, ủy; not hoà, uỷ.

    Source: điểm a khoản 1 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP ("CỘNG HÒA"), and
    "ỦY BAN NHÂN DÂN" throughout it.
    """
    composed = nfc(text)
    if not _ON_SECOND.search(composed):
        return composed
    return nfc(_WORD.sub(lambda match: _old_tone(match[0]), composed))


def _old_tone(word: str) -> str:
    onset, ending = word[:-2], word[-2:]
    if ending in _OLD_ENDINGS and onset.lower() in _ONSETS:
        return onset + _OLD_ENDINGS[ending]
    return word
