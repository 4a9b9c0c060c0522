from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from docgen.model.types import (
    to_amount,
    to_count,
    to_day,
    to_hour,
    to_key,
    to_line,
    to_month,
    to_name,
    to_number,
    to_serial,
    to_text,
    to_whole,
    to_year,
    to_yes_no,
)

ALL = [to_count, to_day, to_hour, to_key, to_line, to_month, to_name, to_number, to_serial, to_text, to_whole,
       to_year, to_yes_no]  # fmt: skip


def refused(read: Callable[[Any], Any], value: Any) -> PydanticCustomError:
    with pytest.raises(PydanticCustomError) as caught:
        read(value)
    return caught.value


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1250", 1250),
        ("1.250", 1250),
        ("1.234.567", 1234567),
        ("05", 5),
        ("0", 0),
        ("-3", -3),
        (" 7 ", 7),
    ],
)
def test_whole_numbers_are_read_as_people_write_them(typed: str, number: int) -> None:
    assert to_whole(typed) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12,5", "12.5"), ("1.250", "1250"), ("1.250,75", "1250.75"), ("1250,5", "1250.5"), ("0,05", "0.05"),
     ("-2,5", "-2.5"), ("12", "12")],
)  # fmt: skip
def test_numbers_have_a_comma_before_their_decimals(typed: str, number: str) -> None:
    assert to_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.25", "0.125", "12.5", "1.2500", "05.250", "1250.500"])
def test_a_dot_that_may_mean_two_things_is_refused(typed: str) -> None:
    error = refused(to_number, typed)
    assert error.type == "ambiguous-number"
    assert typed.replace(".", ",") in str((error.context or {})["hint"])


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1.25", "125 hoặc 1250"),
        ("12.5", "125 hoặc 12500"),
        ("1.2500", "12500"),
        ("1250.500", "1250500"),
    ],
)
def test_a_dot_in_a_whole_number_is_never_told_to_be_a_comma(typed: str, numbers: str) -> None:
    error = refused(to_whole, typed)
    assert error.type == "ambiguous-number"
    hint = (error.context or {})["hint"]
    assert hint == f"số nguyên không có phần lẻ; viết liền: {numbers}"


@pytest.mark.parametrize(
    ("read", "typed", "hint"),
    [
        (to_count, "2,150",
         "số nguyên không có phần lẻ; nếu là hàng nghìn, viết 2150 hoặc 2.150"),
        (to_count, "12,5", "số nguyên không có phần lẻ"),
        (to_count, "0,150", "số nguyên không có phần lẻ"),
        (to_count, "không", "không có thì ghi 0"),
        (to_amount, "không có", "không có thì ghi 0"),
        (to_amount, "chưa có", "chưa có thì để trống"),
        (to_count, "-", "không có thì ghi 0, chưa có thì để trống"),
        (to_amount, "–", "không có thì ghi 0, chưa có thì để trống"),
    ],
)  # fmt: skip
def test_words_and_commas_for_a_number_are_told_what_to_write(
    read: Callable[[Any], Any], typed: str, hint: str
) -> None:
    error = refused(read, typed)
    assert error.type == "not-a-number"
    assert (error.context or {})["hint"] == hint


@pytest.mark.parametrize(
    "typed", ["12 hộ", "một", "1 250", "1_250", "1e3", "٣", "1,2,3", "12%", "9" * 5000]
)
@pytest.mark.parametrize("read", [to_whole, to_number])
def test_what_is_no_number_is_refused(read: Callable[[Any], Any], typed: str) -> None:
    assert refused(read, typed).type == "not-a-number"


def test_a_whole_number_has_no_decimals() -> None:
    assert refused(to_whole, "12,5").type == "not-a-number"


def test_things_are_not_counted_below_zero_and_documents_from_one() -> None:
    assert (to_count("0"), to_serial("01")) == (0, 1)
    assert refused(to_count, "-1").type == "negative"
    assert refused(to_serial, "00").type == "not-a-serial"


@pytest.mark.parametrize(
    "typed",
    ["5/2/2026", "05/02/2026", "05-02-2026", "5.2.2026", "2026-02-05", "ngày 5 tháng 2 năm 2026",
     "ngày 05 tháng 02 năm 2026"],
)  # fmt: skip
def test_days_are_read_as_people_write_them(typed: str) -> None:
    assert to_day(typed) == date(2026, 2, 5)
    assert to_day(unicodedata.normalize("NFD", typed)) == date(2026, 2, 5)


@pytest.mark.parametrize(
    "typed", ["01/6", "31/6/2025", "29/02/2025", "5/2/26", "13/13/2025", "hôm qua"]
)
def test_half_a_day_or_none_is_refused_with_what_to_write(typed: str) -> None:
    error = refused(to_day, typed)
    assert error.type == "not-a-date"
    assert (error.context or {})["hint"]


@pytest.mark.parametrize(
    ("typed", "means"),
    [("có", True), ("Có", True), ("co", True), ("yes", True), ("on", True), ("true", True), ("x", True),
     ("đúng", True), ("không", False), ("KHÔNG", False), ("no", False), ("off", False), ("sai", False),
     (unicodedata.normalize("NFD", "không"), False)],
)  # fmt: skip
def test_yes_and_no_are_read_as_people_write_them(typed: str, means: bool) -> None:
    assert to_yes_no(typed) is means


def test_maybe_is_neither() -> None:
    assert refused(to_yes_no, "có lẽ").type == "not-yes-no"


@pytest.mark.parametrize("typed", ["5", "05", "tháng 5", "Tháng 05"])
def test_months_are_read_as_people_write_them(typed: str) -> None:
    assert to_month(typed) == 5


@pytest.mark.parametrize("typed", ["0", "13", "tháng 5/2025", "-1", "005"])
def test_there_are_twelve_months(typed: str) -> None:
    assert refused(to_month, typed).type == "not-a-month"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("8 giờ", "08 giờ 00"),
        ("0:05", "00 giờ 05"),
        ("8g30.", "08 giờ 30"),
        ("8H30", "08 giờ 30"),
        ("14 giờ 30 phút", "14 giờ 30"),
        ("từ 8:00 đến 11:30", "từ 08 giờ 00 đến 11 giờ 30"),
        ("8:00 - 11:30", "08 giờ 00 - 11 giờ 30"),
        ("8 giờ 00 sáng, 14:00 chiều", "08 giờ 00 sáng, 14 giờ 00 chiều"),
    ],
)
def test_hours_are_written_the_way_of_papers(typed: str, printed: str) -> None:
    assert to_hour(typed) == printed
    assert to_hour(printed) == printed


@pytest.mark.parametrize(
    "typed",
    ["25:70", "24:00", "8:60", "8:5", "8:300", "8", "8.30", "8 giờ kém 15", "sáng", "108:00"],
)
def test_what_no_clock_shows_is_no_hour(typed: str) -> None:
    assert refused(to_hour, typed).type == "not-an-hour"


def test_of_two_hours_the_wrong_one_is_named() -> None:
    error = refused(to_hour, "từ 8:00 đến 11:75")
    assert error.context
    assert error.context["at"] == "11:75"


def test_a_line_is_one_line_and_prose_keeps_its_paragraphs() -> None:
    typed = "Dòng  một\ndòng hai\n\nĐoạn\thai \n"
    assert to_line(typed) == "Dòng một dòng hai Đoạn hai"
    assert to_text(typed) == "Dòng  một\ndòng hai\n\nĐoạn hai"


def test_text_is_composed_with_a_true_d() -> None:
    assert to_line(unicodedata.normalize("NFD", "Cầu Ðất")) == "Cầu Đất"


@pytest.mark.parametrize("value", ["", "   ", "\n", None])
def test_nothing_is_no_text(value: Any) -> None:
    assert refused(to_text, value).type == "missing-value"


@pytest.mark.parametrize("value", [[], ["a"], {}, {"a": "b"}])
def test_a_list_is_no_text(value: Any) -> None:
    assert refused(to_text, value).type == "not-text"


@pytest.mark.parametrize("tag", ["{{", "{%", "{#", "}}", "%}", "#}"])
def test_a_mark_of_a_template_is_refused_and_pointed_at(tag: str) -> None:
    error = refused(to_line, f"trên {tag} dưới")
    assert (error.type, (error.context or {})["at"]) == ("template-tag", tag)


def test_single_braces_are_words() -> None:
    assert to_line("UBND {cap}") == "UBND {cap}"


@pytest.mark.parametrize(
    ("typed", "hint"), [("Kế hoạch", "ke-hoach"), ("../x", "x"), ("a_b", "a-b")]
)
def test_a_name_is_plain_and_a_better_one_is_suggested(typed: str, hint: str) -> None:
    assert to_name(hint) == hint
    assert (refused(to_name, typed).context or {})["hint"] == f"viết {hint}"


@pytest.mark.parametrize(
    "typed", ["Người ký", "nguoi-ky", "_x", "1a", "model_config", "copy", "__class__"]
)
def test_a_key_is_plain_and_not_one_of_pydantic(typed: str) -> None:
    assert refused(to_key, typed).type == "not-a-key"
    assert to_key("nguoi_ky2") == "nguoi_ky2"


@given(text=st.text())
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    for read in ALL:
        with contextlib.suppress(PydanticCustomError):
            read(text)
