"""Superiors over time: on no day may an office stand above itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from docgen.load.loaded import Loaded
from docgen.model.unit import DonVi


def cycle(units: Mapping[str, Loaded[DonVi]], code: str) -> list[str]:
    """Return the way from *code* up to *code* again on some day, or nothing."""
    for day in _days(units, code):
        chain = [code]
        while (above := _superior(units, chain[-1], day)) and above not in chain:
            chain.append(above)
        if above == code:
            return [*chain, code]
    return []


def _superior(units: Mapping[str, Loaded[DonVi]], code: str, day: date) -> str | None:
    return units[code].value.superior_at(day) if code in units else None


def _days(units: Mapping[str, Loaded[DonVi]], code: str) -> list[date]:
    """Return the days on which a superior of *code*, or one of theirs, begins to be one."""
    seen: set[str] = set()
    todo, days = [code], {date.min}
    while todo:
        here = todo.pop()
        if here in units and here not in seen:
            seen.add(here)
            days |= {row.tu for row in units[here].value.cap_tren if row.tu}
            todo += [row.don_vi for row in units[here].value.cap_tren]
    return sorted(days)
