"""The group of all commands: built-in verbs, one command for each kind of document, one boundary."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.folder import folder_in, start_folder
from docgen.errors import DocgenError, InvalidDataError, WorkspaceNotFoundError, did_you_mean

if TYPE_CHECKING:
    from docgen.load.kinds import KindCommand

VERBS = {
    "all": "all_",
    "check": "check",
    "completion": "completion",
    "doctor": "doctor",
    "init": "init",
    "issue": "issue",
    "list": "list_",
    "pdf": "pdf",
    "recode": "recode",
    "register": "register",
    "status": "status",
    "template": "template",
    "trace": "trace",
    "validate": "validate",
}


class Failure(click.ClickException):
    """An error of the library as a message of the command line."""

    def __init__(self, error: DocgenError) -> None:
        super().__init__(f"{error} [{error.code}]")
        self.status = error.exit_code
        self.problems = error.problems if isinstance(error, InvalidDataError) else ()

    def show(self, file: Any = None) -> None:
        for problem in self.problems:
            click.echo(str(problem), file=file, err=file is None)
        click.echo(f"lỗi: {self.message}", file=file, err=file is None)


class Group(click.Group):
    """Built-in verbs and one command for each kind of document of the workspace."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the built-in verbs and the commands of the workspace's kinds."""
        return sorted({*VERBS, *_kinds(ctx)})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command by name, importing only its own module."""
        if name in VERBS:
            command: click.Command = import_module(f"docgen.commands.{VERBS[name]}").command
            return command
        kinds = _kinds(ctx)
        if name in kinds:
            from docgen.commands.make import make_command

            return make_command(name, kinds[name])
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a ``-C`` after it counts too, since it decides which kinds there are."""
        if folder := folder_in(args):
            ctx.obj = Path(folder)
        if args and not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            guess = did_you_mean(args[0], self.list_commands(ctx))
            if not guess:  # it may be a command of a workspace that we are not in
                _require_workspace(ctx)
            raise click.UsageError(f"Không có lệnh “{args[0]}”.{guess}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run; the one place where an error of the library becomes a message."""
        try:
            return super().invoke(ctx)
        except DocgenError as error:
            raise Failure(error) from error


def _kinds(ctx: click.Context) -> dict[str, KindCommand]:
    from docgen.begin.errors import SampleMissingError
    from docgen.begin.tree import sample_root
    from docgen.load.kinds import kind_commands

    try:
        sample = sample_root()  # outside a workspace the help shows what there is in one
    except SampleMissingError:
        sample = None
    return kind_commands(start_folder(ctx), sample)


def _require_workspace(ctx: click.Context) -> None:
    """Say that there is no workspace rather than that the command is unknown."""
    from docgen.load.root import find_workspace

    try:
        find_workspace(start_folder(ctx))
    except WorkspaceNotFoundError as error:
        raise Failure(error) from error
