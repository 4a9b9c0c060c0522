"""``docgen all``: the whole round of a year."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WARD = "phuong-cau-dat"
SOME = ["--unit", WARD, "--unit", "phuong-van-my", "--unit", "quan-ngo-quyen"]


@pytest.fixture
def folder(workspace: Path) -> Path:
    """The sample of which only Cầu Đất has figures."""
    data = workspace / "data" / "bao_cao"
    text = (data / "2025-6-thang" / f"{WARD}.yaml").read_text("utf-8")
    shutil.rmtree(data)
    (data / "2025-6-thang").mkdir(parents=True)
    (data / "2025-6-thang" / f"{WARD}.yaml").write_text(text, "utf-8")
    return workspace


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "out").rglob("*.*")
    }


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_one_command_makes_the_round_in_a_stated_order(docgen: Run, folder: Path) -> None:
    done = docgen("all", *SOME, cwd=folder)
    names = [line.partition(" ")[0] for line in done.stdout.splitlines()]
    own = [name.rpartition("/")[2] for name in names if f"/{WARD}/" in name]

    assert done.returncode == 0, done.stderr
    assert own[:3] == ["ke-hoach.docx", "bao-cao-6-thang.docx", "bao-cao-6-thang-hdnd.docx"]
    assert own[-1] == "danh-sach-phat-hanh.docx"
    books = [name.endswith("danh-sach-phat-hanh.docx") for name in names]
    assert books == sorted(books)
    assert "cong-van-don-doc" not in done.stdout  # only when there is need


def test_twice_gives_the_same_bytes_with_any_number_of_processes(docgen: Run, folder: Path) -> None:
    docgen("all", *SOME, cwd=folder)
    first = files(folder)
    again = docgen("all", *SOME, "-j", "2", cwd=folder)
    shutil.rmtree(folder / "out")
    docgen("all", *SOME, "-j", "2", cwd=folder)

    assert set(again.stdout.split("\n")[0].split()[1:]) == {"(không", "đổi)"}
    assert files(folder) == first


def test_a_report_without_figures_is_left_out_and_is_no_failure(docgen: Run, folder: Path) -> None:
    done = docgen("all", *SOME, cwd=folder)
    told = docgen("all", *SOME, "-v", cwd=folder)
    folder_of_year = "chưa có thư mục số liệu data/bao_cao/2025-nam/"

    assert done.returncode == 0
    assert not list((folder / "out" / "2025" / "phuong-van-my").glob("bao-cao*"))
    assert "chưa có số liệu (2)" in done.stderr
    assert "bỏ qua phuong-van-my, Báo cáo 06 tháng đầu năm 2025: chưa có số liệu" in told.stderr
    assert "bỏ qua phuong" not in done.stderr
    alone = docgen("all", "--unit", "phuong-ngo-quyen", "-n", cwd=folder)
    assert f"{folder_of_year} (2)" in alone.stderr


def test_the_sum_tells_the_gaps_and_where_most_are(docgen: Run, folder: Path) -> None:
    data = folder / "data" / "bao_cao" / "2025-6-thang" / "phuong-van-my.yaml"
    data.write_text("chi_tieu: {van_ban_chi_dao: 4}\n", "utf-8")
    done = docgen("all", *SOME, cwd=folder)
    lines = done.stderr.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("còn "))

    assert "[CẦN BỔ SUNG] trong " in lines[at]
    assert lines[at + 1].startswith("  out/2025/phuong-van-my/bao-cao-6-thang")
    assert " văn bản: " in lines[0]


def test_one_failure_is_one_failure(docgen: Run, folder: Path) -> None:
    data = folder / "data" / "ke_hoach" / "2025" / "phuong-van-my.yaml"
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("nhiem_vu: 5\n", "utf-8")
    done = docgen("all", *SOME, cwd=folder)

    assert done.returncode == 1
    assert "lỗi: phuong-van-my, Kế hoạch năm 2025: Dữ liệu có 1 lỗi" in done.stderr
    assert "data/ke_hoach/2025/phuong-van-my.yaml:1:" in done.stderr
    assert f"out/2025/{WARD}/ke-hoach.docx (mới)" in done.stdout
    failed = {
        row["don_vi"] for row in rows(docgen("all", *SOME, "--json", cwd=folder)) if row["ma_loi"]
    }
    assert failed == {"phuong-van-my"}
    assert "văn bản không làm được." in done.stderr


def test_a_failure_that_all_share_is_told_once(docgen: Run, folder: Path) -> None:
    regimes = folder / "data" / "danh_muc" / "che_do.yaml"
    regimes.write_text("muc: 5\n", "utf-8")
    done = docgen("all", *SOME, cwd=folder)

    assert done.returncode == 1
    assert done.stderr.count("Dữ liệu có") == 1
    assert " văn bản khác, cùng lý do" in done.stderr


def test_an_unknown_unit_takes_nothing_from_the_others(docgen: Run, folder: Path) -> None:
    done = docgen("all", "--unit", WARD, "--unit", "phuong-cau-da", "-n", cwd=folder)

    assert done.returncode == 1
    assert done.stderr.count("Không có đơn vị “phuong-cau-da”") == 1
    assert f"out/2025/{WARD}/ke-hoach.docx (sẽ ghi)" in done.stdout
    assert not (folder / "out").exists()


def test_json_has_a_row_for_every_document(docgen: Run, folder: Path) -> None:
    done = docgen("all", "--unit", WARD, "--json", cwd=folder)
    found = {(row["loai"], row["ma"], row["ban"]): row["ket_qua"] for row in rows(done)}

    assert done.stderr == ""
    assert found["bao-cao", "6-thang", "hdnd"] == "mới"
    assert found["bao-cao", "nam", ""] == "bỏ qua"  # the ward ended on 30/6
    assert docgen("all", "--unit", WARD, "-q", cwd=folder).stderr == ""


def test_units_that_make_no_documents_are_not_in_the_round(docgen: Run, folder: Path) -> None:
    found = rows(docgen("all", "--json", "-n", cwd=folder))

    assert "so-noi-vu" not in {row["don_vi"] for row in found}
    assert {row["don_vi"] for row in found} > {WARD, "truong-thcs-an-da"}


def test_a_year_without_a_file_is_told_once(docgen: Run, folder: Path) -> None:
    done = docgen("all", "--year", "2031", cwd=folder)

    assert done.returncode == 1
    assert done.stderr.count("data/nam/2031.yaml") == 2  # the place, and in the sentence
    assert len(done.stderr.splitlines()) == 3


def test_a_report_asked_for_by_name_without_figures_names_the_file_to_write(
    docgen: Run, folder: Path
) -> None:
    done = docgen("report", "--period", "6m", "--unit", "phuong-van-my", cwd=folder)

    assert done.returncode == 1
    assert "data/bao_cao/2025-6-thang/phuong-van-my.yaml:1:1: lỗi: chưa có số liệu" in done.stderr
    assert "[data-missing]" in done.stderr
    assert "van_ban_chi_dao" in done.stderr
    assert "lanh_dao" in done.stderr
    assert not (folder / "out").exists()


def test_all_reports_of_a_period_leave_out_those_without_figures(docgen: Run, folder: Path) -> None:
    done = docgen("report", "--period", "6m", "--all", cwd=folder)

    assert done.returncode == 0
    assert {line.split("/")[2] for line in done.stdout.splitlines()} == {WARD, "quan-ngo-quyen"}
    assert "bỏ qua phuong-van-my: chưa có số liệu" in done.stderr
    assert "bỏ qua phuong-ngo-quyen: hạn báo cáo 06 tháng đầu năm 2025 qua trước" in done.stderr


def test_somebody_else_who_signs_now_makes_no_failure_of_what_has_a_number(
    docgen: Run, folder: Path
) -> None:
    docgen("issue", "plan", "--unit", WARD, "--date", "12/02/2025", cwd=folder)
    path = folder / "out" / "2025" / WARD / "ke-hoach.docx"
    signed = path.read_bytes()
    unit = folder / "data" / "don_vi" / f"{WARD}.yaml"
    unit.write_text(unit.read_text("utf-8").replace("Nguyễn Văn An", "Lê Thị Bình"), "utf-8")
    whole = docgen("all", "--unit", WARD, "-v", cwd=folder)
    every = docgen("plan", "--all", cwd=folder)
    one = docgen("plan", "--unit", WARD, cwd=folder)

    kept = f"out/2025/{WARD}/ke-hoach.docx (đã cấp số, dữ liệu đã đổi)"
    assert (whole.returncode, every.returncode, one.returncode) == (0, 0, 1)
    assert kept in whole.stdout
    assert kept in every.stdout
    assert "lưu ý: 1 văn bản đã cấp số giữ nguyên" in every.stderr
    assert "“Nguyễn Văn An” → “Lê Thị Bình”" in whole.stderr
    assert "[issued-changed]" in one.stderr
    assert path.read_bytes() == signed
