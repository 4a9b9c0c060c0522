"""Nothing of the sample is in the code or the templates: another district is as right as ours."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

UNITS = {
    "thanh-pho-da-nang": """
        loai: ubnd-tinh
        dia_ban: {cap: thành phố, ten: Đà Nẵng}
        lap_van_ban: không
    """,
    "quan-son-tra": """
        loai: ubnd-quan
        dia_ban: {cap: quận, ten: Sơn Trà}
        cap_tren: thanh-pho-da-nang
        ton_tai: {den: 30/6/2025}
        thuong_truc: phong-noi-vu
        tuyen_truyen: phong-van-hoa
        nguoi_ky: {ho_ten: Trần Thị Thanh, chuc_vu: Chủ tịch}
        noi_nhan:
          - Thường trực Quận ủy
          - nhom: cac-phuong
          - Lưu: VT, NV (03)
    """,
    "phuong-tho-quang": """
        loai: ubnd-phuong
        dia_ban: {cap: phường, ten: Thọ Quang}
        cap_tren: quan-son-tra
    """,
    "phong-noi-vu": "{loai: phong, ten: Phòng Nội vụ, viet_tat: NV, cap_tren: quan-son-tra}",
    "phong-van-hoa": """
        loai: phong
        ten: Phòng Văn hóa - Thông tin
        viet_tat: VHTT
        cap_tren: quan-son-tra
    """,
}
YEAR = """
    chu_de:
      thanh-pho-da-nang: Đẩy mạnh chuyển đổi số
      quan-son-tra: Xây dựng đô thị biển văn minh
    han_bao_cao:
      sau_thang: {tu: 02/6/2024, truoc: 12/6/2024}
      nam: {tu: 01/12/2024, truoc: 10/12/2024}
"""


@pytest.fixture(scope="module")
def folder(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("son-tra")
    shutil.copytree(sample / "templates", root / "templates")
    shutil.copytree(sample / "data" / "danh_muc", root / "data" / "danh_muc")
    (root / "docgen.yaml").write_text("nam: 2024\n", "utf-8")
    for name, text in {f"don_vi/{code}": text for code, text in UNITS.items()}.items():
        put(root / "data" / f"{name}.yaml", text)
    put(root / "data" / "nam" / "2024.yaml", YEAR)
    return root


def put(path: Path, text: str) -> None:
    lines = text.strip("\n").splitlines()
    indent = len(lines[0]) - len(lines[0].lstrip())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(line[indent:] for line in lines) + "\n", "utf-8")


@pytest.fixture(scope="module")
def paper(folder: Path, make: Callable[..., Path]) -> Path:
    return make(folder, "quan-son-tra", folder / "out", year=2024)


@pytest.fixture(scope="module")
def words(paper: Path, lines: Callable[[Path], Any]) -> list[str]:
    return [line.plain.replace("\N{NO-BREAK SPACE}", " ") for line in lines(paper)]


def test_no_trace_of_the_sample_is_in_any_part(paper: Path) -> None:
    with zipfile.ZipFile(paper) as package:
        everything = "".join(package.read(name).decode("utf-8") for name in package.namelist())

    for trace in (
        "Ngô Quyền",
        "NGÔ QUYỀN",
        "Hải Phòng",
        "Khởi",
        "2025",
        "46/NQ",
        "đất đai, đô thị và",
    ):
        assert trace not in everything


def test_title_and_place_follow_the_district(words: list[str]) -> None:
    assert words[:2] == ["ỦY BAN NHÂN DÂN", "QUẬN SƠN TRÀ"]
    assert "Thực hiện dân chủ ở cơ sở trên địa bàn quận Sơn Trà năm 2024" in words
    assert any(text.startswith("Sơn Trà, ngày") for text in words)


def test_themes_and_windows_are_the_years_own(words: list[str]) -> None:
    text = "\n".join(words)

    assert "chủ đề năm của UBND thành phố “Đẩy mạnh chuyển đổi số”" in text
    assert "chủ đề năm của quận “Xây dựng đô thị biển văn minh”" in text
    assert "- Báo cáo 06 tháng gửi từ 02/6 đến trước ngày 12/6/2024." in words


def test_a_missing_resolution_leaves_no_hole_in_its_sentence(words: list[str]) -> None:
    assert "- Xây dựng Kế hoạch và các văn bản chỉ đạo triển khai thực hiện." in words


def test_one_ward_is_called_by_its_name(words: list[str]) -> None:
    text = "\n".join(words)

    assert "3. UBND phường Thọ Quang thuộc quận" in words
    assert "- UBND phường Thọ Quang;" in words
    assert "các phường" not in text


def test_the_chairman_signs_for_the_collective_alone(words: list[str]) -> None:
    start = words.index("TM. ỦY BAN NHÂN DÂN")

    assert [text for text in words[start:] if text][:3] == [
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Thị Thanh",
    ]
