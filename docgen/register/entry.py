"""An entry of the register: a document that has a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["đang ghi", "đã cấp", "đã thay thế", "đã hủy"]
"""Numbered but its file not yet in place; issued; replaced by another; void."""
LIVE = ("đang ghi", "đã cấp")


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers: one issuer, one year, all types of document (empty) or one, by tên loại.

    Khoản 1 Điều 15 NĐ 30/2020: from 01 on 1 January to 31 December; the head of the office decides
    whether all types share a row. *first* is where an office begins that came to docgen in mid-year,
    *told* that docgen.yaml says so.
    """

    issuer: str
    year: int
    kind: str = ""
    first: int = 1
    told: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A document that is to be numbered: what it is, and all that the book says of it.

    The fields follow mục I Phụ lục IV and mục I Phần II Phụ lục VI NĐ 30/2020. *number* is set where
    a certain one is asked for; *replaces* is the entry whose document this one stands for (điểm b
    khoản 3 Điều 18), with the *reason*. *of_year* is the year that the document is of, where it is
    numbered in another: a report of 2025 that is signed in January 2026.

    A document that docgen did not make has no *kind*; its file, if it has one, is in place already,
    with its *digest*; of one that docgen makes it is the draft's until the file is in place. *note* is
    of the column Ghi chú, *corrects* the entry that this công văn corrects, *void* why the number of an older book is void.

    *office* is how the issuer was called on the day and *superior* the body that is printed above
    it, since a unit may be renamed or get another superior; both are empty where that is not known.
    """

    series: Series
    kind: str
    unit: str
    ma: str
    notation: str
    type_name: str
    subject: str
    signer: str
    title: str
    recipients: str
    archive: str
    copies: int | None
    file: str
    day: date
    number: int | None = None
    replaces: int | None = None
    reason: str = ""
    of_year: int | None = None
    digest: str = ""
    note: str = ""
    corrects: int | None = None
    void: str = ""
    office: str = ""
    superior: str = ""

    @property
    def by_hand(self) -> bool:
        """Tell of a document that docgen did not make."""
        return not self.kind

    @property
    def key(self) -> tuple[str, str, int, str]:
        """The document: (unit, kind, year, ma)."""
        return (self.unit, self.kind, self.data_year, self.ma)

    @property
    def data_year(self) -> int:
        """The year of the document, by which it is known."""
        return self.series.year if self.of_year is None else self.of_year

    def unlike(self, other: Order) -> dict[str, tuple[str, str]]:
        """Return what the book says of this document and not of *other*, by its column."""
        said = _SAID if self.office else _SAID[:-2]  # a line of an older docgen does not know it
        told = ((name, str(getattr(self, one)), str(getattr(other, one))) for one, name in said)
        return {name: (mine, theirs) for name, mine, theirs in told if mine != theirs}


_SAID = (
    ("notation", "ký hiệu"),
    ("type_name", "tên loại"),
    ("subject", "trích yếu"),
    ("signer", "người ký"),
    ("title", "chức vụ"),
    ("recipients", "nơi nhận"),
    ("archive", "bản lưu"),
    ("copies", "số bản"),
    ("office", "cơ quan ban hành"),
    ("superior", "cơ quan chủ quản"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the book; ``digest`` is of the file's parts, of the draft's until it is in place."""

    id: int
    order: Order
    number: int
    state: State
    digest: str = ""
    reason: str = ""
    replaces: int | None = None
    replaced_by: int | None = None
    corrects: int | None = None

    @property
    def sign(self) -> str:
        """The number and notation as they are written: “05/KH-UBND”."""
        return f"{self.number:02}/{self.order.notation}"

    @property
    def key(self) -> tuple[str, str, int, str]:
        """The document: (unit, kind, year, ma)."""
        return self.order.key
