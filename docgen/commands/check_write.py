"""Where ``docgen check --out`` may write: to a new file, or over a report that it wrote itself."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from docgen import __version__
from docgen.errors import CannotWriteError, system_reason

SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".sarif": "sarif",
    ".html": "html",
    ".htm": "html",
    ".md": "md",
}
_END = "Báo cáo do docgen check"
_LENGTH = 4096
"""So many bytes at each end of a report tell that it is one."""
_MARKS = {
    "text": rf"(?s).*^{_END} [^\n]*\s*\Z",
    "json": r'\{\s*"phien_ban": \d+,\s*"docgen": "',
    "rules json": r'\[\s*\{\s*"ma": "[\w-]+",\s*"nhom": "\w+",\s*"quy_dinh": "',
    "sarif": r'\{\s*"\$schema": "[^"]*/sarif/[^"]*",[^\[]*\[\s*\{\s*"tool": \{\s*"driver": '
    r'\{\s*"name": "docgen"',
    "html": r"(?s)<!DOCTYPE html>.{0,500}<title>Kiểm tra thể thức văn bản</title>",
    "rules md": r"# Quy tắc của docgen check\s",
}
"""What the reports of docgen begin with, or end with, by their form."""


def form_by_name(out: Path, ctx: click.Context) -> str:
    """Return the form that the end of a report's name tells; refuse all other names."""
    form = SUFFIXES.get(out.suffix.lower())
    if form is None:
        raise click.UsageError(
            f"--out {out}: tên báo cáo phải có đuôi .txt, .json, .sarif hoặc .html "
            "(với --rules: .txt, .json, .md).",
            ctx,
        )
    return form


def check_free(out: Path, form: str, *, rules: bool, inputs: Sequence[Path] = ()) -> None:
    """Refuse a place for the report where some other file stands, the document most of all."""
    try:
        there = out.exists()
        asked = there and any(each.exists() and each.samefile(out) for each in inputs)
        if asked or (there and not (out.is_file() and _is_ours(out, form, rules=rules))):
            raise click.UsageError(
                f"--out {out}: đã có tệp này và tệp không phải báo cáo cùng dạng của docgen, "
                "không ghi đè. Đặt tên khác, hoặc xóa tệp ấy trước."
            )
    except OSError as error:
        raise CannotWriteError(out, system_reason(error)) from error


def _is_ours(out: Path, form: str, *, rules: bool) -> bool:
    with out.open("rb") as file:
        data = file.read(_LENGTH)
        if form == "text":
            file.seek(max(0, out.stat().st_size - _LENGTH))
            data = file.read(_LENGTH)
    mark = _MARKS.get(f"rules {form}" if rules else form) or _MARKS[form]
    text = data.decode("utf-8", "ignore")
    return re.match(mark, text, re.MULTILINE) is not None


def write_report(out: Path, text: str, form: str, *, rules: bool) -> None:
    """Write a report as UTF-8, aside and renamed, over an older one at most."""
    check_free(out, form, rules=rules)
    if form == "text":
        text += f"{_END} {__version__} ghi.\n"
    target = Path(os.path.realpath(out))
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_text(text, "utf-8", newline="\n")
        part.replace(target)
    except OSError as error:
        raise CannotWriteError(out, system_reason(error)) from error
    finally:
        with suppress(OSError):
            part.unlink()
