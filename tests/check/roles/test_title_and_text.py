"""Ô 5a, 6 and 9a: title, Kính gửi, căn cứ, lời văn, headings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.check.layout import Layout, Paragraph, Rule, Run, Table
from docgen.check.roles import recognise
from docgen.check.sheet import Sheet
from docgen.check.wording import content
from docgen.vietnamese.document_types import ABBREVIATIONS, MUST, TYPES
from tests.check.layouts import (
    after,
    article,
    body,
    centred,
    data_table,
    decision,
    document,
    footer,
    header,
    instead,
    line,
    official_letter,
    p,
    plan,
    section,
    side_by_side,
    title,
    with_paragraph,
    without,
)

SUBJECT = "Thực hiện dân chủ ở cơ sở trên địa bàn phường Cầu Đất năm 2026"


def texts(found: tuple[Paragraph, ...]) -> list[str]:
    return [one.text for one in found]


def text(found: Paragraph | None) -> str:
    return found.text if found is not None else ""


def written(
    *blocks: Paragraph | Table, kind: str = "KẾ HOẠCH", so: str = "Số: 15/KH-UBND"
) -> Sheet:
    """The sheet of a document with this text."""
    return recognise(document(section(header(so), *title(kind, SUBJECT), *blocks, footer())))


def levels(sheet: Sheet) -> list[tuple[str, str, str]]:
    return [(one.level, one.number, one.title) for one in sheet.headings]


# types


def test_there_are_29_types_and_three_copies() -> None:
    copies = [kind for kind in TYPES.values() if kind.copy]

    assert (len(TYPES) - len(copies), len(copies)) == (29, 3)
    assert len(ABBREVIATIONS) == 30  # công văn and thư công have none
    assert {kind.code for kind in TYPES.values() if kind.kinh_gui == MUST} == {
        "cong-van",
        "to-trinh",
    }
    assert not TYPES["bien-ban"].day


@pytest.mark.parametrize(
    "kind",
    [kind for kind in TYPES.values() if not kind.copy and kind.ten_loai],
    ids=lambda one: one.code,
)
def test_a_good_document_of_each_type_is_recognised_by_its_title(kind: object) -> None:
    named = next(one for one in TYPES.values() if one is kind)
    name = "THƯ KHEN" if named.code == "thu-cong" else named.name.upper()
    sheet = written(*plan_text(), kind=name, so="Số: 15/XX-UBND")

    assert (sheet.type, sheet.scope) == (named.code, "")
    assert text(sheet.ten_loai) == name
    assert texts(sheet.trich_yeu) == [SUBJECT]


def plan_text() -> tuple[Paragraph, ...]:
    return (body("Phường tổ chức thực hiện như sau:"), body("Các đơn vị thực hiện./."))


@pytest.mark.parametrize(
    ("so", "name", "code"),
    [
        ("Số: 05/HĐ-UBND", "KẾ HOẠCH", "ke-hoach"),
        ("Số: 05/CT-UBND", "QUYẾT ĐỊNH", "quyet-dinh"),
        ("Số: 05/TB-UBND", "GIẤY ỦY QUYỀN", "giay-uy-quyen"),
        ("Số: 05/KH-UBND", "GIẤY UỶ QUYỀN", "giay-uy-quyen"),
        ("Số: 05/KH-UBND", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "chuong-trinh"),
        ("Số: 05/KH-UBND", "Kế hoạch", "ke-hoach"),
        ("Số: 05/KH-UBND", "BẢN KẾ SÁCH", "ke-hoach"),
    ],
)
def test_the_title_decides_before_the_sign(so: str, name: str, code: str) -> None:
    assert written(*plan_text(), kind=name, so=so).type == code


def test_a_letter_with_an_ambiguous_sign_is_a_letter() -> None:
    sheet = recognise(with_paragraph(official_letter(), "so", text="Số: 05/HĐ-UBND"))

    assert sheet.type == "cong-van"


def test_a_letter_without_its_subject_is_known_by_kinh_gui() -> None:
    assert recognise(without(official_letter(), "vv")).type == "cong-van"


def test_a_letter_that_says_cong_van_keeps_that_line_as_its_title() -> None:
    line = centred("CÔNG VĂN", bold=True)
    layout = instead(official_letter(), "kinh_gui", line, p("Kính gửi: Sở Nội vụ"))

    assert text(recognise(layout).ten_loai) == "CÔNG VĂN"
    assert recognise(layout).type == "cong-van"


# title


def test_a_subject_of_several_lines_is_one_subject() -> None:
    more = centred("và việc tiếp công dân năm 2026", "trich_yeu", bold=True)
    sheet = recognise(after(plan(), "trich_yeu", more))

    assert len(sheet.trich_yeu) == 2
    assert sheet.trich_yeu_rule is not None


def test_title_and_subject_in_one_paragraph_are_told_apart() -> None:
    one = centred(f"KẾ HOẠCH\n{SUBJECT}", bold=True)
    sheet = recognise(instead(without(plan(), "trich_yeu"), "ten_loai", one))

    assert (text(sheet.ten_loai), texts(sheet.trich_yeu)) == ("KẾ HOẠCH", [SUBJECT])


def test_only_the_title_is_cut_at_its_line_breaks() -> None:
    broken = body("Phường thực hiện:\nCác tổ báo cáo.")
    whole = written(broken, *plan_text())
    blocks = (centred(f"KẾ HOẠCH\n{SUBJECT}", bold=True), broken, *plan_text())
    below_one = recognise(document(section(header(), *blocks, footer())))

    for sheet in (whole, below_one):
        assert texts(sheet.trich_yeu) == [SUBJECT]
        assert sheet.body[0].raw == broken.raw
        assert any(sheet.body[0] is block for block in sheet.layout.blocks)


def test_a_subject_in_capitals_is_still_the_subject() -> None:
    sheet = recognise(with_paragraph(plan(), "trich_yeu", text=SUBJECT.upper()))

    assert texts(sheet.trich_yeu) == [SUBJECT.upper()]


def test_a_subject_that_is_not_centred_is_still_the_subject() -> None:
    sheet = recognise(with_paragraph(plan(), "trich_yeu", align="left"))

    assert texts(sheet.trich_yeu) == [SUBJECT]


@pytest.mark.parametrize(
    "drawn", [line("r", 50.0, 165.0), line("r", 50.0, 165.0, "drawing"), centred("________")]
)
def test_a_rule_below_the_subject_is_found_however_it_is_drawn(drawn: Paragraph) -> None:
    assert recognise(instead(plan(), "trich_yeu_rule", drawn)).trich_yeu_rule is not None


def test_the_border_of_the_subject_is_its_rule() -> None:
    border = Rule("border", 60.0, 50.0)
    layout = with_paragraph(without(plan(), "trich_yeu_rule"), "trich_yeu", rules=(border,))

    assert recognise(layout).trich_yeu_rule == border


def test_a_line_anchored_in_the_first_words_is_the_rule_of_the_subject() -> None:
    drawing = Rule("drawing", 60.0, 50.0)
    layout = with_paragraph(without(plan(), "trich_yeu_rule"), "body", at=0, rules=(drawing,))

    assert recognise(layout).trich_yeu_rule == drawing


def test_a_line_anchored_in_the_title_does_not_hide_the_subject() -> None:
    drawing = Rule("drawing", 60.0, 50.0)
    layout = with_paragraph(without(plan(), "trich_yeu_rule"), "ten_loai", rules=(drawing,))
    sheet = recognise(layout)

    assert texts(sheet.trich_yeu) == [SUBJECT]
    assert sheet.trich_yeu_rule == drawing


def test_a_first_paragraph_in_bold_is_text_not_subject() -> None:
    sheet = recognise(with_paragraph(plan(), "body", at=0, bold=True))
    bare = recognise(with_paragraph(without(plan(), "trich_yeu"), "body", at=0, bold=True))

    assert texts(sheet.trich_yeu) == [SUBJECT]
    assert bare.trich_yeu == ()
    assert sheet.body[0].text == bare.body[0].text == plan_first()


def plan_first() -> str:
    return "Thực hiện Luật Thực hiện dân chủ ở cơ sở, Ủy ban nhân dân phường ban hành Kế hoạch:"


def test_bold_words_without_a_stop_after_the_subject_are_text() -> None:
    sheet = recognise(with_paragraph(plan(), "body", at=0, text="Mục đích của Kế hoạch", bold=True))

    assert texts(sheet.trich_yeu) == [SUBJECT]
    assert sheet.body[0].text == "Mục đích của Kế hoạch"


def test_a_subject_in_capitals_may_begin_with_the_name_of_a_body() -> None:
    name = "HỘI ĐỒNG THI ĐUA NĂM 2026"

    assert texts(recognise(with_paragraph(plan(), "trich_yeu", text=name)).trich_yeu) == [name]


def test_a_centred_heading_is_a_heading_not_who_decides() -> None:
    sheet = written(centred("I. MỤC ĐÍCH, YÊU CẦU", bold=True), *plan_text())

    assert sheet.tham_quyen == ()
    assert len(sheet.headings) == 1


def test_a_note_raised_beside_the_title_does_not_disturb() -> None:
    noted = replace(centred(""), runs=(Run("TÊN LOẠI VĂN BẢN", bold=True), Run("6", raised=True)))

    assert text(recognise(instead(plan(), "ten_loai", noted)).ten_loai) == "TÊN LOẠI VĂN BẢN6"


def test_a_box_below_the_title_is_no_subject() -> None:
    box = centred("Dự kiến ban hành tháng 2", boxed=True, bold=True)

    assert texts(recognise(after(plan(), "trich_yeu", box)).trich_yeu) == [SUBJECT]


def test_blank_lines_about_the_title_do_not_matter() -> None:
    spaced = after(after(plan(), "dia_danh_ngay", p()), "ten_loai", p())
    layout = document(section(p(), *spaced.sections[0].blocks))

    assert texts(recognise(layout).trich_yeu) == [SUBJECT]


# Kính gửi


def test_addressees_on_lines_of_their_own_belong_to_kinh_gui() -> None:
    sheet = recognise(official_letter())

    assert texts(sheet.kinh_gui) == ["Kính gửi:", "- Sở Nội vụ;", "- Phòng Văn hóa - Xã hội."]
    assert sheet.body[0].text.startswith("Thực hiện Công văn")


def test_one_addressee_stands_on_the_line_itself() -> None:
    only = p("Kính gửi: Sở Nội vụ", "one", first_line_mm=35.0)
    layout = instead(without(official_letter(), "kinh_gui"), "body", only, body("- Việc thứ nhất."))

    assert texts(recognise(layout).kinh_gui) == ["Kính gửi: Sở Nội vụ"]


def test_addressees_in_a_table_are_found() -> None:
    table = side_by_side([p("Kính gửi:")], [p("- Sở Nội vụ;"), p("- Sở Tài chính.")])
    layout = without(instead(official_letter(), "kinh_gui", p("", "x")), "kinh_gui")
    blocks = layout.sections[0].blocks
    sheet = recognise(document(section(blocks[0], table, *blocks[1:])))

    assert texts(sheet.kinh_gui) == ["Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính."]
    assert (sheet.type, sheet.tables) == ("cong-van", ())


def test_a_report_that_goes_up_has_its_kinh_gui_below_the_title() -> None:
    sheet = written(p("Kính gửi: Ủy ban nhân dân thành phố."), *plan_text(), kind="BÁO CÁO")

    assert (sheet.type, len(sheet.kinh_gui), len(sheet.body)) == ("bao-cao", 1, 2)


def test_kinh_gui_quoted_in_the_text_is_text() -> None:
    sheet = written(*plan_text(), body("Kính gửi: ghi đúng tên cơ quan nhận."))

    assert sheet.kinh_gui == ()
    assert len(sheet.body) == 3


@pytest.mark.parametrize(
    "how", [{"number": "-"}, {"align": "center"}, {"left_mm": 40.0}, {"tabs_before": 3}]
)
def test_an_addressee_below_kinh_gui_is_told_by_its_dash_or_its_place(how: dict[str, Any]) -> None:
    places = [p("Sở Nội vụ;", "place", **how), p("Sở Tài chính.", "place", **how)]
    layout = instead(official_letter(), "kinh_gui", p("Kính gửi:", "label"), *places)
    sheet = recognise(without(layout, "kinh_gui"))

    assert texts(sheet.kinh_gui) == ["Kính gửi:", "Sở Nội vụ;", "Sở Tài chính."]
    assert len(sheet.body) == 3


def test_what_follows_kinh_gui_at_the_margin_is_text() -> None:
    label = p("Kính gửi:", "label")
    layout = without(instead(official_letter(), "kinh_gui", label), "kinh_gui")

    assert texts(recognise(layout).kinh_gui) == ["Kính gửi:"]


# căn cứ


def test_the_grounds_and_the_enacting_words_of_a_decision_are_found() -> None:
    sheet = recognise(decision())

    assert len(sheet.can_cu) == 2
    assert texts(sheet.tham_quyen) == ["ỦY BAN NHÂN DÂN PHƯỜNG CẦU ĐẤT", "QUYẾT ĐỊNH:"]
    assert texts(sheet.trich_yeu) == ["Về việc kiện toàn Ban Chỉ đạo thực hiện dân chủ ở cơ sở"]
    assert [one.text[:7] for one in sheet.body] == ["Điều 1.", "Điều 2."]


def test_grounds_that_are_not_italic_are_grounds_by_their_words() -> None:
    assert len(recognise(with_paragraph(decision(), "can_cu", italic=False)).can_cu) == 2


def test_a_sentence_that_begins_with_can_cu_is_text() -> None:
    first = body("Căn cứ Công văn số 12/SNV-CCHC, Ủy ban nhân dân phường báo cáo như sau:")
    sheet = written(first, *plan_text(), kind="BÁO CÁO")

    assert sheet.can_cu == ()
    assert sheet.body[0].text == first.text


def test_grounds_of_a_plan_in_italics_are_grounds() -> None:
    grounds = [
        body(f"{words};", italic=True) for words in ("Căn cứ Luật A", "Thực hiện Kế hoạch B")
    ]
    sheet = written(*grounds, *plan_text())

    assert (len(sheet.can_cu), len(sheet.body)) == (2, 2)


def test_an_italic_paragraph_without_grounds_before_it_is_text() -> None:
    sheet = written(body("Thực hiện Kế hoạch A;", italic=True), *plan_text())

    assert (sheet.can_cu, len(sheet.body)) == ((), 3)


def test_an_italic_paragraph_after_the_last_ground_is_text() -> None:
    grounds = [body("Căn cứ Luật A;", italic=True), body("Căn cứ Luật B.", italic=True)]
    sheet = written(*grounds, body("Một câu nghiêng", italic=True), *plan_text())

    assert (len(sheet.can_cu), len(sheet.body)) == (2, 3)


def test_a_telegram_names_its_sender_and_has_no_kinh_gui() -> None:
    places = side_by_side([p()], [p("- Sở Nội vụ;"), p("- Sở Tài chính.")])
    sender = centred("Chủ tịch Ủy ban nhân dân phường điện:", bold=True)
    sheet = written(sender, places, *plan_text(), kind="CÔNG ĐIỆN")

    assert texts(sheet.tham_quyen) == ["Chủ tịch Ủy ban nhân dân phường điện:"]
    assert (sheet.kinh_gui, sheet.tables, len(sheet.body)) == ((), (), 2)


def test_a_layout_table_of_other_words_is_a_table_of_the_text() -> None:
    pair = side_by_side([p("- Một việc")], [p("Tháng 3")])

    assert len(written(pair, *plan_text()).tables) == 1


# text and headings


def test_the_text_leaves_out_tables_and_holds_headings() -> None:
    sheet = recognise(plan())

    assert "Họp tổ dân phố" not in " ".join(texts(sheet.body))
    assert texts(sheet.body)[1] == "I. MỤC ĐÍCH, YÊU CẦU"
    assert {id(one.paragraph) for one in sheet.headings} <= set(map(id, sheet.body))
    assert "a) Mỗi việc có người chịu trách nhiệm." in texts(sheet.body)
    assert len(sheet.tables) == 1


@pytest.mark.parametrize(
    "typed",
    ["……………………", "...................", "……… 8 ……………./.", "….. 3 …..", "……………………… 2 ……… cấp cho:"],
)
def test_a_line_to_write_on_is_told_from_the_text(typed: str) -> None:
    sheet = written(*plan_text(), body(typed))

    assert texts(sheet.blanks) == [typed]
    assert texts(sheet.body)[-1] == typed
    assert texts(content(sheet)) == texts(plan_text())


@pytest.mark.parametrize(
    "typed",
    [
        "Địa điểm: ………………………………………",
        "Điều 2. ..............................",
        "… và các đơn vị khác có liên quan.",
        "./.",
    ],
)
def test_words_before_an_open_place_are_text(typed: str) -> None:
    assert written(*plan_text(), body(typed)).blanks == ()


def test_headings_of_a_plan_have_levels_numbers_and_titles() -> None:
    assert levels(recognise(plan())) == [
        ("muc", "I.", "MỤC ĐÍCH, YÊU CẦU"),
        ("khoan", "1.", "Mục đích"),
        ("khoan", "2.", "Yêu cầu"),
        ("diem", "a)", ""),
        ("diem", "b)", ""),
        ("muc", "II.", "TỔ CHỨC THỰC HIỆN"),
    ]


def test_automatic_numbers_are_numbers() -> None:
    automatic = [
        body("MỤC ĐÍCH", bold=True, number="I."),
        body("Yêu cầu", bold=True, number="1."),
        body("Mỗi việc có thời hạn.", number="a)"),
        body("Một gạch đầu dòng.", number="•"),
    ]

    assert levels(written(*automatic)) == [
        ("muc", "I.", "MỤC ĐÍCH"),
        ("khoan", "1.", "Yêu cầu"),
        ("diem", "a)", ""),
    ]


def test_parts_chapters_and_sections_have_their_titles_below() -> None:
    blocks = [
        centred("Phần I", bold=True),
        centred("NHỮNG QUY ĐỊNH CHUNG", bold=True),
        centred("Chương II", bold=True),
        centred("TỔ CHỨC BỘ MÁY", bold=True),
        centred("VÀ BIÊN CHẾ", bold=True),
        centred("Mục 1", bold=True),
        centred("CÔNG CHỨC", bold=True),
        centred("Tiểu mục 2", bold=True),
        centred("VIÊN CHỨC", bold=True),
        article("Điều 3. ", "Việc này do phường làm."),
    ]
    sheet = written(*blocks, kind="QUY CHẾ")

    assert levels(sheet) == [
        ("phan", "Phần I", "NHỮNG QUY ĐỊNH CHUNG"),
        ("chuong", "Chương II", "TỔ CHỨC BỘ MÁY VÀ BIÊN CHẾ"),
        ("muc-lon", "Mục 1", "CÔNG CHỨC"),
        ("tieu-muc", "Tiểu mục 2", "VIÊN CHỨC"),
        ("dieu", "Điều 3.", ""),
    ]
    assert [len(one.title_lines) for one in sheet.headings] == [1, 2, 1, 1, 0]
    assert len(sheet.body) == len(blocks)


@pytest.mark.parametrize(
    ("typed", "level", "number"),
    [
        ("PHẦN THỨ NHẤT", "phan", "PHẦN THỨ NHẤT"),
        ("Chương 1. QUY ĐỊNH", "chuong", "Chương 1"),
        ("Điều 5: Trách nhiệm", "dieu", "Điều 5:"),
        ("I/ MỤC ĐÍCH", "muc", "I/"),
        ("II - YÊU CẦU", "muc", "II -"),
        ("1) Yêu cầu chung.", "khoan", "1)"),
        ("1.Yêu cầu chung.", "khoan", "1."),
        ("a. Việc thứ nhất.", "diem", "a."),
        ("đ) Việc thứ năm.", "diem", "đ)"),
    ],
)
def test_a_wrongly_written_number_is_still_a_number(typed: str, level: str, number: str) -> None:
    ((found, shown, _),) = levels(written(body(typed), body("Lời văn.")))

    assert (found, shown) == (level, number)


@pytest.mark.parametrize(
    "typed",
    [
        "Phần I của Kế hoạch này nêu mục đích.",
        "Điều 15 của Luật được thực hiện.",
        "Mục 2 Chương III được áp dụng.",
        "05 ngày làm việc kể từ ngày ký.",
        "2026 là năm thứ hai.",
        "1.5 triệu đồng được chi.",
        "- Một việc.",
        "Chương trình 12 được tổng kết.",
    ],
)
def test_a_sentence_that_begins_like_a_number_is_no_heading(typed: str) -> None:
    sheet = written(body(typed))

    assert sheet.headings == ()
    assert texts(sheet.body) == [typed]


def test_a_clause_has_a_title_or_text() -> None:
    sheet = written(
        body("1. Phân công", bold=True),
        body("Các phòng thực hiện."),
        body("2. Giao Văn phòng theo dõi."),
        body("3. Yêu cầu:", bold=True),
        body("4. Các đơn vị có trách nhiệm:"),
    )

    assert [one.title for one in sheet.headings] == ["Phân công", "", "Yêu cầu", ""]


def test_an_article_with_a_bold_number_and_text_has_no_title() -> None:
    titled = article("Điều 2. Hiệu lực thi hành", "")
    run_in = replace(body(""), runs=(Run("Điều 1.", bold=True), Run(" Ban hành Quy chế làm việc.")))
    sheet = written(run_in, titled, body("Quyết định có hiệu lực."), kind="QUYẾT ĐỊNH")

    assert [one.title for one in sheet.headings] == ["", "Hiệu lực thi hành"]


def test_headings_inside_a_table_of_data_are_no_headings() -> None:
    table = data_table(("Điều 1. Tên", "I. MỤC"), ("1. Một", "Phụ lục I"))

    assert written(table, *plan_text()).headings == ()


def test_words_in_a_box_beside_the_text_are_not_text() -> None:
    box = p("Ghi chú bên lề", boxed=True)

    assert "Ghi chú bên lề" not in texts(written(*plan_text(), box).body)


def test_deleted_and_hidden_words_are_no_words() -> None:
    gone = replace(body(""), runs=(Run("Đã xóa", deleted=True), Run("ẩn", hidden=True)))
    sheet = written(gone, *plan_text())

    assert len(sheet.body) == 2


def test_a_layout_of_nothing_is_a_sheet_of_nothing() -> None:
    empty = recognise(Layout(()))

    assert (empty.scope, empty.body, empty.quoc_hieu) == ("khong-ro", (), None)
