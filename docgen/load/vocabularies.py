"""What the vocabularies say of one another: kinds of unit and document, groups, fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.errors import Problem
from docgen.load.kinds import BUILT_IN_COMMANDS
from docgen.load.nodes import Loc
from docgen.load.record import did_you_mean
from docgen.load.workspace import OWN_FOLDERS, SHIPPED, Loaded, Workspace
from docgen.model.kind import DuLieu
from docgen.model.vocabulary import TEMPLATE_NAMES, Truong
from docgen.vietnamese.letters import sort_key


def group_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield what is wrong with groups of recipients."""
    file = workspace.tables.get("nhom_noi_nhan")
    if file is None:
        return
    for name, group in file.value.muc.items():
        for row, unit_kind in enumerate((group.chon.loai if group.chon else None) or ()):
            loc: Loc = ("muc", name, "chon", "loai", row)
            yield from must_be_known(file, loc, "loại đơn vị", unit_kind, workspace.unit_kinds)


def unit_kind_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield what is wrong with kinds of unit."""
    file = workspace.tables.get("loai_don_vi")
    if file is None:
        return
    for name, kind in workspace.unit_kinds.items():
        if kind.nhu:
            place: Loc = ("muc", name, "nhu")
            yield from must_be_known(file, place, "loại đơn vị", kind.nhu, workspace.unit_kinds)
            other = workspace.unit_kinds.get(kind.nhu)
            if other and other.nhu:
                message = f"loại “{kind.nhu}” lại dùng mẫu của loại “{other.nhu}”"
                hint = f"ghi thẳng  nhu: {other.nhu}" if other.nhu != name else "xóa mục nhu"
                yield file.problem(place, "kind-like-kind", message, hint)


def kind_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield what is wrong with kinds of document."""
    taken: dict[tuple[str, str], str] = {}
    for code, kind in workspace.kinds.items():
        value = kind.value
        for key, word in (
            ("lenh", value.lenh or code),
            ("tep", value.tep),
            ("du_lieu", value.du_lieu),
        ):
            other = taken.setdefault((key, word), code)
            if other != code:
                message = f"“{word}” đã dùng cho loại văn bản “{other}”"
                yield kind.problem((key,), "kind-twice", message, "chọn tên khác")
        for key in value.truong:
            if key in DuLieu.model_fields:
                message = f"mục “{key}” có sẵn trong mọi loại văn bản"
                yield kind.problem(("truong", key), "key-reserved", message, "bỏ mục này", key=True)
        if value.du_lieu in OWN_FOLDERS:
            message = f"thư mục data/{value.du_lieu}/ dùng cho việc khác"
            yield kind.problem(("du_lieu",), "key-reserved", message, "chọn tên khác")
        elif value.du_lieu in TEMPLATE_NAMES:
            message = f"tên “{value.du_lieu}” trong mẫu đã có nghĩa khác"
            yield kind.problem(("du_lieu",), "key-reserved", message, "chọn tên khác")
        if (value.lenh or code) in BUILT_IN_COMMANDS:
            message = f"lệnh “{value.lenh or code}” có sẵn trong docgen"
            yield kind.problem(("lenh",), "key-reserved", message, "chọn tên lệnh khác")
        yield from _template_problems(workspace, kind)


def _template_problems(workspace: Workspace, kind: Loaded[Any]) -> Iterator[Problem]:
    for unit_kind, template in kind.value.mau.items():
        loc: Loc = ("mau", unit_kind)
        yield from must_be_known(
            kind, loc, "loại đơn vị", unit_kind, workspace.unit_kinds, key=True
        )
        if not (workspace.root / "templates" / template.tep).is_file():
            message = f"không có tệp mẫu “{template.tep}” trong templates/"
            hint = f"{SHIPPED} templates/{template.tep}; hoặc sửa tên tệp ở đây"
            yield kind.problem((*loc, "tep"), "template-missing", message, hint)
        lists = {key for key, field in kind.value.truong.items() if field.kieu == "danh sách"}
        for key in template.mac_dinh:
            name, place = "danh sách trong mục truong", (*loc, "mac_dinh", key)
            yield from must_be_known(kind, place, name, key, lists, key=True)
    for way, field in fields_of(kind.value.truong).items():
        for row, unit_kind in enumerate(field.cho or ()):
            place = ("truong", *(step for key in way for step in (key, "gom")))[:-1]
            place = (*place, "cho", row)
            yield from must_be_known(kind, place, "loại đơn vị", unit_kind, workspace.unit_kinds)


def fields_of(declared: Mapping[str, Truong], above: tuple[str, ...] = ()) -> dict[Any, Truong]:
    """Return every declared field by its way down: ("giam_sat", "cong_trinh")."""
    found: dict[Any, Truong] = {}
    for key, field in declared.items():
        found[*above, key] = field
        found |= fields_of(field.gom or {}, (*above, key))
    return found


def must_be_known(
    file: Loaded[Any], loc: Loc, what: str, typed: str, known: Iterable[str], *, key: bool = False
) -> Iterator[Problem]:
    """Yield a problem unless *typed* is known; where nothing is, the vocabulary itself is amiss."""
    names = sorted(known, key=sort_key) if typed not in known else []
    if names:
        message = f"không có {what} “{typed}”.{did_you_mean(typed, names)}"
        hint = "dùng một trong: " + ", ".join(names) if len(names) <= 12 else ""
        yield file.problem(loc, "unknown-code", message, hint, key=key)
