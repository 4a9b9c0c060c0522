"""What became of each document, for people (stdout and stderr) and for programs (JSON)."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from docgen.batch import Outcome
    from docgen.context.job import Job

    Names = Mapping[Job, str] | None


def as_json(outcome: Outcome) -> dict[str, Any]:
    """Return one outcome as plain values."""
    job, written, error = outcome.job, outcome.written, outcome.error
    return {
        "don_vi": job.unit,
        "loai": job.kind,
        "nam": job.year,
        "ma": job.ma,
        "ban": job.ban,
        "ngay": job.day.isoformat(),
        "tep": written.path.as_posix() if written else None,
        "ket_qua": written.state if written else "bỏ qua" if outcome.left_out else "lỗi",
        "can_bo_sung": [{"nhan": label, "o": where} for label, where in outcome.gaps.items()],
        "ly_do": outcome.left_out or outcome.note or (str(error) if error else ""),
        "ma_loi": error.code if error else "",
    }


def tell(outcomes: Iterable[Outcome], *, verbose: bool) -> None:
    """Print each file on stdout, what was left out and the gaps on stderr."""
    from docgen.commands.gaps import gap_lines
    from docgen.vietnamese.dates import short_date

    for outcome in outcomes:
        if outcome.left_out:
            click.echo(f"bỏ qua {outcome.job.unit}: {outcome.left_out}", err=True)
        if not outcome.written:
            continue
        click.echo(f"{shown(outcome.written.path)} ({outcome.written.state})")
        if outcome.written.kept:
            click.echo(f"  bản sửa tay được giữ ở {shown(outcome.written.kept)}", err=True)
        if outcome.gaps:
            click.echo(f"  còn {len(outcome.gaps)} chỗ [CẦN BỔ SUNG]:", err=True)
        for line in gap_lines(outcome.gaps):
            click.echo(f"  - {line}", err=True)
        if verbose:
            click.echo(f"  tính theo ngày {short_date(outcome.job.day)}", err=True)


def tell_errors(outcomes: Iterable[Outcome], names: Names = None, *, verbose: bool = False) -> None:
    """Print every failure; a mistake of the data that many documents share is told once."""
    from docgen.errors import InvalidDataError, UnexpectedError

    told: set[str] = set()
    for outcome in outcomes:
        error = outcome.error
        if isinstance(error, InvalidDataError):
            for text in map(str, error.problems):
                if text not in told:
                    click.echo(text, err=True)
                told.add(text)
        if error:
            name = (names or {}).get(outcome.job, outcome.job.unit)
            sentence = str(error).replace(f"{Path.cwd().as_posix()}/", "")
            click.echo(f"lỗi: {name}: {sentence} [{error.code}]", err=True)
        if verbose and isinstance(error, UnexpectedError):
            click.echo(error.trace, err=True)


def tell_sum(outcomes: Sequence[Outcome]) -> None:
    """Print on stderr what became of all: “5 văn bản: 3 mới, 2 không đổi; 1 lỗi; 4 đơn vị bỏ qua”."""
    states = Counter(outcome.written.state for outcome in outcomes if outcome.written)
    told = ", ".join(f"{count} {state}" for state, count in states.items())
    files = f"{states.total()} văn bản{f': {told}' if told else ''}"
    rest = (
        (sum(bool(outcome.error) for outcome in outcomes), "lỗi"),
        (sum(bool(outcome.left_out) for outcome in outcomes), "đơn vị bỏ qua"),
        (sum(len(outcome.gaps) for outcome in outcomes), "chỗ [CẦN BỔ SUNG]"),
    )
    words = [f"{count} {what}" for count, what in rest if count]
    click.echo(f"{'; '.join([files, *words])}.", err=True)


@contextmanager
def progress(
    length: int, *, hidden: bool, label: str = "Đang làm văn bản"
) -> Iterator[Callable[[int], object]]:
    """Give what moves a bar on stderr; there is none for programs, files and single documents."""
    if hidden or length < 2 or not (sys.stderr and sys.stderr.isatty()):
        yield lambda _: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr, show_pos=True) as bar:
        yield bar.update


def echo_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns; every Vietnamese letter of ours is one character wide."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def shown(path: Path) -> str:
    """Return a path told from here if it is below, in characters that can be printed."""
    here = Path.cwd()
    told = (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
    return os.fsencode(told).decode("utf-8", "replace")
