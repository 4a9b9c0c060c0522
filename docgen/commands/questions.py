"""Questions on a terminal; an empty answer is told what is expected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.kinds import UnitKind, listed
from docgen.commands.options import YearType

if TYPE_CHECKING:
    from docgen.begin.fresh import Vocabulary


def ask_kind(known: Vocabulary, text: str, year: int, guess: str) -> str:
    """Show the kinds of unit that there are in *year*, and ask for one."""
    kinds = {code: kind.ten for code, kind in known.offered(year).items()}
    click.echo("\n".join(f"  {number:2}. {line}" for number, line in enumerate(listed(kinds), 1)))
    return str(ask_for(text, "mã, tên hoặc số của loại đơn vị", guess, UnitKind(kinds)))


def ask_year(this_year: int) -> int:
    """Ask for the year of work."""
    return int(ask_for("Năm làm việc", "năm", this_year, YearType()))


def ask_for(
    text: str, wanted: str, default: Any = "", type_: click.ParamType[Any] = click.STRING
) -> Any:
    """Ask until something was said; say what is expected where nothing was."""

    def convert(value: str) -> Any:
        if not value.strip():
            raise click.UsageError(
                f"chưa có câu trả lời; hãy gõ {wanted} rồi Enter (Ctrl-C để thôi)"
            )
        return type_.convert(value.strip(), None, None)

    process: Callable[[str], Any] = convert
    return click.prompt(text, default=default, show_default=default != "", value_proc=process)
