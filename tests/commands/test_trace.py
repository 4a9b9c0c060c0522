"""``docgen trace``: where a figure comes from, as people, programs and Excel read it."""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.figures.ward import FIRST, SECOND, changed, clear_reports, write_report

Run = Callable[..., "subprocess.CompletedProcess[str]"]
FOLDER = "data/bao_cao/2025-6-thang"
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def folder(workspace: Path) -> Path:
    """The sample with the first half of two wards and nothing else."""
    clear_reports(workspace)
    write_report(workspace, "2025-6-thang", FIRST, "cung_ky: {don_tiep_nhan: 21}\n")
    write_report(workspace, "2025-6-thang", changed(FIRST, ho_so_dung_han="-", doi_thoai="0"),
                 unit="phuong-van-my")  # fmt: skip
    return workspace


def test_a_units_own_figure_is_a_line_of_its_file(docgen: Run, folder: Path) -> None:
    done = docgen(
        "trace", "--unit", "phuong-cau-dat", "--period", "6m", "don_tiep_nhan", cwd=folder
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Ủy ban nhân dân phường Cầu Đất: số liệu 06 tháng đầu năm 2025",
        "Đơn thư tiếp nhận trong kỳ (don_tiep_nhan, đơn)",
        f"  Số của đơn vị: 19  {FOLDER}/phuong-cau-dat.yaml:30",
        (
            f"  Cùng kỳ năm trước: 21  {FOLDER}/phuong-cau-dat.yaml:37  "
            "(cùng kỳ, báo cáo 06 tháng đầu năm 2024)"
        ),
    ]


def test_a_year_is_told_by_its_halves_and_a_ratio_by_its_sums(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-nam", SECOND)
    done = docgen(
        "trace", "--unit", "phuong-cau-dat", "--period", "year", "ty_le_dung_han", "don_dau_ky",
        "so_to_dan_pho", cwd=folder,
    )  # fmt: skip
    half, year = f"{FOLDER}/phuong-cau-dat.yaml", "data/bao_cao/2025-nam/phuong-cau-dat.yaml"

    assert done.stdout.splitlines()[1:] == [
        "Tỷ lệ hồ sơ giải quyết đúng hạn (ty_le_dung_han, %)",
        "  Số của đơn vị: 99,86% = 6.573 / 6.582  (ho_so_dung_han / ho_so_tiep_nhan)",
        "    ho_so_dung_han: 6.573 = 3.455 + 3.118  (cộng các kỳ trong năm)",
        f"      3.455  {half}:36  (báo cáo 06 tháng đầu năm 2025)",
        f"      3.118  {year}:36",
        "    ho_so_tiep_nhan: 6.582 = 3.462 + 3.120  (cộng các kỳ trong năm)",
        f"      3.462  {half}:35  (báo cáo 06 tháng đầu năm 2025)",
        f"      3.120  {year}:35",
        "Đơn thư kỳ trước chuyển sang (don_dau_ky, đơn)",
        f"  Số của đơn vị: 2  (lấy số đầu năm)  {half}:29  (báo cáo 06 tháng đầu năm 2025)",
        "Tổng số tổ dân phố (so_to_dan_pho, tổ dân phố)",
        f"  Số của đơn vị: 24  (lấy số cuối kỳ)  {year}:9",
    ]


def test_a_superiors_sum_is_told_unit_by_unit_with_who_is_missing(
    docgen: Run, folder: Path
) -> None:
    done = docgen(
        "trace", "--unit", "quan-ngo-quyen", "--period", "6m", "cuoc_hop", "doi_thoai", cwd=folder
    )
    lines = done.stdout.splitlines()

    assert "  Ở các phường: 58 = 29 + 29  (2/8 đơn vị đã có số)" in lines
    assert f"    phuong-cau-dat: 29  {FOLDER}/phuong-cau-dat.yaml:11" in lines
    assert (
        "    phuong-cau-tre: chưa có số liệu 06 tháng đầu năm 2025 của phường Cầu Tre "
        f"({FOLDER}/phuong-cau-tre.yaml)"
    ) in lines
    assert (
        "  Ở các phường: 1 = 1 + 0  (2/8 đơn vị đã có số, trong đó 1 đơn vị có từ 1 trở lên)"
    ) in lines


def test_wards_and_offices_stand_apart(docgen: Run, folder: Path) -> None:
    done = docgen(
        "trace", "--unit", "quan-ngo-quyen", "--period", "6m", "van_ban_chi_dao", cwd=folder
    )
    heads = [line for line in done.stdout.splitlines()[2:] if not line.startswith("    ")]

    assert [line.partition("  (")[0].strip() for line in heads] == [
        (
            "Số của đơn vị: chưa có số liệu 06 tháng đầu năm 2025 của Quận Ngô Quyền "
            f"({FOLDER}/quan-ngo-quyen.yaml)"
        ),
        "Ở các phường: 8 = 4 + 4",
        "Ở các cơ quan, đơn vị, trường học: chưa có số",
    ]


def test_a_ratio_of_different_units_is_not_known_and_says_whose_figure_is_missing(
    docgen: Run, folder: Path
) -> None:
    done = docgen(
        "trace", "--unit", "quan-ngo-quyen", "--period", "6m", "ty_le_dung_han", cwd=folder
    )

    assert "  Ở các phường: chưa có số = 3.455 / 6.924  (ho_so" in done.stdout
    assert (
        "phuong-van-my: phuong-van-my chưa ghi “Hồ sơ thủ tục hành chính giải quyết đúng hạn”"
        in done.stdout
    )


def test_without_a_name_every_indicator_is_told(docgen: Run, folder: Path) -> None:
    done = docgen("trace", "--unit", "phuong-cau-dat", "--period", "6m", "--json", cwd=folder)
    rows = json.loads(done.stdout)

    assert len(rows) == 42  # 35 that are written, 7 that are computed
    assert rows[0]["chi_tieu"] == "van_ban_chi_dao"
    assert rows[0]["cac_so"][0]["nguon"] == [
        {
            "don_vi": "phuong-cau-dat",
            "ky": "2025-6-thang",
            "so": "4",
            "tep": f"{FOLDER}/phuong-cau-dat.yaml",
            "dong": 2,
            "cach": "",
        }
    ]


def test_a_near_miss_is_suggested(docgen: Run, folder: Path) -> None:
    done = docgen("trace", "--unit", "phuong-cau-dat", "--period", "6m", "don_tiep_nhn", cwd=folder)

    assert done.returncode == 1
    assert "Không có chỉ tiêu “don_tiep_nhn”" in done.stderr
    assert "Có phải là “don_tiep_nhan”?" in done.stderr


def test_an_unknown_unit_is_told(docgen: Run, folder: Path) -> None:
    done = docgen("trace", "--unit", "cau-dat", "--period", "6m", cwd=folder)

    assert done.returncode == 1
    assert "Có phải là “phuong-cau-dat”?" in done.stderr


def test_wrong_figures_are_shown_and_told(docgen: Run, folder: Path) -> None:
    write_report(folder, "2025-6-thang", changed(FIRST, hoa_giai_thanh="8"))
    done = docgen(
        "trace", "--unit", "quan-ngo-quyen", "--period", "6m", "hoa_giai_thanh", cwd=folder
    )

    assert done.returncode == 1
    assert "Ở các phường: 14 = 8 + 6" in done.stdout
    assert f"{FOLDER}/phuong-cau-dat.yaml:34:19: lỗi:" in done.stderr


def test_a_form_with_a_mistake_is_told_before_anything(docgen: Run, folder: Path) -> None:
    form = folder / "data" / "danh_muc" / "bieu" / "dan-chu-co-so.yaml"
    text = form.read_text("utf-8").replace("cong_thuc: don_dau_ky +", "cong_thuc: don_ton +")
    form.write_text(text, "utf-8")
    done = docgen("trace", "--unit", "phuong-cau-dat", "--period", "6m", cwd=folder)

    assert done.returncode == 1
    assert done.stdout == ""
    assert "công thức tính vòng: don_ton → don_ton" in done.stderr


def cells(path: Path) -> list[dict[str, tuple[str, str]]]:
    """Return the rows of a sheet: {column: (type, value)}."""
    with zipfile.ZipFile(path) as package:
        shared = [
            "".join(text.text or "" for text in item.iter(f"{NAMESPACE}t"))
            for item in ET.fromstring(package.read("xl/sharedStrings.xml"))
        ]
        sheet = ET.fromstring(package.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{NAMESPACE}row"):
        found = {}
        for cell in row:
            value = cell.find(f"{NAMESPACE}v")
            assert cell.find(f"{NAMESPACE}f") is None, "a formula"
            if value is not None and value.text is not None:
                kind = cell.get("t", "n")
                words = shared[int(value.text)] if kind == "s" else value.text
                found[cell.get("r", "").rstrip("0123456789")] = (kind, words)
        rows.append(found)
    return rows


def test_the_sheet_has_units_as_rows_with_numbers_that_are_numbers(
    docgen: Run, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "nguồn số liệu.xlsx"
    done = docgen(
        "trace", "--unit", "quan-ngo-quyen", "--period", "6m", "gia_tri_thu_hoi", "ty_le_dung_han",
        "--xlsx", str(out), cwd=folder,
    )  # fmt: skip
    title, head, *rows = cells(out)

    assert done.stdout.endswith("nguồn số liệu.xlsx (đã ghi)\n")
    assert title["A"][1] == "Ủy ban nhân dân Quận Ngô Quyền: số liệu 06 tháng đầu năm 2025"
    assert [text for _, text in head.values()] == [
        "Chỉ tiêu", "Mã chỉ tiêu", "Đơn vị tính", "Phạm vi", "Mã đơn vị", "Tên đơn vị", "Kỳ",
        "Số liệu", "Cách tính, ghi chú", "Tệp", "Dòng",
    ]  # fmt: skip
    assert rows[0]["H"] == ("n", "24.8")
    assert rows[0]["I"] == ("s", "12,4 + 12,4; 2/8 đơn vị đã có số")
    ward = rows[1]
    assert (ward["E"][1], ward["F"][1]) == ("phuong-cau-dat", "Ủy ban nhân dân phường Cầu Đất")
    assert (ward["H"], ward["K"]) == (("n", "12.4"), ("n", "27"))
    assert ward["J"][1] == f"{FOLDER}/phuong-cau-dat.yaml"
    assert rows[2]["H"] == ("s", "chưa có số")


def test_words_of_the_sheet_are_never_formulas_and_its_head_stays(
    docgen: Run, folder: Path, tmp_path: Path
) -> None:
    form = folder / "data" / "danh_muc" / "bieu" / "dan-chu-co-so.yaml"
    text = form.read_text("utf-8").replace(
        "{nhan: Lượt công dân được tiếp,", '{nhan: "=HYPERLINK(1;2)",'
    )
    form.write_text(text, "utf-8")
    out = tmp_path / "t.xlsx"
    docgen("trace", "--unit", "phuong-cau-dat", "--period", "6m", "luot_tiep_dan", "--xlsx", str(out),
           cwd=folder)  # fmt: skip
    first = out.read_bytes()
    docgen("trace", "--unit", "phuong-cau-dat", "--period", "6m", "luot_tiep_dan", "--xlsx", str(out),
           cwd=folder)  # fmt: skip
    with zipfile.ZipFile(out) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()

    assert cells(out)[2]["A"] == ("s", "=HYPERLINK(1;2)")
    assert 'ySplit="2"' in sheet
    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet
    assert out.read_bytes() == first


def test_a_sheet_that_cannot_be_written_is_told(docgen: Run, folder: Path, tmp_path: Path) -> None:
    make = ("trace", "--unit", "phuong-cau-dat", "--period", "6m", "cuoc_hop", "--xlsx")
    gone = docgen(*make, str(tmp_path / "khong-co" / "t.xlsx"), cwd=folder)
    word = docgen(*make, str(tmp_path / "t.docx"), cwd=folder)

    assert (gone.returncode, word.returncode) == (1, 1)
    assert "Không ghi được" in gone.stderr
    assert "tên tệp Excel phải có đuôi .xlsx" in word.stderr
    assert not (tmp_path / "t.docx").exists()


def test_a_sheet_is_never_written_over_a_persons_work(
    docgen: Run, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "bang-luong.xlsx"
    out.write_bytes(b"of the payroll")
    make = ("trace", "--unit", "phuong-cau-dat", "--period", "6m", "cuoc_hop", "--xlsx", str(out))
    refused = docgen(*make, cwd=folder)

    assert refused.returncode == 1
    assert "bang-luong.xlsx không phải bản docgen đã ghi" in refused.stderr
    assert "Đổi tên tệp để giữ, hoặc thêm --force" in refused.stderr
    assert out.read_bytes() == b"of the payroll"

    forced = docgen(*make, "--force", cwd=folder)
    assert forced.returncode == 0, forced.stderr
    assert "tệp cũ được giữ ở" in forced.stderr
    assert (tmp_path / "bang-luong.xlsx.bak").read_bytes() == b"of the payroll"
    assert cells(out)[0]["A"][1] == "Ủy ban nhân dân phường Cầu Đất: số liệu 06 tháng đầu năm 2025"

    again = docgen(*make, cwd=folder)  # its own sheet it may write again
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/comments1.xml", "a person's note")
    noted = out.read_bytes()
    changed_since = docgen(*make, cwd=folder)
    assert again.returncode == 0, again.stderr
    assert changed_since.returncode == 1
    assert out.read_bytes() == noted
