"""A small workspace for tests of figures: a district of three wards and an office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.figures.carry import UnitFigures, figures_of
from docgen.figures.checks import figure_problems
from docgen.figures.formats import plain
from docgen.figures.rollup import Group, group
from docgen.load.data import DataKey
from docgen.load.references import workspace_problems
from docgen.load.workspace import Workspace, load_workspace

FORM = """
ten: Biểu thử
lech_cung_ky: 50
chi_tieu:
  nhan: {nhan: Đơn nhận, dvt: đơn}
  xong: {nhan: Đơn đã xong, dvt: đơn}
  dau: {nhan: Đơn đầu kỳ, tinh_chat: đầu kỳ, bang_ky_truoc: ton}
  ton: {nhan: Đơn còn lại, cong_thuc: dau + nhan - xong}
  ty_le: {nhan: Tỷ lệ xong, dvt: "%", cong_thuc: xong / (dau + nhan)}
  tien: {nhan: Tiền góp, dvt: triệu đồng, kieu: số}
  to: {nhan: Số tổ, tinh_chat: cuối kỳ, cho: [ubnd-phuong]}
  to_hop: {nhan: Tổ đã họp, tinh_chat: cả năm, cho: [ubnd-phuong]}
  hop: {nhan: Cuộc đối thoại, dem_don_vi: có, cho: [ubnd-phuong]}
  co: {nhan: Có quy chế, kieu: có/không, tinh_chat: cuối kỳ}
  muc: {nhan: Xếp loại, kieu: mức, muc: [Tốt, Khá, Yếu], tinh_chat: cuối kỳ}
kiem_tra:
  - {dung: xong <= dau + nhan, cau: Xong nhiều hơn phải làm}
"""
KIND = """
ten: Báo cáo
viet_tat: BC
lenh: report
mo_ta: Báo cáo
tep: bao-cao
du_lieu: bao_cao
lap: kỳ
bieu: thu
trich_yeu: Thử
mau:
  ubnd-phuong: {tep: mau.docx}
  phong: {tep: mau.docx}
  ubnd-quan:
    tep: mau.docx
    tong_hop:
      - {ma: phuong, ten: Ở các phường, loai: [ubnd-phuong]}
      - {ma: phong, ten: Ở các phòng, loai: [phong]}
truong:
  han_che: {nhan: Hạn chế, kieu: danh sách}
"""
UNIT_KINDS = """
muc:
  ubnd-quan: {ten: UBND quận, co_quan: Ủy ban nhân dân, co_quan_viet_tat: UBND,
              tap_the: Ủy ban nhân dân, truong: Chủ tịch}
  ubnd-phuong: {ten: UBND phường, co_quan: Ủy ban nhân dân, co_quan_viet_tat: UBND,
                tap_the: Ủy ban nhân dân, truong: Chủ tịch}
  phong: {ten: phòng, truong: Trưởng phòng}
"""
YEAR = """
han_bao_cao:
  sau_thang: {tu: 01/6/2025, truoc: 15/6/2025, so_lieu: {tu: 15/12/2024, den: 31/5/2025}}
  nam: {tu: 01/12/2025, truoc: 15/12/2025}
"""
FILES = {
    "docgen.yaml": "nam: 2025",
    "data/danh_muc/loai_don_vi.yaml": UNIT_KINDS,
    "data/danh_muc/nhom_noi_nhan.yaml": "muc: {toan-dan: {ten: Nhân dân}}",
    "data/danh_muc/che_do.yaml": "muc: [{ma: ba-cap, ten: Ba cấp, tu_ngu: {luat: Luật}}]",
    "data/danh_muc/bieu/thu.yaml": FORM,
    "data/danh_muc/loai_van_ban/bao-cao.yaml": KIND,
    "data/nam/2025.yaml": YEAR,
    "data/don_vi/quan-x.yaml": "loai: ubnd-quan\ndia_ban: {cap: quận, ten: X}",
    "data/don_vi/phong-n.yaml": "loai: phong\nten: Phòng N\ncap_tren: quan-x",
    "templates/mau.docx": "",
}


@dataclass
class Office:
    """A small workspace that a test writes its figures into."""

    root: Path

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def unit(self, code: str, more: str = "") -> None:
        """Write the ward of *code*: “phuong-a” is phường A."""
        name = code.rpartition("-")[2].upper()
        own = f"loai: ubnd-phuong\ndia_ban: {{cap: phường, ten: {name}}}\ncap_tren: quan-x\n"
        self.write(f"data/don_vi/{code}.yaml", own + more)

    def told(self, code: str, figures: str, period: str = "2025-6-thang", more: str = "") -> None:
        """Write *figures* (“nhan: 3, xong: 2”), one a line from line 2 on."""
        rows = "".join(f"\n  {row.strip()}" for row in figures.split(";"))
        self.write(f"data/bao_cao/{period}/{code}.yaml", f"chi_tieu:{rows}\n{more}")

    def load(self) -> Workspace:
        return load_workspace(self.root)

    def of(self, code: str, ma: str = "6-thang", year: int = 2025) -> UnitFigures:
        return figures_of(self.load(), DataKey("bao-cao", year, code, ma))

    def wards(self, ma: str = "6-thang", day: date = date(2025, 6, 20)) -> Group:
        key = DataKey("bao-cao", 2025, "quan-x", ma)
        return group(self.load(), key, day, "Ở các phường", ["ubnd-phuong"])

    def problems(self) -> list[str]:
        """Return “file:line:column level code: sentence” for figures and all that is referred to."""
        workspace = self.load()
        found = [*workspace_problems(workspace), *figure_problems(workspace)]
        return [
            f"{p.under(self.root).place} {'nhắc' if p.warning else 'lỗi'} {p.code}: {p.message}"
            for p in found
        ]


def shown(figures: UnitFigures | Group, *names: str) -> list[str]:
    """Return figures from the year's beginning as a table shows them."""
    return [plain(figures.indicators[name], figures.total[name]) for name in names]
