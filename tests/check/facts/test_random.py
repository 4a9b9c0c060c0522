"""Whatever the bytes are, reading ends with a layout or with a sentence of our own."""

from __future__ import annotations

import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.check.facts import UnreadableError, read_layout
from tests.check.docx import SECTION, make_docx, p, pack, para, r, style, table

SETTINGS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PICT = '<w:r><w:pict><v:line from="1pt,2pt" to="90pt,2pt"/></w:pict></w:r>'
DRAWING = (
    '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:extent cx="9" cy="9"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr>'
    '<a:xfrm rot="0"><a:ext cx="1800000" cy="0"/></a:xfrm><a:prstGeom prst="line"/><a:ln><a:solidFill/></a:ln>'
    "</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)
BODY = (
    p("Điều", '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + p("a", '<w:spacing w:before="120" w:line="360"/><w:ind w:left="567" w:firstLine="567"/><w:jc w:val="both"/>')
    + para(r("Chữ", '<w:b/><w:sz w:val="28"/><w:color w:val="FF0000" w:themeColor="text1" w:themeTint="BF"/>') + FIELD + PICT + DRAWING)
    + p("____", '<w:tabs><w:tab w:val="left" w:pos="2835"/></w:tabs><w:pBdr><w:top w:val="single"/></w:pBdr>')
    + table(["a", p("b") + table(["c"])], tblpr='<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="04A0"/>', widths=(2000, 3000))
)  # fmt: skip


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the parts of a document with a bit of everything."""
    path = make_docx(
        tmp_path_factory.mktemp("goc"),
        BODY,
        styles=style("A", rpr="<w:i/>"),
        numbering=LIST,
        settings='<w:evenAndOddHeaders/><w:defaultTabStop w:val="720"/>',
        theme='<a:clrScheme name="x"><a:dk1><a:srgbClr val="000000"/></a:dk1></a:clrScheme>',
        headers={"h1": p("1")},
        footnotes='<w:footnote w:id="1">' + p("n") + "</w:footnote>",
        section='<w:headerReference w:type="default" r:id="h1"/>' + SECTION,
    )
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def settle(path: Path) -> None:
    """Read *path*: a layout or a refusal, nothing else."""
    try:
        layout = read_layout(path)
    except UnreadableError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either outcome is well
    else:
        assert layout.sections
        assert all(paragraph.text is not None for paragraph in layout.body)


@SETTINGS
@given(st.binary(max_size=2000), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"<?xml "]))
def test_random_bytes_are_refused(tmp_path: Path, data: bytes, head: bytes) -> None:
    path = tmp_path / "bua.docx"
    path.write_bytes(head + data)

    with pytest.raises(UnreadableError):
        read_layout(path)


@SETTINGS
@given(st.integers(0, 2**32))
def test_a_flipped_byte_of_the_package_is_no_surprise(
    tmp_path: Path, parts: dict[str, bytes], seed: int
) -> None:
    chance = random.Random(seed)
    path = pack(tmp_path / "lat.docx", dict(parts))
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)

    settle(path)


VALUE = re.compile(rb'"[^"]*"')
STRANGE = [
    b"", b"-1", b"0", b"999999999999999999", b"1e9", b"nan", b"inf", b"chu", "\u1ed9\u0663".encode(),
    b"%9%1", b"A", b"none", b"0x10", b" 5 ", b"1.5", b"-5cm", b"50%", b"FFFF", b"%", b".", b"+", b"1,2",
    b"../..", b"x" * 5000,
]  # fmt: skip


@SETTINGS
@given(st.integers(0, 2**32))
def test_a_strange_value_is_no_surprise(tmp_path: Path, parts: dict[str, bytes], seed: int) -> None:
    chance = random.Random(seed)
    changed = dict(parts)
    name = chance.choice([n for n in parts if n.endswith((".xml", ".rels"))])
    spots = [m for m in VALUE.finditer(parts[name]) if b"http" not in m[0] and b"UTF" not in m[0]]
    for spot in sorted(chance.sample(spots, min(3, len(spots))), key=lambda m: -m.start()):
        whole = changed[name]
        strange = b'"' + chance.choice(STRANGE) + b'"'
        changed[name] = whole[: spot.start()] + strange + whole[spot.end() :]

    settle(pack(tmp_path / "la.docx", dict(changed)))


@SETTINGS
@given(st.integers(0, 2**32))
def test_a_tag_out_of_place_is_no_surprise(
    tmp_path: Path, parts: dict[str, bytes], seed: int
) -> None:
    chance = random.Random(seed)
    changed = dict(parts)
    name = chance.choice([n for n in parts if n.startswith("word/") and n.endswith(".xml")])
    tags = re.findall(rb"</?([a-z]+:\w+)", parts["word/document.xml"])
    old, new = chance.choice(re.findall(rb"</?([a-z]+:\w+)", parts[name])), chance.choice(tags)
    changed[name] = re.sub(rb"(</?)" + old + rb"(?=[\s/>])", rb"\1" + new, parts[name])

    settle(pack(tmp_path / "cho.docx", dict(changed)))
