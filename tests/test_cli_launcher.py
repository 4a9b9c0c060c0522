"""The launcher: one command from a bare checkout to docgen or pytest.

No test here needs a network: the checkout that the launcher installs has a build backend of its own.
"""

import ast
import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
LAUNCHER = ROOT / "cli.py"

PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "docgen-hanh-chinh"
version = "0.1.0"

[project.optional-dependencies]
test = ["./extra"]
"""

# The least that PEP 660 asks of a backend: a wheel that puts the checkout on the path.
BACKEND = """
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None, name="NAME"):
    with zipfile.ZipFile(pathlib.Path(folder, f"{name}-0.1.0-py3-none-any.whl"), "w") as wheel:
        info = f"{name}-0.1.0.dist-info"
        wheel.writestr(f"{name}.pth", str(pathlib.Path.cwd()))
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\\nName: {name}\\nVersion: 0.1.0\\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return f"{name}-0.1.0-py3-none-any.whl"

build_wheel = build_editable
"""
BROKEN_BACKEND = 'raise SystemExit("cỗ máy hỏng")'
PROGRAM = 'import sys; print("docgen", sys.argv[1:]); sys.exit(7)'
PYTEST = 'import os, sys; print("pytest", sys.argv[1:], os.getcwd())'


def load(path: Path = LAUNCHER) -> ModuleType:
    spec = importlib.util.spec_from_file_location("docgen_launcher", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


cli = load()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a tiny docgen, in a folder whose name has a space and a Vietnamese letter."""
    root = tmp_path / "bản sao"
    for folder in ("docgen", "extra"):
        (root / folder).mkdir(parents=True)
    (root / "cli.py").write_bytes(LAUNCHER.read_bytes())
    (root / "pyproject.toml").write_text(PROJECT, "utf-8")
    (root / "backend.py").write_text(BACKEND.replace("NAME", "docgen_hanh_chinh"), "utf-8")
    (root / "docgen" / "__main__.py").write_text(PROGRAM, "utf-8")
    (root / "extra" / "pyproject.toml").write_text(PROJECT.replace("docgen-hanh-chinh", "extra"))
    (root / "extra" / "backend.py").write_text(BACKEND.replace("NAME", "extra"), "utf-8")
    (root / "pytest.py").write_text(PYTEST, "utf-8")
    return root


@pytest.fixture
def venv(checkout: Path) -> Path:
    """Make what looks like a finished environment."""
    python = checkout / ".venv" / cli.PYTHON
    python.parent.mkdir(parents=True)
    python.touch()
    return checkout / ".venv"


def finish(venv: Path, *words: str) -> None:
    (venv / cli.STAMP).write_text(" ".join(words), "utf-8")


def start(checkout: Path, *arguments: str) -> "subprocess.Popen[str]":
    """Run the launcher as on a bare machine: -S hides what this Python has installed."""
    return subprocess.Popen(
        [sys.executable, "-S", str(checkout / "cli.py"), *arguments],
        env=os.environ | {"PIP_NO_INDEX": "1", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def run(checkout: Path, *arguments: str) -> tuple[int, str, str]:
    with start(checkout, *arguments) as process:
        out, err = process.communicate()
    return process.returncode, out, err


# What is fit?


def test_a_checkout_without_an_environment_needs_one(checkout: Path) -> None:
    assert cli.needs_setup(checkout / ".venv", {cli.fingerprint(checkout)})


def test_an_environment_without_a_stamp_is_half_made(checkout: Path, venv: Path) -> None:
    assert cli.needs_setup(venv, {cli.fingerprint(checkout)})


def test_an_environment_whose_python_is_gone_needs_another(checkout: Path, venv: Path) -> None:
    finish(venv, cli.fingerprint(checkout))
    (venv / cli.PYTHON).unlink()
    assert cli.needs_setup(venv, {cli.fingerprint(checkout)})


def test_a_finished_environment_is_used_as_it_is(checkout: Path, venv: Path) -> None:
    finish(venv, cli.fingerprint(checkout))
    assert not cli.needs_setup(venv, {cli.fingerprint(checkout)})


def test_an_environment_with_the_test_extra_serves_a_plain_run(checkout: Path, venv: Path) -> None:
    finish(venv, cli.fingerprint(checkout), "test")
    assert not cli.needs_setup(venv, {cli.fingerprint(checkout)})


def test_a_plain_environment_does_not_serve_the_tests(checkout: Path, venv: Path) -> None:
    finish(venv, cli.fingerprint(checkout))
    assert cli.needs_setup(venv, {cli.fingerprint(checkout), "test"})


def test_a_changed_pyproject_is_seen(checkout: Path, venv: Path) -> None:
    finish(venv, cli.fingerprint(checkout), "test")
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# thêm\n")
    assert cli.needs_setup(venv, {cli.fingerprint(checkout)})


def test_a_moved_checkout_is_seen_for_an_environment_cannot_move(checkout: Path) -> None:
    moved = checkout.with_name("nơi khác")
    before = cli.fingerprint(checkout)
    checkout.rename(moved)
    assert cli.fingerprint(moved) != before


def test_another_python_is_seen(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cli.fingerprint(checkout)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert cli.fingerprint(checkout) != before


def test_the_python_of_these_tests_is_fit_for_them() -> None:
    assert cli.fits(("click", "docxtpl", "pytest", "hypothesis"), ROOT)


def test_a_python_without_a_needed_module_is_not_fit() -> None:
    assert not cli.fits(("click", "docxtpl", "không_có"), ROOT)


def test_the_checkout_on_the_path_does_not_count_as_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / "docgen_hanh_chinh.egg-info"
    left.mkdir()
    (left / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: docgen-hanh-chinh\nVersion: 0\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert cli.fits((), tmp_path / "elsewhere")
    assert not cli.fits((), tmp_path)


# From a bare machine


def test_the_first_run_sets_up_in_one_line_and_the_second_in_none(checkout: Path) -> None:
    code, out, err = run(checkout, "plan", "--unit", "phường một")
    assert (code, out) == (7, "docgen ['plan', '--unit', 'phường một']\n")
    assert err == "docgen: đang chuẩn bị môi trường .venv (chỉ lần đầu, khoảng một phút)…\n"

    code, out, err = run(checkout, "plan")
    assert (code, out, err) == (7, "docgen ['plan']\n", "")

    (checkout / ".venv" / "witness").touch()
    code, out, err = run(checkout, "test", "-k", "lề")
    assert (code, out) == (0, f"pytest ['-k', 'lề'] {checkout}\n")
    assert err.count("\n") == 1
    assert (checkout / ".venv" / "witness").exists()  # only the extra was added
    assert run(checkout, "test")[2] == run(checkout, "plan")[2] == ""


def test_a_failing_pip_is_shown_and_two_runs_at_once_heal_what_it_left(checkout: Path) -> None:
    backend = (checkout / "backend.py").read_text("utf-8")
    (checkout / "backend.py").write_text(BROKEN_BACKEND, "utf-8")
    code, out, err = run(checkout, "plan")
    assert (code, out) == (3, "")
    assert "cỗ máy hỏng" in err
    assert err.endswith("hãy kiểm tra mạng rồi gõ lại lệnh.\n")
    assert cli.needs_setup(checkout / ".venv", {cli.fingerprint(checkout)})

    (checkout / "backend.py").write_text(backend, "utf-8")
    runs = [start(checkout, "plan"), start(checkout, "test")]
    assert [process.communicate()[0][:6] for process in runs] == ["docgen", "pytest"]
    assert [process.returncode for process in runs] == [7, 0]


@pytest.mark.skipif(os.name == "nt", reason="there it is a console event, not a signal")
def test_ctrl_c_ends_with_130_and_leaves_no_stamp(checkout: Path) -> None:
    backend = checkout / "backend.py"
    slow = "import time\ntime.sleep(60)  # no set-up ends before it is interrupted\n"
    backend.write_text(slow + backend.read_text("utf-8"), "utf-8")
    with start(checkout, "plan") as process:
        while not (checkout / ".venv").exists() and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert process.returncode == 130
    assert not (checkout / ".venv" / cli.STAMP).exists()


def test_a_missing_venv_module_is_told_with_what_to_install(
    checkout: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    no_venv = [sys.executable, "-c", "raise SystemExit('ensurepip is not available')"]
    with pytest.raises(SystemExit) as exit_:
        cli.run(no_venv, checkout, cli.NO_VENV)
    assert exit_.value.code == 3
    said = capfd.readouterr().err
    assert said.startswith("ensurepip is not available")
    assert "sudo apt install python3-venv" in said


def test_a_checkout_where_nothing_can_be_written_is_told(checkout: Path) -> None:
    (checkout / ".venv.lock").mkdir()
    code, _, err = run(checkout, "plan")
    assert code == 3
    assert "không chuẩn bị được .venv" in err


# An old Python, and this one


def test_an_old_python_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(sys, "version", "3.10.13 (main)")
    with pytest.raises(SystemExit) as exit_:
        load()
    assert exit_.value.code == 3
    assert "cần Python 3.11 trở lên, đây là 3.10.13" in capfd.readouterr().err


def test_python_3_6_can_read_the_launcher_as_far_as_that_sentence() -> None:
    ast.parse(LAUNCHER.read_text("utf-8"), feature_version=(3, 6))


def test_the_launcher_here_runs_docgen_at_once() -> None:
    done = subprocess.run(
        [sys.executable, str(LAUNCHER), "--version"], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert b"0.1.0" in done.stdout
    assert done.stderr == b""
