"""The folder from which a workspace is looked for: -C anywhere on the line, else the current one."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import click

_FOLDER = re.compile("-[nqv]*C(.*)|--workspace(?:=(.*))?", re.DOTALL)


def folder_in(args: list[str]) -> str:
    """Return the last -C DIR, -CDIR, --workspace DIR or --workspace=DIR among *args*."""
    found = ""
    for word, following in pairwise([*args, ""]):
        if word == "--":
            break
        if match := _FOLDER.fullmatch(word):
            found = match[1] or match[2] or following
    return found


def start_folder(ctx: click.Context) -> Path:
    """Return the folder from which the workspace is looked for: -C, else the current one."""
    root = ctx.find_root()
    given = root.obj or root.params.get("workspace")
    return given if isinstance(given, Path) else Path.cwd()
