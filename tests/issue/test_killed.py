"""Whatever is killed when, no number is lost and none is given twice; issuing again finishes it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import date, datetime
from functools import partial
from random import Random

from docgen.batch import Producer
from docgen.batch.issued import carried
from docgen.load.workspace import load_workspace
from docgen.register.backup import restore
from docgen.write import digest
from tests.issue.office import UNIT, Hall, at_each_step, die_at
from tests.register.orders import Child

RUNS = 200
A_RUN = 2
IN_A_BOOK = 10
"""Runs until the book is begun anew: each run looks at all that was issued before."""


def killed_at(office: Hall, names: list[str], step: int) -> bool:
    """Issue in a process that is killed before its n-th step; tell whether it got so far."""

    def work() -> bool:
        at_each_step(die_at(step))
        office.issue(names)
        return True

    return Child(work).result() is None


def number_of(office: Hall) -> dict[str, int]:
    return {entry.order.ma: entry.number for entry in office.entries()}


def assert_whole(office: Hall, names: list[str]) -> None:
    """Every document has its number, in place, and the numbers leave no hole."""
    entries = office.entries()
    assert [entry.number for entry in entries] == list(range(1, len(names) + 1))
    assert sorted(entry.order.ma for entry in entries) == sorted(names)
    for entry in entries:
        path = office.root / entry.order.file
        assert entry.state == "đã cấp"
        assert digest(path.read_bytes()) == entry.digest
        assert carried(path) == entry.sign
    assert office.findings() == []
    assert not list(office.root.glob("out/**/*.part"))


def test_a_kill_between_any_two_steps_loses_no_number_and_gives_none_twice(office: Hall) -> None:
    """Drafts, number, copy of the book, file aside, rename, manifest, entry: killed before each."""
    step, seen = 1, set()
    while True:
        office.empty()
        office.issue(["h00"])
        if not killed_at(office, ["h01", "h02"], step):
            break
        given = number_of(office)
        findings = office.findings()
        assert set(findings) <= {"unfinished"}, step
        seen.add((len(given), len(findings)))

        office.issue(["h03"])
        again = office.issue(["h01", "h02"])
        assert all(one.error is None for one in again), step
        assert given.items() <= number_of(office).items(), "số đã cấp thì giữ nguyên"
        assert_whole(office, ["h00", "h01", "h02", "h03"])
        step += 1

    assert step > 30
    assert {(1, 0), (3, 2), (3, 0)} >= seen >= {(1, 0), (3, 2)}


def test_two_hundred_kills_at_random_lose_no_number_and_give_none_twice(office: Hall) -> None:
    random = Random(30)
    begun = time.monotonic()
    office.issue(["h00", "h01"])
    usual = time.monotonic() - begun
    struck = 0
    for run in range(RUNS):
        if run % IN_A_BOOK == 0:
            office.empty()
            sent: list[str] = []
        names = [f"h{(run % IN_A_BOOK) * A_RUN + n:02}" for n in range(A_RUN)]
        child = Child(partial(office.issue, names))
        time.sleep(random.uniform(0, 1.3 * usual))
        child.kill()
        struck += child.result() is None

        given = number_of(office)
        findings = office.findings()
        assert set(findings) <= {"unfinished"}
        sent += names
        again = office.issue(names)
        assert all(one.error is None for one in again)
        assert given.items() <= number_of(office).items()
        assert_whole(office, sent)
    assert struck > RUNS / 3, "phần lớn bị ngắt giữa chừng"


def test_a_replacement_that_was_killed_is_finished_and_not_replaced_again(office: Hall) -> None:
    office.issue(["h00"])
    later = date(2025, 5, 13)

    def work() -> None:
        at_each_step(die_at(24))  # it has its number, its file is not in place
        office.issue(["h00"], later, replacing="sai ngày")

    assert Child(work).result() is None
    assert [entry.state for entry in office.entries()] == ["đã thay thế", "đang ghi"]
    (found,) = office.issue(["h00"], later, replacing="sai ngày")

    assert (found.state, found.error) == ("đã cấp", None)
    assert [entry.state for entry in office.entries()] == ["đã thay thế", "đã cấp"]
    assert office.findings() == []


def copy_of(office: Hall) -> str:
    (copy,) = (office.root / "sao_luu").glob("*.sqlite")
    return copy.name


def test_a_book_put_back_from_its_copy_knows_every_number_that_a_document_bears(
    office: Hall,
) -> None:
    """It was made when the last file was not in place yet, which is found there again."""
    office.issue(["h00", "h01"])
    office.issue(["h02"])
    with closing(sqlite3.connect(office.root / "sao_luu" / copy_of(office))) as copy, copy:
        copy.execute("UPDATE van_ban SET trang_thai = 'đang ghi', bam = '' WHERE so = 3")
    before = {path: path.read_bytes() for path in office.root.glob("out/**/*.docx")}
    office.register.path.write_bytes(b"\0" * 8192)

    restore(office.register.path, datetime(2025, 5, 12, 9))

    assert [entry.number for entry in office.entries()] == [1, 2, 3]
    assert office.findings() == ["unfinished"]
    office.issue(["h02", "h01", "h00"])
    assert_whole(office, ["h00", "h01", "h02"])
    assert before == {path: path.read_bytes() for path in office.root.glob("out/**/*.docx")}


def test_what_stands_in_place_after_a_kill_is_not_made_anew_from_data_that_changed(
    office: Hall,
) -> None:
    """A file that bears its number may have been signed already."""
    office.issue(["h00"])
    (entry,) = office.entries()
    path = office.root / entry.order.file
    signed = path.read_bytes()
    with closing(sqlite3.connect(office.register.path)) as connection, connection:
        connection.execute("UPDATE van_ban SET trang_thai = 'đang ghi', bam = ''")
    data = office.root / f"data/giay_moi/2025/{UNIT}/h00.yaml"
    typed = data.read_text("utf-8")
    data.write_text(typed.replace("8 giờ 00", "9 giờ 30"), "utf-8")

    try:
        workspace = load_workspace(office.root)
        changed = Hall(office.root, workspace, Producer(workspace, office.root / "out"))
        (found,) = changed.issue(["h00"])
    finally:
        data.write_text(typed, "utf-8")

    assert (found.state, found.error) == ("đã cấp", None)
    assert path.read_bytes() == signed
    assert office.findings() == []
