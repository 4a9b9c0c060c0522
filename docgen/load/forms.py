"""What the forms of figures say: formulas, checks, the kinds of unit that each figure is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen.errors import Problem
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.load.record import did_you_mean
from docgen.load.vocabularies import must_be_known
from docgen.load.workspace import Workspace
from docgen.model.formula import read_condition, read_formula
from docgen.model.indicator import Bieu, ChiTieu, KiemTra
from docgen.model.unit import DacDiem

Form = Loaded[Bieu]
_TAKEN = ("nam", "thoi_gian")
"""What a sentence of an outline says by one word alone, as it says figures."""


def form_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield what is wrong with the forms of figures."""
    for file in workspace.forms.values():
        for key, one in file.value.chi_tieu.items():
            yield from _indicator_problems(workspace, file, key, one)
        for row, check in enumerate(file.value.kiem_tra):
            yield from _check_problems(workspace, file, row, check)


def _indicator_problems(
    workspace: Workspace, file: Form, key: str, one: ChiTieu
) -> Iterator[Problem]:
    loc: Loc = ("chi_tieu", key)
    if key in _TAKEN:
        message = f"tên “{key}” trong đề cương đã có nghĩa khác"
        yield file.problem(loc, "key-reserved", message, "chọn tên khác", key=True)
    yield from _kinds_known(workspace, file, loc, one.cho)
    if one.bang_ky_truoc:
        yield from _names_known(file, (*loc, "bang_ky_truoc"), [one.bang_ky_truoc])
    if one.bang_dac_diem and one.bang_dac_diem not in DacDiem.model_fields:
        known = DacDiem.model_fields
        message = f"không có mục “{one.bang_dac_diem}” trong dac_diem."
        message += did_you_mean(one.bang_dac_diem, known)
        hint = f"dùng một trong: {', '.join(known)}"
        yield file.problem((*loc, "bang_dac_diem"), "unknown-code", message, hint)
    if one.cong_thuc:
        place: Loc = (*loc, "cong_thuc")
        names = read_formula(one.cong_thuc).names()
        yield from _names_known(file, place, names)
        if circle := _circle(file.value, key):
            message = f"công thức tính vòng: {' → '.join(circle)}"
            hint = "một chỉ tiêu không thể tính từ chính nó"
            yield file.problem(place, "formula-circle", message, hint)
        yield from _same_units(workspace, file, place, one, names)


def _kinds_known(
    workspace: Workspace, file: Form, loc: Loc, kinds: list[str] | None
) -> Iterator[Problem]:
    for row, kind in enumerate(kinds or ()):
        place: Loc = (*loc, "cho", row)
        yield from must_be_known(file, place, "loại đơn vị", kind, workspace.unit_kinds)


def _names_known(file: Form, loc: Loc, names: Iterable[str]) -> Iterator[Problem]:
    """Tell of a name that is no indicator, or one that is no number."""
    known = file.value.chi_tieu
    for name in names:
        if name not in known:
            message = f"không có chỉ tiêu “{name}” trong biểu này.{did_you_mean(name, known)}"
            hint = "sửa tên, hoặc thêm chỉ tiêu vào mục chi_tieu"
            yield file.problem(loc, "unknown-indicator", message, hint, at=name)
        elif known[name].kieu == "mức":
            message = f"chỉ tiêu “{name}” xếp mức, không tính được"
            yield file.problem(
                loc, "unknown-indicator", message, "chọn chỉ tiêu là số khác", at=name
            )


def _circle(form: Bieu, key: str) -> list[str]:
    """Return the way on which a formula comes back to its own indicator, if it does."""
    todo = [[key]]
    seen: set[str] = set()
    while todo:
        way = todo.pop()
        one = form.chi_tieu.get(way[-1])
        for name in read_formula(one.cong_thuc).names() if one and one.cong_thuc else ():
            if name == key:
                return [*way, name]
            if name not in seen:
                seen.add(name)
                todo.append([*way, name])
    return []


def _same_units(
    workspace: Workspace, file: Form, loc: Loc, one: ChiTieu, names: Iterable[str]
) -> Iterator[Problem]:
    """Tell of a formula that some unit could never work out: it has not all the figures."""
    for kind in workspace.unit_kinds:
        family = workspace.family(kind)
        if one.cho and not set(one.cho) & set(family):
            continue
        known = file.value.known(family)
        for name in names:
            if name in file.value.chi_tieu and name not in known:
                message = f"loại đơn vị {kind} không có chỉ tiêu “{name}” nên không tính được"
                hint = f"ghi  cho:  của chỉ tiêu này như của {name}"
                yield file.problem(loc, "formula-for-others", message, hint, at=name)
                return


def _check_problems(
    workspace: Workspace, file: Form, row: int, check: KiemTra
) -> Iterator[Problem]:
    loc: Loc = ("kiem_tra", row)
    names = read_condition(check.dung).names()
    yield from _names_known(file, (*loc, "dung"), names)
    yield from _kinds_known(workspace, file, loc, check.cho)
    if not names:
        message = "điều kiện này không nhắc chỉ tiêu nào"
        yield file.problem((*loc, "dung"), "check-never", message, "viết mã của chỉ tiêu")
    elif set(names) <= set(file.value.chi_tieu) and not _ever(workspace, file.value, check, names):
        message = "không loại đơn vị nào có đủ các chỉ tiêu của điều kiện này"
        hint = "xem mục cho của các chỉ tiêu, của điều kiện"
        yield file.problem((*loc, "dung"), "check-never", message, hint)


def _ever(workspace: Workspace, form: Bieu, check: KiemTra, names: Iterable[str]) -> bool:
    """Tell whether any kind of unit has all the figures of a check."""
    families: list[Any] = [workspace.family(kind) for kind in workspace.unit_kinds]
    return not families or any(
        set(names) <= set(form.known(family))
        for family in families
        if not check.cho or set(check.cho) & set(family)
    )
