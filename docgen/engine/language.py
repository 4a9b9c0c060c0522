"""The language of templates: a sandboxed, escaping Jinja in which nothing is printed by chance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from docgen.context.values import Gap
from docgen.engine import text
from docgen.engine.source import Source
from docgen.errors import TemplateError, did_you_mean
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.numbers import grouped

_LONGEST_LOOP = 10_000
# Jinja's own words, and what they mean to someone who edits a template in Word.
_SYNTAX = (
    (r"No filter named '(.+?)'", "không có bộ lọc “{0}”"),
    (r"Encountered unknown tag '(.+?)'.*needs to be closed is '(.+?)'",
     "gặp tag “{0}” khi “{1}” chưa đóng"),
    (r"Encountered unknown tag '(.+?)'", "không có tag “{0}”, hoặc nó không mở ở đâu trước đó"),
    (r"Unexpected end of template.*needs to be closed is '(.+?)'", "thiếu tag đóng “end{0}”"),
    (r"block '(.+?)' defined twice", "khối “{0}” viết hai lần"),
    (r"expected token '(.+?)', got '(.+?)'", "gặp “{1}” ở chỗ phải là “{0}”"),
    (r"unexpected (?:char )?'(.+?)'", "gặp “{0}” không đúng chỗ"),
)  # fmt: skip


class Missing(jinja2.StrictUndefined):
    """A name that no model knows; told with the line of YAML that was looked into."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            return str(self._undefined_hint)
        if owner is missing:
            return f"không có biến “{name}”"
        guess = did_you_mean(str(name), map(str, owner)) if isinstance(owner, dict) else ""
        place = getattr(owner, "place", "")
        return f"dữ liệu{f' ở {place}' if place else ''} không có mục “{name}”.{guess}"


class _Generator(CodeGenerator):
    """Jinja's compiler, but for “~”, which says its operands as a tag of their own would."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.concatenated((")
        for operand in node.nodes:
            self.visit(operand, frame)
            self.write(", ")
        self.write("))")


class Templates(ImmutableSandboxedEnvironment):
    """The environment of all templates. What is empty stays a gap, whatever is done with it."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an item of data by its name; the parts of a gap are that gap."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return obj if isinstance(obj, Gap) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return obj if isinstance(obj, Gap) else super().getitem(obj, argument)

    def unsafe_undefined(self, obj: Any, attribute: str) -> jinja2.Undefined:
        return self.undefined(f"mẫu không được dùng “{attribute}”", obj=obj, name=attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers and gaps; texts are joined by “~”, not blown up by “*”."""
        for operand in (left, right):
            if isinstance(operand, Gap):
                return operand
            if operator != "+" and not isinstance(operand, (int, float, Decimal, jinja2.Undefined)):
                raise TypeError(f"phép “{operator}” chỉ dùng cho số")
        if operator == "**":
            raise TypeError("không dùng phép lũy thừa “**” trong mẫu")
        return super().call_binop(context, operator, left, right)

    def concatenated(self, operands: Iterable[Any]) -> str:
        """Return “a ~ b”: words as they were typed, or markup if one of them is markup."""
        told = [said(operand) for operand in operands]
        if any(isinstance(words, Markup) for words in told):
            return Markup("").join(map(printed, told))
        return "".join(told)


def said(value: Any) -> str:
    """Return what a value is in words: dates and numbers as the decree writes them."""
    if isinstance(value, (str, Gap, jinja2.Undefined)):
        return value if isinstance(value, Markup) else str(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return grouped(Decimal(str(value)))
    if isinstance(value, Decimal):
        return grouped(value)
    if isinstance(value, date):
        return short_date(value)
    raise TypeError("chỗ này phải in một giá trị, không phải danh sách, nhóm hay chỗ trống")


def printed(value: Any) -> Markup:
    """Return what a tag prints; plain words become Word's paragraphs and emphasis."""
    words = said(value)
    if not isinstance(words, Markup):
        return text.mark(words)
    if "<w:p>" in words or "<w:tbl>" in words:
        raise TypeError("tag này in cả đoạn văn: viết {{p … }} và để một mình trong đoạn")
    return words


def whole(value: Any) -> Markup:
    """Return the paragraphs or rows that {{p …}} prints; words there would get lost."""
    if isinstance(value, jinja2.Undefined):
        str(value)
    if isinstance(value, Markup) and (not value.strip() or value.lstrip().startswith("<w:")):
        return Block(value)
    raise TypeError("tag {{p … }} chỉ in cả đoạn văn; in một giá trị thì viết {{ … }}")


class Block(Markup):
    """Markup that stands between paragraphs."""


def finalize(value: Any) -> Markup:
    """Say how the value of a tag is printed."""
    return value if isinstance(value, Block) else printed(value)


def counted(*bounds: int) -> range:
    """Return ``range`` for a loop of a sensible length."""
    if len(found := range(*bounds)) > _LONGEST_LOOP:
        raise ValueError(f"vòng lặp dài {len(found)} lần, nhiều nhất là {_LONGEST_LOOP} lần")
    return found


def environment(sources: Mapping[str, Source], filters: Mapping[str, Any]) -> Templates:
    """Return the environment in which the templates of one frame run."""

    def load(name: str) -> tuple[str, str, Any] | None:
        return (sources[name].text, name, lambda: True) if name in sources else None

    env = Templates(
        loader=jinja2.FunctionLoader(load),
        undefined=Missing,
        autoescape=True,
        finalize=finalize,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    env.globals = {"range": counted, "namespace": env.globals["namespace"]}
    env.filters = dict(filters)
    return env


@cache
def _parser() -> Templates:
    return environment({}, {})


def parse(source: Source) -> nodes.Template:
    """Return the syntax tree of a template; a tag that is written wrong is told with its place."""
    try:
        return _parser().parse(source.text)
    except jinja2.TemplateSyntaxError as error:
        raise syntax_error(error, source) from error


def syntax_error(error: jinja2.TemplateSyntaxError, source: Source) -> TemplateError:
    """Return Jinja's complaint as a sentence with its place."""
    words = error.message or ""
    found = [(re.search(pattern, words), sentence) for pattern, sentence in _SYNTAX]
    told = [sentence.format(*match.groups()) for match, sentence in found if match]
    message = told[0] if told else f"lời của bộ đọc: {words}"
    return TemplateError(source.name, source.where(error.lineno), f"tag viết sai: {message}")
