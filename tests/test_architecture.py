"""The shape of the house: layers, sizes, importers, lazy start. See CONTRIBUTING.md."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "docgen"
MODULES = sorted(PACKAGE.rglob("*.py"))
LAYERS = [
    "errors",
    "vietnamese",
    "model",
    "load",
    "figures",
    "register",
    "context",
    "law",
    "engine",
    "write",
    "batch",
    "issue",
    "begin",
    "pdf",
    "check",
    "doctor",
    "web",
    "commands",
]
# one importer for each foreign library
IMPORTERS = {
    "docxtpl": {"engine"},
    "jinja2": {"engine"},
    "lxml": {"engine", "check"},
    "yaml": {"load"},
    "pydantic": {"model", "load", "context"},
    "num2words": {"vietnamese"},
    "click": {"commands"},
    "zipfile": {"engine", "write", "batch", "pdf", "check"},
    "pypdf": {"pdf"},
    "sqlite3": {"register"},
    "xlsxwriter": {"figures"},
}


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def top(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield what a module imports, dotted; relative imports are not used here."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}:{node.lineno} nhập tương đối"
            yield node.module or "", node.lineno


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_down_only(path: Path) -> None:
    here = top(path)
    if here in ("__init__", "__main__"):
        return
    for module, line in imports(path):
        parts = module.split(".")
        if parts[0] == "docgen" and len(parts) > 1:
            assert LAYERS.index(parts[1]) <= LAYERS.index(here), f"{name(path)}:{line} {module}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_short_and_so_are_its_functions(path: Path) -> None:
    text = path.read_text("utf-8")
    limit = 120 if top(path) == "commands" else 300

    assert len(text.splitlines()) <= limit
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 30, f"{name(path)} {node.name}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_foreign_library_has_one_importer(path: Path) -> None:
    for module, line in imports(path):
        allowed = IMPORTERS.get(module.partition(".")[0])
        assert allowed is None or top(path) in allowed, f"{name(path)}:{line} nhập {module}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_the_library_neither_prints_nor_exits_nor_reads_the_clock(path: Path) -> None:
    if top(path) in ("commands", "__main__"):
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("print", "sys.exit", "date.today", "datetime.now"), name(path)


NET = "batch/produce.py"  # where a bug that one document meets is kept from all others


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_except_is_broad_but_one(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    handlers = [node for node in nodes if isinstance(node, ast.ExceptHandler)]
    caught = [ast.unparse(handler.type) if handler.type else "" for handler in handlers]
    broad = [words for words in caught if words in ("", "Exception", "BaseException")]
    assert broad == (["Exception"] if name(path) == NET else [])


HEAVY = {"docxtpl", "pydantic", "jinja2", "lxml", "docx"}


@pytest.mark.parametrize("arguments", [["--help"], ["plan", "--help"], ["validate", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom docgen.commands import cli\n"
        f"cli.main({arguments!r}, standalone_mode=False)\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )

    assert not HEAVY & set(done.stderr.split())


def test_completion_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom click.shell_completion import ShellComplete\n"
        "from docgen.commands import cli\n"
        "found = ShellComplete(cli, {}, 'docgen', '_DOCGEN_COMPLETE').get_completions("
        "['plan', '--unit'], 'cau')\n"
        "print(*[item.value for item in found])\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )

    assert done.stdout.split() == ["phuong-cau-dat", "phuong-cau-tre"]
    assert not HEAVY & set(done.stderr.split())
