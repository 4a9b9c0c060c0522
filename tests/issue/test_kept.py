"""A document with a number is never written over, whatever became of its number or the register."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from docgen.batch import Only, Outcome, Producer, plan_jobs
from docgen.batch.issued import Numbered
from docgen.issue import Issued
from docgen.issue.added import Bound, add
from docgen.issue.order import order_of
from docgen.issue.paper import Paper
from docgen.load.workspace import load_workspace
from docgen.register.store import FILE
from docgen.write import Written, made_in
from tests.issue.office import DAY, UNIT, Hall, at_each_step, hall, refuse
from tests.register.orders import in_child


@pytest.fixture
def office(tmp_path: Path) -> Hall:
    """An office with three invitations whose names are alike."""
    return hall(tmp_path, ["hop", "hop-2", "hop-thay-the"])


def changed(office: Hall, old: str, new: str, file: str = f"giay_moi/2025/{UNIT}/hop") -> Hall:
    """Return the office after an edit of one of its files, read anew."""
    path = office.root / "data" / f"{file}.yaml"
    typed = path.read_text("utf-8")
    assert old in typed
    path.write_text(typed.replace(old, new), "utf-8")
    return again(office)


def again(office: Hall) -> Hall:
    workspace = load_workspace(office.root)
    return replace(office, workspace=workspace, producer=Producer(workspace, office.root / "out"))


def draft(office: Hall, name: str = "hop", *, replacing: bool = False) -> Outcome:
    """Make a draft, as ``docgen giay-moi`` does."""
    producer = Producer(office.workspace, office.root / "out", replacing=replacing)
    (job,) = plan_jobs(office.workspace, "giay-moi", 2025, [UNIT], None, Only(name))
    return producer.make(job)


def files(office: Hall) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in office.root.glob("out/**/*.docx")}


def code(one: Issued | Outcome) -> str:
    assert one.error
    return one.error.code


def opened(office: Hall, name: str = "hop") -> None:
    """Give a number and be killed before the file is there."""
    (job,) = plan_jobs(office.workspace, "giay-moi", 2025, [UNIT], DAY, Only(name))
    office.register.take([order_of(office.producer, job)])


def test_the_draft_of_a_document_whose_number_is_void_goes_beside_it(office: Hall) -> None:
    (first,) = office.issue(["hop"])
    assert first.entry
    before = files(office)
    office.register.void(first.entry, "ký nhầm bản")
    made = draft(office).written
    (second,) = office.issue(["hop"])

    assert made
    assert made.path.name == "giay-moi-hop_2.docx"
    assert second.entry
    assert Path(second.entry.order.file).name == "giay-moi-hop_2.docx"
    assert files(office).items() >= before.items()
    assert office.findings() == []


@pytest.mark.parametrize("other", ["hop-2", "hop-thay-the"])
def test_no_document_of_a_like_name_lies_where_another_goes(office: Hall, other: str) -> None:
    (first,) = office.issue(["hop"])
    assert first.entry
    if other == "hop-2":
        office.register.void(first.entry, "ký nhầm bản")
        office.issue(["hop"])
    else:
        office.issue(["hop"], date(2025, 5, 13), replacing="sai ngày")
    before = files(office)

    assert draft(office, other).written
    assert files(office).items() >= before.items()
    assert files(office).keys() - before.keys() == {f"giay-moi-{other}.docx"}


def test_the_draft_of_a_replacement_is_to_be_seen_before_it_is_signed(office: Hall) -> None:
    nothing = draft(office, replacing=True)
    office.issue(["hop"])
    before = files(office)
    later = changed(office, "8 giờ 00", "9 giờ 00")
    refused, made = draft(later), draft(later, replacing=True)

    assert code(nothing) == "nothing-to-replace"
    assert code(refused) == "issued-changed"
    assert "“Thời gian: 08 giờ 00" in str(refused.error)
    assert made.written
    text = [line.text for line in docx.Document(str(made.written.path)).paragraphs]
    assert any(line.startswith("Giấy mời này thay thế Giấy mời số 01/GM-UBND") for line in text)
    assert not [line for line in text if line.startswith("Số: 0")]
    assert files(office).items() >= before.items()
    (second,) = later.issue(["hop"], replacing="sai giờ")
    assert second.entry
    assert office.root / second.entry.order.file == made.written.path


def test_a_number_that_was_typed_is_printed_in_no_later_draft(office: Hall) -> None:
    """It was given, and is void: the data still has it."""
    typed = changed(office, "cuoc_hop:", "so: 1\nngay: 12/5/2025\ncuoc_hop:")
    (first,) = typed.issue(["hop"])
    assert first.entry
    office.register.void(first.entry, "ký nhầm bản")
    made = draft(typed).written
    (second,) = typed.issue(["hop"], date(2025, 5, 20))

    assert made
    head = docx.Document(str(made.path)).tables[0].cell(1, 0).text
    assert "01" not in head
    assert second.entry
    assert (second.entry.sign, second.entry.order.day) == ("02/GM-UBND", date(2025, 5, 20))


def test_a_number_that_the_register_has_lost_is_told_and_its_file_stays(office: Hall) -> None:
    """The register and its copies are gone, or an older copy took its place."""
    office.issue(["hop"])
    before = files(office)
    (office.root / FILE).unlink()
    shutil.rmtree(office.root / "sao_luu")
    later = changed(office, "8 giờ 00", "9 giờ 00")
    made, (same,), (other,) = draft(later), later.issue(["hop"]), later.issue(["hop-2"])

    assert {code(made), code(same), code(other)} == {"number-lost"}
    assert "giay-moi-hop.docx mang số 01/GM-UBND" in str(other.error)
    assert files(office) == before
    assert not (office.root / FILE).exists()


def test_a_lost_number_comes_back_when_it_is_asked_for_with_its_day(office: Hall) -> None:
    office.issue(["hop"])
    before = files(office)
    (office.root / FILE).unlink()
    shutil.rmtree(office.root / "sao_luu")

    (found,) = again(office).issue(["hop"], DAY, number=1)

    assert (found.error, found.state) == (None, "đã cấp")
    assert files(office) == before
    assert office.findings() == []


def test_a_number_left_open_is_finished_only_with_what_the_book_says(office: Hall) -> None:
    opened(office)
    other = changed(office, "Họp giao ban", "Họp tổ dân phố")
    (refused,) = other.issue(["hop"])
    empty = changed(other, "gio: 8 giờ 00\n", "")
    (lacking,) = empty.issue(["hop"])

    assert code(refused) == "issue-line-changed"
    assert "trích yếu: “Họp giao ban” → “Họp tổ dân phố”" in str(refused.error)
    assert code(lacking) == "draft-unfinished"
    assert files(office) == {}
    assert office.findings() == ["unfinished"]


def test_a_file_written_again_is_known_as_numbered(office: Hall) -> None:
    """The line is then set back to “đang ghi”, as an older copy of the book has it."""
    (first,) = office.issue(["hop"])
    assert first.entry
    (office.root / first.entry.order.file).unlink()
    again(office).issue(["hop"])
    before = files(office)
    with closing(sqlite3.connect(office.root / FILE)) as connection, connection:
        connection.execute("UPDATE van_ban SET trang_thai = 'đang ghi', bam = ''")
    later = changed(office, "8 giờ 00", "9 giờ 00")

    (found,) = later.issue(["hop"])

    assert found.state == "đã cấp"
    assert files(office) == before


def test_an_issued_file_that_was_edited_is_told_and_comes_back_as_it_was(office: Hall) -> None:
    (first,) = office.issue(["hop"])
    assert first.entry
    path = office.root / first.entry.order.file
    before = path.read_bytes()
    path.write_bytes(b"PK s\xe1\xbb\xada tay")
    (spoilt,), made = office.issue(["hop"]), draft(office)
    path.rename(path.with_name("ban-sua.txt"))
    gone = draft(office)
    (back,) = office.issue(["hop"])

    assert (code(spoilt), code(made), code(gone)) == (
        "issued-spoilt",
        "issued-spoilt",
        "issued-gone",
    )
    assert back.state == "đã cấp từ trước, ghi lại tệp"
    assert path.read_bytes() == before


def test_another_number_is_refused_to_a_document_that_has_one(office: Hall) -> None:
    office.issue(["hop"])

    (found,) = office.issue(["hop"], number=2)

    assert code(found) == "numbered-before"
    assert [one.number for one in office.entries()] == [1]


def test_what_the_register_reads_anew_is_no_lost_number(office: Hall) -> None:
    """Another run has given a number since this one has read the register."""
    known = Numbered(office.root)
    office.issue(["hop"])

    assert not known.known
    folder = office.root / "out" / "2025" / UNIT
    known.check_known(made_in(folder))
    assert [one.sign for one in known.known] == ["01/GM-UBND"]


def by_hand(office: Hall) -> None:
    """Issue an invitation, and enter a paper made elsewhere that replaces it, without a file."""
    office.issue(["hop"])
    paper = Paper(UNIT, "Giấy mời", "họp giao ban", date(2025, 5, 13))
    add(office.workspace, office.register, paper, Bound(replaces="1", reason="sai giờ"))


def test_a_document_that_a_paper_made_elsewhere_replaced_gets_no_other_number(office: Hall) -> None:
    by_hand(office)
    before = files(office)
    (told,) = office.issue(["hop"])

    assert (told.entry and told.entry.sign, told.error) == ("02/GM-UBND", None)
    assert told.state == "đã cấp từ trước, không do docgen lập"
    assert [one.number for one in office.entries()] == [1, 2]
    assert draft(office).written == Written(next(office.root.glob("out/**/*.docx")), "đã thay thế")
    assert files(office) == before


def test_a_paper_made_elsewhere_is_replaced_by_a_document_of_docgen(office: Hall) -> None:
    by_hand(office)
    draft_of_it = draft(again(office), replacing=True)
    (third,) = again(office).issue(["hop"], date(2025, 5, 14), replacing="sai nơi họp")

    assert draft_of_it.written
    assert third.entry
    made = docx.Document(str(office.root / third.entry.order.file))
    text = "\n".join(one.text for one in made.paragraphs)
    assert third.entry.sign == "03/GM-UBND"
    assert "thay thế Giấy mời số 02/GM-UBND ngày 13 tháng 5 năm 2025" in text
    assert [one.state for one in office.entries()] == ["đã thay thế", "đã thay thế", "đã cấp"]
    assert office.findings() == []


def test_a_draft_that_was_signed_gets_no_number_on_other_words(office: Hall) -> None:
    drafted = draft(office).written
    assert drafted
    signed = drafted.path.read_bytes()
    later = changed(office, "gio: 8 giờ 00", "gio: 9 giờ 00")
    (refused,) = later.issue(["hop"])

    assert code(refused) == "draft-outdated"
    assert "08 giờ 00" in str(refused.error)
    assert "09 giờ 00" in str(refused.error)
    assert later.entries() == []
    assert drafted.path.read_bytes() == signed

    draft(later)
    (issued,) = later.issue(["hop"])
    assert issued.entry


def test_a_draft_in_another_layout_is_the_same_document(office: Hall) -> None:
    """A newer template moves a line; whoever signed has read the same words."""
    drafted = draft(office).written
    assert drafted
    template = office.root / "templates" / "giay-moi.docx"
    made = docx.Document(str(template))
    made.paragraphs[-1].paragraph_format.space_after = Pt(7)
    made.save(str(template))
    (issued,) = again(office).issue(["hop"])

    assert issued.error is None


def test_a_replacement_that_changes_nothing_gets_no_number(office: Hall) -> None:
    office.issue(["hop"])
    (refused,) = office.issue(["hop"], replacing="sai giờ")

    assert code(refused) == "nothing-changed"
    assert [one.number for one in office.entries()] == [1]


def test_a_replacement_asked_for_again_is_the_one_that_was_issued(office: Hall) -> None:
    office.issue(["hop"])
    later = changed(office, "gio: 8 giờ 00", "gio: 9 giờ 00")
    later.issue(["hop"], replacing="sai giờ")
    (second,) = later.issue(["hop"], replacing="sai giờ")

    assert second.entry
    assert (second.entry.number, second.state) == (2, "đã cấp từ trước")
    assert [one.number for one in office.entries()] == [1, 2]

    (third,) = later.issue(["hop"], date(2025, 5, 20), replacing="sai giờ")  # asked for tomorrow
    assert third.entry
    assert third.entry.number == 2


def test_a_number_left_open_is_never_finished_with_other_words(office: Hall) -> None:
    """Word had the draft open; meanwhile somebody changed the hour, of which the book says nothing."""

    def work() -> list[str]:
        at_each_step(refuse(errno.EACCES, "os.rename", "giay-moi-hop.docx"))
        return [code(one) for one in office.issue(["hop"])]

    assert in_child(work) == ["cannot-write"]
    later = changed(office, "gio: 8 giờ 00", "gio: 9 giờ 00")
    (refused,) = later.issue(["hop"])
    assert code(refused) == "issue-draft-changed"
    assert files(office) == {}

    (finished,) = changed(later, "gio: 9 giờ 00", "gio: 8 giờ 00").issue(["hop"])
    assert (finished.state, finished.error) == ("đã cấp", None)
    assert office.findings() == []


def test_a_lost_number_is_seen_wherever_the_office_has_it(office: Hall) -> None:
    """Of another year's folder, by who writes elsewhere: the numbers are one row."""
    office.issue(["hop"])
    lost = office.root / "out" / "2025"
    lost.rename(lost.with_name("2024"))
    for path in (office.root / FILE, office.root / "sao_luu"):
        shutil.move(path, office.root / f"{path.name}.cũ")
    (here,) = again(office).issue(["hop-2"])
    away = replace(office, producer=Producer(office.workspace, office.root / "out2"))
    (there,) = away.issue(["hop-2"])

    assert (code(here), code(there)) == ("number-lost", "number-lost")
    assert office.entries() == []


def test_a_number_is_asked_for_with_its_own_day(office: Hall) -> None:
    """Its paper of another day is another paper."""
    office.issue(["hop"])
    (other,) = office.issue(["hop"], date(2026, 1, 6), number=1)
    (same,) = office.issue(["hop"], number=1)

    assert code(other) == "numbered-before"
    assert same.state == "đã cấp từ trước"


def test_of_one_day_the_numbers_that_are_typed_come_first_and_in_order(office: Hall) -> None:
    for name, so in (("hop", 2), ("hop-2", 1)):
        path = office.root / "data" / "giay_moi" / "2025" / UNIT / f"{name}.yaml"
        path.write_text(f"so: {so}\nngay: 12/5/2025\n{path.read_text('utf-8')}", "utf-8")
    found = again(office).issue(["hop-thay-the", "hop", "hop-2"])

    assert [one.entry.number for one in found if one.entry] == [3, 2, 1]
