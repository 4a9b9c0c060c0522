"""Where a document ends: its footer as a table, or as paragraphs, with tabs or without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.check.layout import Paragraph
from docgen.check.roles.marks import LUU
from docgen.check.roles.signature import (
    Footer,
    Signed,
    is_footer,
    is_label,
    is_person,
    is_post,
    read_signer,
    spaced,
    table_footer,
)
from docgen.check.roles.text import Item, columns, is_caps, is_data, is_empty, key, lines

_NEAR = 14  # paragraphs that a signature without a table may take
_INDENT_MM = 50.0
_PLACE = 60.0


def find_footers(items: Sequence[Item]) -> list[int]:
    """Return the items that Nơi nhận stands in."""
    return [n for n, item in enumerate(items) if is_footer(item) or _is_plain(items, n)]


def read_footer(items: Sequence[Item], at: int) -> Footer | None:
    """Read the footer whose Nơi nhận stands in the item *at*."""
    table = items[at].table
    if table is None:
        return _plain(items, at)
    footer = table_footer(table, at)
    if footer is not None and not footer.signers:
        _take_near(items, footer)
    return footer


def find_unlabelled(items: Sequence[Item]) -> Footer | None:
    """Find a signature without Nơi nhận at the end of *items*: a layout table, or paragraphs."""
    for at in range(len(items) - 1, max(len(items) - _NEAR, -1), -1):
        table = items[at].table
        if table is not None and not is_data(table):
            return table_footer(table, at)
        if table is not None:
            break
    end = len(items)
    start = _above(items, end)
    footer = Footer(start, end)
    _sign(footer, _paragraphs(items[start:end]))
    return footer if footer.signers else None


def _is_plain(items: Sequence[Item], at: int) -> bool:
    one = items[at].paragraph
    if one is None or not is_label(columns(lines(one)[0])[0]):
        return False
    followers = [item for item in items[at + 1 : at + 8] if item.paragraph and item.text][:3]
    return "-" in key(one.text) or any(
        key(item.text).startswith(("-", "luu")) or item.paragraph.number.strip() in ("-", "–")
        for item in followers
        if item.paragraph is not None
    )


@dataclass(slots=True)
class _Columns:
    left: list[Paragraph] = field(default_factory=list)
    right: list[Paragraph] = field(default_factory=list)


def _plain(items: Sequence[Item], at: int) -> Footer:
    """Read a footer of paragraphs: what stands at a tab, right or centred is the signer's."""
    start = _above(items, at)
    sides = _Columns(right=_paragraphs(items[start:at]))
    end = at
    done = False
    for n in range(at, len(items)):
        one = items[n].paragraph
        if one is None or (done and n > at + 2 * _NEAR):
            break
        parts = [columns(line) for line in lines(one)]
        if n > at and not all(_belongs(one, part, done=done) for part in parts):
            break
        for part in parts:
            _sort(sides, one, part)
        done = done or any(LUU.match(key(line.text)) for line in sides.left)
        end = end if is_empty(one) else n + 1
    footer = Footer(start, end)
    for line in sides.left:
        if footer.label is None:
            footer.label = line
        elif line.text:
            footer.take_place(line)
    _sign(footer, sides.right)
    if not footer.signers:
        _take_above(items, footer)
    if not footer.signers:  # a name, the post forgotten
        named = [Signed(name=line) for line in sides.right if is_person(line.text)]
        footer.signers += named[-1:]
    return footer


def _take_above(items: Sequence[Item], footer: Footer) -> None:
    """Take the signers from a layout table right above Nơi nhận, as when two sign side by side."""
    above = [n for n in range(footer.start) if items[n].table is not None or items[n].text]
    table = items[above[-1]].table if above else None
    signed = table_footer(table, above[-1]) if table is not None and not is_data(table) else None
    if signed is not None:
        footer.start, footer.signers = signed.start, signed.signers


def _belongs(one: Paragraph, part: Sequence[Paragraph], *, done: bool) -> bool:
    text = part[0].text
    if is_empty(one) or len(part) > 1 or _on_the_right(one):
        return len(text) < 2 * _PLACE
    if done:
        return len(text) <= 12
    return key(text).startswith(("-", "luu", "+")) or bool(one.number.strip()) or len(text) < _PLACE


def _sort(sides: _Columns, one: Paragraph, part: Sequence[Paragraph]) -> None:
    if len(part) > 1:
        sides.left += [part[0]] * (not is_empty(part[0]))
        sides.right += part[1:]
    elif is_empty(one) or _on_the_right(one):
        sides.right.append(part[0])
    else:
        sides.left.append(part[0])


def _on_the_right(one: Paragraph) -> bool:
    if key(one.text).startswith(("-", "luu", "noi nhan")):
        return False
    return one.align in ("center", "right") or one.left_mm >= _INDENT_MM or one.tabs_before > 1


def _above(items: Sequence[Item], at: int) -> int:
    """Return where the signer's lines above the item *at* begin; *at* if there are none."""
    start = at
    for n in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        one = items[n].paragraph
        if one is None:
            break
        if is_empty(one):
            continue
        post = any(is_post(part.text) for line in lines(one) for part in columns(line))
        right = _on_the_right(one) and len(one.text) < _PLACE and not one.text.endswith("./.")
        if not post and not (right and start == at) and not (right and is_caps(one.text)):
            break
        start = n
    found = [line for line in _paragraphs(items[start:at]) if is_post(line.text)]
    return start if found else at


def _paragraphs(items: Sequence[Item]) -> list[Paragraph]:
    pieces = (line for item in items for one in item.paragraphs for line in lines(one))
    return [part for piece in pieces for part in columns(piece) if part.text or not piece.text]


def _take_near(items: Sequence[Item], footer: Footer) -> None:
    """Take the signer's lines from beside a table that holds Nơi nhận alone."""
    start = _above(items, footer.start)
    if start < footer.start:
        _sign(footer, _paragraphs(items[start : footer.start]))
        footer.start = start
        return
    end = footer.end
    for n in range(footer.end, min(footer.end + _NEAR, len(items))):
        one = items[n].paragraph
        if one is None or (not is_empty(one) and not _on_the_right(one)):
            break
        end = end if is_empty(one) else n + 1
    _sign(footer, _paragraphs(items[footer.end : end]))
    if footer.signers:
        footer.end = end


def _sign(footer: Footer, paragraphs: list[Paragraph]) -> None:
    signed = read_signer(list(spaced(paragraphs)))
    if signed.powers:
        footer.signers.append(signed)
