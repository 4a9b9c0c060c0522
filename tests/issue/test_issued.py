"""Issuing: what is finished gets a number, the rest is named and costs none; the files pass the check."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from docgen.batch import Only, Producer, plan_jobs
from docgen.issue import Issued, Issuer, verify_workspace
from docgen.load.workspace import load_workspace
from docgen.register.store import FILE, Register
from docgen.write import digest, write
from tests.issue.office import UNIT, Hall

ROOT = Path(__file__).resolve().parents[2]
ALL = Only()


def issue(root: Path, kind: str, day: date, *units: str, only: Only = ALL) -> list[Issued]:
    workspace = load_workspace(root)
    jobs = plan_jobs(workspace, kind, 2025, units, day, only)
    return Issuer(Producer(workspace, root / "out"), Register(root / FILE)).issue(jobs)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workspace, for the tests below that only read what was issued in it."""
    folder = tmp_path_factory.mktemp("đã cấp")
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "docgen.yaml", folder)
    return folder


@pytest.fixture(scope="module")
def issued(root: Path) -> list[Path]:
    """Documents of several kinds, each with its number."""
    found = [
        *issue(root, "ke-hoach", date(2025, 2, 12), UNIT, "quan-ngo-quyen", "phong-noi-vu",
               "truong-thcs-an-da", "trung-tam-van-hoa"),
        *issue(root, "giay-moi", date(2025, 5, 12), UNIT),
        *issue(root, "bao-cao", date(2025, 6, 11), UNIT, only=Only("6-thang", "")),
        *issue(root, "bao-cao", date(2025, 6, 11), UNIT, only=Only("6-thang", "hdnd")),
        *issue(root, "don-doc", date(2025, 6, 16), "quan-ngo-quyen", only=Only("6-thang")),
    ]  # fmt: skip
    assert [str(one.error) for one in found if one.error] == []
    return [root / one.entry.order.file for one in found if one.entry]


def test_issued_documents_of_every_kind_pass_the_check_as_final(issued: list[Path]) -> None:
    command = [sys.executable, "-m", "docgen", "check", "--format", "json", *map(str, issued)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    rows = json.loads(done.stdout)["tep"]
    wrong = [
        (Path(row["tep"]).name, hit["ma"], hit["thay"])
        for row in rows
        for each in row["van_ban"]
        for hit in each["phat_hien"]
        if hit["muc_do"] != "nhắc"
    ]
    assert wrong == []
    assert (done.returncode, len(rows)) == (0, 9), done.stderr


def test_an_issued_plan_bears_its_number_and_day_on_its_annexes_too(
    issued: list[Path], lines: Callable[[Path], list[Any]]
) -> None:
    counts = []
    for path in issued[:5]:
        text = [line.plain.replace("\N{NO-BREAK SPACE}", " ") for line in lines(path)]
        assert any(line.startswith("Số: 01/KH-") for line in text), path
        annexes = [line for line in text if line.startswith("(Kèm theo")]
        assert all("số 01/KH-" in line and "ngày 12 tháng 02 năm 2025" in line for line in annexes)
        counts.append(len(annexes))
    assert counts[1:2] == [0], "kế hoạch của quận không có phụ lục"
    assert sum(map(bool, counts)) == 4


def test_the_numbers_of_a_unit_run_through_its_kinds(issued: list[Path], root: Path) -> None:
    signs = [one.sign for one in Register(root / FILE).entries(UNIT)]

    assert signs == ["01/KH-UBND", "02/GM-UBND", "03/BC-UBND", "04/BC-UBND"]


def test_a_document_whose_template_fails_is_left_out_by_name_and_costs_no_number(
    workspace: Path,
) -> None:
    broken = workspace / "templates" / "ke-hoach-truong.docx"
    broken.write_bytes(b"PK\x03\x04")

    plan, school, office = issue(
        workspace, "ke-hoach", date(2025, 2, 12), UNIT, "truong-thcs-an-da", "phong-noi-vu"
    )

    assert (plan.state, office.state) == ("đã cấp", "đã cấp")
    assert school.error
    assert school.error.code == "template"
    assert "ke-hoach-truong.docx" in str(school.error)
    issuers = {entry.order.unit for entry in Register(workspace / FILE).entries()}
    assert issuers == {UNIT, "phong-noi-vu"}
    assert not list(workspace.glob("out/**/truong-thcs-an-da/*.docx"))


def test_one_of_many_in_a_row_that_fails_leaves_no_hole(office: Hall) -> None:
    """Its meeting was cleared away: it has gaps, and the others close up."""
    data = office.root / f"data/giay_moi/2025/{UNIT}/h01.yaml"
    typed = data.read_text("utf-8")
    data.write_text(typed.replace("gio: 8 giờ 00\n", ""), "utf-8")
    try:
        workspace = load_workspace(office.root)
        changed = replace(
            office, workspace=workspace, producer=Producer(workspace, office.root / "out")
        )
        first, second, third = changed.issue(["h00", "h01", "h02"])
    finally:
        data.write_text(typed, "utf-8")

    assert second.error
    assert second.error.code == "draft-unfinished"
    assert "[CẦN BỔ SUNG]" in str(second.error)
    assert [one.entry and one.entry.number for one in (first, third)] == [1, 2]
    (late,) = office.issue(["h01"])
    assert late.entry
    assert late.entry.number == 3
    assert office.findings() == []


def test_a_preview_tells_the_numbers_and_writes_nothing(office: Hall) -> None:
    office.issue(["h00"])
    before = {path: path.read_bytes() for path in office.root.rglob("*") if path.is_file()}
    workspace, register = office.workspace, Register(office.root / FILE)
    jobs = plan_jobs(workspace, "giay-moi", 2025, [UNIT], date(2025, 5, 12))[:3]

    found = Issuer(office.producer, register).preview(jobs)

    told = [(one.entry and one.entry.number, one.state) for one in found]
    assert told == [(1, "đã cấp từ trước"), (2, "sẽ cấp"), (3, "sẽ cấp")]
    after = {path: path.read_bytes() for path in office.root.rglob("*") if path.is_file()}
    assert before == after


def test_a_draft_in_the_place_of_the_document_gives_way_to_it(office: Hall) -> None:
    """It is docgen's own and unchanged."""
    (draft,) = plan_jobs(office.workspace, "giay-moi", 2025, [UNIT], None, Only("h00"))
    made = office.producer.make(draft).written
    assert made

    (found,) = office.issue(["h00"])

    assert found.entry
    assert office.root / found.entry.order.file == made.path
    assert digest(made.path.read_bytes()) == found.entry.digest


def test_a_file_that_is_gone_is_written_again_only_as_it_was(office: Hall) -> None:
    (first,) = office.issue(["h00"])
    assert first.entry
    path = office.root / first.entry.order.file
    before = path.read_bytes()
    path.unlink()

    (again,) = office.issue(["h00"], date(2025, 5, 20))
    assert again.state == "đã cấp từ trước, ghi lại tệp"
    assert path.read_bytes() == before

    path.unlink()
    data = office.root / f"data/giay_moi/2025/{UNIT}/h00.yaml"
    typed = data.read_text("utf-8")
    data.write_text(typed.replace("8 giờ", "9 giờ"), "utf-8")
    try:
        workspace = load_workspace(office.root)
        changed = replace(
            office, workspace=workspace, producer=Producer(workspace, office.root / "out")
        )
        (gone,) = changed.issue(["h00"])
    finally:
        data.write_text(typed, "utf-8")
    assert gone.error
    assert gone.error.code == "issued-file-gone"
    assert "Lấy lại tệp từ bản sao lưu" in str(gone.error)
    assert not path.exists()


def says(office: Hall, one: Issued) -> list[str]:
    """Return what a document says of the one that it replaces."""
    assert one.entry
    paper = docx.Document(str(office.root / one.entry.order.file))
    return [line.text for line in paper.paragraphs if "thay thế" in line.text]


def test_a_replacement_has_a_number_and_a_file_of_its_own(office: Hall) -> None:
    (first,) = office.issue(["h00"])
    assert first.entry
    before = (office.root / first.entry.order.file).read_bytes()
    (second,) = office.issue(["h00"], date(2025, 5, 13), replacing="sai giờ họp")
    (third,) = office.issue(["h00"], date(2025, 5, 14), replacing="sai địa điểm")

    assert [(one.entry.sign, Path(one.entry.order.file).name) for one in (second, third) if one.entry] == [
        ("02/GM-UBND", "giay-moi-h00_thay-the.docx"), ("03/GM-UBND", "giay-moi-h00_thay-the_2.docx"),
    ]  # fmt: skip
    assert (office.root / first.entry.order.file).read_bytes() == before
    assert [one.state for one in office.entries()] == ["đã thay thế", "đã thay thế", "đã cấp"]
    replaced = "Giấy mời số 01/GM-UBND ngày 12 tháng 5 năm 2025 của UBND phường Cầu Đất"
    assert says(office, second) == [f"Giấy mời này thay thế {replaced}."]
    assert "số 02/GM-UBND ngày 13 tháng 5 năm 2025" in says(office, third)[0]
    assert says(office, first) == []
    assert [one.replaced_by for one in office.entries()] == [2, 3, None]
    assert office.findings() == []


def test_a_document_whose_number_is_void_keeps_its_file_beside_the_new_one(office: Hall) -> None:
    (first,) = office.issue(["h00"])
    assert first.entry
    before = (office.root / first.entry.order.file).read_bytes()
    office.register.void(first.entry, "ký nhầm bản")

    (second,) = office.issue(["h00"])

    assert second.entry
    assert (second.entry.number, Path(second.entry.order.file).name) == (2, "giay-moi-h00_2.docx")
    assert (office.root / first.entry.order.file).read_bytes() == before
    assert office.findings() == []


def test_there_is_nothing_to_replace_before_there_is_a_number(office: Hall) -> None:
    (found,) = office.issue(["h00"], replacing="sai")

    assert found.error
    assert found.error.code == "nothing-to-replace"
    assert office.entries() == []


def test_a_refused_number_is_told_of_its_row_alone(workspace: Path) -> None:
    issue(workspace, "ke-hoach", date(2025, 3, 1), UNIT)

    late, well = (
        issue(workspace, "giay-moi", date(2025, 2, 1), UNIT)[0],
        issue(workspace, "ke-hoach", date(2025, 2, 1), "phong-noi-vu")[0],
    )

    assert late.error
    assert late.error.code == "number-refused"
    assert well.state == "đã cấp"
    loaded = load_workspace(workspace)
    assert verify_workspace(loaded, workspace / "out") == []


def test_a_person_s_file_at_the_end_of_a_replacement_costs_no_number(office: Hall) -> None:
    office.issue(["h00"])
    mine = office.root / "out" / "2025" / UNIT / "giay-moi-h00_thay-the.docx"
    write(mine, b"PK c\xe1\xbb\xa7a docgen")
    mine.write_bytes(b"PK c\xe1\xbb\xa7a t\xc3\xb4i")

    (found,) = office.issue(["h00"], date(2025, 5, 13), replacing="sai")

    assert found.error
    assert found.error.code == "draft-by-hand"
    assert [one.state for one in office.entries()] == ["đã cấp"]
