"""What gives away a file that was copied and not changed everywhere: names, signers, years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from pydantic import BaseModel

from docgen.errors import Problem
from docgen.load.nodes import Loc
from docgen.load.workspace import Loaded, Workspace
from docgen.model.unit import DonVi
from docgen.vietnamese.dates import short_date

_COPIED = "nếu tệp được chép từ nơi khác, sửa lại cho đúng"
Units = list[tuple[str, Loaded[DonVi]]]


def copy_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield what looks like the leftovers of another unit's or another year's file."""
    yield from _same_names(workspace)
    yield from _same_signers(workspace)
    families = _grouped(workspace, _family)
    for (_, year, code), data in workspace.data.items():
        unit = workspace.units.get(code)
        if unit:
            yield from _other_units(data, unit.value, families[_family(unit.value)])
            yield from _day_outside_life(data, unit.value)
        yield from _far_days(data, year)


def _grouped(workspace: Workspace, key: Any) -> dict[Hashable, Units]:
    groups: dict[Hashable, Units] = defaultdict(list)
    for code, unit in workspace.units.items():
        if (found := key(unit.value)) is not None:
            groups[found].append((code, unit))
    return groups


def _family(unit: DonVi) -> Hashable:
    """Return what units share that are often copied from one another."""
    return (unit.loai, *(span.don_vi for span in unit.cap_tren))


def _same_names(workspace: Workspace) -> Iterator[Problem]:
    def key(unit: DonVi) -> Hashable:
        place = unit.dia_ban.place.in_sentence if unit.dia_ban else ""
        return (_family(unit), place, *(span.ten for span in unit.ten or ()))

    for first, other in _meeting(_grouped(workspace, key)):
        loc: Loc = ("dia_ban",) if other.value.dia_ban else ("ten",)
        message = f"trùng tên với đơn vị “{first}” trong cùng thời gian"
        hint = "sửa tên cho đúng đơn vị, hoặc sửa thời gian tồn tại"
        yield other.problem(loc, "unit-same-name", message, hint)


def _same_signers(workspace: Workspace) -> Iterator[Problem]:
    groups = _grouped(workspace, lambda unit: unit.nguoi_ky.ho_ten if unit.nguoi_ky else None)
    for first, other in _meeting(groups):
        message = f"người ký cũng là người ký của đơn vị “{first}”"
        found = other.problem(("nguoi_ky", "ho_ten"), "signer-twice", message, _COPIED)
        yield replace(found, warning=True)


def _meeting(groups: dict[Hashable, Units]) -> Iterator[tuple[str, Loaded[DonVi]]]:
    """Yield the pairs inside each group that exist on one day: the first's code, the second."""
    for group in groups.values():
        for (first, one), (_, other) in combinations(group, 2):
            if _meet(one.value, other.value):
                yield first, other


def _meet(one: DonVi, other: DonVi) -> bool:
    a, b = one.ton_tai, other.ton_tai
    starts = max(a.tu or date.min, b.tu or date.min)
    return starts <= min(a.den or date.max, b.den or date.max)


def _other_units(data: Loaded[Any], own: DonVi, family: Units) -> Iterator[Problem]:
    """Names of neighbours in a unit's own words: perhaps meant, so a reminder only."""
    names = {
        unit.value.dia_ban.ten: code
        for code, unit in family
        if unit.value.dia_ban and own.dia_ban and unit.value.dia_ban.ten != own.dia_ban.ten
    }
    if not names:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    for loc, text in _texts(data.document.value):
        for name in dict.fromkeys(pattern.findall(text)):
            message = f"có tên “{name}” của đơn vị “{names[name]}”"
            yield replace(data.problem(loc, "other-unit-named", message, _COPIED), warning=True)


def _texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, (dict, list)):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        for step, child in inside:
            yield from _texts(child, (*loc, step))


def _far_days(data: Loaded[Any], year: int) -> Iterator[Problem]:
    for loc, day in _days(data.value):
        if abs(day.year - year) > 1:
            message = f"ngày {short_date(day)} cách xa năm {year} của văn bản"
            yield replace(data.problem(loc, "far-day", message, "xem lại năm"), warning=True)


def _days(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, date]]:
    if isinstance(value, date):
        yield loc, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _days(getattr(value, name), (*loc, name))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _days(item, (*loc, index))


def _day_outside_life(data: Loaded[Any], unit: DonVi) -> Iterator[Problem]:
    day = data.value.ngay
    if day and not unit.exists(day):
        message = f"đơn vị không tồn tại vào ngày {short_date(day)} của văn bản"
        yield data.problem(("ngay",), "unit-not-in-time", message, "sửa ngày văn bản")
