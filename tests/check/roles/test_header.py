"""Ô 1 to 4, 5b, 10, 11: found in tables, tabs, boxes and lines, rightly or wrongly written."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from docgen.check.layout import Layout, Paragraph, Rule, Table
from docgen.check.roles import recognise
from tests.check.layouts import (
    PLAN_TEXT,
    after,
    body,
    cell,
    centred,
    data_table,
    decision,
    document,
    edit,
    footer,
    header,
    instead,
    line,
    minutes,
    official_letter,
    p,
    plan,
    section,
    side_by_side,
    title,
    with_paragraph,
    without,
)

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
SO = "Số: 15/KH-UBND"
DAY = "Cầu Đất, ngày 05 tháng 02 năm 2026"


def texts(found: tuple[Paragraph, ...]) -> list[str]:
    return [one.text for one in found]


def text(found: Paragraph | None) -> str:
    return found.text if found is not None else ""


def headed(*blocks: Paragraph | Table) -> Layout:
    """A plan with this header."""
    return document(section(*blocks, *title("KẾ HOẠCH", "Làm việc"), *PLAN_TEXT, footer()))


def test_a_good_plan_has_all_of_its_header() -> None:
    sheet = recognise(plan())

    assert text(sheet.quoc_hieu) == QUOC_HIEU
    assert text(sheet.tieu_ngu) == TIEU_NGU
    assert texts(sheet.ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]
    assert sheet.chu_quan == ()
    assert (text(sheet.so), text(sheet.dia_danh_ngay)) == (SO, DAY)
    assert sheet.tieu_ngu_rule is not None
    assert sheet.ban_hanh_rule is not None
    assert sheet.header is not None


def test_names_of_styles_are_never_looked_at() -> None:
    plain = edit(plan(), lambda one: (replace(one, style="Normal"),))
    misleading = edit(plan(), lambda one: (replace(one, style="Heading 1"),))

    for layout in (plain, misleading):
        sheet = recognise(layout)
        assert (sheet.type, text(sheet.quoc_hieu)) == ("ke-hoach", QUOC_HIEU)
        assert len(sheet.headings) == len(recognise(plan()).headings)


@pytest.mark.parametrize(
    "typed",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA  XÃ HỘI\u00a0CHỦ NGHĨA VIỆT NAM ",
        unicodedata.normalize("NFD", QUOC_HIEU),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM",
        "CÔNG HÒA XÃ HÔI CHỦ NGĨA VIỆT NAM",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆTNAM",
        "CỘNG HÒA XHCN VIỆT NAM",
    ],
)
def test_a_misspelt_quoc_hieu_is_still_the_quoc_hieu(typed: str) -> None:
    sheet = recognise(with_paragraph(plan(), "quoc_hieu", text=typed))

    assert sheet.quoc_hieu is not None
    assert sheet.quoc_hieu.raw == typed


def test_a_quoc_hieu_in_small_letters_shown_in_capitals_is_found() -> None:
    layout = with_paragraph(plan(), "quoc_hieu", text=QUOC_HIEU.lower(), caps=True)

    assert text(recognise(layout).quoc_hieu) == QUOC_HIEU


@pytest.mark.parametrize(
    "typed",
    [
        "Độc lập – Tự do – Hạnh phúc",
        "Độc lập-Tự do-Hạnh phúc",
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        "Độc lập Tự do Hạnh phúc",
        "Đôc lập - Tự do - Hạnh phúc",
    ],
)
def test_a_wrongly_written_tieu_ngu_is_still_the_tieu_ngu(typed: str) -> None:
    sheet = recognise(with_paragraph(plan(), "tieu_ngu", text=typed))

    assert text(sheet.tieu_ngu) == typed
    assert sheet.tieu_ngu_rule is not None


def test_the_name_of_the_country_in_a_sentence_is_no_quoc_hieu() -> None:
    sentence = body("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam được tuân thủ nghiêm.")
    layout = after(without(plan(), "quoc_hieu", "tieu_ngu"), "ten_loai", sentence)

    assert recognise(layout).quoc_hieu is None


@pytest.mark.parametrize(
    "typed",
    [
        "Số 15/KH-UBND",
        "SỐ: 15/KH-UBND",
        "15/KH-UBND",
        "Số:      /KH-UBND",
        "Số: 15 / KH - UBND",
        "Số:",
    ],
)
def test_a_number_is_found_however_it_is_written(typed: str) -> None:
    sheet = recognise(with_paragraph(plan(), "so", text=typed))

    assert sheet.so is not None
    assert sheet.so.raw == typed
    assert texts(sheet.ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (DAY, date(2026, 2, 5)),
        ("Cầu Đất, ngày 5 tháng 2 năm 2026", date(2026, 2, 5)),
        ("Cầu Đất, 05/02/2026", date(2026, 2, 5)),
        ("Cầu Đất ngày 05 tháng 02 năm 2026", date(2026, 2, 5)),
        ("Cầu Đất, ngày      tháng      năm 2026", None),
        ("Cầu Đất, ngày 31 tháng 02 năm 2026", None),
        ("Cầu Đất, tháng 02 năm 2026", None),
    ],
)
def test_the_day_of_o_4_is_read(typed: str, day: date | None) -> None:
    sheet = recognise(with_paragraph(plan(), "dia_danh_ngay", text=typed))

    assert sheet.dia_danh_ngay is not None
    assert sheet.day == day


def test_a_given_day_stands_in_for_an_open_one_only() -> None:
    given = date(2026, 7, 1)
    draft = with_paragraph(plan(), "dia_danh_ngay", text="Cầu Đất, ngày     tháng     năm 2026")

    assert recognise(draft, draft=True, day=given).day == given
    assert recognise(draft, draft=True).draft
    assert recognise(plan(), day=given).day == date(2026, 2, 5)


@pytest.mark.parametrize(
    ("names", "chu_quan"),
    [
        (("UBND QUẬN NGÔ QUYỀN", "PHÒNG NỘI VỤ"), 1),
        (("UBND QUẬN NGÔ QUYỀN", "PHÒNG GIÁO DỤC", "VÀ ĐÀO TẠO"), 1),
        (("UBND QUẬN NGÔ QUYỀN", "BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG"), 1),
        (("ỦY BAN NHÂN DÂN", "QUẬN NGÔ QUYỀN", "PHÒNG Y TẾ"), 2),
        (("UBND TỈNH", "SỞ NỘI VỤ"), 1),
        (("BỘ NỘI VỤ", "CỤC VĂN THƯ VÀ", "LƯU TRỮ NHÀ NƯỚC"), 1),
        (("UBND QUẬN", "TRƯỜNG TIỂU HỌC", "NGUYỄN DU"), 1),
        (("HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"), 0),
        (("VĂN PHÒNG HĐND VÀ", "UBND PHƯỜNG CẦU ĐẤT"), 0),
        (("BAN CHỈ ĐẠO", "PHÒNG, CHỐNG DỊCH BỆNH"), 0),
        (("TRƯỜNG MẦM NON", "HỘI AN"), 0),
        (("BỘ NỘI VỤ",), 0),
    ],
)
def test_names_are_told_apart_by_content_even_all_in_one_weight(
    names: tuple[str, ...], chu_quan: int
) -> None:
    sheet = recognise(headed(header(ban_hanh=names)))

    assert texts(sheet.chu_quan) == list(names[:chu_quan])
    assert texts(sheet.ban_hanh) == list(names[chu_quan:])


def test_where_words_do_not_tell_weight_does() -> None:
    sheet = recognise(headed(header(chu_quan=("AN DƯƠNG",), ban_hanh=("HẢI AN",))))

    assert texts(sheet.chu_quan) == ["AN DƯƠNG"]
    assert texts(sheet.ban_hanh) == ["HẢI AN"]


def test_a_school_in_two_weights_is_one_name() -> None:
    sheet = recognise(headed(header(chu_quan=("TRƯỜNG TIỂU HỌC",), ban_hanh=("NGUYỄN DU",))))

    assert texts(sheet.ban_hanh) == ["TRƯỜNG TIỂU HỌC", "NGUYỄN DU"]


def test_uy_ban_on_two_lines_is_one_name_even_with_its_first_line_light() -> None:
    layout = with_paragraph(plan(), "ban_hanh", at=0, bold=False)

    assert texts(recognise(layout).ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]


@pytest.mark.parametrize("bold", [True, False])
def test_a_superior_body_that_lost_its_place_is_not_the_school_below_it(*, bold: bool) -> None:
    school = ("TRƯỜNG TIỂU HỌC NGUYỄN DU",)
    layout = headed(header(chu_quan=("ỦY BAN NHÂN DÂN",), ban_hanh=school))
    sheet = recognise(with_paragraph(layout, "chu_quan", bold=bold))

    assert texts(sheet.chu_quan) == ["ỦY BAN NHÂN DÂN"]
    assert texts(sheet.ban_hanh) == list(school)


def test_a_place_that_begins_like_a_body_is_still_the_place_of_its_committee() -> None:
    layout = headed(header(ban_hanh=("ỦY BAN NHÂN DÂN", "TRƯỜNG SA")))

    assert texts(recognise(layout).ban_hanh) == ["ỦY BAN NHÂN DÂN", "TRƯỜNG SA"]


def test_a_letter_has_its_subject_below_its_number() -> None:
    sheet = recognise(official_letter())

    assert texts(sheet.vv) == ["V/v báo cáo việc thực hiện dân chủ", "ở cơ sở năm 2026"]
    assert sheet.ten_loai is None


def test_a_subject_without_its_v_v_is_still_the_subject_of_a_letter() -> None:
    layout = with_paragraph(official_letter(), "vv", at=0, text="Báo cáo việc thực hiện dân chủ")
    sheet = recognise(layout)

    assert (sheet.type, len(sheet.vv)) == ("cong-van", 2)


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("KHẨN", "do_khan"),
        ("HOẢ TỐC", "do_khan"),
        ("HỎA TỐC HẸN GIỜ", "do_khan"),
        ("RẤT KHẨN", "do_khan"),
        ("KHẨN CẤP", "do_khan"),
        ("MẬT", "do_mat"),
        ("LƯU HÀNH NỘI BỘ", "luu_hanh"),
    ],
)
def test_a_stamp_is_found_in_the_table_and_in_a_box(typed: str, role: str) -> None:
    stamp = centred(typed, "stamp", bold=True)
    inside = after(plan(), "so", stamp)
    floating = headed(header(), replace(stamp, boxed=True))

    for layout in (inside, floating):
        sheet = recognise(layout)
        assert text(getattr(sheet, role)) == typed
        assert sheet.vv == ()
        assert text(sheet.ten_loai) == "KẾ HOẠCH"


# other shapes


def test_a_header_cut_by_tabs_is_read() -> None:
    sheet = recognise(
        headed(
            p(f"ỦY BAN NHÂN DÂN\t{QUOC_HIEU}"),
            p(f"PHƯỜNG CẦU ĐẤT\t\t{TIEU_NGU}"),
            p(f"{SO}\t{DAY}"),
        )
    )

    assert sheet.header is None
    assert text(sheet.quoc_hieu) == QUOC_HIEU
    assert texts(sheet.ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]
    assert (text(sheet.so), text(sheet.dia_danh_ngay)) == (SO, DAY)
    assert sheet.same_row is True
    assert text(sheet.ten_loai) == "KẾ HOẠCH"


def test_a_header_cut_by_wide_blanks_is_read() -> None:
    sheet = recognise(
        headed(
            p(f"UBND PHƯỜNG CẦU ĐẤT          {QUOC_HIEU}"),
            p(f"TRẠM Y TẾ            {TIEU_NGU}"),
            p("Số:      /KH-TYT          Cầu Đất, ngày      tháng      năm 2026"),
        )
    )

    assert texts(sheet.chu_quan) == ["UBND PHƯỜNG CẦU ĐẤT"]
    assert texts(sheet.ban_hanh) == ["TRẠM Y TẾ"]
    assert text(sheet.so) == "Số: /KH-TYT"
    assert text(sheet.dia_danh_ngay) == "Cầu Đất, ngày tháng năm 2026"


def test_a_header_of_centred_lines_is_read() -> None:
    sheet = recognise(
        headed(
            centred("ỦY BAN NHÂN DÂN"),
            centred("PHƯỜNG CẦU ĐẤT"),
            centred(QUOC_HIEU),
            centred(TIEU_NGU),
            line("rule", 60.0, 165.0),
            centred(SO),
            centred(DAY),
        )
    )

    assert texts(sheet.ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]
    assert (text(sheet.so), text(sheet.dia_danh_ngay)) == (SO, DAY)
    assert sheet.tieu_ngu_rule is not None
    assert sheet.same_row is False
    assert sheet.type == "ke-hoach"


def test_a_header_in_text_boxes_is_read_once() -> None:
    sheet = recognise(
        headed(
            p("ỦY BAN NHÂN DÂN", boxed=True, bold=True),
            p("PHƯỜNG CẦU ĐẤT", boxed=True, bold=True),
            p(QUOC_HIEU, boxed=True),
            p(TIEU_NGU, boxed=True),
            p(SO),
            p(DAY, align="right"),
        )
    )

    assert text(sheet.quoc_hieu) == QUOC_HIEU
    assert texts(sheet.ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]
    assert text(sheet.so) == SO
    assert QUOC_HIEU not in texts(sheet.body)


def test_lines_broken_within_one_paragraph_are_told_apart() -> None:
    top = side_by_side(
        [centred(f"UBND QUẬN NGÔ QUYỀN\nPHÒNG NỘI VỤ\n________\n{SO}", size_pt=13.0)],
        [centred(f"{QUOC_HIEU}\n{TIEU_NGU}\n__________________\n{DAY}", size_pt=13.0)],
    )
    sheet = recognise(headed(top))

    assert texts(sheet.chu_quan) == ["UBND QUẬN NGÔ QUYỀN"]
    assert texts(sheet.ban_hanh) == ["PHÒNG NỘI VỤ"]
    assert (text(sheet.tieu_ngu), text(sheet.so)) == (TIEU_NGU, SO)
    assert sheet.ban_hanh_rule == Rule("underscores")
    assert sheet.same_row is True


def test_a_quoc_hieu_on_the_wrong_side_is_found_with_the_names_on_the_other() -> None:
    names = [
        centred("ỦY BAN NHÂN DÂN", bold=True),
        centred("PHƯỜNG CẦU ĐẤT", bold=True),
        centred(SO),
    ]
    sheet = recognise(headed(side_by_side([centred(QUOC_HIEU), centred(TIEU_NGU)], names)))

    assert text(sheet.quoc_hieu) == QUOC_HIEU
    assert texts(sheet.ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]


def test_a_spacer_column_does_not_disturb() -> None:
    good = header()
    rows = tuple((row[0], cell(p(), width=4.0), row[1]) for row in good.rows)
    sheet = recognise(headed(replace(good, rows=rows)))

    assert texts(sheet.ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]
    assert (text(sheet.so), text(sheet.dia_danh_ngay)) == (SO, DAY)


def test_a_number_and_day_in_a_table_of_their_own_are_read() -> None:
    numbers = side_by_side([centred(SO)], [centred(DAY)])
    sheet = recognise(headed(header(so="", day=""), numbers))

    assert (text(sheet.so), text(sheet.dia_danh_ngay)) == (SO, DAY)
    assert sheet.same_row is True


def test_a_title_in_the_header_table_is_still_the_title() -> None:
    good = header()
    low = (cell(centred("KẾ HOẠCH", bold=True), centred("Làm việc năm 2026", bold=True), span=2),)
    table = replace(good, rows=(*good.rows, low))
    sheet = recognise(document(section(table, *PLAN_TEXT, footer())))

    assert text(sheet.ten_loai) == "KẾ HOẠCH"
    assert texts(sheet.trich_yeu) == ["Làm việc năm 2026"]
    assert (text(sheet.so), text(sheet.dia_danh_ngay)) == (SO, DAY)


def test_a_cover_page_is_passed_over() -> None:
    cover = section(
        centred("ỦY BAN NHÂN DÂN PHƯỜNG CẦU ĐẤT", bold=True),
        centred("KẾ HOẠCH", bold=True, size_pt=24.0),
        centred("Cầu Đất, tháng 02 năm 2026"),
    )
    sheet = recognise(document(cover, *plan().sections))

    assert texts(sheet.ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]
    assert sheet.day == date(2026, 2, 5)
    assert len(sheet.annexes) == 1


# rules and levels


@pytest.mark.parametrize(
    "drawn",
    [
        centred("__________", "typed"),
        line("border", 60.0, 97.0),
        line("drawing", 60.0, 97.0, "drawing"),
        centred("", "anchor", rules=(Rule("drawing", 60.0, 18.0),)),
    ],
)
def test_a_rule_below_the_tieu_ngu_is_found_however_it_is_drawn(drawn: Paragraph) -> None:
    assert recognise(instead(plan(), "tieu_ngu_rule", drawn)).tieu_ngu_rule is not None


def test_a_rule_may_be_the_border_of_the_line_itself() -> None:
    border = Rule("border", 56.0, 20.0)
    bare = without(plan(), "tieu_ngu_rule", "ban_hanh_rule")
    layout = with_paragraph(bare, "tieu_ngu", rules=(border,))
    sheet = recognise(with_paragraph(layout, "ban_hanh", at=1, rules=(border,)))

    assert (sheet.tieu_ngu_rule, sheet.ban_hanh_rule) == (border, border)


def test_a_line_anchored_in_the_number_is_the_rule_of_the_issuer() -> None:
    drawing = Rule("drawing", 25.0, 20.0)
    layout = with_paragraph(without(plan(), "ban_hanh_rule"), "so", rules=(drawing,))

    assert recognise(layout).ban_hanh_rule == drawing


def test_a_border_of_the_number_is_nobodys_rule() -> None:
    border = Rule("border", 25.0, 20.0)
    layout = with_paragraph(without(plan(), "ban_hanh_rule"), "so", rules=(border,))

    assert recognise(layout).ban_hanh_rule is None


def test_the_lowest_rule_below_the_names_is_theirs() -> None:
    layout = with_paragraph(plan(), "ban_hanh", at=0, rules=(Rule("border", 68.0, 0.0),))

    assert recognise(layout).ban_hanh_rule == recognise(plan()).ban_hanh_rule


def test_a_missing_rule_is_missing() -> None:
    sheet = recognise(without(plan(), "tieu_ngu_rule", "ban_hanh_rule"))

    assert (sheet.tieu_ngu_rule, sheet.ban_hanh_rule) == (None, None)


def test_number_and_day_in_one_row_are_level() -> None:
    assert recognise(plan()).same_row is True


def test_number_and_day_in_two_rows_are_not_level() -> None:
    good = header()
    number, day = good.rows[1]
    rows = (good.rows[0], (number, cell(p())), (cell(p()), day))

    assert recognise(headed(replace(good, rows=rows))).same_row is False


def test_a_day_far_below_its_number_in_one_row_is_not_level() -> None:
    good = header()
    top, (number, day) = good.rows
    right = cell(*(p("", size_pt=13.0) for _ in range(3)), *day.blocks, width=day.width_mm)

    assert recognise(headed(replace(good, rows=(top, (number, right))))).same_row is False


def test_minutes_have_no_day_and_nothing_to_be_level_with() -> None:
    sheet = recognise(minutes())

    assert (sheet.dia_danh_ngay, sheet.same_row) == (None, None)


def test_a_missing_quoc_hieu_is_missing_and_the_rest_is_found() -> None:
    sheet = recognise(without(plan(), "quoc_hieu", "tieu_ngu", "tieu_ngu_rule"))

    assert sheet.quoc_hieu is None
    assert sheet.scope == ""
    assert text(sheet.so) == SO
    assert texts(sheet.ban_hanh) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]
    assert sheet.type == "ke-hoach"


def test_a_table_of_data_with_a_number_in_it_is_no_header() -> None:
    rows = data_table(("Số: 12/QĐ-UBND", "Ngày 05 tháng 01 năm 2026"), ("a", "b"))
    sheet = recognise(after(decision(), "can_cu", rows))

    assert text(sheet.so) == "Số: 15/QĐ-UBND"
    assert sheet.tables == recognise(after(decision(), "can_cu", rows)).tables
    assert len(sheet.tables) == 1


def test_a_letter_without_a_table_is_a_letter() -> None:
    layout = document(
        section(
            p(f"UBND QUẬN NGÔ QUYỀN\t{QUOC_HIEU}"),
            p(f"PHÒNG NỘI VỤ\t{TIEU_NGU}"),
            p("Số: 12/PNV-TH\tNgô Quyền, ngày 05 tháng 02 năm 2026"),
            p("V/v báo cáo công tác"),
            p("Kính gửi: Ủy ban nhân dân quận.", left_mm=30.0),
            body("Phòng báo cáo như sau./."),
            footer(powers=("TRƯỞNG PHÒNG",)),
        )
    )
    sheet = recognise(layout)

    assert (sheet.type, sheet.scope, sheet.same_row) == ("cong-van", "", True)
    assert texts(sheet.chu_quan) == ["UBND QUẬN NGÔ QUYỀN"]
    assert texts(sheet.ban_hanh) == ["PHÒNG NỘI VỤ"]
    assert texts(sheet.vv) == ["V/v báo cáo công tác"]
    assert texts(sheet.kinh_gui) == ["Kính gửi: Ủy ban nhân dân quận."]
    assert texts(sheet.body) == ["Phòng báo cáo như sau./."]


def test_a_cover_with_the_quoc_hieu_is_passed_over() -> None:
    cover = section(centred(QUOC_HIEU), centred(TIEU_NGU), centred("ĐỀ ÁN"), centred("Năm 2026"))
    boxed = section(header(so="", day=""), centred("ĐỀ ÁN"), centred("Năm 2026"))

    for first in (cover, boxed):
        sheet = recognise(document(first, *plan().sections))
        assert (text(sheet.so), sheet.type) == (SO, "ke-hoach")


def test_a_first_document_in_plain_lines_is_not_passed_over_for_a_second_in_a_table() -> None:
    first = headed(
        p(f"ỦY BAN NHÂN DÂN\t{QUOC_HIEU}"),
        p(f"PHƯỜNG CẦU TRE\t{TIEU_NGU}"),
        p(f"Số: 7/KH-UBND\t{DAY}"),
    )
    sheet = recognise(document(*first.sections, *plan().sections))

    assert text(sheet.so) == "Số: 7/KH-UBND"
    assert [text(other.so) for other in sheet.others] == [SO]


def test_a_contract_has_its_number_below_its_title() -> None:
    layout = document(
        section(
            centred(QUOC_HIEU),
            centred(TIEU_NGU),
            centred("HỢP ĐỒNG", bold=True),
            centred("Số: 05/HĐ-UBND"),
            body("Hôm nay, hai bên thỏa thuận như sau:"),
            side_by_side(
                [centred("ĐẠI DIỆN BÊN A"), p(), centred("Lê A")], [centred("ĐẠI DIỆN BÊN B")]
            ),
        )
    )
    sheet = recognise(layout)

    assert (sheet.type, text(sheet.so)) == ("hop-dong", "Số: 05/HĐ-UBND")
    assert (sheet.trich_yeu, texts(sheet.ho_ten)) == ((), ["Lê A"])
    assert texts(sheet.quyen_han) == ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"]
