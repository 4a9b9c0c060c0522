"""A workspace: a folder with docgen.yaml, data/ and templates/, read once and whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, create_model

from docgen.errors import Problem
from docgen.load.data import OWN_FOLDERS, DataKey, data_path, load_data, type_name
from docgen.load.files import file_problem, foreign_files, yaml_files
from docgen.load.loaded import Loaded, load_record
from docgen.load.record import did_you_mean
from docgen.load.root import SETTINGS, code_of, unit_codes
from docgen.model.indicator import Bieu
from docgen.model.kind import DuLieu, data_record
from docgen.model.outline import DeCuong
from docgen.model.record import Record
from docgen.model.unit import DonVi, OneAtATime
from docgen.model.vocabulary import (
    CheDo,
    CongDong,
    LoaiDonVi,
    LoaiVanBan,
    Mau,
    Nhom,
    VanBanPhapLuat,
)
from docgen.model.year import CaiDat, Nam

M = TypeVar("M", bound=BaseModel)

_YEAR = re.compile("[12][0-9]{3}")
NO_YEAR = 1
"""The year of settings that could not be read; no document is made for it."""
SHIPPED = "chạy  docgen init THƯ_MỤC_MỚI  rồi chép từ đó sang tệp"


@dataclass(slots=True)
class Workspace:
    """Everything in a workspace that could be read, and all the problems of what could not."""

    root: Path
    settings: CaiDat
    units: dict[str, Loaded[DonVi]] = field(default_factory=dict)
    unit_kinds: dict[str, LoaiDonVi] = field(default_factory=dict)
    regimes: list[CheDo] = field(default_factory=list)
    laws: list[VanBanPhapLuat] = field(default_factory=list)
    groups: dict[str, Nhom] = field(default_factory=dict)
    communities: dict[str, CongDong] = field(default_factory=dict)
    kinds: dict[str, Loaded[LoaiVanBan]] = field(default_factory=dict)
    years: dict[int, Loaded[Nam]] = field(default_factory=dict)
    defaults: dict[tuple[str, str, str], Loaded[Any]] = field(default_factory=dict)
    forms: dict[str, Loaded[Bieu]] = field(default_factory=dict)
    outlines: dict[str, Loaded[DeCuong]] = field(default_factory=dict)
    data: dict[DataKey, Loaded[DuLieu]] = field(default_factory=dict)
    half_read: dict[DataKey, Loaded[DuLieu]] = field(default_factory=dict)  # the right of the wrong
    unwritten: set[DataKey] = field(default_factory=set)  # files of nothing but comments
    problems: list[Problem] = field(default_factory=list)
    tables: dict[str, Loaded[Any]] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    own: Loaded[CaiDat] | None = None  # docgen.yaml, if it can be read
    blanks: dict[str, DuLieu] = field(default_factory=dict)
    checked: list[Problem] | None = None  # what docgen.load.references found, once it has looked
    figures: dict[Any, Any] = field(default_factory=dict)  # what docgen.figures has worked out

    def folder(self, name: str) -> Path:
        """Return a folder of data/."""
        return self.root / "data" / name

    def family(self, unit_kind: str) -> list[str]:
        """Return a kind of unit and the one whose templates it uses, if any."""
        declared = self.unit_kinds.get(unit_kind)
        return [unit_kind, *([declared.nhu] if declared and declared.nhu else [])]

    def template(self, kind: str, unit: str) -> Mau | None:
        """Return the template of a kind of document for the kind of *unit*, if there is one."""
        known = self.kinds[kind].value.mau
        family = self.family(self.units[unit].value.loai)
        return next((known[name] for name in family if name in known), None)

    def superior(self, unit: str, day: date) -> str | None:
        """Return the code of the superior that *unit* has on *day*, if it is there on that day."""
        code = self.units[unit].value.superior_at(day)
        found = self.units.get(code) if code else None
        return code if found and found.value.exists(day) else None

    def form(self, kind: str) -> Bieu | None:
        """Return the form of figures that a kind of document asks for, if it asks for one."""
        name = self.kinds[kind].value.bieu
        return self.forms[name].value if name in self.forms else None

    def data_file(self, key: DataKey) -> Path:
        """Return where the data of a document lies, whether or not it is there."""
        return data_path(self, key)

    def blank(self, kind: str) -> DuLieu:
        """Return the record of a unit that wrote nothing of its own in a kind of document."""
        if kind not in self.blanks:
            declared = self.kinds[kind].value
            model = data_record(
                type_name(kind), declared.truong, self.form(kind), by_period=declared.lap == "kỳ"
            )
            self.blanks[kind] = model()
        return self.blanks[kind]

    def unit_files(self) -> list[str]:
        """Return the codes of all units that have a file, readable or not."""
        return self.codes


def load_workspace(root: Path) -> Workspace:
    """Read the workspace at *root*; mistakes are collected in ``problems``, none is raised."""
    problems: list[Problem] = []
    settings = load_record(root / SETTINGS, CaiDat, problems)
    workspace = Workspace(
        root,
        settings.value if settings else CaiDat.model_construct(nam=NO_YEAR),
        problems=problems,
        codes=unit_codes(root),
        own=settings,
    )
    _load_vocabularies(workspace)
    for path in yaml_files(workspace.folder("don_vi"), problems):
        if unit := load_record(path, DonVi, problems):
            workspace.units[code_of(path)] = unit
    for path in yaml_files(workspace.folder("nam"), problems):
        if not _YEAR.fullmatch(path.stem):
            hint = "đặt tên tệp theo năm, ví dụ 2026.yaml"
            problems.append(
                file_problem(path, "misplaced-file", f"“{path.stem}” không phải là năm", hint)
            )
        elif year := load_record(path, Nam, problems):
            workspace.years[int(path.stem)] = year
    for code in workspace.kinds:
        load_data(workspace, code)
    _check_folders(workspace)
    return workspace


def _load_vocabularies(workspace: Workspace) -> None:
    for name, model in _TABLES.items():
        path = workspace.folder("danh_muc") / f"{name}.yaml"
        if name in _OPTIONAL and not path.exists():
            continue
        if table := _load_shipped(workspace, path, model):
            workspace.tables[name] = table
    workspace.forms |= _folder_of(workspace, "bieu", Bieu)
    workspace.outlines |= _folder_of(workspace, "de_cuong", DeCuong)
    for name in ("", "mac_dinh"):
        workspace.problems += foreign_files(workspace.folder("danh_muc") / name)
    found = {name: table.value.muc for name, table in workspace.tables.items()}
    workspace.unit_kinds = found.get("loai_don_vi", {})
    workspace.groups = found.get("nhom_noi_nhan", {})
    workspace.communities = found.get("cong_dong", {})
    workspace.regimes = found.get("che_do", [])
    workspace.laws = found.get("van_ban_phap_luat", [])
    folder = workspace.folder("danh_muc") / "loai_van_ban"
    for path in yaml_files(folder, workspace.problems):
        if kind := load_record(path, LoaiVanBan, workspace.problems):
            workspace.kinds[code_of(path)] = kind
    for code, kind in workspace.kinds.items():
        _load_defaults(workspace, code, kind.value)


def _folder_of(workspace: Workspace, name: str, model: type[M]) -> dict[str, Loaded[M]]:
    """Read the vocabularies of which a workspace may have several, one a file."""
    found = {}
    for path in yaml_files(workspace.folder("danh_muc") / name, workspace.problems):
        if one := load_record(path, model, workspace.problems):
            found[code_of(path)] = one
    return found


def _load_defaults(workspace: Workspace, code: str, kind: LoaiVanBan) -> None:
    """Read the rows that stand in for a list that the unit's file does not have.

    They are kept by kind, field and kind of unit ("" for all units that have none of their own).
    """
    wanted: dict[tuple[str, str], list[str]] = {}
    for key, field_ in kind.truong.items():
        if field_.mac_dinh:
            wanted.setdefault((key, field_.mac_dinh), []).append("")
    for unit_kind, template in kind.mau.items():
        for key, name in template.mac_dinh.items():
            wanted.setdefault((key, name), []).append(unit_kind)
    for (key, name), unit_kinds in wanted.items():
        if key in kind.truong:
            path = workspace.folder("danh_muc") / "mac_dinh" / f"{name}.yaml"
            row = data_record(type_name(code), {key: kind.truong[key]})
            if rows := _load_shipped(workspace, path, row):
                workspace.defaults |= {(code, key, unit_kind): rows for unit_kind in unit_kinds}


def _check_folders(workspace: Workspace) -> None:
    """Tell of a folder whose name is nearly one that is read: nothing in it would be."""
    known = {*OWN_FOLDERS, *(kind.value.du_lieu for kind in workspace.kinds.values())}
    for folder in sorted(workspace.root.glob("data/*/")):
        if folder.name not in known and (meant := did_you_mean(folder.name, known)):
            for path in sorted(folder.rglob("*.yaml")):
                message = f"docgen không đọc thư mục “{folder.name}”.{meant}"
                workspace.problems.append(
                    file_problem(path, "misplaced-file", message, "đổi tên thư mục")
                )


def _load_shipped(workspace: Workspace, path: Path, model: type[M]) -> Loaded[M] | None:
    """Return a record that every new workspace has; where its file is gone, tell whence to take it."""
    found = load_record(path, model, workspace.problems)
    if not path.exists():
        hint = f"{SHIPPED} {path.relative_to(workspace.root).as_posix()}"
        workspace.problems[-1] = replace(workspace.problems[-1], hint=hint)
    return found


def _table(model: type[Record]) -> type[Record]:
    """Return a record type for a vocabulary file ``muc: {code: record}``."""
    muc = (dict[str, model], Field(title="Các mục"))  # type: ignore[valid-type]
    return create_model(f"Bang{model.__name__}", __base__=Record, muc=muc)


_REGIMES = create_model(
    "CacCheDo", __base__=Record, muc=(Annotated[list[CheDo], OneAtATime], Field(title="Các chế độ"))
)
_LAWS = create_model(
    "CacVanBanPhapLuat",
    __base__=Record,
    muc=(list[VanBanPhapLuat], Field(title="Các văn bản pháp luật")),
)
_TABLES: dict[str, type[Record]] = {
    "loai_don_vi": _table(LoaiDonVi),
    "nhom_noi_nhan": _table(Nhom),
    "cong_dong": _table(CongDong),
    "che_do": _REGIMES,
    "van_ban_phap_luat": _LAWS,
}
_OPTIONAL = {"cong_dong", "van_ban_phap_luat"}
