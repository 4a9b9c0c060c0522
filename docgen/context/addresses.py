"""The real recipients behind the lines of Nơi nhận, how many copies, and the proof that they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docgen.context.job import Job
from docgen.context.recipient import AS_ABOVE, Recipient, Recipients
from docgen.context.units import full_name
from docgen.errors import DocgenError
from docgen.load.workspace import Workspace
from docgen.model.unit import BanLuu
from docgen.vietnamese.numbers import padded


class DispatchError(DocgenError):
    """The list of recipients and the document's own Nơi nhận do not tell the same."""

    code = "dispatch-mismatch"

    def __init__(self, document: str, reason: str) -> None:
        super().__init__(f"Danh sách phát hành bị giữ lại, “{document}”: {reason}.")


@dataclass(frozen=True, slots=True)
class Address:
    """A real recipient: the line of Nơi nhận that it comes from, who it is, how many copies.

    ``group`` stands at the first of a group that was opened: its words, how many units it holds.
    """

    line: str
    name: str
    one: Recipient
    code: str = ""
    note: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of one document: on paper for others, for the archive; None is not known.

    ``lacking`` is the field of dac_diem that would tell it.
    """

    paper: int | None
    archive: int | None
    lacking: str = ""

    @property
    def total(self) -> int | None:
        """All that is to be printed: column 7 of the register."""
        known = [count for count in (self.paper, self.archive) if count is not None]
        return sum(known) if len(known) == 2 else None


def addresses(workspace: Workspace, job: Job, told: Recipients) -> list[Address]:
    """Return every real recipient of a document: groups are opened, each unit stands once."""
    found: list[Address] = []
    for one in told.addressed:
        found += _addresses(workspace, job, one, AS_ABOVE, "Kính gửi")
    for one in told.invited:
        found += _addresses(workspace, job, one, AS_ABOVE, "Kính mời")
    for one in told.others:
        found += _addresses(workspace, job, one, one.words, "")
    return found


def _addresses(
    workspace: Workspace, job: Job, one: Recipient, line: str, note: str
) -> Iterator[Address]:
    if one.lacking:
        yield Address(line, one.words, one, note=one.lacking)
    elif not one.units:
        yield Address(line, _counted(one), one, note=note)
    elif note and not one.many:
        yield Address(line, one.words, one, one.units[0], note)
    else:
        opened = f"{one.words}: {padded(len(one.units))} nơi nhận" if one.many else ""
        for code in one.units:
            yield Address(line, full_name(workspace, code, job.day), one, code, note, opened)
            opened = ""


def _counted(one: Recipient) -> str:
    """Return the words of a line, with the number of those that it means: “24 tổ dân phố”."""
    if one.count is None:
        return one.words
    start, _, rest = one.words.partition(" ")
    number = padded(one.count)
    return f"{number} {rest}" if start == "Các" and rest else f"{one.words} ({number})"


def copies_of(told: Recipients) -> Copies:
    """Return how many copies the lines of Nơi nhận ask for."""
    every = told.everybody
    each = [_times(one.paper, max(1, len(one.units))) for one in every]
    lacking = next((one.counted for one in every if one.paper is None), "")
    return Copies(added(each), archive_copies(told.archive) if told.archive else None, lacking)


def archive_copies(archive: BanLuu) -> int:
    """Return the copies that are kept; without a number one at each place that the line names."""
    return archive.so_ban if archive.so_ban is not None else 1 + len(archive.don_vi)


def _times(each: int | None, count: int) -> int | None:
    return None if each is None else each * count


def added(counts: Iterable[int | None]) -> int | None:
    """Return the sum, or None where one of them is not known."""
    found = list(counts)
    return None if None in found else sum(one for one in found if one is not None)


def prove(title: str, values: Mapping[str, Any], told: Recipients, rows: Sequence[Address]) -> None:
    """Raise DispatchError unless the rows are what the document prints, and nothing but that.

    *values* are what it prints of its recipients: ``noi_nhan`` and ``kinh_gui``.
    """
    last = [f"- {told.archive}."] if told.archive else []
    printed = [str(line) for line in values["noi_nhan"]] if told.lines else []
    _same(title, [line for line in printed if line not in last], [f"- {row.line};" for row in rows])
    addressed = [row.one.words for row in rows if row.line == AS_ABOVE]
    guests = [one.words for one in told.invited]
    _same(title, [*(str(words) for words in values["kinh_gui"]), *guests], addressed)
    counts = Counter(row.code for row in rows if row.code)
    meant = {code for one in told.everybody for code in one.units}
    if odd := [code for code in {*counts, *meant} if code not in meant or counts[code] != 1]:
        raise DispatchError(title, f"đơn vị “{min(odd)}” có {counts[min(odd)]} dòng, phải có một")
    if added(row.one.paper for row in rows) != copies_of(told).paper:
        raise DispatchError(title, "số bản không bằng tổng các dòng")


def _same(title: str, printed: Sequence[str], listed: Sequence[str]) -> None:
    """Raise DispatchError unless both tell the same lines in the same order."""
    if list(dict.fromkeys(printed)) != list(dict.fromkeys(listed)):
        odd = [words for words in (*printed, *listed) if (words in printed) != (words in listed)]
        raise DispatchError(title, f"“{(odd or [*printed, *listed])[0]}” lệch với văn bản")
