"""The chapter of the guide on numbers, done as it is written: every command, in order, on the sample."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.commands.conftest import ROOT, Run

CSV = """\
"Số, ký hiệu văn bản",Ngày tháng văn bản,Tên loại và trích yếu nội dung văn bản
01/QĐ-UBND,03/01/2025,Quyết định kiện toàn Ban Chỉ đạo
…/TB-UBND,06/01/2025,Thông báo lịch tiếp công dân
"""


def chapter() -> str:
    text = (ROOT / "docs" / "huong-dan.md").read_text("utf-8")
    return re.split(
        r"^## ", text.split("## Cấp số, sổ đăng ký văn bản đi\n")[1], flags=re.MULTILINE
    )[0]


def commands() -> list[list[str]]:
    """Return the words of each command, without “docgen”."""
    blocks = re.findall(r"```console\n(.*?)```", chapter(), re.DOTALL)
    return [shlex.split(line)[1:] for block in blocks for line in block.splitlines()]


def edit(root: Path) -> None:
    """Do what the guide says in words before the replacement: change the data."""
    path = root / "data" / "ke_hoach" / "2025" / "phuong-cau-dat.yaml"
    text = path.read_text("utf-8")
    assert "31/3/2025" in text
    path.write_text(text.replace("31/3/2025", "30/6/2025"), "utf-8")


def test_every_command_of_the_chapter_on_numbers_does_what_the_chapter_says(
    docgen: Run, workspace: Path
) -> None:
    (workspace / "da_ky").mkdir()
    (workspace / "da_ky" / "04-TB.pdf").write_bytes(b"%PDF-1.7 scan")
    (workspace / "so-2025.csv").write_text(CSV, "utf-8-sig")
    said = []
    for words in commands():
        if words[:1] == ["plan"] and "--replace" in words:
            edit(workspace)
        done = docgen(*words, cwd=workspace)
        assert done.returncode == 0, (words, done.stderr)
        said.append(done.stdout + done.stderr)

    book = docgen("register", "list", "--unit", "phuong-cau-dat", cwd=workspace).stdout
    lines = [re.split(r"  +", line) for line in book.splitlines()[1:]]
    assert [(line[0], line[1], line[-1].partition(";")[0]) for line in lines] == [
        ("01/KH-UBND", "12/02/2025", "đã thay thế"),
        ("02/QĐ-UBND", "12/02/2025", "đã cấp"),
        ("03/UBND-VP", "13/02/2025", "đã cấp"),
        ("04/TB-UBND", "25/4/2025", "đã hủy: ký nhầm bản"),
        ("05/KH-UBND", "16/5/2025", "đã cấp"),
        ("06/UBND-VP", "19/5/2025", "đã cấp"),
    ]
    assert "Sổ và các tệp khớp nhau." in "".join(said)
    assert (workspace / "so-dang-ky-2025.docx").is_file()
