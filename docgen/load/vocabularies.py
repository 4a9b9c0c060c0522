"""What the vocabularies say of one another: kinds of unit and document, groups, fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.errors import Problem
from docgen.load.data import OWN_FOLDERS
from docgen.load.kinds import BUILT_IN_COMMANDS
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.load.record import did_you_mean
from docgen.load.workspace import SHIPPED, Workspace
from docgen.model.kind import PERIODIC_NAMES, DuLieu
from docgen.model.unit import DacDiem
from docgen.model.vocabulary import TEMPLATE_NAMES, Truong
from docgen.vietnamese.letters import sort_key


def group_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield what is wrong with groups of recipients."""
    file = workspace.tables.get("nhom_noi_nhan")
    if file is None:
        return
    for name, group in file.value.muc.items():
        chosen = (group.chon.loai if group.chon else None) or []
        loc: Loc = ("muc", name)
        yield from _unit_kinds_known(workspace, file, (*loc, "chon", "loai"), chosen)
        yield from _unit_kinds_known(workspace, file, (*loc, "cho"), group.cho)
        if group.dem:
            known = DacDiem.model_fields
            yield from must_be_known(file, (*loc, "dem"), "mục của dac_diem", group.dem, known)


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
            if key in DuLieu.model_fields or (value.lap == "kỳ" and key in PERIODIC_NAMES):
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
        yield from _addressed_problems(workspace, kind)
        yield from _form_problems(workspace, kind)


def _addressed_problems(workspace: Workspace, kind: Loaded[Any]) -> Iterator[Problem]:
    """Tell of groups of recipients that a kind, or a version of it, names and nobody knows."""
    value = kind.value
    lists: list[tuple[Loc, list[str]]] = [(("kinh_gui",), value.kinh_gui)]
    for name, version in value.ban.items():
        lists.append((("ban", name, "kinh_gui"), version.kinh_gui))
        lists.append((("ban", name, "bo"), version.bo))
        yield from _unit_kinds_known(workspace, kind, ("ban", name, "cho"), version.cho)
    for loc, groups in lists:
        for row, group in enumerate(groups):
            what = "nhóm nơi nhận"
            yield from must_be_known(kind, (*loc, row), what, group, workspace.groups)


def _form_problems(workspace: Workspace, kind: Loaded[Any]) -> Iterator[Problem]:
    """Tell of forms, outlines and groups to add up that are not there."""
    value = kind.value
    if value.bieu:
        yield from must_have_file(workspace, kind, ("bieu",), "bieu", value.bieu)
        if value.lap != "kỳ":
            message = "biểu số liệu chỉ dùng cho loại văn bản lập theo kỳ"
            yield kind.problem(("bieu",), "form-without-period", message, "thêm  lap: kỳ")
    for unit_kind, template in value.mau.items():
        loc: Loc = ("mau", unit_kind)
        if template.de_cuong:
            place: Loc = (*loc, "de_cuong")
            yield from must_have_file(workspace, kind, place, "de_cuong", template.de_cuong)
        codes: set[str] = set()
        for row, group in enumerate(template.tong_hop):
            here: Loc = (*loc, "tong_hop", row)
            yield from _unit_kinds_known(workspace, kind, (*here, "loai"), group.loai)
            if group.ma in codes or group.ma in TEMPLATE_NAMES:
                message = f"mã nhóm “{group.ma}” đã dùng cho việc khác"
                yield kind.problem((*here, "ma"), "key-reserved", message, "chọn mã khác")
            codes.add(group.ma)


def must_have_file(
    workspace: Workspace, file: Loaded[Any], loc: Loc, folder: str, name: str
) -> Iterator[Problem]:
    """Yield a problem unless data/danh_muc/<folder>/<name>.yaml is there, readable or not."""
    here = workspace.folder("danh_muc") / folder
    known = [path.stem for path in here.glob("*.yaml")]
    if name not in known:
        message = f"không có tệp data/danh_muc/{folder}/{name}.yaml.{did_you_mean(name, known)}"
        hint = f"dùng một trong: {', '.join(sorted(known))}" if known else "lập tệp này"
        yield file.problem(loc, "unknown-code", message, hint)


def _unit_kinds_known(
    workspace: Workspace, file: Loaded[Any], loc: Loc, kinds: Iterable[str] | None
) -> Iterator[Problem]:
    for row, unit_kind in enumerate(kinds or ()):
        known = workspace.unit_kinds
        yield from must_be_known(file, (*loc, row), "loại đơn vị", unit_kind, known)


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
        place = ("truong", *(step for key in way for step in (key, "gom")))[:-1]
        yield from _unit_kinds_known(workspace, kind, (*place, "cho"), field.cho)


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
