"""Strangers' files: what is no document is refused at once, by name."""

from __future__ import annotations

import io
import os
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.check.facts import UnreadableError, read_layout
from tests.check.docx import SECTION, make_docx, p, pack

BODY = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(path: Path) -> UnreadableError:
    """Return why *path* is not read."""
    with pytest.raises(UnreadableError) as caught:
        read_layout(path)
    assert path.name in str(caught.value)
    return caught.value


def zipped(*names: str, **contents: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, contents.get(name, b"<x/>"))
    return buffer.getvalue()


def odt() -> bytes:
    return zipped("mimetype", "content.xml", mimetype=b"application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "tệp rỗng"),
        (OLE + "WordDocument".encode("utf-16-le"), "văn bản Word kiểu cũ (.doc)"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel kiểu cũ (.xls)"),
        (OLE, "kiểu cũ của Microsoft Office"),
        (rb"{\rtf1\ansi Chao}", "tệp RTF"),
        (b"%PDF-1.7\n", "tệp PDF"),
        (b"\xff\xd8\xff\xe0JFIF", "tệp ảnh"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html></html>", "trang web (HTML)"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "trang web lưu gộp (MHT)"),
        (
            b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">',
            "tệp XML phẳng của Word (Flat OPC)",
        ),
        (
            b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
            "tệp XML của Word 2003",
        ),
        (b'<?xml version="1.0"?><office:document >', "ODF phẳng"),
        ("Kính gửi: Ủy ban nhân dân".encode(), "tệp chữ thường"),
        ("Kính gửi".encode("utf-16"), "tệp chữ thường"),
        (bytes(range(256)), "tệp không rõ loại"),
        (b"Rar!\x1a\x07", "tệp nén"),
        (odt(), "văn bản OpenDocument (.odt)"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "bảng tính Excel (.xlsx)"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint (.pptx)"),
        (zipped("a.txt"), "tệp nén (.zip)"),
        (zipped("cong-van.docx"), "có tệp .docx bên trong"),
    ],
)
def test_another_kind_of_file_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "van-ban.docx"
    path.write_bytes(content)

    error = refusal(path)

    assert error.code == "not-docx"
    assert words in str(error)
    assert str(error).endswith(".")


def test_a_workbook_with_its_relationships_is_named(tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    relation = (
        '<Relationship Id="rId1" Target="xl/workbook.xml" Type="http://schemas.openxmlformats'
        '.org/officeDocument/2006/relationships/officeDocument"/>'
    )
    path = pack(
        tmp_path / "so.docx",
        {
            "[Content_Types].xml": f'<Types><Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": f"<Relationships>{relation}</Relationships>",
            "xl/workbook.xml": "<workbook/>",
        },
    )

    assert "bảng tính Excel (.xlsx)" in str(refusal(path))


def test_a_document_with_a_password_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mat.docx"
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))

    error = refusal(path)

    assert error.code == "encrypted"
    assert "bỏ mật khẩu" in str(error)


def test_the_owner_file_of_word_is_named(tmp_path: Path) -> None:
    path = tmp_path / "~$van-ban.docx"
    path.write_bytes(b"\x05admin" + bytes(156))

    assert "tệp tạm" in str(refusal(path))


@pytest.mark.parametrize("name", ["khong-co.docx", "thu-muc", "a\0b.docx", "x" * 300])
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "thu-muc").mkdir()

    assert refusal(tmp_path / name).code == "cannot-open"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows không có ống")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.docx")

    assert refusal(tmp_path / "ong.docx").code == "cannot-open"


def xml(inside: str, head: str = "") -> str:
    return f'<?xml version="1.0"?>{head}<w:document {W}><w:body>{inside}</w:body></w:document>'


def bomb(tag: str, megabytes: int) -> bytes:
    return xml(f"<w:p><w:r><w:t>{tag * (megabytes << 20)}</w:t></w:r></w:p>").encode()


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
MANY_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "haha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "part, content, code, words",
    [
        (BODY, bomb("a", 20), "too-large", "bung ra hơn"),
        ("word/styles.xml", bomb("a", 20), "too-large", "bung ra hơn"),
        (BODY, xml("<w:p/>" * 60_000), "too-large", "hơn 50000 đoạn"),
        (
            BODY,
            xml("".join(map("<a b='{:06}'/>".format, range(700_000)))),
            "too-large",
            "hơn 600000 thẻ",
        ),
        (BODY, xml("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000), "forbidden-xml", "lồng quá nhiều"),
        (BODY, xml("<w:sdt>" * 240 + "</w:sdt>" * 240), "forbidden-xml", "lồng quá nhiều"),
        (BODY, xml("<w:p/>", LAUGHS), "forbidden-xml", "DTD"),
        (BODY, xml("<w:p>&a;</w:p>", OUTSIDE), "forbidden-xml", "DTD"),
        (BODY, xml("<w:p w:a='&j;'/>", MANY_LAUGHS), "forbidden-xml", "DTD"),
        ("word/settings.xml", f"{OUTSIDE}<w:settings {W}>&a;</w:settings>", "forbidden-xml", "DTD"),
        (BODY, xml("", OUTSIDE).encode("utf-16"), "forbidden-xml", "DTD"),
        (BODY, xml("\n\n<w:p></w:r>"), "broken-xml", f"phần {BODY} sai cú pháp XML ở dòng 3"),
        (BODY, xml("<w:p>&nbsp;</w:p>"), "broken-xml", "dòng 1, cột"),
        (BODY, "", "broken-xml", BODY),
        (BODY, "chữ", "broken-xml", BODY),
        (BODY, b'<?xml version="1.0" encoding="x-la"?><a/>', "broken-xml", BODY),
        ("word/styles.xml", f"<w:styles {W}>", "broken-xml", "word/styles.xml"),
        (BODY, "<a/>", "broken-package", "không phải văn bản Word"),
        ("word/x\\y.xml", "", "broken-package", "tên phần không hợp lệ"),
        ("../../etc/passwd", "", "broken-package", "tên phần không hợp lệ"),
        ("/word/a.xml", "", "broken-package", "tên phần không hợp lệ"),
        ("C:/a.xml", "", "broken-package", "tên phần không hợp lệ"),
        ("word/" + "x" * 600, "", "broken-package", "tên phần không hợp lệ"),
        ("Word/Document.xml", "", "broken-package", "trùng tên"),
    ],
)
def test_a_hostile_part_is_refused(
    tmp_path: Path, part: str, content: str | bytes, code: str, words: str
) -> None:
    path = make_docx(tmp_path, p("Chào"), settings="<w:zoom/>", parts={part: content})

    error = refusal(path)

    assert error.code == code
    assert words in str(error)


def test_a_missing_document_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.docx", {"[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>"})

    error = refusal(path)

    assert error.code == "broken-package"
    assert "thiếu phần word/document.xml" in str(error)


def test_more_parts_than_a_document_has_are_refused(tmp_path: Path) -> None:
    for count in (6_000, 30_000):
        path = make_docx(tmp_path, parts={f"word/media/{i}.png": b"" for i in range(count)})
        assert refusal(path).code == "too-large"


def patched(path: Path, change: Callable[[bytearray, int, int], None]) -> Path:
    """Change the local and the central header of the text of *path*."""
    data = bytearray(path.read_bytes())
    name = BODY.encode()
    change(data, data.find(name) - 30, data.rfind(name) - 46)
    path.write_bytes(data)
    return path


def test_a_part_that_lies_about_its_size_is_still_measured(tmp_path: Path) -> None:
    path = make_docx(tmp_path, parts={BODY: bomb("a", 40)})

    def small(data: bytearray, local: int, central: int) -> None:
        struct.pack_into("<I", data, local + 22, 1000)
        struct.pack_into("<I", data, central + 24, 1000)

    assert refusal(patched(path, small)).code in ("too-large", "broken-package")


def test_a_bomb_takes_little_memory(tmp_path: Path) -> None:
    path = make_docx(tmp_path, parts={BODY: bomb("a", 60)})
    tracemalloc.start()
    try:
        refusal(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 20 << 20


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    def locked(data: bytearray, local: int, central: int) -> None:
        data[local + 6] |= 1
        data[central + 8] |= 1

    assert refusal(patched(make_docx(tmp_path, p("a")), locked)).code == "encrypted"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 99])
def test_a_compression_that_word_does_not_know_is_told(tmp_path: Path, method: int) -> None:
    def strange(data: bytearray, local: int, central: int) -> None:
        struct.pack_into("<H", data, local + 8, method)
        struct.pack_into("<H", data, central + 10, method)

    error = refusal(patched(make_docx(tmp_path, p("a")), strange))

    assert error.code == "broken-package"
    assert "nén theo kiểu lạ" in str(error)


@pytest.mark.parametrize("keep", [4, 30, 200, 0.5, 0.99])
def test_a_cut_file_is_told(tmp_path: Path, keep: float) -> None:
    path = make_docx(tmp_path, p("Chào") * 50)
    data = path.read_bytes()
    path.write_bytes(data[: int(keep if keep > 1 else len(data) * keep)])

    assert refusal(path).code == "broken-package"


def test_one_part_twice_is_told(tmp_path: Path) -> None:
    path = make_docx(tmp_path, p("a"))
    with zipfile.ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(BODY, "<x/>")

    assert "trùng tên" in str(refusal(path))


def test_a_strict_document_is_read_like_any_other(tmp_path: Path) -> None:
    path = make_docx(tmp_path, p("Chào", '<w:ind w:start="2cm"/><w:jc w:val="end"/>'))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, data in parts.items():
        parts[name] = (
            data.replace(b"schemas.openxmlformats.org/wordprocessingml/2006/main", b"purl.oclc.org/ooxml/wordprocessingml/main")
            .replace(b"schemas.openxmlformats.org/officeDocument/2006/rel", b"purl.oclc.org/ooxml/officeDocument/rel")
        )  # fmt: skip
    pack(path, dict(parts))

    (paragraph,) = read_layout(path).body

    assert (paragraph.text, paragraph.left_mm, paragraph.align) == ("Chào", 20.0, "right")
    assert paragraph.runs[0].fonts == ("Times New Roman",)


def test_a_document_with_macros_or_a_template_is_read(tmp_path: Path) -> None:
    for kind in ("ms-word.document.macroEnabled", "ms-word.template.macroEnabledTemplate"):
        types = f'<Types><Override PartName="/{BODY}" ContentType="application/vnd.{kind}.main+xml"/></Types>'
        path = make_docx(tmp_path, p("Chào"), parts={"[Content_Types].xml": types})
        assert read_layout(path).body[0].text == "Chào"


def test_the_document_may_have_another_name(tmp_path: Path) -> None:
    plain = make_docx(tmp_path, p("Chào"), section=SECTION)
    with zipfile.ZipFile(plain) as package:
        parts = {n: package.read(n) for n in package.namelist()}
    parts["word/document2.xml"] = parts.pop(BODY)
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"document.xml", b"document2.xml")
    path = pack(tmp_path / "khac.docx", dict(parts))

    assert read_layout(path).body[0].text == "Chào"


def nested(depth: int) -> str:
    blocks = p("đáy")
    for _ in range(depth):
        blocks = f"<w:tbl><w:tr><w:tc>{blocks}{p()}</w:tc></w:tr></w:tbl>"
    return blocks


def boxes(depth: int) -> str:
    blocks = p("đáy")
    for _ in range(depth):
        blocks = f"<w:p><w:r><w:pict><v:rect><v:textbox><w:txbxContent>{blocks}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
    return blocks


LONG_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="S{i}"><w:basedOn w:val="S{i + 1}"/></w:style>'
    for i in range(5_000)
)
STOPS = "".join(f'<w:tab w:val="left" w:pos="{i}"/>' for i in range(5_000))
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="{}"/></w:lvl>'
LEVELS = "".join(LEVEL.format(i, "%1" * 500) for i in range(500))
NUMBERS = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
LISTED = "".join(
    p("a", f'<w:numPr><w:ilvl w:val="{i % 500}"/><w:numId w:val="1"/></w:numPr>')
    for i in range(2_000)
)


@pytest.mark.parametrize(
    "document",
    [
        {"body": nested(60)},
        {"body": boxes(30)},
        {"body": p("a", '<w:pStyle w:val="S0"/>'), "styles": LONG_STYLES},
        {"body": p("\t" * 20_000, f"<w:tabs>{STOPS}</w:tabs>")},
        {"body": LISTED, "numbering": NUMBERS},
        {"body": "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + "</w:p>"},
    ],
    ids=["tables", "boxes", "styles", "tabs", "lists", "fields"],
)
def test_what_is_odd_but_lawful_is_read(tmp_path: Path, document: dict[str, str]) -> None:
    path = make_docx(tmp_path, **document)  # type: ignore[arg-type]

    assert read_layout(path).body
