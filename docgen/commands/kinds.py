"""Kinds of unit as people type them: the code, the Vietnamese name, the number in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click
from click.shell_completion import CompletionItem

from docgen.errors import DocgenError, did_you_mean
from docgen.vietnamese.letters import slug


def listed(kinds: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each kind: its code and its name."""
    return (f"{code:20} {name}" for code, name in kinds.items())


class UnitKind(click.ParamType[str]):
    """A kind of unit: those of a list that was shown, else all of the sample's vocabulary."""

    name = "loại đơn vị"

    def __init__(self, shown: Mapping[str, str] | None = None) -> None:
        self.shown = shown

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code, or tell which there are."""
        kinds = self.shown or _kinds()
        found = _meant(str(value), kinds, numbered=self.shown is not None)
        if not found:
            guess = did_you_mean(slug(str(value)), kinds)
            codes = ", ".join(kinds)
            self.fail(f"“{value}” không phải là loại đơn vị.{guess} Có: {codes}", param, ctx)
        return found

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


def _meant(typed: str, kinds: Mapping[str, str], *, numbered: bool) -> str:
    """Return the code for a code, a name, the beginning of one name only, or a number."""
    if numbered and typed.isdecimal() and 1 <= int(typed) <= len(kinds):
        return list(kinds)[int(typed) - 1]
    word = slug(typed)
    if word in kinds:
        return word
    names = {slug(name): code for code, name in kinds.items()}
    beginning = [code for name, code in names.items() if word and f"{name}-".startswith(f"{word}-")]
    return names.get(word) or (beginning[0] if len(beginning) == 1 else "")


def _kinds() -> dict[str, str]:
    from docgen.begin.tree import sample_root
    from docgen.load.kinds import unit_kinds

    return unit_kinds(sample_root())
