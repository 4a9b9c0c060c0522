"""Parts that stand where offices put them, though no form does: headers, tabs, other tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Cell, Layout, Paragraph, Place, Rule, Run, Table
from docgen.check.roles import recognise
from docgen.check.run import run
from tests.check.layouts import (
    PLAN_TEXT,
    body,
    cell,
    centred,
    decision,
    document,
    footer,
    header,
    p,
    plan,
    section,
    side_by_side,
    title,
    with_section,
)

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
ISSUER = ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU ĐẤT"]


def texts(found: tuple[Paragraph, ...]) -> list[str]:
    return [one.text for one in found]


def faults(layout: Layout) -> set[str]:
    report = run(recognise(layout), select=["header", "issuer", "number", "place_date"])
    return {finding.rule.id for finding in report.findings}


@pytest.mark.parametrize("office", ["CHỦ TỊCH", "GIÁM ĐỐC", "VIỆN TRƯỞNG"])
def test_an_office_may_be_the_issuer(office: str) -> None:
    names = (office, "ỦY BAN NHÂN DÂN TỈNH AN GIANG")
    sheet = recognise(document(section(header(ban_hanh=names), *title(), *PLAN_TEXT, footer())))

    assert (sheet.chu_quan, texts(sheet.ban_hanh)) == ((), list(names))


def tabbed(left: str, right: str, *, bold: bool = True, italic: bool = False) -> Paragraph:
    """Two texts on one line, each behind a tab to a centring stop."""
    runs = (
        Run(f"\t{left}", size_pt=13.0, bold=bold),
        Run(f"\t{right}", size_pt=14.0 if italic else 13.0, bold=bold, italic=italic),
    )
    return Paragraph(runs, stops=("center", "center"), tabs_before=1)


def test_a_letterhead_set_by_tabs_is_read_side_by_side() -> None:
    head = (
        tabbed("ỦY BAN NHÂN DÂN", QUOC_HIEU),
        tabbed("PHƯỜNG CẦU ĐẤT", "Độc lập - Tự do - Hạnh phúc"),
        tabbed("_______", "____________________", bold=False),
        tabbed("Số: 15/KH-UBND", "Cầu Đất, ngày 05 tháng 02 năm 2026", bold=False, italic=True),
    )
    layout = document(section(*head, *title("KẾ HOẠCH", "Làm việc"), *PLAN_TEXT, footer()))
    sheet = recognise(layout)

    assert texts(sheet.ban_hanh) == ISSUER
    assert sheet.same_row
    assert faults(layout) == set()


def test_a_letterhead_in_the_header_of_the_first_page_is_read() -> None:
    whole = plan()
    blocks = whole.sections[0].blocks
    above = (replace(blocks[0], place=Place("đầu trang của trang đầu (phần 1), bảng 1")),)
    headers = {**whole.sections[0].headers, "first": above}
    sheet = recognise(with_section(whole, blocks=blocks[1:], headers=headers))

    assert sheet.quoc_hieu is not None
    assert texts(sheet.ban_hanh) == ISSUER
    assert (sheet.type, sheet.scope) == ("ke-hoach", "")


def test_a_letterhead_in_a_bare_table_of_one_cell_is_read() -> None:
    shell = Table(((Cell((header(), p())),),))
    sheet = recognise(
        document(section(shell, *title("KẾ HOẠCH", "Làm việc"), *PLAN_TEXT, footer()))
    )

    assert sheet.header is not None
    assert len(sheet.header.rows) == 2
    assert texts(sheet.ban_hanh) == ISSUER


def signer(post: str, name: str) -> list[Paragraph]:
    return [centred(post, bold=True), centred("", before_pt=40.0), centred(name, bold=True)]


def test_two_signers_in_a_table_above_noi_nhan_in_paragraphs_are_found() -> None:
    signed = side_by_side(signer("THƯ KÝ", "Lê Thị Bình"), signer("CHỦ TỌA", "Trần Văn Cường"))
    below = (p("Nơi nhận:"), p("- Thành viên;"), p("- Lưu: VT."))
    sheet = recognise(
        document(section(header(), *title("BIÊN BẢN", "Họp"), body("Họp./."), signed, p(), *below))
    )

    assert texts(sheet.quyen_han) == ["THƯ KÝ", "CHỦ TỌA"]
    assert texts(sheet.ho_ten) == ["Lê Thị Bình", "Trần Văn Cường"]
    assert texts(sheet.body) == ["Họp./."]


def test_addressees_of_a_telegram_in_paragraphs_are_no_text() -> None:
    sender = centred("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG CẦU ĐẤT điện:", bold=True)
    places = (p("- Các tổ dân phố;", left_mm=50.0), p("- Công an phường.", left_mm=50.0))
    sheet = recognise(
        document(
            section(header(), *title("CÔNG ĐIỆN", "Về bão"), sender, *places, *PLAN_TEXT, footer())
        )
    )

    assert sheet.body[0].text.startswith("Thực hiện Luật")
    assert sheet.kinh_gui == ()


def ruled(rule: Rule) -> set[str]:
    """What is told of a plan whose Tiêu ngữ carries *rule* in place of its line."""
    words = centred("Độc lập - Tự do - Hạnh phúc", size_pt=14.0, bold=True, rules=(rule,))
    left = [centred(name, size_pt=13.0, bold=True) for name in ISSUER]
    right = [centred(QUOC_HIEU, size_pt=13.0, bold=True), words]
    top = (cell(*left, width=68.0), cell(*right, width=97.0))
    low = (cell(centred("Số: 15/KH-UBND", size_pt=13.0), width=68.0), cell(p(), width=97.0))
    head = Table((top, low))
    return faults(document(section(head, *title("KẾ HOẠCH", "Làm việc"), *PLAN_TEXT, footer())))


def test_a_line_over_the_words_is_none_below_them() -> None:
    under = Rule("drawing", 60.5, 18.0)

    assert "tieu-ngu-rule-present" not in ruled(under)
    assert "tieu-ngu-rule-present" in ruled(replace(under, above=True))


def test_words_below_the_signature_are_told_apart_from_annexes() -> None:
    tail = (body("Giao Phòng Văn hóa theo dõi."), p(), body("Báo cáo trước ngày 15."))
    after = (body("\f", page_break=True), body("Danh sách các tổ dân phố."))
    blocks = decision().sections[0].blocks

    assert texts(recognise(document(section(*blocks, *tail))).tail) == [
        "Giao Phòng Văn hóa theo dõi.",
        "Báo cáo trước ngày 15.",
    ]
    assert recognise(document(section(*blocks, *after))).tail == ()
    assert recognise(document(section(*blocks), section(*tail))).tail == ()
    assert recognise(plan()).tail == ()
