"""Does a template fit its frame? What the frame does not hold cannot come out right in Word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from jinja2 import nodes
from jinja2.tests import TESTS

from docgen.engine.filters import FILTERS
from docgen.engine.language import parse
from docgen.engine.source import Source, plain_words, style_ids
from docgen.errors import TemplateError, did_you_mean

_STYLE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(")')
_IN_FRAME = "đặt thứ đó trong khung, hoặc xóa đi"
_IN_WORD = "duyệt hết trong Word (thẻ Xem lại) rồi lưu lại mẫu"
_REVIEW = (
    (re.compile(r"<w:comment(?:Reference|RangeStart) "), "nhận xét (comment)", _IN_WORD),
    (
        re.compile(r"<w:(?:ins|del|moveFrom|moveTo|\w+Change|cell(?:Ins|Del|Merge)) "),
        "chữ đang theo dõi sửa đổi (track changes)",
        _IN_WORD,
    ),
)
_FOREIGN = (
    (re.compile(r' r:\w+="'), "hình ảnh, liên kết hoặc đối tượng nhúng", _IN_FRAME),
    (
        re.compile(r'<w:numId w:val="(?!0")'),
        "đánh số tự động của Word",
        "gọi muc(), khoan(), diem() của docgen, hoặc gõ dấu gạch đầu dòng",
    ),
    (re.compile(r"<w:(?:footnote|endnote)Reference "), "chú thích cuối trang", _IN_FRAME),
    (re.compile(r"<w:sectPr\b"), "ngắt phần (section)", _IN_FRAME),
    *_REVIEW,
)
_SECTION = re.compile(r"<w:sectPr(?: [^>]*)?>.*?</w:sectPr>")
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
# What a child may say outside its blocks: it prints nothing there.
_SILENT = (
    nodes.Extends, nodes.Block, nodes.Macro, nodes.Assign, nodes.AssignBlock, nodes.Import,
    nodes.FromImport, nodes.ExprStmt,
)  # fmt: skip


def check_frame(frame: Source) -> None:
    """Refuse a frame with styles it does not define, or with the traces of a review."""
    known = set(style_ids(frame.parts).values())
    for number, line in enumerate(frame.text.split("\n"), start=1):
        for found in _STYLE.finditer(line):
            if found[2] not in known:
                message = f"kiểu “{found[2]}” chưa định nghĩa"
                raise TemplateError(frame.name, frame.where(number), message)
    _refuse(frame, _REVIEW)
    _refuse_unlike_sections(frame)
    check_tags(frame)


def _refuse_unlike_sections(frame: Source) -> None:
    """Refuse a frame whose sections disagree on the first page: khoản 7 Mục I Phần I Phụ lục I.

    LibreOffice loses “different first page” of a section on saving; its pages go unnumbered.
    """
    seen: set[bool] = set()
    for number, line in enumerate(frame.text.split("\n"), start=1):
        for section in _SECTION.findall(line):
            seen.add(bool(re.search(r'<w:titlePg(?: w:val="(?!0)[^"]*")?/>', section)))
            if len(seen) > 1:
                message = (
                    "các phần (section) của khung không cùng cách đánh số trang đầu; "
                    "sửa khung bằng Word, đừng lưu bằng LibreOffice"
                )
                raise TemplateError(frame.name, frame.where(number), message)


def fit_to_frame(child: Source, frame: Source) -> Source:
    """Return *child* with its styles renamed to the frame's ids, after checking that it fits."""
    _refuse(child, _FOREIGN)
    _refuse_unknown_prefixes(child, frame)
    check_tags(child)
    names = {identifier: name for name, identifier in style_ids(child.parts).items()}
    ids = style_ids(frame.parts)

    def renamed(found: re.Match[str]) -> str:
        name = names.get(found[2], found[2])
        if name not in ids:
            message = f"kiểu “{name}” không có trong khung {frame.name}; dùng một kiểu của khung"
            raise TemplateError(child.name, child.where(_line(child, found)), message)
        return found[1] + ids[name] + found[3]

    return replace(child, text=_STYLE.sub(renamed, child.text))


def block_names(source: Source) -> set[str]:
    """Return the names of the blocks of a template."""
    return {block.name for block in parse(source).find_all(nodes.Block)}


def check_blocks(child: Source, known: Iterable[str]) -> None:
    """Refuse what a child would silently not print; *known* are the blocks of what it extends."""
    for node in parse(child).body:
        if isinstance(node, nodes.Block) and node.name not in known:
            message = f"khung không có khối “{node.name}”.{did_you_mean(node.name, known)}"
            raise TemplateError(child.name, child.where(node.lineno), message)
        if isinstance(node, nodes.Output):
            _refuse_words(child, node)
        elif not isinstance(node, _SILENT):
            message = "tag này nằm ngoài mọi khối (block) nên không có tác dụng; chuyển vào trong"
            raise TemplateError(child.name, child.where(node.lineno), message)


def check_tags(source: Source) -> None:
    """Refuse unknown filters, and signs of tags that Jinja takes for words and would print."""
    tree = parse(source)
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known, what = (TESTS, "phép thử") if isinstance(node, nodes.Test) else (FILTERS, "bộ lọc")
        if node.name not in known:
            message = f"không có {what} “{node.name}”.{did_you_mean(node.name, known)}"
            raise TemplateError(source.name, source.where(node.lineno), message)
    for data in tree.find_all(nodes.TemplateData):
        if found := _LEFTOVER.search(data.data):
            line = data.lineno + data.data.count("\n", 0, found.start())
            message = f"có ký hiệu “{found[0]}” lẻ, không thuộc tag nào"
            raise TemplateError(source.name, source.where(line), message)


def _refuse_words(child: Source, output: nodes.Output) -> None:
    for node in output.nodes:
        data = node.data if isinstance(node, nodes.TemplateData) else "?"
        for number, line in enumerate(data.split("\n"), start=node.lineno):
            if plain_words(line):
                message = "chữ nằm ngoài mọi khối (block) nên sẽ không được in; chuyển vào trong"
                raise TemplateError(child.name, child.where(number), message)


def _refuse(source: Source, things: Iterable[tuple[re.Pattern[str], str, str]]) -> None:
    for number, line in enumerate(source.text.split("\n"), start=1):
        for pattern, what, advice in things:
            if pattern.search(line):
                message = f"có {what}: {advice}"
                raise TemplateError(source.name, source.where(number), message)


def _refuse_unknown_prefixes(child: Source, frame: Source) -> None:
    root = re.search(r"<w:document[^>]*>", frame.text)
    declared = set(re.findall(r"xmlns:(\w+)=", root[0] if root else "")) | {"xml", "xmlns"}
    for number, line in enumerate(child.text.split("\n"), start=1):
        local = set(re.findall(r"xmlns:(\w+)=", line))
        used = set(re.findall(r"</?(\w+):\w", line))
        for element in re.findall(r"<[^>]*>", line):
            used |= set(re.findall(r' (\w+):\w+="', element))
        if unknown := used - declared - local:
            message = f"dùng phần mở rộng “{min(unknown)}” của Word mà khung không khai báo"
            raise TemplateError(child.name, child.where(number), message)


def _line(source: Source, found: re.Match[str]) -> int:
    return source.text.count("\n", 0, found.start()) + 1
