import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.widths import balanced, width_mm, wrap

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
PLACE_AND_DATE = "Phường Ngô Quyền, ngày 05 tháng 01 năm 2026"
TEXT = (
    "- Tiếp tục quán triệt, tuyên truyền các quy định của pháp luật về thực hiện dân chủ ở cơ sở"
    " nhằm nâng cao nhận thức cho đội ngũ cán bộ, công chức, viên chức và người lao động."
)


@pytest.mark.parametrize(
    ("text", "points", "style", "mm"),
    [
        (QUOC_HIEU, 12, {"bold": True}, 88.3),
        (QUOC_HIEU, 13, {"bold": True}, 95.7),
        (TIEU_NGU, 13, {"bold": True}, 56.1),
        (TIEU_NGU, 14, {"bold": True}, 60.5),
        (PLACE_AND_DATE, 14, {"italic": True}, 97.1),
        ("", 14, {}, 0),
        ("0" * 72, 14, {}, 177.8),
        ("Ư", 14, {"bold": True, "italic": True}, 3.8),
    ],
)
def test_a_line_is_as_wide_as_it_was_measured(
    text: str, points: float, style: dict[str, bool], mm: float
) -> None:
    assert width_mm(text, points, **style) == pytest.approx(mm, abs=0.05)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (unicodedata.normalize("NFD", QUOC_HIEU), QUOC_HIEU),
        ("ạắễỉộừỹđ", "aaeioưyđ"),
        ("năm\u00a02026", "năm 2026"),
        ("xã\u200b hội", "xã hội"),
    ],
)
def test_marks_and_no_break_spaces_add_no_width(text: str, same: str) -> None:
    assert width_mm(text, 14) == width_mm(same, 14)


def test_letters_with_a_horn_have_a_width_of_their_own() -> None:
    assert width_mm("ơ", 14) > width_mm("ô", 14)
    assert width_mm("ừ", 14) > width_mm("ù", 14)


@given(st.text(), st.text(alphabet=TEXT), st.booleans(), st.booleans())
def test_widths_of_parts_add_up(one: str, other: str, bold: bool, italic: bool) -> None:
    parts = width_mm(one, 13, bold=bold, italic=italic) + width_mm(
        other, 13, bold=bold, italic=italic
    )

    assert width_mm(f"{one} {other}", 13, bold=bold, italic=italic) == pytest.approx(
        parts + width_mm(" ", 13, bold=bold, italic=italic)
    )


def test_a_paragraph_breaks_at_spaces_as_in_word() -> None:
    # 165 mm between the margins of 30 and 15; LibreOffice with Tinos breaks the same
    assert wrap(TEXT, 165, 14) == [
        "- Tiếp tục quán triệt, tuyên truyền các quy định của pháp luật về thực hiện dân chủ",
        "ở cơ sở nhằm nâng cao nhận thức cho đội ngũ cán bộ, công chức, viên chức và",
        "người lao động.",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("   ", []),
        ("ủy ban", ["ủy ban"]),
        ("ủy ban nhân dân", ["ủy ban", "nhân", "dân"]),
        ("là ủy ban", ["là ủy", "ban"]),
        ("là ủy\u00a0ban", ["là", "ủy\u00a0ban"]),
        ("ủy ban      ", ["ủy ban"]),
        ("0123456789", ["012345", "6789"]),
        ("a 0123456789", ["a", "012345", "6789"]),
    ],
)
def test_lines_of_fifteen_millimetres(text: str, lines: list[str]) -> None:
    assert wrap(text, 15.5, 14) == lines


@given(st.text(alphabet="aăđm wW\u00a0", max_size=60), st.floats(min_value=5, max_value=60))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = wrap(text, width, 14)

    assert all(0 < width_mm(line, 14) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="aăđm ", max_size=60), st.floats(min_value=40, max_value=80))
def test_a_word_goes_to_the_next_line_only_when_it_must(text: str, width: float) -> None:
    lines = wrap(" ".join(word[:8] for word in text.split()), width, 14)

    for line, following in pairwise(lines):
        assert width_mm(f"{line} {following.split()[0]}", 14) > width


def test_lines_of_a_subject_are_even() -> None:
    subject = "Thực hiện dân chủ ở cơ sở trên địa bàn thành phố Phan Rang - Tháp Chàm năm 2025"
    lines = balanced(subject, 165, 14, bold=True)
    widths = [width_mm(line, 14, bold=True) for line in lines]

    assert " ".join(lines) == subject
    assert len(lines) == len(wrap(subject, 165, 14, bold=True)) == 2
    assert max(widths) - min(widths) < 25


def test_a_subject_of_one_line_stays_one() -> None:
    assert balanced("Kế hoạch năm 2025", 165, 14, bold=True) == ["Kế hoạch năm 2025"]


@given(st.text(alphabet="aăđm wW", max_size=80), st.floats(min_value=20, max_value=80))
def test_even_lines_are_as_many_and_lose_nothing(text: str, width: float) -> None:
    lines = balanced(text, width, 14)

    assert len(lines) == len(wrap(text, width, 14))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
