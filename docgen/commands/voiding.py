"""What ``docgen register void`` does and tells: a number becomes void, or is taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.register_told import as_json

if TYPE_CHECKING:
    from docgen.register import Entry, Register


def make_void(
    root: Path, register: Register, entry: Entry, known: Sequence[Entry], options: dict[str, Any]
) -> None:
    """Make the number of *entry* void and tell what that does to other lines."""
    from docgen.register.lookup import words_for

    former = _of(known, entry.replaces)
    whole = _gives_back(root, entry, former)
    kept = entry.reason if entry.state == "đã hủy" else options["reason"]
    now = register.void(entry, kept, former if whole else None, dry=options["dry_run"])
    if options["dry_run"]:
        tell(now, entry, f"{_named(entry)} (sẽ hủy)", options)
        return
    done = f"Đã hủy số {entry.sign}; số này không cấp lại.\n  {_named(entry)}"
    tell(now, entry, done, options)
    click.echo(f"  Hủy nhầm thì lấy lại:  docgen register void {words_for(entry)} --undo", err=True)
    if entry.order.file:
        click.echo(
            f"  Tệp {entry.order.file} giữ nguyên; cấp số lại thì văn bản có số mới.", err=True
        )
    if wrong := _of(known, entry.corrects):
        click.echo(
            f"  Việc đính chính số {wrong.sign} bằng công văn này không còn; cần đính chính thì lập công văn khác.",
            err=True,
        )
    if former and (back := _of(now, former.id)):
        _tell_former(back, whole=whole)


def _gives_back(root: Path, entry: Entry, former: Entry | None) -> bool:
    """Tell whether *former* is issued again; raise ChangeRefusedError if *entry* cannot become void."""
    from docgen.register.lookup import ChangeRefusedError, check_void
    from docgen.register.verify import is_as_issued
    from docgen.write import digest

    check_void(entry, former)
    whole = bool(former and is_as_issued(root, former, digest))
    if former and entry.state == "đã hủy" and not whole:
        raise ChangeRefusedError(f"Số {entry.sign} đã hủy từ trước. {_waiting(former)}")
    return whole


def take_back(
    root: Path, register: Register, entry: Entry, known: Sequence[Entry], options: dict[str, Any]
) -> None:
    """Take back a number that is void and tell what that does to other lines."""
    from docgen.register.lookup import check_take_back
    from docgen.register.verify import is_as_issued
    from docgen.write import digest

    check_take_back(entry, known, whole=is_as_issued(root, entry, digest))
    now = register.take_back(entry, dry=options["dry_run"])
    if options["dry_run"]:
        tell(now, entry, f"{_named(entry)} (sẽ lấy lại)", options)
        return
    tell(now, entry, f"Đã lấy lại số {entry.sign}.\n  {_named(entry)}", options)
    if former := _of(now, entry.replaces):
        click.echo(f"  Số {former.sign} lại là đã thay thế, bằng số {entry.sign}.", err=True)
    if wrong := _of(now, entry.corrects):
        click.echo(f"  Số {wrong.sign} lại được đính chính bằng số {entry.sign}.", err=True)


def _tell_former(former: Entry, *, whole: bool) -> None:
    """Tell what became of the document that the void one stood for."""
    if former.state == "đã cấp":
        told = f"Số {former.sign} lại có hiệu lực như trước: văn bản thay thế nó đã hủy."
    elif whole or former.replaced_by:
        told = f"Số {former.sign} vẫn ghi là đã thay thế: đã có văn bản khác đứng thay nó."
    else:
        told = _waiting(former)
    click.echo(f"  {told}", err=True)


def _waiting(former: Entry) -> str:
    """Tell why a document is not issued again, and what to do."""
    return (
        f"Số {former.sign} vẫn ghi là đã thay thế, vì tệp {former.order.file} không còn như khi cấp số. "
        "Lấy lại tệp ấy từ bản sao lưu rồi chạy lại lệnh này, hoặc lập văn bản mới."
    )


def tell(entries: Sequence[Entry], entry: Entry, sentence: str, options: dict[str, Any]) -> None:
    """Print what was done, or the line as it is now."""
    if not options["as_json"]:
        click.echo(sentence)
        return
    from docgen.register.book import Known

    now = next(one for one in entries if one.id == entry.id)
    click.echo(json.dumps(as_json(now, Known(entries)), ensure_ascii=False, indent=1))


def _of(entries: Sequence[Entry], ident: int | None) -> Entry | None:
    return next((one for one in entries if one.id == ident), None)


def _named(entry: Entry) -> str:
    """Return the document as a clerk knows it, so that a wrong number is seen at once."""
    from docgen.register.book import subject
    from docgen.vietnamese.dates import short_date

    return f"{entry.sign} ngày {short_date(entry.order.day)}: {subject(entry)}"
