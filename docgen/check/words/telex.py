"""Syllables left as typed: “dduwowcj” for “được”, where the keyboard's Telex was off."""

from __future__ import annotations

import re

_TONES = "sfrxj"
_MARKS = (("uow", "ươ"), ("uwow", "ươ"), ("uwo", "ươ"), ("uw", "ư"), ("ow", "ơ"), ("aw", "ă"),
          ("aa", "â"), ("ee", "ê"), ("oo", "ô"))  # fmt: skip
_LETTER = re.compile("uwow|uow|uwo|uw|ow|aw|aa|ee|oo")
_SYLLABLE = re.compile(
    "(?:đ|b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|qu|r|s|th|tr|t|v|x)?"
    "(?:(?:iê|yê|uô|ươ|uyê|uâ|oă|ă|â)(?:ch|ng|nh|[cmnpt])"
    "|(?:oa|oe|uê|uy|[aeêioôơuưy])(?:ch|ng|nh|[cmnpt])?"
    "|iêu|yêu|oai|oay|oeo|uây|uôi|ươi|ươu|uyu"
    "|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|uơ|ưa|ui|ưi|ưu)"
)
_ENGLISH = frozenset(  # words that could be keystrokes of a syllable
    (
        *("beer", "bees", "boots", "bows", "cows", "deer", "door", "goof", "hoof", "hoots"),
        *("hows", "keeps", "lees", "loots", "lows", "meets", "moons", "moor", "rooms", "roof"),
        *("roots", "rows", "seems", "seer", "sees", "teens", "toots", "tows", "trees", "veer"),
        *("vows", "zoos"),
    )
)
_CANDIDATE = re.compile(r"(?<![\w.@/-])[a-z]{3,9}(?![\w@/-]|\.\w)")


def left_over(text: str) -> list[str]:
    """Return the syllables of *text* that are keystrokes of Telex: a letter's mark and a tone."""
    return [word for word in _CANDIDATE.findall(text) if is_telex(word)]


def is_telex(word: str) -> bool:
    """Tell whether *word* has a mark and a tone typed after it, or dd, and reads as a syllable."""
    bare = word[:-1] if word[-1] in _TONES else word
    doubled = bare.startswith("dd")
    bare = "đ" + bare[2:] if doubled else bare
    shown = _LETTER.sub(lambda found: dict(_MARKS)[found[0]], bare)
    marked = shown != bare
    toned = word[-1] in _TONES
    if word in _ENGLISH or not ((marked and toned) or (doubled and (marked or toned))):
        return False
    return _SYLLABLE.fullmatch(shown) is not None
