"""Compile a template with its frame, and render it: what does not change is copied as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any
from xml.parsers import expat

import jinja2
from markupsafe import Markup

from docgen.engine import columns, sections, text
from docgen.engine.filters import FILTERS
from docgen.engine.fit import block_names, check_blocks, check_frame, check_tags, fit_to_frame
from docgen.engine.language import environment, said, syntax_error
from docgen.engine.package import BODY, CORE, Member, assemble, pack, pack_all
from docgen.engine.source import Source, inside, patched, plain_words, read_source, style_ids
from docgen.engine.tools import Annexes, Calendar, Counters, rule_maker
from docgen.errors import TemplateError

RULE_STYLE = "Đường kẻ"
_SIDE_PARTS = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml|docProps/\w+\.xml")
_INCLUDED = re.compile(r"""\{%-?\s*(?:include|import|from)\s+["']([^"']+)["']""")
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


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template ready to render: shared parts as compressed bytes, the rest as Jinja code."""

    name: str
    templates: dict[str, jinja2.Template]
    shared: list[Member]
    sources: dict[str, Source]
    order: tuple[str, ...]
    rule: Callable[..., Markup]


def compile_template(path: Path) -> Compiled:
    """Compile the template at *path*, with the templates beside it that it extends or includes.

    Raises TemplateError with the template, the paragraph and the reason.
    """
    chain = _chain(path)
    frame = chain[-1]
    sources = _sources(chain, path.parent)
    sides = _side_parts(frame)
    env = environment(sources | sides, FILTERS)
    templates = {name: _load(env, source, name) for name, source in sides.items()}
    loaded = {name: _load(env, source, name) for name, source in sources.items()}
    templates[BODY] = loaded[path.name]
    styles = style_ids(frame.parts)
    if RULE_STYLE not in styles:
        raise TemplateError(frame.name, "", f"khung thiếu kiểu “{RULE_STYLE}”")
    return Compiled(
        path.name,
        templates,
        pack_all({name: data for name, data in frame.parts.items() if name not in templates}),
        sources | sides,
        tuple(frame.parts),
        rule_maker(styles[RULE_STYLE]),
    )


def render(compiled: Compiled, values: Mapping[str, Any]) -> bytes:
    """Return the .docx of *compiled* filled with *values*; equal values give equal bytes.

    Raises TemplateError where the template asks for what is not there.
    """
    everything = {**values, **_tools(compiled, values)}
    members = {member.name.decode("utf-8"): member for member in compiled.shared}
    for part, template in compiled.templates.items():
        xml = _run(compiled, template, everything)
        xml = _finished(compiled, xml) if part.startswith("word/") else text.unmarked(xml)
        data = xml.encode("utf-8")
        _check_form(compiled.name, data)
        members[part] = pack(part, data)
    return assemble(members[name] for name in compiled.order)


def _finished(compiled: Compiled, xml: str) -> str:
    """Put right what the filling changed: paragraphs, the columns of tables, the last section."""
    try:
        return sections.close(columns.spread(text.expand(xml)))
    except ValueError as error:
        raise TemplateError(compiled.name, "", str(error)) from error


def render_text(source: str, values: Mapping[str, Any], name: str) -> str:
    """Return a one-line template of a vocabulary file (a trích yếu) filled with *values*."""
    try:
        return _line(source).render(values)
    except jinja2.TemplateSyntaxError as error:
        known = Source(name, source)
        raise syntax_error(error, known) from error
    except _FAILURES as error:
        raise TemplateError(name, f"“{source}”", _reason(error)) from error


@lru_cache
def _line(source: str) -> jinja2.Template:
    env = environment({}, FILTERS)
    env.autoescape = False
    env.finalize = said
    return env.from_string(source)


def _chain(path: Path) -> list[Source]:
    """Return the template, the one that it extends, and so on up to the frame."""
    chain = [read_source(path)]
    while name := chain[-1].extends:
        names = [source.name for source in chain]
        if name in names:
            around = " → ".join([*names, name])
            raise TemplateError(path.name, "", f"mẫu kế thừa vòng quanh: {around}")
        chain.append(_beside(path.parent, name, chain[-1]))
    return chain


def _sources(chain: list[Source], folder: Path) -> dict[str, Source]:
    """Return what the frame and its children are made from, each fitted to the frame."""
    frame = chain[-1]
    check_frame(frame)
    sources = {frame.name: frame}
    blocks = block_names(frame)
    for child in reversed(chain[:-1]):
        sources[child.name] = fit_to_frame(child, frame)
        check_blocks(sources[child.name], blocks)
        blocks |= block_names(child)
    todo = list(sources.values())
    while todo:
        source = todo.pop()
        for name in _INCLUDED.findall(source.text):
            if name not in sources:
                sources[name] = fit_to_frame(inside(_beside(folder, name, source)), frame)
                todo.append(sources[name])
    return sources


def _beside(folder: Path, name: str, source: Source) -> Source:
    """Return a template that *source* names, from the same folder."""
    if Path(name).name != name or not (folder / name).is_file():
        line = source.text[: max(0, source.text.find(name))].count("\n") + 1
        message = f"không có mẫu “{name}” trong {folder.as_posix()}"
        raise TemplateError(source.name, source.where(line), message)
    return read_source(folder / name)


def _side_parts(frame: Source) -> dict[str, Source]:
    """Return the frame's headers, footers, notes and properties that hold tags."""
    sides = {}
    for part, data in frame.parts.items():
        if part == CORE or (_SIDE_PARTS.fullmatch(part) and b"{" in data):
            name = f"{frame.name}:{part}"
            source = Source(name, patched(data.decode("utf-8"), name))
            if part == CORE:
                source = Source(name, _steady(source.text))
            check_tags(source)
            sides[part] = source
    return sides


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


def _load(env: jinja2.Environment, source: Source, name: str) -> jinja2.Template:
    try:
        return env.get_template(name)
    except jinja2.TemplateSyntaxError as error:
        raise syntax_error(error, source) from error


def _run(compiled: Compiled, template: jinja2.Template, values: Mapping[str, Any]) -> str:
    try:
        return template.render(values)
    except _FAILURES as error:
        source, line = _last_place(error.__traceback__, compiled.sources)
        where = source.where(line) if source else ""
        raise TemplateError(
            source.name if source else compiled.name, where, _reason(error)
        ) from error


def _reason(error: Exception) -> str:
    """Return why a template could not run; Python's own words are only quoted."""
    own = isinstance(error, (jinja2.TemplateError, TypeError, ValueError))
    if own and not str(error).isascii():
        return str(error)
    if isinstance(error, RecursionError):
        return "mẫu gọi vòng quanh chính nó"
    return f"không tính được tag này ({error})"


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


def _check_form(name: str, data: bytes) -> None:
    """Refuse to hand out XML that Word could not open: a tag opened here and closed elsewhere."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(data, True)  # noqa: FBT003
    except expat.ExpatError as error:
        lines = data.decode("utf-8").split("\n")
        words = plain_words(lines[error.lineno - 1])[:90]
        message = "một tag if, for… mở ở ô hay đoạn này mà đóng ở ô hay đoạn khác"
        raise TemplateError(name, f"gần “{words}”", message) from error


def _steady(xml: str) -> str:
    """Take the clock and the last editor out of the properties of a template."""
    stamp = r"\1{{ van_ban.thoi_diem }}\2"
    xml = re.sub(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)", stamp, xml)
    return re.sub(r"<cp:(?:lastModifiedBy|revision|lastPrinted)>[^<]*</cp:\w+>", "", xml)
