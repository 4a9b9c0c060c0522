"""A .docx template as Jinja source: what Word and LibreOffice add is taken off, tags made plain.

Each paragraph stands on a line of its own, so that a line number of Jinja is a place in Word: the
number of the paragraph, those in tables counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any, cast

from docxtpl import DocxTemplate
from lxml import etree

from docgen.engine import columns
from docgen.engine.package import BODY, STYLES, read_parts
from docgen.errors import TemplateError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(
    r"\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}",
    re.DOTALL,
)
_EXTENDS = re.compile(r"""\{%-?\s*extends\s+["']([^"']+)["']\s*-?%\}""")
_BODY_END = re.compile(
    r"(?:<w:sectPr(?:(?!<w:sectPr).)*</w:sectPr>|<w:sectPr[^>]*/>)?\s*</w:body>.*", re.DOTALL
)
# What Word and LibreOffice leave behind for themselves, ids that a loop would repeat, and the
# frames of content controls, whose inside stays.
_NOISE = re.compile(
    r"<w:(?:bookmarkStart|bookmarkEnd|proofErr|lastRenderedPageBreak|permStart|permEnd)\b[^>]*/>"
    r"|<w:(sdtPr|sdtEndPr|smartTagPr)>.*?</w:\1>"
    r"|</?w:(?:sdt|sdtPr|sdtEndPr|sdtContent|smartTag)(?: [^>]*)?/?>"
    r'| (?:w:rsid\w*|w14:paraId|w14:textId)="[^"]*"',
    re.DOTALL,
)
_SPLIT_SIGN = re.compile(
    r"(?<=\{)(?:<(?!/w:p>)[^>]*>)+(?=[{%#])|(?<=[%}#])(?:<(?!/w:p>)[^>]*>)+(?=\})"
)
# LibreOffice says in the newer schema's words what readers of the older one do not all know.
_NEWER = (
    (re.compile(r'(<w:\w+) w:val="true"(?=/)'), r"\1"),
    (re.compile(r'(<w:(?:cantSplit|tblHeader|hidden) w:val=")false(?=")'), r"\1off"),
    (re.compile(r'(<w:\w+ w:val=")false(?=")'), r"\g<1>0"),
    (re.compile(r'(<w:(?:jc|lvlJc|tab) w:val=")start(?=")'), r"\1left"),
    (re.compile(r'(<w:(?:jc|lvlJc|tab) w:val=")end(?=")'), r"\1right"),
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_VALUE_OF_BLOCK = re.compile(r"\{\{-?(p|tr|tc|r)\s(.*?)-?\}\}")
_UNTAKEN = re.compile(r"\{[{%]-?(?:p|tr|tc)\s.*[%}].*..")
# LibreOffice hangs a section on the paragraph before its end, even if that holds only a tag.
_SECTION_ON_TAG = re.compile(
    r"(<w:p[ >](?:(?!</w:p>).)*?)(<w:sectPr(?: [^>]*)?(?:/>|>.*?</w:sectPr>))"
    r"((?:(?!</w:p>).)*?\{[{%#]-?p\s(?:(?!</w:p>).)*</w:p>)",
    re.DOTALL,
)
_KEEPERS = (("p", "đoạn"), ("tr", "dòng của bảng"), ("tc", "ô của bảng"))


@dataclass(frozen=True, slots=True)
class Source:
    """A template ready for Jinja: its text, the template it extends, its package parts.

    *skipped* are the paragraphs before the text begins.
    """

    name: str
    text: str
    extends: str | None = None
    parts: dict[str, bytes] = field(default_factory=dict)
    skipped: int = 0

    def where(self, line: int) -> str:
        """Return "đoạn 12 “…”" for a line of the text."""
        lines = self.text.split("\n")
        words = plain_words(lines[line - 1]) if 0 < line <= len(lines) else ""
        return _told(line + self.skipped, words)


def read_source(path: Path) -> Source:
    """Return the Jinja source of the template at *path*; a child is only what it adds."""
    if not path.is_file():
        raise TemplateError(path.name, "", f"không có tệp này trong {path.parent.as_posix()}")
    parts = read_parts(path)
    if b"<w:document " not in parts[BODY] or W[1:-1].encode() not in parts[BODY]:
        message = "không theo cách Word thường ghi; mở bằng Word rồi lưu lại thành .docx"
        raise TemplateError(path.name, "", message)
    xml = patched(parts[BODY].decode("utf-8"), path.name)
    found = _EXTENDS.search(xml)
    if not found:
        return Source(path.name, xml, None, parts)
    text, skipped = _BODY_END.sub("", xml[found.start() :]), xml.count("\n", 0, found.start())
    return Source(path.name, text, found[1], parts, skipped)


def inside(source: Source) -> Source:
    """Return the inside of the body alone, for a template that another one includes."""
    start = re.search(r"<w:body[^>]*>", source.text)
    return replace(source, text=_BODY_END.sub("", source.text[start.end() if start else 0 :]))


def patched(xml: str, name: str) -> str:
    """Return the XML of a part with its tags made plain for Jinja, one paragraph a line.

    The tags are docxtpl's, and so is the patching; before it, what it would lose is refused.
    """
    for newer, older in _NEWER:
        xml = newer.sub(older, xml)
    xml = _SPLIT_SIGN.sub("", _NOISE.sub("", xml))
    xml = TAG.sub(lambda tag: _in_one_piece(tag, xml, name), xml)
    _refuse_lost_words(xml, name)
    xml = columns.mark(xml, name)
    xml = _SECTION_ON_TAG.sub(r"\1\3<w:p><w:pPr>\2</w:pPr></w:p>", xml)
    xml = _in_lines(_VALUE_OF_BLOCK.sub(r"{{\1 (\2) | khoi }}", xml))
    # patch_xml keeps no state of the template object; it is called without opening the file twice
    xml = cast("Any", DocxTemplate.patch_xml)(None, xml)
    return TAG.sub(lambda tag: unescape(tag[0]), xml)


def _in_lines(xml: str) -> str:
    """End a line with each paragraph, also where a row that holds only a tag will go."""
    xml = re.sub(r"\s*\n\s*", " ", xml).replace("</w:p>", "</w:p>\n")
    for kind in ("tr", "tc"):
        element = rf"<w:{kind}[ >](?:(?!<w:{kind}[ >]).)*?\{{[{{%#]-?{kind}\s.*?</w:{kind}>"
        xml = re.sub(element, lambda found: _lines_last(found[0]), xml, flags=re.DOTALL)
    return xml


def _lines_last(xml: str) -> str:
    return xml.replace("\n", "") + "\n" * xml.count("\n")


def plain_words(xml: str) -> str:
    """Return what a reader of the template sees in a piece of source, tags included."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", xml)).split())


def style_ids(parts: dict[str, bytes]) -> dict[str, str]:
    """Return style names and their ids."""
    root = etree.fromstring(parts[STYLES])
    names: dict[str, str] = {}
    for style in root.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            names[str(name.get(f"{W}val"))] = str(style.get(f"{W}styleId"))
    return names


def _told(number: int, words: str) -> str:
    return f"đoạn {number} “{words[:90]}”" if words else f"đoạn {number}"


def _in_one_piece(tag: re.Match[str], xml: str, name: str) -> str:
    """Return a tag without the runs that Word cut it into and what one cannot see in it."""
    words = re.sub(r"\s", " ", re.sub(r"<[^>]*>", "", tag[0]).translate(_INVISIBLE))
    wrong = ""
    if "</w:p>" in tag[0]:
        wrong = "có tag mở mà không đóng trong cùng một đoạn"
    elif _UNTAKEN.fullmatch(words):
        wrong = "tag {%p …%}, {%tr …%} không dùng được dấu % hay } ở bên trong"
    if wrong:
        start = xml.rfind("<w:p", 0, tag.start())
        shown = plain_words(xml[start : xml.index("</w:p>", tag.start())])
        number = len(re.findall(r"<w:p[ >]", xml[: tag.start()]))
        raise TemplateError(name, _told(number, shown), wrong)
    return words


def _refuse_lost_words(xml: str, name: str) -> None:
    """Refuse words beside {%p …%} or {%tr …%}: the paragraph or row goes, and they with it."""
    try:
        root = etree.fromstring(xml.encode("utf-8"))
    except etree.XMLSyntaxError as error:
        message = "một tag bị liên kết hoặc khung chữ cắt đôi; gõ lại tag đó liền một mạch"
        raise TemplateError(name, "", message) from error
    for kind, vietnamese in _KEEPERS:
        sign = re.compile(rf"\{{[{{%#]-?{kind}\s")
        for number, element in enumerate(root.iter(f"{W}{kind}"), start=1):
            words = "".join(text.text or "" for text in element.iter(f"{W}t")).strip()
            nested = element.find(f".//{W}{kind}") is not None
            if not nested and sign.search(words) and not TAG.fullmatch(words):
                where = f"{vietnamese} {number} “{words[:90]}”"
                message = f"tag {{%{kind} …%}} phải đứng một mình trong {vietnamese} của nó"
                raise TemplateError(name, where, message)
