"""`docgen check --fix`: what is told, what is written, how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm

Run = Callable[..., Any]


@pytest.fixture
def folder(make: Callable[..., Path], sample: Path, tmp_path: Path) -> Path:
    """A folder with a plan whose right margin is too wide, as ke-hoach.docx."""
    made = make(sample, "phong-noi-vu", tmp_path / "out")
    document: Any = docx.Document(str(made))
    for section in document.sections:
        section.right_margin = Mm(31.75)
    (tmp_path / "lam").mkdir()
    document.save(str(tmp_path / "lam" / "ke-hoach.docx"))
    return tmp_path / "lam"


def test_the_copy_is_mended_and_checked_again(docgen: Run, folder: Path) -> None:
    done = docgen("check", "--draft", "--fix", "ke-hoach.docx", cwd=folder)

    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("ke-hoach.sua.docx: bản sao đã sửa ")
    assert "page-margins (" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("ke-hoach.sua.docx: Bản nháp đạt")
    assert sorted(each.name for each in folder.iterdir()) == ["ke-hoach.docx", "ke-hoach.sua.docx"]
    assert docgen("check", "--draft", "ke-hoach.docx", cwd=folder).returncode == 1
    assert docgen("check", "--draft", "ke-hoach.sua.docx", cwd=folder).returncode == 0


def test_what_is_left_comes_with_advice_and_ends_with_one(docgen: Run, folder: Path) -> None:
    done = docgen("check", "--fix", "ke-hoach.docx", cwd=folder)  # no draft: it has no number yet

    assert done.returncode == 1
    assert "ke-hoach.sua.docx: bản sao đã sửa " in done.stdout
    assert "    cách sửa: Ghi số bằng chữ số Ả Rập" in done.stdout


def test_a_file_in_the_way_is_told_and_kept(docgen: Run, folder: Path) -> None:
    (folder / "ke-hoach.sua.docx").write_text("khác")
    done = docgen("check", "--draft", "--fix", "ke-hoach.docx", cwd=folder)

    assert done.returncode == 1
    assert "ke-hoach.docx: không sửa: Đã có tệp “ke-hoach.sua.docx”" in done.stdout
    assert (folder / "ke-hoach.sua.docx").read_text() == "khác"


def test_json_tells_what_was_mended(docgen: Run, folder: Path) -> None:
    done = docgen("check", "--draft", "--fix", "--format", "json", "ke-hoach.docx", cwd=folder)
    (row,) = json.loads(done.stdout)["tep"]

    assert row["tep"] == row["sua"]["ban_sao"] == "ke-hoach.sua.docx"
    assert row["sua"]["da_sua"][0]["ma"] == "page-margins"
    assert not row["sua"]["vi_sao"]
