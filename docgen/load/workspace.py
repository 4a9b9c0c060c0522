"""A workspace: a folder with docgen.yaml, data/ and templates/, read once and whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, create_model

from docgen.errors import Problem
from docgen.load.nodes import Document, Loc, compose
from docgen.load.record import read_record
from docgen.load.root import SETTINGS, unit_codes
from docgen.load.source import read_source
from docgen.model.kind import DuLieu, data_record
from docgen.model.record import Record
from docgen.model.unit import DonVi
from docgen.model.vocabulary import CheDo, LoaiDonVi, LoaiVanBan, Nhom
from docgen.model.year import CaiDat, Nam

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """A record and the file it came from, so that every value has a place."""

    value: M
    document: Document

    def problem(self, loc: Loc, code: str, message: str, hint: str = "") -> Problem:
        """Return a problem at *loc* of the file."""
        return self.document.problem(loc, code, message, hint)


@dataclass(slots=True)
class Workspace:
    """Everything in a workspace that could be read, and all the problems of what could not."""

    root: Path
    settings: CaiDat
    units: dict[str, Loaded[DonVi]] = field(default_factory=dict)
    unit_kinds: dict[str, LoaiDonVi] = field(default_factory=dict)
    regimes: list[CheDo] = field(default_factory=list)
    groups: dict[str, Nhom] = field(default_factory=dict)
    kinds: dict[str, Loaded[LoaiVanBan]] = field(default_factory=dict)
    years: dict[int, Loaded[Nam]] = field(default_factory=dict)
    defaults: dict[tuple[str, str], Loaded[Any]] = field(default_factory=dict)
    data: dict[tuple[str, int, str], Loaded[DuLieu]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def folder(self, name: str) -> Path:
        """Return a folder of data/."""
        return self.root / "data" / name

    def unit_files(self) -> list[str]:
        """Return the codes of all units that have a file, readable or not."""
        return unit_codes(self.root)


def load_workspace(root: Path) -> Workspace:
    """Read the workspace at *root*; mistakes are collected in ``problems``, none is raised."""
    problems: list[Problem] = []
    settings = _load(root / SETTINGS, CaiDat, problems)
    workspace = Workspace(root, settings.value if settings else CaiDat.model_construct(nam=1), problems=problems)
    _load_vocabularies(workspace)
    for path in _files(workspace.folder("don_vi")):
        if unit := _load(path, DonVi, problems):
            workspace.units[path.stem] = unit
    for path in _files(workspace.folder("nam")):
        year = _load(path, Nam, problems)
        if year and path.stem.isdigit():
            workspace.years[int(path.stem)] = year
    for code, kind in workspace.kinds.items():
        _load_data(workspace, code, kind.value)
    return workspace


def _load_vocabularies(workspace: Workspace) -> None:
    folder, problems = workspace.folder("danh_muc"), workspace.problems
    kinds = _load(folder / "loai_don_vi.yaml", _table(LoaiDonVi), problems)
    workspace.unit_kinds = kinds.value.muc if kinds else {}  # type: ignore[attr-defined]
    groups = _load(folder / "nhom_noi_nhan.yaml", _table(Nhom), problems)
    workspace.groups = groups.value.muc if groups else {}  # type: ignore[attr-defined]
    regimes = _load(folder / "che_do.yaml", _rows(CheDo), problems)
    workspace.regimes = regimes.value.muc if regimes else []  # type: ignore[attr-defined]
    for path in _files(folder / "loai_van_ban"):
        if kind := _load(path, LoaiVanBan, problems):
            workspace.kinds[path.stem] = kind
    for code, kind in workspace.kinds.items():
        _load_defaults(workspace, code, kind.value)


def _load_defaults(workspace: Workspace, code: str, kind: LoaiVanBan) -> None:
    """Read the rows that stand in for a list that the unit's file does not have."""
    for key, declared in kind.truong.items():
        if declared.mac_dinh:
            path = workspace.folder("danh_muc") / "mac_dinh" / f"{declared.mac_dinh}.yaml"
            row = data_record(_type_name(code), {key: declared})
            if rows := _load(path, row, workspace.problems):
                workspace.defaults[code, key] = rows


def _type_name(code: str) -> str:
    return code.replace("-", "_")


def _load_data(workspace: Workspace, code: str, kind: LoaiVanBan) -> None:
    """Read data/<du_lieu>/<year>/<unit>.yaml."""
    model = data_record(_type_name(code), kind.truong)
    for folder in sorted(
        path for path in workspace.folder(kind.du_lieu).glob("*") if path.is_dir()
    ):
        for path in _files(folder):
            if folder.name.isdigit() and (data := _load(path, model, workspace.problems)):
                workspace.data[code, int(folder.name), path.stem] = data


def _load(path: Path, model: type[M], problems: list[Problem]) -> Loaded[M] | None:
    document = _document(path, problems)
    if document.value is None and any(problem.place.path == path for problem in problems):
        return None
    value, found = read_record(document, model)
    problems += found
    broken = value is None or any(problem.place.path == path for problem in problems)
    return None if broken or value is None else Loaded(value, document)


def _document(path: Path, problems: list[Problem]) -> Document:
    source, found = read_source(path)
    problems += found
    if found:
        return Document(source)
    document, found = compose(source)
    problems += found
    return document


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _table(model: type[M]) -> type[Record]:
    """Return a record type for a vocabulary file ``muc: {code: record}``."""
    return create_model(f"Bang{model.__name__}", __base__=Record, muc=(dict[str, model], ...))  # type: ignore[valid-type]


def _rows(model: type[M]) -> type[Record]:
    """Return a record type for a vocabulary file ``muc: [record]``."""
    return create_model(f"Danh{model.__name__}", __base__=Record, muc=(list[model], ...))  # type: ignore[valid-type]
