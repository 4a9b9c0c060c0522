"""Faults of wording and of drafting, each put into a good plan: capitals, spelling, remains."""

from __future__ import annotations

import unicodedata

from tests.check.docx import p
from tests.check.mutations.case import DISTRICT, Case, Told, each
from tests.check.mutations.parts import Edit, after, look, part, within, words

TEXT = "NoiDung"
_BODY = '<w:ind w:firstLine="720"/><w:spacing w:before="120"/><w:jc w:val="both"/>'
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_COMMENTS = f'<w:comments {_W}><w:comment w:id="0"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment></w:comments>'


def said(text: str) -> Edit:
    """Return an edit that adds a paragraph to the text."""
    return (
        after("DoanKet", p(text, _BODY))
        if text.endswith("./.")
        else after("1. Mục đích", p(text, _BODY))
    )


CASES = [
    Case("dieu-small-letter", words("theo Điều 8", "theo điều 8"), "cited-part-capital"),
    Case(
        "khoan-capital", words("(khoản 3 Điều 12)", "(Khoản 3 Điều 12)"), "cited-khoan-diem-lower"
    ),
    Case(
        "diem-capital",
        said("Thực hiện theo Điểm a khoản 2 Điều 20 của Luật."),
        "cited-khoan-diem-lower",
    ),
    Case("kind-of-a-cited-plan", words("Kế hoạch số 15", "kế hoạch số 15"), "document-capital"),
    Case(
        "this-plan",
        words("kèm theo Kế hoạch này", "kèm theo kế hoạch này"),
        "document-this",
        "warning",
    ),
    Case(
        "committee", words("Ủy ban MTTQ", "ủy ban nhân dân và MTTQ"), "body-name-capital", "warning"
    ),
    Case(
        "field",
        said("Các bộ phận gửi báo cáo về Sở nội vụ trước ngày 20 tháng 6 năm 2025."),
        "field-capital",
        "warning",
    ),
    Case(
        "unit-noun",
        words("địa bàn phường Cầu Đất năm", "địa bàn Phường Cầu Đất năm"),
        "unit-noun-lower",
        "warning",
    ),
    Case("people", said("Các bộ phận phục vụ nhân dân tận tình."), "honoured-nouns", "info"),
    Case(
        "day-of-the-week",
        words("thứ Năm hằng tuần", "thứ năm hằng tuần"),
        "calendar-capital",
        "warning",
    ),
    Case(
        "sentence",
        said("Các tổ họp mỗi quý. kết quả được niêm yết."),
        "sentence-capital",
        "warning",
    ),
    Case("two-tones", said("Các tổ giữ gìn sự hoà thuận."), "tone-style", "warning"),
    Case("short-i", said("Các bộ phận quản lí hồ sơ."), "i-or-y", "info"),
    Case("misspelt", said("Các bộ phận bổ xung hồ sơ."), "misspelling", "warning"),
    Case("doubled", said("Các bộ phận và và tổ dân phố báo cáo."), "doubled-word", "warning"),
    Case("telex", said("Kết quả dduwowcj niêm yết."), "telex-left", "warning"),
    Case(
        "blank-before-comma",
        said("Các bộ phận , tổ dân phố báo cáo."),
        "stop-after-blank",
        "warning",
    ),
    Case(
        "no-blank-behind-comma",
        said("Các bộ phận,tổ dân phố báo cáo."),
        "blank-after-stop",
        "warning",
    ),
    Case("bracket", said("Các bộ phận ( tổ dân phố ) báo cáo."), "bracket-blank", "warning"),
    Case("two-blanks", said("Các bộ phận  báo cáo."), "double-blank", "info"),
    Case("long-dash", said("Công chức Văn phòng – Thống kê báo cáo."), "dash-sign", "info"),
    Case(
        "straight-quotes", said('Thực hiện phương châm "Dân biết" ở các tổ.'), "quote-sign", "info"
    ),
    Case("figures", said("Kinh phí là 1,200,000 đồng."), "number-format", "warning"),
    Case("no-such-day", said("Hoàn thành trước ngày 31/4/2025."), "day-exists", "warning"),
    Case("day-padding", said("Hoàn thành trước ngày 5 tháng 4 năm 2025."), "date-padding", "info"),
    Case(
        "law-number",
        said("Thực hiện Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15."),
        "law-number",
        "warning",
    ),
    Case(
        "cited-in-part",
        said("Thực hiện Kế hoạch số 99/KH-UBND, các tổ báo cáo."),
        "cited-complete",
        "warning",
    ),
    Case(
        "cited-wrong-kind",
        said("Thực hiện Quyết định số 99/KH-UBND ngày 02 tháng 01 năm 2025 của UBND thành phố."),
        "cited-kind",
    ),
    Case(
        "cited-loose",
        said("Thực hiện Kế hoạch số 99/KH - UBND ngày 02 tháng 01 năm 2025 của UBND thành phố."),
        "cited-sign",
        "warning",
    ),
    Case(
        "cited-short",
        said("Thực hiện KH số 99/KH-UBND ngày 02 tháng 01 năm 2025 của UBND thành phố."),
        "cited-abbreviated",
        "warning",
    ),
    Case(
        "cited-year",
        words("ngày 14 tháng 8 năm 2023 của Chính phủ", "ngày 14 tháng 8 năm 2024 của Chính phủ"),
        "cited-year",
        "warning",
    ),
    Case(
        "nfd",
        within(TEXT, "dân chủ", unicodedata.normalize("NFD", "dân chủ"), 1),
        "unicode-composed",
        "warning",
    ),
    Case(
        "icelandic-d",
        within("TieuNgu", "Độc", "Ðộc"),
        "letter-d",
        # the motto is held letter by letter
        follows={"tieu-ngu-text": "error"},
    ),
    Case("icelandic-d-of-the-text", words("Đề nghị HĐND", "Ðề nghị HĐND"), "letter-d"),
    Case("zero-width", within(TEXT, "dân chủ", "dân \u200bchủ", 1), "unseen-character"),
    Case("old-code", said("Céng hßa x· héi chñ nghÜa ViÖt Nam."), "legacy-code"),
    Case(
        "old-code-longer",
        said("Céng hßa x· héi chñ nghÜa ViÖt Nam ®éc lËp tù do h¹nh phóc."),
        "legacy-code",
    ),
    Case("gap", said("Kinh phí: [CẦN BỔ SUNG: số tiền]."), "draft-gap"),
    Case(
        "gap-of-a-draft", said("Kinh phí: [CẦN BỔ SUNG: số tiền]."), "draft-gap", "info", draft=True
    ),
    Case("field-of-a-template", said("Giao {{ don_vi.ten }} theo dõi."), "placeholder"),
    Case("dots", said("Giao ông ............ theo dõi."), "placeholder"),
    Case(
        "insertion",
        within(
            TEXT,
            "</w:p>",
            '<w:ins w:id="1" w:author="A"><w:r><w:t xml:space="preserve"> Và các tổ.</w:t></w:r></w:ins></w:p>',
            1,
        ),
        "tracked-changes",
        "warning",
    ),
    Case(
        "insertion-of-a-draft",
        within(
            TEXT,
            "</w:p>",
            '<w:ins w:id="1" w:author="A"><w:r><w:t xml:space="preserve"> Và các tổ.</w:t></w:r></w:ins></w:p>',
            1,
        ),
        "tracked-changes",
        "info",
        draft=True,
    ),
    Case(
        "deletion",
        within(
            TEXT,
            "</w:p>",
            '<w:del w:id="1" w:author="A"><w:r><w:delText>Bỏ.</w:delText></w:r></w:del></w:p>',
            1,
        ),
        "tracked-changes",
        "warning",
    ),
    Case("comment", part("word/comments.xml", _COMMENTS, "comments"), "comments-left", "warning"),
    Case("hidden", look(TEXT, rpr="<w:vanish/>", at=1), "hidden-text", "warning"),
    Case(
        "line-break", within(TEXT, "; quyết định", f";{_BREAK}Quyết định", 11), "line-break", "info"
    ),
    Case(
        "line-break-on-page-one",
        within(TEXT, "; nâng cao", f";{_BREAK}Nâng cao", 1),
        "line-break",
        "info",
    ),
    Case("underlined", look(TEXT, rpr='<w:u w:val="single"/>', at=1), "underline", "info"),
    Case(
        "district-committee",
        words("UBND quận (qua", "Ủy Ban Nhân Dân quận (qua"),
        "body-name-capital",
        "warning",
        of=DISTRICT,
    ),
]


@each(CASES)
def test_a_fault_of_wording_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
