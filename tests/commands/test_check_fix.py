"""`docgen check --fix`: what is told, what is written, how it ends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm, Pt

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


def test_what_was_mended_is_told_beside_a_report_in_a_file_too(docgen: Run, folder: Path) -> None:
    done = docgen("check", "--draft", "--fix", "ke-hoach.docx", "--out", "r.html", cwd=folder)
    page = (folder / "r.html").read_text("utf-8")

    assert done.stdout.splitlines()[0] == "r.html (đã ghi)"
    assert done.stdout.splitlines()[1].startswith("ke-hoach.sua.docx: bản sao đã sửa ")
    assert "<p>Bản sao đã sửa " in page


def test_what_is_excused_by_the_words_of_its_place_is_not_mended(docgen: Run, folder: Path) -> None:
    document: Any = docx.Document(str(folder / "ke-hoach.docx"))
    (number,) = [
        each for cell in document.tables[0]._cells for each in cell.paragraphs
        if each.text.startswith("Số:")
    ]  # fmt: skip
    for run in number.runs:
        run.font.size = Pt(14)
    document.save(str(folder / "ke-hoach.docx"))
    (folder / "docgen.yaml").touch()
    excuse = "bo_qua: [{quy_tac: so-size, chua: KH-, ly_do: mẫu của ngành}]\n"
    (folder / "kiem_tra.yaml").write_text(excuse, "utf-8")
    done = docgen("check", "--draft", "--fix", "-v", "ke-hoach.docx", cwd=folder)

    assert "page-margins (" in done.stdout
    assert "so-size (" not in done.stdout
    assert re.search("bỏ qua: Số, ký hiệu cỡ chữ 14: “Số: .*/KH-", done.stdout)


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


def test_a_copy_that_is_there_and_right_is_told_as_such(docgen: Run, folder: Path) -> None:
    docgen("check", "--draft", "--fix", "ke-hoach.docx", cwd=folder)
    copy = (folder / "ke-hoach.sua.docx").read_bytes()
    done = docgen("check", "--draft", "--fix", "ke-hoach.docx", cwd=folder)

    assert done.returncode == 0
    assert done.stdout.startswith(
        "ke-hoach.sua.docx: bản sao có từ trước còn đúng, không ghi lại; đã sửa "
    )
    assert (folder / "ke-hoach.sua.docx").read_bytes() == copy


@pytest.mark.parametrize("again", ["--fix", "--draft"])
def test_copies_in_a_folder_are_not_taken_for_documents(
    again: str, docgen: Run, folder: Path
) -> None:
    docgen("check", "--draft", "--fix", ".", cwd=folder)
    names = sorted(each.name for each in folder.iterdir())
    done = docgen("check", "--draft", "-q", again, ".", cwd=folder)

    assert names == ["ke-hoach.docx", "ke-hoach.sua.docx"]
    assert sorted(each.name for each in folder.iterdir()) == names
    assert len(done.stdout.splitlines()) == 1
    (folder / "ke-hoach.docx").unlink()
    assert docgen("check", "--draft", "-q", ".", cwd=folder).stdout.startswith("ke-hoach.sua.docx:")


def test_why_a_document_is_not_mended_is_told_in_few_words_too(docgen: Run, folder: Path) -> None:
    (folder / "ke-hoach.sua.docx").write_text("khác")
    done = docgen("check", "--draft", "--fix", "-q", "ke-hoach.docx", cwd=folder)

    assert done.stdout.splitlines()[0].startswith("ke-hoach.docx: không sửa: Đã có tệp")
    assert len(done.stdout.splitlines()) == 2
