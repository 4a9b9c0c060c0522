"""The record of one document's data, made from the fields that its kind declares in YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field, create_model

from docgen.model.record import Record
from docgen.model.types import Day, Month, Number, Prose, Text, Whole, YesNo
from docgen.model.unit import NguoiKy, NoiNhan
from docgen.model.vocabulary import Truong

_TYPES: dict[str, Any] = {
    "chữ": Text,
    "đoạn văn": Prose,
    "số nguyên": Whole,
    "số": Number,
    "ngày": Day,
    "tháng": Month,
    "có/không": YesNo,
}


class DuLieu(Record):
    """What every document may say for itself, whatever its kind."""

    so: Whole | None = Field(default=None, title="Số văn bản đã cấp")
    ngay: Day | None = Field(default=None, title="Ngày văn bản")
    van_ban_dien_tu: YesNo | None = Field(default=None, title="Văn bản điện tử (có/không)")
    nguoi_ky: NguoiKy | None = Field(default=None, title="Người ký")
    noi_nhan: list[NoiNhan] | None = Field(default=None, title="Nơi nhận")


def data_record(name: str, fields: Mapping[str, Truong]) -> type[DuLieu]:
    """Return the record type of a kind's data file: the common fields and the declared ones."""
    return create_model(name, __base__=DuLieu, **_definitions(name, fields))


def _definitions(name: str, fields: Mapping[str, Truong]) -> Any:
    return {key: _definition(f"{name}_{key}", field) for key, field in fields.items()}


def _definition(name: str, field: Truong) -> tuple[Any, Any]:
    """Return the type and pydantic field of *field*; an empty group is a group of gaps."""
    if field.kieu == "danh sách":
        item = create_model(name, __base__=Record, **_definitions(name, field.gom or {}))
        return list[item] | None if field.gom else list[Prose] | None, _field(field)  # type: ignore[valid-type]
    if field.kieu == "nhóm":
        group = create_model(name, __base__=Record, **_definitions(name, field.gom or {}))
        return group, Field(default_factory=group, title=field.nhan)
    kind = _TYPES[field.kieu]
    return (kind if field.bat_buoc else kind | None), _field(field)


def _field(field: Truong) -> Any:
    if field.bat_buoc:
        return Field(title=field.nhan)
    return Field(default=None, title=field.nhan)
