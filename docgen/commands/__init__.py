"""The command line: one module a verb.

Nothing heavy is imported before a command runs: ``docgen --help`` and shell completion stay quick.
"""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from pathlib import Path

import click

from docgen import __version__
from docgen.commands.words import speak_vietnamese
from docgen.errors import system_reason

speak_vietnamese()

# click translates some words when an option is made, so the language comes first
from docgen.commands.group import Failure, Group  # noqa: E402
from docgen.commands.shells import complete_here  # noqa: E402


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]…",
)
@click.option(
    "-C",
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ_MỤC",
    help="Thư mục làm việc (mặc định: tìm từ thư mục hiện tại lên).",
)
@click.version_option(__version__, message="docgen %(version)s", help="In phiên bản rồi thoát.")
def cli(workspace: Path | None) -> None:
    """Văn bản hành chính đúng Nghị định 30/2020/NĐ-CP, làm từ dữ liệu YAML.

    Ví dụ: docgen plan --unit phuong-cau-dat
    """


def main() -> None:
    """Run docgen; output is UTF-8 wherever it goes, an interruption exits with 130."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    complete_here()
    try:
        code = cli.main(prog_name="docgen", standalone_mode=False)
        if sys.stdout:  # none after “>&-”
            sys.stdout.flush()
    except click.exceptions.Abort:
        click.echo("Đã dừng theo yêu cầu.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.status if isinstance(error, Failure) else error.exit_code)
    except OSError as error:  # a full disk behind “>”, a folder deleted under our feet
        _last_words(f"lỗi: không đọc hoặc ghi được: {system_reason(error)}")
        sys.exit(1)
    gc.freeze()  # at its end the interpreter need not look through all that was loaded
    sys.exit(code if isinstance(code, int) else 0)


def _last_words(text: str) -> None:
    """Say why we end, if anybody can still hear it; nothing is left for the interpreter to flush."""
    with suppress(OSError):
        click.echo(text, err=True)
    with suppress(OSError):
        if sys.stdout:
            sys.stdout.close()
