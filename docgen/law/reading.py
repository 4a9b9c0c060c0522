"""Reading what people write: “ít nhất mười lăm (15) ngày”, “trên 50%”, “ngày 15 hằng tháng”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from docgen.vietnamese.dates import DateError, parse_date
from docgen.vietnamese.numbers import in_words

_WORDS = {in_words(n): n for n in range(1, 101)}
_NUMBER = r"\d{1,4}|" + "|".join(sorted(_WORDS, key=len, reverse=True))
_LENGTHS = {"ngày": 1, "tuần": 7, "tháng": 30, "năm": 365}
_AMOUNT = re.compile(
    rf"(?<![\w/.,])(?<!ngày )(?P<number>{_NUMBER}|nửa)(?:\s*\(\s*(?P<digits>\d{{1,4}})\s*\))?"
    rf"(?:\s*(?:-|–|đến)\s*(?:{_NUMBER}))?"
    r"\s+(?P<unit>ngày|tuần|tháng|năm)\b(?!\s*\d)(?P<working>\s+làm\s+việc)?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?P<post>niêm\s+yết|công\s+khai|dán)"
    r"|(?P<air>truyền\s+thanh|loa\b|phát(?!\s+(?:hành|sinh|phiếu|triển|tờ|huy|hiện|biểu)))"
    r"|(?P<web>đăng)",
    re.IGNORECASE,
)
_CLAUSE = re.compile("[,;.]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time in a text: “15 ngày làm việc”, and what it is said of.

    *verbs* are ``post``, ``air`` or ``web``; *before* and *after* are the words around it.
    """

    words: str
    count: int
    unit: str
    working: bool
    verbs: frozenset[str]
    before: str
    after: str

    @property
    def days(self) -> int:
        """The days from first to last; of working days, a week has five."""
        days = self.count * _LENGTHS[self.unit]
        return days * 7 // 5 if self.working else days


@lru_cache(maxsize=4096)
def amounts(text: str) -> tuple[Amount, ...]:
    """Return the lengths of time in *text*, each with the verbs of its part of the sentence."""
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[Amount]:
    verbs: frozenset[str] = frozenset()
    last = 0
    for match in _AMOUNT.finditer(text):
        verbs = _said_of(text, match, last) or verbs
        last = match.end()
        number, unit = match["digits"] or match["number"].lower(), match["unit"].lower()
        half = _LENGTHS[unit] // 2 if number == "nửa" else 0
        yield Amount(
            match[0],
            half or _WORDS.get(number) or int(number.replace("nửa", "0")),
            "ngày" if half else unit,
            bool(match["working"]),
            verbs,
            text[: match.start()],
            text[match.end() :],
        )


def _said_of(text: str, match: re.Match[str], last: int) -> frozenset[str]:
    """Return the verbs of the clause of *match*, else of those since *last*."""
    begin = max((stop.end() for stop in _CLAUSE.finditer(text, last, match.start())), default=last)
    stop = _CLAUSE.search(text, match.end())
    parts = (
        (begin, match.start()),
        (match.end(), stop.start() if stop else len(text)),
        (last, begin),
    )
    return next(filter(None, (_verbs(text, *part) for part in parts)), frozenset())


_ONE_DAY = r"(?:hết\s+)?(?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?![\d/])"
_PERIOD = re.compile(rf"từ\s+{_ONE_DAY}\s*(?:đến|tới|[-–])\s*{_ONE_DAY}", re.IGNORECASE)
_COMMON_YEAR = 2025


def periods(text: str) -> Iterator[Amount]:
    """Yield the times told by their first and last day: “từ 01/3/2025 đến 10/3/2025” is 10 days."""
    last = 0
    for match in _PERIOD.finditer(text):
        d1, m1, y1, d2, m2, y2 = (int(part or 0) for part in match.groups())
        verbs, last = _said_of(text, match, last), match.end()
        try:
            final = date(y2 or y1 or _COMMON_YEAR, m2, d2)
            first = date(y1 or final.year, m1, d1)
        except ValueError:
            continue
        days = (final - first).days + 1
        if days > 0:
            yield Amount(
                match[0],
                days,
                "ngày",
                working=False,
                verbs=verbs,
                before=text[: match.start()],
                after=text[match.end() :],
            )


def _verbs(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(str(verb.lastgroup) for verb in _VERB.finditer(text, start, end))


_SHARE = re.compile(
    r"(?<!ngày )(?<![\d/])(?P<over>\d{1,3})\s*/\s*(?P<under>[1-9]\d{0,2})(?![\d/])"
    rf"|(?P<percent>\d{{1,3}}(?:[.,]\d{{1,4}})?|\b(?:{_NUMBER}))\s*(?:%|phần\s+trăm)"
    rf"|(?P<parts>{_NUMBER})\s+phần\s+(?P<of>tư|{_NUMBER})\b"
    r"|(?P<half>bán|nửa)\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"(?:trên|hơn|quá|vượt|>)(?:\s+một)?\s*$", re.IGNORECASE)
_ONE_MORE = re.compile(r"\s*(?:\+|cộng)\s*(?:1|một)", re.IGNORECASE)


def share(text: str) -> tuple[Fraction, bool] | None:
    """Return the first share in *text* and whether it must be passed: “trên 50%” is (1/2, True)."""
    match = _SHARE.search(text)
    if match is None:
        return None
    above = _ABOVE.search(text[: match.start()]) or _ONE_MORE.match(text[match.end() :])
    return _fraction(match), above is not None


def _fraction(match: re.Match[str]) -> Fraction:
    if match["percent"]:
        told = match["percent"].lower()
        return Fraction(_WORDS.get(told) or Fraction(told.replace(",", "."))) / 100
    if match["over"]:
        return Fraction(int(match["over"]), int(match["under"]))
    if match["parts"]:
        under = "bốn" if match["of"].lower() == "tư" else match["of"]
        return Fraction(_whole(match["parts"]), max(1, _whole(under)))
    return Fraction(1, 2)


def _whole(text: str) -> int:
    return _WORDS[text.lower()] if text.lower() in _WORDS else int(text)


_RARE = re.compile(
    r"tháng|quý|/\s*(?:0?[2-9]|hai|ba)\s+tuần|(?:\b0?[2-9]|hai|ba|bốn)\s+tuần\s*(?:/|một\b|0?1\b|có|tiếp)",
    re.IGNORECASE,
)
_WEEKLY = re.compile(
    r"(?:h[ằà]ng|mỗi|các|/|(?<!hai )(?<!ba )\bmột|\b0?1|trong|thứ\s+\w+|lần)\s*tuần\b(?!\s+(?:đầu|cuối|thứ))"
    r"|h[ằà]ng\s+ngày|(?:các|mọi)\s+ngày\s+làm\s+việc",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\b(\d{1,2})\s*(?:ngày|lần|buổi)", re.IGNORECASE)
_LISTED = re.compile(r"ngày\s+((?:\d{1,2}\s*(?:,|và|;)?\s*(?:ngày\s+)?)+)", re.IGNORECASE)


def rarer_than_weekly(text: str) -> bool:
    """Tell whether a timetable says days of a month only: “ngày 15 hằng tháng”."""
    if not _RARE.search(text) or _WEEKLY.search(text):
        return False
    listed = _LISTED.search(text)
    days = len(re.findall(r"\d+", listed[1])) if listed else 0
    times = max((int(match[1]) for match in _TIMES.finditer(text)), default=0)
    return max(days, times) < 4  # four days of a month are one a week


_DATE = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
_CITED = re.compile(rf"ngày\s+({_DATE})", re.IGNORECASE)
_ISSUER = re.compile(r"\s*của\s+(?:(?:HĐND|Hội đồng nhân dân)[^.,;]{0,30},\s*)?[^.,;]{0,60}")
_SUBJECT = re.compile(r"[^.,;]*(?:\bvề\b|v/v)[^.,;]*", re.IGNORECASE)


def cited_day(text: str, start: int) -> date | None:
    """Return the day of the document in whose citation the words at *start* stand.

    “Kế hoạch số 15/KH-UBND ngày 20/01/2025 của UBND quận Ngô Quyền về …”: its issuer and subject
    were right on that day.
    """
    cited = list(_CITED.finditer(text, 0, start))
    if not cited:
        return None
    found = cited[-1]
    between = text[found.end() : start]
    if not (_ISSUER.fullmatch(between) or _SUBJECT.fullmatch(between) or not between.strip(" :")):
        return None
    try:
        return parse_date(found[1])
    except DateError:
        return None
