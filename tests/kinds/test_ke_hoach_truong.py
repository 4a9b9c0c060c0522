"""The plan of a school: pupils or small children, their parents, and a year that ends in summer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Made = Callable[..., Any]
SCHOOL = "loai: truong-hoc\nten: Trường Tiểu học Lê Lợi\ncap_hoc: tiểu học\nviet_tat: THLL"
KINDERGARTEN = "loai: truong-hoc\nten: Trường Mầm non Hoa Mai\ncap_hoc: mầm non\nviet_tat: MNHM"


def test_title_and_headings_are_those_of_a_school(office: Made) -> None:
    made = office(SCHOOL, signs="Hiệu trưởng")

    assert made.styled("Trích yếu") == ["Thực hiện dân chủ trong nhà trường năm 2025"]
    assert made.styled("Khoản") == [
        "1. Mục đích",
        "2. Yêu cầu",
        "1. Công khai trong hội đồng sư phạm",
        "2. Công khai với cha mẹ học sinh và xã hội",
        "3. Những nội dung giáo viên, nhân viên bàn và quyết định",
        "4. Những nội dung giáo viên, nhân viên tham gia ý kiến",
        "5. Dân chủ với học sinh, cha mẹ học sinh",
        "6. Kiểm tra, giám sát; tiếp công dân",
        "1. Phân công trách nhiệm",
        "2. Chế độ báo cáo",
    ]
    assert made.styled("Tên phụ lục") == [
        "NỘI DUNG CÔNG KHAI TRONG NHÀ TRƯỜNG NĂM 2025",
        "NỘI DUNG GIÁO VIÊN, NHÂN VIÊN THAM GIA Ý KIẾN NĂM 2025",
        "LỊCH THỰC HIỆN KẾ HOẠCH NĂM 2025",
    ]


def test_a_kindergarten_speaks_of_children_and_a_school_of_pupils(office: Made) -> None:
    school, kindergarten = (office(head, signs="Hiệu trưởng") for head in (SCHOOL, KINDERGARTEN))

    assert "5. Dân chủ với học sinh, cha mẹ học sinh" in school.lines
    assert "5. Dân chủ với trẻ em, cha mẹ trẻ em" in kindergarten.lines
    assert "trẻ em" not in school.text.lower()
    assert "học sinh" not in kindergarten.text.lower()
    assert "hộp thư “Điều em muốn nói”" in school.text
    assert "Điều em muốn nói" not in kindergarten.text
    assert "công khai thực đơn, khẩu phần" in kindergarten.text
    assert "khẩu phần" not in school.text
    for words in ("dạy thêm", "thời khóa biểu", "đánh giá học tập"):
        assert words in school.text
        assert words not in kindergarten.text


def test_the_parents_meetings_are_named_after_their_children(office: Made) -> None:
    found = [
        [row[2] for row in office(head, signs="Hiệu trưởng").table(3) if "ọp cha mẹ" in row[2]]
        for head in (SCHOOL, KINDERGARTEN)
    ]

    assert [len(meetings) for meetings in found] == [3, 3]
    assert all("họp cha mẹ học sinh" in meeting.lower() for meeting in found[0])
    assert all("họp cha mẹ trẻ em" in meeting.lower() for meeting in found[1])


def test_both_school_years_that_meet_in_the_year_are_its_tasks(office: Made) -> None:
    text = "\n".join(office(SCHOOL, signs="Hiệu trưởng").body)

    assert "nhiệm vụ năm học 2024-2025, năm học 2025-2026 và chủ đề năm của UBND thành phố" in text
    assert "Năm công tác của nhà trường tính theo năm học" in text
    assert "30 tháng 11" in text


def test_the_two_circulars_of_the_ministry_are_cited_in_full(office: Made) -> None:
    text = "\n".join(office(SCHOOL, signs="Hiệu trưởng").body)

    assert (
        "Thông tư số 11/2020/TT-BGDĐT ngày 19 tháng 5 năm 2020 và Thông tư số 09/2024/TT-BGDĐT ngày"
        " 03 tháng 6 năm 2024 của Bộ trưởng Bộ Giáo dục và Đào tạo" in text
    )


def test_what_the_school_wrote_is_in_its_plan(plan: Made) -> None:
    made = plan("truong-tieu-hoc-thai-phien")

    assert made.lines[:3] == ["UBND QUẬN NGÔ QUYỀN", "TRƯỜNG TIỂU HỌC", "THÁI PHIÊN"]
    assert made.styled("Quyền hạn") == ["HIỆU TRƯỞNG"]
    assert "trên trang thông tin điện tử của trường và tại trường: thông tin chung" in made.text
    assert "(thứ Sáu hằng tuần), đặt hộp thư góp ý tại sảnh nhà A." in made.text
    assert "trong tháng 10; niêm yết lịch tiếp công dân" in made.text
    assert made.column(2, 1) == [
        "Dự thảo Quy chế chi tiêu nội bộ sửa đổi",
        "Kế hoạch giáo dục của nhà trường năm học 2025-2026",
        "Tiêu chí thi đua năm học 2025-2026",
    ]


@pytest.mark.parametrize(
    ("day", "above", "place", "told"),
    [
        (date(2025, 6, 30), "UBND QUẬN NGÔ QUYỀN", "Quận Ngô Quyền", "- UBND Quận Ngô Quyền;"),
        (date(2025, 7, 1), "UBND PHƯỜNG GIA VIÊN", "Gia Viên", "- UBND phường Gia Viên;"),
    ],
)
def test_a_school_stays_and_its_superior_changes(
    day: date, above: str, place: str, told: str, plan: Made
) -> None:
    made = plan("truong-tieu-hoc-thai-phien", day=day)

    assert made.lines[0] == above
    assert f"{place}, ngày tháng năm 2025" in made.lines
    assert made.styled("Danh sách nơi nhận")[0] == told
