"""A .docx template as Jinja source: docxtpl's tag patching, then checks against the frame.

Each paragraph stands on a line of its own, so that a line number of Jinja is a place in Word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from docxtpl import DocxTemplate
from lxml import etree

from docgen.engine.package import read_parts
from docgen.errors import TemplateError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EXTENDS = re.compile(r'\{%\s*extends\s+"([^"]+)"\s*%\}')
_BODY_END = re.compile(
    r"(?:<w:sectPr(?:(?!<w:sectPr).)*</w:sectPr>|<w:sectPr[^>]*/>)?\s*</w:body>", re.DOTALL
)
# What Word and LibreOffice leave behind for themselves: noise, or ids that a loop would repeat.
_NOISE = re.compile(
    r"<w:(?:bookmarkStart|bookmarkEnd|proofErr|lastRenderedPageBreak)\b[^>]*/>"
    r'| (?:w:rsid\w*|w14:paraId|w14:textId)="[^"]*"'
)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STYLE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(")')
_FOREIGN = (
    (re.compile(r' r:(?:id|embed|link|pict)="'), "hình ảnh, liên kết hoặc đối tượng nhúng"),
    (re.compile(r'<w:numId w:val="(?!0")'), "đánh số tự động của Word"),
    (re.compile(r"<w:(?:footnote|endnote)Reference "), "chú thích cuối trang"),
    (re.compile(r"<w:commentReference "), "nhận xét (comment)"),
    (re.compile(r"<w:sectPr\b"), "ngắt phần (section)"),
    (re.compile(r"<w:(?:ins|del|moveFrom|moveTo) "), "chữ đang theo dõi sửa đổi"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A template ready for Jinja: its text, its frame if it extends one, its package parts."""

    name: str
    text: str
    extends: str | None
    parts: dict[str, bytes]

    def where(self, line: int) -> str:
        """Return "đoạn 12 “…”" for a line of the text."""
        lines = self.text.split("\n")
        number = sum("<w:p" in text or "{%" in text for text in lines[:line])
        words = plain_words(lines[line - 1]) if 0 < line <= len(lines) else ""
        return f"đoạn {number} “{words[:90]}”" if words else f"đoạn {number}"


def read_source(path: Path) -> Source:
    """Return the Jinja source of the template at *path*; a child is only what it adds."""
    if not path.is_file():
        raise TemplateError(path.name, "", f"không có tệp này trong {path.parent.as_posix()}")
    parts = read_parts(path)
    xml = patched(parts["word/document.xml"].decode("utf-8"))
    found = _EXTENDS.search(xml)
    if not found:
        return Source(path.name, xml, None, parts)
    inside = _BODY_END.sub("", xml[found.start() :])
    return Source(path.name, inside, found[1], parts)


def patched(xml: str) -> str:
    """Return document XML with its tags made plain for Jinja, one paragraph a line."""
    xml = _NOISE.sub("", xml)
    # patch_xml keeps no state of the template object; it is called without opening the file twice
    xml = cast("Any", DocxTemplate.patch_xml)(None, xml)
    xml = _TAG.sub(lambda tag: tag[0].replace("\N{NO-BREAK SPACE}", " ").replace("\n", " "), xml)
    return re.sub(r"\s*\n\s*(?=<)|(?<=</w:p>)(?!\n)", "\n", xml)


def plain_words(xml: str) -> str:
    """Return what a reader of the template sees in a piece of source, tags included."""
    words = re.sub(r"<[^>]*>", "", xml)
    return re.sub(r"\s+", " ", words).strip()


def style_ids(parts: dict[str, bytes]) -> dict[str, str]:
    """Return style names and their ids."""
    root = etree.fromstring(parts["word/styles.xml"])
    names: dict[str, str] = {}
    for style in root.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            names[str(name.get(f"{W}val"))] = str(style.get(f"{W}styleId"))
    return names


def fit_to_frame(child: Source, frame: Source) -> Source:
    """Return *child* with its styles renamed to the frame's ids, after checking that it fits."""
    _refuse_words_outside_blocks(child)
    _refuse_foreign_parts(child)
    _refuse_unknown_prefixes(child, frame)
    names = {identifier: name for name, identifier in style_ids(child.parts).items()}
    ids = style_ids(frame.parts)

    def renamed(found: re.Match[str]) -> str:
        name = names.get(found[2], found[2])
        if name not in ids:
            line = child.text.count("\n", 0, child.text.index(found[0])) + 1
            message = f"kiểu “{name}” không có trong khung {frame.name}; dùng một kiểu của khung"
            raise TemplateError(child.name, child.where(line), message)
        return found[1] + ids[name] + found[3]

    return Source(child.name, _STYLE.sub(renamed, child.text), child.extends, child.parts)


def check_styles(frame: Source) -> None:
    """Refuse a frame that uses a style it does not define."""
    known = set(style_ids(frame.parts).values())
    for found in _STYLE.finditer(frame.text):
        if found[2] not in known:
            line = frame.text.count("\n", 0, found.start()) + 1
            raise TemplateError(frame.name, frame.where(line), f"kiểu “{found[2]}” chưa định nghĩa")


def _refuse_words_outside_blocks(child: Source) -> None:
    depth = 0
    for number, line in enumerate(child.text.split("\n"), start=1):
        depth += len(re.findall(r"\{%-?\s*(?:block|macro)\b", line))
        outside = depth == 0
        depth -= len(re.findall(r"\{%-?\s*end(?:block|macro)\b", line))
        if outside and plain_words(_TAG.sub("", line)):
            message = "chữ nằm ngoài mọi khối (block) nên sẽ không được in; chuyển vào trong khối"
            raise TemplateError(child.name, child.where(number), message)


def _refuse_foreign_parts(child: Source) -> None:
    for number, line in enumerate(child.text.split("\n"), start=1):
        for pattern, what in _FOREIGN:
            if pattern.search(line):
                message = f"có {what} mà khung không có; đặt thứ đó trong khung, hoặc xóa đi"
                raise TemplateError(child.name, child.where(number), message)


def _refuse_unknown_prefixes(child: Source, frame: Source) -> None:
    root = re.search(r"<w:document[^>]*>", frame.text)
    declared = set(re.findall(r"xmlns:(\w+)=", root[0] if root else "")) | {"xml"}
    for number, line in enumerate(child.text.split("\n"), start=1):
        local = set(re.findall(r"xmlns:(\w+)=", line))
        if unknown := set(re.findall(r"</?(\w+):\w", line)) - declared - local:
            message = f"dùng phần mở rộng “{min(unknown)}” của Word mà khung không khai báo"
            raise TemplateError(child.name, child.where(number), message)
