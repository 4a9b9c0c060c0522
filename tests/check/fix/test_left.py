"""What a mend leaves to people, and says so: the document keeps all that it prints."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.check.facts import read_layout
from docgen.check.fix.mend import fix_file
from docgen.check.layout import paragraphs
from tests.check.fix.edits import EDITS, HEADER
from tests.check.mutations.case import WARD, issue
from tests.check.mutations.parts import STYLES, Edit, Parts, all_of, before, drop, words

FOOTER = "word/footer1.xml"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def field(words: str) -> str:
    """Return a field that nobody has computed yet."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {words} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


PRINTED = {
    "barcode": field('DISPLAYBARCODE "KH-125" QR'),
    "title-of-a-chapter": field('STYLEREF "Heading 1"'),
    "file-name": '<w:fldSimple w:instr=" FILENAME "/>',
    "number-of-pages": field("NUMPAGES"),
    "sign": '<w:r><w:sym w:font="Wingdings" w:char="F097"/></w:r>',
    "equation": f'<m:oMath xmlns:m="{_M}"><m:r><m:t>a+b</m:t></m:r></m:oMath>',
    "ink": f'<w:r><w:contentPart xmlns:r="{_R}" r:id="rId5"/></w:r>',
    "picture": "<w:r><w:drawing/></w:r>",
    "object": "<w:r><w:object/></w:r>",
    "hyphen": "<w:r><w:noBreakHyphen/></w:r>",
    "date": field("DATE"),
    "box": "<w:sdt><w:sdtContent><w:r><w:t>BM-01</w:t></w:r></w:sdtContent></w:sdt>",
}


@pytest.fixture
def spoilt(good: Callable[[str], Path], tmp_path: Path) -> Callable[..., Path]:
    """Return ``spoilt(edit, …)``: an issued plan with faults."""

    def make(*edits: Edit) -> Path:
        parts = Parts(good(WARD))
        issue(parts, "12 tháng 02")
        all_of(*edits)(parts)
        return parts.save(tmp_path / "van-ban.docx")

    return make


def beside_number(xml: str) -> Edit:
    return words("<w:fldSimple", f"{xml}<w:fldSimple", FOOTER)


@pytest.mark.parametrize("name", PRINTED)
def test_a_footer_with_more_than_the_number_stays_as_it_is(
    name: str, spoilt: Callable[..., Path]
) -> None:
    path = spoilt(EDITS["number-in-footer"], beside_number(PRINTED[name]))
    report, repair = fix_file(path)

    assert repair.copy is None
    assert [each.partition(": ")[2] for each in repair.notes] == [
        "cạnh số trang có chữ, hình, ký hiệu hay trường khác; tự chuyển số trang lên giữa đầu trang"
    ]
    assert "page-number-position" in {each.rule.id for each in report.findings}


def test_a_number_with_words_of_its_own_stays_as_it_is(spoilt: Callable[..., Path]) -> None:
    own = words('w:instr=" PAGE "', """w:instr=" PAGE \\# &quot;'Trang' 0&quot; \"""", FOOTER)

    assert fix_file(spoilt(EDITS["number-in-footer"], own))[1].copy is None


def test_a_number_is_not_taken_from_a_footer_when_the_header_has_no_room_for_it(
    spoilt: Callable[..., Path],
) -> None:
    title = f"<w:p>{field('STYLEREF 1')}</w:p></w:hdr>"
    path = spoilt(
        EDITS["number-above-and-below"], EDITS["no-field"], words("</w:hdr>", title, HEADER)
    )
    _, repair = fix_file(path)

    assert repair.copy is None
    assert any("đầu trang đã có trường khác" in each for each in repair.notes)


@pytest.mark.parametrize("name", ["barcode", "equation", "ink", "sign"])
def test_what_a_footer_prints_is_not_hidden_on_the_first_page(
    name: str, spoilt: Callable[..., Path]
) -> None:
    footer = EDITS["number-above-and-below"]
    only = words(
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>', PRINTED[name], FOOTER
    )
    path = spoilt(footer, only, EDITS["number-on-page-one"])
    _, repair = fix_file(path)
    copy = repair.copy or path

    assert not read_layout(copy).sections[0].title_page
    assert any("tự chọn Different First Page" in each for each in repair.notes)


def two_parts(between: str) -> Edit:
    line = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="center" w:pos="1700"/><w:tab w:val="center" w:pos="6500"/>'
        '</w:tabs></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'
        f"<w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t>{between}"
        "<w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r></w:p>"
    )
    return all_of(before("QuocHieu", line), drop("QuocHieu"), drop("TieuNgu"))


def test_parts_of_one_paragraph_are_left_with_what_to_do(spoilt: Callable[..., Path]) -> None:
    _, repair = fix_file(spoilt(two_parts("<w:br/>")))

    assert [each.partition(": ")[2] for each in repair.notes] == [
        "nhiều thành phần đứng chung một đoạn (Shift+Enter); tách dòng bằng Enter rồi chạy lại --fix"
    ]


def letterhead(parts: Parts) -> None:
    """Set the letterhead with tabs, as typewriters did, in letters that are too large."""
    rows = (
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("PHƯỜNG CẦU ĐẤT", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 25/KH-UBND", "Cầu Đất, ngày 12 tháng 02 năm 2025"),
    )
    typed = "".join(
        '<w:p><w:pPr><w:tabs><w:tab w:val="center" w:pos="1700"/><w:tab w:val="center" w:pos="6500"/>'
        '</w:tabs></w:pPr><w:r><w:rPr><w:sz w:val="36"/></w:rPr>'
        f"<w:tab/><w:t>{left}</w:t><w:tab/><w:t>{right}</w:t></w:r></w:p>"
        for left, right in rows
    )
    start = parts.texts["word/document.xml"].index("<w:tbl>")
    text = parts.texts["word/document.xml"]
    end = text.index("</w:tbl>") + len("</w:tbl>")
    parts.texts["word/document.xml"] = text[:start] + typed + text[end:]


def test_a_letterhead_set_with_tabs_stays_as_it_is(spoilt: Callable[..., Path]) -> None:
    path = spoilt(letterhead)
    report, repair = fix_file(path)
    copy = repair.copy or path
    xml = zipfile.ZipFile(copy).read("word/document.xml").decode("utf-8")

    assert {"quoc-hieu-size", "tieu-ngu-size"} <= {each.rule.id for each in report.findings}
    assert any("cách nhau bằng tab" in each for each in repair.notes)
    assert xml.count('<w:sz w:val="36"/>') == 3
    assert xml.partition("KẾ HOẠCH")[0].count('<w:jc w:val="center"/>') == 0


FONTS = {
    "bars": ("Code 128", "ABC123"),
    "bars-39": ("IDAutomationHC39M", "(KH125)"),
    "bars-free": ("Free 3 of 9", "*KH125*"),
    "product": ("EAN-13", "8934563138165"),
    "signs": ("MT Extra", "l"),
    "private": ("Arial", "&#xF061;"),
    "japanese": ("MS Mincho", "日本"),
    "thai": ("Cordia New", "ไทย"),
    "box": ("Segoe UI Symbol", "☐"),
}


def ending(font: str, text: str) -> Edit:
    """Return an edit that adds a paragraph of another font to the text."""
    names = "".join(f' w:{slot}="{font}"' for slot in ("ascii", "hAnsi", "cs", "eastAsia"))
    run = f"<w:r><w:rPr><w:rFonts{names}/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
    return before("Muc", f"<w:p>{run}")


@pytest.mark.parametrize("name", FONTS)
def test_codes_signs_and_other_scripts_keep_their_font(
    name: str, spoilt: Callable[..., Path]
) -> None:
    font, text = FONTS[name]
    path = spoilt(ending(font, text), EDITS["arial-in-a-style"])
    _, repair = fix_file(path)

    assert repair.copy
    package = zipfile.ZipFile(repair.copy)
    kept = f'w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"'
    assert kept in package.read("word/document.xml").decode("utf-8")
    assert b"Arial" not in package.read(STYLES)
    assert any(f"chữ phông {font} được giữ nguyên" in each for each in repair.notes)


def test_a_font_that_the_document_calls_one_of_signs_is_kept(spoilt: Callable[..., Path]) -> None:
    table = words(
        "</w:fonts>",
        '<w:font w:name="Dau rieng"><w:charset w:val="02"/></w:font></w:fonts>',
        "word/fontTable.xml",
    )
    path = spoilt(ending("Dau rieng", "abc"), table, EDITS["arial-in-a-style"])
    _, repair = fix_file(path)

    assert repair.copy
    assert b'w:ascii="Dau rieng"' in zipfile.ZipFile(repair.copy).read("word/document.xml")


def test_letters_of_the_everyday_are_set_in_the_one_font(spoilt: Callable[..., Path]) -> None:
    path = spoilt(ending("Verdana", "“Đảng ủy” – 5 m², 20 °C → 1.000 ₫…"))
    _, repair = fix_file(path)

    assert repair.copy
    assert b"Verdana" not in zipfile.ZipFile(repair.copy).read("word/document.xml")
    assert not list(repair.notes)
    assert [
        run.fonts
        for each in paragraphs(read_layout(repair.copy).blocks)
        for run in each.runs
        if "20 °C" in run.text
    ] == [("Times New Roman",)]
