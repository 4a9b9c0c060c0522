"""Annexes; documents of another law; several documents in one file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.check.layout import Block, Paragraph, Table
from docgen.check.roles import recognise
from docgen.check.sheet import Sheet
from tests.check.layouts import (
    PLAN_TEXT,
    after,
    annex,
    body,
    cell,
    centred,
    data_table,
    decision,
    document,
    footer,
    header,
    instead,
    official_letter,
    p,
    plan,
    section,
    side_by_side,
    title,
    with_paragraph,
    without,
)


def texts(found: tuple[Paragraph, ...]) -> list[str]:
    return [one.text for one in found]


def text(found: Paragraph | None) -> str:
    return found.text if found is not None else ""


def labels(sheet: Sheet) -> list[str]:
    return [one.label.text for one in sheet.annexes]


def first_part() -> tuple[Block, ...]:
    return plan().sections[0].blocks


# annexes


def test_a_good_annex_has_all_of_its_parts() -> None:
    (found,) = recognise(plan()).annexes

    assert text(found.label) == "Phụ lục I"
    assert texts(found.title) == ["LỊCH THỰC HIỆN KẾ HOẠCH NĂM 2026"]
    assert text(found.reference).startswith("(Kèm theo Kế hoạch số 15/KH-UBND")
    assert found.rule is not None
    assert texts(found.body) == ["Lịch này được điều chỉnh khi cần./."]
    assert len(found.tables) == 1
    assert found.own_section
    assert found.section == plan().sections[1]


@pytest.mark.parametrize(
    "typed",
    [
        "PHỤ LỤC 1",
        "Phụ lục số 01",
        "PHỤ LỤC",
        "Phụ lục",
        "Phụ lục I.",
        "PHỤ LỤC II:",
        "Phụ lục 2.1",
    ],
)
def test_a_wrongly_written_label_still_begins_an_annex(typed: str) -> None:
    sheet = recognise(with_paragraph(plan(), "annex_label", text=typed))

    assert labels(sheet) == [typed]
    assert texts(sheet.annexes[0].title) == ["LỊCH THỰC HIỆN KẾ HOẠCH NĂM 2026"]


@pytest.mark.parametrize(
    "typed", ["PHỤ LỤC 1: DANH MỤC CÔNG VIỆC", "Phụ lục I: Danh mục công việc"]
)
def test_label_and_title_in_one_line_begin_an_annex(typed: str) -> None:
    assert labels(recognise(with_paragraph(plan(), "annex_label", text=typed))) == [typed]


def test_label_and_title_broken_in_one_paragraph_are_told_apart() -> None:
    one = centred("Phụ lục I\nLỊCH THỰC HIỆN", bold=True)
    (found,) = recognise(instead(without(plan(), "annex_title"), "annex_label", one)).annexes

    assert (text(found.label), texts(found.title)) == ("Phụ lục I", ["LỊCH THỰC HIỆN"])
    assert texts(found.body) == ["Lịch này được điều chỉnh khi cần./."]


@pytest.mark.parametrize(
    "typed",
    [
        "Phụ lục I kèm theo Kế hoạch này nêu thời gian thực hiện.",
        "Phụ lục I, Phụ lục II được gửi kèm.",
        "Theo Phụ lục I của Kế hoạch.",
        "Phụ lục hợp đồng được ký ngày 05/02/2026.",
        "Phụ lục I: Danh mục công việc;",
    ],
)
def test_an_annex_named_in_a_sentence_begins_no_annex(typed: str) -> None:
    for role in ("diem", "annex_body"):
        sheet = recognise(after(plan(), role, body(typed)))
        assert labels(sheet) == ["Phụ lục I"]


def test_several_annexes_in_one_section_are_told_apart() -> None:
    more = annex("Phụ lục II", "DANH MỤC VIỆC")
    good = plan()
    sheet = recognise(document(good.sections[0], section(*good.sections[1].blocks, *more)))

    assert labels(sheet) == ["Phụ lục I", "Phụ lục II"]
    assert [len(one.tables) for one in sheet.annexes] == [1, 1]
    assert [one.own_section for one in sheet.annexes] == [False, False]


def test_an_annex_in_the_section_of_the_text_has_none_of_its_own() -> None:
    sheet = recognise(document(section(*first_part(), *annex())))

    assert labels(sheet) == ["Phụ lục I"]
    assert not sheet.annexes[0].own_section
    assert len(sheet.body) == len(recognise(plan()).body)


def test_an_annex_over_two_sections_is_one() -> None:
    good = plan()
    wide = section(data_table(("TT", "Việc"), ("1", "Họp")), landscape=True)
    sheet = recognise(document(*good.sections, wide))

    assert len(sheet.annexes) == 1
    assert len(sheet.annexes[0].tables) == 2
    assert sheet.annexes[0].own_section


@pytest.mark.parametrize("drawn", [True, False])
def test_a_table_of_data_is_told_by_its_lines_or_its_many_rows(drawn: bool) -> None:
    row = (cell(p("1"), bordered=drawn), cell(p("Việc")), cell(p("Tháng 3")))
    table = Table((row,) * (1 if drawn else 6))
    good = plan()
    sheet = recognise(document(good.sections[0], section(*good.sections[1].blocks, table)))

    assert len(sheet.annexes[0].tables) == 2


def test_a_label_inside_a_table_of_data_begins_no_annex() -> None:
    rows = data_table(("TT", "Tài liệu"), ("1", "Phụ lục I"))

    assert len(recognise(after(plan(), "annex_body", rows)).annexes) == 1


def test_a_title_at_the_margin_in_bold_capitals_is_the_title() -> None:
    (found,) = recognise(with_paragraph(plan(), "annex_title", align="left")).annexes

    assert texts(found.title) == ["LỊCH THỰC HIỆN KẾ HOẠCH NĂM 2026"]


def test_tables_of_annexes_are_not_tables_of_the_text() -> None:
    assert len(recognise(plan()).tables) == 1


def test_a_reference_on_two_lines_is_the_reference() -> None:
    layout = instead(
        plan(),
        "annex_reference",
        centred("(Kèm theo Kế hoạch số 15/KH-UBND", italic=True),
        centred("của Ủy ban nhân dân phường Cầu Đất)", italic=True),
    )
    (found,) = recognise(layout).annexes

    whole = "(Kèm theo Kế hoạch số 15/KH-UBND của Ủy ban nhân dân phường Cầu Đất)"
    assert text(found.reference) == whole
    assert texts(found.body) == ["Lịch này được điều chỉnh khi cần./."]


def test_an_annex_without_reference_and_rule_lacks_them() -> None:
    (found,) = recognise(without(plan(), "annex_reference", "annex_rule")).annexes

    assert (found.reference, found.rule) == (None, None)
    assert texts(found.title) == ["LỊCH THỰC HIỆN KẾ HOẠCH NĂM 2026"]


def test_a_label_in_a_layout_table_begins_an_annex() -> None:
    top = side_by_side([], [centred("Phụ lục I", bold=True)])
    sheet = recognise(document(section(*first_part()), section(top, *annex()[1:])))

    assert labels(sheet) == ["Phụ lục I"]
    assert texts(sheet.annexes[0].title) == ["LỊCH THỰC HIỆN KẾ HOẠCH NĂM 2026"]


def test_annexes_of_an_unsigned_document_are_found() -> None:
    sheet = recognise(document(section(*first_part()[:-1]), section(*annex())))

    assert labels(sheet) == ["Phụ lục I"]
    assert len(sheet.body) == len(recognise(plan()).body)


@pytest.mark.parametrize(
    "above",
    [
        (),
        (p("Số: 15/KH-UBND; 05/02/2026; 08:30:00", align="right"),),
        (p("15/KH-UBND; 05/02/2026; 8:30", boxed=True), p()),
        (p("Số: …; ngày/tháng/năm; giờ: phút: giây", boxed=True),),
    ],
)
def test_a_file_of_annexes_alone_is_judged_as_annexes(above: tuple[Block, ...]) -> None:
    sheet = recognise(document(section(*above, *annex())))

    assert (sheet.scope, labels(sheet)) == ("phu-luc", ["Phụ lục I"])
    assert sheet.annexes[0].own_section
    assert (sheet.so, sheet.body) == (None, ())


# scope


def of_scope(head: Block, kind: str = "KẾ HOẠCH", *blocks: Block) -> str:
    return recognise(
        document(section(head, *title(kind, "Làm việc"), *PLAN_TEXT, footer(), *blocks))
    ).scope


def test_a_document_of_the_decree_is_in_scope() -> None:
    assert [recognise(one()).scope for one in (plan, decision, official_letter)] == ["", "", ""]


def party(so: str, right: str = "ĐẢNG CỘNG SẢN VIỆT NAM") -> Block:
    left = [
        centred("ĐẢNG BỘ PHƯỜNG CẦU ĐẤT"),
        centred("BAN CHỈ ĐẠO", bold=True),
        p("*"),
        centred(so),
    ]
    return side_by_side(
        left, [centred(right, bold=True), centred("Cầu Đất, ngày 05 tháng 02 năm 2026")]
    )


def test_a_document_of_the_party_is_not() -> None:
    assert of_scope(party("Số 71-KH/BCĐ")) == "dang"
    assert of_scope(party("Số: 71/KH-BCĐ")) == "dang"


def test_a_party_sign_under_a_quoc_hieu_is_a_slip_unless_the_party_issues_it() -> None:
    names = ("ĐẢNG ỦY", "PHƯỜNG CẦU ĐẤT")

    assert recognise(with_paragraph(plan(), "so", text="Số: 71-KH/UBND")).scope == ""
    assert of_scope(header("Số: 71-KH/ĐU", ban_hanh=names)) == "dang"


def test_a_document_of_the_youth_union_is_not() -> None:
    assert of_scope(party("Số: 12-KH/ĐTN", "ĐOÀN TNCS HỒ CHÍ MINH")) == "doan-the"


@pytest.mark.parametrize(
    "chu_quan, ban_hanh",
    [
        ((), ("MẶT TRẬN TỔ QUỐC VIỆT NAM", "BAN THƯỜNG TRỰC")),
        (("MTTQ VIỆT NAM THÀNH PHỐ HẢI PHÒNG",), ("ỦY BAN MTTQ VIỆT NAM", "PHƯỜNG CẦU ĐẤT")),
        (("LĐLĐ THÀNH PHỐ HẢI PHÒNG",), ("CÔNG ĐOÀN TRƯỜNG THCS CẦU ĐẤT",)),
        ((), ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "PHƯỜNG CẦU ĐẤT")),
    ],
)
@pytest.mark.parametrize("so", ["Số: 12/KH-MTTQ", "Số: 12-KH/MTTQ"])
def test_the_front_and_the_unions_are_not_even_under_a_quoc_hieu(
    so: str, chu_quan: tuple[str, ...], ban_hanh: tuple[str, ...]
) -> None:
    assert of_scope(header(so, chu_quan=chu_quan, ban_hanh=ban_hanh)) == "doan-the"


@pytest.mark.parametrize(
    "names", [("ĐOÀN THANH TRA SỐ 02",), ("ĐOÀN ĐẠI BIỂU QUỐC HỘI", "THÀNH PHỐ HẢI PHÒNG")]
)
def test_a_delegation_of_the_state_is_in_scope(names: tuple[str, ...]) -> None:
    assert of_scope(header(ban_hanh=names)) == ""


@pytest.mark.parametrize("so", ["Số: 12/2026/QĐ-UBND", "Số:     /2026/QĐ-UBND"])
def test_a_legal_normative_document_is_not(so: str) -> None:
    assert recognise(with_paragraph(decision(), "so", text=so)).scope == "qppl"


@pytest.mark.parametrize(
    ("so", "kind"),
    [
        ("Số: 12/2026/KH-UBND", "KẾ HOẠCH"),
        ("Số: 12/2026/QĐ-UBND", "KẾ HOẠCH"),
        ("Số: 12/2026/QĐ-SNV", "QUYẾT ĐỊNH"),
        ("Số: 12/2026/NQ-HĐT", "NGHỊ QUYẾT"),
    ],
)
def test_a_year_in_the_sign_makes_no_law_of_what_cannot_be_one(so: str, kind: str) -> None:
    assert of_scope(header(so), kind) == ""


def test_a_law_is_not() -> None:
    assert of_scope(header("Số: 30/NĐ-CP"), "NGHỊ ĐỊNH") == "qppl"


@pytest.mark.parametrize(
    "name", ["DANH SÁCH", "SỔ THEO DÕI VĂN BẢN", "BẢNG TỔNG HỢP", "LỊCH CÔNG TÁC"]
)
def test_a_list_or_book_is_internal_with_or_without_its_header(name: str) -> None:
    rows = data_table(("TT", "Họ tên"), ("1", "Lê Văn A"))
    with_header = document(section(header(so="", day=""), centred(name, bold=True), rows))
    bare = document(section(centred(name, bold=True), p("Năm 2026"), rows))

    assert recognise(with_header).scope == "noi-bo"
    assert recognise(bare).scope == "noi-bo"


def test_a_book_is_internal_by_its_cover_too() -> None:
    names = (centred("UBND QUẬN NGÔ QUYỀN"), centred("PHÒNG NỘI VỤ", bold=True))
    cover = (*names, centred("SỔ ĐĂNG KÝ VĂN BẢN ĐI", bold=True), centred("Năm: 2026"))
    rows = data_table(("Số, ký hiệu", "Ngày"), ("01/KH-NV", "12/02/2026"))

    assert recognise(document(section(*cover, rows))).scope == "noi-bo"


def test_something_else_is_not_known() -> None:
    letter = document(section(p("Chào anh,"), p("Em gửi anh tài liệu."), p("Cảm ơn anh.")))

    assert recognise(letter).scope == "khong-ro"
    assert recognise(document(section())).scope == "khong-ro"


# several documents


def test_a_regulation_issued_with_a_decision_is_a_document_of_its_own() -> None:
    attached = section(
        header(so="", day=""),
        *title("QUY CHẾ", "Làm việc của Ban Chỉ đạo"),
        centred("(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 02 năm 2026)", italic=True),
        centred("Chương I", bold=True),
        centred("QUY ĐỊNH CHUNG", bold=True),
        body("Lời văn của Quy chế./."),
    )
    sheet = recognise(document(*decision().sections, attached))
    (other,) = sheet.others

    assert (sheet.type, len(sheet.body)) == ("quyet-dinh", 2)
    assert (other.type, other.so, other.scope) == ("quy-che", None, "")
    assert text(other.kem_theo).startswith("(Kèm theo")
    assert texts(other.trich_yeu) == ["Làm việc của Ban Chỉ đạo"]
    assert [one.title for one in other.headings] == ["QUY ĐỊNH CHUNG"]
    assert len(other.layout.sections) == 1


def test_an_attached_document_without_a_header_is_one_too() -> None:
    attached = section(
        *title("QUY CHẾ", "Làm việc"),
        centred("(Ban hành kèm theo Quyết định số 15/QĐ-UBND)", italic=True),
        body("Lời văn của Quy chế./."),
    )
    sheet = recognise(document(*decision().sections, attached))

    assert [(one.type, one.scope) for one in sheet.others] == [("quy-che", "")]
    assert texts(sheet.others[0].body) == ["Lời văn của Quy chế./."]


@pytest.mark.parametrize("how", [{"align": "left", "bold": True}, {"bold": False}])
def test_a_name_of_a_kind_behind_the_signature_is_no_document_unless_it_is_a_title(
    how: dict[str, Any],
) -> None:
    line = centred("QUY CHẾ", "line", **how)
    sheet = recognise(document(section(*decision().sections[0].blocks, line)))

    assert sheet.others == ()


def test_two_documents_in_one_file_are_two() -> None:
    sheet = recognise(document(*decision().sections, *official_letter().sections))

    assert sheet.type == "quyet-dinh"
    assert [one.type for one in sheet.others] == ["cong-van"]
    assert texts(sheet.ho_ten) == texts(sheet.others[0].ho_ten) == ["Nguyễn Văn An"]
    assert text(sheet.luu) == "- Lưu: VT, VHXH."


def test_three_documents_in_one_file_are_three() -> None:
    parts = (*decision().sections, *official_letter().sections, *plan().sections)

    assert [one.type for one in recognise(document(*parts)).others] == ["cong-van", "ke-hoach"]


def test_a_certified_copy_below_a_document_is_a_document_of_its_own() -> None:
    left = [centred("TRUNG TÂM LƯU TRỮ", bold=True), centred("Số: 05/SY-TTLT")]
    right = [
        centred("SAO Y", bold=True),
        centred("Cầu Đất, ngày 06 tháng 02 năm 2026", italic=True),
    ]
    copied = footer(("- Sở Nội vụ;",), "- Lưu: VT.", ("GIÁM ĐỐC",), "Vũ Văn Bảy")
    sheet = recognise(
        document(section(*decision().sections[0].blocks, side_by_side(left, right), copied))
    )
    (copy,) = sheet.others

    assert texts(sheet.ho_ten) == ["Nguyễn Văn An"]
    assert (copy.type, text(copy.so), texts(copy.ho_ten)) == (
        "sao-y",
        "Số: 05/SY-TTLT",
        ["Vũ Văn Bảy"],
    )
    assert copy.scope == ""


def test_a_table_of_data_with_the_quoc_hieu_is_no_other_document() -> None:
    rows = data_table(("Thành phần", "Chữ"), ("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    sheet = recognise(after(plan(), "diem", rows))

    assert sheet.others == ()
    assert len(sheet.tables) == 2


def test_one_cell_of_an_annex_may_hold_a_table() -> None:
    inner = data_table(("a", "b"), ("1", "2"))
    outer = replace(inner, rows=((cell(inner, bordered=True),),))
    sheet = recognise(after(plan(), "annex_body", outer))

    assert len(sheet.annexes[0].tables) == 2


def test_an_unnumbered_document_before_a_numbered_one_is_no_cover() -> None:
    long = body("Quy chế này quy định việc thực hiện dân chủ ở cơ sở trên địa bàn phường. " * 6)
    many = [body(f"{n}. Một việc.") for n in range(1, 20)]
    for words in ([long], many):
        first = section(header(so="", day=""), *title("QUY CHẾ", "Làm việc"), *words)
        sheet = recognise(document(first, *official_letter().sections))

        assert sheet.type == "quy-che"
        assert [one.type for one in sheet.others] == ["cong-van"]


def test_the_words_sao_y_in_the_text_are_no_copy() -> None:
    assert recognise(after(plan(), "diem", body("Sao y"))).others == ()
