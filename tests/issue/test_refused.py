"""A full disk, a closed folder, Word, a clock set back, midnight: a sentence, and nothing is lost."""

from __future__ import annotations

import errno
import resource
import sqlite3
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.batch import Only, plan_jobs
from docgen.issue import Issued
from docgen.register.errors import RegisterLostError
from docgen.write import MANIFEST
from tests.issue.office import UNIT, Hall, at_each_step, hall, refuse
from tests.register.orders import in_child

Told = list[tuple[str, str]]
COPY = "so_dang_ky.part"


def told(found: list[Issued]) -> Told:
    """Return the code and the sentence of each error, as a process can hand them over."""
    return [(one.error.code, str(one.error)) if one.error else ("", one.state) for one in found]


def under(office: Hall, act: Callable[[int, str, str], object], *names: str) -> Told:
    """Issue in a process in which the system behaves as *act* says."""

    def work() -> Told:
        at_each_step(act)
        return told(office.issue(names))

    found: Told = in_child(work)
    return found


def with_sqlite(office: Hall, change: Callable[[Any], Any], *names: str) -> Told:
    """Issue in a process whose SQLite meets a disk as *change* makes it."""

    def work() -> Told:
        connect = sqlite3.connect
        sqlite3.connect = change(connect)
        return told(office.issue(names))

    found: Told = in_child(work)
    return found


def full(connect: Any) -> Any:
    """Every page that the file has is all that the disk takes: SQLITE_FULL, as it comes of ENOSPC."""

    def one(*words: Any, **others: Any) -> Any:
        connection = connect(*words, **others)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {max(1, pages)}")
        return connection

    return one


def closed(connect: Any) -> Any:
    """The register can only be read, as in a folder of a share that is for reading."""

    def one(address: str, **others: Any) -> Any:
        return connect(address.replace("=rwc", "=ro").replace("=rw", "=ro"), **others)

    return one


def numbers(office: Hall) -> list[tuple[int, str, str]]:
    return [(entry.number, entry.order.ma, entry.state) for entry in office.entries()]


def finished(office: Hall, *names: str) -> None:
    """The trouble is over: issuing the same again leaves nothing open."""
    assert all(one.error is None for one in office.issue(names))
    assert [entry.number for entry in office.entries()] == list(range(1, len(office.entries()) + 1))
    assert office.findings() == []


def test_a_full_disk_at_the_register_gives_no_number(office: Hall) -> None:
    office.issue(["h00"])
    many = [f"h{n:02}" for n in range(1, 40)]  # lines that need pages of their own

    found = with_sqlite(office, full, *many)

    assert {code for code, _ in found} == {"register-unwritable"}
    assert "ổ đĩa đã đầy. Sổ vẫn nguyên, chưa ghi thêm gì" in found[0][1]
    assert numbers(office) == [(1, "h00", "đã cấp")]
    finished(office, "h01", "h02")


@pytest.mark.parametrize("trouble, words", [
    (errno.ENOSPC, "ổ đĩa đầy"), (errno.EROFS, "ổ đĩa chỉ cho đọc"), (errno.EACCES, "không được phép"),
])  # fmt: skip
def test_where_the_copy_of_the_book_cannot_be_written_no_number_is_given(
    office: Hall, trouble: int, words: str
) -> None:
    office.issue(["h00"])

    ((code, sentence),) = under(office, refuse(trouble, "open", COPY), "h01")

    assert code == "backup-unwritable"
    assert "sao_luu" in sentence
    assert f"{words}. Sổ vẫn nguyên, chưa ghi thêm gì" in sentence
    assert numbers(office) == [(1, "h00", "đã cấp")]
    finished(office, "h01")


def test_a_disk_that_fills_after_the_number_leaves_the_number_with_its_document(
    office: Hall,
) -> None:
    def act(_count: int, event: str, path: str) -> None:
        if event == "open" and f"{MANIFEST}." in path and path.endswith(".part"):
            raise OSError(errno.ENOSPC, "đầy", path)

    ((code, sentence), _) = under(office, act, "h00", "h01")

    assert code == "cannot-write"
    assert "ổ đĩa đầy" in sentence
    assert numbers(office) == [(1, "h00", "đang ghi"), (2, "h01", "đang ghi")]
    assert office.findings() == ["unfinished", "unfinished"]
    finished(office, "h02", "h01", "h00")


@pytest.mark.parametrize("size", [0, 2000, 5000, 13000, 20000, 40000])
def test_no_file_can_grow_and_still_no_number_is_lost(office: Hall, size: int) -> None:
    """A limit on the size of files stops even a superuser, in SQLite as in Python."""
    office.issue(["h00"])

    def work() -> Told:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return told(office.issue(["h01", "h02"]))

    found = in_child(work)

    assert {code for code, _ in found} <= {
        "register-unwritable", "backup-unwritable", "cannot-write", "",
    }  # fmt: skip
    given = numbers(office)
    assert given[0] == (1, "h00", "đã cấp")
    assert set(office.findings()) <= {"unfinished"}
    finished(office, "h01", "h02")
    assert [row[:2] for row in numbers(office)][: len(given)] == [row[:2] for row in given]


def test_a_register_that_can_only_be_read_gives_no_number(office: Hall) -> None:
    office.issue(["h00"])

    ((code, sentence),) = with_sqlite(office, closed, "h01")

    assert code == "register-unwritable"
    assert "chỉ cho đọc" in sentence
    assert numbers(office) == [(1, "h00", "đã cấp")]
    finished(office, "h01")


@pytest.mark.parametrize("trouble", [errno.EACCES, errno.EROFS])
def test_a_folder_of_documents_that_can_only_be_read_is_seen_before_a_number_is_given(
    office: Hall, trouble: int
) -> None:
    def act(_count: int, event: str, path: str) -> None:
        if event == "open" and f"/{UNIT}/" in path and path.endswith(".part"):
            raise OSError(trouble, "không ghi được", path)

    ((code, sentence),) = under(office, act, "h00")

    assert code == "cannot-write"
    assert f"{UNIT}/giay-moi-h00.docx" in sentence
    assert numbers(office) == []
    finished(office, "h00")


def test_a_draft_that_is_open_in_word_is_seen_before_a_number_is_given(office: Hall) -> None:
    """Word holds its file against writing; others may still read it."""
    draft(office)

    def work() -> Told:
        def hook(event: str, words: tuple[Any, ...]) -> None:
            if event == "open" and str(words[0]).endswith("h00.docx") and "+" in str(words[1]):
                raise PermissionError(errno.EACCES, "Word", words[0])

        sys.addaudithook(hook)
        return told(office.issue(["h00"]))

    ((code, sentence),) = in_child(work)

    assert code == "cannot-write"
    assert "đang mở trong Word" in sentence
    assert numbers(office) == []
    finished(office, "h00")


def test_word_that_opens_the_draft_between_number_and_file_holds_up_the_file_alone(
    office: Hall,
) -> None:
    ((code, sentence), after) = under(
        office, refuse(errno.EACCES, "os.rename", "giay-moi-h00.docx"), "h00", "h01"
    )

    assert code == "cannot-write"
    assert "đang mở trong Word, hãy đóng lại rồi chạy lại lệnh" in sentence
    assert after == ("", "đã cấp")
    assert numbers(office) == [(1, "h00", "đang ghi"), (2, "h01", "đã cấp")]
    assert not list(office.root.glob("out/**/*.part"))
    finished(office, "h00")


def test_a_draft_that_a_person_changed_is_left_alone_and_costs_no_number(office: Hall) -> None:
    path = draft(office)
    path.write_bytes(b"PK s\xe1\xbb\xada tay")

    ((code, sentence), other) = told(office.issue(["h00", "h01"]))

    assert code == "draft-by-hand"
    assert "giay-moi-h00.docx" in sentence
    assert other == ("", "đã cấp")
    assert path.read_bytes() == b"PK s\xe1\xbb\xada tay"
    assert numbers(office) == [(1, "h01", "đã cấp")]
    path.rename(path.with_name("cua-toi.txt"))
    finished(office, "h00")


def draft(office: Hall) -> Path:
    """Put a draft where the document will go, as ``docgen giay-moi`` does."""
    (job,) = plan_jobs(office.workspace, "giay-moi", 2025, [UNIT], None, Only("h00"))
    made = office.producer.make(job).written
    assert made
    return made.path


def test_a_clock_that_was_set_back_is_told_with_the_last_number_and_its_day(office: Hall) -> None:
    office.issue(["h00"])

    ((code, sentence),) = told(office.issue(["h01"], day=date(2025, 5, 11)))

    assert code == "number-refused"
    assert sentence == (
        "Số 02 ngày 11/5/2025 không theo thứ tự: số 01 đã cấp ngày 12/5/2025. "
        "Chọn ngày từ 12/5/2025."
    )
    assert numbers(office) == [(1, "h00", "đã cấp")]
    finished(office, "h01")


def test_the_numbers_of_a_year_end_at_midnight_and_begin_again_from_one(tmp_path: Path) -> None:
    """Khoản 1 Điều 15: from 01 on 1 January to 31 December, whatever year the paper is of."""
    office = hall(tmp_path, ["h00", "h01", "h02", "h03"], "phuong-gia-vien-2025")
    last, first = date(2025, 12, 31), date(2026, 1, 1)

    for name, day in (("h00", last), ("h01", last), ("h02", first), ("h03", first)):
        assert told(office.issue([name], day)) == [("", "đã cấp")]

    given = [(entry.order.day, entry.sign) for entry in office.entries()]
    assert given == [
        (last, "01/GM-UBND"), (last, "02/GM-UBND"), (first, "01/GM-UBND"), (first, "02/GM-UBND"),
    ]  # fmt: skip
    assert office.findings() == []
    assert [entry.key[2] for entry in office.entries()] == [2025] * 4
    assert told(office.issue(["h01", "h02"], date(2026, 1, 5))) == [("", "đã cấp từ trước")] * 2


def test_a_register_that_is_gone_is_not_begun_again_from_one(office: Hall) -> None:
    office.issue(["h00"])
    office.register.path.rename(office.root / "cu.sqlite")

    with pytest.raises(RegisterLostError, match="docgen không lập sổ mới vì số sẽ cấp trùng"):
        office.issue(["h01"])

    assert not office.register.path.exists()
    (office.root / "cu.sqlite").rename(office.register.path)
    finished(office, "h01")


def test_a_number_that_no_copy_of_the_book_has_is_taken_again_as_the_sentence_says(
    office: Hall,
) -> None:
    office.issue(["h00"])
    old = office.register.path.read_bytes()
    office.issue(["h01"])
    office.register.path.write_bytes(old)

    ((code, sentence),) = told(office.issue(["h02"]))

    assert code == "number-lost"
    assert "docgen register restore" in sentence
    assert "docgen issue … --number 2 --date NGÀY" in sentence
    assert told(office.issue(["h01"], number=2)) == [("", "đã cấp")]
    finished(office, "h02")
