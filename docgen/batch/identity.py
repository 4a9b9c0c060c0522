"""Proof that a document is its own unit's, and no other's.

The names of all other units are looked for in the finished text; one that its own values do not
mention can only come from a template or from another unit's data, and holds the document back.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from itertools import pairwise
from typing import Any

from docgen.context.job import Job
from docgen.errors import IdentityError
from docgen.load.workspace import Workspace

_BODY = "word/document.xml"
_ASIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml|docProps/core\.xml")
_END = re.compile(r"</w:p>|</(?:dc|cp):\w+>")
_BLANK = re.compile(r"<w:(?:tab|br|cr)(?: [^>]*)?/>")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+|\n")  # the end of a paragraph stands between the words of no name

Words = tuple[str, ...]


def words_of(docx: bytes) -> tuple[str, str]:
    """Return the text of a package's body, and of its headers, notes and properties.

    Each paragraph is a line.
    """
    with zipfile.ZipFile(BytesIO(docx)) as package:
        aside = [package.read(name) for name in package.namelist() if _ASIDE.fullmatch(name)]
        return _plain(package.read(_BODY)), "\n".join(map(_plain, aside))


def _plain(part: bytes) -> str:
    xml = part.decode("utf-8").replace("\n", " ")
    return unescape(_TAG.sub("", _BLANK.sub(" ", _END.sub("\n", xml))))


class Names:
    """The names by which a reader knows units, found in a text word by word.

    The longest name counts: “phường Gia Viên” does not mention “phường Gia”; “phường cầu thị” has
    no capital and mentions nobody.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._owners: dict[Words, list[tuple[str, str]]] = {}
        for code, name in _names(workspace):
            self._owners.setdefault(_words(name), []).append((code, name))
        self._beginning: dict[Words, list[Words]] = {}
        for words in sorted(self._owners, key=len, reverse=True):
            self._beginning.setdefault(words[:2], []).append(words)

    def mentioned(self, text: str) -> set[Words]:
        """Return the names that *text* mentions."""
        typed = _WORD.findall(text)
        words = [word.lower() for word in typed]
        begun = [at for at, pair in enumerate(pairwise(words)) if pair in self._beginning]
        found = set()
        for at in begun:
            for name in self._beginning[words[at], words[at + 1]]:
                end = at + len(name)
                if tuple(words[at:end]) == name and not "".join(typed[at + 1 : end]).islower():
                    found.add(name)
                    break
        return found

    def owner(self, words: Words) -> tuple[str, str]:
        """Return (unit, name) for a name that was mentioned."""
        return self._owners[words][0]


def prove(docx: bytes, job: Job, names: Names, values: dict[str, Any]) -> None:
    """Raise IdentityError unless the document in *docx* is *job*'s own."""
    body, aside = words_of(docx)
    shown = f" {' '.join(_WORD.findall(body))} "
    number = values["van_ban"]["so_ky_hieu"]  # a list that stays in the office has none
    for mark in [*values["don_vi"]["dau_trang"]["ban_hanh"], *([number] if number else [])]:
        if f" {' '.join(_WORD.findall(mark))} " not in shown:
            raise IdentityError(job.unit, f"không thấy “{mark}” của chính đơn vị")
    own = names.mentioned("\n".join(_strings(values)))
    foreign = names.mentioned(f"{body}\n{aside}") - own
    if foreign:
        other, name = names.owner(min(foreign))
        raise IdentityError(job.unit, f"có tên “{name}” của đơn vị “{other}”")


def _names(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for code, loaded in workspace.units.items():
        unit = loaded.value
        if unit.dia_ban:
            yield code, unit.dia_ban.place.in_sentence
        if unit.nguoi_ky:
            yield code, unit.nguoi_ky.ho_ten


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.lower()))


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, (list, tuple)):
        for child in value:
            yield from _strings(child)
    elif isinstance(value, str):
        yield value
