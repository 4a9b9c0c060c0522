"""``docgen register``: the book looked at, given out, kept, and what becomes of a number."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from docx.oxml.ns import qn

from docgen.check import Settings, check_file
from docgen.check.verdict import PASS
from docgen.commands import cli

WARD = ["--unit", "phuong-cau-dat"]
Press = Callable[..., Result]


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """A workspace in which the plan, an invitation and both reports of Cầu Đất have numbers."""
    root = tmp_path_factory.mktemp("so") / "lam-viec"
    for name in ("data", "templates"):
        shutil.copytree(sample / name, root / name)
    shutil.copy(sample / "docgen.yaml", root)
    for words in (
        ["plan", "--date", "12/02/2025"],
        ["giay-moi", "--date", "12/5/2025"],
        ["report", "--period", "6m", "--date", "10/6/2025"],
        ["report", "--period", "6m", "--to", "hdnd", "--date", "10/6/2025"],
    ):
        done = CliRunner().invoke(cli, ["-C", str(root), "issue", *words, *WARD])
        assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def root(issued: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return shutil.copytree(issued, tmp_path / "lam-viec")


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch, root: Path) -> Press:
    """Return ``press("list", …)``: docgen register, run in the copy."""
    monkeypatch.chdir(root)
    return lambda *words: CliRunner().invoke(cli, ["register", *words])


def test_the_list_tells_number_day_title_and_state(press: Press) -> None:
    done = press("list", *WARD)
    head, first, *others = done.stdout.splitlines()

    assert head.split("  ")[0] == "Số, ký hiệu"
    assert first.startswith("01/KH-UBND   12/02/2025  Kế hoạch thực hiện dân chủ ở cơ sở")
    assert first.endswith("  đã cấp")
    assert [line.split()[0] for line in others] == ["02/GM-UBND", "03/BC-UBND", "04/BC-UBND"]
    assert done.stderr == "4 văn bản: 4 đã cấp.\n"


def test_list_and_show_speak_json(press: Press) -> None:
    rows = json.loads(press("list", "--json").stdout)
    row = json.loads(press("show", "3", "--json").stdout)

    assert [one["so_ky_hieu"] for one in rows] == [
        "01/KH-UBND", "02/GM-UBND", "03/BC-UBND", "04/BC-UBND",
    ]  # fmt: skip
    assert row == rows[2]
    assert (row["ngay"], row["ma"], row["trang_thai"]) == ("2025-06-10", "6-thang", "đã cấp")
    assert row["so_ban"] > 0


def test_show_tells_all_that_the_decree_asks_for(press: Press) -> None:
    told = press("show", "01/KH-UBND", *WARD).stdout

    for label in ("Ngày văn bản", "Trích yếu", "Người ký", "Chức vụ", "Nơi nhận", "Bản lưu",
                  "Số lượng bản", "Tình trạng", "Tệp"):  # fmt: skip
        assert f"\n{label}  " in told
    assert "out/2025/phuong-cau-dat/ke-hoach.docx" in told


def test_a_number_that_is_not_there_is_told_with_the_last_one(press: Press) -> None:
    done = press("show", "9", *WARD)

    assert done.exit_code == 1
    assert "Số lớn nhất là 04/BC-UBND. [number-not-found]" in done.stderr
    assert "Có phải là “plan”?" in press("list", "--kind", "plann").stderr
    assert press("list", "--kind", "plan").stdout.count("\n") == 2


def test_a_void_number_stays_used(press: Press, root: Path) -> None:
    done = press("void", "04/BC-UBND", *WARD, "--reason", " ký nhầm bản. ")
    again = CliRunner().invoke(
        cli, ["issue", "report", "--period", "6m", "--to", "hdnd", *WARD, "--date", "11/6/2025"]
    )

    assert (done.exit_code, again.exit_code) == (0, 0), again.output
    assert "Đã hủy số 04/BC-UBND; số này không cấp lại." in done.stdout
    assert "số 05/BC-UBND" in again.stdout
    assert "đã hủy: ký nhầm bản\n" in press("list", *WARD).stdout
    assert press("void", "4", *WARD, "--reason", "x").exit_code == 1
    assert press("void", "3", *WARD, "--reason", " ").exit_code == 2
    assert press("void", "3", *WARD).exit_code == 2


def test_a_replacement_is_told_on_both_lines(press: Press) -> None:
    words = ["issue", "plan", *WARD, "--date", "11/6/2025", "--replace", "sai thời hạn"]
    done = CliRunner().invoke(cli, words)

    assert done.exit_code == 0, done.output
    first, *_, last = press("list", *WARD).stdout.splitlines()[1:]
    assert first.endswith("đã thay thế; được thay thế bằng số 05/KH-UBND")
    assert last.endswith("đã cấp; thay thế số 01/KH-UBND")
    row = json.loads(press("show", "1", *WARD, "--json").stdout)
    assert row["duoc_thay_the_bang"] == "05/KH-UBND"


def test_only_a_cong_van_corrects(press: Press) -> None:
    done = press("correct", "01/KH-UBND", "--by", "2", *WARD)

    assert done.exit_code == 1
    assert "02/GM-UBND là giấy mời; đính chính phải bằng công văn (khoản 3 Điều 18" in done.stderr


def test_a_correction_is_told_on_both_lines(press: Press, root: Path) -> None:
    out = ["--unit", "quan-ngo-quyen", "--date", "16/6/2025"]
    for words in (["plan"], ["remind", "--period", "6m"]):
        done = CliRunner().invoke(cli, ["issue", *words, *out])
        assert done.exit_code == 0, done.output
    done = press("correct", "1", "--by", "2", "--unit", "quan-ngo-quyen")
    plan, letter = press("list", "--unit", "quan-ngo-quyen").stdout.splitlines()[1:]

    assert done.exit_code == 0, done.output
    sign = letter.split()[0]
    assert f"Số 01/KH-UBND được đính chính bằng số {sign}." in done.stdout
    assert plan.endswith(f"đã cấp; được đính chính bằng số {sign}")
    assert letter.endswith("đã cấp; đính chính số 01/KH-UBND")
    assert "Công văn về việc đôn đốc" in letter


def test_the_printed_book_keeps_the_decree(
    press: Press, root: Path, validator: Callable[[Path], str]
) -> None:
    done = press("export", "--to", "so.docx", "--volume", "2", *WARD)
    document = docx.Document(str(root / "so.docx"))
    words = [one.text for one in document.paragraphs]
    (table,) = document.tables
    rows = [row._tr for row in table.rows]
    repeated = [row for row in rows if row.find(f".//{qn('w:tblHeader')}") is not None]

    assert (done.stdout, done.stderr) == ("so.docx (mới)\n", "4 văn bản.\n")
    assert [word for word in words if word][:6] == [
        "ỦY BAN NHÂN DÂN PHƯỜNG CẦU ĐẤT", "SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm: 2025",
        "Từ ngày 12/02/2025 đến ngày 10/6/2025", "Từ số 01 đến số 04", "Quyển số: 02",
    ]  # fmt: skip
    assert [cell.text for cell in table.rows[1].cells] == [f"({n})" for n in range(1, 11)]
    assert repeated == rows[:2]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    assert document.sections[0].orientation == 1
    report = check_file(root / "so.docx", Settings())
    assert report.sheet.scope == "noi-bo"
    assert [finding.rule.id for finding in report.findings] == []
    assert "paper-orientation" in {one.rule.id for one in report.verdicts if one.outcome == PASS}
    assert validator(root / "so.docx") == ""


def test_the_book_is_not_written_over_a_document_that_has_a_number(
    press: Press, root: Path
) -> None:
    path = root / "out" / "2025" / "phuong-cau-dat" / "ke-hoach.docx"
    before = path.read_bytes()
    done = press("export", "--to", str(path), *WARD)

    assert done.exit_code == 2
    assert "ke-hoach.docx là văn bản đã cấp số" in done.stderr
    assert path.read_bytes() == before


def test_a_book_that_somebody_wrote_into_is_not_written_over(press: Press, root: Path) -> None:
    press("export", "--to", "so.csv", *WARD)
    book = root / "so.csv"
    book.write_text(f"{book.read_text('utf-8')}ký nhận", "utf-8")
    kept = press("export", "--to", "so.csv", *WARD)
    forced = press("export", "--to", "so.csv", "--force", *WARD)

    assert (kept.exit_code, forced.exit_code) == (1, 0)
    assert "so.csv.bak" in forced.stderr


def test_a_part_of_the_book_is_a_volume(press: Press, root: Path) -> None:
    press("export", "--to", "so.csv", "--numbers", "2-3")

    assert [line[:10] for line in (root / "so.csv").read_text("utf-8").splitlines()[1:]] == [
        "02/GM-UBND", "03/BC-UBND",
    ]  # fmt: skip
    assert press("export", "--to", "so.csv", "--numbers", "3-2").exit_code == 2
    assert press("export", "--to", "so.csv", "--numbers", "8-9").exit_code == 2


def test_a_book_is_one_offices_and_its_ending_says_the_form(press: Press) -> None:
    CliRunner().invoke(cli, ["issue", "plan", "--unit", "phong-noi-vu", "--date", "20/6/2025"])
    many = press("export", "--to", "so.docx")
    ending = press("export", "--to", "so.pdf", *WARD)

    assert "Mỗi cơ quan một sổ: thêm --unit ĐƠN_VỊ. Có: phong-noi-vu, phuong-cau-dat" in many.stderr
    assert "đuôi .docx, .xlsx, .csv" in ending.stderr
    assert (many.exit_code, ending.exit_code) == (2, 2)


def test_verify_tells_what_is_wrong_and_the_cure(press: Press, root: Path) -> None:
    good = press("verify")
    (root / "out" / "2025" / "phuong-cau-dat" / "ke-hoach.docx").unlink()
    bad = press("verify")
    (row,) = json.loads(press("verify", "--json").stdout)

    assert (good.exit_code, good.stderr) == (0, "Sổ và các tệp khớp nhau.\n")
    assert bad.exit_code == 1
    assert "  cách chữa: " in bad.stdout
    assert (row["ma_loi"], row["so_ky_hieu"]) == ("file-missing", "01/KH-UBND")


def test_a_backup_comes_back_and_the_former_file_is_kept(press: Press, root: Path) -> None:
    book = root / "so_dang_ky.sqlite"
    saved = press("backup", "--to", "giu.sqlite")
    book.write_bytes(b"hong" * 4096)
    broken = press("list")
    done = press("restore", "--from", "giu.sqlite")

    assert saved.stdout == "giu.sqlite (đã sao lưu)\n"
    assert press("backup", "--to", "giu.sqlite").exit_code == 2
    assert "docgen register restore" in broken.stderr
    assert done.exit_code == 0, done.output
    assert "Đã khôi phục sổ từ giu.sqlite." in done.stdout
    (kept,) = root.glob("so_dang_ky.hong-*.sqlite")
    assert kept.read_bytes().startswith(b"hong")
    assert press("list").stdout.count("\n") == 5


def test_an_old_backup_is_refused_while_the_register_is_whole(press: Press, root: Path) -> None:
    press("backup", "--to", "cu.sqlite")
    CliRunner().invoke(cli, ["issue", "plan", "--unit", "phong-noi-vu", "--date", "20/6/2025"])
    refused = press("restore", "--from", "cu.sqlite")
    forced = press("restore", "--from", "cu.sqlite", "--force")

    assert refused.exit_code == 1
    assert "thiếu 1 số đã cấp: 01/KH-NV (phong-noi-vu)" in refused.stderr
    assert forced.exit_code == 0
    assert "number-unknown" in forced.stdout  # its file bears a number that the book has lost


def test_a_book_on_a_drive_that_is_not_there_is_put_back_only_by_force(
    press: Press, root: Path
) -> None:
    book = root / "so_dang_ky.sqlite"
    book.unlink()
    book.symlink_to(root.parent / "ổ chung" / book.name)
    told = press("list")
    refused = press("restore")
    forced = press("restore", "--force")

    assert told.exit_code == refused.exit_code == 1
    assert "nối lại ổ đĩa" in told.stderr
    assert refused.stderr == told.stderr
    assert not list(root.parent.glob("ổ chung"))
    assert forced.exit_code == 0
    assert "tệp sổ trước đó được giữ ở so_dang_ky.hong-" in forced.stderr
    assert press("list").stdout.count("\n") == 5


def test_what_cannot_be_copied_is_told_without_a_word_of_numbers(press: Press, root: Path) -> None:
    done = press("backup", "--to", "/proc/không có/so.sqlite")

    assert done.exit_code == 1
    assert "Không ghi được bản sao lưu của sổ đăng ký vào /proc/không có/so.sqlite" in done.stderr
    assert "cấp số" not in done.stderr


def test_nothing_issued_is_an_empty_book(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    done = CliRunner().invoke(cli, ["register", "list"])

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 văn bản.\n")
    assert CliRunner().invoke(cli, ["register", "export", "--to", "so.csv"]).exit_code == 2
    assert CliRunner().invoke(cli, ["register", "backup"]).exit_code == 2
    assert not (workspace / "so_dang_ky.sqlite").exists()


def test_the_file_is_an_ordinary_database(root: Path) -> None:
    with sqlite3.connect(root / "so_dang_ky.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM van_ban").fetchone() == (4,)
    connection.close()


def letter(press: Press, *words: str) -> None:
    told = ["--type", "Công văn", "--subject", "đính chính", "--notation", "UBND-VP"]
    done = press("add", *WARD, *told, "--date", "12/6/2025", "--corrects", "1", *words)
    assert done.exit_code == 0, done.output


def test_every_letter_that_corrects_is_told_and_a_void_one_falls_away(
    press: Press, root: Path
) -> None:
    letter(press)
    letter(press)
    both = json.loads(press("show", "1", *WARD, "--json").stdout)
    told = press("show", "1", *WARD).stdout
    done = press("void", "6", *WARD, "--reason", "ký nhầm")
    press("export", "--to", "so.csv", *WARD)
    book = (root / "so.csv").read_text("utf-8").splitlines()

    assert both["duoc_dinh_chinh_bang"] == ["05/UBND-VP", "06/UBND-VP"]
    assert "bằng số 05/UBND-VP; được đính chính bằng số 06/UBND-VP\n" in told
    assert (
        "Việc đính chính số 01/KH-UBND bằng công văn này không còn; cần đính chính thì lập công văn khác.\n"
        in done.stderr
    )
    assert book[1].endswith(",Được đính chính bằng số 05/UBND-VP")
    assert book[6].endswith(",Hủy: ký nhầm")


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".csv"])
def test_the_book_of_an_office_whose_file_was_renamed_is_still_written(
    press: Press, root: Path, ending: str
) -> None:
    unit = root / "data" / "don_vi" / "phuong-cau-dat.yaml"
    unit.rename(unit.with_name("phuong-cau-dat-cu.yaml"))
    done = press("export", "--to", f"so{ending}", *WARD)

    assert (done.exit_code, done.stderr) == (0, "4 văn bản.\n"), done.output
    if ending == ".docx":
        words = [one.text for one in docx.Document(str(root / "so.docx")).paragraphs]
        assert "ỦY BAN NHÂN DÂN PHƯỜNG CẦU ĐẤT" in words


def test_the_year_that_is_meant_is_the_newest_of_the_office(press: Press) -> None:
    told = ["--type", "Quyết định", "--subject", "A", "--notation", "QĐ-VP", "--date", "5/01/2026"]
    done = press("add", "--unit", "thanh-pho-hai-phong", *told)

    assert done.exit_code == 0, done.output
    assert press("list", *WARD).stdout.count("\n") == 5
    assert press("show", "1", *WARD).stdout.startswith("Số, ký hiệu       01/KH-UBND\n")
    assert press("list").stdout.count("\n") == 2
