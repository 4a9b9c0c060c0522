"""What is told of figures that go from a unit that ended to its successors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from docgen.errors import Problem
from docgen.figures.carry import left_of
from docgen.figures.figure import Figure
from docgen.figures.formats import plain
from docgen.figures.succession import alike, is_taken, predecessors, transferred
from docgen.load.data import DataKey
from docgen.load.loaded import Loaded
from docgen.load.workspace import Workspace
from docgen.model.indicator import EITHER, Bieu
from docgen.model.period import HALF, YEAR
from docgen.vietnamese.dates import short_date


def hand_over_problems(
    workspace: Workspace, key: DataKey, form: Bieu, data: Loaded[Any]
) -> Iterator[Problem]:
    """Tell of figures handed over by the wrong unit or too many of them, or by nobody to nobody."""
    told = getattr(data.value, "chuyen_giao", {})
    if key.ma != YEAR:
        if told:
            message = "số liệu chuyển giao chỉ ghi ở báo cáo năm"
            path = workspace.data_file(key._replace(ma=YEAR)).relative_to(workspace.root)
            hint = f"chuyển mục này sang {path.as_posix()}"
            yield data.problem(("chuyen_giao",), "hand-over-misplaced", message, hint, key=True)
        return
    before = [code for code, _ in predecessors(workspace, key.unit, key.year)]
    for code in told:
        if code in before:
            yield from _too_much(workspace, key, form, data, code)
            continue
        message = f"{key.unit} không kế thừa đơn vị “{code}” trong năm {key.year}"
        hint = f"viết một trong: {', '.join(sorted(before))}" if before else "xóa mục này"
        loc = ("chuyen_giao", code)
        yield data.problem(loc, "not-a-predecessor", message, hint, key=True)
    for code in before:
        taken = is_taken(workspace, key.kind, key.year, code)
        if not taken and alike(workspace, code, key.unit):
            yield from _taken_by_nobody(workspace, key, code)


def _taken_by_nobody(workspace: Workspace, key: DataKey, code: str) -> Iterator[Problem]:
    """Warn of the figures of a divided unit that no successor takes over."""
    if key._replace(unit=code, ma=HALF) not in workspace.data:
        return
    unit = workspace.units[code]
    day = short_date(unit.value.ton_tai.den) if unit.value.ton_tai.den else ""
    message = f"chưa đơn vị kế thừa nào nhận số liệu năm {key.year} của {code} (đến {day})"
    hint = (
        "thêm  nhan_so_lieu: có  cho một đơn vị kế thừa; "
        "hoặc ghi số đã chia vào mục chuyen_giao trong báo cáo năm của các đơn vị ấy"
    )
    yield replace(
        unit.problem(("ke_thua",), "figures-not-taken", message, hint, key=True), warning=True
    )


def _too_much(
    workspace: Workspace, key: DataKey, form: Bieu, data: Loaded[Any], code: str
) -> Iterator[Problem]:
    """Tell where the successors together took over more than the unit had."""
    had = left_of(workspace, key._replace(unit=code, ma=HALF))
    heirs = transferred(workspace, key.kind, key.year, code)
    for name in getattr(data.value, "chuyen_giao", {})[code].model_fields_set:
        one, figure = form.chi_tieu[name].called(EITHER), had.get(name, Figure())
        taken = [_table(workspace, key._replace(unit=heir), code) for heir in heirs]
        given = [value for table in taken if (value := getattr(table, name, None)) is not None]
        adds = one.tinh_chat in ("phát sinh", "đầu kỳ") and one.kieu in ("số nguyên", "số")
        if adds and figure.number is not None and sum(given) > figure.number:
            all_given = plain(one, Figure(Decimal(sum(given))))
            message = (
                f"các đơn vị kế thừa nhận tổng cộng {all_given} “{one.nhan}” của {code}, "
                f"nhưng {code} chỉ có {plain(one, figure)}"
            )
            loc = ("chuyen_giao", code, name)
            yield data.problem(loc, "handed-over-too-much", message, "sửa số nhận chuyển giao")


def _table(workspace: Workspace, key: DataKey, code: str) -> Any:
    """Return what was handed over to the unit of *key* by *code*."""
    return getattr(workspace.data[key].value, "chuyen_giao", {})[code]
