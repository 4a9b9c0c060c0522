"""Which files ``docgen check`` is asked to look at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from docgen.check.facts.errors import CannotOpenError
from docgen.commands.outcome import shown
from docgen.errors import DocgenError, system_reason


def documents(paths: Iterable[Path]) -> Iterator[tuple[Path, DocgenError | None]]:
    """Yield the files that are meant, once each: those in folders too, but no lock files of Word."""
    seen: set[Path] = set()
    for path, error in _listed(paths):
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield path, error


def _listed(paths: Iterable[Path]) -> Iterator[tuple[Path, DocgenError | None]]:
    for path in paths:
        if not path.is_dir():
            yield path, None
            continue
        refused: list[OSError] = []
        found = sorted(_inside(path, refused))
        if not found and not refused:
            raise click.UsageError(f"Không có tệp .docx nào trong {shown(path)}.")
        yield from ((file, None) for file in found)
        for error in refused:
            closed = Path(error.filename)
            yield closed, CannotOpenError(closed, system_reason(error))


def _inside(path: Path, refused: list[OSError]) -> Iterator[Path]:
    for folder, _, names in os.walk(path, onerror=refused.append):
        for name in names:
            if name.lower().endswith(".docx") and not name.startswith(("~$", ".")):
                yield Path(folder, name)
