"""Settings of ``docgen check``: options of the command line over the workspace's kiem_tra.yaml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from docgen.check import Excuse, Settings, rules
from docgen.check.report.sentence import LEVELS
from docgen.check.run import FAMILIES, UnknownRuleError
from docgen.commands.group import start_folder
from docgen.errors import InvalidDataError, Problem, WorkspaceNotFoundError
from docgen.load.profile import Profile, load_profile
from docgen.load.root import find_workspace

_SEVERITIES = {word: severity for severity, word in LEVELS.items()}


def settings_maker(ctx: click.Context, options: dict[str, Any]) -> Callable[[Path], Settings]:
    """Return what makes the settings of a file; refuse names that are no rule's."""
    known = [*rules(), *FAMILIES]
    for name in (*options["select"], *options["ignore"]):
        if name not in known:
            raise UnknownRuleError(name, known)
    profile = _profile(ctx, options["workspace"])

    def make(file: Path) -> Settings:
        return Settings(
            draft=options["draft"],
            day=options["day"],
            select=options["select"],
            ignore=options["ignore"],
            options=profile.options(file),
            severities={rule: _SEVERITIES[level] for rule, level in profile.levels(file).items()},
            excuses=tuple(
                Excuse(row.quy_tac, row.ly_do, row.chua or "") for row in profile.excuses(file)
            ),
        )

    return make


def read_profile(root: Path) -> tuple[Profile, list[Problem]]:
    """Return the profile of a workspace, held against the rules, with its problems."""
    catalogue = {rule.id: rule.default for rule in rules().values()}
    return load_profile(root, catalogue, FAMILIES)


def _profile(ctx: click.Context, workspace: Path | None) -> Profile:
    """Return the profile of the workspace; outside of any there is none, unless -C asked for it."""
    start = workspace or start_folder(ctx)
    try:
        root = find_workspace(start)
    except WorkspaceNotFoundError:
        if workspace:
            raise
        return Profile(start)
    profile, problems = read_profile(root)
    wrong = [problem.under(root) for problem in problems if not problem.warning]
    if wrong:
        raise InvalidDataError(wrong)
    return profile
