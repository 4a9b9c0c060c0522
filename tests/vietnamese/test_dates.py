import contextlib
import pickle
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.dates import (
    DateError,
    day_month,
    long_date,
    open_date,
    parse_date,
    short_date,
)

DATES = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("d", "text"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2025, 9, 9), "ngày 09 tháng 9 năm 2025"),
        (date(2025, 12, 31), "ngày 31 tháng 12 năm 2025"),
    ],
)
def test_days_below_ten_and_the_first_two_months_get_a_zero(d: date, text: str) -> None:
    assert long_date(d) == text


@pytest.mark.parametrize(
    ("d", "text"),
    [
        (date(2024, 12, 12), "12/12/2024"),
        (date(2025, 6, 15), "15/6/2025"),
        (date(2025, 2, 5), "05/02/2025"),
    ],
)
def test_figures_keep_the_zeros_of_the_long_form(d: date, text: str) -> None:
    assert short_date(d) == text


@pytest.mark.parametrize(
    ("d", "text"),
    [(date(2025, 6, 1), "01/6"), (date(2025, 12, 1), "01/12"), (date(2025, 1, 20), "20/01")],
)
def test_a_day_of_a_known_year_is_day_and_month(d: date, text: str) -> None:
    assert day_month(d) == text


def test_a_draft_leaves_day_and_month_open() -> None:
    gap = "\u00a0" * 6

    assert open_date(2025) == f"ngày{gap}tháng{gap}năm 2025"


@pytest.mark.parametrize(
    "text",
    [
        "5/2/2026",
        "05/02/2026",
        "05-02-2026",
        "5.2.2026",
        "5 / 2 / 2026",
        "2026-02-05",
        "2026/2/5",
        "  5/2/2026\n",
        "ngày 5/2/2026",
        "ngày 5 tháng 2 năm 2026",
        "NGÀY 05 THÁNG 02 NĂM 2026",
        "Ngày\u00a005 tháng  02 năm 2026",
        "05 tháng 02 năm 2026",
        unicodedata.normalize("NFD", "Ngày 5 tháng 2 năm 2026"),
    ],
)
def test_a_date_may_be_typed_in_many_ways(text: str) -> None:
    assert parse_date(text) == date(2026, 2, 5)


@given(DATES, st.sampled_from([long_date, short_date, date.isoformat]))
def test_a_date_that_was_written_reads_back(d: date, write: Callable[[date], str]) -> None:
    assert parse_date(write(d)) == d


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("01/6", "“01/6” thiếu năm.", "01/6/2025"),
        ("ngày 1 tháng 6", "“ngày 1 tháng 6” thiếu năm.", "01/6/2025"),
        ("29/2", "“29/2” thiếu năm.", "29/02/2025"),
        ("6/2025", "“6/2025” thiếu ngày.", "01/6/2025"),
        ("tháng 6 năm 2025", "“tháng 6 năm 2025” thiếu ngày.", "01/6/2025"),
        ("2025-06", "“2025-06” thiếu ngày.", "01/6/2025"),
        ("31/6/2025", "Không có ngày 31 tháng 6: tháng này có 30 ngày.", "từ 1 đến 30"),
        ("31/6", "Không có ngày 31 tháng 6: tháng này có 30 ngày.", "từ 1 đến 30"),
        ("29/2/2025", "Không có ngày 29 tháng 2 năm 2025: tháng này có 28 ngày.", "từ 1 đến 28"),
        ("30/02/2024", "Không có ngày 30 tháng 2 năm 2024: tháng này có 29 ngày.", "từ 1 đến 29"),
        ("0/6/2025", "Không có ngày 0 tháng 6: tháng này có 30 ngày.", "từ 1 đến 30"),
        ("6/15/2025", "Không có tháng 15 trong “6/15/2025”.", "Có phải là 15/6/2025?"),
        ("2025-15-02", "Không có tháng 15 trong “2025-15-02”.", "Có phải là 15/02/2025?"),
        ("6/25", "Không có tháng 25 trong “6/25”.", "Có phải là 25/6?"),
        ("31/13/2025", "Không có tháng 13 trong “31/13/2025”.", "từ 1 đến 12"),
        ("6/31/2025", "Không có tháng 31 trong “6/31/2025”.", "từ 1 đến 12"),
        ("13/13/2025", "Không có tháng 13 trong “13/13/2025”.", "từ 1 đến 12"),
        ("5/0/2025", "Không có tháng 0 trong “5/0/2025”.", "từ 1 đến 12"),
        ("5/2/26", "Năm “26” trong “5/2/26” không đủ rõ.", "05/02/2026"),
        ("5/2/0026", "Năm “0026” trong “5/2/0026” không đủ rõ.", "bốn chữ số"),
        ("5/2/20266", "Năm “20266” trong “5/2/20266” không đủ rõ.", "bốn chữ số"),
        ("đầu tháng sáu", "“đầu tháng sáu” không phải là một ngày.", "05/02/2026"),
        ("5/2-2026", "“5/2-2026” không phải là một ngày.", "05/02/2026"),
        ("٥/٢/٢٠٢٦", "“٥/٢/٢٠٢٦” không phải là một ngày.", "05/02/2026"),
        ("  ", "Chưa ghi ngày.", "05/02/2026"),
        (open_date(2025), "“ngày tháng năm 2025” không phải là một ngày.", "05/02/2026"),
    ],
)
def test_half_a_date_is_refused_with_what_to_write_instead(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)

    assert str(caught.value) == message
    assert hint in caught.value.hint


@given(st.text() | st.from_regex(r"[0-9]{1,4}([-/.][0-9]{1,4}){1,3}", fullmatch=True))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    with contextlib.suppress(DateError):
        parse_date(text)


def test_a_date_error_survives_the_way_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(DateError("Chưa ghi ngày.", "Viết 05/02/2026.")))

    assert (str(error), error.hint) == ("Chưa ghi ngày.", "Viết 05/02/2026.")
