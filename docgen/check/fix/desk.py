"""A document that is being mended: its facts, the XML behind them, and what of it has changed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from docgen.check.facts import Reading, read_marked
from docgen.check.facts.names import Element, W, val
from docgen.check.facts.package import open_package
from docgen.check.layout import Layout, Paragraph, Place, Section
from docgen.check.roles.text import is_empty
from docgen.check.sheet import Sheet

_BESIDE = ("styles", "theme", "numbering", "fontTable")


@dataclass
class Desk:
    """One document. *added* are parts to come, in bytes, or to be put in place of old ones."""

    path: Path
    reading: Reading
    beside: dict[str, tuple[str, Element]]  # kind of relationship: name, root
    added: dict[str, bytes] = field(default_factory=dict)
    headed: set[str] = field(default_factory=set)  # the kinds of header that were made new
    left: dict[str, None] = field(default_factory=dict)  # what people must do, and why, in order
    _before: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path) -> Desk:
        """Read the document at *path*."""
        reading = read_marked(path)
        beside: dict[str, tuple[str, Element]] = {}
        with open_package(path) as package:
            for kind, name in reading.relations.values():
                root = package.xml(name) if kind in _BESIDE else None
                if root is not None:
                    beside[kind] = (name, root)
        desk = cls(path, reading, beside)
        desk._before = {name: etree.tostring(root) for name, root in desk._roots()}
        return desk

    def _roots(self) -> Iterator[tuple[str, Element]]:
        yield from self.reading.stories.items()
        yield from self.beside.values()

    @property
    def layout(self) -> Layout:
        """The facts."""
        return self.reading.layout

    def changed(self) -> dict[str, bytes]:
        """Return the parts that are no longer what they were, as bytes."""
        found = dict(self.added)
        for name, root in self._roots():
            if etree.tostring(root) != self._before[name]:
                tree = root.getroottree()
                found[name] = etree.tostring(
                    tree, xml_declaration=True, encoding="UTF-8", standalone=True
                )
        return found

    def leave(self, why: str) -> None:
        """Tell in Vietnamese what was left as it is, and what to do about it."""
        self.left[why] = None

    def node(self, where: Place) -> Element | None:
        """Return the w:p that stands at a place."""
        return self.reading.nodes.get(where)

    @cached_property
    def paragraphs(self) -> dict[Place, Paragraph]:
        """The paragraphs of the body by their place."""
        return {each.place: each for each in self.layout.body}

    @cached_property
    def raised(self) -> frozenset[str]:
        """The character styles of raised and lowered letters: marks of notes."""
        _, root = self.beside.get("styles", ("", None))
        marks = () if root is None else root.iter(W + "vertAlign")
        raised = [each for each in marks if val(each) in ("superscript", "subscript")]
        styles = (next(each.iterancestors(W + "style"), None) for each in raised)
        return frozenset(each.get(W + "styleId", "") for each in styles if each is not None)

    def section(self, section: Section) -> int:
        """Return the number in the file, from 0, of a section that a sheet may hold in part."""
        every = self.layout.sections
        return next(n for n, each in enumerate(every) if each.headers is section.headers)

    def setup(self, number: int) -> Element:
        """Return the w:sectPr of a section, made if the file has none."""
        found = self.reading.pages[number].props
        if found is not None:
            return found
        body = self.reading.stories[self.reading.main].find(W + "body")
        found = body.find(W + "sectPr")
        return etree.SubElement(body, W + "sectPr") if found is None else found

    def part(self, key: str) -> str:
        """Return the name of the part that a relationship of the document means."""
        return self.reading.relations.get(key, ("", ""))[1]

    @property
    def folder(self) -> str:
        """The folder of the main part."""
        return posixpath.dirname(self.reading.main)


def shared(desk: Desk, sheet: Sheet) -> frozenset[Place]:
    """Return the places where several parts stand in one paragraph, cut by line ends or tabs."""
    held: dict[Place, set[str]] = {}
    cut: set[Place] = set()
    for role in _ROLES:
        words = getattr(sheet, role)
        for each in words if isinstance(words, tuple) else (words,):
            if isinstance(each, Paragraph) and not is_empty(each):
                held.setdefault(each.place, set()).add(role)
                if len(_packed(each)) < len(_packed(desk.paragraphs.get(each.place, each))):
                    cut.add(each.place)
    return frozenset(place for place, roles in held.items() if len(roles) > 1 or place in cut)


def _packed(words: Paragraph) -> str:
    return "".join(words.raw.replace("_", "").split())


_ROLES = (
    "quoc_hieu", "tieu_ngu", "chu_quan", "ban_hanh", "so", "dia_danh_ngay", "vv", "ten_loai",
    "trich_yeu", "kinh_gui", "can_cu", "quyen_han", "chuc_vu_khac", "ho_ten", "noi_nhan_label",
    "noi_nhan", "do_khan", "do_mat", "luu_hanh",
)  # fmt: skip
