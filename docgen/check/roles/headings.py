"""Numbered parts of the text: phần, chương, mục, tiểu mục, điều, I., 1., a).

Wrong forms (“Phần 1”, “I/”, “a.”) are read as well, so that rules can speak of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from docgen.check.layout import Paragraph
from docgen.check.roles.text import is_bold, is_caps
from docgen.check.sheet import Heading

_ROMAN = r"[IVXLC]+"
_ORDINAL = rf"(?:thứ )?(?:{_ROMAN}|\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
_NAMED = (
    ("phan", re.compile(rf"(Phần {_ORDINAL})(?P<mark>[.:]?)(?:\s+|$)", re.IGNORECASE)),
    ("chuong", re.compile(rf"(Chương {_ORDINAL})(?P<mark>[.:]?)(?:\s+|$)", re.IGNORECASE)),
    ("tieu-muc", re.compile(rf"(Tiểu mục {_ORDINAL})(?P<mark>[.:]?)(?:\s+|$)", re.IGNORECASE)),
    ("muc-lon", re.compile(rf"(Mục {_ORDINAL})(?P<mark>[.:]?)(?:\s+|$)", re.IGNORECASE)),
)
_NUMBERED = (
    ("dieu", re.compile(r"(Điều \d+[a-zđ]?\s?[.:])(?:\s+|$)", re.IGNORECASE)),
    ("muc", re.compile(r"((?:[IVX]+|[IVXLC]{2,})\s?(?:[.)/:]|\s-))(?:\s+|$)")),
    ("khoan", re.compile(r"(\d{1,2}\s?[.)/])(?:\s+|$)")),
    ("khoan", re.compile(r"(\d{1,2}[.)])(?=[^\W\d_])")),
    ("diem", re.compile(r"([a-zđ]\s?[.)/])(?:\s+|$)")),
    ("diem", re.compile(r"([a-zđ]\))(?=[^\W\d_])")),
)
_CENTRED = frozenset({"phan", "chuong", "muc-lon", "tieu-muc"})
_END = ".;,:!?…"


class Number(NamedTuple):
    """The number at the head of a paragraph: its level ("" if none), itself, the words after it."""

    level: str = ""
    number: str = ""
    rest: str = ""


def split_number(paragraph: Paragraph) -> Number:
    """Return the number that *paragraph* begins with, printed by hand or automatically."""
    automatic = paragraph.number.strip()
    text = f"{automatic} {paragraph.text}".strip()
    for level, pattern in _NAMED:
        match = pattern.match(text)
        if match:
            rest = text[match.end() :]
            # “Phần I của Kế hoạch …” is a sentence
            whole = not rest or bool(match["mark"]) or is_caps(rest)
            return Number(level, match[1], rest) if whole and len(text) < 250 else Number()
    for level, pattern in _NUMBERED:
        match = pattern.match(text)
        if match:
            return Number(level, match[1], text[match.end() :])
    return Number()


def find_headings(paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """Return the headings in the order of the text."""
    headings: list[Heading] = []
    at = 0
    while at < len(paragraphs):
        number = split_number(paragraphs[at])
        below = 0
        if number.level in _CENTRED:
            below = _title_below(paragraphs, at, number)
            title_lines = tuple(paragraphs[at + 1 : at + 1 + below])
            words = [number.rest, *(line.text for line in title_lines)]
            title = " ".join(filter(None, words))
            headings.append(
                Heading(number.level, number.number, title, paragraphs[at], title_lines)
            )
        elif number.level:
            titled = _is_titled(paragraphs, at, number)
            title = number.rest.rstrip(":") if titled else ""
            headings.append(Heading(number.level, number.number, title, paragraphs[at]))
        at += 1 + below
    return tuple(headings)


def _title_below(paragraphs: Sequence[Paragraph], at: int, number: Number) -> int:
    """Count the lines below “Chương I” that hold its title."""
    if number.rest:
        return 0
    count = 0
    for one in paragraphs[at + 1 : at + 5]:
        like = is_caps(one.text) or (one.align == "center" and (not count or is_bold(one)))
        if split_number(one).level or not like or one.text[-1:] in ".;":
            break
        count += 1
    return count


def _is_titled(paragraphs: Sequence[Paragraph], at: int, number: Number) -> bool:
    """Tell whether the words after a number are a title, not the text itself.

    A title has no stop at its end. Bold words with a colon are one too; plain words without a stop
    only if they are short and something of another level follows.
    """
    rest = number.rest
    if not rest or len(rest) > 300:
        return False
    bold = is_bold(paragraphs[at], _typed(paragraphs[at], number))
    if number.level == "muc" and is_caps(rest):
        return True
    if rest[-1] in _END:
        return rest[-1] == ":" and bold and len(rest) < 160
    if bold:
        return True
    follower = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    if follower is None or len(rest) > 90:
        return False
    return split_number(follower).level != number.level


def _typed(paragraph: Paragraph, number: Number) -> int:
    """Return how many characters of the paragraph its number takes."""
    if paragraph.number.strip():
        return 0
    return len(paragraph.raw) - len(paragraph.raw.lstrip()) + len(number.number)
