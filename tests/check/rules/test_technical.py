from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

import pytest

from docgen.check.layout import Paragraph, Run
from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, found
from tests.check.sheets import annexed, changed, paragraph, plan, prose, stamped, swapped
from tests.check.texts import FIRST, put, says

W, INFO = "warning", "info"
HEAD = "đầu văn bản"


def left(**what: Any) -> Sheet:
    sheet = plan()
    return replace(sheet, layout=replace(sheet.layout, **what))


def spaced(many: int) -> Sheet:
    """Return the plan with empty paragraphs between two of its text."""
    sheet = put(prose("Các đơn vị báo cáo.", 20), prose("Nơi nào chậm phải giải trình.", 30))
    section = sheet.layout.sections[0]
    at = next(n for n, block in enumerate(section.blocks) if block is sheet.body[1])
    empty = tuple(paragraph("", f"đoạn {21 + n}") for n in range(many))
    blocks = (*section.blocks[:at], *empty, *section.blocks[at:])
    return replace(sheet, layout=replace(sheet.layout, sections=(replace(section, blocks=blocks),)))


def runs(*held: Run) -> Sheet:
    return put(replace(prose("", 20), runs=held))


CASES = [
    Case(
        "unicode-composed",
        says(unicodedata.normalize("NFD", "Kế hoạch năm 2026")),
        FIRST,
        "Unicode tổ hợp: “Kế”, “hoạch”, “năm” (3 chỗ)",
        W,
    ),
    Case(
        "letter-d",
        says("Ðiều 5, ðơn vị."),
        FIRST,
        "Chữ Đ không phải của tiếng Việt: “Ðiều”, “ðơn” (2 chỗ)",
    ),
    Case("unseen-character", says("phư\u200bờng\u00ad"), FIRST, "Ký tự ẩn: U+200B, U+00AD (2 chỗ)"),
    Case(
        "legacy-code",
        says("Céng hßa x· héi chñ nghÜa ViÖt Nam"),
        FIRST,
        "Mã TCVN3: “hßa x· chñ nghÜa”",
    ),
    Case(
        "legacy-code",
        says("Coäng hoøa xaõ hoäi chuû nghóa"),
        FIRST,
        "Mã VNI: “Coäng hoøa xaõ hoäi”",
    ),
    Case("legacy-code", says("Cá»™ng hÃ²a xÃ£ há»™i"), FIRST, "Mã UTF-8 đọc sai: “á»™ Ã² Ã£ á»™”"),
    Case(
        "draft-gap",
        says("Do [CẦN BỔ SUNG: Tên đơn vị] chủ trì."),
        FIRST,
        "Còn chỗ trống “[CẦN BỔ SUNG: Tên đơn vị]”",
    ),
    Case("placeholder", says("Do {{ don_vi }} chủ trì."), FIRST, "Còn chỗ chờ điền “{{ don_vi }}”"),
    Case(
        "placeholder",
        says("Trước ngày ....../....../2026."),
        FIRST,
        "Còn chỗ chờ điền “......” (2 chỗ)",
    ),
    Case("placeholder", says("Do ………… chủ trì."), FIRST, "Còn chỗ chờ điền “…………”"),
    Case(
        "placeholder",
        says("Do [nhập tên cơ quan] chủ trì."),
        FIRST,
        "Còn chỗ chờ điền “[nhập tên cơ quan]”",
    ),
    Case("placeholder", says("Trước ngày xx/xx/2026."), FIRST, "Còn chỗ chờ điền “xx” (2 chỗ)"),
    Case("placeholder", says("Lorem ipsum dolor."), FIRST, "Còn chỗ chờ điền “Lorem ipsum”"),
    Case(
        "tracked-changes",
        left(insertions=2, deletions=1),
        HEAD,
        "Còn 2 chỗ thêm, 1 chỗ xóa đang theo dõi",
        W,
    ),
    Case("comments-left", left(comments=3), HEAD, "Còn 3 ghi chú", W),
    Case(
        "hidden-text",
        runs(Run("Kế hoạch."), Run("bí mật", hidden=True)),
        FIRST,
        "Chữ ẩn: “bí mật”",
        W,
    ),
    Case(
        "empty-paragraphs", spaced(3), "đoạn 22", "Nhiều đoạn trống liền nhau trong nội dung", INFO
    ),
    Case("line-break", says("Gồm:\nphường, xã"), FIRST, "Dàn chữ trong đoạn bằng: ngắt dòng", INFO),
    Case("line-break", says("Gồm:\tphường, xã"), FIRST, "Dàn chữ trong đoạn bằng: tab", INFO),
    Case(
        "text-box",
        put(prose("Kế hoạch.", 20), prose("Lưu ý chung.", 21, boxed=True)),
        "đoạn 21",
        "Khung chữ: “Lưu ý chung.”",
        INFO,
    ),
    Case(
        "underline",
        runs(Run("Gửi về "), Run("ubnd@haiphong.gov.vn", underline=True)),
        FIRST,
        "Gạch chân: “ubnd@haiphong.gov.vn”",
        INFO,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found(case: Case) -> None:
    assert found(case.sheet, case.rule) == [(case.where, case.found, case.severity)]


def test_a_hidden_automatic_number_is_found() -> None:
    sheet = changed(plan(), "body", 3, number="1.", mark=Run("1.", hidden=True))

    assert [words for _, words, _ in found(sheet, "hidden-text")] == ["Số thứ tự tự động bị ẩn: 1."]


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("technical", CASES)


GOOD = (
    "Công khai, đối thoại... với Nhân dân; (01) bản [1].",
    "Chương XXX, thế kỷ XX, năm 20xx.",
    "Ông Guðrún, hãng Größe, François, Müller và Nuñez.",
    "Nhân dân … giám sát; các nội dung khác…",
    "Theo Điều 5 <Luật Cư trú>.",
)


@pytest.mark.parametrize("text", GOOD)
def test_what_only_looks_like_a_fault_is_none(text: str) -> None:
    for rule in {case.rule for case in CASES}:
        assert found(says(text), rule) == []


def test_gaps_changes_and_comments_of_a_draft_are_remarks() -> None:
    draft = replace(says("Do [CẦN BỔ SUNG: Tên đơn vị] chủ trì."), draft=True)
    draft = replace(draft, layout=replace(draft.layout, comments=1, insertions=1))

    for rule in ("draft-gap", "comments-left", "tracked-changes"):
        assert [severity for *_, severity in found(draft, rule)] == ["info"]
    assert found(draft, "placeholder") == []


def test_number_and_day_may_be_open_here_because_they_have_rules_of_their_own() -> None:
    sheet = changed(plan(), "so", text="Số: ……/KH-UBND")
    sheet = changed(sheet, "dia_danh_ngay", text="Gia Viên, ngày …… tháng …… năm 2026")

    assert found(sheet, "placeholder") == []


def test_an_annex_may_be_a_form_to_fill_in() -> None:
    sheet = annexed()
    words = sheet.annexes[0].body[0]
    dotted = replace(words, runs=(Run("Họ tên: ……………………"),))

    assert found(swapped(sheet, words, dotted), "placeholder") == []


def test_stamps_stand_in_boxes() -> None:
    assert found(stamped(), "text-box") == []


def test_one_empty_paragraph_and_a_drawn_line_are_no_fault() -> None:
    assert found(spaced(1), "empty-paragraphs") == []
    assert found(put(Paragraph((Run("Kế hoạch."),))), "empty-paragraphs") == []


def test_struck_words_are_no_hidden_text() -> None:
    sheet = runs(Run("Kế hoạch."), Run("cũ", hidden=True, deleted=True))

    assert found(sheet, "hidden-text") == []


def test_a_ground_whose_dots_a_tab_draws_is_left_to_fill() -> None:
    sheet = says("Căn cứ \t;")

    assert [words for _, words, _ in found(sheet, "placeholder")] == ["Còn chỗ chờ điền “Căn cứ ;”"]
    assert found(sheet, "stop-after-blank") == []


def test_the_end_of_a_text_may_stand_behind_a_tab() -> None:
    assert found(says("Các đơn vị báo cáo.", "\t./."), "placeholder") == []
    assert found(says("Các đơn vị báo cáo\t./."), "placeholder") == []


def test_luu_is_not_left_open_in_what_is_issued() -> None:
    sheet = changed(plan(), "luu", text="- Lưu: VT, ...")

    assert [words for _, words, _ in found(sheet, "placeholder")] == [
        "Còn chỗ chờ điền “- Lưu: VT, ...”"
    ]


def test_a_tab_before_dots_to_write_on_lays_nothing_out() -> None:
    assert found(says("Thời gian: ……\t……"), "line-break") == []


def test_half_of_the_words_tell_an_old_code_where_signs_stand_in_them() -> None:
    text = "Céng hßa x· héi chñ nghÜa ViÖt Nam ®éc lËp tù do h¹nh phóc."

    assert [words for _, words, _ in found(says(text), "legacy-code")] == [
        "Mã TCVN3: “hßa x· chñ nghÜa”"
    ]
