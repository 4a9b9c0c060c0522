"""What YAML reads without a word, and reads otherwise than it was meant.

A line whose colon has no blank, whose dash is a long one or whose quote is never closed is no
mistake to YAML: it becomes words of the text above it. The same slips explain its errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docgen.errors import Problem
from docgen.load.source import Source, control_character

_QUOTE = "đặt cả câu trong ngoặc kép"
_COLONS = "：﹕︓∶꞉"
_SLIP = re.compile(
    rf"(?P<key>[^\W\d](?:[\w ]{{0,40}}\w)?) ?(?P<wide>[{_COLONS}])\s*(?P<words>.*)"
    r"|(?!https?:|ftp:|file:|mailto:|tel:|zalo:)(?P<tight>[a-z][a-z0-9_]+)\s*:(?P<value>[^\s:/].*)"
    r"|(?P<name>[a-z][a-z0-9_]+)\s*=\s*(?P<equal>\S.*)"
)
_BULLET = re.compile(r"([–—−‒―－•●▪■◦○►➢➤✓❖*+·])(?=[\s\w])(?!\d)\s*(?P<item>\S.*)")
_TIGHT_DASH = re.compile(r"(-)(?P<item>[^\W\d_].*)")
_NUMBERED = re.compile(r"(\d{1,2}[.)])\s+(?P<item>\S.*)")
_FOLDED_ITEM = re.compile(r"(?:[-+–—•*]|\d{1,2}[.)])\s+\S")
_KEY_LINE = re.compile(r"\s*(?:- )*([a-z][a-z0-9_]*):(?:\s|$)")
_DIGITS = re.compile(r"([\[{])([^\[\]{}]*?)(\d+),$")
_NEAR = 200  # how far around a comma its bracket is looked for
_WIDE = re.compile("[！-～]")
_CURLY_QUOTES = tuple("“”„")
_CURLY = re.compile('[“”„][^“”„"]*[“”„]')


def quote_name(quote: str) -> str:
    """Return what a quotation mark is called."""
    return "Ngoặc kép" if quote == '"' else "Ngoặc đơn"


def slip(source: Source, line: int) -> Problem | None:
    """Return what is wrong with the way line *line* (from 1) of the file begins, if it is known."""
    text = source.lines[line - 1]
    start = len(text) - len(text.lstrip(" "))
    dashes = re.compile("(?:- +)*").match(text, start)
    after = dashes.end() if dashes else start
    if after == start and (found := _BULLET.match(text, start) or _TIGHT_DASH.match(text, start)):
        return _list_dash(source, line, found)
    return _colon(source, line, after)


def _list_dash(source: Source, line: int, found: re.Match[str]) -> Problem:
    message = f"Dòng bắt đầu bằng “{found[1]}” không phải là một ý của danh sách"
    if found[1] == "-":
        message = "Sau dấu gạch “-” đầu dòng thiếu dấu cách"
    hint = f"viết  - {_short(found['item'])}  ở mọi dòng; nếu không phải danh sách, {_QUOTE}"
    return source.problem(line, found.start() + 1, "list-dash", message, hint)


def _colon(source: Source, line: int, start: int, end: int | None = None) -> Problem | None:
    found = _SLIP.match(source.lines[line - 1][:end], start)
    if not found:
        return None
    told = found.groupdict()
    if told["wide"]:
        code, key, words = "full-width", told["key"], told["words"]
        message = f"Dấu hai chấm toàn khổ “{told['wide']}” không phải là dấu hai chấm của YAML"
        column = found.start("wide")
    elif told["tight"]:
        code, key, words = "colon-blank", told["tight"], told["value"]
        message = f"Sau “{key}:” thiếu dấu cách, nên cả dòng bị đọc thành một câu"
        column = found.start("value") - 1
    else:
        code, key, words = "equals-sign", told["name"], told["equal"]
        message = f"Sau tên mục “{key}” là dấu bằng, phải là dấu hai chấm"
        column = source.lines[line - 1].index("=", start)
    hint = f"viết  {key}: {_short(words)}".rstrip()
    if code == "colon-blank":
        hint += f"  (nếu đúng là một câu, {_QUOTE})"
    return source.problem(line, column + 1, code, message, hint)


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:40].rstrip() + "…"


def scalar_traps(source: Source, event: Any) -> list[Problem]:
    """Return what a reader of the file should know of one text in it."""
    first, last, value = event.start_mark, event.end_mark, event.value
    opened, closed = _line(source, first.line), _line(source, last.line)
    found: list[Problem] = []
    if event.style in ("'", '"'):
        if "#" in closed:
            found += _cut(source, last, r"\s*")
        if last.line > first.line:
            found += _swallowed_keys(source, first, last)
        elif "\\" in opened:
            found += _path(source, event)
    elif not event.style:
        if "#" in closed:
            found += _cut(source, last, r"\s+")
        own = first.column < _NEAR and not opened[: first.column].strip(" -")
        if value and (own or last.line > first.line):
            found += _lines_of(source, first, last)
        if value[:1] in _CURLY_QUOTES:
            found += _curly(source, event)
        if comma := comma_trap(source, event):
            found.append(comma)
    if not value.isascii() and (wide := _WIDE.search(value)):
        told = any(problem.code == "full-width" for problem in found)
        found += [] if told else [_wide(source, first, wide[0])]
    return found


def _line(source: Source, number: int) -> str:
    """Return a line by its number from 0; PyYAML may see one more at the end."""
    return source.lines[number] if number < len(source.lines) else ""


def _curly(source: Source, event: Any) -> Iterator[Problem]:
    first, last = event.start_mark, event.end_mark
    if first.line < last.line or not _CURLY.fullmatch(event.value):
        return
    message = "Ngoặc kép cong “…” là chữ của văn bản: docgen in cả hai dấu ngoặc ra"
    hint = f'nếu không in ngoặc, xóa chúng đi; nếu in, viết  "{_short(event.value)}"'
    place, width = (first.line + 1, first.column + 1), last.column - first.column
    problem = source.problem(*place, "curly-quotes", message, hint, width=width)
    yield replace(problem, warning=True)


def _wide(source: Source, mark: Any, char: str) -> Problem:
    """Tell of a sign that only Chinese and Japanese keyboards type."""
    line = next(
        (n for n in range(mark.line, len(source.lines)) if char in source.lines[n]), mark.line
    )
    column = max(0, source.lines[line].find(char, mark.column if line == mark.line else 0))
    plain = chr(ord(char) - 0xFEE0)
    message = f"Có ký tự toàn khổ “{char}” (của bàn phím tiếng Trung, tiếng Nhật)"
    found = source.problem(line + 1, column + 1, "full-width", message, f"gõ lại thành  {plain}")
    return replace(found, warning=True)


def backslash_words(char: str) -> tuple[str, str]:
    """Return message and hint for a letter that a backslash in quotes has made."""
    return (
        f"Trong ngoặc kép, dấu \\ là ký hiệu riêng của YAML (ở đây thành ký tự ẩn {ord(char):04X})",
        "bọc câu bằng ngoặc đơn, hoặc viết hai dấu \\\\",
    )


def _path(source: Source, event: Any) -> Iterator[Problem]:
    r"""Tell of “D:\\tai lieu” in quotes, where \\t is a tab."""
    first, last = event.start_mark, event.end_mark
    raw = source.lines[first.line][first.column : last.column]
    found = re.search(r"[A-Za-z]:\\[^\\]", raw) if event.style == '"' else None
    if not found or control_character(event.value):
        return
    message = f"Trong ngoặc kép, “{found[0][2:]}” là ký hiệu riêng của YAML, không phải chữ"
    place = first.line + 1, first.column + found.start() + 3
    hint = "bọc câu bằng ngoặc đơn, hoặc viết hai dấu \\\\"
    yield replace(source.problem(*place, "backslash", message, hint, width=2), warning=True)


def _swallowed_keys(source: Source, first: Any, last: Any) -> Iterator[Problem]:
    quote = source.lines[first.line][first.column]
    for line in range(first.line + 1, last.line + 1):
        if found := _KEY_LINE.match(source.lines[line]):
            message = (
                f"{quote_name(quote)} mở ở đây chưa đóng ở cuối câu: mục “{found[1]}” ở dòng {line + 1} "
                "bị đọc thành chữ của câu này"
            )
            hint = f"thêm dấu {quote} ở cuối câu"
            yield source.problem(first.line + 1, first.column + 1, "quote-open", message, hint)
            return


def _lines_of(source: Source, first: Any, last: Any) -> Iterator[Problem]:
    """Yield the lines of a plain text that look like something else than words."""
    line = first.line
    before = source.lines[line][: first.column]
    own = not before.strip(" -")
    items = 0
    if own and (found := slip(source, line + 1)):
        items += found.code == "list-dash"
        yield found
    numbered = bool(
        own and not before.strip() and _NUMBERED.match(source.lines[line], first.column)
    )
    for number in range(line + 1, last.line + 1):
        text = source.lines[number].strip()
        column = source.lines[number].find(text)
        if (found := slip(source, number + 1)) and found.code != "list-dash":
            yield found
        elif not items and text and (found or _FOLDED_ITEM.match(text)):
            items += 1
            yield _folded(source, number + 1, column + 1, numbered=numbered)


def _folded(source: Source, line: int, column: int, *, numbered: bool) -> Problem:
    message = "Dòng này bị nối vào câu ở dòng trên, thành một đoạn"
    hint = (
        "danh sách thì mỗi ý một dòng bắt đầu bằng “- ”, không có chữ sau dấu hai chấm; "
        "đoạn văn nhiều dòng thì viết dấu | sau dấu hai chấm"
    )
    found = source.problem(line, column, "line-folded", message, hint)
    return found if numbered else replace(found, warning=True)


def _cut(source: Source, mark: Any, blanks: str) -> Iterator[Problem]:
    """Tell of “12 Lê Lợi #3”: YAML drops what follows the blank, unseen."""
    if cut := re.compile(rf"{blanks}(#\w.*)").match(source.lines[mark.line], mark.column):
        message = f"Phần “{cut[1]}” bị coi là ghi chú và bỏ đi"
        hint = f"nếu là chữ của văn bản, {_QUOTE}; nếu không, viết # rồi cách"
        place = (mark.line + 1, cut.start(1) + 1)
        found = source.problem(*place, "comment-cut", message, hint, width=len(cut[1]))
        yield replace(found, warning=True)


def comma_trap(source: Source, event: Any) -> Problem | None:
    """Return the problem of “12,5” in brackets, which is two values there."""
    line, column = event.start_mark.line, event.start_mark.column
    text = _line(source, line)
    if text[column - 1 : column] != "," or event.style or not event.value[:1].isdigit():
        return None
    start = max(0, column - _NEAR)
    found = _DIGITS.search(text[start:column])
    if not found:
        return None
    inside = re.split(r"[\]}]", text[start + found.start(2) : column + _NEAR])[0]
    if found[1] == "[" and inside.count(",") > 1 and not re.search(r",\s", inside):
        return None  # [3,6,9,12] is a list of somebody in a hurry
    whole = f"{found[3]},{event.value}"
    message = (
        f"Trong ngoặc, dấu phẩy ngăn hai giá trị: “{whole}” bị đọc thành "
        f"{found[3]} và {event.value}"
    )
    hint = f'số lẻ thì viết  "{whole}"'
    if found[1] == "[":
        hint += f";  hai số thì thêm dấu cách:  {found[3]}, {event.value}"
    place = line + 1, start + found.start(3) + 1
    problem = source.problem(*place, "decimal-comma", message, hint, width=len(whole))
    return replace(problem, warning=found[1] == "[")


def key_trap(source: Source, key: Any) -> Problem | None:
    """Return what is wrong with a name: a slip that made it one, or a sign of YAML."""
    if key.style or key.value.isidentifier():
        return None
    line, column = key.start_mark.line, key.start_mark.column
    if key.value == "<<":
        message = "“<<” là ký hiệu gộp mục riêng của YAML, docgen không dùng"
        return source.problem(
            line + 1, column + 1, "yaml-sign", message, "chép các mục cần dùng vào đây", width=2
        )
    if problem := comma_trap(source, key):
        return problem
    if glued := _TIGHT_DASH.match(source.lines[line], column):
        return _list_dash(source, line + 1, glued)
    return _colon(source, line + 1, column, key.end_mark.column)
