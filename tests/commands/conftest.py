"""Run docgen as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def docgen() -> Run:
    """Return ``docgen(*arguments, cwd=…)``: the finished process, its output as text."""

    def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C", "PYTHONUTF8": "0"}
        return subprocess.run(
            [sys.executable, "-m", "docgen", *arguments],
            capture_output=True, cwd=cwd, env=env, encoding="utf-8", check=False,
        )  # fmt: skip

    return run
