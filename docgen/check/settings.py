"""How a document is to be checked: as a draft, on which day, by which rules and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from docgen.check.rule import Options
from docgen.check.verdict import Finding


class Excuse(NamedTuple):
    """A fault that an office lives with, and why; it is told apart, never hidden.

    *rule* is an id or a family; of its faults only those that hold *words* are excused.
    """

    rule: str
    reason: str
    words: str = ""

    def covers(self, finding: Finding) -> bool:
        """Return whether this excuses *finding*, as it is told with the words of its place."""
        named = self.rule in (finding.rule.id, finding.rule.family)
        return named and self.words in finding.hit.found


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one document. *select* and *ignore* name rules or families."""

    draft: bool = False
    day: date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Options] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    excuses: tuple[Excuse, ...] = ()
