"""What became of a whole round: files on stdout, failures and the sum on stderr."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from docgen.commands.gaps import gap_lines
from docgen.commands.outcome import shown, tell_errors

if TYPE_CHECKING:
    from docgen.batch import Outcome
    from docgen.context.job import Job

_FEW = 10
"""How many documents with gaps are named without -v."""


def tell_files(outcomes: Sequence[Outcome], titles: Mapping[Job, str], *, verbose: bool) -> None:
    """Print each file on stdout; with *verbose* what was left out and every gap on stderr."""
    for outcome in outcomes:
        if outcome.left_out and verbose:
            click.echo(f"bỏ qua {titles[outcome.job]}: {outcome.left_out}", err=True)
        if not outcome.written:
            continue
        click.echo(f"{shown(outcome.written.path)} ({outcome.written.state})")
        if outcome.written.kept:
            click.echo(f"  bản sửa tay được giữ ở {shown(outcome.written.kept)}", err=True)
        for line in gap_lines(outcome.gaps) if verbose else ():
            click.echo(f"  - {line}", err=True)


def tell_failed(outcomes: Sequence[Outcome], titles: Mapping[Job, str], *, verbose: bool) -> None:
    """Print every failure on stderr; one that many documents share is told once, with how many."""
    alike: dict[object, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.error:
            shared = (str(outcome.error), getattr(outcome.error, "problems", ()))
            alike.setdefault(outcome.job if verbose else shared, []).append(outcome)
    for first, *others in alike.values():
        tell_errors([first], titles, verbose=verbose)
        if others:
            click.echo(f"  và {len(others)} văn bản khác, cùng lý do (-v kể tên)", err=True)


def tell_whole(outcomes: Sequence[Outcome], *, verbose: bool) -> None:
    """Print on stderr what became of all: made, with gaps, left out and why, failed."""
    states = Counter(outcome.written.state for outcome in outcomes if outcome.written)
    told = ", ".join(f"{count} {state}" for state, count in states.items())
    click.echo(f"{states.total()} văn bản{f': {told}' if told else ''}.", err=True)
    open_ = sorted((o for o in outcomes if o.gaps), key=lambda o: -len(o.gaps))
    if open_:
        total = sum(len(outcome.gaps) for outcome in open_)
        click.echo(f"còn {total} chỗ [CẦN BỔ SUNG] trong {len(open_)} văn bản:", err=True)
    for outcome in open_ if verbose else open_[:_FEW]:
        if outcome.written:
            click.echo(f"  {shown(outcome.written.path)}: {len(outcome.gaps)} chỗ", err=True)
    if len(open_) > _FEW and not verbose:
        click.echo(f"  và {len(open_) - _FEW} văn bản khác (thêm -v để xem hết)", err=True)
    reasons = Counter(_short(outcome.left_out) for outcome in outcomes if outcome.left_out)
    if reasons:
        told = "; ".join(f"{reason} ({count})" for reason, count in reasons.most_common())
        click.echo(f"bỏ qua {reasons.total()} văn bản: {told}.", err=True)
    tell_kept(outcomes, verbose=verbose)
    if failed := sum(bool(outcome.error) for outcome in outcomes):
        click.echo(f"lỗi: {failed} văn bản không làm được.", err=True)


def tell_kept(outcomes: Sequence[Outcome], *, verbose: bool) -> None:
    """Print on stderr which documents that have numbers were kept though their data have changed."""
    kept = [outcome.note for outcome in outcomes if outcome.note]
    if not kept:
        return
    click.echo(
        f"lưu ý: {len(kept)} văn bản đã cấp số giữ nguyên, dữ liệu nay đã đổi (-v cho xem chỗ khác).",
        err=True,
    )
    for note in kept if verbose else ():
        click.echo(f"  {note}", err=True)


def _short(reason: str) -> str:
    """Return a reason without the day or the kind of unit that only some documents have."""
    words = re.sub(r"vào ngày [0-9/]+", "vào ngày của văn bản", reason)
    return re.sub(r" \(ngày .*\)| cho loại đơn vị .*", "", words)
