"""How the user runs docgen, so that the next line to type is one that works."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path

import docgen

_SAFE = re.compile(r"(?!-)[\w@%+=:,./-]+")


def quoted(word: str) -> str:
    """Return a word as a shell takes it whole; Vietnamese letters need no quotes."""
    if _SAFE.fullmatch(word):
        return word
    return f'"{word}"' if os.name == "nt" else shlex.quote(word)


def folder_word(folder: Path) -> str:
    """Return a folder as ``cd`` takes it: “-a” would be an option."""
    text = str(folder)
    return quoted(f"./{text}" if text.startswith("-") else text)


def program(here: Path) -> str:
    """Return the command ``docgen`` as it is run from the folder *here*.

    The launcher of a checkout runs us in its own Python, or hands over to the .venv beside it.
    """
    launcher = Path(docgen.__file__).resolve().parents[1] / "cli.py"
    words = sys.orig_argv[1:]
    own = Path(sys.prefix).resolve() == launcher.parent / ".venv" and words[:3] == _HANDED_OVER
    if not launcher.is_file() or not (own or any(_is(word, launcher) for word in words[:3])):
        return "docgen"
    python = "python" if os.name == "nt" else "python3"
    try:
        path = os.path.relpath(launcher, here.resolve())
    except ValueError:  # another drive
        path = str(launcher)
    return f"{python} {quoted(path)}"


_HANDED_OVER = ["-P", "-m", "docgen"]


def _is(word: str, launcher: Path) -> bool:
    return word.endswith(launcher.name) and Path(word).resolve() == launcher
