"""Documents made elsewhere, entered in the register: one, with those that it stands for or corrects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from docgen.batch.issued import Numbered, carried, is_numbered
from docgen.issue.paper import Paper, PaperRefusedError, order_for, require_unit, unfit
from docgen.issue.verify import day_on
from docgen.load.workspace import Workspace
from docgen.register.entry import Entry, Order
from docgen.register.lookup import Asked, check_correct, check_replace, look_up
from docgen.register.store import Register
from docgen.vietnamese.dates import short_date
from docgen.write import made_in


@dataclass(frozen=True, slots=True)
class Bound:
    """The number that a document corrects or replaces, and of which year; why it replaces it."""

    corrects: str = ""
    replaces: str = ""
    reason: str = ""
    year: int | None = None


def add(
    workspace: Workspace,
    register: Register,
    paper: Paper,
    bound: Bound,
    today: date = date.max,
    *,
    dry: bool = False,
) -> Entry:
    """Enter *paper* and return its line; with *dry* return what it would be.

    No paper is of a day after *today*.

    Raises PaperRefusedError, NumberRefusedError, NumberLostError, ChangeRefusedError,
    NumberNotFoundError.
    """
    require_unit(workspace, paper.unit)
    order = order_for(workspace, paper, today)
    if wrong := unfit("Lý do", bound.reason):
        raise PaperRefusedError([("ghi_chu", wrong)])
    refuse_lost(workspace, paper.unit, [order])
    known = register.entries()
    refuse_known_file(order, known)
    if bound.corrects or bound.replaces:
        by = register.preview([order])[0]
        order = _bound(order, by, bound, known)
    return (register.preview if dry else register.take)([order])[0]


def unlike(entry: Entry, file: Path) -> str:
    """Return how the number and day that a .docx bears differ from *entry*'s; nothing of a draft."""
    sign = carried(file) if file.suffix.lower() == ".docx" else ""
    day = day_on(file) if sign else None
    if not sign or (sign.casefold(), day or entry.order.day) == (
        entry.sign.casefold(),
        entry.order.day,
    ):
        return ""
    borne = f"{sign} ngày {short_date(day)}" if day else sign
    return (
        f"tệp {file.as_posix()} mang số {borne}, sổ ghi số {entry.sign} ngày "
        f"{short_date(entry.order.day)}: đối chiếu với bản đã ký"
    )


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


def refuse_known_file(order: Order, known: Iterable[Entry]) -> None:
    """Raise PaperRefusedError for a file that has a number: it is of one, unless that is void."""
    live = (one for one in known if one.state != "đã hủy")
    other = next((one for one in live if order.file and one.order.file == order.file), None)
    if other:
        raise PaperRefusedError([("trich_yeu", f"Tệp {order.file} là của số {other.sign}.")])


def refuse_lost(workspace: Workspace, unit: str, orders: Sequence[Order]) -> None:
    """Raise NumberLostError where a document of docgen bears a number that the register has lost.

    It would be given again. A number that is told may be entered unless such a document bears it:
    what stood between two of them comes back no other way. So does the document itself as the file
    of its line, when the data that it was made from are gone.
    """
    numbered, out = Numbered(workspace.root), workspace.root / workspace.settings.thu_muc_ra
    if any(order.number is None for order in orders):
        numbered.check_folders([out], unit)
    told = {(order.number, order.day.year) for order in orders}
    own = {(workspace.root / order.file).resolve() for order in orders if order.file}
    for folder in sorted(out.glob(f"*/{unit}")):
        made = {path: one for path, one in made_in(folder).items() if _borne(one) in told}
        numbered.check_known({path: one for path, one in made.items() if path.resolve() not in own})


def _borne(source: str) -> tuple[int, int] | None:
    """Return the number and the year that the manifest tells of a document, if it has a number."""
    sign, _, day = source.partition(", ")
    return (int(sign.partition("/")[0]), int(day[:4])) if is_numbered(source) else None
