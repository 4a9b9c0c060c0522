"""Where a fault stands, for people: in the order of the pages, by name, with the words there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.judge import quoted
from docgen.check.layout import Block, Paragraph, Place, Table
from docgen.check.sheet import Sheet
from docgen.check.verdict import Finding

_BEFORE, _AFTER = -1, 1 << 30
_BACK = ("chân trang", "chú thích", "cuối văn bản")
_SIDES = {", ô 1": ", ô bên trái", ", ô 2": ", ô bên phải"}
_SHORT = 40


class Places:
    """The places of one document."""

    def __init__(self, sheet: Sheet) -> None:
        found = dict.fromkeys((place.words, place.section) for place in _all(sheet.layout.blocks))
        self._ranks = {place: rank for rank, place in enumerate(found)}
        self._texts = {each.place: each.text for each in sheet.layout.body}
        self._names: dict[Place, str] = {}
        if sheet.header:
            self._names |= _named(sheet.header, "bảng đầu văn bản")
        if sheet.footer:
            self._names |= _named(sheet.footer, "bảng chữ ký")

    def rank(self, finding: Finding) -> tuple[int, int]:
        """Return what to sort by: pages as a whole, the text, what stands below it."""
        where = finding.hit.where
        known = self._ranks.get((where.words, where.section))
        if known is not None:
            return known, where.section
        return (_AFTER if where.words.startswith(_BACK) else _BEFORE), where.section

    def told(self, finding: Finding) -> Finding:
        """Return *finding* with its place by name, and with the words that stand there."""
        where, found = finding.hit.where, finding.hit.found
        text = self._texts.get(where, "")
        if text and "“" not in found:
            found = f"{found}: {quoted(text, _SHORT)}"
        named = where._replace(words=self._names.get(where, where.words))
        return finding._replace(hit=finding.hit._replace(where=named, found=found))


def _all(blocks: tuple[Block, ...]) -> Iterator[Place]:
    for block in blocks:
        yield block.place
        if not isinstance(block, Paragraph):
            for row in block.rows:
                for cell in row:
                    yield from _all(cell.blocks)


def _named(table: Table, name: str) -> dict[Place, str]:
    """Return the places in a table that people know by its name; of two cells, the sides."""
    found = {table.place: name}
    for row in table.rows:
        for cell in row:
            for each in cell.paragraphs:
                inside = each.place.words.removeprefix(table.place.words)
                if len(row) == len(_SIDES):
                    inside = re.sub(", ô [12](?!\\d)", lambda at: _SIDES[at[0]], inside, count=1)
                if len(cell.paragraphs) == 1:
                    inside = inside.removesuffix(", đoạn 1")
                found[each.place] = name + inside
    return found
