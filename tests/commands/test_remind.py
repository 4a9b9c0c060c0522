"""``docgen remind``: the công văn to those who are late with their reports."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.batch import Only, plan_jobs
from docgen.context.recipients import recipients
from docgen.load.workspace import load_workspace

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ASK = ["remind", "--unit", "quan-ngo-quyen", "--period", "6m"]
PAPER = Path("out") / "2025" / "quan-ngo-quyen" / "cong-van-don-doc-6-thang.docx"
BLANK = "\N{NO-BREAK SPACE}"


@pytest.fixture
def folder(workspace: Path) -> Path:
    """The sample in which every unit sent on 10/6/2025, but Vạn Mỹ (on the 17th) and two others."""
    data = workspace / "data" / "bao_cao"
    shutil.rmtree(data)
    (data / "2025-6-thang").mkdir(parents=True)
    late = ("truong-thcs-an-da", "phong-y-te")
    for path in (workspace / "data" / "don_vi").glob("*.yaml"):
        if path.stem not in late:
            day = "17/6/2025" if path.stem == "phuong-van-my" else "10/6/2025"
            write(workspace, path.stem, f"ngay_gui: {day}\n")
    own = workspace / "data" / "don_doc" / "2025-6-thang" / "quan-ngo-quyen.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("ngay_du_kien: 16/6/2025\nhan: 18/6/2025\n", "utf-8")
    return workspace


def write(root: Path, unit: str, text: str) -> None:
    path = root / "data" / "bao_cao" / "2025-6-thang" / f"{unit}.yaml"
    path.write_text(text, "utf-8")


def words(root: Path, lines: Callable[[Path], Any]) -> list[str]:
    return [line.plain.replace(BLANK, " ").strip() for line in lines(root / PAPER)]


def test_it_is_a_cong_van_to_those_who_are_late(
    docgen: Run, folder: Path, lines: Callable[[Path], Any]
) -> None:
    done = docgen(*ASK, cwd=folder)
    said = words(folder, lines)
    at = said.index("Kính gửi:")

    assert (done.returncode, done.stdout) == (0, f"{PAPER.as_posix()} (mới)\n")
    assert said[at + 1 : at + 4] == [
        "- Ủy ban nhân dân phường Vạn Mỹ;",
        "- Phòng Y tế;",
        "- Trường Trung học cơ sở An Đà.",
    ]
    assert "Số:       /UBND-NV" in said
    subject = " ".join(said[: said.index("Kính gửi:")])
    assert "V/v đôn đốc gửi báo cáo" in subject
    assert "CÔNG VĂN" not in said
    assert said[said.index("Nơi nhận:") + 1 :][:2] == ["- Như trên;", "- Lưu: VT, NV (02)."]


def test_it_cites_the_plan_and_tells_the_days(
    docgen: Run, folder: Path, lines: Callable[[Path], Any]
) -> None:
    docgen(*ASK, cwd=folder)
    body = "\n".join(words(folder, lines))

    assert "Thực hiện Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2025 của UBND" in body
    assert "(qua Phòng Nội vụ) từ ngày 01/6/2025 đến trước ngày 15/6/2025." in body
    assert "Đến ngày 16/6/2025" in body
    assert "của 03 đơn vị nêu trên, chậm 02 ngày" in body
    assert "chậm nhất ngày 18/6/2025" in body


def test_the_day_of_the_command_line_comes_before_the_file(
    docgen: Run, folder: Path, lines: Callable[[Path], Any]
) -> None:
    docgen(*ASK, "--on", "17/6/2025", cwd=folder)
    body = "\n".join(words(folder, lines))

    assert "Vạn Mỹ" not in body
    assert "của 02 đơn vị nêu trên, chậm 03 ngày" in body


def test_one_who_is_late_is_addressed_in_one_line(
    docgen: Run, folder: Path, lines: Callable[[Path], Any]
) -> None:
    write(folder, "phong-y-te", "ngay_gui: 10/6/2025\n")
    write(folder, "truong-thcs-an-da", "ngay_gui: 10/6/2025\n")
    docgen(*ASK, cwd=folder)
    said = words(folder, lines)

    assert "Kính gửi: Ủy ban nhân dân phường Vạn Mỹ" in [line.rstrip(".") for line in said]
    assert any("yêu cầu đơn vị nêu trên" in line for line in said)


def test_where_nobody_is_late_nothing_is_made(docgen: Run, folder: Path) -> None:
    done = docgen(*ASK, "--on", "14/6/2025", cwd=folder)

    assert done.returncode == 0
    assert done.stdout == ""
    assert "không có đơn vị nào chậm gửi báo cáo 06 tháng đầu năm 2025" in done.stderr
    assert "14/6/2025" in done.stderr
    assert not (folder / "out").exists()


def test_a_new_day_that_nobody_wrote_is_a_gap(
    docgen: Run, folder: Path, lines: Callable[[Path], Any]
) -> None:
    shutil.rmtree(folder / "data" / "don_doc")
    done = docgen(*ASK, "--on", "16/6/2025", cwd=folder)

    assert "mục han trong data/don_doc/2025-6-thang/quan-ngo-quyen.yaml" in done.stderr
    assert "[CẦN BỔ SUNG: Hạn gửi báo cáo mới]" in "\n".join(words(folder, lines))


def test_without_a_day_it_is_of_today(docgen: Run, folder: Path) -> None:
    shutil.rmtree(folder / "data" / "don_doc")
    done = docgen(*ASK, cwd=folder)

    assert done.returncode == 1
    assert "không tồn tại vào ngày" in done.stderr  # the district ended on 30/6/2025
    assert "[unit-not-in-time]" in done.stderr


def test_the_list_of_dispatch_sees_every_unit(folder: Path) -> None:
    loaded = load_workspace(folder)
    (job,) = plan_jobs(
        loaded, "don-doc", 2025, ["quan-ngo-quyen"], date(2025, 6, 16), Only("6-thang")
    )
    told = recipients(loaded, job)

    assert [one.units for one in told.addressed] == [
        ("phuong-van-my",),
        ("phong-y-te",),
        ("truong-thcs-an-da",),
    ]
    assert told.others == ()


def test_a_line_of_its_own_is_sent_too(
    docgen: Run, folder: Path, lines: Callable[[Path], Any]
) -> None:
    own = folder / "data" / "don_doc" / "2025-6-thang" / "quan-ngo-quyen.yaml"
    with own.open("a", encoding="utf-8") as file:
        file.write("noi_nhan:\n  - don_vi: phong-noi-vu\n  - Lưu: VT, NV (02)\n")
    docgen(*ASK, cwd=folder)

    assert "- Phòng Nội vụ;" in words(folder, lines)


def test_it_keeps_the_layout_of_the_decree(docgen: Run, folder: Path) -> None:
    docgen(*ASK, cwd=folder)
    done = docgen("check", PAPER.as_posix(), "--draft", "--date", "16/6/2025", cwd=folder)

    assert done.returncode == 0, done.stdout
    assert "lỗi" not in done.stdout


def test_a_year_without_windows_does_not_say_that_nobody_is_late(docgen: Run, folder: Path) -> None:
    done = docgen(*ASK, "--year", "2024", "--on", "20/6/2024", cwd=folder)

    assert done.returncode == 1
    assert "data/nam/2024.yaml" in done.stderr
