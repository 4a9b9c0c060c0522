"""YAML without guesses: PyYAML finds nodes and places, every scalar stays the text it is.

PyYAML's own types turn 0236123456 into 41461550, 14:00 into 840 and ``no`` into False; here the
model decides what a text means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from docgen.errors import Problem
from docgen.load.source import Source

Loc = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~"}

_ALIGN = (
    "thụt đầu dòng bằng dấu cách cho thẳng với dòng trên; câu có ngoặc kép bên trong thì bọc "
    "cả câu bằng ngoặc đơn: '\"Cầu Đất\" anh hùng'"
)
# Words of PyYAML's own messages, and what they mean to someone who has never heard of YAML.
_SYNTAX = (
    (
        "mapping values are not allowed",
        "Có hai dấu hai chấm “: ” trên một dòng",
        'đặt phần chữ trong ngoặc kép, ví dụ  ghi_chu: "Kèm theo: phụ lục"',
    ),
    (
        "cannot start any token",
        "Dòng bắt đầu bằng ký tự không dùng được ở đây (tab, @ hoặc `)",
        "thay phím Tab bằng dấu cách; chữ bắt đầu bằng @ thì đặt trong ngoặc kép",
    ),
    ("undefined alias", "Chữ bắt đầu bằng dấu *", 'đặt cả câu trong ngoặc kép: "*chữ nghiêng*"'),
    ("alias", "Chữ bắt đầu bằng dấu *", 'đặt cả câu trong ngoặc kép: "*chữ nghiêng*"'),
    ("anchor", "Chữ bắt đầu bằng dấu &", "đặt cả câu trong ngoặc kép"),
    ("found unexpected end of stream", "Ngoặc kép mở ra mà chưa đóng", 'thêm dấu " ở cuối câu'),
    (
        "did not find expected key",
        "Dòng này thụt đầu dòng không thẳng hàng, hoặc có chữ nằm ngoài ngoặc kép",
        _ALIGN,
    ),
    (
        "expected <block end>",
        "Dòng này thụt đầu dòng không thẳng hàng, hoặc có chữ nằm ngoài ngoặc kép",
        _ALIGN,
    ),
    (
        "could not find expected ':'",
        "Dòng này thiếu dấu hai chấm sau tên mục",
        "viết  ten_muc: nội dung  (có một dấu cách sau dấu hai chấm)",
    ),
)


class Mapping(dict[str, Any]):
    """A mapping that remembers the text it was read from.

    YAML reads the list item ``- Lưu: VT, NV`` as a mapping; where the model wants words, they are
    in *raw*.
    """

    raw: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as plain values (Mapping, list, str, None) with the place of each value and key."""

    source: Source
    value: Any = None
    values: dict[Loc, tuple[int, int, int]] = field(default_factory=dict)
    keys: dict[Loc, tuple[int, int, int]] = field(default_factory=dict)

    def problem(
        self, loc: Loc, code: str, message: str, hint: str = "", *, at_key: bool = False
    ) -> Problem:
        """Return a problem at the value (or key) of *loc*, or at its nearest parent there is."""
        table = self.keys if at_key else self.values
        line, column, width = self._nearest(table, loc)
        return self.source.problem(line, column, code, message, hint, width=width)

    def line(self, loc: Loc) -> int:
        """Return the line (from 1) of the value at *loc*."""
        return self._nearest(self.values, loc)[0]

    def _nearest(self, table: dict[Loc, tuple[int, int, int]], loc: Loc) -> tuple[int, int, int]:
        if loc in table:
            return table[loc]
        while loc:
            loc = loc[:-1]
            if loc in self.keys or loc in self.values:
                return self.keys.get(loc) or self.values[loc]
        return (1, 1, 1)


def compose(source: Source) -> tuple[Document, list[Problem]]:
    """Read *source*; the problems are syntax, doubled keys and aliases, at their places."""
    try:
        node = yaml.compose(source.text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Document(source), [_syntax_problem(source, error)]
    except yaml.YAMLError as error:
        problem = source.problem(1, 1, "yaml-syntax", f"Không đọc được tệp YAML này ({error})")
        return Document(source), [problem]
    document = Document(source)
    reader = _Reader(document)
    value = reader.read(node, ()) if node is not None else None
    return Document(source, value, document.values, document.keys), reader.problems


def _syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    told = f"{error.problem or ''} {error.context or ''}"
    for words, message, hint in _SYNTAX:
        if words in told:
            return source.problem(line, column, "yaml-syntax", message, hint)
    message = "Tệp YAML viết sai quy cách ở đây"
    return source.problem(line, column, "yaml-syntax", message, f"lời của bộ đọc: {told.strip()}")


class _Reader:
    """Turns nodes into plain values and notes where each one stood."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self._open: set[int] = set()

    def read(self, node: yaml.Node, loc: Loc) -> Any:
        self.document.values[loc] = _span(node)
        if id(node) in self._open or self._starts_with_sign(node):
            return self._refuse_alias(loc)
        self._open.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, (*loc, index)) for index, child in enumerate(node.value)]
        plain = isinstance(node, yaml.ScalarNode) and node.style is None
        return None if plain and node.value in _NOTHING else node.value

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> Mapping:
        mapping = Mapping()
        mapping.raw = _raw(self.document.source, node)
        for key_node, value_node in node.value:
            key = str(key_node.value)
            place = (*loc, key)
            if key in mapping:
                self._refuse_twice(key, key_node, place)
                continue
            self.document.keys[place] = _span(key_node)
            mapping[key] = self.read(value_node, place)
        return mapping

    def _refuse_twice(self, key: str, node: yaml.Node, loc: Loc) -> None:
        line, column, width = _span(node)
        first = self.document.keys[loc][0]
        self.problems.append(
            self.document.source.problem(
                line,
                column,
                "key-twice",
                f"Mục “{key}” viết hai lần (lần đầu ở dòng {first})",
                "giữ một dòng, xóa dòng kia",
                width=width,
            )
        )

    def _starts_with_sign(self, node: yaml.Node) -> bool:
        """Tell whether YAML swallowed an anchor (&x) or a tag (!x) before the value."""
        line = self.document.source.lines[node.start_mark.line : node.start_mark.line + 1]
        return bool(line) and line[0][node.start_mark.column :][:1] in ("&", "!")

    def _refuse_alias(self, loc: Loc) -> None:
        self.problems.append(
            self.document.problem(
                loc,
                "yaml-alias",
                "Dấu *, & hoặc ! ở đầu là ký hiệu riêng của YAML, docgen không dùng",
                "nếu dấu đó là chữ của văn bản, đặt cả câu trong ngoặc kép",
            )
        )


def _span(node: yaml.Node) -> tuple[int, int, int]:
    start, end = node.start_mark, node.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return (start.line + 1, start.column + 1, max(1, width))


def _raw(source: Source, node: yaml.MappingNode) -> str:
    if not node.value:
        return ""
    start, end = node.value[0][0].start_mark, node.value[-1][1].end_mark
    return source.between((start.line, start.column), (end.line, end.column))


def walk(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield every text in a plain value with its loc."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from walk(child, (*loc, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from walk(child, (*loc, index))
    elif isinstance(value, str):
        yield loc, value
