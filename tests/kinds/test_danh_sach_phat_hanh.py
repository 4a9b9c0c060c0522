"""docgen dispatch: the list of dispatch as it is printed, on lying A4."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from docgen.batch import Only, Outcome, Producer, plan_jobs
from docgen.batch.planned import outgoing
from docgen.check import Settings, check_file
from docgen.check.verdict import PASS
from docgen.issue import Issuer
from docgen.load.workspace import load_workspace
from docgen.register.store import FILE, Register
from tests.kinds.conftest import plain

KIND = "danh-sach-phat-hanh"
UNITS = ["phuong-cau-dat", "quan-ngo-quyen", "phuong-ngo-quyen", "truong-thcs-chu-van-an"]
REGISTER = [
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
]


@pytest.fixture(scope="module")
def producer(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Producer:
    return Producer(load_workspace(sample), tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def paper(producer: Producer) -> Callable[[str], Path]:
    """Return ``paper(unit)``: the list of a unit, made once."""
    made: dict[str, Path] = {}

    def one(unit: str) -> Path:
        if unit not in made:
            (job,) = plan_jobs(producer.workspace, KIND, 2025, [unit], None)
            outcome = producer.make(job)
            if outcome.error:
                raise outcome.error
            assert outcome.written
            made[unit] = outcome.written.path
        return made[unit]

    return one


def table(path: Path, number: int) -> list[list[str]]:
    """Return the rows of a table with a border; the letterhead is table 0."""
    rows = docx.Document(str(path)).tables[number].rows
    return [[plain(cell.text) for cell in row.cells] for row in rows]


def test_the_register_has_the_ten_columns_of_the_decree(paper: Callable[[str], Path]) -> None:
    head, numbers, *rows = table(paper("phuong-cau-dat"), 1)

    assert head == REGISTER
    assert numbers == [f"({column})" for column in range(1, 11)]
    assert rows[0] == [
        "/KH-UBND",
        "",
        "Kế hoạch thực hiện dân chủ ở cơ sở trên địa bàn phường Cầu Đất năm 2025",
        "Nguyễn Văn An",
        (
            "UBND Quận Ngô Quyền; Phòng Nội vụ; Thường trực Đảng ủy phường; "
            "Thường trực HĐND phường; Ủy ban MTTQ VN và các tổ chức chính trị - XH phường; "
            "CT, các PCT UBND phường; Các tổ dân phố"
        ),
        "VT; VP-TK",
        "33",
        "",
        "",
        "Dự kiến 10/02/2025",
    ]
    assert {row[2][:7] for row in rows} >= {"Kế hoạc", "Báo cáo"}


def test_the_list_of_recipients_ends_each_document_with_its_sum(
    paper: Callable[[str], Path],
) -> None:
    head, title, *rows = table(paper("phuong-cau-dat"), 2)

    assert head == [
        "TT", "Văn bản", "Nơi nhận", "Vai", "Kênh gửi", "Số bản giấy", "Ngày chuyển",
        "Ký nhận, trạng thái", "Ghi chú",
    ]  # fmt: skip
    assert title[0].startswith("1. Kế hoạch thực hiện dân chủ ở cơ sở")
    first = ["1", "Kế hoạch", "Ủy ban nhân dân Quận Ngô Quyền", "Báo cáo", "Trục liên thông", "-"]
    assert rows[0] == [*first, "", "", ""]
    assert rows[6][2:6] == ["24 tổ dân phố", "Thực hiện", "Giấy", "24"]
    assert rows[7][0] == "Cộng: 31 bản giấy và 02 bản lưu (VT, VP-TK)"
    assert rows[7][5] == "33"
    sums = [int(row[5]) for row in rows if row[0].startswith("Cộng: ")]
    assert int(rows[-1][5]) == sum(sums)
    assert rows[-1][0].startswith(f"Tổng cộng {len(sums):02} văn bản: ")


def test_documents_of_one_title_are_told_apart(paper: Callable[[str], Path]) -> None:
    titles = [row[0] for row in table(paper("phuong-cau-dat"), 2) if row[0] == row[-1]]

    assert len(titles) >= 3
    assert len({words.partition(". ")[2] for words in titles}) == len(titles)


def test_a_superior_has_a_third_table_of_the_reports_that_it_waits_for(
    paper: Callable[[str], Path],
) -> None:
    head, *rows = table(paper("quan-ngo-quyen"), 3)
    texts = [p.text for p in docx.Document(str(paper("phuong-cau-dat"))).paragraphs]

    assert head == [
        "TT", "Đơn vị", "Kỳ báo cáo", "Hạn gửi", "Số, ngày báo cáo nhận", "Ngày gửi", "Trạng thái",
    ]  # fmt: skip
    assert rows[5][1:] == [
        "Ủy ban nhân dân phường Lạch Tray", "Báo cáo 06 tháng đầu năm 2025", "14/6/2025", "",
        "17/6/2025", "chậm 03 ngày",
    ]  # fmt: skip
    assert not any("THEO DÕI" in words for words in texts)


@pytest.mark.parametrize("unit", UNITS)
def test_what_documents_print_is_what_the_list_tells_and_nothing_else(
    unit: str, producer: Producer, paper: Callable[[str], Path], lines: Callable[[Path], Any]
) -> None:
    """Read from the files themselves: Kính gửi and Nơi nhận of each against its rows."""
    sections = [block.splitlines() for block in _blocks(paper(unit))]

    jobs = outgoing(producer.workspace, unit, 2025)
    assert len(sections) == len(jobs) > 0
    for job, rows in zip(jobs, sections, strict=True):
        outcome = producer.make(job)
        assert outcome.written, outcome.error
        found = lines(outcome.written.path)
        printed = [one.plain[2:-1] for one in found if one.style == "Danh sách nơi nhận"]
        kept = [words for words in printed if not words.startswith(("Như trên", "Lưu:"))]
        assert _lines(rows) == [plain(words) for words in kept], job
        assert ("Như trên" in printed) == any("Kính gửi" in row for row in rows), job


def _blocks(path: Path) -> list[str]:
    """Return the rows of each document in the list of recipients, one a line."""
    rows = table(path, 2)[1:-1]
    blocks = [""]
    for row in rows:
        if row[0].startswith("Cộng: "):
            blocks.append("")
        elif row[0] != row[-1] or not re.match(r"\d+\. ", row[0]):
            blocks[-1] += " | ".join([*row[:3], row[-1]]) + "\n"
    return blocks[:-1]


def _lines(rows: list[str]) -> list[str]:
    """Return the lines of Nơi nhận that rows come from: a group's own row tells its words."""
    found: list[str] = []
    left = 0
    for row in rows:
        first, _, name, note = row.split(" | ")
        if opened := re.fullmatch(r"(.*): (\d+) nơi nhận", first):
            found.append(opened[1])
            left = int(opened[2])
        elif left:
            left -= 1
        elif note != "Kính gửi":
            found.append(_short(name))
    assert left == 0
    return found


def _short(name: str) -> str:
    """Return a recipient as Nơi nhận writes it: UBND for the name in full, Các for a number."""
    return re.sub(
        r"^\d+ ", "Các ", re.sub(r"^Ủy ban nhân dân (?=Quận|thành|phường|Phường)", "UBND ", name)
    )


@pytest.mark.parametrize("unit", UNITS)
def test_heads_come_again_on_each_page_and_no_row_is_torn(
    unit: str, paper: Callable[[str], Path]
) -> None:
    document = docx.Document(str(paper(unit)))
    bordered = [
        one for one in document.tables if one._tbl.tblPr.find(qn("w:tblBorders")) is not None
    ]

    assert len(bordered) == (3 if unit in ("quan-ngo-quyen", "phuong-ngo-quyen") else 2)
    for number, one in enumerate(bordered):
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in one.rows]
        assert heads == [True] * (2 if number == 0 else 1) + [False] * heads.count(False)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in one.rows)
        assert sum(column.width.mm for column in one.columns) == pytest.approx(252, abs=0.5)


def test_the_page_lies_and_two_sign_it(paper: Callable[[str], Path]) -> None:
    document: Any = docx.Document(str(paper("phuong-cau-dat")))
    (section,) = document.sections
    last = [cell.text.split("\n") for cell in document.tables[-1].rows[0].cells]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert [p.text for p in document.paragraphs if p.style.name in ("Tên loại", "Trích yếu")] == [
        "DANH SÁCH PHÁT HÀNH VĂN BẢN",
        "Năm 2025",
    ]
    assert last[0][0] == "NGƯỜI LẬP"
    assert last[1] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An"]
    assert not [p.text for p in document.paragraphs if p.text.startswith("Số:")]


def test_who_keeps_the_list_is_named_if_the_unit_says_so(workspace: Path, tmp_path: Path) -> None:
    folder = workspace / "data" / "phat_hanh" / "2025"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "phuong-cau-dat.yaml").write_text("nguoi_lap: Trần Thị Bình\n", "utf-8")
    loaded = load_workspace(workspace)
    (job,) = plan_jobs(loaded, KIND, 2025, ["phuong-cau-dat"], None)

    outcome = Producer(loaded, tmp_path).make(job)

    assert outcome.written, outcome.error
    left = docx.Document(str(outcome.written.path)).tables[-1].rows[0].cells[0]
    assert left.text.split("\n") == ["NGƯỜI LẬP", "Trần Thị Bình"]


@pytest.mark.parametrize("unit", UNITS)
def test_the_list_keeps_the_rules_of_a_paper_of_the_office(
    unit: str, paper: Callable[[str], Path]
) -> None:
    report = check_file(paper(unit), Settings(draft=True, day=date(2025, 6, 10)))

    assert report.sheet.scope == "noi-bo"
    assert [finding.rule.id for finding in report.findings] == []
    assert {"paper-orientation", "font-name", "numbering-sequence"} <= {
        verdict.rule.id for verdict in report.verdicts if verdict.outcome == PASS
    }


@pytest.mark.parametrize("unit", ["quan-ngo-quyen", "phuong-cau-dat"])
def test_the_file_is_valid(
    unit: str, paper: Callable[[str], Path], validator: Callable[[Path], str]
) -> None:
    assert validator(paper(unit)) == ""


def test_the_head_stands_on_every_printed_page(
    paper: Callable[[str], Path], soffice: Callable[..., Path], tmp_path: Path
) -> None:
    pdf = soffice(paper("quan-ngo-quyen"), "pdf", tmp_path)
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    pages = [plain(page) for page in done.stdout.split("\f") if page.strip()]

    assert len(pages) > 3
    for page in pages:
        rows = re.search(r"\b\d\d?/\d\d?/2025\b|Trục liên thông", page)
        assert not rows or re.search(r"Kênh gửi|Hạn gửi|\(10\)", page)
    assert not re.search(r"\d/\n", done.stdout)


@pytest.mark.parametrize("unit", ["quan-ngo-quyen", "phuong-cau-dat"])
def test_the_sum_of_a_document_stays_with_its_last_recipients(
    paper: Callable[[str], Path], unit: str
) -> None:
    rows = docx.Document(str(paper(unit))).tables[2].rows
    sums = [at for at, row in enumerate(rows) if plain(row.cells[0].text).startswith("Cộng: ")]

    assert sums
    for at in sums:
        before = [cell.paragraphs[0] for row in list(rows)[at - 2 : at] for cell in row.cells]
        assert all(one.paragraph_format.keep_with_next for one in before)


def test_an_issued_document_is_told_as_the_register_has_it(workspace: Path) -> None:
    """Another signs by now; and to others than those who got it the list is not made."""
    unit, day = "phuong-cau-dat", date(2025, 2, 12)
    producer = Producer(load_workspace(workspace), workspace / "out")
    jobs = plan_jobs(producer.workspace, "ke-hoach", 2025, [unit], day)
    jobs += plan_jobs(producer.workspace, "giay-moi", 2025, [unit], day)
    done = Issuer(producer, Register(workspace / FILE)).issue(jobs)
    assert [one.error for one in done] == [None, None]
    path = workspace / "data" / "don_vi" / f"{unit}.yaml"
    typed = path.read_text("utf-8")
    path.write_text(typed.replace("Nguyễn Văn An", "Trần Thị Mới"), "utf-8")
    row = made(workspace, unit).written
    assert row
    plan, meeting = [line for line in table(row.path, 1)[2:] if line[1]][:2]

    assert (plan[0], plan[3]) == ("01/KH-UBND", "Nguyễn Văn An")
    assert meeting[4].startswith("Thường trực Đảng ủy")

    invitation = next((workspace / "data" / "giay_moi" / "2025" / unit).glob("*.yaml"))
    words = invitation.read_text("utf-8")
    invitation.write_text(words.replace("Hộ gia đình được mời", "Hộ gia đình"), "utf-8")
    refused = made(workspace, unit).error
    assert refused
    assert refused.code == "issued-recipients"


def made(root: Path, unit: str) -> Outcome:
    """Make the list of a unit."""
    producer = Producer(load_workspace(root), root / "out", force=True)
    (job,) = plan_jobs(producer.workspace, KIND, 2025, [unit], None)
    return producer.make(job)


def test_numbers_come_from_the_register_in_their_order(workspace: Path) -> None:
    """An issued reminder, which nobody plans, is in the extract too."""
    district = "quan-ngo-quyen"

    def issue(kind: str, day: date, ma: str = "", replacing: str = "") -> None:
        producer = Producer(load_workspace(workspace), workspace / "out")
        jobs = plan_jobs(producer.workspace, kind, 2025, [district], day, Only(ma, ""))
        (one,) = Issuer(producer, Register(workspace / FILE), replacing).issue(jobs)
        assert one.error is None, one.error

    issue("ke-hoach", date(2025, 2, 12))
    issue("don-doc", date(2025, 6, 16), "6-thang")
    issue("ke-hoach", date(2025, 6, 17), replacing="sai thời hạn")
    producer = Producer(load_workspace(workspace), workspace / "out")
    (job,) = plan_jobs(producer.workspace, KIND, 2025, [district], None)
    outcome = producer.make(job)
    assert outcome.written, outcome.error
    rows = [row for row in table(outcome.written.path, 1)[2:] if row[1]]

    assert rows[0][2].startswith("Công văn về việc đôn đốc gửi báo cáo")
    assert [(row[0], row[1], row[9]) for row in rows] == [
        ("02/UBND-NV", "16/6/2025", ""),
        ("03/KH-UBND", "17/6/2025", "Thay thế số 01/KH-UBND"),
    ]
