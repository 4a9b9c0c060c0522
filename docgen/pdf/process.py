"""Run an outside program that may hang, crash or lie: watched, and ended with all its children."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import IO, Any

from docgen.pdf.word import PID_FILE

_STEP = 0.05


def run_watched(
    command: Sequence[str],
    work: Path,
    environ: Mapping[str, str],
    progress: Callable[[], object],
    patience: float,
    stop: Event,
) -> str:
    """Run *command* in *work*; return what became of it: "ended", "hung" or "stopped".

    It hangs when *progress* has given the same answer for *patience* seconds. What it prints goes
    to work/log. However this ends, nothing of it runs on.
    """
    with (work / "log").open("ab") as log:
        process = _start(command, work, environ, log)
        try:
            return _watch(process, progress, patience, stop)
        finally:
            _end(process, work)


def _start(
    command: Sequence[str], work: Path, environ: Mapping[str, str], log: IO[bytes]
) -> subprocess.Popen[bytes]:
    options: dict[str, Any] = {"start_new_session": True}  # its own group, to be killed as one
    if sys.platform == "win32":
        options = {"creationflags": subprocess.CREATE_NO_WINDOW}
    return subprocess.Popen(
        command, cwd=work, env=environ, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options
    )


def _watch(
    process: subprocess.Popen[bytes], progress: Callable[[], object], patience: float, stop: Event
) -> str:
    seen, since = progress(), time.monotonic()
    while not stop.is_set():
        with suppress(subprocess.TimeoutExpired):
            process.wait(_STEP)
            return "ended"
        now = progress()
        if now != seen:
            seen, since = now, time.monotonic()
        if time.monotonic() - since > patience:
            return "hung"
    return "stopped"


def _end(process: subprocess.Popen[bytes], work: Path) -> None:
    """Kill what is left of the program: on its way out it may have left a child that prints on."""
    if sys.platform == "win32":
        pids = [str(process.pid)] if process.poll() is None else []
        with suppress(OSError):  # Word is nobody's child
            pids += (work / PID_FILE).read_text("ascii", "ignore").split()
        for pid in pids:
            with suppress(OSError):
                subprocess.run(
                    ["taskkill", "/F", "/T", "/PID", pid], capture_output=True, check=False
                )
    else:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
