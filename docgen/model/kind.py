"""The record of one document's data, made from the fields that its kind declares in YAML."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, Field, create_model, model_validator

from docgen.model.record import Record
from docgen.model.types import Count, Day, Month, Number, Prose, Serial, Text, YesNo, mistake
from docgen.model.unit import KyBienBan, NguoiKy, NoiNhan
from docgen.model.vocabulary import Truong

R = TypeVar("R", bound=BaseModel)
_TYPES: dict[str, Any] = {
    "chữ": Text,
    "đoạn văn": Prose,
    "số nguyên": Count,
    "số": Number,
    "ngày": Day,
    "tháng": Month,
    "có/không": YesNo,
}


class DuLieu(Record):
    """What every document may say for itself, whatever its kind."""

    so: Serial | None = Field(default=None, title="Số văn bản đã cấp")
    ngay: Day | None = Field(default=None, title="Ngày văn bản")
    van_ban_dien_tu: YesNo | None = Field(default=None, title="Văn bản điện tử (có/không)")
    nguoi_ky: NguoiKy | None = Field(default=None, title="Người ký")
    ky_bien_ban: KyBienBan | None = Field(default=None, title="Ký biên bản (thư ký, chủ tọa)")
    noi_nhan: list[NoiNhan] | None = Field(default=None, title="Nơi nhận")


def data_record(name: str, fields: Mapping[str, Truong]) -> type[DuLieu]:
    """Return the record type of a kind's data file: the common fields and the declared ones."""
    return create_model(name, __base__=DuLieu, **_definitions(name, fields))


def _definitions(name: str, fields: Mapping[str, Truong]) -> Any:
    return {key: _definition(f"{name}_{key}", field) for key, field in fields.items()}


def _definition(name: str, field: Truong) -> tuple[Any, Any]:
    """Return the type and pydantic field of *field*."""
    if field.kieu == "nhóm":
        group = create_model(name, __base__=Part, **_definitions(name, field.gom or {}))
        # a group that was left out is a group of gaps, whatever it requires when written
        return group, _field(field, default_factory=lambda: all_gaps(group))
    kind = _TYPES.get(field.kieu) or list[_item(name, field)]  # type: ignore[misc]
    return (kind, _field(field)) if field.bat_buoc else (kind | None, _field(field, default=None))


class Part(Record):
    """A group or a row that a kind declares; from ``tu`` to ``den`` time runs forward."""

    @model_validator(mode="after")
    def _in_order(self) -> Part:
        first, last = getattr(self, "tu", None), getattr(self, "den", None)
        if isinstance(first, date) and isinstance(last, date) and last < first:
            sentence = "ngày kết thúc ở trước ngày bắt đầu"
            raise mistake("days-reversed", sentence, "đổi chỗ hai ngày cho đúng")
        return self


def _item(name: str, field: Truong) -> Any:
    return (
        create_model(name, __base__=Part, **_definitions(name, field.gom)) if field.gom else Prose
    )


def _field(field: Truong, **default: Any) -> Any:
    return Field(title=field.nhan, **({} if field.bat_buoc else default))


def all_gaps(record: type[R]) -> R:
    """Return a record in which nothing is written, not even what is required."""
    required = {name: None for name, field in record.model_fields.items() if field.is_required()}
    return record.model_construct(**required)
