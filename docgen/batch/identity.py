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
from typing import Any

from docgen.context.document import Job
from docgen.errors import IdentityError
from docgen.load.workspace import Workspace

_PARAGRAPH_END = re.compile(r"</w:p>")
_TAG = re.compile(r"<[^>]*>")


def words_of(docx: bytes) -> str:
    """Return the text of a package's body, one paragraph a line."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        xml = package.read("word/document.xml").decode("utf-8")
    return unescape(_TAG.sub("", _PARAGRAPH_END.sub("\n", xml)))


def prove(docx: bytes, job: Job, workspace: Workspace, values: dict[str, Any]) -> None:
    """Raise IdentityError unless the document in *docx* is *job*'s own."""
    text = _folded(words_of(docx))
    unit = values["don_vi"]
    own = [*unit["dau_trang"]["ban_hanh"], values["van_ban"]["so_ky_hieu"]]
    for mark in own:
        if _folded(mark) not in text:
            raise IdentityError(job.unit, f"không thấy “{mark}” của chính đơn vị")
    said = _folded(" \n ".join(_strings(values)))
    for other, name in marks(workspace, job.unit):
        folded = _folded(name)
        if folded in text and folded not in said:
            raise IdentityError(job.unit, f"có tên “{name}” của đơn vị “{other}”")


def marks(workspace: Workspace, own: str) -> Iterator[tuple[str, str]]:
    """Yield (unit, name) for every name by which a reader knows another unit."""
    for code, loaded in workspace.units.items():
        unit = loaded.value
        if code == own:
            continue
        if unit.dia_ban:
            yield code, unit.dia_ban.place.in_sentence
        if unit.nguoi_ky:
            yield code, unit.nguoi_ky.ho_ten


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).lower()


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, (list, tuple)):
        for child in value:
            yield from _strings(child)
    elif isinstance(value, str):
        yield value
