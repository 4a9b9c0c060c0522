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
        "word/styles.xml": '<w:rFonts w:hAnsi="Cambria" /><w:lang w:eastAsia="vi-VN"/>',
        "word/theme/theme1.xml": '<a:latin typeface="Calibri Light" panose="0"/>',
        "word/fontTable.xml": '<w:font w:name="Verdana"/>',
    }
    fonts = read_source(PATH, package(xml)).fonts

    assert fonts == {"Times New Roman", "Arial", "Cambria", "Calibri Light"}  # no vi-VN, no Verdana


_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:lang w:eastAsia="vi-VN"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
)
_THEME = (
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr/></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:rFonts w:ascii="Courier New"/></w:style>'
)


@pytest.mark.parametrize(
    "inner, asked",
    [
        ("<w:r><w:t>chữ</w:t></w:r>", "Calibri"),
        ('<w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>chữ</w:t></w:r>', "Arial"),
        ('<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>chữ</w:t></w:r>', "Courier New"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Verdana"/></w:rPr><w:t>chữ</w:t></w:r>', "Verdana"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Verdana"/></w:rPr><w:t> </w:t></w:r>', ""),
    ],
)
def test_the_fonts_that_the_words_are_set_in_are_told_from_those_that_are_only_named(
    inner: str, asked: str
) -> None:
    xml = {
        "word/document.xml": f"<w:document><w:body><w:p>{inner}</w:p></w:body></w:document>",
        "word/styles.xml": f"<w:styles>{_DEFAULTS}{_STYLES}</w:styles>",
        "word/theme/theme1.xml": f"<a:theme>{_THEME}</a:theme>",
    }

    assert read_source(PATH, package(xml)).asked == ({asked} if asked else set())


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
