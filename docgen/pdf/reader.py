"""What a PDF holds: its pages, its fonts with the letters each can print, whether it has words."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

# It tells each oddity of a file to the log, and so to the user's screen.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

_WRONG = (PyPdfError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError,
          RecursionError, OSError, NotImplementedError)  # fmt: skip
_END = 2048
_BFCHAR = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_BFRANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_PART = re.compile(rb"pdfaid:part(?:>|=[\"'])(\d)")
_CONFORMANCE = re.compile(rb"pdfaid:conformance(?:>|=[\"'])(\w)")
_STYLE = re.compile(r"(?:PS)?(?:MT)?$")
LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


class BrokenPdfError(Exception):
    """The bytes are no PDF that can be read; the sentence says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Font:
    """*letters*, in lower case, are those that it can print; *family* is “Tinos” of Tinos-Bold."""

    family: str
    embedded: bool
    letters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """*archive* is "2B" for PDF/A-2b, nothing for a plain PDF."""

    pages: int
    fonts: tuple[Font, ...]
    worded: bool
    archive: str = ""


def read_pdf(pdf: bytes) -> Facts:
    """Return what *pdf* holds, or raise BrokenPdfError."""
    if not pdf.startswith(b"%PDF-"):
        raise BrokenPdfError("tệp ra không phải PDF")
    if b"%%EOF" not in pdf[-_END:]:
        raise BrokenPdfError("tệp PDF bị cụt")
    try:
        reader = PdfReader(BytesIO(pdf))
        pages = list(reader.pages)
        fonts = {id(font): font for page in pages for font in _fonts(page, set())}
        worded = any(page.extract_text().strip() for page in pages)
        return Facts(len(pages), tuple(map(_font, fonts.values())), worded, _archive(reader))
    except _WRONG as error:
        raise BrokenPdfError("tệp PDF hỏng") from error


def _fonts(holder: Any, seen: set[int]) -> Iterator[Any]:
    """Yield the fonts of a page or a form, those of the forms in it too."""
    resources = _got(holder.get("/Resources"))
    if resources is None or id(resources) in seen:
        return
    seen.add(id(resources))
    for font in (_got(resources.get("/Font")) or {}).values():
        yield _got(font)
    for form in (_got(resources.get("/XObject")) or {}).values():
        yield from _fonts(_got(form), seen)


def _font(font: Any) -> Font:
    below = _got(font.get("/DescendantFonts"))
    descriptor = _got((_got(below[0]) if below else font).get("/FontDescriptor")) or {}
    embedded = any(f"/FontFile{number}" in descriptor for number in ("", "2", "3"))
    table = _got(font.get("/ToUnicode"))
    letters = frozenset(_letters(table.get_data())) if table is not None else LATIN
    return Font(family(str(font.get("/BaseFont", ""))), embedded, letters)


def _letters(table: bytes) -> Iterator[str]:
    """Yield the letters that a font's table of characters can print, in lower case."""
    for block in _BFCHAR.findall(table):
        for _, text in _CHAR.findall(block):
            yield from _lower(bytes.fromhex(text.decode()))
    for block in _BFRANGE.findall(table):
        for first, last, start, texts in _RANGE.findall(block):
            for code in range(int(last, 16) - int(first, 16) + 1 if start else 0):
                yield from _lower((int(start, 16) + code).to_bytes(len(start) // 2, "big"))
            for text in re.findall(rb"<([0-9A-Fa-f]+)>", texts):
                yield from _lower(bytes.fromhex(text.decode()))


def _lower(text: bytes) -> Iterator[str]:
    return filter(str.isalpha, text.decode("utf-16-be", "ignore").lower())


def family(name: str) -> str:
    """Return the family in a font's name: “/BAAAAA+TimesNewRomanPS-BoldMT” is TimesNewRoman."""
    plain = re.sub(r"^/?(?:[A-Z]{6}\+)?", "", name)
    return _STYLE.sub("", re.split("[-,]", plain)[0], count=1)


def _archive(reader: PdfReader) -> str:
    metadata: Any = _got(reader.root_object.get("/Metadata"))
    xmp = metadata.get_data() if metadata is not None else b""
    part, conformance = _PART.search(xmp), _CONFORMANCE.search(xmp)
    return (part[1] + conformance[1]).decode() if part and conformance else ""


def _got(value: Any) -> Any:
    """Return the object that *value* points at."""
    return value.get_object() if value is not None else None
