"""Files that are no text at all, known by their first bytes and named for their owner."""

from __future__ import annotations

_OFFICE = {b"word/": "Word (.docx)", b"xl/": "Excel (.xlsx)", b"ppt/": "PowerPoint (.pptx)"}
_BEGINNINGS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "tệp Word hoặc Excel kiểu cũ (.doc, .xls)",
    b"%PDF-": "tệp PDF",
    b"{\\rtf": "tệp Word kiểu RTF",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"GIF8": "ảnh GIF",
    b"\x1f\x8b": "tệp nén (.gz)",
    b"Rar!": "tệp nén (.rar)",
    b"7z\xbc\xaf": "tệp nén (.7z)",
    b"SQLite format 3": "cơ sở dữ liệu SQLite",
    b"<!DOCTYPE html": "trang web (HTML)",
    b"<html": "trang web (HTML)",
    b"<?xml": "tệp XML",
}


def kind_of_binary(data: bytes) -> str:
    """Return in a sentence what *data* is if it is no text to be read here, else nothing."""
    if data.startswith(b"PK\x03\x04"):
        kinds = (f"tệp {name}" for part, name in _OFFICE.items() if part in data)
        return _sentence(next(kinds, "tệp nén (.zip)"))
    kind = next((kind for start, kind in _BEGINNINGS.items() if data.startswith(start)), "")
    return _sentence(kind) if kind else ""


def _sentence(kind: str) -> str:
    return f"Tệp này không phải YAML mà là {kind}"
