"""``docgen init``: a workspace to begin with, the sample or a bare one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.answers import ask
from docgen.commands.kinds import UnitKind
from docgen.commands.options import YearType
from docgen.commands.program import folder_word, program

if TYPE_CHECKING:
    from docgen.load.workspace import Workspace

_OWN = ("year", "kind", "name", "abbreviation", "superior", "superior_kind")


@click.command("init", options_metavar="[TÙY CHỌN]")
@click.argument("folder", type=click.Path(path_type=Path), metavar="THƯ_MỤC")
@click.option("--new", is_flag=True, help="Không gian trống cho đơn vị của bạn, thay cho bộ mẫu.")
@click.option("--year", type=YearType(), metavar="NĂM",
              help="Với --new: năm làm việc (mặc định: năm nay).")  # fmt: skip
@click.option("--name", metavar="TÊN",
              help="Với --new: tên đơn vị, ví dụ “phường Cầu Đất”, “Phòng Nội vụ”.")  # fmt: skip
@click.option("--kind", type=UnitKind(), metavar="LOẠI",
              help="Với --new: loại đơn vị, ví dụ ubnd-phuong, phong, “trường học”.")  # fmt: skip
@click.option("--abbreviation", metavar="CHỮ",
              help="Với --new: chữ viết tắt của phòng, trường, đơn vị trong số, ký hiệu.")  # fmt: skip
@click.option("--superior", metavar="TÊN",
              help="Với --new: tên đơn vị cấp trên, ví dụ “thành phố Hải Phòng” (của phường, xã), “phường Gia Viên” (của trường, phòng).")  # fmt: skip
@click.option("--superior-kind", type=UnitKind(), metavar="LOẠI",
              help="Với --new: loại của đơn vị cấp trên, ví dụ ubnd-tinh.")  # fmt: skip
@click.pass_context
def command(ctx: click.Context, /, folder: Path, new: bool, **options: Any) -> None:
    """Tạo một không gian làm việc mới trong THƯ_MỤC.

    Không có --new thì chép nguyên bộ mẫu (quận Ngô Quyền) để thử và để sửa. Có --new thì tạo không gian cho một đơn vị; thiếu tùy chọn nào docgen hỏi tùy chọn ấy. Không tệp nào đang có bị ghi đè.

    \b
    Ví dụ: docgen init thu
           docgen init moi --new --name "phường Gia Viên" --superior "thành phố Hải Phòng"
    """
    if not new and (given := [key for key in _OWN if options[key] is not None]):
        names = ", ".join(f"--{key.replace('_', '-')}" for key in given)
        raise click.UsageError(f"{names} chỉ dùng cùng --new.", ctx)
    make_new(folder, options) if new else copy_sample(folder)


def copy_sample(folder: Path) -> None:
    """Copy the sample into *folder*."""
    from docgen.begin.settle import settle
    from docgen.begin.tree import SAMPLE_UNIT, sample_files, sample_root

    files = sample_files(sample_root())
    with settle(folder, files):
        pass
    _tell(folder, len(files), SAMPLE_UNIT, "plan")


def make_new(folder: Path, options: dict[str, Any]) -> None:
    """Make a bare workspace in *folder* of options and answers."""
    from docgen.begin.fresh import Vocabulary, fresh_files
    from docgen.begin.settle import check_settled, settle
    from docgen.begin.tree import sample_root

    sample = sample_root()
    known = Vocabulary(sample)
    answers = ask(known, options, date.today().year)
    files = fresh_files(sample, known, answers)
    with settle(folder, files):
        workspace = check_settled(folder)
    unit = known.code(answers.unit)
    _tell(folder, len(files), unit, _first_command(workspace, unit, answers.year))


def _first_command(workspace: Workspace, unit: str, year: int) -> str:
    """Return the command of the first document of the year that the unit can make, or nothing."""
    from docgen.batch import plan_jobs
    from docgen.batch.planned import reason_to_leave_out

    for code, kind in workspace.kinds.items():
        if kind.value.lap != "năm" or kind.value.khi_can or kind.value.so_sach:
            continue
        (job,) = plan_jobs(workspace, code, year, [unit], None)
        if not reason_to_leave_out(workspace, job):
            return kind.value.lenh or code
    return ""


def _tell(folder: Path, count: int, unit: str, verb: str) -> None:
    """Say what to do next."""
    name = program(folder)
    click.echo(f"Đã tạo {folder.as_posix()} ({count} tệp). Việc tiếp theo:")
    click.echo(f"  cd {folder_word(folder)}")
    click.echo(f"  sửa data/don_vi/{unit}.yaml bằng trình soạn thảo bất kỳ")
    click.echo(f"  {name} {verb} --unit {unit}" if verb else f"  {name} validate")
