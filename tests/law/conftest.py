"""A small workspace with the real vocabularies, to which a test adds what breaks a rule."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.errors import Problem
from docgen.law import law_problems
from docgen.load.workspace import Workspace, load_workspace

ROOT = Path(__file__).resolve().parents[2]
YEAR = """
han_bao_cao:
  sau_thang: {{tu: 01/6/{year}, truoc: 15/6/{year}}}
  nam: {{tu: 01/12/{year}, truoc: 15/12/{year}}}
ngay_du_kien:
  - {{loai: ke-hoach, ngay: 10/02/{year}}}
"""
BASE = {
    "docgen.yaml": "nam: 2025\n",
    "data/nam/2025.yaml": YEAR.format(year=2025),
    "data/nam/2026.yaml": YEAR.format(year=2026),
    "data/don_vi/thanh-pho.yaml": """
loai: ubnd-tinh
dia_ban: {cap: thành phố, ten: Hải Phòng}
lap_van_ban: không
""",
    "data/don_vi/quan-a.yaml": """
loai: ubnd-quan
dia_ban: {cap: quận, ten: An Bình, theo_ten_nguoi: có}
cap_tren: thanh-pho
ton_tai: {den: 30/6/2025}
ke_thua: [{don_vi: phuong-moi}]
""",
    "data/don_vi/phuong-c.yaml": """
loai: ubnd-phuong
dia_ban: {cap: phường, ten: Cầu Gỗ}
cap_tren: [{don_vi: quan-a, den: 30/6/2025}, {don_vi: thanh-pho, tu: 01/7/2025}]
dac_diem: {so_to_dan_pho: 12}
""",
    "data/don_vi/phuong-cu.yaml": """
loai: ubnd-phuong
dia_ban: {cap: phường, ten: Bến Nứa}
cap_tren: quan-a
ton_tai: {tu: 01/01/2025, den: 30/6/2025}
ke_thua: [{don_vi: phuong-moi}]
""",
    "data/don_vi/phuong-moi.yaml": """
loai: ubnd-phuong
dia_ban: {cap: phường, ten: Hàng Tre}
cap_tren: thanh-pho
ton_tai: {tu: 01/7/2025}
""",
    "data/don_vi/phong-vh.yaml": """
loai: phong
ten:
  - {ten: Phòng Văn hóa và Thông tin, den: 28/02/2025}
  - {ten: "Phòng Văn hóa, Khoa học và Thông tin", tu: 01/3/2025}
cap_tren: quan-a
ton_tai: {den: 30/6/2025}
""",
    "data/don_vi/phong-nv.yaml": """
loai: phong
ten: Phòng Nội vụ
cap_tren: quan-a
ton_tai: {den: 30/6/2025}
ke_thua: [{don_vi: phong-vhxh}]
""",
    "data/don_vi/phong-ld.yaml": """
loai: phong
ten: Phòng Lao động - Thương binh và Xã hội
cap_tren: quan-a
ton_tai: {den: 28/02/2025}
ke_thua: [{don_vi: phong-nv}]
""",
    "data/don_vi/phong-vhxh.yaml": """
loai: phong
ten: Phòng Văn hóa - Xã hội
cap_tren: phuong-moi
ton_tai: {tu: 01/7/2025}
dac_diem: {so_can_bo: 15}
""",
    "data/don_vi/truong-x.yaml": "loai: truong-hoc\nten: Trường Tiểu học Hoa Mai\n",
}


@dataclass
class Desk:
    """The workspace of a test; *told* gives the reminders of one file."""

    root: Path

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def load(self) -> Workspace:
        return load_workspace(self.root)

    def told(self, unit: str, text: str, year: int = 2025) -> list[Problem]:
        """Write the plan data of *unit* and return what is told of it."""
        path = self.write(f"data/ke_hoach/{year}/{unit}.yaml", text)
        loaded = self.load()
        wrong = [str(one) for one in loaded.problems if one.place.path == path]
        assert not wrong, "\n".join(wrong)  # a test must not be green because nothing was read
        return [one for one in law_problems(loaded) if one.place.path == path]

    def ward(self, text: str, unit: str = "phuong-c", year: int = 2025) -> list[Problem]:
        """Write the plan of a ward whose dialogue is planned; *text* begins in line 2."""
        return self.told(unit, f"giam_sat: {{thang_doi_thoai: 5}}\n{text}\n", year)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace of which nothing is told."""
    without = shutil.ignore_patterns("mac_dinh")  # the default rows of the law: told by no rule
    shutil.copytree(ROOT / "data/danh_muc", tmp_path / "data/danh_muc", ignore=without)
    made = Desk(tmp_path)
    for name, text in BASE.items():
        made.write(name, text)
    return made


def shown(problem: Problem) -> tuple[str, str, str]:
    """Return the code, the place and the words over the caret."""
    start = problem.place.column - 1
    words = problem.source[start : start + problem.place.width]
    return problem.code, f"{problem.place.line}:{problem.place.column}", words


@pytest.fixture(scope="session")
def show() -> Callable[[Problem], tuple[str, str, str]]:
    """What is told, where, and under which words."""
    return shown
