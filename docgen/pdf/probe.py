"""A trial print: the font that stands for Times New Roman here, and whether its letters suffice.

What the system answers when it is asked for a font is not always what LibreOffice then takes.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from docgen.errors import DocgenError
from docgen.pdf.convert import Converter, Paper
from docgen.pdf.fonts import VIETNAMESE
from docgen.pdf.programs import Program
from docgen.pdf.source import read_source

_NAMESPACE = "http://schemas.openxmlformats.org"
_TYPES = f"""\
<Types xmlns="{_NAMESPACE}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELATIONS = f"""\
<Relationships xmlns="{_NAMESPACE}/package/2006/relationships">
<Relationship Id="rId1" Type="{_NAMESPACE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_RUN = """<w:p><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" \
w:cs="Times New Roman"/>{bold}</w:rPr><w:t>{text}</w:t></w:r></w:p>"""


def probe_document() -> bytes:
    """Return a document of all Vietnamese letters, upright and bold."""
    lower = "aàảãáâbcdeèẻẽéêghiìỉíklmnoòỏõóôpqrstuùủúvxyỳỷỹý" + "".join(sorted(VIETNAMESE))
    text = f"{lower} {lower.upper()}"
    body = "".join(_RUN.format(bold=bold, text=text) for bold in ("", "<w:b/>"))
    main = f'<w:document xmlns:w="{_NAMESPACE}/wordprocessingml/2006/main">'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"{main}<w:body>{body}</w:body></w:document>",
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, xml in parts.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}')
    return buffer.getvalue()


def probe(program: Program, patience: float) -> str | DocgenError:
    """Return the family that prints Times New Roman, or what is wrong with it."""
    path = Path("chu-viet.docx")
    data = probe_document()
    paper = Paper(path, data, read_source(path, data))
    for _, printed in Converter(program, patience=patience).convert([paper]):
        if isinstance(printed, DocgenError):
            return printed
        return ", ".join(sorted({font.family for font in printed.facts.fonts}))
    raise AssertionError  # nobody stops this converter
