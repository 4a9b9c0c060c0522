"""The commands of a workspace's kinds of document, read without models: for help and completion."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import WorkspaceNotFoundError
from docgen.load.nodes import compose
from docgen.load.root import find_workspace
from docgen.load.source import read_source

BUILT_IN_COMMANDS = frozenset({"list", "template", "validate"})
"""The verbs of docgen itself; no kind of document may have one of them as its command."""


def kind_commands(start: Path) -> dict[str, tuple[str, str]]:
    """Return {command: (kind, description)} for the workspace at or above *start*; {} if none."""
    try:
        root = find_workspace(start)
    except WorkspaceNotFoundError:
        return {}
    commands = {}
    for path in sorted((root / "data" / "danh_muc" / "loai_van_ban").glob("*.yaml")):
        source, problems = read_source(path)
        value = compose(source)[0].value if not problems else None
        known = value if isinstance(value, dict) else {}
        command, description = (known.get(key) for key in ("lenh", "mo_ta"))
        name = command if isinstance(command, str) else path.stem
        commands[name] = (path.stem, description if isinstance(description, str) else path.stem)
    return commands
