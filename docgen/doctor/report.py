"""One thing that was looked at: fine or not, what was found, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """*code* is a stable kebab word; *outside* tells that documents are made without it."""

    code: str
    title: str
    found: str
    cure: str = ""
    fine: bool = True
    outside: bool = False


def exit_code(checks: Iterable[Check]) -> int:
    """Return 1 if docgen or the workspace is ill, 3 if only an outside program is missing, else 0."""
    ill = [check for check in checks if not check.fine]
    if not ill:
        return 0
    return 3 if all(check.outside for check in ill) else 1
