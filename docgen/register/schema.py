"""The tables of the register, version by version; a newer docgen brings an older file up to date."""

from __future__ import annotations

import sqlite3

MARK = 0x534F4456
"""What tells the file from other programs' databases (``application_id``): “SODV”."""
_FIRST = f"""
PRAGMA application_id = {MARK};
CREATE TABLE van_ban (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  co_quan TEXT NOT NULL,
  nam INTEGER NOT NULL,
  day TEXT NOT NULL,
  so INTEGER NOT NULL CHECK (so > 0),
  ngay TEXT NOT NULL,
  loai TEXT NOT NULL,
  don_vi TEXT NOT NULL,
  nam_du_lieu INTEGER NOT NULL,
  ma TEXT NOT NULL,
  ky_hieu TEXT NOT NULL,
  ten_loai TEXT NOT NULL,
  trich_yeu TEXT NOT NULL,
  nguoi_ky TEXT NOT NULL,
  chuc_vu TEXT NOT NULL,
  noi_nhan TEXT NOT NULL,
  luu TEXT NOT NULL,
  so_ban INTEGER,
  tep TEXT NOT NULL,
  bam TEXT NOT NULL DEFAULT '',
  trang_thai TEXT NOT NULL CHECK (trang_thai IN ('đang ghi', 'đã cấp', 'đã thay thế', 'đã hủy')),
  ly_do TEXT NOT NULL DEFAULT '',
  thay_the INTEGER REFERENCES van_ban (id),
  dinh_chinh INTEGER REFERENCES van_ban (id),
  ghi_chu TEXT NOT NULL DEFAULT '',
  UNIQUE (co_quan, nam, day, so),
  UNIQUE (co_quan, nam, so, ky_hieu)
);
CREATE UNIQUE INDEX mot_ban ON van_ban (don_vi, loai, nam_du_lieu, ma)
  WHERE loai <> '' AND trang_thai IN ('đang ghi', 'đã cấp');
CREATE INDEX thay_the ON van_ban (thay_the) WHERE thay_the IS NOT NULL;
CREATE TRIGGER khong_xoa BEFORE DELETE ON van_ban
  BEGIN SELECT RAISE (ABORT, 'so dang ky khong xoa dong'); END;
CREATE TRIGGER khong_doi_so BEFORE UPDATE OF co_quan, nam, day, so, ky_hieu ON van_ban
  BEGIN SELECT RAISE (ABORT, 'so da cap khong doi'); END;
"""
_SECOND = """
ALTER TABLE van_ban ADD COLUMN ten_co_quan TEXT NOT NULL DEFAULT '';
ALTER TABLE van_ban ADD COLUMN chu_quan TEXT NOT NULL DEFAULT '';
"""
MIGRATIONS = (_FIRST, _SECOND)
"""The statements that bring version n to n + 1; the file's ``user_version`` counts them."""
VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date, inside a transaction of the caller."""
    have = connection.execute("PRAGMA user_version").fetchone()[0]
    for version in range(have, VERSION):
        for statement in _split(MIGRATIONS[version]):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version + 1}")


def _split(script: str) -> list[str]:
    """Return the statements of a script; a trigger's own semicolons stay inside it."""
    found: list[str] = []
    here = ""
    for line in script.strip().splitlines():
        here += line + "\n"
        if sqlite3.complete_statement(here):
            found.append(here.strip())
            here = ""
    return found
