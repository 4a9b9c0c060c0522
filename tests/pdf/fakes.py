"""Small Word documents, small PDFs, and outside programs that behave as a test wants."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from docgen.pdf.fonts import VIETNAMESE
from docgen.pdf.reader import LATIN

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "Kế hoạch thực hiện dân chủ ở cơ sở, được sự đồng ý của Đảng ủy"
TINOS = {"Tinos": "".join(sorted(LATIN | VIETNAMESE))}


def docx(text: str = TEXT, font: str = "Times New Roman", modified: str = "") -> bytes:
    """Return a document of one paragraph, as bare as a package may be."""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body><w:p><w:r>{fonts}'
        f"<w:t>{text}</w:t></w:r></w:p></w:body></w:document>",
    }
    if modified:
        parts["docProps/core.xml"] = f"<c><dcterms:modified>{modified}</dcterms:modified></c>"
    return package(parts)


def package(parts: Mapping[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, xml in parts.items():
            file.writestr(zipfile.ZipInfo(name), xml)
    return buffer.getvalue()


def pdf(
    fonts: Mapping[str, str] = TINOS, *, pages: int = 1, embedded: bool = True,
    worded: bool = True, archive: str = "", moment: str = "20261123040506+07'00'",
) -> bytes:  # fmt: skip
    """Return a PDF that prints for each font (family: letters) those letters in it."""
    objects: list[bytes] = []

    def add(text: str, stream: bytes | None = None) -> int:
        data = text.encode("latin-1")
        if stream is not None:
            data = data.replace(b">>", b"/Length %d>>" % len(stream), 1)
            data += b"\nstream\n" + stream + b"\nendstream"
        objects.append(data)
        return len(objects)

    names, shown = [], b""
    for number, (family, letters) in enumerate(fonts.items()):
        codes = dict(enumerate(dict.fromkeys(letters), start=1))
        rows = "".join(f"<{code:02X}> <{ord(letter):04X}>\n" for code, letter in codes.items())
        table = f"{len(codes)} beginbfchar\n{rows}endbfchar".encode()
        file = f"/FontFile2 {add('<<>>', b'glyphs')} 0 R" if embedded else ""
        name = f"/{'ABCDEF'[number] * 6}+{family}-Bold"
        descriptor = add(f"<</Type/FontDescriptor/FontName{name}/Flags 4{file}>>")
        font = add(
            f"<</Type/Font/Subtype/TrueType/BaseFont{name}/FirstChar 1/LastChar {len(codes)}"
            f"/Widths[{'500 ' * len(codes)}]/FontDescriptor {descriptor} 0 R"
            f"/ToUnicode {add('<<>>', table)} 0 R>>"
        )
        names.append(f"/F{number} {font} 0 R")
        shown += f"BT /F{number} 12 Tf 50 700 Td <{bytes(codes).hex()}> Tj ET\n".encode()
    content = add("<<>>", shown if worded else b"")
    parent = len(objects) + pages + 1
    kids = [
        add(f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R"
            f"/Resources<</Font<<{''.join(names)}>>>>>>")
        for _ in range(pages)
    ]  # fmt: skip
    add(f"<</Type/Pages/Count {pages}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>")
    xmp = f"<pdfaid:part>{archive[:1]}</pdfaid:part><pdfaid:conformance>{archive[1:]}</pdfaid:conformance>"
    day = f"{moment[:4]}-{moment[4:6]}-{moment[6:8]}T04:05:06+07:00"
    xmp += f"<xmp:CreateDate>{day}</xmp:CreateDate>"
    metadata = f"/Metadata {add('<</Type/Metadata>>', xmp.encode())} 0 R" if archive else ""
    catalog = add(f"<</Type/Catalog/Pages {parent} 0 R{metadata}>>")
    info = add(f"<</Producer(gia)/CreationDate(D:{moment})>>")
    return _file(objects, catalog, info)


def _file(objects: Sequence[bytes], catalog: int, info: int) -> bytes:
    whole, places = b"%PDF-1.6\n", []
    for number, data in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n" % number + data + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, size = len(whole), len(objects) + 1
    mark = b"0123456789ABCDEF" * 2
    return (
        whole + b"xref\n0 %d\n0000000000 65535 f \n" % size + table
        + b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R\n/ID [ <%s>\n<%s> ]\n/DocChecksum /%s\n>>\n"
        % (size, catalog, info, mark, mark, mark) + b"startxref\n%d\n%%%%EOF\n" % start
    )  # fmt: skip


def program(folder: Path, body: str, result: bytes | None = None) -> Path:
    """Write an outside program: *body* runs for each ``name`` among ``files``, with ``good``.

    ``text`` is what the document says, ``put(bytes)`` writes its PDF.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "good.pdf").write_bytes(pdf() if result is None else result)
    path = folder / "soffice"
    path.write_text(
        f"#!{sys.executable}\n"
        "import os, subprocess, sys, time, zipfile\nfrom pathlib import Path\n"
        "if '--version' in sys.argv: print('LibreOffice 24.8'); sys.exit()\n"
        f"good = Path({str(folder / 'good.pdf')!r}).read_bytes()\n"
        f"calls = Path({str(folder / 'calls')!r})\n"
        "out = Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "files = [Path(name) for name in sys.argv if name.endswith('.docx')]\n"
        "with calls.open('a') as log: log.write(f'{len(files)}\\n')\n"
        "for name in files:\n"
        "    text = zipfile.ZipFile(name).read('word/document.xml').decode()\n"
        "    put = (out / f'{name.stem}.pdf').write_bytes\n"
        + "".join(f"    {line}\n" for line in body.splitlines()),
        "utf-8",
    )
    path.chmod(0o755)
    return path


def calls(folder: Path) -> list[int]:
    """Return how many files each start of the program was given."""
    path = folder / "calls"
    return [int(line) for line in path.read_text().split()] if path.exists() else []
