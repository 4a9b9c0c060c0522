"""What the parts of one document share while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from docgen.check.facts.errors import TooLargeError
from docgen.check.facts.names import VAL, Element, W, is_on, on_off, twips
from docgen.check.facts.numbering import Numbering
from docgen.check.facts.package import Package
from docgen.check.facts.props import Props
from docgen.check.facts.styles import Level, Styles
from docgen.check.facts.theme import Theme, read_theme
from docgen.check.layout import Place

PARAGRAPHS_LIMIT = 50_000
NO_LEVEL = Level({}, {}, {})
"""No table style."""


@dataclass
class Book:
    """Styles, theme, numbering and settings; *paragraphs* counts what has been read."""

    path: Path
    styles: Styles
    theme: Theme
    numbering: Numbering
    settings: Element | None
    paragraphs: int = 0
    boxes: int = 0
    tab_step: float = 720.0
    nodes: dict[Place, Element] = field(default_factory=dict)  # the w:p that stands at each place

    def count(self) -> None:
        """Count one paragraph; stop at more than any document has."""
        self.paragraphs += 1
        self.allow(self.paragraphs)

    def allow(self, paragraphs: int) -> None:
        """Refuse more paragraphs than any document has."""
        if paragraphs > PARAGRAPHS_LIMIT:
            raise TooLargeError(self.path, f"hơn {PARAGRAPHS_LIMIT} đoạn")

    def setting(self, name: str) -> bool:
        """Whether a switch of the settings is on."""
        return self.settings is not None and is_on(self.settings.find(W + name))

    @property
    def protected(self) -> bool:
        """Whether editing is restricted."""
        node = None if self.settings is None else self.settings.find(W + "documentProtection")
        return node is not None and on_off(node.get(W + "enforcement"))


class Room(NamedTuple):
    """Where blocks stand: the width they fill, what a table style gives them, their place."""

    column: float
    section: int = 1
    prefix: str = ""
    first: str = ""  # what the first paragraph is called, if not by its number
    boxed: bool = False
    level: Level = NO_LEVEL
    page_left: float | None = None
    grid: float = 240.0  # one line of w:docGrid, for spacing in lines
    aside: float = 0.0  # how far the middle of a text box stands from that of the text

    def inner(self, prefix: str, column: float, level: Level, *, boxed: bool = False) -> Room:
        """Return the room inside a cell or a text box of this one."""
        return self._replace(
            prefix=prefix,
            column=column,
            level=level,
            boxed=self.boxed or boxed,
            first="",
            page_left=None,
        )

    def paragraph(self, number: int) -> Place:
        """Return the place of the paragraph that has *number* here."""
        words = self.first if self.first and number == 1 else ""
        if self.first and not words:
            words = f"{self.first}, đoạn {number}"
        return Place(words or f"{self.prefix}đoạn {number}", self.section)

    def table(self, number: int) -> Place:
        """Return the place of a table."""
        prefix = f"{self.first}, " if self.first else self.prefix
        return Place(f"{prefix}bảng {number}", self.section)


def open_book(package: Package, parts: dict[str, str]) -> Book:
    """Read what stands beside the text; *parts* are part names by kind of relationship."""
    settings = package.xml(parts.get("settings", ""))
    styles = Styles(package.xml(parts.get("styles", "")))
    theme = read_theme(package.xml(parts.get("theme", "")), settings)
    numbering = Numbering(package.xml(parts.get("numbering", "")), styles)
    book = Book(package.path, styles, theme, numbering, settings)
    stop = None if settings is None else settings.find(W + "defaultTabStop")
    book.tab_step = abs((twips(stop.get(VAL)) if stop is not None else None) or 720.0)
    return book


def normal_size(book: Book) -> float:
    """Return the size of the default style's letters in points: the unit of indents in characters."""
    props: Props = {**book.styles.default_run, **book.styles.paragraph("").run}
    return float(props.get("sz", 10.0))
