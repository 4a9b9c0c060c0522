"""What rules share: figures as officials write them, and the faults of a part's letters.

A part (thành phần thể thức) is a tuple of paragraphs; *name* is what people call it (“Quốc hiệu”).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from docgen.check.layout import Paragraph, Place, Rule, Run
from docgen.check.rule import Hit, Hits, NotEvaluated
from docgen.check.sheet import Sheet
from docgen.vietnamese.widths import width_mm, wrap

Part = tuple[Paragraph, ...]
ALIGNED = {"left": "trái", "right": "phải", "center": "giữa", "both": "đều hai lề"}
_SIZE_TOLERANCE_PT = 0.25  # half of Word's step


def clause(words: str, annex: str = "Phần I Phụ lục I") -> str:
    """Return a clause as an official cites it: `clause("điểm a khoản 1 Mục II")`."""
    return f"{words} {annex} Nghị định 30/2020/NĐ-CP"


def part(sheet: Sheet, role: str) -> Part:
    """Return the paragraphs of a role, none if the document has no such part."""
    held = getattr(sheet, role)
    if held is None:
        return ()
    return held if isinstance(held, tuple) else (held,)


def mm(value: float) -> str:
    """Return a length as people write it: "31,8 mm"."""
    return f"{value:.1f} mm".replace(".", ",")


def figure(value: float) -> str:
    """Return a number without useless decimals: "13", "12,5"."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def quoted(text: str, most: int = 60) -> str:
    """Return *text* between quotes, cut where it is long."""
    return f"“{text}”" if len(text) <= most else f"“{text[: most - 1].rstrip()}…”"


def letters(words: Paragraph) -> tuple[Run, ...]:
    """Return the runs whose format a reader sees: no line ends, no raised marks of notes."""
    seen = tuple(run for run in words.worded if run.text.strip())
    return tuple(run for run in seen if not run.raised) or seen


def off_size(words: Part, name: str, span: tuple[float, float]) -> Hits:
    """Yield each paragraph with letters smaller or larger than *span* allows, in points."""
    low, high = span[0] - _SIZE_TOLERANCE_PT, span[1] + _SIZE_TOLERANCE_PT
    for each in words:
        sizes = sorted({run.size_pt for run in letters(each) if not low <= run.size_pt <= high})
        if sizes:
            found = f"{name} cỡ chữ {' và '.join(map(figure, sizes))}"
            yield Hit(each.place, found + _which(each, words))


def _which(each: Paragraph, words: Part) -> str:
    """Return the words of one line of many, so that it can be told from the others."""
    return f": {quoted(each.text, 40)}" if len(words) > 1 else ""


def off_bold(words: Part, name: str, *, bold: bool) -> Hits:
    """Yield each paragraph with letters that are not bold (đậm), or are."""
    yield from _off(words, name, lambda run: run.bold != bold, "không đậm" if bold else "đậm")


def off_italic(words: Part, name: str, *, italic: bool) -> Hits:
    """Yield each paragraph with letters that are not italic (nghiêng), or are."""
    fault = "không nghiêng" if italic else "nghiêng"
    yield from _off(words, name, lambda run: run.italic != italic, fault)


def _off(words: Part, name: str, wrong: Callable[[Run], bool], fault: str) -> Hits:
    for each in words:
        runs = [run for run in letters(each) if wrong(run)]
        if runs:
            some = "có chữ" if len(runs) < len(letters(each)) else "in chữ"
            yield Hit(each.place, f"{name} {some} {fault}{_which(each, words)}")


def off_style(words: Part, name: str, *, bold: bool, italic: bool = False) -> Hits:
    """Yield each paragraph that is not bold or not italic as it should be."""
    yield from off_bold(words, name, bold=bold)
    yield from off_italic(words, name, italic=italic)


def off_capitals(words: Part, name: str) -> Hits:
    """Yield each paragraph that is not all in capitals (in hoa)."""
    for each in words:
        if each.text != each.text.upper():
            yield Hit(each.place, f"{name} không in hoa: {quoted(each.text)}")


def off_lower_case(words: Part, name: str) -> Hits:
    """Yield each paragraph that is all in capitals where small letters are due (in thường)."""
    for each in words:
        if shouted(each.text):
            yield Hit(each.place, f"{name} in hoa: {quoted(each.text)}")


def shouted(text: str) -> bool:
    """Return whether all letters are capitals, in more than an abbreviation."""
    return text.isupper() and sum(map(str.isalpha, text)) > 4


def off_centre(words: Part, name: str) -> Hits:
    """Yield each paragraph that is not centred (canh giữa)."""
    for each in words:
        if each.worded and each.align != "center":
            found = f"{name} canh {ALIGNED.get(each.align, each.align)}{_which(each, words)}"
            yield Hit(each.place, found, "warning")


def no_rule(words: Part, name: str) -> Hits:
    """Yield that the line below *words* is not there; underlined words are a milder fault."""
    last = words[-1]
    if any(run.underline for run in last.worded):
        first = name[:1].upper() + name[1:]
        yield Hit(last.place, f"{first} gạch chân chữ, không có đường kẻ riêng", "warning")
    else:
        yield Hit(last.place, f"Không có đường kẻ dưới {name}")


def off_rule(rule: Rule | None, words: Part, share: tuple[float, float]) -> Hits:
    """Yield that the line is not solid, or too short or long for any line of *words*."""
    if rule is None:
        raise NotEvaluated("không có đường kẻ")
    where = words[-1].place
    if not rule.solid:
        yield Hit(where, "Đường kẻ không phải nét liền")
    if rule.length_mm is None:
        raise NotEvaluated("tệp không cho biết độ dài đường kẻ")
    lengths = [length for each in words for length in line_lengths(each)]
    if not any(share[0] <= rule.length_mm / length <= share[1] for length in lengths):
        low, high = (mm(part * max(lengths)) for part in share)
        found = f"Đường kẻ dài {mm(rule.length_mm)}, phải từ {low} đến {high}"
        yield Hit(where, f"{found} (dòng chữ dài {mm(max(lengths))})", "warning")


def off_balance(rule: Rule | None, words: Part, tolerance_mm: float) -> Hits:
    """Yield that the line does not stand in the middle below *words*."""
    if rule is None:
        raise NotEvaluated("không có đường kẻ")
    if rule.length_mm is None or rule.offset_mm is None:
        raise NotEvaluated("tệp không cho biết vị trí đường kẻ")
    off = rule.offset_mm + rule.length_mm / 2 - words[-1].column_mm / 2
    if abs(off) > tolerance_mm:
        side = "phải" if off > 0 else "trái"
        yield Hit(words[-1].place, f"Đường kẻ lệch sang {side} {mm(abs(off))}", "warning")


def line_lengths(words: Paragraph) -> list[float]:
    """Return the length in millimetres of each line that Word makes of *words*.

    No-break blanks hold a line together, so the words are taken as they were typed.
    """
    first = words.worded[0] if words.worded else Run("")
    # a hair's breadth less: a line that just fits is as likely broken
    room = max(words.column_mm - words.left_mm - words.right_mm - 0.1, 10.0)
    how = {"bold": first.bold, "italic": first.italic}
    typed = [re.sub("[ _]+", " ", line).strip() for line in words.raw.split("\n")]
    lines = [line for each in typed for line in wrap(each, room, first.size_pt, **how)]
    measured = (width_mm(line, first.size_pt, **how) for line in lines)
    return [length for length in measured if length] or [room]


def off_spacing(words: Part, name: str) -> Hits:
    """Yield each paragraph that is not single-spaced from the one above it."""
    for each in words:
        if each.line_rule == "auto" and abs(each.line - 1) > 0.02:
            yield Hit(each.place, f"{name} giãn dòng {figure(each.line)}", "warning")
    for above, below in pairwise(words):
        gap = above.after_pt + below.before_pt
        if gap > 0.5:
            yield Hit(below.place, f"{name} cách dòng trên {figure(gap)} pt", "warning")


HEAD = Place("đầu văn bản")
FOOT = Place("cuối văn bản")


def absent(sheet: Sheet, role: str, where: Place, name: str) -> Hits:
    """Yield that the document has no such part."""
    if not part(sheet, role):
        yield Hit(where, f"Không có {name}")
