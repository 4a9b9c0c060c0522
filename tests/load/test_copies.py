"""A file that was copied and not changed everywhere is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import Problem
from docgen.load import copies
from docgen.load.references import workspace_problems
from docgen.load.workspace import load_workspace


def problems(root: Path) -> list[Problem]:
    return [problem.under(root) for problem in workspace_problems(load_workspace(root))]


def put(root: Path, name: str, text: str) -> None:
    (root / "data" / name).write_text(text, "utf-8")


def read(root: Path, name: str) -> str:
    return (root / "data" / name).read_text("utf-8")


def test_a_copied_unit_file_is_told_by_its_name_and_its_signer(workspace: Path) -> None:
    put(workspace, "don_vi/phuong-moi.yaml", read(workspace, "don_vi/phuong-cau-dat.yaml"))
    found = problems(workspace)

    assert [(p.place.path.name, p.code, p.warning) for p in found] == [
        ("phuong-moi.yaml", "unit-same-name", False),
        ("phuong-moi.yaml", "signer-twice", True),
    ]
    assert "“phuong-cau-dat”" in found[0].message


def test_one_name_in_two_times_is_two_units(workspace: Path) -> None:
    """Phường Gia Viên ended on 30/6/2025, another of that name began the next day."""
    codes = ("phuong-gia-vien", "phuong-gia-vien-2025")
    texts = [read(workspace, f"don_vi/{code}.yaml") for code in codes]

    assert all("ten: Gia Viên" in text for text in texts)
    assert problems(workspace) == []


def test_the_name_of_a_neighbour_in_a_units_own_words_is_a_reminder(workspace: Path) -> None:
    text = read(workspace, "ke_hoach/2025/phuong-cau-dat.yaml")
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", text)
    found = problems(workspace)

    assert {(p.code, p.warning, p.place.path.name) for p in found} == {
        ("same-data", True, "phuong-van-my.yaml"),
        ("other-unit-named", True, "phuong-van-my.yaml"),
    }
    assert found[0].message == "nội dung giống hệt tệp ke_hoach/2025/phuong-cau-dat.yaml"
    assert found[1].source.strip().startswith("- noi_dung: Công khai, đối thoại")


@pytest.mark.parametrize(("day", "codes"), [("5/9/2052", ["far-day"]), ("5/9/2026", [])])
def test_a_day_far_from_the_year_is_a_reminder(day: str, codes: list[str], workspace: Path) -> None:
    text = f"nhiem_vu:\n  - noi_dung: Làm sạch chợ.\n    han: {day}\n"
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", text)
    found = problems(workspace)

    assert [p.code for p in found] == codes
    assert all(p.warning and p.place.line == 3 for p in found)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("ngay_hop: 5/3/2024\n", "ngày họp 05/3/2024 không thuộc năm 2025 của thư mục"),
        ("ngay_hop: 5/3/2025\nngay_du_kien: 6/3/2025\n", "ở trước ngày 06/3/2025 của văn bản"),
        ("ngay_hop: 5/3/2025\nngay_du_kien: 5/3/2025\n", ""),
    ],
)
def test_a_meeting_before_its_invitation_or_in_another_year_is_a_reminder(
    own: str, told: str, workspace: Path
) -> None:
    put(workspace, "giay_moi/2025/phuong-cau-dat/hop.yaml", f"cuoc_hop: Họp tổ\n{own}")
    found = problems(workspace)

    assert [(p.code, p.warning, p.place.line) for p in found] == [("far-day", True, 2)] * bool(told)
    assert all(told in p.message for p in found)


def test_a_date_on_which_the_unit_is_no_more_is_refused(workspace: Path) -> None:
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", "so: 7\nngay: 05/8/2025\n")
    (found,) = problems(workspace)

    assert (found.code, found.warning, found.place.line) == ("unit-not-in-time", False, 2)


def test_the_own_name_is_no_neighbours_even_where_it_holds_one(workspace: Path) -> None:
    unit = read(workspace, "don_vi/phuong-van-my.yaml")
    put(workspace, "don_vi/phuong-van-my.yaml", unit.replace("ten: Vạn Mỹ", "ten: Cầu Đất Mới"))
    text = "nhiem_vu:\n  - noi_dung: Dọn chợ Cầu Đất Mới.\n  - noi_dung: Dọn chợ {}.\n"
    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", text.format("Cầu Đất Mới"))
    assert problems(workspace) == []

    put(workspace, "ke_hoach/2025/phuong-van-my.yaml", text.format("Cầu Đất, ở Cầu Đất"))
    (found,) = problems(workspace)
    assert (found.code, found.place.line) == ("other-unit-named", 3)


def test_a_few_words_may_be_alike(workspace: Path) -> None:
    text = "giam_sat: {thang_doi_thoai: 5, thang_hoi_nghi_to_dan_pho: 12}\n"
    for code in ("phuong-van-my", "phuong-le-chan"):
        put(workspace, f"ke_hoach/2025/{code}.yaml", text)
    assert problems(workspace) == []


def test_data_of_a_neighbour_is_told_whatever_its_remarks(workspace: Path) -> None:
    text = read(workspace, "ke_hoach/2025/phong-tu-phap.yaml")
    put(workspace, "ke_hoach/2025/phong-y-te.yaml", f"# Phòng Y tế\n{text}")
    (found,) = problems(workspace)
    assert (found.code, found.warning) == ("same-data", True)
    assert found.place.path.as_posix() == "data/ke_hoach/2025/phong-y-te.yaml"


@pytest.mark.parametrize(
    "name",
    ["phuong-cau-dat - Copy", "phuong-cau-dat - Copy (2)", "phuong-cau-dat (1)",
     "Bản sao của phuong-cau-dat", "phuong-cau-dat - Sao chép"],
)  # fmt: skip
def test_a_copy_beside_its_original_is_told_as_one(workspace: Path, name: str) -> None:
    put(workspace, f"don_vi/{name}.yaml", read(workspace, "don_vi/phuong-cau-dat.yaml"))
    found = problems(workspace)

    assert {p.place.path.stem for p in found} == {name}
    assert [p.code for p in found] == ["misplaced-file", "unit-same-name", "signer-twice"]
    assert found[0].hint.startswith("có vẻ là bản sao của phuong-cau-dat.yaml: xóa tệp này")


def test_a_copy_with_a_right_name_is_told_after_its_original(workspace: Path) -> None:
    text = read(workspace, "don_vi/phuong-cau-dat.yaml")
    put(workspace, "don_vi/phuong-cau-dat-copy.yaml", text)
    assert {p.place.path.stem for p in problems(workspace)} == {"phuong-cau-dat-copy"}


def test_the_names_of_a_family_are_made_into_patterns_once(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pattern of all the names for each file takes a province minutes."""
    made: list[int] = []

    class Counted(copies._Names):
        def __init__(self, units: copies.Units) -> None:
            made.append(len(units))
            super().__init__(units)

    monkeypatch.setattr(copies, "_Names", Counted)
    loaded = load_workspace(workspace)
    families = {copies._family(unit.value) for unit in loaded.units.values()}
    list(copies.copy_problems(loaded))

    assert len(made) == len(families)
    assert sum(made) == len(loaded.units)
