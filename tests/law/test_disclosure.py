"""Disclosure: five working days, thirty, twenty and three days on end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import Problem
from docgen.law import law_problems

Show = Callable[[Problem], tuple[str, str, str]]
LATE = "chậm nhất 05 ngày làm việc kể từ ngày có quyết định"
LONG = "niêm yết ít nhất 30 ngày liên tục"


def row(khoan: int | None = 1, when: str = LATE, how_long: str = LONG) -> str:
    lines = [f"khoan: {khoan}"] if khoan else []
    lines += [
        "noi_dung: Việc A",
        "hinh_thuc: Niêm yết",
        f"thoi_diem: {when}",
        f"thoi_han: {how_long}",
    ]
    return "cong_khai:\n  - " + "\n    ".join(lines) + "\n"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("chậm nhất 15 ngày làm việc kể từ ngày ký", "15 ngày làm việc"),
        ("chậm nhất mười (10) ngày làm việc", "mười (10) ngày làm việc"),
        ("sau mười lăm ngày làm việc", "mười lăm ngày làm việc"),
        ("trong vòng 08 ngày kể từ ngày ký", "08 ngày"),
        ("chậm nhất 06 ngày làm việc", "06 ngày làm việc"),
        ("chậm nhất 01 tháng kể từ ngày ký", "01 tháng"),
    ],
)
def test_a_late_disclosure_is_told_at_its_days(
    desk: Any, show: Show, when: str, words: str
) -> None:
    (problem,) = desk.ward(row(when=when))

    assert show(problem) == ("disclosure-late", f"6:{16 + when.index(words)}", words)
    assert problem.message == f"công khai sau “{words}”, chậm hơn 05 ngày làm việc"
    assert "(khoản 3 Điều 12 Luật Thực hiện dân chủ ở cơ sở)" in problem.hint
    assert problem.warning


@pytest.mark.parametrize(
    "when",
    [
        LATE,
        "chậm nhất 05 ngày kể từ ngày ký",
        "chậm nhất 07 ngày kể từ ngày ký",
        "chậm nhất năm ngày làm việc",
        "khi ban hành hoặc có thay đổi",
        "theo quý, 06 tháng, năm",
        "ngày 15 hằng tháng",
        "chậm nhất 30 ngày theo Luật Ngân sách nhà nước",
    ],
)
def test_a_disclosure_in_time_is_left_alone(desk: Any, when: str) -> None:
    assert desk.ward(row(when=when)) == []


def test_an_offices_late_disclosure_has_its_own_clause(desk: Any) -> None:
    for when in ("chậm nhất 06 ngày làm việc", "chậm nhất 08 ngày"):
        (problem,) = desk.told("phong-nv", row(None, when))
        assert (problem.code, problem.place.line) == ("office-disclosure-late", 4)
        assert "khoản 2 Điều 47" in problem.hint
    for when in (LATE, "chậm nhất 07 ngày"):
        assert desk.told("phong-nv", row(None, when)) == []


@pytest.mark.parametrize(
    ("how_long", "words"),
    [
        ("niêm yết 15 ngày", "15 ngày"),
        ("niêm yết ít nhất mười lăm (15) ngày liên tục", "mười lăm (15) ngày"),
        ("20 ngày", "20 ngày"),
        ("niêm yết 15 - 30 ngày", "15 - 30 ngày"),
        ("03 tuần", "03 tuần"),
        ("niêm yết 15 ngày, phát ít nhất 30 ngày", "15 ngày"),
        ("15 ngày (niêm yết), 40 ngày (đăng trang thông tin)", "15 ngày"),
    ],
)
def test_a_ward_posts_for_thirty_days(desk: Any, show: Show, how_long: str, words: str) -> None:
    (problem,) = desk.ward(row(how_long=how_long))

    assert show(problem) == ("posting-short", f"7:{15 + how_long.index(words)}", words)
    assert problem.message == f"niêm yết “{words}”, ít hơn 30 ngày liên tục"
    assert "khoản 2 Điều 13" in problem.hint


@pytest.mark.parametrize(
    "how_long",
    [
        LONG,
        "niêm yết ba mươi ngày",
        "niêm yết 01 tháng",
        "niêm yết ít nhất 30 ngày liên tục, đăng 15 ngày",
        "niêm yết thường xuyên",
        "lưu trên trang thông tin, phát hành 03 ngày trước họp, niêm yết 30 ngày",
    ],
)
def test_a_long_posting_is_left_alone(desk: Any, how_long: str) -> None:
    assert desk.ward(row(how_long=how_long)) == []


def test_other_contents_have_the_time_that_their_law_says(desk: Any) -> None:
    assert desk.ward(row(14, how_long="niêm yết 15 ngày")) == []


@pytest.mark.parametrize("khoan", [4, 13])
def test_rules_and_formalities_are_posted_all_the_time(desk: Any, khoan: int) -> None:
    (problem,) = desk.ward(row(khoan, how_long="niêm yết 15 ngày"))

    assert (problem.code, problem.place.line) == ("posting-not-constant", 7)
    assert problem.message == f"nội dung của khoản {khoan} Điều 11 phải niêm yết thường xuyên"
    assert desk.ward(row(khoan, how_long="niêm yết thường xuyên")) == []


def test_the_broadcast_is_for_three_days(desk: Any, show: Show) -> None:
    how_long = "niêm yết ít nhất 30 ngày liên tục, phát ít nhất 02 ngày liên tục"
    (problem,) = desk.ward(row(7, how_long=how_long))

    assert show(problem) == ("broadcast-short", "7:63", "02 ngày")
    assert problem.message == "phát truyền thanh “02 ngày”, ít hơn 03 ngày liên tục"
    assert "khoản 3 Điều 13" in problem.hint
    assert len(desk.ward(row(12, how_long=how_long))) == 1
    assert desk.ward(row(6, how_long=how_long)) == []  # it need not be broadcast
    assert desk.ward(row(7, how_long=how_long.replace("02", "ba (03)"))) == []


def test_an_office_posts_for_twenty_days(desk: Any, show: Show) -> None:
    text = row(None, how_long="niêm yết hoặc đăng tải 10 ngày")
    (problem,) = desk.told("truong-x", text)

    assert show(problem) == ("office-posting-short", "5:38", "10 ngày")
    assert problem.message == "niêm yết, đăng tải “10 ngày”, ít hơn 20 ngày liên tục"
    assert "khoản 1, khoản 2 Điều 48" in problem.hint
    assert desk.told("truong-x", row(None, how_long="niêm yết 20 ngày")) == []


def test_a_default_row_is_told_in_its_own_file_and_once(desk: Any, sample: Path) -> None:
    name = "data/danh_muc/mac_dinh/cong-khai.yaml"
    text = (sample / name).read_text("utf-8")
    path = desk.write(name, text.replace(LONG, "niêm yết 25 ngày", 1))
    (problem,) = law_problems(desk.load())

    line = text[: text.index(LONG)].count("\n") + 1
    assert (problem.code, problem.place.path, problem.place.line) == ("posting-short", path, line)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("không muộn hơn 30 ngày", "30 ngày"),
        ("không chậm hơn 10 ngày làm việc", "10 ngày làm việc"),
        ("sau 15 ngày", "15 ngày"),
        ("trong 10 ngày", "10 ngày"),
        ("chậm nhất nửa tháng kể từ ngày ký", "nửa tháng"),
        ("công khai trong 10 ngày kể từ ngày ký", "10 ngày"),
    ],
)
def test_a_late_disclosure_is_told_in_all_its_wordings(
    desk: Any, show: Show, when: str, words: str
) -> None:
    (problem,) = desk.ward(row(when=when))

    assert show(problem)[::2] == ("disclosure-late", words)


@pytest.mark.parametrize(
    "when",
    [
        "07 ngày làm việc trước khi thu",
        "chậm nhất 07 ngày làm việc trước ngày họp",
        "trước ngày họp ít nhất 07 ngày làm việc",
        "niêm yết trong 30 ngày",
        "nửa tháng một lần",
    ],
)
def test_days_before_an_event_and_days_that_last_are_no_delay(desk: Any, when: str) -> None:
    assert desk.ward(row(when=when)) == []


@pytest.mark.parametrize(
    "how_long",
    ["niêm yết quanh năm", "niêm yết liên tục trong năm", "niêm yết thường trực", "cả năm"],
)
def test_all_the_time_has_many_names(desk: Any, how_long: str) -> None:
    assert desk.ward(row(13, how_long=how_long)) == []


@pytest.mark.parametrize(
    ("how_long", "words"),
    [
        ("niêm yết từ 01/3/2025 đến 10/3/2025", "từ 01/3/2025 đến 10/3/2025"),
        ("niêm yết từ ngày 01/3 đến hết ngày 29/3/2025", "từ ngày 01/3 đến hết ngày 29/3/2025"),
        ("niêm yết nửa tháng", "nửa tháng"),
    ],
)
def test_a_posting_from_day_to_day_is_counted(
    desk: Any, show: Show, how_long: str, words: str
) -> None:
    (problem,) = desk.ward(row(how_long=how_long))

    assert show(problem)[::2] == ("posting-short", words)


@pytest.mark.parametrize(
    "how_long",
    [
        "niêm yết từ 01/3/2025 đến 30/3/2025",
        "niêm yết cho đến khi hết hạn 10 ngày khiếu nại",
        "niêm yết từ 31/02/2025 đến 01/3/2025",
        "niêm yết một trăm ngày",
    ],
)
def test_a_posting_that_is_long_or_unknown_is_left_alone(desk: Any, how_long: str) -> None:
    assert desk.ward(row(how_long=how_long)) == []
