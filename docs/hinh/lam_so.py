"""Fill the register of a scratch workspace, by issuing: 300 documents of one ward, all MINH HỌA."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WARD = "phuong-cau-dat"
MEETINGS = (
    "Họp giao ban Ủy ban nhân dân phường tuần thứ {n}",
    "Hội nghị trao đổi, đối thoại với Nhân dân tổ dân phố số {n}",
    "Họp Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở phường lần thứ {n}",
    "Hội nghị lấy ý kiến Nhân dân tổ dân phố số {n} về phương án chỉnh trang tuyến phố Cầu Đất",
    "Họp xét, đề nghị hỗ trợ hộ nghèo, hộ cận nghèo của tổ dân phố số {n}",
    "Hội nghị công khai kết quả thu, chi các khoản đóng góp của Nhân dân tổ dân phố số {n}",
)
PLACES = """noi_nhan:
  - nhom: dang-uy
  - nhom: thuong-truc-hdnd
  - nhom: {who}
  - Lưu: VT, VP-TK (02).
"""
GROUPS = ("lanh-dao-ubnd", "cac-to-dan-pho", "mttq-va-doan-the")
A_DAY = 6
"""Documents that get their numbers on one day."""


def scratch(folder: Path) -> Path:
    """Copy the sample without its invitations, and return the copy."""
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "docgen.yaml", folder)
    shutil.rmtree(folder / "data" / "giay_moi")
    return folder


def fill(root: Path, number: int = 300) -> None:
    """Issue the ward's plan and reports on their days, invitations on all others."""
    left = invitations(root)
    issue(root, date(2025, 1, 6), "plan")
    given = 1
    day = date(2025, 1, 8)
    while given < number:
        if day >= date(2025, 6, 10) and given < number - 2 and not reported(root):
            issue(root, day, "report", "--period", "6m")
            issue(root, day, "report", "--period", "6m", "--to", "hdnd")
            given += 2
        given += len(list(islice(left, min(A_DAY, number - given))))
        issue(root, day, "giay-moi")
        day += timedelta(days=2 if day.weekday() == 2 else 5)  # Wednesday, Friday
    run(root, "register", "void", "12", "--unit", WARD, "--reason", "ký nhầm bản dự thảo")


def reported(root: Path) -> bool:
    """Tell whether the report of the first half has its number."""
    return (root / "out" / "2025" / WARD / "bao-cao-6-thang.docx").exists()


def invitations(root: Path) -> Iterator[None]:
    """Write the data of one invitation after another."""
    folder = root / "data" / "giay_moi" / "2025" / WARD
    folder.mkdir(parents=True)
    for at in range(9999):
        title = MEETINGS[at % len(MEETINGS)].format(n=f"{at // len(MEETINGS) % 24 + 1:02}")
        day = date(2025, 1, 15) + timedelta(days=at // A_DAY * 7 // 2)
        lines = [
            "# MINH HỌA", f"cuoc_hop: {title}", "kinh_moi: [Các đồng chí trong thành phần]",
            "noi_dung: [Nội dung theo chương trình gửi kèm]", "chu_tri: Chủ tịch Ủy ban nhân dân phường",
            "gio: 8 giờ 00", f"ngay_hop: {day:%d/%m/%Y}", "dia_diem: Hội trường Ủy ban nhân dân phường",
            "buoi: sáng", "thanh_phan: [Theo danh sách]", "chuan_bi: [Tài liệu gửi trước]",
            "lien_he: công chức Văn phòng - Thống kê", PLACES.format(who=GROUPS[at % len(GROUPS)]),
        ]  # fmt: skip
        (folder / f"hop-{at + 1:03}.yaml").write_text("\n".join(lines), "utf-8")
        yield


def issue(root: Path, day: date, *words: str) -> None:
    """Give numbers on *day* to what has none yet."""
    run(root, "issue", *words, "--unit", WARD, "--date", f"{day:%d/%m/%Y}")


def run(root: Path, *words: str) -> None:
    """Run docgen there; what it says on failure is shown."""
    command = [sys.executable, "-m", "docgen", "-C", str(root), *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
