from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Run
from docgen.check.sheet import Heading, Sheet
from tests.check.cases import Case, found
from tests.check.sheets import prose, respelt, swapped
from tests.check.texts import FIRST, headed, put, words_of

CHAPTER = ("chuong", "Chương I", "QUY ĐỊNH CHUNG")
ARTICLE = ("dieu", "Điều 1.", "Phạm vi điều chỉnh")
PLAIN = ("khoan", "1.", "Quy chế này có hiệu lực kể từ ngày ký.")


def one(level: str, number: str, words: str, **how: object) -> Sheet:
    return headed((level, number, words), **how)


def titled(words: str, **how: object) -> Sheet:
    """Return a plan with a title below “Chương I” of this format."""
    sheet = headed(("chuong", "Chương I", words))
    (below,) = sheet.headings[0].title_lines
    return swapped(sheet, below, respelt(below, **how))


def lettered(*letters: str) -> Sheet:
    return headed(*(("diem", f"{letter})", "Rà soát các quy định;") for letter in letters))


def numbered(*numbers: int) -> Sheet:
    return headed(*(("khoan", f"{n}.", "Rà soát các quy định.") for n in numbers))


def slip(level: str, number: str, fault: str, words: str = "") -> str:
    return f"Số thứ tự “{number.rstrip('.)')}” {fault}: “{words or number}”"


GAP, TWICE, BACK = (
    "bỏ cách số thứ tự",
    "trùng với số thứ tự đứng trước",
    "lùi lại so với số thứ tự đứng trước",
)
CASES = [
    Case(
        "chuong-line",
        one("chuong", "CHƯƠNG I", "QUY ĐỊNH CHUNG"),
        FIRST,
        "In hoa: “CHƯƠNG I”",
    ),
    Case(
        "chuong-line",
        put(
            prose("Chương I. QUY ĐỊNH CHUNG", 20),
            headings=(
                Heading("chuong", "Chương I", "QUY ĐỊNH CHUNG", prose("Chương I. QUY ĐỊNH", 20)),
            ),
        ),
        FIRST,
        "Không ở một dòng riêng: “Chương I. QUY ĐỊNH”",
    ),
    Case(
        "chuong-number",
        one("chuong", "Chương 1", "QUY ĐỊNH CHUNG"),
        FIRST,
        "Không dùng chữ số La Mã: “Chương 1”",
    ),
    Case(
        "chuong-number",
        one("muc-lon", "Mục I", "QUẢN LÝ VĂN BẢN"),
        FIRST,
        "Không dùng chữ số Ả Rập: “Mục I”",
    ),
    Case(
        "chuong-style",
        titled("QUY ĐỊNH", bold=False),
        "đoạn 20b",
        "Chương in chữ không đậm: “QUY ĐỊNH”",
    ),
    Case(
        "chuong-style",
        titled("QUY ĐỊNH", italic=True),
        "đoạn 20b",
        "Chương in chữ nghiêng: “QUY ĐỊNH”",
    ),
    Case(
        "chuong-align",
        titled("QUY ĐỊNH", align="left"),
        "đoạn 20b",
        "Chương canh trái: “QUY ĐỊNH”",
        "warning",
    ),
    Case("chuong-title", one("phan", "Phần I", ""), FIRST, "“Phần I” không có tiêu đề", "warning"),
    Case(
        "chuong-title",
        titled("Quy định chung"),
        "đoạn 20b",
        "Tiêu đề không in hoa: “Quy định chung”",
    ),
    Case(
        "dieu-style",
        one(*ARTICLE, bold=False),
        FIRST,
        "Không đậm: “Điều 1. Phạm vi điều chỉnh”",
    ),
    Case("dieu-style", one(*ARTICLE, italic=True), FIRST, "Nghiêng: “Điều 1. Phạm vi điều chỉnh”"),
    Case("dieu-style", one("dieu", "ĐIỀU 1.", "Phạm vi"), FIRST, "In hoa: “ĐIỀU 1. Phạm vi”"),
    Case(
        "dieu-title",
        headed(CHAPTER, ("dieu", "Điều 1.", "Ban hành Quy chế."), bold=True),
        "đoạn 21",
        "Không có tiêu đề: “Điều 1. Ban hành Quy chế.”",
        "warning",
    ),
    Case(
        "numbering-mark",
        one("muc", "I/", "MỤC ĐÍCH"),
        FIRST,
        "Đang ghi “I/”, phải là “I.”: “I/ MỤC ĐÍCH”",
    ),
    Case(
        "numbering-mark",
        one("khoan", "1)", "Mục đích"),
        FIRST,
        "Đang ghi “1)”, phải là “1.”: “1) Mục đích”",
    ),
    Case(
        "numbering-mark",
        one("diem", "a.", "Rà soát;"),
        FIRST,
        "Đang ghi “a.”, phải là “a)”: “a. Rà soát;”",
    ),
    Case(
        "numbering-mark",
        one("dieu", "Điều 1:", "Phạm vi"),
        FIRST,
        "Đang ghi “Điều 1:”, phải là “Điều 1.”: “Điều 1: Phạm vi”",
    ),
    Case("muc-style", one("muc", "I.", "Mục đích"), FIRST, "Tiêu đề không in hoa: “I. Mục đích”"),
    Case(
        "muc-style", one("muc", "I.", "MỤC ĐÍCH", bold=False), FIRST, "Tiêu đề mục in chữ không đậm"
    ),
    Case(
        "khoan-style",
        one("khoan", "1.", "Mục đích", bold=False),
        FIRST,
        "Tiêu đề khoản không đậm: “1. Mục đích”",
        "warning",
    ),
    Case(
        "khoan-style",
        one("khoan", "1.", "Mục đích", italic=True),
        FIRST,
        "Khoản in nghiêng: “1. Mục đích”",
    ),
    Case(
        "khoan-style", one("khoan", "1.", "MỤC ĐÍCH"), FIRST, "Tiêu đề khoản in hoa: “1. MỤC ĐÍCH”"
    ),
    Case(
        "diem-style",
        one("diem", "a)", "Rà soát;", italic=True),
        FIRST,
        "Điểm in nghiêng: “a) Rà soát;”",
    ),
    Case(
        "diem-style",
        one("diem", "a)", "Rà soát;", bold=True),
        FIRST,
        "Điểm in đậm: “a) Rà soát;”",
        "warning",
    ),
    Case(
        "diem-letters",
        one("diem", "f)", "Rà soát;"),
        FIRST,
        "Không phải chữ cái tiếng Việt: “f) Rà soát;”",
    ),
    Case(
        "numbering-sequence",
        lettered("a", "b", "c", "d", "e"),
        "đoạn 24",
        slip("diem", "e", GAP, "e) Rà soát các quy định;"),
        "warning",
    ),
    Case(
        "numbering-sequence",
        numbered(1, 2, 2),
        "đoạn 22",
        slip("khoan", "2", TWICE, "2. Rà soát các quy định."),
        "warning",
    ),
    Case(
        "numbering-sequence",
        headed(("muc", "I.", "MỤC ĐÍCH"), ("muc", "III.", "NỘI DUNG")),
        "đoạn 21",
        slip("muc", "III", GAP, "III. NỘI DUNG"),
        "warning",
    ),
    Case(
        "numbering-sequence",
        headed(("dieu", "Điều 1.", "Phạm vi"), CHAPTER, ("dieu", "Điều 1.", "Đối tượng")),
        "đoạn 22",
        slip("dieu", "Điều 1", TWICE, "Điều 1. Đối tượng"),
        "warning",
    ),
    Case(
        "numbering-sequence",
        headed(("muc", "II.", "MỤC ĐÍCH"), ("muc", "III.", "NỘI DUNG")),
        FIRST,
        slip("muc", "II", "không bắt đầu từ số thứ tự đầu tiên", "II. MỤC ĐÍCH"),
        "warning",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found(case: Case) -> None:
    assert found(case.sheet, case.rule) == [(case.where, case.found, case.severity)]


def test_every_rule_has_a_bad_document() -> None:
    from docgen.check.run import rules  # noqa: PLC0415

    known = {rule.id for rule in rules().values() if rule.family == "numbering"}
    assert known == {case.rule for case in CASES}


def test_a_good_regulation_breaks_no_rule() -> None:
    sheet = headed(
        CHAPTER,
        ARTICLE,
        ("khoan", "1.", "Quy chế này quy định việc thực hiện dân chủ."),
        ("diem", "a)", "Ở phường;"),
    )
    plain = sheet.headings[-1].paragraph
    sheet = swapped(sheet, plain, respelt(plain, bold=False))

    for rule in {case.rule for case in CASES}:
        assert found(sheet, rule) == []


def test_all_letters_of_the_alphabet_follow_one_another() -> None:
    assert found(lettered(*"abcdđeghiklmnopqrstuvxy"), "numbering-sequence") == []


def test_khoan_begin_anew_in_each_muc() -> None:
    sheet = headed(
        ("muc", "I.", "MỤC ĐÍCH"), PLAIN, ("muc", "II.", "NỘI DUNG"), PLAIN, ("diem", "a)", "Một;")
    )

    assert found(sheet, "numbering-sequence") == []


def test_dieu_run_on_from_chapter_to_chapter() -> None:
    second = ("chuong", "Chương II", "NỘI DUNG")
    sheet = headed(CHAPTER, ARTICLE, second, ("dieu", "Điều 2.", "Công khai"))

    assert found(sheet, "numbering-sequence") == []


def test_a_list_that_begins_anew_is_another_list() -> None:
    assert found(numbered(1, 2, 3, 1, 2), "numbering-sequence") == []


def test_a_number_below_a_point_does_not_count_among_khoan() -> None:
    sheet = headed(
        PLAIN,
        ("diem", "a)", "Rà soát;"),
        ("khoan", "1)", "Lần thứ nhất;"),
        ("khoan", "2)", "Lần thứ hai;"),
        ("diem", "b)", "Báo cáo;"),
        ("khoan", "2.", "Quy chế này thay thế Quy chế cũ."),
    )

    assert found(sheet, "numbering-sequence") == []
    assert [severity for *_, severity in found(sheet, "numbering-mark")] == ["warning"] * 2


def test_automatic_numbers_are_followed_too() -> None:
    sheet = numbered(1, 3)
    last = sheet.headings[-1].paragraph
    automatic = replace(last, runs=(Run("Rà soát các quy định."),), number="3.")

    assert words_of(swapped(sheet, last, automatic), "numbering-sequence") == [
        "Số thứ tự “3” bỏ cách số thứ tự: “3. Rà soát các quy định.”"
    ]


def test_articles_quoted_from_another_document_are_not_counted() -> None:
    sheet = put(
        prose("Điều 1. Sửa đổi Điều 5 như sau:", 20),
        prose("“Điều 5. Công khai", 21),
        prose("7. Công khai trên loa truyền thanh.”.", 22),
        prose("Điều 2. Hiệu lực", 23),
    )
    levels = ("dieu", "", "khoan", "dieu")
    numbers = ("Điều 1.", "", "7.", "Điều 2.")
    heads = tuple(
        Heading(level, number, "", each)
        for level, number, each in zip(levels, numbers, sheet.body, strict=True)
        if level
    )

    assert found(replace(sheet, headings=heads), "numbering-sequence") == []


def test_the_words_of_an_article_without_title_are_not_bold() -> None:
    each = replace(prose("", 20), runs=(Run("Điều 1.", bold=True), Run(" Ban hành Quy chế.")))
    sheet = put(each, headings=(Heading("dieu", "Điều 1.", "", each),))

    assert found(sheet, "dieu-style") == []
    assert found(sheet, "dieu-title") == []


@pytest.mark.parametrize(
    "marks", [("a.", "b)", "c)"), ("a)", "b.", "c)"), ("a)", "b)", "c."), ("a.", "b.", "c)")]
)
def test_a_point_with_a_wrong_mark_is_of_its_row(marks: tuple[str, ...]) -> None:
    sheet = headed(*(("diem", mark, "Rà soát;") for mark in marks))

    assert found(sheet, "numbering-sequence") == []
    assert len(found(sheet, "numbering-mark")) == sum(mark.endswith(".") for mark in marks)
