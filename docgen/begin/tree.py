"""The sample workspace: inside an installed docgen, or the checkout that docgen runs from."""

from __future__ import annotations

from pathlib import Path

from docgen.begin.errors import SampleMissingError
from docgen.load.root import PROFILE, SETTINGS

SAMPLE_UNIT = "phuong-cau-dat"
"""The unit of the sample that guides and messages speak of."""

FOLDERS = ("data", "templates")
GITIGNORE = """\
# docgen ghi kết quả vào đây; làm lại được bất cứ lúc nào
/out/
*.part

# tệp tạm của Word và LibreOffice khi đang mở văn bản
~$*
.~lock.*#
"""

_PACKAGE = Path(__file__).resolve().parents[1]


def sample_root() -> Path:
    """Return the folder of the sample workspace."""
    for folder in (_PACKAGE / "sample", _PACKAGE.parent):
        if (folder / SETTINGS).is_file() and all((folder / name).is_dir() for name in FOLDERS):
            return folder
    raise SampleMissingError(_PACKAGE)


def sample_files(root: Path, *inside: str) -> dict[str, bytes]:
    """Return what each file of the sample holds, by its path in the workspace.

    With *inside*, only what is there. Lock files of Word, backups and the like stay.
    """
    wanted = [root / name for name in inside or (*FOLDERS, SETTINGS, PROFILE)]
    paths = [path for each in wanted for path in ([each], sorted(each.rglob("*")))[each.is_dir()]]
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and path.suffix in (".yaml", ".docx", ".txt") and path.name[0] not in "~."
    }
