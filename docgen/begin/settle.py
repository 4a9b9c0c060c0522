"""Put a new workspace into a folder: whole or not at all, and never over anybody's file."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from docgen.begin.errors import BadAnswersError, InTheWayError
from docgen.begin.tree import FOLDERS, GITIGNORE
from docgen.errors import CannotWriteError, system_reason
from docgen.load.references import workspace_problems
from docgen.load.root import PROFILE, SETTINGS
from docgen.load.workspace import Workspace, load_workspace

_BLOWS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


@contextmanager
def settle(target: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """Write *files* under *target*; if the body fails or is interrupted, all is taken away again.

    Other things may be there already, a ``.git`` for instance, and a ``.gitignore`` is left as it
    is. Raises InTheWayError, CannotWriteError.
    """
    for obstacle in (target, *(target / name for name in (SETTINGS, PROFILE, *FOLDERS))):
        if obstacle.exists() and not (obstacle == target and obstacle.is_dir()):
            raise InTheWayError(obstacle)
    made: list[Path] = []
    whole = False
    with _blows_between() as heed:
        try:
            for name, data in files.items():
                _put(target / name, data, made)
                heed()
            if not (target / ".gitignore").exists():
                _put(target / ".gitignore", GITIGNORE.encode("utf-8"), made)
            yield
            heed()
            whole = True
        finally:  # after an interruption too: half a workspace would be in the way next time
            if not whole:
                _take_away(made)


@contextmanager
def _blows_between() -> Iterator[Callable[[], None]]:
    """Put off signals that end a program until the function that is given here is called.

    A file is made and remembered in two steps, and between them nobody may break off.
    """
    struck: list[int] = []

    def heed() -> None:
        if signal.SIGINT in struck:
            raise KeyboardInterrupt
        if struck:
            raise SystemExit(128 + struck[0])

    before = {}
    if threading.current_thread() is threading.main_thread():
        for blow in _BLOWS:
            if signal.getsignal(blow) not in (signal.SIG_IGN, None):  # nohup: not to be heard
                before[blow] = signal.signal(blow, lambda number, _: struck.append(number))
    try:
        yield heed
    finally:
        for blow, handler in before.items():
            signal.signal(blow, handler)


def check_settled(target: Path) -> Workspace:
    """Return the workspace just made; raise BadAnswersError if what was typed makes no sense."""
    workspace = load_workspace(target)
    problems = [problem for problem in workspace_problems(workspace) if not problem.warning]
    if problems:
        raise BadAnswersError([problem.under(workspace.root) for problem in problems])
    return workspace


def _put(path: Path, data: bytes, made: list[Path]) -> None:
    try:
        missing = [folder for folder in path.parents if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir()
            made.append(folder)
        with path.open("xb") as file:  # x: a file that came meanwhile is not ours to write over
            made.append(path)
            file.write(data)
    except FileExistsError as error:
        raise InTheWayError(path) from error
    except OSError as error:
        raise CannotWriteError(path, system_reason(error)) from error


def _take_away(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):  # a folder that somebody has put something into meanwhile
            path.rmdir() if path.is_dir() else path.unlink()
