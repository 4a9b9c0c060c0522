"""Plain values: records become dictionaries that know their place, empty fields become gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from docgen.load.nodes import Document, Loc


class Gaps(list[str]):
    """The labels of the gaps that a document printed, each once."""

    def note(self, label: str) -> None:
        """Remember *label*."""
        if label not in self:
            self.append(label)


class Gap:
    """A field that the model knows and the office left empty: printed, marked and reported.

    It is false in a condition, empty in a loop, and never filled in by docgen.
    """

    __slots__ = ("_gaps", "label")

    def __init__(self, label: str, gaps: Gaps) -> None:
        self.label = label
        self._gaps = gaps

    def __str__(self) -> str:
        self._gaps.note(self.label)
        return f"[CẦN BỔ SUNG: {self.label}]"

    def __html__(self) -> str:
        return str(self)

    def __format__(self, spec: str) -> str:
        return str(self)

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> Gap:
        """Whatever is asked of a record that is not there is the same gap."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self


class Values(dict[str, Any]):
    """A record as a dictionary; *place* is the file and line it was read from."""

    place: str = ""


def to_values(
    record: BaseModel, gaps: Gaps, document: Document | None = None, loc: Loc = ()
) -> Values:
    """Return *record* as values: None becomes a Gap with the field's label."""
    values = Values()
    if document is not None:
        values.place = f"{document.source.path.as_posix()}:{document.line(loc)}"
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value is None:
            values[name] = Gap(field.title or name, gaps)
        else:
            values[name] = _plain(value, gaps, document, (*loc, name))
    return values


def _plain(value: Any, gaps: Gaps, document: Document | None, loc: Loc) -> Any:
    if isinstance(value, BaseModel):
        return to_values(value, gaps, document, loc)
    if isinstance(value, (list, tuple)):
        return [_plain(item, gaps, document, (*loc, i)) for i, item in enumerate(value)]
    return value
