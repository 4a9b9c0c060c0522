"""Copies of the register: made by itself and by hand, whole while others write, put back at once."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest

import docgen.register.backup
from docgen.register import rows
from docgen.register.backup import (
    DAYS,
    BackupUnwritableError,
    BadBackupError,
    NoBackupError,
    RestoreFailedError,
    backup,
    restore,
)
from docgen.register.copies import is_whole, newest_backup
from docgen.register.errors import (
    RegisterAwayError,
    RegisterBusyError,
    RegisterDamagedError,
    RegisterLostError,
)
from docgen.register.loss import LosesChangesError, check_loss
from docgen.register.store import FILE, Register
from tests.issue.office import at_each_step, die_at
from tests.register.orders import Child, give, in_child, numbers, order, register
from tests.register.test_store import half_written

NOW = datetime(2025, 3, 3, 8, 30)


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "sao_luu").iterdir())


def today(folder: Path) -> str:
    """Return the name of the copy of the day, by the clock of the file system."""
    day = date.fromtimestamp((folder / FILE).stat().st_mtime)
    return f"so_dang_ky-{day:%Y%m%d}.sqlite"


def test_each_number_is_in_the_copy_of_the_day_before_it_is_final(tmp_path: Path) -> None:
    book = register(tmp_path)
    for n in range(5):
        (entry,) = book.take([order(str(n))])
        copy = tmp_path / "sao_luu" / today(tmp_path)
        assert is_whole(copy)
        assert Register(copy).entries() == book.entries()
    book.void(entry, "nhầm")

    assert [one.state for one in Register(copy).entries()][-1] == "đã hủy"
    assert copies(tmp_path) == [today(tmp_path)]


def test_asking_again_for_a_number_makes_no_copy(tmp_path: Path) -> None:
    book = register(tmp_path)
    book.take([order("a")])
    (tmp_path / "sao_luu" / today(tmp_path)).unlink()

    book.take([order("a")])

    assert copies(tmp_path) == []


def test_the_copies_of_thirty_days_are_kept_and_all_that_a_person_made(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    old = [f"so_dang_ky-{2000 + n}0101.sqlite" for n in range(40)]
    for name in old:
        (tmp_path / "sao_luu" / name).write_bytes(b"")
    by_hand = backup(book.path, NOW)

    give(book, "b")

    kept = copies(tmp_path)
    assert kept == sorted([*old[-DAYS + 1 :], today(tmp_path), by_hand.name])


def test_a_clock_set_far_back_does_not_throw_the_newest_copy_away(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    for n in range(40):
        (tmp_path / "sao_luu" / f"so_dang_ky-{2100 + n}0101.sqlite").write_bytes(b"")

    give(book, "b")

    assert today(tmp_path) in copies(tmp_path)
    found = newest_backup(book.path)
    assert found
    assert found.name == today(tmp_path)


def test_the_newest_copy_is_the_one_with_the_most_numbers(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    late = backup(book.path, datetime(2099, 1, 1))
    give(book, "b")

    assert newest_backup(book.path) != late
    give(book, "c")
    later = backup(book.path, datetime(2099, 1, 2))
    assert newest_backup(book.path) == later


def test_of_copies_with_as_many_numbers_the_one_of_the_later_change_is_the_newest(
    tmp_path: Path,
) -> None:
    """The copy of the day is made before a change is final; one made by hand later knows of it."""
    book = register(tmp_path)
    give(book, "a")
    by_hand = backup(book.path, datetime(2000, 1, 1))
    (tmp_path / "sao_luu" / today(tmp_path)).touch()

    assert newest_backup(book.path) == by_hand


def test_of_copies_that_hold_the_same_the_file_system_knows_which_is_newest(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    backup(book.path, datetime(2099, 1, 1))
    (entry,) = book.entries()
    with closing(sqlite3.connect(book.path)) as connection, connection:
        connection.execute("UPDATE van_ban SET ghi_chu = 'sửa sau'")
    later = backup(book.path, datetime(2000, 1, 1))
    os.utime(later, (later.stat().st_atime, later.stat().st_mtime + 1))

    assert newest_backup(book.path) == later
    assert entry.number == 1


def test_restoring_is_one_call_and_throws_nothing_away(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a", "b")
    before = book.path.read_bytes()
    book.path.write_bytes(b"h\xe1\xbb\x8fng" * 2000)
    wrong = book.path.read_bytes()
    with pytest.raises(RegisterDamagedError):
        book.entries()

    source, kept = restore(book.path, NOW)

    assert source.name == today(tmp_path)
    assert kept
    assert kept.name == "so_dang_ky.hong-20250303-083000.sqlite"
    assert kept.read_bytes() == wrong
    assert numbers(book) == [1, 2]
    assert [entry.state for entry in book.entries()] == ["đã cấp"] * 2
    assert len(before) == book.path.stat().st_size
    give(book, "c")
    assert numbers(book) == [1, 2, 3]
    _, second = restore(book.path, NOW)
    assert second
    assert second.name == "so_dang_ky.hong-20250303-083000-2.sqlite"


def test_a_book_that_is_gone_is_put_back(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    book.path.unlink()

    assert restore(book.path, NOW)[1] is None
    assert numbers(book) == [1]


@pytest.mark.parametrize("gone", [True, False])
def test_a_journal_of_the_former_book_is_not_played_into_the_one_put_back(
    tmp_path: Path, gone: bool
) -> None:
    book = register(tmp_path)
    give(book, *(f"h{n}" for n in range(60)))
    copy = backup(book.path, NOW, tmp_path / "bản.sqlite")
    give(book, *(f"h{n}" for n in range(60, 120)))
    half_written(book)
    if gone:
        book.path.unlink()
    else:
        book.path.write_bytes(b"\xa5" * 4096)

    restore(book.path, NOW, copy)

    assert numbers(book) == list(range(1, 61))
    assert {entry.order.subject for entry in book.entries()} == {"Họp giao ban"}
    assert is_whole(book.path)


def test_a_broken_backup_is_passed_over_and_never_put_back(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    good = copies(tmp_path)
    for name in ("so_dang_ky-20990101.sqlite", "so_dang_ky-20990102-000000.sqlite"):
        (tmp_path / "sao_luu" / name).write_bytes(b"SQLite format 3\x00 h\xe1\xbb\x8fng")

    assert [one.name for one in [restore(book.path, NOW)[0]]] == good
    with pytest.raises(BadBackupError, match="bị hỏng hoặc không phải sổ đăng ký"):
        restore(book.path, NOW, tmp_path / "sao_luu" / "so_dang_ky-20990101.sqlite")
    (tmp_path / "sao_luu" / good[0]).unlink()
    with pytest.raises(NoBackupError, match=r"chưa có bản sao lưu nào còn nguyên.*--from"):
        restore(book.path, NOW)
    assert numbers(book) == [1]


def test_who_meets_a_damaged_or_lost_book_is_told_of_the_copy_that_restore_takes(
    tmp_path: Path,
) -> None:
    book = register(tmp_path)
    give(book, "a")
    (good,) = copies(tmp_path)
    rubbish = tmp_path / "sao_luu" / "so_dang_ky-20990101.sqlite"
    rubbish.write_bytes(b"h\xe1\xbb\x8fng")

    for error in (RegisterDamagedError, RegisterLostError):
        book.path.write_bytes(b"h\xe1\xbb\x8fng" if error is RegisterDamagedError else b"")
        with pytest.raises(error, match=f"restore  .{good}"):
            book.entries()
    (tmp_path / "sao_luu" / good).unlink()
    for error in (RegisterDamagedError, RegisterLostError):
        book.path.write_bytes(b"h\xe1\xbb\x8fng" if error is RegisterDamagedError else b"")
        with pytest.raises(error, match=r"Chưa có bản sao lưu nào còn nguyên.*--from"):
            book.entries()


def test_where_there_is_no_backup_nothing_is_touched(tmp_path: Path) -> None:
    book = register(tmp_path)
    book.path.write_bytes(b"h\xe1\xbb\x8fng")

    with pytest.raises(RegisterDamagedError, match="Chưa có bản sao lưu nào"):
        book.entries()
    with pytest.raises(NoBackupError):
        restore(book.path, NOW)
    assert book.path.read_bytes() == b"h\xe1\xbb\x8fng"


def test_copies_made_while_others_write_are_each_of_one_moment(tmp_path: Path) -> None:
    """Two writers number two documents at a time: no copy ever holds half of a pair."""
    book = register(tmp_path)
    give(book, "x", "y")

    def write(who: int) -> int:
        until = time.monotonic() + 1.5
        n = 0
        while time.monotonic() < until:
            book.take([order(f"{who}-{n}-a"), order(f"{who}-{n}-b")])
            n += 1
        return n

    children = [Child(partial(write, who)) for who in range(2)]
    made: list[Path] = []
    until = time.monotonic() + 1.2
    while time.monotonic() < until:
        made.append(backup(book.path, NOW, tmp_path / f"bản-{len(made)}.sqlite"))
    written = sum(child.result() for child in children)

    counts = []
    for copy in made:
        assert is_whole(copy)
        found = numbers(Register(copy))
        assert found == list(range(1, len(found) + 1))
        assert len(found) % 2 == 0
        counts.append(len(found))
    assert counts == sorted(counts)
    assert counts[-1] > counts[0], "có người ghi trong lúc sao lưu"
    assert numbers(book) == list(range(1, 2 * written + 3))


def test_a_copy_of_a_damaged_book_takes_no_good_copys_place(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, *(f"h{n}" for n in range(60)))
    before = (tmp_path / "sao_luu" / today(tmp_path)).read_bytes()
    data = bytearray(book.path.read_bytes())
    data[8192:] = b"\xa5" * (len(data) - 8192)
    book.path.write_bytes(data)

    for act in (lambda: give(register(tmp_path), "x"), lambda: backup(book.path, NOW)):
        with pytest.raises(RegisterDamagedError):
            act()
    assert copies(tmp_path) == [today(tmp_path)]
    assert (tmp_path / "sao_luu" / today(tmp_path)).read_bytes() == before


def test_nobody_writes_into_a_book_that_is_being_put_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = register(tmp_path)
    give(book, "a")
    monkeypatch.setattr(docgen.register.backup, "PATIENCE", 0.1)

    with closing(sqlite3.connect(book.path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterBusyError):
            restore(book.path, NOW)
    assert numbers(book) == [1]
    assert not list(tmp_path.glob("*hong*"))


def test_a_copy_that_cannot_be_written_is_told_with_its_place(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    target = tmp_path / FILE / "bản.sqlite"  # a file stands where a folder must be

    with pytest.raises(BackupUnwritableError, match=r"bản\.sqlite: trên đường dẫn có tệp") as told:
        backup(book.path, NOW, target)
    assert "cấp số" not in str(told.value)
    with pytest.raises(BackupUnwritableError, match="không có ổ đĩa hay thư mục này"):
        backup(book.path, NOW, Path("/proc/không có/bản.sqlite"))


def test_a_book_that_cannot_be_put_back_is_told_as_that(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")

    def work() -> str:
        def act(_count: int, event: str, path: str) -> None:
            if event == "open" and path.endswith(".part"):
                raise OSError(errno.ENOSPC, "đầy", path)

        at_each_step(act)
        with pytest.raises(RestoreFailedError) as told:
            restore(book.path, NOW)
        return str(told.value)

    assert in_child(work) == (
        f"Không khôi phục được sổ đăng ký {book.path}: ổ đĩa đầy. Không tệp nào bị mất; khắc phục "
        "rồi chạy lại lệnh."
    )
    assert numbers(book) == [1]


def no_links(event: str, _words: object) -> None:
    """Behave as a file system that has no hard links."""
    if event == "os.link":
        raise OSError(errno.EPERM, "không có liên kết cứng")


def restore_killed_at(book: Register, copy: Path, step: int, *, links: bool) -> bool:
    """Put *copy* back in a process that is killed before its n-th step; tell whether it got so far."""

    def work() -> bool:
        if not links:
            sys.addaudithook(no_links)
        at_each_step(die_at(step))
        restore(book.path, NOW, copy)
        return True

    return Child(work).result() is None


@pytest.mark.parametrize("links", [True, False], ids=["nối cứng", "không nối cứng"])
@pytest.mark.parametrize("damaged", [False, True], ids=["sổ nguyên", "sổ hỏng"])
def test_a_kill_between_any_two_steps_of_restoring_begins_no_book_anew(
    tmp_path: Path, damaged: bool, links: bool
) -> None:
    """There is no copy beside the book: what is put back came from elsewhere."""
    (tmp_path / "gốc").mkdir()
    source = register(tmp_path / "gốc")
    give(source, "a", "b")
    copy = backup(source.path, NOW, tmp_path / "bản.sqlite")
    give(source, "c")
    old = b"h\xe1\xbb\x8fng" if damaged else source.path.read_bytes()
    step, seen = 1, set()
    while True:
        folder = tmp_path / str(step)
        folder.mkdir()
        book = register(folder)
        book.path.write_bytes(old)
        if not restore_killed_at(book, copy, step, links=links):
            break
        found = 0
        if book.path.exists() and is_whole(book.path):
            found = len(numbers(book))
        else:
            assert damaged or not links
            acts: list[Callable[[], object]] = [book.entries, partial(give, book, "x")]
            for act in acts:
                with pytest.raises(
                    (RegisterDamagedError, RegisterLostError), match="restore --from"
                ):
                    act()
        seen.add(found)

        restore(book.path, NOW, copy)

        assert numbers(book) == [1, 2], step
        kept = sorted(folder.glob("so_dang_ky.hong-*"))
        assert [one.read_bytes() for one in kept].count(old) == 1, step
        assert len(kept) == (2 if found == 2 else 1), step  # killed when all was done
        assert sorted(folder.iterdir()) == sorted([book.path, *kept]), step
        assert {one.stat().st_nlink for one in folder.iterdir()} == {1}, step
        step += 1

    assert step > 4
    assert numbers(book) == [1, 2]
    assert seen == {2, 0 if damaged else 3} | (set() if links else {0})


def test_a_log_that_another_program_left_is_settled_before_its_book_is_put_aside(
    tmp_path: Path,
) -> None:
    """A kill between the two would leave a book without what is in its log alone."""
    book = register(tmp_path)
    give(book, "a")
    copy = backup(book.path, NOW, tmp_path / "bản.sqlite")

    def work() -> None:
        connection = sqlite3.connect(book.path, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE van_ban SET ghi_chu = 'sửa sau'")
        os.kill(os.getpid(), 9)

    in_child(work)
    assert book.path.with_name(f"{FILE}-wal").stat().st_size
    _, kept = restore(book.path, NOW, copy)

    assert kept
    assert sorted(tmp_path.glob("so_dang_ky*")) == sorted([kept, book.path])
    assert [one.order.note for one in Register(kept).entries()] == ["sửa sau"]
    assert [one.order.note for one in book.entries()] == [""]


def test_what_a_killed_backup_or_restore_left_is_gone_with_a_later_number(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    left = [tmp_path / "sao_luu" / f"so_dang_ky-{n}.sqlite.{n}.part" for n in (1, 2)]
    left += [tmp_path / f"{FILE}.{n}.part" for n in (1, 2)]
    for one in left:
        one.touch()
    for one in left[::2]:
        os.utime(one, (1, 1))

    give(book, "b")

    assert [one.exists() for one in left] == [False, True] * 2  # the others may be at work


def test_a_kill_between_the_copy_and_the_number_leaves_both_whole(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")

    def work() -> None:
        def hook(event: str, _words: object) -> None:
            if event in ("os.listdir", "os.scandir", "glob.glob"):  # old copies are looked for
                os.kill(os.getpid(), 9)

        with book._write() as connection:
            rows.give(connection, order("b"))
            sys.addaudithook(hook)

    in_child(work)

    copy = tmp_path / "sao_luu" / today(tmp_path)
    assert (numbers(book), numbers(Register(copy))) == ([1], [1, 2])
    assert [entry.number for entry in book.take([order("c"), order("b")])] == [2, 3]
    assert numbers(Register(copy)) == [1, 2, 3]


# A link to a drive that is not there


def away(folder: Path) -> Register:
    """Return a book on another drive, with copies beside its link; the drive is taken away."""
    drive = folder / "ổ chung"
    drive.mkdir()
    (drive / FILE).touch()
    (folder / FILE).symlink_to(drive / FILE)
    book = register(folder)
    give(book, "a")
    drive.rename(folder / "ổ tháo rời")
    return book


def test_a_drive_that_is_not_there_is_to_be_connected_whatever_copies_there_are(
    tmp_path: Path,
) -> None:
    book = away(tmp_path)

    for act in (book.entries, lambda: give(book, "b"), lambda: backup(book.path, NOW)):
        with pytest.raises(RegisterAwayError, match="nối lại ổ đĩa") as told:
            act()
        assert "ổ chung" in str(told.value)
    for copy in (newest_backup(book.path), None):
        with pytest.raises(RegisterAwayError):
            check_loss(book.path, copy)
    (tmp_path / "ổ tháo rời").rename(tmp_path / "ổ chung")
    assert numbers(book) == [1]


def test_a_book_whose_drive_is_gone_for_good_is_put_where_its_link_was(tmp_path: Path) -> None:
    """Not where the link leads: there it would be hidden by the drive when that is back."""
    book = away(tmp_path)

    _, kept = restore(book.path, NOW)

    assert numbers(book) == [1]
    assert not book.path.is_symlink()
    assert kept
    assert kept.readlink() == tmp_path / "ổ chung" / FILE
    assert not (tmp_path / "ổ chung").exists()


def test_a_restore_through_a_link_that_was_killed_is_no_drive_that_is_not_there(
    tmp_path: Path,
) -> None:
    drive = tmp_path / "ổ chung"
    drive.mkdir()
    (drive / FILE).touch()
    (tmp_path / FILE).symlink_to(drive / FILE)
    book = register(tmp_path)
    give(book, "a")
    (drive / FILE).rename(drive / "so_dang_ky.hong-20250303-083000.sqlite")

    with pytest.raises(RegisterLostError, match="restore"):
        book.entries()
    restore(book.path, NOW)

    assert numbers(book) == [1]
    assert book.path.is_symlink()


def test_a_copy_from_before_a_number_was_void_is_not_put_back_unasked(tmp_path: Path) -> None:
    book = register(tmp_path)
    given = give(book, "a", "b")
    before = backup(book.path, NOW)
    check_loss(book.path, before)
    book.void(given[1], "ký nhầm bản")

    with pytest.raises(LosesChangesError, match=r"02/GM-UBND \(phuong-cau-dat\)\. Khôi phục thì"):
        check_loss(book.path, before)


def test_the_copy_of_the_day_knows_which_files_are_in_place(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a", "b")
    copy = tmp_path / "sao_luu" / today(tmp_path)

    check_loss(book.path, copy)
    assert [one.state for one in Register(copy).entries()] == ["đã cấp", "đã cấp"]


def test_a_copy_from_before_the_files_were_in_place_may_be_put_back(tmp_path: Path) -> None:
    """`docgen issue` finds them in place again."""
    book = register(tmp_path)
    (entry,) = book.take([order("a")])
    before = backup(book.path, NOW)
    book.finish([(entry, "băm")])

    check_loss(book.path, before)


def test_the_copy_after_a_change_is_newer_than_one_before_it_whatever_the_clock(
    tmp_path: Path,
) -> None:
    book = register(tmp_path)
    given = give(book, "a", "b")
    by_hand = backup(book.path, NOW)
    book.correct(given[0], given[1])
    book.void(given[1], "ký nhầm bản")
    os.utime(by_hand, (2**31, 2**31))

    assert newest_backup(book.path) == tmp_path / "sao_luu" / today(tmp_path)
