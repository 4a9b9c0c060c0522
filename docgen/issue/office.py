"""How an issuer is called in ô số 2 of its documents, to be kept with their numbers."""

from __future__ import annotations

from datetime import date

from docgen.context.units import full_name, letterhead, short_name
from docgen.load.workspace import Workspace


def office_of(workspace: Workspace, unit: str, day: date) -> tuple[str, str]:
    """Return the issuer's name on *day* and the body printed above it, which some have not.

    Both are as in a sentence, not in capitals: “Phòng Nội vụ”, “UBND quận Ngô Quyền”.
    """
    above = workspace.superior(unit, day)
    printed = above and letterhead(workspace, unit, day)["chu_quan"]
    superior = short_name(workspace, above, day) if above and printed else ""
    return full_name(workspace, unit, day), superior
