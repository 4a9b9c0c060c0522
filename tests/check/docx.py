"""Tiny Word documents made in code: what a test does not give is as plain as Word allows.

Fragments are WordprocessingML without namespace declarations; ``p`` and ``r`` write the usual ones.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

DEFAULTS = (
    '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
)
"""The content of w:docDefaults: Times New Roman 14, no spacing."""
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
)
"""The content of w:sectPr: A4, margins 20, 15, 20 and 30 mm."""


def p(text: str = "", ppr: str = "", rpr: str = "") -> str:
    """Return a paragraph with one run; *ppr* and *rpr* are the content of w:pPr and w:rPr."""
    return para(r(text, rpr) if text else "", ppr)


def para(runs: str, ppr: str = "") -> str:
    """Return a paragraph of ready-made runs."""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{runs}</w:p>"


def r(text: str, rpr: str = "") -> str:
    """Return a run; a tab in *text* becomes w:tab, a line feed w:br."""
    words = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    for mark, tag in (("\t", "<w:tab/>"), ("\n", "<w:br/>")):
        words = words.replace(mark, f'</w:t>{tag}<w:t xml:space="preserve">')
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}{words}</w:r>"


def table(*rows: list[str], tblpr: str = "", widths: tuple[int, ...] = ()) -> str:
    """Return a table; a cell is blocks (or plain words), *widths* are twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    found = ""
    for row in rows:
        cells = ""
        for index, cell in enumerate(row):
            width = (
                f'<w:tcPr><w:tcW w:w="{widths[index]}" w:type="dxa"/></w:tcPr>' if widths else ""
            )
            cells += f"<w:tc>{width}{cell if cell.startswith('<') else p(cell)}</w:tc>"
        found += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{found}</w:tbl>"


def style(
    name: str, ppr: str = "", rpr: str = "", based_on: str = "", kind: str = "paragraph"
) -> str:
    """Return a w:style; *kind* is "paragraph", "character" or "table"."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def make_docx(
    folder: Path,
    body: str = "",
    *,
    styles: str = "",
    defaults: str = DEFAULTS,
    section: str = SECTION,
    numbering: str = "",
    theme: str = "",
    settings: str = "",
    footnotes: str = "",
    endnotes: str = "",
    comments: str = "",
    headers: Mapping[str, str] | None = None,
    footers: Mapping[str, str] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    name: str = "van-ban.docx",
) -> Path:
    """Write a document and return its path.

    *styles*, *numbering*, *settings* … are what stands inside the root of their part (*theme*: inside
    a:themeElements). *headers* and *footers* map a relationship id to blocks, to be named in a
    w:headerReference of *section* or of a w:sectPr in *body*. *parts* are added, or replace, as given;
    *section* "" leaves the last w:sectPr out.
    """
    last = f"<w:sectPr>{section}</w:sectPr>" if section else ""
    normal = "" if 'w:styleId="Normal"' in styles else NORMAL
    sources = {
        "document": f"<w:body>{body}{last}</w:body>",
        "styles": f"<w:docDefaults>{defaults}</w:docDefaults>{normal}{styles}",
        "numbering": numbering,
        "settings": settings,
        "footnotes": footnotes,
        "endnotes": endnotes,
        "comments": comments,
    }
    made = {f"word/{key}.xml": _part(key, inside) for key, inside in sources.items() if inside}
    relations = {key: (key, f"{key}.xml") for key, inside in sources.items() if inside}
    if theme:
        made["word/theme/theme1.xml"] = (
            f'{_HEAD}<a:theme {_XMLNS} name="Office"><a:themeElements>{theme}</a:themeElements></a:theme>'
        )
        relations["theme"] = ("theme", "theme/theme1.xml")
    for kind, tag, blocks in (("header", "hdr", headers), ("footer", "ftr", footers)):
        for key, inside in (blocks or {}).items():
            made[f"word/{kind}-{key}.xml"] = f"{_HEAD}<w:{tag} {_XMLNS}>{inside}</w:{tag}>"
            relations[key] = (kind, f"{kind}-{key}.xml")
    del relations["document"]
    whole = _frame(relations) | made | dict(parts or {})
    return pack(folder / name, whole)


def pack(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write *parts* as a package."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def _part(key: str, inside: str) -> str:
    return f"{_HEAD}<w:{key} {_XMLNS}>{inside}</w:{key}>"


def _frame(relations: Mapping[str, tuple[str, str]]) -> dict[str, str | bytes]:
    """Return the parts that make a package of the rest: content types and relationships."""
    lines = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    types = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    ) + "".join(
        f'<Override PartName="/word/{target}" ContentType="{_MAIN}.{kind}+xml"/>'
        for kind, target in relations.values()
        if kind != "theme"
    )
    root = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": _relationships(root),
        "word/_rels/document.xml.rels": _relationships(lines),
    }


def _relationships(lines: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'
