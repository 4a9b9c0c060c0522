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

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]

SOFFICE = "#!/bin/sh\necho LibreOffice 24.8\n"
TINOS = "#!/bin/sh\nprintf 'Tinos\\nen|vi|zu'\n"


@pytest.fixture
def examine(tmp_path: Path) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Return ``examine(cwd, programs)``: doctor's exit code and checks where only those exist."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def run(cwd: Path, programs: dict[str, str], code: str = "") -> tuple[int, dict[str, Any]]:
        for name, text in programs.items():
            (folder / name).write_text(text, "utf-8")
            (folder / name).chmod(0o755)
        program = f"{code}\nimport sys; sys.argv[1:] = ['doctor', '--json']\nimport docgen.__main__"
        program += "\nfrom docgen.commands import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, encoding="utf-8", cwd=cwd,
            env={**os.environ, "PATH": str(folder), "PYTHONPATH": str(ROOT)}, check=False,
        )  # fmt: skip
        assert done.stderr == ""
        return done.returncode, {row["ma"]: row for row in json.loads(done.stdout)}

    return run


def ill(checks: dict[str, Any]) -> list[str]:
    return [code for code, row in checks.items() if not row["tot"]]


linux = pytest.mark.skipif(sys.platform != "linux", reason="hỏi phông bằng fc-match ở Linux")
ALL = {"soffice": SOFFICE, "fc-match": TINOS}


@linux
def test_a_machine_that_has_all_is_well(examine: Any, workspace: Path) -> None:
    code, checks = examine(workspace, ALL)

    assert (code, ill(checks)) == (0, [])
    assert (
        f", {len(list(workspace.glob('data/don_vi/*.yaml')))} đơn vị"
        in (checks["workspace"]["thay"])
    )
    assert checks["libreoffice"]["thay"] == "LibreOffice 24.8"
    assert checks["font"]["thay"] == "Tinos"
    assert "click 8." in checks["packages"]["thay"]
    assert not (workspace / "out").exists()


@linux
@pytest.mark.parametrize(
    "programs, sick, found",
    [
        ({}, ["libreoffice", "font"], "không có fc-match"),
        ({"soffice": "#!/bin/sh\nexit 1\n", "fc-match": TINOS}, ["libreoffice"], "Tinos"),
        ({"soffice": SOFFICE, "fc-match": "#!/bin/sh\nprintf 'Liberation Serif\\nen|fr'\n"},
         ["font"], "thiếu chữ Việt"),
        ({"soffice": SOFFICE, "fc-match": "#!/bin/sh\nprintf 'DejaVu Sans\\nen|vi'\n"},
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
