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


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_read_with_a_reminder(read: Any, codec: str) -> None:
    reading = read(GOOD.encode(codec))
    assert reading.value.ten[0].ten == "Phòng Nội vụ"
    assert (reading.only.code, reading.only.warning) == ("not-utf8", True)
    path = reading.only.place.path.as_posix()
    assert reading.only.hint.endswith(f"docgen recode {path}")


def test_utf_16_of_marked_letters_only_needs_no_byte_order_mark(read: Any) -> None:
    text = "loai: phong\nten: " + "ỦĐỮỢẶẦỂ" * 60 + "\n"
    for codec in ("utf-16-le", "utf-16-be"):
        reading = read(text.encode(codec))
        assert reading.only.code == "not-utf8"
        assert reading.value.loai == "phong"


def test_the_command_for_a_path_with_blanks_is_quoted(tmp_path: Path) -> None:
    path = tmp_path / "phuong a.yaml"
    path.write_bytes(GOOD.encode("utf-16"))
    _, (problem,) = read_source(path)
    assert problem.hint.endswith(f'docgen recode "{path.as_posix()}"')


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"ten: Ph\xfd\xf5\xccng C\xe2\xccu \xd0\xe2\xect\n",
         "có vẻ là bảng mã Windows-1258: dòng này đọc thành «ten: Phường Cầu Đất»"),
        (b"ten: ph\xad\xeang C\xc7u \xa7\xcat\n",
         "có vẻ là bảng mã TCVN3 (.VnTime): dòng này đọc thành «ten: phường Cầu Đất»"),
        (b"ten: ph\xf6\xf4\xf8ng Ca\xe0u \xd1a\xe1t\n",
         "có vẻ là bảng mã VNI: dòng này đọc thành «ten: phường Cầu Đất»"),
    ],
)  # fmt: skip
def test_an_old_encoding_is_told_by_what_the_line_reads_as(
    read: Any, content: bytes, told: str
) -> None:
    problem = read(b"loai: ubnd-phuong\n" + content).only
    assert (problem.code, problem.place.line, problem.warning) == ("not-utf8", 2, False)
    assert problem.message == f"Tệp không được lưu bằng UTF-8; {told}"


def test_what_reads_well_in_two_encodings_is_told_of_none(read: Any) -> None:
    assert read(b"ten: Ph\xf2ng\n").only.message == "Tệp không được lưu bằng bảng mã UTF-8"


def test_a_stray_byte_in_utf_8_is_not_taken_for_another_encoding(read: Any) -> None:
    problem = read(GOOD.encode() + b"viet_tat: \xad\xea\n").only
    assert (problem.place.line, problem.place.column) == (4, 11)
    assert problem.message.startswith("Dòng này có chữ không phải UTF-8")


def test_old_letters_pasted_into_unicode_are_told_before_soft_hyphens_are_dropped(
    read: Any, caret: Caret
) -> None:
    problem = read("loai: ubnd-phuong\nten: ph­êng CÇu §Êt\n").only
    assert (problem.code, caret(problem)) == ("old-encoding", "ph­êng")
    assert "«ten: phường Cầu Đất»" in problem.message


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003", "\u202f", "\u3000"])
def test_other_blanks_are_blanks_where_yaml_needs_one(read: Any, blank: str) -> None:
    text = f"loai{blank}:{blank}phong\nten: B\nnoi_nhan:\n{blank}-{blank}Lưu VT{blank}\n"
    value = read(text + f"ton_tai:{blank}{{tu:{blank}01/01/2025}}\n").value
    assert (value.loai, str(value.noi_nhan[0].luu)) == ("phong", "Lưu: VT")
    assert value.ton_tai.tu.year == 2025


def test_a_no_break_blank_between_words_stays(unit: Any) -> None:
    assert unit("dia_chi: số\u00a012").value.dia_chi == "số\u00a012"


def test_a_joiner_of_emoji_stays_one_between_letters_goes(unit: Any) -> None:
    assert unit("dia_chi: 👩\u200d🌾 a\u200db").value.dia_chi == "👩\u200d🌾 ab"


def test_a_tab_behind_words_is_a_blank(unit: Any) -> None:
    assert unit("dia_chi:\tsố\t12\t\n\t\n").value.dia_chi == "số 12"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04....word/document.xml", "tệp Word (.docx)"),
        (b"PK\x03\x04....xl/workbook.xml", "tệp Excel (.xlsx)"),
        (b"PK\x03\x04....", "tệp nén (.zip)"),
        (b"%PDF-1.7", "tệp PDF"),
        (b"\x89PNG\r\n", "ảnh PNG"),
    ],
)
def test_a_file_that_is_no_text_is_told_by_its_kind(read: Any, content: bytes, kind: str) -> None:
    problem = read(content).only
    assert problem.code == "not-a-text-file"
    assert problem.message == f"Tệp này không phải YAML mà là {kind}"


def test_a_very_large_file_is_not_read(read: Any) -> None:
    problem = read(b"a: b\n" * 1_000_000).only
    assert (problem.code, problem.message) == (
        "cannot-read",
        "Tệp quá lớn (5 MB), không phải tệp dữ liệu của docgen",
    )


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


@pytest.mark.parametrize(
    "line",
    ["a" + " " * 300_000 + "x", "- a" + " b" * 150_000, "a: [" + "1," * 100_000 + "1]",
     "\u00a0" + " " * 300_000 + "x", "a: [" + " #" * 50_000, 'a: "x" ' + "b " * 100_000,
     "a: b: " + " " * 300_000 + "c", "a: " + "“" * 300_000, "ten" + "\u3000" * 300_000 + ":",
     "a: " + "ph­êng " * 20_000, "a: 'x\n" + "  - b\n" * 30_000, "a: x\n" + "  b:c\n" * 3_000],
    ids=range(12),
)  # fmt: skip
def test_a_hostile_line_takes_no_longer_than_its_length(read: Any, line: str) -> None:
    assert read(f"loai: phong\n{line}\n").problems
