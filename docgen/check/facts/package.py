"""A stranger's .docx, opened with care: nothing in it may cost much or reach outside.

What a file declares about its own size is not believed; every part is inflated under a limit.
"""

from __future__ import annotations

import posixpath
import re
import stat
import zipfile
import zlib
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from urllib.parse import unquote

from lxml import etree

from docgen.check.facts.errors import (
    BrokenPackageError,
    BrokenXmlError,
    CannotOpenError,
    EncryptedError,
    ForbiddenXmlError,
    TooLargeError,
)
from docgen.check.facts.kinds import refuse, refuse_zip
from docgen.check.facts.names import Element, transitional
from docgen.errors import system_reason

FILE_LIMIT = 200 << 20
PART_LIMIT = 32 << 20
TOTAL_LIMIT = 64 << 20
PARTS_LIMIT = 5_000
RATIO_LIMIT = 250  # deflate reaches 1032; a long table of Word's about 60
RATIO_FROM = 4 << 20
TAGS_LIMIT = 600_000
DEPTH_LIMIT = 200
_DIRECTORY_LIMIT = PARTS_LIMIT * 200
_CHUNK = 1 << 20
_BAD_NAME = re.compile(r"[\x00-\x1f\\]|^/|^[A-Za-z]:|(^|/)\.\.(/|$)")
_TOO_DEEP = etree.XPath(f"boolean({'/*' * DEPTH_LIMIT})")
_READING = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, NotImplementedError)
_MAIN_TYPE = re.compile(
    r"wordprocessingml\.[a-z]+\.main\+xml|ms-word\.(document|template)\.macroEnabled\w*\.main"
)


@dataclass
class Package:
    """The parts of a document by name. To be closed; parts are inflated when asked for."""

    path: Path
    file: BinaryIO
    zip: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]  # names in lower case: OPC does not tell them apart
    inflated: int = field(default=0)
    tags: int = field(default=0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.zip.close()
        self.file.close()

    def has(self, prefix: str, suffix: str = "") -> bool:
        """Whether there is a part named so."""
        return any(n.startswith(prefix) and n.endswith(suffix) for n in self.entries)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, never more than the limits."""
        entry = self.entries[name.lower()]
        if entry.flag_bits & 0x1:
            raise EncryptedError(self.path)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BrokenPackageError(self.path, f"phần {name} nén theo kiểu lạ")
        limit = min(PART_LIMIT, TOTAL_LIMIT - self.inflated)
        ratio_limit = max(RATIO_FROM, entry.compress_size * RATIO_LIMIT)
        chunks, size = [], 0
        try:
            with self.zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    chunks.append(chunk)
                    size += len(chunk)
                    if size > min(limit, ratio_limit):
                        reason = f"phần {name} bung ra hơn {size >> 20} MB"
                        raise TooLargeError(self.path, reason)
        except _READING as error:
            reason = f"không giải nén được phần {name}"
            raise BrokenPackageError(self.path, reason) from error
        except OSError as error:
            raise CannotOpenError(self.path, system_reason(error)) from error
        self.inflated += size
        return b"".join(chunks)

    def xml(self, name: str) -> Element | None:
        """Return the root of an XML part, or None if there is no such part."""
        if name.lower() not in self.entries:
            return None
        data = self.read(name)
        self.tags += data.count(b"<")
        if self.tags > TAGS_LIMIT:
            raise TooLargeError(self.path, f"hơn {TAGS_LIMIT} thẻ XML")
        return parse(self.path, name, data)

    @cached_property
    def main(self) -> str:
        """The name of the part with the text, as the package's relationships tell it."""
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target.lower() in self.entries:
                return target
        return "word/document.xml"

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relationships of *part* by id: (last word of the type, part named)."""
        folder, _, base = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for node in root if root is not None else ():
            if node.get("TargetMode") == "External" or not node.get("Target"):
                continue
            target = unquote(posixpath.normpath(posixpath.join("/", folder, node.get("Target"))))
            kind = node.get("Type", "").rpartition("/")[2]
            found[node.get("Id", "")] = (kind, target.lstrip("/"))
        return found


def open_package(path: Path) -> Package:
    """Open the document at *path*, or say why it is none."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # a pipe or a device would be read for ever
            reason = "đây là thư mục" if stat.S_ISDIR(mode) else "không phải tệp thường"
            raise CannotOpenError(path, reason)
        file = path.open("rb")
    except (OSError, ValueError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else "tên tệp không hợp lệ"
        raise CannotOpenError(path, reason) from error
    with ExitStack() as stack:
        stack.enter_context(file)
        package = _open(path, file)
        stack.pop_all()
    return package


def _open(path: Path, file: BinaryIO) -> Package:
    try:
        size = file.seek(0, 2)
        file.seek(0)
        head = file.read(4096)
    except OSError as error:
        raise CannotOpenError(path, system_reason(error)) from error
    if size > FILE_LIMIT:
        raise TooLargeError(path, f"{size >> 20} MB")
    if head[:4] not in (b"PK\x03\x04", b"PK\x05\x06"):
        raise refuse(path, file, head)
    _check_directory(path, file, size)
    try:
        package = zipfile.ZipFile(file)
        entries = _check_entries(path, package.infolist())
    except (*_READING, OSError) as error:
        reason = "tệp bị cắt cụt hoặc chép thiếu"
        raise BrokenPackageError(path, reason) from error
    return _check_kind(Package(path, file, package, entries))


def _check_directory(path: Path, file: BinaryIO, size: int) -> None:
    """Refuse a list of parts that is long enough to choke on, before reading it."""
    file.seek(max(0, size - 65_557 - 76))
    tail = file.read()
    end, end64 = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    if end < 0 or len(tail) < end + 22:
        raise BrokenPackageError(path, "tệp bị cắt cụt hoặc chép thiếu")
    length = int.from_bytes(tail[end + 12 : end + 16], "little")
    if end64 >= 0 and length == 0xFFFFFFFF:
        length = int.from_bytes(tail[end64 + 40 : end64 + 48], "little")
    if length > _DIRECTORY_LIMIT:
        raise TooLargeError(path, f"gói có hơn {PARTS_LIMIT} phần")
    file.seek(0)


def _check_entries(path: Path, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    if len(infos) > PARTS_LIMIT:
        raise TooLargeError(path, f"gói có hơn {PARTS_LIMIT} phần")
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.orig_filename
        if _BAD_NAME.search(name) or len(name) > 512:
            raise BrokenPackageError(path, f"tên phần không hợp lệ: {name[:60]!a}")
        if name.lower() in entries:
            raise BrokenPackageError(path, f"hai phần trùng tên {name[:60]}")
        if not name.endswith("/"):
            entries[name.lower()] = info
    return entries


def _check_kind(package: Package) -> Package:
    """Refuse a zip that is another program's."""
    entries, path = package.entries, package.path
    main = package.main.lower() if "[content_types].xml" in entries else "word/document.xml"
    mimetype = package.read("mimetype")[:80] if "mimetype" in entries else b""
    foreign = mimetype.startswith((b"application/vnd.oasis", b"application/epub"))
    if main not in entries or not main.endswith(".xml") or foreign:
        raise refuse_zip(path, entries.keys(), mimetype)
    types = package.xml("[Content_Types].xml")
    for node in types if types is not None else ():
        if node.get("PartName", "").lower() == f"/{main}":
            if not _MAIN_TYPE.search(node.get("ContentType", "")):
                raise refuse_zip(path, entries.keys(), b"")
            return package
    return package


def parse(path: Path, name: str, data: bytes) -> Element:
    """Return the root of XML from a stranger: no DTD, no entities, no network, no abyss."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ForbiddenXmlError(path, name, "có khai báo DTD hoặc thực thể XML")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True, huge_tree=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(transitional(data), parser)
    except etree.XMLSyntaxError as error:
        if "depth" in (error.msg or ""):
            raise ForbiddenXmlError(path, name, "lồng quá nhiều lớp") from error
        line, column = error.position
        raise BrokenXmlError(path, name, max(1, line or 1), column or 0) from error
    except (ValueError, LookupError) as error:
        raise BrokenXmlError(path, name, 1) from error
    if root is None:
        raise BrokenXmlError(path, name, 1)
    if root.getroottree().docinfo.doctype:
        raise ForbiddenXmlError(path, name, "có khai báo DTD hoặc thực thể XML")
    if _TOO_DEEP(root):
        raise ForbiddenXmlError(path, name, "lồng quá nhiều lớp")
    return root
