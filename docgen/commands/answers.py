"""What ``docgen init --new`` needs to know: from options, else from questions on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from docgen.errors import DocgenError, did_you_mean

if TYPE_CHECKING:
    from docgen.begin.fresh import Answers, Office, Vocabulary


class UnitKind(click.ParamType[str]):
    """A kind of unit: a code of the sample's vocabulary."""

    name = "loại đơn vị"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code, or tell which there are."""
        codes = list(_kinds())
        if value not in codes:
            guess = did_you_mean(str(value), codes)
            self.fail(
                f"“{value}” không phải là loại đơn vị.{guess} Có: {', '.join(codes)}", param, ctx
            )
        return str(value)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002 - likewise
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the codes that hold what was typed, with their names."""
        try:
            kinds = _kinds()
        except DocgenError:
            return []
        return [CompletionItem(code, help=kinds[code]) for code in kinds if incomplete in code]


def ask(known: Vocabulary, options: dict[str, Any], this_year: int) -> Answers:
    """Return the answers; raise UsageError where some are missing and nobody can be asked."""
    from docgen.begin.fresh import Answers, Office

    on_terminal = sys.stdin is not None and sys.stdin.isatty()
    if not on_terminal:
        _require(known, options)
    year = options["year"] or (_ask("Năm làm việc", this_year) if on_terminal else this_year)
    name = options["name"] or _ask("Tên đơn vị (ví dụ: phường Cầu Đất, Phòng Nội vụ)")
    kind = options["kind"] or _ask_kind(known, "Loại đơn vị", known.guess(name), asking=on_terminal)
    short = options["abbreviation"] or ""
    if on_terminal and not short and not known.is_place(kind):
        short = _ask("Chữ viết tắt trong số, ký hiệu (chưa rõ thì Enter)", "")
    return Answers(
        int(year), Office(kind, name, short), _superior(known, options, kind, on_terminal)
    )


def _superior(
    known: Vocabulary, options: dict[str, Any], kind: str, on_terminal: bool
) -> Office | None:
    from docgen.begin.fresh import Office

    name = options["superior"]
    if not name and on_terminal and known.needs_superior(kind):
        name = _ask("Tên đơn vị cấp trên trực tiếp (ví dụ: quận Ngô Quyền)")
    if not name:
        return None
    guess = options["superior_kind"] or known.guess(name)
    asking = on_terminal and not guess
    return Office(_ask_kind(known, "Loại của đơn vị cấp trên", guess, asking=asking), name)


def _require(known: Vocabulary, options: dict[str, Any]) -> None:
    """Name every option that is missing, at once."""
    kind = options["kind"] or known.guess(options["name"] or "")
    superior = options["superior"]
    missing = ["--name"] if not options["name"] else []
    missing += ["--kind"] if options["name"] and not kind else []
    missing += ["--superior"] if not superior and (not kind or known.needs_superior(kind)) else []
    if superior and not options["superior_kind"] and not known.guess(superior):
        missing.append("--superior-kind")
    if missing:
        raise click.UsageError(
            f"Thiếu tùy chọn {', '.join(missing)} (không chạy trên màn hình lệnh nên docgen không hỏi)."
        )


def _ask_kind(known: Vocabulary, text: str, guess: str, *, asking: bool) -> str:
    if not asking:
        return guess
    for code, kind in known.kinds.items():
        click.echo(f"  {code:20} {kind.ten}")
    return str(click.prompt(text, default=guess or None, type=UnitKind(), show_choices=False))


def _ask(text: str, default: Any = None) -> Any:
    return click.prompt(text, default=default, show_default=default != "")


def _kinds() -> dict[str, str]:
    from docgen.begin.tree import sample_root
    from docgen.load.kinds import unit_kinds

    return unit_kinds(sample_root())
