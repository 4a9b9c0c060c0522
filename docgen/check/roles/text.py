"""Words of a paragraph: compared without marks and case, cut at line ends and tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from docgen.check.layout import Block, Paragraph, Rule, Run, Table, paragraphs, tidy
from docgen.vietnamese.letters import fold

_DRAWN = re.compile(r"[\s_*=–—-]*")  # blanks, and what lines are typed with
_LEADER = re.compile(r"[.…_·\s]{3,}")  # dots to write on
_TABS = re.compile(r"\t+|[ \u00a0]{4,}")


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Return *text* in lower case without marks, blanks single, dashes alike."""
    return re.sub("[–—‐‑−]", "-", " ".join(fold(tidy(text)).split()))


def letters(text: str) -> str:
    """Return only the letters and figures of *text*, folded."""
    return re.sub("[^a-z0-9]+", "", key(text))


def alike(text: str, model: str) -> float:
    """Return how near two texts are, from 0 to 1, marks and punctuation aside."""
    return SequenceMatcher(None, letters(text), letters(model), autojunk=False).ratio()


def is_caps(text: str) -> bool:
    """Tell whether *text* is in capitals, but for a slip of the hand."""
    words = [letter for letter in text if letter.isalpha()]
    return len(words) > 1 and sum(map(str.isupper, words)) >= 0.85 * len(words)


def is_bold(paragraph: Paragraph, skip: int = 0) -> bool:
    """Tell whether all words after the first *skip* characters are bold, raised notes aside."""
    seen, found = 0, False
    for run in paragraph.visible:
        seen += len(run.text)
        if seen > skip and not run.raised and run.text.strip(" \t\u00a0_.)"):
            found = True
            if not run.bold:
                return False
    return found


def is_italic(paragraph: Paragraph) -> bool:
    """Tell whether most of the words are italic."""
    words = [(len(run.text), run.italic) for run in paragraph.worded]
    return sum(n for n, italic in words if italic) * 2 > sum(n for n, _ in words)


def is_empty(paragraph: Paragraph) -> bool:
    """Tell whether nothing is to be read in it; it may still be a rule."""
    return not _DRAWN.sub("", paragraph.text)


def is_blank(paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* is a line to write on: dots, with few words behind them perhaps."""
    text = paragraph.text
    dots = sum(len(part) for part in _LEADER.findall(text))
    return 2 * dots > len(text) and _LEADER.match(text) is not None


def rule_of(paragraph: Paragraph) -> Rule | None:
    """Return the line drawn by or typed in *paragraph*."""
    if paragraph.rules:
        return paragraph.rules[-1]
    marks = "".join(paragraph.raw.split())
    if len(marks) >= 3 and is_empty(paragraph):
        return Rule("underscores", solid=set(marks) == {"_"})
    return None


def rule_under(paragraph: Paragraph) -> Rule | None:
    """Return the line below the words of *paragraph*, not one that stands over them."""
    rule = rule_of(paragraph)
    return None if rule is not None and rule.above and not is_empty(paragraph) else rule


def lines(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Cut *paragraph* at its line ends; the last piece keeps the rules."""
    if "\n" not in paragraph.raw:
        return (paragraph,)
    return _cut(paragraph, [match.span() for match in re.finditer("\n", paragraph.raw)])


def columns(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Cut *paragraph* at tabs, and at wide blanks that part two texts side by side.

    What stands at a tab stop is aligned by it.
    """
    raw = paragraph.raw
    spans = [match.span() for match in _TABS.finditer(raw) if _parts(raw, *match.span())]
    pieces = _cut(paragraph, spans) if spans else (paragraph,)
    if sum(bool(piece.raw.strip()) for piece in pieces) > 1:  # strokes side by side are two lines
        drawn = tuple(rule for rule in paragraph.rules if rule.kind != "underscores")
        pieces = (*pieces[:-1], replace(pieces[-1], rules=drawn))
    if not paragraph.stops or paragraph.align not in ("left", "both"):
        return pieces
    tabs = [0, *(raw.count("\t", 0, end) for _, end in spans)]
    found = [(piece, _stop(paragraph, at)) for piece, at in zip(pieces, tabs, strict=True)]
    return tuple(replace(piece, align=kind) if kind else piece for piece, kind in found)


def _stop(paragraph: Paragraph, tabs: int) -> str:
    """Return how words behind that many tabs are aligned, "" where no stop tells it."""
    kind = paragraph.stops[tabs - 1] if 0 < tabs <= len(paragraph.stops) else ""
    return kind if kind in ("center", "right") else ""


def _parts(raw: str, start: int, end: int) -> bool:
    if "\t" in raw[start:end]:
        return True
    # blanks after “Số:” and inside “ngày      tháng” are an open place
    return raw[end : end + 1].isupper() and raw[:start].rstrip()[-1:] not in ("", ":")


def _cut(paragraph: Paragraph, spans: list[tuple[int, int]]) -> tuple[Paragraph, ...]:
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(paragraph.raw)]
    done = []
    for start, end in zip(starts, ends, strict=True):
        last = end == len(paragraph.raw)
        runs = tuple(_slice(paragraph.visible, start, end))
        rules = paragraph.rules if last else ()
        done.append(replace(paragraph, runs=runs, rules=rules))
    return tuple(done)


def _slice(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if text:
            yield replace(run, text=text)


def joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Return the words of two paragraphs as one, where the typist broke a line in two."""
    return replace(first, runs=(*first.runs, Run(" "), *second.runs))


@dataclass(frozen=True, slots=True)
class Item:
    """A block of the body and the number (from 0) of its section.

    *whole* is the block that a piece was cut from.
    """

    block: Block
    section: int
    whole: Block | None = None

    @property
    def paragraph(self) -> Paragraph | None:
        return self.block if isinstance(self.block, Paragraph) else None

    @property
    def table(self) -> Table | None:
        return self.block if isinstance(self.block, Table) else None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(paragraphs((self.block,)))

    @property
    def text(self) -> str:
        """The words of a paragraph; a table has none."""
        return self.block.text if isinstance(self.block, Paragraph) else ""


def unwrapped(blocks: Iterable[Block], section: int) -> Iterator[Item]:
    """Yield the blocks of a section; a bare table of one cell about other tables is opened."""
    for block in blocks:
        if isinstance(block, Table) and len(block.rows) == 1 == len(block.rows[0]):
            (cell,) = block.rows[0]
            if not cell.bordered and any(isinstance(inner, Table) for inner in cell.blocks):
                yield from unwrapped(cell.blocks, section)
                continue
        yield Item(block, section)


def is_data(table: Table) -> bool:
    """Tell whether *table* holds data: its lines are drawn, or it has a header and many rows."""
    drawn = any(cell.bordered for row in table.rows for cell in row)
    wide = max((len(row) for row in table.rows), default=0)
    return table.bordered or drawn or table.header_rows > 0 or (len(table.rows) > 4 and wide > 2)
