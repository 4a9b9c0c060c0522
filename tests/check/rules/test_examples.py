"""The examples of the rules, which offices read: Vietnamese, apart from each other, true."""

from __future__ import annotations

import re
import unicodedata

import pytest

from docgen.check.report.catalogue import examples
from docgen.check.rule import Rule
from docgen.check.run import rules
from tests.check.cases import found
from tests.check.texts import says

each_rule = pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)

# without marks: “nghieng”, “phuong”, “uy”; hardly an English phrase is made of these alone
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
# units, fonts and what Word's own buttons are called
_NAMES = {
    "mm",
    "pt",
    "Letter",
    "Times",
    "New",
    "Roman",
    "Calibri",
    "Arial",
    "VnTime",
    "Unicode",
    "Shift",
    "Enter",
}
_SIGNS = {"TTr", "QyĐ", "TTg", "ThS", "kh", "ubnd", "pl"}
_MISTYPED = {"telex-left", "legacy-code", "placeholder"}  # whose bad examples are no Vietnamese


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def _is_vietnamese(word: str) -> bool:
    plain = unicodedata.normalize("NFD", word.lower()).replace("đ", "d").replace("ð", "d")
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    known = len(word) == 1 or word.isupper() or word in _NAMES | _SIGNS
    return known or _SYLLABLE.fullmatch(bare) is not None


@each_rule
def test_an_example_is_vietnamese(rule: Rule) -> None:
    bad, good = examples(rule)
    words = _words(good) + _words("" if rule.id in _MISTYPED else bad)

    assert [word for word in words if not _is_vietnamese(word)] == []


@pytest.mark.parametrize("text", ["landscape pages with a table", "not bold", "the name in italics",
                                  "nothing below the number", "both centred"])  # fmt: skip
def test_english_is_seen_as_such(text: str) -> None:
    assert not all(map(_is_vietnamese, _words(text)))


@each_rule
def test_good_is_not_bad(rule: Rule) -> None:
    bad, good = examples(rule)

    assert bad != good


def _said(rule: Rule) -> bool:
    """Tell whether the examples are phrases of a text, each a fault of its own."""
    text = rule.family in ("capitals", "orthography", "citations")
    return text and not rule.id.startswith("can-cu-") and rule.id != "double-blank"


@pytest.mark.parametrize(
    "rule", [rule for rule in rules().values() if _said(rule)], ids=lambda rule: rule.id
)
def test_the_examples_of_phrases_are_true(rule: Rule) -> None:
    bad, good = (words.strip("`").split("; ") for words in examples(rule))

    for phrase in bad:
        assert found(says(f"Theo {phrase}"), rule.id) != [], phrase
    for phrase in good:
        assert found(says(f"Theo {phrase}"), rule.id) == [], phrase
