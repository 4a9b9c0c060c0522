"""A register of an older docgen is brought up to date; nothing that it holds changes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from docgen.register.schema import MIGRATIONS
from tests.register.orders import give, order, register

V1 = (
    "co_quan, nam, day, so, ngay, loai, don_vi, nam_du_lieu, ma, ky_hieu, ten_loai, trich_yeu, "
    "nguoi_ky, chuc_vu, noi_nhan, luu, so_ban, tep, bam, trang_thai, ly_do, ghi_chu"
)
LINES = [
    ("phuong-cau-dat", 2025, "", 1, "2025-03-03", "ke-hoach", "phuong-cau-dat", 2025, "", "KH-UBND",
     "Kế hoạch", "Dân chủ ở cơ sở", "Nguyễn Văn A", "CHỦ TỊCH", "Các tổ dân phố", "VT", 26,
     "out/a.docx", "f00d", "đã cấp", "", "gấp"),
    ("phuong-cau-dat", 2025, "", 2, "2025-03-04", "", "phuong-cau-dat", 2025, "", "QĐ-UBND",
     "Quyết định", "khen thưởng", "", "", "", "", None, "", "", "đã hủy", "ký nhầm", ""),
]  # fmt: skip


def first_version(path: Path) -> None:
    """Make a register as the first docgen made it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(MIGRATIONS[0])
        marks = ", ".join("?" * len(LINES[0]))
        connection.executemany(f"INSERT INTO van_ban ({V1}) VALUES ({marks})", LINES)
        connection.execute("PRAGMA user_version = 1")
        connection.commit()


def held(path: Path, columns: str = V1) -> tuple[int, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return version, connection.execute(f"SELECT {columns} FROM van_ban ORDER BY id").fetchall()


def test_lines_of_the_first_version_are_unharmed_in_the_second(tmp_path: Path) -> None:
    book = register(tmp_path)
    first_version(book.path)
    before = book.entries()
    (third,) = give(book, "h00", day=date(2025, 3, 4))

    assert [(one.sign, one.state, one.order.office) for one in before] == [
        ("01/KH-UBND", "đã cấp", ""), ("02/QĐ-UBND", "đã hủy", ""),
    ]  # fmt: skip
    assert third.number == 3
    assert book.entries()[:2] == before
    version, lines = held(book.path)
    assert (version, lines[:2]) == (2, LINES)
    assert held(book.path, "ten_co_quan, chu_quan")[1] == [("", "")] * 3
    copies = [held(path) for path in book.path.parent.glob("sao_luu/*.sqlite")]
    assert (1, LINES) in copies, "a copy of the older file is kept"


def test_the_issuers_name_is_kept_as_it_was_on_the_day(tmp_path: Path) -> None:
    book = register(tmp_path)
    book.take([order("h00", office="Phòng Nội vụ", superior="UBND quận Ngô Quyền")])

    (line,) = book.entries()
    assert (line.order.office, line.order.superior) == ("Phòng Nội vụ", "UBND quận Ngô Quyền")


def test_an_office_that_was_renamed_since_is_unlike_and_one_that_is_not_known_is_not() -> None:
    then, now = order("h00", office="Phòng Nội vụ"), order("h00", office="Phòng Văn hóa")

    assert then.unlike(now) == {"cơ quan ban hành": ("Phòng Nội vụ", "Phòng Văn hóa")}
    assert order("h00").unlike(now) == {}
