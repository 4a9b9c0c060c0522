"""What the law demands of the data: reminders, each with its clause and its place.

The rules stand in a table (``docgen.law.rule.RULES``); the modules imported here fill it.
"""

from __future__ import annotations

from docgen.errors import Problem
from docgen.law import bodies, citations, consultation, disclosure, offices, schedule
from docgen.law.paper import papers
from docgen.law.rule import RULES
from docgen.load.workspace import Workspace

FAMILIES = (disclosure, consultation, bodies, schedule, citations, offices)


def law_problems(workspace: Workspace) -> list[Problem]:
    """Return a reminder wherever the data of a document breaks a rule, told once, by place."""
    found: dict[tuple[object, ...], Problem] = {}
    for paper in papers(workspace):
        for rule in RULES.values():
            for problem in rule.problems(paper):
                found.setdefault((problem.place, problem.code), problem)
    return sorted(found.values(), key=lambda p: (str(p.place.path), p.place.line, p.place.column))
