"""From 1 July 2025 there is no district: no new unit names it, and no old one names what came after."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

Made = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]

WARDS = ["phuong-ngo-quyen", "phuong-gia-vien-2025"]
OFFICES = [
    f"{office}-{ward}"
    for ward in ("phuong-ngo-quyen", "phuong-gia-vien")
    for office in ("phong-kthtdt", "phong-vhxh", "trung-tam-hanh-chinh", "van-phong")
]
SCHOOLS = [
    "truong-mam-non-sao-sang-4",
    "truong-thcs-an-da",
    "truong-thcs-chu-van-an",
    "truong-thcs-da-nang",
    "truong-thcs-lac-vien",
    "truong-tieu-hoc-dang-giang",
    "truong-tieu-hoc-lac-vien",
    "truong-tieu-hoc-nguyen-du",
    "truong-tieu-hoc-thai-phien",
]
OLD_WARDS = ["cau-dat", "cau-tre", "dang-giang", "dong-khe", "gia-vien", "lach-tray", "may-chai"]
OCTOBER = date(2025, 10, 1)
OF_THREE_TIERS = [
    "quận",
    "cấp huyện",
    "thị trấn",
    "phòng nội vụ",
    "bộ phận tiếp nhận",
    "một cửa",
    "ban dân vận",
    "15/kh-ubnd",
]
OF_TWO_TIERS = [
    "đặc khu",
    "sở nội vụ",
    "trung tâm phục vụ hành chính công",
    "tháng cuối năm 2025",
    "năm 2024, năm 2025",
    "phòng văn hóa - xã hội",
]


def whole(path: Path) -> str:
    """Return all words of a file in small letters: body, headers, styles, properties."""
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode("utf-8") for name in package.namelist()]
    words = re.sub("<[^>]*>", "", "\n".join(parts).replace("</w:p>", "\n"))
    return words.replace("\N{NO-BREAK SPACE}", " ").lower()


@pytest.mark.parametrize("unit", WARDS + OFFICES + SCHOOLS)
def test_nothing_of_the_district_is_in_any_part_of_the_file(unit: str, plan: Made) -> None:
    words = whole(plan(unit, day=OCTOBER).path)

    assert "thực hiện dân chủ" in words
    assert [told for told in OF_THREE_TIERS if told in words] == []


@pytest.mark.parametrize("unit", WARDS + OFFICES)
def test_a_draft_of_a_new_unit_names_no_district_either(unit: str, plan: Made) -> None:
    words = whole(plan(unit).path)

    assert [told for told in OF_THREE_TIERS if told in words] == []


@pytest.mark.parametrize("ward", OLD_WARDS)
def test_an_old_ward_names_nothing_of_the_two_tiers(ward: str, plan: Made) -> None:
    made = plan(f"phuong-{ward}")
    words = whole(made.path)

    assert [told for told in OF_TWO_TIERS if told in words] == []
    assert "về UBND quận (qua Phòng Nội vụ) từ 01/6 đến trước ngày 15/6/2025" in made.text


@pytest.mark.parametrize("unit", WARDS)
def test_a_new_ward_reports_to_the_city_through_its_department(unit: str, plan: Made) -> None:
    made = plan(unit)

    assert (
        "- Báo cáo năm gửi về UBND thành phố (qua Sở Nội vụ) từ 01/12 đến trước ngày 15/12/2025."
        in made.lines
    )
    assert "đặt hộp thư góp ý tại Trung tâm Phục vụ hành chính công." in made.text
    assert "- Phòng Văn hóa - Xã hội là cơ quan thường trực giúp UBND phường" in made.text
    assert (
        "Thực hiện Luật Thực hiện dân chủ ở cơ sở năm 2022 (được sửa đổi, bổ sung năm 2024, năm"
        " 2025); Chương trình công tác" in made.text
    )


@pytest.mark.parametrize(
    ("unit", "ward"),
    [("phuong-ngo-quyen", "Phường Ngô Quyền"), ("phuong-gia-vien-2025", "phường Gia Viên")],
)
def test_a_new_ward_plans_for_the_second_half_of_the_year(unit: str, ward: str, plan: Made) -> None:
    made = plan(unit)

    assert made.styled("Trích yếu") == [
        f"Thực hiện dân chủ ở cơ sở trên địa bàn {ward} 06 tháng cuối năm 2025"
    ]
    assert len(made.styled("Tên phụ lục")) == 4
    assert all(text.endswith(" 06 THÁNG CUỐI NĂM 2025") for text in made.styled("Tên phụ lục"))


@pytest.mark.parametrize("unit", WARDS + OFFICES)
def test_no_work_and_no_report_falls_before_the_unit_began(unit: str, plan: Made) -> None:
    made = plan(unit)
    days = made.column(len(made.styled("Phụ lục")), 1)
    months = [int(found[1]) for day in days if (found := re.search(r"(\d+)/2025$", day))]

    assert "báo cáo 06 tháng" not in made.text.lower()
    assert not re.search(r"\b0?[1-6]/2025\b", "\n".join(made.body + days))
    assert len(months) == len(days)
    assert min(months) >= 7


@pytest.mark.parametrize("unit", SCHOOLS)
def test_a_school_stands_under_its_new_ward(unit: str, plan: Made) -> None:
    made = plan(unit, day=OCTOBER)
    ward = {
        "UBND PHƯỜNG NGÔ QUYỀN": ("Phường Ngô Quyền", "UBND Phường Ngô Quyền"),
        "UBND PHƯỜNG GIA VIÊN": ("Gia Viên", "UBND phường Gia Viên"),
    }
    place, told = ward[made.lines[0]]

    assert f"{place}, ngày tháng năm 2025" in made.lines
    assert made.styled("Danh sách nơi nhận")[:2] == [f"- {told};", "- Phòng Văn hóa - Xã hội;"]
    assert "về UBND phường (qua Phòng Văn hóa - Xã hội): " in made.text


@pytest.mark.parametrize("unit", SCHOOLS)
def test_a_school_reports_nothing_to_its_ward_before_there_is_one(unit: str, plan: Made) -> None:
    made = plan(unit, day=OCTOBER)

    assert "báo cáo 06 tháng" not in made.text.lower()
    assert "về UBND phường (qua Phòng Văn hóa - Xã hội): báo cáo năm từ 01/12" in made.text


@pytest.mark.parametrize("unit", WARDS)
def test_a_new_ward_tells_the_city_and_all_that_is_under_it(unit: str, plan: Made) -> None:
    assert plan(unit).styled("Danh sách nơi nhận") == [
        "- UBND thành phố Hải Phòng;",
        "- Sở Nội vụ;",
        "- Thường trực Đảng ủy phường;",
        "- Thường trực HĐND phường;",
        "- Ủy ban MTTQ VN và các tổ chức chính trị - XH phường;",
        "- CT, các PCT UBND phường;",
        "- Các phòng, trung tâm thuộc phường;",
        "- Các trường học thuộc phường;",
        "- Các tổ dân phố;",
        "- Lưu: VT, VHXH (02).",
    ]


def test_a_district_names_the_body_of_its_party_that_there_was(plan: Made) -> None:
    before, after = (
        plan("quan-ngo-quyen", day=day).styled("Danh sách nơi nhận")
        for day in (date(2025, 2, 28), date(2025, 3, 1))
    )

    assert "- Ban Dân vận Quận ủy;" in before
    assert "- Ban Dân vận Quận ủy;" not in after
    assert len(before) == len(after)


def test_a_ward_that_is_no_more_sends_to_its_two_successors(workspace: Path) -> None:
    command = [sys.executable, "-m", "docgen", "plan", "--unit", "phuong-cau-dat"]
    done = subprocess.run(
        [*command, "--date", "2025-08-01"], cwd=workspace, capture_output=True, encoding="utf-8",
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip

    assert done.returncode == 1
    assert "(phuong-le-chan)" in done.stderr
    assert "(phuong-gia-vien-2025)" in done.stderr
    assert not list(workspace.rglob("*/phuong-cau-dat/*.docx"))
