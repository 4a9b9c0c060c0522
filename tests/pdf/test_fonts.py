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

    assert fault
    assert all(word in fault.words for word in words), fault
    assert fault.font == "Times New Roman"


def test_a_hidden_letter_that_was_not_printed_is_no_fault() -> None:
    assert not font_fault(SOURCE, [font("Tinos", ALL - {"ờ"})])


def test_the_font_that_the_machine_lacks_is_named_not_times_new_roman() -> None:
    named = frozenset({"Times New Roman", "Cambria", "Calibri"})
    source = Source(named, ALL, asked=frozenset({"Cambria"}))
    fault = font_fault(source, [font("DejaVuSerif")])

    assert fault
    assert fault.words.startswith("máy không có phông Cambria nên in bằng DejaVuSerif")
    assert fault.font == "Cambria"


def test_letters_that_a_font_lacks_are_not_told_as_a_font_that_the_machine_lacks() -> None:
    fault = font_fault(SOURCE, [font("Tinos"), font("NotoSansCJK", "中文")])

    assert fault
    assert fault.words == (
        "phông Tinos thiếu vài ký tự của văn bản, những ký tự đó bị in bằng NotoSansCJK"
    )
