"""The .docx package as bytes: what a document does not change is copied as it already is.

ZIP as in APPNOTE 6.3.10: fixed times and no extra fields, so equal parts give equal bytes.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import TemplateError

BODY = "word/document.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"

_TYPES = "[Content_Types].xml"
_DOCX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What zipfile raises for a package that is cut, corrupt, encrypted or packed in an unknown way.
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_DOS_EPOCH = (1 << 5) | 1  # 1980-01-01, the earliest day that a ZIP can name
_UTF8_NAMES = 0x0800


@dataclass(frozen=True, slots=True)
class Member:
    """One part, compressed, with its local header before it."""

    name: bytes
    block: bytes
    crc: int
    packed: int
    size: int


def read_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of the package at *path* by name, content types first."""
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            parts = {name: package.read(name) for name in names if not name.endswith("/")}
    except _UNREADABLE as error:
        message = "không mở được, hoặc không phải tệp .docx"
        raise TemplateError(path.name, "", message) from error
    if len(set(names)) != len(names):
        raise TemplateError(path.name, "", "gói .docx có hai phần trùng tên; lưu lại bằng Word")
    if not {BODY, STYLES, _TYPES} <= parts.keys():
        raise TemplateError(path.name, "", "không phải tệp .docx của Word")
    if _DOCX not in parts[_TYPES]:
        message = "là tệp .dotx hoặc .docm đổi đuôi; lưu lại theo kiểu Word Document (.docx)"
        raise TemplateError(path.name, "", message)
    return {
        _TYPES: parts[_TYPES],
        **{name: parts[name] for name in sorted(parts) if name != _TYPES},
    }


def pack(name: str, data: bytes, level: int = 6) -> Member:
    """Compress one part; *level* is zlib's."""
    deflater = zlib.compressobj(level, zlib.DEFLATED, -15)
    packed = deflater.compress(data) + deflater.flush()
    encoded = name.encode("utf-8")
    crc = zlib.crc32(data)
    header = _LOCAL.pack(
        0x04034B50, 20, _UTF8_NAMES, 8, 0, _DOS_EPOCH, crc, len(packed), len(data), len(encoded), 0
    )
    return Member(encoded, header + encoded + packed, crc, len(packed), len(data))


def assemble(members: Iterable[Member]) -> bytes:
    """Return the package of *members*, in order."""
    blocks, directory, offset, count = [], [], 0, 0
    for member in members:
        directory.append(
            _CENTRAL.pack(
                0x02014B50, 20, 20, _UTF8_NAMES, 8, 0, _DOS_EPOCH, member.crc, member.packed,
                member.size, len(member.name), 0, 0, 0, 0, 0, offset,
            )
            + member.name
        )  # fmt: skip
        blocks.append(member.block)
        offset += len(member.block)
        count += 1
    central = b"".join(directory)
    end = _END.pack(0x06054B50, 0, 0, count, count, len(central), offset, 0)
    return b"".join([*blocks, central, end])


def pack_all(parts: Mapping[str, bytes]) -> list[Member]:
    """Compress parts that many documents will share, as small as they go."""
    return [pack(name, data, 9) for name, data in parts.items()]
