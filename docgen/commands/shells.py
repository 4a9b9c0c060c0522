"""Tab completion in bash, zsh, fish and PowerShell: click's, mended for ``--unit=cau``.

Bash takes the ``=`` for a word of its own; the others hand over ``--unit=cau`` in one piece and put
the answer in place of the whole piece.
"""

from __future__ import annotations

import os

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    PowerShellComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

VARIABLE = "_DOCGEN_COMPLETE"


class _WholeWord(ShellComplete):
    """Answers ``--unit=cau`` with ``--unit=phuong-cau-dat``."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        found = super().get_completions(args, incomplete)
        option, sign, _ = incomplete.partition("=")
        if not sign or not option.startswith("--"):
            return found
        return [
            CompletionItem(f"{option}={item.value}", item.type, item.help)
            if item.type == "plain"
            else item
            for item in found
        ]


class _Bash(_WholeWord, BashComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        args, incomplete = super().get_completion_args()
        return [arg for arg in args if arg != "="], "" if incomplete == "=" else incomplete


class _Zsh(_WholeWord, ZshComplete):
    pass


class _Fish(_WholeWord, FishComplete):
    pass


class _PowerShell(_WholeWord, PowerShellComplete):
    pass


SHELLS: dict[str, type[ShellComplete]] = {
    "bash": _Bash,
    "zsh": _Zsh,
    "fish": _Fish,
    "powershell": _PowerShell,
}


def complete_here() -> None:
    """Let docgen answer a shell that asks for completions."""
    if VARIABLE in os.environ:
        for name, kind in SHELLS.items():
            add_completion_class(kind, name)
