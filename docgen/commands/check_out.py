"""What ``docgen check`` prints or writes: the form is asked for, or told by the file's name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from docgen import __version__
from docgen.check import rules
from docgen.check.report import Account
from docgen.check.report.catalogue import listing, markdown
from docgen.check.report.data import as_json, rules_as_json
from docgen.check.report.html import as_html
from docgen.check.report.sarif import as_sarif
from docgen.check.report.text import conclusions, lines
from docgen.errors import CannotWriteError, system_reason

_SUFFIXES = {".json": "json", ".sarif": "sarif", ".html": "html", ".htm": "html", ".md": "md"}


def format_of(
    ctx: click.Context, asked: str | None, out: Path | None, paths: Sequence[Path], *, rules: bool
) -> str:
    """Return the form of the report; refuse to write over a document or data."""
    if out and (out.suffix.lower() in (".docx", ".yaml") or out in paths):
        message = f"--out {out}: không ghi báo cáo đè lên văn bản hay dữ liệu."
        raise click.UsageError(message, ctx)
    form = asked or _SUFFIXES.get(out.suffix.lower() if out else "", "text")
    if form == "md" and not rules:
        raise click.UsageError("Dạng md chỉ dùng cùng --rules.", ctx)
    if rules and form in ("sarif", "html"):
        raise click.UsageError(f"--rules không có dạng {form}: dùng text, json hoặc md.", ctx)
    return form


def report_text(accounts: Sequence[Account], form: str, *, quiet: bool, verbose: bool) -> str:
    """Return the report."""
    if form == "json":
        return as_json(accounts, __version__)
    if form == "sarif":
        return as_sarif(accounts, list(rules().values()), __version__)
    if form == "html":
        return as_html(accounts, date.today(), __version__)
    each = (conclusions(a) if quiet else lines(a, verbose=verbose) for a in accounts)
    return "".join(f"{line}\n" for told in each for line in told)


def rules_text(form: str) -> str:
    """Return the list of the rules."""
    known = list(rules().values())
    if form == "json":
        return rules_as_json(known)
    return markdown(known) if form == "md" else "".join(f"{line}\n" for line in listing(known))


def write_out(out: Path | None, text: str) -> None:
    """Print *text*, or write it as UTF-8: PowerShell's “>” makes UTF-16 of it."""
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        out.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise CannotWriteError(out, system_reason(error)) from error
    click.echo(f"{out.as_posix()} (đã ghi)")


def summary(accounts: Sequence[Account]) -> str:
    """Return how many files were fine: “43 tệp: 40 không có lỗi, 2 có lỗi, 1 không kiểm tra được.”."""
    fine = sum(account.fine for account in accounts)
    unread = sum(bool(account.error) for account in accounts)
    counts = (
        (fine, "không có lỗi"),
        (len(accounts) - fine - unread, "có lỗi hoặc không xét được"),
        (unread, "không kiểm tra được"),
    )
    return f"{len(accounts)} tệp: " + ", ".join(f"{n} {what}" for n, what in counts if n) + "."
