"""The outline of a report in words: each sentence with its figures, each gap marked."""

from __future__ import annotations

import re
from typing import Any

from docgen.context.job import Job
from docgen.context.marks import Scope
from docgen.context.values import Gap, Values
from docgen.load.workspace import Workspace
from docgen.model.outline import FIGURE, Cau, DeCuong, MucDeCuong

_SHORT = 12  # words that stand on one line
_LAST_WORDS = re.compile(r" (?=\S+(?: \S+)?$)")
NONE = "Không có."
MAIN = "chinh"
"""The version that is no other version: what ``ban`` of an outline calls the document itself."""


def outline_values(workspace: Workspace, job: Job, scope: Scope) -> Values | Gap:
    """Return ``mo_dau``, ``muc`` (headings with ``y`` and ``muc``) and ``ket``."""
    outline = outline_of(workspace, job)
    if outline is None:
        return Gap("Đề cương báo cáo", scope.gaps, "mục de_cuong của loại văn bản")
    return Values(
        mo_dau=_lines(job, scope, outline.mo_dau, ""),
        muc=_headings(job, scope, outline.muc),
        ket=_lines(job, scope, outline.ket, ""),
    )


def outline_of(workspace: Workspace, job: Job) -> DeCuong | None:
    """Return the outline that the superior ordered, else the one of the unit's template."""
    year = workspace.years[job.year].value
    superior = workspace.superior(job.unit, job.day)
    family = workspace.family(workspace.units[job.unit].value.loai)
    ordered = [row for row in year.de_cuong if row.cap_tren == superior]
    fitting = [row for row in ordered if row.don_vi is None or row.don_vi in family]
    exact = sorted(fitting, key=lambda row: row.don_vi is None)
    template = workspace.template(job.kind, job.unit)
    name = exact[0].de_cuong if exact else (template.de_cuong if template else None)
    found = workspace.outlines.get(name or "")
    return found.value if found else None


def _headings(job: Job, scope: Scope, headings: list[MucDeCuong]) -> list[dict[str, Any]]:
    """Return the headings of this period and version; one with nothing under it is left out."""
    found = []
    for one in headings:
        if _meant(job, one):
            lines = _lines(job, scope, one.y, "- ")
            below = _headings(job, scope, one.muc)
            if lines or below:
                found.append({"tieu_de": _heading(scope, one.tieu_de), "y": lines, "muc": below})
    return found


def _heading(scope: Scope, words: str) -> str:
    """Return a heading; in one of capitals what is filled in is of capitals too.

    The last three words of a long one stay together: none stands alone on the last line.
    """
    own = FIGURE.sub("", words)
    said = scope.said(words)
    if len(said.split(" ")) > _SHORT:
        said = _LAST_WORDS.sub("\N{NO-BREAK SPACE}", said)
    return said.upper() if own.isupper() else said


def _meant(job: Job, one: Cau | MucDeCuong) -> bool:
    """Tell whether a line or heading is for the document's period and version."""
    version = job.ban or MAIN
    return job.ma in (one.ky or (job.ma,)) and version in (one.ban or (version,))


def _lines(job: Job, scope: Scope, lines: list[Cau], dash: str) -> list[str]:
    found: list[str] = []
    for line in lines:
        if not _meant(job, line):
            continue
        if line.truong:
            found += [f"{dash}{words}" for words in _written(scope, line.truong, line.khong)]
        elif words := _sentence(scope, line):
            found.append(f"{dash}{words}")
    return found


def _sentence(scope: Scope, line: Cau) -> str:
    """Return what a line says; whether it holds is a gap where its figure was not written."""
    if not line.khi:
        return scope.said(line.cau or "")
    if scope.lacks(line.khi):
        shown = line.khi in FIGURE.findall(line.cau or "")
        return scope.said((line.cau or "") if shown else f"{{{line.khi}}}")
    return scope.said((line.khong or "") if scope.find(line.khi).nothing else (line.cau or ""))


def _written(scope: Scope, field: str, none: str | None) -> list[str]:
    """Return what the unit wrote in a field, each item a sentence of its own, or one gap.

    An empty list says that there is none.
    """
    here = scope.own[field]
    if isinstance(here, Gap):
        return [str(here)]
    if here == []:
        return [none or NONE]
    items = here if isinstance(here, list) else [here]
    return [_ended(str(item)) for item in items]


def _ended(text: str) -> str:
    return text if re.search(r"[.!?…:;]$", text) else f"{text}."
