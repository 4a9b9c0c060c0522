"""What the data say of numbers: units that are there, rows that are used, numbers typed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.errors import Problem
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.load.vocabularies import must_be_known
from docgen.load.workspace import Workspace
from docgen.model.kind import DuLieu
from docgen.model.year import BatDau, CaiDat
from docgen.vietnamese.document_types import COPIES


def numbering_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield what is wrong with ``danh_so``, and with the numbers that documents have of before."""
    yield from _typed_twice(workspace)
    file = workspace.own
    if file is None:
        return
    rule, known = file.value.danh_so, workspace.unit_files()
    for row, unit in enumerate(rule.theo_loai):
        yield from must_be_known(file, ("danh_so", "theo_loai", row), "đơn vị", unit, known)
    seen: set[tuple[str, int, str | None]] = set()
    for row, start in enumerate(rule.bat_dau):
        loc: Loc = ("danh_so", "bat_dau", row)
        yield from must_be_known(file, (*loc, "don_vi"), "đơn vị", start.don_vi, known)
        if (key := (start.don_vi, start.nam, start.loai)) in seen:
            message = "số bắt đầu của dãy này đã ghi ở dòng trên"
            yield file.problem(loc, "start-twice", message, "xóa một dòng")
        seen.add(key)
        if start.don_vi in known:
            yield from _unused(file, (*loc, "loai"), start)


def _unused(file: Loaded[CaiDat], loc: Loc, start: BatDau) -> Iterator[Problem]:
    """Warn of a row of one type where all types share one."""
    if start.loai in (None, COPIES) or file.value.danh_so.by_type(start.don_vi):
        return
    message = f"{start.don_vi} đánh số chung cho mọi loại, dòng này không dùng đến"
    hint = f"xóa mục loai, hoặc thêm  theo_loai: [{start.don_vi}]"
    yield replace(file.problem(loc, "start-unused", message, hint), warning=True)


def _typed_twice(workspace: Workspace) -> Iterator[Problem]:
    """Yield documents of one issuer, year and row whose files name one number: khoản 1 Điều 15."""
    rule = workspace.settings.danh_so
    seen: dict[tuple[str, int, str, int], Loaded[DuLieu]] = {}
    for key, data in sorted(workspace.data.items()):
        value, kind = data.value, workspace.kinds[key.kind].value
        if value.so is None or value.ngay is None:
            continue
        row = "Công văn" if kind.cong_van else kind.ten
        row = row if rule.by_type(key.unit) else ""
        first = seen.setdefault((key.unit, value.ngay.year, row, value.so), data)
        if first is not data:
            place = first.document.source.path.relative_to(workspace.root).as_posix()
            message = f"số {value.so:02} đã ghi cho văn bản khác của đơn vị trong năm, ở {place}"
            yield data.problem(("so",), "number-twice", message, "ghi đúng số trên bản đã ký")
