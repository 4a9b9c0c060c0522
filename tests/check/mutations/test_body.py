"""Faults of the text, each put into a good plan: letters, edges, spaces, numbers of parts."""

from __future__ import annotations

from tests.check.docx import p
from tests.check.mutations.case import DISTRICT, Case, Told, each
from tests.check.mutations.parts import (
    all_of,
    before,
    drop,
    like,
    look,
    retext,
    style,
    within,
    words,
)

TEXT = "NoiDung"
_LEFT = '<w:jc w:val="left"/>'
_BODY = '<w:ind w:firstLine="720"/><w:spacing w:before="120"/><w:jc w:val="both"/>'
_SPACING = '<w:spacing w:before="120" w:after="0" w:line="264" w:lineRule="auto"/>'


def spacing(how: str) -> str:
    return f"<w:spacing {how}/>"


def ground(text: str, rpr: str = "<w:i/>") -> str:
    return p(text, _BODY, rpr)


_DOUBLE = spacing('w:before="120" w:line="480"')
LAW = "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;"
DECREE = "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở."

CASES = [
    Case(
        "size-12",
        look(TEXT, rpr='<w:sz w:val="24"/>', at=1),
        "body-size",
        follows={"body-one-size": "info"},
    ),
    Case("size-15-style", style("Khoan", "", '<w:sz w:val="30"/>'), "body-size"),
    Case("one-paragraph-13", look(TEXT, rpr='<w:sz w:val="26"/>', at=1), "body-one-size", "info"),
    Case("leaning-paragraph", look(TEXT, rpr="<w:i/>", at=1), "body-style"),
    Case("bold-paragraph", look(TEXT, rpr="<w:b/>", at=1), "body-bold", "warning"),
    Case("capitals", look(TEXT, rpr="<w:caps/>", at=2), "body-caps"),
    Case(
        "capitals-with-a-citation",
        look(TEXT, rpr="<w:caps/>", at=1),
        "body-caps",
    ),
    Case("left-style", style(TEXT, '<w:jc w:val="both"/>', _LEFT), "body-align"),
    Case("left-run", look(TEXT, _LEFT, at=3), "body-align"),
    Case("no-indent", look(TEXT, '<w:ind w:firstLine="0"/>', at=1), "body-indent"),
    Case("indent-20-mm", style(TEXT, 'w:firstLine="720"', 'w:firstLine="1134"'), "body-indent"),
    Case(
        "indent-by-tab",
        all_of(
            look(TEXT, '<w:ind w:firstLine="0"/>', at=1),
            within(TEXT, '<w:t xml:space="preserve">', '<w:tab/><w:t xml:space="preserve">', 1),
        ),
        "body-indent",
        "info",
    ),
    Case(
        "whole-block",
        look(TEXT, '<w:ind w:left="720" w:firstLine="0"/>', at=1),
        "body-block-indent",
        "warning",
    ),
    Case(
        "no-space-between",
        look(TEXT, spacing('w:before="0" w:after="0"'), at=2),
        "body-paragraph-space",
    ),
    Case("no-space-style", style(TEXT, 'w:before="120"', 'w:before="60"'), "body-paragraph-space"),
    Case(
        "contextual-spacing",
        style(TEXT, _SPACING, f"{_SPACING}<w:contextualSpacing/>"),
        "body-paragraph-space",
    ),
    Case(
        "double-lines",
        look(TEXT, spacing('w:before="120" w:line="480" w:lineRule="auto"'), at=1),
        "body-line-spacing",
    ),
    Case(
        "exactly-10-pt",
        look(TEXT, spacing('w:before="120" w:line="200" w:lineRule="exact"'), at=1),
        "body-line-spacing",
    ),
    Case("double-lines-style", style("Diem", "<w:pPr>", f"<w:pPr>{_DOUBLE}"), "body-line-spacing"),
    Case("no-end", words("giải quyết./.", "giải quyết."), "body-end", "warning"),
    Case("dash-lists", within(TEXT, "- ", "– ", 1), "list-sign", "info"),
    Case("muc-small-letters", retext("Muc", "I. Mục đích, yêu cầu"), "muc-style"),
    Case("muc-thin", style("Muc", "<w:b/>", ""), "muc-style"),
    Case("khoan-thin", look("Khoan", rpr='<w:b w:val="0"/>'), "khoan-style", "warning"),
    Case("khoan-capitals", look("Khoan", rpr="<w:caps/>"), "khoan-style"),
    Case("diem-bold", look("Diem", rpr="<w:b/>"), "diem-style", "warning"),
    Case(
        "diem-leaning",
        style("Diem", "", "<w:i/>"),
        "diem-style",
    ),
    Case("muc-with-a-stroke", retext("Muc", "II/ NỘI DUNG", 1), "numbering-mark"),
    Case("khoan-skipped", retext("Khoan", "3. Yêu cầu", 1), "numbering-sequence", "warning"),
    Case("muc-doubled", retext("Muc", "II. TỔ CHỨC THỰC HIỆN", 2), "numbering-sequence", "warning"),
    Case(
        "diem-f",
        within("Diem", "b) ", "f) ", 1),
        "diem-letters",
        follows={"numbering-sequence": "warning"},
    ),
    Case("diem-order", within("Diem", "b) ", "d) ", 1), "numbering-sequence", "warning"),
    Case(
        "diem-with-a-dot",
        within("Diem", "a) ", "a. "),
        "numbering-mark",
    ),
    Case("ground-upright", before(TEXT, ground(LAW, "") + ground(DECREE)), "can-cu-style"),
    Case(
        "ground-comma",
        before(TEXT, ground(LAW.replace(";", ",")) + ground(DECREE)),
        "can-cu-punctuation",
    ),
    Case(
        "ground-two-in-one",
        before(TEXT, ground(f"{LAW} {DECREE.replace('Căn', 'căn')}")),
        "can-cu-line",
    ),
    Case(
        "ground-short-day",
        before(
            TEXT, ground(LAW) + ground(DECREE.replace("ngày 14 tháng 8 năm 2023", "ngày 14/8/2023"))
        ),
        "can-cu-date",
        "warning",
    ),
    Case("no-text-below-the-title", like("TrichYeu", "Năm 2025."), "trich-yeu-full-stop", "info"),
    Case("empty-paragraphs", before("Muc", "<w:p><w:pPr/></w:p>" * 3), "empty-paragraphs", "info"),
    Case("district-left", style(TEXT, '<w:jc w:val="both"/>', _LEFT), "body-align", of=DISTRICT),
    Case("no-end-of-district", drop("DoanKet"), "body-end", "warning", of=DISTRICT),
]


@each(CASES)
def test_a_fault_of_the_text_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
