"""Numbers of headings: what they are worth, and where their order slips."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.sheet import Heading, Sheet
from docgen.check.wording import content
from docgen.vietnamese.letters import POINTS

_LEVELS = (
    "phan", "chuong", "muc-lon", "tieu-muc", "dieu", "muc", "khoan", "diem", "khoan)", "diem.",
)  # fmt: skip
# “a.” among “a)”, “b)” has a wrong mark, which is for numbering-mark, and is of their row
_TWIN = {"khoan": "khoan)", "khoan)": "khoan", "diem": "diem.", "diem.": "diem"}
_RUNS_ON = frozenset({"chuong", "dieu"})  # from one part into the next
_STRICT = frozenset({"phan", "chuong", "muc-lon", "tieu-muc", "dieu", "muc"})
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def label(head: Heading) -> str:
    """Return the number without “Chương”, dots and brackets: "II", "3", "đ"."""
    return head.number.split()[-1].strip(".)/: -") if head.number.split() else ""


def value(head: Heading) -> int | None:
    """Return what the number of a heading is worth, from 1; None if it is none."""
    mark = label(head)
    if mark.isdecimal():
        return int(mark)
    if head.level == "diem":
        return POINTS.index(mark) + 1 if mark in POINTS else None
    if mark.lower() in _WORDS:
        return _WORDS.index(mark.lower()) + 1
    return _roman(mark.upper())


def _roman(mark: str) -> int | None:
    if not mark or not set(mark) <= set(_ROMAN):
        return None
    worth = [_ROMAN[char] for char in mark]
    after = [*worth[1:], 0]
    return sum(-n if n < m else n for n, m in zip(worth, after, strict=True))


def slips(sheet: Sheet) -> Iterator[tuple[Heading, str]]:
    """Yield each heading whose number does not follow from the one before it, and how.

    A khoản or điểm that begins anew with 1 or a is taken for another list. What stands between
    quotation marks, as in a document that amends another, is not counted.
    """
    last: dict[str, int] = {}
    reached: dict[str, int] = {}
    aside = quoted_parts(sheet)
    for head in sheet.headings:
        level, number = _level(head), value(head)
        if number is None or id(head.paragraph) in aside:
            continue
        fault = _fault(level, number, last.get(level), reached.get(level, 0))
        if fault and last.get(_TWIN.get(level, "")) == number - 1:
            level = _TWIN[level]
        elif fault:
            yield head, fault
        last[level] = reached[level] = number
        for deeper in _LEVELS[_LEVELS.index(level) + 1 :]:
            if deeper not in _RUNS_ON:
                last.pop(deeper, None)
        if level == "phan":
            last.pop("chuong", None)


def _level(head: Heading) -> str:
    if head.level == "khoan" and head.number.endswith(")"):
        return "khoan)"
    return "diem." if head.level == "diem" and not head.number.endswith(")") else head.level


def _fault(level: str, number: int, before: int | None, reached: int) -> str:
    if before is None:
        return "không bắt đầu từ số thứ tự đầu tiên" if number not in (1, reached + 1) else ""
    if number == before:
        return "trùng với số thứ tự đứng trước"
    if number == before + 1 or (number == 1 and level not in _STRICT):
        return ""
    return "bỏ cách số thứ tự" if number > before else "lùi lại so với số thứ tự đứng trước"


def quoted_parts(sheet: Sheet) -> set[int]:
    """Return which paragraphs (by id) begin inside a quotation that runs over paragraphs."""
    inside: set[int] = set()
    depth = 0
    for each in content(sheet):
        if depth:
            inside.add(id(each))
        depth = max(depth + each.text.count("“") - each.text.count("”"), 0)
        if each.text.rstrip(".;, ").endswith("”"):
            depth = 0
    return inside
