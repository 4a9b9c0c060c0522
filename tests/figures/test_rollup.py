"""Three wards added up by hand: each nature, each kind, and what nobody told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.figures.small import Office, shown

A = "nhan: 10; xong: 8; dau: 2; tien: 12,5; to: 5; to_hop: 5; hop: 1; co: có; muc: Tốt"
B = "nhan: 1.000; xong: 900; dau: 0; tien: 0,3; to: 7; to_hop: 6; hop: 0; co: không; muc: khá"
C = "nhan: 0; xong: 0; dau: 0; tien: 100; to: 1; to_hop: 0; hop: 4; co: có; muc: Tốt"


@pytest.fixture
def told(office: Office) -> Office:
    for code, figures in (("phuong-a", A), ("phuong-b", B), ("phuong-c", C)):
        office.told(code, figures)
    return office


def test_counts_money_and_stocks_are_added(told: Office) -> None:
    assert shown(told.wards(), "nhan", "xong", "dau", "tien", "to", "to_hop", "hop") == [
        "1.010", "908", "2", "112,8", "13", "11", "5",
    ]  # fmt: skip


def test_a_ratio_is_that_of_the_sums_and_no_average(told: Office) -> None:
    # 908 / 1.012; the average of 8/12 and 900/1.000 would be 78,33%
    assert shown(told.wards(), "ton", "ty_le") == ["104", "89,72%"]


def test_having_is_counted_of_all_who_told_and_levels_each(told: Office) -> None:
    assert shown(told.wards(), "co", "muc") == ["2/3", "Tốt: 2; Khá: 1; Yếu: 0"]


def test_units_that_have_any_are_counted_where_the_form_asks(told: Office) -> None:
    wards = told.wards()

    assert wards.total["hop"].units_with == 2
    assert wards.total["nhan"].units_with is None


def test_halves_are_carried_in_each_ward_before_they_are_added(told: Office) -> None:
    second = "nhan: 5; xong: 6; dau: 4; tien: 1; to: 6; to_hop: 6; hop: 0; co: có; muc: Tốt"
    told.told("phuong-a", second, "2025-nam")
    told.told("phuong-b", second, "2025-nam")
    told.told("phuong-c", second, "2025-nam")
    year = told.wards("nam", date(2025, 12, 20))

    # phát sinh 1.010 + 15; đầu kỳ 2; cuối kỳ 18; cả năm 18; 2 + 1.025 - 926
    assert shown(year, "nhan", "xong", "dau", "ton", "to", "to_hop", "hop", "tien") == [
        "1.025", "926", "2", "101", "18", "18", "5", "115,8",
    ]  # fmt: skip
    assert year.total["hop"].units_with == 2  # in the year, though none met in its second half


def test_a_silent_unit_is_named_and_nothing_is_guessed_for_it(told: Office) -> None:
    (told.root / "data/bao_cao/2025-6-thang/phuong-b.yaml").unlink()
    wards = told.wards()

    assert wards.silent == ["phuong-b"]
    assert shown(wards, "nhan", "ty_le", "co") == ["10", "66,67%", "2/2"]
    assert wards.total["nhan"].lacks == (
        "chưa có số liệu 06 tháng đầu năm 2025 của phường B (data/bao_cao/2025-6-thang/phuong-b.yaml)",
    )


def test_one_figure_that_one_unit_left_out_is_named_and_not_zero(told: Office) -> None:
    told.told("phuong-b", B.replace("xong: 900; ", "").replace("co: không", "co:"))
    wards = told.wards()

    assert wards.silent == []
    assert shown(wards, "xong", "co") == ["8", "2/2"]
    assert wards.total["xong"].lacks == (
        "phuong-b chưa ghi “Đơn đã xong” (data/bao_cao/2025-6-thang/phuong-b.yaml)",
    )


def test_a_ratio_of_sums_of_different_units_is_not_known(told: Office) -> None:
    told.told("phuong-b", B.replace("xong: 900; ", ""))
    wards = told.wards()

    # 8 / 1.012 would be 0,79% of what nobody has
    assert wards.total["ty_le"].value is None
    assert wards.total["ton"].value is None
    assert "phuong-b chưa ghi “Đơn đã xong”" in wards.total["ty_le"].lacks[0]


def test_an_office_has_no_part_in_figures_that_are_not_its_own(told: Office) -> None:
    told.told("phong-n", "nhan: 7; xong: 7; dau: 0; tien: 0; co: có; muc: Yếu")

    assert shown(told.wards(), "nhan") == ["1.010"]  # offices stand apart
    assert "to" not in told.of("phong-n").indicators


def test_last_years_sum_is_known_only_if_all_told_it(told: Office) -> None:
    before = "cung_ky: {nhan: 20}\n"
    told.told("phuong-a", A, more=before)
    told.told("phuong-b", B, more=before)
    some = told.wards()
    told.told("phuong-c", C, more=before)
    every = told.wards()

    assert some.before["nhan"].value is None
    assert some.before["nhan"].lacks == ("phuong-c chưa có số cùng kỳ",)
    assert every.before["nhan"].value == 60


def test_nobody_has_told_anything(office: Office) -> None:
    wards = office.wards()

    assert wards.silent == ["phuong-a", "phuong-b", "phuong-c"]
    assert {figure.value for figure in wards.total.values()} == {None}
    assert len(wards.total["nhan"].lacks) == 3


def test_units_of_another_day_or_superior_are_not_counted(told: Office) -> None:
    told.unit("phuong-c", "ton_tai: {den: 31/3/2025}\n")
    told.unit("phuong-b", "lap_van_ban: không\n")

    assert [unit.key.unit for unit in told.wards().units] == ["phuong-a"]


def test_the_sum_over_no_unit_at_all_is_zero(office: Office) -> None:
    for code in ("phuong-a", "phuong-b", "phuong-c"):
        (office.root / f"data/don_vi/{code}.yaml").unlink()
    wards = office.wards()

    assert wards.units == ()
    assert shown(wards, "nhan", "tien", "co", "muc", "ty_le") == [
        "0", "0,0", "0/0", "Tốt: 0; Khá: 0; Yếu: 0", "",
    ]  # fmt: skip
    assert wards.total["ty_le"].lacks == ()
