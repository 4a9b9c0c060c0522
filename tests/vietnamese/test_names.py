"""Names of offices in parts, and lines that come out even."""

from __future__ import annotations

import pytest

from docgen.vietnamese.names import parts
from docgen.vietnamese.widths import balanced, evenly, width_mm, wrap


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Phòng Nội vụ", ["Phòng", "Nội vụ"]),
        ("Trường Tiểu học Thái Phiên", ["Trường", "Tiểu học", "Thái Phiên"]),
        ("Trường Mầm non Sao Sáng 4", ["Trường", "Mầm non", "Sao Sáng 4"]),
        ("Trường Trung học cơ sở Chu Văn An", ["Trường", "Trung học cơ sở", "Chu Văn An"]),
        ("Trường THCS Lạc Viên", ["Trường", "THCS", "Lạc Viên"]),
        ("Phòng Giáo dục và Đào tạo", ["Phòng", "Giáo dục", "và Đào tạo"]),
        (
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            ["Phòng", "Kinh tế,", "Hạ tầng", "và Đô thị"],
        ),
        ("Phòng Tài chính - Kế hoạch", ["Phòng", "Tài chính -", "Kế hoạch"]),
        (
            "Phòng Lao động - Thương binh và Xã hội",
            ["Phòng", "Lao động -", "Thương binh", "và Xã hội"],
        ),
        ("Văn phòng HĐND và UBND quận", ["Văn phòng", "HĐND", "và UBND quận"]),
        ("Thanh tra quận", ["Thanh tra quận"]),
        ("Ban Quản lý dự án đầu tư xây dựng", ["Ban", "Quản lý dự án đầu tư xây dựng"]),
        ("trường học", ["trường học"]),
        ("", []),
    ],
)
def test_a_name_falls_into_the_parts_that_a_reader_keeps_together(
    name: str, found: list[str]
) -> None:
    assert parts(name) == found
    assert " ".join(parts(name)) == name


@pytest.mark.parametrize("dash", ["-", "–"])
def test_no_part_begins_with_a_dash(dash: str) -> None:
    name = f"Trung tâm Văn hóa {dash} Thông tin và Thể thao"

    assert not any(part.startswith(dash) for part in parts(name))


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Thực hiện dân chủ ở cơ sở trên địa bàn Phường Ngô Quyền 06 tháng cuối năm 2025", 165),
        ("Một hai ba bốn năm sáu bảy tám chín mười", 40),
    ],
)
def test_words_made_even_break_in_word_as_they_do_here(text: str, width: float) -> None:
    lines = balanced(text, width, 14, bold=True)
    even = evenly(text, width, 14, bold=True)

    assert len(lines) > 1
    assert even.replace("\N{NO-BREAK SPACE}", " ") == text
    assert [
        line.replace("\N{NO-BREAK SPACE}", " ") for line in wrap(even, width, 14, bold=True)
    ] == lines
    assert wrap(text, width, 14, bold=True) != lines


def test_what_fits_on_a_line_is_left_as_it_is() -> None:
    assert evenly("Thực hiện dân chủ năm 2025", 165, 14, bold=True) == "Thực hiện dân chủ năm 2025"
    assert evenly("", 165, 14) == ""


def test_even_lines_cut_no_word_that_is_as_wide_as_the_column() -> None:
    held = "TRUNG\N{NO-BREAK SPACE}HỌC\N{NO-BREAK SPACE}CƠ\N{NO-BREAK SPACE}SỞ"
    width = width_mm(held, 13, bold=True) + 1

    assert balanced(f"TRƯỜNG {held} ĐÀ NẴNG", width, 13, bold=True) == ["TRƯỜNG", held, "ĐÀ NẴNG"]


def test_a_title_is_broken_between_terms_not_inside_them() -> None:
    title = "NỘI DUNG CÔNG CHỨC, NGƯỜI LAO ĐỘNG THAM GIA Ý KIẾN NĂM 2025"
    lines = evenly(title, 110, 14, bold=True).replace("\N{NO-BREAK SPACE}", "_")

    assert "NGƯỜI_LAO_ĐỘNG" in lines
    assert "Ý_KIẾN" in lines
    assert lines.replace("_", " ") == title
