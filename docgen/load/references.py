"""What one file says of another: codes that must exist, signers, recipients, days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen.errors import Problem, did_you_mean
from docgen.load.nodes import Loc
from docgen.load.workspace import Loaded, Workspace
from docgen.model.kind import DuLieu
from docgen.model.signature import faults
from docgen.model.unit import DonVi, NguoiKy, NoiNhan
from docgen.vietnamese.letters import sort_key


def workspace_problems(workspace: Workspace) -> list[Problem]:
    """Return every problem of the workspace, file by file, line by line."""
    found = list(workspace.problems)
    known = {(problem.place.path, problem.place.line) for problem in found}
    for code, unit in workspace.units.items():
        found += _unit_problems(workspace, code, unit)
    for (_, year, code), data in workspace.data.items():
        found += _data_problems(workspace, year, code, data)
    found += _year_problems(workspace)
    found += _kind_problems(workspace)
    fresh = [p for p in found if p in workspace.problems or
             (p.place.path, p.place.line) not in known]  # fmt: skip
    return sorted(fresh, key=lambda p: (str(p.place.path), p.place.line, p.place.column))


def _unit_problems(workspace: Workspace, code: str, unit: Loaded[DonVi]) -> Iterator[Problem]:
    value = unit.value
    if value.loai not in workspace.unit_kinds:
        yield _unknown(unit, ("loai",), "loại đơn vị", value.loai, workspace.unit_kinds)
    for row, superior in enumerate(value.cap_tren):
        loc: Loc = ("cap_tren", row, "don_vi")
        yield from _unit_reference(workspace, unit, loc, superior.don_vi)
        if superior.don_vi == code:
            yield unit.problem(loc, "own-superior", "đơn vị không thể là cấp trên của chính mình")
    for row, heir in enumerate(value.ke_thua):
        yield from _unit_reference(workspace, unit, ("ke_thua", row, "don_vi"), heir.don_vi)
    for role in ("thuong_truc", "tuyen_truyen"):
        if office := getattr(value, role):
            yield from _unit_reference(workspace, unit, (role,), office)
    yield from _recipient_problems(workspace, unit, value.noi_nhan)
    if value.nguoi_ky:
        yield from _signer_problems(workspace, unit, value.nguoi_ky, value.loai)


def _data_problems(
    workspace: Workspace, year: int, code: str, data: Loaded[DuLieu]
) -> Iterator[Problem]:
    value = data.value
    if code not in workspace.unit_files():
        guess = did_you_mean(code, workspace.unit_files())
        message = f"Không có đơn vị “{code}” trong data/don_vi/.{guess}"
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
    if value.nguoi_ky and code in workspace.units:
        unit_kind = workspace.units[code].value.loai
        yield from _signer_problems(workspace, data, value.nguoi_ky, unit_kind)


def _recipient_problems(
    workspace: Workspace, file: Loaded[Any], lines: list[NoiNhan]
) -> Iterator[Problem]:
    """Check Nơi nhận: known units and groups, and one archive line, the last."""
    for row, line in enumerate(lines):
        loc: Loc = ("noi_nhan", row)
        if line.don_vi:
            yield from _unit_reference(workspace, file, (*loc, "don_vi"), line.don_vi)
        if line.nhom and line.nhom not in workspace.groups:
            yield _unknown(file, (*loc, "nhom"), "nhóm nơi nhận", line.nhom, workspace.groups)
        if line.luu and row + 1 < len(lines):
            hint = "chuyển dòng này xuống cuối"
            yield file.problem(loc, "luu-last", "dòng “Lưu” phải là dòng cuối của Nơi nhận", hint)
    if lines and not any(line.luu for line in lines):
        hint = "thêm dòng cuối, ví dụ  - Lưu: VT, NV (02)."
        yield file.problem(("noi_nhan",), "luu-missing", "Nơi nhận thiếu dòng “Lưu: VT, …”", hint)


def _signer_problems(
    workspace: Workspace, file: Loaded[Any], signer: NguoiKy, unit_kind: str
) -> Iterator[Problem]:
    kind = workspace.unit_kinds.get(unit_kind)
    for fault in faults(signer, kind) if kind else ():
        message = f"người ký: {fault.sentence}"
        yield file.problem(("nguoi_ky", *fault.where), fault.code, message, fault.hint)


def _year_problems(workspace: Workspace) -> Iterator[Problem]:
    for year in workspace.years.values():
        for key in ("chu_de", "ke_hoach_cap_tren"):
            for code in getattr(year.value, key):
                yield from _unit_reference(workspace, year, (key, code), code)
        for row, planned in enumerate(year.value.ngay_du_kien):
            loc: Loc = ("ngay_du_kien", row, "loai")
            if planned.loai not in workspace.kinds:
                yield _unknown(year, loc, "loại văn bản", planned.loai, workspace.kinds)


def _kind_problems(workspace: Workspace) -> Iterator[Problem]:
    for kind in workspace.kinds.values():
        for unit_kind, template in kind.value.mau.items():
            loc: Loc = ("mau", unit_kind)
            if unit_kind not in workspace.unit_kinds:
                yield _unknown(kind, loc, "loại đơn vị", unit_kind, workspace.unit_kinds)
            if not (workspace.root / "templates" / template.tep).is_file():
                message = f"không có tệp mẫu “{template.tep}” trong templates/"
                yield kind.problem((*loc, "tep"), "template-missing", message)


def _unit_reference(
    workspace: Workspace, file: Loaded[Any], loc: Loc, code: str
) -> Iterator[Problem]:
    if code not in workspace.unit_files():
        yield _unknown(file, loc, "đơn vị", code, workspace.unit_files())


def _unknown(file: Loaded[Any], loc: Loc, what: str, typed: str, known: Iterable[str]) -> Problem:
    names = sorted(known, key=sort_key)
    message = f"không có {what} “{typed}”.{did_you_mean(typed, names)}"
    hint = "dùng một trong: " + ", ".join(names) if len(names) <= 12 else ""
    return file.problem(loc, "unknown-code", message, hint)
