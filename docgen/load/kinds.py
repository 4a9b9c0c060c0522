"""The commands of a workspace's kinds of document, read without models: for help and completion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen.errors import WorkspaceNotFoundError
from docgen.load.nodes import compose
from docgen.load.root import find_workspace
from docgen.load.source import read_source

BUILT_IN_COMMANDS = frozenset(
    {"check", "completion", "doctor", "init", "list", "pdf", "recode", "template", "validate"}
)
"""The verbs of docgen itself; no kind of document may have one of them as its command."""


def kind_commands(start: Path, sample: Path | None = None) -> dict[str, tuple[str, str]]:
    """Return {command: (kind, description)} for the workspace at or above *start*.

    Where there is none, those of the workspace *sample*, if it is given.
    """
    try:
        root = find_workspace(start)
    except WorkspaceNotFoundError:
        if sample is None:
            return {}
        root = sample
    commands = {}
    for path in sorted((root / "data" / "danh_muc" / "loai_van_ban").glob("*.yaml")):
        known = _mapping(path)
        command, description = (known.get(key) for key in ("lenh", "mo_ta"))
        name = command if isinstance(command, str) else path.stem
        commands[name] = (path.stem, description if isinstance(description, str) else path.stem)
    return commands


def unit_kinds(root: Path) -> dict[str, str]:
    """Return {code: name} for the kinds of unit that can sign a document."""
    rows = _mapping(root / "data" / "danh_muc" / "loai_don_vi.yaml").get("muc")
    kinds = rows.items() if isinstance(rows, dict) else ()
    return {
        code: str(kind.get("ten") or code)
        for code, kind in kinds
        if isinstance(kind, dict) and (kind.get("truong") or kind.get("tap_the"))
    }


def _mapping(path: Path) -> dict[str, Any]:
    """Return what a file says, or nothing where it cannot be read."""
    value = compose(read_source(path)[0])[0].value
    return value if isinstance(value, dict) else {}
