"""Copies of the register: made by itself and by hand, whole while others write, put back at once."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from contextlib import closing
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest

import docgen.register.backup
from docgen.register import rows
from docgen.register.backup import (
    DAYS,
    BadBackupError,
    NoBackupError,
    backup,
    is_whole,
    newest_backup,
    restore,
)
from docgen.register.errors import RegisterBusyError, RegisterDamagedError, RegisterUnwritableError
from docgen.register.store import FILE, Register
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
    assert [entry.state for entry in book.entries()] == ["đang ghi"] * 2
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
    with pytest.raises(BadBackupError):
        restore(book.path, NOW)
    assert numbers(book) == [1]


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

    with pytest.raises(RegisterUnwritableError, match=r"bản\.sqlite: trên đường dẫn có tệp"):
        backup(book.path, NOW, target)


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
