from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from docgen.errors import Problem
from docgen.load import nodes
from docgen.load.nodes import Document, compose
from docgen.load.source import Source

Caret = Callable[[Problem], str]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with libyaml and without: a computer may lack it."""
    monkeypatch.setattr(nodes, "_Loader", getattr(yaml, request.param))


def composed(text: str) -> tuple[Document, list[Problem]]:
    return compose(Source(Path("a.yaml"), text, tuple(text.split("\n"))))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "typed",
    ["0225123456", "001023012345", "08", "010", "14:00", "no", "on", "Yes", "null", "1.250", "12,5",
     "2026-02-05", "0x1F", "1e3", "+84", ".5", "=", "C:\\Windows", "Tổ 7 - khu B", "a#b"],
)  # fmt: skip
def test_what_was_typed_stays_the_text_that_was_typed(typed: str) -> None:
    document, problems = composed(f"a: {typed}\nb: {typed}\n")
    assert not problems
    assert document.value == {"a": typed, "b": typed}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("typed", ["", "~", "# ghi chú"])
def test_nothing_after_the_colon_is_nothing(typed: str) -> None:
    assert composed(f"a: {typed}\n")[0].value == {"a": None}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("typed", ['""', "''", '"~"'])
def test_quotes_make_a_text_of_anything(typed: str) -> None:
    assert composed(f"a: {typed}\n")[0].value == {"a": typed[1:-1]}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        ("a: *chữ nghiêng*", (2, 4), 'đặt cả câu trong ngoặc kép: "*chữ nghiêng*"'),
        ("a: **đậm** thường", (2, 4), "đặt cả câu trong ngoặc kép"),
        ("a: & Công ty", (2, 4), "đặt cả câu trong ngoặc kép"),
        ("a: !<x y", (2, 4), "đặt cả câu trong ngoặc kép"),
        ("a: x: y", (2, 5), "Có hai dấu hai chấm"),
        ("  a: x", (2, 4), "dòng trên thiếu dấu hai chấm hoặc đã có nội dung"),
        ('a: "Đảng" ủy', (2, 11), "bọc cả câu bằng ngoặc đơn"),
        ('a: "chưa đóng', (2, 4), "Ngoặc kép mở ra mà chưa đóng"),
        ("a: @x", (2, 4), 'đặt cả câu trong ngoặc kép:  a: "@x"'),
        ("a: %x", (2, 4), 'đặt cả câu trong ngoặc kép:  a: "%x"'),
        ("\ta: x", (2, 1), "thay phím Tab bằng dấu cách"),
        ("ten muc", (2, 1), "thiếu dấu hai chấm sau tên mục"),
        ("a: [1, 2", (2, 4), "đóng ngoặc"),
        ('a: "\\q"', (2, None), "dấu \\ mà YAML không hiểu"),
        ("- a", (2, 1), "không thuộc danh sách nào"),
        ("a: }", (2, 4), "bắt đầu bằng dấu ngoặc đóng"),
        ("a: | x", (2, None), "xuống dòng rồi mới viết"),
        ("---\na: b", (2, 1), "hai tệp gộp làm một"),
        ("...\na: b", (3, 1), "không có dòng ---"),
    ],
)
def test_a_slip_of_yaml_is_told_in_plain_words_where_it_begins(
    line: str, place: tuple[int, int | None], words: str
) -> None:
    _, (problem,) = composed(f"dau: tiên\n{line}\n")
    assert problem.code == "yaml-syntax"
    assert problem.place.line == place[0]
    assert place[1] is None or problem.place.column == place[1]
    assert words in f"{problem.message} {problem.hint}"


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("line", ["a: &x y", "a: !x y", "a: !!str 5", "a: &x {b: c}", "a: *x"])
def test_signs_of_yaml_are_refused_and_what_follows_is_still_read(line: str) -> None:
    document, (problem,) = composed(f"{line}\nb: c\n")
    assert (problem.code, problem.place.line, problem.place.column) == ("yaml-sign", 1, 4)
    assert "ngoặc kép" in problem.hint
    assert document.value["b"] == "c"


@pytest.mark.usefixtures("loader")
def test_a_sign_in_quotes_or_inside_words_is_a_letter() -> None:
    document, problems = composed('a: "*nghiêng*"\nb: R&D *x* !\nc: "&x"\n')
    assert not problems
    assert list(document.value.values()) == ["*nghiêng*", "R&D *x* !", "&x"]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "line", ["a: {{ x }}", "a: {{ x }} phường", "a: {% if x %}", "a: {%p x %}", "- {{ x }}"]
)
def test_a_mark_of_a_template_is_told_as_such(line: str, caret: Caret) -> None:
    _, (problem,) = composed(f"{line}\n")
    assert problem.code == "template-tag"
    assert caret(problem) == line[line.index("{") :][:2]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "line", ['a: "\\u0007"', 'a: "x\\0"', 'a: "\\N"', 'a: "\\ud83d"', 'a: "\\r"']
)
def test_escapes_bring_no_control_character_in(line: str) -> None:
    _, (problem,) = composed(f"b: c\n{line}\n")
    assert problem.code in ("control-character", "yaml-syntax")
    assert problem.place.line == 2


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "line", ["? [a]: b\n: c", "[a]: b", "{a: b}: c", '"": b', "&x a: b", '"\\a": b']
)
def test_a_key_that_is_no_word_is_a_problem(line: str) -> None:
    document, problems = composed(f"{line}\nb: c\n")
    assert [problem.code for problem in problems] == ["key-not-text"]
    assert document.value == {"b": "c"}


@pytest.mark.usefixtures("loader")
def test_the_second_of_two_equal_keys_is_refused_and_names_the_line_of_the_first(
    caret: Caret,
) -> None:
    document, (problem,) = composed("ho_ten: An\nx: y\nho_ten: Bình\n")
    assert (problem.code, problem.place.line, caret(problem)) == ("key-twice", 3, "ho_ten")
    assert "dòng 1" in problem.message
    assert document.value["ho_ten"] == "An"


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "text",
    ["[" * 10_000 + "]" * 10_000, "a: " + "{a: " * 10_000 + "}" * 10_000, "- " * 10_000,
     "a: " + "[" * 10_000, "[" * 1_000_000],
    ids=["lists", "mappings", "dashes", "never closed", "a million"],
)  # fmt: skip
def test_ten_thousand_brackets_are_one_problem(text: str) -> None:
    assert [problem.code for problem in composed(text)[1]] == ["too-deep"]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("line", "cut"), [("12 Lê Lợi #3", "#3"), ("Tổ #7 và #8", "#7 và #8"), ("#5", "#5")]
)
def test_words_that_yaml_drops_as_a_comment_are_told(line: str, cut: str, caret: Caret) -> None:
    _, (problem,) = composed(f"a: {line}\nb: c\n")
    assert (problem.code, problem.warning, caret(problem)) == ("comment-cut", True, cut)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("line", ["2025        # ghi chú", '"Tổ #7"', "số#7", "# ghi chú"])
def test_a_comment_set_apart_is_a_comment(line: str) -> None:
    assert not composed(f"a: {line}\n")[1]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("Lưu: VT, NV (02).", "Lưu: VT, NV (02)."),
        ("Ban Chỉ đạo: để báo cáo # bỏ", "Ban Chỉ đạo: để báo cáo"),
        ("Ban Chỉ đạo: để\n      báo cáo", "Ban Chỉ đạo: để báo cáo"),
        ("Gồm:", "Gồm:"),
        ("ten: An", ""),
        ("ho_tên: An", ""),
        ("{Lưu: VT}", ""),
        ("Lưu: VT\n    nhom: x", ""),
        ("Lưu: [VT]", ""),
    ],
)
def test_a_list_item_with_a_colon_keeps_its_words_unless_it_looks_like_a_key(
    item: str, words: str
) -> None:
    document, problems = composed(f"a:\n  - {item}\n")
    assert not problems
    assert document.value["a"][0].raw == words


def test_a_mapping_that_is_no_list_item_is_not_taken_for_words() -> None:
    assert composed("dia_chi:\n  Số nhà: 12\n")[0].value["dia_chi"].raw == ""


def test_a_place_that_the_file_lacks_is_told_at_its_nearest_parent(caret: Caret) -> None:
    document, _ = composed("nguoi_ky:\n  ho_ten: An\ncap_tren: quan-x\nds: [a, b]\n")
    assert caret(document.problem(("nguoi_ky", "chuc_vu"), "x", "")) == "nguoi_ky"
    assert caret(document.problem(("cap_tren", 0, "don_vi"), "x", "")) == "quan-x"
    assert caret(document.problem(("ds", 1), "x", "")) == "b"
    assert document.problem(("khong", "co"), "x", "").place.line == 1
    assert document.line(("cap_tren", 0)) == 3


def test_a_problem_inside_a_long_text_is_told_at_its_own_line(caret: Caret) -> None:
    document, _ = composed("a: |\n  một\n\n  hai {{ x }}\nb: c\n")
    problem = document.problem(("a",), "x", "", at="{{")
    assert (problem.place.line, problem.place.column, caret(problem)) == (4, 7, "{{")


def test_an_empty_file_has_no_value() -> None:
    assert [composed(text)[0].value for text in ("", "\n\n", "# ghi chú\n", "---\n")] == [None] * 4


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("a: b\nten:Phòng\n", "colon-blank", (2, 4), "viết  ten: Phòng"),
        ("ten:Phòng\na: b\n", "colon-blank", (1, 4), "viết  ten: Phòng"),
        ("a:\n  ho_ten:An\n", "colon-blank", (2, 9), "viết  ho_ten: An"),
        ("a:\n  - ho_ten:An\n", "colon-blank", (2, 11), "viết  ho_ten: An"),
        ("a: b\n  ho_ten:An\n", "colon-blank", (2, 9), "viết  ho_ten: An"),
        ("a: {ho_ten:An, b: c}\n", "colon-blank", (1, 11), "viết  ho_ten: An"),
        ("a: b\nHọ tên：An\n", "full-width", (2, 7), "viết  Họ tên: An"),
        ("a:\n  - ten：An\n", "full-width", (2, 8), "viết  ten: An"),
        ("a: b\nten = An\n", "equals-sign", (2, 5), "viết  ten: An"),
        ("a:\n  ten=An\n", "equals-sign", (2, 6), "viết  ten: An"),
        ("a:\n  – một\n  – hai\n", "list-dash", (2, 3), "viết  - một"),
        ("a:\n  -một\n  -hai\n", "list-dash", (2, 3), "viết  - một"),
        ("a:\n  + một\n", "list-dash", (2, 3), "viết  - một"),
        ("a:\n  * một\n", "list-dash", (2, 3), "viết  - một"),
        ("a: b\n• một\n", "list-dash", (2, 1), "viết  - một"),
        ('a: "một\nb: hai"\n', "quote-open", (1, 4), 'thêm dấu " ở cuối câu'),
        ("a: 'một\nb: 'hai'\n", "quote-open", (1, 4), "thêm dấu ' ở cuối câu"),
        ("a: {b: 12,5}\n", "decimal-comma", (1, 8), 'viết  "12,5"'),
        ("a:\n  1. một\n  2. hai\n", "line-folded", (3, 3), "đầu bằng “- ”"),
        ("<<: b\n", "yaml-sign", (1, 1), "chép các mục"),
    ],
)
def test_what_yaml_would_read_otherwise_than_meant_is_refused(
    text: str, code: str, place: tuple[int, int], hint: str
) -> None:
    _, (problem,) = composed(text)
    assert (problem.code, problem.warning) == (code, False)
    assert (problem.place.line, problem.place.column) == place
    assert hint in problem.hint


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: [12,5]\n", "decimal-comma", (1, 5)),
        ("a: [3, 12,5]\n", "decimal-comma", (1, 8)),
        ("a: một\n  - hai\n", "line-folded", (2, 3)),
        ("a: một\n  – hai\n", "line-folded", (2, 3)),
        ("a: “một hai”\n", "curly-quotes", (1, 4)),
        ("a: một，hai\n", "full-width", (1, 7)),
        ('a: "một"#2\n', "comment-cut", (1, 9)),
        ('a: "D:\\new"\n', "backslash", (1, 7)),
    ],
)
def test_what_was_perhaps_meant_otherwise_is_a_reminder(
    text: str, code: str, place: tuple[int, int]
) -> None:
    document, (problem,) = composed(text)
    assert (problem.code, problem.warning) == (code, True)
    assert (problem.place.line, problem.place.column) == place
    assert document.value["a"]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - https://haiphong.gov.vn\n  - mailto:ubnd@haiphong.gov.vn\n  - 8:30 họp\n",
        "a:\n  - Lưu:VT\n  - Từ 12:00\n  - Điều 5:quy định\n",
        "a: -5\nb: – không có\nc: x = y\nd: -x\n",
        "a: một\n  hai\n  ba, bốn – năm\n",
        "a: |\n  – một\n  ten:hai\n  – ba\nb: >\n  - x\n  ten = y\n",
        'a: "một\n  hai"\n',
        "a: [3,6,9,12]\nb: [12, 5]\nc: [a,b]\n",
        "a: “một” và “hai”\nb: 'x “y” z'\n",
        'a: "một\\nhai"\nb: "C:\\\\new"\n',
        "a: +84 225 3822 222\nb:\n  -5\nc:\n  1. Một\n",
    ],
)
def test_what_looks_like_a_slip_and_is_none_is_let_pass(text: str) -> None:
    assert not composed(text)[1]


@pytest.mark.usefixtures("loader")
def test_a_refused_value_is_told_once_not_again_for_its_type() -> None:
    document, _ = composed("a:\n  – một\n  – hai\nb: {cc:d}\n")
    assert {("a",), ("b", "cc")} <= document.refused


@pytest.mark.usefixtures("loader")
def test_an_error_outweighs_the_reminder_of_the_same_line() -> None:
    _, (problem,) = composed("a: [Tổ #7, b]\nc: d\n")
    assert (problem.warning, problem.place.column) == (False, 8)
