"""The data of documents: which file of data/ holds what a document says, and reading them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.errors import Problem
from docgen.load.files import file_problem, yaml_files
from docgen.load.loaded import load_readable, load_record
from docgen.load.root import code_of
from docgen.model.kind import data_record
from docgen.model.period import PERIODS, folder_name, from_folder
from docgen.model.vocabulary import LoaiVanBan

if TYPE_CHECKING:
    from docgen.load.workspace import Workspace

OWN_FOLDERS = ("danh_muc", "don_vi", "nam")
_YEAR = re.compile("[12][0-9]{3}")


class DataKey(NamedTuple):
    """What a data file is for; ``ma`` is empty, the period, or the name of one of many files."""

    kind: str
    year: int
    unit: str
    ma: str = ""


def data_path(workspace: Workspace, key: DataKey) -> Path:
    """Return the file of *key*.

    data/ke_hoach/2025/<unit>.yaml, data/bao_cao/2025-6-thang/<unit>.yaml for a kind of one document
    a period, data/giay_moi/2025/<unit>/<ma>.yaml for a kind that repeats.
    """
    declared = workspace.kinds[key.kind].value
    folder = workspace.folder(declared.du_lieu)
    if declared.lap == "kỳ":
        return folder / folder_name(key.year, key.ma) / f"{key.unit}.yaml"
    if declared.lap == "nhiều lần":
        return folder / str(key.year) / key.unit / f"{key.ma}.yaml"
    return folder / str(key.year) / f"{key.unit}.yaml"


def type_name(code: str) -> str:
    """Return the name of a kind's record type."""
    return code.replace("-", "_")


def load_data(workspace: Workspace, code: str) -> None:
    """Read every data file of one kind of document."""
    kind = workspace.kinds[code].value
    if kind.du_lieu in OWN_FOLDERS or (kind.bieu and workspace.form(code) is None):
        return  # its own problem says so; without its form every file would seem wrong
    model = data_record(
        type_name(code), kind.truong, workspace.form(code), by_period=kind.lap == "kỳ"
    )
    for key, path in _files(workspace, code, kind):
        data = load_record(path, model, workspace.problems)
        # a report's file of nothing but comments is still to be written: it tells no figures
        if data and kind.lap == "kỳ" and data.document.value is None:
            workspace.unwritten.add(key)
        elif data:
            workspace.data[key] = data
        elif kind.bieu and (part := load_readable(path, model)):
            workspace.half_read[key] = part


def _files(workspace: Workspace, code: str, kind: LoaiVanBan) -> Iterator[tuple[DataKey, Path]]:
    """Yield the files of a kind; what lies where no file is read is told."""
    folder, problems = workspace.folder(kind.du_lieu), workspace.problems
    example = {"năm": "<năm>", "kỳ": "<năm>-6-thang", "nhiều lần": "<năm>/<mã đơn vị>"}[kind.lap]
    wrong = "tệp dữ liệu phải nằm trong thư mục của năm"
    problems += _misplaced(yaml_files(folder, problems), wrong, f"{kind.du_lieu}/{example}/")
    for inside in _folders(folder):
        year, ma = _meaning(inside.name, kind)
        if not year:
            told = f"thư mục “{inside.name}” không phải là {'kỳ' if kind.lap == 'kỳ' else 'năm'}, nên không đọc"
            hint = f"đổi tên, ví dụ 2026{'-6-thang, 2026-nam' if kind.lap == 'kỳ' else ''}"
            found = [*yaml_files(inside, problems)]
            problems += [file_problem(path, "misplaced-file", told, hint) for path in found]
        elif kind.lap == "nhiều lần":
            found = yaml_files(inside, problems)
            problems += _misplaced(
                found, "mỗi đơn vị có một thư mục", f"{inside.name}/<mã đơn vị>/"
            )
            for of_unit in _folders(inside):
                for path in yaml_files(of_unit, problems):
                    yield DataKey(code, year, of_unit.name, code_of(path)), path
        else:
            for path in yaml_files(inside, problems):
                yield DataKey(code, year, code_of(path), ma), path


def _meaning(name: str, kind: LoaiVanBan) -> tuple[int, str]:
    """Return (year, period) of a folder, or (0, "") if it is neither."""
    if kind.lap == "kỳ":
        return from_folder(name) or (0, "")
    return (int(name), "") if _YEAR.fullmatch(name) else (0, "")


def _misplaced(paths: list[Path], message: str, to: str) -> list[Problem]:
    return [
        file_problem(path, "misplaced-file", message, f"chuyển vào {to}{path.name}")
        for path in paths
    ]


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.is_dir())


def codes_of(workspace: Workspace, kind: str, year: int, unit: str) -> list[str]:
    """Return the ``ma`` of every document of a kind that a unit has in a year.

    One of many has a file, which counts though it cannot be read: its mistake is to be told.
    """
    lap = workspace.kinds[kind].value.lap
    if lap == "năm":
        return [""]
    if lap == "kỳ":
        return list(PERIODS)
    folder = data_path(workspace, DataKey(kind, year, unit)).parent
    return sorted(code_of(path) for path in folder.glob("*.yaml"))
