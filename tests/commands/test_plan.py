"""``docgen plan`` as a secretary runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_one_unit_makes_one_document(docgen: Run, workspace: Path) -> None:
    done = docgen("plan", "--unit", "phuong-cau-dat", cwd=workspace)

    assert done.returncode == 0
    assert done.stdout == "out/2025/phuong-cau-dat/ke-hoach.docx (mới)\n"
    assert (workspace / "out" / "2025" / "phuong-cau-dat" / "ke-hoach.docx").is_file()


def test_the_workspace_is_found_from_below_and_by_option(
    docgen: Run, workspace: Path, tmp_path: Path
) -> None:
    below = docgen("plan", "--unit", "phuong-cau-dat", "-n", cwd=workspace / "data" / "don_vi")
    before = docgen("-C", str(workspace), "plan", "--unit", "phuong-cau-dat", "-n", cwd=tmp_path)
    after = docgen("plan", "-C", str(workspace), "--unit", "phuong-cau-dat", "-n", cwd=tmp_path)

    assert [done.returncode for done in (below, before, after)] == [0, 0, 0]


def test_without_a_workspace_the_sentence_says_so(docgen: Run, tmp_path: Path) -> None:
    done = docgen("plan", "--unit", "phuong-cau-dat", cwd=tmp_path)

    assert done.returncode == 1
    assert "[workspace-not-found]" in done.stderr
    assert "-C THƯ_MỤC" in done.stderr


def test_all_makes_what_exists_and_names_the_rest(docgen: Run, workspace: Path) -> None:
    units = workspace / "data" / "don_vi"
    (units / "hoi-lam-vuon.yaml").write_text("loai: noi-nhan\nten: Hội Làm vườn\n", "utf-8")
    done = docgen("plan", "--all", cwd=workspace)
    left_out = [line for line in done.stderr.splitlines() if line.startswith("bỏ qua ")]
    made = len(done.stdout.splitlines())

    assert done.returncode == 0
    assert made + len(left_out) == len(list(units.glob("*.yaml")))
    assert "bỏ qua thanh-pho-hai-phong: chỉ là nơi nhận hoặc đơn vị liên quan" in left_out
    assert "bỏ qua hoi-lam-vuon: chưa có mẫu “Kế hoạch” cho loại đơn vị noi-nhan" in left_out
    total = done.stderr.splitlines()[-1]
    assert total.startswith(f"{made} văn bản: {made} mới; {len(left_out)} đơn vị bỏ qua")


def test_a_mistyped_unit_takes_no_document_from_the_others(docgen: Run, workspace: Path) -> None:
    units = ["--unit", "phuong-cau-da", "--unit", "phuong-may-chai"]
    done = docgen("plan", *units, cwd=workspace)

    assert done.returncode == 1
    assert done.stdout == "out/2025/phuong-may-chai/ke-hoach.docx (mới)\n"
    assert "lỗi: phuong-cau-da: Không có đơn vị" in done.stderr
    assert "[unit-not-found]" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("1 văn bản: 1 mới; 1 lỗi")
    again = docgen("plan", *units, "--json", cwd=workspace)
    assert [row["ma_loi"] for row in json.loads(again.stdout)] == ["unit-not-found", ""]


def test_the_sum_is_for_people_and_for_more_than_one_unit(docgen: Run, workspace: Path) -> None:
    two = ["plan", "--unit", "phuong-cau-dat", "--unit", "phuong-may-chai"]

    assert "văn bản:" not in docgen(*two[:3], cwd=workspace).stderr
    assert "2 văn bản: 1 không đổi, 1 mới" in docgen(*two, cwd=workspace).stderr
    assert docgen(*two, "--quiet", cwd=workspace).stderr == ""
    assert docgen(*two, "--json", cwd=workspace).stderr == ""


def test_any_number_of_processes_tells_the_same(docgen: Run, workspace: Path) -> None:
    some = [word for unit in ("phuong-cau-dat", "phuong-van-my", "x") for word in ("--unit", unit)]
    alone, shared = (docgen("plan", *some, "-j", j, "-n", cwd=workspace) for j in "13")
    rows = [docgen("plan", *some, "-j", j, "--json", "-n", cwd=workspace).stdout for j in "13"]

    assert (alone.returncode, alone.stdout, alone.stderr) == (1, shared.stdout, shared.stderr)
    assert json.loads(rows[0]) == json.loads(rows[1])
    assert docgen("plan", "--all", "-j", "0", cwd=workspace).returncode == 2


BUG = """
import sys
import docgen.batch.produce as produce
from docgen.commands import main

def broken(*arguments):
    raise ZeroDivisionError

produce.prove = broken
main()
"""


def test_a_bug_is_told_in_a_sentence_and_with_v_in_full(workspace: Path) -> None:
    def run(*more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", BUG, "plan", "--unit", "phuong-cau-dat", *more]
        env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", cwd=workspace, env=env, check=False
        )

    short, long = run(), run("-v")
    assert short.returncode == 1
    assert "Xin báo cho người phát triển docgen" in short.stderr
    assert "[unexpected]" in short.stderr
    assert "Traceback" not in short.stderr
    assert "in broken" in long.stderr


@pytest.mark.skipif(os.name == "nt", reason="màn hình lệnh giả có ở Unix")
@pytest.mark.parametrize("more, shown", [((), True), (("--json",), False), (("--quiet",), False)])
def test_progress_is_for_people_at_a_terminal(
    more: tuple[str, ...], shown: bool, workspace: Path
) -> None:
    import pty  # noqa: PLC0415

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "docgen", "plan", "--all", "-n", "-j", "2", *more]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=theirs, cwd=workspace, env=env
    ) as process:
        os.close(theirs)
        said = b""
        try:
            while part := os.read(ours, 4096):
                said += part
        except OSError:  # so Linux tells that the other end is closed
            pass
        assert process.stdout
        out = process.stdout.read().decode("utf-8")
    os.close(ours)

    assert process.returncode == 0
    assert ("Đang làm văn bản" in said.decode("utf-8")) == shown
    assert "Đang làm" not in out


def test_gaps_are_reported(docgen: Run, workspace: Path) -> None:
    done = docgen("plan", "--unit", "phuong-van-my", cwd=workspace)

    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "  còn 2 chỗ [CẦN BỔ SUNG]:",
        "  - Nhiệm vụ trọng tâm của năm: mục nhiem_vu trong data/ke_hoach/2025/phuong-van-my.yaml",
        "  - Phân công thực hiện: mục phan_cong trong data/ke_hoach/2025/phuong-van-my.yaml",
    ]


def test_the_same_data_gives_the_same_bytes(docgen: Run, workspace: Path, tmp_path: Path) -> None:
    for out in ("a", "b"):
        docgen("plan", "--unit", "quan-ngo-quyen", "--out", str(tmp_path / out), cwd=workspace)
    first, second = sorted(tmp_path.glob("[ab]/2025/quan-ngo-quyen/ke-hoach.docx"))

    assert first.read_bytes() == second.read_bytes()


def test_an_unchanged_document_is_not_written_again(docgen: Run, workspace: Path) -> None:
    docgen("plan", "--unit", "phuong-cau-dat", cwd=workspace)
    done = docgen("plan", "--unit", "phuong-cau-dat", cwd=workspace)

    assert "(không đổi)" in done.stdout


def edited(path: Path) -> bytes:
    """Change a document as a person does in Word, and return its bytes."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode("utf-8").replace("KẾ HOẠCH<", "KẾ HOẠCH MỚI<")
    parts["word/document.xml"] = body.encode("utf-8")
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path.read_bytes()


def test_a_document_changed_by_hand_is_never_overwritten(docgen: Run, workspace: Path) -> None:
    docgen("plan", "--unit", "phuong-cau-dat", cwd=workspace)
    path = workspace / "out" / "2025" / "phuong-cau-dat" / "ke-hoach.docx"
    by_hand = edited(path)
    done = docgen("plan", "--unit", "phuong-cau-dat", cwd=workspace)

    assert done.returncode == 1
    assert "[changed-by-hand]" in done.stderr
    assert path.read_bytes() == by_hand


def test_force_keeps_what_was_changed_by_hand(docgen: Run, workspace: Path) -> None:
    docgen("plan", "--unit", "phuong-cau-dat", cwd=workspace)
    path = workspace / "out" / "2025" / "phuong-cau-dat" / "ke-hoach.docx"
    by_hand = edited(path)
    done = docgen("plan", "--unit", "phuong-cau-dat", "--force", cwd=workspace)

    assert done.returncode == 0
    assert path.with_name("ke-hoach.docx.bak").read_bytes() == by_hand
    assert path.read_bytes() != by_hand


def test_dry_run_writes_nothing(docgen: Run, workspace: Path) -> None:
    done = docgen("plan", "--all", "--dry-run", cwd=workspace)

    assert done.returncode == 0
    assert done.stdout.count("(sẽ ghi)") == len(done.stdout.splitlines()) > 0
    assert not (workspace / "out").exists()


def test_json_tells_what_became_of_each(docgen: Run, workspace: Path) -> None:
    done = docgen("plan", "--unit", "phuong-van-my", "--json", cwd=workspace)
    (row,) = json.loads(done.stdout)

    assert row["don_vi"] == "phuong-van-my"
    assert row["ket_qua"] == "mới"
    assert [gap["nhan"] for gap in row["can_bo_sung"]] == [
        "Nhiệm vụ trọng tâm của năm",
        "Phân công thực hiện",
    ]


def test_a_dissolved_unit_names_its_successors(docgen: Run, workspace: Path) -> None:
    done = docgen("plan", "--unit", "phuong-cau-dat", "--date", "2025-08-01", cwd=workspace)

    assert done.returncode == 1
    assert "[unit-not-in-time]" in done.stderr
    assert "Phường Lê Chân (phuong-le-chan)" in done.stderr
    assert "phường Gia Viên (phuong-gia-vien-2025)" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["plan"], 2, "Cần --unit ĐƠN_VỊ hoặc --all"),
        (["plan", "--unit", "x", "--all"], 2, "chỉ một trong hai"),
        (["plan", "--unit", "quan-ngo-quyn"], 1, "Có phải là “quan-ngo-quyen”?"),
        (["plan", "--unit", "phường Cầu Đất"], 1, "Có phải là “phuong-cau-dat”?"),
        (["plan", "--unit", "UBND Phường Cầu Đất"], 1, "Có phải là “phuong-cau-dat”?"),
        (["plan", "--unit", "cau-dat"], 1, "Có phải là “phuong-cau-dat”?"),
        (["plan", "--all", "--year", "25"], 2, "“25” không phải là năm; viết bốn chữ số"),
        (["plan", "--unit", "so-noi-vu"], 1, "[not-an-issuer]"),
        (["plan", "--unit", "phuong-le-chan"], 1, "[not-an-issuer]"),
        (["plann", "--unit", "phuong-le-chan"], 2, "Có phải là “plan”?"),
        (["plan", "--unit", "phuong-cau-dat", "--year", "2024"], 1, "data/nam/2024.yaml"),
        (["plan", "--unit", "phuong-cau-dat", "--date", "31/6"], 2, "31 tháng 6"),
        (["plan", "--uni", "phuong-cau-dat"], 2, "--unit"),
    ],
)
def test_wrong_use_gets_a_sentence(
    arguments: list[str], code: int, words: str, docgen: Run, workspace: Path
) -> None:
    done = docgen(*arguments, cwd=workspace)

    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("unit", ["khong-co", "phuong-khong-co", "", "…"])
def test_a_unit_that_nobody_could_mean_gets_no_guess(
    unit: str, docgen: Run, workspace: Path
) -> None:
    done = docgen("plan", "--unit", unit, cwd=workspace)

    assert "[unit-not-found]" in done.stderr
    assert "Có phải là" not in done.stderr


def test_verbose_tells_the_day_as_documents_write_it(docgen: Run, workspace: Path) -> None:
    done = docgen("plan", "--unit", "phuong-cau-dat", "--date", "2025-03-05", "-v", cwd=workspace)

    assert "tính theo ngày 05/3/2025\n" in done.stderr


def test_a_mistake_in_the_units_data_holds_its_document_back(docgen: Run, workspace: Path) -> None:
    unit = workspace / "data" / "don_vi" / "phuong-cau-dat.yaml"
    unit.write_text(
        unit.read_text("utf-8").replace("chuc_vu: Phó", "chuc_vu: Phụ trách Phó"), "utf-8"
    )
    done = docgen("plan", "--unit", "phuong-cau-dat", "--unit", "phuong-van-my", cwd=workspace)

    assert done.returncode == 1
    assert "data/don_vi/phuong-cau-dat.yaml:12:12: lỗi:" in done.stderr
    assert "[signer-in-charge]" in done.stderr
    assert "phuong-van-my/ke-hoach.docx" in done.stdout


def test_help_is_vietnamese(docgen: Run) -> None:
    done = docgen("plan", "--help")

    assert done.returncode == 0
    assert "Cách dùng: docgen plan [TÙY CHỌN]" in done.stdout
    assert "Options" not in done.stdout


def test_a_kind_that_cannot_be_read_is_told_and_not_a_traceback(
    docgen: Run, workspace: Path
) -> None:
    kind = workspace / "data" / "danh_muc" / "loai_van_ban" / "ke-hoach.yaml"
    kind.write_text(kind.read_text("utf-8").replace("ten: Kế hoạch", "ten:"), "utf-8")
    done = docgen("plan", "--all", cwd=workspace)

    assert done.returncode == 1
    assert "data/danh_muc/loai_van_ban/ke-hoach.yaml:2:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("year", ["-5", "0", "10000", "99999999999999999999"])
def test_a_year_that_is_none_is_wrong_use(year: str, docgen: Run, workspace: Path) -> None:
    done = docgen("plan", "--all", "--year", year, cwd=workspace)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="hệ điều hành không có /dev/full")
def test_a_full_disk_behind_the_output_is_told(workspace: Path) -> None:
    command = [sys.executable, "-m", "docgen", "plan", "--unit", "phuong-cau-dat"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", cwd=workspace,
            check=False, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip

    assert done.returncode == 1
    assert "ổ đĩa đầy" in done.stderr
    assert "Traceback" not in done.stderr


def test_dry_run_tells_what_would_not_change(docgen: Run, workspace: Path) -> None:
    docgen("plan", "--unit", "phuong-cau-dat", cwd=workspace)
    done = docgen("plan", "--unit", "phuong-cau-dat", "-n", cwd=workspace)

    assert "(không đổi)" in done.stdout


def test_a_name_with_quotes_is_printed_and_proved(docgen: Run, workspace: Path) -> None:
    unit = workspace / "data" / "don_vi" / "phuong-cau-dat.yaml"
    text = unit.read_text("utf-8").replace("ten: Cầu Đất", "ten: 'Cầu \"Đất\"'")
    unit.write_text(text, "utf-8")
    done = docgen("plan", "--unit", "phuong-cau-dat", cwd=workspace)

    assert done.returncode == 0, done.stderr
