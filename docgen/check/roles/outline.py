"""Where the text, the footer, the annexes and a further document begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen.check.layout import Paragraph
from docgen.check.roles.annexes import label_of
from docgen.check.roles.closing import find_footers, find_unlabelled, read_footer
from docgen.check.roles.header import is_title
from docgen.check.roles.marks import is_copy, mark
from docgen.check.roles.signature import Footer
from docgen.check.roles.text import Item, columns, is_bold, is_caps, is_data, is_empty, lines


@dataclass(slots=True)
class Outline:
    """The items after the title, cut up. *labels* are where annexes begin in *annexes*."""

    text: Sequence[Item] = ()
    footer: Footer | None = None
    annexes: Sequence[Item] = ()
    labels: list[int] = field(default_factory=list)
    other: Item | None = None
    tail: tuple[Paragraph, ...] = ()


def outline(items: Sequence[Item]) -> Outline:
    """Cut *items* up: text, footer, annexes, another document.

    An annex may hold a form with its own Quốc hiệu and Nơi nhận: the footer is the last one before
    the first annex that follows a footer, and another document is looked for before that annex only.
    """
    plan = Outline()
    labels = [n for n, item in enumerate(items) if label_of(item) is not None]
    footers = find_footers(items)
    end = _first_after(labels, footers[0] if footers else -1, len(items))
    stop = _another(items[:end], footers)
    if stop is not None:
        plan.other, end = items[stop], stop
    before = [at for at in footers if at < end]
    if before:
        plan.footer = read_footer(items[:end], before[-1])
    else:
        plan.footer = find_unlabelled(items[:end])
    if plan.footer is not None:
        section = items[plan.footer.end - 1].section
        plan.tail = tuple(_tail(items[plan.footer.end : end], section))
    plan.text = items[: plan.footer.start if plan.footer is not None else end]
    if plan.other is None:
        plan.annexes = items[end:]
        plan.labels = [n - end for n in labels if n >= end]
    return plan


def _tail(items: Sequence[Item], section: int) -> Iterator[Paragraph]:
    """Yield what goes on below signature and Nơi nhận: up to a new page, a title in the middle."""
    for item in items:
        one = item.paragraph
        if one is None or item.section != section or "\f" in one.raw or one.page_break:
            return
        if one.align == "center" and is_caps(one.text):
            return
        if not is_empty(one):
            yield one


def _first_after(labels: list[int], at: int, default: int) -> int:
    return next((n for n in labels if n > at), default)


def _another(items: Sequence[Item], footers: list[int]) -> int | None:
    """Return where another document begins: at its header, or at its title behind the footer."""
    for n, item in enumerate(items):
        if item.table is not None and (is_data(item.table) or len(item.table.rows) > 8):
            continue
        pieces = [part for one in item.paragraphs for line in lines(one) for part in columns(line)]
        if any(mark(piece.text) == "quoc_hieu" or _copy(piece.text) for piece in pieces):
            return n
        one = item.paragraph
        behind = bool(footers) and n > footers[0]
        if one is not None and behind and is_title(one) and one.align == "center":
            return n if is_caps(one.text) and is_bold(one) else None
    return None


def _copy(text: str) -> bool:
    return is_copy(text) and is_caps(text)
