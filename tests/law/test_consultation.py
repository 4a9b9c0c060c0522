"""Votes, consultation, dialogue, conferences of neighbourhoods, reception of citizens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docgen.errors import Problem

Show = Callable[[Problem], tuple[str, str, str]]


def asked(lines: str) -> str:
    return f"lay_y_kien:\n  - khoan: 7\n    noi_dung: Quy chế\n    hinh_thuc: Họp\n{lines}"


def test_people_have_twenty_days_without_the_day_of_publication(desk: Any, show: Show) -> None:
    (problem,) = desk.ward(asked("    tu: 05/4/2025\n    den: 24/4/2025"))

    assert show(problem) == ("consultation-short", "7:10", "24/4/2025")
    assert problem.message == "lấy ý kiến từ 05/4/2025 đến 24/4/2025 là 19 ngày, ít hơn 20 ngày"
    assert "khoản 2 Điều 28" in problem.hint
    assert desk.ward(asked("    tu: 05/4/2025\n    den: 25/4/2025")) == []


@pytest.mark.parametrize("words", ["15 ngày", "mười lăm (15) ngày", "02 tuần"])
def test_a_short_time_in_words_is_told(desk: Any, show: Show, words: str) -> None:
    (problem,) = desk.ward(asked(f"    thoi_han: Ít nhất {words} kể từ ngày công khai"))

    assert show(problem) == ("consultation-short", "6:23", words)
    assert problem.message == f"thời hạn lấy ý kiến “{words}” ít hơn 20 ngày"


@pytest.mark.parametrize(
    "words", ["20 ngày", "15 ngày làm việc", "30 ngày, trả lời trong 05 ngày", "khi có dự thảo"]
)
def test_a_long_time_in_words_is_left_alone(desk: Any, words: str) -> None:
    assert desk.ward(asked(f"    thoi_han: Ít nhất {words}")) == []


def test_an_office_asks_its_staff_as_long_as_it_likes(desk: Any) -> None:
    assert desk.told("phong-nv", asked("    tu: 05/4/2025\n    den: 10/4/2025")) == []


def vote(khoan: int, share: str) -> str:
    return (
        f"ban_quyet_dinh:\n  - khoan: {khoan}\n    noi_dung: Việc\n    pham_vi: Tổ 5\n"
        f"    hinh_thuc: Họp\n    thoi_gian: Tháng 4\n    chu_tri: Tổ trưởng\n    ty_le: {share}\n"
    )


@pytest.mark.parametrize(
    ("khoan", "share", "least"),
    [
        (1, "trên 50% tổng số hộ", "từ 2/3"),
        (2, "60%", "từ 2/3"),
        (1, "trên 1/2", "từ 2/3"),
        (1, "quá bán", "từ 2/3"),
        (3, "50%", "trên 50%"),
        (6, "ít nhất 50% số hộ", "trên 50%"),
        (4, "một phần ba", "trên 50%"),
        (5, "40,5 %", "trên 50%"),
        (3, "năm mươi phần trăm", "trên 50%"),
        (3, "ngày 15/4, tán thành 40%", "trên 50%"),
    ],
)
def test_a_low_share_of_votes_is_told(
    desk: Any, show: Show, khoan: int, share: str, least: str
) -> None:
    (problem,) = desk.ward(vote(khoan, share))

    assert show(problem) == ("vote-share-low", "9:12", share)
    assert problem.message == f"tỷ lệ tán thành “{share}” thấp hơn mức của khoản {khoan} Điều 15"
    assert problem.hint.startswith(f"viết  {least} tổng số hộ")
    assert "khoản 1 Điều 21" in problem.hint


@pytest.mark.parametrize(
    ("khoan", "share"),
    [
        (1, "2/3"),
        (1, "66,7%"),
        (2, "hai phần ba tổng số hộ"),
        (2, "75%"),
        (1, "100%"),
        (3, "trên 50%"),
        (3, "trên năm mươi phần trăm"),
        (1, "một trăm phần trăm"),
        (3, "ngày 1/4, tán thành 60%"),
        (4, "quá nửa"),
        (5, "50% + 1"),
        (6, "ba phần tư"),
        (3, "đa số"),
        (9, "10%"),
    ],
)
def test_a_share_that_carries_is_left_alone(desk: Any, khoan: int, share: str) -> None:
    assert desk.ward(vote(khoan, f'"{share}"')) == []


def test_a_ward_without_a_dialogue_is_told(desk: Any, show: Show) -> None:
    (problem,) = desk.told("phuong-c", "giam_sat: {thang_hoi_nghi_to_dan_pho: 12}\n")

    assert show(problem) == ("dialogue-missing", "1:1", "giam_sat")
    assert problem.message == "chưa ghi tháng đối thoại với Nhân dân trong năm 2025"
    assert "khoản 1 Điều 32" in problem.hint


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("phuong-c", "giam_sat: {thang_doi_thoai: 6}\n"),
        ("phuong-c", 'lich:\n  - {ngay: 5/5/2025, viec: "Họp, Đối thoại với dân"}\n'),
        ("phong-nv", "cong_doan: có\n"),
    ],
)
def test_a_dialogue_is_a_month_or_a_row_of_the_calendar(desk: Any, unit: str, text: str) -> None:
    assert desk.told(unit, text) == []


@pytest.mark.parametrize(
    ("unit", "month", "good", "span"),
    [
        ("phuong-cu", 9, 6, "từ 01/01/2025 đến 30/6/2025"),
        ("phuong-moi", 5, 7, "từ 01/7/2025 đến 31/12/2025"),
    ],
)
def test_a_dialogue_when_the_ward_is_not_there_is_told(
    desk: Any, show: Show, unit: str, month: int, good: int, span: str
) -> None:
    (problem,) = desk.told(unit, f"giam_sat: {{thang_doi_thoai: {month}}}\n")

    assert show(problem) == ("dialogue-out-of-time", "1:29", str(month))
    assert problem.message.startswith(f"tháng {month}/2025 đơn vị không tồn tại")
    assert span in problem.hint
    assert desk.told(unit, f"giam_sat: {{thang_doi_thoai: {good}}}\n") == []


def conference(month: int) -> str:
    return f"giam_sat: {{thang_doi_thoai: 6, thang_hoi_nghi_to_dan_pho: {month}}}\n"


def test_neighbourhoods_meet_at_the_end_of_the_year(desk: Any, show: Show) -> None:
    (problem,) = desk.told("phuong-c", conference(3))

    assert show(problem) == ("residents-conference-month", "1:59", "3")
    assert problem.message.endswith("vào tháng 3, không phải cuối năm")
    assert "khoản 1 Điều 33" in problem.hint
    assert len(desk.told("phuong-c", conference(9))) == 1
    assert [desk.told("phuong-c", conference(month)) for month in (10, 11, 12)] == [[], [], []]


@pytest.mark.parametrize("month", [6, 12])
def test_a_ward_that_ends_earlier_may_hold_it_in_its_time(desk: Any, month: int) -> None:
    assert desk.told("phuong-cu", conference(month)) == []


@pytest.mark.parametrize(
    "when",
    [
        "hằng tháng",
        "ngày 15 hằng tháng",
        "mỗi tháng một ngày",
        "ngày 10 và 25 hàng tháng",
        "02 ngày/tháng",
        "sáng thứ Hai tuần đầu của tháng",
        "hai tuần một lần",
        "một lần mỗi quý",
    ],
)
def test_a_reception_that_is_not_weekly_is_told(desk: Any, show: Show, when: str) -> None:
    (problem,) = desk.ward(f"kenh:\n  tiep_cong_dan: {when}")

    assert show(problem) == ("citizen-reception-rare", "3:18", when)
    assert problem.message == f"Chủ tịch UBND cấp xã tiếp công dân “{when}”, thưa hơn hằng tuần"
    assert "Luật Tiếp công dân" in problem.hint


@pytest.mark.parametrize(
    "when",
    [
        "thứ Năm hằng tuần",
        "sáng thứ Hai",
        "01 ngày trong tuần, kể cả tháng 7",
        "ngày 5, 12, 19, 26 hằng tháng",
        "04 ngày/tháng",
        "các ngày làm việc trong tháng",
        "thứ Năm hàng tuần và ngày 15 hằng tháng",
    ],
)
def test_a_weekly_reception_is_left_alone(desk: Any, when: str) -> None:
    assert desk.ward(f'kenh:\n  tiep_cong_dan: "{when}"') == []


def test_the_head_of_an_office_may_receive_once_a_month(desk: Any) -> None:
    assert desk.told("truong-x", "kenh: {tiep_cong_dan: ngày 15 hằng tháng}\n") == []
