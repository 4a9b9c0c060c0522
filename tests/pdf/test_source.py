"""What a Word document says, and what is none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from docgen.pdf.errors import NotADocumentError
from docgen.pdf.source import read_source
from tests.pdf.fakes import docx, package

PATH = Path("van-ban.docx")


def test_fonts_letters_and_date_are_read() -> None:
    source = read_source(PATH, docx("Đảng &amp; ỦY", "Arial", "2025-02-10T00:00:00Z"))

    assert source.fonts == {"Times New Roman", "Arial"}
    assert source.letters == set("đảnguủy") - {"u"}
    assert source.modified == datetime(2025, 2, 10, tzinfo=UTC)


def test_fonts_of_headers_styles_and_the_theme_are_asked_for_too() -> None:
    xml = {
        "word/document.xml": "<w:document/>",
        "word/header2.xml": '<w:rFonts w:ascii="Arial"/>',
        "word/styles.xml": '<w:rFonts w:hAnsi="Cambria"/><w:lang w:eastAsia="vi-VN"/>',
        "word/theme/theme1.xml": '<a:latin typeface="Calibri Light" panose="0"/>',
        "word/fontTable.xml": '<w:font w:name="Verdana"/>',
    }
    fonts = read_source(PATH, package(xml)).fonts

    assert fonts >= {"Times New Roman", "Arial", "Cambria", "Calibri Light"}
    assert "Verdana" not in fonts


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "không phải .docx"),
        (b"Xin chao, day la tep chu", "không phải .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "mật khẩu hoặc là .doc kiểu cũ"),
        (docx()[:-40], "hỏng"),
        (docx().replace("chủ".encode(), "chú".encode()), "hỏng"),
        (package({"xl/workbook.xml": "<workbook/>"}), "không phải văn bản Word"),
    ],
)
def test_what_is_no_word_document_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(NotADocumentError, match=reason):
        read_source(PATH, data)
