"""Pages: paper, margins, columns, numbers, headers and whom they inherit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.check.facts import read_layout
from docgen.check.layout import Paragraph, Section
from tests.check.docx import SECTION, make_docx, p


def sections(folder: Path, body: str = "", **parts: Any) -> tuple[Section, ...]:
    return read_layout(make_docx(folder, body or p("a"), **parts)).sections


def end(inside: str = SECTION) -> str:
    """Return the last paragraph of a section."""
    return p("", f"<w:sectPr>{inside}</w:sectPr>")


@pytest.mark.parametrize(
    "fact, expected, document",
    [
        ("width_mm", 210.01, {}),
        ("height_mm", 297.0, {}),
        ("left_mm", 30.0, {}),
        ("right_mm", 14.99, {}),
        ("top_mm", 20.0, {}),
        ("top_mm", 20.0, {"section": SECTION.replace('w:top="1134"', 'w:top="-1134"')}),
        ("left_mm", 30.0, {"section": SECTION.replace("1701", "3cm")}),
        ("landscape", True, {"section": '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'}),
        ("width_mm", 215.9, {"section": ""}),
        ("left_mm", 25.4, {"section": '<w:pgSz w:w="11906" w:h="16838"/>'}),
        ("gutter_mm", 10.0, {"section": SECTION.replace('w:gutter="0"', 'w:gutter="567"')}),
        ("title_page", True, {"section": SECTION + "<w:titlePg/>"}),
        ("title_page", False, {"section": SECTION + '<w:titlePg w:val="0"/>'}),
        ("even_and_odd", True, {"settings": "<w:evenAndOddHeaders/>"}),
        ("mirrored", True, {"settings": "<w:mirrorMargins/>"}),
        ("number_start", 1, {"section": SECTION + '<w:pgNumType w:start="1"/>'}),
        ("number_start", None, {}),
        ("number_format", "lowerRoman", {"section": SECTION + '<w:pgNumType w:fmt="lowerRoman"/>'}),
        ("columns", 2, {"section": SECTION + '<w:cols w:num="2"/>'}),
        ("columns", 1, {"section": SECTION + '<w:cols w:num="-4"/>'}),
        ("new_page", True, {"section": SECTION + '<w:type w:val="continuous"/>'}),
    ],
)
def test_a_section_is_set_up(
    tmp_path: Path, fact: str, expected: object, document: dict[str, Any]
) -> None:
    (section,) = sections(tmp_path, **document)

    assert getattr(section, fact) == expected


@pytest.mark.parametrize(
    "more, column",
    [
        ("", 165.02),
        ('<w:cols w:num="2" w:space="567"/>', 77.51),
        (
            '<w:cols w:equalWidth="0" w:num="2"><w:col w:w="2835"/><w:col w:w="5000"/></w:cols>',
            50.01,
        ),
    ],
)
def test_text_fills_its_column(tmp_path: Path, more: str, column: float) -> None:
    layout = read_layout(make_docx(tmp_path, p("a"), section=SECTION + more))

    assert layout.body[0].column_mm == column


def test_a_gutter_narrows_the_text_unless_it_is_above(tmp_path: Path) -> None:
    gutter = SECTION.replace('w:gutter="0"', 'w:gutter="567"')
    beside = read_layout(make_docx(tmp_path, p("a"), section=gutter))
    above = read_layout(make_docx(tmp_path, p("a"), section=gutter, settings="<w:gutterAtTop/>"))

    assert (beside.body[0].column_mm, above.body[0].column_mm) == (155.02, 165.02)


def test_sections_split_the_body_where_they_end(tmp_path: Path) -> None:
    wide = '<w:pgSz w:w="16838" w:h="11906"/><w:type w:val="{}"/>'
    body = p("một") + end() + p("hai") + end(wide.format("nextPage")) + p("ba")
    first, second, third = sections(tmp_path, body, section=wide.format("continuous"))

    texts = [[b.text for b in s.blocks if isinstance(b, Paragraph)] for s in (first, second, third)]
    assert texts == [["một", ""], ["hai", ""], ["ba"]]
    assert [s.landscape for s in (first, second, third)] == [False, True, True]
    assert [s.new_page for s in (first, second, third)] == [True, True, False]
    places = [b.place for s in (first, second, third) for b in s.blocks]
    assert [(x.words, x.section) for x in places] == [
        ("đoạn 1", 1), ("đoạn 2", 1), ("đoạn 3", 2), ("đoạn 4", 2), ("đoạn 5", 3),
    ]  # fmt: skip


def words(blocks: dict[str, Any]) -> dict[str, str]:
    return {kind: " ".join(b.text for b in found) for kind, found in blocks.items()}


def test_headers_are_inherited_from_the_section_before(tmp_path: Path) -> None:
    usual = '<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/>'
    own = '<w:headerReference w:type="default" r:id="h3"/><w:footerReference w:type="even" r:id="f1"/>'
    body = p("a") + end(usual + SECTION) + p("b") + end() + p("c")
    first, second, third = sections(
        tmp_path,
        body,
        section=own + SECTION,
        headers={"h1": p("chung"), "h2": p(""), "h3": p("riêng")},
        footers={"f1": p("chẵn") + p("nữa")},
    )

    assert words(first.headers) == words(second.headers) == {"default": "chung", "first": ""}
    assert words(third.headers) == {"default": "riêng", "first": ""}
    assert (words(first.footers), words(third.footers)) == ({}, {"even": "chẵn nữa"})
    assert second.headers["default"][0].place.words == "đầu trang (phần 2)"
    assert second.headers["first"][0].place.words == "đầu trang của trang đầu (phần 2)"
    even = [block.place.words for block in third.footers["even"]]
    assert even == [
        "chân trang của trang chẵn (phần 3)",
        "chân trang của trang chẵn (phần 3), đoạn 2",
    ]


def test_a_header_that_is_not_there_is_none(tmp_path: Path) -> None:
    lost = '<w:headerReference w:type="default" r:id="khong"/>'

    assert sections(tmp_path, section=lost + SECTION)[0].headers == {}
