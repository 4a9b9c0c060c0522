"""Which files ``docgen check`` is asked to look at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from docgen.check.facts.errors import CannotOpenError
from docgen.commands.outcome import shown
from docgen.commands.word_files import word_files
from docgen.errors import DocgenError, system_reason


def documents(paths: Iterable[Path]) -> Iterator[tuple[Path, DocgenError | None]]:
    """Yield the files that are meant, once each, and the folders that could not be looked into."""
    seen: set[str] = set()
    for path, error in _listed(paths):
        real = os.path.realpath(path)  # a link that leads to itself has no resolve()
        if real not in seen:
            seen.add(real)
            yield path, error


def _listed(paths: Iterable[Path]) -> Iterator[tuple[Path, DocgenError | None]]:
    for path in paths:
        if not path.is_dir():
            yield path, None
            continue
        refused: list[OSError] = []
        found = sorted(word_files(path, refused.append))
        if not found and not refused:
            raise click.UsageError(f"Không có tệp .docx nào trong {shown(path)}.")
        yield from ((file, None) for file in found)
        for error in refused:
            closed = Path(error.filename)
            yield closed, CannotOpenError(closed, system_reason(error))
