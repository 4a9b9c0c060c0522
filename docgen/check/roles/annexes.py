"""Annexes (phụ lục): where they begin, their heads, what they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.check.layout import Layout, Paragraph, Rule
from docgen.check.roles.headings import split_number
from docgen.check.roles.marks import KEM_THEO
from docgen.check.roles.text import (
    Item,
    is_bold,
    is_caps,
    is_data,
    is_empty,
    joined,
    key,
    lines,
    rule_of,
)
from docgen.check.sheet import Annex

_LABEL = re.compile(
    r"phu luc( ?(so )?([ivxlc]+|\d{1,2}|[a-h])\b(\.\d+)?| ?…[ .\d…]*)? ?(?P<mark>[:.-]?)"
)


def label_of(item: Item) -> Paragraph | None:
    """Return the line “Phụ lục I” that *item* begins an annex with, if it does."""
    if item.table is not None:
        if is_data(item.table) or len(item.table.rows) > 4:
            return None
        pieces = (line for one in item.paragraphs for line in lines(one))
        return next((piece for piece in pieces if is_label(piece)), None)
    first = next(iter(lines(item.paragraphs[0])))
    return first if is_label(first) else None


def is_label(paragraph: Paragraph) -> bool:
    """Tell whether a line is the label of an annex, rightly or wrongly written, not a sentence."""
    words = key(paragraph.text)
    match = _LABEL.match(words)
    if match is None or len(words) > 160:
        return False
    rest = words[match.end() :].strip()
    if not rest:
        return True
    if KEM_THEO.match(rest):
        return rest.startswith("(")
    if is_caps(paragraph.text[match.end() :]):
        return paragraph.align != "both"
    shown = paragraph.align == "center" or is_bold(paragraph)
    return bool(match["mark"]) and shown and rest[-1] not in ".;"


def find_annexes(
    items: Sequence[Item], starts: Sequence[int], before: Sequence[Item], layout: Layout
) -> tuple[Annex, ...]:
    """Read the annexes that begin at *starts*, each up to the next, after the items *before*."""
    ends = [*starts[1:], len(items)][: len(starts)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        around = {item.section for item in (*before, *items[:start], *items[end:]) if _shown(item)}
        here = {item.section for item in items[start:end] if _shown(item)}
        found.append(_annex(items[start:end], not here & around, layout))
    return tuple(found)


def _shown(item: Item) -> bool:
    return item.table is not None or bool(item.text)


def _annex(items: Sequence[Item], own: bool, layout: Layout) -> Annex:  # noqa: FBT001
    cut = [[line for one in item.paragraphs for line in lines(one)] for item in items]
    label = next(line for line in cut[0] if is_label(line))
    head = _Head()
    taken = {id(label)}
    for line in _head_lines(items, cut, label):
        if not head.take(line):
            break
        taken.add(id(line))
    loose = [
        line for item, pieces in zip(items, cut, strict=True) if item.paragraph for line in pieces
    ]
    tables = [item.table for item in items if item.table is not None and is_data(item.table)]
    return Annex(
        label,
        tuple(head.title),
        head.reference,
        head.rule or rule_of(label),
        tuple(line for line in loose if id(line) not in taken and not is_empty(line)),
        tuple(tables),
        layout.sections[items[0].section],
        own,
    )


class _Head:
    """The lines below a label: title, “(Kèm theo …)”, rule."""

    def __init__(self) -> None:
        self.title: list[Paragraph] = []
        self.reference: Paragraph | None = None
        self.rule: Rule | None = None
        self.open = False

    def take(self, line: Paragraph) -> bool:
        """Take *line* if it still belongs to the head."""
        if is_empty(line):
            rule = rule_of(line)
            self.rule = self.rule or rule
            return True
        if KEM_THEO.match(key(line.text)) and self.reference is None:
            self.reference = line
            self.open = line.text.startswith("(") and not line.text.endswith(")")
        elif self.open and self.reference is not None:  # its second line
            self.reference = joined(self.reference, line)
            self.open = not line.text.endswith(")")
        elif self.reference is None and self.rule is None and self._names(line):
            self.title.append(line)
        else:
            return False
        self.rule = rule_of(line) or self.rule
        return True

    def _names(self, line: Paragraph) -> bool:
        if split_number(line).level and line.align != "center":
            return False
        shown = line.align == "center" or (is_caps(line.text) and is_bold(line))
        return shown and len(line.text) < 300 and len(self.title) < 6


def _head_lines(
    items: Sequence[Item], cut: Sequence[Sequence[Paragraph]], label: Paragraph
) -> list[Paragraph]:
    """Return the lines behind the label, up to the first table after it."""
    found: list[Paragraph] = []
    for n, item in enumerate(items):
        if item.table is not None and n:
            break
        found += cut[n]
    at = next(n for n, line in enumerate(found) if line is label)
    return found[at + 1 :]
