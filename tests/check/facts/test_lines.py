"""Lines in four disguises, measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.check.facts import read_layout
from docgen.check.layout import Rule
from tests.check.docx import make_docx, p, para, r, style, table

CENTER = '<w:jc w:val="center"/>'
TOP = '<w:pBdr><w:top w:val="{}" w:sz="6"/></w:pBdr>'
UNDER = '<w:u w:val="single"/>'
UP = '<w:vertAlign w:val="superscript"/>'
LEADER = '<w:tabs><w:tab w:val="left" w:pos="2835" w:leader="underscore"/></w:tabs>'


def rules(folder: Path, body: str, **parts: Any) -> list[Rule]:
    layout = read_layout(make_docx(folder, body, **parts))
    return [rule for paragraph in layout.body for rule in paragraph.rules]


def line(
    length: float,
    offset: float | None,
    *,
    kind: str = "underscores",
    solid: bool = True,
    above: bool = False,
) -> Rule:
    return Rule(kind, pytest.approx(length, abs=0.06), offset if offset is None else pytest.approx(offset, abs=0.06), solid, above)  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize(
    "body, expected",
    [
        # 165 mm between the margins; 567 twips are 10 mm
        (p("", TOP.format("single")), [line(165, 0, kind="border", above=True)]),
        (p("", TOP.format("single") + '<w:ind w:left="2835" w:right="2835"/>'), [line(65, 50, kind="border", above=True)]),
        (p("", TOP.format("dashed")), [line(165, 0, kind="border", solid=False, above=True)]),
        (p("", TOP.format("nil")), []),
        (p("a", TOP.format("single").replace("top", "bottom") + '<w:ind w:left="567" w:hanging="567"/>'), [line(165, 0, kind="border")]),
        # underscores: half an em each
        (p("_" * 20, CENTER), [line(49.4, 57.8)]),
        (p("_" * 20), [line(49.4, 0)]),
        (p("_" * 20, '<w:jc w:val="right"/>'), [line(49.4, 115.6)]),
        (p("_" * 20, CENTER, UP), [line(29.6, 67.7)]),
        (p("_" * 20, CENTER, '<w:sz w:val="20"/>'), [line(35.3, 64.9)]),
        (p("_" * 300), [line(165, 0)]),
        (p("Độc lập - Tự do - Hạnh phúc\n_______", CENTER), [line(17.3, 73.9)]),
        (p("Số: ___/KH-UBND"), []),
        (p("Họ và tên: ______________"), []),
        (p("__"), []),
        (p("-" * 10), [line(16.4, 0, solid=False)]),
        (p("—" * 10), [line(49.4, 0)]),
        (p("- Như trên;"), []),
        (p(" " * 40, "", UNDER), [line(49.4, 0)]),
        (p(" " * 40), []),
        (p("\t\t", "", UNDER), [line(25.4, 0)]),
        (p("\t\t"), []),
        (p("\t", LEADER), [line(50, 0)]),
        (p("", "", "") + para(r("___", "<w:vanish/>")), []),
    ],
)  # fmt: skip
def test_a_line_of_a_paragraph_is_measured(tmp_path: Path, body: str, expected: list[Rule]) -> None:
    assert rules(tmp_path, body) == expected


def test_underscores_that_draw_a_line_are_no_words(tmp_path: Path) -> None:
    body = p("Độc lập\n_______") + p("Số: ___/KH")
    first, second = read_layout(make_docx(tmp_path, body)).body

    assert (first.text, second.text) == ("Độc lập", "Số: ___/KH")


def drawn(
    props: str = "", where: str = "", cy: int = 0, node: str = "<wps:cNvCnPr/>", xfrm: str = ""
) -> str:
    position = where or "<wp:posOffset>360000</wp:posOffset>"
    return para(
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column">'
        f'{position}</wp:positionH><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><wps:wsp>{node}'
        f'<wps:spPr><a:xfrm{xfrm}><a:ext cx="1800000" cy="{cy}"/></a:xfrm><a:prstGeom prst="line"/>'
        f"{props or '<a:ln><a:solidFill/></a:ln>'}</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def pict(inside: str) -> str:
    return para(f"<w:r><w:pict>{inside}</w:pict></w:r>")


HIGHER = (
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-360000</wp:posOffset></wp:positionV>'
)
DASH = '<a:ln><a:solidFill/><a:prstDash val="dash"/></a:ln>'
RECT = '<v:rect style="position:absolute;margin-left:28.35pt;width:5cm;height:.5pt" {}/>'
GROUP = (
    '<v:group style="margin-left:0;width:100mm;height:1mm" coordsize="1000,10" coordorigin="0,0">'
    '<v:line from="200,0" to="700,0"/></v:group>'
)


@pytest.mark.parametrize(
    "body, expected",
    [
        (drawn(), [line(50, 10, kind="drawing")]),
        (drawn(where="<wp:align>center</wp:align>"), [line(50, 57.5, kind="drawing")]),
        (drawn(DASH), [line(50, 10, kind="drawing", solid=False)]),
        (drawn("<a:ln><a:noFill/></a:ln>"), []),
        (drawn(cy=1_800_000), []),
        (drawn(cy=3_600_000), []),
        (drawn(cy=3_600_000, xfrm=' rot="5400000"'), []),
        (drawn(cy=12_700), [line(50, 10, kind="drawing")]),
        (drawn("<a:solidFill/>", node="<wps:cNvSpPr/>", cy=9_000).replace('"line"', '"rect"'), [line(50, 10, kind="drawing")]),
        (drawn().replace('id="1"', 'id="1" hidden="1"'), []),
        (pict('<v:line from="56.7pt,2pt" to="198.45pt,2pt"/>'), [line(50, 20, kind="drawing")]),
        (pict('<v:line from="51.769999999999996pt,2pt" to="198.44999999999998pt,2pt"/>'), [line(51.74, 18.26, kind="drawing")]),
        (pict('<v:line style="position:absolute" from="56.7pt,-40pt" to="198.45pt,-40pt"/>'), [line(50, 20, kind="drawing", above=True)]),
        (drawn().replace("</wp:positionH>", f"</wp:positionH>{HIGHER}"), [line(50, 10, kind="drawing", above=True)]),
        (drawn().replace("</wp:positionH>", f"</wp:positionH>{HIGHER.replace('-', '')}"), [line(50, 10, kind="drawing")]),
        (pict('<v:line from="0,0" to="0,50pt"/>'), []),
        (pict('<v:line from="0,0" to="100pt,0" stroked="f"/>'), []),
        (pict('<v:line from="0,0" to="100pt,0"><v:stroke dashstyle="dash"/></v:line>'), [line(35.3, 0, kind="drawing", solid=False)]),
        (pict(RECT.format('fillcolor="black"')), [line(50, 10, kind="drawing")]),
        (pict(RECT.format('stroked="f" filled="f"')), []),
        (pict(RECT.format("").replace("position", "mso-position-horizontal:center;position")), [line(50, 57.5, kind="drawing")]),
        (pict('<v:rect style="width:0;height:1.5pt" o:hr="t" o:hralign="center" o:hrpct="400"/>'), [line(66, 49.5, kind="drawing")]),
        (pict(GROUP), [line(50, 20, kind="drawing")]),
        (pict(GROUP.replace('"0,0" coord', '"100,0" coord').replace('origin="0,0"', 'origin="100,0"')), [line(50, 10, kind="drawing")]),
        (pict('<v:shape style="width:100pt;height:50pt"/>'), []),
    ],
)  # fmt: skip
def test_a_drawn_line_is_measured(tmp_path: Path, body: str, expected: list[Rule]) -> None:
    assert rules(tmp_path, body) == expected


def edge(*edges: str) -> str:
    drawn_edges = "".join(f'<w:{name} w:val="single" w:sz="4"/>' for name in edges)
    cell = '<w:tcPr><w:tcW w:w="2835" w:type="dxa"/><w:tcBorders>{}</w:tcBorders></w:tcPr>'
    return f"<w:tc>{cell.format(drawn_edges)}{p('a')}</w:tc><w:tc>{p('b')}</w:tc>"


def rows(*found: str) -> str:
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in found) + "</w:tbl>"


@pytest.mark.parametrize(
    "body, expected",
    [
        (rows(edge("bottom")), [line(50, -2.03, kind="cell")]),
        (rows(edge("top")), [line(50, -2.03, kind="cell", above=True)]),
        (rows(edge("bottom"), edge("top")), [line(50, -2.03, kind="cell")]),
        (rows(edge("bottom", "left")), []),
        (rows(edge()), []),
        (table(["a", "b"], tblpr='<w:tblBorders><w:top w:val="single"/><w:bottom w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'), []),
    ],
)  # fmt: skip
def test_an_edge_of_a_cell_is_a_line(tmp_path: Path, body: str, expected: list[Rule]) -> None:
    assert rules(tmp_path, body) == expected


def test_equal_borders_of_neighbours_are_drawn_once(tmp_path: Path) -> None:
    under = TOP.format("single").replace("top", "bottom")
    layout = read_layout(make_docx(tmp_path, p("a", under) + p("b", under) + p("c", under)))

    assert [len(paragraph.rules) for paragraph in layout.body] == [0, 0, 1]


def test_a_box_is_no_line(tmp_path: Path) -> None:
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    (paragraph,) = read_layout(make_docx(tmp_path, p("MẬT", f"<w:pBdr>{sides}</w:pBdr>"))).body

    assert (paragraph.boxed, paragraph.rules) == (True, ())


def test_the_edges_of_a_style_and_of_the_paragraph_add_up(tmp_path: Path) -> None:
    under = TOP.format("dashed").replace("top", "bottom")
    body = p("a", '<w:pStyle w:val="Ke"/>' + under)

    found = rules(tmp_path, body, styles=style("Ke", TOP.format("single")))

    assert [rule.solid for rule in found] == [True, False]
