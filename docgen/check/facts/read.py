"""From a .docx file to its layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from docgen.check.facts.blocks import BLOCKS, BlockReader, Count
from docgen.check.facts.book import Book, Room, open_book
from docgen.check.facts.errors import BrokenPackageError
from docgen.check.facts.names import Element, W, children
from docgen.check.facts.package import Package, open_package
from docgen.check.facts.sections import Pages, read_pages
from docgen.check.layout import Block, Layout, Paragraph, Place, Section, paragraphs

_WHERE = {
    "default": "{} (phần {})",
    "first": "{} của trang đầu (phần {})",
    "even": "{} của trang chẵn (phần {})",
}
_KINDS = ("settings", "styles", "theme", "numbering", "fontTable")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_EMBEDDED = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")


class Reading(NamedTuple):
    """A layout, and the XML that each of its facts was read from, for those who mend it."""

    layout: Layout
    main: str
    stories: dict[str, Element]  # the roots of the parts with text, by name
    nodes: dict[Place, Element]
    pages: tuple[Pages, ...]
    relations: dict[str, tuple[str, str]]


def read_layout(path: Path) -> Layout:
    """Return the facts of the document at *path*, or say in an UnreadableError why it has none."""
    return read_marked(path).layout


def read_marked(path: Path) -> Reading:
    """Return the facts of the document at *path* with the XML that they were read from."""
    with open_package(path) as package:
        root = package.xml(package.main)
        body = None if root is None else root.find(W + "body")
        if root is None or body is None or root.tag != W + "document":
            raise BrokenPackageError(path, f"phần {package.main} không phải văn bản Word")
        return _Reader(package, root).reading(body)


class _Reader:
    """Reads one document."""

    def __init__(self, package: Package, root: Element) -> None:
        self._package = package
        self._root = root
        self._relations = package.relations(package.main)
        folder = package.main.rpartition("/")[0]
        self._parts = {kind: f"{folder}/{kind}.xml" for kind in (*_KINDS, "comments")}
        self._parts["theme"] = f"{folder}/theme/theme1.xml"
        self._parts |= dict(self._relations.values())
        self._book: Book = open_book(package, self._parts)
        self._stories: dict[str, Element | None] = {}

    def reading(self, body: Element) -> Reading:
        """Return the layout with its XML; *body* is the w:body."""
        self._book.allow(sum(1 for _ in body.iter(W + "p")))
        pages = tuple(read_pages(body, self._book))
        layout = self._layout(body, pages)
        main = self._package.main
        found = {name: story for name, story in self._stories.items() if story is not None}
        return Reading(
            layout, main, {main: self._root, **found}, self._book.nodes, pages, self._relations
        )

    def _layout(self, body: Element, pages: tuple[Pages, ...]) -> Layout:
        reader, count = BlockReader(self._book, body), Count()
        sections = tuple(
            self._section(each, number, reader, count) for number, each in enumerate(pages, start=1)
        )
        comments = self._package.xml(self._parts["comments"])
        package = self._package
        return Layout(
            sections=sections,
            notes=tuple(self._notes(sections[-1], len(sections))),
            comments=0 if comments is None else len(comments.findall(W + "comment")),
            insertions=self._changes("ins", "moveTo"),
            deletions=self._changes("del", "moveFrom"),
            signed=package.has("_xmlsignatures/", ".xml"),
            protected=self._book.protected,
            unread=self._taken_in(),
            embedded_fonts=self._embedded(),
            title=self._title(),
            name=package.path.name,
        )

    def _section(self, pages: Pages, number: int, reader: BlockReader, count: Count) -> Section:
        room = Room(
            pages.column,
            number,
            page_left=pages.section.left_mm,
            grid=pages.grid,
        )
        return replace(
            pages.section,
            blocks=reader.read(pages.nodes, room, count),
            headers=self._edge_blocks(pages.headers, "đầu trang", room),
            footers=self._edge_blocks(pages.footers, "chân trang", room),
        )

    def _edge_blocks(
        self, references: dict[str, str], what: str, room: Room
    ) -> dict[str, tuple[Block, ...]]:
        """Return the headers, or the footers, of one section by kind."""
        found = {}
        for kind, key in references.items():
            story = self._story(self._relations.get(key, ("", ""))[1])
            if story is not None:
                first = _WHERE[kind].format(what, room.section)
                inside = room._replace(first=first)
                reader = BlockReader(self._book, story)
                found[kind] = reader.read(children(story, *BLOCKS), inside)
        return found

    def _story(self, name: str) -> Element | None:
        if name not in self._stories:
            self._stories[name] = self._package.xml(name)
        return self._stories[name]

    def _notes(self, section: Section, number: int) -> Iterator[Paragraph]:
        """Yield the paragraphs of the footnotes, then of the endnotes."""
        text = section.width_mm - section.left_mm - section.right_mm - section.gutter_mm
        for kind, what in (("footnote", "chú thích"), ("endnote", "chú thích cuối")):
            story = self._story(self._parts.get(f"{kind}s", ""))
            if story is None:
                continue
            reader = BlockReader(self._book, story)
            notes = [note for note in story.iterfind(W + kind) if not note.get(W + "type")]
            for index, note in enumerate(notes, start=1):
                room = Room(max(0.0, round(text, 2)), number, first=f"{what} {index}")
                yield from paragraphs(reader.read(children(note, *BLOCKS), room))

    def _changes(self, *tags: str) -> int:
        stories = [self._root, *self._stories.values()]
        return sum(
            1
            for story in stories
            if story is not None
            for _ in story.iter(*(W + tag for tag in tags))
        )

    def _taken_in(self) -> int:
        """Return how often the text of another file is taken in where it stands."""
        stories = [self._root, *self._stories.values()]
        tags = (W + "altChunk", W + "subDoc")
        return sum(sum(1 for _ in each.iter(*tags)) for each in stories if each is not None)

    def _embedded(self) -> tuple[str, ...]:
        fonts = self._package.xml(self._parts["fontTable"])
        return tuple(
            font.get(W + "name", "")
            for font in (fonts if fonts is not None else ())
            if any(font.find(W + tag) is not None for tag in _EMBEDDED)
        )

    def _title(self) -> str:
        targets = [
            t for kind, t in self._package.relations("").values() if kind == "core-properties"
        ]
        root = self._package.xml((targets or ["docProps/core.xml"])[0])
        node = None if root is None else root.find(_TITLE)
        return "" if node is None else " ".join((node.text or "").split())
