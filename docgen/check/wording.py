"""The words of a document for rules of language: which paragraphs, in what order, what around.

Names and numbers of the header and the signature have rules of their own and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.check.judge import shouted
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits
from docgen.check.sheet import Heading, Sheet

CENTRED = frozenset({"phan", "chuong", "muc-lon", "tieu-muc"})
UPPER = "".join(
    chr(n)
    for n in (*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))
    if chr(n).isupper()
)
NAME = rf"[{UPPER}][^\W\d_]*"  # a word with a capital
_LABELS = (
    "quoc_hieu",
    "tieu_ngu",
    "chu_quan",
    "ban_hanh",
    "so",
    "dia_danh_ngay",
    "quyen_han",
    "chuc_vu_khac",
    "ho_ten",
    "do_khan",
    "do_mat",
    "luu_hanh",
    "nguoi_soan",
)


def written(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return every paragraph with words, tables too, without those of another document."""
    elsewhere = {id(each) for other in sheet.others for each in other.layout.body}
    return tuple(each for each in sheet.layout.body if each.text and id(each) not in elsewhere)


def worded(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return what is written in sentences and phrases: no header, no signature, no capitals."""
    labels = {each.place for role in _LABELS for each in _part(sheet, role)}
    return tuple(
        each for each in written(sheet) if each.place not in labels and not shouted(each.text)
    )


def _part(sheet: Sheet, role: str) -> tuple[Paragraph, ...]:
    held = getattr(sheet, role)
    return held if isinstance(held, tuple) else (held,) if held is not None else ()


def content(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return the text (ô số 6) outside tables, with grounds and headings, in order."""
    heads = [each for head in sheet.headings for each in (head.paragraph, *head.title_lines)]
    held = {id(each): each for each in (*sheet.can_cu, *sheet.body, *heads)}
    order = {id(each): at for at, each in enumerate(sheet.layout.body)}
    return tuple(sorted(held.values(), key=lambda each: order.get(id(each), len(order))))


def prose(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return the text without grounds (căn cứ) and without titles of its parts."""
    grounds = {id(each) for each in sheet.can_cu}
    titles = {id(each) for head in sheet.headings for each in title_of(head)}
    return tuple(each for each in content(sheet) if id(each) not in grounds | titles)


def title_of(head: Heading) -> tuple[Paragraph, ...]:
    """Return the paragraphs that are nothing but a number and its title."""
    if head.level in CENTRED:
        return (head.paragraph, *head.title_lines)
    return (head.paragraph,) if head.title or head.level == "muc" else ()


def grounds(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return the grounds, with “Theo đề nghị của …” that stands behind them in other letters."""
    late = []
    for each in sheet.body:
        if not sheet.can_cu or not each.text.startswith(("Căn cứ ", "Theo đề nghị ", "Xét ")):
            break
        if each.text.endswith(":"):
            break
        late.append(each)
    return (*sheet.can_cu, *late)


def matches(
    words: Iterable[Paragraph], pattern: re.Pattern[str]
) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Yield every match of *pattern* with the paragraph that it stands in."""
    for each in words:
        for match in pattern.finditer(each.text):
            yield each, match


def around(text: str, start: int, end: int, reach: int = 18) -> str:
    """Return the words of a fault with a little of what stands about it, between quotes."""
    left = (
        text.rfind(" ", max(start - 4 * reach, 0), max(start - reach, 0)) + 1
        if start > reach
        else 0
    )
    right = text.find(" ", end + reach, end + 4 * reach)
    right = min(len(text), end + 4 * reach) if right < 0 else right
    before = "…" if left else ""
    after = "…" if right < len(text) else ""
    return f"“{before}{text[left:right]}{after}”"


def opens(text: str, at: int) -> bool:
    """Tell whether a sentence or an item of a list begins at *at*."""
    before = text[max(at - _REACH, 0) : at].rstrip(" “‘\"'(*")
    return (
        (not before and at <= _REACH)
        or before[-1:] in ".?!:;…-–—+•/"
        or _NUMBER.fullmatch(before) is not None
    )


_REACH = 40
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[a-zđ])[.)]")


def gathered(found: Iterable[tuple[Paragraph, str]], name: str, severity: str = "") -> Hits:
    """Yield one hit for the document: where the first is, what they are, how many."""
    held = list(found)
    if not held:
        return
    kinds = list(dict.fromkeys(words for _, words in held))
    shown = ", ".join(kinds[:5]) + ("…" if len(kinds) > 5 else "")
    often = f" ({len(held)} chỗ)" if len(held) > 1 else ""
    yield Hit(held[0][0].place, f"{name}: {shown}{often}", severity)
