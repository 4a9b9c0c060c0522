"""Run docgen from a bare checkout; all it needs is Python itself.

    python3 cli.py plan --unit phuong-cau-dat     as `docgen plan …`, installed or not
    python3 cli.py test -k margins                pytest, in this checkout

Where docgen is not installed, the first run makes `.venv` beside this file and installs the
project into it; later runs only hand over to that.
"""

import contextlib
import hashlib
import importlib.util
import os
import runpy
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen, call

ROOT = Path(__file__).resolve().parent
PYTHON = "Scripts/python.exe" if os.name == "nt" else "bin/python"
STAMP = "docgen.stamp"
MISSING, INTERRUPTED = 3, 130  # exit codes
NO_VENV = "docgen: không tạo được .venv; trên Debian, Ubuntu: sudo apt install python3-venv"
NO_PACKAGES = "docgen: không cài được các gói cần thiết; hãy kiểm tra mạng rồi gõ lại lệnh."


def say(text: str) -> None:
    """Write *text* to stderr, in UTF-8 whatever the locale: a Windows console takes it as well."""
    sys.stderr.buffer.write((text + os.linesep).encode("utf-8"))
    sys.stderr.buffer.flush()


if sys.version_info < (3, 11):  # Python 3.6 gets here: no newer syntax anywhere in this file
    say(f"docgen cần Python 3.11 trở lên, đây là {sys.version.split()[0]}; hãy cài bản mới hơn.")
    sys.exit(MISSING)


def fits(modules: tuple[str, ...], root: Path) -> bool:
    """Say whether the Python that runs this file can run docgen as it is."""
    if not all(importlib.util.find_spec(name) for name in modules):
        return False
    # The checkout is on the path and proves nothing, not even by an egg-info left in it.
    elsewhere = [Path(entry) for entry in sys.path if Path(entry).resolve() != root]
    # importlib.metadata would tell as well; it takes longer to load than docgen
    return any(any(entry.glob("docgen_hanh_chinh[-.]*info")) for entry in elsewhere)


def fingerprint(root: Path) -> str:
    """Return what an environment stands on: the project, its place (it cannot move), the Python."""
    place = f"{root} {sys.version_info[0]}.{sys.version_info[1]}"
    return hashlib.sha256((root / "pyproject.toml").read_bytes() + place.encode()).hexdigest()


def needs_setup(venv: Path, wanted: set[str]) -> bool:
    """Say whether *venv* is unfinished, or lacks any of *wanted*: a fingerprint and extras."""
    finished = (venv / STAMP).exists() and (venv / PYTHON).exists()
    return not finished or not wanted <= set((venv / STAMP).read_text("utf-8", "replace").split())


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock file *path*; the system lets go of it, however its holder ends."""
    with path.open("a") as lock:
        if sys.platform == "win32":
            from msvcrt import LK_LOCK, locking

            while True:
                with contextlib.suppress(OSError):  # raised after ten seconds
                    locking(lock.fileno(), LK_LOCK, 1)
                    break
        else:
            from fcntl import LOCK_EX, flock

            flock(lock, LOCK_EX)
            os.set_inheritable(lock.fileno(), True)  # by a pip that outlives its killed launcher
        yield


def run(command: list[str], root: Path, advice: str) -> None:
    """Run *command* in silence; if it fails, exit with the end of what it said and *advice*."""
    with Popen(
        command, cwd=root, stdout=PIPE, stderr=STDOUT, close_fds=False, start_new_session=True
    ) as child:
        try:
            said = child.communicate()[0]
        except KeyboardInterrupt:
            if os.name != "nt":  # where Ctrl-C reaches them all
                os.killpg(child.pid, signal.SIGKILL)  # with all that it has started
            raise
    if child.returncode:
        lines = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
        say("\n".join([*lines[-12:], advice]))
        sys.exit(MISSING)


def set_up(root: Path, extras: list[str]) -> None:
    """Make `.venv` under *root* whole, or add *extras* to it; do nothing if it is fit."""
    venv, mark = root / ".venv", fingerprint(root)
    if not needs_setup(venv, {mark, *extras}):
        return
    say("docgen: đang chuẩn bị môi trường .venv (chỉ lần đầu, khoảng một phút)…")
    with alone(root / ".venv.lock"):
        packages = []
        if needs_setup(venv, {mark}):
            (venv / STAMP).unlink(missing_ok=True)
            run([sys.executable, "-m", "venv", "--clear", str(venv)], root, NO_VENV)
            packages = ["-e", "."]
        if needs_setup(venv, {mark, *extras}):  # still: another run may have done it meanwhile
            import tomllib

            project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
            packages += [line for key in extras for line in project["optional-dependencies"][key]]
            pip = [str(venv / PYTHON), "-m", "pip", "install", "-q", "--no-input"]
            run([*pip, "--disable-pip-version-check", *packages], root, NO_PACKAGES)
            part = venv / f"{STAMP}.part"
            part.write_text(" ".join([mark, *extras]), "utf-8")
            part.replace(venv / STAMP)


def main(arguments: list[str]) -> int:
    """Run pytest for `test`, docgen for anything else; return the exit code."""
    extras = ["test"] if arguments[:1] == ["test"] else []
    sys.argv[1:] = arguments[len(extras) :]
    # -P: a click.py in the folder where the user stands is none of ours.
    module = ["-m", "pytest"] if extras else ["-P", "-m", "docgen"]
    if extras:
        os.chdir(ROOT)
    if fits(("click", "docxtpl", *(("pytest", "hypothesis") if extras else ())), ROOT):
        runpy.run_module(module[-1], run_name="__main__", alter_sys=True)
        return 0
    try:
        set_up(ROOT, extras)
    except OSError as error:
        say(f"docgen: không chuẩn bị được .venv: {error}")
        return MISSING
    command = [str(ROOT / ".venv" / PYTHON), *module, *sys.argv[1:]]
    if os.name == "nt":
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for docgen to answer
        return call(command)
    return os.execv(command[0], command)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
