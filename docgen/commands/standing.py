"""How far documents are, for people (a table) and for programs (JSON)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from docgen.batch.planned import title
from docgen.batch.survey import LACKING, STATES, WRONG, Standing
from docgen.commands.outcome import echo_table, shown
from docgen.context.units import full_name, short_name
from docgen.load.workspace import Workspace
from docgen.vietnamese.dates import short_date

_HEAD = ("Đơn vị", "Văn bản", "Tình trạng", "Hạn cuối", "Gửi báo cáo")


def urgency(one: Standing, on: date) -> tuple[int, int]:
    """Return the key that puts what is overdue first, then what is due next."""
    if late := one.overdue(on):
        return 0, -late
    left = one.left(on)
    return (2, 0) if left is None else (1, left)


def tell(workspace: Workspace, found: Sequence[Standing], on: date) -> None:
    """Print the table on stdout and the sum on stderr."""
    names = _names(workspace, found, on)
    rows = [(names[one.job.unit], *_row(workspace, one, on)) for one in found]
    if rows:
        echo_table([_HEAD, *rows])
    states = Counter(one.state for one in found)
    told = ", ".join(f"{states[one]} {_STATE.get(one, one)}" for one in STATES if states[one])
    units = len({one.job.unit for one in found})
    click.echo(f"{units} đơn vị, {len(found)} văn bản{f': {told}' if told else ''}.", err=True)
    due = [one for one in found if one.report and one.report.window]
    if due:
        sent = [one.report for one in due if one.report and one.report.sent_by(on)]
        words = f"đã gửi {len(sent)} (chậm {sum(bool(one.days_late) for one in sent)})"
        words += f", quá hạn {sum(bool(one.overdue(on)) for one in due)}"
        words += f", còn hạn {sum(urgency(one, on)[0] == 1 for one in due)}"
        click.echo(f"{len(due)} báo cáo có hạn; đến ngày {short_date(on)}: {words}.", err=True)


_STATE = {WRONG: "dữ liệu sai", LACKING: "số liệu chưa đủ"}


def _row(workspace: Workspace, one: Standing, on: date) -> tuple[str, ...]:
    window = one.report.window if one.report else None
    due = short_date(window.last) if window else ""
    return title(workspace, one.job), _state(one), due, _sending(one, on)


def _names(workspace: Workspace, found: Sequence[Standing], on: date) -> dict[str, str]:
    """Return how units are called on *on*; two that are called alike have their codes told too."""
    names = {
        one.job.unit: short_name(workspace, one.job.unit, on)
        if one.job.unit in workspace.units
        else one.job.unit
        for one in found
    }
    alike = Counter(names.values())
    return {code: f"{name} ({code})" if alike[name] > 1 else name for code, name in names.items()}


def _state(one: Standing) -> str:
    """Return “số liệu chưa đủ (thiếu 5)”, “đã tạo (thiếu 5; 3 đơn vị chưa có số liệu)”."""
    words = [f"{one.wrong} lỗi" if one.wrong else "", f"thiếu {one.lacking}" if one.lacking else ""]
    words.append(f"{one.silent} đơn vị chưa có số liệu" if one.silent else "")
    words.append(f"còn {one.gaps} chỗ trống" if one.gaps else "")
    more = "; ".join(word for word in words if word)
    return f"{_STATE.get(one.state, one.told)}{f' ({more})' if more else ''}"


def _sending(one: Standing, on: date) -> str:
    """Return when a report was sent, or how long there is, or has been, to send it."""
    report = one.report
    if report and report.day and report.sent_by(on):
        late = f", chậm {report.days_late} ngày" if report.days_late else ", đúng hạn"
        return f"gửi {short_date(report.day)}{late if report.window else ''}"
    if days := one.overdue(on):
        return f"quá hạn {days} ngày"
    left = one.left(on)
    if left is None:
        return "chưa gửi, đơn vị đã kết thúc" if report and report.window else ""
    return f"còn {left} ngày" if left else "đến hạn"


def as_json(workspace: Workspace, one: Standing, on: date) -> dict[str, Any]:
    """Return one document as plain values; what has no deadline has null for it."""
    job, report = one.job, one.report
    window = report.window if report else None
    sent = report.day if report and report.sent_by(on) else None
    known = job.unit in workspace.units
    return {
        "don_vi": job.unit,
        "ten_don_vi": full_name(workspace, job.unit, on) if known else job.unit,
        "loai": job.kind,
        "nam": job.year,
        "ma": job.ma,
        "ban": job.ban,
        "tinh_trang": one.state,
        "so_ky_hieu": one.entry.sign if one.entry else None,
        "ngay_van_ban": one.entry.order.day.isoformat() if one.entry else None,
        "loi": one.wrong,
        "thieu": one.lacking,
        "don_vi_chua_co": one.silent,
        "cho_trong": one.gaps,
        "tep": shown(one.path) if one.path else None,
        "han_cuoi": window.last.isoformat() if window else None,
        "ngay_gui": sent.isoformat() if sent else None,
        "cham": one.overdue(on) or (report.days_late if report and sent else 0),
        "con": one.left(on) if not one.overdue(on) else None,
        "qua_han": bool(one.overdue(on)),
    }
