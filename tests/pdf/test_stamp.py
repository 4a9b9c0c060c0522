"""The same document gives the same PDF, whenever it is printed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from docgen.pdf.reader import read_pdf
from docgen.pdf.stamp import key, source_key, stamp
from tests.pdf.fakes import docx, pdf

DAY = datetime(2025, 2, 10, tzinfo=UTC)
KEY = key(docx(), archive=False)


@pytest.mark.parametrize("archive", ["", "2B"])
def test_two_prints_of_one_document_become_the_same_bytes(archive: str) -> None:
    first = pdf(archive=archive)
    later = pdf(archive=archive, moment="20270101235959+07'00'").replace(
        b"0123456789ABCDEF" * 2, b"FEDCBA9876543210" * 2
    )

    assert first != later
    assert stamp(first, KEY, DAY) == stamp(later, KEY, DAY)
    assert len(stamp(first, KEY, DAY)) == len(first)


def test_the_date_and_the_identifier_are_those_given() -> None:
    stamped = stamp(pdf(archive="2B"), KEY, DAY)

    assert b"/CreationDate(D:20250210000000+00'00')" in stamped
    assert b"<xmp:CreateDate>2025-02-10T00:00:00+00:00</" in stamped
    assert stamped.count(KEY.encode()) == 2
    assert b"DocChecksum" not in stamped
    assert source_key(stamped) == KEY
    assert read_pdf(stamped) == read_pdf(pdf(archive="2B"))


def test_the_key_is_of_what_the_document_says_and_of_the_form() -> None:
    keys = {KEY, key(docx("Khác"), archive=False), key(docx(), archive=True)}

    assert len(keys) == 3
    assert all(len(one) == 32 for one in keys)


def test_a_signature_added_to_the_end_keeps_the_key() -> None:
    signed = stamp(pdf(), KEY, DAY) + b"1 0 obj\ntrailer <</ID[<%s><%s>]>>\n%%%%EOF\n" % (
        KEY.encode(),
        b"A" * 32,
    )

    assert source_key(signed) == KEY
    assert source_key(b"%PDF-1.4 without an identifier") == ""
