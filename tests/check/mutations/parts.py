"""Edits of a document's own XML: ``words(old, new)``, ``look("TenLoai", rpr="<w:i/>")`` …

Every edit fails where it would change nothing, so that no case can go stale unseen.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.check.docx import pack

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)


class Parts:
    """The parts of a document as text."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.texts = {name: package.read(name).decode("utf-8") for name in package.namelist()}

    def swap(self, old: str, new: str, part: str = DOCUMENT, count: int = 1) -> None:
        """Replace *old* once, or *count* times (-1: all)."""
        assert old in self.texts[part], f"{old!r} is not in {part}"
        assert old != new
        self.texts[part] = self.texts[part].replace(old, new, count)

    def paragraph(self, mark: str, at: int = 0) -> str:
        """Return the paragraph number *at* that has *mark* as its style, or in its words."""
        return self._find(mark, at)[0]

    def put(self, mark: str, at: int, new: str) -> None:
        """Replace that paragraph."""
        old, start = self._find(mark, at)
        assert new != old, old
        text = self.texts[DOCUMENT]
        self.texts[DOCUMENT] = text[:start] + new + text[start + len(old) :]

    def _find(self, mark: str, at: int) -> tuple[str, int]:
        found = [(each[0], each.start()) for each in _PARAGRAPH.finditer(self.texts[DOCUMENT])]
        styled = [each for each in found if f'<w:pStyle w:val="{mark}"/>' in each[0]]
        return (styled or [each for each in found if mark in each[0]])[at]

    def save(self, path: Path) -> Path:
        """Write the parts as a package."""
        return pack(path, self.texts)


Edit = Callable[[Parts], None]


def all_of(*edits: Edit) -> Edit:
    """Return one edit of several that make a single fault together."""

    def edit(parts: Parts) -> None:
        for each in edits:
            each(parts)

    return edit


def words(old: str, new: str, part: str = DOCUMENT, count: int = 1) -> Edit:
    """Return an edit that replaces text, or XML, where it first stands."""
    return lambda parts: parts.swap(old, new, part, count)


def within(mark: str, old: str, new: str, at: int = 0) -> Edit:
    """Return an edit of the text, or XML, of one paragraph."""

    def edit(parts: Parts) -> None:
        paragraph = parts.paragraph(mark, at)
        assert old in paragraph, f"{old!r} is not in {paragraph}"
        parts.put(mark, at, paragraph.replace(old, new))

    return edit


def retext(mark: str, text: str, at: int = 0) -> Edit:
    """Return an edit that gives one paragraph of one run other words."""

    def edit(parts: Parts) -> None:
        paragraph = parts.paragraph(mark, at)
        assert paragraph.count("</w:t>") == 1
        parts.put(mark, at, re.sub(r"(<w:t[^>]*>).*(</w:t>)", rf"\g<1>{text}\g<2>", paragraph))

    return edit


def look(mark: str, ppr: str = "", rpr: str = "", at: int = 0) -> Edit:
    """Return an edit that formats one paragraph and all its runs directly."""

    def edit(parts: Parts) -> None:
        old = parts.paragraph(mark, at)
        new = old.replace("</w:pPr>", f"{ppr}</w:pPr>", 1)
        if rpr:
            new = new.replace("<w:r><w:rPr>", "<w:r>").replace("</w:rPr><w:t", "<w:t")
            new = new.replace("<w:r>", f"<w:r><w:rPr>{rpr}</w:rPr>")
        parts.put(mark, at, new)

    return edit


def drop(mark: str, at: int = 0) -> Edit:
    """Return an edit that takes one paragraph away."""
    return lambda parts: parts.put(mark, at, "")


def after(mark: str, block: str, at: int = 0) -> Edit:
    """Return an edit that puts blocks behind one paragraph."""

    def edit(parts: Parts) -> None:
        paragraph = parts.paragraph(mark, at)
        parts.put(mark, at, paragraph + block)

    return edit


def before(mark: str, block: str, at: int = 0) -> Edit:
    """Return an edit that puts blocks before one paragraph."""

    def edit(parts: Parts) -> None:
        paragraph = parts.paragraph(mark, at)
        parts.put(mark, at, block + paragraph)

    return edit


def like(mark: str, text: str, at: int = 0) -> Edit:
    """Return an edit that puts a copy of a paragraph, with other words, behind it."""

    def edit(parts: Parts) -> None:
        paragraph = parts.paragraph(mark, at)
        copy = re.sub(r"(<w:t[^>]*>).*(</w:t>)", rf"\g<1>{text}\g<2>", paragraph)
        parts.put(mark, at, paragraph + copy)

    return edit


def style(name: str, old: str, new: str) -> Edit:
    """Return an edit of the XML of one style; *old* "" puts *new* at the end of its w:rPr."""

    def edit(parts: Parts) -> None:
        found = re.search(rf'<w:style [^>]*w:styleId="{name}">.*?</w:style>', parts.texts[STYLES])
        assert found, name
        whole = found[0]
        if not old and "</w:rPr>" not in whole:
            changed = whole.replace("</w:style>", f"<w:rPr>{new}</w:rPr></w:style>")
        else:
            held = old or "</w:rPr>"
            assert held in whole, f"{held!r} is not in {whole}"
            changed = whole.replace(held, new if old else f"{new}</w:rPr>")
        parts.swap(whole, changed, STYLES)

    return edit


def size(name: str, points: float) -> Edit:
    """Return an edit of the size of a style's letters."""

    def edit(parts: Parts) -> None:
        whole = re.search(rf'w:styleId="{name}">.*?<w:sz w:val="(\d+)"/>', parts.texts[STYLES])
        assert whole, name
        held, half = whole[0], f'<w:sz w:val="{whole[1]}"/>'
        parts.swap(held, held.replace(half, f'<w:sz w:val="{2 * points:g}"/>'), STYLES)

    return edit


def section(number: int, old: str, new: str) -> Edit:
    """Return an edit of the w:sectPr of one section, counted from 1."""

    def edit(parts: Parts) -> None:
        text = parts.texts[DOCUMENT]
        found = list(re.finditer(r"<w:sectPr>.*?</w:sectPr>", text))[number - 1]
        assert old in found[0], f"{old!r} is not in {found[0]}"
        changed = found[0].replace(old, new)
        parts.texts[DOCUMENT] = text[: found.start()] + changed + text[found.end() :]

    return edit


def part(name: str, text: str, kind: str = "") -> Edit:
    """Return an edit that adds a part; *kind* relates the document to it ("theme", "footer")."""

    def edit(parts: Parts) -> None:
        assert name not in parts.texts
        parts.texts[name] = text
        target = name.removeprefix("word/")
        relation = (
            f'<Relationship Id="rId{kind}" Target="{target}" '
            f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
        )
        rels = "word/_rels/document.xml.rels"
        parts.swap("</Relationships>", f"{relation}</Relationships>", rels)

    return edit
