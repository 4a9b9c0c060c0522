"""What a Word document looks like, as Word would show it: facts, never XML.

Lengths are millimetres (``mm`` in the name) or points (``pt``), both plain numbers; formatting is
*effective*: after document defaults, theme fonts, table styles, style chains and toggles.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one formatting. *text* is as typed; *caps* shows them in capitals.

    *fonts* are the fonts of its visible characters (one, as a rule). *color* is "000000" for
    black and automatic. *field* is the instruction that these words are the result of ("PAGE").
    *deleted* words are struck by tracked changes and not part of any text. *form* tells by stable
    words how the letters are drawn otherwise than typed: "narrow", "tight", "small-caps" …
    """

    text: str
    fonts: tuple[str, ...] = ("Times New Roman",)
    size_pt: float = 14.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underline: bool = False
    color: str = "000000"
    hidden: bool = False
    raised: bool = False
    field: str = ""
    inserted: bool = False
    deleted: bool = False
    form: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The words as a reader sees them."""
        return self.text.upper() if self.caps else self.text


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line. *kind* is "border", "underscores", "drawing" or "cell".

    *length_mm* and *offset_mm* (from the left edge of its column or page text) are None where the
    file does not tell. *above*: it stands over the words of its own paragraph.
    """

    kind: str
    length_mm: float | None = None
    offset_mm: float | None = None
    solid: bool = True
    above: bool = False


class Place(NamedTuple):
    """Where a paragraph stands, for people: “đoạn 12”, “bảng 1, hàng 2, ô 1, đoạn 1”, “đầu trang”."""

    words: str
    section: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. Indents are of the text; *first_line_mm* is negative when it hangs.

    *line* is a multiple of single spacing when *line_rule* is "auto", else points ("exact",
    "atLeast"). *number* is what automatic numbering prints before the text ("1.", "•").
    *rules* are lines drawn by its border, its underscores or a shape anchored in it; a paragraph
    may be nothing but a rule. *column_mm* is the width that it has to fill; *aside_mm* tells how far
    the middle of its frame or text box stands from the middle of the page's text. *mark* is how the
    automatic number looks; *stops* are the kinds of its tab stops, in order.
    """

    runs: tuple[Run, ...] = ()
    align: str = "left"  # left, center, right, both
    left_mm: float = 0.0
    right_mm: float = 0.0
    first_line_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    line: float = 1.0
    line_rule: str = "auto"
    number: str = ""
    rules: tuple[Rule, ...] = ()
    style: str = "Normal"
    tabs_before: int = 0  # tabs or runs of blanks that stand where an indent should
    boxed: bool = False  # in a text box or a bordered box
    page_break: bool = False  # begins on a new page
    mark: Run | None = None
    stops: tuple[str, ...] = ()
    aside_mm: float = 0.0
    column_mm: float = 165.0
    place: Place = field(default=Place("đoạn 1"))

    @cached_property
    def text(self) -> str:
        """The visible words, NFC, blanks collapsed, without underscores that draw a rule."""
        words = "".join(run.shown for run in self.visible if not run.field or run.text)
        ruled = any(rule.kind == "underscores" for rule in self.rules)
        return tidy(words.replace("_", " ") if ruled else words)

    @cached_property
    def raw(self) -> str:
        """The visible words exactly as they stand in the file."""
        return "".join(run.shown for run in self.visible)

    @cached_property
    def visible(self) -> tuple[Run, ...]:
        """The runs that print."""
        return tuple(run for run in self.runs if not run.deleted and not run.hidden)

    @cached_property
    def worded(self) -> tuple[Run, ...]:
        """The runs with words in them; blanks and underscores have a format that nobody sees."""
        return tuple(run for run in self.visible if run.text.strip(" \t\u00a0_"))


@dataclass(frozen=True)
class Cell:
    """A cell: its blocks, its width, whether any of its edges is drawn."""

    blocks: tuple[Paragraph | Table, ...]
    width_mm: float = 0.0
    bordered: bool = False
    span: int = 1

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph in the cell, those of nested tables too."""
        return tuple(paragraphs(self.blocks))


@dataclass(frozen=True)
class Table:
    """A table by rows. *bordered*: its lines are drawn (data), else it only lays out."""

    rows: tuple[tuple[Cell, ...], ...]
    bordered: bool = False
    header_rows: int = 0
    width_mm: float = 0.0
    place: Place = field(default=Place("bảng 1"))


Block = Paragraph | Table


@dataclass(frozen=True)
class Section:
    """Pages of one set-up. Headers and footers by kind: "default", "first", "even"."""

    width_mm: float = 210.0
    height_mm: float = 297.0
    landscape: bool = False
    top_mm: float = 20.0
    bottom_mm: float = 20.0
    left_mm: float = 30.0
    right_mm: float = 15.0
    gutter_mm: float = 0.0
    header_mm: float = 0.0  # where the header begins, 0 where it cannot push the text
    footer_mm: float = 0.0
    title_page: bool = False
    even_and_odd: bool = False
    number_start: int | None = None
    number_format: str = "decimal"
    columns: int = 1
    new_page: bool = True  # begins on a new page (not "continuous")
    mirrored: bool = False  # left is the inner edge of both pages of a sheet
    blocks: tuple[Block, ...] = ()
    headers: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    footers: dict[str, tuple[Block, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Layout:
    """A whole document: its sections, and what stands beside the text."""

    sections: tuple[Section, ...]
    notes: tuple[Paragraph, ...] = ()  # footnotes and endnotes
    comments: int = 0
    insertions: int = 0
    deletions: int = 0
    signed: bool = False
    protected: bool = False
    unread: int = 0  # places where another file's text is taken in
    embedded_fonts: tuple[str, ...] = ()
    title: str = ""
    name: str = "van-ban.docx"

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the body, all sections in order."""
        return tuple(block for section in self.sections for block in section.blocks)

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the body, those in tables too, in order."""
        return tuple(paragraphs(self.blocks))


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs of *blocks*, table cells row by row."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell.blocks)


def tidy(text: str) -> str:
    """Return *text* in NFC with runs of blanks, tabs and no-break blanks as one blank."""
    words = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "")
    return " ".join(words.split())
