"""The effective formatting of one paragraph and its words, as Word resolves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.check.facts import read_layout
from docgen.check.layout import Paragraph
from tests.check.docx import DEFAULTS, NORMAL, make_docx, p, para, r, style, table

ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
MIXED = '<w:rFonts w:ascii="Arial" w:hAnsi="Tahoma"/>'
THEMED = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
THEME = (
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1>'
    '</a:clrScheme><a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/></a:minorFont></a:fontScheme>'
)
BOLD = style("Dam", rpr="<w:b/>")
BOLD_CHARACTER = style("DamChu", rpr="<w:b/>", kind="character")
NOTHING = "<w:rPrDefault/><w:pPrDefault/>"


def one(folder: Path, body: str, **parts: Any) -> Paragraph:
    """Return the first paragraph of a document, in a table or not."""
    return read_layout(make_docx(folder, body, **parts)).body[0]


def by(styles: str, rpr: str = "", text: str = "Chữ") -> dict[str, Any]:
    """Return a paragraph of the last of *styles*, and its parts."""
    name = styles.rpartition('w:styleId="')[2].partition('"')[0]
    return {"body": p(text, f'<w:pStyle w:val="{name}"/>', rpr), "styles": styles}


@pytest.mark.parametrize(
    "fact, expected, document",
    [
        # sizes
        ("size_pt", 14, {"body": p("a")}),
        ("size_pt", 10, {"body": p("a"), "defaults": NOTHING}),
        ("size_pt", 13.5, {"body": p("a", rpr='<w:sz w:val="27"/>')}),
        ("size_pt", 13, {"body": p("a", rpr='<w:sz w:val="13pt"/>')}),
        ("size_pt", 14, {"body": p("a", rpr='<w:sz w:val="lớn"/><w:szCs w:val="99"/>')}),
        ("size_pt", 12, by(style("A", rpr='<w:sz w:val="24"/>'))),
        ("size_pt", 12, by(style("A", rpr='<w:sz w:val="24"/>') + style("B", based_on="A"))),
        ("size_pt", 11, by(style("A", rpr='<w:sz w:val="24"/>') + style("B", rpr='<w:sz w:val="22"/>', based_on="A"))),
        ("size_pt", 14, by(style("A", rpr='<w:sz w:val="24"/>'), '<w:sz w:val="28"/>')),
        ("size_pt", 12, by(style("A", rpr='<w:sz w:val="24"/>', based_on="B") + style("B", based_on="A"))),
        ("size_pt", 12, by(style("A", rpr='<w:sz w:val="24"/>', based_on="A"))),
        ("size_pt", 14, {"body": p("a", '<w:pStyle w:val="KhongCo"/>')}),
        ("size_pt", 14, {"body": p("a", rpr='<w:rStyle w:val="KhongCo"/>')}),
        ("size_pt", 9, {"body": p("a"), "styles": NORMAL.replace("</w:style>", '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>')}),
        ("size_pt", 9, {"body": p("a", '<w:pStyle w:val="KhongCo"/>'), "styles": NORMAL.replace("</w:style>", '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>')}),
        ("size_pt", 14, {"body": p("a", '<w:rPr><w:sz w:val="40"/></w:rPr>')}),
        ("size_pt", 14, {"body": p("a", rpr='<w:rPrChange w:id="1"><w:rPr><w:sz w:val="40"/></w:rPr></w:rPrChange>')}),
        # toggles
        ("bold", True, {"body": p("a", rpr="<w:b/>")}),
        ("bold", False, {"body": p("a", rpr='<w:b w:val="0"/>')}),
        ("bold", False, {"body": p("a", rpr='<w:b w:val="false"/>')}),
        ("bold", False, {"body": p("a", rpr='<w:b w:val="off"/>')}),
        ("bold", True, {"body": p("a", rpr='<w:b w:val="on"/>')}),
        ("bold", False, {"body": p("a", rpr="<w:bCs/>")}),
        ("bold", True, by(BOLD)),
        ("bold", True, by(BOLD + style("Con", based_on="Dam"))),
        ("bold", True, by(BOLD + style("Con", rpr="<w:b/>", based_on="Dam"))),
        ("bold", False, by(BOLD + style("Con", rpr='<w:b w:val="0"/>', based_on="Dam"))),
        ("bold", False, by(BOLD, '<w:b w:val="0"/>')),
        ("bold", True, by(BOLD, "<w:b/>")),
        ("bold", False, by(BOLD_CHARACTER + BOLD, '<w:rStyle w:val="DamChu"/>')),
        ("bold", True, by(BOLD_CHARACTER + BOLD, '<w:rStyle w:val="DamChu"/><w:b/>')),
        ("bold", True, {"body": p("a", rpr='<w:rStyle w:val="DamChu"/>'), "styles": BOLD_CHARACTER}),
        ("bold", True, by(style("T", rpr='<w:b w:val="0"/>', kind="character") + BOLD, '<w:rStyle w:val="T"/>')),
        ("bold", True, {"body": p("a"), "defaults": "<w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault>"}),
        ("italic", True, by(style("N", rpr="<w:i/>"))),
        ("caps", True, {"body": p("a", rpr="<w:caps/>")}),
        ("caps", False, {"body": p("a", rpr="<w:smallCaps/>")}),
        ("hidden", True, {"body": p("a", rpr="<w:vanish/>")}),
        ("hidden", False, by(style("An", rpr="<w:vanish/>"), '<w:vanish w:val="0"/>')),
        ("underline", True, {"body": p("a", rpr='<w:u w:val="single"/>')}),
        ("underline", False, by(style("G", rpr='<w:u w:val="single"/>'), '<w:u w:val="none"/>')),
        ("raised", True, {"body": p("a", rpr='<w:vertAlign w:val="superscript"/>')}),
        ("raised", False, {"body": p("a", rpr='<w:vertAlign w:val="subscript"/>')}),
        # fonts of the characters that are there
        ("fonts", ("Times New Roman",), {"body": p("Chữ Việt")}),
        ("fonts", ("Times New Roman",), {"body": p("a"), "defaults": NOTHING}),
        ("fonts", ("Arial",), {"body": p("Viet Nam 2025", rpr=MIXED)}),
        ("fonts", ("Tahoma",), {"body": p("ườ", rpr=MIXED)}),
        ("fonts", ("Arial", "Tahoma"), {"body": p("Trường", rpr=MIXED)}),
        ("fonts", ("Arial", "Tahoma"), {"body": p("“A”", rpr=MIXED)}),
        ("fonts", ("Arial",), {"body": p(" ", rpr=MIXED)}),
        ("fonts", ("Arial",), by(style("A", rpr=ARIAL))),
        ("fonts", ("Arial", "Times New Roman"), {"body": p("Chữ", rpr='<w:rFonts w:ascii="Arial"/>')}),
        ("fonts", ("Times New Roman", "SimSun"), {"body": p("A中", rpr='<w:rFonts w:eastAsia="SimSun"/>')}),
        ("fonts", ("Times New Roman",), {"body": p("Chữ", rpr='<w:rFonts w:cs="Arial" w:eastAsia="Arial" w:hint="eastAsia"/>')}),
        ("fonts", ("Calibri",), {"body": p("Chữ", rpr=THEMED), "theme": THEME}),
        ("fonts", ("Cambria",), {"body": p("a", rpr='<w:rFonts w:asciiTheme="majorAscii"/>'), "theme": THEME}),
        ("fonts", ("Calibri",), {"body": p("a", rpr='<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>'), "theme": THEME}),
        ("fonts", ("Arial",), by(style("A", rpr=THEMED), ARIAL) | {"theme": THEME}),
        ("fonts", ("Times New Roman",), {"body": p("a", rpr=THEMED)}),
        # colours
        ("color", "000000", {"body": p("a", rpr='<w:color w:val="auto"/>')}),
        ("color", "FF0000", {"body": p("a", rpr='<w:color w:val="ff0000"/>')}),
        ("color", "000000", {"body": p("a", rpr='<w:color w:val="đỏ"/>')}),
        ("color", "000000", {"body": p("a", rpr='<w:color w:val="FF0000" w:themeColor="text1"/>'), "theme": THEME}),
        ("color", "FF0000", {"body": p("a", rpr='<w:color w:val="FF0000" w:themeColor="text1"/>')}),
        ("color", "4472C4", {"body": p("a", rpr='<w:color w:val="000000" w:themeColor="accent1"/>'), "theme": THEME}),
        ("color", "404040", {"body": p("a", rpr='<w:color w:val="000000" w:themeColor="text1" w:themeTint="BF"/>'), "theme": THEME}),
        ("color", "2F5496", {"body": p("a", rpr='<w:color w:val="000000" w:themeColor="accent1" w:themeShade="BF"/>'), "theme": THEME}),
        ("color", "FFFFFF", {"body": p("a", rpr='<w:color w:themeColor="text1"/>'), "theme": THEME, "settings": '<w:clrSchemeMapping w:t1="light1"/>'}),
    ],
)  # fmt: skip
def test_a_run_looks(tmp_path: Path, fact: str, expected: object, document: dict[str, Any]) -> None:
    (run,) = one(tmp_path, **document).runs

    assert getattr(run, fact) == expected


INDENT = '<w:ind w:left="567" w:firstLine="567"/>'
LISTED = '<w:numPr><w:numId w:val="1"/></w:numPr>'
LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/>'
    '</w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize(
    "fact, expected, document",
    [
        ("align", "left", {"body": p("a")}),
        ("align", "both", {"body": p("a", '<w:jc w:val="distribute"/>')}),
        ("align", "left", {"body": p("a", '<w:jc w:val="start"/>')}),
        ("align", "center", by(style("A", '<w:jc w:val="center"/>'))),
        ("align", "center", {"body": p("a", '<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center"/>')}),
        ("align", "center", {"body": p("\t2", '<w:tabs><w:tab w:val="center" w:pos="4680"/></w:tabs>')}),
        ("align", "center", {"body": para('<w:r><w:ptab w:alignment="center"/></w:r>' + r("2"))}),
        ("align", "left", {"body": p("\t2", '<w:tabs><w:tab w:val="center" w:pos="2000"/></w:tabs>')}),
        ("left_mm", 10.0, {"body": p("a", INDENT)}),
        ("left_mm", 10.0, {"body": p("a", '<w:ind w:start="1cm"/>')}),
        ("first_line_mm", 10.0, {"body": p("a", INDENT)}),
        ("first_line_mm", -10.0, {"body": p("a", '<w:ind w:left="567" w:hanging="567"/>')}),
        ("first_line_mm", 10.0, by(style("A", '<w:ind w:hanging="300"/>') + style("B", INDENT, based_on="A"))),
        ("left_mm", 10.0, by(style("A", INDENT) + style("B", '<w:ind w:right="100"/>', based_on="A"))),
        ("left_mm", 0.0, by(style("A", INDENT)) | {"body": p("a", '<w:pStyle w:val="A"/><w:ind w:left="0"/>')}),
        ("left_mm", 0.0, {"body": p("a", '<w:ind w:left="99999999999999999999999"/>')}),
        ("first_line_mm", 9.88, {"body": p("a", '<w:ind w:firstLineChars="200" w:firstLine="100"/>')}),
        ("first_line_mm", 1.76, {"body": p("a", '<w:ind w:firstLineChars="0" w:firstLine="100"/>')}),
        ("before_pt", 6.0, {"body": p("a", '<w:spacing w:before="120"/>')}),
        ("before_pt", 14.0, {"body": p("a", '<w:spacing w:before="120" w:beforeAutospacing="1"/>')}),
        ("before_pt", 6.0, {"body": p("a", '<w:spacing w:beforeLines="50" w:before="10"/>')}),
        ("after_pt", 8.0, {"body": p("a"), "defaults": DEFAULTS.replace("<w:pPrDefault/>", '<w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault>')}),
        ("after_pt", 10.0, by(style("A", '<w:spacing w:after="200"/>') + style("B", '<w:spacing w:before="60"/>', based_on="A"))),
        ("line", 1.5, {"body": p("a", '<w:spacing w:line="360" w:lineRule="auto"/>')}),
        ("line", 18.0, {"body": p("a", '<w:spacing w:line="360" w:lineRule="exact"/>')}),
        ("line_rule", "exact", {"body": p("a", '<w:spacing w:line="360" w:lineRule="exact"/>')}),
        ("line_rule", "auto", by(style("A", '<w:spacing w:line="360" w:lineRule="exact"/>') + style("B", '<w:spacing w:line="240"/>', based_on="A"))),
        ("line", 1.0, {"body": p("a", '<w:pPrChange w:id="1"><w:pPr><w:spacing w:line="480"/></w:pPr></w:pPrChange>')}),
        ("style", "Normal", {"body": p("a", '<w:pStyle w:val="KhongCo"/>')}),
        ("style", "Trích yếu", {"body": p("a", '<w:pStyle w:val="T"/>'), "styles": style("T").replace('w:name w:val="T"', 'w:name w:val="Trích yếu"')}),
        ("tabs_before", 2, {"body": p("\t\tChữ")}),
        ("tabs_before", 1, {"body": p("      Chữ")}),
        ("tabs_before", 0, {"body": p(" Chữ\t")}),
        ("boxed", True, {"body": p("a", '<w:pBdr><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/></w:pBdr>')}),
        ("boxed", True, {"body": p("a", '<w:framePr w:w="2000"/>')}),
        ("column_mm", 165.02, {"body": p("a")}),
        ("column_mm", 35.28, {"body": p("a", '<w:framePr w:w="2000"/>')}),
        # a list lies just below what names it
        ("left_mm", 12.7, {"body": p("a", LISTED), "numbering": LIST}),
        ("first_line_mm", -6.35, {"body": p("a", LISTED), "numbering": LIST}),
        ("left_mm", 10.0, {"body": p("a", LISTED + INDENT), "numbering": LIST}),
        ("left_mm", 12.7, {"body": p("a", '<w:pStyle w:val="A"/>' + LISTED), "styles": style("A", INDENT), "numbering": LIST}),
        ("left_mm", 10.0, by(style("A", LISTED + INDENT)) | {"numbering": LIST}),
        ("left_mm", 12.7, by(style("A", INDENT) + style("B", LISTED, based_on="A")) | {"numbering": LIST}),
        ("left_mm", 0.0, by(style("A", LISTED)) | {"body": p("a", '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>'), "numbering": LIST}),
    ],
)  # fmt: skip
def test_a_paragraph_stands(
    tmp_path: Path, fact: str, expected: object, document: dict[str, Any]
) -> None:
    assert getattr(one(tmp_path, **document), fact) == expected


TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="B"><w:name w:val="B"/><w:pPr><w:spacing w:after="40"/></w:pPr>'
    '<w:rPr><w:sz w:val="20"/><w:i/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band1Horz"><w:rPr><w:color w:val="0000FF"/></w:rPr></w:tblStylePr></w:style>'
)
LOOK = '<w:tblStyle w:val="B"/><w:tblLook w:val="0020"/>'


def test_a_table_style_lies_below_the_paragraph_style(tmp_path: Path) -> None:
    plain = DEFAULTS.replace('<w:sz w:val="28"/>', "")
    body = table(["Đầu"], ["Một"], ["Hai"], tblpr=LOOK)
    head, first, second = read_layout(
        make_docx(tmp_path, body, styles=TABLE_STYLE, defaults=plain)
    ).body

    assert (head.align, head.after_pt, head.runs[0].size_pt) == ("center", 2.0, 10.0)
    assert [x.runs[0].bold for x in (head, first, second)] == [True, False, False]
    assert [x.runs[0].color for x in (head, first, second)] == ["000000", "0000FF", "000000"]
    assert first.runs[0].italic


BANDS = (
    ("band1Horz", "band1Horz", [1, 1, 0, 0]),
    ("band2Horz", "band2Horz", [0, 0, 1, 1]),
    ("band1Vert", "band1Vert", [1, 0, 1, 0]),
    ("band2Vert", "band2Vert", [0, 1, 0, 1]),
    ("firstRow", "band1Horz", [0, 0, 1, 1]),
    ("firstCol", "firstCol", [1, 0, 1, 0]),
    ("lastRow", "lastRow", [0, 0, 1, 1]),
    ("lastCol", "lastCol", [0, 1, 0, 1]),
    ("firstRow", "nwCell", [0, 0, 0, 0]),
)


@pytest.mark.parametrize("look, kind, bold", BANDS)
def test_a_table_style_formats_its_bands(
    tmp_path: Path, look: str, kind: str, bold: list[int]
) -> None:
    word = {"firstCol": "firstColumn", "lastCol": "lastColumn"}.get(look, look)
    tblpr = f'<w:tblStyle w:val="S"/><w:tblLook w:{word}="1"/>'
    styles = (
        '<w:style w:type="table" w:styleId="S"><w:name w:val="S"/>'
        f'<w:tblStylePr w:type="{kind}"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )
    body = table(["a", "b"], ["c", "d"], tblpr=tblpr)
    found = read_layout(make_docx(tmp_path, body, styles=styles)).body

    assert [paragraph.runs[0].bold for paragraph in found] == [bool(x) for x in bold]


def test_a_bold_style_in_a_bold_row_is_not_bold(tmp_path: Path) -> None:
    body = table([p("Đầu", '<w:pStyle w:val="Dam"/>')], tblpr=LOOK)

    assert not one(tmp_path, body, styles=TABLE_STYLE + BOLD).runs[0].bold


def test_a_table_look_without_a_first_row_gives_it_nothing(tmp_path: Path) -> None:
    body = table(["Đầu"], tblpr='<w:tblStyle w:val="B"/><w:tblLook w:firstRow="0" w:noHBand="1"/>')

    assert not one(tmp_path, body, styles=TABLE_STYLE).runs[0].bold


def test_contextual_spacing_counts_between_equals_only(tmp_path: Path) -> None:
    near = style("A", '<w:spacing w:before="120" w:after="120"/><w:contextualSpacing/>')
    same = p("a", '<w:pStyle w:val="A"/>')
    first, second, other = read_layout(make_docx(tmp_path, same * 2 + p("b"), styles=near)).body

    assert [(x.before_pt, x.after_pt) for x in (first, second)] == [(6.0, 0.0), (0.0, 6.0)]
    assert other.before_pt == 0.0


def test_spacing_in_lines_follows_the_grid_of_the_page(tmp_path: Path) -> None:
    section = '<w:pgSz w:w="11906" w:h="16838"/><w:docGrid w:type="lines" w:linePitch="360"/>'
    body = p("a", '<w:spacing w:beforeLines="100"/>')

    assert one(tmp_path, body, section=section).before_pt == 18.0


def test_neighbours_of_one_formatting_are_one_run(tmp_path: Path) -> None:
    spell = '<w:proofErr w:type="spellStart"/>'
    runs = r("Kế ") + spell + r("hoạch", '<w:lang w:val="en-US"/>') + r(" năm", "<w:b/>")

    assert [run.text for run in one(tmp_path, para(runs)).runs] == ["Kế hoạch", " năm"]
