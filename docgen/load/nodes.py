"""YAML without guesses: PyYAML finds values and places, every scalar stays the text it is.

PyYAML's own types turn 0236123456 into 41461550, 14:00 into 840 and ``no`` into False; here the
model decides what a text means. Its events are read rather than its nodes: they tell anchors and
tags apart from words, and no depth of brackets overflows a stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from docgen.errors import Problem
from docgen.load.source import Source, control_character, control_words
from docgen.load.syntax import TAGS, syntax_problem, template_tag
from docgen.load.traps import backslash_words, key_trap, scalar_traps

Loc = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~"}
_DEEPEST = 20
_KEY = re.compile(r"[a-z0-9]+|\S*_\S*")  # looks like a key of ours, not like words


class Mapping(dict[str, Any]):
    """A mapping; a list item that YAML took for one (``- Lưu: VT, NV``) has its words in *raw*."""

    raw: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """From a place to a place, lines and columns from 1; the last column is not included."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 2

    def place(self, source: Source, words: str) -> tuple[int, int, int]:
        """Return line, column and width of *words* inside the span, or of its beginning."""
        for number in range(self.line, min(self.end_line, len(source.lines)) + 1) if words else ():
            start = self.column - 1 if number == self.line else 0
            found = source.lines[number - 1].find(words, start)
            if found >= 0:
                return number, found + 1, len(words)
        width = self.end_column - self.column if self.line == self.end_line else 1
        return self.line, self.column, max(1, width)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as plain values (Mapping, list, str, None) with the place of each value and key.

    Nothing is said of what stands under a loc in *refused*: its problem has been told.
    """

    source: Source
    value: Any = None
    values: dict[Loc, Span] = field(default_factory=dict)
    keys: dict[Loc, Span] = field(default_factory=dict)
    refused: set[Loc] = field(default_factory=set)

    def problem(
        self, loc: Loc, code: str, message: str, hint: str = "", *, key: bool = False, at: str = ""
    ) -> Problem:
        """Return a problem at the value (or *key*) of *loc*, at the words *at* if it holds them.

        A place that the file lacks is told at its nearest parent.
        """
        span = self.keys.get(loc) if key else self.values.get(loc)
        line, column, width = (span or self._nearest(loc)).place(self.source, at)
        return self.source.problem(line, column, code, message, hint, width=width)

    def line(self, loc: Loc) -> int:
        """Return the line (from 1) of the value at *loc*."""
        return (self.values.get(loc) or self._nearest(loc)).line

    def _nearest(self, loc: Loc) -> Span:
        while loc:
            if loc in self.values:
                # a text stands for what it was widened to; of a mapping, the key says more
                is_text = isinstance(self._at(loc), str)
                return self.values[loc] if is_text else self.keys.get(loc, self.values[loc])
            loc = loc[:-1]
        return Span()

    def _at(self, loc: Loc) -> Any:
        value: Any = self.value
        for step in loc:
            value = value[step]
        return value


def compose(source: Source) -> tuple[Document, list[Problem]]:
    """Read *source*; the problems are syntax, doubled keys and signs of YAML, at their places.

    The value is None when the file is empty, or so broken that nothing can be said of it.
    """
    reader = _Reader(source)
    try:
        value = reader.document_value()
    except yaml.MarkedYAMLError as error:
        problem = syntax_problem(source, error, reader.last)
        here = [known for known in reader.problems if known.place.line == problem.place.line]
        if any(not known.warning for known in here):
            return Document(source), reader.problems
        return Document(source), [x for x in reader.problems if x not in here] + [problem]
    except _TooDeepError:
        return Document(source), reader.problems
    except yaml.YAMLError as error:
        message = f"Không đọc được tệp YAML này ({error})"
        return Document(source), [source.problem(1, 1, "yaml-syntax", message)]
    read = reader.document
    return Document(source, value, read.values, read.keys, read.refused), reader.problems


class _TooDeepError(Exception):
    """Nothing more is read: thousands of brackets would take PyYAML minutes."""


class _Reader:
    """Turns PyYAML's events into plain values and notes where each one stood."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.document = Document(source)
        self.problems: list[Problem] = []
        self.last: Any = None
        self._events: Iterator[Any] = iter(yaml.parse(source.text, Loader=_Loader))

    def document_value(self) -> Any:
        value = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                value = self._read(event, ())
            elif isinstance(event, yaml.DocumentStartEvent) and self.document.values:
                message = "Tệp có dòng ---, như hai tệp gộp làm một"
                self._tell(event, "yaml-syntax", message, "xóa dòng ---, hoặc tách thành hai tệp")
                break
        return None if isinstance(value, str) and () in self.document.refused else value

    def _read(self, event: Any, loc: Loc) -> Any:
        self.document.values[loc] = _span(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            return self._refuse(event, loc)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, loc)
        if len(loc) > _DEEPEST:
            hint = "viết thành các dòng thụt vào, không lồng ngoặc trong ngoặc"
            self._tell(event, "too-deep", "Các mục lồng nhau quá sâu", hint)
            raise _TooDeepError
        if tag := self._template_tag(event):
            told = template_tag(self.source, *_span(event).place(self.source, "")[:2], tag)
            self.problems.append(told)
            self.document.refused.add(loc)
            self._skip(event)
            return Mapping()
        read = self._mapping if isinstance(event, yaml.MappingStartEvent) else self._sequence
        return read(event, loc)

    def _scalar(self, event: Any, loc: Loc) -> str | None:
        self.last = event
        text: str = event.value
        if bad := control_character(text):
            code, message, hint = control_words(bad[0])
            if event.style == '"':  # a file holds none itself: the backslash makes it
                message, hint = backslash_words(bad[0])
            self.problems.append(self.document.problem(loc, code, message, hint))
        for trap in scalar_traps(self.source, event):
            self.problems.append(trap)
            if not trap.warning:
                self.document.refused.add(loc)
        return None if text in _NOTHING and not event.style else text

    def _sequence(self, event: Any, loc: Loc) -> list[Any]:
        items: list[Any] = []
        while not isinstance(child := next(self._events), yaml.SequenceEndEvent):
            place = (*loc, len(items))
            item = self._read(child, place)
            if isinstance(child, yaml.MappingStartEvent) and not child.flow_style:
                item.raw = self._words(item, place)
            items.append(item)
        self._close(event, child, loc)
        return items

    def _mapping(self, event: Any, loc: Loc) -> Mapping:
        mapping = Mapping()
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not _is_name(key):
                self._tell(key, "key-not-text", "Tên mục phải là chữ", "viết  ten_muc: nội dung")
                self._skip(key)
                self._skip(next(self._events))
            elif trap := key_trap(self.source, key):
                self.problems.append(trap)
                self.document.refused.add((*loc, key.value.partition(":")[0]))
                self._skip(next(self._events))
            elif key.value in mapping:
                first = self.document.keys[*loc, key.value].line
                message = f"Mục “{key.value}” viết hai lần (lần đầu ở dòng {first})"
                self._tell(key, "key-twice", message, "giữ một dòng, xóa dòng kia")
                self._skip(next(self._events))
            else:
                place = (*loc, key.value)
                self.document.keys[place] = _span(key)
                mapping[key.value] = self._read(next(self._events), place)
        self._close(event, key, loc)
        return mapping

    def _close(self, start: Any, end: Any, loc: Loc) -> None:
        """Note the end of a list or mapping in brackets; others end at the next line's beginning."""
        self.last = end
        if start.flow_style:
            self.document.values[loc] = _span(start, end.end_mark)

    def _words(self, item: Mapping, loc: Loc) -> str:
        """Return the words of a list item that YAML took for a mapping, or nothing."""
        key, value = next(iter(item.items()), ("", None))
        if len(item) != 1 or _KEY.fullmatch(key) or not isinstance(value, str | None):
            return ""
        start, end = self.document.keys[*loc, key], self.document.values[*loc, key]
        self.document.values[loc] = Span(start.line, start.column, end.end_line, end.end_column)
        if start.line != end.end_line:
            return f"{key}: {value or ''}".strip()
        return self.source.lines[start.line - 1][start.column - 1 : end.end_column - 1]

    def _skip(self, event: Any) -> None:
        """Pass over the rest of what *event* begins."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self._events)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)

    def _template_tag(self, event: Any) -> str:
        """Return the “{{” that YAML takes for a mapping in a mapping."""
        line, column = event.start_mark.line, event.start_mark.column
        found = self.source.lines[line][column : column + 2]
        return found if event.flow_style and found in TAGS else ""

    def _refuse(self, event: Any, loc: Loc) -> Mapping:
        sign = self.source.lines[event.start_mark.line][event.start_mark.column :][:1]
        message = f"Dấu “{sign}” ở đầu là ký hiệu riêng của YAML, docgen không dùng"
        self._tell(event, "yaml-sign", message, _SIGN_HINT)
        self.document.refused.add(loc)
        self._skip(event)
        return Mapping()

    def _tell(self, event: Any, code: str, message: str, hint: str) -> None:
        line, column, width = _span(event).place(self.source, "")
        problem = self.source.problem(line, column, code, message, hint, width=width)
        self.problems.append(problem)


_SIGN_HINT = (
    'nếu dấu đó là chữ của văn bản, đặt cả câu trong ngoặc kép: "*chữ nghiêng*"; '
    "nếu để dùng lại một mục khác, chép nội dung của mục ấy vào đây"
)


def _is_name(event: Any) -> bool:
    """Tell whether *event* is a key that people could type: words, without signs of YAML."""
    if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
        return False
    return bool(event.value) and not control_character(event.value)


def _span(event: Any, end: Any = None) -> Span:
    start, end = event.start_mark, end or event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
