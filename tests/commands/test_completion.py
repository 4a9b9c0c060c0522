"""The Tab key, in the shells themselves where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CAU = ["phuong-cau-dat", "phuong-cau-tre"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def program(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``docgen`` is a program on PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "docgen"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m docgen "$@"\n', "utf-8")
    script.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}


@pytest.mark.parametrize(
    "shell, how",
    [
        ("bash", "~/.bashrc"),
        ("zsh", "~/.zshrc"),
        ("fish", "~/.config/fish/completions/docgen.fish"),
        ("powershell", "$PROFILE"),
    ],
)
def test_the_script_says_in_its_first_line_how_to_install_it(
    shell: str, how: str, docgen: Run, tmp_path: Path
) -> None:
    done = docgen("completion", shell, cwd=tmp_path)
    first, _, rest = done.stdout.partition("\n")

    assert done.returncode == 0
    assert first.startswith(f"# Cách cài: {'thêm' if shell == 'powershell' else 'docgen'}")
    assert how in first
    assert "_DOCGEN_COMPLETE" in rest
    assert done.stderr == ""


def test_an_unknown_shell_is_wrong_use(docgen: Run) -> None:
    done = docgen("completion", "csh")

    assert done.returncode == 2
    assert "'bash', 'zsh', 'fish', 'powershell'" in done.stderr


BASH = """
source <(docgen completion bash)
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_docgen_completion docgen
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(not shutil.which("bash") or os.name == "nt", reason="không có bash")
@pytest.mark.parametrize(
    "words, found",
    [
        (["plan", "--unit", "cau"], CAU),
        (["plan", "--unit", "Cầu-"], CAU),
        (["plan", "--unit", "=", "cau"], CAU),  # bash parts --unit=cau so
        (["plan", "--unit=cau"], [f"--unit={code}" for code in CAU]),
        (["plan", "--all", "--unit", "phuong-may-chai", "--unit", "dong-k"], ["phuong-dong-khe"]),
        (["plan", "--unit", "so-noi"], []),  # lap_van_ban: không
        (["plan", "--dry"], ["--dry-run"]),
        (["pla"], ["plan"]),
        (["do"], ["doctor"]),
        (["init", "x", "--kind", "truong"], ["truong-hoc"]),
        (["plna", "--unit", "cau"], []),
    ],
)
def test_bash_completes(
    words: list[str], found: list[str], program: dict[str, str], sample: Path
) -> None:
    done = subprocess.run(
        ["bash", "-c", BASH, "bash", "docgen", *words],
        capture_output=True, encoding="utf-8", cwd=sample, env=program, check=False,
    )  # fmt: skip

    assert done.stdout.split() == found
    assert done.stderr == ""


@pytest.mark.skipif(not shutil.which("fish"), reason="không có fish")
@pytest.mark.parametrize(
    "line, found", [("--unit cau", CAU), ("--unit=cau", [f"--unit={code}" for code in CAU])]
)
def test_fish_completes(line: str, found: list[str], program: dict[str, str], sample: Path) -> None:
    code = f'docgen completion fish | source; complete -C "docgen plan {line}"'
    done = subprocess.run(
        ["fish", "-c", code],
        capture_output=True, encoding="utf-8", cwd=sample, env=program, check=False,
    )  # fmt: skip

    assert done.stdout.split() == found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.parametrize("place", ["here", "from outside"])
def test_every_shell_is_answered(
    shell: str, place: str, program: dict[str, str], sample: Path, tmp_path: Path
) -> None:
    words = "docgen plan --unit cau"
    if place == "from outside":
        words = f"docgen -C {sample} plan --unit cau"
    position = "cau" if shell == "fish" else str(len(words.split()) - 1)
    asked = {"_DOCGEN_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": position}
    done = subprocess.run(
        [sys.executable, "-m", "docgen"],
        capture_output=True, encoding="utf-8", env={**program, **asked}, check=False,
        cwd=sample if place == "here" else tmp_path,
    )  # fmt: skip

    assert [word for word in done.stdout.replace(",", "\n").split() if "-cau-" in word] == CAU
    assert done.stderr == ""


def test_outside_a_workspace_there_is_nothing_to_complete_and_no_complaint(
    program: dict[str, str], tmp_path: Path
) -> None:
    asked = {"_DOCGEN_COMPLETE": "bash_complete", "COMP_WORDS": "docgen plan --unit cau"}
    done = subprocess.run(
        [sys.executable, "-m", "docgen"],
        capture_output=True, env={**program, **asked, "COMP_CWORD": "3"}, cwd=tmp_path, check=False,
    )  # fmt: skip

    assert (done.stdout.strip(), done.stderr) == (b"", b"")
