"""Where a workspace is and which units have files there: file names alone, nothing is read."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from docgen.errors import WorkspaceNotFoundError

SETTINGS = "docgen.yaml"
PROFILE = "kiem_tra.yaml"
"""How documents are checked; a workspace need not have it."""


def find_workspace(start: Path) -> Path:
    """Return the nearest folder at or above *start* that holds docgen.yaml."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise WorkspaceNotFoundError(start)


def code_of(path: Path) -> str:
    """Return the code that a file name stands for; some systems hand names out decomposed."""
    return unicodedata.normalize("NFC", path.stem)


def unit_codes(root: Path) -> list[str]:
    """Return the codes of all units."""
    return sorted(code_of(path) for path in (root / "data" / "don_vi").glob("*.yaml"))
