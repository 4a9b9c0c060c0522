"""Blocks of one story: the body, a header, a note; text boxes follow the paragraph they hang on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.check.facts.book import NO_LEVEL, Book, Room
from docgen.check.facts.fields import Fields
from docgen.check.facts.names import Element, W, children
from docgen.check.facts.paragraphs import Draft, ParagraphReader, settle
from docgen.check.facts.runs import RunReader
from docgen.check.facts.tables import read_table
from docgen.check.facts.vml import Box
from docgen.check.layout import Block, Paragraph, Table

BLOCKS = (W + "p", W + "tbl")


@dataclass
class Count:
    """How many paragraphs and tables have been seen in one container."""

    paragraphs: int = 0
    tables: int = 0


class BlockReader:
    """Reads blocks of one story, in order."""

    def __init__(self, book: Book, story: Element) -> None:
        self._book = book
        runs = RunReader(book.styles, book.theme, Fields.of(story))
        self._paragraphs = ParagraphReader(book, runs)

    def read(
        self, nodes: Iterable[Element], room: Room, count: Count | None = None
    ) -> tuple[Block, ...]:
        """Return the blocks of *nodes*; *count* goes on over several calls."""
        count = count or Count()
        found: list[Block] = []
        group: list[tuple[Draft, tuple[Block, ...]]] = []
        for node in nodes:
            if node.tag == W + "p":
                count.paragraphs += 1
                draft = self._paragraphs.read(node, room, room.paragraph(count.paragraphs))
                group.append((draft, self._boxes(draft.boxes, room)))
            else:
                found += _together(group)
                group = []
                count.tables += 1
                found.append(self._table(node, room, count.tables))
        return (*found, *_together(group))

    def _table(self, node: Element, room: Room, number: int) -> Table:
        place = room.table(number)
        return read_table(node, room, place, self._book.styles, self._cell)

    def _cell(self, node: Element, room: Room) -> tuple[Block, ...]:
        return self.read(children(node, *BLOCKS), room)

    def _boxes(self, boxes: tuple[Box, ...], room: Room) -> tuple[Block, ...]:
        found: list[Block] = []
        for box in boxes:
            self._book.boxes += 1
            prefix = f"{room.first}, " if room.first else room.prefix
            prefix += f"khung chữ {self._book.boxes}, "
            inside = room.inner(prefix, round(box.width, 2), NO_LEVEL, boxed=True)
            inside = inside._replace(aside=box.aside)
            found += self.read(children(box.content, *BLOCKS), inside)
        return tuple(found)


def _together(group: list[tuple[Draft, tuple[Block, ...]]]) -> list[Block]:
    """Return neighbours settled, each followed by its text boxes; a struck one is left out."""
    found: list[Block] = []
    settled: list[Paragraph] = settle([draft for draft, _ in group])
    for paragraph, (draft, boxes) in zip(settled, group, strict=True):
        if not draft.gone:
            found.append(paragraph)
        found += boxes
    return found
