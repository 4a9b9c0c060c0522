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
from docgen.load.data import DataKey
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.load.workspace import Workspace
from docgen.model.unit import DonVi
from docgen.model.vocabulary import LoaiVanBan
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.letters import slug

_COPIED = "nếu tệp được chép từ nơi khác, sửa lại cho đúng"
_WORD = re.compile(r"\w+")
_FEW, _SHORT = 3, 60  # fewer texts or letters than these are alike by chance
Units = list[tuple[str, Loaded[DonVi]]]


def copy_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield what looks like the leftovers of another unit's or another year's file."""
    yield from _same_names(workspace)
    yield from _same_signers(workspace)
    yield from _same_data(workspace)
    families = {key: _Names(units) for key, units in _grouped(workspace, _family).items()}
    for (kind, year, code, _ma), data in workspace.data.items():
        unit = workspace.units.get(code)
        if unit:
            yield from _other_units(data, unit.value, families[_family(unit.value)])
            yield from _day_outside_life(data, unit.value)
        yield from _far_days(data, year)
        yield from _odd_event(data, year, workspace.kinds[kind].value)


def _grouped(workspace: Workspace, key: Any) -> dict[Hashable, Units]:
    """Return the units by *key*; a copy beside its original stands after it."""
    groups: dict[Hashable, Units] = defaultdict(list)
    for code, unit in sorted(workspace.units.items(), key=lambda item: _copies_last(item[0])):
        if (found := key(unit.value)) is not None:
            groups[found].append((code, unit))
    return groups


def _copies_last(code: str) -> tuple[bool, str]:
    return code != slug(code), code


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


class _Names:
    """The names of a family's places, by their first words: one look at each word of a text."""

    def __init__(self, units: Units) -> None:
        self.codes = {unit.value.dia_ban.ten: code for code, unit in units if unit.value.dia_ban}
        starts: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self.codes, key=len, reverse=True):
            if first := _WORD.match(name):
                starts[first[0]].append(re.escape(name))
        self._starts = {
            word: re.compile(rf"(?:{'|'.join(names)})\b") for word, names in starts.items()
        }

    def find(self, text: str) -> Iterator[str]:
        """Yield the names in *text*, once each: the longest of those that begin at a word."""
        seen, end = set(), 0
        for word in _WORD.finditer(text):
            pattern = self._starts.get(word[0]) if word.start() >= end else None
            if pattern and (found := pattern.match(text, word.start())):
                end = found.end()
                if found[0] not in seen:
                    seen.add(found[0])
                    yield found[0]


def _other_units(data: Loaded[Any], own: DonVi, names: _Names) -> Iterator[Problem]:
    """Names of neighbours in a unit's own words: perhaps meant, so a reminder only."""
    if not own.dia_ban:
        return
    for loc, text in _texts(data.document.value):
        for name in names.find(text):
            if name != own.dia_ban.ten:
                message = f"có tên “{name}” của đơn vị “{names.codes[name]}”"
                yield replace(data.problem(loc, "other-unit-named", message, _COPIED), warning=True)


def _same_data(workspace: Workspace) -> Iterator[Problem]:
    """Tell of a neighbour's data under another unit's name; two lines may well be alike."""
    seen: dict[Hashable, str] = {}
    for (kind, year, code, ma), data in sorted(
        workspace.data.items(), key=lambda item: (item[0][:2], item[0][3], _copies_last(item[0][2]))
    ):
        words = [text for _, text in _texts(data.document.value)]
        if len(words) < _FEW or sum(map(len, words)) < _SHORT:
            continue
        first = seen.setdefault((kind, year, ma, repr(data.document.value)), code)
        if first != code:
            other = workspace.data_file(DataKey(kind, year, first, ma))
            folder = other.relative_to(workspace.root / "data").as_posix()
            message = f"nội dung giống hệt tệp {folder}"
            yield replace(data.problem((), "same-data", message, _COPIED), warning=True)


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


def _odd_event(data: Loaded[Any], year: int, kind: LoaiVanBan) -> Iterator[Problem]:
    """Tell of a meeting in the year before or after, or before its invitation is written."""
    day = getattr(data.value, kind.ngay_theo, None) if kind.ngay_theo else None
    if not (day and kind.ngay_theo):
        return
    own = data.value.ngay or data.value.ngay_du_kien
    label = kind.truong[kind.ngay_theo].nhan
    told = f"{label[:1].lower()}{label[1:]} {short_date(day)}"
    if abs(day.year - year) == 1:
        message, hint = f"{told} không thuộc năm {year} của thư mục", "xem lại năm"
    elif own and day < own:
        message, hint = f"{told} ở trước ngày {short_date(own)} của văn bản", "xem lại hai ngày"
    else:
        return
    yield replace(data.problem((kind.ngay_theo,), "far-day", message, hint), warning=True)


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
