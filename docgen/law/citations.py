"""Legal bases that a document cites: in force on its day, or not any more, or not yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from docgen.law.lexicon import law_key
from docgen.law.paper import Paper, Passage
from docgen.law.reading import cited_day
from docgen.law.rule import Hit, Numbers, rule
from docgen.model.record import holds
from docgen.model.vocabulary import VanBanPhapLuat
from docgen.vietnamese.dates import short_date

_CITE = "khoản 6 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"
_NUMBER = re.compile(
    r"(?<![\w/.-])(\d{1,4})\s*/\s*(\d{4})\s*/\s*"
    r"([A-Za-zĐđ]+\d*(?:[-–‑][A-Za-zĐđ]+\d*|\s[-–‑]\s?[A-ZĐ]+\d*|\s?[-–‑]\s[A-ZĐ]+\d*)*)(?![\w/])"
)
_REPLACED = re.compile(r"(?:thay\s+thế|bãi\s+bỏ|thay\s+cho)[^.;]{0,40}$", re.IGNORECASE)
_OLD = re.compile(
    r"\s*[(,]?\s*(?:cũ\b|trước\s+đây|(?:nay\s+)?(?:đã\s+)?(?:được|bị)\s+(?:thay\s+thế|bãi\s+bỏ))",
    re.IGNORECASE,
)
_SUMMED_UP = re.compile(
    r"(?:tổng|sơ)\s+kết\b[^.;,]{0,40}(?:thực\s+hiện|thi\s+hành|triển\s+khai)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"[^.;]{0,60}(?:có|hết|còn)\s+hiệu\s+lực", re.IGNORECASE)
Cited = tuple[Passage, str, VanBanPhapLuat, tuple[date, ...]]


@rule("legal-basis-expired", source=_CITE)
def legal_basis_expired(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Documents rest on what is in force on their day.

    Bad:  y_rieng: Thực hiện Nghị định số 04/2015/NĐ-CP của Chính phủ.
    Good: y_rieng: Thực hiện Nghị định số 59/2023/NĐ-CP của Chính phủ.
    """
    for passage, words, law, days in _cited(paper):
        if law.den and all(law.den < day for day in days):
            ended = short_date(law.den + timedelta(days=1))
            when = f"trước ngày {short_date(days[0])} của văn bản"
            message = f"{law.so} ({law.ten}) hết hiệu lực từ ngày {ended}, {when}"
            yield Hit(passage.file, passage.loc, message, _instead(paper, law, days[0]), words)


@rule("legal-basis-early", source=_CITE)
def legal_basis_early(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Documents do not rest on what comes into force after their day.

    Bad:  y_rieng: Căn cứ Nghị định 150/2025/NĐ-CP.    (of 10/02/2025)
    Good: y_rieng: Căn cứ Nghị định 37/2014/NĐ-CP.
    """
    for passage, words, law, days in _cited(paper):
        if law.tu and all(day < law.tu for day in days):
            when = f"sau ngày {short_date(days[0])} của văn bản"
            message = f"{law.so} ({law.ten}) có hiệu lực từ ngày {short_date(law.tu)}, {when}"
            hint = "viện dẫn văn bản đang có hiệu lực, hoặc ghi rõ ngày có hiệu lực"
            yield Hit(passage.file, passage.loc, message, hint, words)


def _cited(paper: Paper) -> Iterator[Cited]:
    """Yield the citations of known laws; what is told to be replaced or to come is no basis."""
    laws = paper.lexicon.laws
    for passage in paper.all_texts if laws else ():
        for match in _NUMBER.finditer(passage.text) if "/" in passage.text else ():
            law = laws.get(law_key(match[0]))
            before, after = passage.text[: match.start()], passage.text[match.end() :]
            if law is None or _is_past(before, after):
                continue
            day = cited_day(passage.text, match.start())
            yield passage, match[0], law, (day,) if day else passage.days


def _is_past(before: str, after: str) -> bool:
    """Tell whether the words around a citation call it replaced, or look back on it."""
    looked_back = _REPLACED.search(before) or _SUMMED_UP.search(before)
    return bool(looked_back or _OLD.match(after) or _TOLD.match(after))


def _instead(paper: Paper, law: VanBanPhapLuat, day: date) -> str:
    """Return what stands in the place of *law* on *day*, through every replacement since."""
    laws = paper.lexicon.laws
    seen: list[str] = []
    while law.thay_boi and law.thay_boi not in seen:
        seen.append(law.thay_boi)
        heir = laws.get(law_key(law.thay_boi))
        if heir is None:
            return f"viện dẫn {seen[-1]}"
        if holds(heir, day) or not heir.thay_boi:
            since = f", có hiệu lực từ ngày {short_date(heir.tu)}" if heir.tu else ""
            return f"viện dẫn {heir.so} ({heir.ten}){since}"
        law = heir
    return "bỏ căn cứ này hoặc viện dẫn văn bản đang có hiệu lực"
