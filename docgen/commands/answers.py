"""What ``docgen init --new`` needs to know: from options, else from questions on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.questions import ask_for, ask_kind, ask_year

if TYPE_CHECKING:
    from docgen.begin.fresh import Answers, Office, Vocabulary


def ask(known: Vocabulary, options: dict[str, Any], this_year: int) -> Answers:
    """Return the answers; raise UsageError where some are missing and nobody can be asked."""
    from docgen.begin.fresh import Answers

    on_terminal = sys.stdin is not None and sys.stdin.isatty()
    year = options["year"] or (ask_year(this_year) if on_terminal else this_year)
    if not on_terminal:
        _require(known, options, year)
    unit = _unit(known, options, year, on_terminal)
    return Answers(year, unit, _superior(known, options, year, on_terminal, unit.kind))


def _unit(known: Vocabulary, options: dict[str, Any], year: int, on_terminal: bool) -> Office:
    from docgen.begin.fresh import Office

    text = "Tên đơn vị (ví dụ: phường Cầu Đất, Phòng Nội vụ)"
    name = options["name"] or ask_for(text, "tên của đơn vị, ví dụ phường Cầu Đất")
    guess = known.guess(name, options["superior"] or "")
    kind = options["kind"] or (
        ask_kind(known, "Loại đơn vị", year, guess) if on_terminal else guess
    )
    short = options["abbreviation"] or ""
    if on_terminal and not short and not known.is_place(kind):
        short = click.prompt(
            "Chữ viết tắt trong số, ký hiệu (chưa rõ thì Enter)", default="", show_default=False
        )
    return _checked(known, Office(kind, name, short), year, on_terminal, text)


def _superior(
    known: Vocabulary, options: dict[str, Any], year: int, on_terminal: bool, below: str
) -> Office | None:
    from docgen.begin.fresh import Office

    name = options["superior"]
    example = "thành phố Hải Phòng" if known.is_place(below) else "phường Gia Viên"
    text = f"Tên đơn vị cấp trên trực tiếp (ví dụ: {example})"
    if not name and on_terminal and known.needs_superior(below):
        name = ask_for(text, f"tên của đơn vị cấp trên, ví dụ {example}")
    if not name:
        return None
    kind = options["superior_kind"] or known.guess(name)
    if on_terminal and not kind:
        kind = ask_kind(known, "Loại của đơn vị cấp trên", year, "")
    return _checked(known, Office(kind, name), year, on_terminal, text)


def _checked(known: Vocabulary, office: Office, year: int, on_terminal: bool, text: str) -> Office:
    """Return the office once its name can be used; where nobody can be asked, raise why not."""
    from docgen.begin.errors import NotANameError
    from docgen.begin.fresh import Office

    while True:
        try:
            known.require_in(year, office)
            known.code(office)
        except NotANameError as error:
            if not on_terminal:
                raise
            click.echo(f"Lỗi: {error}")
            name = ask_for(text, "tên của đơn vị")
            office = Office(office.kind, name, office.abbreviation)
        else:
            return office


def _require(known: Vocabulary, options: dict[str, Any], year: int) -> None:
    """Name every option that is missing, at once, and what may be written for a kind."""
    name, superior = options["name"] or "", options["superior"] or ""
    kind = options["kind"] or known.guess(name, superior)
    missing = [] if name else ["--name"]
    missing += ["--kind"] if name and not kind else []
    missing += ["--superior"] if not superior and (not kind or known.needs_superior(kind)) else []
    if superior and not options["superior_kind"] and not known.guess(superior):
        missing.append("--superior-kind")
    if not missing:
        return
    text = (
        f"Thiếu tùy chọn {', '.join(missing)} (không chạy trên màn hình lệnh nên docgen không hỏi)."
    )
    kinds = list(known.offered(year))
    for option in (option for option in missing if option.endswith("kind")):
        example = kinds[0] if option == "--superior-kind" else kinds[1]
        text += f" {option} là một trong: {', '.join(kinds)}; ví dụ  {option} {example}."
    if "--superior-kind" in missing:
        text += f' Hoặc viết cả cấp trong tên, ví dụ  --superior "thành phố {superior}".'
    raise click.UsageError(text)
