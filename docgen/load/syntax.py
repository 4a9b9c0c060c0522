"""PyYAML's own messages, told to someone who has never heard of YAML."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from docgen.errors import Problem
from docgen.load.source import Source

TAGS = ("{{", "{%", "{#")
"""Marks of a template, which have no place in data."""


class _Wording(NamedTuple):
    """What *words* in PyYAML's message mean; *opening*: told where the thing began, not broke."""

    words: tuple[str, ...]
    message: str
    hint: str
    opening: bool = False


_CROOKED = "Dòng này thụt đầu dòng không thẳng hàng, hoặc có chữ nằm ngoài ngoặc kép"
_SIGN = "Chữ bắt đầu bằng dấu {}, là ký hiệu riêng của YAML"
_WORDINGS = (
    _Wording(
        ("alias",),
        _SIGN.format("*"),
        'đặt cả câu trong ngoặc kép: "*chữ nghiêng*"',
        opening=True,
    ),
    _Wording(("anchor",), _SIGN.format("&"), "đặt cả câu trong ngoặc kép", opening=True),
    _Wording(
        ("a tag", "tag handle"), _SIGN.format("!"), "đặt cả câu trong ngoặc kép", opening=True
    ),
    _Wording(
        ("unexpected end of stream",),
        "Ngoặc kép mở ra mà chưa đóng",
        'thêm dấu " ở cuối câu',
        opening=True,
    ),
    _Wording(
        ("escape",),
        "Trong ngoặc kép có dấu \\ mà YAML không hiểu",
        "bọc câu bằng ngoặc đơn, hoặc bỏ dấu \\",
    ),
    _Wording(
        ("could not find expected ':'",),
        "Dòng này thiếu dấu hai chấm sau tên mục",
        "viết  ten_muc: nội dung  (có một dấu cách sau dấu hai chấm)",
        opening=True,
    ),
    _Wording(
        ("cannot start any token", "tab character"),
        "Dòng bắt đầu bằng ký tự không dùng được ở đây (tab, @, % hoặc `)",
        "thay phím Tab bằng dấu cách; chữ bắt đầu bằng @ hay % thì đặt trong ngoặc kép",
    ),
    _Wording(
        ("block scalar",), "Sau dấu | hoặc > còn chữ", "xuống dòng rồi mới viết nội dung, thụt vào"
    ),
    _Wording(
        ("flow sequence", "flow mapping", "flow node"),
        "Ngoặc [ hoặc { mở ra mà chưa đóng, hoặc thiếu dấu phẩy bên trong",
        "đóng ngoặc, hoặc đặt cả câu trong ngoặc kép nếu ngoặc là chữ của văn bản",
        opening=True,
    ),
    _Wording(
        ("YAML document", "directive", "<document start>"),
        "Tệp phải bắt đầu ngay bằng các mục, thẳng lề trái, không có dòng --- hay %",
        "xóa dòng đó, hoặc kéo dòng này ra thẳng lề với dòng đầu tệp",
    ),
    _Wording(
        ("expected key", "block end", "'-' indicator", "node content"),
        _CROOKED,
        "thụt đầu dòng bằng dấu cách cho thẳng với dòng trên; câu có ngoặc kép bên trong thì bọc "
        "cả câu bằng ngoặc đơn: '\"Cầu Đất\" anh hùng'",
    ),
)
_TWO_COLONS = (
    "Có hai dấu hai chấm “: ” trên một dòng",
    'đặt phần chữ trong ngoặc kép, ví dụ  ghi_chu: "Kèm theo: phụ lục"',
)
_UNDER_WORDS = (
    "Dòng này có tên mục, nhưng dòng trên thiếu dấu hai chấm hoặc đã có nội dung",
    "viết  ten_muc: nội dung,  các mục cùng cấp thẳng hàng với nhau",
)


def syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """Return *error* as a placed sentence."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return source.problem(1, 1, "yaml-syntax", "Tệp YAML viết sai quy cách")
    line, column = _place(source, mark)
    text = source.lines[line - 1]
    if tag := next((tag for tag in TAGS if tag in text), ""):
        return template_tag(source, line, text.index(tag) + 1, tag)
    told = f"{error.problem or ''} {error.context or ''}"
    if "mapping values" in told:
        words = _TWO_COLONS if ": " in text[: mark.column] else _UNDER_WORDS
        return source.problem(line, column, "yaml-syntax", *words)
    for wording in _WORDINGS:
        if any(words in told for words in wording.words):
            if wording.opening and error.context_mark:
                line, column = _place(source, error.context_mark)
            return source.problem(line, column, "yaml-syntax", wording.message, wording.hint)
    hint = f"lời của bộ đọc: {told.strip()}"
    return source.problem(line, column, "yaml-syntax", "Tệp YAML viết sai quy cách ở đây", hint)


def _place(source: Source, mark: Any) -> tuple[int, int]:
    """Return line and column of *mark*; what is missed after the end is told at the last words."""
    if any(line.strip() for line in source.lines[mark.line :]):
        return mark.line + 1, mark.column + 1
    line = max((n for n, words in enumerate(source.lines, 1) if words.strip()), default=1)
    return line, len(source.lines[line - 1]) + 1


def template_tag(source: Source, line: int, column: int, tag: str) -> Problem:
    """Return the problem of a template's mark in data."""
    return source.problem(
        line,
        column,
        "template-tag",
        f"Có ký hiệu của mẫu “{tag}”, không dùng được trong dữ liệu",
        "viết giá trị thật thay cho ký hiệu đó; câu trích yếu của loại văn bản thì đặt trong ngoặc kép",
        width=len(tag),
    )
