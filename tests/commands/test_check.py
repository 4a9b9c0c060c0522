"""`docgen check`: what is looked at, what is told, how it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm

from docgen.check import Settings, check_file
from docgen.check.report import catalogue as families
from docgen.check.run import FAMILIES, rules
from docgen.commands import checking
from docgen.commands.checking import Task, check_all

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def plan_docx(make: Callable[..., Path], sample: Path, tmp_path_factory: Any) -> Path:
    """A ward's plan of the sample: a draft in order."""
    return make(sample, "phuong-cau-dat", tmp_path_factory.mktemp("good"))


@pytest.fixture
def place(tmp_path: Path, plan_docx: Path) -> Path:
    """A folder outside of any workspace, with the plan as a.docx."""
    shutil.copy(plan_docx, tmp_path / "a.docx")
    return tmp_path


def spoil(path: Path) -> None:
    """Make the right margin too wide."""
    document: Any = docx.Document(str(path))
    for section in document.sections:
        section.right_margin = Mm(31.75)
    document.save(str(path))


@pytest.fixture
def bad(place: Path) -> Path:
    """The plan with a bad margin, as b.docx beside the good one."""
    shutil.copy(place / "a.docx", place / "b.docx")
    spoil(place / "b.docx")
    return place


def test_a_good_draft_passes(docgen: Run, place: Path) -> None:
    done = docgen("check", "--draft", "a.docx", cwd=place)

    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1].startswith("a.docx: Bản nháp đạt")
    assert done.stderr == ""


def test_the_same_file_as_no_draft_fails_and_points_to_the_option(docgen: Run, place: Path) -> None:
    done = docgen("check", "a.docx", cwd=place)

    assert done.returncode == 1
    assert "Chưa ghi số [so-padding]" in done.stdout
    assert "thêm --draft" in done.stdout


def test_an_error_is_told_and_exits_with_one(docgen: Run, bad: Path) -> None:
    done = docgen("check", "--draft", "a.docx", "b.docx", cwd=bad)

    assert done.returncode == 1
    assert "b.docx: phần 1: lỗi: Lề phải 31,8 mm [page-margins]" in done.stdout
    assert done.stderr == "2 tệp: 1 không có lỗi, 1 có lỗi hoặc không xét được.\n"


def test_the_file_is_only_read(docgen: Run, bad: Path) -> None:
    before = {path: path.read_bytes() for path in bad.iterdir()}
    docgen("check", ".", cwd=bad)

    assert {path: path.read_bytes() for path in bad.iterdir()} == before


def test_folders_are_searched_and_lock_files_left(docgen: Run, place: Path) -> None:
    for name in ("sub/deep/B.DOCX", "sub/~$b.docx", "sub/c.doc", "sub/.~lock.b.docx#"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(place / "a.docx", place / name)
    done = docgen("check", "--draft", "-q", ".", "a.docx", "sub", cwd=place)

    told = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert told == ["a.docx", "sub/deep/B.DOCX"]


@pytest.mark.parametrize(
    "arguments, words",
    [
        ([], "Cần ít nhất một TỆP hoặc THƯ_MỤC"),
        (["trong"], "Không có tệp .docx nào trong trong."),
        (["a.docx", "trong"], "Không có tệp .docx nào trong trong."),
        (["a.docx", "--select", "page-margin"], "Có phải là “page-margins”? [unknown-rule]"),
        (["a.docx", "--ignore", "fonts,pagee"], "Có phải là “page”? [unknown-rule]"),
        (["a.docx", "--date", "31/02"], "--date"),
        (["a.docx", "--format", "xml"], "--format"),
        (["a.docx", "--format", "md"], "Dạng md chỉ dùng cùng --rules"),
        (["--rules", "--format", "html"], "--rules không có dạng html"),
        (["a.docx", "--out", "b.docx"], "không ghi báo cáo đè lên văn bản"),
        (["a.docx", "--out", "docgen.yaml"], "không ghi báo cáo đè lên văn bản hay dữ liệu"),
        (["x.json", "--out", "x.json"], "không ghi báo cáo đè"),
    ],
)
def test_wrong_use_exits_with_two(
    arguments: list[str], words: str, docgen: Run, place: Path
) -> None:
    (place / "trong").mkdir()
    (place / "x.json").write_text("{}")
    done = docgen("check", *arguments, cwd=place)

    assert done.returncode == 2
    assert words in done.stderr


@pytest.mark.parametrize(
    "name, data, code",
    [
        ("khong-co.docx", None, "cannot-open"),
        ("chu.docx", b"xin ch\xc3\xa0o", "not-docx"),
        ("rong.docx", b"", "not-docx"),
        ("zip.docx", b"PK\x03\x04" + b"\0" * 50, "broken-package"),
    ],
)
def test_a_file_that_cannot_be_read_fails_and_the_others_are_checked(
    name: str, data: bytes | None, code: str, docgen: Run, place: Path
) -> None:
    if data is not None:
        (place / name).write_bytes(data)
    done = docgen("check", "--draft", name, "a.docx", cwd=place)

    assert done.returncode == 1
    assert done.stdout.startswith(f"{name}: Không kiểm tra được: ")
    assert f"[{code}]" in done.stdout
    assert "a.docx: Bản nháp đạt" in done.stdout


def test_rules_are_chosen_by_id_and_family(docgen: Run, bad: Path) -> None:
    chosen = docgen("check", "--select", "fonts,paper-size", "b.docx", cwd=bad)
    left = docgen("check", "--draft", "--ignore", "page", "b.docx", cwd=bad)

    assert chosen.stdout == "b.docx: Đạt các quy tắc được chọn.\n"
    assert chosen.returncode == left.returncode == 0
    assert "Bản nháp đạt các quy tắc được chọn" in left.stdout


def test_the_day_decides_which_rules_hold(docgen: Run, bad: Path) -> None:
    done = docgen("check", "--date", "01/02/2019", "b.docx", cwd=bad)

    assert done.stdout == "b.docx: Không xét: quy định có hiệu lực từ 05/03/2020.\n"


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_outcomes_are_in_order_whatever_the_number_of_processes(
    jobs: str, docgen: Run, bad: Path
) -> None:
    for number in range(9):
        shutil.copy(bad / ("b.docx" if number % 3 else "a.docx"), bad / f"c{number}.docx")
    (bad / "c4.docx").write_bytes(b"x")
    done = docgen("check", "--draft", "-q", "-j", jobs, ".", cwd=bad)

    told = [line.split(":")[1].split()[:3] for line in done.stdout.splitlines()]
    good, wrong, unread = ["Bản", "nháp", "đạt"], ["Bản", "nháp", "chưa"], ["Không", "kiểm", "tra"]
    assert [[*each[:2], each[2].rstrip(";.")] for each in told] == [
        good, wrong, *[wrong if n % 3 else good for n in range(4)], unread,
        *[wrong if n % 3 else good for n in range(5, 9)],
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="kẻ giết tiến trình chỉ vào được qua fork")
@pytest.mark.parametrize("processes", [2, 4])
def test_a_killed_process_fails_its_own_file_alone(
    processes: int, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies_at_b(path: Path, settings: Settings) -> Any:
        if path.name == "b.docx":
            os.kill(os.getpid(), signal.SIGKILL)
        return check_file(path, settings)

    monkeypatch.setattr(checking, "check_file", dies_at_b)
    names = ["a.docx", "b.docx"] + ["a.docx"] * 6
    tasks = [Task(bad / name, name, Settings(draft=True)) for name in names]
    told = check_all(tasks, processes)

    assert [account.code for account in told] == ["", "worker-lost", *[""] * 6]
    assert [account.file for account in told] == names
    assert all(account.documents for account in told if not account.error)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_of_docgen_fails_its_own_file_alone(
    processes: int, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_at_b(path: Path, settings: Settings) -> Any:
        if path.name == "b.docx":
            raise ZeroDivisionError
        return check_file(path, settings)

    monkeypatch.setattr(checking, "check_file", fails_at_b)
    tasks = [Task(bad / name, name, Settings(draft=True)) for name in ("b.docx", "a.docx")]
    lost, fine = check_all(tasks, processes)

    assert (lost.code, lost.fine) == ("unexpected", False)
    assert "ZeroDivisionError" in lost.trace
    assert fine.documents[0].state == "dat"


@pytest.mark.parametrize(
    "name, begins",
    [
        ("r.json", '{\n "phien_ban": 1'),
        ("r.sarif", '{\n "$schema"'),
        ("r.html", "<!DOCTYPE html>"),
        ("r.txt", "b.docx: phần 1: lỗi: Lề phải"),
    ],
)
def test_the_report_is_written_as_utf_8_in_the_form_that_its_name_tells(
    name: str, begins: str, docgen: Run, bad: Path
) -> None:
    done = docgen("check", "--draft", "b.docx", "--out", name, cwd=bad)

    assert done.returncode == 1
    assert done.stdout == f"{name} (đã ghi)\n"
    assert done.stderr == "1 tệp: 1 có lỗi hoặc không xét được.\n"
    assert (bad / name).read_bytes().decode("utf-8").startswith(begins)


def test_a_report_that_cannot_be_written_is_told(docgen: Run, place: Path) -> None:
    done = docgen("check", "a.docx", "--out", "khong-co/r.json", cwd=place)

    assert done.returncode == 1
    assert "[cannot-write]" in done.stderr


def test_json_on_stdout_is_nothing_but_json(docgen: Run, bad: Path) -> None:
    done = docgen("check", "--draft", "--format", "json", "a.docx", "b.docx", cwd=bad)

    assert [row["dat"] for row in json.loads(done.stdout)["tep"]] == [True, False]


def test_every_rule_is_listed_with_its_demand(docgen: Run, place: Path) -> None:
    rows = docgen("check", "--rules", cwd=place).stdout.splitlines()

    assert [row.split()[0] for row in rows] == list(rules())
    assert docgen("check", "--list-rules", cwd=place).stdout.splitlines() == rows


def test_every_family_has_a_vietnamese_name() -> None:
    assert set(families.FAMILIES) == set(FAMILIES)


def test_the_page_of_rules_is_as_the_rules_say(docgen: Run, place: Path, sample: Path) -> None:
    """Run `docgen check --rules --out docs/quy-tac.md` after a change of the rules."""
    done = docgen("check", "--rules", "--out", "r.md", cwd=place)
    page = (place / "r.md").read_text("utf-8")

    assert done.returncode == 0
    assert page == (sample / "docs" / "quy-tac.md").read_text("utf-8")
    assert re.findall("^### (.*)$", page, re.MULTILINE) == list(rules())


def profiled(workspace: Path, text: str, plan_docx: Path) -> Path:
    """Write a kiem_tra.yaml and a bad plan into the workspace."""
    (workspace / "kiem_tra.yaml").write_text(text, "utf-8")
    shutil.copy(plan_docx, workspace / "b.docx")
    spoil(workspace / "b.docx")
    return workspace


def test_the_profile_of_the_workspace_excuses_and_is_told(
    docgen: Run, workspace: Path, plan_docx: Path
) -> None:
    text = "bo_qua: [{quy_tac: page-margins, chua: Lề phải, ly_do: giấy đóng quyển}]\n"
    profiled(workspace, text, plan_docx)
    done = docgen("check", "--draft", "-v", "b.docx", cwd=workspace)

    assert done.returncode == 0
    assert "b.docx: phần 1: bỏ qua: Lề phải 31,8 mm [page-margins]" in done.stdout
    assert "lý do: giấy đóng quyển." in done.stdout
    assert re.search(r"\d chỗ được bỏ qua theo kiem_tra.yaml", done.stdout)


@pytest.mark.parametrize(
    "text, level",
    [
        ("quy_tac: {page-margins: {muc_do: nhắc}}", "nhắc"),
        ("quy_tac: {page-margins: {muc_do: nhắc, tep: c*.docx}}", "lỗi"),
        ("quy_tac: {page-margins: {tham_so: {right: [15, 35]}}}", ""),
        ("quy_tac: {page-margins: {tham_so: {right: [15, 35]}, tep: c*.docx}}", "lỗi"),
    ],
)
def test_the_profile_changes_weights_and_numbers_for_the_files_it_means(
    text: str, level: str, docgen: Run, workspace: Path, plan_docx: Path
) -> None:
    profiled(workspace, text, plan_docx)
    done = docgen("check", "--draft", "--select", "page", "b.docx", cwd=workspace)

    assert re.findall(r"phần 1: (\S+): Lề phải", done.stdout) == ([level] if level else [])
    assert done.returncode == (1 if level == "lỗi" else 0)


@pytest.mark.parametrize("command", [["check", "b.docx"], ["validate"]])
def test_a_slip_in_the_profile_is_told_and_nothing_is_passed(
    command: list[str], docgen: Run, workspace: Path, plan_docx: Path
) -> None:
    profiled(workspace, "quy_tac:\n  page-margin: {muc_do: nhắc}\n", plan_docx)
    done = docgen(*command, cwd=workspace)
    said = done.stdout + done.stderr

    assert done.returncode == 1
    assert "kiem_tra.yaml:2:3: lỗi: Không có quy tắc “page-margin”" in said
    assert "Đạt" not in said
