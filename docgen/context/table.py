"""The annex of figures: one row an indicator, with what the unit has not written marked."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from docgen.context.job import Job
from docgen.context.units import full_name
from docgen.context.values import Gaps, Values
from docgen.figures.carry import UnitFigures
from docgen.figures.figure import UNKNOWN, Figure
from docgen.figures.formats import number, plain
from docgen.load.workspace import Workspace
from docgen.model.indicator import ChiTieu

MARK = "[CẦN BỔ SUNG]"


def table_values(workspace: Workspace, job: Job, figures: UnitFigures, gaps: Gaps) -> Values:
    """Return ``dong`` (the rows) and ``ghi_chu`` (footnotes on figures taken over)."""
    rows = []
    counted = 0
    for name, one in figures.indicators.items():
        counted += not one.cong_thuc
        rows.append(
            {
                "tt": "" if one.cong_thuc else str(counted),
                "nhan": one.nhan,
                "dvt": one.dvt or "",
                "cung_ky": plain(one, figures.before.get(name, UNKNOWN)),
                "trong_ky": cell(one, figures.in_period[name], figures.own.file, gaps),
                "luy_ke": cell(one, figures.total[name], figures.own.file, gaps),
                "ghi_chu": _remark(figures, name, one),
                "tinh": bool(one.cong_thuc),
            }
        )
    notes = [
        f"Số liệu 06 tháng đầu năm bao gồm số liệu của {full_name(workspace, code, job.day)} (cũ)."
        for code in figures.notes
    ]
    return Values(dong=rows, ghi_chu=notes)


def cell(one: ChiTieu, figure: Figure, file: str, gaps: Gaps) -> str:
    """Return a figure for a table; one that was not written is marked and reported.

    A ratio of nothing is no gap: it is a dash.
    """
    if figure.value is not None or figure.levels:
        return plain(one, figure)
    if one.cong_thuc and not figure.lacks:
        return "-"
    gaps.setdefault(one.nhan, figure.lacks[0] if figure.lacks else f"mục chi_tieu trong {file}")
    return MARK


def settle_computed(gaps: Gaps, indicators: Mapping[str, ChiTieu]) -> None:
    """Take out of *gaps* what docgen computes, where what it is computed from is among them.

    It stays marked in the document; nobody can enter it.
    """
    computed = {one.nhan for one in indicators.values() if one.cong_thuc}
    typed = {where for label, where in gaps.items() if label not in computed}
    for label in computed & set(gaps):
        if gaps[label] in typed:
            del gaps[label]


def _remark(figures: UnitFigures, name: str, one: ChiTieu) -> str:
    """Return the change against last year and what the unit wrote of it."""
    reasons = getattr(figures.own.value, "giai_trinh", None)
    words = [
        change(one, figures.total[name], figures.before.get(name, UNKNOWN)),
        getattr(reasons, name, None) or "",
    ]
    return ". ".join(word for word in words if word)


def change(one: ChiTieu, now: Figure, then: Figure) -> str:
    """Return “Tăng 12,5%”, “Giảm 05 điểm %” or nothing where one of the two is not known."""
    if now.number is None or then.number is None or one.kieu not in ("số nguyên", "số"):
        return ""
    off = now.number - then.number
    if not off:
        return "Bằng cùng kỳ"
    word = "Tăng" if off > 0 else "Giảm"
    if one.percent:
        return f"{word} {number(_trimmed(abs(off) * 100))} điểm %"
    if not then.number:
        return f"{word} {plain(one, Figure(abs(off)))} {one.dvt or ''}".rstrip()
    return f"{word} {number(_trimmed(abs(off) / then.number * 100))}%"


def _trimmed(value: Decimal) -> Decimal:
    """Return *value* with one decimal, none if that is zero."""
    rounded = value.quantize(Decimal("0.1"))
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded
