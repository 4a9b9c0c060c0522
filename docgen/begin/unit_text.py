"""The files of units of a bare workspace: what was typed, and comments that fit the kind of unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from docgen.begin.known import Office, Vocabulary
from docgen.begin.names import quoted, tidy
from docgen.begin.texts import LIFE_TEXT, SUPERIOR_TEXT, UNIT_TEXT
from docgen.model.record import at
from docgen.model.unit import DacDiem, DonVi, level_in
from docgen.model.vocabulary import LoaiDonVi, Nhom
from docgen.vietnamese.dates import short_date

_OF_A_PLACE = {"so_to_dan_pho", "so_ho", "so_nhan_khau", "dien_tich"}
_OF_A_SCHOOL = {"so_lop", "so_hoc_sinh"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a bare workspace is made of."""

    year: int
    unit: Office
    superior: Office | None = None


def called(known: Vocabulary, office: Office) -> str:
    """Return the name of an office as documents call it: “UBND phường Cầu Đất”."""
    place = known.place(office)
    body = known.kinds[office.kind].co_quan_viet_tat
    return f"{body} {' '.join(place)}" if place and body else tidy(office.name)


def superior_text(known: Vocabulary, office: Office) -> str:
    """Return the file of the superior."""
    end = known.kinds[office.kind].den
    life = f"\nton_tai: {{den: {short_date(end)}}}" if end else ""
    return SUPERIOR_TEXT.format(
        name=called(known, office), kind=office.kind, naming=_naming(known, office) + life
    )


def unit_text(known: Vocabulary, answers: Answers, superior: str) -> str:
    """Return the file of the unit itself; *superior* is the code of the one above it, if any."""
    office = answers.unit
    kind = known.kinds[office.kind]
    life = f"ton_tai: {{den: {short_date(kind.den)}}}" if kind.den else ""
    return UNIT_TEXT.format(
        name=called(known, office),
        kind=office.kind,
        naming=_naming(known, office),
        superior=f"cap_tren: {superior}" if superior else "# cap_tren: …   # mã đơn vị cấp trên",
        life=life or LIFE_TEXT.format(year=answers.year),
        title=kind.truong or "…",
        figures=_figures(kind),
        recipient=f"  - don_vi: {superior}\n" if superior else "",
        groups=_groups(known, answers),
    )


def _naming(known: Vocabulary, office: Office) -> str:
    """Return the lines of a unit's file that name it."""
    if place := known.place(office):
        line = f"dia_ban: {{cap: {place[0]}, ten: {quoted(place[1])}}}"
        return f"{line}   # thêm  theo_ten_nguoi: có  nếu đặt theo tên người, sự kiện lịch sử"
    lines = [f"ten: {quoted(tidy(office.name))}"]
    if office.abbreviation:
        lines.append(f"viet_tat: {quoted(tidy(office.abbreviation))}")
    else:
        lines.append("# viet_tat: …   # chữ viết tắt trong số, ký hiệu văn bản")
    if _is_school(known.kinds[office.kind]) and not level_in(office.name):
        lines.append(f"# cap_hoc: …   # {DonVi.model_fields['cap_hoc'].title}: "
                     "mầm non, tiểu học, trung học cơ sở hoặc trung học phổ thông")  # fmt: skip
    return "\n".join(lines)


def _is_school(kind: LoaiDonVi) -> bool:
    """Tell whether a kind's year of work is a school year."""
    return kind.thang_cuoi_nam_cong_tac != 12


def _figures(kind: LoaiDonVi) -> str:
    left_out = (set() if kind.co_quan else _OF_A_PLACE) | (
        set() if _is_school(kind) else _OF_A_SCHOOL
    )
    return "\n".join(
        f"#   {f'{key}: …':20} # {field.title}"
        for key, field in DacDiem.model_fields.items()
        if key not in left_out
    )


def _groups(known: Vocabulary, answers: Answers) -> str:
    """Return the groups of recipients that the unit may use, each with the words that it prints."""
    family = set(known.workspace.family(answers.unit.kind))
    fitting = {
        code: group
        for code, group in known.workspace.groups.items()
        if (group.cho is None or family & set(group.cho)) and not _of_one_kind(group)
    }
    return "\n".join(
        f"#   - nhom: {code:24} # {_words(known, group, answers)}"
        for code, group in fitting.items()
    )


def _of_one_kind(group: Nhom) -> bool:
    """Tell whether only a reminder is for the group: those whose reports are late."""
    return bool(group.chon and group.chon.la == "đơn vị chậm báo cáo")


def _words(known: Vocabulary, group: Nhom, answers: Answers) -> str:
    place = known.place(answers.unit)
    noun = place[0] if place else ""
    named = [one.ten for one in known.workspace.communities.values() if noun in one.cap]
    now = at(group.ten, date(answers.year, 12, 31)) or group.ten[-1]
    words = now.ten
    for mark, meaning in (
        ("cap", noun),
        ("Cap", noun.capitalize()),
        ("cac", "các phường, xã"),
        ("dia_ban", " ".join(place) if place else ""),
        ("cong_dong", named[0] if named else "thôn, tổ dân phố"),
    ):
        words = words.replace(f"{{{mark}}}", meaning)
    return re.sub(" +", " ", words).strip()
