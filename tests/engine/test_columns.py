"""Columns that a template repeats share the width that they have in it; the table keeps its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.engine import compile_template
from docgen.errors import TemplateError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WIDTHS = (567, 2001, 100, 901, 100, 1000)
LOOP = ("{%tc for c in cot %}", "{{ c }}", "{%tc endfor %}")


def cell(kitchen: Any, words: str, width: int, span: int = 1) -> str:
    told = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{told}</w:tcPr>'
    return f"<w:tc>{properties}{kitchen.p(words)}</w:tc>"


def row(kitchen: Any, *words: str) -> str:
    cells = [cell(kitchen, *one) for one in zip(words, WIDTHS, strict=True)]
    return f"<w:tr>{''.join(cells)}</w:tr>"


def whole(kitchen: Any, words: str) -> str:
    return f"<w:tr>{cell(kitchen, words, sum(WIDTHS), len(WIDTHS))}</w:tr>"


def table(*rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    size = f'<w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    grid = f"<w:tblGrid>{columns}</w:tblGrid>"
    return f"<w:tbl><w:tblPr>{size}</w:tblPr>{grid}{''.join(rows)}</w:tbl>"


def form(kitchen: Any) -> str:
    """Return a head, a row over the whole width, and a row for each item: TT, name, units, sum."""
    return table(
        row(kitchen, "TT", "Chỉ tiêu", *LOOP, "Cộng"),
        whole(kitchen, "A. Ở các phường"),
        whole(kitchen, "{%tr for d in dong %}"),
        row(kitchen, "{{ loop.index }}", "{{ d }}", *LOOP, "{{ d }}"),
        whole(kitchen, "{%tr endfor %}"),
    )


def grid(found: Any) -> list[int]:
    return [int(column.get(f"{W}w")) for column in found.iterfind(f"{W}tblGrid/{W}gridCol")]


def cells(found: Any) -> list[list[tuple[int, int]]]:
    """Return (width, columns) of each cell, row by row."""
    rows = []
    for line in found.iterfind(f"{W}tr"):
        told = []
        for one in line.iterfind(f"{W}tc/{W}tcPr"):
            span = one.find(f"{W}gridSpan")
            count = 1 if span is None else int(span.get(f"{W}val"))
            told.append((int(one.find(f"{W}tcW").get(f"{W}w")), count))
        rows.append(told)
    return rows


def tables(kitchen: Any, xml: str, **values: Any) -> list[Any]:
    return list(kitchen.show(xml, "Hết", **values).body.iter(f"{W}tbl"))


@pytest.mark.parametrize("units", [1, 8, 10, 23])
def test_repeated_columns_share_the_width_that_they_have_in_the_template(
    kitchen: Any, units: int
) -> None:
    (found,) = tables(kitchen, form(kitchen), cot=["x"] * units, dong=["a", "b"])
    widths = grid(found)
    head, over, *rows = cells(found)

    assert len(widths) == units + 3
    assert sum(widths) == sum(WIDTHS)
    assert widths[:2] == [567, 2001]
    assert widths[-1] == 1000
    assert max(widths[2:-1]) - min(widths[2:-1]) <= 1
    assert head == rows[0] == rows[1] == [(width, 1) for width in widths]
    assert over == [(sum(WIDTHS), units + 3)]


def test_with_nothing_to_repeat_the_width_goes_to_the_column_before(kitchen: Any) -> None:
    (found,) = tables(kitchen, form(kitchen), cot=[], dong=["a"])

    assert grid(found) == [567, 3102, 1000]
    assert cells(found)[1] == [(sum(WIDTHS), 3)]


def test_a_head_of_two_rows_spans_what_is_under_it(kitchen: Any) -> None:
    upper = "".join(
        [
            cell(kitchen, "Chỉ tiêu", 1000),
            cell(kitchen, "{%tc for c in cot %}", 100),
            cell(kitchen, "{{ c }}", 2000, span=2),
            cell(kitchen, "{%tc endfor %}", 100),
        ]
    )
    lower = "".join(
        [
            cell(kitchen, "", 1000),
            cell(kitchen, "{%tc for c in cot %}", 100),
            cell(kitchen, "Cùng kỳ", 1000),
            cell(kitchen, "Trong kỳ", 1000),
            cell(kitchen, "{%tc endfor %}", 100),
        ]
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in (1000, 100, 1000, 1000, 100))
    xml = f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid><w:tr>{upper}</w:tr><w:tr>{lower}</w:tr></w:tbl>"
    (found,) = tables(kitchen, xml, cot=["a", "b"])

    assert grid(found) == [1000, 550, 550, 550, 550]
    assert cells(found) == [
        [(1000, 1), (1100, 2), (1100, 2)],
        [(1000, 1), (550, 1), (550, 1), (550, 1), (550, 1)],
    ]


def test_a_column_that_is_left_out_closes_up(kitchen: Any) -> None:
    line = row(kitchen, "a", "b", "{%tc if co %}", "c", "{%tc endif %}", "d")

    assert grid(tables(kitchen, table(line), co=True)[0]) == [567, 2001, 1101, 1000]
    assert grid(tables(kitchen, table(line), co=False)[0]) == [567, 3102, 1000]


def test_tables_in_a_loop_are_each_as_wide_as_they_become(kitchen: Any) -> None:
    body = ["{%p for cot in bang %}", form(kitchen), kitchen.p("giữa"), "{%p endfor %}"]
    found = list(kitchen.show(*body, bang=[["x"] * 10, ["y"] * 3], dong=["a"]).body.iter(f"{W}tbl"))

    assert [len(grid(one)) for one in found] == [13, 6]
    assert {sum(grid(one)) for one in found} == {sum(WIDTHS)}


def test_a_table_inside_a_cell_has_a_grid_of_its_own(kitchen: Any) -> None:
    inner = form(kitchen)
    outer = table(row(kitchen, "a", "b", *LOOP, "d")).replace(
        kitchen.p("d"), f"{inner}{kitchen.p('d')}"
    )
    found = tables(kitchen, outer, cot=["x"] * 4, dong=["a"])

    assert [len(grid(one)) for one in found] == [7, 7]
    assert [len(line) for line in cells(found[0])] == [7]
    assert [len(line) for line in cells(found[1])] == [7, 1, 7]


def test_no_mark_of_docgen_is_left_in_the_document(kitchen: Any) -> None:
    xml = kitchen.show(form(kitchen), "Hết", cot=["x", "@0 1 2"], dong=["a"]).xml

    assert xml.count("@") == 2  # the words of the two rows
    assert "rsidTr" not in xml


def test_equal_values_give_equal_bytes(kitchen: Any) -> None:
    made = [kitchen.show(form(kitchen), "Hết", cot=["x", "y"], dong=["a"]).data for _ in range(2)]

    assert made[0] == made[1]


def test_rows_that_come_out_unlike_are_refused(kitchen: Any) -> None:
    other = [word.replace("cot", "khac") for word in LOOP]
    xml = table(
        row(kitchen, "a", "b", *LOOP, "d"),
        row(kitchen, "a", "b", *other, "d"),
    )
    path = kitchen.template(xml, "Hết")

    with pytest.raises(TemplateError, match=r"số ô khác nhau \(2, 3\)"):
        kitchen.render(path, cot=["x", "y"], khac=["x", "y", "z"])


def test_a_cell_that_ends_among_repeated_columns_is_refused(kitchen: Any) -> None:
    xml = table(row(kitchen, "a", "b", *LOOP, "d"), row(kitchen, *"abcdef"))

    with pytest.raises(TemplateError, match="gộp ô cho phủ cả các cột lặp"):
        compile_template(kitchen.template(xml, "Hết"))


@pytest.mark.openxml
def test_the_open_xml_sdk_finds_no_error(
    kitchen: Any, tmp_path: Path, validator: Callable[[Path], str]
) -> None:
    paper = tmp_path / "bang.docx"
    paper.write_bytes(kitchen.show(form(kitchen), "Hết", cot=["x"] * 8, dong=["a", "b"]).data)

    assert not validator(paper)
