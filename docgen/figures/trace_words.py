"""A traced figure as lines to read, as plain values for a program, as rows of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from docgen.figures.figure import Figure, Part, Value
from docgen.figures.formats import plain
from docgen.figures.sheet import Column, Row, workbook
from docgen.figures.trace import Account, Trace
from docgen.model.indicator import ChiTieu
from docgen.model.period import PERIODS, from_folder

COLUMNS = (
    Column("Chỉ tiêu", 44),
    Column("Mã chỉ tiêu", 22),
    Column("Đơn vị tính", 13),
    Column("Phạm vi", 30),
    Column("Mã đơn vị", 28),
    Column("Tên đơn vị", 38),
    Column("Kỳ", 28),
    Column("Số liệu", 14),
    Column("Cách tính, ghi chú", 48),
    Column("Tệp", 52),
    Column("Dòng", 8),
)


def period_words(folder: str) -> str:
    """Return “báo cáo 06 tháng đầu năm 2025” for “2025-6-thang”."""
    found = from_folder(folder)
    return f"báo cáo {PERIODS[found[1]].name(found[0])}" if found else folder


def lines(traces: Iterable[Trace], period: str) -> Iterator[str]:
    """Yield what a person reads; *period* is the folder of the report's own data."""
    for one in traces:
        unit = f", {one.one.dvt}" if one.one.dvt else ""
        yield f"{one.one.nhan} ({one.name}{unit})"
        for account in one.accounts:
            yield from _told(account, period, 1)


def _told(account: Account, period: str, depth: int) -> Iterator[str]:
    indent = "  " * depth
    head = f"{indent}{account.label}: {account.shown}"
    how = f"  ({account.how})" if account.how else ""
    if len(account.sources) == 1 and not account.lacks:
        yield f"{head}{how}  {_source(account, account.sources[0], period)}"
        return
    if not account.sources and len(account.lacks) == 1:
        yield f"{indent}{account.label}: {account.lacks[0]}"
        return
    yield f"{head}{f' = {account.said}' if account.said else ''}{how}"
    for part in account.sources:
        shown = plain(account.one, Figure(part.value))
        yield f"{indent}  {shown}  {_source(account, part, period)}"
    for lack in account.lacks:
        yield f"{indent}  {lack}"
    for below in account.of:
        yield from _told(below, period, depth + 1)


def _source(account: Account, part: Part, period: str) -> str:
    words = [part.how] if part.how else []
    if part.unit != account.unit:
        words.append(f"của {part.unit}")
    if part.period != period:
        words.append(period_words(part.period))
    told = f"  ({', '.join(words)})" if words else ""
    return f"{part.place}{told}"


def as_json(traces: Iterable[Trace]) -> list[dict[str, Any]]:
    """Return what a program reads."""
    return [
        {
            "chi_tieu": one.name,
            "nhan": one.one.nhan,
            "don_vi_tinh": one.one.dvt or "",
            "cac_so": [_account_json(account) for account in one.accounts],
        }
        for one in traces
    ]


def _account_json(account: Account) -> dict[str, Any]:
    return {
        "pham_vi": account.label,
        "don_vi": account.unit,
        "so": _value_json(account.figure.value),
        "hien": account.shown,
        "cach_tinh": account.said,
        "giai_thich": account.how,
        "muc": dict(account.figure.levels),
        "nguon": [
            {
                "don_vi": part.unit,
                "ky": part.period,
                "so": _value_json(part.value),
                "tep": part.file,
                "dong": part.line,
                "cach": part.how,
            }
            for part in account.sources
        ],
        "thieu": list(account.lacks),
        "thanh_phan": [_account_json(below) for below in account.of],
    }


def _value_json(value: Value | None) -> bool | str | None:
    """Return a number as text: no program may round it."""
    return value if isinstance(value, bool) or value is None else str(value)


def rows(traces: Iterable[Trace], called: Callable[[str], str]) -> Iterator[Row]:
    """Yield the rows of the sheet: a sum in bold, then each line that it comes from."""
    for one in traces:
        for account in one.accounts:
            yield from _rows(one, account, account.label, called)


def _rows(one: Trace, account: Account, scope: str, called: Callable[[str], str]) -> Iterator[Row]:
    head = (account.one.nhan, one.name, account.one.dvt or "", scope)
    unit = (account.unit, called(account.unit) if account.unit else "")
    note = "; ".join(word for word in (account.said, account.how) if word)
    value = _cell(account.one, account.figure.value, account.shown)
    whole = bool(account.of) or len(account.sources) != 1
    if whole:
        note = "; ".join([note, *account.lacks]) if note else "; ".join(account.lacks)
        yield Row((*head, *unit, "", value, note, "", None), bold=bool(account.of))
    for part in account.sources:
        words = part.how if whole else "; ".join(word for word in (note, part.how) if word)
        cell = _cell(account.one, part.value, plain(account.one, Figure(part.value)))
        whose = (part.unit, called(part.unit))
        yield Row((*head, *whose, period_words(part.period), cell, words, part.file, part.line))
    for below in account.of:
        label = scope if below.unit and not account.unit else f"{scope}: {below.label}"
        yield from _rows(one, below, label, called)


def _cell(one: ChiTieu, value: Value | None, shown: str) -> tuple[Decimal | str, str]:
    """Return what a cell holds and its number format: a number stays one, the rest is text."""
    if not isinstance(value, Decimal) or one.kieu == "có/không":
        return shown, ""
    if one.percent:
        return value, "0.00%"
    return value, "#,##0.0" if one.kieu == "số" or value != int(value) else "#,##0"


def as_sheet(
    heading: str, traces: Iterable[Trace], called: Callable[[str], str], day: date
) -> bytes:
    """Return the figures as an .xlsx, a row for each."""
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Excel knows no zones
    return workbook("Nguồn số liệu", heading, COLUMNS, rows(traces, called), made)
