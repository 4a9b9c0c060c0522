"""The text view of a template: what Word shows, as lines that git can compare and people review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from docgen.engine.package import read_parts
from docgen.engine.source import W

_MM = 56.6929  # twips in a millimetre
_HALF_POINTS = ("sz",)
_TWIPS = ("before", "after", "line", "left", "right", "firstLine", "hanging", "w", "h", "top",
          "bottom", "header", "footer", "gutter")  # fmt: skip


def text_view(path: Path) -> str:
    """Return the view of the template at *path*; a template that extends another is its body."""
    parts = read_parts(path)
    names = _style_names(parts)
    body = etree.fromstring(parts["word/document.xml"]).find(f"{W}body")
    lines = [f"# {path.name}", "", *_blocks(body, names)]
    if not any("{%p extends" in line for line in lines):
        lines += ["", "## Đầu trang và cuối trang", *_side_parts(parts, names)]
        lines += ["", "## Kiểu", *_styles(parts)]
    return "\n".join(lines) + "\n"


def _style_names(parts: dict[str, bytes]) -> dict[str, str]:
    root = etree.fromstring(parts["word/styles.xml"])
    return {
        str(style.get(f"{W}styleId")): str(style.find(f"{W}name").get(f"{W}val"))
        for style in root.iter(f"{W}style")
    }


def _blocks(parent: Any, names: dict[str, str], indent: str = "") -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}p":
            yield indent + _paragraph(child, names)
            for section in child.iter(f"{W}sectPr"):
                yield f"{indent}---- {_section(section)}"
        elif child.tag == f"{W}tbl":
            yield from _table(child, names, indent)
        elif child.tag == f"{W}sectPr":
            yield f"{indent}---- {_section(child)}"
        elif child.tag == f"{W}sdt":
            yield from _blocks(child.find(f"{W}sdtContent"), names, indent)


def _table(table: Any, names: dict[str, str], indent: str) -> Iterator[str]:
    widths = [int(column.get(f"{W}w")) / _MM for column in table.iter(f"{W}gridCol")]
    yield f"{indent}┌ bảng {' + '.join(f'{width:.1f}' for width in widths)} mm"
    for row in table.findall(f"{W}tr"):
        yield f"{indent}├ dòng{_marks(row.find(f'{W}trPr'))}"
        for cell in row.findall(f"{W}tc"):
            yield from _blocks(cell, names, f"{indent}│ ")
            yield f"{indent}│ ·"
    yield f"{indent}└"


def _paragraph(paragraph: Any, names: dict[str, str]) -> str:
    properties = paragraph.find(f"{W}pPr")
    style = properties.find(f"{W}pStyle") if properties is not None else None
    name = names.get(style.get(f"{W}val"), "?") if style is not None else "Normal"
    own = _marks(properties, skip=("pStyle", "rPr", "sectPr"))
    words = "".join(_run(run) for run in paragraph.iter(f"{W}r"))
    return f"[{name}{own}] {words}".rstrip()


def _run(run: Any) -> str:
    words = "".join(
        child.text or "" if child.tag in (f"{W}t", f"{W}instrText") else "⇥"
        for child in run
        if child.tag in (f"{W}t", f"{W}instrText", f"{W}tab")
    )
    if "PAGE" in words:
        words = f"«{words.strip()}»"
    own = run.find(f"{W}rPr")
    stars = (own is not None and own.find(f"{W}i") is not None) + 2 * (
        own is not None and own.find(f"{W}b") is not None
    )
    return f"{'*' * stars}{words}{'*' * stars}" if words.strip() else words


def _marks(element: Any, skip: tuple[str, ...] = ()) -> str:
    """Return what an element says in itself, as "; keepNext; spacing before 6pt"."""
    if element is None:
        return ""
    told = [_mark(child) for child in element if _local(child) not in skip]
    return "".join(f"; {mark}" for mark in told)


def _mark(child: Any) -> str:
    values = [
        f"{_local_name(key)}={_measure(_local(child), _local_name(key), value)}"
        for key, value in child.attrib.items()
    ]
    inner = [_mark(grandchild) for grandchild in child]
    return " ".join([_local(child), *values, *inner])


def _measure(element: str, key: str, value: str) -> str:
    if key == "val" and element in ("sz", "szCs") and value.isdigit():
        return f"{int(value) / 2:g}pt"
    if key in _TWIPS and re.fullmatch(r"-?\d+", value):
        if key in ("before", "after") or (key == "line" and element == "spacing"):
            return f"{int(value) / 20:g}pt"
        return f"{int(value) / _MM:.1f}mm"
    return value


def _section(section: Any) -> str:
    told = [_mark(child) for child in section if _local(child) != "headerReference"]
    heads = [str(ref.get(f"{W}type")) for ref in section.findall(f"{W}headerReference")]
    return f"phần: {'; '.join(told)}; đầu trang {', '.join(heads)}"


def _side_parts(parts: dict[str, bytes], names: dict[str, str]) -> Iterator[str]:
    for part in sorted(parts):
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", part):
            yield f"{part}:"
            yield from _blocks(etree.fromstring(parts[part]), names, "  ")


def _styles(parts: dict[str, bytes]) -> Iterator[str]:
    root = etree.fromstring(parts["word/styles.xml"])
    defaults = root.find(f"{W}docDefaults")
    if defaults is not None:
        yield f"mặc định: {' '.join(_mark(child) for child in defaults)}"
    for style in root.iter(f"{W}style"):
        told = [
            _mark(child)
            for child in style
            if _local(child) in ("basedOn", "next", "pPr", "rPr", "tblPr")
        ]
        yield f"{style.find(f'{W}name').get(f'{W}val')}: {'; '.join(told)}"


def _local(element: Any) -> str:
    return _local_name(element.tag)


def _local_name(name: Any) -> str:
    return str(name).rpartition("}")[2]
