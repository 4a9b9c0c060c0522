from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from docgen.load.nodes import Mapping
from docgen.model.unit import BanLuu, DiaBan, DonVi, Khoang, NoiNhan


def item(raw: str, **keys: Any) -> Mapping:
    """Return a list item as docgen.load hands it over."""
    mapping = Mapping(keys)
    mapping.raw = raw
    return mapping


def code(model: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(value)
    return str(caught.value.errors()[0]["type"])


@pytest.mark.parametrize(
    ("typed", "units", "copies", "printed"),
    [
        ("Lưu: VT, NV", ("NV",), None, "Lưu: VT, NV"),
        ("Lưu: VT, NV (02).", ("NV",), 2, "Lưu: VT, NV (02)"),
        ("Lưu VT, NV(02).", ("NV",), 2, "Lưu: VT, NV (02)"),
        ("- Lưu: VT, VP-TK (02).", ("VP-TK",), 2, "Lưu: VT, VP-TK (02)"),
        ("Lưu: VT.", (), None, "Lưu: VT"),
        ("lưu : vt,NV, TCKH;", ("NV", "TCKH"), None, "Lưu: VT, NV, TCKH"),
        ("Lưu: VT, Hồ sơ.", ("Hồ sơ",), None, "Lưu: VT, Hồ sơ"),
        ("Lưu: VT, VHXH. PL.(300)", ("VHXH",), None, "Lưu: VT, VHXH. PL.(300)"),
        ("Lưu: VT, HC (2). An.", ("HC",), 2, "Lưu: VT, HC (02). An"),
    ],
)
def test_the_archive_line_is_read_in_the_forms_people_type(
    typed: str, units: tuple[str, ...], copies: int | None, printed: str
) -> None:
    for value in (typed, item(typed, Lưu=typed)):
        luu = NoiNhan.model_validate(value).luu
        assert luu is not None
        assert (luu.don_vi, luu.so_ban, str(luu)) == (units, copies, printed)


def test_the_archive_line_may_be_written_as_a_key() -> None:
    assert NoiNhan.model_validate({"luu": "VT, NV (02)"}).luu == BanLuu(don_vi=("NV",), so_ban=2)


@pytest.mark.parametrize(
    "typed", ["Lưu: VP", "Lưu", "Lưu: NV, VT", "Lưu: VT NV", "Lưu: VT, NV (hai)"]
)
def test_an_archive_line_outside_the_form_of_the_decree_is_refused(typed: str) -> None:
    assert code(NoiNhan, typed) == "luu-form"


@pytest.mark.parametrize(
    ("value", "ten"),
    [
        ("Như trên", "Như trên"),
        ("- Như trên;", "Như trên"),
        ("Như trên.", "Như trên"),
        ("Lưu trữ tỉnh", "Lưu trữ tỉnh"),
        (item("Ban Chỉ đạo: để báo cáo", x=""), "Ban Chỉ đạo: để báo cáo"),
        (item("UBND: để b/c", x=""), "UBND: để b/c"),
    ],
)
def test_a_recipient_is_words(value: Any, ten: str) -> None:
    assert NoiNhan.model_validate(value).ten == ten


@pytest.mark.parametrize("key", ["Nhóm", "Đơn vị", "Tên", "Số bản"])
def test_a_key_with_marks_and_capitals_is_a_mistyped_key_not_words(key: str) -> None:
    assert code(NoiNhan, item(f"{key}: cac-phuong", **{key: "cac-phuong"})) == "extra_forbidden"


@pytest.mark.parametrize(
    "value", [{}, {"nhom": "a", "ten": "b"}, {"don_vi": "a", "nhom": "b"}, {"so_ban": "2"}]
)
def test_a_recipient_is_one_thing(value: Any) -> None:
    assert code(NoiNhan, value) == "recipient-unclear"


def test_days_in_reverse_are_refused_and_one_day_is_a_time() -> None:
    assert code(Khoang, {"tu": "1/7/2025", "den": "30/6/2025"}) == "days-reversed"
    day = date(2025, 7, 1)
    assert Khoang(tu=day, den=day).tu == day


NAMES = [{"ten": "Cũ", "den": "28/02/2025"}, {"ten": "Mới", "tu": "01/3/2025"}]


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2025, 2, 28), "Cũ"), (date(2025, 3, 1), "Mới"), (date(2030, 1, 1), "Mới")],
)
def test_a_unit_is_called_by_the_name_of_the_day(day: date, name: str) -> None:
    assert DonVi.model_validate({"loai": "phong", "ten": NAMES}).name_at(day) == name


@pytest.mark.parametrize(
    "rows",
    [
        [{"ten": "Cũ"}, {"ten": "Mới", "tu": "01/3/2025"}],
        [{"ten": "Cũ", "den": "01/3/2025"}, {"ten": "Mới", "tu": "01/3/2025"}],
        [{"ten": "Mới", "tu": "01/3/2025"}, {"ten": "Cũ"}],
        [
            {"ten": "a", "tu": "1/1/2025", "den": "31/12/2025"},
            {"ten": "b", "tu": "1/2/2025", "den": "1/3/2025"},
        ],
    ],
)
def test_two_names_on_one_day_are_refused(rows: Any) -> None:
    assert code(DonVi, {"loai": "phong", "ten": rows}) == "days-overlap"


def test_two_superiors_on_one_day_are_refused() -> None:
    rows = [{"don_vi": "a"}, {"don_vi": "b", "tu": "01/7/2025"}]
    assert code(DonVi, {"loai": "phong", "ten": "P", "cap_tren": rows}) == "days-overlap"


def test_a_unit_stands_under_the_superior_of_the_day() -> None:
    rows = [{"don_vi": "quan", "den": "30/6/2025"}, {"don_vi": "phuong", "tu": "02/7/2025"}]
    unit = DonVi.model_validate({"loai": "phong", "ten": "P", "cap_tren": rows})
    days = [date(2025, 6, 30), date(2025, 7, 1), date(2025, 7, 2)]
    assert [unit.superior_at(day) for day in days] == ["quan", None, "phuong"]


def test_one_word_stands_for_a_superior_of_all_time() -> None:
    unit = DonVi.model_validate({"loai": "phong", "ten": "P", "cap_tren": "quan"})
    assert unit.superior_at(date(1900, 1, 1)) == unit.superior_at(date(2100, 1, 1)) == "quan"


def test_a_unit_exists_from_its_first_day_to_its_last() -> None:
    span = {"tu": "01/01/2025", "den": "30/6/2025"}
    unit = DonVi.model_validate({"loai": "phong", "ten": "P", "ton_tai": span})
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [unit.exists(day) for day in days] == [False, True, True, False]


def test_a_unit_without_a_name_or_a_place_is_refused() -> None:
    assert code(DonVi, {"loai": "phong"}) == "unit-unnamed"


def test_numbers_of_people_are_not_negative() -> None:
    value = {"loai": "phong", "ten": "P", "dac_diem": {"so_ho": "-5"}}
    assert code(DonVi, value) == "negative"


def test_a_place_named_after_a_person_keeps_its_noun() -> None:
    place = {"cap": "Quận", "ten": "Ngô Quyền", "theo_ten_nguoi": "có"}
    unit = DonVi.model_validate({"loai": "ubnd", "dia_ban": place})
    assert unit.dia_ban is not None
    assert unit.dia_ban.place.in_sentence == "Quận Ngô Quyền"


@pytest.mark.parametrize(
    ("ten", "code", "hint"),
    [
        ("Phường Cầu Đất", "place-noun-twice", "viết  ten: Cầu Đất"),
        ("phuong Cầu Đất", "place-noun-twice", "viết  ten: Cầu Đất"),
        ("CẦU ĐẤT", "place-capitals", "viết  ten: Cầu Đất"),
        ("cầu đất", "place-capitals", "viết  ten: Cầu Đất"),
    ],
)
def test_the_name_of_a_place_stands_alone_in_its_capitals(ten: str, code: str, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        DiaBan.model_validate({"cap": "phường", "ten": ten})
    (error,) = caught.value.errors()

    assert (error["type"], error["ctx"]["hint"]) == (code, hint)


@pytest.mark.parametrize("ten", ["12", "IV", "Cầu Đất", "Phan Rang - Tháp Chàm"])
def test_numbers_and_names_of_places_are_taken_as_they_are(ten: str) -> None:
    assert DiaBan.model_validate({"cap": "phường", "ten": ten}).ten == ten
