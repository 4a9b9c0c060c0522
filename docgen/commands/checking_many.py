"""Check many files in several processes; one that is killed takes no other's file with it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context

from docgen.check.report import Account, unread
from docgen.commands.checking import FORKS, Task, failed, look
from docgen.errors import WorkerLostError

_ROUND = 16
"""Files for each process before the next are handed out: so many are looked at again, one by one,
when a process is lost and took the others' work with it."""


def check_many(
    tasks: Sequence[Task], processes: int, step: Callable[[int], object]
) -> list[Account]:
    """Return the account of each file, in the order of *tasks*."""
    told: list[Account] = []
    size = processes * _ROUND
    for start in range(0, len(tasks), size):
        part = tasks[start : start + size]
        found = _checked(part, processes, step)
        for task, each in zip(part, found, strict=True):
            lost = isinstance(each, BrokenProcessPool)
            told.append(_told(task, _checked([task], 1, lambda _: None)[0] if lost else each))
    return told


def _checked(
    tasks: Sequence[Task], processes: int, step: Callable[[int], object]
) -> list[Account | BaseException]:
    """Return for each task its account, or what ended it."""
    executor = _pool(min(processes, len(tasks)))
    try:
        futures = [_submit(executor, task) for task in tasks]
        for future in futures:
            future.exception()
            step(1)
    finally:
        executor.shutdown(cancel_futures=True)
    return [future.exception() or future.result() for future in futures]


def _pool(processes: int) -> Executor:
    context = get_context("fork" if FORKS else "spawn")
    return ProcessPoolExecutor(processes, context, signal.signal, (signal.SIGINT, signal.SIG_IGN))


def _submit(executor: Executor, task: Task) -> Future[Account]:
    future: Future[Account] = Future()
    future.set_exception(BrokenProcessPool())
    with suppress(BrokenProcessPool):
        future = executor.submit(look, task)
    return future


def _told(task: Task, found: Account | BaseException) -> Account:
    if isinstance(found, Account):
        return found
    if isinstance(found, BrokenProcessPool):
        return unread(task.name, WorkerLostError())
    return failed(task, found)
