"""How letters are drawn otherwise than typed, and where frames and boxes stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.check.facts import read_layout
from docgen.check.layout import Paragraph
from tests.check.docx import SECTION, make_docx, p, para, r


def first(folder: Path, body: str, **parts: Any) -> Paragraph:
    return read_layout(make_docx(folder, body, **parts)).body[0]


@pytest.mark.parametrize(
    "rpr, form",
    [
        ("", ()),
        ('<w:w w:val="33"/>', ("narrow",)),
        ('<w:w w:val="90"/>', ()),
        ('<w:fitText w:val="500"/>', ("narrow",)),
        ('<w:spacing w:val="-60"/>', ("tight",)),
        ('<w:spacing w:val="-10"/>', ()),
        ('<w:spacing w:val="80"/>', ("wide",)),
        ("<w:smallCaps/>", ("small-caps",)),
        ("<w:smallCaps/><w:caps/>", ()),
        ("<w:strike/>", ("struck",)),
        ("<w:dstrike/>", ("struck",)),
        ('<w:strike w:val="0"/>', ()),
        ('<w:position w:val="-20"/>', ("shifted",)),
        ('<w:vertAlign w:val="subscript"/>', ("lowered",)),
        ("<w:emboss/>", ("drawn",)),
        ('<w:em w:val="dot"/>', ("marked",)),
        ('<w:bdr w:val="single"/>', ("marked",)),
        ('<w:shd w:val="clear" w:fill="000000"/>', ("dark",)),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', ("shaded",)),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>', ()),
        ('<w:highlight w:val="yellow"/>', ("shaded",)),
        ('<w:highlight w:val="black"/>', ("dark",)),
    ],
)
def test_letters_are_told_by_how_they_are_drawn(
    tmp_path: Path, rpr: str, form: tuple[str, ...]
) -> None:
    assert first(tmp_path, p("Chữ", rpr=rpr)).runs[0].form == form


_FILL = "<w14:textFill><w14:solidFill>{}</w14:solidFill></w14:textFill>"


@pytest.mark.parametrize(
    "color, seen",
    [
        ('<w14:srgbClr w14:val="FF0000"/>', "FF0000"),
        ('<w14:schemeClr w14:val="tx1"/>', "000000"),
        (
            '<w14:schemeClr w14:val="tx1"><w14:lumMod w14:val="50000"/><w14:lumOff w14:val="50000"/></w14:schemeClr>',
            "808080",
        ),
    ],
)
def test_what_fills_the_letters_is_their_colour(tmp_path: Path, color: str, seen: str) -> None:
    assert first(tmp_path, p("Chữ", rpr=_FILL.format(color))).runs[0].color == seen


@pytest.mark.parametrize("switch", ["<w:cs/>", "<w:rtl/>"])
def test_a_run_drawn_as_a_complex_script_has_the_look_of_one(tmp_path: Path, switch: str) -> None:
    own = '<w:rFonts w:cs="Arial"/><w:b/><w:iCs/><w:sz w:val="28"/><w:szCs w:val="16"/>'
    (run,) = first(tmp_path, p("Chữ", rpr=own + switch)).runs

    assert (run.size_pt, run.bold, run.italic, run.fonts) == (8.0, False, True, ("Arial",))


def test_a_paragraph_that_begins_a_page_says_so(tmp_path: Path) -> None:
    assert first(tmp_path, p("Phụ lục", "<w:pageBreakBefore/>")).page_break
    assert not first(tmp_path, p("Phụ lục", '<w:pageBreakBefore w:val="0"/>')).page_break


@pytest.mark.parametrize(
    "frame, aside",
    [
        ('w:hAnchor="margin" w:xAlign="center"', 0.0),
        ('w:hAnchor="margin" w:xAlign="right"', 82.5),
        ('w:hAnchor="margin" w:x="567"', -72.5),
        ('w:hAnchor="page" w:x="1701"', -82.5),
        ('w:hAnchor="text" w:y="1"', 0.0),
    ],
)
def test_a_frame_tells_how_far_it_is_from_the_middle(
    tmp_path: Path, frame: str, aside: float
) -> None:
    found = first(tmp_path, p("2", f"<w:framePr {frame}/>"))

    assert found.aside_mm == pytest.approx(aside, abs=0.1)


def test_a_text_box_tells_how_far_it_is_from_the_middle(tmp_path: Path) -> None:
    box = (
        '<w:r><w:pict><v:shape style="position:absolute;margin-left:430pt;width:50pt">'
        f"<v:textbox><w:txbxContent>{p('2')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    inside = read_layout(make_docx(tmp_path, para(box))).body[1]

    assert inside.aside_mm == pytest.approx(78.0, abs=0.1)


def test_a_number_nobody_has_computed_may_stand_behind_a_centring_tab(tmp_path: Path) -> None:
    stops = (
        '<w:tabs><w:tab w:val="center" w:pos="4677"/><w:tab w:val="right" w:pos="9355"/></w:tabs>'
    )
    field = '<w:fldSimple w:instr=" PAGE "/>'
    found = first(tmp_path, para(f"<w:r><w:tab/></w:r>{field}", stops))

    assert (found.align, found.tabs_before) == ("center", 0)
    assert found.stops == ("center", "right")


@pytest.mark.parametrize(
    "level, own, wrong",
    [
        ('<w:color w:val="FF0000"/>', "", {"color": "FF0000"}),
        ('<w:sz w:val="16"/>', "", {"size_pt": 8.0}),
        ("", "<w:i/>", {"italic": True}),
        ("<w:vanish/>", "", {"hidden": True}),
        ("", "<w:vanish/>", {"hidden": False}),
        ('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "", {"fonts": ("Arial",)}),
    ],
)
def test_an_automatic_number_looks_as_its_list_and_its_mark_say(
    tmp_path: Path, level: str, own: str, wrong: dict[str, Any]
) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:rPr>{level}</w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = f'<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr>{own}</w:rPr>'
    mark = first(tmp_path, p("Mục đích", listed), numbering=numbering).mark

    assert mark is not None
    assert mark.text == "1."
    assert {name: getattr(mark, name) for name in wrong} == wrong


def test_a_margin_that_a_header_may_push_tells_where_the_header_begins(tmp_path: Path) -> None:
    far = SECTION.replace('w:header="567"', 'w:header="3000"')
    fixed = far.replace('w:top="1134"', 'w:top="-1134"')

    assert read_layout(make_docx(tmp_path, section=far)).sections[0].header_mm == 52.92
    assert read_layout(make_docx(tmp_path, section=fixed)).sections[0].header_mm == 0.0


def test_text_of_another_file_is_counted(tmp_path: Path) -> None:
    body = p("Chữ") + '<w:altChunk r:id="rId9"/>' + para('<w:subDoc r:id="rId8"/>')

    assert read_layout(make_docx(tmp_path, body)).unread == 2


def test_a_run_keeps_its_words_beside_a_form(tmp_path: Path) -> None:
    found = first(tmp_path, para(r("một ") + r("hai", "<w:strike/>")))

    assert [(run.text, run.form) for run in found.runs] == [("một ", ()), ("hai", ("struck",))]
