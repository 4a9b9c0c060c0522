"""Plain values: records become dictionaries that know their place, empty fields become gaps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from docgen.load.nodes import Document, Loc


class Gaps(dict[str, str]):
    """The gaps that a document printed: their labels, and where each can be filled in."""

    def __init__(self, root: Path | None = None) -> None:
        super().__init__()
        self.root = root

    def told(self, path: Path) -> str:
        """Return *path* as the office knows it: from the workspace down."""
        inside = self.root is not None and path.is_relative_to(self.root)
        return (path.relative_to(self.root) if self.root and inside else path).as_posix()


class Gap:
    """A field that the model knows and the office left empty: printed, marked and reported.

    It is false in a condition, empty in a loop, and never filled in by docgen.
    """

    __slots__ = ("_gaps", "label", "where")

    def __init__(self, label: str, gaps: Gaps, where: str = "") -> None:
        self.label = label
        self.where = where
        self._gaps = gaps

    def __str__(self) -> str:
        self._gaps.setdefault(self.label, self.where)
        return f"[CẦN BỔ SUNG: {self.label}]"

    def __format__(self, spec: str) -> str:
        return str(self)

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __lt__(self, other: object) -> bool:
        """Nothing can be compared with what is not there."""
        return False

    __gt__ = __le__ = __ge__ = __lt__

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
    file = gaps.told(document.source.path) if document else ""
    if document:
        values.place = f"{file}:{document.line(loc)}"
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value is None:
            where = f"mục {name} trong {file}" if file else ""
            values[name] = Gap(field.title or name, gaps, where)
        else:
            values[name] = _plain(value, gaps, document, (*loc, name))
    return values


def _plain(value: Any, gaps: Gaps, document: Document | None, loc: Loc) -> Any:
    if isinstance(value, BaseModel):
        return to_values(value, gaps, document, loc)
    if isinstance(value, (list, tuple)):
        return [_plain(item, gaps, document, (*loc, i)) for i, item in enumerate(value)]
    return value
