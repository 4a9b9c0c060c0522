from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.letters import nfc
from docgen.vietnamese.typography import Span, curl_quotes, emphasis, split_paragraphs

STARRY = st.text(alphabet="ab *\\à", max_size=24)


def bold(text: str) -> Span:
    return Span(text, bold=True)


def italic(text: str) -> Span:
    return Span(text, italic=True)


def both(text: str) -> Span:
    return Span(text, bold=True, italic=True)


@pytest.mark.parametrize(
    ("typed", "curled"),
    [
        ('chủ đề "Dân biết", "dân bàn"', "chủ đề “Dân biết”, “dân bàn”"),
        ('("A"-"B")', "(“A”-“B”)"),
        ('nói:"Dân biết".', "nói:“Dân biết”."),
        ('"Lấy "dân" làm gốc"', "“Lấy “dân” làm gốc”"),
        ('""Dân" là gốc"', "““Dân” là gốc”"),
        ('"Dân là "gốc""', "“Dân là “gốc””"),
        ('"Dân biết "', "“Dân biết ”"),
        ('"Dân biết ".', "“Dân biết ”."),
        ('"*Dân biết*" và *"dân bàn"*', "“*Dân biết*” và *“dân bàn”*"),
        ('"Lấy *"dân"* làm gốc"', "“Lấy *“dân”* làm gốc”"),
        ("đã có “sẵn” rồi", "đã có “sẵn” rồi"),
        ('“Lấy "dân" làm gốc”', "“Lấy “dân” làm gốc”"),
        ('"lẻ', "“lẻ"),
        ('lẻ "một', "lẻ “một"),
        ('lẻ"', "lẻ”"),
        ('cỡ 12" thôi', "cỡ 12” thôi"),
        ('"bỏ lửng\n\nnói:"Đoạn sau"', "“bỏ lửng\n\nnói:“Đoạn sau”"),
        ("ông D'Artagnan nói 'vâng'", "ông D'Artagnan nói 'vâng'"),
    ],
)
def test_straight_quotes_become_curled_by_what_stands_around_them(typed: str, curled: str) -> None:
    assert curl_quotes(typed) == curled


@given(st.text(alphabet='aà "“”(*-.\n', max_size=30))
def test_curling_changes_quotes_and_nothing_else(text: str) -> None:
    curled = curl_quotes(text)

    assert '"' not in curled
    assert curl_quotes(curled) == curled
    assert [c for c in curled if c not in "“”"] == [c for c in text if c not in '"“”']


@given(st.text())
def test_as_many_characters_come_out_as_went_in(text: str) -> None:
    assert len(curl_quotes(text)) == len(nfc(text))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n\t\n", []),
        ("một dòng", ["một dòng"]),
        ("một\nđoạn\n\nđoạn hai", ["một đoạn", "đoạn hai"]),
        ("một\r\nđoạn\r\n \r\nđoạn hai\r\n", ["một đoạn", "đoạn hai"]),
        ("gồm:\n- ý một;\n- ý hai\n  còn nữa.", ["gồm:", "- ý một;", "- ý hai còn nữa."]),
        ("- ý\n  + ý con", ["- ý", "+ ý con"]),
        ("từ 2025\n-2026", ["từ 2025 -2026"]),
    ],
)
def test_blank_lines_and_list_marks_part_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert split_paragraphs(text) == paragraphs


@given(st.text(alphabet="ab -+\n\r\t"))
def test_paragraphs_are_trimmed_lose_no_word_and_split_no_further(text: str) -> None:
    paragraphs = split_paragraphs(text)

    assert all(part and part == part.strip() and "\n" not in part for part in paragraphs)
    assert " ".join(paragraphs).split() == text.split()
    assert split_paragraphs("\n\n".join(paragraphs)) == paragraphs


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", []),
        ("thường", [Span("thường")]),
        ("*nghiêng*", [italic("nghiêng")]),
        ("**đậm**", [bold("đậm")]),
        ("***cả hai***", [both("cả hai")]),
        ("a *b* c", [Span("a "), italic("b"), Span(" c")]),
        ("“*Dân biết, dân bàn*”.", [Span("“"), italic("Dân biết, dân bàn"), Span("”.")]),
        ("*…trích*", [italic("…trích")]),
        ("*a **b** c*", [italic("a "), both("b"), italic(" c")]),
        ("**a *b* c**", [bold("a "), both("b"), bold(" c")]),
        ("**a *b***", [bold("a "), both("b")]),
        ("*a **b***", [italic("a "), both("b")]),
        ("***a** b*", [both("a"), italic(" b")]),
        ("***a* b**", [both("a"), bold(" b")]),
        ("**a *b* c *d***", [bold("a "), both("b"), bold(" c "), both("d")]),
        ("*a**b*", [italic("a**b")]),
        ("3*4 m, 5*6 m", [Span("3*4 m, 5*6 m")]),
        ("*a* *b*", [italic("a"), Span(" "), italic("b")]),
    ],
)
def test_stars_make_italic_bold_and_both(text: str, spans: list[Span]) -> None:
    assert emphasis(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4", "* gạch đầu dòng", "một * lẻ", "*không đóng", "không mở*", "**lệch*", "****",
        "*",
        "a ** b", "(*) Ghi chú; (*) nữa", "*chú (*) thích", "15*, 16*", "*) Ghi chú *) nữa",
    ],
)  # fmt: skip
def test_a_star_without_a_mate_is_a_star(text: str) -> None:
    assert emphasis(text) == [Span(text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (r"\*thường\*", [Span("*thường*")]),
        (r"*năm \* sao*", [italic("năm * sao")]),
        (r"C:\data", [Span(r"C:\data")]),
    ],
)
def test_a_backslash_makes_a_star_literal(text: str, spans: list[Span]) -> None:
    assert emphasis(text) == spans


@given(st.text().filter(lambda text: "*" not in text))
def test_spans_of_a_text_without_stars_give_it_back(text: str) -> None:
    assert "".join(span.text for span in emphasis(text)) == text


@given(STARRY)
def test_emphasis_takes_stars_and_nothing_else(text: str) -> None:
    spans = emphasis(text)

    plain = "".join(span.text for span in spans)
    assert plain.replace("*", "") == text.replace(r"\*", "").replace("*", "")
    assert all(span.text for span in spans)
    assert all(a.bold != b.bold or a.italic != b.italic for a, b in pairwise(spans))
