"""What the tests of loading share: one file read alone, and a small workspace of many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import Problem
from docgen.load.nodes import compose
from docgen.load.record import read_record
from docgen.load.references import workspace_problems
from docgen.load.source import read_source
from docgen.load.workspace import Workspace, load_workspace
from docgen.model.unit import DonVi


@dataclass(frozen=True)
class Reading:
    """What came of one file: a record or nothing, and the problems."""

    value: Any
    problems: list[Problem]

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    @property
    def only(self) -> Problem:
        """The one problem that there is."""
        (problem,) = self.problems
        return problem


Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Read text or bytes as the file of one unit (or of *model*), as a workspace does."""
    path = tmp_path_factory.mktemp("doc") / "don-vi.yaml"

    def read(content: str | bytes, model: Any = DonVi) -> Reading:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        source, problems = read_source(path)
        document, found = compose(source)
        problems += found
        if document.value is None and any(not problem.warning for problem in problems):
            return Reading(None, problems)
        value, found = read_record(document, model)
        return Reading(value, problems + found)

    return read


@pytest.fixture(scope="session")
def unit(read: Read) -> Read:
    """Read lines added to a unit that is otherwise in order; they begin in line 3."""

    def unit(lines: str) -> Reading:
        return read(f"loai: ubnd-phuong\ndia_ban: {{cap: phường, ten: Cầu Đất}}\n{lines}\n")

    return unit


def under(problem: Problem) -> str:
    """Return the characters that stand over the caret."""
    start = problem.place.column - 1
    return problem.source[start : start + problem.place.width]


@pytest.fixture(scope="session")
def caret() -> Callable[[Problem], str]:
    """What the caret of a problem points at."""
    return under


BASE = {
    "docgen.yaml": "nam: 2026",
    "data/danh_muc/loai_don_vi.yaml": """
muc:
  ubnd-phuong: {ten: UBND cấp xã, co_quan: Ủy ban nhân dân, tap_the: Ủy ban nhân dân,
                truong: Chủ tịch, pho: Phó Chủ tịch}
  phong: {ten: phòng, truong: Trưởng phòng, pho: Phó Trưởng phòng}
""",
    "data/danh_muc/nhom_noi_nhan.yaml": "muc: {cac-phuong: {ten: UBND các phường}}",
    "data/danh_muc/che_do.yaml": "muc: [{ma: hai-cap, ten: Hai cấp}]",
    "data/danh_muc/loai_van_ban/ke-hoach.yaml": """
ten: Kế hoạch
viet_tat: KH
lenh: plan
mo_ta: Kế hoạch năm
tep: ke-hoach
du_lieu: ke_hoach
trich_yeu: Thực hiện dân chủ năm {{ nam }}
mau:
  ubnd-phuong: {tep: mau.docx}
truong:
  viec: {nhan: Việc chính, kieu: danh sách}
""",
    "data/nam/2026.yaml": """
han_bao_cao:
  sau_thang: {tu: 01/6/2026, truoc: 15/6/2026}
  nam: {tu: 01/12/2026, truoc: 15/12/2026}
""",
    "data/don_vi/phuong-a.yaml": "loai: ubnd-phuong\ndia_ban: {cap: phường, ten: A}\n",
    "templates/mau.docx": "",
}


@dataclass
class Office:
    """A small workspace in order, to which a test adds its mistake."""

    root: Path
    loaded: Workspace | None = field(default=None, init=False)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def load(self) -> Workspace:
        return load_workspace(self.root)

    def problems(self, files: dict[str, str] | None = None) -> list[Problem]:
        """Write *files* and return what is wrong in the whole workspace, told from its root."""
        for name, text in (files or {}).items():
            self.write(name, text)
        return [problem.under(self.root) for problem in workspace_problems(self.load())]

    def told(self, files: dict[str, str] | None = None) -> list[str]:
        """Return the problems as ``file:line:column code``."""
        return [f"{problem.place} {problem.code}" for problem in self.problems(files)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A small workspace without a mistake."""
    made = Office(tmp_path)
    for name, text in BASE.items():
        made.write(name, text)
    return made
