"""The files of a folder of data/: which are read, and what is told of the others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docgen.errors import Problem
from docgen.load.root import code_of
from docgen.load.source import Source
from docgen.vietnamese.letters import fold, slug

_KEPT = re.compile(r"\.bak\d*$", re.IGNORECASE)
_HIDDEN = (".", "~$", "desktop.ini", "thumbs.db")
_NOTEPAD = re.compile(r"(.+?)\.ya?ml\.txt$", re.IGNORECASE)
_COPY = re.compile(
    r"(?:copy of |ban sao cua )?(?P<own>.+?)(?:[\s-]*\(?(?:copy|ban sao|sao chep)\)?)?(?:\s*\(?\d+\)?)?"
)


def yaml_files(folder: Path, problems: list[Problem]) -> list[Path]:
    """Return the YAML files of *folder*; names that mislead and files that nobody reads are told."""
    paths = sorted(folder.glob("*.yaml"))
    codes = {code_of(path) for path in paths}
    problems += foreign_files(folder)
    for path in paths:
        code = code_of(path)
        if code != slug(code):
            message = f"tên tệp “{code}.yaml” nên là chữ thường không dấu, nối bằng gạch ngang"
            hint = f"đổi tên thành {slug(code)}.yaml"
            if own := copied_from(code, codes):
                hint = f"có vẻ là bản sao của {own}.yaml: xóa tệp này, hoặc đổi tên theo mã đơn vị khác"
            found = file_problem(path, "misplaced-file", message, hint)
            problems.append(replace(found, warning=True))
    return paths


def copied_from(code: str, codes: set[str]) -> str:
    """Return of which of *codes* a file named *code* is the copy that a file manager made."""
    match = _COPY.fullmatch(fold(code))
    own = match["own"].strip() if match else ""
    return own if own in codes and own != code else ""


def foreign_files(folder: Path) -> Iterator[Problem]:
    """Yield what is told of the files of *folder* that docgen does not read."""
    if folder.is_dir():
        read = set(folder.glob("*.yaml"))
        for path in sorted(path for path in folder.iterdir() if path not in read):
            if path.is_file():
                yield from _not_read(path)


def _not_read(path: Path) -> Iterator[Problem]:
    name = unicodedata.normalize("NFC", path.name)
    if name.lower().startswith(_HIDDEN) or _KEPT.search(name):
        return
    if notepad := _NOTEPAD.fullmatch(name):
        message = "docgen chỉ đọc tệp có đuôi .yaml, không đọc .yaml.txt"
        hint = f"đổi tên thành {notepad[1]}.yaml (bỏ .txt)"
        yield file_problem(path, "misplaced-file", message, hint)
    elif path.suffix.lower() in (".yml", ".yaml"):
        hint = f"đổi tên thành {code_of(path)}.yaml"
        yield file_problem(path, "misplaced-file", "docgen chỉ đọc tệp có đuôi .yaml", hint)
    else:
        message = f"docgen không đọc tệp “{name}” trong thư mục này"
        hint = "chuyển tệp ra ngoài data/; dữ liệu thì viết vào tệp .yaml"
        yield replace(file_problem(path, "foreign-file", message, hint), warning=True)


def file_problem(path: Path, code: str, message: str, hint: str) -> Problem:
    """Return a problem of a whole file: it is not there, or not where or named as it should be."""
    name = path.with_name(code_of(path) + path.suffix)
    return Source(name, "", ()).problem(1, 1, code, message, hint)
