"""``docgen completion``: the script that makes the Tab key complete commands and unit codes."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete

from docgen.commands.shells import SHELLS, VARIABLE

_HOW = {
    "bash": "docgen completion bash > ~/.docgen-complete.bash, rồi thêm vào ~/.bashrc dòng:"
    " source ~/.docgen-complete.bash",
    "zsh": "docgen completion zsh > ~/.docgen-complete.zsh, rồi thêm vào cuối ~/.zshrc dòng:"
    " source ~/.docgen-complete.zsh",
    "fish": "docgen completion fish > ~/.config/fish/completions/docgen.fish",
    "powershell": "thêm vào tệp $PROFILE dòng:"
    " docgen completion powershell | Out-String | Invoke-Expression",
}


@click.command("completion", options_metavar="[TÙY CHỌN]")
@click.argument("shell", type=click.Choice(list(SHELLS)), metavar="bash|zsh|fish|powershell")
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """In đoạn mã để phím Tab gõ nốt lệnh, tùy chọn và mã đơn vị.

    Cách cài nằm ở dòng đầu của đoạn mã. Sau khi cài, gõ “docgen plan --unit cau” rồi bấm Tab.

    Ví dụ: docgen completion bash
    """
    maker = SHELLS[shell](ctx.find_root().command, {}, "docgen", VARIABLE)
    # the base's: bash's own asks the bash of this machine for its version first
    source = ShellComplete.source(maker)
    text = f"# Cách cài: {_HOW[shell]}\n{source}"
    click.echo(text.encode("utf-8"), nl=False)  # as bytes: Windows would make CRLF of a line end
