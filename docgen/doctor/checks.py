"""The checks of docgen itself and its Python; none of them raises, and none needs a package."""

from __future__ import annotations

import locale
import platform
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from itertools import zip_longest
from pathlib import Path

from docgen import __version__
from docgen.doctor.report import Check

_PACKAGE = Path(__file__).resolve().parents[1]
_DISTRIBUTION = "docgen-hanh-chinh"
_OLDEST = (3, 11)
_REQUIREMENT = re.compile(r"\s*([\w.-]+)\s*(?:\[[^]]*\])?\s*\(?([^;)]*)\)?\s*(;.*)?")
_BOUND = re.compile(r"(>=|<=|==|<|>)\s*([0-9.]+)")


def examine(start: Path, *, terminal: bool) -> Iterator[Check]:
    """Yield every check; *start* is where the workspace is looked for."""
    packages = _packages()
    yield Check("docgen", "docgen", f"{__version__}, chạy từ {_PACKAGE}")
    yield _python()
    yield packages
    yield _encoding(terminal=terminal)
    if packages.fine:  # else the workspace cannot even be read
        from docgen.doctor.office import workspace_checks  # noqa: PLC0415

        yield from workspace_checks(start)
        from docgen.doctor.programs import program_checks  # noqa: PLC0415

        yield from program_checks()


def _python() -> Check:
    fine = sys.version_info >= _OLDEST
    wanted = ".".join(map(str, _OLDEST))
    found = f"{platform.python_version()} ({sys.executable})"
    return Check("python", "Python", found, f"cài Python {wanted} trở lên", fine=fine)


def _packages() -> Check:
    """Compare what docgen asks for with what is installed."""
    found, wrong = [], []
    for name, bounds in _requirements():
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            wrong.append(f"thiếu {name}")
            continue
        found.append(f"{name} {version}")
        if not fits(version, bounds):
            wrong.append(f"{name} {version} (cần {bounds})")
    told = "; ".join(wrong) if wrong else ", ".join(found)
    cure = "cài lại docgen bằng pip, hoặc xóa thư mục .venv rồi chạy lại python3 cli.py"
    return Check("packages", "Các gói Python", told, cure, fine=not wrong)


def _requirements() -> list[tuple[str, str]]:
    """Return the packages that docgen needs: as installed, else as the checkout says."""
    try:
        lines = metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        project = _PACKAGE.parent / "pyproject.toml"
        text = project.read_text("utf-8") if project.is_file() else ""
        lines = tomllib.loads(text).get("project", {}).get("dependencies", [])
    matches = (_REQUIREMENT.fullmatch(line) for line in lines)
    return [(match[1], match[2].strip()) for match in matches if match and not match[3]]


def fits(version: str, bounds: str) -> bool:
    """Tell whether a version lies in “>=8.5,<8.6”."""
    have = _numbers(version)
    for sign, bound in _BOUND.findall(bounds):
        pairs = list(zip_longest(have, _numbers(bound), fillvalue=0))
        ours, theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        held = {">=": ours >= theirs, "<=": ours <= theirs, "==": ours == theirs}
        if not (held | {"<": ours < theirs, ">": ours > theirs})[sign]:
            return False
    return True


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall("[0-9]+", version)]


def _encoding(*, terminal: bool) -> Check:
    """Output is always UTF-8; a terminal of another encoding shows other letters."""
    name = locale.getencoding()
    plain = name.lower().replace("-", "").replace("_", "")
    # a Windows console takes Unicode whatever its code page
    fine = not terminal or sys.platform == "win32" or plain == "utf8"
    found = f"UTF-8 (hệ thống: {name})" if fine else f"cửa sổ lệnh dùng {name}, không phải UTF-8"
    title = "Chữ Việt trên màn hình lệnh"
    return Check("encoding", title, found, "export LANG=C.UTF-8", fine=fine)
