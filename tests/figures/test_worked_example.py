"""A ward's year worked by hand: what is added, what is the last value, what is the first."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from docgen.figures.carry import UnitFigures, figures_of
from docgen.figures.checks import figure_problems
from docgen.figures.formats import in_prose, plain
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace, load_workspace
from tests.figures.ward import FIRST, SECOND, clear_reports, write_report


@pytest.fixture
def ward(workspace: Path) -> Workspace:
    """The sample with a ward Cầu Đất that does not end, and its two halves of 2025 alone."""
    unit = workspace / "data" / "don_vi" / "phuong-cau-dat.yaml"
    kept = unit.read_text("utf-8").replace(", den: 30/6/2025}", "}")
    head, _, rest = kept.partition("ke_thua:")
    unit.write_text(head + rest[rest.index("nguoi_ky:") :], "utf-8")
    clear_reports(workspace)
    write_report(workspace, "2025-6-thang", FIRST)
    write_report(workspace, "2025-nam", SECOND)
    return load_workspace(workspace)


def of(workspace: Workspace, ma: str) -> UnitFigures:
    return figures_of(workspace, DataKey("bao-cao", 2025, "phuong-cau-dat", ma))


def numbers(figures: UnitFigures, *names: str) -> list[Decimal | None]:
    return [figures.total[name].number for name in names]


def test_three_petitions_are_pending_after_six_months(ward: Workspace) -> None:
    assert numbers(of(ward, "6-thang"), "don_dau_ky", "don_tiep_nhan", "don_giai_quyet") == [
        2, 19, 18,
    ]  # fmt: skip
    assert numbers(of(ward, "6-thang"), "don_ton") == [3]


def test_the_year_opens_as_its_first_half_did_and_adds_what_happened(ward: Workspace) -> None:
    year = of(ward, "nam")
    names = ("don_dau_ky", "don_tiep_nhan", "don_giai_quyet", "don_ton")

    assert numbers(year, *names) == [2, 33, 33, 2]  # no opening of 5
    assert [year.in_period[name].number for name in names] == [3, 14, 15, 2]


def test_a_stock_is_its_last_value_and_what_is_told_of_the_year_stands_alone(
    ward: Workspace,
) -> None:
    names = ("so_to_dan_pho", "thanh_vien_thanh_tra", "to_hoa_giai", "to_dan_pho_da_hop")

    assert numbers(of(ward, "nam"), *names) == [24, 24, 24, 24]  # none of 48


def test_all_seven_recommendations_of_the_year_are_resolved(ward: Workspace) -> None:
    assert numbers(of(ward, "nam"), "kien_nghi_thanh_tra", "kien_nghi_giai_quyet") == [7, 7]


def test_a_ratio_of_the_year_is_made_of_its_sums(ward: Workspace) -> None:
    year = of(ward, "nam")

    assert numbers(year, "ho_so_dung_han", "ho_so_tiep_nhan") == [6573, 6582]
    assert plain(year.indicators["ty_le_dung_han"], year.total["ty_le_dung_han"]) == "99,86%"
    assert plain(year.indicators["ty_le_dung_han"], year.in_period["ty_le_dung_han"]) == "99,94%"


def test_money_has_one_decimal_and_a_count_in_words_a_zero_before_it(ward: Workspace) -> None:
    year = of(ward, "nam")
    money, meetings = (year.indicators[name] for name in ("gia_tri_thu_hoi", "doi_thoai"))

    assert plain(money, year.total["gia_tri_thu_hoi"]) == "12,4"
    assert plain(money, of(ward, "nam").total["dong_gop_bang_tien"]) == "281,5"
    assert in_prose(meetings, year.total["doi_thoai"]) == "02"
    assert in_prose(year.indicators["luot_du_hop"], year.total["luot_du_hop"]) == "5.063"


def test_nothing_in_it_disagrees(ward: Workspace) -> None:
    assert figure_problems(ward) == []


def test_each_number_knows_its_file_and_line(ward: Workspace) -> None:
    parts = of(ward, "nam").total["don_tiep_nhan"].parts

    assert [(part.value, part.place) for part in parts] == [
        (19, "data/bao_cao/2025-6-thang/phuong-cau-dat.yaml:30"),
        (14, "data/bao_cao/2025-nam/phuong-cau-dat.yaml:30"),
    ]
