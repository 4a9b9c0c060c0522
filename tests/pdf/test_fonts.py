"""In which fonts a document may be printed."""

from __future__ import annotations

import pytest

from docgen.pdf.fonts import font_fault
from docgen.pdf.reader import LATIN, Font
from docgen.pdf.source import Source

SOURCE = Source(frozenset({"Times New Roman"}), frozenset("ủyđảngươờbn"))
ALL = SOURCE.letters


def font(family: str, letters: str | frozenset[str] = ALL, *, embedded: bool = True) -> Font:
    return Font(family, embedded, frozenset(letters))


@pytest.mark.parametrize("family", ["TimesNewRoman", "Times New Roman", "Tinos", "LiberationSerif"])
def test_times_new_roman_and_its_twins_are_right(family: str) -> None:
    assert not font_fault(SOURCE, [font(family)])


def test_bullets_may_have_a_font_of_their_own() -> None:
    assert not font_fault(SOURCE, [font("Tinos"), font("OpenSymbol", "o"), font("DejaVuSans", "")])


def test_another_font_that_the_document_asks_for_is_right() -> None:
    source = Source(frozenset({"Times New Roman", "Arial"}), ALL)

    assert not font_fault(source, [font("Tinos"), font("LiberationSans")])


@pytest.mark.parametrize(
    "fonts, words",
    [
        ([font("DejaVuSerif")], ["không có phông Times New Roman", "DejaVuSerif"]),
        ([font("Tinos"), font("Arimo")], ["in bằng Arimo"]),
        ([font("LiberationSerif", LATIN), font("DejaVuSerif", "ủảươờÿ")],
         ["LiberationSerif thiếu chữ Việt", "in bằng DejaVuSerif"]),
        ([font("LiberationSerif", LATIN | {"đ"})], ["LiberationSerif thiếu chữ Việt", "ô vuông"]),
        ([font("LiberationSerif"), font("Tinos")], ["lẫn hai phông LiberationSerif và Tinos"]),
        ([font("Tinos", embedded=False)], ["Tinos không nằm trong tệp"]),
    ],
)  # fmt: skip
def test_a_font_put_in_for_another_is_named(fonts: list[Font], words: list[str]) -> None:
    fault = font_fault(SOURCE, fonts)

    assert all(word in fault for word in words), fault


def test_a_hidden_letter_that_was_not_printed_is_no_fault() -> None:
    assert not font_fault(SOURCE, [font("Tinos", ALL - {"ờ"})])
