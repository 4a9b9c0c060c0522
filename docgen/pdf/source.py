"""What a Word document says that its PDF must keep: its fonts, its letters, its date."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from pathlib import Path

from docgen.pdf.asked import NORMAL, asked_fonts
from docgen.pdf.errors import NotADocumentError
from docgen.vietnamese.letters import nfc

_PARTS = re.compile(
    r"word/(?:document|styles|numbering|theme/theme\d*|(?:header|footer)\d*|footnotes|endnotes)\.xml"
)
_BESIDE = re.compile("word/(?:styles|numbering|theme)")  # parts without words
_FONTS = re.compile(r"<w:rFonts [^>]*>")  # not w:lang, which has the same attributes
_FONT = re.compile(r'w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"')
_THEME_FONT = re.compile(r'<a:latin [^>]*typeface="([^"]+)"')
_WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_MODIFIED = re.compile(r"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z?<")
_OLE = b"\xd0\xcf\x11\xe0"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, KeyError)
LARGEST = 200_000_000
"""Bytes of a document's parts, unpacked; what is larger is no document but an attack."""


@dataclass(frozen=True, slots=True)
class Source:
    """*fonts* are those that it names, *asked* those that its words are set in.

    *letters* are the letters of its text, in lower case.
    """

    fonts: frozenset[str]
    letters: frozenset[str]
    modified: datetime | None = None
    asked: frozenset[str] = frozenset({NORMAL})


def read_source(path: Path, docx: bytes) -> Source:
    """Return what the document at *path* says; raise NotADocumentError if it is none."""
    if docx.startswith(_OLE):
        raise NotADocumentError(
            path, "tệp đặt mật khẩu hoặc là .doc kiểu cũ; mở bằng Word, lưu thành .docx"
        )
    try:
        with zipfile.ZipFile(BytesIO(docx)) as package:
            if sum(info.file_size for info in package.infolist()) > LARGEST:
                raise NotADocumentError(path, "tệp bung ra quá lớn")
            if package.testzip():
                raise NotADocumentError(path, "tệp hỏng")
            if "word/document.xml" not in package.namelist():
                raise NotADocumentError(path, "không phải văn bản Word (.docx)")
            return _read(package)
    except _UNREADABLE as error:
        raise NotADocumentError(path, "tệp hỏng hoặc không phải .docx") from error


def _read(package: zipfile.ZipFile) -> Source:
    parts = {name: _xml(package, name) for name in package.namelist() if _PARTS.fullmatch(name)}
    words = "".join(_WORDS.findall(parts["word/document.xml"]))
    letters = frozenset(filter(str.isalpha, nfc(unescape(words)).lower()))
    core = next((name for name in package.namelist() if name == "docProps/core.xml"), None)
    date = _MODIFIED.search(_xml(package, core)) if core else None
    modified = datetime.fromisoformat(date[1]).replace(tzinfo=UTC) if date else None
    asked = asked_fonts(
        "".join(xml for name, xml in parts.items() if not _BESIDE.match(name)),
        parts.get("word/styles.xml", ""),
        "".join(xml for name, xml in parts.items() if "/theme/" in name),
    )
    return Source(frozenset(_fonts(parts)), letters, modified, asked)


def _fonts(parts: dict[str, str]) -> Iterator[str]:
    yield NORMAL
    for name, xml in parts.items():
        if "/theme/" in name:
            yield from map(unescape, _THEME_FONT.findall(xml))
        for node in _FONTS.findall(xml):
            yield from map(unescape, _FONT.findall(node))


def _xml(package: zipfile.ZipFile, name: str) -> str:
    data = package.read(name)
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
