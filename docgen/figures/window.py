"""The days of a period: of which its figures are, and on which its report is sent."""

from __future__ import annotations

from datetime import date

from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.model.period import HALF, PERIODS
from docgen.model.unit import Khoang
from docgen.model.year import CuaSo


def sending_window(workspace: Workspace, key: DataKey) -> CuaSo | None:
    """Return the days on which the report of *key*'s period is sent, if the year tells them."""
    year = workspace.years.get(key.year)
    return getattr(year.value.han_bao_cao, PERIODS[key.ma].muc) if year else None


def data_window(workspace: Workspace, key: DataKey) -> Khoang | None:
    """Return the days of which the figures are: the unit's own word, else the year's."""
    data = workspace.data.get(key)
    own = getattr(data.value, "so_lieu", None) if data else None
    window = sending_window(workspace, key)
    found: Khoang | None = own or (window.so_lieu if window else None)
    return found


def half_ends(workspace: Workspace, year: int) -> date:
    """Return the last day whose figures are in the reports of the first half of *year*."""
    window = sending_window(workspace, DataKey("", year, "", HALF))
    told = window.so_lieu.den if window and window.so_lieu else None
    return told or date(year, 6, 30)
