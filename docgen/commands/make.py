"""``docgen plan`` and its like: make the documents of one kind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import DayType, UnitCode, json_option, root_folder, workspace_option

if TYPE_CHECKING:
    from docgen.batch import Outcome


def make_command(name: str, kind: str, description: str) -> click.Command:
    """Return the command that makes documents of *kind*."""

    @click.command(name, help=f"{description}.\n\nVí dụ: docgen {name} --unit phuong-cau-dat",
                   options_metavar="[TÙY CHỌN]")  # fmt: skip
    @click.option("--unit", "units", multiple=True, type=UnitCode(), metavar="ĐƠN_VỊ",
                  help="Mã đơn vị (tên tệp trong data/don_vi/); viết lại được nhiều lần.")  # fmt: skip
    @click.option("--all", "every", is_flag=True, help="Mọi đơn vị có văn bản loại này.")
    @click.option("--year", type=int, metavar="NĂM", help="Năm (mặc định: theo docgen.yaml).")
    @click.option("--date", "day", type=DayType(), metavar="NGÀY",
                  help="Tính theo ngày này thay cho ngày của văn bản, ví dụ 01/8/2025.")  # fmt: skip
    @click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="THƯ_MỤC",
                  help="Thư mục kết quả (mặc định: out/).")  # fmt: skip
    @click.option("-n", "--dry-run", is_flag=True, help="Làm thử, không ghi tệp nào.")
    @click.option("--force", is_flag=True, help="Ghi đè tệp đã sửa tay (giữ bản sửa thành .bak).")
    @click.option("-q", "--quiet", is_flag=True, help="Chỉ in lỗi.")
    @click.option("-v", "--verbose", is_flag=True, help="In thêm ngày tính và các chỗ cần bổ sung.")
    @json_option
    @workspace_option
    @click.pass_context
    def command(ctx: click.Context, /, **options: Any) -> None:
        run(ctx, kind, **options)

    return command


def run(
    ctx: click.Context, kind: str, *, units: tuple[str, ...], every: bool, year: int | None,
    day: date | None, out: Path | None, dry_run: bool, force: bool, quiet: bool, verbose: bool,
    as_json: bool, workspace: Path | None,
) -> None:  # fmt: skip
    """Make the documents and tell what became of each; exit 1 if one failed."""
    if bool(units) == every:
        raise click.UsageError("Cần --unit ĐƠN_VỊ hoặc --all (chỉ một trong hai).")
    from docgen.batch import Outcome, Producer, plan_jobs
    from docgen.batch.produce import reason_to_leave_out
    from docgen.load.workspace import load_workspace

    loaded = load_workspace(root_folder(ctx, workspace))
    folder = out or loaded.root / loaded.settings.thu_muc_ra
    chosen = loaded.unit_files() if every else list(dict.fromkeys(units))
    producer = Producer(loaded, folder, force, dry_run)
    outcomes = []
    for job in plan_jobs(loaded, kind, year or loaded.settings.nam, chosen, day):
        reason = reason_to_leave_out(loaded, job) if every else ""
        outcomes.append(Outcome(job, left_out=reason) if reason else producer.make(job))
    if as_json:
        click.echo(json.dumps([_as_json(outcome) for outcome in outcomes], ensure_ascii=False))
    else:
        _tell(outcomes, quiet, verbose)
    _tell_errors(outcomes)
    if any(outcome.error for outcome in outcomes):
        ctx.exit(1)


def _as_json(outcome: Outcome) -> dict[str, Any]:
    job, written, error = outcome.job, outcome.written, outcome.error
    return {
        "don_vi": job.unit,
        "loai": job.kind,
        "nam": job.year,
        "ngay": job.day.isoformat(),
        "tep": written.path.as_posix() if written else None,
        "ket_qua": written.state if written else "bỏ qua" if outcome.left_out else "lỗi",
        "can_bo_sung": list(outcome.gaps),
        "ly_do": outcome.left_out or (str(error) if error else ""),
        "ma_loi": error.code if error else "",
    }


def _tell(outcomes: Iterable[Outcome], quiet: bool, verbose: bool) -> None:
    for outcome in outcomes:
        if outcome.left_out and not quiet:
            click.echo(f"bỏ qua {outcome.job.unit}: {outcome.left_out}", err=True)
        if not outcome.written or quiet:
            continue
        click.echo(f"{_shown(outcome.written.path)} ({outcome.written.state})")
        if outcome.written.kept:
            click.echo(f"  bản sửa tay được giữ ở {_shown(outcome.written.kept)}", err=True)
        if outcome.gaps:
            labels = "; ".join(outcome.gaps)
            click.echo(f"  còn {len(outcome.gaps)} chỗ [CẦN BỔ SUNG]: {labels}", err=True)
        if verbose:
            click.echo(f"  tính theo ngày {outcome.job.day:%d/%m/%Y}", err=True)


def _tell_errors(outcomes: Iterable[Outcome]) -> None:
    """Print every failure; a mistake of the data that many documents share is told once."""
    from docgen.errors import InvalidDataError

    told: set[str] = set()
    for outcome in outcomes:
        error = outcome.error
        if error is None:
            continue
        if isinstance(error, InvalidDataError):
            fresh = [str(problem) for problem in error.problems if str(problem) not in told]
            told.update(fresh)
            for text in fresh:
                click.echo(text, err=True)
        click.echo(f"lỗi: {outcome.job.unit}: {error} [{error.code}]", err=True)


def _shown(path: Path) -> str:
    """Return a path told from here if it is below."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
