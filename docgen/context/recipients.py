"""Nơi nhận: units, groups and words as lines of a document, on its day."""

from __future__ import annotations

from docgen.context.job import Job
from docgen.context.units import below_values, community, members, short_name
from docgen.context.values import Gap, Gaps
from docgen.load.workspace import Workspace
from docgen.model.record import at
from docgen.model.unit import NoiNhan


def recipient_lines(workspace: Workspace, job: Job, lines: list[NoiNhan], gaps: Gaps) -> list[str]:
    """Return the lines of Nơi nhận as printed: each ends “;”, the archive copy ends “.”."""
    told = ((line, _recipient(workspace, job, line, gaps)) for line in lines)
    return [f"- {words}{'.' if line.luu else ';'}" for line, words in told if words]


def _recipient(workspace: Workspace, job: Job, line: NoiNhan, gaps: Gaps) -> str:
    """Return one line; a unit that is not there on the day is a gap, since none can receive it."""
    if line.luu:
        return str(line.luu)
    if line.don_vi:
        name = short_name(workspace, line.don_vi, job.day)
        if workspace.units[line.don_vi].value.exists(job.day):
            return name
        where = f"mục noi_nhan trong data/don_vi/{job.unit}.yaml"
        return str(Gap(f"Nơi nhận thay cho {name}", gaps, where))
    return _group(workspace, job, line.nhom) if line.nhom else str(line.ten)


def _group(workspace: Workspace, job: Job, name: str) -> str:
    """Return the line of a group; nothing for one above the issuer that there is not."""
    group = workspace.groups[name]
    found = members(workspace, name, job.unit, job.day)
    above = group.chon and group.chon.la
    if len(found) == 1 and (group.ten_khi_mot or above):
        words = group.ten_khi_mot or "{ten}"
        return words.replace("{ten}", short_name(workspace, found[0], job.day))
    if above:
        return ""
    words = (at(group.ten, job.day) or group.ten[-1]).ten
    noun = _noun(workspace, job)
    below = below_values(workspace, job.unit, job.day, Gaps()) if "{cac}" in words else {}
    every = str(below["cac"]) if below else ""
    named = words.replace("{cap}", noun).replace("{Cap}", noun[:1].upper() + noun[1:])
    one = community(workspace, workspace.units[job.unit].value)
    return named.replace("{cac}", every).replace("{cong_dong}", one.ten if one else "")


def _noun(workspace: Workspace, job: Job) -> str:
    place = workspace.units[job.unit].value.dia_ban
    return place.place.noun if place else ""
