"""Faults of the page, each put into a good plan: paper, margins, page numbers."""

from __future__ import annotations

from tests.check.mutations.case import Case, Told, each
from tests.check.mutations.parts import DOCUMENT, all_of, part, section, size, style, words

_HEADER = "word/header1.xml"
_NUMBER = '<w:headerReference w:type="default" r:id="rId10"/>'
_FOOTER = _NUMBER.replace("header", "footer").replace("rId10", "rIdfooter")
_FIELD = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
_FTR = f'<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{_FIELD}</w:ftr>'

CASES = [
    Case("left-25-first-section", section(1, 'w:left="1701"', 'w:left="1418"'), "page-margins"),
    Case("left-36-annex", section(3, 'w:left="1701"', 'w:left="2041"'), "page-margins"),
    Case("right-22-last-annex", section(5, 'w:right="850"', 'w:right="1247"'), "page-margins"),
    Case("top-15", section(2, 'w:top="1134"', 'w:top="850"'), "page-margins"),
    Case("bottom-30", section(1, 'w:bottom="1134"', 'w:bottom="1701"'), "page-margins"),
    Case("gutter-10", section(1, 'w:gutter="0"', 'w:gutter="567"'), "page-margins"),
    Case(
        "letter-paper",
        section(1, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
        "paper-size",
    ),
    Case(
        "letter-paper-annex",
        section(4, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
        "paper-size",
    ),
    Case(
        "landscape-of-prose",
        section(1, 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'),
        "paper-orientation",
        "warning",
        # indents are as they were, so the line below the subject grows with the page
        {"trich-yeu-rule-length": "warning"},
    ),
    Case(
        "no-page-number",
        words("<w:fldChar", "<w:noProof", _HEADER, count=-1),
        "page-number-present",
    ),
    Case(
        "number-in-footer",
        all_of(words(_NUMBER, _FOOTER, DOCUMENT, -1), part("word/footer1.xml", _FTR, "footer")),
        "page-number-position",
    ),
    Case(
        "number-at-right",
        style("SoTrang", 'w:val="center"', 'w:val="right"'),
        "page-number-position",
    ),
    Case("number-on-page-one", section(1, "<w:titlePg/>", ""), "page-number-first"),
    Case(
        "trang-2",
        words("</w:pPr>", '</w:pPr><w:r><w:t xml:space="preserve">Trang </w:t></w:r>', _HEADER),
        "page-number-format",
        "warning",
    ),
    Case(
        "roman-number",
        section(1, '<w:pgNumType w:start="1"/>', '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'),
        "page-number-format",
    ),
    Case("number-12-pt", size("SoTrang", 12), "page-number-size"),
    Case("italic-number", style("SoTrang", "", "<w:i/>"), "page-number-style"),
    Case("bold-number", style("SoTrang", "", "<w:b/>"), "page-number-style", "warning"),
    Case(
        "starts-with-3",
        section(1, 'w:start="1"', 'w:start="3"'),
        "page-number-start",
        "warning",
    ),
    Case("annex-not-restarted", section(3, '<w:pgNumType w:start="1"/>', ""), "annex-pages"),
    Case("annex-number-on-page-one", section(3, "<w:titlePg/>", ""), "annex-first-page", "warning"),
]


@each(CASES)
def test_a_fault_of_the_page_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
