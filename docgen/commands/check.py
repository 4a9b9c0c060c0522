"""``docgen check``: measure documents against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.commands.options import DayType, workspace_option
from docgen.commands.outcome import progress, shown

if TYPE_CHECKING:
    from docgen.check.report import Account

FORMATS = ("text", "json", "sarif", "html", "md")
_NAMES = "QUY_TẮC,…"


def _names(_: object, __: object, given: tuple[str, ...]) -> tuple[str, ...]:
    """Part “page,so-size” at its commas."""
    return tuple(name.strip() for words in given for name in words.split(",") if name.strip())


@click.command("check", options_metavar="[TÙY CHỌN]")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="TỆP|THƯ_MỤC…")
@click.option("--draft", is_flag=True, help="Bản nháp: số, ngày và chữ ký được để trống.")
@click.option("--date", "day", type=DayType(), metavar="NGÀY",
              help="Xét theo ngày này thay cho ngày của văn bản.")  # fmt: skip
@click.option("--select", multiple=True, callback=_names, metavar=_NAMES,
              help="Chỉ xét các quy tắc hoặc nhóm này.")  # fmt: skip
@click.option("--ignore", multiple=True, callback=_names, metavar=_NAMES,
              help="Không xét các quy tắc hoặc nhóm này.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS), metavar="[text|json|sarif|html|md]",
              help="Dạng báo cáo (mặc định: theo đuôi của --out, không có thì text); md chỉ cùng --rules.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP",
              help="Ghi báo cáo vào tệp này (UTF-8), không in ra màn hình.")  # fmt: skip
@click.option(
    "--fix",
    is_flag=True,
    help="Sửa phông, cỡ chữ, lề, số trang … trong bản sao TÊN.sua.docx; không đổi chữ nào.",
)
@click.option("-j", "--jobs", type=click.IntRange(1, 64), metavar="SỐ",
              help="Số tiến trình làm cùng lúc (mặc định: tự chọn theo số tệp).")  # fmt: skip
@click.option("--rules", "--list-rules", "only_rules", is_flag=True,
              help="Liệt kê các quy tắc, không kiểm tra tệp nào; thêm tên để chỉ xem quy tắc, nhóm ấy.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Chỉ in kết luận của từng tệp.")
@click.option("-v", "--verbose", is_flag=True,
              help="In mọi chỗ, quy tắc đã đạt và lý do không xét được.")  # fmt: skip
@workspace_option
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[Path, ...], **options: Any) -> None:
    """Kiểm tra thể thức tệp Word theo Nghị định 30/2020/NĐ-CP; tệp được đưa vào không bao giờ bị sửa.

    Thư mục thì mọi tệp .docx bên trong được kiểm tra. Mã thoát 0 nếu không có lỗi (lời nhắc không tính), 1 nếu có lỗi hoặc có tệp không kiểm tra được.

    \b
    Ví dụ: docgen check out/2025 --draft
           docgen check cong-van.docx --out bao-cao.html
           docgen check cong-van.docx --fix
           docgen check --rules page font-name
    """
    from docgen.commands.check_out import format_of

    form = format_of(ctx, options["form"], options["out"], paths, rules=options["only_rules"])
    if options["only_rules"]:
        _list(paths, form, options)
        return
    if not paths:
        raise click.UsageError("Cần ít nhất một TỆP hoặc THƯ_MỤC.", ctx)
    accounts = _check(ctx, paths, options)
    _tell(accounts, form, options)
    if not all(account.fine for account in accounts):
        ctx.exit(1)


def _list(paths: tuple[Path, ...], form: str, options: dict[str, Any]) -> None:
    """Print or write the rules that are named, all if none is."""
    from docgen.commands.check_names import chosen
    from docgen.commands.check_out import rules_text, write_out

    named = _names(None, None, tuple(map(str, paths)))
    known = chosen([*options["select"], *named], options["ignore"])
    write_out(options["out"], rules_text(form, known), form, rules=True)


def _check(ctx: click.Context, paths: tuple[Path, ...], options: dict[str, Any]) -> list[Account]:
    from docgen.commands.check_files import documents
    from docgen.commands.check_settings import settings_maker
    from docgen.commands.checking import Task, check_all, fitting_processes

    make = settings_maker(ctx, options)
    fix = shown if options["fix"] else None
    tasks = [Task(file, shown(file), make(file), error, fix) for file, error in documents(paths)]
    with progress(len(tasks), hidden=options["quiet"], label="Đang kiểm tra") as step:
        return check_all(tasks, options["jobs"] or fitting_processes(len(tasks)), step)


def _tell(accounts: list[Account], form: str, options: dict[str, Any]) -> None:
    """Print or write the report; how many were fine goes to stderr."""
    from docgen.commands.check_out import report_text, summary, write_out

    for account in accounts:
        if account.trace and options["verbose"]:
            click.echo(account.trace, err=True)
    out, how = options["out"], {key: options[key] for key in ("quiet", "verbose")}
    headed = bool(out) or sys.stdout.isatty()
    write_out(out, report_text(accounts, form, **how, headed=headed), form)
    if out and options["fix"]:
        from docgen.check.report.text import mended

        for account in accounts:
            click.echo("".join(f"{line}\n" for line in mended(account)), nl=False)
    if out or len(accounts) > 1:
        click.echo(summary(accounts), err=True)
    sys.stdout.flush()
