"""``docgen status``: how far every document of the year is, who is late."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from docgen.register.store import FILE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WARD = "phuong-cau-dat"


@pytest.fixture
def folder(workspace: Path) -> Path:
    """The sample of which only Cầu Đất has figures, sent on 10/6/2025."""
    data = workspace / "data" / "bao_cao"
    text = (data / "2025-6-thang" / f"{WARD}.yaml").read_text("utf-8")
    shutil.rmtree(data)
    write(workspace, WARD, text)
    return workspace


def write(root: Path, unit: str, text: str) -> Path:
    path = root / "data" / "bao_cao" / "2025-6-thang" / f"{unit}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def rows(docgen: Run, root: Path, *more: str, on: str = "16/6/2025") -> dict[tuple[str, ...], Any]:
    done = docgen("status", "--on", on, "--json", *more, cwd=root)
    assert done.stderr == ""
    found = json.loads(done.stdout)
    return {(row["don_vi"], row["loai"], row["ma"], row["ban"]): row for row in found}


def test_a_unit_has_a_row_for_every_document_that_it_owes(docgen: Run, folder: Path) -> None:
    found = rows(docgen, folder, "--unit", WARD, "--unit", "phuong-ngo-quyen")
    reports = [key[:1] + key[2:] for key in found if key[1] == "bao-cao"]

    assert (WARD, "ke-hoach", "", "") in found
    assert sorted(reports) == [
        (WARD, "6-thang", ""),
        (WARD, "6-thang", "hdnd"),
        ("phuong-ngo-quyen", "nam", ""),
        ("phuong-ngo-quyen", "nam", "hdnd"),
    ]
    assert not {key[1] for key in found} & {"don-doc", "danh-sach-phat-hanh"}


def test_who_has_not_sent_on_the_day_after_the_last_is_late(docgen: Run, folder: Path) -> None:
    on_time = docgen("status", "--on", "14/6/2025", cwd=folder)
    late = docgen("status", "--on", "15/6/2025", cwd=folder)
    first = late.stdout.splitlines()[1]

    assert (on_time.returncode, late.returncode) == (0, 1)
    assert "quá hạn" not in on_time.stdout
    assert first.endswith("14/6/2025   quá hạn 1 ngày")
    assert "đã gửi 1 (chậm 0), quá hạn " in late.stderr


def test_one_that_was_sent_late_is_told_and_is_no_failure(docgen: Run, folder: Path) -> None:
    text = (folder / "data/bao_cao/2025-6-thang/phuong-cau-dat.yaml").read_text("utf-8")
    write(folder, WARD, text.replace("ngay_gui: 10/6/2025", "ngay_gui: 17/6/2025"))
    key = (WARD, "bao-cao", "6-thang", "")
    before = docgen("status", "--unit", WARD, "--on", "16/6/2025", cwd=folder)
    after = docgen("status", "--unit", WARD, "--on", "18/6/2025", cwd=folder)

    assert (before.returncode, after.returncode) == (1, 0)
    assert "quá hạn 2 ngày" in before.stdout
    assert "gửi 17/6/2025, chậm 3 ngày" in after.stdout
    row = rows(docgen, folder, on="18/6/2025")[key]
    assert (row["ngay_gui"], row["cham"], row["qua_han"]) == ("2025-06-17", 3, False)


def test_urgent_rows_come_first_and_columns_stand_straight(docgen: Run, folder: Path) -> None:
    lines = docgen("status", "--on", "10/6/2025", cwd=folder).stdout.splitlines()
    column = lines[0].index("Tình trạng")
    last = [line for line in lines if "14/12/2025" in line][-1]

    assert all(line[column - 2 : column] == "  " for line in lines)
    assert "còn 4 ngày" in lines[1]
    assert lines.index(last) < next(i for i, line in enumerate(lines) if "gửi 10/6/2025" in line)


def test_states_run_from_no_figures_to_made(docgen: Run, folder: Path) -> None:
    write(folder, "phuong-van-my", "chi_tieu: {van_ban_chi_dao: 4}\n")
    write(folder, "phuong-may-chai", "chi_tieu: {van_ban_chi_dao: bốn}\n")
    docgen("report", "--period", "6m", "--unit", WARD, cwd=folder)
    found = rows(docgen, folder)
    of = {key[0]: row for key, row in found.items() if key[1:] == ("bao-cao", "6-thang", "")}

    assert of["phong-y-te"]["tinh_trang"] == "chưa có số liệu"
    assert (of["phuong-may-chai"]["tinh_trang"], of["phuong-may-chai"]["loi"]) == ("sai", 1)
    assert of["phuong-van-my"]["tinh_trang"] == "chưa đủ"
    assert of["phuong-van-my"]["thieu"] > 30
    assert of[WARD]["tinh_trang"] == "đã tạo"
    assert of[WARD]["tep"] == f"out/2025/{WARD}/bao-cao-6-thang.docx"
    assert found[WARD, "bao-cao", "6-thang", "hdnd"]["tinh_trang"] == "sẵn sàng"


def test_the_superior_waits_for_those_who_have_told_nothing(docgen: Run, folder: Path) -> None:
    (row,) = (
        row for key, row in rows(docgen, folder).items() if key[:2] == ("quan-ngo-quyen", "bao-cao")
    )

    assert row["tinh_trang"] == "chưa đủ"
    assert row["don_vi_chua_co"] > 20
    assert (row["han_cuoi"], row["qua_han"]) == (None, False)


def state(docgen: Run, root: Path, kind: str = "ke-hoach") -> str:
    found = rows(docgen, root, "--unit", WARD)
    return next(str(row["tinh_trang"]) for key, row in found.items() if key[1] == kind)


def test_a_document_knows_that_its_data_has_changed_since(docgen: Run, folder: Path) -> None:
    unit = folder / "data" / "don_vi" / f"{WARD}.yaml"
    text = unit.read_text("utf-8")
    docgen("plan", "--unit", WARD, cwd=folder)
    made = state(docgen, folder)
    unit.write_text(text.replace("so_ho: 5.230", "so_ho: 5.231  # đếm lại"), "utf-8")
    untold = state(docgen, folder)  # the plan tells no number of households
    unit.write_text(text.replace("ho_ten: Nguyễn Văn An", "ho_ten: Trần Thị Bình"), "utf-8")

    assert (made, untold) == ("đã tạo", "đã tạo")
    assert state(docgen, folder) == "đã tạo, dữ liệu đã đổi"
    docgen("plan", "--unit", WARD, cwd=folder)
    assert state(docgen, folder) == "đã tạo"


def test_a_file_that_a_person_changed_is_told(docgen: Run, folder: Path) -> None:
    docgen("plan", "--unit", WARD, cwd=folder)
    (folder / "out" / "2025" / WARD / "ke-hoach.docx").write_bytes(b"mine")

    assert state(docgen, folder) == "đã sửa tay"


def test_a_unit_that_ended_can_no_more_be_late(docgen: Run, folder: Path) -> None:
    ward = ["--unit", "phuong-van-my"]

    assert docgen("status", *ward, "--on", "30/6/2025", cwd=folder).returncode == 1
    done = docgen("status", *ward, "--on", "01/7/2025", cwd=folder)
    assert done.returncode == 0
    assert "chưa gửi, đơn vị đã kết thúc" in done.stdout


def test_nothing_is_written(docgen: Run, folder: Path) -> None:
    docgen("status", cwd=folder)

    assert not (folder / "out").exists()


def test_an_unknown_unit_and_a_year_without_a_file_are_told(docgen: Run, folder: Path) -> None:
    unknown = docgen("status", "--unit", "phuong-cau-da", cwd=folder)
    year = docgen("status", "--year", "2031", cwd=folder)

    assert "Có phải là “phuong-cau-dat”?" in unknown.stderr
    assert "data/nam/2031.yaml" in year.stderr
    assert (unknown.returncode, year.returncode) == (1, 1)


def test_a_plan_that_will_have_gaps_says_how_many(docgen: Run, folder: Path) -> None:
    key = (WARD, "ke-hoach", "", "")
    whole = rows(docgen, folder, "--unit", WARD)[key]
    data = folder / "data" / "ke_hoach" / "2025" / f"{WARD}.yaml"
    data.unlink()
    bare = rows(docgen, folder, "--unit", WARD)[key]
    made = docgen("plan", "--unit", WARD, "--json", cwd=folder)

    assert (whole["tinh_trang"], bare["tinh_trang"]) == ("sẵn sàng", "sẵn sàng")
    assert bare["cho_trong"] == len(json.loads(made.stdout)[0]["can_bo_sung"]) > whole["cho_trong"]
    (folder / "out" / "2025" / WARD / "ke-hoach.docx").unlink()
    told = docgen("status", "--unit", WARD, cwd=folder).stdout
    assert f"sẵn sàng (còn {bare['cho_trong']} chỗ trống)" in told


def test_units_are_called_as_on_the_day_that_is_looked_at(docgen: Run, folder: Path) -> None:
    path = folder / "data" / "don_vi" / "phong-van-hoa.yaml"
    before, after = (
        {row["ten_don_vi"] for row in rows(docgen, folder, "--unit", path.stem, on=day).values()}
        for day in ("20/02/2025", "16/6/2025")
    )

    assert before == {"Phòng Văn hóa và Thông tin"}
    assert after
    assert before.isdisjoint(after)


def issued(docgen: Run, root: Path) -> None:
    done = docgen("issue", "plan", "--unit", WARD, "--date", "12/02/2025", cwd=root)
    assert done.returncode == 0, done.stderr


def test_a_number_and_its_day_are_told(docgen: Run, folder: Path) -> None:
    issued(docgen, folder)
    row = rows(docgen, folder)[WARD, "ke-hoach", "", ""]
    table = docgen("status", "--unit", WARD, "--on", "16/6/2025", cwd=folder)

    assert row["tinh_trang"] == "đã cấp số"
    assert (row["so_ky_hieu"], row["ngay_van_ban"]) == ("01/KH-UBND", "2025-02-12")
    assert "đã cấp số 01 ngày 12/02/2025" in table.stdout
    assert "1 đã cấp số" in table.stderr


def test_an_issued_file_that_is_changed_or_gone_is_told(docgen: Run, folder: Path) -> None:
    issued(docgen, folder)
    path = folder / "out" / "2025" / WARD / "ke-hoach.docx"
    path.write_bytes(b"mine")
    changed = state(docgen, folder)
    path.unlink()

    assert changed == "đã cấp số, tệp đã bị sửa"
    assert state(docgen, folder) == "đã cấp số, không thấy tệp"


def test_a_number_whose_file_was_never_finished_is_told(docgen: Run, folder: Path) -> None:
    issued(docgen, folder)
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute("UPDATE van_ban SET trang_thai = 'đang ghi'")

    assert state(docgen, folder) == "đã cấp số, chưa ghi xong tệp"


def test_a_void_number_is_no_number(docgen: Run, folder: Path) -> None:
    issued(docgen, folder)
    docgen("register", "void", "1", "--unit", WARD, "--reason", "ký nhầm", cwd=folder)

    assert "số" not in state(docgen, folder)


def test_a_paper_made_elsewhere_that_replaced_a_document_is_its_number(
    docgen: Run, folder: Path
) -> None:
    issued(docgen, folder)
    paper = ("--type", "Kế hoạch", "--subject", "thực hiện dân chủ", "--date", "13/02/2025")
    docgen("register", "add", "--unit", WARD, *paper, "--replaces", "1", "--reason", "sai", cwd=folder)  # fmt: skip
    table = docgen("status", "--unit", WARD, "--on", "16/6/2025", cwd=folder)

    assert "đã cấp số 02 ngày 13/02/2025" in table.stdout
