"""Check files one after another: each file's fate is its own verdict."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from docgen.check import Settings, check_file
from docgen.check.report import Account, account, unread
from docgen.errors import DocgenError, UnexpectedError

FORKS = sys.platform == "linux"
_WORTH_A_PROCESS = 8 if FORKS else 40


class Task(NamedTuple):
    """A file, the name to tell it by, how to check it; *error*: it could not even be listed."""

    file: Path
    name: str
    settings: Settings
    error: DocgenError | None = None
    fix: Callable[[Path], str] | None = None  # mend a copy, and name it so


def fitting_processes(files: int) -> int:
    """Return how many processes pay for so many files."""
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return max(1, min(processors, files // _WORTH_A_PROCESS))


def check_all(
    tasks: Sequence[Task], processes: int, step: Callable[[int], object] = lambda _: None
) -> list[Account]:
    """Return the account of each file, in the order of *tasks*."""
    if processes > 1:
        from docgen.commands.checking_many import check_many

        return check_many(tasks, processes, step)
    told = []
    for task in tasks:
        told.append(look(task))
        step(1)
    return told


class _Net:
    """Keeps a fault of docgen that one file meets from all others; an interruption passes."""

    fault: Exception | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: object, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.fault = error if isinstance(error, Exception) else None
        return self.fault is not None


def look(task: Task) -> Account:
    """Return what is told of one file."""
    with _Net() as net:
        return _looked(task)
    return failed(task, net.fault)


def _looked(task: Task) -> Account:
    try:
        if task.error:
            raise task.error
        if task.fix:
            return _fixed(task, task.fix)
        return account(task.name, check_file(task.file, task.settings), task.settings)
    except DocgenError as error:
        return unread(task.name, error)


def _fixed(task: Task, name: Callable[[Path], str]) -> Account:
    """Return what is told of the mended copy, or of the file where there is none."""
    from docgen.check.fix.copy import NoCopyError
    from docgen.check.fix.mend import Repair, fix_file

    try:
        report, repair = fix_file(task.file, task.settings)
    except NoCopyError as error:
        report, repair = check_file(task.file, task.settings), Repair(why=str(error), failed=True)
    return account(name(repair.copy or task.file), report, task.settings, repair)


def failed(task: Task, fault: BaseException | None) -> Account:
    """Return what is told of a file that docgen itself came to grief on."""
    import traceback

    trace = "".join(traceback.format_exception(fault))
    return unread(task.name, UnexpectedError(type(fault).__name__, trace), trace)
