"""Figures are data: a new indicator, or another catalogue altogether, takes YAML and no Python."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.figures.ward import FIRST, clear_reports, write_report

WARD = ("--unit", "phuong-cau-dat", "--period", "6m")
DISTRICT = ("--unit", "quan-ngo-quyen", "--period", "6m")
FORM = """
ten: Phân loại rác tại nguồn
lech_cung_ky: 30
chi_tieu:
  ho: {nhan: Số hộ, dvt: hộ, tinh_chat: cuối kỳ}
  ho_phan_loai: {nhan: Hộ đã phân loại rác, dvt: hộ, tinh_chat: cuối kỳ}
  ty_le_ho: {nhan: Tỷ lệ hộ đã phân loại, dvt: "%", cong_thuc: ho_phan_loai / ho}
  khoi_luong: {nhan: Khối lượng rác tái chế, dvt: tấn, kieu: số}
kiem_tra:
  - {dung: ho_phan_loai <= ho, cau: Số hộ đã phân loại rác lớn hơn số hộ}
"""
OUTLINE = """
mo_dau:
  - "{don_vi.goi} báo cáo kết quả phân loại rác {ky.ten}."
muc:
  - tieu_de: KẾT QUẢ
    y:
      - "Có {ho_phan_loai}/{ho} hộ đã phân loại rác, đạt {ty_le_ho}; thu {khoi_luong} tấn."
ket: ["Trên đây là báo cáo của {don_vi.goi}./."]
"""
SUMS = """
mo_dau:
  - "{don_vi.goi} báo cáo kết quả phân loại rác {ky.ten}."
muc:
  - tieu_de: KẾT QUẢ
    y:
      - "Các phường có {phuong.ho_phan_loai}/{phuong.ho} hộ đã phân loại, đạt {phuong.ty_le_ho}."
ket: ["Trên đây là báo cáo của {don_vi.goi}./."]
"""
KIND = """
ten: Báo cáo
viet_tat: BC
lenh: report
mo_ta: Báo cáo phân loại rác
tep: bao-cao
du_lieu: bao_cao
lap: kỳ
bieu: rac
trich_yeu: Kết quả phân loại rác {{ ky.ten }}
kinh_gui: [cap-tren]
mau:
  ubnd-phuong: {tep: bao-cao.docx, de_cuong: rac, phu_luc: [so_lieu]}
  ubnd-quan:
    tep: bao-cao.docx
    de_cuong: rac-quan
    phu_luc: [so_lieu, tong_hop_phuong, bang_phuong, tinh_hinh]
    tong_hop: [{ma: phuong, ten: Ở các phường, loai: [ubnd-phuong]}]
truong:
  han_che: {nhan: Hạn chế, kieu: danh sách}
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments, "-C", str(folder)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def text_of(path: Path) -> str:
    """Return all words of a document, tables too, with ordinary blanks."""
    document: Any = docx.Document(str(path))
    words = [part.text or "" for part in document.element.body.iter() if part.tag.endswith("}t")]
    return "".join(words).replace("\N{NO-BREAK SPACE}", " ")


def rows_of(path: Path) -> list[list[str]]:
    """Return the rows of all tables of a document."""
    tables = docx.Document(str(path)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


@pytest.fixture
def added(workspace: Path) -> Path:
    """The sample with one more indicator in its form, told of by its outline, written by a ward."""
    clear_reports(workspace)
    vocabulary = workspace / "data" / "danh_muc"
    form = vocabulary / "bieu" / "dan-chu-co-so.yaml"
    new = "  nha_van_hoa: {nhan: Nhà văn hóa, dvt: nhà, tinh_chat: cuối kỳ, cho: [ubnd-phuong]}\n"
    check = "  - {dung: nha_van_hoa <= so_to_dan_pho, cau: Nhà văn hóa nhiều hơn tổ dân phố}\n"
    text = form.read_text("utf-8").replace("  to_hoa_giai:", f"{new}  to_hoa_giai:", 1)
    form.write_text(text.rstrip() + f"\n{check}", "utf-8")
    outline = vocabulary / "de_cuong" / "bao-cao-phuong.yaml"
    said = 'ket:\n  - "Có {nha_van_hoa} nhà văn hóa."\n'
    outline.write_text(outline.read_text("utf-8").replace("ket:\n", said, 1), "utf-8")
    write_report(workspace, "2025-6-thang", f"{FIRST}nha_van_hoa: 7\n")
    return workspace


def test_a_new_indicator_is_in_the_table_and_the_words(added: Path) -> None:
    checked, done = run(added, "validate"), run(added, "report", *WARD)
    path = added / "out" / "2025" / "phuong-cau-dat" / "bao-cao-6-thang.docx"
    row = next(row for row in rows_of(path) if "Nhà văn hóa" in row)

    assert (checked.returncode, done.returncode) == (0, 0), checked.stdout + done.stderr
    assert row[2] == "nhà"
    assert row[4:6] == ["7", "7"]
    assert "Có 07 nhà văn hóa." in text_of(path)


def test_a_new_indicator_is_checked_traced_and_asked_for(added: Path) -> None:
    write_report(added, "2025-6-thang", f"{FIRST}nha_van_hoa: 25\n")
    wrong = run(added, "validate")
    write_report(added, "2025-6-thang", FIRST)
    missing = run(added, "validate")
    write_report(added, "2025-6-thang", f"{FIRST}nha_van_hoa: 7\n")
    traced = run(added, "trace", *DISTRICT, "nha_van_hoa")

    assert "yaml:37:16: lỗi: Nhà văn hóa nhiều hơn tổ dân phố" in wrong.stdout
    assert "chưa ghi 1 chỉ tiêu: Nhà văn hóa" in missing.stdout
    assert "  Ở các phường: 7  (1/8 đơn vị đã có số)" in traced.stdout.splitlines()


@pytest.fixture
def replaced(workspace: Path) -> Path:
    """The sample with another catalogue: three indicators, a ratio, a check, outlines of its own."""
    clear_reports(workspace)
    vocabulary = workspace / "data" / "danh_muc"
    kinds = vocabulary / "loai_van_ban"
    for path in [*vocabulary.glob("bieu/*"), *vocabulary.glob("de_cuong/*")]:
        path.unlink()
    (kinds / "bao-cao.yaml").write_text(KIND, "utf-8")
    (vocabulary / "bieu" / "rac.yaml").write_text(FORM, "utf-8")
    (vocabulary / "de_cuong" / "rac.yaml").write_text(OUTLINE, "utf-8")
    (vocabulary / "de_cuong" / "rac-quan.yaml").write_text(SUMS, "utf-8")
    write_report(workspace, "2025-6-thang", "\nho: 5.230\nho_phan_loai: 2.615\nkhoi_luong: 12,4\n")
    write_report(
        workspace, "2025-6-thang", "\nho: 1.000\nho_phan_loai: 1.000\nkhoi_luong: 0\n",
        unit="phuong-van-my",
    )  # fmt: skip
    return workspace


def test_another_catalogue_makes_a_right_report(
    replaced: Path, lines: Callable[[Path], Any]
) -> None:
    checked, done = run(replaced, "validate"), run(replaced, "report", *WARD)
    path = replaced / "out" / "2025" / "phuong-cau-dat" / "bao-cao-6-thang.docx"
    words = text_of(path)
    rows = [row for row in rows_of(path) if "Tỷ lệ hộ đã phân loại" in row]

    assert (checked.returncode, done.returncode) == (0, 0), checked.stdout + done.stderr
    assert "Có 2.615/5.230 hộ đã phân loại rác, đạt 50%; thu 12,4 tấn." in words
    assert "UBND phường Cầu Đất báo cáo kết quả phân loại rác 06 tháng đầu năm 2025." in words
    assert rows[0][4:6] == ["50%", "50%"]
    assert "Đơn thư" not in words


def test_another_catalogue_is_added_up_from_its_sums(replaced: Path) -> None:
    done = run(replaced, "report", *DISTRICT)
    path = replaced / "out" / "2025" / "quan-ngo-quyen" / "bao-cao-6-thang.docx"

    assert done.returncode == 0, done.stderr
    assert "Các phường có 3.615/6.230 hộ đã phân loại, đạt 58,03%." in text_of(path)


def test_another_catalogue_has_checks_and_suggestions_of_its_own(replaced: Path) -> None:
    write_report(replaced, "2025-6-thang", "\nho: 10\nho_phan_loai: 11\nkhoi_luong: 1\n")
    write_report(replaced, "2025-6-thang", "\nho: 10\nho_phan_loi: 1\n", unit="phuong-van-my")
    done = run(replaced, "validate")

    assert "yaml:3:17: lỗi: Số hộ đã phân loại rác lớn hơn số hộ" in done.stdout
    assert "Có phải là “ho_phan_loai”?" in done.stdout
    assert run(replaced, "trace", *WARD, "ho_phan_loi").stderr.count("“ho_phan_loai”") == 1
