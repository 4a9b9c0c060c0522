"""One document to be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be made: (unit, kind, year), and the day that its facts hold for."""

    unit: str
    kind: str
    year: int
    day: date
    ma: str = ""
