"""Check many files, alone or in several processes: each file's fate is its own verdict."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from docgen.check import Settings, check_file
from docgen.check.report import Account, account, unread
from docgen.errors import DocgenError, UnexpectedError, WorkerLostError

_FORKS = sys.platform == "linux"
_WORTH_A_PROCESS = 8 if _FORKS else 40
_ROUND = 16
"""Files for each process before the next are handed out: so many are looked at again, one by one,
when a process is lost and took the others' work with it."""


@dataclass(frozen=True, slots=True)
class Task:
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
    told: list[Account] = []
    size = processes * _ROUND if processes > 1 else max(1, len(tasks))
    for start in range(0, len(tasks), size):
        part = tasks[start : start + size]
        found = _checked(part, processes, step)
        for task, each in zip(part, found, strict=True):
            lost = isinstance(each, BrokenProcessPool)
            told.append(_told(task, _checked([task], 2, lambda _: None)[0] if lost else each))
    return told


def _checked(
    tasks: Sequence[Task], processes: int, step: Callable[[int], object]
) -> list[Account | BaseException]:
    """Return for each task its account, or what ended it. One process: this one, in a thread."""
    executor = _pool(min(processes, len(tasks))) if processes > 1 else ThreadPoolExecutor(1)
    try:
        futures = [_submit(executor, task) for task in tasks]
        for future in futures:
            future.exception()
            step(1)
    finally:
        executor.shutdown(cancel_futures=True)
    return [future.exception() or future.result() for future in futures]


def _pool(processes: int) -> Executor:
    context = get_context("fork" if _FORKS else "spawn")
    return ProcessPoolExecutor(processes, context, signal.signal, (signal.SIGINT, signal.SIG_IGN))


def _submit(executor: Executor, task: Task) -> Future[Account]:
    future: Future[Account] = Future()
    future.set_exception(BrokenProcessPool())
    with suppress(BrokenProcessPool):
        future = executor.submit(look, task)
    return future


def look(task: Task) -> Account:
    """Return what is told of one file."""
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
    from docgen.check.fix import NoCopyError, Repair, fix_file

    try:
        report, repair = fix_file(task.file, task.settings)
    except NoCopyError as error:
        report, repair = check_file(task.file, task.settings), Repair(why=str(error), failed=True)
    return account(name(repair.copy or task.file), report, task.settings, repair)


def _told(task: Task, found: Account | BaseException) -> Account:
    if isinstance(found, Account):
        return found
    if isinstance(found, BrokenProcessPool):
        return unread(task.name, WorkerLostError())
    trace = "".join(traceback.format_exception(found))
    return unread(task.name, UnexpectedError(type(found).__name__, trace), trace)
