"""docgen report: what the reports of wards, offices, schools and the district say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from docgen.batch import Producer, plan_jobs
from docgen.batch.planned import Only
from docgen.check import Settings, check_file
from docgen.load.workspace import load_workspace
from tests.kinds.conftest import plain

HALF, YEAR = "6-thang", "nam"
GAP = "CẦN BỔ SUNG"


@dataclass(frozen=True)
class Report:
    """A report: its file, its paragraphs (style, words) and its gaps."""

    path: Path
    paragraphs: list[tuple[str, str]]
    gaps: dict[str, str]

    @property
    def text(self) -> str:
        return "\n".join(words for _, words in self.paragraphs)

    def styled(self, *styles: str) -> list[str]:
        return [words for style, words in self.paragraphs if style in styles]

    def has(self, words: str) -> bool:
        return words in self.text

    @property
    def tables(self) -> list[list[list[str]]]:
        """The tables of the annexes, each row with its cells as they are in the file."""
        document: Any = docx.Document(str(self.path))
        borders = f"{qn('w:tblPr')}/{qn('w:tblBorders')}"
        return [
            [[plain(cell.text) for cell in row.cells] for row in table.rows]
            for table in document.tables
            if table._tbl.find(borders) is not None
        ]


@pytest.fixture(scope="session")
def report(
    sample: Path, lines: Callable[[Path], Any], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Report]:
    """Return ``report(unit, ma, ban="", root=sample)``; those of the sample are made once."""
    made: dict[tuple[str, str, str], Report] = {}
    ours = Producer(load_workspace(sample), tmp_path_factory.mktemp("bao-cao"))

    def one(unit: str, ma: str = HALF, ban: str = "", root: Path = sample) -> Report:
        if root != sample:
            fresh = Producer(load_workspace(root), tmp_path_factory.mktemp("bao-cao"))
            return _made(fresh, unit, ma, ban, lines)
        if (unit, ma, ban) not in made:
            made[unit, ma, ban] = _made(ours, unit, ma, ban, lines)
        return made[unit, ma, ban]

    return one


def _made(producer: Producer, unit: str, ma: str, ban: str, lines: Callable[[Path], Any]) -> Report:
    (job,) = plan_jobs(producer.workspace, "bao-cao", 2025, [unit], None, Only(ma, ban))
    outcome = producer.make(job)
    if outcome.error:
        raise outcome.error
    assert outcome.written
    path = outcome.written.path
    found = [(line.style, plain(line.plain)) for line in lines(path)]
    return Report(path, found, dict(outcome.gaps))


SAMPLE = [
    ("phuong-cau-dat", HALF, ""),
    ("phuong-cau-dat", HALF, "hdnd"),
    ("quan-ngo-quyen", HALF, ""),
    ("phong-noi-vu", HALF, ""),
    ("trung-tam-van-hoa", HALF, ""),
    ("truong-thcs-chu-van-an", HALF, ""),
    ("phuong-gia-vien-2025", YEAR, ""),
    ("phuong-gia-vien-2025", YEAR, "hdnd"),
    ("truong-mam-non-sao-sang-4", YEAR, ""),
    ("van-phong-phuong-ngo-quyen", YEAR, ""),
]


@pytest.mark.parametrize(("unit", "ma", "ban"), SAMPLE)
def test_a_report_of_the_sample_is_whole_and_passes_the_check(
    report: Callable[..., Report], unit: str, ma: str, ban: str
) -> None:
    made = report(unit, ma, ban)
    found = check_file(made.path, Settings(draft=True))

    assert not made.gaps
    assert not re.search(r"[{}\[\]]", made.text)
    assert [str(one.hit) for one in found.findings if one.severity == "error"] == []


def test_the_subject_names_the_period_and_what_comes_after_it(
    report: Callable[..., Report],
) -> None:
    (half,) = report("phuong-cau-dat").styled("Trích yếu")
    (year,) = report("phuong-gia-vien-2025", YEAR).styled("Trích yếu")

    assert half.endswith("06 tháng đầu năm 2025, nhiệm vụ trọng tâm 06 tháng cuối năm 2025")
    assert year.endswith("dân chủ ở cơ sở năm 2025, phương hướng, nhiệm vụ năm 2026")


def test_one_addressee_stands_beside_kinh_gui_and_several_under_it(
    report: Callable[..., Report],
) -> None:
    up, council = report("phuong-cau-dat"), report("phuong-cau-dat", ban="hdnd")

    assert up.styled("Kính gửi") == ["Kính gửi: Ủy ban nhân dân Quận Ngô Quyền (qua Phòng Nội vụ)"]
    assert council.styled("Kính gửi nhiều nơi") == ["Kính gửi:"]
    assert council.styled("Nơi kính gửi") == [
        "- Hội đồng nhân dân phường Cầu Đất;",
        "- Ủy ban Mặt trận Tổ quốc Việt Nam phường Cầu Đất.",
    ]


def test_a_ward_reports_under_six_headings(report: Callable[..., Report]) -> None:
    half, year = report("phuong-cau-dat"), report("phuong-gia-vien-2025", YEAR)

    assert half.styled("Mục") == [
        "I. ĐẶC ĐIỂM TÌNH HÌNH",
        "II. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        "III. KẾT QUẢ THỰC HIỆN",
        "IV. ĐÁNH GIÁ CHUNG",
        "V. NHIỆM VỤ TRỌNG TÂM 06 THÁNG CUỐI NĂM 2025",
        "VI. ĐỀ XUẤT, KIẾN NGHỊ",
    ]
    assert year.styled("Mục")[4] == "V. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026"
    assert "4. Bài học kinh nghiệm" in year.styled("Khoản")
    assert not half.has("Bài học kinh nghiệm")


def test_the_council_gets_the_three_contents_of_the_law(report: Callable[..., Report]) -> None:
    council = report("phuong-cau-dat", ban="hdnd")

    assert council.has("Thực hiện Điều 14, Điều 23 và Điều 28 Luật Thực hiện dân chủ ở cơ sở")
    assert council.styled("Mục")[:3] == [
        "I. KẾT QUẢ CÔNG KHAI THÔNG TIN ĐỂ NHÂN DÂN BIẾT",
        "II. KẾT QUẢ TỔ CHỨC ĐỂ NHÂN DÂN BÀN VÀ QUYẾT ĐỊNH",
        "III. KẾT QUẢ LẤY Ý KIẾN NHÂN DÂN",
    ]
    assert not council.has("ĐỀ XUẤT, KIẾN NGHỊ")


def test_a_figure_in_a_sentence_is_the_one_of_the_annex(
    report: Callable[..., Report], workspace: Path
) -> None:
    data = workspace / "data" / "bao_cao" / "2025-6-thang" / "phuong-cau-dat.yaml"
    text = data.read_text("utf-8")
    data.write_text(re.sub(r"(?m)^  luot_tiep_dan: 47$", "  luot_tiep_dan: 61", text), "utf-8")
    made = report("phuong-cau-dat", root=workspace)
    (row,) = [row for row in made.tables[0] if row[1] == "Lượt công dân được tiếp"]

    assert made.has("- Tiếp 61 lượt công dân")
    assert row[4:6] == ["61", "61"]


def test_what_is_zero_is_told_in_words_and_clauses_about_it_are_left_out(
    report: Callable[..., Report], workspace: Path
) -> None:
    data = workspace / "data" / "bao_cao" / "2025-6-thang" / "phuong-cau-dat.yaml"
    text = data.read_text("utf-8")
    for name in ("cong_khai_cham", "giam_sat_dau_tu", "dong_gop_bang_tien"):
        text = re.sub(rf"(?m)^(chi_tieu:(?:\n  .*)*?\n  {name}: ).*$", r"\g<1>0", text, count=1)
    made = report("phuong-cau-dat", root=_written(workspace, data, text))

    assert made.has("Không có nội dung công khai chậm")
    assert made.has("Ban Giám sát đầu tư của cộng đồng không tổ chức cuộc giám sát nào.")
    assert made.has("tổng giá trị 412 triệu đồng.")


def test_a_figure_that_was_not_written_is_a_gap_and_never_a_claim(
    report: Callable[..., Report], workspace: Path
) -> None:
    data = workspace / "data" / "bao_cao" / "2025-6-thang" / "phuong-cau-dat.yaml"
    text = re.sub(r"(?m)^  (?:co_quy_che|luot_tiep_dan): .*\n", "", data.read_text("utf-8"))
    made = report("phuong-cau-dat", root=_written(workspace, data, text))

    assert made.has(f"- [{GAP}: Đã ban hành hoặc cập nhật quy chế thực hiện dân chủ]")
    assert not made.has("- Đã ban hành, cập nhật quy chế")
    assert made.has(f"- Tiếp [{GAP}: Lượt công dân được tiếp] lượt công dân.")


def _written(root: Path, path: Path, text: str) -> Path:
    assert text != path.read_text("utf-8")
    path.write_text(text, "utf-8")
    return root


def test_the_superiors_plan_is_cited_where_there_is_one(report: Callable[..., Report]) -> None:
    cited = "; Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2025 của UBND Quận Ngô Quyền về"

    assert report("phuong-cau-dat").has(cited)
    assert report("phuong-gia-vien-2025", YEAR).has("năm 2024, năm 2025), UBND phường Gia Viên")


def test_a_school_tells_of_its_classes_and_calls_small_children_children(
    report: Callable[..., Report],
) -> None:
    assert report("truong-thcs-chu-van-an").has("40 lớp, 1.760 học sinh; đội ngũ có 74 cán bộ")
    small = report("truong-mam-non-sao-sang-4", YEAR)
    assert small.has("cha mẹ trẻ em")
    assert small.has("tự xếp loại thực hiện dân chủ năm 2025: Tốt.")


def test_the_annex_counts_written_indicators_and_sets_computed_ones_in_italics(
    report: Callable[..., Report],
) -> None:
    made = report("phuong-cau-dat")
    head, *rows = made.tables[0]
    counted = [row[0] for row in rows if row[0]]
    path = str(made.path)
    italic = {
        paragraph.text
        for table in docx.Document(path).tables
        for cell in table._cells
        for paragraph in cell.paragraphs
        if paragraph.style and paragraph.style.name == "Chữ bảng" and paragraph.runs
        if paragraph.runs[0].italic
    }

    assert head == [
        "TT", "Chỉ tiêu", "Đơn vị tính", "Cùng kỳ", "Trong kỳ", "Lũy kế từ đầu năm", "Ghi chú",
    ]  # fmt: skip
    assert counted == [str(number) for number in range(1, 36)]
    assert {row[1] for row in rows if not row[0]} <= italic
    assert "Lượt công dân được tiếp" not in italic


def test_figures_taken_over_are_told_under_the_annex(report: Callable[..., Report]) -> None:
    made = report("phuong-gia-vien-2025", YEAR)

    assert made.has("\nGhi chú: Số liệu 06 tháng đầu năm bao gồm số liệu của")


def test_the_district_adds_up_wards_and_offices_apart(report: Callable[..., Report]) -> None:
    made = report("quan-ngo-quyen")

    assert made.has("08/08 phường và 11/23 cơ quan, đơn vị, trường học đã gửi báo cáo")
    assert made.has("- Tiếp 138 lượt công dân")  # at the district's own office
    assert made.has("- Các phường tiếp nhận 149 đơn thư")
    assert made.has("- Cơ quan UBND quận tiếp nhận 54 đơn thư")
    assert made.styled("Phụ lục") == [f"Phụ lục {n}" for n in ("I", "II", "III", "IV", "V", "VI")]


def test_the_districts_tables_are_as_wide_as_their_pages(report: Callable[..., Report]) -> None:
    document: Any = docx.Document(str(report("quan-ngo-quyen").path))
    pages = []
    for section in document.sections:
        room = section.page_width - section.left_margin - section.right_margin
        pages.append(round(room / 635))
    wide = [sum(int(one.get(qn("w:w"))) for one in table._tbl.tblGrid) for table in document.tables]

    assert [page > 14000 for page in pages] == [False, False, False, True, False, True, False]
    assert all(any(abs(width - page) <= 10 for page in pages) for width in wide)


def test_each_ward_has_its_column_and_the_last_is_the_sum(report: Callable[..., Report]) -> None:
    made = report("quan-ngo-quyen")
    (table,) = [table for table in made.tables if "Cầu Đất" in table[0]]
    (row,) = [row for row in table if row[1] == "Đơn thư tiếp nhận trong kỳ"]

    assert table[0][3:] == [
        "Cầu Đất", "Cầu Tre", "Đằng Giang", "Đông Khê", "Gia Viên", "Lạch Tray", "Máy Chai",
        "Vạn Mỹ", "Cộng",
    ]  # fmt: skip
    assert sum(map(int, row[3:-1])) == int(row[-1])


def test_who_has_not_reported_and_who_was_late_is_listed(report: Callable[..., Report]) -> None:
    *_, last = report("quan-ngo-quyen").tables
    told = {row[1]: row[2] for row in last}

    assert told["UBND phường Lạch Tray"] == "Gửi ngày 17/6/2025, chậm 03 ngày"
    assert told["Phòng Y tế"] == "Chưa gửi báo cáo"
    assert "Phòng Nội vụ" not in told


@pytest.mark.openxml
@pytest.mark.parametrize("unit", ["phuong-cau-dat", "quan-ngo-quyen"])
def test_the_open_xml_sdk_finds_no_error_in_a_report(
    report: Callable[..., Report], unit: str, validator: Callable[[Path], str]
) -> None:
    assert not validator(report(unit).path)
