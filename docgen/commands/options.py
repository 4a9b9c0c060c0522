"""Options that many commands share, and the shell completion of unit codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from docgen.commands.folder import start_folder
from docgen.errors import DocgenError
from docgen.load.root import find_workspace, unit_codes
from docgen.vietnamese.letters import slug

F = TypeVar("F", bound=Callable[..., Any])
_NO_DOCUMENTS = re.compile(
    r"^lap_van_ban:\s*[\"']?(kh[oô]ng|no|false|off|sai|0)\b", re.MULTILINE | re.IGNORECASE
)


class UnitCode(click.ParamType[str]):
    """The code of a unit; any part of it completes (``cau`` gives phuong-cau-dat)."""

    name = "đơn vị"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the codes that hold what was typed, of units that make documents."""
        try:
            root = find_workspace(start_folder(ctx))
        except DocgenError:
            return []
        typed = slug(incomplete)  # “Cầu” finds it as well
        found = [code for code in unit_codes(root) if typed in code]
        folder = root / "data" / "don_vi"
        return [CompletionItem(code) for code in found if _issues(folder / f"{code}.yaml")]


def _issues(path: Path) -> bool:
    """Tell whether a unit makes documents, of its bytes alone: the Tab key does not wait for YAML."""
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:  # its name is written in another way on the disk
        return True
    return _NO_DOCUMENTS.search(text) is None


class YearType(click.ParamType[int]):
    """A year of four figures."""

    name = "năm"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the year, or tell how one is written."""
        if not re.fullmatch("(19|2[0-9])[0-9]{2}", str(value), re.ASCII):
            self.fail(f"“{value}” không phải là năm; viết bốn chữ số, ví dụ 2026", param, ctx)
        return int(value)


class DayType(click.ParamType[date]):
    """A day as people type it: 5/2/2026 or 2026-02-05."""

    name = "ngày"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or tell what is wrong with it."""
        from docgen.vietnamese.dates import DateError, parse_date

        if isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except DateError as error:
            self.fail(f"{error} ({error.hint})", param, ctx)


def workspace_option(function: F) -> F:
    """Add -C, which is read by the group before the command is found."""
    return click.option(
        "-C", "--workspace", type=click.Path(path_type=Path, file_okay=False), metavar="THƯ_MỤC",
        help="Thư mục làm việc (mặc định: tìm từ thư mục hiện tại lên).",
    )(function)  # fmt: skip


def json_option(function: F) -> F:
    """Add --json."""
    help_text = "In kết quả dạng JSON ra stdout."
    return click.option("--json", "as_json", is_flag=True, help=help_text)(function)


def root_folder(ctx: click.Context, workspace: Path | None) -> Path:
    """Return the workspace's folder."""
    return find_workspace(workspace or start_folder(ctx))
