"""What one file says of another: codes that must exist, signers, recipients, days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docgen.errors import Problem
from docgen.load.copies import copy_problems
from docgen.load.data import DataKey
from docgen.load.files import file_problem
from docgen.load.forms import form_problems
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.load.numbering import numbering_problems
from docgen.load.outlines import outline_problems
from docgen.load.record import did_you_mean
from docgen.load.superiors import cycle
from docgen.load.vocabularies import (
    fields_of,
    group_problems,
    must_be_known,
    must_have_file,
    unit_kind_problems,
)
from docgen.load.vocabularies import kind_problems as vocabulary_problems
from docgen.load.workspace import NO_YEAR, Workspace
from docgen.model.kind import DuLieu
from docgen.model.period import PERIODS
from docgen.model.signature import faults, minutes_faults
from docgen.model.unit import DonVi, NguoiKy, NoiNhan
from docgen.model.vocabulary import OFFICE_ABOVE
from docgen.vietnamese.dates import short_date


def workspace_problems(workspace: Workspace) -> list[Problem]:
    """Return every problem of the workspace, file by file, line by line; they are looked for once."""
    if workspace.checked is None:
        workspace.checked = _look(workspace)
    return list(workspace.checked)


def _look(workspace: Workspace) -> list[Problem]:
    found = list(workspace.problems)
    for code, unit in workspace.units.items():
        found += _unit_problems(workspace, code, unit)
    for key, data in workspace.data.items():
        found += _data_problems(workspace, key, data)
    found += unit_kind_problems(workspace)
    found += group_problems(workspace)
    found += _year_problems(workspace)
    found += numbering_problems(workspace)
    found += vocabulary_problems(workspace)
    found += form_problems(workspace)
    found += outline_problems(workspace)
    found += copy_problems(workspace)
    return sorted(found, key=lambda p: (str(p.place.path), p.place.line, p.place.column))


def kind_problems(workspace: Workspace, kind: str) -> list[Problem]:
    """Return what keeps the file of a kind of document from being read."""
    path = workspace.folder("danh_muc") / "loai_van_ban" / f"{kind}.yaml"
    found = workspace_problems(workspace)
    return [problem.under(workspace.root) for problem in found if problem.place.path == path]


def document_problems(workspace: Workspace, key: DataKey) -> list[Problem]:
    """Return what is missing altogether for one document: the year's file, required data."""
    kind, year, unit, _ = key
    if year == NO_YEAR:  # docgen.yaml could not be read: its own problem says so
        return []
    declared = workspace.kinds[kind]
    found = []
    path = workspace.folder("nam") / f"{year}.yaml"
    if not path.is_file():
        message = f"Chưa có tệp chung của năm {year}: data/nam/{year}.yaml"
        have = ", ".join(map(str, sorted(workspace.years))) or "chưa năm nào"
        hint = f"xem lại năm ở --year, --date (đã có: {have}); năm mới thì chép tệp của năm trước rồi sửa"
        found.append(file_problem(path, "year-missing", message, hint))
    required = [field.nhan for field in declared.value.truong.values() if field.bat_buoc]
    data = workspace.data_file(key)
    if required and not data.is_file():
        message = f"{declared.value.ten} của “{unit}” chưa có tệp dữ liệu cho năm {year}"
        hint = "tạo tệp này với các mục bắt buộc: " + "; ".join(required)
        found.append(file_problem(data, "data-missing", message, hint))
    return found


def _unit_problems(workspace: Workspace, code: str, unit: Loaded[DonVi]) -> Iterator[Problem]:
    value = unit.value
    yield from must_be_known(unit, ("loai",), "loại đơn vị", value.loai, workspace.unit_kinds)
    for row, superior in enumerate(value.cap_tren):
        loc: Loc = ("cap_tren", row, "don_vi")
        yield from _unit_reference(workspace, unit, loc, superior.don_vi)
        if superior.don_vi == code:
            yield unit.problem(loc, "own-superior", "đơn vị không thể là cấp trên của chính mình")
    if len(chain := cycle(workspace.units, code)) > 2:
        message = "các đơn vị là cấp trên của nhau: " + " → ".join(chain)
        yield unit.problem(("cap_tren",), "superior-cycle", message, "sửa cấp trên của một đơn vị")
    yield from _heir_problems(workspace, unit)
    if value.cong_dong:
        what, known = "cộng đồng dân cư", workspace.communities
        yield from must_be_known(unit, ("cong_dong",), what, value.cong_dong, known)
    for role in ("thuong_truc", "tuyen_truyen"):
        if office := getattr(value, role):
            yield from _unit_reference(workspace, unit, (role,), office)
    yield from _recipient_problems(workspace, unit, value.noi_nhan, value.loai, code)
    yield from _time_problems(workspace, unit)
    if value.nguoi_ky:
        yield from _signer_problems(workspace, unit, value.nguoi_ky, value.loai)


def _heir_problems(workspace: Workspace, unit: Loaded[DonVi]) -> Iterator[Problem]:
    """Check the successors: known, each once, and no figures given to two of them."""
    heirs = unit.value.ke_thua
    seen: set[str] = set()
    takers = [row for row, heir in enumerate(heirs) if heir.nhan_so_lieu]
    for row, heir in enumerate(heirs):
        loc: Loc = ("ke_thua", row)
        yield from _unit_reference(workspace, unit, (*loc, "don_vi"), heir.don_vi)
        if heir.don_vi in seen:
            message = f"đơn vị kế thừa “{heir.don_vi}” ghi hai lần"
            yield unit.problem((*loc, "don_vi"), "heir-twice", message, "xóa một dòng")
        elif heir.phan == "toàn bộ" and len(heirs) > 1:
            message = "có nhiều đơn vị kế thừa thì mỗi đơn vị chỉ nhận một phần"
            yield unit.problem((*loc, "phan"), "heir-overlap", message, "viết  phan: một phần")
        elif row in takers[1:]:
            message = "số liệu chỉ chuyển cho một đơn vị kế thừa, nếu không sẽ bị cộng hai lần"
            hint = "giữ  nhan_so_lieu: có  ở một dòng"
            yield unit.problem((*loc, "nhan_so_lieu"), "heir-overlap", message, hint)
        seen.add(heir.don_vi)


def _data_problems(workspace: Workspace, key: DataKey, data: Loaded[DuLieu]) -> Iterator[Problem]:
    value = data.value
    kind, year, code, _ = key
    if code not in workspace.unit_files():
        meant = did_you_mean(code, workspace.unit_files())
        message = f"Không có đơn vị “{code}” trong data/don_vi/.{meant}"
        yield data.problem((), "unit-not-found", message, "đặt tên tệp theo mã đơn vị")
    if (value.so is None) != (value.ngay is None):
        here = "so" if value.ngay is None else "ngay"
        message = "số và ngày văn bản phải có cả hai, hoặc để trống cả hai (bản dự thảo)"
        yield data.problem((here,), "number-without-date", message, "thêm mục còn thiếu")
    late = key.ma in PERIODS and PERIODS[key.ma].whole_year  # signed in January
    if value.ngay and value.ngay.year not in (year, year + late):
        message = f"ngày văn bản không thuộc năm {year} của thư mục"
        yield data.problem(("ngay",), "wrong-year", message, "sửa ngày, hoặc chuyển tệp")
    if value.noi_nhan:
        kind_of_unit = workspace.units[code].value.loai if code in workspace.units else ""
        yield from _recipient_problems(workspace, data, value.noi_nhan, kind_of_unit, code)
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
    fields = fields_of(workspace.kinds[kind].value.truong)
    family = set(workspace.family(unit_kind))
    for loc in data.document.keys:
        field = fields.get(tuple(step for step in loc if isinstance(step, str)))
        if field and field.cho and not family & set(field.cho):
            names = ", ".join(field.cho)
            message = f"mục “{loc[-1]}” không dùng cho loại đơn vị {unit_kind} (chỉ cho: {names})"
            hint = "xóa mục này, văn bản của đơn vị không in nó"
            yield data.problem(loc, "field-not-for-unit", message, hint, key=True)


def _recipient_problems(
    workspace: Workspace, file: Loaded[Any], lines: list[NoiNhan], unit_kind: str, code: str
) -> Iterator[Problem]:
    """Check Nơi nhận: known units and groups, and one archive line, the last."""
    for row, line in enumerate(lines):
        loc: Loc = ("noi_nhan", row)
        if line.don_vi:
            yield from _unit_reference(workspace, file, (*loc, "don_vi"), line.don_vi)
        if line.nhom:
            place: Loc = (*loc, "nhom")
            yield from must_be_known(file, place, "nhóm nơi nhận", line.nhom, workspace.groups)
            yield from _misplaced_group(workspace, file, place, line.nhom, unit_kind)
            yield from _unfilled_group(workspace, file, place, line.nhom, code)
        if line.luu and row + 1 < len(lines):
            hint = "chuyển dòng này xuống cuối"
            yield file.problem(loc, "luu-last", "dòng “Lưu” phải là dòng cuối của Nơi nhận", hint)
    if lines and not any(line.luu for line in lines):
        hint = "thêm dòng cuối, ví dụ  - Lưu: VT, NV (02)."
        message = "Nơi nhận thiếu dòng “Lưu: VT, …”"
        yield file.problem(("noi_nhan",), "luu-missing", message, hint, key=True)


def _misplaced_group(
    workspace: Workspace, file: Loaded[Any], loc: Loc, name: str, unit_kind: str
) -> Iterator[Problem]:
    """Tell of a group that has no meaning for an issuer: a school has no “các tổ dân phố”."""
    group = workspace.groups.get(name)
    fitting = group.cho if group and group.cho and unit_kind else None
    if fitting and not set(fitting) & set(workspace.family(unit_kind)):
        message = f"nhóm “{name}” không dùng cho loại đơn vị {unit_kind}"
        hint = f"chỉ dùng cho: {', '.join(fitting)}; viết thẳng tên nơi nhận, hoặc chọn nhóm khác"
        yield file.problem(loc, "group-not-for-unit", message, hint)


def _unfilled_group(
    workspace: Workspace, file: Loaded[Any], loc: Loc, name: str, unit: str
) -> Iterator[Problem]:
    """Warn of a line for the superior's office where the superior names none: it is not printed."""
    group, loaded = workspace.groups.get(name), workspace.units.get(unit)
    if not (group and group.chon and group.chon.la == OFFICE_ABOVE and loaded):
        return
    for row in loaded.value.cap_tren:
        above = workspace.units.get(row.don_vi)
        if above and not above.value.thuong_truc:
            message = (
                f"đơn vị cấp trên ({row.don_vi}) chưa khai cơ quan thường trực: dòng này không in"
            )
            hint = f"thêm  thuong_truc: <mã đơn vị>  vào data/don_vi/{row.don_vi}.yaml"
            found = file.problem(loc, "office-not-named", message, hint)
            yield replace(found, warning=True)


def _time_problems(workspace: Workspace, unit: Loaded[DonVi]) -> Iterator[Problem]:
    """Tell of a unit that outlives its kind: no district after 30/6/2025."""
    kind, life = workspace.unit_kinds.get(unit.value.loai), unit.value.ton_tai
    if kind and kind.den and (life.den is None or life.den > kind.den):
        day = short_date(kind.den)
        message = f"loại đơn vị {unit.value.loai} chỉ có đến {day}"
        hint = f"thêm  ton_tai: {{den: {day}}}, hoặc sửa loại đơn vị"
        loc: Loc = ("ton_tai", "den") if life.den else ("loai",)
        yield unit.problem(loc, "kind-ended", message, hint)


def _signer_problems(
    workspace: Workspace, file: Loaded[Any], signer: NguoiKy, unit_kind: str
) -> Iterator[Problem]:
    kind = workspace.unit_kinds.get(unit_kind)
    for fault in faults(signer, kind) if kind else ():
        message = f"người ký: {fault.sentence}"
        yield file.problem(("nguoi_ky", *fault.where), fault.code, message, fault.hint)


def _year_problems(workspace: Workspace) -> Iterator[Problem]:
    kinds = {path.stem for path in workspace.folder("danh_muc").glob("loai_van_ban/*.yaml")}
    for number, year in workspace.years.items():
        for key in ("chu_de", "ke_hoach_cap_tren"):
            for code in getattr(year.value, key):
                yield from _unit_reference(workspace, year, (key, code), code, key=True)
        yield from _ordered_outline_problems(workspace, year)
        for row, planned in enumerate(year.value.ngay_du_kien):
            loc: Loc = ("ngay_du_kien", row)
            yield from must_be_known(year, (*loc, "loai"), "loại văn bản", planned.loai, kinds)
            if planned.don_vi:
                known = workspace.unit_kinds
                yield from must_be_known(
                    year, (*loc, "don_vi"), "loại đơn vị", planned.don_vi, known
                )
            if planned.ngay.year != number:
                message = f"ngày dự kiến không thuộc năm {number} của tệp"
                yield year.problem((*loc, "ngay"), "wrong-year", message, "sửa ngày")


def _ordered_outline_problems(workspace: Workspace, year: Loaded[Any]) -> Iterator[Problem]:
    """Check the outlines that superiors order: who, for which kind of unit, which file."""
    for row, ordered in enumerate(year.value.de_cuong):
        loc: Loc = ("de_cuong", row)
        yield from _unit_reference(workspace, year, (*loc, "cap_tren"), ordered.cap_tren)
        if ordered.don_vi:
            known = workspace.unit_kinds
            yield from must_be_known(year, (*loc, "don_vi"), "loại đơn vị", ordered.don_vi, known)
        place: Loc = (*loc, "de_cuong")
        yield from must_have_file(workspace, year, place, "de_cuong", ordered.de_cuong)


def _unit_reference(
    workspace: Workspace, file: Loaded[Any], loc: Loc, code: str, *, key: bool = False
) -> Iterator[Problem]:
    return must_be_known(file, loc, "đơn vị", code, workspace.unit_files(), key=key)
