"""Tables: what lays out and what is data, and how wide each column of text is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.check.facts import read_layout
from docgen.check.layout import Table
from tests.check.docx import make_docx, p, table

GRID = "".join(
    f'<w:{edge} w:val="single" w:sz="4"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
DRAWN = f"<w:tblBorders>{GRID}</w:tblBorders>"
NO_MARGINS = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


def read(folder: Path, body: str, **parts: Any) -> Table:
    layout = read_layout(make_docx(folder, body, **parts))
    (found,) = (block for block in layout.blocks if isinstance(block, Table))
    return found


def cell(tcpr: str = "", blocks: str = "") -> str:
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{blocks or p('a')}</w:tc>"


def rows(*found: str, tblpr: str = "", grid: tuple[int, ...] = (2835, 2835)) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    inside = "".join(f"<w:tr>{row}</w:tr>" for row in found)
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{inside}</w:tbl>"


STYLE = f'<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Table Grid"/><w:tblPr>{DRAWN}</w:tblPr></w:style>'


@pytest.mark.parametrize(
    "body, bordered",
    [
        (table(["a", "b"], ["c", "d"]), False),
        (table(["a", "b"], ["c", "d"], tblpr=DRAWN), True),
        (table(["a", "b"], tblpr='<w:tblStyle w:val="Luoi"/>'), True),
        (table(["a"], tblpr='<w:tblStyle w:val="Luoi"/>' + DRAWN.replace("single", "nil")), False),
        (table(["a", "b"], tblpr=DRAWN.replace("single", "none")), False),
        (rows(cell("<w:tcBorders>" + GRID + "</w:tcBorders>") * 2), True),
        (rows(cell() + cell("<w:tcBorders>" + GRID + "</w:tcBorders>")), False),
        (rows(cell() + cell("<w:tcBorders>" + GRID + "</w:tcBorders>") * 2), True),
        (table(["a"] * 3, ["b"] * 3, tblpr='<w:tblBorders><w:top w:val="single"/><w:bottom w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'), True),
        (rows(cell() * 4 + cell("<w:tcBorders>" + GRID + "</w:tcBorders>")), False),
        (rows(cell("<w:tcBorders>" + GRID.replace("single", "nil") + "</w:tcBorders>") * 2, tblpr=DRAWN), False),
    ],
)  # fmt: skip
def test_a_table_with_lines_is_data(tmp_path: Path, body: str, bordered: bool) -> None:
    assert read(tmp_path, body, styles=STYLE).bordered is bordered


@pytest.mark.parametrize(
    "body, widths",
    [
        (rows(cell() * 2), [50.01, 50.01]),
        (rows(cell('<w:tcW w:w="1701" w:type="dxa"/>') + cell()), [30.0, 50.01]),
        (rows(cell('<w:tcW w:w="0" w:type="auto"/>') * 2), [50.01, 50.01]),
        (rows(cell('<w:tcW w:w="2500" w:type="pct"/>') * 2, tblpr='<w:tblW w:w="5000" w:type="pct"/>'), [82.51, 82.51]),
        (rows(cell('<w:tcW w:w="25%" w:type="pct"/>') * 2, tblpr='<w:tblW w:w="100%" w:type="pct"/>'), [41.26, 41.26]),
        (rows(cell('<w:gridSpan w:val="2"/>')), [100.01]),
        (rows(cell() * 2, grid=()), [82.51, 82.51]),
        (rows(cell('<w:gridSpan w:val="999999999"/>')), [100.01]),
    ],
)  # fmt: skip
def test_a_cell_is_as_wide_as_the_file_tells(
    tmp_path: Path, body: str, widths: list[float]
) -> None:
    (row,) = read(tmp_path, body).rows

    assert [found.width_mm for found in row] == widths


@pytest.mark.parametrize(
    "tblpr, tcpr, column",
    [
        ("", "", 50.01 - 4.06),
        (NO_MARGINS, "", 50.01),
        (NO_MARGINS, '<w:tcMar><w:start w:w="567" w:type="dxa"/></w:tcMar>', 40.01),
        ('<w:tblStyle w:val="Le"/>', "", 40.01),
    ],
)
def test_text_in_a_cell_has_its_width_without_margins(
    tmp_path: Path, tblpr: str, tcpr: str, column: float
) -> None:
    margins = NO_MARGINS.replace('<w:left w:w="0"', '<w:left w:w="567"')
    styles = f'<w:style w:type="table" w:styleId="Le"><w:name w:val="Le"/><w:tblPr>{margins}</w:tblPr></w:style>'
    body = rows(cell(tcpr) + cell(), tblpr=tblpr)

    paragraph = read(tmp_path, body, styles=styles).rows[0][0].paragraphs[0]

    assert paragraph.column_mm == pytest.approx(column, abs=0.02)


def test_a_merged_cell_has_its_words_once(tmp_path: Path) -> None:
    top = cell('<w:vMerge w:val="restart"/>', p("gộp"))
    below = cell("<w:vMerge/>", p("khuất"))
    found = read(tmp_path, rows(top + cell(), below + cell()))

    assert [[len(one.blocks) for one in row] for row in found.rows] == [[1, 1], [0, 1]]


def test_header_rows_are_counted_from_the_top(tmp_path: Path) -> None:
    head = "<w:trPr><w:tblHeader/></w:trPr>" + cell()
    off = '<w:trPr><w:tblHeader w:val="0"/></w:trPr>' + cell()

    assert read(tmp_path, rows(head, head, cell(), head)).header_rows == 2
    assert read(tmp_path, rows(off, head)).header_rows == 0


def test_a_struck_row_is_gone(tmp_path: Path) -> None:
    struck = '<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>' + cell()

    assert len(read(tmp_path, rows(struck, cell())).rows) == 1


def test_a_table_in_a_table_stands_in_its_cell(tmp_path: Path) -> None:
    inner = rows(cell(NO_MARGINS), tblpr=DRAWN, grid=(1134,))
    found = read(tmp_path, rows(cell("", inner + p("sau")), tblpr=NO_MARGINS, grid=(2835,)))
    nested, after = found.rows[0][0].blocks

    assert isinstance(nested, Table)
    assert (nested.width_mm, nested.bordered, found.bordered) == (20.0, True, False)
    assert nested.place.words == "bảng 1, hàng 1, ô 1, bảng 1"
    assert [x.text for x in found.rows[0][0].paragraphs] == ["a", "sau"]
    assert not isinstance(after, Table)


def test_a_lone_box_around_a_word_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, rows(cell("<w:tcBorders>" + GRID + "</w:tcBorders>", p("MẬT"))))

    assert found.rows[0][0].paragraphs[0].boxed
    assert not read(tmp_path, table(["a", "b"], tblpr=DRAWN)).rows[0][0].paragraphs[0].boxed
