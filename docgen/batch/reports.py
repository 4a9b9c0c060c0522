"""Reports that cannot be, and reminders to nobody: what holds a document of a period back."""

from __future__ import annotations

from docgen.context.job import Job
from docgen.context.late import is_reminder, late_units
from docgen.errors import Problem
from docgen.figures.status import begun, has_figures
from docgen.figures.window import sending_window
from docgen.load.files import file_problem
from docgen.load.workspace import Workspace
from docgen.model.period import PERIODS
from docgen.vietnamese.dates import short_date


def too_early(workspace: Workspace, job: Job) -> str:
    """Return why a unit owes no report of a period: it began when the period's reports were in."""
    window = sending_window(workspace, job.key) if job.ma in PERIODS else None
    since = begun(workspace, job.unit, job.day) if window else None
    if window is None or since is None or since <= window.last:
        return ""
    period = PERIODS[job.ma].name(job.year)
    return f"hạn báo cáo {period} qua trước khi đơn vị được lập (ngày {short_date(since)})"


def without_figures(workspace: Workspace, job: Job) -> str:
    """Return why a report says nothing: nobody wrote its figures, or anybody's of its period."""
    if job.unit not in workspace.units or workspace.form(job.kind) is None:
        return ""
    if has_figures(workspace, job.key, job.day):
        return ""
    folder = workspace.data_file(job.key).parent
    if not folder.is_dir():
        return f"chưa có thư mục số liệu {folder.relative_to(workspace.root).as_posix()}/"
    return "chưa có số liệu"


def figures_problem(workspace: Workspace, job: Job) -> Problem | None:
    """Return the file to write where a report has no figures, and what to write into it."""
    form = workspace.form(job.kind)
    if form is None or not without_figures(workspace, job):
        return None
    kind = workspace.kinds[job.kind].value
    family = workspace.family(workspace.units[job.unit].value.loai)
    typed = form.typed(family)
    few = ", ".join(list(typed)[:3])
    asked = [key for key, one in kind.truong.items() if not one.cho or set(one.cho) & set(family)]
    words = ", ".join(asked)
    message = (
        f"chưa có số liệu của “{job.unit}” cho {kind.ten[:1].lower()}{kind.ten[1:]} "
        f"{PERIODS[job.ma].name(job.year)}"
    )
    begin = "bỏ dấu # đầu dòng" if job.key in workspace.unwritten else "tạo tệp này"
    hint = f"{begin}, ghi số vào mục chi_tieu ({len(typed)} chỉ tiêu: {few}…)"
    hint += f", nhận xét vào các mục {words}" if words else ""
    path = workspace.data_file(job.key)
    return file_problem(path, "data-missing", message, hint).under(workspace.root)


def nobody_late(workspace: Workspace, job: Job) -> str:
    """Return why a reminder is not made: every report of the period has been sent, or is not due."""
    unit = workspace.units.get(job.unit)
    if unit is None or job.year not in workspace.years or not is_reminder(workspace, job.kind):
        return ""
    if not unit.value.exists(job.day):
        return ""
    if workspace.template(job.kind, job.unit) is None or late_units(workspace, job):
        return ""
    period = PERIODS[job.ma].name(job.year)
    return f"không có đơn vị nào chậm gửi báo cáo {period} vào ngày {short_date(job.day)}"
