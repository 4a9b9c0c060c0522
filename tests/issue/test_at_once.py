"""Many processes number documents of one office at once: no hole, no double, every file in place."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from docgen.batch.issued import carried
from docgen.write import digest
from tests.issue.office import Hall, at_each_step, hall
from tests.register.orders import Child

EIGHT, THOUSAND, AT_ONCE = 8, 1000, 5


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    return hall(tmp_path_factory.mktemp("nghin"), [f"h{n:04}" for n in range(THOUSAND)])


def test_eight_processes_issue_a_thousand_documents_without_hole_or_double(large: Hall) -> None:
    names = [f"h{n:04}" for n in range(THOUSAND)]

    def share(mine: list[str]) -> Callable[[], list[int]]:
        def work() -> list[int]:
            given = []
            for start in range(0, len(mine), AT_ONCE):
                found = large.issue(mine[start : start + AT_ONCE])
                assert all(one.state == "đã cấp" for one in found), found
                given += [one.entry.number for one in found if one.entry]
            return given

        return work

    children = [Child(share(names[n::EIGHT])) for n in range(EIGHT)]
    given = [child.result() for child in children]

    entries = large.entries()
    assert [entry.number for entry in entries] == list(range(1, THOUSAND + 1))
    assert sorted(chain(*given)) == list(range(1, THOUSAND + 1))
    assert all(mine == sorted(mine) for mine in given), "số của một người tăng dần"
    assert {entry.order.ma for entry in entries} == set(names)
    for entry in entries:
        path = large.root / entry.order.file
        assert digest(path.read_bytes()) == entry.digest
        assert carried(path) == entry.sign
    assert large.findings() == []
    assert not list(large.root.rglob("*.part"))


def test_two_processes_that_issue_the_same_documents_give_each_one_number(office: Hall) -> None:
    names = [f"h{n:02}" for n in range(10)]

    def issue(order: list[str]) -> list[int]:
        return [one.entry.number for one in office.issue(order) if one.entry]

    children = [Child(partial(issue, order)) for order in (names, names[::-1])]
    first, second = (child.result() for child in children)

    assert first == second[::-1]
    assert [entry.number for entry in office.entries()] == list(range(1, 11))
    assert office.findings() == []


def drafts(_office: Hall, event: str, path: str) -> bool:
    """Tell whether a template is being read: the draft is being made."""
    return event == "open" and path.endswith("giay-moi.docx")


def numbered(office: Hall, event: str, path: str) -> bool:
    """Tell whether the numbered document is made and about to be written."""
    return event == "os.mkdir" and any(one.order.ma == "h00" for one in office.entries())


@pytest.mark.parametrize(
    "moment, expected", [(drafts, 1), (numbered, 2)], ids=["bản thảo", "bản đã có số"]
)
def test_a_number_can_be_taken_while_another_process_renders(
    office: Hall, tmp_path: Path, moment: Callable[[Hall, str, str], bool], expected: int
) -> None:
    """A template that takes for ever holds up nobody: the register is not locked meanwhile."""
    reached = tmp_path / "đang làm"

    def work() -> None:
        def act(_count: int, event: str, path: str) -> None:
            if not reached.exists() and moment(office, event, path):
                reached.touch()
                time.sleep(60)

        at_each_step(act)
        office.issue(["h00"])

    child = Child(work)
    try:
        until = time.monotonic() + 20
        while not reached.exists() and time.monotonic() < until:
            time.sleep(0.01)
        assert reached.exists()
        begun = time.monotonic()
        (found,) = office.issue(["h01"])
        assert time.monotonic() - begun < 10
    finally:
        child.kill()
        child.result()
    assert found.entry
    assert (found.entry.number, found.state) == (expected, "đã cấp")

    office.issue(["h00"])
    assert [entry.number for entry in office.entries()] == [1, 2]
    assert office.findings() == []
