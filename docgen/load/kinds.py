"""The commands of a workspace's kinds of document, read without models: for help and completion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.errors import WorkspaceNotFoundError
from docgen.load.nodes import compose
from docgen.load.root import find_workspace
from docgen.load.source import read_source
from docgen.vietnamese.letters import nfc

BUILT_IN_COMMANDS = frozenset(
    {
        "all",
        "check",
        "completion",
        "doctor",
        "init",
        "issue",
        "list",
        "pdf",
        "recode",
        "register",
        "status",
        "template",
        "trace",
        "validate",
    }
)
"""The verbs of docgen itself; no kind of document may have one of them as its command."""


@dataclass(frozen=True, slots=True)
class KindCommand:
    """What the command of a kind of document is made of."""

    code: str
    description: str
    lap: str = "năm"
    versions: Mapping[str, str] = field(default_factory=dict)
    example: str = "phuong-cau-dat"
    type_name: str = ""


def kind_commands(start: Path, sample: Path | None = None) -> dict[str, KindCommand]:
    """Return the commands of the kinds of the workspace at or above *start*.

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
        name = _text(known.get("lenh"), path.stem)
        described = _text(known.get("mo_ta"), path.stem)
        versions = known.get("ban")
        told = {
            version: _text(one.get("mo_ta"), version)
            for version, one in (versions.items() if isinstance(versions, dict) else ())
            if isinstance(one, dict)
        }
        lap, unit = _text(known.get("lap"), "năm"), _text(known.get("vi_du"), "phuong-cau-dat")
        ten = _text(known.get("ten"), "")
        commands[name] = KindCommand(path.stem, described, lap, told, unit, ten)
    return commands


def _text(value: Any, default: str) -> str:
    return nfc(value) if isinstance(value, str) else default


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
