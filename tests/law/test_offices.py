"""Offices, groups and words that had another name on the day of the document, or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docgen.errors import Problem
from docgen.law import law_problems

Show = Callable[[Problem], tuple[str, str, str]]
LATER = "so: 9\nngay: 05/8/2025\n"
"""The number and day of a document made under two tiers."""


def task(words: str) -> str:
    return f'nhiem_vu:\n  - noi_dung: "{words}"\n'


def later(desk: Any, words: str) -> list[Problem]:
    """Return what is told of a document of 05/8/2025; the words begin at 3:18."""
    told: list[Problem] = desk.ward(task(words) + LATER)
    return told


def test_an_office_that_was_renamed_is_told_its_name_of_the_day(desk: Any, show: Show) -> None:
    text = task("Phối hợp Phòng Văn hóa và Thông tin.")
    (problem,) = desk.ward(f"{text}so: 9\nngay: 05/3/2025")

    assert show(problem) == ("office-renamed", "3:25", "Phòng Văn hóa và Thông tin")
    assert problem.message == (
        "ngày 05/3/2025 không có tên “Phòng Văn hóa và Thông tin”, "
        "đơn vị tên là “Phòng Văn hóa, Khoa học và Thông tin”"
    )
    assert problem.hint.startswith("viết  Phòng Văn hóa, Khoa học và Thông tin")
    assert problem.warning
    assert desk.ward(text) == []  # on 10/02/2025 it was so called


def test_a_name_that_is_still_to_come_is_told(desk: Any, show: Show) -> None:
    (problem,) = desk.ward(task("Phòng Văn hóa, Khoa học và Thông tin làm."))

    assert show(problem)[0] == "office-renamed"
    assert "đơn vị tên là “Phòng Văn hóa và Thông tin”" in problem.message


def test_a_name_that_holds_on_the_day_of_its_row_is_right(desk: Any) -> None:
    row = "    han: 31/3/2025\n    phu_trach: Phòng Văn hóa, Khoa học và Thông tin\n"
    assert desk.ward(task("Kiểm tra.") + row) == []


@pytest.mark.parametrize(
    ("words", "name", "day", "heir"),
    [
        ("Gửi UBND quận An Bình.", "UBND quận An Bình", "30/6/2025", "UBND phường Hàng Tre"),
        (
            "Ủy ban nhân dân Quận An Bình chủ trì.",
            "Ủy ban nhân dân Quận An Bình",
            "30/6/2025",
            "UBND phường Hàng Tre",
        ),
        ("Phòng Nội vụ tham mưu.", "Phòng Nội vụ", "30/6/2025", "Phòng Văn hóa - Xã hội"),
        (
            "Phòng  Lao động – Thương binh và Xã hội làm.",
            "Phòng  Lao động – Thương binh và Xã hội",
            "28/02/2025",
            "Phòng Văn hóa - Xã hội",  # through Phòng Nội vụ, which is no more either
        ),
        ("Phòng Nội vụ quận An Bình tham mưu.", "Phòng Nội vụ", "30/6/2025", "Phòng Văn hóa"),
        ("Phòng Nội vụ quận làm.", "Phòng Nội vụ", "30/6/2025", "Phòng Văn hóa"),
        ("Phòng Nội vụ, Phòng Tư pháp làm.", "Phòng Nội vụ", "30/6/2025", "Phòng Văn hóa"),
    ],
)
def test_an_office_that_is_no_more_is_told_with_its_heir(
    desk: Any, show: Show, words: str, name: str, day: str, heir: str
) -> None:
    (problem,) = later(desk, words)

    assert show(problem) == ("office-gone", f"3:{16 + words.index(name)}", name)
    assert problem.message == f"“{name}” kết thúc ngày {day}, trước ngày 05/8/2025"
    assert problem.hint.startswith(f"đơn vị kế thừa: {heir}")


@pytest.mark.parametrize(
    "words",
    [
        "Theo Kế hoạch số 15/KH-UBND ngày 20/01/2025 của UBND quận An Bình.",
        "Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2025 của HĐND, UBND quận An Bình.",
        "Nghị quyết số 1/NQ-HĐND ngày 02/01/2025 về dân chủ ở xã, phường, thị trấn.",
        "Tiếp nhận hồ sơ của UBND quận An Bình cũ.",
        "Kế thừa hồ sơ của UBND quận An Bình.",
        "Công chức trước đây thuộc Phòng Nội vụ.",
        "Hồ sơ của Phòng Nội vụ (nay là Phòng Văn hóa - Xã hội).",
        "Phòng Nội vụ - Lao động họp.",  # another office: its name goes on
        "Phòng Nội vụ và Tư pháp họp.",
        "Phòng Nội vụ thành phố họp.",
        "Phòng Nội vụ quận Lê Chân họp.",  # of a district that this workspace does not know
        "UBND phường Hàng Tre và UBND phường Cầu Gỗ họp.",
        "Trên địa bàn các xã, phường, đặc khu.",
        "Tại phòng nội vụ của trường.",
    ],
)
def test_names_of_the_past_and_of_others_are_left_alone(desk: Any, words: str) -> None:
    assert later(desk, words) == []


def test_a_citation_of_a_day_after_the_end_is_told(desk: Any, show: Show) -> None:
    (problem,) = later(desk, "Kế hoạch số 15/KH-UBND ngày 02/7/2025 của UBND quận An Bình.")

    assert show(problem)[::2] == ("office-gone", "UBND quận An Bình")
    assert problem.message == "“UBND quận An Bình” kết thúc ngày 30/6/2025, trước ngày 02/7/2025"


def test_a_name_that_a_living_unit_bears_too_is_right(desk: Any) -> None:
    """Two wards of one name: the one ended on 30/6/2025, the other began the next day."""
    text = (desk.root / "data/don_vi/phuong-moi.yaml").read_text("utf-8")
    desk.write("data/don_vi/phuong-moi.yaml", text.replace("Hàng Tre", "Bến Nứa"))

    assert later(desk, "UBND phường Bến Nứa làm.") == []
    assert desk.ward(task("UBND phường Bến Nứa làm.")) == []


def test_an_office_that_is_not_yet_there_is_told_unless_its_coming_is(
    desk: Any, show: Show
) -> None:
    (problem,) = desk.ward(task("UBND phường Hàng Tre làm."))

    assert show(problem) == ("office-not-yet", "3:16", "UBND phường Hàng Tre")
    assert problem.message == "“UBND phường Hàng Tre” có từ ngày 01/7/2025, sau ngày 10/02/2025"
    assert desk.ward(task("Bàn giao hồ sơ cho UBND phường Hàng Tre.")) == []
    before = "Quyết định số 5/QĐ-UBND ngày 10/10/2024 của UBND phường Bến Nứa."
    assert desk.ward(task(before)) == []  # the ward as it was before 01/01/2025


def test_a_group_that_was_renamed_is_told(desk: Any, show: Show) -> None:
    lines = "noi_nhan:\n  - Ban Dân vận Quận ủy\n  - Lưu VT\nso: 9\nngay: 05/3/2025\n"
    (problem,) = desk.ward(lines)

    assert show(problem) == ("group-renamed", "3:5", "Ban Dân vận Quận ủy")
    assert problem.message == "ngày 05/3/2025 không có tên “Ban Dân vận Quận ủy”"
    assert problem.hint.startswith("viết  Ban Tuyên giáo và Dân vận Quận ủy")
    assert desk.ward(lines.replace("05/3", "20/02")) == []


@pytest.mark.parametrize("name", ["Ban Dân vận", "Ban Tuyên giáo và Dân vận"])
def test_a_group_does_not_outlive_the_regime_of_its_words(desk: Any, name: str) -> None:
    (problem,) = later(desk, f"Báo cáo {name} Quận ủy.")

    assert (problem.code, problem.place.column) == ("group-renamed", 24)
    assert problem.hint.startswith("viết tên cơ quan nhận nhiệm vụ")


@pytest.mark.parametrize(
    ("words", "under", "instead"),
    [
        (
            "Nộp tại Bộ phận Tiếp nhận và Trả kết quả.",
            "Bộ phận Tiếp nhận và Trả kết quả",
            "viết  Trung tâm Phục vụ hành chính công",
        ),
        (
            "Nộp tại Bộ phận tiếp nhận và trả kết quả theo cơ chế một cửa.",
            "Bộ phận tiếp nhận và trả kết quả theo cơ chế một cửa",
            "viết  Trung tâm Phục vụ hành chính công",
        ),
        ("Các xã, phường, thị trấn.", "xã, phường, thị trấn", "viết  xã, phường, đặc khu"),
        ("Báo cáo Quận ủy.", "Quận ủy", "viết lại theo chế độ này"),
        ("Các cơ quan cấp huyện.", "cấp huyện", "viết lại theo chế độ này"),
    ],
)
def test_words_of_a_regime_that_has_ended_are_told(
    desk: Any, show: Show, words: str, under: str, instead: str
) -> None:
    (problem,) = later(desk, words)

    assert show(problem) == ("regime-word", f"3:{16 + words.index(under)}", under)
    assert problem.message == (
        f"“{under}” không còn dùng vào ngày 05/8/2025 (Chính quyền địa phương hai cấp)"
    )
    assert problem.hint.startswith(instead)
    assert desk.ward(task(words)) == []


def test_the_caret_stands_under_the_tones_as_they_were_typed(desk: Any, show: Show) -> None:
    (problem,) = later(desk, "Gửi Uỷ ban nhân dân quận An Bình.")

    assert show(problem) == ("office-gone", "3:20", "Uỷ ban nhân dân quận An Bình")


def test_a_unit_and_a_group_may_share_a_name(desk: Any) -> None:
    desk.write("data/don_vi/ban-dv.yaml", "loai: noi-nhan\nten: Ban Dân vận Quận ủy\n")

    assert later(desk, "Gửi Ban Dân vận Quận ủy quận An Bình.") == []


def test_words_of_the_coming_regime_are_left_alone(desk: Any) -> None:
    assert desk.ward(task("Trung tâm Phục vụ hành chính công, các xã, phường, đặc khu.")) == []


def test_a_name_over_two_lines_is_told_at_its_first(desk: Any, show: Show) -> None:
    text = "nhiem_vu:\n  - noi_dung: >-\n      Báo cáo Phòng Văn hóa\n      và Thông tin.\n"
    (problem,) = desk.ward(f"{text}so: 9\nngay: 05/3/2025")

    assert show(problem) == ("office-renamed", "4:15", "Phòng Văn hóa")


def test_the_recipients_of_the_units_own_file_are_read(desk: Any) -> None:
    path = desk.root / "data/don_vi/phuong-moi.yaml"
    path.write_text(path.read_text("utf-8") + "noi_nhan:\n  - Phòng Nội vụ\n  - Lưu VT\n", "utf-8")
    (problem,) = law_problems(desk.load())
    assert (problem.code, problem.place.path, problem.place.line) == ("office-gone", path, 7)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Báo cáo UBND QUẬN AN BÌNH kết quả.", "UBND QUẬN AN BÌNH"),
        ("PHÒNG NỘI VỤ chủ trì.", "PHÒNG NỘI VỤ"),
        ("PHÒNG NỘI VỤ QUẬN AN BÌNH chủ trì.", "PHÒNG NỘI VỤ"),
        ("Báo cáo UBND quận kết quả.", "UBND quận"),
        ("Báo cáo Ủy ban nhân dân Quận kết quả.", "Ủy ban nhân dân Quận"),
        ("Phối hợp phòng nội vụ quận làm.", "phòng nội vụ"),
        ("Phòng nội vụ quận An Bình làm.", "Phòng nội vụ"),
    ],
)
def test_a_name_is_known_in_capitals_and_small_letters(
    desk: Any, show: Show, words: str, name: str
) -> None:
    (problem,) = later(desk, words)

    assert show(problem)[::2] == ("office-gone", name)
    assert desk.ward(task(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Sáu tháng đầu năm 2025, UBND quận An Bình đã thực hiện tốt.",
        "Phòng Nội vụ đã tham mưu kế hoạch.",
        "UBND quận Hồng Bàng họp.",
        "PHÒNG NỘI VỤ - LAO ĐỘNG họp.",
        "phòng nội vụ thành phố họp.",
    ],
)
def test_the_past_told_as_past_and_offices_elsewhere_are_left_alone(desk: Any, words: str) -> None:
    assert later(desk, words) == []


def test_a_recipient_by_its_code_that_is_no_more_is_told(desk: Any, show: Show) -> None:
    lines = "noi_nhan:\n  - don_vi: quan-a\n  - don_vi: thanh-pho\n  - Lưu VT\n"
    (problem,) = desk.ward(lines + LATER)

    assert show(problem) == ("office-gone", "3:13", "quan-a")
    assert problem.message == (
        "“quan-a” (UBND Quận An Bình) kết thúc ngày 30/6/2025, trước ngày 05/8/2025"
    )
    assert problem.hint.startswith("đơn vị kế thừa: phuong-moi (UBND phường Hàng Tre)")
    assert desk.ward(lines) == []  # on 10/02/2025 it was there


def test_a_recipient_by_its_code_that_is_not_yet_there_is_told(desk: Any, show: Show) -> None:
    (problem,) = desk.ward("noi_nhan:\n  - don_vi: phuong-moi\n  - Lưu VT\n")

    assert show(problem) == ("office-not-yet", "3:13", "phuong-moi")
    assert problem.message.endswith("có từ ngày 01/7/2025, sau ngày 10/02/2025")


def test_the_recipients_and_the_superior_of_a_units_file_are_judged_on_its_day(
    desk: Any, show: Show
) -> None:
    path = desk.root / "data/don_vi/phuong-moi.yaml"
    text = path.read_text("utf-8").replace("cap_tren: thanh-pho", "cap_tren: quan-a")
    path.write_text(text + "noi_nhan:\n  - don_vi: phong-nv\n  - Lưu VT\n", "utf-8")
    found = law_problems(desk.load())

    assert [show(one) for one in found] == [
        ("office-gone", "4:11", "quan-a"),
        ("office-gone", "7:13", "phong-nv"),
    ]
    assert "phong-vhxh (Phòng Văn hóa - Xã hội)" in found[1].hint


def test_a_place_of_a_level_that_is_gone_is_told(desk: Any, show: Show) -> None:
    path = desk.root / "data/don_vi/phuong-c.yaml"
    path.write_text(path.read_text("utf-8").replace("cap: phường", "cap: thị trấn"), "utf-8")
    (desk.root / "data/nam/2026.yaml").unlink()

    assert law_problems(desk.load()) == []  # on 10/02/2025 there were such places
    desk.write("data/ke_hoach/2025/phuong-c.yaml", f"giam_sat: {{thang_doi_thoai: 5}}\n{LATER}")
    (problem,) = law_problems(desk.load())
    assert (problem.place.path, show(problem)) == (path, ("place-level-gone", "3:16", "thị trấn"))
    assert problem.message.startswith("ngày 05/8/2025 không có cấp “thị trấn”")
    assert "xã, phường, đặc khu" in problem.hint
