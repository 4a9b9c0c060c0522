"""The report for a terminal."""

from __future__ import annotations

from dataclasses import replace

from docgen.check.report import unread
from docgen.check.report.text import conclusions, lines
from docgen.check.settings import Excuse
from docgen.errors import WorkerLostError
from tests.check.accounts import bad_everywhere, bad_margin, evil, gapped, told
from tests.check.sheets import changed, plan

PAGE = ("page",)


def test_a_fault_is_told_with_place_weight_words_rule_and_clause() -> None:
    clause = "khoản 3 Mục I Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"
    demanded = "Lề trên và lề dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm."

    assert list(lines(told(bad_margin(), select=PAGE))) == [
        "x.docx: phần 1: lỗi: Lề phải 31,8 mm [page-margins]",
        f"    quy định: {demanded} ({clause})",
        "x.docx: Chưa đạt: 1 lỗi.",
    ]


def test_a_good_document_is_one_line() -> None:
    assert list(lines(told(plan()))) == ["x.docx: Đạt."]


def test_many_places_of_one_rule_are_folded_and_unfold() -> None:
    short = list(lines(told(bad_everywhere(), select=PAGE)))
    long = list(lines(told(bad_everywhere(), select=PAGE), verbose=True))

    assert [line for line in short if "[page-margins]" in line][3:] == [
        "x.docx: … và 9 chỗ khác [page-margins]"
    ]
    assert len([line for line in long if "lỗi:" in line and "[page-margins]" in line]) == 12
    assert short[-1] == long[-1] == "x.docx: Chưa đạt: 12 lỗi."


def test_verbose_tells_what_passed_and_why_other_rules_did_not_judge() -> None:
    draft = told(replace(plan(), draft=True), select=("number",))
    found = list(lines(draft, verbose=True))

    assert "x.docx: không áp dụng (bản nháp): so-padding" in found
    assert any(line.startswith("x.docx: đạt: so-present, so-label") for line in found)


def test_verbose_tells_what_was_excused_and_why() -> None:
    excuse = Excuse("page-margins", "giấy đóng quyển")
    found = list(lines(told(bad_margin(), excuses=(excuse,)), verbose=True))

    assert "x.docx: phần 1: bỏ qua: Lề phải 31,8 mm [page-margins]" in found
    assert "    lý do: giấy đóng quyển." in found


def test_verbose_tells_where_the_gaps_are() -> None:
    found = list(lines(told(gapped(draft=True)), verbose=True))

    assert "x.docx: đoạn 20: Còn chỗ trống “[CẦN BỔ SUNG: số hộ]”" in found
    assert "x.docx: đoạn 20: Còn chỗ trống “[CẦN BỔ SUNG: số tổ]”" in found


def test_a_rule_that_a_draft_is_spared_points_to_the_option() -> None:
    found = "\n".join(lines(told(changed(plan(), "so", text="Số:      /KH-UBND"))))

    assert "thêm --draft" in found
    assert "thêm --draft" not in "\n".join(lines(told(bad_margin())))


def test_a_file_that_could_not_be_checked_says_why() -> None:
    (line,) = lines(unread("x.docx", WorkerLostError()))

    assert line.startswith("x.docx: Không kiểm tra được: tiến trình đang làm")
    assert line.endswith("[worker-lost]")


def test_further_documents_of_one_file_are_numbered() -> None:
    merged = replace(plan(), others=(bad_margin(),))

    assert list(conclusions(told(merged))) == [
        "x.docx (văn bản 1): Đạt.",
        "x.docx (văn bản 2): Chưa đạt: 1 lỗi.",
    ]


def test_words_of_the_document_cannot_command_the_terminal_or_forge_a_line() -> None:
    words = "CỘNG\u202eHÒA\x9b31m\x1b[2J XÃ\x85x.docx: Đạt."
    found = "\n".join(lines(told(evil(words), "a\nb.docx: Đạt.\x1b[0m")))

    assert not {"\u202e", "\x9b", "\x1b", "\x85"} & set(found)
    assert all(line.startswith(("a b.docx", "    ")) for line in found.split("\n"))
