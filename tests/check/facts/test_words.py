"""Words and where they come from: fields, tracked changes, containers, text boxes, notes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.check.facts import read_layout
from docgen.check.layout import Layout
from tests.check.docx import make_docx, p, para, r, table


def read(folder: Path, body: str, **parts: Any) -> Layout:
    return read_layout(make_docx(folder, body, **parts))


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruct(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'


def complex_field(words: str, result: str) -> str:
    return mark("begin") + instruct(words) + mark("separate") + result + mark("end")


SIMPLE = '<w:fldSimple w:instr=" PAGE ">{}</w:fldSimple>'
NESTED = mark("begin") + instruct("IF ") + complex_field("SECTION", r("9")) + instruct(" = 1 ")


@pytest.mark.parametrize(
    "inside, expected",
    [
        (complex_field(" PAGE  \\* MERGEFORMAT ", r("2")), [("2", "PAGE")]),
        (complex_field("page", r("2")), [("2", "PAGE")]),
        (complex_field("PAGE \\* Roman", r("II")), [("II", "PAGE \\* Roman")]),
        (instruct("ngoài trường") + r("a"), [("a", "")]),
        (complex_field("PAGE", ""), [("", "PAGE")]),
        (mark("begin") + instruct("PAGE") + mark("end"), [("", "PAGE")]),
        ("<w:r><w:pgNum/></w:r>", [("", "PAGE")]),
        (SIMPLE.format(r("2")), [("2", "PAGE")]),
        (SIMPLE.format(""), [("", "PAGE")]),
        (NESTED + mark("separate") + r("có") + mark("end"), [("có", "IF = 1")]),
        (complex_field("TOC", complex_field("PAGEREF _1", r("3"))), [("3", "PAGEREF _1")]),
        (mark("begin") + instruct("PAGE") + r("chữ"), [("chữ", "")]),
        (mark("end") + mark("separate") + r("chữ"), [("chữ", "")]),
    ],
)
def test_the_result_of_a_field_names_its_instruction(
    tmp_path: Path, inside: str, expected: list[tuple[str, str]]
) -> None:
    (paragraph,) = read(tmp_path, para(inside)).body

    assert [(run.text, run.field) for run in paragraph.runs] == expected


def test_a_field_may_span_paragraphs(tmp_path: Path) -> None:
    begin = para(mark("begin") + instruct("TOC") + mark("separate") + r("Một"))
    first, second, third = read(tmp_path, begin + para(r("Hai") + mark("end")) + p("Ba")).body

    assert [x.runs[0].field for x in (first, second, third)] == ["TOC", "TOC", ""]


CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "inside, text",
    [
        ('<w:hyperlink r:id="rId9">' + r("chinhphu.vn") + "</w:hyperlink>", "chinhphu.vn"),
        ('<w:smartTag w:element="place">' + r("Hà Nội") + "</w:smartTag>", "Hà Nội"),
        (CONTROL.format(r("Chữ")), "Chữ"),
        ('<w:customXml w:element="a">' + CONTROL.format(r("Chữ")) + "</w:customXml>", "Chữ"),
        ("<w:r><w:t> cắt </w:t></w:r>", "cắt"),
        (r("a") + "<w:r><w:noBreakHyphen/></w:r>" + r("b"), "a-b"),
        (r("a") + "<w:r><w:softHyphen/></w:r>" + r("b"), "a\u00adb"),
        (r("a\nb\tc"), "a\nb\tc"),
        ('<w:r><w:br w:type="page"/></w:r>', "\f"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "\uf0fe"),
        ('<w:r><w:sym w:char="D800"/></w:r>', ""),
        ("<w:r><w:ruby><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r>", "字"),
        (r("ẩn", "<w:vanish/>") + r("hiện"), "hiện"),
        ("<w:r><w:footnoteReference w:id='1'/></w:r>" + r("a"), "a"),
        (r("Việt Nam", "<w:caps/>"), "VIỆT NAM"),
    ],
)  # fmt: skip
def test_words_are_found_where_they_are(tmp_path: Path, inside: str, text: str) -> None:
    assert read(tmp_path, para(inside)).body[0].raw == text


def test_a_symbol_has_its_own_font(tmp_path: Path) -> None:
    inside = r("a") + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'

    fonts = [run.fonts for run in read(tmp_path, para(inside)).body[0].runs]

    assert fonts == [("Times New Roman",), ("Wingdings",)]


def changed(tag: str, words: str) -> str:
    text = words.replace("w:t>", "w:delText>") if tag == "del" else words
    return f'<w:{tag} w:id="1" w:author="a">{text}</w:{tag}>'


DELETED = changed("del", "<w:r><w:t>cũ</w:t></w:r>")


def test_tracked_changes_are_told_apart(tmp_path: Path) -> None:
    inside = r("a") + changed("ins", r("mới")) + DELETED
    inside += changed("moveTo", r("đến")) + changed("moveFrom", r("đi"))
    layout = read(tmp_path, para(inside))

    assert layout.body[0].text == "amớiđến"
    assert [(x.text, x.inserted, x.deleted) for x in layout.body[0].runs] == [
        ("a", False, False),
        ("mới", True, False),
        ("cũ", False, True),
        ("đến", True, False),
        ("đi", False, True),
    ]
    assert (layout.insertions, layout.deletions) == (2, 2)


def test_a_paragraph_struck_out_with_its_mark_is_gone_but_counted(tmp_path: Path) -> None:
    struck = para(DELETED, '<w:rPr><w:del w:id="2" w:author="a"/></w:rPr>')
    (kept,) = read(tmp_path, struck + p("Còn")).body

    assert (kept.text, kept.place.words) == ("Còn", "đoạn 2")


def test_blocks_in_controls_are_blocks(tmp_path: Path) -> None:
    row = "<w:tr>" + CONTROL.format("<w:tc>" + p("ô") + "</w:tc>") + "</w:tr>"
    body = (
        CONTROL.format(p("a") + CONTROL.format(p("b")))
        + "<w:tbl>"
        + CONTROL.format(row)
        + "</w:tbl>"
    )

    assert [x.text for x in read(tmp_path, body).body] == ["a", "b", "ô"]


WPS = (
    '<w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:docPr id="1" name="x"/><a:graphic><a:graphicData><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm>'
    '<a:ext cx="1800000" cy="720000"/></a:xfrm></wps:spPr><wps:txbx><w:txbxContent>{}</w:txbxContent>'
    '</wps:txbx><wps:bodyPr lIns="0" rIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
)
VML = (
    '<w:pict><v:shape style="width:100pt;height:50pt"><v:textbox><w:txbxContent>{}</w:txbxContent>'
    "</v:textbox></v:shape></w:pict>"
)
BOTH = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="{}">' + WPS + "</mc:Choice><mc:Fallback>" + VML
    + "</mc:Fallback></mc:AlternateContent></w:r>"
)  # fmt: skip


@pytest.mark.parametrize(
    "inside, width",
    [
        (BOTH.format("wps", p("HỎA TỐC"), p("HỎA TỐC")), 50.0),
        (BOTH.format("x", p("HỎA TỐC"), p("HỎA TỐC")), 30.2),
        ("<w:r>" + VML.format(p("HỎA TỐC")) + "</w:r>", 30.2),
        ("<w:r>" + WPS.format(p("HỎA TỐC")) + "</w:r>", 50.0),
        ("<w:r>" + WPS.format(p("HỎA TỐC")).replace(' lIns="0"', "") + "</w:r>", 47.46),
    ],
)
def test_a_text_box_is_read_once(tmp_path: Path, inside: str, width: float) -> None:
    anchor, boxed, after = read(tmp_path, para(r("Neo") + inside) + p("Sau")).body

    assert [x.text for x in (anchor, boxed, after)] == ["Neo", "HỎA TỐC", "Sau"]
    assert (boxed.boxed, anchor.boxed, boxed.column_mm) == (True, False, width)
    assert boxed.place.words == "khung chữ 1, đoạn 1"
    assert after.place.words == "đoạn 2"


def test_notes_stand_apart(tmp_path: Path) -> None:
    separator = '<w:footnote w:type="separator" w:id="0">' + p("---") + "</w:footnote>"
    note = '<w:footnote w:id="1">' + p("Theo báo cáo") + "</w:footnote>"
    last = '<w:endnote w:id="1">' + p("Hết") + "</w:endnote>"
    layout = read(tmp_path, p("a"), footnotes=separator + note, endnotes=last)

    assert [(x.text, x.place.words) for x in layout.notes] == [
        ("Theo báo cáo", "chú thích 1"),
        ("Hết", "chú thích cuối 1"),
    ]
    assert [x.text for x in layout.body] == ["a"]


def test_what_stands_beside_the_text_is_told(tmp_path: Path) -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Kế hoạch\n năm </dc:title></cp:coreProperties>'
    )
    fonts = (
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:font w:name="VNI-Times"><w:embedRegular/></w:font><w:font w:name="Arial"/></w:fonts>'
    )
    layout = read(
        tmp_path,
        p("a"),
        comments='<w:comment w:id="1">' + p("Sửa") + '</w:comment><w:comment w:id="2"/>',
        settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
        parts={
            "docProps/core.xml": core,
            "word/fontTable.xml": fonts,
            "_xmlsignatures/sig1.xml": "<x/>",
        },
    )

    assert (layout.title, layout.comments, layout.embedded_fonts) == (
        "Kế hoạch năm",
        2,
        ("VNI-Times",),
    )
    assert (layout.signed, layout.protected, layout.name) == (True, True, "van-ban.docx")


def test_a_plain_document_is_neither_signed_nor_protected(tmp_path: Path) -> None:
    layout = read(tmp_path, p("a"), settings='<w:documentProtection w:enforcement="0"/>')

    assert (layout.signed, layout.protected, layout.comments) == (False, False, 0)


def test_places_are_told_for_people(tmp_path: Path) -> None:
    nested = table([p("trong")])
    body = p("a") + table(["b", p("c") + nested + p("d")]) + p("e")
    places = [x.place.words for x in read(tmp_path, body).body]

    assert places == [
        "đoạn 1",
        "bảng 1, hàng 1, ô 1, đoạn 1",
        "bảng 1, hàng 1, ô 2, đoạn 1",
        "bảng 1, hàng 1, ô 2, bảng 1, hàng 1, ô 1, đoạn 1",
        "bảng 1, hàng 1, ô 2, đoạn 2",
        "đoạn 2",
    ]
