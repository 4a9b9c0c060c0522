"""``docgen register verify``: the book, its files, and other files that bear numbers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from docgen.batch import Only, Producer, plan_jobs
from docgen.issue import Issuer, verify_workspace
from docgen.issue.verify import command_for
from docgen.load.workspace import load_workspace
from docgen.register.store import FILE, Register
from tests.issue.office import DAY, UNIT, Hall


def found(office: Hall) -> list[tuple[str, str]]:
    out = office.root / "out"
    return [(one.code, one.sentence) for one in verify_workspace(office.workspace, out)]


def folder(office: Hall) -> Path:
    return office.root / "out" / "2025" / UNIT


def test_a_copy_of_an_issued_document_is_told_from_the_document(office: Hall) -> None:
    office.issue(["h00"])
    copy = folder(office) / "giay-moi-h00 - Copy.docx"
    copy.write_bytes((folder(office) / "giay-moi-h00.docx").read_bytes())

    sentence = "{0} - Copy.docx mang số 01/GM-UBND của tệp {0}.docx"
    told = sentence.format(f"out/2025/{UNIT}/giay-moi-h00")
    assert found(office) == [("number-copied", told)]


def test_a_document_with_a_number_that_the_book_does_not_know_is_named(office: Hall) -> None:
    """The book was put back from a copy of another day, or somebody wrote the number by hand."""
    office.issue(["h00", "h01"])
    kept = {path: path.read_bytes() for path in folder(office).glob("*.docx")}
    office.empty()
    for path, data in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    sentence = "out/2025/{}/giay-moi-{}.docx mang số {}/GM-UBND nhưng sổ đăng ký không có số này"
    told = [sentence.format(UNIT, ma, number) for ma, number in (("h00", "01"), ("h01", "02"))]
    assert found(office) == [("number-unknown", one) for one in told]
    cure = verify_workspace(office.workspace, office.root / "out")[0].cure
    assert "docgen issue … --number 1 --date 12/5/2025" in cure
    assert (
        f'docgen register add --unit {UNIT} --type "Giấy mời" --subject "TRÍCH YẾU" --number 1'
        f' --date 12/5/2025 --file "out/2025/{UNIT}/giay-moi-h00.docx"' in cure
    )


def test_drafts_other_files_and_words_own_locks_bear_no_number(office: Hall) -> None:
    office.issue(["h00"])
    draft = plan_jobs(office.workspace, "giay-moi", 2025, [UNIT], DAY)[1]
    assert office.producer.make(draft).written
    for name, data in (
        ("~$ay-moi-h00.docx", b"Word"), ("hỏng.docx", b"PK\x03\x04"), ("rỗng.docx", b""),
        ("ghi chú.txt", "Số: 09/GM-UBND".encode()),
    ):  # fmt: skip
        (folder(office) / name).write_bytes(data)
    (folder(office) / "thư mục.docx").mkdir()

    assert found(office) == []


def test_an_edited_document_and_a_hole_made_behind_docgens_back_are_found(office: Hall) -> None:
    office.issue(["h00", "h01", "h02"])
    path = folder(office) / "giay-moi-h02.docx"
    path.write_bytes((folder(office) / "giay-moi-h01.docx").read_bytes())
    with closing(sqlite3.connect(office.register.path)) as connection, connection:
        connection.execute("DROP TRIGGER khong_xoa")
        connection.execute("DELETE FROM van_ban WHERE so = 2")

    assert [code for code, _ in found(office)] == ["number-gap", "file-edited", "number-unknown"]


@pytest.mark.parametrize("kind, ma, ban, words", [
    ("ke-hoach", "", "", "docgen issue plan --unit phuong-cau-dat --year 2025"),
    ("bao-cao", "6-thang", "", "docgen issue report --unit phuong-cau-dat --year 2025 --period 6m"),
    ("bao-cao", "6-thang", "hdnd",
     "docgen issue report --unit phuong-cau-dat --year 2025 --period 6m --to hdnd"),
    ("giay-moi", "hoi-nghi-doi-thoai", "",
     "docgen issue giay-moi --unit phuong-cau-dat --year 2025 --ma hoi-nghi-doi-thoai"),
])  # fmt: skip
def test_what_is_to_be_run_again_is_told_as_the_command_that_does_it(
    workspace: Path, kind: str, ma: str, ban: str, words: str
) -> None:
    loaded = load_workspace(workspace)
    register = Register(workspace / FILE)
    jobs = plan_jobs(loaded, kind, 2025, [UNIT], DAY, Only(ma, ban))
    Issuer(Producer(loaded, workspace / "out"), register).issue(jobs)
    (entry,) = register.entries()

    assert command_for(loaded, entry) == words
