"""Settings of ``docgen check``: options of the command line over the workspace's kiem_tra.yaml."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.check import Excuse, Settings, rules
from docgen.check.report.sentence import LEVELS
from docgen.check.run import FAMILIES
from docgen.commands.check_names import refuse_unknown
from docgen.commands.folder import start_folder
from docgen.errors import InvalidDataError, Problem, WorkspaceNotFoundError
from docgen.load.root import PROFILE, find_workspace

if TYPE_CHECKING:
    from docgen.load.profile import Profile

_SILENT = {b"quy_tac: {}", b"bo_qua: []"}
_SEVERITIES = {word: severity for severity, word in LEVELS.items()}


class BadProfileError(InvalidDataError):
    """kiem_tra.yaml holds mistakes: nothing is checked by half of it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.args = (f"kiem_tra.yaml có {len(problems)} lỗi, chưa kiểm tra tệp nào.",)


def settings_maker(ctx: click.Context, options: dict[str, Any]) -> Callable[[Path], Settings]:
    """Return what makes the settings of a file; refuse names that are no rule's."""
    refuse_unknown([*options["select"], *options["ignore"]])
    profile = _profile(ctx, options["workspace"])
    typed = Settings(**{key: options[key] for key in ("draft", "day", "select", "ignore")})

    def make(file: Path) -> Settings:
        if profile is None:
            return typed
        return replace(
            typed,
            options=profile.options(file),
            severities={rule: _SEVERITIES[level] for rule, level in profile.levels(file).items()},
            excuses=tuple(
                Excuse(row.quy_tac, row.ly_do, row.chua or "") for row in profile.excuses(file)
            ),
        )

    return make


def read_profile(root: Path) -> tuple[Profile, list[Problem]]:
    """Return the profile of a workspace, held against the rules, with its problems."""
    from docgen.load.profile import load_profile

    catalogue = {rule.id: rule.default for rule in rules().values()}
    return load_profile(root, catalogue, FAMILIES)


def _profile(ctx: click.Context, workspace: Path | None) -> Profile | None:
    """Return the profile of the workspace, if it says anything.

    Outside of any workspace there is none, unless -C asked for it.
    """
    start = workspace or start_folder(ctx)
    try:
        root = find_workspace(start)
    except WorkspaceNotFoundError:
        if workspace:
            raise
        return None
    if _is_silent(root / PROFILE):
        return None
    profile, problems = read_profile(root)
    wrong = [problem.under(root) for problem in problems if not problem.warning]
    if wrong:
        raise BadProfileError(wrong)
    return profile


def _is_silent(path: Path) -> bool:
    """Tell whether kiem_tra.yaml says nothing, of its bytes alone: YAML and models take their time."""
    try:
        lines = [line.strip() for line in path.read_bytes().splitlines()]
    except FileNotFoundError:
        return True
    except OSError:  # what is wrong with it is told by those who read it
        return False
    return {line for line in lines if line and not line.startswith(b"#")} <= _SILENT
