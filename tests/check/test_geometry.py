"""What the checker reads in a document is where LibreOffice prints it, to half a millimetre."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
import pytest

from docgen.check.facts import read_layout
from docgen.check.layout import Paragraph, Rule, Section
from docgen.check.roles import recognise
from docgen.check.sheet import Sheet
from docgen.pdf import Order, Press
from docgen.vietnamese.letters import nfc

pytestmark = pytest.mark.libreoffice
UNITS = ["quan-ngo-quyen", "phuong-cau-dat", "phong-noi-vu", "truong-thcs-da-nang"]
MM = 25.4 / 72
SINGLE = 1.149
"""A line of Times New Roman, and of the fonts with its widths, as a multiple of its size."""

Glyph = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """Printed words on one line: edges from the left of the paper, baseline from its top."""

    page: int
    left: float
    right: float
    baseline: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Printed:
    """A printed document: its glyphs in order, its drawn lines by page."""

    sheet: Sheet
    height: float
    pages: tuple[tuple[Glyph, ...], ...]
    drawn: tuple[tuple[Glyph, ...], ...]

    @cached_property
    def glyphs(self) -> list[tuple[int, Glyph]]:
        """The glyphs of the text, page by page, without the page numbers."""
        top = self.sheet.layout.sections[0].top_mm
        return [
            (number, glyph)
            for number, page in enumerate(self.pages, start=1)
            for glyph in page
            if glyph["bottom"] * MM > top
        ]

    @cached_property
    def text(self) -> str:
        return "".join(glyph["text"] for _, glyph in self.glyphs)

    def lines(self, text: str, *, last: bool = False) -> list[Line]:
        """Return the lines on which *text* stands."""
        wanted = "".join(text.split())
        start = self.text.rfind(wanted) if last else self.text.find(wanted)
        assert start >= 0, f"không in: {text}"
        rows: dict[tuple[int, int], list[Glyph]] = {}
        for page, glyph in self.glyphs[start : start + len(wanted)]:
            rows.setdefault((page, round(glyph["matrix"][5])), []).append(glyph)
        return [self._line(page, row) for (page, _), row in rows.items()]

    def line(self, paragraph: Paragraph | None, *, last: bool = False) -> Line:
        """Return the only line of a paragraph."""
        assert paragraph
        (found,) = self.lines(paragraph.text, last=last)
        return found

    def _line(self, page: int, row: Sequence[Glyph]) -> Line:
        return Line(
            page,
            min(glyph["x0"] for glyph in row) * MM,
            max(glyph["x1"] for glyph in row) * MM,
            self.height - row[0]["matrix"][5] * MM,
        )

    def numbers(self) -> list[tuple[str, float, float]]:
        """Return what stands above the text of each page: words, centre, distance from the top."""
        found = []
        top = self.sheet.layout.sections[0].top_mm
        for page in self.pages:
            above = [glyph for glyph in page if glyph["bottom"] * MM < top]
            words = "".join(glyph["text"] for glyph in above)
            edges = [glyph[edge] * MM for glyph in above for edge in ("x0", "x1")] or [0.0]
            tops = [glyph["top"] * MM for glyph in above] or [0.0]
            found.append((words, (min(edges) + max(edges)) / 2, min(tops)))
        return found


@pytest.fixture(scope="module")
def papers(
    sample: Path, make: Callable[..., Path], soffice: Any, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Printed]:
    """The plan of each unit, read by the checker and printed."""
    out = tmp_path_factory.mktemp("in-ra")
    paths = {unit: make(sample, unit, out) for unit in UNITS}
    made = Press().run([Order(path, path.with_suffix(".pdf")) for path in paths.values()])
    assert not [one.error for one in made if one.error]
    return {unit: opened(path) for unit, path in paths.items()}


def opened(path: Path) -> Printed:
    sheet = recognise(read_layout(path), draft=True)
    with pdfplumber.open(path.with_suffix(".pdf")) as pdf:
        pages = tuple(tuple(_visible(page.chars)) for page in pdf.pages)
        drawn = tuple(tuple(page.lines) for page in pdf.pages)
        return Printed(sheet, float(pdf.pages[0].height) * MM, pages, drawn)


def _visible(chars: Sequence[Glyph]) -> Iterator[Glyph]:
    for glyph in chars:
        if glyph["text"].strip():
            yield {**glyph, "text": nfc(glyph["text"])}


@pytest.fixture(params=UNITS)
def paper(request: pytest.FixtureRequest, papers: dict[str, Printed]) -> Printed:
    return papers[request.param]


def near(measured: float) -> Any:
    return pytest.approx(measured, abs=0.5)


def edges(section: Section) -> tuple[float, float]:
    return section.left_mm, section.width_mm - section.right_mm


def columns(paper: Printed, table: str) -> tuple[float, float, float]:
    """Return the left edge, the parting and the right edge of a table of two columns."""
    found = getattr(paper.sheet, table)
    left = paper.sheet.layout.sections[0].left_mm
    first, second = (cell.width_mm for cell in found.rows[0])
    return left, left + first, left + first + second


def test_the_two_columns_of_the_header_are_where_the_file_says(paper: Printed) -> None:
    sheet, (left, parting, right) = paper.sheet, columns(paper, "header")

    for role in (*sheet.chu_quan, *sheet.ban_hanh, sheet.so):
        assert paper.line(role).centre == near((left + parting) / 2)
    for role in (sheet.quoc_hieu, sheet.tieu_ngu, sheet.dia_danh_ngay):
        assert paper.line(role).centre == near((parting + right) / 2)


def test_quoc_hieu_and_the_superior_stand_on_one_line(paper: Printed) -> None:
    sheet = paper.sheet
    first = (*sheet.chu_quan, *sheet.ban_hanh)[0]

    assert paper.line(sheet.quoc_hieu).baseline == near(paper.line(first).baseline)
    assert sheet.same_row
    assert paper.line(sheet.so).baseline == near(paper.line(sheet.dia_danh_ngay).baseline)


def test_the_rules_are_as_long_as_the_file_says_and_where_it_says(paper: Printed) -> None:
    sheet, (left, parting, _) = paper.sheet, columns(paper, "header")
    expected = [
        (sheet.tieu_ngu_rule, parting, paper.line(sheet.tieu_ngu)),
        (sheet.ban_hanh_rule, left, paper.line(sheet.ban_hanh[-1])),
        (sheet.trich_yeu_rule, left, paper.lines(sheet.trich_yeu[-1].text)[-1]),
    ]

    for rule, start, above in expected:
        assert rule
        drawn = rule_below(paper, above)
        assert (drawn.left, drawn.right) == (near(start + offset(rule)), near(start + end(rule)))


def rule_below(paper: Printed, above: Line) -> Line:
    """Return the first drawn line below some words, within their edges but for a little."""
    found = [
        Line(above.page, line["x0"] * MM, line["x1"] * MM, line["top"] * MM)
        for line in paper.drawn[above.page - 1]
        if line["top"] * MM > above.baseline and abs(line["top"] - line["bottom"]) < 1
    ]
    return min(
        (line for line in found if line.left < above.centre < line.right),
        key=lambda line: line.baseline,
    )


def offset(rule: Rule) -> float:
    assert rule.offset_mm is not None
    return rule.offset_mm


def end(rule: Rule) -> float:
    assert rule.length_mm is not None
    return offset(rule) + rule.length_mm


def test_the_rule_of_tieu_ngu_is_as_long_as_its_words(paper: Printed) -> None:
    words = paper.line(paper.sheet.tieu_ngu)
    drawn = rule_below(paper, words)

    assert (drawn.left, drawn.right) == (near(words.left), near(words.right))


def test_the_title_is_in_the_middle_of_the_text(paper: Printed) -> None:
    left, right = edges(paper.sheet.layout.sections[0])

    for role in (paper.sheet.ten_loai, *paper.sheet.trich_yeu):
        assert role
        for line in paper.lines(role.text):
            assert line.centre == near((left + right) / 2)


def test_the_text_fills_its_margins_and_passes_none(paper: Printed) -> None:
    left, right = edges(paper.sheet.layout.sections[0])
    full, rights = [], []
    for paragraph in paper.sheet.body:
        assert (paragraph.align, paragraph.left_mm) == ("both", 0.0)
        lines = paper.lines(paragraph.text)
        full += [line.left for line in lines[1:]]
        rights += [line.right for line in lines[:-1]]

    assert min(full) > left - 0.5
    assert max(rights) < right + 0.5
    assert median(full) == near(left)
    assert median(rights) == near(right)
    assert len(full) > 40


def test_the_first_line_of_each_paragraph_is_indented_as_the_file_says(paper: Printed) -> None:
    left = paper.sheet.layout.sections[0].left_mm
    measured = 0
    for paragraph in (*paper.sheet.body, *(one.paragraph for one in paper.sheet.headings)):
        line = paper.lines(paragraph.text)[0]
        assert line.left == near(left + paragraph.left_mm + paragraph.first_line_mm)
        measured += 1

    assert measured > 25


def test_the_lines_of_a_paragraph_stand_as_far_apart_as_the_file_says(paper: Printed) -> None:
    measured = 0
    for paragraph in paper.sheet.body:
        assert paragraph.line_rule == "auto"
        pitch = paragraph.worded[0].size_pt * SINGLE * paragraph.line * MM
        lines = paper.lines(paragraph.text)
        for above, below in pairwise(lines):
            if above.page == below.page:
                assert below.baseline - above.baseline == near(pitch)
                measured += 1

    assert measured > 25


def test_paragraphs_stand_as_far_apart_as_the_file_says(paper: Printed) -> None:
    measured = 0
    for above, below in pairwise(paper.sheet.body):
        texts = [block for block in paper.sheet.layout.blocks if block in (above, below)]
        blocks = paper.sheet.layout.blocks
        if len(texts) < 2 or blocks.index(below) != blocks.index(above) + 1:
            continue  # a heading stands between them
        last, first = paper.lines(above.text)[-1], paper.lines(below.text)[0]
        if last.page == first.page:
            pitch = below.worded[0].size_pt * SINGLE * below.line
            gap = (pitch + max(above.after_pt, below.before_pt)) * MM
            assert first.baseline - last.baseline == near(gap)
            measured += 1

    assert measured > 10


def test_the_first_page_has_no_number_and_each_annex_counts_anew(paper: Printed) -> None:
    sheet = paper.sheet
    titles = [paper.lines(annex.title[0].text, last=True)[0] for annex in sheet.annexes]
    starts = {1, *(title.page for title in titles)}
    assert all(annex.own_section for annex in sheet.annexes)
    left, right = edges(sheet.layout.sections[0])
    expected = 0
    for number, (words, centre, top) in enumerate(paper.numbers(), start=1):
        expected = 1 if number in starts else expected + 1
        assert words == ("" if expected == 1 else str(expected)), f"trang {number}"
        if words:
            assert centre == near((left + right) / 2)
            assert 8 < top < sheet.layout.sections[0].top_mm

    assert all(section.title_page for section in sheet.layout.sections)
    assert [section.number_start for section in sheet.layout.sections] == [1] * len(starts)


def test_the_size_of_the_page_number_is_as_the_file_says(paper: Printed) -> None:
    (number,) = (
        block
        for block in paper.sheet.layout.sections[0].headers["default"]
        if isinstance(block, Paragraph) and block.text
    )
    above = [glyph for glyph in paper.pages[1] if glyph["bottom"] * MM < 20]

    assert above
    assert {round(glyph["size"], 1) for glyph in above} == {number.worded[0].size_pt}


def test_the_signature_stands_in_the_right_column_and_noi_nhan_at_the_left(paper: Printed) -> None:
    sheet, (left, parting, right) = paper.sheet, columns(paper, "footer")

    for role in (*sheet.quyen_han, *sheet.ho_ten):
        assert paper.line(role, last=True).centre == near((parting + right) / 2)
    assert paper.line(sheet.noi_nhan_label, last=True).left == near(left)
    for role in sheet.noi_nhan:
        first = paper.lines(role.text, last=True)[0]
        assert first.left == near(left + role.left_mm + role.first_line_mm)
        assert all(line.right < parting + 0.5 for line in paper.lines(role.text, last=True))


def test_the_first_line_of_the_signature_is_level_with_noi_nhan(paper: Printed) -> None:
    sheet = paper.sheet
    above = paper.line(sheet.quyen_han[0], last=True)
    label = paper.line(sheet.noi_nhan_label, last=True)

    assert above.page == label.page
    assert abs(above.baseline - label.baseline) < 3


def test_all_letters_have_the_sizes_that_the_file_says(paper: Printed) -> None:
    """A wrong size that the checker reads would be a wrong size on paper."""
    for paragraph in (*paper.sheet.body, paper.sheet.quoc_hieu, paper.sheet.ten_loai):
        assert paragraph
        (size,) = {run.size_pt for run in paragraph.worded}
        wanted = "".join(paragraph.text.split())
        start = paper.text.find(wanted)
        glyphs = paper.glyphs[start : start + len(wanted)]
        assert {round(glyph["size"], 1) for _, glyph in glyphs} == {size}
