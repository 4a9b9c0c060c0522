"""Disclosure (công khai thông tin): how soon, how long. Điều 12, 13 for communes, 47, 48 for offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.law.paper import Paper, Row
from docgen.law.reading import Amount, amounts, periods
from docgen.law.rule import DEMOCRACY, Hit, Numbers, rule

_DEADLINE = re.compile(
    r"(?:chậm\s+nhất|muộn\s+nhất|không\s+quá|tối\s+đa|trong\s+vòng|trong\s+thời\s+hạn"
    r"|không\s+(?:muộn|chậm|trễ)\s+hơn)[^,;.]{0,20}$|\b(?:sau|trong)\s+$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\btrước\s+(?:khi|ngày|lúc)[^,;.]*$", re.IGNORECASE)
_AHEAD = re.compile(r"\s*(?:liên\s+tục\s*)?,?\s*trước\s+(?:khi|ngày|lúc)", re.IGNORECASE)
_LASTING = re.compile(
    r"(?:niêm\s+yết|dán|đăng|phát)[^,;.]*\btrong\s+(?:vòng\s+|thời\s+hạn\s+)?$", re.IGNORECASE
)
_ENDED = re.compile(r"hết\s+(?:thời\s+)?hạn[^,;.]{0,20}$", re.IGNORECASE)
_SINCE = re.compile(
    r"\s*(?:,\s*)?(?:kể\s+từ|tính\s+từ|từ\s+(?:ngày|khi)|sau\s+(?:ngày|khi))", re.IGNORECASE
)
_OTHER_LAW = re.compile(r"\b(?:luật|pháp\s+luật|nghị\s+định|thông\s+tư|bộ\s+luật)\b", re.IGNORECASE)
_ALWAYS = re.compile(
    r"thường\s+(?:xuyên|trực)|lâu\s+dài|cố\s+định|suốt|hằng\s+ngày|quanh\s+năm"
    r"|(?:liên\s+tục|trong)\s+(?:trong\s+)?(?:cả\s+)?năm\b|cả\s+năm",
    re.IGNORECASE,
)


@rule(
    "disclosure-late",
    source=f"khoản 3 Điều 12 {DEMOCRACY}",
    working_days=5,
    days=7,  # five working days and the weekend among them
)
def disclosure_late(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Communes tell their people what they must within five working days.

    Bad:  thoi_diem: chậm nhất 15 ngày làm việc kể từ ngày có quyết định
    Good: thoi_diem: chậm nhất 05 ngày làm việc kể từ ngày có quyết định
    """
    return _late(paper, numbers) if paper.is_commune else iter(())


@rule(
    "office-disclosure-late",
    source=f"khoản 2 Điều 47 {DEMOCRACY}",
    working_days=5,
    days=7,
)
def office_disclosure_late(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Offices tell their people what they must within five working days.

    Bad:  thoi_diem: trong vòng 10 ngày làm việc kể từ ngày ký
    Good: thoi_diem: chậm nhất 05 ngày làm việc kể từ ngày ký
    """
    return _late(paper, numbers) if paper.is_office else iter(())


def _late(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    limit = numbers["working_days"]
    for row in paper.rows("cong_khai"):
        text = row.text("thoi_diem")
        if _OTHER_LAW.search(text):  # both clauses give way to what another law says
            continue
        for amount in filter(_is_deadline, amounts(text)):
            most = limit if amount.working else numbers["days"]
            if (amount.count if amount.working else amount.days) > most:
                message = f"công khai sau “{amount.words}”, chậm hơn {limit:02} ngày làm việc"
                hint = f"viết  chậm nhất {limit:02} ngày làm việc  hoặc nêu luật quy định khác"
                yield Hit(row.file, (*row.loc, "thoi_diem"), message, hint, amount.words)


def _is_deadline(amount: Amount) -> bool:
    if _BEFORE.search(amount.before) or _AHEAD.match(amount.after):
        return False  # so long before another event
    since = _SINCE.match(amount.after)
    if _LASTING.search(amount.before) and not since:
        return False  # how long, not how soon
    return bool(_DEADLINE.search(amount.before) or since or amount.working)


@rule("posting-short", source=f"khoản 2 Điều 13 {DEMOCRACY}", days=30, always=(4, 13), other=(14,))
def posting_short(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Communes post their news for thirty days on end.

    Bad:  thoi_han: niêm yết 15 ngày
    Good: thoi_han: niêm yết ít nhất 30 ngày liên tục
    """
    for row in paper.rows("cong_khai") if paper.is_commune else ():
        if row.number("khoan") not in (*numbers["always"], *numbers["other"]):
            yield from _short(row, numbers["days"], {"post"}, "niêm yết")


@rule("posting-not-constant", source=f"khoản 2 Điều 13 {DEMOCRACY}", khoan=(4, 13))
def posting_not_constant(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Rules of democracy (khoản 4 Điều 11) and formalities (khoản 13) are posted all the time.

    Bad:  khoan: 13 … thoi_han: niêm yết ít nhất 30 ngày liên tục
    Good: khoan: 13 … thoi_han: niêm yết thường xuyên
    """
    for row in paper.rows("cong_khai") if paper.is_commune else ():
        text = row.text("thoi_han")
        if row.number("khoan") in numbers["khoan"] and text and not _ALWAYS.search(text):
            message = f"nội dung của khoản {row.number('khoan')} Điều 11 phải niêm yết thường xuyên"
            hint = "viết  niêm yết thường xuyên"
            yield Hit(row.file, (*row.loc, "thoi_han"), message, hint)


@rule("broadcast-short", source=f"khoản 3 Điều 13 {DEMOCRACY}", days=3, khoan=range(7, 13))
def broadcast_short(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """News of khoản 7 to 12 of Điều 11 is broadcast for three days on end.

    Bad:  thoi_han: niêm yết ít nhất 30 ngày liên tục, phát 01 ngày
    Good: thoi_han: niêm yết ít nhất 30 ngày liên tục, phát ít nhất 03 ngày liên tục
    """
    for row in paper.rows("cong_khai") if paper.is_commune else ():
        if row.number("khoan") in numbers["khoan"]:
            yield from _short(row, numbers["days"], {"air"}, "phát truyền thanh")


@rule("office-posting-short", source=f"khoản 1, khoản 2 Điều 48 {DEMOCRACY}", days=20)
def office_posting_short(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Offices post their news, on a board or a site, for twenty days on end.

    Bad:  thoi_han: niêm yết 10 ngày
    Good: thoi_han: niêm yết ít nhất 20 ngày liên tục
    """
    for row in paper.rows("cong_khai") if paper.is_office else ():
        yield from _short(row, numbers["days"], {"post", "web"}, "niêm yết, đăng tải")


def _short(row: Row, least: int, verbs: set[str], done: str) -> Iterator[Hit]:
    """Yield a breach if the longest time said of *verbs* (or of none: of posting) is too short."""
    text = row.text("thoi_han")
    said = [
        amount
        for amount in (*amounts(text), *periods(text))
        if (amount.verbs & verbs or (not amount.verbs and "post" in verbs))
        and not _ENDED.search(amount.before)
    ]
    if said and (longest := max(said, key=lambda amount: amount.days)).days < least:
        message = f"{done} “{longest.words}”, ít hơn {least:02} ngày liên tục"
        hint = f"viết  {done} ít nhất {least:02} ngày liên tục"
        yield Hit(row.file, (*row.loc, "thoi_han"), message, hint, longest.words)
