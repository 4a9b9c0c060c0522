"""The two reports of a year: after 6 months and after 12."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAMED = re.compile(r"([12][0-9]{3})-([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Ky:
    """A reporting period: its code, its field in ``han_bao_cao``, its word on the command line."""

    ma: str
    muc: str
    lenh: str

    @property
    def whole_year(self) -> bool:
        """Tell whether the period's report covers the year, its first half carried over."""
        return self.ma == YEAR

    def name(self, year: int) -> str:
        """Return “06 tháng đầu năm 2025” or “năm 2025”."""
        return f"năm {year}" if self.whole_year else f"06 tháng đầu năm {year}"

    def following(self, year: int) -> str:
        """Return the time that the tasks of the report are for."""
        return f"năm {year + 1}" if self.whole_year else f"06 tháng cuối năm {year}"


HALF, YEAR = "6-thang", "nam"
PERIODS = {HALF: Ky(HALF, "sau_thang", "6m"), YEAR: Ky(YEAR, "nam", "year")}


def folder_name(year: int, ma: str) -> str:
    """Return the name of a period's folder of data: “2025-6-thang”."""
    return f"{year}-{ma}"


def from_folder(name: str) -> tuple[int, str] | None:
    """Return (year, period) of a folder's name, if it is one."""
    match = _NAMED.fullmatch(name)
    return (int(match[1]), match[2]) if match and match[2] in PERIODS else None
