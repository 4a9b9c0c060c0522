"""All that is written in a file, with its place and the days that its row tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.vietnamese.dates import DateError, parse_date
from docgen.vietnamese.letters import nfc

_DAYS = ("ngay", "han", "tu", "den")


@dataclass(frozen=True, slots=True)
class Written:
    """A text, the days of the row in which it stands, and whether the row cites a document."""

    loc: Loc
    text: str
    days: tuple[date, ...] = ()
    cited: bool = False


class Texts:
    """The texts of files, each file walked once: default rows serve many documents."""

    def __init__(self) -> None:
        self._walked: dict[tuple[str, Loc], list[Written]] = {}

    def of(self, file: Loaded[Any], loc: Loc = ()) -> list[Written]:
        """Return the texts at and under *loc* of a file."""
        key = (str(file.document.source.path), loc)
        if key not in self._walked:
            value: Any = file.document.value
            for step in loc:
                value = value.get(step) if isinstance(value, dict) else None
            self._walked[key] = list(_walk(value, Written(loc, "")))
        return self._walked[key]


def _walk(value: Any, here: Written) -> Iterator[Written]:
    value = getattr(value, "raw", "") or value
    if isinstance(value, str):
        yield Written(here.loc, nfc(value), here.days, here.cited)
    elif isinstance(value, dict):
        if here.loc:
            here = Written(here.loc, "", _own_days(value), {"so", "ngay"} <= value.keys())
        for step, child in value.items():
            yield from _walk(child, Written((*here.loc, step), "", here.days, here.cited))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _walk(child, Written((*here.loc, index), "", here.days, here.cited))


def _own_days(row: dict[str, Any]) -> tuple[date, ...]:
    found = []
    for name in _DAYS:
        if isinstance(typed := row.get(name), str):
            try:
                found.append(parse_date(typed))
            except DateError:
                continue
    return tuple(found)
