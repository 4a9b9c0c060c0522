"""Documents made elsewhere, entered in the register: one, with those that it stands for or corrects."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.issue.paper import Paper, PaperRefusedError, order_for, require_unit
from docgen.load.workspace import Workspace
from docgen.register.entry import Entry, Order
from docgen.register.lookup import Asked, check_correct, check_replace, look_up
from docgen.register.store import Register


@dataclass(frozen=True, slots=True)
class Bound:
    """The number that a document corrects or replaces, and of which year; why it replaces it."""

    corrects: str = ""
    replaces: str = ""
    reason: str = ""
    year: int | None = None


def add(
    workspace: Workspace, register: Register, paper: Paper, bound: Bound, *, dry: bool = False
) -> Entry:
    """Enter *paper* and return its line; with *dry* return what it would be.

    Raises PaperRefusedError, NumberRefusedError, ChangeRefusedError, NumberNotFoundError.
    """
    require_unit(workspace, paper.unit)
    order = order_for(workspace, paper)
    known = register.entries()
    _refuse_known_file(order, known)
    if bound.corrects or bound.replaces:
        by = register.preview([order])[0]
        order = _bound(order, by, bound, known)
    return (register.preview if dry else register.take)([order])[0]


def _bound(order: Order, by: Entry, bound: Bound, known: list[Entry]) -> Order:
    """Return *order* with the lines that it corrects and replaces."""
    if bound.corrects:
        entry = look_up(known, Asked(bound.corrects, order.unit, bound.year))
        check_correct(entry, by)
        order = replace(order, corrects=entry.id)
    if bound.replaces:
        entry = look_up(known, Asked(bound.replaces, order.unit, bound.year))
        check_replace(entry, by)
        order = replace(order, replaces=entry.id, reason=bound.reason)
    return order


def _refuse_known_file(order: Order, known: list[Entry]) -> None:
    """Raise PaperRefusedError for a file that has a number: it is of one."""
    other = next((one for one in known if order.file and one.order.file == order.file), None)
    if other:
        raise PaperRefusedError([("trich_yeu", f"Tệp {order.file} là của số {other.sign}.")])
