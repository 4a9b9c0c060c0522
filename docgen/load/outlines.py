"""The outlines of reports: each mark in a sentence must name something, for every unit that has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.errors import Problem
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.load.record import did_you_mean
from docgen.load.vocabularies import fields_of
from docgen.load.workspace import Workspace
from docgen.model.outline import FIGURE, GROUP_WORDS, Cau, DeCuong, MucDeCuong
from docgen.model.unit import DacDiem
from docgen.model.vocabulary import LoaiVanBan, Mau, Truong
from docgen.model.year import VanBanVienDan

ASPECTS = ("trong_ky", "cung_ky", "so_sanh")
"""What may follow a figure: in the period alone, last year's, how it changed since."""
_OF_GROUPS = ("cung_ky", "so_sanh")
_MAIN = "chinh"
_UNIT = [
    "ma", "ten", "goi", "goi_tat", "viet_tat", "cap", "dia_ban", "dia_danh", "cap_hoc",
    "cong_dong", "truong_cong_dong", "ton_tai.tu", "ton_tai.den", "thuong_truc", "tuyen_truyen", "dien_thoai",
    "dia_chi", "thu_dien_tu",
    *(f"dac_diem.{name}" for name in DacDiem.model_fields),
]  # fmt: skip
_PLAIN: dict[str, list[str]] = {
    "ky": ["ma", "ten", "tiep", "truoc", "tu", "den"],
    "cap_duoi": ["ten", "cac", "so_luong"],
    "van_ban": ["ten_loai", "so_ky_hieu"],
    "don_vi": [*_UNIT, "nguoi_hoc"],
    "cap_tren": _UNIT,
    "ke_hoach_cap_tren": list(VanBanVienDan.model_fields),
    "han_bao_cao": [
        f"{window}.{day}" for window in ("sau_thang", "nam") for day in ("tu", "truoc", "han_cuoi")
    ],
}
"""Values of a report that are words; ``docgen.context`` makes them."""
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_EXAMPLES = "viết mã chỉ tiêu của biểu số liệu, hoặc ví dụ  {don_vi.goi}, {ky.ten}, {che_do.luat}"


@dataclass(slots=True)
class Use:
    """Who has an outline: one kind of unit in one kind of document, and what its marks may name."""

    unit_kind: str
    kind: LoaiVanBan
    figures: set[str]
    groups: dict[str, set[str]]
    values: set[str]
    family: list[str] = field(default_factory=list)

    def knows_figure(self, name: str) -> bool:
        """Tell whether *name* is a figure: “x”, or “phuong.x” of a group."""
        head, _, rest = name.partition(".")
        return name in self.figures or rest in self.groups.get(head, ())

    def knows(self, mark: str) -> bool:
        """Tell whether a sentence may name *mark*."""
        if mark in self.values or self.knows_figure(mark):
            return True
        name, _, aspect = mark.rpartition(".")
        aspects = ASPECTS if name in self.figures else _OF_GROUPS
        return aspect in aspects and self.knows_figure(name)

    @property
    def names(self) -> list[str]:
        """All that a mark may name, for a suggestion."""
        grouped = [f"{group}.{name}" for group, names in self.groups.items() for name in names]
        return [*self.figures, *self.values, *grouped]


def outline_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield what is wrong with the outlines that some unit's reports have."""
    for name, uses in _uses(workspace).items():
        if name in workspace.outlines:
            file = workspace.outlines[name]
            yield from _lines_problems(file, uses, ("mo_dau",), file.value.mo_dau)
            yield from _headings_problems(file, uses, ("muc",), file.value.muc)
            yield from _lines_problems(file, uses, ("ket",), file.value.ket)


def _uses(workspace: Workspace) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = {}
    periodic = {
        code: kind.value for code, kind in workspace.kinds.items() if kind.value.lap == "kỳ"
    }
    for code, kind in periodic.items():
        for unit_kind, template in kind.mau.items():
            if template.de_cuong:
                use = _use(workspace, code, unit_kind, template)
                found.setdefault(template.de_cuong, []).append(use)
        for outline, unit_kind in _ordered(workspace):
            family = workspace.family(unit_kind)
            if own := next((kind.mau[name] for name in family if name in kind.mau), None):
                found.setdefault(outline, []).append(_use(workspace, code, unit_kind, own))
    return found


def _ordered(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield the outlines that superiors order in a year, with each kind of unit that has them."""
    below: dict[str, set[str]] = {}
    for unit in workspace.units.values():
        for row in unit.value.cap_tren:
            below.setdefault(row.don_vi, set()).add(unit.value.loai)
    for year in workspace.years.values():
        for ordered in year.value.de_cuong:
            kinds = {ordered.don_vi} if ordered.don_vi else below.get(ordered.cap_tren, set())
            for unit_kind in sorted(kinds):
                yield ordered.de_cuong, unit_kind


def _use(workspace: Workspace, code: str, unit_kind: str, template: Mau) -> Use:
    kind, form = workspace.kinds[code].value, workspace.form(code)
    family = workspace.family(unit_kind)
    groups = {
        group.ma: {
            name
            for one in group.loai
            for name in (form.known(workspace.family(one)) if form else ())
        }
        for group in template.tong_hop
    }
    words = [set(regime.tu_ngu) for regime in workspace.regimes]
    values = {f"{head}.{name}" for head, names in _PLAIN.items() for name in names}
    values |= {"nam", "thoi_gian", "che_do.ten", "che_do.ma"}
    values |= {f"che_do.{name}" for name in (set.intersection(*words) if words else ())}
    values |= {f"{kind.du_lieu}.{name}" for name in _own_values(kind)}
    values |= {f"phu_luc.{name}" for name in template.phu_luc}
    values |= {f"{group}.{word}" for group in groups for word in GROUP_WORDS}
    return Use(unit_kind, kind, set(form.known(family) if form else ()), groups, values, family)


def _own_values(kind: LoaiVanBan) -> Iterator[str]:
    """Yield the fields of the unit's own that a sentence can hold: no lists, no groups."""
    declared = fields_of(kind.truong)
    for way, one in declared.items():
        above = [declared[way[:length]].kieu for length in range(1, len(way))]
        if one.kieu not in ("nhóm", "danh sách") and set(above) <= {"nhóm"}:
            yield ".".join(way)


def _headings_problems(
    file: Loaded[DeCuong], uses: list[Use], loc: Loc, headings: list[MucDeCuong]
) -> Iterator[Problem]:
    for row, one in enumerate(headings):
        here: Loc = (*loc, row)
        yield from _marks_problems(file, uses, (*here, "tieu_de"), one.tieu_de)
        yield from _version_problems(file, uses, here, one.ban or [])
        yield from _lines_problems(file, uses, (*here, "y"), one.y)
        yield from _headings_problems(file, uses, (*here, "muc"), one.muc)


def _lines_problems(
    file: Loaded[DeCuong], uses: list[Use], loc: Loc, lines: list[Cau]
) -> Iterator[Problem]:
    for row, line in enumerate(lines):
        here: Loc = (*loc, row)
        for key, words in (("cau", line.cau), ("khong", line.khong)):
            yield from _marks_problems(file, uses, (*here, key), words or "")
        for use in uses:
            if line.khi and not use.knows(line.khi):
                yield _unknown(file, uses, use, (*here, "khi"), line.khi)
                break
        yield from _version_problems(file, uses, here, line.ban or [])
        yield from _field_problems(file, uses, (*here, "truong"), line.truong)


def _version_problems(
    file: Loaded[DeCuong], uses: list[Use], here: Loc, named: list[str]
) -> Iterator[Problem]:
    versions = {_MAIN, *(name for use in uses for name in use.kind.ban)}
    for place, version in enumerate(named):
        if version not in versions:
            message = f"không có bản “{version}”.{did_you_mean(version, versions)}"
            hint = f"dùng một trong: {', '.join(sorted(versions))}"
            yield file.problem((*here, "ban", place), "unknown-code", message, hint)


def _marks_problems(
    file: Loaded[DeCuong], uses: list[Use], loc: Loc, words: str
) -> Iterator[Problem]:
    for mark in dict.fromkeys(FIGURE.findall(words)):
        if use := next((use for use in uses if not use.knows(mark)), None):
            yield _unknown(file, uses, use, loc, mark, at=f"{{{mark}}}")
    rest = FIGURE.sub("", words)
    if sign := next((sign for sign in rest if sign in "{}"), ""):
        message = "có dấu ngoặc nhọn không đọc được"
        hint = f"{_EXAMPLES}: chữ thường không dấu, không có dấu cách"
        at = rest[rest.index(sign) :].split("}")[0] if sign == "{" else sign
        yield file.problem(loc, "mark-form", message, hint, at=at)
    left = _BRACKETS.sub("", words)
    if sign := next((sign for sign in left if sign in "[]"), ""):
        message = "có dấu ngoặc vuông không thành cặp, hoặc lồng nhau"
        hint = "mỗi vế có thể bỏ đặt trong một cặp:  đã giải quyết {x} đơn[; còn {y} đơn]"
        yield file.problem(loc, "mark-form", message, hint, at=sign)


def _unknown(
    file: Loaded[DeCuong], uses: list[Use], use: Use, loc: Loc, mark: str, at: str = ""
) -> Problem:
    if any(other.knows(mark) for other in uses):
        message = f"“{mark}” không dùng được cho loại đơn vị {use.unit_kind}"
        hint = "đề cương này cũng dùng cho loại đơn vị ấy: bỏ câu này, hoặc lập đề cương riêng"
    else:
        message = f"không có gì tên “{mark}” để điền.{did_you_mean(mark, use.names)}"
        hint = _EXAMPLES
    return file.problem(loc, "unknown-mark", message, hint, at=at or mark)


def _field_problems(
    file: Loaded[DeCuong], uses: list[Use], loc: Loc, name: str | None
) -> Iterator[Problem]:
    """Tell of a field that the unit cannot write, or that is no words."""
    for use in uses if name else ():
        declared = use.kind.truong.get(name or "")
        if declared is None:
            message = f"không có mục “{name}” trong {use.kind.ten}."
            message += did_you_mean(name or "", use.kind.truong)
            hint = f"dùng một trong: {', '.join(use.kind.truong)}"
        elif declared.cho and not set(declared.cho) & set(use.family):
            message = f"mục “{name}” không dùng cho loại đơn vị {use.unit_kind}"
            hint = f"chỉ dùng cho: {', '.join(declared.cho)}"
        elif not _is_words(declared):
            message = f"mục “{name}” không phải là chữ, đoạn văn hay danh sách các ý"
            hint = "đề cương chỉ in được các mục loại đó"
        else:
            continue
        yield file.problem(loc, "unknown-code", message, hint)
        return


def _is_words(declared: Truong) -> bool:
    return declared.kieu in ("chữ", "đoạn văn") or (
        declared.kieu == "danh sách" and not declared.gom
    )
