"""The data of one document, nothing but comments: a secretary uncomments what there is to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.begin.figure_lines import figure_lines
from docgen.begin.known import Vocabulary
from docgen.begin.texts import DATA_TEXT, OPENING_TEXT
from docgen.begin.unit_text import Answers, called
from docgen.model.kind import DuLieu, DuLieuKy
from docgen.model.period import PERIODS, Ky, folder_name
from docgen.model.vocabulary import Truong

_EXAMPLES = {
    "số nguyên": "ví dụ 12",
    "số": "ví dụ 12,5",
    "ngày": "ngày, ví dụ 20/01/{year}",
    "tháng": "tháng, từ 1 đến 12",
    "giờ": "giờ, ví dụ 8 giờ 00",
    "có/không": "có hoặc không",
}
_COMMON: dict[str, Any] = {"so": "số nguyên", "ngay": "ngày", "van_ban_dien_tu": "có/không"}
_OF_A_PERIOD: dict[str, Any] = {**_COMMON, "ngay_gui": "ngày"}
_COLUMN = 34


def data_files(known: Vocabulary, answers: Answers, unit: str) -> dict[str, str]:
    """Return {path: text} for each document of the year that the unit can make.

    A kind with something required gets none, an empty file of it would be a mistake; nor does one
    that is made when there is need of it, or an internal list.
    """
    family = known.workspace.family(answers.unit.kind)
    found = {}
    for code, kind in known.workspace.kinds.items():
        declared = kind.value
        fitting = any(name in declared.mau for name in family)
        required = any(one.bat_buoc for one in _fitting(declared.truong, family).values())
        if not fitting or required or declared.khi_can or declared.so_sach:
            continue
        if declared.lap == "năm":
            path = f"data/{declared.du_lieu}/{answers.year}/{unit}.yaml"
            found[path] = _text(known, code, answers)
        for period in PERIODS.values() if declared.lap == "kỳ" else ():
            folder = folder_name(answers.year, period.ma)
            path = f"data/{declared.du_lieu}/{folder}/{unit}.yaml"
            found[path] = _text(known, code, answers, period)
    return found


def _text(known: Vocabulary, code: str, answers: Answers, period: Ky | None = None) -> str:
    kind, year = known.workspace.kinds[code].value, answers.year
    family = known.workspace.family(answers.unit.kind)
    lines = [*_lines(_common(period), family, year), ""]
    form = known.workspace.form(code)
    if form and period:
        word = known.community(answers.unit)
        lines += [*figure_lines(form, family, period, word), ""]
    lines += _lines(kind.truong, family, year)
    opening = OPENING_TEXT.format(
        kind=kind.ten,
        time=period.name(year) if period else f"năm {year}",
        name=called(known, answers.unit),
    )
    return DATA_TEXT.format(opening=opening, fields="\n".join(lines))


def _common(period: Ky | None) -> dict[str, Truong]:
    """Return what every document may say for itself, as fields."""
    fields = (DuLieuKy if period else DuLieu).model_fields
    return {
        key: Truong(nhan=(fields[key].title or key).removesuffix(f" ({word})"), kieu=word)
        for key, word in (_OF_A_PERIOD if period else _COMMON).items()
    }


def _fitting(fields: Mapping[str, Truong], family: list[str]) -> dict[str, Truong]:
    return {
        key: field
        for key, field in fields.items()
        if field.cho is None or set(family) & set(field.cho)
    }


def _lines(
    fields: Mapping[str, Truong], family: list[str], year: int, indent: str = "", dash: str = ""
) -> Iterator[str]:
    """Yield one commented line of YAML for each field, its label behind it."""
    for key, field in _fitting(fields, family).items():
        yield f"{f'# {indent}{dash}{key}:':{_COLUMN}} # {_told(field, year)}"
        dash = "" if not dash else "  "
        inner = f"{indent}{dash}  "
        if field.kieu == "danh sách":
            if field.gom:
                yield from _lines(field.gom, family, year, inner, "- ")
            else:
                yield f"# {inner}-"
        elif field.gom:
            yield from _lines(field.gom, family, year, inner)


def _told(field: Truong, year: int) -> str:
    """Return a field's label and how it is written."""
    notes = [_EXAMPLES.get(field.kieu, "").format(year=year)]
    if field.kieu == "danh sách":
        notes.append("mỗi mục bắt đầu bằng gạch ngang")
    if field.mac_dinh:
        notes.append("không ghi thì dùng bảng mặc định")
    if field.bat_buoc:
        notes.append("bắt buộc")
    told = "; ".join(note for note in notes if note)
    return f"{field.nhan} ({told})" if told else field.nhan
