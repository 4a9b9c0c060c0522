"""The checks of a workspace: found, readable, its templates usable, its output writable."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from docgen.doctor.report import Check
from docgen.engine import compile_template
from docgen.errors import DocgenError, WorkspaceNotFoundError, system_reason
from docgen.load.references import workspace_problems
from docgen.load.root import find_workspace
from docgen.load.workspace import Workspace, load_workspace


def workspace_checks(start: Path) -> Iterator[Check]:
    """Yield what can be said of the workspace at or above *start*."""
    title = "Không gian làm việc"
    try:
        root = find_workspace(start)
    except WorkspaceNotFoundError:
        cure = "tạo bằng docgen init THƯ_MỤC, hoặc chỉ ra bằng -C THƯ_MỤC"
        yield Check("workspace", title, f"không thấy từ {start} trở lên", cure, fine=False)
        return
    workspace = load_workspace(root)
    units = len(workspace.unit_files())
    cure = "thêm tệp đơn vị vào data/don_vi/"
    yield Check("workspace", title, f"{root}, {units} đơn vị", cure, fine=units > 0)
    problems = [problem for problem in workspace_problems(workspace) if not problem.warning]
    cure = "xem từng lỗi và cách sửa bằng docgen validate"
    yield Check("data", "Dữ liệu", f"{len(problems)} lỗi", cure, fine=not problems)
    yield _templates(root)
    yield _output(workspace)


def _templates(root: Path) -> Check:
    paths = [path for path in sorted(root.glob("templates/*.docx")) if path.name[:2] != "~$"]
    wrong = []
    for path in paths:
        try:
            compile_template(path)
        except DocgenError:
            wrong.append(path.name)
    found = f"{len(paths)} mẫu" + (f", không dùng được: {', '.join(wrong)}" if wrong else "")
    cure = "xem lỗi bằng docgen template check" if paths else "chép mẫu .docx vào templates/"
    return Check("templates", "Mẫu Word", found, cure, fine=bool(paths) and not wrong)


def _output(workspace: Workspace) -> Check:
    """Try to write where documents would go; the folder itself may not be there yet."""
    out = workspace.root / workspace.settings.thu_muc_ra
    folder = next(place for place in (out, *out.parents) if place.exists())
    title, cure = (
        "Ghi vào thư mục kết quả",
        "xin quyền ghi vào thư mục, hoặc chọn nơi khác bằng --out",
    )
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Check("output", title, str(out), cure)
    except OSError as error:
        found = f"{folder}: {system_reason(error)}"
        return Check("output", title, found, cure, fine=False)
