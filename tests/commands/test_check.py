"""`docgen check`: what is looked at, what is told, how it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
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

ROOT = Path(__file__).resolve().parents[2]
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
    assert "Chưa ghi số: “Số: /KH-UBND” [so-padding]" in done.stdout
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
        (["a.docx", "--out", "b.docx"], "phải có đuôi .txt, .json, .sarif hoặc .html"),
        (["a.docx", "--out", "docgen.yaml"], "phải có đuôi"),
        (["a.docx", "--out", "y.pdf"], "phải có đuôi"),
        (["a.docx", "--out", "bao-cao", "--format", "json"], "phải có đuôi"),
        (["x.json", "--out", "x.json"], "đã có tệp này"),
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


NOT_FOR_A_CHECK = (
    "docx", "docxtpl", "jinja2", "num2words", "pydantic", "pypdf", "yaml", "concurrent.futures",
    "multiprocessing", "docgen.check.fix.mend", "docgen.check.report.html", "docgen.load.profile",
)  # fmt: skip


@pytest.mark.parametrize("profile", [None, "# chưa có gì\n\nbo_qua: []\n"])
def test_a_check_of_one_file_loads_nothing_that_it_does_not_need(
    profile: str | None, place: Path
) -> None:
    if profile is not None:
        (place / "docgen.yaml").touch()
        (place / "kiem_tra.yaml").write_text(profile, "utf-8")
    code = (
        "import sys\nfrom docgen.commands import cli\n"
        "cli.main(['check', '--draft', 'a.docx'], standalone_mode=False)\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=place, env=env, encoding="utf-8",
        check=True,
    )  # fmt: skip

    assert not set(NOT_FOR_A_CHECK) & set(done.stderr.split())


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
        ("r.txt", "b.docx\n  phần 1: lỗi: Lề phải"),
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


@pytest.mark.parametrize("name", ["r.txt", "r.json", "r.sarif", "r.html"])
def test_a_report_is_written_over_an_older_one_of_its_kind_alone(
    name: str, docgen: Run, bad: Path
) -> None:
    docgen("check", "--draft", "a.docx", "--out", name, cwd=bad)
    first = (bad / name).read_bytes()
    done = docgen("check", "--draft", "a.docx", "b.docx", "--out", name, cwd=bad)

    assert done.stdout == f"{name} (đã ghi)\n"
    assert (bad / name).read_bytes() != first
    other = "r.json" if name != "r.json" else "r.html"
    (bad / name).rename(bad / other)
    refused = docgen("check", "--draft", "a.docx", "--out", other, cwd=bad)
    assert refused.returncode == 2
    assert "không phải báo cáo cùng dạng của docgen" in refused.stderr
    assert not [each.name for each in bad.iterdir() if each.name.endswith(".part")]


def test_a_report_about_the_rules_is_no_report_about_files(docgen: Run, place: Path) -> None:
    for name in ("q.txt", "q.json", "q.md"):
        assert docgen("check", "--rules", "--out", name, cwd=place).returncode == 0
        assert docgen("check", "--rules", "--out", name, cwd=place).returncode == 0
    assert docgen("check", "a.docx", "--out", "q.json", cwd=place).returncode == 2


THEIRS = {
    "ghi-chu.txt": "việc phải làm\n",
    "du-lieu.json": '{"phien_ban": 1}',
    "trang.html": "<!DOCTYPE html>\n<title>Trang của cơ quan</title>",
    "rong.txt": "",
}


@pytest.mark.parametrize("name", THEIRS)
def test_a_file_that_docgen_did_not_write_is_never_written_over(
    name: str, docgen: Run, place: Path
) -> None:
    (place / name).write_text(THEIRS[name], "utf-8")
    done = docgen("check", "a.docx", "--out", name, cwd=place)

    assert done.returncode == 2
    assert f"--out {name}: đã có tệp này" in done.stderr
    assert (place / name).read_text("utf-8") == THEIRS[name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows không có liên kết, ống kiểu này")
def test_the_document_is_safe_under_any_of_its_names(docgen: Run, place: Path) -> None:
    before = (place / "a.docx").read_bytes()
    (place / "link.txt").symlink_to("a.docx")
    (place / "hard.txt").hardlink_to(place / "a.docx")
    os.mkfifo(place / "ong.txt")
    for name in ("link.txt", "hard.txt", "ong.txt", f"../{place.name}/link.txt"):
        assert docgen("check", "a.docx", "--out", name, cwd=place).returncode == 2
    shutil.copy(place / "a.docx", place / "a.json")
    assert docgen("check", "a.json", "--out", "./a.json", cwd=place).returncode == 2

    assert (place / "a.docx").read_bytes() == (place / "a.json").read_bytes() == before


def test_help_names_every_form_of_a_report(docgen: Run, place: Path) -> None:
    assert "[text|json|sarif|html|md]" in docgen("check", "--help", cwd=place).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="chỉ Linux có tên tệp không phải UTF-8")
@pytest.mark.parametrize("form", ["text", "json", "sarif", "html"])
def test_a_bad_entry_of_a_folder_is_told_and_the_rest_goes_on(
    form: str, docgen: Run, place: Path
) -> None:
    (place / "vong.docx").symlink_to("vong.docx")
    os.mkfifo(place / "ong.docx")
    shutil.copy(os.fsencode(place / "a.docx"), os.fsencode(place) + b"/ten\xff.docx")
    done = docgen("check", "--draft", ".", "--format", form, cwd=place)
    ending = {"text": "txt"}.get(form, form)
    written = docgen("check", "--draft", ".", "--out", f"r.{ending}", cwd=place)

    assert "Traceback" not in done.stderr + written.stderr
    assert written.stdout == f"r.{ending} (đã ghi)\n"
    assert done.stderr == "4 tệp: 2 không có lỗi, 2 không kiểm tra được.\n"
    text = (place / f"r.{ending}").read_text("utf-8")
    assert "không phải tệp thường" in text
    assert "liên kết vòng quanh chính nó" in text


def test_a_report_that_cannot_be_written_is_told(docgen: Run, place: Path) -> None:
    done = docgen("check", "a.docx", "--out", "khong-co/r.json", cwd=place)

    assert done.returncode == 1
    assert "[cannot-write]" in done.stderr


def test_json_on_stdout_is_nothing_but_json(docgen: Run, bad: Path) -> None:
    done = docgen("check", "--draft", "--format", "json", "a.docx", "b.docx", cwd=bad)

    assert [row["dat"] for row in json.loads(done.stdout)["tep"]] == [True, False]


def test_every_rule_is_listed_with_its_demand_below_its_group(docgen: Run, place: Path) -> None:
    rows = docgen("check", "--rules", cwd=place).stdout.splitlines()

    assert [row.split()[0] for row in rows if row.startswith(" ")] == list(rules())
    assert [row.split()[0] for row in rows if not row.startswith(" ")] == list(FAMILIES)
    assert rows[0] == "page – Khổ giấy, lề, số trang"
    assert docgen("check", "--list-rules", cwd=place).stdout.splitlines() == rows


@pytest.mark.parametrize(
    "named", [["--select", "page,font-name"], ["page", "font-name"], ["page", "--select=font-name"]]
)
def test_the_list_of_rules_is_cut_to_those_that_are_named(
    named: list[str], docgen: Run, place: Path
) -> None:
    done = docgen("check", "--rules", *named, "--ignore", "page-margins", cwd=place)
    wanted = [
        each for each, rule in rules().items()
        if (rule.family == "page" and each != "page-margins") or each == "font-name"
    ]  # fmt: skip

    assert re.findall(r"^  (\S+)", done.stdout, re.MULTILINE) == wanted


@pytest.mark.parametrize(
    "arguments, near",
    [
        (["a.docx", "--select", "le"], "Gần nhất: page. Các nhóm: page, fonts, "),
        (["--rules", "lề"], "Gần nhất: page. Các nhóm: page, fonts, "),
        (["a.docx", "--ignore", "size"], "Gần nhất: paper-size, page-number-size, "),
        (["a.docx", "--select", "xyz"], "“xyz”. Các nhóm: page, fonts, "),
    ],
)
def test_what_an_unknown_name_may_mean_is_told(
    arguments: list[str], near: str, docgen: Run, place: Path
) -> None:
    done = docgen("check", *arguments, cwd=place)

    assert done.returncode == 2
    assert near in done.stderr


def test_on_a_screen_the_name_of_the_file_stands_above_its_faults(bad: Path) -> None:
    pty = pytest.importorskip("pty", reason="Windows không có pty")
    ours, theirs = pty.openpty()
    code = "from docgen.commands import main; main()"
    command = [sys.executable, "-c", code, "check", "--draft", "--select", "page", "b.docx"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=bad, env=env, stdout=theirs, check=False)
    os.close(theirs)
    said = os.read(ours, 1 << 16).decode("utf-8")
    os.close(ours)

    assert done.returncode == 1
    assert said.startswith("b.docx\r\n  phần 1: lỗi: Lề phải 31,8 mm [page-margins]\r\n")


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


def test_slips_in_the_profile_are_counted_and_no_file_is_said_to_be_checked(
    docgen: Run, workspace: Path, plan_docx: Path
) -> None:
    text = "quy_tac:\n  page-margin: {}\nbo_qua:\n  - quy_tac: font-name\n"
    profiled(workspace, text, plan_docx)
    done = docgen("check", "b.docx", cwd=workspace)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "lỗi: kiem_tra.yaml có 2 lỗi, chưa kiểm tra tệp nào. [invalid-data]"
    )


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
