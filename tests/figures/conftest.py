"""What the tests of figures share: the small district, and docgen as users run it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.commands import cli
from tests.figures.small import FILES, Office

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def docgen() -> Run:
    """Return ``docgen(root, *arguments)``: what a user sees, in this process."""

    def run(root: Path, *arguments: str) -> Result:
        return CliRunner().invoke(cli, [*arguments, "-C", str(root)])

    return run


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A district X of the wards A, B, C and the office N, without any figures."""
    made = Office(tmp_path)
    for name, text in FILES.items():
        made.write(name, text)
    for code in ("phuong-a", "phuong-b", "phuong-c"):
        made.unit(code)
    return made
