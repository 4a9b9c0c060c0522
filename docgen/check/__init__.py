"""Check: measure any .docx against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from pathlib import Path

import docgen.check.rules  # noqa: F401 - first, so that `rules` below stays the function
from docgen.check.facts import UnreadableError, read_layout
from docgen.check.layout import Layout
from docgen.check.roles import recognise
from docgen.check.run import Report, rules, run
from docgen.check.settings import Excuse, Settings

__all__ = ["Excuse", "Report", "Settings", "UnreadableError", "check_file", "judge_layout", "rules"]


def check_file(path: Path, settings: Settings | None = None) -> Report:
    """Return what the rules say of the document at *path*, which is only read.

    Raise UnreadableError for what is no Word document, UnknownRuleError for a name that is none.
    Excuses are for those who report: docgen.check.report.account holds the findings against them.
    """
    return judge_layout(read_layout(path), settings or Settings())


def judge_layout(layout: Layout, wanted: Settings) -> Report:
    """Return what the rules say of a document that has been read."""
    sheet = recognise(layout, draft=wanted.draft, day=wanted.day)
    return run(
        sheet,
        select=wanted.select,
        ignore=wanted.ignore,
        options=wanted.options,
        severities=wanted.severities,
        on=wanted.day,
    )
