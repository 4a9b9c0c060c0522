"""The plan of an office of a People's Committee: phòng, văn phòng, thanh tra, one-stop centre."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Made = Callable[..., Any]


def test_title_and_headings_are_those_of_an_office(office: Made) -> None:
    made = office("loai: phong\nten: Phòng Dân tộc\nviet_tat: DT")

    assert made.styled("Trích yếu") == [
        "Thực hiện dân chủ trong hoạt động của Phòng Dân tộc năm 2025"
    ]
    assert made.styled("Khoản") == [
        "1. Mục đích",
        "2. Yêu cầu",
        "1. Công khai trong nội bộ cơ quan",
        "2. Những nội dung công chức, người lao động bàn và quyết định",
        "3. Những nội dung công chức, người lao động tham gia ý kiến",
        "4. Kiểm tra, giám sát",
        "5. Cải cách hành chính, tiếp công dân, kỷ luật, kỷ cương",
        "1. Trách nhiệm thực hiện",
        "2. Chế độ báo cáo",
    ]
    assert made.styled("Tên phụ lục") == [
        "NỘI DUNG CÔNG KHAI TRONG CƠ QUAN NĂM 2025",
        "NỘI DUNG CÔNG CHỨC, NGƯỜI LAO ĐỘNG THAM GIA Ý KIẾN NĂM 2025",
        "LỊCH THỰC HIỆN KẾ HOẠCH NĂM 2025",
    ]


@pytest.mark.parametrize(
    ("unit", "signs", "name"),
    [
        ("phong-noi-vu", "TRƯỞNG PHÒNG", "Phòng Nội vụ"),
        ("van-phong-quan", "CHÁNH VĂN PHÒNG", "Văn phòng HĐND và UBND quận"),
        ("thanh-tra-quan", "CHÁNH THANH TRA", "Thanh tra quận"),
        (
            "trung-tam-hanh-chinh-phuong-ngo-quyen",
            "GIÁM ĐỐC",
            "Trung tâm Phục vụ hành chính công",
        ),
    ],
)
def test_each_office_signs_with_its_own_title_and_uses_one_template(
    unit: str, signs: str, name: str, plan: Made
) -> None:
    made = plan(unit)

    assert made.styled("Quyền hạn") == [signs]
    assert made.styled("Trích yếu")[0].startswith(f"Thực hiện dân chủ trong hoạt động của {name} ")
    assert "5. Cải cách hành chính, tiếp công dân, kỷ luật, kỷ cương" in made.styled("Khoản")


def test_a_deputy_signs_for_the_head_of_his_own_kind_of_office(plan: Made, workspace: Any) -> None:
    unit = workspace / "data" / "don_vi" / "thanh-tra-quan.yaml"
    text = unit.read_text("utf-8")
    unit.write_text(text.replace("chuc_vu: Chánh", "chuc_vu: Phó Chánh"), "utf-8")

    assert plan("thanh-tra-quan", workspace).styled("Quyền hạn") == [
        "KT. CHÁNH THANH TRA",
        "PHÓ CHÁNH THANH TRA",
    ]


def test_the_standing_office_reports_itself_and_gathers_what_others_report(plan: Made) -> None:
    standing, other = plan("phong-noi-vu"), plan("phong-tu-phap")

    assert "- Phòng Nội vụ báo cáo kết quả thực hiện dân chủ về UBND quận: báo cáo" in standing.text
    assert "qua Phòng Nội vụ" not in standing.text
    assert "- Là cơ quan thường trực, Phòng Nội vụ đôn đốc, tiếp nhận báo cáo" in standing.text
    assert "- Phòng Nội vụ;" not in standing.lines
    assert "về UBND quận (qua Phòng Nội vụ): báo cáo" in other.text
    assert "cơ quan thường trực" not in other.text
    assert "- Phòng Nội vụ;" in other.lines


def test_a_one_stop_centre_speaks_of_counters_and_files_and_other_offices_do_not(
    plan: Made,
) -> None:
    centre, office = (
        plan(code).text
        for code in ("trung-tam-hanh-chinh-phuong-ngo-quyen", "phong-vhxh-phuong-ngo-quyen")
    )
    sentence = "lĩnh vực được giao tại Trung tâm Phục vụ hành chính công; giải quyết hồ sơ đúng hạn"

    for words in ("tại quầy và trên Cổng dịch vụ công", "tiến độ hồ sơ, xin lỗi khi trễ hẹn"):
        assert words in centre
        assert words not in office
    assert sentence in office
    assert sentence not in centre


def test_the_channels_of_the_office_are_in_its_sentences(office: Made) -> None:
    head = "loai: phong\nten: Phòng Dân tộc\nviet_tat: DT"
    own = """
kenh:
  trang_thong_tin: trang thông tin của phòng
  hom_thu: sảnh tầng một
  tiep_cong_dan: thứ Ba hằng tuần
"""
    made, without = office(head, own).text, office(head).text

    assert "đăng trên mạng nội bộ, trang thông tin của phòng. Công khai chậm nhất" in made
    assert "kiến nghị (thứ Ba hằng tuần); đặt hộp thư góp ý tại sảnh tầng một; thực hiện" in made
    assert "đăng trên mạng nội bộ. Công khai chậm nhất" in without
    assert "phản ánh, kiến nghị; thực hiện quy tắc ứng xử" in without


def test_an_office_that_begins_in_the_year_plans_for_what_is_left_of_it(plan: Made) -> None:
    made = plan("phong-kinh-te-ha-tang")

    assert made.styled("Trích yếu") == [
        "Thực hiện dân chủ trong hoạt động của Phòng Kinh tế, Hạ tầng và Đô thị 10 tháng cuối năm 2025"
    ]
    assert made.styled("Tên phụ lục")[2] == "LỊCH THỰC HIỆN KẾ HOẠCH 10 THÁNG CUỐI NĂM 2025"
    assert "của cơ quan 10 tháng cuối năm 2025 như sau:" in made.text
    assert "báo cáo 06 tháng từ 01/6" in made.text
