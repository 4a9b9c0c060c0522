"""The data of one document, nothing but comments: a secretary uncomments what there is to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.begin.known import Vocabulary
from docgen.begin.texts import DATA_TEXT
from docgen.begin.unit_text import Answers, called
from docgen.model.kind import DuLieu
from docgen.model.vocabulary import LoaiVanBan, Truong

_EXAMPLES = {
    "số nguyên": "ví dụ 12",
    "số": "ví dụ 12,5",
    "ngày": "ngày, ví dụ 20/01/{year}",
    "tháng": "tháng, từ 1 đến 12",
    "có/không": "có hoặc không",
}
_COMMON: dict[str, Any] = {"so": "số nguyên", "ngay": "ngày", "van_ban_dien_tu": "có/không"}
_COLUMN = 34


def data_files(known: Vocabulary, answers: Answers, unit: str) -> dict[str, str]:
    """Return {path: text} for each kind of document that the unit can make.

    A kind with something required gets none: an empty file of it would be a mistake.
    """
    family = known.workspace.family(answers.unit.kind)
    return {
        f"data/{kind.value.du_lieu}/{answers.year}/{unit}.yaml": _text(known, kind.value, answers)
        for kind in known.workspace.kinds.values()
        if any(name in kind.value.mau for name in family)
        and not any(field.bat_buoc for field in _fitting(kind.value.truong, family).values())
    }


def _text(known: Vocabulary, kind: LoaiVanBan, answers: Answers) -> str:
    fields = DuLieu.model_fields
    common = {
        key: Truong(nhan=(fields[key].title or key).removesuffix(f" ({word})"), kieu=word)
        for key, word in _COMMON.items()
    }
    family = known.workspace.family(answers.unit.kind)
    lines = [*_lines(common, family, answers.year), ""]
    lines += _lines(kind.truong, family, answers.year)
    name = called(known, answers.unit)
    return DATA_TEXT.format(kind=kind.ten, year=answers.year, name=name, fields="\n".join(lines))


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
