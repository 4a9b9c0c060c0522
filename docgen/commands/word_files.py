"""Which files of a folder are documents, for the commands that go through folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

_COPY = ".sua.docx"


def word_files(folder: Path, refused: Callable[[OSError], object] | None = None) -> Iterator[Path]:
    """Yield the .docx files below *folder*, without what Word, LibreOffice and --fix leave there.

    A mended copy is meant where the document that it was made of is gone.
    """
    for here, inner, names in os.walk(folder, onerror=refused):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        there = {name.lower() for name in names}
        for name in sorted(names):
            small = name.lower()
            copied = small.endswith(_COPY) and f"{small.removesuffix(_COPY)}.docx" in there
            if small.endswith(".docx") and not copied and not name.startswith(("~$", ".")):
                yield Path(here, name)
