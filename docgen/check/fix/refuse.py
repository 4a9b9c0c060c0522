"""Why a document is only read: a copy of it would be worth less than the document, or not allowed."""

from __future__ import annotations

from pathlib import Path

from docgen.check.applies import SCOPES
from docgen.check.facts import Reading
from docgen.check.facts.names import W, val
from docgen.check.facts.package import Package, open_package
from docgen.check.sheet import Sheet

_CHANGES = tuple(
    W + name
    for name in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange",
        "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange",
        "tblGridChange", "numberingChange",
        *(f"{kind}Range{end}" for end in ("Start", "End")
          for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom",
                       "customXmlMoveTo")),
    )
)  # fmt: skip
_BESIDE = ("styles", "numbering")
_TELLING = (*_CHANGES, W + "writeProtection")
_STRICT = b"http://purl.oclc.org/ooxml/"


def why_not(path: Path, reading: Reading, sheet: Sheet) -> str:
    """Return in Vietnamese why the document is not mended; nothing if it may be."""
    with open_package(path) as package:
        return (
            _of_sheet(sheet)
            or _of_layout(reading)
            or _of_text(package, reading)
            or _of_package(package)
        )


def _of_sheet(sheet: Sheet) -> str:
    for each in (sheet, *sheet.others):
        if each.do_mat is not None:
            return "văn bản có dấu chỉ độ mật, không được làm thêm bản sao"
        if each.scope in SCOPES:
            return SCOPES[each.scope]
        if each.scope == "khong-ro":
            return "không nhận ra là văn bản hành chính"
    return ""


def _of_layout(reading: Reading) -> str:
    layout = reading.layout
    if layout.signed:
        return "văn bản đã ký số, sửa là mất chữ ký"
    if layout.unread:
        return "văn bản chèn tệp khác, docgen không đọc được phần ấy; hãy mở bằng Word rồi lưu lại"
    if layout.protected:
        return "văn bản đang được bảo vệ (Restrict Editing)"
    return ""


def _of_text(package: Package, reading: Reading) -> str:
    parts = dict(reading.relations.values())
    roots = [*reading.stories.values()]
    roots += [package.xml(parts.get(kind, "")) for kind in (*_BESIDE, "settings")]
    found = {each.tag for root in roots if root is not None for each in root.iter(*_TELLING)}
    if found.intersection(_CHANGES):
        return "còn sửa đổi đang theo dõi (Track Changes), phải chấp nhận hoặc từ chối trước"
    if W + "writeProtection" in found:
        return "văn bản được đặt chỉ đọc (Read-only Recommended hoặc mật khẩu sửa)"
    locks = (val(each) for root in reading.stories.values() for each in root.iter(W + "lock"))
    if any(word in ("contentLocked", "sdtContentLocked") for word in locks):
        return "văn bản có ô nội dung bị khóa (Content Control), phải bỏ khóa trước"
    return ""


def _of_package(package: Package) -> str:
    names = package.entries
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        return "văn bản có macro"
    types = package.read("[Content_Types].xml") if "[content_types].xml" in names else b""
    if b"macroEnabled" in types:
        return "văn bản có macro"
    if b".template.main+xml" in types:
        return "tệp là mẫu của Word (.dotx); hãy tạo văn bản từ mẫu, lưu thành .docx rồi sửa tệp ấy"
    if _STRICT in package.read(package.main):
        return "tệp lưu theo kiểu Strict Open XML, hãy lưu lại thành Tài liệu Word (.docx)"
    custom = package.read("docProps/custom.xml") if "docprops/custom.xml" in names else b""
    if b"_MarkAsFinal" in custom:
        return "văn bản được đánh dấu là bản cuối (Mark as Final)"
    return ""
