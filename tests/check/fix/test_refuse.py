"""Documents that are only read, each with the reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.check.fix.mend import fix_file
from tests.check.fix.edits import EDITS
from tests.check.mutations.case import WARD, issue
from tests.check.mutations.parts import DOCUMENT, STYLES, Edit, Parts, all_of, retext, words

SETTINGS = "word/settings.xml"


def added(name: str, data: str = "<a/>") -> Edit:
    return lambda parts: parts.texts.update({name: data})


def changed(parts: Parts) -> None:
    mark = '<w:pPr><w:rPr><w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:rPr>'
    parts.swap("<w:pPr>", mark)


def inside(xml: str) -> Edit:
    """Return an edit that puts a mark before the first paragraph of the text."""
    return words("<w:body>", f"<w:body>{xml}")


def template(parts: Parts) -> None:
    parts.swap("document.main+xml", "template.main+xml", "[Content_Types].xml")


def set_read_only(parts: Parts) -> None:
    parts.swap("</w:settings>", '<w:writeProtection w:recommended="1"/></w:settings>', SETTINGS)


LOCKED = (
    '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
    "<w:sdtContent><w:p/></w:sdtContent></w:sdt>"
)
MARKS = (
    "customXmlInsRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
    "moveFromRangeStart", "moveToRangeEnd",
)  # fmt: skip

CASES = [
    *(("đang theo dõi", inside(f'<w:{mark} w:id="1" w:author="A"/>')) for mark in MARKS),
    ("đang theo dõi", words("<w:tcPr>", '<w:tcPr><w:cellIns w:id="1" w:author="A"/>')),
    ("đang theo dõi", words("<w:tcPr>", '<w:tcPr><w:cellMerge w:id="1" w:author="A"/>')),
    ("đang theo dõi", words("</w:rPr></w:style>", '<w:rPrChange w:id="1" w:author="A"/></w:rPr></w:style>', STYLES)),
    ("ô nội dung bị khóa", inside(LOCKED)),
    ("được đặt chỉ đọc", set_read_only),
    ("mẫu của Word", template),
    ("chèn tệp khác", inside('<w:altChunk r:id="rId99" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>')),
    ("đã ký số", added("_xmlsignatures/sig1.xml")),
    (
        "đang được bảo vệ",
        words("</w:settings>", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>', SETTINGS),
    ),
    ("đang theo dõi", changed),
    (
        "đang theo dõi",
        words("</w:pPr>", '<w:pPrChange w:id="1" w:author="A"><w:pPr/></w:pPrChange></w:pPr>'),
    ),
    ("có macro", added("word/vbaProject.bin", "x")),
    ("bản cuối", added("docProps/custom.xml", '<p name="_MarkAsFinal"/>')),
    ("Strict", words("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", count=-1)),
    ("của Đảng", retext("QuocHieu", "ĐẢNG CỘNG SẢN VIỆT NAM")),
    (
        "độ mật",
        words("<w:tbl>", "<w:p><w:r><w:t>TUYỆT MẬT</w:t></w:r></w:p><w:tbl>"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "edit"), CASES)
def test_a_document_that_may_not_be_mended_is_only_read(
    why: str, edit: Edit, good: Callable[[str], Path], tmp_path: Path
) -> None:
    parts = Parts(good(WARD))
    issue(parts, "12 tháng 02")
    all_of(EDITS["left-25"], edit)(parts)
    path = parts.save(tmp_path / "van-ban.docx")
    report, repair = fix_file(path)

    assert why in repair.why
    assert not repair.copy
    assert not repair.mended
    assert [each.name for each in tmp_path.iterdir()] == ["van-ban.docx"]
    assert report.verdicts
    assert {DOCUMENT, STYLES} <= parts.texts.keys()
