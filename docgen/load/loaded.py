"""A file read as a record: the record, and the place of every value in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from docgen.errors import Problem
from docgen.load.nodes import Document, Loc, compose
from docgen.load.record import read_record, readable_part
from docgen.load.source import read_source

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """A record and the file it came from, so that every value has a place."""

    value: M
    document: Document

    def problem(self, loc: Loc, code: str, message: str, hint: str = "", **at: Any) -> Problem:
        """Return a problem at *loc* of the file."""
        return self.document.problem(loc, code, message, hint, **at)


def load_record(path: Path, model: type[M], problems: list[Problem]) -> Loaded[M] | None:
    """Return the record in *path* unless something is wrong with it."""
    document, found = _document(path)
    wrong = any(not problem.warning for problem in found)
    value = None
    if document.value is not None or not wrong:
        value, faults = read_record(document, model)
        found += faults
        wrong = wrong or bool(faults)
    problems += found
    return None if wrong or value is None else Loaded(value, document)


def load_readable(path: Path, model: type[M]) -> Loaded[M] | None:
    """Return what is right in a file that has mistakes, to look for more of them; never to print."""
    document, _ = _document(path)
    value = readable_part(document, model) if isinstance(document.value, dict) else None
    return None if value is None else Loaded(value, document)


def _document(path: Path) -> tuple[Document, list[Problem]]:
    source, found = read_source(path)
    document, problems = compose(source)
    return document, found + problems
