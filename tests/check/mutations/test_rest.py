"""Faults of parts that our plans do not have of themselves: stamps, chapters; missing parts."""

from __future__ import annotations

import re

from tests.check.docx import p
from tests.check.mutations.case import OTHER_WARD, Case, Told, each
from tests.check.mutations.parts import (
    DOCUMENT,
    Edit,
    Parts,
    after,
    all_of,
    before,
    drop,
    retext,
    within,
)

_CENTRE, _TIGHT = '<w:jc w:val="center"/>', '<w:spacing w:before="0" w:after="0"/>'
_BODY = '<w:ind w:firstLine="720"/><w:spacing w:before="120"/><w:jc w:val="both"/>'
_13, _BOLD = '<w:sz w:val="26"/>', "<w:b/>"
_FRAME = "".join(
    f'<w:{edge} w:val="single" w:sz="6"/>' for edge in ("top", "left", "bottom", "right")
)
_BOXED = f"<w:pBdr>{_FRAME}</w:pBdr>"
_BELOW = p("Ủy ban nhân dân phường giao các tổ dân phố báo cáo kết quả trước ngày 15 hằng tháng.")


def written_below(parts: Parts) -> None:
    """Put a sentence between the table of the signature and the end of its section."""
    text = parts.texts[DOCUMENT]
    at = text.index("</w:tbl>", text.index("Nơi nhận:")) + len("</w:tbl>")
    parts.texts[DOCUMENT] = text[:at] + _BELOW + text[at:]


def nothing_written(parts: Parts) -> None:
    """Take away all that stands between the title and the table of the signature."""
    text = parts.texts[DOCUMENT]
    start = text.rindex("<w:p>", 0, text.index('w:val="NoiDung"'))
    end = text.rindex("<w:tbl>", 0, text.index("Nơi nhận:"))
    parts.texts[DOCUMENT] = text[:start] + text[end:]


def stamp(text: str, ppr: str = _BOXED, rpr: str = _BOLD + _13) -> Edit:
    """Return an edit that puts a stamp below the number."""
    return after("SoKyHieu", p(text, _TIGHT + _CENTRE + ppr, rpr))


def chapter(label: str, title: str, rpr: str = _BOLD, ppr: str = _CENTRE) -> Edit:
    """Return an edit that puts a chapter, or a section, at the end of the text."""
    lines = (
        p(words, f'<w:spacing w:before="120"/>{ppr}', rpr) for words in (label, title) if words
    )
    return before("DoanKet", "".join(lines))


def said(text: str) -> Edit:
    return after("1. Mục đích", p(text, _BODY))


def label_below(parts: Parts) -> None:
    """Put Nơi nhận into a row of its own, below the signature."""
    start = parts.texts[DOCUMENT].rindex("<w:tr>", 0, parts.texts[DOCUMENT].index("Nơi nhận:"))
    row = parts.texts[DOCUMENT][start:].partition("</w:tr>")[0]
    places, signature = re.findall(r"<w:tc>.*?</w:tc>", row, re.DOTALL)
    empty = re.sub(r"<w:p>.*</w:p>", "<w:p/>", places, flags=re.DOTALL)
    parts.swap(places, empty)
    parts.swap(signature, f"{signature}</w:tr><w:tr>{places}{empty}")


def without_table(parts: Parts) -> None:
    """Take the table of the last annex away."""
    text = parts.texts[DOCUMENT]
    start, end = text.rindex("<w:tbl>"), text.rindex("</w:tbl>") + len("</w:tbl>")
    parts.texts[DOCUMENT] = text[:start] + text[end:]


CASES = [
    Case(
        "line-above-the-nation",
        before("QuocHieu", p("Mẫu số 01", _CENTRE, _13)),
        "quoc-hieu-place",
    ),
    Case(
        "issuer-missing", all_of(drop("CoQuanBanHanh"), drop("CoQuanBanHanh")), "ban-hanh-present"
    ),
    Case(
        "day-a-line-below",
        before("DiaDanhNgay", "<w:p><w:pPr/></w:p>" * 2),
        "place-date-row",
        "warning",
    ),
    Case(
        "kind-missing",
        drop("TenLoai"),
        "ten-loai-present",
        # a centred line is no subject but below a kind
        follows={"trich-yeu-present": "error"},
    ),
    Case(
        "urgent-in-other-words",
        stamp("RẤT KHẨN"),
        "do-khan-text",
        "warning",
    ),
    Case("urgent-by-the-hour", stamp("HỎA TỐC HẸN GIỜ"), "do-khan-text", "warning"),
    Case("urgent-without-frame", stamp("KHẨN", ""), "do-khan-style", "warning"),
    Case("urgent-15", stamp("KHẨN", rpr='<w:b/><w:sz w:val="30"/>'), "do-khan-style", "warning"),
    Case("circulation-thin", stamp("LƯU HÀNH NỘI BỘ", rpr=_13), "luu-hanh-style", "warning"),
    Case("secret", stamp("MẬT"), "do-mat-stamped"),
    Case(
        "drafter-14",
        after("Lưu: VT", p("PL.(300)", _TIGHT, '<w:sz w:val="28"/>')),
        "nguoi-soan-style",
        "warning",
    ),
    Case(
        "label-a-row-below",
        label_below,
        "noi-nhan-row",
        "warning",
    ),
    Case("chapter-capitals", chapter("CHƯƠNG I", "ĐIỀU KHOẢN THI HÀNH"), "chuong-line"),
    Case("chapter-arabic", chapter("Chương 1", "ĐIỀU KHOẢN THI HÀNH"), "chuong-number"),
    Case("chapter-thin", chapter("Chương I", "ĐIỀU KHOẢN THI HÀNH", ""), "chuong-style"),
    Case(
        "chapter-left",
        chapter("Chương I", "ĐIỀU KHOẢN THI HÀNH", ppr='<w:jc w:val="left"/>'),
        "chuong-align",
        "warning",
    ),
    Case("chapter-small-letters", chapter("Chương I", "Điều khoản thi hành"), "chuong-title"),
    Case("chapter-untitled", chapter("Chương I", ""), "chuong-title", "warning"),
    Case(
        "article-untitled",
        all_of(
            chapter("Chương I", "ĐIỀU KHOẢN THI HÀNH"),
            before("DoanKet", p("Điều 1. Các tổ dân phố thực hiện Kế hoạch này.", _BODY, "")),
        ),
        "dieu-title",
        "warning",
        {"dieu-style": "error"},
    ),
    Case(
        "unit-of-a-person",
        said("Các tổ phối hợp với phường Ngô Quyền."),
        "unit-noun-capital",
        "warning",
    ),
    Case(
        "post-before-a-name",
        said("Các tổ gửi báo cáo cho chủ tịch Nguyễn Văn An."),
        "person-title-capital",
        "warning",
    ),
    Case("feast", said("Các tổ treo cờ ngày Quốc Khánh."), "feast-name", "warning"),
    Case("award", said("Đề nghị tặng huân chương lao động."), "award-name", "info"),
    Case("taken-in", after("NoiDung", '<w:altChunk r:id="rId99"/>'), "text-elsewhere"),
    Case("written-below", written_below, "text-after-signature"),
    Case("nothing-written", nothing_written, "body-present"),
    Case("boxed", within("NoiDung", "</w:pPr>", f"{_BOXED}</w:pPr>", 2), "text-box", "info"),
    Case(
        "annex-without-end",
        all_of(without_table, within("NoiDung", "thời gian./.", "thời gian.", -1)),
        "annex-end",
        "info",
    ),
    Case(
        "two-tier-number",
        retext("CoQuanBanHanh", "QUẬN HẢI AN", 1),
        "district-issuer",
        "warning",
        of=OTHER_WARD,
        day="01 tháng 8",
    ),
]


@each(CASES)
def test_a_fault_of_another_part_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
