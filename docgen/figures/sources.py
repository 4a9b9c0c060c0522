"""The data files that a report stands on, whether or not they are there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.figures.rollup import reporters
from docgen.figures.succession import predecessors
from docgen.load.data import DataKey
from docgen.load.workspace import Workspace
from docgen.model.period import HALF, YEAR


def report_keys(workspace: Workspace, key: DataKey, day: date) -> list[DataKey]:
    """Return the data on which the report of *key* stands: its unit's, and that of units it adds up.

    A mistake in any of them makes the report wrong, so it holds the report back: docgen neither
    adds up a figure that it knows to be wrong nor tells of its unit that it has not reported.
    """
    found = dict.fromkeys(unit_keys(workspace, key))
    template = workspace.template(key.kind, key.unit)
    for declared in template.tong_hop if template else ():
        for code in reporters(workspace, key.kind, key.unit, day, declared.loai):
            found |= dict.fromkeys(unit_keys(workspace, key._replace(unit=code)))
    return list(found)


def unit_keys(workspace: Workspace, key: DataKey) -> Iterator[DataKey]:
    """Yield the data that one unit's figures of this year and of the last come from."""
    for year in (key.year, key.year - 1):
        here = key._replace(year=year)
        yield here
        if key.ma == YEAR:
            yield here._replace(ma=HALF)
            for code, _ in predecessors(workspace, key.unit, year):
                yield from (here._replace(unit=code, ma=ma) for ma in (HALF, YEAR))
