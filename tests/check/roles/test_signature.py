"""Ô 7, 9b and 12: Nơi nhận and signers, in tables, tabs and lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Block, Layout, Paragraph
from docgen.check.roles import recognise
from docgen.check.sheet import Sheet
from tests.check.layouts import (
    PLAN_TEXT,
    after,
    body,
    cell,
    centred,
    data_table,
    document,
    footer,
    header,
    instead,
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

PLACES = ["- UBND thành phố;", "- Các tổ dân phố;"]
POWERS = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
LABEL = "Nơi nhận:"
LUU = "- Lưu: VT, VHXH."
NAME = "Nguyễn Văn An"


def texts(found: tuple[Paragraph, ...]) -> list[str]:
    return [one.text for one in found]


def text(found: Paragraph | None) -> str:
    return found.text if found is not None else ""


def closed(*blocks: Block) -> Sheet:
    """The sheet of a plan with this end."""
    return recognise(
        document(section(header(), *title("KẾ HOẠCH", "Làm việc"), *PLAN_TEXT, *blocks))
    )


def assert_complete(sheet: Sheet) -> None:
    assert text(sheet.noi_nhan_label) == LABEL
    assert texts(sheet.noi_nhan) == PLACES
    assert text(sheet.luu) == LUU
    assert texts(sheet.quyen_han) == POWERS
    assert texts(sheet.ho_ten) == [NAME]
    assert sheet.body[-1].text.endswith("./.")
    assert len(sheet.body) == len(recognise(plan()).body)


def test_a_good_plan_has_all_of_its_footer() -> None:
    sheet = recognise(plan())

    assert_complete(sheet)
    assert sheet.footer is not None
    assert (sheet.chuc_vu_khac, sheet.nguoi_soan) == (None, None)


def test_the_drafter_stands_below_luu() -> None:
    assert (
        text(recognise(after(plan(), "luu", p("PL.(300)", size_pt=11.0))).nguoi_soan) == "PL.(300)"
    )


def test_other_words_below_luu_are_no_drafter() -> None:
    layout = after(plan(), "luu", p("và các bộ phận có liên quan của phường."))

    assert recognise(layout).nguoi_soan is None


def test_a_power_alone_is_a_post() -> None:
    table = side_by_side([], [centred("TM. ỦY BAN NHÂN DÂN"), p(), centred(NAME)])

    assert texts(closed(table).quyen_han) == ["TM. ỦY BAN NHÂN DÂN"]


def test_a_post_right_above_the_name_is_a_power_if_kt_stands_above() -> None:
    right = [centred("KT. CHỦ TỊCH"), p(), centred("PHÓ CHỦ TỊCH"), centred(NAME)]
    sheet = closed(side_by_side([p(LABEL), p(LUU)], right))

    assert texts(sheet.quyen_han) == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert sheet.chuc_vu_khac is None


def test_the_drafter_on_the_line_of_luu_stays_there() -> None:
    sheet = recognise(official_letter())

    assert text(sheet.luu) == "- Lưu: VT, VX. PL.(300)"
    assert sheet.nguoi_soan is None


@pytest.mark.parametrize(
    "typed", ["Lưu VT", "- Lưu VT, VX;", "– Lưu: VP.", "-Lưu: VT", "* Lưu: Hồ sơ."]
)
def test_luu_is_found_however_it_is_written(typed: str) -> None:
    sheet = recognise(with_paragraph(plan(), "luu", text=typed))

    assert text(sheet.luu) == typed
    assert texts(sheet.noi_nhan) == PLACES


def test_the_label_and_its_first_place_may_share_a_line() -> None:
    sheet = recognise(with_paragraph(plan(), "noi_nhan_label", text="Nơi nhận: Như trên;"))

    assert text(sheet.noi_nhan_label) == "Nơi nhận: Như trên;"
    assert text(sheet.luu) == LUU


def test_without_luu_the_last_place_is_a_place() -> None:
    sheet = recognise(without(plan(), "luu"))

    assert sheet.luu is None
    assert texts(sheet.noi_nhan) == PLACES


@pytest.mark.parametrize("typed", ["Nơi nhận:", "Nơi nhận", "NƠI NHẬN:", "Nơi Nhận :"])
def test_the_label_is_found_however_it_is_written(typed: str) -> None:
    assert (
        text(recognise(with_paragraph(plan(), "noi_nhan_label", text=typed)).noi_nhan_label)
        == typed
    )


def test_places_in_one_paragraph_with_line_ends_are_told_apart() -> None:
    left = [p("\n".join([LABEL, *PLACES, LUU]))]
    right = [centred("\n".join([*POWERS, "", "", NAME]))]

    assert_complete(closed(side_by_side(left, right)))


# the signer


def test_another_post_stands_right_above_the_name() -> None:
    other = centred("CHỦ TỊCH UBND PHƯỜNG", "other", bold=True)
    name = centred(NAME, "ho_ten", bold=True)
    powered = footer(powers=("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"))
    sheet = recognise(
        instead(
            document(section(header(), *title("KẾ HOẠCH", "A"), *PLAN_TEXT, powered)),
            "ho_ten",
            other,
            name,
        )
    )

    assert texts(sheet.quyen_han) == ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"]
    assert text(sheet.chuc_vu_khac) == "CHỦ TỊCH UBND PHƯỜNG"
    assert texts(sheet.ho_ten) == [NAME]


def test_room_for_the_signature_may_be_spacing() -> None:
    layout = with_paragraph(without(plan(), "gap"), "ho_ten", before_pt=80.0)

    assert_complete(recognise(layout))


@pytest.mark.parametrize(
    "note", ["(Đã ký)", "(Chữ ký, dấu)", "(Ký, ghi rõ họ tên)", "Ký bởi: UBND"]
)
def test_a_note_where_the_signature_goes_is_no_name(note: str) -> None:
    assert_complete(recognise(after(plan(), "quyen_han", centred(note, italic=True))))


def test_a_name_in_capitals_is_a_name() -> None:
    sheet = recognise(with_paragraph(plan(), "ho_ten", text="NGUYỄN VĂN AN"))

    assert texts(sheet.quyen_han) == POWERS
    assert texts(sheet.ho_ten) == ["NGUYỄN VĂN AN"]


def test_a_name_with_a_degree_is_one_name() -> None:
    assert texts(recognise(with_paragraph(plan(), "ho_ten", text="TS. Nguyễn Văn An")).ho_ten) == [
        "TS. Nguyễn Văn An"
    ]


@pytest.mark.parametrize("typed", ["Họ và tên", "[Họ tên]", "..................."])
def test_a_placeholder_in_a_draft_stands_for_the_name(typed: str) -> None:
    sheet = recognise(with_paragraph(plan(), "ho_ten", text=typed), draft=True)

    assert texts(sheet.quyen_han) == POWERS
    assert texts(sheet.ho_ten) == [typed]


def test_a_draft_without_a_name_has_none() -> None:
    sheet = recognise(without(plan(), "ho_ten"), draft=True)

    assert texts(sheet.quyen_han) == POWERS
    assert sheet.ho_ten == ()


@pytest.mark.parametrize("typed", [NAME, "NGUYỄN VĂN AN", "TS. Nguyễn Văn An", "Châu Thị Huệ"])
def test_a_name_without_a_post_is_a_name(typed: str) -> None:
    in_table = recognise(
        with_paragraph(without(plan(), "quyen_han"), "ho_ten", text=typed, bold=True)
    )
    in_lines = closed(
        p(LABEL), *map(p, PLACES), p(LUU), p(), p(typed, align="right"), p("PL.(300)")
    )

    for sheet in (in_table, in_lines):
        assert sheet.quyen_han == ()
        assert texts(sheet.ho_ten) == [typed]


def test_posts_in_small_letters_are_posts() -> None:
    posts = ["KT. Chủ tịch", "Phó Chủ tịch"]
    sheet = closed(footer(powers=tuple(posts)))

    assert texts(sheet.quyen_han) == posts
    assert texts(sheet.ho_ten) == [NAME]


@pytest.mark.parametrize("powers", [("HIỆU TRƯỞNG",), ("CHÁNH THANH TRA",), ("KIỂM ĐỊNH VIÊN",)])
def test_a_post_beside_noi_nhan_is_a_post_whatever_it_is(powers: tuple[str, ...]) -> None:
    assert texts(closed(footer(powers=powers)).quyen_han) == list(powers)


def test_powers_on_rows_of_their_own_are_powers() -> None:
    rows = (
        (cell(p(LABEL)), cell(centred(POWERS[0]))),
        (cell(*map(p, PLACES)), cell(centred(POWERS[1]))),
        (cell(p(LUU)), cell(centred(POWERS[2]))),
        (cell(p()), cell(centred(NAME))),
    )
    table = replace(footer(), rows=rows)
    sheet = closed(table)

    assert_complete(sheet)
    assert sheet.chuc_vu_khac is None


def test_minutes_have_two_signers_and_noi_nhan_below() -> None:
    sheet = recognise(minutes())

    assert texts(sheet.quyen_han) == ["THƯ KÝ", "CHỦ TỌA"]
    assert texts(sheet.ho_ten) == ["Lê Thị Bình", "Trần Văn Cường"]
    assert texts(sheet.noi_nhan) == ["- Như thành phần tham dự;"]
    assert text(sheet.luu) == "- Lưu: VT, Hồ sơ."


def test_three_signers_side_by_side_are_three() -> None:
    posts = ["NGƯỜI LẬP", "KẾ TOÁN", "GIÁM ĐỐC"]
    names = ["Lê Thị A", "Trần Thị B", "Vũ Văn C"]
    row = tuple(
        cell(centred(post), p(), centred(name), width=55.0)
        for post, name in zip(posts, names, strict=True)
    )
    sheet = closed(replace(footer(), rows=(row,)))

    assert texts(sheet.quyen_han) == posts
    assert texts(sheet.ho_ten) == names


# other shapes


def test_a_footer_cut_by_tabs_is_read() -> None:
    rows = zip([LABEL, *PLACES, LUU], [*POWERS, ""], strict=True)
    lines = [p(f"{left}\t{right}".rstrip("\t")) for left, right in rows]
    sheet = closed(*lines, p(), p(), p(f"\t\t{NAME}"))

    assert sheet.footer is None
    assert_complete(sheet)


def test_a_signer_above_noi_nhan_is_read() -> None:
    sheet = closed(
        *(centred(power, bold=True, left_mm=80.0) for power in POWERS),
        p(),
        p(),
        centred(NAME, bold=True, left_mm=80.0),
        p(LABEL),
        *map(p, PLACES),
        p(LUU),
    )

    assert_complete(sheet)


def test_a_signer_below_noi_nhan_is_read() -> None:
    sheet = closed(
        p(LABEL),
        *map(p, PLACES),
        p(LUU),
        p(),
        *(p(power, align="right", bold=True) for power in POWERS),
        p(),
        p(NAME, align="right", bold=True),
    )

    assert_complete(sheet)


def test_a_signer_beside_a_table_of_places_alone_is_read() -> None:
    places = side_by_side([p(LABEL), *map(p, PLACES), p(LUU)], [])
    sheet = closed(places, *(centred(power, left_mm=80.0) for power in POWERS), p(), centred(NAME))

    assert_complete(sheet)


def test_a_signer_without_noi_nhan_is_read() -> None:
    table = side_by_side([], [*map(centred, POWERS), p(), centred(NAME)])
    in_table = closed(table)
    in_lines = closed(*map(centred, POWERS), p(), centred(NAME))

    for sheet in (in_table, in_lines):
        assert sheet.noi_nhan_label is None
        assert texts(sheet.quyen_han) == POWERS
        assert texts(sheet.ho_ten) == [NAME]


def test_nothing_signed_is_nothing_found() -> None:
    sheet = closed()

    assert (sheet.footer, sheet.quyen_han, sheet.ho_ten) == (None, (), ())
    assert sheet.body[-1].text.endswith("./.")


# what looks alike


@pytest.mark.parametrize(
    "typed",
    [
        "Nơi nhận: phòng Một cửa của phường.",
        "Nơi nhận hồ sơ là Bộ phận Một cửa.",
        "Ghi “Nơi nhận:” ở cuối.",
    ],
)
def test_noi_nhan_in_a_sentence_of_the_text_is_text(typed: str) -> None:
    layout = after(plan(), "diem", body(typed))
    sheet = recognise(layout)

    assert typed in texts(sheet.body)
    assert texts(sheet.quyen_han) == POWERS
    assert texts(sheet.noi_nhan) == PLACES


def test_a_table_of_data_with_a_column_of_places_is_data() -> None:
    rows = data_table(("TT", "Nội dung", "Nơi nhận"), ("1", "Báo cáo", "UBND quận"))
    sheet = recognise(after(plan(), "diem", rows))

    assert_complete(sheet)
    assert len(sheet.tables) == 2


def test_a_form_in_an_annex_has_a_footer_of_its_own() -> None:
    form = footer(("- Như trên;",), "- Lưu: VT.", ("GIÁM ĐỐC",), "Họ và tên")
    good = plan()
    blocks = good.sections[1].blocks
    layout: Layout = document(good.sections[0], section(*blocks, header("Số: …/…"), form))
    sheet = recognise(layout)

    assert_complete(sheet)
    assert len(sheet.annexes) == 1
    assert sheet.others == ()
