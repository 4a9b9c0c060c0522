"""``docgen register verify``: the book, its files, and other files that bear numbers."""

from __future__ import annotations

import io
import re
import shlex
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.batch import Only, Producer, plan_jobs
from docgen.commands import cli
from docgen.issue import Issuer, verify_workspace
from docgen.issue.order import order_of
from docgen.issue.verify import command_for
from docgen.load.workspace import load_workspace
from docgen.register.store import FILE, Register
from docgen.register.verify import Finding
from docgen.write import digest
from tests.issue.office import DAY, UNIT, Hall
from tests.issue.office import hall as hall_of


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
    assert "--number 1 --date 12/5/2025 --replace" not in cure
    assert "docgen issue …" not in cure  # of which docgen knows no more that it made it
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


# What is found names a cure; who does what it says has nothing left to mend


def only(office: Hall, code: str) -> Finding:
    """Return the one thing that is wrong."""
    (one,) = verify_workspace(office.workspace, office.root / "out")
    assert one.code == code
    return one


def do(office: Hall, cure: str, number: int = 0, **words: str) -> None:
    """Run the command of a cure, the first or another one, its open places filled in."""
    command = re.findall(r"  (docgen [^;(]*?)(?=;|  \(|, hoặc|, văn bản|$)", cure)[number]
    for place, word in words.items():
        command = command.replace(place.replace("_", " "), word)
    done = CliRunner().invoke(cli, shlex.split(command)[1:])
    assert done.exit_code == 0, (command, done.output)


@pytest.fixture
def hall(office: Hall, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    """The office at whose folder somebody types commands; three invitations have numbers."""
    monkeypatch.chdir(office.root)
    office.issue(["h00", "h01", "h02"])
    yield office
    for path in office.root.glob("*.sqlite"):
        path.unlink()


def invitation(office: Hall, name: str) -> Path:
    return folder(office) / f"giay-moi-{name}.docx"


def typed_behind_docgens_back(office: Hall, *statements: str) -> None:
    with closing(sqlite3.connect(office.register.path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


ISSUE = {"issue …": "issue giay-moi --unit phuong-cau-dat --year 2025 --ma h01"}
ADD = {"TÊN_LOẠI": "Giấy mời", "TRÍCH_YẾU": "họp"}


@pytest.mark.parametrize("number, words", [(0, ADD), (1, ISSUE)])
def test_a_hole_that_is_filled_as_told_is_mended(
    hall: Hall, number: int, words: dict[str, str]
) -> None:
    invitation(hall, "h01").unlink()
    typed_behind_docgens_back(hall, "DROP TRIGGER khong_xoa", "DELETE FROM van_ban WHERE so = 2")

    do(hall, only(hall, "number-gap").cure, number, **words)
    assert hall.findings() == []


def test_a_wrong_day_is_settled_by_the_letter_that_corrects_it(hall: Hall) -> None:
    typed_behind_docgens_back(hall, "UPDATE van_ban SET ngay = '2025-05-01' WHERE so = 2")
    letter = 'docgen register add --unit phuong-cau-dat --type "Công văn" --subject "đính chính"'
    do(hall, f"  {letter} --notation UBND-VP --date 13/5/2025")

    do(hall, only(hall, "date-disorder").cure, SỐ="4")
    assert hall.findings() == []


def test_a_wrong_day_is_settled_by_the_document_that_replaces_it(hall: Hall) -> None:
    typed_behind_docgens_back(hall, "UPDATE van_ban SET ngay = '2025-05-01' WHERE so = 2")
    cure = only(hall, "date-disorder").cure.replace("--replace", "--date 13/5/2025 --replace")

    do(hall, cure, 1)
    assert hall.findings() == []


def test_a_number_given_twice_goes_with_the_book_that_somebody_edited(hall: Hall) -> None:
    do(hall, "  docgen register backup --to giu.sqlite")
    typed_behind_docgens_back(
        hall,
        "CREATE TABLE moi AS SELECT * FROM van_ban",
        "DROP TABLE van_ban",
        "ALTER TABLE moi RENAME TO van_ban",
        "UPDATE van_ban SET so = 2, day = 'Giấy mời' WHERE so = 3",
    )
    found = verify_workspace(hall.workspace, hall.root / "out")
    (double,) = (one for one in found if one.code == "number-double")

    do(hall, double.cure, TỆP="giu.sqlite")
    assert hall.findings() == []


@pytest.mark.parametrize("number", [0, 1])
def test_a_document_that_was_not_finished_is_finished_or_made_void_as_told(
    hall: Hall, number: int
) -> None:
    (job,) = plan_jobs(hall.workspace, "giay-moi", 2025, [UNIT], DAY, Only("h03"))
    hall.register.take([order_of(hall.producer, job)])

    do(hall, only(hall, "unfinished").cure, number)
    assert hall.findings() == []


def test_a_file_that_is_gone_is_written_again_as_told(hall: Hall) -> None:
    invitation(hall, "h01").unlink()

    do(hall, only(hall, "file-missing").cure)
    assert hall.findings() == []


@pytest.mark.parametrize("now", ["2025/phuong-cau-dat/hop.docx", "hop cu/giay-moi-h01.docx"])
def test_a_file_that_was_renamed_is_told_once_with_its_name(hall: Hall, now: str) -> None:
    path = hall.root / "out" / now
    path.parent.mkdir(exist_ok=True)
    invitation(hall, "h01").rename(path)

    one = only(hall, "file-missing")
    place = "out/2025/phuong-cau-dat/giay-moi-h01.docx"
    assert one.sentence == f"số 02/GM-UBND: tệp {place} nay ở out/{now}"
    assert one.cure == f"đổi tên lại thành {place}"
    path.rename(invitation(hall, "h01"))
    assert hall.findings() == []


def test_an_edited_file_that_is_moved_away_is_written_again_as_told(
    hall: Hall, tmp_path: Path
) -> None:
    invitation(hall, "h01").write_bytes(b"PK s\xe1\xbb\xada")
    cure = only(hall, "file-edited").cure
    assert "dời tệp này ra ngoài thư mục kết quả rồi chạy" in cure
    invitation(hall, "h01").rename(tmp_path / "sua.docx")

    do(hall, cure)
    assert hall.findings() == []


def test_a_file_of_a_replaced_document_is_put_back_as_told(hall: Hall) -> None:
    hall.issue(["h01"], date(2025, 5, 13), replacing="sai giờ")
    signed = invitation(hall, "h01").read_bytes()
    for spoil in (
        lambda: invitation(hall, "h01").write_bytes(b"PK"),
        invitation(hall, "h01").unlink,
    ):
        spoil()
        (one,) = verify_workspace(hall.workspace, hall.root / "out")
        assert one.warning
        assert one.cure.startswith("lấy lại bản đã cấp số từ bản sao lưu, đặt đúng chỗ này")
        invitation(hall, "h01").write_bytes(signed)
        assert hall.findings() == []


def lost(office: Hall) -> str:
    """Lose the third number, of which the file is left; return what to do."""
    typed_behind_docgens_back(office, "DROP TRIGGER khong_xoa", "DELETE FROM van_ban WHERE so = 3")
    return only(office, "number-unknown").cure


def test_a_number_that_the_book_lost_comes_back_with_a_copy(hall: Hall) -> None:
    saved = hall.register.path.read_bytes()
    hall.root.joinpath("sao_luu/so_dang_ky-20991231.sqlite").write_bytes(saved)

    assert "(docgen register restore)" in lost(hall)
    do(hall, "  docgen register restore")
    assert hall.findings() == []


def test_a_number_that_the_book_lost_is_given_again_as_told(hall: Hall) -> None:
    do(
        hall,
        lost(hall),
        0,
        **{"issue …": "issue giay-moi --unit phuong-cau-dat --year 2025 --ma h02"},
    )
    assert hall.findings() == []


def test_a_number_that_the_book_lost_of_a_document_made_elsewhere_is_entered_as_told(
    hall: Hall,
) -> None:
    (folder(hall) / ".docgen.json").unlink()

    do(hall, lost(hall), 0, **ADD)
    assert hall.findings() == []


def cures(office: Hall) -> list[str]:
    """Return what there is to do; all of it is of numbers that the book does not know."""
    found = verify_workspace(office.workspace, office.root / "out")
    assert {one.code for one in found} == {"number-unknown"}
    return [one.cure for one in found]


def of(name: str) -> dict[str, str]:
    return {"issue …": f"issue giay-moi --unit phuong-cau-dat --year 2025 --ma {name}"}


def test_the_numbers_of_a_document_and_its_replacement_come_back_as_told(hall: Hall) -> None:
    saved = hall.register.path.read_bytes()
    hall.issue(["h03"])
    before = hall.register.path.read_bytes()
    hall.issue(["h03"], date(2025, 5, 13), replacing="sai giờ")
    hall.register.path.write_bytes(before)
    (replacement,) = cures(hall)
    assert "--ma h03 --number 5 --date 13/5/2025 --replace" in replacement
    do(hall, replacement)
    assert hall.findings() == []

    hall.register.path.write_bytes(saved)
    for cure in cures(hall):
        do(hall, cure, 0, **of("h03"))
    assert hall.findings() == []
    assert [one.state for one in hall.entries()][3:] == ["đã thay thế", "đã cấp"]


def test_a_number_given_after_the_former_was_void_comes_back_as_told(hall: Hall) -> None:
    before = hall.register.path.read_bytes()
    hall.register.void(hall.entries()[1], "ký nhầm bản")
    hall.issue(["h01"], date(2025, 5, 13))
    hall.register.path.write_bytes(before)

    (cure,) = cures(hall)
    do(hall, cure)
    do(hall, cure, 1)
    assert hall.findings() == []
    assert [one.state for one in hall.entries()] == ["đã cấp", "đã hủy", "đã cấp", "đã cấp"]


def test_numbers_that_the_book_lost_are_told_in_their_order(hall: Hall) -> None:
    saved = hall.register.path.read_bytes()
    hall.issue(["h05"])
    hall.issue(["h04"])
    hall.register.path.write_bytes(saved)

    for cure, name in zip(cures(hall), ("h05", "h04"), strict=True):
        do(hall, cure, 0, **of(name))
    assert hall.findings() == []


@pytest.mark.parametrize("words", [ADD, of("h04")])
def test_a_hole_behind_a_void_number_of_a_later_day_is_filled_as_told(
    hall: Hall, words: dict[str, str]
) -> None:
    hall.issue(["h03"], date(2025, 5, 20))
    hall.register.void(hall.entries()[3], "ký nhầm bản")
    hall.issue(["h04", "h05"], date(2025, 5, 15))
    invitation(hall, "h04").unlink()
    typed_behind_docgens_back(hall, "DROP TRIGGER khong_xoa", "DELETE FROM van_ban WHERE so = 5")

    cure = only(hall, "number-gap").cure
    assert "(ngày từ 12/5/2025 đến 15/5/2025)" in cure
    do(hall, cure, int(words is not ADD), **words)
    assert hall.findings() == []


def test_the_same_number_of_another_year_is_no_copy_and_comes_back_as_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older copy of the book was put back, which does not know the replacement of January."""
    office = hall_of(tmp_path, ["h00", "h01"], "phuong-gia-vien-2025")
    monkeypatch.chdir(office.root)
    office.issue(["h01"], date(2025, 7, 10))
    saved = office.register.path.read_bytes()
    office.issue(["h00"], date(2025, 7, 10))
    before = office.register.path.read_bytes()
    office.issue(["h00"], date(2026, 1, 6), replacing="sai giờ")  # 01 again, as h01's of 2025
    office.register.path.write_bytes(before)

    (cure,) = cures(office)
    assert "--year 2025 --ma h00 --number 1 --date 06/01/2026 --replace" in cure
    do(office, cure)
    assert office.findings() == []

    office.register.path.write_bytes(saved)
    first, second = cures(office)
    assert "docgen issue … --number 1 --date 06/01/2026 --year 2025 --replace" in second
    for cure in (first, second):
        do(office, cure, 0, **{"issue …": "issue giay-moi --unit phuong-gia-vien-2025 --ma h00"})
    assert office.findings() == []


def spoilt(docx: bytes, old: str, new: str) -> bytes:
    """Return a document with other words, as somebody's Word would."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as package, zipfile.ZipFile(target, "w") as changed:
        for name in package.namelist():
            changed.writestr(name, package.read(name).replace(old.encode(), new.encode()))
    assert digest(target.getvalue()) != digest(docx)
    return target.getvalue()


@pytest.mark.parametrize("copied", [True, False])
def test_a_changed_copy_outside_of_the_units_folders_goes_to_its_own_or_away(
    hall: Hall, copied: bool, tmp_path: Path
) -> None:
    """No command names the folder as if it were a unit."""
    copy = hall.root / "out" / "2025" / "ban-in" / "h01.docx"
    copy.parent.mkdir()
    copy.write_bytes(spoilt(invitation(hall, "h01").read_bytes(), "8 giờ 00", "9 giờ 00"))
    if not copied:
        invitation(hall, "h01").unlink()
        typed_behind_docgens_back(
            hall, "DROP TRIGGER khong_xoa", "DELETE FROM van_ban WHERE so > 1"
        )
        invitation(hall, "h02").unlink()

    told = only(hall, "number-unknown")
    assert told.sentence.endswith("và không ở thư mục của đơn vị nào")
    assert "--unit" not in told.cure
    copy = copy.rename(folder(hall) / "ban-in.docx")
    if copied:
        assert "chuyển ra khỏi thư mục kết quả" in only(hall, "number-copied").cure
        copy.rename(tmp_path / "ban-in.docx")
    else:
        do(hall, only(hall, "number-unknown").cure, 0, **ADD)
    assert hall.findings() == []


@pytest.mark.parametrize("words, code", [("", "number-copied"), ("9 giờ 00", "number-unknown")])
def test_a_document_without_a_day_is_a_copy_if_it_has_the_words(
    hall: Hall, words: str, code: str
) -> None:
    dated = invitation(hall, "h01").read_bytes()
    signed = spoilt(spoilt(dated, "năm\N{NO-BREAK SPACE}2025", ""), "năm 2025", "")
    invitation(hall, "h01").write_bytes(signed)
    typed_behind_docgens_back(hall, f"UPDATE van_ban SET bam = '{digest(signed)}' WHERE so = 2")
    copy = (
        spoilt(signed, "8 giờ 00", words) if words else spoilt(signed, ' xml:space="preserve"', "")
    )
    (folder(hall) / "ban-in.docx").write_bytes(copy)

    only(hall, code)


def test_a_copy_anywhere_in_the_folder_is_told_and_is_to_go(hall: Hall, tmp_path: Path) -> None:
    copy = hall.root / "out" / "gửi đi.docx"
    copy.write_bytes(invitation(hall, "h01").read_bytes())
    assert "chuyển ra khỏi thư mục kết quả" in only(hall, "number-copied").cure

    copy.rename(tmp_path / "gui-di.docx")
    assert hall.findings() == []


def test_the_file_of_a_line_that_was_entered_without_one_is_bound_to_it(hall: Hall) -> None:
    hall.issue(["h03"], date(2025, 5, 15))
    with closing(sqlite3.connect(hall.register.path)) as connection, connection:
        connection.execute("UPDATE van_ban SET loai = '', tep = '', bam = '' WHERE ma = 'h03'")

    found = only(hall, "number-copied")
    assert "04/GM-UBND, mà sổ ghi số ấy cho Giấy mời" in found.sentence
    do(hall, found.cure)

    assert hall.findings() == []
