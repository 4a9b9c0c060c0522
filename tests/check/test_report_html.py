"""The page to read and to print."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from docgen.check.fix.mend import Repair
from docgen.check.report import Account, unread
from docgen.check.report.html import as_html
from docgen.check.settings import Excuse
from docgen.errors import WorkerLostError
from tests.check.accounts import bad_everywhere, bad_margin, evil, gapped, told
from tests.check.sheets import changed, plan

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Every tag closed in order; the tags, their attributes and the words are kept."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words += data


def page(*accounts: Account) -> str:
    return as_html(accounts, date(2025, 2, 5), "0.1")


def test_the_page_is_whole_and_needs_nothing_from_outside() -> None:
    text = page(told(plan()), told(bad_everywhere()))
    read = Reader(text)

    assert text.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert ("meta", {"charset": "utf-8"}) in read.tags
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in read.tags}
    sources = [attrs for _, attrs in read.tags if "src" in attrs or "onload" in attrs]
    assert not sources
    assert {attrs["href"][:1] for tag, attrs in read.tags if tag == "a" and attrs["href"]} == {"#"}
    assert "url(" not in text
    assert "@page { size: A4" in text


def test_a_fault_is_told_with_place_demand_clause_and_rule() -> None:
    words = Reader(page(told(bad_margin()))).words

    assert "phần 1: Lề phải 31,8\u00a0mm." in words
    assert "lề phải 15 - 20\u00a0mm." in words
    assert "Căn cứ: khoản 3 Mục I Phần I Phụ lục I Nghị định 30/2020/NĐ-CP" in words
    assert "Chưa đạt: 1\u00a0lỗi." in words
    assert "05/02/2025" in words


def test_a_fault_comes_with_what_to_do_and_every_weight_has_its_column() -> None:
    light = told(bad_margin(), severities={"page-margins": "info"})
    read = Reader(page(light))

    assert "Cách sửa: Đưa lề về mức gần nhất được phép" in read.words
    assert "LỗiNhắcLưu ýQuy tắc không xét được" in "".join(read.words.split("\n"))
    assert "x.docxĐạt0010" in "".join(read.words.split("\n"))


def test_a_number_that_is_not_written_points_to_the_option_for_drafts() -> None:
    open_number = Reader(page(told(changed(plan(), "so", text="Số:      /KH-UBND")))).words

    assert "Văn bản này còn là bản nháp thì thêm --draft." in open_number
    assert "--draft" not in Reader(page(told(bad_margin()))).words


def test_what_was_mended_and_what_is_left_to_people_is_told() -> None:
    copy = Repair(Path("x.sua.docx"), mended=(("page-margins", 4),), notes=("bảng 1 rộng 165 mm",))
    words = Reader(page(replace(told(plan(), "x.sua.docx"), repair=copy))).words

    assert "Bản sao đã sửa 4\u00a0chỗ." in words
    assert "4\u00a0chỗ: Lề trên và lề dưới 20 - 25\u00a0mm" in words
    assert "Bảng 1 rộng 165\u00a0mm." in words


@pytest.mark.parametrize(
    "repair, told_why",
    [
        (Repair(), "Không có chỗ nào sửa tự động được."),
        (Repair(why="văn bản đã ký số"), "Không sửa: văn bản đã ký số."),
    ],
)
def test_why_nothing_was_mended_is_told(repair: Repair, told_why: str) -> None:
    assert told_why in Reader(page(replace(told(plan()), repair=repair))).words


def test_rules_without_a_fault_are_folded_and_not_printed() -> None:
    text = page(told(replace(plan(), day=None)))
    folded = [attrs for tag, attrs in Reader(text).tags if tag == "details"]

    assert folded == [{"class": "rules"}] * 3
    assert re.search(r"@media print \{.*\.rules \{ display: none; \}", text, re.DOTALL)
    assert "thêm --date NGÀY" in text


def test_what_was_no_fault_is_there_too() -> None:
    excused = told(bad_margin(), excuses=(Excuse("page-margins", "giấy đóng quyển"),))
    words = Reader(page(excused, told(gapped(draft=True)))).words

    assert "Lý do bỏ qua: giấy đóng quyển." in words
    assert "Chỗ còn [CẦN BỔ SUNG]: 2" in words
    assert "Quy tắc đạt: " in words
    assert "Quy tắc không áp dụng cho văn bản này: " in words


def test_long_lists_of_places_are_folded_not_cut() -> None:
    sheet = bad_everywhere()
    whole = Reader(page(told(sheet), told(replace(sheet, others=(sheet,))))).words

    assert whole.count("Lề trái 5,0\u00a0mm.") == 9


def test_a_file_that_could_not_be_checked_is_told() -> None:
    words = Reader(page(unread("x.docx", WorkerLostError()))).words

    assert "Không kiểm tra được: tiến trình đang làm" in words
    assert "1\u00a0tệp cần xem lại." in words


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "</style></ul><img src=x onerror=alert(1)>",
        '"><a href="javascript:alert(1)">x</a>',
        "'><svg/onload=alert(1)>",
        "&lt;script&gt; & &#x3c;b&#x3e;",
        "<!-- ]]> -->",
    ],
)
def test_words_of_a_document_never_become_markup(words: str) -> None:
    text = page(told(evil(words), f"{words}.docx"))
    read = Reader(text)

    assert not {"script", "img", "svg", "b"} & {tag for tag, _ in read.tags}
    assert {attrs["href"] for tag, attrs in read.tags if tag == "a"} == {"#t1"}
    assert words in read.words
    assert text.count("<!--") == 0


def test_control_characters_of_a_document_do_not_reach_the_page() -> None:
    text = page(told(evil("CỘNG HÒA\u202e\x9b XÃ\x07 HỘI")))

    assert not {"\u202e", "\x9b", "\x07"} & set(text)
