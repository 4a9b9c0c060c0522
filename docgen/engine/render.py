"""Compile and render: one sandboxed, escaping Jinja environment a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from docgen.engine import text
from docgen.engine.package import Member, assemble, pack, pack_all
from docgen.engine.source import Source, check_styles, fit_to_frame, patched, read_source, style_ids
from docgen.engine.tools import FILTERS, Annexes, Calendar, Counters, rule_maker
from docgen.errors import TemplateError
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.numbers import grouped

RULE_STYLE = "Đường kẻ"
_BODY = "word/document.xml"
_CORE = "docProps/core.xml"
_SIDE_PARTS = re.compile(r"word/(?:header|footer)\d*\.xml|word/footnotes\.xml|docProps/core\.xml")
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")
# What running a template's own code can raise; anything else is a fault of docgen.
_FAILURES = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)


class Missing(jinja2.StrictUndefined):
    """A name that no model knows; told with the line of YAML that was looked into."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        place = getattr(self._undefined_obj, "place", "")
        if self._undefined_hint:
            return str(self._undefined_hint)
        if place:
            return f"dữ liệu ở {place} không có mục “{name}”"
        return f"không có biến “{name}”"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template ready to render: shared parts as compressed bytes, the rest as Jinja code."""

    name: str
    templates: dict[str, jinja2.Template]
    shared: list[Member]
    sources: dict[str, Source]
    order: tuple[str, ...]
    rule: Callable[..., Markup]


def finalize(value: Any) -> Any:
    """Say how a value is printed; plain words become Word's paragraphs and emphasis."""
    if isinstance(value, (Markup, jinja2.Undefined)):
        return value
    if isinstance(value, str):
        return text.mark(value)
    if value is None or isinstance(value, (dict, list, tuple)):
        raise TypeError("chỗ này phải in một giá trị, không phải danh sách, nhóm hay chỗ trống")
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Decimal):
        return grouped(value)
    return value if isinstance(value, int) else text.mark(str(value))


def environment(sources: Mapping[str, Source]) -> SandboxedEnvironment:
    """Return the one environment in which all of docgen's templates run."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (sources[name].text, name, lambda: True) if name in sources else None

    env = SandboxedEnvironment(
        loader=jinja2.FunctionLoader(load),
        undefined=Missing,
        autoescape=True,
        finalize=finalize,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    env.filters.update(FILTERS)
    return env


def compile_template(path: Path) -> Compiled:
    """Compile the template at *path*, with the frame beside it that it extends.

    Raises TemplateError with the template, the paragraph and the reason.
    """
    source = read_source(path)
    frame = read_source(path.parent / source.extends) if source.extends else source
    check_styles(frame)
    sources = {frame.name: frame}
    if source is not frame:
        sources[source.name] = fit_to_frame(source, frame)
    for part, data in frame.parts.items():
        if _SIDE_PARTS.fullmatch(part) and (b"{{" in data or b"{%" in data):
            xml = _steady(patched(data.decode("utf-8")))
            sources[part] = Source(f"{frame.name}:{part}", xml, None, {})
    env = environment(sources)
    templates = {part: _load(env, part, sources) for part in sources if "/" in part}
    templates[_BODY] = _load(env, source.name, sources)
    shared = {name: data for name, data in frame.parts.items() if name not in templates}
    styles = style_ids(frame.parts)
    if RULE_STYLE not in styles:
        raise TemplateError(frame.name, "", f"khung thiếu kiểu “{RULE_STYLE}”")
    rule = rule_maker(styles[RULE_STYLE])
    return Compiled(source.name, templates, pack_all(shared), sources, tuple(frame.parts), rule)


def render(compiled: Compiled, values: Mapping[str, Any]) -> bytes:
    """Return the .docx of *compiled* filled with *values*; equal values give equal bytes.

    Raises TemplateError where the template asks for what is not there.
    """
    tools = _tools(compiled, values)
    members = {member.name.decode("utf-8"): member for member in compiled.shared}
    for part, template in compiled.templates.items():
        xml = _run(compiled, template, {**values, **tools})
        xml = text.expand(xml) if part.startswith("word/") else text.unmarked(xml)
        if found := _LEFTOVER.search(xml):
            around = re.sub(r"<[^>]*>", " ", xml[max(0, found.start() - 80) : found.end() + 80])
            raise TemplateError(compiled.name, "", f"còn sót ký hiệu của mẫu: “{around.strip()}”")
        members[part] = pack(part, xml.encode("utf-8"))
    return assemble(members[name] for name in compiled.order)


def render_text(source: str, values: Mapping[str, Any], name: str) -> str:
    """Return a one-line template of a vocabulary file (a trích yếu) filled with *values*."""
    env = environment({})
    env.autoescape = False
    env.finalize = None
    try:
        return env.from_string(source).render(values)
    except _FAILURES as error:
        raise TemplateError(name, f"“{source}”", str(error)) from error


def _tools(compiled: Compiled, values: Mapping[str, Any]) -> dict[str, Any]:
    counters = Counters()
    return {
        "muc": counters.muc,
        "khoan": counters.khoan,
        "diem": counters.diem,
        "dem_lai": counters.restart,
        "duong_ke": compiled.rule,
        "phu_luc": Annexes(tuple(values.get("cac_phu_luc", ()))).label,
        "lich": Calendar,
    }


def _load(env: jinja2.Environment, name: str, sources: Mapping[str, Source]) -> jinja2.Template:
    try:
        for other in sources:
            env.get_template(other)
        return env.get_template(name)
    except jinja2.TemplateSyntaxError as error:
        source = sources[error.name or name]
        message = f"tag viết sai: {error.message}"
        raise TemplateError(source.name, source.where(error.lineno), message) from error
    except jinja2.TemplateNotFound as error:
        raise TemplateError(sources[name].name, "", f"không có mẫu “{error.name}”") from error


def _run(compiled: Compiled, template: jinja2.Template, values: Mapping[str, Any]) -> str:
    try:
        return template.render(values)
    except _FAILURES as error:
        source, line = _last_place(error.__traceback__, compiled.sources)
        where = source.where(line) if source else ""
        raise TemplateError(source.name if source else compiled.name, where, str(error)) from error


def _last_place(
    trace: TracebackType | None, sources: Mapping[str, Source]
) -> tuple[Source | None, int]:
    """Return the innermost line of a template in a traceback."""
    found: tuple[Source | None, int] = (None, 0)
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name in sources:
            found = (sources[name], trace.tb_lineno)
        trace = trace.tb_next
    return found


def _steady(xml: str) -> str:
    """Take the clock and the last editor out of the properties of a template."""
    stamp = r"\1{{ van_ban.thoi_diem }}\2"
    xml = re.sub(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)", stamp, xml)
    return re.sub(r"<cp:(?:lastModifiedBy|revision|lastPrinted)>[^<]*</cp:\w+>", "", xml)
