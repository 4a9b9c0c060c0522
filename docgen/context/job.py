"""One document to be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from docgen.load.data import DataKey


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be made: (unit, kind, year, ma), and the day that its facts hold for.

    ``on`` is that day where it was asked for: what others did is then told as of it.

    ``ma`` is empty, the period (“6-thang”, “nam”) or the name of one data file of many; ``ban`` is
    the version for other addressees (“hdnd”), made from the same data. ``so`` and ``ngay`` are the
    number and the day that the register gave it; without them it is a draft. ``thay_the`` is the
    number, with its notation, and the day of the document that this one replaces. ``ghi_san`` is
    false where the number that its data asks for was given before, to a void or former document.
    """

    unit: str
    kind: str
    year: int
    day: date
    ma: str = ""
    ban: str = ""
    on: date | None = None
    so: int | None = None
    ngay: date | None = None
    thay_the: tuple[str, date] | None = None
    ghi_san: bool = True

    @property
    def key(self) -> DataKey:
        """What its data is found by."""
        return DataKey(self.kind, self.year, self.unit, self.ma)

    @property
    def code(self) -> str:
        """What follows the kind in its file's name: “6-thang-hdnd”."""
        return "-".join(word for word in (self.ma, self.ban) if word)
