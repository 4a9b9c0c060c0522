"""Mend a copy of a document: judge it, mend what is safe, judge it again, and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.check import judge_layout
from docgen.check.facts import read_layout
from docgen.check.fix.copy import beside, put, rebuild
from docgen.check.fix.desk import Desk
from docgen.check.fix.fonts import in_black, one_font
from docgen.check.fix.letters import MENDS, Case
from docgen.check.fix.pages import PAGES
from docgen.check.fix.refuse import why_not
from docgen.check.fix.same import check_same
from docgen.check.layout import Layout, Table
from docgen.check.places import Places
from docgen.check.settings import Settings
from docgen.check.verdict import Finding, Report

PASSES = 5
"""One mend may bring another fault to light: a number moved to the header shows on page one."""
WHOLE = ("font-name", "font-color")
"""Rules whose faults are mended in the whole document at once."""
MENDED = frozenset((*MENDS, *PAGES, *WHOLE))
"""The rules whose faults are mended, where that is safe."""
_ROOM_MM = 2.0


@dataclass(frozen=True)
class Repair:
    """What was done. *copy* is the mended file, None if there is none and then *why* may tell."""

    copy: Path | None = None
    why: str = ""
    mended: tuple[tuple[str, int], ...] = ()  # rule, how many faults
    notes: tuple[str, ...] = ()
    failed: bool = False  # the copy was to be made and could not be
    again: bool = False  # the same copy was there already


def fix_file(path: Path, settings: Settings | None = None) -> tuple[Report, Repair]:
    """Mend a copy of the document at *path* beside it; return what the rules say of the copy.

    Where there is nothing to mend, or the document may only be read, no copy is made and the
    report is of the document. Raise CopyExistsError where a file stands in the copy's place, and
    ContentChangedError if the copy would differ in more than formatting.
    """
    wanted, target = settings or Settings(), beside(path)
    desk = Desk.open(path)
    report = judge_layout(desk.layout, wanted)
    why = why_not(path, desk.reading, report.sheet)
    if why:
        return report, Repair(why=why)
    with TemporaryDirectory() as folder:
        last, left = _mended(desk, report, wanted, Path(folder))
        if last is None:
            return report, Repair(notes=left)
        check_same(path, last)
        layout = read_layout(last)
        after = judge_layout(layout, wanted)
        mended = _told(report) - _told(after)
        if not mended:
            return report, Repair(notes=left)
        again = _is_there(target, last)
        if not again:
            put(last, target)
    notes = (*_too_wide(desk.layout, layout), *left)
    return after, Repair(target, mended=tuple(mended.items()), notes=notes, again=again)


def _is_there(target: Path, copy: Path) -> bool:
    """Return whether the same copy has been made before."""
    try:
        return target.read_bytes() == copy.read_bytes()
    except OSError:
        return False


def _told(report: Report) -> Counter[str]:
    return Counter(each.rule.id for one in report.documents for each in one.findings)


def _mended(
    desk: Desk, report: Report, settings: Settings, folder: Path
) -> tuple[Path | None, tuple[str, ...]]:
    """Return the mended copy in *folder*, None if nothing was to be mended; and what was left."""
    last = None
    for number in range(PASSES):
        _mend(desk, report, settings)
        changed = desk.changed()
        if not changed:
            break
        new = folder / str(number) / desk.path.name
        new.parent.mkdir()
        rebuild(desk.path, changed, new)
        last, desk = new, Desk.open(new)
        report = judge_layout(desk.layout, settings)
    return last, tuple(desk.left)


def _mend(desk: Desk, report: Report, settings: Settings) -> None:
    done: set[str] = set()
    for document in report.documents:
        places = Places(document.sheet)
        for finding in document.findings:
            rule = finding.rule
            if rule.id not in MENDED or rule.id in done:
                continue
            if _is_excused(places.told(finding), settings):
                continue
            options = {**rule.default, **settings.options.get(rule.id, {})}
            if rule.id == "font-name":
                one_font(desk, options)
                done.add(rule.id)
            elif rule.id == "font-color":
                in_black(desk, document.sheet, options)
            else:
                mend = MENDS.get(rule.id) or PAGES[rule.id]
                mend(Case(desk, document.sheet, finding, options))


def _is_excused(finding: Finding, settings: Settings) -> bool:
    return any(excuse.covers(finding) for excuse in settings.excuses)


def _too_wide(before: Layout, after: Layout) -> Iterator[str]:
    """Yield the tables that the new margins are too narrow for."""
    for old, new in zip(before.sections, after.sections, strict=True):
        rooms = [
            each.width_mm - each.left_mm - each.right_mm - each.gutter_mm for each in (old, new)
        ]
        for block in new.blocks:
            if (
                isinstance(block, Table)
                and block.width_mm > rooms[1] + _ROOM_MM
                and rooms[1] < rooms[0]
            ):
                sizes = f"{block.width_mm:.0f} mm, giữa hai lề mới còn {rooms[1]:.0f} mm"
                yield f"{block.place.words} rộng {sizes}: thu bảng lại trong Word"
