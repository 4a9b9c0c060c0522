"""How a unit is called on a day: in its letterhead, in a sentence, in a list of recipients."""

from __future__ import annotations

from datetime import date
from typing import Any

from docgen.context.values import Gap, Gaps, Values, to_values
from docgen.load.community import community
from docgen.load.loaded import Loaded
from docgen.load.workspace import Workspace
from docgen.model.record import at
from docgen.model.unit import DonVi, level_in
from docgen.model.vocabulary import LATE
from docgen.vietnamese.letters import sort_key
from docgen.vietnamese.names import parts, together
from docgen.vietnamese.places import Place
from docgen.vietnamese.widths import balanced, width_mm

HEAD_COLUMN = 65.0
"""Width of the left column of the letterhead in mm; its names are 13 pt (khoản 2 Mục II)."""


def full_name(workspace: Workspace, code: str, day: date) -> str:
    """Return "Ủy ban nhân dân phường Cầu Đất" or "Phòng Nội vụ"."""
    unit = workspace.units[code].value
    kind = workspace.unit_kinds[unit.loai]
    name = unit.name_at(day)
    if name or unit.dia_ban is None:
        return name or code
    return f"{kind.co_quan} {unit.dia_ban.place.in_sentence}" if kind.co_quan else (
        unit.dia_ban.place.in_sentence
    )  # fmt: skip


def short_name(workspace: Workspace, code: str, day: date) -> str:
    """Return "UBND phường Cầu Đất" or "Phòng Nội vụ"."""
    unit = workspace.units[code].value
    kind = workspace.unit_kinds[unit.loai]
    if unit.ten_goi:
        return unit.ten_goi
    if unit.dia_ban and kind.co_quan_viet_tat:
        return f"{kind.co_quan_viet_tat} {unit.dia_ban.place.in_sentence}"
    return full_name(workspace, code, day)


def unit_values(workspace: Workspace, code: str, day: date, gaps: Gaps) -> Values:
    """Return what a template may say of a unit on *day*.

    ``cap`` is the common noun (“phường”), ``dia_ban`` the name in a sentence, ``dia_danh`` the
    name before the date, ``goi`` the short name, ``goi_tat`` the short name without the place.
    """
    loaded = workspace.units[code]
    unit = loaded.value
    kind = workspace.unit_kinds[unit.loai]
    values = to_values(unit, gaps, loaded.document)
    values["ma"] = code
    values["ten"] = full_name(workspace, code, day)
    values["goi"] = short_name(workspace, code, day)
    file = f"trong data/don_vi/{code}.yaml"
    missing = Gap("Chữ viết tắt", gaps, f"mục viet_tat {file}")
    values["viet_tat"] = unit.viet_tat or kind.co_quan_viet_tat or missing
    values["cap_hoc"] = unit.cap_hoc or level_in(values["ten"]) or values["cap_hoc"]
    place = unit.dia_ban.place if unit.dia_ban else None
    body = kind.co_quan_viet_tat
    values["goi_tat"] = f"{body} {place.noun}" if body and place else values["goi"]
    seat = place or _seat(workspace, code, day)
    values["cap"] = place.noun if place else ""
    values["dia_ban"] = place.in_sentence if place else values["ten"]
    values["dia_danh"] = seat.dia_danh if seat else Gap("Địa danh", gaps, f"mục cap_tren {file}")
    values |= _community_words(workspace, code, gaps)
    values |= _offices(workspace, code, day, gaps)
    values["dau_trang"] = letterhead(workspace, code, day)
    return values


def _community_words(workspace: Workspace, code: str, gaps: Gaps) -> dict[str, Any]:
    """Return what a unit's communities of residents and their heads are called."""
    where = f"mục cong_dong trong data/don_vi/{code}.yaml"
    named = community(workspace, workspace.units[code].value)
    return {
        "cong_dong": named.ten if named else Gap("Cộng đồng dân cư", gaps, where),
        "truong_cong_dong": named.truong if named else Gap("Trưởng cộng đồng dân cư", gaps, where),
    }


def _offices(workspace: Workspace, code: str, day: date, gaps: Gaps) -> dict[str, Any]:
    """Return the names of the offices that work for a unit; one that has ended is a gap."""
    unit = workspace.units[code].value
    named: dict[str, Any] = {}
    for role in ("thuong_truc", "tuyen_truyen"):
        office = getattr(unit, role)
        found = workspace.units.get(office)
        if found and found.value.exists(day):
            named[role] = full_name(workspace, office, day)
        elif found:
            label = type(unit).model_fields[role].title or role
            named[role] = Gap(label, gaps, f"mục {role} trong data/don_vi/{code}.yaml")
    return named


def chain(workspace: Workspace, code: str, day: date) -> list[str]:
    """Return the unit, its superior on *day*, and so on up; a circle is walked once."""
    found: list[str] = []
    here: str | None = code
    while here in workspace.units and here not in found:
        found.append(here)
        here = workspace.superior(here, day)
    return found


def _seat(workspace: Workspace, code: str, day: date) -> Place | None:
    """Return the place where a unit without a place of its own has its seat: its superior's."""
    places = (workspace.units[above].value.dia_ban for above in chain(workspace, code, day))
    return next((found.place for found in places if found), None)


def letterhead(workspace: Workspace, code: str, day: date) -> dict[str, Any]:
    """Return the lines of ô số 2: ``chu_quan`` (upright) and ``ban_hanh`` (bold).

    UBND and HĐND are one name on two lines with no body above: khoản 2 Mục II Phần I Phụ lục I.
    """
    unit = workspace.units[code].value
    kind = workspace.unit_kinds[unit.loai]
    if unit.dia_ban and kind.co_quan and not unit.ten:
        place = balanced(unit.dia_ban.place.upper, HEAD_COLUMN, 13, bold=True)
        return {"chu_quan": [], "ban_hanh": [kind.co_quan.upper(), *place]}
    superior = workspace.superior(code, day)
    above = short_name(workspace, superior, day).upper() if superior else ""
    return {
        "chu_quan": balanced(above, HEAD_COLUMN, 13) if kind.chu_quan and above else [],
        "ban_hanh": _name_lines(full_name(workspace, code, day)),
    }


def _name_lines(name: str) -> list[str]:
    """Return the lines of an office's name in capitals, broken between its parts if they fit."""
    fits = all(width_mm(part.upper(), 13, bold=True) <= HEAD_COLUMN for part in parts(name))
    shown = together(name) if fits else name
    lines = balanced(shown.upper(), HEAD_COLUMN, 13, bold=True)
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def below_values(workspace: Workspace, code: str, day: date, gaps: Gaps) -> Any:
    """Return the administrative units right under a unit: ``ten`` “phường”, ``cac`` “các phường”.

    With one unit below, ``cac`` is its own name: there is no “các phường” of one. Several kinds
    are told in the order in which the regime tells them: “các xã, thị trấn”.
    """
    found = (unit.value.dia_ban for unit in _below(workspace, code, day))
    places = [area.place for area in found if area]
    if not places:
        return Gap("Đơn vị hành chính cấp dưới", gaps)
    regime = at(workspace.regimes, day)
    order = regime.tu_ngu.get("don_vi_co_so", "") if regime else ""
    nouns = sorted({place.noun for place in places}, key=lambda noun: (order.find(noun), noun))
    every = places[0].in_sentence if len(places) == 1 else f"các {', '.join(nouns)}"
    return {"ten": ", ".join(nouns), "cac": every, "so_luong": len(places)}


def _below(workspace: Workspace, code: str, day: date) -> list[Loaded[DonVi]]:
    return [
        unit
        for unit in workspace.units.values()
        if unit.value.dia_ban and unit.value.superior_at(day) == code and unit.value.exists(day)
    ]


def members(workspace: Workspace, group: str, issuer: str, day: date) -> list[str]:
    """Return the codes of the units in a group of recipients on *day*, in Vietnamese order."""
    chosen = workspace.groups[group].chon
    if chosen is None or chosen.la == LATE:  # who is late is of a period: see recipients
        return []
    if chosen.la:
        return _above(workspace, chosen.la, issuer, day)
    found = [
        code
        for code, unit in workspace.units.items()
        if unit.value.loai in (chosen.loai or ())
        and unit.value.exists(day)
        and (chosen.cap_tren is None or unit.value.superior_at(day) == issuer)
    ]
    return sorted(found, key=lambda code: sort_key(full_name(workspace, code, day)))


def _above(workspace: Workspace, role: str, issuer: str, day: date) -> list[str]:
    """Return the superior on *day*, or the office that works for it, unless that is the issuer."""
    superior = workspace.superior(issuer, day)
    if superior is None:
        return []
    code = superior if role == "cấp trên" else workspace.units[superior].value.thuong_truc
    found = workspace.units.get(code) if code else None
    return [code] if code and found and found.value.exists(day) and code != issuer else []
