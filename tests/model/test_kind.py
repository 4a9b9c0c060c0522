from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from docgen.model.kind import all_gaps, data_record
from docgen.model.record import label_at, record_at
from docgen.model.unit import DonVi
from docgen.model.vocabulary import LoaiVanBan, Truong
from docgen.model.year import Nam

FIELDS: dict[str, Any] = {
    "chu": {"nhan": "Chữ"},
    "doan": {"nhan": "Đoạn", "kieu": "đoạn văn"},
    "nguyen": {"nhan": "Nguyên", "kieu": "số nguyên"},
    "so_le": {"nhan": "Số", "kieu": "số"},
    "hom": {"nhan": "Hôm", "kieu": "ngày"},
    "thang": {"nhan": "Tháng", "kieu": "tháng"},
    "co": {"nhan": "Có", "kieu": "có/không"},
    "ds": {"nhan": "Danh sách", "kieu": "danh sách"},
    "bang": {"nhan": "Bảng", "kieu": "danh sách", "gom": {"ai": {"nhan": "Ai", "bat_buoc": "có"}}},
    "nhom": {"nhan": "Nhóm", "kieu": "nhóm", "gom": {
        "a": {"nhan": "A", "bat_buoc": "có"},
        "con": {"nhan": "Con", "kieu": "nhóm", "gom": {"b": {"nhan": "B", "kieu": "ngày"}}},
    }},
}  # fmt: skip


def record(fields: dict[str, Any]) -> Any:
    return data_record("thu", {key: Truong.model_validate(value) for key, value in fields.items()})


def test_each_type_reads_what_people_type() -> None:
    typed = {"chu": "08", "doan": "a\n\nb", "nguyen": "1.250", "so_le": "12,5", "hom": "5/2/2026",
             "thang": "tháng 5", "co": "không", "ds": ["a\n\nb"], "bang": [{"ai": "An"}],
             "nhom": {"a": "x", "con": {"b": "5/2/2026"}}}  # fmt: skip
    value = record(FIELDS).model_validate(typed)
    assert (value.chu, value.doan, value.nguyen, value.so_le) == (
        "08",
        "a\n\nb",
        1250,
        Decimal("12.5"),
    )
    assert (value.hom, value.thang, value.co, value.ds) == (date(2026, 2, 5), 5, False, ["a\n\nb"])
    assert (value.bang[0].ai, value.nhom.a, value.nhom.con.b) == ("An", "x", date(2026, 2, 5))


def test_what_was_left_out_is_none_and_a_group_left_out_is_a_group_of_none() -> None:
    value = record(FIELDS)()
    assert (value.chu, value.ds, value.bang, value.so, value.ngay) == (None,) * 5
    assert (value.nhom.a, value.nhom.con.b) == (None, None)


def test_a_group_that_is_written_holds_what_it_requires() -> None:
    with pytest.raises(ValidationError) as caught:
        record(FIELDS).model_validate({"nhom": {"con": {}}})
    assert [error["loc"] for error in caught.value.errors()] == [("nhom", "a")]


@pytest.mark.parametrize("key", FIELDS)
def test_a_required_field_of_any_type_must_be_written(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        record({key: FIELDS[key] | {"bat_buoc": "có"}}).model_validate({})
    assert [error["loc"] for error in caught.value.errors()] == [(key,)]


def test_all_gaps_asks_for_nothing() -> None:
    model = record({"a": {"nhan": "A", "bat_buoc": "có"}, "b": {"nhan": "B"}})
    assert all_gaps(model).model_dump()["a"] is None


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ({"nhan": "A", "gom": {"b": {"nhan": "B"}}}, "field-parts"),
        ({"nhan": "A", "kieu": "nhóm"}, "field-parts"),
        ({"nhan": "A", "mac_dinh": "x"}, "field-default"),
        ({"nhan": "A", "kieu": "nhóm", "gom": {"B b": {"nhan": "B"}}}, "not-a-key"),
    ],
)
def test_a_field_that_contradicts_itself_is_refused(field: Any, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Truong.model_validate(field)
    assert caught.value.errors()[0]["type"] == code


@pytest.mark.parametrize(
    "named", [{"ngay_theo": "gio"}, {"gui_theo": "ngay_hop"}, {"ngay_theo": "x"}]
)
def test_a_kind_names_only_a_field_that_it_has_and_of_the_right_type(named: Any) -> None:
    fields = {
        "gio": {"nhan": "Giờ", "kieu": "giờ"},
        "ngay_hop": {"nhan": "Ngày họp", "kieu": "ngày"},
    }
    words = dict.fromkeys(("ten", "viet_tat", "mo_ta", "trich_yeu"), "A")
    kind = {**words, "tep": "a", "du_lieu": "a", "mau": {}, "truong": fields}

    assert LoaiVanBan.model_validate({**kind, "ngay_theo": "ngay_hop"}).ngay_theo == "ngay_hop"
    with pytest.raises(ValidationError) as caught:
        LoaiVanBan.model_validate({**kind, **named})
    assert caught.value.errors()[0]["type"] == "field-named"


@pytest.mark.parametrize(
    ("model", "loc", "label"),
    [
        (DonVi, ("dia_ban", "ten"), "Tên riêng của địa bàn"),
        (DonVi, ("noi_nhan", 3), "Nơi nhận"),
        (DonVi, ("noi_nhan", 3, "nhom"), "Nhóm nơi nhận"),
        (DonVi, ("cap_tren", 0, "don_vi"), "Mã đơn vị cấp trên"),
        (DonVi, ("ten", 0, "tu"), "Từ ngày"),
        (DonVi, ("nguoi_ky", "quyen_han", 1), "Quyền hạn ký (TM., KT., TL., TUQ.)"),
        (DonVi, ("khong_co", "x"), "x"),
        (DonVi, (), ""),
        (DonVi, (0,), ""),
        (Nam, ("ke_hoach_cap_tren", "quan-a", "so"), "Số, ký hiệu"),
        (Nam, ("chu_de", "quan-a"), "quan-a"),
        (Nam, ("han_bao_cao", "nam", "truoc"), "Gửi trước ngày"),
        (LoaiVanBan, ("truong", "a", "gom", "b", "gom", "c", "nhan"), "Nhãn"),
        (record(FIELDS), ("nhom", "con", "b"), "B"),
        (record(FIELDS), ("bang", 7, "ai"), "Ai"),
        (record(FIELDS), ("ds", 7), "Danh sách"),
        (record(FIELDS), ("nguoi_ky", "ho_ten"), "Họ và tên người ký"),
    ],
)
def test_the_label_of_any_place_is_found(model: Any, loc: Any, label: str) -> None:
    assert label_at(model, loc) == label


@pytest.mark.parametrize(
    ("model", "loc", "fields"),
    [
        (Nam, ("han_bao_cao", "nam"), ["tu", "truoc", "so_lieu"]),
        (Nam, ("ke_hoach_cap_tren", "x"), ["loai", "so", "ngay", "co_quan", "trich_yeu"]),
        (DonVi, ("ke_thua", 0), ["don_vi", "phan", "nhan_so_lieu"]),
        (record(FIELDS), ("nhom", "con"), ["b"]),
        (record(FIELDS), ("bang", 0), ["ai"]),
    ],
)
def test_the_record_at_any_place_is_found(model: Any, loc: Any, fields: list[str]) -> None:
    found = record_at(model, loc)
    assert found is not None
    assert list(found.model_fields) == fields


@pytest.mark.parametrize(
    "loc", [("ten",), ("dia_chi",), ("dia_chi", 0), ("x", "y"), ("loai", "a", "b")]
)
def test_at_a_leaf_or_nowhere_there_is_no_record(loc: Any) -> None:
    assert record_at(DonVi, loc) is None


def test_in_a_row_time_runs_forward() -> None:
    field = {"kieu": "danh sách", "nhan": "Đợt", "gom": {
        "tu": {"nhan": "Từ ngày", "kieu": "ngày"}, "den": {"nhan": "Đến ngày", "kieu": "ngày"},
    }}  # fmt: skip
    record = data_record("x", {"dot": Truong.model_validate(field)})

    with pytest.raises(ValidationError, match="ngày kết thúc ở trước ngày bắt đầu"):
        record.model_validate({"dot": [{"tu": "20/02/2025", "den": "15/1/2025"}]})


def test_a_whole_number_of_things_is_not_below_zero() -> None:
    field = Truong.model_validate({"kieu": "số nguyên", "nhan": "Số thành viên"})

    with pytest.raises(ValidationError, match="số âm"):
        data_record("x", {"so_nguoi": field}).model_validate({"so_nguoi": "-4"})
