"""What one file says of another: codes that must exist, signers, recipients, days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen.errors import Problem
from docgen.load.copies import copy_problems
from docgen.load.kinds import BUILT_IN_COMMANDS
from docgen.load.nodes import Loc
from docgen.load.record import did_you_mean
from docgen.load.superiors import cycle
from docgen.load.workspace import NO_YEAR, OWN_FOLDERS, Loaded, Workspace, file_problem
from docgen.model.kind import DuLieu
from docgen.model.signature import faults, minutes_faults
from docgen.model.unit import DonVi, NguoiKy, NoiNhan
from docgen.model.vocabulary import TEMPLATE_NAMES
from docgen.vietnamese.letters import sort_key


def workspace_problems(workspace: Workspace) -> list[Problem]:
    """Return every problem of the workspace, file by file, line by line; they are looked for once."""
    if workspace.checked is None:
        workspace.checked = _look(workspace)
    return list(workspace.checked)


def _look(workspace: Workspace) -> list[Problem]:
    found = list(workspace.problems)
    for code, unit in workspace.units.items():
        found += _unit_problems(workspace, code, unit)
    for (kind, year, code), data in workspace.data.items():
        found += _data_problems(workspace, kind, year, code, data)
    found += _unit_kind_problems(workspace)
    found += _group_problems(workspace)
    found += _year_problems(workspace)
    found += _kind_problems(workspace)
    found += copy_problems(workspace)
    return sorted(found, key=lambda p: (str(p.place.path), p.place.line, p.place.column))


def kind_problems(workspace: Workspace, kind: str) -> list[Problem]:
    """Return what keeps the file of a kind of document from being read."""
    path = workspace.folder("danh_muc") / "loai_van_ban" / f"{kind}.yaml"
    found = workspace_problems(workspace)
    return [problem.under(workspace.root) for problem in found if problem.place.path == path]


def document_problems(workspace: Workspace, kind: str, year: int, unit: str) -> list[Problem]:
    """Return what is missing altogether for one document: the year's file, required data."""
    if year == NO_YEAR:  # docgen.yaml could not be read: its own problem says so
        return []
    declared = workspace.kinds[kind]
    found = []
    path = workspace.folder("nam") / f"{year}.yaml"
    if not path.is_file():
        message = f"Chưa có tệp chung của năm {year}: data/nam/{year}.yaml"
        hint = "chép tệp của năm trước rồi sửa; hoặc chọn năm khác bằng --year"
        found.append(file_problem(path, "year-missing", message, hint))
    required = [field.nhan for field in declared.value.truong.values() if field.bat_buoc]
    data = workspace.folder(declared.value.du_lieu) / str(year) / f"{unit}.yaml"
    if required and not data.is_file():
        message = f"{declared.value.ten} của “{unit}” chưa có tệp dữ liệu cho năm {year}"
        hint = "tạo tệp này với các mục bắt buộc: " + "; ".join(required)
        found.append(file_problem(data, "data-missing", message, hint))
    return found


def _unit_problems(workspace: Workspace, code: str, unit: Loaded[DonVi]) -> Iterator[Problem]:
    value = unit.value
    yield from _known(unit, ("loai",), "loại đơn vị", value.loai, workspace.unit_kinds)
    for row, superior in enumerate(value.cap_tren):
        loc: Loc = ("cap_tren", row, "don_vi")
        yield from _unit_reference(workspace, unit, loc, superior.don_vi)
        if superior.don_vi == code:
            yield unit.problem(loc, "own-superior", "đơn vị không thể là cấp trên của chính mình")
    if len(chain := cycle(workspace.units, code)) > 2:
        message = "các đơn vị là cấp trên của nhau: " + " → ".join(chain)
        yield unit.problem(("cap_tren",), "superior-cycle", message, "sửa cấp trên của một đơn vị")
    for row, heir in enumerate(value.ke_thua):
        yield from _unit_reference(workspace, unit, ("ke_thua", row, "don_vi"), heir.don_vi)
    if value.cong_dong:
        what, known = "cộng đồng dân cư", workspace.communities
        yield from _known(unit, ("cong_dong",), what, value.cong_dong, known)
    for role in ("thuong_truc", "tuyen_truyen"):
        if office := getattr(value, role):
            yield from _unit_reference(workspace, unit, (role,), office)
    yield from _recipient_problems(workspace, unit, value.noi_nhan)
    if value.nguoi_ky:
        yield from _signer_problems(workspace, unit, value.nguoi_ky, value.loai)


def _data_problems(
    workspace: Workspace, kind: str, year: int, code: str, data: Loaded[DuLieu]
) -> Iterator[Problem]:
    value = data.value
    if code not in workspace.unit_files():
        meant = did_you_mean(code, workspace.unit_files())
        message = f"Không có đơn vị “{code}” trong data/don_vi/.{meant}"
        yield data.problem((), "unit-not-found", message, "đặt tên tệp theo mã đơn vị")
    if (value.so is None) != (value.ngay is None):
        here = "so" if value.ngay is None else "ngay"
        message = "số và ngày văn bản phải có cả hai, hoặc để trống cả hai (bản dự thảo)"
        yield data.problem((here,), "number-without-date", message, "thêm mục còn thiếu")
    if value.ngay and value.ngay.year != year:
        message = f"ngày văn bản không thuộc năm {year} của thư mục"
        yield data.problem(("ngay",), "wrong-year", message, "sửa ngày, hoặc chuyển tệp")
    if value.noi_nhan:
        yield from _recipient_problems(workspace, data, value.noi_nhan)
    if code in workspace.units and kind in workspace.kinds:
        yield from _misplaced_fields(workspace, kind, workspace.units[code].value.loai, data)
    if value.nguoi_ky and code in workspace.units:
        unit_kind = workspace.units[code].value.loai
        yield from _signer_problems(workspace, data, value.nguoi_ky, unit_kind)
    for fault in minutes_faults(value.ky_bien_ban) if value.ky_bien_ban else ():
        yield data.problem(("ky_bien_ban", *fault.where), fault.code, fault.sentence, fault.hint)


def _misplaced_fields(
    workspace: Workspace, kind: str, unit_kind: str, data: Loaded[DuLieu]
) -> Iterator[Problem]:
    """Tell of what was written for another kind of unit: this one's paper would not print it."""
    for key, field in workspace.kinds[kind].value.truong.items():
        kinds = field.cho or [unit_kind]
        if (key,) in data.document.keys and not set(kinds) & set(workspace.family(unit_kind)):
            names = ", ".join(kinds)
            message = f"mục “{key}” không dùng cho loại đơn vị {unit_kind} (chỉ cho: {names})"
            hint = "xóa mục này, văn bản của đơn vị không in nó"
            yield data.problem((key,), "field-not-for-unit", message, hint, key=True)


def _recipient_problems(
    workspace: Workspace, file: Loaded[Any], lines: list[NoiNhan]
) -> Iterator[Problem]:
    """Check Nơi nhận: known units and groups, and one archive line, the last."""
    for row, line in enumerate(lines):
        loc: Loc = ("noi_nhan", row)
        if line.don_vi:
            yield from _unit_reference(workspace, file, (*loc, "don_vi"), line.don_vi)
        if line.nhom:
            name = "nhóm nơi nhận"
            yield from _known(file, (*loc, "nhom"), name, line.nhom, workspace.groups)
        if line.luu and row + 1 < len(lines):
            hint = "chuyển dòng này xuống cuối"
            yield file.problem(loc, "luu-last", "dòng “Lưu” phải là dòng cuối của Nơi nhận", hint)
    if lines and not any(line.luu for line in lines):
        hint = "thêm dòng cuối, ví dụ  - Lưu: VT, NV (02)."
        message = "Nơi nhận thiếu dòng “Lưu: VT, …”"
        yield file.problem(("noi_nhan",), "luu-missing", message, hint, key=True)


def _signer_problems(
    workspace: Workspace, file: Loaded[Any], signer: NguoiKy, unit_kind: str
) -> Iterator[Problem]:
    kind = workspace.unit_kinds.get(unit_kind)
    for fault in faults(signer, kind) if kind else ():
        message = f"người ký: {fault.sentence}"
        yield file.problem(("nguoi_ky", *fault.where), fault.code, message, fault.hint)


def _unit_kind_problems(workspace: Workspace) -> Iterator[Problem]:
    file = workspace.tables.get("loai_don_vi")
    if file is None:
        return
    for name, kind in workspace.unit_kinds.items():
        if kind.nhu:
            place: Loc = ("muc", name, "nhu")
            yield from _known(file, place, "loại đơn vị", kind.nhu, workspace.unit_kinds)
            other = workspace.unit_kinds.get(kind.nhu)
            if other and other.nhu:
                message = f"loại “{kind.nhu}” lại dùng mẫu của loại “{other.nhu}”"
                hint = f"ghi thẳng  nhu: {other.nhu}" if other.nhu != name else "xóa mục nhu"
                yield file.problem(place, "kind-like-kind", message, hint)


def _group_problems(workspace: Workspace) -> Iterator[Problem]:
    file = workspace.tables.get("nhom_noi_nhan")
    if file is None:
        return
    for name, group in file.value.muc.items():
        for row, unit_kind in enumerate((group.chon.loai if group.chon else None) or ()):
            loc: Loc = ("muc", name, "chon", "loai", row)
            yield from _known(file, loc, "loại đơn vị", unit_kind, workspace.unit_kinds)


def _year_problems(workspace: Workspace) -> Iterator[Problem]:
    kinds = {path.stem for path in workspace.folder("danh_muc").glob("loai_van_ban/*.yaml")}
    for number, year in workspace.years.items():
        for key in ("chu_de", "ke_hoach_cap_tren"):
            for code in getattr(year.value, key):
                yield from _unit_reference(workspace, year, (key, code), code, key=True)
        for row, planned in enumerate(year.value.ngay_du_kien):
            loc: Loc = ("ngay_du_kien", row)
            yield from _known(year, (*loc, "loai"), "loại văn bản", planned.loai, kinds)
            if planned.don_vi:
                known = workspace.unit_kinds
                yield from _known(year, (*loc, "don_vi"), "loại đơn vị", planned.don_vi, known)
            if planned.ngay.year != number:
                message = f"ngày dự kiến không thuộc năm {number} của tệp"
                yield year.problem((*loc, "ngay"), "wrong-year", message, "sửa ngày")


def _kind_problems(workspace: Workspace) -> Iterator[Problem]:
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
        yield from _known(kind, loc, "loại đơn vị", unit_kind, workspace.unit_kinds, key=True)
        if not (workspace.root / "templates" / template.tep).is_file():
            message = f"không có tệp mẫu “{template.tep}” trong templates/"
            yield kind.problem((*loc, "tep"), "template-missing", message)
        lists = {key for key, field in kind.value.truong.items() if field.kieu == "danh sách"}
        for key in template.mac_dinh:
            name, place = "danh sách trong mục truong", (*loc, "mac_dinh", key)
            yield from _known(kind, place, name, key, lists, key=True)
    for key, field in kind.value.truong.items():
        for row, unit_kind in enumerate(field.cho or ()):
            place = ("truong", key, "cho", row)
            yield from _known(kind, place, "loại đơn vị", unit_kind, workspace.unit_kinds)


def _unit_reference(
    workspace: Workspace, file: Loaded[Any], loc: Loc, code: str, *, key: bool = False
) -> Iterator[Problem]:
    return _known(file, loc, "đơn vị", code, workspace.unit_files(), key=key)


def _known(
    file: Loaded[Any], loc: Loc, what: str, typed: str, known: Iterable[str], *, key: bool = False
) -> Iterator[Problem]:
    """Yield a problem unless *typed* is known; where nothing is, the vocabulary itself is amiss."""
    names = sorted(known, key=sort_key) if typed not in known else []
    if names:
        message = f"không có {what} “{typed}”.{did_you_mean(typed, names)}"
        hint = "dùng một trong: " + ", ".join(names) if len(names) <= 12 else ""
        yield file.problem(loc, "unknown-code", message, hint, key=key)
