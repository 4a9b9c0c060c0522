"""A rule of law that data can break: its name, its clause, its numbers and its generator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from docgen.errors import Problem
from docgen.law.paper import Paper
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc

DEMOCRACY = "Luật Thực hiện dân chủ ở cơ sở"
"""Luật số 10/2022/QH15, as the hints call it."""
Numbers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hit:
    """One breach: where it stands, what the sentence is, what to write instead.

    *at* are the words of the value that are wrong, if not all of them are; *source* is the clause
    where it is not the rule's own.
    """

    file: Loaded[Any]
    loc: Loc
    message: str
    hint: str
    at: str = ""
    source: str = ""


Check = Callable[[Paper, Numbers], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the table: *source* is the clause that it rests on, *numbers* are the clause's."""

    id: str
    source: str
    numbers: Numbers
    check: Check

    def problems(self, paper: Paper) -> Iterator[Problem]:
        """Yield a reminder for each breach in *paper*; its hint ends with the clause."""
        for hit in self.check(paper, self.numbers):
            hint = f"{hit.hint} ({hit.source or self.source})"
            found = hit.file.document.problem(hit.loc, self.id, hit.message, hint, at=_line(hit))
            yield replace(found, warning=True)


RULES: dict[str, Rule] = {}
"""Every rule by its name, in the order in which the modules of rules were read."""


def rule(name: str, *, source: str, **numbers: Any) -> Callable[[Check], Check]:
    """Enter a generator in the table under *name*, which never changes."""

    def enter(check: Check) -> Check:
        assert name not in RULES, name
        RULES[name] = Rule(name, source, numbers, check)
        return check

    return enter


def _line(hit: Hit) -> str:
    """Return the words to point at; of words over two lines of the file, those of the first."""
    words = hit.at.split(" ")
    lines = hit.file.document.source.lines
    while len(words) > 1 and not any(" ".join(words) in line for line in lines):
        words.pop()
    return " ".join(words)
