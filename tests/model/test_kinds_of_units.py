"""What a kind of unit, a group, a template and a school may say of themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from docgen.model.kind import data_record
from docgen.model.record import at
from docgen.model.unit import DonVi
from docgen.model.vocabulary import Chon, LoaiDonVi, Mau, Nhom, Truong


def code(model: Any, values: dict[str, Any]) -> str:
    """Return the code of the one mistake."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    (error,) = caught.value.errors()
    return str(error["type"])


def test_a_kind_of_unit_has_its_own_templates_and_the_calendars_year_unless_it_says_so() -> None:
    office = LoaiDonVi.model_validate({"ten": "phòng"})
    school = {"ten": "trường", "nhu": "phong", "thang_cuoi_nam_cong_tac": "tháng 8"}
    read = LoaiDonVi.model_validate(school)

    assert (office.nhu, office.thang_cuoi_nam_cong_tac) == (None, 12)
    assert (read.nhu, read.thang_cuoi_nam_cong_tac) == ("phong", 8)


@pytest.mark.parametrize("month", ["13", "0", "tám"])
def test_the_last_month_of_a_year_of_work_is_a_month(month: str) -> None:
    values = {"ten": "trường", "thang_cuoi_nam_cong_tac": month}

    assert code(LoaiDonVi, values) == "not-a-month"


@pytest.mark.parametrize("values", [{}, {"loai": ["phong"], "la": "cấp trên"}])
def test_a_group_is_chosen_by_kinds_or_as_one_above_and_not_both(values: Any) -> None:
    assert code(Chon, values) == "group-choice"


def test_a_group_under_the_issuer_is_the_rule_and_may_be_lifted() -> None:
    assert Chon.model_validate({"loai": ["phong"]}).cap_tren == "đơn vị ban hành"
    assert Chon.model_validate({"loai": ["phong"], "cap_tren": None}).cap_tren is None
    assert Chon.model_validate({"la": "cấp trên"}).loai is None


def test_a_group_has_one_name_or_one_for_each_time() -> None:
    plain = Nhom.model_validate({"ten": "Các {cap}"})
    names = [{"ten": "Ban cũ", "den": "28/02/2025"}, {"ten": "Ban mới", "tu": "01/3/2025"}]
    dated = Nhom.model_validate({"ten": names})
    found = [at(dated.ten, day) for day in (date(2025, 2, 28), date(2025, 3, 1))]

    assert [row.ten for row in plain.ten] == ["Các {cap}"]
    assert [row and row.ten for row in found] == ["Ban cũ", "Ban mới"]


def test_a_template_may_have_a_subject_with_marks_and_default_rows_of_its_own() -> None:
    subject = "Thực hiện dân chủ của {{ don_vi.ten }}"
    full = {"tep": "a.docx", "trich_yeu": f" {subject} ", "mac_dinh": {"viec": "viec-phong"}}
    mau, bare = Mau.model_validate(full), Mau.model_validate({"tep": "a.docx"})

    assert (mau.trich_yeu, mau.mac_dinh) == (subject, {"viec": "viec-phong"})
    assert (bare.trich_yeu, bare.mac_dinh, bare.phu_luc) == (None, {}, [])


def test_a_field_for_some_kinds_of_units_is_read_like_any_other() -> None:
    field = Truong.model_validate({"nhan": "Nội dung bàn", "cho": ["ubnd-phuong"]})

    assert field.cho == ["ubnd-phuong"]
    assert Truong.model_validate({"nhan": "A"}).cho is None
    data: Any = data_record("x", {"ban": field}).model_validate({"ban": "Quy chế"})
    assert data.ban == "Quy chế"


@pytest.mark.parametrize("level", ["mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông"])
def test_a_school_has_a_level(level: str) -> None:
    unit = DonVi.model_validate({"loai": "truong-hoc", "ten": "Trường A", "cap_hoc": level})

    assert unit.cap_hoc == level


def test_a_level_that_is_none_is_refused() -> None:
    values = {"loai": "truong-hoc", "ten": "Trường A", "cap_hoc": "đại học"}

    assert code(DonVi, values) == "literal_error"


def test_classes_and_pupils_are_counts() -> None:
    school = {"loai": "truong-hoc", "ten": "Trường A"}
    facts = {"so_lop": "28", "so_hoc_sinh": "1.120", "so_can_bo": "46"}
    read = DonVi.model_validate(school | {"dac_diem": facts}).dac_diem

    assert (read.so_lop, read.so_hoc_sinh, read.so_can_bo) == (28, 1120, 46)
    for wrong in ({"so_lop": "-1"}, {"so_hoc_sinh": "2,5"}):
        code(DonVi, school | {"dac_diem": wrong})
