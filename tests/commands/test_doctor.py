"""``docgen doctor`` on machines that lack this or that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.pdf.fakes import pdf, program

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]

TINOS = "#!/bin/sh\nprintf 'Tinos\\n/f/Tinos.ttf\\n20-7e a0-1b4 1ea0-1ef9'\n"


@pytest.fixture
def examine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Return ``examine(cwd, programs)``: doctor's exit code and checks where only those exist."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def run(cwd: Path, programs: dict[str, str], code: str = "") -> tuple[int, dict[str, Any]]:
        for name, text in programs.items():
            good = program(tmp_path / "gia", "put(good)").read_text("utf-8")
            (folder / name).write_text(text or good, "utf-8")
            (folder / name).chmod(0o755)
        if "soffice" not in programs:  # the real one of this machine is not asked
            monkeypatch.setenv("DOCGEN_SOFFICE", str(folder / "soffice"))
        source = f"{code}\nimport sys; sys.argv[1:] = ['doctor', '--json']\nimport docgen.__main__"
        source += "\nfrom docgen.commands import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", source], capture_output=True, encoding="utf-8", cwd=cwd,
            env={**os.environ, "PATH": str(folder), "PYTHONPATH": str(ROOT)}, check=False,
        )  # fmt: skip
        assert done.stderr == ""
        return done.returncode, {row["ma"]: row for row in json.loads(done.stdout)}

    return run


def ill(checks: dict[str, Any]) -> list[str]:
    return [code for code, row in checks.items() if not row["tot"]]


linux = pytest.mark.skipif(sys.platform != "linux", reason="hỏi phông bằng fc-match ở Linux")
ALL = {"soffice": "", "fc-match": TINOS}


@linux
def test_a_machine_that_has_all_is_well(examine: Any, workspace: Path) -> None:
    code, checks = examine(workspace, ALL)

    assert (code, ill(checks)) == (0, [])
    assert (
        f", {len(list(workspace.glob('data/don_vi/*.yaml')))} đơn vị"
        in (checks["workspace"]["thay"])
    )
    assert checks["libreoffice"]["thay"].startswith("LibreOffice 24.8 (")
    assert checks["font"]["thay"] == "Tinos (/f/Tinos.ttf)"
    assert checks["pdf"]["thay"] == "Times New Roman in bằng Tinos"
    assert "click 8." in checks["packages"]["thay"]
    assert not (workspace / "out").exists()


@linux
@pytest.mark.parametrize(
    "programs, sick, found",
    [
        ({}, ["libreoffice", "font"], "không có fc-match"),
        ({"soffice": "#!/bin/sh\nexit 1\n", "fc-match": TINOS}, ["libreoffice"], "Tinos"),
        ({"soffice": "", "fc-match": TINOS.replace("Tinos", "Liberation Serif").replace("1ea0", "1ef0")},
         ["font"], "thiếu 80 chữ Việt (ẠạẢ"),
        ({"soffice": "", "fc-match": TINOS.replace("Tinos", "DejaVu Sans")},
         ["font"], "hệ thống thay bằng DejaVu Sans"),
    ],
)  # fmt: skip
def test_what_is_missing_outside_is_told_with_its_cure(
    programs: dict[str, str], sick: list[str], found: str, examine: Any, workspace: Path
) -> None:
    code, checks = examine(workspace, programs)

    assert (code, ill(checks)) == (3, sick)
    assert found in checks["font"]["thay"]
    assert "apt install" in checks[sick[0]]["cach_chua"]


@linux
def test_a_trial_print_finds_what_the_system_does_not_tell(
    examine: Any, workspace: Path, tmp_path: Path
) -> None:
    mixed = pdf({"LiberationSerif": "abcđ", "Tinos": "ủảươờ"})
    path = program(tmp_path / "lan", "put(good)", mixed)
    code, checks = examine(workspace, {**ALL, "soffice": path.read_text("utf-8")})

    assert (code, ill(checks)) == (3, ["pdf"])
    assert "lẫn hai phông LiberationSerif và Tinos" in checks["pdf"]["thay"]
    assert "fonts-croscore" in checks["pdf"]["cach_chua"]


@linux
@pytest.mark.libreoffice
def test_the_libreoffice_of_this_machine_passes_its_trial(docgen: Run, soffice: Any) -> None:
    done = docgen("doctor", "--json")
    checks = {row["ma"]: row for row in json.loads(done.stdout)}

    assert checks["libreoffice"]["thay"].startswith("LibreOffice ")
    assert checks["pdf"]["tot"], checks["pdf"]


@linux
def test_without_a_workspace_the_rest_is_told(examine: Any, tmp_path: Path) -> None:
    code, checks = examine(tmp_path, ALL)

    assert (code, ill(checks)) == (1, ["workspace"])
    assert "docgen init" in checks["workspace"]["cach_chua"]


@linux
def test_a_sick_workspace_is_told_with_the_command_that_says_more(
    examine: Any, workspace: Path
) -> None:
    (workspace / "data" / "nam" / "2025.yaml").write_text("han_bao_cao: 5\n", "utf-8")
    (workspace / "templates" / "khung.docx").write_bytes(b"hong")
    (workspace / "out").write_bytes(b"")
    code, checks = examine(workspace, ALL)

    assert (code, ill(checks)) == (1, ["data", "templates", "output"])
    assert "docgen validate" in checks["data"]["cach_chua"]
    assert "docgen template check" in checks["templates"]["cach_chua"]
    assert "khung.docx" in checks["templates"]["thay"]


@linux
def test_a_missing_package_is_told_and_not_a_traceback(examine: Any, workspace: Path) -> None:
    hide = (
        "import sys, importlib.metadata as m\nfor name in ('docxtpl', 'pydantic', 'lxml', 'yaml'):"
        " sys.modules[name] = None\nreal = m.version\ndef version(name):\n"
        "    if name == 'docxtpl': raise m.PackageNotFoundError(name)\n    return real(name)\n"
        "m.version = version"
    )
    code, checks = examine(workspace, ALL, hide)

    assert (code, ill(checks)) == (1, ["packages"])
    assert "thiếu docxtpl" in checks["packages"]["thay"]
    assert "workspace" not in checks


def test_people_get_marks_and_cures(docgen: Run, tmp_path: Path) -> None:
    done = docgen("doctor", cwd=tmp_path)

    assert done.stdout.startswith("✓ docgen: ")
    assert "✗ Không gian làm việc: không thấy từ" in done.stdout
    assert "    cách chữa: tạo bằng docgen init" in done.stdout
    assert done.returncode == 1
