"""The figures of one ward in both halves of a year, made up for tests."""

from __future__ import annotations

from pathlib import Path

FIRST = """
van_ban_chi_dao: 4
co_quy_che: có
hoi_nghi_tuyen_truyen: 6
luot_du_tuyen_truyen: 742
phai_cong_khai: 31
da_cong_khai: 31
cong_khai_cham: 1
so_to_dan_pho: 24
to_dan_pho_da_hop: 24
cuoc_hop: 29
luot_du_hop: 2.318
noi_dung_thong_qua: 26
cong_trinh_dong_gop: 3
dong_gop_bang_tien: 186,5
gia_tri_cong_trinh: 412
noi_dung_lay_y_kien: 4
y_kien_tham_gia: 1.284
y_kien_tiep_thu: 1.201
doi_thoai: 1
luot_du_doi_thoai: 168
thanh_vien_thanh_tra: 24
giam_sat_thanh_tra: 5
kien_nghi_thanh_tra: 4
kien_nghi_giai_quyet: 3
giam_sat_dau_tu: 3
gia_tri_thu_hoi: 12,4
luot_tiep_dan: 47
don_dau_ky: 2
don_tiep_nhan: 19
don_giai_quyet: 18
to_hoa_giai: 24
vu_hoa_giai: 7
hoa_giai_thanh: 6
ho_so_tiep_nhan: 3.462
ho_so_dung_han: 3.455
"""
SECOND = """
van_ban_chi_dao: 3
co_quy_che: có
hoi_nghi_tuyen_truyen: 5
luot_du_tuyen_truyen: 610
phai_cong_khai: 24
da_cong_khai: 24
cong_khai_cham: 0
so_to_dan_pho: 24
to_dan_pho_da_hop: 24
cuoc_hop: 31
luot_du_hop: 2.745
noi_dung_thong_qua: 28
cong_trinh_dong_gop: 2
dong_gop_bang_tien: 95
gia_tri_cong_trinh: 240
noi_dung_lay_y_kien: 2
y_kien_tham_gia: 655
y_kien_tiep_thu: 640
doi_thoai: 1
luot_du_doi_thoai: 143
thanh_vien_thanh_tra: 24
giam_sat_thanh_tra: 4
kien_nghi_thanh_tra: 3
kien_nghi_giai_quyet: 4
giam_sat_dau_tu: 2
gia_tri_thu_hoi: 0
luot_tiep_dan: 39
don_dau_ky: 3
don_tiep_nhan: 14
don_giai_quyet: 15
to_hoa_giai: 24
vu_hoa_giai: 5
hoa_giai_thanh: 5
ho_so_tiep_nhan: 3.120
ho_so_dung_han: 3.118
"""


def clear_reports(workspace: Path) -> None:
    """Remove all data of reports from a copy of the sample."""
    for path in (workspace / "data" / "bao_cao").rglob("*.yaml"):
        path.unlink()


def write_report(
    workspace: Path, period: str, figures: str, more: str = "", unit: str = "phuong-cau-dat"
) -> None:
    """Write the file of a unit: its figures one a line from line 2 on, then *more*."""
    path = workspace / "data" / "bao_cao" / period / f"{unit}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = figures.rstrip().replace("\n", "\n  ")
    path.write_text(f"chi_tieu:{rows}\n{more}", "utf-8")


def changed(figures: str, **values: str) -> str:
    """Return *figures* with other values for some; one of “-” is left out."""
    rows = []
    for row in figures.strip().splitlines():
        name, _, value = row.partition(": ")
        value = values.get(name, value)
        rows += [f"{name}: {value}".rstrip()] if value != "-" else []
    return "\n" + "\n".join(rows) + "\n"
