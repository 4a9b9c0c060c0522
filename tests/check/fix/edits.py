"""Faults of formatting alone, put into a good plan: what a mended copy must be free of."""

from __future__ import annotations

import re

from tests.check.mutations.parts import (
    DOCUMENT,
    STYLES,
    Edit,
    Parts,
    all_of,
    look,
    part,
    section,
    size,
    style,
    words,
)

HEADER = "word/header1.xml"
_NUMBER = '<w:headerReference w:type="default" r:id="rId10"/>'
_FOOTER = _NUMBER.replace("header", "footer").replace("rId10", "rIdfooter")
_XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FIELD = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
)
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office">'
    '<a:themeElements><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/>'
    '<a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/>'
    '<a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
_FONTS = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
)


def margins(old: str, new: str) -> Edit:
    """Return an edit of a margin of every section."""
    return words(old, new, count=-1)


def everywhere(rpr: str) -> Edit:
    """Return an edit that formats every run of the body directly."""

    def edit(parts: Parts) -> None:
        text = parts.texts[DOCUMENT].replace("<w:r><w:rPr>", f"<w:r><w:rPr>{rpr}")
        parts.texts[DOCUMENT] = text.replace("<w:r><w:t", f"<w:r><w:rPr>{rpr}</w:rPr><w:t")

    return edit


def in_headers(edit: str, new: str) -> Edit:
    return words(edit, new, HEADER, -1)


def no_headers(parts: Parts) -> None:
    """Take the headers away, and all that speaks of them."""
    text = re.sub(r"<w:headerReference [^>]*/>", "", parts.texts[DOCUMENT])
    parts.texts[DOCUMENT] = text.replace("<w:titlePg/>", "")


def in_footer(parts: Parts) -> None:
    """Move the number to a footer."""
    words(_NUMBER, _FOOTER, DOCUMENT, -1)(parts)
    part("word/footer1.xml", f"<w:ftr {_XMLNS}>{_FIELD}</w:ftr>", "footer")(parts)


def in_both(parts: Parts) -> None:
    """Print the number above and below."""
    words(_NUMBER, _NUMBER + _FOOTER, DOCUMENT, -1)(parts)
    part("word/footer1.xml", f"<w:ftr {_XMLNS}>{_FIELD}</w:ftr>", "footer")(parts)


def empty_header(parts: Parts) -> None:
    """Take the field out of the header."""
    parts.texts[HEADER] = re.sub(r"<w:r>.*</w:r>", "", parts.texts[HEADER])


def annex_goes_on(parts: Parts) -> None:
    """Let the pages of the annexes go on from the plan's, with a number on their first."""
    found = list(re.finditer(r"<w:sectPr>.*?</w:sectPr>", parts.texts[DOCUMENT]))[1:]
    for each in reversed(found):
        new = each[0].replace('<w:pgNumType w:start="1"/>', "").replace("<w:titlePg/>", "")
        text = parts.texts[DOCUMENT]
        parts.texts[DOCUMENT] = text[: each.start()] + new + text[each.end() :]


def direct(mark: str, ppr: str = "", rpr: str = "", most: int = 3) -> Edit:
    """Return an edit that formats the first few paragraphs of a style directly."""

    def edit(parts: Parts) -> None:
        for at in range(most):
            look(mark, ppr, rpr, at)(parts)

    return edit


EDITS: dict[str, Edit] = {
    "left-25": margins('w:left="1701" ', 'w:left="1418" '),
    "right-32-first": section(1, 'w:right="850"', 'w:right="1800"'),
    "top-10-second": section(2, 'w:top="1134"', 'w:top="567"'),
    "bottom-30-last": section(-1, 'w:bottom="1134"', 'w:bottom="1701"'),
    "gutter": section(1, 'w:gutter="0"', 'w:gutter="567"'),
    "letter-paper": section(1, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    "arial-in-defaults": words(_FONTS, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', STYLES),
    "arial-in-a-style": style("TenLoai", "", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
    "arial-everywhere": everywhere('<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'),
    "half-the-letters": everywhere('<w:rFonts w:hAnsi="Tahoma"/>'),
    "theme-fonts": all_of(
        words(_FONTS, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>', STYLES),
        part("word/theme/theme1.xml", _THEME, "theme"),
    ),
    "blue-defaults": words('<w:color w:val="000000"/>', '<w:color w:val="1F3864"/>', STYLES),
    "blue-everywhere": everywhere('<w:color w:val="0070C0"/>'),
    "quoc-hieu-15": size("QuocHieu", 15),
    "tieu-ngu-12-upright": all_of(size("TieuNgu", 12), style("TieuNgu", "<w:b/>", "")),
    "ten-loai-16-italic": look("TenLoai", rpr='<w:i/><w:sz w:val="32"/>'),
    "trich-yeu-left": look("TrichYeu", '<w:jc w:val="left"/>', "<w:i/>"),
    "so-bold-14": look("SoKyHieu", '<w:jc w:val="left"/>', '<w:b/><w:sz w:val="28"/>'),
    "date-upright": look("DiaDanhNgay", '<w:jc w:val="right"/>', '<w:b/><w:i w:val="0"/>'),
    "issuer-not-bold": look("CoQuanBanHanh", rpr='<w:b w:val="0"/><w:sz w:val="22"/>'),
    "number-at-right": style("SoTrang", 'w:val="center"', 'w:val="right"'),
    "number-11-italic": in_headers(
        "<w:r><w:t>", '<w:r><w:rPr><w:i/><w:sz w:val="22"/></w:rPr><w:t>'
    ),
    "number-on-page-one": words("<w:titlePg/>", "", count=-1),
    "number-in-footer": in_footer,
    "number-above-and-below": in_both,
    "no-headers": no_headers,
    "no-field": empty_header,
    "annex-goes-on": annex_goes_on,
    "body-12": size("NoiDung", 12),
    "body-16-here-and-there": direct("NoiDung", rpr='<w:sz w:val="32"/>'),
    "body-italic": direct("NoiDung", rpr="<w:i/>"),
    "body-left": direct("NoiDung", '<w:jc w:val="left"/>', most=9),
    "body-without-indent": direct("NoiDung", '<w:ind w:left="0" w:firstLine="0"/>'),
    "body-hanging": direct("NoiDung", '<w:ind w:left="2000" w:hanging="300"/>'),
    "body-no-space": direct("NoiDung", '<w:spacing w:before="0" w:after="0"/>', most=9),
    "body-contextual": direct("NoiDung", "<w:contextualSpacing/>", most=9),
    "body-double": direct("NoiDung", '<w:spacing w:line="480" w:lineRule="auto"/>'),
    "body-exactly-10": direct("NoiDung", '<w:spacing w:line="200" w:lineRule="exact"/>'),
    "heading-not-bold": look("Muc", rpr='<w:b w:val="0"/><w:i/>'),
    "quyen-han-12": look("QuyenHan", '<w:jc w:val="left"/>', '<w:b w:val="0"/><w:sz w:val="24"/>'),
    "ho-ten-italic": look("HoTen", rpr='<w:i/><w:sz w:val="32"/>'),
    "noi-nhan-upright-14": look("NoiNhan", rpr='<w:i w:val="0"/><w:sz w:val="28"/>'),
    "noi-nhan-list-12": direct("DanhSachNoiNhan", rpr='<w:b/><w:i/><w:sz w:val="24"/>', most=2),
    "annex-label-13-left": look(
        "PhuLuc", '<w:jc w:val="right"/>', '<w:b w:val="0"/><w:sz w:val="26"/>'
    ),
    "annex-title-italic": look("TenPhuLuc", rpr='<w:i/><w:sz w:val="40"/>'),
    "kem-theo-upright": look(
        "KemTheo", '<w:jc w:val="left"/>', '<w:i w:val="0"/><w:sz w:val="22"/>'
    ),
}
