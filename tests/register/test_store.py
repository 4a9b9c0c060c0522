"""The register: numbers in order, none twice, none lost; what is no register is left alone."""

from __future__ import annotations

import os
import sqlite3
import time
import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

import docgen.register.backup
import docgen.register.file
import docgen.register.schema
import docgen.register.store
from docgen.errors import DocgenError
from docgen.register import Order
from docgen.register.copies import PATIENCE, uri
from docgen.register.entry import Series
from docgen.register.errors import (
    NumberRefusedError,
    RegisterAwayError,
    RegisterBusyError,
    RegisterDamagedError,
    RegisterLostError,
    RegisterTooNewError,
    RegisterUnreadableError,
    RegisterUnwritableError,
    RowsRefusedError,
)
from docgen.register.schema import VERSION
from docgen.register.store import FILE, Register
from tests.register.orders import DAY, Child, give, in_child, numbers, order, register

Act = Callable[[], object]
Acts = list[Act]


def sql(book: Register, *statements: str) -> list[tuple[object, ...]]:
    """Do to the file what no docgen does."""
    with closing(sqlite3.connect(book.path)) as connection, connection:
        return [row for one in statements for row in connection.execute(one).fetchall()]


# Numbers


def test_numbers_follow_each_other_from_one_in_the_order_asked_for(tmp_path: Path) -> None:
    book = register(tmp_path)

    assert [entry.number for entry in book.take([order("a"), order("b"), order("c")])] == [1, 2, 3]
    assert [entry.state for entry in book.entries()] == ["đang ghi"] * 3


def test_a_document_that_has_a_number_keeps_it(tmp_path: Path) -> None:
    book = register(tmp_path)
    (first,) = give(book, "a")

    again, other = book.take([order("a", date(2025, 4, 1)), order("b")])

    assert (again.id, again.number, again.order.day) == (first.id, 1, first.order.day)
    assert again.digest == "0"
    assert other.number == 2


def test_each_office_each_year_and_each_row_begins_from_its_first(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a", "b")
    others = [
        order("a", series=Series("phuong-cau-tre", 2025)),
        order("c", date(2026, 1, 1), Series("phuong-cau-dat", 2026)),
        order("d", series=Series("phong-noi-vu", 2025, first=57)),
        order("e", series=Series("phong-noi-vu", 2025, "Giấy mời", told=True), notation="GM-PNV"),
    ]

    assert [entry.number for entry in book.take(others)] == [1, 1, 57, 1]


def test_a_refused_number_refuses_all_that_were_asked_for_with_it(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a", "b")

    with pytest.raises(NumberRefusedError, match=r"^Số 02/GM-UBND đã cấp cho văn bản khác\.$"):
        book.take([order("c"), order("d", number=2)])
    with pytest.raises(NumberRefusedError, match=r"^Số 05 .* từ 04: số kế tiếp là 04\."):
        book.take([order("c"), order("d", number=5)])
    with pytest.raises(NumberRefusedError, match="không thuộc năm 2025"):
        book.take([order("c"), order("d", date(2026, 1, 1))])
    assert numbers(book) == [1, 2]


@pytest.mark.parametrize("before, after", [("", "Giấy mời"), ("Giấy mời", "")])
def test_an_office_that_changes_its_way_of_numbering_in_mid_year_says_where_the_row_begins(
    tmp_path: Path, before: str, after: str
) -> None:
    book = register(tmp_path)
    book.take([order("a", series=Series("phuong-cau-dat", 2025, before))])
    row = Series("phuong-cau-dat", 2025, after)

    with pytest.raises(NumberRefusedError, match=r"đã cấp số theo cách khác(.|\n)*so: 2"):
        book.take([order("b", series=row)])
    told = replace(row, first=2, told=True)
    assert [entry.number for entry in book.take([order("b", series=told)])] == [2]
    assert [entry.number for entry in book.take([order("c", series=row)])] == [3]


@pytest.mark.parametrize("first, then", [("", "Bản sao"), ("Bản sao", ""), ("Bản sao", "Giấy mời")])
def test_copies_have_a_row_beside_any_other(tmp_path: Path, first: str, then: str) -> None:
    book = register(tmp_path)
    notation = {"Bản sao": "SY-UBND"}
    for ma, row in (("a", first), ("b", then)):
        series = Series("phuong-cau-dat", 2025, row)
        book.take([order(ma, series=series, notation=notation.get(row, "GM-UBND"))])

    assert numbers(book) == [1, 1]


def test_a_number_that_another_row_gave_is_not_given_again(tmp_path: Path) -> None:
    """An office that goes over to a row for each type in mid-year must say where it begins."""
    book = register(tmp_path)
    give(book, "a", "b")
    apart = Series("phuong-cau-dat", 2025, "Giấy mời", told=True)

    with pytest.raises(NumberRefusedError, match=r"01/GM-UBND đã cấp ở dãy số khác.*bat_dau"):
        book.take([order("c", series=apart)])

    on = Series("phuong-cau-dat", 2025, "Giấy mời", first=3, told=True)
    assert [entry.number for entry in book.take([order("c", series=on)])] == [3]


def test_a_void_number_holds_up_no_day(tmp_path: Path) -> None:
    """It was given on a day that was mistyped."""
    book = register(tmp_path)
    give(book, "a")
    (late,) = book.take([order("b", date(2025, 12, 31))])
    book.void(late, "sai ngày")

    assert [entry.number for entry in book.take([order("c")])] == [3]


def test_a_void_number_stays_used(tmp_path: Path) -> None:
    book = register(tmp_path)
    _, second = give(book, "a", "b")
    book.void(second, "ký nhầm bản")

    (again,) = give(book, "b")

    assert again.number == 3
    assert [(one.number, one.state) for one in book.entries()] == [
        (1, "đã cấp"), (2, "đã hủy"), (3, "đã cấp"),
    ]  # fmt: skip


def test_a_document_replaced_once_is_not_replaced_again_by_whoever_comes_later(
    tmp_path: Path,
) -> None:
    book = register(tmp_path)
    (first,) = give(book, "a")
    one, two = (
        order("a", replaces=first.id, reason="sai", file=f"out/{name}.docx") for name in "xy"
    )
    (new,) = book.take([one])

    assert [entry.id for entry in book.take([two])] == [new.id]
    book.void(new, "nhầm")
    with pytest.raises(NumberRefusedError, match="vừa được hủy hoặc thay thế"):
        book.take([two])
    assert numbers(book) == [1, 2]


def test_a_preview_gives_nothing_and_makes_no_file(tmp_path: Path) -> None:
    book = register(tmp_path)

    assert [entry.number for entry in book.preview([order("a"), order("b")])] == [1, 2]
    assert list(tmp_path.iterdir()) == []
    give(book, "a")
    assert [entry.number for entry in book.preview([order("a"), order("b")])] == [1, 2]
    assert numbers(book) == [1]


@pytest.mark.parametrize("statement, words", [
    ("DELETE FROM van_ban WHERE so = 1", "khong xoa dong"),
    ("UPDATE van_ban SET so = 9 WHERE so = 1", "so da cap khong doi"),
    ("UPDATE van_ban SET trang_thai = 'xong'", "CHECK"),
])  # fmt: skip
def test_not_even_sql_takes_a_number_away(tmp_path: Path, statement: str, words: str) -> None:
    book = register(tmp_path)
    give(book, "a", "b")

    with pytest.raises(sqlite3.IntegrityError, match=words):
        sql(book, statement)
    assert numbers(book) == [1, 2]


def test_a_line_that_contradicts_the_book_is_told_in_a_sentence(tmp_path: Path) -> None:
    """No order of docgen's own does; its sentence is Vietnamese if one ever should."""
    book = register(tmp_path)
    give(book, "a")

    with pytest.raises(NumberRefusedError, match="không nhận dòng này vì trái với dòng đã có"):
        book.take([order("b"), order("c", number=-1)])
    assert numbers(book) == [1]


# Many at once


def test_eight_writers_wait_for_each_other_and_none_starves(tmp_path: Path) -> None:
    book = register(tmp_path)

    def work(who: int) -> float:
        longest = 0.0
        for n in range(25):
            begun = time.monotonic()
            book.take([order(f"{who}-{n}")])
            longest = max(longest, time.monotonic() - begun)
        return longest

    children = [Child(partial(work, who)) for who in range(8)]
    longest = max(child.result() for child in children)

    assert numbers(book) == list(range(1, 201))
    assert longest < PATIENCE / 2


def test_a_register_that_another_program_holds_for_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = register(tmp_path)
    give(book, "a")
    monkeypatch.setattr(docgen.register.file, "PATIENCE", 0.1)

    with closing(sqlite3.connect(book.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        acts: Acts = [book.entries, lambda: book.take([order("b")])]
        for act in acts:
            with pytest.raises(RegisterBusyError, match="đang bị chương trình khác giữ"):
                act()
    assert numbers(book) == [1]


# Kills


def half_written(book: Register) -> None:
    """Kill a process in the midst of a transaction whose pages are in the file already."""

    def work() -> None:
        connection = sqlite3.connect(book.path, isolation_level=None)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE van_ban SET trich_yeu = hex(randomblob(3000))")
        os.kill(os.getpid(), 9)

    in_child(work)
    assert book.path.with_name(f"{FILE}-journal").stat().st_size, "sổ có nhật ký dở dang"


def test_what_a_kill_left_half_written_is_rolled_back_by_whoever_only_reads(
    tmp_path: Path,
) -> None:
    book = register(tmp_path)
    give(book, *(f"h{n}" for n in range(60)))
    before = book.entries()
    half_written(book)

    assert register(tmp_path).entries() == before
    assert not book.path.with_name(f"{FILE}-journal").exists()


def test_a_kill_in_the_midst_of_the_very_first_number_leaves_a_book_to_begin(
    tmp_path: Path,
) -> None:
    book = register(tmp_path)
    book.path.touch()  # opened and nothing written yet

    assert book.entries() == []
    assert [one.number for one in book.preview([order("a")])] == [1]
    assert not book.exists
    assert book.path.read_bytes() == b""
    give(book, "a")
    assert numbers(book) == [1]


# The file


def test_reading_a_book_that_was_never_begun_makes_no_file(tmp_path: Path) -> None:
    assert register(tmp_path).entries() == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [
    "Văn thư phường", unicodedata.normalize("NFD", "Sổ đăng ký quận Ngô Quyền"),
    "50% #1 ?mode=ro&x=1", "a b\\c", "'\"",
])  # fmt: skip
def test_a_workspace_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()

    give(register(folder), "a", "b")

    assert numbers(register(folder)) == [1, 2]
    assert sorted(path.name for path in folder.iterdir()) == ["sao_luu", FILE]
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize("path, expected", [
    (PurePosixPath("/nhà/sổ 1.sqlite"), "file:///nh%C3%A0/s%E1%BB%95%201.sqlite?mode=rw"),
    (PureWindowsPath(r"C:\Văn thư\so.sqlite"), "file:///C:/V%C4%83n%20th%C6%B0/so.sqlite?mode=rw"),
    (PureWindowsPath(r"\\may-chu\chung\so.sqlite"), "file:////may-chu/chung/so.sqlite?mode=rw"),
])  # fmt: skip
def test_a_drive_and_a_network_share_have_an_address(path: Path, expected: str) -> None:
    assert uri(path, "rw") == expected


def test_two_workspaces_have_two_books(tmp_path: Path) -> None:
    for name in ("một", "hai"):
        (tmp_path / name).mkdir()
        give(register(tmp_path / name), "a")

    assert [numbers(register(tmp_path / name)) for name in ("một", "hai")] == [[1], [1]]


def test_two_workspaces_may_share_one_book_through_a_link(tmp_path: Path) -> None:
    real, linked = tmp_path / "thật", tmp_path / "nối"
    for folder in (real, linked):
        folder.mkdir()
    give(register(real), "a")
    (linked / FILE).symlink_to(real / FILE)

    give(register(linked), "b")

    assert numbers(register(real)) == numbers(register(linked)) == [1, 2]


def test_a_link_to_a_drive_that_is_not_there_begins_no_other_book(tmp_path: Path) -> None:
    (tmp_path / FILE).symlink_to(tmp_path / "ổ chung" / FILE)

    acts: Acts = [register(tmp_path).entries, lambda: give(register(tmp_path), "a")]
    for act in acts:
        with pytest.raises(RegisterAwayError, match="nối lại ổ đĩa"):
            act()


def test_a_book_that_was_renamed_or_emptied_is_not_begun_anew(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    kept = book.path.read_bytes()
    book.path.rename(tmp_path / "khác.sqlite")

    acts: Acts = [book.entries, lambda: give(book, "b"), lambda: book.preview([order("b")])]
    for _ in range(2):
        for act in acts:
            with pytest.raises(RegisterLostError, match=r"restore  .so_dang_ky-\d{8}\.sqlite"):
                act()
        book.path.write_bytes(b"")  # and as a file of nothing
    book.path.unlink()
    sql(book, "PRAGMA user_version = 1", "PRAGMA user_version = 0")  # a database of no tables
    assert book.path.stat().st_size
    for act in acts:
        with pytest.raises(RegisterLostError):
            act()
    book.path.write_bytes(kept)
    assert numbers(book) == [1]


def test_a_writer_whose_file_was_renamed_under_it_is_told(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")

    def write_after_renaming() -> None:
        with book._write() as connection:
            book.path.rename(tmp_path / "khác.sqlite")
            connection.execute("UPDATE van_ban SET ly_do = 'x'")

    with pytest.raises(RegisterUnwritableError):
        write_after_renaming()
    (tmp_path / "khác.sqlite").rename(book.path)
    assert [(one.number, one.reason) for one in book.entries()] == [(1, "")]


def broken(book: Register) -> bytes:
    data = bytearray(book.path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    return bytes(data)


def broken_where_nobody_writes(book: Register) -> bytes:
    """Return the file with one page in its middle broken, which the next number would not touch."""
    data = bytearray(book.path.read_bytes())
    where = data.index(b"giay-moi-h25.docx") // 4096 * 4096
    data[where : where + 4096] = b"\xa5" * 4096
    return bytes(data)


@pytest.mark.parametrize("damage", [
    broken,
    broken_where_nobody_writes,
    lambda book: b"\xa5" * 4096,
    lambda book: book.path.read_bytes()[:4096],
    lambda book: b"PK\x03\x04 m\xe1\xbb\x99t t\xe1\xbb\x87p Word",
], ids=["trang", "một trang", "đầu tệp", "bị cắt", "tệp khác"])  # fmt: skip
def test_a_damaged_book_is_seen_and_never_written_over(
    tmp_path: Path, damage: Callable[[Register], bytes]
) -> None:
    book = register(tmp_path)
    give(book, *(f"h{n}" for n in range(60)))
    book.path.write_bytes(damage(book))
    before = book.path.read_bytes()

    acts: list[Callable[[Register], object]] = [
        Register.entries, lambda one: give(one, "x"), lambda one: one.preview([order("x")]),
    ]  # fmt: skip
    for act in acts:
        with pytest.raises(
            RegisterDamagedError, match=r"bị hỏng .*, docgen không ghi vào.*restore"
        ):
            act(register(tmp_path))
    assert book.path.read_bytes() == before


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    book = register(tmp_path)
    sql(book, "CREATE TABLE van_ban (id)")
    before = book.path.read_bytes()

    with pytest.raises(RegisterDamagedError):
        give(book, "a")
    assert book.path.read_bytes() == before


def test_a_folder_in_the_books_place_is_no_book(tmp_path: Path) -> None:
    book = register(tmp_path)
    book.path.mkdir()

    acts: Acts = [book.entries, lambda: give(book, "a"), lambda: book.preview([order("a")])]
    for act in acts:
        with pytest.raises(RegisterDamagedError, match="hoặc ở đó không phải sổ đăng ký"):
            act()


def test_a_book_that_cannot_be_read_is_not_told_as_one_that_cannot_be_written(
    tmp_path: Path,
) -> None:
    """In a folder that is for reading only what a kill left half-done cannot be rolled back."""
    book = register(tmp_path)
    give(book, *(f"h{n}" for n in range(60)))
    half_written(book)

    def work() -> str:
        connect: Any = sqlite3.connect
        sqlite3.connect = lambda address, **more: connect(address.replace("=rw", "=ro"), **more)  # type: ignore[assignment]
        with pytest.raises(RegisterUnreadableError) as told:
            book.entries()
        return str(told.value)

    told = in_child(work)
    assert told.startswith(f"Không đọc được sổ đăng ký {book.path}: ")
    assert "số nào" not in told
    assert len(numbers(book)) == 60


def test_a_book_of_a_newer_docgen_is_left_alone(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    sql(book, f"PRAGMA user_version = {VERSION + 1}")
    before = book.path.read_bytes()

    acts: Acts = [register(tmp_path).entries, lambda: give(register(tmp_path), "b")]
    for act in acts:
        with pytest.raises(RegisterTooNewError, match=r"bản docgen mới hơn lập\. Nâng cấp"):
            act()
    assert book.path.read_bytes() == before


def newer(monkeypatch: pytest.MonkeyPatch, migration: str) -> None:
    """Bring docgen to a next version of the tables."""
    schema = docgen.register.schema
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, migration))
    for module in (schema, docgen.register.file, docgen.register.backup, docgen.register.store):
        monkeypatch.setattr(module, "VERSION", VERSION + 1)


def test_a_book_of_an_older_docgen_is_read_as_it_is_and_brought_up_to_date_by_who_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if a next version had one more column."""
    book = register(tmp_path)
    give(book, "a", "b")
    before = book.path.read_bytes()
    newer(monkeypatch, "ALTER TABLE van_ban ADD COLUMN them TEXT NOT NULL DEFAULT '';")

    assert numbers(register(tmp_path)) == [1, 2]
    assert [one.number for one in register(tmp_path).preview([order("c")])] == [3]
    register(tmp_path).enter([by_hand("A")], dry=True)
    assert book.path.read_bytes() == before

    give(register(tmp_path), "c")
    assert numbers(book) == [1, 2, 3]
    assert sql(book, "PRAGMA user_version", "SELECT them FROM van_ban WHERE so = 1") == [
        (VERSION + 1,), ("",),
    ]  # fmt: skip
    copy = tmp_path / "sao_luu" / f"so_dang_ky-phien-ban-{VERSION}.sqlite"
    assert sql(Register(copy), "PRAGMA user_version") == [(VERSION,)]
    assert numbers(Register(copy)) == [1, 2]


def test_a_copy_of_a_book_of_an_older_docgen_is_the_book_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = register(tmp_path)
    give(book, "a")
    newer(monkeypatch, "ALTER TABLE van_ban ADD COLUMN them TEXT;")

    copy = docgen.register.backup.backup(book.path, datetime(2025, 3, 3), tmp_path / "bản.sqlite")

    assert copy.read_bytes() == book.path.read_bytes()


def test_a_migration_that_fails_leaves_the_older_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = register(tmp_path)
    give(book, "a")
    newer(
        monkeypatch,
        "ALTER TABLE van_ban ADD COLUMN them TEXT;\nALTER TABLE khong_co ADD COLUMN x TEXT;",
    )

    acts: Acts = [register(tmp_path).entries, lambda: give(register(tmp_path), "b")]
    for act in acts:
        with pytest.raises(DocgenError):
            act()
    assert sql(book, "PRAGMA user_version") == [(VERSION,)]
    assert "them" not in {row[1] for row in sql(book, "PRAGMA table_info(van_ban)")}


def test_a_book_of_ten_thousand_lines_is_read_at_once(tmp_path: Path) -> None:
    """A line that replaces another is found by an index: without it this takes half a minute."""
    book = register(tmp_path)
    book.take([order(str(n)) for n in range(10_000)])

    begun = time.monotonic()
    assert len(book.entries()) == 10_000
    assert time.monotonic() - begun < 5


def by_hand(subject: str, **more: Any) -> Order:
    """Return the order of a paper that docgen did not make."""
    told = {"kind": "", "type_name": "Quyết định", "notation": "QĐ-UBND", "file": ""} | more
    return order("", subject=subject, **told)


def test_papers_made_elsewhere_are_issued_at_once_and_never_one_document(tmp_path: Path) -> None:
    book = register(tmp_path)
    first, second = book.take([by_hand("A"), by_hand("B", note="gấp", digest="f00d", file="b.pdf")])
    read = book.entries()

    assert [one.number for one in (first, second)] == [1, 2]
    assert [one.state for one in read] == ["đã cấp", "đã cấp"]
    assert [(one.order.note, one.digest, one.order.by_hand) for one in read] == [
        ("", "", True), ("gấp", "f00d", True),
    ]  # fmt: skip


def test_many_are_entered_by_their_numbers_and_the_open_ones_follow(tmp_path: Path) -> None:
    book = register(tmp_path)
    found = book.enter([by_hand("mở"), by_hand("hai", number=2), by_hand("một", number=1)])

    assert [(one.number, one.order.subject) for one in found] == [(3, "mở"), (2, "hai"), (1, "một")]
    assert numbers(book) == [1, 2, 3]


def test_of_many_every_one_that_is_refused_is_told_and_none_is_entered(tmp_path: Path) -> None:
    book = register(tmp_path)
    give(book, "a")
    rows = [(1, DAY), (3, DAY), (4, DAY), (5, date(2025, 2, 1)), (6, DAY)]
    with pytest.raises(RowsRefusedError) as refused:
        book.enter([by_hand("x", number=number, day=day) for number, day in rows])

    assert [place for place, _ in refused.value.refused] == [0, 1, 3]
    assert [one.about for _, one in refused.value.refused] == ["so_ky_hieu", "so_ky_hieu", "ngay"]
    assert numbers(book) == [1]


def test_a_dry_entry_leaves_the_book_as_it_is(tmp_path: Path) -> None:
    book = register(tmp_path)

    assert [one.number for one in book.enter([by_hand("A")], dry=True)] == [1]
    assert not book.exists


def test_a_void_replacement_gives_the_former_back_unless_another_stands_for_it(
    tmp_path: Path,
) -> None:
    book = register(tmp_path)
    (first,) = book.take([by_hand("A")])
    (second,) = book.take([by_hand("B", replaces=first.id, reason="sai")])
    book.void(second, "ký nhầm", first)
    back = book.entries()[0]
    (third,) = book.take([by_hand("C", replaces=first.id, reason="sai")])
    book.void(second, "ký nhầm", first)
    kept = book.entries()[0]

    assert (back.state, back.reason, back.replaced_by) == ("đã cấp", "", None)
    assert (kept.state, kept.replaced_by) == ("đã thay thế", third.id)


def test_a_former_document_does_not_come_back_beside_a_new_one(tmp_path: Path) -> None:
    book = register(tmp_path)
    (first,) = give(book, "a")
    (second,) = book.take([order("a", replaces=first.id, reason="sai")])
    book.void(second, "ký nhầm")
    give(book, "a")
    book.void(second, "ký nhầm", first)

    assert [one.state for one in book.entries()] == ["đã thay thế", "đã hủy", "đã cấp"]


@pytest.mark.parametrize(
    "spoilt", ["trich_yeu = CAST(x'ff41' AS TEXT)", "ngay = '2025-99-99'", "nam_du_lieu = 'x'"]
)
def test_a_line_that_cannot_be_read_is_told_as_damage(tmp_path: Path, spoilt: str) -> None:
    """SQLite itself sees nothing wrong with it."""
    book = register(tmp_path)
    give(book, "a")
    sql(book, f"UPDATE van_ban SET {spoilt}")
    before = book.path.read_bytes()

    with pytest.raises(RegisterDamagedError, match="docgen register restore"):
        book.entries()
    assert book.path.read_bytes() == before


def test_of_two_who_make_a_number_void_the_second_is_told(tmp_path: Path) -> None:
    book = register(tmp_path)
    (entry,) = give(book, "a")
    book.void(entry, "ký nhầm")

    with pytest.raises(NumberRefusedError, match="vừa được hủy hoặc thay thế"):
        book.void(entry, "lý do khác")
    assert [one.reason for one in book.entries()] == ["ký nhầm"]
