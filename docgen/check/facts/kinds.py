"""What a file is that is no .docx, told by its first bytes or the names in its zip."""

from __future__ import annotations

import mmap
import re
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from docgen.check.facts.errors import (
    BrokenPackageError,
    EncryptedError,
    NotDocxError,
    UnreadableError,
)

_SAVE = "Mở bằng Word rồi lưu thành .docx (Tệp › Lưu thành › Tài liệu Word)."
_NEED = "Hãy đưa tệp .docx của chính văn bản ấy."
_OTHER = "docgen chỉ kiểm tra văn bản Word (.docx)."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MAGIC = (
    (re.compile(rb"\{\\rtf"), "tệp RTF", _SAVE),
    (re.compile(rb"%PDF-"), "tệp PDF", _NEED),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM"), "tệp ảnh", _NEED),
    (re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ"), "tệp nén", "Giải nén rồi kiểm tra."),
    (
        re.compile(rb"(?s).{0,2000}http://schemas\.microsoft\.com/office/2006/xmlPackage"),
        "tệp XML phẳng của Word (Flat OPC)",
        _SAVE,
    ),
    (
        re.compile(rb"(?s).{0,2000}http://schemas\.microsoft\.com/office/word/2003/wordml"),
        "tệp XML của Word 2003",
        _SAVE,
    ),
    (re.compile(rb"(?s).{0,2000}<office:document"), "tệp ODF phẳng (.fodt)", _SAVE),
    (re.compile(rb"(?si)MIME-Version:|.{0,2000}multipart/related"), "trang web lưu gộp (MHT)", _SAVE),
    (re.compile(rb"(?si)(<\?xml[^>]*>)?\s*(<!--.{0,1000}?-->\s*)?<(!doctype\s+html|html|head|body|meta)\b"), "trang web (HTML)", _SAVE),
    (re.compile(rb"<\?xml"), "tệp XML", _NEED),
)  # fmt: skip

_STREAMS = (
    ("WordDocument", "văn bản Word kiểu cũ (.doc)", _SAVE),
    ("Workbook", "bảng tính Excel kiểu cũ (.xls)", _OTHER),
    ("PowerPoint Document", "bản trình chiếu PowerPoint kiểu cũ (.ppt)", _OTHER),
)

_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.text", "văn bản OpenDocument (.odt)", _SAVE),
    (b"application/vnd.oasis.opendocument", "tệp OpenDocument (bảng tính, trình chiếu…)", _OTHER),
    (b"application/epub", "sách điện tử (.epub)", _OTHER),
)

_FOLDERS = (
    ("xl/", "bảng tính Excel (.xlsx)", _OTHER),
    ("ppt/", "bản trình chiếu PowerPoint (.pptx)", _OTHER),
    ("visio/", "bản vẽ Visio (.vsdx)", _OTHER),
    ("index/document.iwa", "văn bản Pages của Apple", _SAVE),
)


def refuse(path: Path, file: BinaryIO, head: bytes) -> UnreadableError:
    """Return why the file that begins with *head*, and is no zip, cannot be read."""
    if not head:
        return NotDocxError(path, "tệp rỗng (0 byte)", "Hãy chép lại từ bản gốc.")
    if path.name.startswith("~$"):
        what = "tệp tạm mà Word tạo khi đang mở văn bản"
        return NotDocxError(path, what, "Hãy đưa tệp không có “~$” ở đầu tên.")
    if head.startswith(_OLE):
        return _refuse_ole(path, file)
    trimmed = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, what, do in _MAGIC:
        if pattern.match(trimmed):
            return NotDocxError(path, what, do)
    if _is_text(head):
        return NotDocxError(path, "tệp chữ thường", _SAVE)
    return NotDocxError(path, "tệp không rõ loại", _NEED)


def _refuse_ole(path: Path, file: BinaryIO) -> UnreadableError:
    """Tell an old .doc from a .docx with a password: both are OLE compound files."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            return EncryptedError(path)
        for stream, what, do in _STREAMS:
            if data.find(stream.encode("utf-16-le")) >= 0:
                return NotDocxError(path, what, do)
    return NotDocxError(path, "tệp kiểu cũ của Microsoft Office", _SAVE)


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head)


def refuse_zip(path: Path, names: Collection[str], mimetype: bytes) -> UnreadableError:
    """Return why a zip without a Word document inside cannot be read; *names* in lower case."""
    for prefix, what, do in _MIMETYPES:
        if mimetype.startswith(prefix):
            return NotDocxError(path, what, do)
    for folder, what, do in _FOLDERS:
        if any(name.startswith(folder) for name in names):
            return NotDocxError(path, what, do)
    if "[content_types].xml" in names or any(name.startswith("word/") for name in names):
        missing = "word/document.xml" not in names
        reason = "thiếu phần word/document.xml" if missing else "không khai là văn bản Word"
        return BrokenPackageError(path, reason)
    if any(name.endswith(".docx") for name in names):
        what, do = "tệp nén có tệp .docx bên trong", "Giải nén rồi kiểm tra từng tệp."
        return NotDocxError(path, what, do)
    return NotDocxError(path, "tệp nén (.zip)", _NEED)
