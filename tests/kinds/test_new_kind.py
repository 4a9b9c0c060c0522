"""A new kind of document is a vocabulary file and a template: it has a command, and no Python."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

KIND = """
ten: Thông báo
viet_tat: TB
lenh: thong-bao
mo_ta: Thông báo lịch tiếp công dân
tep: thong-bao
du_lieu: thong_bao
trich_yeu: Lịch tiếp công dân của {{ don_vi.goi_tat }} năm {{ nam }}
mau:
  ubnd-phuong: {tep: thong-bao.docx, phu_luc: [lich_tiep]}
truong:
  noi_tiep: {nhan: Nơi tiếp công dân, bat_buoc: có}
  buoi:
    nhan: Các buổi tiếp công dân
    kieu: danh sách
    gom:
      ngay: {nhan: Ngày tiếp, kieu: ngày, bat_buoc: có}
      nguoi_tiep: {nhan: Người tiếp}
"""
BODY = [
    '{%p extends "khung.docx" %}',
    "{%p block noi_dung %}",
    "{{ don_vi.goi }} tiếp công dân tại {{ thong_bao.noi_tiep }}, theo {{ phu_luc('lich_tiep') }}./.",
    "{%p endblock %}",
    "{%p block phu_luc %}",
    '{%p call mo_phu_luc("lich_tiep", "LỊCH TIẾP CÔNG DÂN") %}',
    "{%p for b in thong_bao.buoi %}",
    "{{ loop.index }}. Ngày {{ b.ngay | ngay }}: {{ b.nguoi_tiep }}",
    "{%p endfor %}",
    "{%p endcall %}",
    "{%p endblock %}",
]


@pytest.fixture
def folder(workspace: Path) -> Path:
    (workspace / "data" / "danh_muc" / "loai_van_ban" / "thong-bao.yaml").write_text(KIND, "utf-8")
    write_template(workspace / "templates" / "ke-hoach-quan.docx",
                   workspace / "templates" / "thong-bao.docx")  # fmt: skip
    data = workspace / "data" / "thong_bao" / "2025"
    data.mkdir(parents=True)
    (data / "phuong-cau-dat.yaml").write_text(
        "noi_tiep: Trụ sở UBND phường\n"
        "buoi:\n  - {ngay: 6/3/2025, nguoi_tiep: Chủ tịch}\n  - ngay: 13/3/2025\n",
        "utf-8",
    )
    return workspace


def write_template(like: Path, path: Path) -> None:
    """Write a template with the parts of *like* and the paragraphs of BODY."""
    with zipfile.ZipFile(like) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts["word/document.xml"].decode("utf-8")
    head, _, rest = document.partition("<w:body>")
    section = rest[rest.rindex("<w:sectPr") :]
    style = '<w:pPr><w:pStyle w:val="NoiDung"/></w:pPr>'
    body = "".join(
        f'<w:p>{style}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in BODY
    )
    parts["word/document.xml"] = f"{head}<w:body>{body}{section}".encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments, "-C", str(folder)],
        capture_output=True, encoding="utf-8", check=False, env=None,
    )  # fmt: skip


def test_it_has_a_command_of_its_own_and_makes_its_paper(
    folder: Path, lines: Callable[[Path], Any]
) -> None:
    done = run(folder, "thong-bao", "--unit", "phuong-cau-dat")
    paper = folder / "out" / "2025" / "phuong-cau-dat" / "thong-bao.docx"
    words = [line.plain.replace("\N{NO-BREAK SPACE}", " ") for line in lines(paper)]

    assert done.returncode == 0, done.stderr
    assert (
        "- Người tiếp: mục nguoi_tiep trong data/thong_bao/2025/phuong-cau-dat.yaml" in done.stderr
    )
    assert "THÔNG BÁO" in words
    assert "Lịch tiếp công dân của UBND phường năm 2025" in words
    assert "UBND phường Cầu Đất tiếp công dân tại Trụ sở UBND phường, theo Phụ lục./." in words
    assert words[words.index("Phụ lục") + 1] == "LỊCH TIẾP CÔNG DÂN"
    assert "1. Ngày 06/3/2025: Chủ tịch" in words
    assert "2. Ngày 13/3/2025: [CẦN BỔ SUNG: Người tiếp]" in words


def test_it_is_in_the_help(folder: Path) -> None:
    assert "Thông báo lịch tiếp công dân" in run(folder, "thong-bao", "--help").stdout


def test_what_it_requires_and_nobody_wrote_is_told_with_the_file_to_write(folder: Path) -> None:
    done = run(folder, "thong-bao", "--unit", "phuong-van-my")

    assert done.returncode == 1
    assert "data/thong_bao/2025/phuong-van-my.yaml" in done.stderr
    assert "Nơi tiếp công dân" in done.stderr


def test_a_mistake_in_its_data_has_a_place(folder: Path) -> None:
    data = folder / "data" / "thong_bao" / "2025" / "phuong-cau-dat.yaml"
    data.write_text("noi_tip: Trụ sở\nbuoi:\n  - ngay: 31/2/2025\n", "utf-8")
    done = run(folder, "validate")

    assert (
        "phuong-cau-dat.yaml:1:1: lỗi: Mục “noi_tip” không phải tên mục của tệp này." in done.stdout
    )
    assert "phuong-cau-dat.yaml:3:11: lỗi: “Ngày tiếp”:" in done.stdout
