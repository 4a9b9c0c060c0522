"""A number that a data file names: the register gives no other, or tells of it afterwards."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.batch import Producer
from docgen.issue import verify_workspace
from docgen.load.workspace import load_workspace
from docgen.register.verify import Finding
from tests.issue.office import INVITATION, UNIT, Hall, hall
from tests.issue.test_verify import do


@pytest.fixture
def own(tmp_path: Path) -> Hall:
    """A workspace whose data a test may change, its one document issued: 01, 12/5/2025."""
    office = hall(tmp_path, ["h00"])
    office.issue(["h00"])
    return office


def typed(office: Hall, so: int, ngay: str) -> list[Finding]:
    """Return what verify finds once the data of the document name a number and a day."""
    path = office.root / "data" / "giay_moi" / "2025" / UNIT / "h00.yaml"
    path.write_text(f"so: {so}\nngay: {ngay}\n" + path.read_text("utf-8"), "utf-8")
    return verify_workspace(load_workspace(office.root), office.root / "out")


@pytest.mark.parametrize("so, ngay, told", [
    (3, "12/5/2025", "số 03 ngày 12/5/2025"), (1, "13/5/2025", "số 01 ngày 13/5/2025"),
])  # fmt: skip
def test_a_number_or_a_day_typed_otherwise_is_told_at_its_line(
    own: Hall, so: int, ngay: str, told: str
) -> None:
    (found,) = typed(own, so, ngay)

    place = f"data/giay_moi/2025/{UNIT}/h00.yaml, dòng 1"
    assert found.code == "number-typed"
    assert found.sentence == (
        f"{place} ghi {told}, sổ ghi văn bản ấy là số 01/GM-UBND ngày 12/5/2025"
    )
    assert "so: 1  và  ngay: 12/5/2025" in found.cure


def given(office: Hall, day: date, *names: str) -> None:
    """Issue other invitations."""
    for name in names:
        path = office.root / "data" / "giay_moi" / "2025" / UNIT / f"{name}.yaml"
        path.write_text(INVITATION, "utf-8")
    workspace = load_workspace(office.root)
    replace(office, workspace=workspace, producer=Producer(workspace, office.root / "out")).issue(
        names, day
    )


def settled(office: Hall) -> bool:
    return verify_workspace(load_workspace(office.root), office.root / "out") == []


def test_the_number_on_the_paper_is_given_instead_as_told(
    own: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own.root)
    (found,) = typed(own, 2, "13/5/2025")

    do(own, found.cure)
    do(own, found.cure, 1)
    assert [one.sign for one in own.entries()] == ["01/GM-UBND", "02/GM-UBND"]
    assert settled(own)


def test_papers_with_the_numbers_before_are_entered_as_told(
    own: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own.root)
    (found,) = typed(own, 4, "13/5/2025")

    assert "số 02 đến 03 là của văn bản làm ở nơi khác thì ghi vào sổ trước" in found.cure
    do(own, found.cure)
    words = {"TÊN_LOẠI": "Quyết định", "TRÍCH_YẾU": "khen thưởng"}
    do(own, found.cure, 1, NGÀY="12/5/2025", **words)
    do(own, found.cure.replace("--number 2", "--number 3"), 1, NGÀY="12/5/2025", **words)
    do(own, found.cure, 2)
    assert settled(own)


def test_numbers_before_that_stay_in_another_book_are_left_out_as_told(
    own: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own.root)
    (found,) = typed(own, 118, "12/5/2025")

    row = re.search(r"thêm vào docgen.yaml, danh_so, bat_dau:  (- {.*?})", found.cure)
    assert row
    with (own.root / "docgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"danh_so:\n  bat_dau:\n    {row[1]}\n")
    do(own, found.cure)
    do(own, found.cure, 2)
    assert settled(own)


@pytest.mark.parametrize("so, ngay", [
    (1, "13/5/2025"),  # a number is given once, void or not
    (2, "12/5/2025"),  # of another document
    (3, "10/5/2025"),  # before the day of number 02
])  # fmt: skip
def test_a_number_that_cannot_be_given_again_is_only_to_be_set_right_in_the_data(
    own: Hall, so: int, ngay: str
) -> None:
    given(own, date(2025, 5, 12), "h01")
    (found,) = typed(own, so, ngay)

    assert found.cure == ("sửa tệp dữ liệu thành  so: 1  và  ngay: 12/5/2025, hoặc xóa hai dòng ấy")


def test_the_number_that_the_register_has_is_right(own: Hall) -> None:
    assert typed(own, 1, "12/5/2025") == []


def test_of_a_document_that_was_numbered_twice_the_first_number_may_stay(own: Hall) -> None:
    (entry,) = own.entries()
    own.register.void(entry, "ký nhầm bản")
    own.issue(["h00"])

    assert [one.number for one in own.entries()] == [1, 2]
    assert typed(own, 1, "12/5/2025") == []


def signed(folder: Path) -> Hall:
    """Return a workspace whose one document says that its paper has number 01 of 12/5/2025."""
    office = hall(folder, ["h00"])
    path = office.root / "data" / "giay_moi" / "2025" / UNIT / "h00.yaml"
    path.write_text("so: 1\nngay: 12/5/2025\n" + path.read_text("utf-8"), "utf-8")
    workspace = load_workspace(office.root)
    return replace(office, workspace=workspace, producer=Producer(workspace, office.root / "out"))


@pytest.mark.parametrize("number, day", [(None, date(2025, 5, 14)), (2, date(2025, 5, 12))])
def test_no_other_number_or_day_is_given_than_stands_on_the_signed_paper(
    tmp_path: Path, number: int | None, day: date
) -> None:
    office = signed(tmp_path)
    (refused,) = office.issue(["h00"], day, number=number)
    (right,) = office.issue(["h00"], date(2025, 5, 12))

    assert refused.error
    assert refused.error.code == "number-typed"
    assert (
        f"data/giay_moi/2025/{UNIT}/h00.yaml, dòng 1 ghi văn bản này đã có số 01, ngày 12/5/2025"
        in str(refused.error)
    )
    assert right.entry
    assert right.entry.sign == "01/GM-UBND"
