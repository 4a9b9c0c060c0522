"""The plan of a public service body: its staff, and the people who use what it offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Made = Callable[..., Any]
HEAD = "loai: don-vi-su-nghiep\nten: Thư viện\nviet_tat: TV"


def test_title_and_headings_are_those_of_a_service(office: Made) -> None:
    made = office(HEAD, signs="Giám đốc")

    assert made.styled("Trích yếu") == ["Thực hiện dân chủ trong hoạt động của Thư viện năm 2025"]
    assert made.styled("Khoản") == [
        "1. Mục đích",
        "2. Yêu cầu",
        "1. Công khai với viên chức, người lao động",
        "2. Công khai với tổ chức, cá nhân sử dụng dịch vụ",
        "3. Những nội dung viên chức, người lao động bàn và quyết định",
        "4. Những nội dung viên chức, người lao động tham gia ý kiến",
        "5. Kiểm tra, giám sát",
        "1. Trách nhiệm thực hiện",
        "2. Chế độ báo cáo",
    ]
    assert made.styled("Tên phụ lục") == [
        "NỘI DUNG CÔNG KHAI TRONG ĐƠN VỊ NĂM 2025",
        "NỘI DUNG VIÊN CHỨC, NGƯỜI LAO ĐỘNG THAM GIA Ý KIẾN NĂM 2025",
        "LỊCH THỰC HIỆN KẾ HOẠCH NĂM 2025",
    ]


def test_its_people_are_employees_and_not_officials(office: Made) -> None:
    text = office(HEAD, signs="Giám đốc").text

    assert "viên chức, người lao động" in text
    assert "công chức" not in text.lower()


def test_prices_and_money_are_told_to_those_who_use_the_service_and_every_quarter_to_the_staff(
    office: Made,
) -> None:
    made = office(HEAD, signs="Giám đốc")
    quarters = [
        row[1]
        for row in made.table(3)
        if row[2] == "Công khai tình hình thu, chi của đơn vị trong quý"
    ]

    assert "giá dịch vụ và các khoản thu" in made.text
    assert "không thu khoản nào ngoài danh mục đã công khai" in made.text
    assert "Phương án tự chủ tài chính, Quy chế chi tiêu nội bộ" in made.column(1, 1)[3]
    assert quarters == ["Tháng 3/2025", "Tháng 6/2025", "Tháng 9/2025", "Tháng 12/2025"]


def test_a_row_without_a_name_is_the_directors(office: Made) -> None:
    own = """
cong_khai:
  - {noi_dung: A, hinh_thuc: Niêm yết, thoi_diem: đầu tháng, thoi_han: cả tháng}
lay_y_kien:
  - {noi_dung: B, hinh_thuc: Họp, tu: 03/3/2025, den: 12/3/2025}
"""
    made = office(HEAD, own, "Giám đốc")

    assert made.column(1, 4) == ["Giám đốc"]
    assert made.column(2, 4) == ["Giám đốc"]
    assert ["Lấy ý kiến: B", "Giám đốc"] in [row[2:] for row in made.table(3)]


def test_what_the_service_wrote_is_in_its_plan(plan: Made) -> None:
    made = plan("trung-tam-van-hoa")

    assert "- Tổ nghiệp vụ thể thao: lấy phiếu đánh giá của người tập luyện" in made.text
    assert "kiến nghị qua hộp thư góp ý đặt tại sảnh nhà thi đấu." in made.text
    assert "- Công khai lịch sử dụng nhà thi đấu, hội trường, giá dịch vụ tập luyện." in made.lines
    assert made.styled("Quyền hạn") == ["GIÁM ĐỐC"]
    assert made.lines[0] == "UBND QUẬN NGÔ QUYỀN"
