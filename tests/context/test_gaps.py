"""Gaps of reports: told once, none for what docgen computes, none where there is nothing to say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docgen.batch.reports import figures_problem, without_figures
from docgen.commands.gaps import gap_lines
from docgen.context.document import Content, content
from docgen.context.job import Job
from docgen.load.workspace import load_workspace

FOLDER = Path("data") / "bao_cao"
WARD = Job("phuong-cau-dat", "bao-cao", 2025, date(2025, 6, 10), "6-thang")
FEW = "chi_tieu:\n  van_ban_chi_dao: 4\n  da_cong_khai: 3\n"


def made(root: Path, text: str, job: Job = WARD) -> Content:
    path = root / FOLDER / f"2025-{job.ma}" / f"{job.unit}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return content(load_workspace(root), job)


def last_section(root: Path, text: str) -> list[str]:
    lines: list[str] = made(root, text).values["de_cuong"]["muc"][-1]["y"]
    return lines


def test_what_docgen_computes_is_marked_but_not_to_be_entered(workspace: Path) -> None:
    found = made(workspace, FEW)
    rows = {row["nhan"]: row["luy_ke"] for row in found.values["so_lieu"]["dong"]}

    assert rows["Tỷ lệ nội dung đã công khai"] == "[CẦN BỔ SUNG]"
    assert "Nội dung phải công khai phát sinh trong kỳ" in found.gaps
    assert not [label for label in found.gaps if label.startswith("Tỷ lệ")]


def test_a_first_half_that_is_not_there_is_one_line(workspace: Path) -> None:
    (workspace / FOLDER / "2025-6-thang" / "truong-thcs-chu-van-an.yaml").unlink()
    year = Job("truong-thcs-chu-van-an", "bao-cao", 2025, date(2025, 12, 10), "nam")
    form = load_workspace(workspace).forms["dan-chu-co-so"].value.typed(["truong-hoc"])
    words = {"có/không": "có", "mức": "Tốt"}
    rows = "".join(f"  {name}: {words.get(one.kieu, 1)}\n" for name, one in form.items())
    found = made(workspace, f"chi_tieu:\n{rows}", year)
    why = "chưa có số liệu 06 tháng đầu năm 2025 của Trường Trung học cơ sở Chu Văn An"
    lines = [line for line in gap_lines(found.gaps) if why in line]

    assert sum(why in where for where in found.gaps.values()) > 10
    assert len(lines) == 1
    assert lines[0].split(" ")[1] == "chỗ"


def test_gaps_of_causes_of_their_own_stay_lines_of_their_own() -> None:
    few = {"Người ký": "mục nguoi_ky", "Chức vụ": "mục nguoi_ky", "Địa danh": ""}

    assert list(gap_lines(few)) == ["Người ký: mục nguoi_ky", "Chức vụ: mục nguoi_ky", "Địa danh"]


def test_an_empty_list_says_that_there_is_none(workspace: Path) -> None:
    assert last_section(workspace, FEW + "kien_nghi: []\n") == ["- Không có."]
    assert last_section(workspace, FEW) == ["- [CẦN BỔ SUNG: Đề xuất, kiến nghị]"]
    assert made(workspace, FEW).gaps["Đề xuất, kiến nghị"] == (
        "mục kien_nghi trong data/bao_cao/2025-6-thang/phuong-cau-dat.yaml"
    )


def test_an_outline_has_its_own_words_for_none(workspace: Path) -> None:
    path = workspace / "data" / "danh_muc" / "de_cuong" / "bao-cao-phuong.yaml"
    text = path.read_text("utf-8")
    own = text.replace("{truong: kien_nghi}", "{truong: kien_nghi, khong: Không có kiến nghị.}")
    path.write_text(own, "utf-8")

    assert own != text
    assert last_section(workspace, FEW + "kien_nghi: []\n") == ["- Không có kiến nghị."]


def test_an_untouched_file_is_no_report(workspace: Path) -> None:
    made(workspace, "# chi_tieu:\n#   van_ban_chi_dao:\n")
    loaded = load_workspace(workspace)
    problem = figures_problem(loaded, WARD)

    assert without_figures(loaded, WARD) == "chưa có số liệu"
    assert problem
    assert problem.hint.startswith("bỏ dấu # đầu dòng, ghi số vào mục chi_tieu")
