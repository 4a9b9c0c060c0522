"""Giấy mời (Mẫu 1.7 Phụ lục III NĐ 30/2020): a kind that is a vocabulary file and a template alone."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.context.document import reference_day
from docgen.load.data import DataKey
from docgen.load.workspace import load_workspace

Lines = Callable[[Path], Any]
FOLDER = Path("data") / "giay_moi" / "2025" / "phuong-cau-dat"
LEAST = "cuoc_hop: Họp tổ dân phố số 5\n"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "docgen", *words, "-C", str(folder)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def invitation(folder: Path, lines: Lines, own: str) -> tuple[list[str], str]:
    """Return the words of an invitation whose file says *own*, and what the command told."""
    (folder / FOLDER / "hop.yaml").write_text(own, "utf-8")
    done = run(folder, "giay-moi", "--unit", "phuong-cau-dat", "--ma", "hop")
    assert done.returncode == 0, done.stderr
    made = folder / "out" / "2025" / "phuong-cau-dat" / "giay-moi-hop.docx"
    words = [line.plain.replace("\N{NO-BREAK SPACE}", " ") for line in lines(made)]
    return words, done.stderr


def test_it_says_what_the_form_says_in_its_order(workspace: Path, lines: Lines) -> None:
    done = run(workspace, "giay-moi", "--unit", "phuong-cau-dat", "--ma", "hoi-nghi-doi-thoai")
    path = workspace / "out" / "2025" / "phuong-cau-dat" / "giay-moi-hoi-nghi-doi-thoai.docx"
    found = lines(path)
    words = [line.plain for line in found if line.plain]
    heads = [
        "GIẤY MỜI",
        "Ủy ban nhân dân phường Cầu Đất trân trọng kính mời:",
        "- Thường trực Đảng ủy, Thường trực Hội đồng nhân dân phường;",
        "Tới dự Hội nghị trao đổi, đối thoại giữa Ủy ban nhân dân phường với Nhân dân năm 2025.",
        "Chủ trì: Chủ tịch Ủy ban nhân dân phường.",
        "Thời gian: 08 giờ 00, sáng thứ Sáu, ngày 23 tháng 5 năm 2025.",
        "Địa điểm: Hội trường Ủy ban nhân dân phường.",
        "Rất mong quý vị đại biểu có mặt đầy đủ, đúng thời gian./.",
        "- Hộ gia đình được mời;",
    ]

    assert done.returncode == 0, done.stderr
    assert "CẦN BỔ SUNG" not in done.stderr
    assert [line for line in words if line in heads] == heads
    assert any("/GM-UBND" in line for line in words)
    subject = " ".join(line.plain for line in found if line.style == "Trích yếu")
    assert " ".join(subject.split()) == (
        "Hội nghị trao đổi, đối thoại giữa Ủy ban nhân dân phường với Nhân dân năm 2025"
    )


def test_every_file_of_a_unit_is_an_invitation_and_one_may_be_chosen(workspace: Path) -> None:
    (workspace / FOLDER / "hop.yaml").write_text(LEAST, "utf-8")
    folder = workspace / "out" / "2025" / "phuong-cau-dat"
    run(workspace, "giay-moi", "--unit", "phuong-cau-dat", "--ma", "hop")
    alone = sorted(path.name for path in folder.glob("*.docx"))
    done = run(workspace, "giay-moi", "--unit", "phuong-cau-dat")

    assert alone == ["giay-moi-hop.docx"]
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in folder.glob("*.docx")) == [
        "giay-moi-hoi-nghi-doi-thoai.docx",
        "giay-moi-hop.docx",
    ]


def test_a_name_that_no_file_has_is_told_with_those_there_are(workspace: Path) -> None:
    done = run(workspace, "giay-moi", "--unit", "phuong-cau-dat", "--ma", "hop-bao")

    assert done.returncode == 1
    assert "data/giay_moi/2025/phuong-cau-dat/hop-bao.yaml" in done.stderr
    assert "Đã có: hoi-nghi-doi-thoai" in done.stderr


HOURS = {
    "8 giờ 00": "08 giờ 00",
    "8 giờ": "08 giờ 00",
    "14:00": "14 giờ 00",
    "08:30": "08 giờ 30",
    '"7:30"': "07 giờ 30",
    "1:05": "01 giờ 05",
    "từ 8:00 đến 11:30": "từ 08 giờ 00 đến 11 giờ 30",
    "8h30": "08 giờ 30",
    "14 giờ 30 phút.": "14 giờ 30",
}
"""Hours as they are typed, without quotes as a rule, and as they are printed."""


def test_an_hour_that_no_clock_shows_is_told_at_its_place(workspace: Path) -> None:
    (workspace / FOLDER / "hop.yaml").write_text(f"{LEAST}gio: 25:70\n", "utf-8")
    done = run(workspace, "validate")

    assert done.returncode == 1
    assert "data/giay_moi/2025/phuong-cau-dat/hop.yaml:2:6: lỗi:" in done.stdout
    assert "không có giờ nào là “25:70”" in done.stdout


def test_an_invitation_with_a_mistake_is_told_not_passed_over(workspace: Path) -> None:
    (workspace / FOLDER / "hop.yaml").write_text("gio: 8:00\n", "utf-8")
    unit = ("--unit", "phuong-cau-dat")
    place = "data/giay_moi/2025/phuong-cau-dat/hop.yaml:1:1: lỗi:"
    alone = run(workspace, "giay-moi", *unit, "--ma", "hop")
    status = run(workspace, "status", *unit, "--on", "1/3/2025", "--json")
    told = {row["ma"]: row["tinh_trang"] for row in json.loads(status.stdout)}

    for done in (alone, run(workspace, "all", *unit), run(workspace, "dispatch", *unit)):
        assert done.returncode == 1
        assert place in done.stdout + done.stderr
    assert told["hop"] == "sai"


def recipients_of(folder: Path, lines: Lines, own: str) -> list[str]:
    words, _ = invitation(folder, lines, f"{LEAST}ngay_hop: 5/3/2025\n{own}")
    return [line for line in words if line.startswith("- ")]


def test_only_those_invited_get_it_unless_its_file_says_who(workspace: Path, lines: Lines) -> None:
    guests = "kinh_moi:\n  - Ông Lê Văn B.\n"
    more = "noi_nhan:\n  - Như trên\n  - Bà Lê Thị C\n  - Lưu: VT.\n"
    listed = ("dispatch", "--unit", "phuong-cau-dat")

    assert recipients_of(workspace, lines, guests) == ["- Như trên;", "- Lưu: VT, VP-TK (02)."]
    assert run(workspace, *listed).returncode == 0
    with_one_more = ["- Như trên;", "- Bà Lê Thị C;", "- Lưu: VT."]
    assert recipients_of(workspace, lines, guests + more) == with_one_more
    done = run(workspace, *listed)
    assert done.returncode == 0, done.stderr


def test_the_day_of_the_meeting_stands_in_for_the_day_of_its_paper(workspace: Path) -> None:
    for code, own in {
        "mot": "ngay_hop: 5/3/2025\n",
        "hai": "ngay_hop: 5/3/2025\nngay_du_kien: 1/3/2025\n",
        "ba": "ngay_hop: 5/1/2026\n",
        "bon": "",
    }.items():
        (workspace / FOLDER / f"{code}.yaml").write_text(LEAST + own, "utf-8")
    loaded = load_workspace(workspace)
    days = {
        code: reference_day(loaded, "giay-moi", 2025, "phuong-cau-dat", code).isoformat()
        for code in ("mot", "hai", "ba", "bon")
    }

    assert days == {
        "mot": "2025-03-05", "hai": "2025-03-01", "ba": "2025-12-31", "bon": "2025-01-01",
    }  # fmt: skip


def test_the_register_plans_no_day_that_nobody_set(workspace: Path, lines: Lines) -> None:
    (workspace / FOLDER / "hop.yaml").write_text(f"{LEAST}ngay_hop: 5/3/2025\n", "utf-8")
    done = run(workspace, "dispatch", "--unit", "phuong-cau-dat")
    made = workspace / "out" / "2025" / "phuong-cau-dat" / "danh-sach-phat-hanh.docx"
    words = [line.plain for line in lines(made)]

    assert done.returncode == 0, done.stderr
    assert "Dự kiến 12/5/2025" in words
    assert not {"Dự kiến 05/3/2025", "Dự kiến 01/01/2025"} & set(words)


def test_an_hour_is_printed_as_it_was_meant(workspace: Path, lines: Lines) -> None:
    for number, typed in enumerate(HOURS):
        own = f"{LEAST}gio: {typed}\nngay_hop: 5/3/2025\n"
        (workspace / FOLDER / f"hop-{number}.yaml").write_text(own, "utf-8")
    done = run(workspace, "giay-moi", "--unit", "phuong-cau-dat")
    folder = workspace / "out" / "2025" / "phuong-cau-dat"
    assert done.returncode == 0, done.stderr

    for number, printed in enumerate(HOURS.values()):
        words = [line.plain for line in lines(folder / f"giay-moi-hop-{number}.docx")]
        assert f"Thời gian: {printed}, ngày 05 tháng 3 năm 2025." in words


def test_one_guest_stands_in_the_sentence(workspace: Path, lines: Lines) -> None:
    words, _ = invitation(workspace, lines, f"{LEAST}kinh_moi:\n  - Ông Lê Văn B, Tổ trưởng.\n")

    assert "Ủy ban nhân dân phường Cầu Đất trân trọng kính mời: Ông Lê Văn B, Tổ trưởng." in words


def test_what_nobody_wrote_is_left_out_or_marked(workspace: Path, lines: Lines) -> None:
    words, told = invitation(workspace, lines, LEAST)
    marked = [line for line in words if "[CẦN BỔ SUNG:" in line]

    assert marked == [
        "Ủy ban nhân dân phường Cầu Đất trân trọng kính mời: [CẦN BỔ SUNG: Cơ quan, người được mời].",
        "Chủ trì: [CẦN BỔ SUNG: Người chủ trì].",
        "Thời gian: [CẦN BỔ SUNG: Giờ họp], [CẦN BỔ SUNG: Ngày họp].",
        "Địa điểm: [CẦN BỔ SUNG: Địa điểm].",
    ]
    assert "mục chu_tri trong data/giay_moi/2025/phuong-cau-dat/hop.yaml" in told
    assert not [line for line in words if line.startswith(("Thành phần", "Nội dung", "Đề nghị"))]


def test_a_meeting_without_a_name_is_a_mistake_with_its_place(workspace: Path) -> None:
    (workspace / FOLDER / "hop.yaml").write_text("gio: 8:00\n", "utf-8")
    done = run(workspace, "validate")

    assert done.returncode == 1
    assert "data/giay_moi/2025/phuong-cau-dat/hop.yaml:1:1: lỗi:" in done.stdout
    assert "“Tên cuộc họp, hội nghị”" in done.stdout


@pytest.mark.parametrize(
    "unit, code", [("phuong-cau-dat", "hoi-nghi-doi-thoai"), ("phuong-ngo-quyen", "doi-thoai-thang-10")]
)  # fmt: skip
def test_the_sample_invites_in_the_month_of_its_plan_and_passes_the_check(
    unit: str, code: str, sample: Path, tmp_path: Path
) -> None:
    loaded = load_workspace(sample)
    own: Any = loaded.data[DataKey("giay-moi", 2025, unit, code)].value
    plan: Any = loaded.data[DataKey("ke-hoach", 2025, unit)].value
    run(sample, "giay-moi", "--unit", unit, "--out", str(tmp_path))
    paper = tmp_path / "2025" / unit / f"giay-moi-{code}.docx"
    checked = run(sample, "check", str(paper), "--draft", "--date", "12/10/2025")

    assert own.ngay_hop.month == plan.giam_sat.thang_doi_thoai
    assert own.ngay_hop.strftime("%A") == "Friday"  # as the sample says: thứ Sáu
    assert checked.returncode == 0, checked.stdout
    assert "Bản nháp đạt" in checked.stdout


def test_no_module_that_makes_documents_knows_of_it(sample: Path) -> None:
    naming = [
        path.relative_to(sample).as_posix()
        for path in (sample / "docgen").rglob("*.py")
        if re.search(r"""["']giay[-_]moi["']""", path.read_text("utf-8"))
    ]

    assert naming == ["docgen/vietnamese/document_types.py"]  # the types of document of the decree
