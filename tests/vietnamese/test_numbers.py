import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.numbers import decimal_in_words, grouped, in_words, ordinal, padded, roman

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (1001, "một nghìn không trăm linh một"),
        (1010, "một nghìn không trăm mười"),
        (1100, "một nghìn một trăm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (10005, "mười nghìn không trăm linh năm"),
        (523056, "năm trăm hai mươi ba nghìn không trăm năm mươi sáu"),
        (1000001, "một triệu không trăm linh một"),
        (1050000, "một triệu không trăm năm mươi nghìn"),
        (145001000, "một trăm bốn mươi lăm triệu không trăm linh một nghìn"),
        (10**9 + 1, "một tỷ không trăm linh một"),
        (10**12, "một nghìn tỷ"),
        (10**12 + 5, "một nghìn tỷ không trăm linh năm"),
        (
            1234567890123,
            (
                "một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu"
                " tám trăm chín mươi nghìn một trăm hai mươi ba"
            ),
        ),
        (10**15, "một triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (-1, "âm một"),
        (-100, "âm một trăm"),
    ],
)
def test_a_number_is_read_as_offices_of_the_north_read_it(n: int, words: str) -> None:
    assert in_words(n) == words


def spelled_out(n: int) -> str:
    """Read *n* < 20 000 figure by figure, every place named, then drop what is not said."""
    places = ("", " mươi", " trăm", " nghìn", " chục-nghìn")
    figures = [int(figure) for figure in str(n)]
    text = " ".join(
        DIGITS[figure] + places[len(figures) - 1 - at] for at, figure in enumerate(figures)
    )
    for long, said in (
        (r"một chục-nghìn không nghìn", "mười nghìn"),
        (r"một chục-nghìn năm nghìn", "mười lăm nghìn"),
        (r"một chục-nghìn", "mười"),
        (r" không trăm không mươi không$", ""),
        (r" không mươi không$", ""),
        (r"không mươi", "linh"),
        (r"(\w) không$", r"\1"),
        (r"\bmột mươi", "mười"),
        (r"(mươi|mười) năm$", r"\1 lăm"),
        (r"mươi một$", "mươi mốt"),
        (r"mươi bốn$", "mươi tư"),
    ):
        text = re.sub(long, said, text)
    return text


def test_every_number_to_19_999_agrees_with_reading_figure_by_figure() -> None:
    assert [n for n in range(20_000) if in_words(n) != spelled_out(n)] == []


def heard(words: str) -> int:
    """Write down the number that was read: the inverse, by addition and multiplication."""
    sign, words = (-1, words[3:]) if words.startswith("âm ") else (1, words)
    values = {word: value for value, word in enumerate(DIGITS)}
    values |= {"mốt": 1, "tư": 4, "lăm": 5, "mười": 10, "linh": 0}
    total = group = figure = 0
    for word in words.split():
        if word == "tỷ":
            total, group, figure = (total + group + figure) * 10**9, 0, 0
        elif word in ("nghìn", "triệu"):
            total += (group + figure) * {"nghìn": 10**3, "triệu": 10**6}[word]
            group = figure = 0
        elif word in ("trăm", "mươi"):
            group, figure = group + figure * {"trăm": 100, "mươi": 10}[word], 0
        else:
            figure += values[word]
    return sign * (total + group + figure)


@given(st.integers(min_value=-(10**27), max_value=10**27))
def test_a_number_that_is_heard_is_the_number_that_was_read(n: int) -> None:
    assert heard(in_words(n)) == n


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("12.5", "mười hai phẩy năm"),
        ("1.05", "một phẩy không năm"),
        ("0.125", "không phẩy một trăm hai mươi lăm"),
        ("98.25", "chín mươi tám phẩy hai mươi lăm"),
        ("0.004", "không phẩy không không bốn"),
        ("1.999", "một phẩy chín trăm chín mươi chín"),
        ("0.1204", "không phẩy một hai không bốn"),
        ("3.14159", "ba phẩy một bốn một năm chín"),
        ("2.50", "hai phẩy năm"),
        ("2.00", "hai"),
        ("-0.5", "âm không phẩy năm"),
        ("-12.5", "âm mười hai phẩy năm"),
        ("-0.0", "không"),
        ("1E+3", "một nghìn"),
    ],
)
def test_a_decimal_is_read_with_its_comma(value: str, words: str) -> None:
    assert decimal_in_words(Decimal(value)) == words


@pytest.mark.parametrize("read", [decimal_in_words, grouped])
@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_no_finite_number_is_refused(read: Callable[[Decimal], str], value: str) -> None:
    with pytest.raises(ValueError, match="không phải là một số"):
        read(Decimal(value))


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (3, "thứ ba"),
        (4, "thứ tư"),
        (5, "thứ năm"),
        (10, "thứ mười"),
        (14, "thứ mười bốn"),
        (21, "thứ hai mươi mốt"),
        (24, "thứ hai mươi tư"),
    ],
)
def test_the_first_and_the_fourth_have_words_of_their_own(n: int, words: str) -> None:
    assert ordinal(n) == words


def test_there_is_no_ordinal_below_the_first() -> None:
    with pytest.raises(ValueError, match="đếm từ 1"):
        ordinal(0)


@pytest.mark.parametrize(
    ("n", "figures"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (1999, "MCMXCIX"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_parts_and_annexes_are_numbered_in_roman_figures(n: int, figures: str) -> None:
    assert roman(n) == figures


def test_no_two_numbers_share_their_roman_figures() -> None:
    assert len({roman(n) for n in range(1, 4000)}) == 3999


@pytest.mark.parametrize("n", [-1, 0, 4000])
def test_roman_figures_end_at_3999(n: int) -> None:
    with pytest.raises(ValueError, match="từ 1 đến 3999"):
        roman(n)


@pytest.mark.parametrize(
    ("value", "figures"),
    [
        (0, "0"),
        (999, "999"),
        (1250, "1.250"),
        (1234567, "1.234.567"),
        (-1234, "-1.234"),
        (Decimal("12.5"), "12,5"),
        (Decimal("12.50"), "12,50"),
        (Decimal("1234567.89"), "1.234.567,89"),
        (Decimal("-0.0"), "0,0"),
        (
            Decimal("12345678901234567890123456789012.5"),
            "12.345.678.901.234.567.890.123.456.789.012,5",
        ),
    ],
)
def test_a_dot_parts_thousands_and_a_comma_decimals(value: int | Decimal, figures: str) -> None:
    assert grouped(value) == figures


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_grouped_number_reads_back(value: Decimal) -> None:
    assert Decimal(grouped(value).replace(".", "").replace(",", ".")) == value


@pytest.mark.parametrize(
    ("n", "figures"), [(0, "00"), (1, "01"), (9, "09"), (10, "10"), (1250, "1250")]
)
def test_a_number_below_ten_gets_a_zero(n: int, figures: str) -> None:
    assert padded(n) == figures


def test_a_negative_number_is_no_number_of_a_document() -> None:
    with pytest.raises(ValueError, match="số âm"):
        padded(-1)
