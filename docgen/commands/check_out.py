"""What ``docgen check`` prints or writes: the form is asked for, or told by the file's name.

Only the form that is wanted is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from docgen import __version__
from docgen.check import rules
from docgen.check.report import Account
from docgen.check.rule import Rule
from docgen.commands.check_write import check_free, form_by_name, write_report
from docgen.commands.outcome import shown

_UNSPEAKABLE = re.compile("[\ud800-\udfff]")
"""Bytes of a file's name that are no UTF-8, as Python holds them."""


def format_of(
    ctx: click.Context, asked: str | None, out: Path | None, paths: Sequence[Path], *, rules: bool
) -> str:
    """Return the form of the report; refuse to write over anything but an older report."""
    named = form_by_name(out, ctx) if out else "text"
    form = asked or named
    if form == "md" and not rules:
        raise click.UsageError("Dạng md chỉ dùng cùng --rules.", ctx)
    if rules and form in ("sarif", "html"):
        raise click.UsageError(f"--rules không có dạng {form}: dùng text, json hoặc md.", ctx)
    if out:
        check_free(out, form, rules=rules, inputs=paths)
    return form


def report_text(
    accounts: Sequence[Account], form: str, *, quiet: bool, verbose: bool, headed: bool
) -> str:
    """Return the report, in characters that can be written; *headed* is for people's eyes."""
    text = _report(accounts, form, quiet=quiet, verbose=verbose, headed=headed)
    return _UNSPEAKABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _report(
    accounts: Sequence[Account], form: str, *, quiet: bool, verbose: bool, headed: bool
) -> str:
    if form == "json":
        from docgen.check.report.data import as_json

        return as_json(accounts, __version__)
    if form == "sarif":
        from docgen.check.report.sarif import as_sarif

        return as_sarif(accounts, list(rules().values()), __version__)
    if form == "html":
        from docgen.check.report.html import as_html

        return as_html(accounts, date.today(), __version__)
    from docgen.check.report.text import conclusions, legend, lines

    each = (conclusions(a) if quiet else lines(a, verbose=verbose, headed=headed) for a in accounts)
    told = [line for one in each for line in one]
    return "".join(f"{line}\n" for line in (*told, *(() if quiet else legend(accounts))))


def rules_text(form: str, known: Sequence[Rule]) -> str:
    """Return a list of rules."""
    if form == "json":
        from docgen.check.report.data import rules_as_json

        return rules_as_json(known)
    from docgen.check.report.catalogue import listing, markdown

    return markdown(known) if form == "md" else "".join(f"{line}\n" for line in listing(known))


def write_out(out: Path | None, text: str, form: str, *, rules: bool = False) -> None:
    """Print *text*, or write it as UTF-8: PowerShell's “>” makes UTF-16 of it."""
    if out is None:
        click.echo(text, nl=False)
        return
    write_report(out, text, form, rules=rules)
    click.echo(f"{shown(out)} (đã ghi)")


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
