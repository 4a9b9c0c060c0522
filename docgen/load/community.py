"""What the communities of residents of a unit are called."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.load.workspace import Workspace
from docgen.model.indicator import EITHER
from docgen.model.unit import DonVi
from docgen.model.vocabulary import CongDong


def community(workspace: Workspace, unit: DonVi) -> CongDong | None:
    """Return what a unit's communities of residents are called: its own word, else its level's."""
    if unit.cong_dong:
        return workspace.communities.get(unit.cong_dong)
    return community_at(workspace.communities, unit.dia_ban.place.noun if unit.dia_ban else "")


def community_at(communities: Mapping[str, CongDong], noun: str) -> CongDong | None:
    """Return what communities are called where places are “xã” or “phường”."""
    return next((one for one in communities.values() if noun in one.cap), None)


def community_word(workspace: Workspace, unit: str) -> str:
    """Return “thôn” or “tổ dân phố” for a unit; one that has neither has both words."""
    loaded = workspace.units.get(unit)
    found = community(workspace, loaded.value) if loaded else None
    return found.ten if found else EITHER
