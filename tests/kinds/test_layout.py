"""The page, as Phụ lục I of Nghị định 30/2020/NĐ-CP wants it: in the file, and as it is printed."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from docgen.vietnamese.widths import width_mm

PLANS = ["quan-ngo-quyen", "phuong-cau-dat", "phuong-van-my"]
MM_PER_POINT = 25.4 / 72


@pytest.fixture(scope="module", params=PLANS)
def paper(
    request: pytest.FixtureRequest, make: Callable[..., Path], sample: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:  # fmt: skip
    return make(sample, request.param, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def document(paper: Path) -> Any:
    return docx.Document(str(paper))


def test_every_section_is_a4_upright_with_the_margins(document: Any) -> None:
    for section in document.sections:
        size = (section.page_width, section.page_height)
        edges = (section.top_margin, section.bottom_margin, section.left_margin)
        assert [round(length.mm) for length in size] == [210, 297]
        assert [round(edge.mm, 1) for edge in edges] == [20, 20, 30]
        assert 15 - 0.05 <= section.right_margin.mm <= 20


def test_the_page_number_is_a_field_centred_in_the_header_and_not_on_page_one(
    document: Any,
) -> None:
    for section in document.sections:
        (number,) = section.header.paragraphs
        assert section.different_first_page_header_footer
        assert "PAGE" in number._p.xml
        assert number.style.paragraph_format.alignment == 1
        assert number.style.font.size == Pt(14)
        assert not "".join(p.text for p in section.first_page_header.paragraphs)
        start = section._sectPr.find(qn("w:pgNumType"))
        assert start.get(qn("w:start")) == "1"


def test_each_annex_is_a_section_of_its_own(document: Any, paper: Path) -> None:
    annexes = sum(p.style.name == "Phụ lục" for p in document.paragraphs)

    assert len(document.sections) == 1 + annexes
    assert annexes == (0 if "quan" in str(paper) else 4)


def test_the_font_is_times_new_roman_everywhere(document: Any) -> None:
    fonts = set(re.findall(r'w:(?:ascii|hAnsi)="([^"]*)"', document.element.xml))
    fonts |= set(re.findall(r'w:(?:ascii|hAnsi)="([^"]*)"', document.styles.element.xml))

    assert fonts == {"Times New Roman"}


BODY = {"Nội dung", "Điểm", "Đoạn kết"}


def effective(style: Any, get: Callable[[Any], Any]) -> Any:
    while style is not None:
        if (value := get(style)) is not None:
            return value
        style = style.base_style
    return None


def test_body_text_is_14_point_justified_and_indented_with_6_points_between(document: Any) -> None:
    found = [p for p in document.paragraphs if p.style.name in BODY]

    assert found
    for paragraph in found:
        style = paragraph.style
        layout = paragraph.paragraph_format
        assert effective(style, lambda s: s.font.size) == Pt(14)
        assert effective(style, lambda s: s.paragraph_format.alignment) == 3
        indent = effective(style, lambda s: s.paragraph_format.first_line_indent)
        assert round(indent.mm, 1) == 12.7
        assert effective(style, lambda s: s.paragraph_format.space_before) >= Pt(6)
        assert layout.alignment is None
        assert 1.0 <= effective(style, lambda s: s.paragraph_format.line_spacing) <= 1.5


SIZES = {
    "Quốc hiệu": (13, True, None),
    "Tiêu ngữ": (14, True, None),
    "Cơ quan ban hành": (13, True, None),
    "Số ký hiệu": (13, None, None),
    "Địa danh ngày": (13, None, True),
    "Tên loại": (14, True, None),
    "Trích yếu": (14, True, None),
    "Nơi nhận": (12, True, True),
    "Danh sách nơi nhận": (11, None, None),
    "Quyền hạn": (14, True, None),
    "Họ tên": (14, True, None),
    "Phụ lục": (14, True, None),
    "Kèm theo": (13, None, True),
}


@pytest.mark.parametrize("name", SIZES)
def test_each_element_has_its_size_and_face(name: str, document: Any) -> None:
    font = document.styles[name].font

    assert (font.size, font.bold, font.italic) == (Pt(SIZES[name][0]), *SIZES[name][1:])


def rules(document: Any) -> Iterator[tuple[str, float]]:
    """Yield (text above, length of the rule in mm) for every drawn rule."""
    previous = ""
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document)
        assert paragraph.style
        if paragraph.style.name == "Đường kẻ":
            cell = element.getparent()
            width = int(Mm(165))
            if cell.tag == qn("w:tc"):
                width = int(cell.find(qn("w:tcPr")).find(qn("w:tcW")).get(qn("w:w"))) * 635
            indent = element.pPr.find(qn("w:ind"))
            ends = sum(int(indent.get(qn(f"w:{side}"))) for side in ("left", "right")) * 635
            yield previous, (width - ends) / 36000
        previous = paragraph.text or previous


def test_rules_are_paragraph_borders_of_the_right_length(document: Any) -> None:
    drawn = dict(rules(document))
    tieu_ngu = "Độc lập - Tự do - Hạnh phúc"
    (issuer,) = [text for text in drawn if text.startswith(("QUẬN", "PHƯỜNG"))]
    (subject,) = [text for text in drawn if text.startswith("Thực hiện dân chủ")]

    assert drawn[tieu_ngu] == pytest.approx(width_mm(tieu_ngu, 14, bold=True), rel=0.01)
    for text, points in ((issuer, 13), (subject, 14)):
        assert 1 / 3 <= drawn[text] / width_mm(text, points, bold=True) <= 1 / 2


def test_headings_carry_outline_levels(document: Any) -> None:
    levels = {
        name: document.styles[name].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for name in ("Mục", "Khoản", "Phụ lục")
    }

    assert levels == {"Mục": "0", "Khoản": "1", "Phụ lục": "0"}


def test_language_title_and_author_are_set(document: Any, paper: Path) -> None:
    properties = document.core_properties

    assert properties.title.startswith("Kế hoạch thực hiện dân chủ ở cơ sở trên địa bàn")
    assert properties.author.startswith("Ủy ban nhân dân")
    assert 'w:lang w:val="vi-VN"' in document.styles.element.xml


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word: its page (from 1) and its box in millimetres from the top left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


@pytest.fixture(scope="module")
def printed(
    paper: Path, soffice: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> list[Word]:
    pdf = soffice(paper, "pdf", tmp_path_factory.mktemp("pdf"))
    done = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    words, page = [], 0
    for line in done.stdout.splitlines():
        page += "<page " in line
        if found := re.search(
            r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>', line
        ):
            box = [float(found[i]) * MM_PER_POINT for i in range(1, 5)]
            words.append(Word(page, unescape(found[5]), *box))
    return words


def phrase(words: list[Word], text: str, page: int | None = None) -> list[Word]:
    """Return the words of *text* where they are printed one after another."""
    wanted = text.split()
    for start in range(len(words) - len(wanted) + 1):
        here = words[start : start + len(wanted)]
        if [word.text for word in here] == wanted and page in (None, here[0].page):
            return here
    raise AssertionError(f"không thấy “{text}”")


@pytest.mark.libreoffice
def test_quoc_hieu_is_printed_on_one_line(printed: list[Word]) -> None:
    line = phrase(printed, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", page=1)

    assert max(word.top for word in line) - min(word.top for word in line) < 1
    assert line[-1].right <= 195.5


@pytest.mark.libreoffice
def test_number_and_date_stand_on_one_line(printed: list[Word]) -> None:
    number, day = phrase(printed, "Số:", page=1)[0], phrase(printed, "tháng", page=1)[0]

    assert abs(number.bottom - day.bottom) < 1


@pytest.mark.libreoffice
def test_signature_stands_beside_noi_nhan_and_not_alone_on_its_page(printed: list[Word]) -> None:
    recipients = phrase(printed, "Nơi nhận:")[0]
    signature = phrase(printed, "TM. ỦY BAN NHÂN DÂN")[0]
    last = phrase(printed, "- Lưu: VT,")[0]
    end = next(word for word in printed if word.text.endswith("./."))

    assert signature.page == recipients.page == last.page == end.page
    assert abs(signature.top - recipients.top) < 2
    assert signature.left > recipients.right


@pytest.mark.libreoffice
def test_page_numbers_begin_anew_in_each_annex(printed: list[Word]) -> None:
    pages = range(1, printed[-1].page + 1)
    annex_starts = {word.page for word in printed if word.text == "Phụ" and word.top < 30}
    expected, number = [], 0
    for page in pages:
        number = 1 if page in annex_starts else number + 1
        expected.append(str(number) if number > 1 else None)

    assert [number_on(printed, page) for page in pages] == expected


def number_on(words: list[Word], page: int) -> str | None:
    """Return the page number in the top margin, centred between the side margins."""
    for word in words:
        if word.page == page and word.bottom < 20 and word.text.isdigit():
            centre = (word.left + word.right) / 2
            assert centre == pytest.approx((30 + 195) / 2, abs=1)
            return word.text
    return None


@pytest.mark.libreoffice
def test_nothing_is_printed_outside_the_margins(printed: list[Word]) -> None:
    body = [word for word in printed if word.bottom > 20]

    assert min(word.left for word in body) >= 29.8
    assert max(word.right for word in body) <= 195.6
    assert max(word.bottom for word in body) <= 277.5


@pytest.mark.openxml
def test_the_open_xml_sdk_finds_no_error(paper: Path, validator: Callable[[Path], str]) -> None:
    assert not validator(paper)
