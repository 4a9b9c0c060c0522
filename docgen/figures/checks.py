"""What must agree among the figures of one report; each finding is a problem with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from docgen.errors import Problem
from docgen.figures.carry import UnitFigures, figures_of
from docgen.figures.figure import UNKNOWN, Figure
from docgen.figures.formats import number, plain
from docgen.figures.handed import hand_over_problems
from docgen.figures.own_words import fact_problems, sending_problems
from docgen.figures.written import value_at
from docgen.load.data import DataKey
from docgen.load.loaded import Loaded
from docgen.load.workspace import Workspace
from docgen.model.formula import read_condition
from docgen.model.indicator import Bieu, ChiTieu, KiemTra, in_words
from docgen.model.period import HALF, PERIODS, YEAR

_OPENING_HINT = "sửa số đầu kỳ, hoặc sửa số của kỳ trước"
_REASON_HINT = "xem lại số; nếu đúng, ghi lý do vào mục giai_trinh"


def figure_problems(workspace: Workspace, keys: Iterable[DataKey] | None = None) -> list[Problem]:
    """Return what does not agree in the reports of *keys*, or in every report of *workspace*."""
    found: list[Problem] = []
    known = {*workspace.data, *workspace.half_read}
    for key in (*workspace.data, *workspace.half_read) if keys is None else keys:
        if key in known and reports_figures(workspace, key):
            if ("problems", key) not in workspace.figures:
                whole = key in workspace.data
                told = _report_problems(workspace, key) if whole else _half_told(workspace, key)
                workspace.figures["problems", key] = list(told)
            found += workspace.figures["problems", key]
    return list(dict.fromkeys(found))


def _half_told(workspace: Workspace, key: DataKey) -> Iterator[Problem]:
    """Tell what does not agree among those figures of a wrong file that could be read."""
    data = workspace.data | {key: workspace.half_read[key]}
    for problem in _report_problems(replace(workspace, data=data, figures={}), key):
        if problem.code != "figures-missing":  # some were written, but wrong
            yield problem


def reports_figures(workspace: Workspace, key: DataKey) -> bool:
    """Tell whether *key* is a periodic report with figures, of a unit that can be read."""
    unit = workspace.units.get(key.unit)
    periodic = workspace.kinds[key.kind].value.lap == "kỳ" and key.ma in PERIODS
    readable = unit is not None and unit.value.loai in workspace.unit_kinds
    return periodic and readable and workspace.form(key.kind) is not None


def _report_problems(workspace: Workspace, key: DataKey) -> Iterator[Problem]:
    form, data = workspace.form(key.kind), workspace.data[key]
    assert form, "reports_figures() has seen to it"
    figures = figures_of(workspace, key)
    yield from _misplaced(figures, form, data)
    family = workspace.family(workspace.units[key.unit].value.loai)
    for check in form.kiem_tra:
        if not check.cho or set(check.cho) & set(family):
            yield from _broken(figures, check, data)
    yield from _openings(workspace, figures, data)
    yield from _jumps(figures, form, data)
    yield from _changed_past(workspace, figures, data)
    yield from hand_over_problems(workspace, key, form, data)
    yield from sending_problems(workspace, key, data)
    yield from fact_problems(workspace, figures, data)
    yield from _unwritten(figures, data)


def _misplaced(figures: UnitFigures, form: Bieu, data: Loaded[Any]) -> Iterator[Problem]:
    """Tell of figures that this kind of unit is not asked for, or that docgen computes."""
    tables: list[tuple[str, ...]] = [("chi_tieu",), ("cung_ky",), ("giai_trinh",)]
    tables += [("chuyen_giao", code) for code in getattr(data.value, "chuyen_giao", {})]
    for table in tables:
        for name, plain_one in form.chi_tieu.items():
            one = plain_one.called(figures.own.word)
            if value_at(data, (*table, name)) is None:
                continue
            if name not in figures.indicators:
                message = f"chỉ tiêu “{name}” không dùng cho loại đơn vị này"
                hint = "xóa dòng này, báo cáo của đơn vị không in nó"
                yield data.problem((*table, name), "field-not-for-unit", message, hint, key=True)
            elif one.cong_thuc and table == ("cung_ky",):
                message = f"“{one.nhan}” là chỉ tiêu docgen tính ra, không nhập"
                hint = f"xóa dòng này; ghi cùng kỳ của các chỉ tiêu trong  {one.cong_thuc}"
                yield data.problem((*table, name), "figure-computed", message, hint, key=True)


def _broken(figures: UnitFigures, check: KiemTra, data: Loaded[Any]) -> Iterator[Problem]:
    """Tell of a condition that does not hold in the period, or from the year's beginning."""
    condition = read_condition(check.dung)
    names = condition.names()
    if not set(names) <= set(figures.indicators):
        return
    tables = [("", figures.in_period), ("lũy kế từ đầu năm: ", figures.total)]
    if not PERIODS[figures.key.ma].whole_year:
        tables = tables[:1]  # it is the year so far
    for when, table in tables[1:] if check.luy_ke and tables[1:] else tables:
        if condition.holds({name: figure.number for name, figure in table.items()}) is False:
            said = "; ".join(
                f"{figures.indicators[n].nhan}: {plain(figures.indicators[n], table[n])}"
                for n in names
            )
            written = [n for n in names if value_at(data, ("chi_tieu", n)) is not None]
            loc = ("chi_tieu", (written or names)[0])
            message = f"{in_words(check.cau, figures.own.word)} ({when}{said})"
            hint = f"sửa số sai; phải đúng  {check.dung}"
            found = data.problem(loc, "figures-disagree", message, hint)
            yield replace(found, warning=check.nhac)
            return


def _openings(workspace: Workspace, figures: UnitFigures, data: Loaded[Any]) -> Iterator[Problem]:
    """Tell of an opening that is not what the period before left over."""
    key = figures.key
    earlier = key._replace(ma=HALF) if key.ma == YEAR else key._replace(year=key.year - 1, ma=YEAR)
    before: Mapping[str, Figure] = figures.first_half
    if key.ma == HALF:
        before = figures_of(workspace, earlier).total if earlier in workspace.data else {}
    for name, one in figures.indicators.items():
        left = before.get(one.bang_ky_truoc or "", UNKNOWN)
        here = figures.own.figures.get(name, UNKNOWN)
        if None not in (left.number, here.number) and left.number != here.number:
            was = figures.indicators[one.bang_ky_truoc or ""]
            message = (
                f"“{one.nhan}” là {plain(one, here)}, nhưng “{was.nhan}” của "
                f"{PERIODS[earlier.ma].name(earlier.year)} là {plain(was, left)}"
            )
            yield data.problem(("chi_tieu", name), "opening-differs", message, _OPENING_HINT)


def _jumps(figures: UnitFigures, form: Bieu, data: Loaded[Any]) -> Iterator[Problem]:
    """Warn of a figure far from that of the year before, unless a reason is written."""
    if form.lech_cung_ky is None:
        return
    for name, one in figures.indicators.items():
        now, then = figures.total[name].number, figures.before.get(name, UNKNOWN).number
        if not _counts(one) or one.cong_thuc or now is None or not then:
            continue
        off = abs(now - then) / then * 100
        if off > form.lech_cung_ky and value_at(data, ("giai_trinh", name)) is None:
            message = (
                f"“{one.nhan}” là {plain(one, figures.total[name])}, cùng kỳ là "
                f"{plain(one, figures.before[name])}: lệch quá {number(form.lech_cung_ky)}%"
            )
            found = data.problem(("chi_tieu", name), "far-from-last-year", message, _REASON_HINT)
            yield replace(found, warning=True)


def _counts(one: ChiTieu) -> bool:
    return one.kieu in ("số nguyên", "số")


def _changed_past(
    workspace: Workspace, figures: UnitFigures, data: Loaded[Any]
) -> Iterator[Problem]:
    """Warn where a file tells another figure of last year than last year's own report."""
    if figures.key._replace(year=figures.key.year - 1) not in workspace.data:
        return
    for name, one in figures.indicators.items():
        said, was = value_at(data, ("cung_ky", name)), figures.before[name].number
        if None not in (said, was) and said != was and not one.cong_thuc:
            told = plain(one, figures.before[name])
            message = f"cùng kỳ của “{one.nhan}” khác báo cáo năm trước ({told})"
            hint = "xóa dòng này: docgen lấy số từ báo cáo năm trước"
            found = data.problem(("cung_ky", name), "past-differs", message, hint)
            yield replace(found, warning=True)


def _unwritten(figures: UnitFigures, data: Loaded[Any]) -> Iterator[Problem]:
    """Warn of figures that were left out: nothing written is not the same as none."""
    missing = figures.own.missing
    if missing:
        few = "; ".join(figures.indicators[name].nhan for name in missing[:3])
        more = f" và {len(missing) - 3} chỉ tiêu khác" if len(missing) > 3 else ""
        message = f"chưa ghi {len(missing)} chỉ tiêu: {few}{more}"
        hint = "ghi số vào chi_tieu; không có thì ghi 0"
        found = data.problem(("chi_tieu",), "figures-missing", message, hint, key=True)
        yield replace(found, warning=True)
