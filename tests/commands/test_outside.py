"""Outside a workspace, from another folder, and without an output."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.errors import CannotWriteError

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_help_lists_the_kinds_of_document_that_there_are_in_the_sample(
    docgen: Run, tmp_path: Path
) -> None:
    assert "\n  plan " in docgen("--help", cwd=tmp_path).stdout
    done = docgen("plan", "--help", cwd=tmp_path)

    assert done.returncode == 0
    assert "Ví dụ: docgen plan" in done.stdout


@pytest.mark.parametrize("arguments", [["plan"], ["plan", "--all"], ["list"], ["quyet-dinh"]])
def test_a_command_that_needs_a_workspace_says_so(
    arguments: list[str], docgen: Run, tmp_path: Path
) -> None:
    done = docgen(*arguments, cwd=tmp_path)

    assert done.returncode == 1
    assert "Không thấy docgen.yaml" in done.stderr


def test_a_mistyped_command_is_guessed(docgen: Run, tmp_path: Path) -> None:
    for typed, meant in (("plna", "plan"), ("validat", "validate"), ("ini", "init")):
        done = docgen(typed, cwd=tmp_path)
        assert done.returncode == 2
        assert f"Không có lệnh “{typed}”. Có phải là “{meant}”?" in done.stderr


@pytest.mark.parametrize(
    "words", ["-C DIR", "-CDIR", "--workspace DIR", "--workspace=DIR", "-nC DIR", "-nCDIR"]
)
def test_a_workspace_may_be_named_after_the_verb(
    words: str, docgen: Run, workspace: Path, tmp_path: Path
) -> None:
    kinds = workspace / "data" / "danh_muc" / "loai_van_ban"
    text = (kinds / "ke-hoach.yaml").read_text("utf-8").replace("lenh: plan", "lenh: lap")
    (kinds / "ke-hoach.yaml").write_text(text, "utf-8")
    given = [word.replace("DIR", str(workspace)) for word in words.split()]
    done = docgen("lap", "--unit", "phuong-cau-dat", "--dry-run", *given, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "phuong-cau-dat/ke-hoach.docx (sẽ ghi)" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="shell của Unix")
@pytest.mark.parametrize("verb", ["list", "doctor", "validate", "plan --unit phuong-cau-dat -n"])
def test_a_closed_output_is_no_traceback(verb: str, workspace: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m docgen {verb} >&-'],
        cwd=workspace, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_word_is_spoken_of_only_where_the_system_refuses() -> None:
    assert "đang mở trong Word" in str(CannotWriteError(Path("a"), "không được phép"))
    assert "Word" not in str(CannotWriteError(Path("a"), "ổ đĩa đầy"))
