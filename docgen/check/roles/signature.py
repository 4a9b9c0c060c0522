"""Ô 7 and 9b, 12: Nơi nhận on the left, the signer (two in a biên bản) on the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from docgen.check.layout import Cell, Paragraph, Table
from docgen.check.roles.marks import LUU, NOI_NHAN
from docgen.check.roles.text import Item, is_caps, is_empty, key, lines
from docgen.check.words.names import SURNAMES

_GAP_PT = 24.0
_POWER = re.compile(r"(tm|kt|tl|tuq|q|t/m|k/t|t/l)(\.|\s|$)")
_POST = re.compile(
    r".*\b(chu tich|truong (ban|phong|doan|khoa|thon|cong an|tram|to)|to truong|doi truong"
    r"|giam doc|hieu truong|thu ky|chu toa|chu tri|bo truong|thu truong|thu tuong|chanh (van phong|thanh tra)"
    r"|cuc truong|vu truong|vien truong|uy vien|dai dien|quyen han|chuc vu|nguoi (ky|lap|ghi)"
    r"|ke toan|thu truong|pho|cong chuc|chu nhiem|ben [ab]|bi thu|thu kho|thu quy)\b"
)
_NOTE = re.compile(
    r"[(\[]?\s*(chu ky|da ky|ky\b|dau\b|nguoi ky ?:|ky boi|email ?:|co quan ?:|thoi gian ky"
    r"|signature|ngay ky)"
)
_DRAFTER = re.compile(r"[A-ZĐ][\w.]{0,9}\.? ?[(,]?\s?\d*\)?\.?|…+\s?\d*\.?")


@dataclass(frozen=True, slots=True)
class Signed:
    """One signer's lines. *gap*: room for a signature was left above a line."""

    powers: tuple[Paragraph, ...] = ()
    other: Paragraph | None = None
    name: Paragraph | None = None


@dataclass(slots=True)
class Footer:
    """What was found, and the items (*start*, *end*) that it takes."""

    start: int
    end: int
    table: Table | None = None
    label: Paragraph | None = None
    places: list[Paragraph] = field(default_factory=list)
    luu: Paragraph | None = None
    drafter: Paragraph | None = None
    signers: list[Signed] = field(default_factory=list)

    def take_place(self, line: Paragraph) -> None:
        """Take a line below “Nơi nhận”."""
        if self.luu is not None:
            if self.drafter is None and _DRAFTER.fullmatch(line.text):
                self.drafter = line
        elif LUU.match(key(line.text)):
            self.luu = line
        else:
            self.places.append(line)


def is_label(paragraph: Paragraph) -> bool:
    """Tell whether a line is the words “Nơi nhận:”, its first item behind them perhaps."""
    words = key(paragraph.text)
    match = NOI_NHAN.match(words)
    if match is None:
        return False
    rest = words[match.end() :].lstrip(" 0123456789")
    return rest[:1] in ("", "-", ".", "…") or rest.startswith("nhu ")


def is_post(text: str) -> bool:
    """Tell whether *text* is a power or a post of a signer: “KT. CHỦ TỊCH”."""
    return is_caps(text) and _names_a_post(text)


def table_footer(table: Table, at: int) -> Footer | None:
    """Read *table* as ô 7 and 9b; None if it has neither Nơi nhận nor a signer's post."""
    footer = Footer(at, at + 1, table)
    uppers = []
    for column in _columns(table):
        upper: list[tuple[Paragraph, bool]] = []
        labelled = False
        for line, gap in column:
            if labelled:
                footer.take_place(line)
            elif footer.label is None and is_label(line):
                footer.label, labelled = line, True
            else:
                upper.append((line, gap))
        uppers.append((upper, labelled))
    for upper, labelled in uppers:
        # beside Nơi nhận stands a signer, whatever his post is called
        signed = read_signer(upper, sure=footer.label is not None and not labelled)
        footer.signers += [signed] if signed.powers or signed.name else []
    return footer if footer.label is not None or footer.signers else None


def _columns(table: Table) -> list[list[tuple[Paragraph, bool]]]:
    """Return the lines of each column, with the room above each; rows may be cut differently."""
    count = max(sum(1 for cell in row if _words(cell)) for row in table.rows) if table.rows else 0
    found: list[list[tuple[Paragraph, bool]]] = [[] for _ in range(max(count, 1))]
    for row in table.rows:
        total = sum(_share(cell) for cell in row)
        before = 0.0
        for cell in row:
            middle = (before + _share(cell) / 2) / total if total else 0.0
            column = found[min(int(middle * len(found)), len(found) - 1)]
            column += spaced(cell.paragraphs, gap=bool(column))
            before += _share(cell)
    return found


def _words(cell: Cell) -> bool:
    return any(not is_empty(one) for one in cell.paragraphs)


def _share(cell: Cell) -> float:
    return cell.width_mm or 50.0 * cell.span


def spaced(
    paragraphs: Iterable[Paragraph], *, gap: bool = False
) -> Iterator[tuple[Paragraph, bool]]:
    """Yield the lines that have words, each with whether room was left above it."""
    for paragraph in paragraphs:
        gap = gap or paragraph.before_pt >= _GAP_PT
        for line in lines(paragraph):
            if (is_empty(line) and not _dotted(line)) or _NOTE.match(key(line.text)):
                gap = True
            else:
                yield line, gap
                gap = False
        gap = gap or paragraph.after_pt >= _GAP_PT


def _dotted(line: Paragraph) -> bool:
    return len(line.text.strip()) > 2 and not line.text.strip("._… ") and "." in line.text


def read_signer(column: Sequence[tuple[Paragraph, bool]], *, sure: bool = False) -> Signed:
    """Read a signer's lines from the top: powers and post, perhaps another post, the name.

    The other post (chức vụ khác, ô 7b) stands right above the name, with the room for the signature
    above it: điểm đ khoản 7 Mục II Phần I Phụ lục I NĐ 30/2020. Unless it is *sure*, a known post
    must be there; if it is, the post may be in small letters, or not there at all.
    """
    if not sure and not any(is_post(line.text) for line, _ in column):
        return Signed()
    # “Hải Phòng, ngày …” or a note may stand above the post
    start = next((n for n, (line, _) in enumerate(column) if _begins(line.text)), len(column))
    rows = column[start:]
    if not rows:
        alone = column[-1][0] if column and is_person(column[-1][0].text) else None
        return Signed(name=alone)
    last = rows[-1][0]
    named = len(rows) > 1 and not is_post(last.text)
    upper = rows[:-1] if named else rows
    if named and not rows[-1][1]:
        start = _last_gap(upper)
        if start and not _POWER.match(key(upper[start - 1][0].text)):
            powers = tuple(line for line, _ in upper[:start])
            return Signed(powers, upper[start][0], last)
    return Signed(tuple(line for line, _ in upper), None, last if named else None)


def _begins(text: str) -> bool:
    return _names_a_post(text) or (is_caps(text) and not is_person(text))


def _names_a_post(text: str) -> bool:
    words = key(text)
    return bool(_POWER.match(words) or _POST.match(words))


def is_person(text: str) -> bool:
    """Tell whether *text* is the name of a person, a degree before it perhaps, and no more."""
    words = text.rpartition(". ")[2].split()
    if not 2 <= len(words) <= 5 or not all(each.isalpha() and each[0].isupper() for each in words):
        return False
    return not _names_a_post(text) and (words[0].capitalize() in SURNAMES or not is_caps(text))


def _last_gap(rows: Sequence[tuple[Paragraph, bool]]) -> int:
    return max((n for n, (_, gap) in enumerate(rows) if gap and n), default=0)


def is_footer(item: Item) -> bool:
    """Tell whether *item* is a table that begins or holds Nơi nhận, not a table of data."""
    table = item.table
    if table is None or len(table.rows) > 12:
        return False
    pieces = [line for one in item.paragraphs for line in lines(one)]
    labels = [n for n, piece in enumerate(pieces) if is_label(piece)]
    if not labels:
        return False
    rest = pieces[labels[0] :]
    return ":" in pieces[labels[0]].text or any(LUU.match(key(piece.text)) for piece in rest)
