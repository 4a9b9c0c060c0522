"""``docgen validate`` and ``docgen list`` as people and programs read them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from docgen import errors

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_the_sample_is_without_a_mistake(docgen: Run) -> None:
    done = docgen("validate")

    told = [line for line in done.stdout.splitlines() if line.startswith("data/")]

    assert done.returncode == 0
    assert "0 lỗi, 1 lời nhắc." in done.stderr
    assert len(told) == 1  # one ward resolved more than was recommended to it this year
    assert told[0].startswith("data/bao_cao/2025-6-thang/phuong-van-my.yaml:28:25: nhắc:")


def test_all_mistakes_of_all_files_come_in_one_run(docgen: Run, workspace: Path) -> None:
    units = workspace / "data" / "don_vi"
    (units / "phuong-cau-dat.yaml").write_text("loai: ubnd-phuong\ndia_dan: x\n", "utf-8")
    (units / "phuong-van-my.yaml").write_text(
        "loai: ubnd-phuog\ndia_ban: {cap: phường, ten: Vạn Mỹ}\n", "utf-8"
    )
    (workspace / "data" / "nam" / "2025.yaml").write_text("han_bao_cao: 5\n", "utf-8")
    done = docgen("validate", cwd=workspace)

    assert done.returncode == 1
    assert "data/don_vi/phuong-cau-dat.yaml:2:1: lỗi:" in done.stdout
    assert "Có phải là “dia_ban”?" in done.stdout
    assert "    2 | dia_dan: x\n      | ^^^^^^^" in done.stdout
    assert "data/don_vi/phuong-van-my.yaml:1:7: lỗi:" in done.stdout
    assert "data/nam/2025.yaml:1:14: lỗi:" in done.stdout


def test_json_holds_place_and_code(docgen: Run, workspace: Path) -> None:
    (workspace / "docgen.yaml").write_text("nam: hai nghìn\n", "utf-8")
    done = docgen("validate", "--json", cwd=workspace)
    (row,) = [row for row in json.loads(done.stdout) if row["tep"] == "docgen.yaml"]

    assert (row["dong"], row["cot"], row["ma"]) == (1, 6, "not-a-year")


def test_list_tells_the_units_of_a_day(docgen: Run) -> None:
    before, after = docgen("list", "--date", "30/6/2025"), docgen("list", "--date", "1/7/2025")

    assert "phuong-cau-dat " in before.stdout
    assert "phuong-ngo-quyen " not in before.stdout
    assert "phuong-cau-dat " not in after.stdout
    assert "phuong-ngo-quyen " in after.stdout


def test_list_sorts_by_vietnamese_letters(docgen: Run) -> None:
    rows = json.loads(docgen("list", "--date", "30/6/2025", "--json").stdout)
    wards = [row["ten"].rpartition("phường ")[2] for row in rows if "phường" in row["ten"]]

    assert wards == [
        "Cầu Đất", "Cầu Tre", "Đằng Giang", "Đông Khê", "Gia Viên", "Lạch Tray", "Máy Chai", "Vạn Mỹ",
    ]  # fmt: skip


def test_list_kinds_tells_their_commands(docgen: Run) -> None:
    rows = [line.split()[:2] for line in docgen("list", "kinds").stdout.splitlines()]

    assert ["ke-hoach", "plan"] in rows
    assert ["bao-cao", "report"] in rows


def test_every_error_code_is_kebab_and_unlike_the_others() -> None:
    codes = [
        kind.code for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.DocgenError)
    ]  # fmt: skip

    assert len(set(codes)) == len(codes)
    assert all(code == code.lower() and " " not in code for code in codes)


def test_the_laws_reminders_stand_among_the_others_and_are_no_mistakes(
    docgen: Run, workspace: Path
) -> None:
    units, plans = workspace / "data" / "don_vi", workspace / "data" / "ke_hoach" / "2025"
    text = (units / "phuong-cau-tre.yaml").read_text("utf-8")
    (units / "phuong-cau-tre.yaml").write_text(f"{text}dia_chi: Theo 04/2015/NĐ-CP\n", "utf-8")
    plan = "giam_sat: {thang_doi_thoai: 9}\nnhiem_vu:\n  - {noi_dung: Họp, han: 5/9/2052}\n"
    (plans / "phuong-cau-dat.yaml").write_text(plan, "utf-8")
    done = docgen("validate", cwd=workspace)
    rows = json.loads(docgen("validate", "--json", cwd=workspace).stdout)
    codes = ["dialogue-out-of-time", "far-day", "legal-basis-expired"]
    ours = [row for row in rows if row["ma"] in codes]

    assert done.returncode == 0
    assert f"0 lỗi, {len(rows)} lời nhắc." in done.stderr
    assert {row["muc_do"] for row in rows} == {"nhắc"}
    assert [(row["tep"], row["dong"], row["ma"]) for row in ours] == [
        ("data/don_vi/phuong-cau-tre.yaml", text.count("\n") + 1, "legal-basis-expired"),
        ("data/ke_hoach/2025/phuong-cau-dat.yaml", 1, "dialogue-out-of-time"),
        ("data/ke_hoach/2025/phuong-cau-dat.yaml", 3, "far-day"),
    ]
    assert "khoản 1 Điều 32 Luật Thực hiện dân chủ ở cơ sở" in ours[1]["goi_y"]
