"""Put a sheet for Excel where it was asked for."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.commands.outcome import shown
from docgen.errors import CannotWriteError
from docgen.write import write


def save_sheet(path: Path, data: bytes, *, force: bool) -> None:
    """Write *data* to *path*, never over a person's file unless forced to: then that is kept."""
    if path.suffix.lower() != ".xlsx":
        raise CannotWriteError(path, "tên tệp Excel phải có đuôi .xlsx")
    if not path.parent.is_dir():
        raise CannotWriteError(path, "không có thư mục này")
    if kept := write(path, data, force=force).kept:
        click.echo(f"  tệp cũ được giữ ở {shown(kept)}", err=True)
