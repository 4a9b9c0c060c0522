"""Wrong fonts and colours by every road that Word has: runs, styles, defaults, themes."""

from __future__ import annotations

from tests.check.mutations.case import SCHOOL, Case, Told, each
from tests.check.mutations.parts import STYLES, Edit, all_of, look, part, style, within, words

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = (
    f'<a:theme xmlns:a="{_A}" name="Office"><a:themeElements><a:clrScheme name="Office">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
    '<a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
theme = part("word/theme/theme1.xml", THEME, "theme")
_DEFAULT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
_MINOR = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
_STRONG = '<w:style w:type="character" w:styleId="Dep"><w:name w:val="Dep"/>{}</w:style>'


def character_style(rpr: str) -> Edit:
    """Return an edit that puts one paragraph's words into a character style of their own."""
    new = _STRONG.format(f"<w:rPr>{rpr}</w:rPr>")
    return all_of(
        words("</w:styles>", f"{new}</w:styles>", STYLES),
        look("NoiDung", rpr='<w:rStyle w:val="Dep"/>', at=1),
    )


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


CASES = [
    Case("run", look("NoiDung", rpr=font("Arial"), at=1), "font-name"),
    Case("run-ascii-only", look("NoiDung", rpr='<w:rFonts w:ascii="Arial"/>', at=1), "font-name"),
    # letters with two marks (ế, ộ) take hAnsi
    Case("run-hansi-only", look("NoiDung", rpr='<w:rFonts w:hAnsi="Arial"/>', at=1), "font-name"),
    Case("style", style("TenLoai", "", font("Arial")), "font-name"),
    Case("style-that-others-rest-on", style("NoiDung", "", font("Calibri")), "font-name"),
    Case("normal-style", style("Normal", "", font("Cambria")), "font-name"),
    Case("document-defaults", words(_DEFAULT, font("Calibri"), STYLES), "font-name"),
    Case(
        "other-style-without-fonts",
        all_of(
            words(_DEFAULT, font("Calibri"), STYLES),
            style("Normal", "", _DEFAULT),
            style("DanhSachNoiNhan", '<w:basedOn w:val="Normal"/>', ""),
        ),
        "font-name",
    ),
    Case("theme-of-defaults", all_of(theme, words(_DEFAULT, _MINOR, STYLES)), "font-name"),
    # the theme wins over a name that stands beside it
    Case(
        "theme-over-name",
        all_of(theme, words(_DEFAULT, _DEFAULT.replace("<w:rFonts", _MINOR[:-2]), STYLES)),
        "font-name",
    ),
    Case("theme-of-run", all_of(theme, look("HoTen", rpr=_MINOR)), "font-name"),
    Case("character-style", character_style(font("Tahoma")), "font-name"),
    Case("page-number", style("SoTrang", "", font("Calibri")), "font-name"),
    Case("annex-table", style("ChuBang", "", font("Arial")), "font-name"),
    Case("vntime", look("NoiDung", rpr=font(".VnTime"), at=1), "font-legacy"),
    Case("vni", style("DoanKet", "", font("VNI-Times")), "font-legacy", of=SCHOOL),
    Case("private-letter", within("NoiDung", "dân chủ", "d\ue001n chủ", 1), "font-unicode"),
    Case("red", look("NoiDung", rpr='<w:color w:val="FF0000"/>', at=1), "font-color"),
    Case(
        "blue-of-the-theme",
        all_of(theme, look("TrichYeu", rpr='<w:color w:val="4472C4" w:themeColor="accent1"/>')),
        "font-color",
    ),
    Case("grey-style", style("DanhSachNoiNhan", "", '<w:color w:val="808080"/>'), "font-color"),
    Case(
        "red-by-its-filling",
        look(
            "NoiDung",
            rpr=f'<w14:textFill xmlns:w14="{_W14}"><w14:solidFill><w14:srgbClr w14:val="FF0000"/></w14:solidFill></w14:textFill>',
            at=1,
        ),
        "font-color",
    ),
    *(
        Case(f"form-{name}", look("NoiDung", rpr=rpr, at=1), "letter-form", level)
        for name, rpr, level in (
            ("narrow", '<w:w w:val="33"/>', "error"),
            ("small-capitals", "<w:smallCaps/>", "error"),
            ("raised", '<w:vertAlign w:val="superscript"/>', "error"),
            ("on-black", '<w:shd w:val="clear" w:fill="000000"/>', "error"),
            ("tight", '<w:spacing w:val="-60"/>', "warning"),
            ("struck", "<w:strike/>", "warning"),
            ("highlighted", '<w:highlight w:val="yellow"/>', "warning"),
        )
    ),
    Case(
        "small-as-a-complex-script",
        look("NoiDung", rpr='<w:szCs w:val="16"/><w:cs/>', at=1),
        "body-size",
        follows={"body-one-size": "info"},
    ),
    Case("coloured-character-style", character_style('<w:color w:val="1F3864"/>'), "font-color"),
]


@each(CASES)
def test_a_wrong_font_or_colour_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
