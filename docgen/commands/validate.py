"""``docgen validate``: every mistake in every file, in one run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from docgen.commands.options import json_option, root_folder, workspace_option


@click.command("validate", options_metavar="[TÙY CHỌN]")
@json_option
@workspace_option
@click.option("-q", "--quiet", is_flag=True, help="Chỉ in lỗi, không in dòng tổng kết.")
@click.pass_context
def command(ctx: click.Context, as_json: bool, workspace: Path | None, quiet: bool) -> None:
    """Kiểm tra dữ liệu và số liệu báo cáo, in mọi lỗi của mọi tệp.

    Mỗi lỗi kèm tên tệp, dòng, cột và cách sửa. Lời nhắc là chỗ nên xem lại, không phải lỗi. Mã thoát 0 nếu không có lỗi, 1 nếu có.

    Ví dụ: docgen validate
    """
    from docgen.commands.check_settings import read_profile
    from docgen.figures.checks import figure_problems
    from docgen.law import law_problems
    from docgen.load.references import workspace_problems
    from docgen.load.workspace import load_workspace

    loaded = load_workspace(root_folder(ctx, workspace))
    found = [*workspace_problems(loaded), *law_problems(loaded), *figure_problems(loaded)]
    found += read_profile(loaded.root)[1]
    found.sort(key=lambda p: (str(p.place.path), p.place.line, p.place.column))
    problems = [problem.under(loaded.root) for problem in found]
    if as_json:
        click.echo(json.dumps([_as_json(problem) for problem in problems], ensure_ascii=False))
    else:
        for problem in problems:
            click.echo(str(problem))
    wrong = sum(not problem.warning for problem in problems)
    if not quiet and not as_json:
        warned = len(problems) - wrong
        click.echo(f"{len(loaded.units)} đơn vị, {wrong} lỗi, {warned} lời nhắc.", err=True)
    if wrong:
        ctx.exit(1)


def _as_json(problem: Any) -> dict[str, Any]:
    return {
        "tep": problem.place.path.as_posix(),
        "dong": problem.place.line,
        "cot": problem.place.column,
        "ma": problem.code,
        "muc_do": "nhắc" if problem.warning else "lỗi",
        "noi_dung": problem.message,
        "goi_y": problem.hint,
    }
