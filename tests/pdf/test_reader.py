"""What a PDF holds, seen in PDFs made by hand."""

from __future__ import annotations

import pytest

from docgen.pdf.reader import BrokenPdfError, family, read_pdf
from tests.pdf.fakes import pdf


def test_pages_fonts_and_words_are_seen() -> None:
    facts = read_pdf(pdf({"Tinos": "Ủy ban", "OpenSymbol": "•"}, pages=3))

    assert facts.pages == 3
    assert facts.worded
    assert [(font.family, font.embedded) for font in facts.fonts] == [
        ("Tinos", True),
        ("OpenSymbol", True),
    ]
    assert facts.fonts[0].letters == set("ủyban")
    assert facts.fonts[1].letters == set()


def test_an_empty_page_has_no_words() -> None:
    assert not read_pdf(pdf(worded=False)).worded


def test_a_font_that_is_not_in_the_file_is_seen() -> None:
    assert not read_pdf(pdf(embedded=False)).fonts[0].embedded


@pytest.mark.parametrize("mark", ["2B", "1A", ""])
def test_the_mark_of_an_archive_is_read(mark: str) -> None:
    assert read_pdf(pdf(archive=mark)).archive == mark


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "không phải PDF"),
        (b"<html>%%EOF", "không phải PDF"),
        (pdf()[:-20], "bị cụt"),
        (b"%PDF-1.6\nrubbish\n%%EOF", "hỏng"),
        (pdf().replace(b"/Kids[", b"/Kids 5 0 R/X["), "hỏng"),
    ],
)
def test_what_is_no_pdf_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(BrokenPdfError, match=reason):
        read_pdf(data)


@pytest.mark.parametrize(
    "name, expected",
    [
        ("/BAAAAA+Tinos-Bold", "Tinos"),
        ("/CAAAAA+Tinos", "Tinos"),
        ("/TimesNewRomanPSMT", "TimesNewRoman"),
        ("/ABCDEE+TimesNewRomanPS-BoldItalicMT", "TimesNewRoman"),
        ("/LiberationSerif-Italic", "LiberationSerif"),
        ("/Times New Roman,Bold", "Times New Roman"),
        ("/ArialMT", "Arial"),
    ],
)
def test_a_family_is_read_from_the_name_of_a_font(name: str, expected: str) -> None:
    assert family(name) == expected
