"""A bare workspace: templates and vocabularies as they are, one office, one year, all to fill in."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.begin.errors import NotANameError
from docgen.begin.texts import SETTINGS_TEXT, SUPERIOR_TEXT, UNIT_TEXT, YEAR_TEXT
from docgen.begin.tree import sample_files
from docgen.load.root import SETTINGS
from docgen.load.workspace import Workspace, load_workspace
from docgen.model.unit import DacDiem
from docgen.model.vocabulary import LoaiDonVi
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.letters import nfc, old_tones, slug

# The units of Điều 110 Hiến pháp and of the Luật Tổ chức chính quyền địa phương, and their tier.
_NOUNS = {
    "tỉnh": 0,
    "thành phố": 0,
    "quận": 1,
    "huyện": 1,
    "thị xã": 1,
    "phường": 2,
    "xã": 2,
    "thị trấn": 2,
    "đặc khu": 2,
}
_BODY = re.compile(r"^(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)\s+", re.IGNORECASE)
_PLAIN = re.compile(r"[^\W\d_][\w -]*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Office:
    """A unit as it was typed: “phường Cầu Đất” or “Phòng Nội vụ”; *kind* is its kind of unit."""

    kind: str
    name: str
    abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a bare workspace is made of."""

    year: int
    unit: Office
    superior: Office | None = None


class Vocabulary:
    """What the sample knows of kinds of unit."""

    def __init__(self, sample: Path) -> None:
        self.workspace: Workspace = load_workspace(sample)
        # a kind with neither a head nor a collective signs nothing: it only receives
        self.kinds: Mapping[str, LoaiDonVi] = {
            code: kind
            for code, kind in self.workspace.unit_kinds.items()
            if kind.truong or kind.tap_the
        }
        places = [code for code, kind in self.kinds.items() if kind.co_quan]
        body = self.kinds[places[0]].co_quan if places else None
        self._tiers = [code for code in places if self.kinds[code].co_quan == body]

    def guess(self, name: str) -> str:
        """Return the kind that a name tells, or nothing: “phường …” is a ward, “Phòng …” an office."""
        if place := split_place(name):
            return self._tiers[min(_NOUNS[place[0]], len(self._tiers) - 1)] if self._tiers else ""
        words = slug(name)
        fitting = [code for code in self.kinds if f"{words}-".startswith(f"{code}-")]
        return max(fitting, key=len, default="")

    def needs_superior(self, kind: str) -> bool:
        """Tell whether units of *kind* stand under another one."""
        return self.kinds[kind].chu_quan or kind in self._tiers[1:]

    def is_place(self, kind: str) -> bool:
        """Tell whether a unit of *kind* governs a place, and is called after it."""
        return self.kinds[kind].co_quan is not None

    def code(self, office: Office) -> str:
        """Return the code of an office: phuong-cau-dat, phong-noi-vu."""
        place = split_place(office.name) if self.is_place(office.kind) else None
        if self.is_place(office.kind) and not place:
            example = f"viết cả cấp, ví dụ “phường {office.name}” hoặc “quận {office.name}”"
            raise NotANameError(office.name, example)
        words = " ".join(place) if place else office.name
        body = "" if office.kind in self._tiers else self.kinds[office.kind].co_quan_viet_tat or ""
        found = slug(f"{body} {words}")
        if not slug(words):
            raise NotANameError(office.name, "tên phải có chữ cái")
        return found


def tidy(name: str) -> str:
    """Return a name as it was meant: composed, old tones, single blanks."""
    return " ".join(old_tones(nfc(name)).split())


def split_place(name: str) -> tuple[str, str] | None:
    """Return ("phường", "Cầu Đất") for “UBND phường Cầu Đất”, or None for an office's name."""
    bare = _BODY.sub("", tidy(name))
    for noun in sorted(_NOUNS, key=len, reverse=True):
        if bare.lower().startswith(f"{noun} "):
            return noun, bare[len(noun) + 1 :]
    return None


def quoted(text: str) -> str:
    """Return *text* as YAML that stays this text, inside braces as well."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def fresh_files(sample: Path, known: Vocabulary, answers: Answers) -> dict[str, bytes]:
    """Return the files of a bare workspace, by their paths."""
    unit = known.code(answers.unit)
    texts = {
        SETTINGS: SETTINGS_TEXT.format(year=answers.year),
        f"data/nam/{answers.year}.yaml": _year_text(known, answers, unit),
    }
    superior = ""
    if answers.superior:
        superior = known.code(answers.superior)
        if superior == unit:
            raise NotANameError(answers.superior.name, "trùng với chính đơn vị")
        name = _called(known, answers.superior)
        naming = _naming(known, answers.superior)
        text = SUPERIOR_TEXT.format(name=name, kind=answers.superior.kind, naming=naming)
        texts[f"data/don_vi/{superior}.yaml"] = text
    texts[f"data/don_vi/{unit}.yaml"] = _unit_text(known, answers, superior)
    files = sample_files(sample, "templates", "data/danh_muc")
    return files | {path: text.encode("utf-8") for path, text in texts.items()}


def _called(known: Vocabulary, office: Office) -> str:
    place = split_place(office.name) if known.is_place(office.kind) else None
    body = known.kinds[office.kind].co_quan_viet_tat
    return f"{body} {' '.join(place)}" if place and body else tidy(office.name)


def _naming(known: Vocabulary, office: Office) -> str:
    """Return the lines of a unit's file that name it."""
    place = split_place(office.name) if known.is_place(office.kind) else None
    if place:
        lines = f"dia_ban: {{cap: {place[0]}, ten: {quoted(place[1])}}}"
        return f"{lines}   # thêm  theo_ten_nguoi: có  nếu đặt theo tên người, sự kiện lịch sử"
    short = quoted(tidy(office.abbreviation)) if office.abbreviation else ""
    return f"ten: {quoted(tidy(office.name))}\n" + (
        f"viet_tat: {short}"
        if short
        else "# viet_tat: …   # chữ viết tắt trong số, ký hiệu văn bản"
    )


def _unit_text(known: Vocabulary, answers: Answers, superior: str) -> str:
    kind = known.kinds[answers.unit.kind]
    figures = [
        f"#   {f'{key}: …':20} # {field.title}" for key, field in DacDiem.model_fields.items()
    ]
    return UNIT_TEXT.format(
        name=_called(known, answers.unit),
        kind=answers.unit.kind,
        naming=_naming(known, answers.unit),
        superior=f"cap_tren: {superior}" if superior else "# cap_tren: …   # mã đơn vị cấp trên",
        year=answers.year,
        title=kind.truong or "…",
        figures="\n".join(figures),
        recipient=f"  - don_vi: {superior}\n" if superior else "",
        groups=_groups(known, answers.unit),
    )


def _groups(known: Vocabulary, office: Office) -> str:
    """Return the groups of recipients, each with the words that it prints."""
    place = split_place(office.name)
    noun = place[0] if place else ""
    lines = []
    for code, group in known.workspace.groups.items():
        words = group.ten[-1].ten.replace("{cap}", noun).replace("{Cap}", noun.capitalize())
        lines.append(f"#   - nhom: {code:24} # {words.replace('{cac}', 'cấp dưới').strip()}")
    return "\n".join(lines)


def _year_text(known: Vocabulary, answers: Answers, unit: str) -> str:
    planned: dict[str, date] = {}
    for year in sorted(known.workspace.years):
        rows = known.workspace.years[year].value.ngay_du_kien
        for row in sorted(rows, key=lambda row: row.don_vi is not None):
            if row.don_vi in (None, answers.unit.kind):
                planned[row.loai] = row.ngay
    lines = [
        f"  - {{loai: {kind}, ngay: {short_date(_in_year(day, answers.year))}}}"
        for kind, day in planned.items()
    ]
    days = "\n".join(["ngay_du_kien:", *lines]) if lines else "# ngay_du_kien:"
    return YEAR_TEXT.format(year=answers.year, unit=unit, days=days)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
