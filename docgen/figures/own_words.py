"""What a report's file says besides its figures: the day it was sent, what the unit's file tells too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.errors import Problem
from docgen.figures.carry import UnitFigures
from docgen.figures.figure import UNKNOWN, Figure
from docgen.figures.formats import plain
from docgen.figures.window import data_window, sending_window
from docgen.load.data import DataKey
from docgen.load.loaded import Loaded
from docgen.load.workspace import Workspace
from docgen.model.period import PERIODS
from docgen.vietnamese.dates import short_date

_SENT = ("ngay_gui",)


def sending_problems(workspace: Workspace, key: DataKey, data: Loaded[Any]) -> Iterator[Problem]:
    """Tell of a day of sending that cannot be: before the figures begin, or of another year.

    A report of the whole year may come late, in the next one. One sent before its time is told.
    """
    day: date | None = getattr(data.value, "ngay_gui", None)
    if day is None:
        return
    period = PERIODS[key.ma].name(key.year)
    years = (key.year, key.year + 1) if PERIODS[key.ma].whole_year else (key.year,)
    span, window = data_window(workspace, key), sending_window(workspace, key)
    first = span.tu if span else None
    hint = "sửa năm của ngày gửi; chưa gửi thì xóa dòng này"
    if first and day < first:
        message = f"ngày gửi ở trước ngày bắt đầu số liệu {period} ({short_date(first)})"
        yield data.problem(_SENT, "sent-too-early", message, hint)
    elif day.year not in years:
        message = f"ngày gửi không thuộc năm của báo cáo {period}"
        yield data.problem(_SENT, "wrong-year", message, hint)
    elif window and day < window.tu:
        message = f"ngày gửi ở trước thời gian gửi báo cáo {period} (từ {short_date(window.tu)})"
        found = data.problem(_SENT, "sent-before-window", message, "xem lại ngày gửi")
        yield replace(found, warning=True)


def fact_problems(
    workspace: Workspace, figures: UnitFigures, data: Loaded[Any]
) -> Iterator[Problem]:
    """Warn of a figure that the unit's own file tells otherwise: “18 tổ” there, “17 tổ” here."""
    unit = figures.key.unit
    for name, one in figures.indicators.items():
        here = figures.own.figures.get(name, UNKNOWN)
        told = getattr(workspace.units[unit].value.dac_diem, one.bang_dac_diem or "", None)
        if None in (here.number, told) or here.number == told:
            continue
        message = (
            f"“{one.nhan}” là {plain(one, here)}, nhưng mục dac_diem trong "
            f"data/don_vi/{unit}.yaml ghi {one.bang_dac_diem}: {plain(one, _figure(told))}"
        )
        hint = "sửa số sai ở một trong hai tệp"
        found = data.problem(("chi_tieu", name), "figure-not-as-fact", message, hint)
        yield replace(found, warning=True)


def _figure(told: Any) -> Figure:
    return Figure(Decimal(told))
