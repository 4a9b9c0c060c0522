"""Make many documents, in this process or in several: the outcomes and the bytes are the same.

Rendering is work for the processor, so it is shared among processes, not threads. All documents
of one unit go to one process, for they share a folder and its manifest.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from docgen.batch.produce import Outcome, Producer
from docgen.context.job import Job
from docgen.errors import UnexpectedError, WorkerLostError
from docgen.load.references import workspace_problems
from docgen.load.workspace import load_workspace

# A forked process has the workspace already. macOS forks too, but its libraries do not bear it.
_FORKS = sys.platform == "linux"
_CONTEXT: Any = multiprocessing.get_context("fork" if _FORKS else "spawn")
WORTH_A_PROCESS = 40 if _FORKS else 200
"""Documents that are worth one more process: each compiles its templates anew, and one takes as long
as some five documents. One that was not forked imports docgen and reads the workspace as well."""
GRACE = 5.0
"""Seconds in which a process may leave by itself before it is killed."""

Rows = Sequence[int]
"""The places of some jobs in the list of all."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a process that was not forked makes its producer of."""

    root: Path
    out: Path
    force: bool
    dry_run: bool
    replacing: bool

    def producer(self) -> Producer:
        """Return the producer, its workspace read anew."""
        workspace = load_workspace(self.root)
        return Producer(workspace, self.out, self.force, self.dry_run, self.replacing)


def fitting_processes(documents: int) -> int:
    """Return how many processes pay for *documents*: one for few, never more than processors."""
    return max(1, min(processors(), documents // WORTH_A_PROCESS))


def processors() -> int:
    """Return how many processors there are for us; more processes than that only hinder each other."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def make_all(
    producer: Producer,
    jobs: Sequence[Job],
    processes: int = 1,
    step: Callable[[int], object] = lambda _: None,
) -> list[Outcome]:
    """Return the outcome of each job, in the order of *jobs*; *step* hears how many were made."""
    units: dict[str, list[int]] = {}
    for row, job in enumerate(jobs):
        units.setdefault(job.unit, []).append(row)
    made: dict[int, Outcome] = {}
    todo = deque(units.values())
    if processes > 1 and len(units) > 1:
        if _FORKS:
            workspace_problems(producer.workspace)  # looked for once, for all that are forked
        crew = _Crew(producer, jobs, todo)
        for rows, outcomes in crew.work(min(processes, len(units))):
            made.update(zip(rows, outcomes, strict=True))
            step(len(rows))
    while todo:  # all of them, or what no process could be started for
        for row in todo.popleft():
            made[row] = producer.make(jobs[row])
            step(1)
    return [made[row] for row in range(len(jobs))]


@dataclass(slots=True)
class _Crew:
    """Processes that each make one unit's documents at a time."""

    producer: Producer
    jobs: Sequence[Job]
    todo: deque[list[int]]
    busy: dict[Connection, tuple[BaseProcess, Rows]] = field(default_factory=dict)

    def work(self, processes: int) -> Iterator[tuple[Rows, Sequence[Outcome]]]:
        """Yield the outcomes as they come; however this ends, no process is left behind."""
        try:
            for _ in range(processes):
                self._hire()
            while self.busy:
                ready = wait(list(self.busy))
                for pipe in [pipe for pipe in self.busy if pipe in ready]:
                    yield self._collect(pipe)
        finally:
            _dismiss([process for process, _ in self.busy.values()])

    def _hire(self) -> None:
        """Start a process with the next unit; where the system refuses, do with those there are."""
        if not self.todo:
            return
        ours, theirs = _CONTEXT.Pipe()
        source = self.producer if _FORKS else _recipe(self.producer)
        process = _CONTEXT.Process(target=_serve, args=(theirs, ours, source), daemon=True)
        with suppress(OSError), _deaf():
            process.start()
            self._give(ours, process)
        theirs.close()

    def _give(self, pipe: Connection, process: BaseProcess) -> None:
        rows = self.todo.popleft()
        self.busy[pipe] = process, rows
        with suppress(OSError):  # it is dead already, as _collect will find
            pipe.send([self.jobs[row] for row in rows])

    def _collect(self, pipe: Connection) -> tuple[Rows, Sequence[Outcome]]:
        """Take one unit's outcomes and give the next; a lost process is replaced."""
        process, rows = self.busy.pop(pipe)
        try:
            outcomes: list[Outcome] = pipe.recv()
        except (EOFError, OSError):
            outcomes = [Outcome(self.jobs[row], error=WorkerLostError()) for row in rows]
            pipe.close()
            self._hire()
            return rows, outcomes
        if self.todo:
            self._give(pipe, process)
        else:
            pipe.send(None)
            process.join()
        return rows, outcomes


def _recipe(producer: Producer) -> Recipe:
    root, out = producer.workspace.root, producer.out
    return Recipe(root, out, producer.force, producer.dry_run, producer.replacing)


def _serve(pipe: Connection, other_end: Connection, source: Producer | Recipe) -> None:
    """Make documents until there are no more, or nobody to ask for any: the life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process to answer
    signal.signal(signal.SIGTERM, _leave)
    other_end.close()  # else we should never see it closed
    producer = source.producer() if isinstance(source, Recipe) else source
    with suppress(EOFError, OSError):
        while jobs := pipe.recv():
            pipe.send([_portable(producer.make(job)) for job in jobs])


def _portable(outcome: Outcome) -> Outcome:
    """Return an outcome that can travel; one that cannot is a fault of docgen, and told as that."""
    try:
        pickle.loads(pickle.dumps(outcome))  # noqa: S301 - our own bytes
    except (pickle.PickleError, TypeError, AttributeError, ValueError, RecursionError) as error:
        fault, trace = type(error).__name__, "".join(traceback.format_exception(error))
        return Outcome(outcome.job, error=UnexpectedError(fault, trace))
    return outcome


def _leave(*_: object) -> None:
    """End as an exception does, so that a half-written file is removed on the way out."""
    raise SystemExit(1)


def _dismiss(processes: Sequence[BaseProcess]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(GRACE)
        process.kill()
        process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Let a process start deaf to Ctrl-C: it must not die of it before it has learned better."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
