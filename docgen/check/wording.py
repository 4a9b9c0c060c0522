"""The words of a document for rules of language: which paragraphs, in what order, what around.

Names and numbers of the header and the signature have rules of their own and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps

from docgen.check.judge import Part, shouted
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


def _once(find: Callable[[Sheet], Part]) -> Callable[[Sheet], Part]:
    """Keep what *find* returns with the sheet: many rules ask for the same words."""

    @wraps(find)
    def kept(sheet: Sheet) -> Part:
        known: dict[str, Part] = vars(sheet)  # where cached_property keeps its own
        name = f"_{find.__name__}"
        if name not in known:
            known[name] = find(sheet)
        return known[name]

    return kept


@_once
def written(sheet: Sheet) -> Part:
    """Return every paragraph with words, tables too, without those of another document."""
    elsewhere = {id(each) for other in sheet.others for each in other.layout.body}
    return tuple(each for each in sheet.layout.body if each.text and id(each) not in elsewhere)


@_once
def worded(sheet: Sheet) -> Part:
    """Return what is written in sentences and phrases: no header, no signature, no capitals."""
    labels = {each.place for role in _LABELS for each in _part(sheet, role)}
    return tuple(
        each for each in written(sheet) if each.place not in labels and not shouted(each.text)
    )


def _part(sheet: Sheet, role: str) -> tuple[Paragraph, ...]:
    held = getattr(sheet, role)
    return held if isinstance(held, tuple) else (held,) if held is not None else ()


_DASHES = {"–": "dài", "—": "dài", "−": "trừ", "‑": "không ngắt", "‐": "khác", "‒": "dài"}


def dash(sign: str) -> str:
    """Return what people call a dash: “gạch dài (–)”."""
    return f"gạch {_DASHES[sign]} ({sign})" if sign in _DASHES else f"“{sign}”"


LED = re.compile(
    r"\S *\t *(?:[;,]|\.(?![/\w]))"
)  # a tab whose dots lead up to a stop: “Căn cứ ……;”
_DOTS = re.compile(r"…|\.{3,}")


def gapped(text: str) -> bool:
    """Tell whether dots stand in *text* for what is still to be written, as in the forms."""
    return _DOTS.search(text) is not None


def is_open(text: str) -> bool:
    """Tell whether *text* is nothing but such a place: no word, only dots and marks of notes.

    What has no words yet has no format: it is for `placeholder`, and for no other rule.
    """
    return gapped(text) and not any(map(str.isalpha, text))


def content(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return the text (ô số 6) outside tables, with grounds, without lines to write on."""
    blanks = {id(each) for each in sheet.blanks}
    return tuple(each for each in (*sheet.can_cu, *sheet.body) if id(each) not in blanks)


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
    words: Iterable[Paragraph], pattern: re.Pattern[str], *holding: str
) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Yield every match of *pattern* with the paragraph that it stands in.

    If no text can match without one of *holding*, it is quicker to say so.
    """
    for each in words:
        text = each.text
        if not holding or any(sign in text for sign in holding):
            for match in pattern.finditer(text):
                yield each, match


def named(
    words: Part, names: Iterable[str], read: Callable[[str], str] = str
) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Yield every match of any of *names* in the text as *read* reads it, in letters of any case.

    The list may be long: only names that occur at all are looked for at every letter.
    """
    texts = [read(each.text) for each in words]
    whole = "\n".join(texts).lower()
    there = sorted((name for name in names if name.lower() in whole), key=len, reverse=True)
    if not there:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, there))})(?!\w)", re.IGNORECASE)
    for each, text in zip(words, texts, strict=True):
        for match in pattern.finditer(text):
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
