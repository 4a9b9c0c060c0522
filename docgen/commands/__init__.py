"""The command line: one module a verb; here the group, its common ground and its error boundary.

Nothing heavy is imported before a command runs: ``docgen --help`` and shell completion stay quick.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from docgen import __version__
from docgen.commands.words import speak_vietnamese
from docgen.errors import DocgenError, WorkspaceNotFoundError

speak_vietnamese()


class Failure(click.ClickException):
    """An error of the library as a message of the command line."""

    def __init__(self, error: DocgenError) -> None:
        super().__init__(f"{error} [{error.code}]")
        self.status = error.exit_code

    def show(self, file: Any = None) -> None:
        click.echo(f"lỗi: {self.message}", file=file, err=file is None)


class Group(click.Group):
    """Built-in verbs and one command for each kind of document of the workspace."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the built-in verbs and the commands of the workspace's kinds."""
        return sorted({*_VERBS, *_kinds(ctx)})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command by name, importing only its own module."""
        if name in _VERBS:
            module = __import__(f"docgen.commands.{_VERBS[name]}", fromlist=["command"])
            command: click.Command = module.command
            return command
        kinds = _kinds(ctx)
        if name in kinds:
            from docgen.commands.make import make_command

            return make_command(name, *kinds[name])
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; ``-C`` after it counts as well, since it decides which kinds there are."""
        for before, after in pairwise(args):
            if before in ("-C", "--workspace"):
                ctx.obj = Path(after)
        if args and self.get_command(ctx, args[0]) is None:
            _require_workspace(ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run; the one place where an error of the library becomes a message."""
        try:
            return super().invoke(ctx)
        except DocgenError as error:
            raise Failure(error) from error


_VERBS = {"validate": "validate", "list": "list_", "template": "template"}


def start_folder(ctx: click.Context) -> Path:
    """Return the folder from which the workspace is looked for: -C, else the current one."""
    root = ctx.find_root()
    return root.obj if isinstance(root.obj, Path) else Path.cwd()


def _kinds(ctx: click.Context) -> dict[str, tuple[str, str]]:
    from docgen.load.kinds import kind_commands

    return kind_commands(start_folder(ctx))


def _require_workspace(ctx: click.Context) -> None:
    """Say that there is no workspace rather than that the command is unknown."""
    start = start_folder(ctx)
    if not any((folder / "docgen.yaml").is_file() for folder in (start, *start.resolve().parents)):
        raise Failure(WorkspaceNotFoundError(start))


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]},
             options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH [THAM SỐ]…")  # fmt: skip
@click.option("-C", "--workspace", type=click.Path(path_type=Path, file_okay=False),
              metavar="THƯ_MỤC", help="Thư mục làm việc (mặc định: tìm từ thư mục hiện tại lên).")  # fmt: skip
@click.version_option(__version__, message="docgen %(version)s", help="In phiên bản rồi thoát.")
@click.pass_context
def cli(ctx: click.Context, workspace: Path | None) -> None:
    """Văn bản hành chính đúng Nghị định 30/2020/NĐ-CP, làm từ dữ liệu YAML.

    Ví dụ: docgen plan --unit phuong-cau-dat
    """
    if workspace is not None:
        ctx.obj = workspace


def main() -> None:
    """Run docgen; output is UTF-8 wherever it goes, an interruption exits with 130."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli.main(prog_name="docgen", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Đã dừng theo yêu cầu.", err=True)
        sys.exit(130)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except Failure as error:
        error.show()
        sys.exit(error.status)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
