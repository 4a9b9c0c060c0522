"""The devices that the official forms are drawn with, as WordprocessingML.

Normal is Calibri 11, so every run names its font and size; rules are underscores, raised or not, or
shapes of two kinds; the table of the header is wider than the text and begins left of it.
"""

from __future__ import annotations

from pathlib import Path

from tests.check.docx import SECTION, make_docx, para, r, style, table

FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
CENTRE, BOTH, LEFT = (f'<w:jc w:val="{how}"/>' for how in ("center", "both", "left"))
TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
QUOC_HIEU = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # as the forms print it
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
_DEFAULTS = (
    '<w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
)
_THEME = (
    '<a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1></a:clrScheme>'
    '<a:fontScheme name="Office"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
)
_NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
_PAGE = para(
    "".join(
        f'<w:r><w:rPr>{FONT}<w:sz w:val="28"/></w:rPr>{mark}</w:r>'
        for mark in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> PAGE </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    ),
    CENTRE,
)


def t(text: str, size: float, how: str = "") -> str:
    """Return a run that names font and size; *how* holds b, i, u, c (caps), s (superscript)."""
    marks = {
        "b": "<w:b/>",
        "i": "<w:i/>",
        "u": '<w:u w:val="single"/>',
        "c": "<w:caps/>",
        "s": '<w:vertAlign w:val="superscript"/>',
    }
    toggles = "".join(marks[letter] for letter in how)
    return r(text, f'{FONT}{toggles}<w:sz w:val="{2 * size:g}"/>')


def line(text: str, size: float, how: str = "", ppr: str = CENTRE) -> str:
    """Return a paragraph of a table: centred, without space about it."""
    return para(t(text, size, how), TIGHT + ppr)


def text(words: str, how: str = "", number: str = "") -> str:
    """Return a paragraph of the text; *number* is bold before it."""
    spacing = '<w:spacing w:before="120" w:after="0" w:line="288" w:lineRule="auto"/>'
    runs = (t(f"{number} ", 14, "b") if number else "") + t(words, 14, how)
    return para(runs, f'{spacing}<w:ind w:firstLine="709"/>{BOTH}')


def dotted(dots: str) -> str:
    """Return a line to write on: at the left edge, without indent and space, in 11 pt."""
    return para(t(dots, 11, "i"), f"{TIGHT}<w:tabs/>{LEFT}")


def gap(points: float = 6) -> str:
    """Return an empty paragraph."""
    return para("", f'<w:spacing w:before="0" w:after="{20 * points:g}"/>')


def underscores(count: int, size: float, how: str = "") -> str:
    """Return a rule of underscores, as the forms type it: raised and bold."""
    return line("_" * count, size, how)


def vml(width_pt: float, left_pt: float) -> str:
    """Return a paragraph that a straight VML line is anchored in, from the left of its column."""
    shape = (
        f'<v:line style="position:absolute;z-index:1" from="{left_pt:g}pt,2pt" '
        f'to="{left_pt + width_pt:g}pt,2pt" strokecolor="black"/>'
    )
    return para(f"<w:r><w:pict>{shape}</w:pict></w:r>", TIGHT + CENTRE)


def drawing(width_mm: float, left_mm: float) -> str:
    """Return a paragraph with a DrawingML line; a VML one stands beside it for older programs."""
    wide, left = round(width_mm * 36000), round(left_mm * 36000)
    shape = (
        '<wp:anchor behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" simplePos="0" '
        'relativeHeight="2" distT="0" distB="0" distL="0" distR="0"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>25400</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="0"/><wp:wrapNone/><wp:docPr id="2" name="Line 2"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="0"/>'
        '</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor>"
    )
    old = f'<v:line from="{left_mm / 25.4 * 72:g}pt,2pt" to="{(left_mm + width_mm) / 25.4 * 72:g}pt,2pt"/>'
    choice = f'<mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback>"
    return para(
        f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>", TIGHT + CENTRE
    )


def wide_table(*rows: list[str], left: int = -431, widths: tuple[int, int] = (4254, 5954)) -> str:
    """Return a table of two columns that begins left of the text and ends right of it."""
    return table(*rows, tblpr=f'<w:tblInd w:w="{left}" w:type="dxa"/>', widths=widths)


def save(folder: Path, body: str, name: str = "van-ban.docx") -> Path:
    """Write the document with a page number in its header, none on its first page."""
    references = '<w:headerReference w:type="default" r:id="so"/><w:headerReference w:type="first" r:id="dau"/>'
    return make_docx(
        folder,
        body,
        styles=_NORMAL + style("footnotetext", rpr='<w:sz w:val="20"/>', based_on="Normal"),
        defaults=_DEFAULTS,
        theme=_THEME,
        section=f"{references}{SECTION}<w:titlePg/>",
        headers={"so": _PAGE, "dau": para("")},
        name=name,
    )
