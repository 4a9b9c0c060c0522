"""The wheel: docgen and the sample workspace, nothing else, and enough to begin with.

Built by hatchling itself from a copy of the checkout, without a network; then used from a folder
that knows nothing of the checkout.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ("docgen", "data", "templates")
FILES = ("pyproject.toml", "README.md", "docgen.yaml", "kiem_tra.yaml", ".gitignore")
Docgen = Callable[..., "subprocess.CompletedProcess[str]"]


def build(root: Path, kind: str, out: Path) -> Path:
    """Build with hatchling as ``python -m build`` does, only in this environment."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", out]
    subprocess.run([str(word) for word in command], cwd=root, check=True, capture_output=True)
    (made,) = out.iterdir()
    return made


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is built, with what people leave lying about in a checkout."""
    root = tmp_path_factory.mktemp("checkout")
    for name in SHARED:
        ignore = shutil.ignore_patterns("__pycache__", "~$*")
        shutil.copytree(ROOT / name, root / name, ignore=ignore)
    for name in FILES:
        shutil.copy(ROOT / name, root)
    for litter in ("out/2025/a/ke-hoach.docx", "tests/test_a.py", "templates/~$khung.docx",
                   "docgen/__pycache__/a.pyc", "data/.~lock.a.yaml#", "build/a.py"):  # fmt: skip
        (root / litter).parent.mkdir(parents=True, exist_ok=True)
        (root / litter).write_bytes(b"")
    return root


@pytest.fixture(scope="session")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, "wheel", tmp_path_factory.mktemp("wheel"))


def parts(wheel: Path) -> dict[str, bytes]:
    """Return what a wheel holds, without its own records."""
    with zipfile.ZipFile(wheel) as package:
        return {
            name: package.read(name)
            for name in package.namelist()
            if ".dist-info/" not in name and not name.endswith("/")
        }


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name[0] not in "~."
    }


@pytest.fixture(scope="session")
def docgen(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Docgen:
    """Return ``docgen(*arguments, cwd=…)``, run from the unpacked wheel."""
    place = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(place)

    def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", "-m", "docgen", *arguments],
            env={**os.environ, "PYTHONPATH": str(place), "PYTHONSAFEPATH": "1"},
            capture_output=True, encoding="utf-8", cwd=cwd, check=False,
        )  # fmt: skip

    return run


def test_the_wheel_holds_the_package_and_the_sample_and_nothing_else(wheel: Path) -> None:
    wanted = {f"docgen/{name}" for name in files(ROOT / "docgen")}
    for folder in ("data", "templates"):
        wanted |= {f"docgen/sample/{folder}/{name}" for name in files(ROOT / folder)}

    settings = {f"docgen/sample/{name}" for name in ("docgen.yaml", "kiem_tra.yaml")}
    assert set(parts(wheel)) == wanted | settings


def test_the_source_package_builds_the_same_wheel(
    checkout: Path, wheel: Path, tmp_path: Path
) -> None:
    package = build(checkout, "sdist", tmp_path / "sdist")
    with tarfile.open(package) as source:
        source.extractall(tmp_path, filter="data")
        root = tmp_path / source.getnames()[0].partition("/")[0]

    assert parts(build(root, "wheel", tmp_path / "again")) == parts(wheel)


def test_an_installed_docgen_begins_without_a_checkout(docgen: Docgen, tmp_path: Path) -> None:
    begun = docgen("init", "thu", cwd=tmp_path)
    made = docgen("plan", "--unit", "phuong-cau-dat", cwd=tmp_path / "thu")

    assert begun.returncode == 0, begun.stderr
    assert made.stdout == "out/2025/phuong-cau-dat/ke-hoach.docx (mới)\n", made.stderr
    told = docgen("doctor", cwd=tmp_path / "thu").stdout
    assert str(ROOT) not in told.replace(sys.executable, "")


def test_an_installed_docgen_makes_a_workspace_of_ones_own(docgen: Docgen, tmp_path: Path) -> None:
    options = ["--name", "xã An Phú", "--superior", "tỉnh An Giang", "--year", "2026"]
    begun = docgen("init", "moi", "--new", *options, cwd=tmp_path)
    checked = docgen("validate", cwd=tmp_path / "moi")
    made = docgen("plan", "--all", cwd=tmp_path / "moi")

    assert begun.returncode == 0, begun.stderr
    assert checked.returncode == 0, checked.stdout
    assert made.stdout == "out/2026/xa-an-phu/ke-hoach.docx (mới)\n", made.stderr


def test_an_installation_without_the_sample_is_told(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = [name for name in package.namelist() if "/sample/" not in name]
        package.extractall(tmp_path / "place", names)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "docgen", "init", "thu"],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "place")},
        capture_output=True, encoding="utf-8", cwd=tmp_path, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert "[sample-missing]" in done.stderr
