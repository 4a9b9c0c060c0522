"""The outgoing book as rows: the ten columns of mục I Phụ lục IV NĐ 30/2020, and its cover."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from itertools import groupby
from typing import Any

from docgen.register.entry import Entry
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.numbers import padded

TITLE = "Sổ đăng ký văn bản đi"
COLUMNS = {
    "so_ky_hieu": "Số, ký hiệu văn bản",
    "ngay": "Ngày tháng văn bản",
    "trich_yeu": "Tên loại và trích yếu nội dung văn bản",
    "nguoi_ky": "Người ký",
    "noi_nhan": "Nơi nhận văn bản",
    "ban_luu": "Đơn vị, người nhận bản lưu",
    "so_ban": "Số lượng bản",
    "ngay_chuyen": "Ngày chuyển",
    "ky_nhan": "Ký nhận",
    "ghi_chu": "Ghi chú",
}
"""The columns by the names that a template knows; days of sending and signatures are for the pen."""
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Book:
    """Lines of one office's book of one year; *known* holds all lines that they may refer to."""

    year: int
    entries: Sequence[Entry]
    known: Sequence[Entry]
    volume: int = 1

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of its documents."""
        days = [entry.order.day for entry in self.entries]
        return min(days), max(days)

    def rows(self) -> list[tuple[str, ...]]:
        """Return its lines, ten cells each."""
        return [tuple(cells.values()) for cells in self._lines(self.entries)]

    def values(self) -> dict[str, Any]:
        """Return what a template prints: the cover, and each row of numbers with its lines."""
        first, last = self.days
        rows = groupby(self.entries, key=lambda entry: entry.order.series)
        series = [self._series(list(entries)) for _, entries in rows]
        return {
            "nam": self.year,
            "quyen": self.volume,
            "tu_ngay": first,
            "den_ngay": last,
            "cac_day": series,
            "so_van_ban": len(self.entries),
            "da_huy": sum(entry.state == "đã hủy" for entry in self.entries),
        }

    def _series(self, entries: list[Entry]) -> dict[str, Any]:
        return {
            "ten": entries[0].order.series.kind,
            "tu": entries[0].number,
            "den": entries[-1].number,
            "van_ban": self._lines(entries),
        }

    def _lines(self, entries: Iterable[Entry]) -> list[dict[str, str]]:
        known = Known(self.known)
        return [cells(entry, known) for entry in entries]

    def as_csv(self) -> bytes:
        """Return the book as UTF-8 with a mark at its start, so that Excel sees Vietnamese.

        A cell that begins like a formula gets an apostrophe before it.
        """
        out = StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(COLUMNS.values())
        writer.writerows([_plain(cell) for cell in line] for line in self.rows())
        return (_BOM + out.getvalue()).encode("utf-8")


def cells(entry: Entry, known: Known) -> dict[str, str]:
    """Return the ten columns of a line by their names in a template."""
    order = entry.order
    cells = (
        entry.sign,
        short_date(order.day),
        subject(entry),
        order.signer,
        order.recipients,
        order.archive,
        "" if order.copies is None else padded(order.copies),
        "",
        "",
        "; ".join(filter(None, (order.note, *known.remarks(entry)))),
    )
    return dict(zip(COLUMNS, cells, strict=True))


def type_name(entry: Entry) -> str:
    """Return tên loại; a công văn bears none on its face."""
    return entry.order.type_name or "Công văn"


def subject(entry: Entry) -> str:
    """Return column 3: tên loại and trích yếu in one sentence."""
    words = entry.order.subject
    if not words[1:2].isupper():  # UBND stays what it is
        words = f"{words[:1].lower()}{words[1:]}"
    if not entry.order.type_name:
        return f"Công văn về việc {words}"
    return f"{entry.order.type_name} {words}"


class Known:
    """Lines of the register that others may refer to."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_id = {entry.id: entry for entry in entries}
        self._corrected_by: dict[int, list[Entry]] = {}
        for one in self._by_id.values():
            if one.corrects and one.state != "đã hủy":  # a void công văn corrects nothing
                self._corrected_by.setdefault(one.corrects, []).append(one)

    def corrections(self, entry: Entry) -> list[Entry]:
        """Return the công văn that correct *entry*, the last of them last."""
        return self._corrected_by.get(entry.id, [])

    def links(self, entry: Entry) -> dict[str, Entry | None]:
        """Return the lines that *entry* is bound to, in both directions, by what they are to it."""
        return {
            "thay_the": self._by_id.get(entry.replaces or 0),
            "duoc_thay_the_bang": self._by_id.get(entry.replaced_by or 0),
            "dinh_chinh": self._by_id.get(entry.corrects or 0),
            "duoc_dinh_chinh_bang": next(reversed(self.corrections(entry)), None),
        }

    def remarks(self, entry: Entry) -> Iterator[str]:
        """Yield what became of a document: void, replaced, corrected, and by which other one."""
        if entry.state == "đã hủy":
            yield f"Hủy: {entry.reason}"
        if entry.state == "đang ghi":
            yield "Chưa ghi xong tệp"
        links = {link: [other] for link, other in self.links(entry).items() if other}
        for link, others in (links | {"duoc_dinh_chinh_bang": self.corrections(entry)}).items():
            # what is void replaces nothing and corrects nothing
            if not (link in ("thay_the", "dinh_chinh") and entry.state == "đã hủy"):
                yield from (f"{LINKS[link]} số {other.sign}" for other in others)


LINKS = {
    "thay_the": "Thay thế",
    "duoc_thay_the_bang": "Được thay thế bằng",
    "dinh_chinh": "Đính chính",
    "duoc_dinh_chinh_bang": "Được đính chính bằng",
}
"""What Ghi chú says of another line."""


def _plain(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell
