"""PyYAML's own messages, told to someone who has never heard of YAML."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from docgen.errors import Problem
from docgen.load.source import Source
from docgen.load.traps import quote_name, slip

TAGS = ("{{", "{%", "{#")
"""Marks of a template, which have no place in data."""


class _Wording(NamedTuple):
    """What *words* in PyYAML's message mean; *opening*: told where the thing began, not broke."""

    words: tuple[str, ...]
    message: str
    hint: str
    opening: bool = False


_QUOTE = "đặt cả câu trong ngoặc kép"
_SIGN = "Chữ bắt đầu bằng dấu {}, là ký hiệu riêng của YAML"
_WORDINGS = (
    _Wording(("alias",), _SIGN.format("*"), f'{_QUOTE}: "*chữ nghiêng*"', opening=True),
    _Wording(("anchor",), _SIGN.format("&"), _QUOTE, opening=True),
    _Wording(("a tag", "tag handle"), _SIGN.format("!"), _QUOTE, opening=True),
    _Wording(
        ("escape", "hexadecimal", "Unicode character"),
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
        ("sequence entries",),
        "Dấu gạch “- ” nằm ngay sau dấu hai chấm, trên cùng một dòng",
        f"danh sách thì xuống dòng rồi mới viết  - nội dung; là chữ của câu thì {_QUOTE}",
    ),
    _Wording(("mapping keys",), "Nội dung bắt đầu bằng dấu hỏi “? ”", _QUOTE),
    _Wording(
        ("block scalar",),
        "Sau dấu | hoặc > còn chữ",
        f"xuống dòng rồi mới viết nội dung, thụt vào; nếu dấu đó là chữ của câu, {_QUOTE}",
    ),
    _Wording(
        ("flow sequence", "flow mapping", "flow node"),
        "Ngoặc [ hoặc { mở ra mà chưa đóng, hoặc thiếu dấu phẩy bên trong",
        f"đóng ngoặc, hoặc {_QUOTE} nếu ngoặc là chữ của văn bản",
        opening=True,
    ),
    _Wording(
        ("YAML document", "directive", "<document start>"),
        "Tệp phải bắt đầu ngay bằng các mục, thẳng lề trái, không có dòng --- hay %",
        "xóa dòng đó, hoặc kéo dòng này ra thẳng lề với dòng đầu tệp",
    ),
    _Wording(
        ("node content",),
        "Nội dung bắt đầu bằng dấu ngoặc đóng hoặc dấu phẩy",
        f"xóa dấu đó, hoặc {_QUOTE} nếu là chữ của văn bản",
    ),
    _Wording(
        ("expected key", "block end", "'-' indicator"),
        "Dòng này thụt đầu dòng không thẳng hàng với dòng nào ở trên",
        "các mục cùng cấp bắt đầu ở cùng một cột; mục con và danh sách thụt vào hai dấu cách",
    ),
)
_BLOCK_MARK = re.compile(r".*:\s+[|>][+-]?\d?[+-]?\s*(?:#.*)?")
_PAIR = re.compile(r"\s*(?:- +)*([^:]+?)\s*: +(.*\S)")


def syntax_problem(source: Source, error: yaml.MarkedYAMLError, last: Any = None) -> Problem:
    """Return *error* as a placed sentence; *last* is the event that was read before it."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return source.problem(1, 1, "yaml-syntax", "Tệp YAML viết sai quy cách")
    line, column = _place(source, mark)
    text = source.lines[line - 1]
    if tag := next((tag for tag in TAGS if tag in text), ""):
        return template_tag(source, line, text.index(tag) + 1, tag)
    told = f"{error.problem or ''} {error.context or ''}"
    if found := _known(source, told, (line, column), error, last):
        return found
    for wording in _WORDINGS:
        if any(words in told for words in wording.words):
            if wording.opening and error.context_mark:
                line, column = _place(source, error.context_mark)
            return source.problem(line, column, "yaml-syntax", wording.message, wording.hint)
    hint = f"lời của bộ đọc: {told.strip()}"
    return source.problem(line, column, "yaml-syntax", "Tệp YAML viết sai quy cách ở đây", hint)


def _known(
    source: Source, told: str, place: tuple[int, int], error: yaml.MarkedYAMLError, last: Any
) -> Problem | None:
    """Return what the lines themselves show to be wrong, if they do."""
    line, column = place
    if "token" in told or "tab character" in told:
        return _first_character(source, line, column)
    if "mapping values" in told:
        return _two_colons(source, line, column) or _under_words(source, line, column)
    opened = _place(source, error.context_mark)[0] if error.context_mark else line
    if "sequence entries" in told:
        return _lone_dash(source, line, column)
    if "could not find expected ':'" in told:
        return slip(source, opened) or _not_indented(source, opened)
    if "alias" in told:
        return slip(source, opened)
    if "end of stream" in told or "document indicator" in told or "document separator" in told:
        return _open_quote(source, *_place(source, error.context_mark or error.problem_mark))
    if "directive" in told or "<document start>" in told:
        return _directive(source)
    if "flow " in told:
        return _comment_in_brackets(source, opened)
    if "expected key" in told or "block end" in told or "'-' indicator" in told:
        return (
            _beside_quotes(source, line, column, last)
            or _after_comment(source, line, column)
            or _stray_item(source, line, column)
        )
    return None


def _first_character(source: Source, line: int, column: int) -> Problem:
    text = source.lines[line - 1]
    if "\t" in text[: column + 1] and not text[: column - 1].strip(" -"):
        message = "Đầu dòng có phím Tab, YAML không nhận"
        hint = "thay phím Tab bằng dấu cách, hai dấu cách cho mỗi cấp"
        return source.problem(line, text.index("\t") + 1, "yaml-syntax", message, hint)
    message = f"Nội dung bắt đầu bằng dấu {text[column - 1 : column]}, YAML không nhận"
    return source.problem(line, column, "yaml-syntax", message, _quoted_hint(text))


def _quoted_hint(text: str) -> str:
    """Return what to write for a line whose value must stand in quotes."""
    pair = _PAIR.fullmatch(text) if len(text) <= 80 else None
    if not pair or '"' in pair[2] or "\\" in pair[2]:
        return _QUOTE
    return f'{_QUOTE}:  {pair[1]}: "{pair[2].strip("“”")}"'


def _other_quotes_hint(text: str, quote: str) -> str:
    """Return what to write for a line in whose quotes stand the same quotes."""
    pair = _PAIR.fullmatch(text.rstrip()) or _PAIR.fullmatch('ten: "Cầu Đất" anh hùng')
    assert pair
    words = pair[2] if len(pair[2]) <= 70 else pair[2][:60].rstrip() + "…"
    if quote == '"':
        words = words.replace("'", "''")
        return f"bọc cả câu bằng ngoặc đơn:  {pair[1]}: '{words}'"
    words = words.strip("'").replace('"', "”")
    return f'câu có dấu \' bên trong thì bọc bằng ngoặc kép:  {pair[1]}: "{words}"'


def _lone_dash(source: Source, line: int, column: int) -> Problem | None:
    """Tell of a dash that people write where there is nothing."""
    if source.lines[line - 1][column - 1 :].partition("#")[0].strip() != "-":
        return None
    message = "Sau dấu hai chấm chỉ có dấu gạch"
    hint = "là số thì không có ghi 0, chưa có thì để trống; là chữ thì xóa dấu gạch"
    return source.problem(line, column, "yaml-syntax", message, hint)


def _two_colons(source: Source, line: int, column: int) -> Problem | None:
    text = source.lines[line - 1]
    if ": " not in text[: column - 1] and column <= 1024:
        return None
    message = "Có hai dấu hai chấm “: ” trên một dòng"
    if ": " not in text[: column - 1]:
        message = "Câu dài có dấu hai chấm “: ” ở giữa"
    elif "“" in text[: column - 1]:
        message += "; ngoặc kép cong “…” không bọc được câu"
    return source.problem(line, column, "yaml-syntax", message, _quoted_hint(text))


def _under_words(source: Source, line: int, column: int) -> Problem:
    above = next((n for n in range(line - 1, 0, -1) if source.lines[n - 1].strip()), line)
    if found := slip(source, above):
        return found
    text, here = source.lines[above - 1], source.lines[line - 1]
    if here.startswith("--- "):
        message = "Sau dấu --- còn chữ trên cùng dòng"
        return source.problem(line, 1, "yaml-syntax", message, "xóa dấu ---", width=3)
    start = len(text) - len(text.lstrip())
    if above < line and ":" not in text and start == len(here) - len(here.lstrip()):
        message = "Dòng này thiếu dấu hai chấm sau tên mục"
        hint = "viết  ten_muc: nội dung  (có một dấu cách sau dấu hai chấm)"
        return source.problem(above, start + 1, "yaml-syntax", message, hint)
    message = "Dòng này có tên mục, nhưng dòng trên thiếu dấu hai chấm hoặc đã có nội dung"
    hint = (
        "viết  ten_muc: nội dung,  các mục cùng cấp thẳng hàng với nhau; nếu dòng này nối tiếp câu "
        "ở dòng trên thì đặt cả hai dòng trong ngoặc kép"
    )
    return source.problem(line, column, "yaml-syntax", message, hint)


def _not_indented(source: Source, line: int) -> Problem | None:
    """Tell of words below “|” that stand no deeper than their name."""
    above = next((n for n in range(line - 1, 0, -1) if source.lines[n - 1].strip()), 0)
    if not above or not _BLOCK_MARK.fullmatch(source.lines[above - 1]):
        return None
    message = f"Nội dung dưới dấu | hoặc > ở dòng {above} phải thụt vào"
    column = len(source.lines[line - 1]) - len(source.lines[line - 1].lstrip()) + 1
    hint = "thêm hai dấu cách vào đầu mỗi dòng của nội dung"
    return source.problem(line, column, "yaml-syntax", message, hint)


def _open_quote(source: Source, line: int, column: int) -> Problem:
    quote = source.lines[line - 1][column - 1 : column]
    message = f"{quote_name(quote)} mở ra mà chưa đóng"
    hint = f"thêm dấu {quote} ở cuối câu"
    if "”" in source.lines[line - 1][column:]:
        message += ": dấu ” cong không đóng được ngoặc thẳng"
        hint = f"thay dấu ” bằng dấu {quote}"
    return source.problem(line, column, "yaml-syntax", message, hint)


def _directive(source: Source) -> Problem | None:
    line = next((n for n, text in enumerate(source.lines, 1) if text.startswith("%")), 0)
    message = "Dòng bắt đầu bằng dấu %, là ký hiệu riêng của YAML"
    hint = "xóa dòng này; tên mục thì không có dấu %"
    return source.problem(line, 1, "yaml-syntax", message, hint) if line else None


def _comment_in_brackets(source: Source, line: int) -> Problem | None:
    found = re.search(r"[\[{].*?\s(#.*[\]}])", source.lines[line - 1][:200])
    if not found:
        return None
    message = "Dấu # trong ngoặc làm phần sau nó thành ghi chú, cả ngoặc đóng"
    place = line, found.start(1) + 1
    return source.problem(*place, "yaml-syntax", message, "đặt chữ có dấu # trong ngoặc kép")


def _beside_quotes(source: Source, line: int, column: int, last: Any) -> Problem | None:
    """Tell of words behind a text in quotes or behind a bracket, and of a quote left open."""
    ended = getattr(last, "end_mark", None)
    if ended is None or ended.line != line - 1 or source.lines[line - 1][: column - 1].isspace():
        return None
    if getattr(last, "style", None) in ("'", '"'):
        quote, first = last.style, last.start_mark
        if first.line < ended.line:
            message = f"{quote_name(quote)} mở ở đây chưa đóng ở cuối câu, nên nuốt cả dòng dưới"
            hint = f"thêm dấu {quote} ở cuối câu"
            place = first.line + 1, first.column + 1
            return source.problem(*place, "quote-open", message, hint)
        message = f"Có chữ nằm ngoài dấu ngoặc {quote}"
        hint = _other_quotes_hint(source.lines[line - 1], quote)
        return source.problem(line, column, "yaml-syntax", message, hint)
    if isinstance(last, yaml.CollectionEndEvent) and source.lines[line - 1][:column].rstrip()[:-1]:
        message = "Có chữ nằm sau ngoặc đóng ] hoặc }"
        return source.problem(
            line, column, "yaml-syntax", message, _quoted_hint(source.lines[line - 1])
        )
    return None


def _after_comment(source: Source, line: int, column: int) -> Problem | None:
    above = source.lines[line - 2] if line > 1 else ""
    cut = re.search(r"\S\s+(#.*)", above)
    if not cut or len(above) - len(above.lstrip()) >= column - 1 or ": " in source.lines[line - 1]:
        return None
    message = "Từ dấu # trở đi là ghi chú, nên câu ở dòng này không nối tiếp xuống dòng dưới được"
    hint = f"nếu dấu # là chữ của văn bản, {_QUOTE}"
    return source.problem(line - 1, cut.start(1) + 1, "yaml-syntax", message, hint)


def _stray_item(source: Source, line: int, column: int) -> Problem | None:
    if not source.lines[line - 1].lstrip().startswith("- "):
        return slip(source, line)
    message = "Dòng “- ” này không thuộc danh sách nào: mục ở trên đã có nội dung, hoặc hai bên không thẳng hàng"
    hint = "danh sách đứng ngay dưới “ten_muc:” không có chữ theo sau; các dấu “-” thẳng một cột"
    return source.problem(line, column, "yaml-syntax", message, hint)


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
