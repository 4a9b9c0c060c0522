from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import Problem
from docgen.load.source import read_source

Caret = Callable[[Problem], str]
GOOD = "loai: phong\nten: Phòng Nội vụ\ndia_chi: 12 Lê Lợi\n"


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", GOOD).encode(),
        GOOD.replace("Phòng", "Ph\u200bòng").encode(),
        GOOD.rstrip("\n").encode(),
    ],
    ids=["plain", "bom", "crlf", "cr", "nfd", "zero width", "no last line end"],
)
def test_a_file_reads_the_same_however_the_editor_saved_it(read: Any, content: bytes) -> None:
    value = read(content).value
    assert (value.ten[0].ten, value.dia_chi) == ("Phòng Nội vụ", "12 Lê Lợi")


def test_the_caret_of_decomposed_text_stands_under_its_letters(read: Any, caret: Caret) -> None:
    text = "loai: phong\nten: Phòng\ndac_diem: {so_ho: một nghìn hộ}\n"
    problem = read(unicodedata.normalize("NFD", text)).only
    assert caret(problem) == "một nghìn hộ"


def test_no_break_blanks_copied_from_word_indent_like_blanks(unit: Any) -> None:
    value = unit("dac_diem:\n\u00a0\u00a0so_ho: 12\n \u00a0so_to_dan_pho: 3").value
    assert (value.dac_diem.so_ho, value.dac_diem.so_to_dan_pho) == (12, 3)


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufffe"]
)
def test_a_control_character_is_refused_where_it_stands(unit: Any, char: str) -> None:
    problem = unit(f"dia_chi: số {char}12").only
    assert (problem.code, problem.place.line, problem.place.column) == ("control-character", 3, 13)
    assert char not in str(problem)


def test_every_control_character_of_a_file_is_told(unit: Any) -> None:
    reading = unit("dia_chi: a\x07\nviet_tat: \x07b\x07")
    assert [(p.place.line, p.place.column) for p in reading.problems] == [(3, 11), (4, 11), (4, 13)]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("loai: phòng".encode("utf-16"), (1, 1)),
        ("ten: Cầu Đất\nloai: Phòng".encode()[:-2] + b"\xe9", (2, 10)),
        (b"ten: a\r\nloai: Ph\xf2ng", (2, 9)),
        (b"ten: a\rloai: Ph\xf2ng", (2, 9)),
        ("ten: Cầu Đất ".encode() + b"\xff", (1, 14)),
        (b"\xef\xbb\xbften: \xff", (1, 6)),
        (unicodedata.normalize("NFD", "ten: Cầu Đất ").encode() + b"\xff", (1, 14)),
    ],
)
def test_other_encodings_are_refused_at_the_first_letter_that_shows_it(
    read: Any, content: bytes, place: tuple[int, int]
) -> None:
    problem = read(content).only
    assert (problem.code, (problem.place.line, problem.place.column)) == ("not-utf8", place)
    assert "UTF-8" in problem.hint
    assert problem.source


def test_emoji_and_rare_letters_pass(unit: Any) -> None:
    assert unit("dia_chi: 12 Lê Lợi 😀 𠀋").value.dia_chi == "12 Lê Lợi 😀 𠀋"


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    _, (problem,) = read_source(tmp_path / "khong-co.yaml")
    assert (problem.code, problem.message) == (
        "cannot-read",
        "Không đọc được tệp: không có tệp này",
    )


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    _, (problem,) = read_source(tmp_path)
    assert problem.message == "Không đọc được tệp: đây là thư mục"


def test_a_file_named_in_decomposed_letters_is_told_composed(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "phường.yaml")
    (tmp_path / name).write_text("a: b", "utf-8")
    source, problems = read_source(tmp_path / name)
    assert not problems
    assert source.path.name == unicodedata.normalize("NFC", name)
