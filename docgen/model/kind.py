"""The record of one document's data, made from the fields that its kind declares in YAML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, create_model, model_validator

from docgen.model.indicator import EITHER, Bieu, ChiTieu
from docgen.model.record import Record
from docgen.model.types import (
    Amount,
    Count,
    Day,
    Hour,
    Month,
    Number,
    Prose,
    Serial,
    Text,
    YesNo,
    mistake,
    to_line,
)
from docgen.model.unit import Khoang, KyBienBan, NguoiKy, NoiNhan
from docgen.model.vocabulary import Truong
from docgen.vietnamese.letters import fold

R = TypeVar("R", bound=BaseModel)
_TYPES: dict[str, Any] = {
    "chữ": Text,
    "đoạn văn": Prose,
    "số nguyên": Count,
    "số": Number,
    "ngày": Day,
    "tháng": Month,
    "giờ": Hour,
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
    ngay_du_kien: Day | None = Field(default=None, title="Ngày dự kiến ban hành")


class DuLieuKy(DuLieu):
    """What every document of a reporting period may say besides."""

    ngay_gui: Day | None = Field(default=None, title="Ngày gửi báo cáo")
    so_lieu: Khoang | None = Field(default=None, title="Số liệu từ ngày, đến ngày")


PERIODIC_NAMES = frozenset(
    {*DuLieuKy.model_fields, "chi_tieu", "cung_ky", "giai_trinh", "chuyen_giao"}
)
"""What a report's file has beside the fields that its kind declares."""


def data_record(
    name: str, fields: Mapping[str, Truong], form: Bieu | None = None, *, by_period: bool = False
) -> type[DuLieu]:
    """Return the record type of a kind's data file: common fields, declared ones, figures."""
    base = DuLieuKy if by_period else DuLieu
    figures = _figure_fields(name, form) if form else {}
    return create_model(name, __base__=base, **{**_definitions(name, fields), **figures})


def _figure_fields(name: str, form: Bieu) -> Any:
    """Return the fields in which the figures of *form* are written."""
    known = {key: one.called(EITHER) for key, one in form.chi_tieu.items()}
    typed = {key: one for key, one in known.items() if not one.cong_thuc}
    cells: Any = {
        key: (_cell(one) | None, Field(default=None, title=one.nhan)) for key, one in typed.items()
    }
    table = create_model(f"{name}_so", __base__=Part, **cells)
    both: Any = {
        key: ((Number if one.cong_thuc else _cell(one)) | None, Field(default=None, title=one.nhan))
        for key, one in known.items()
        if one.kieu in ("số nguyên", "số")
    }
    before = create_model(f"{name}_cung_ky", __base__=Part, **both)
    words: Any = {
        key: (Text | None, Field(default=None, title=one.nhan)) for key, one in known.items()
    }
    reasons = create_model(f"{name}_giai_trinh", __base__=Part, **words)
    return {
        "chi_tieu": (table, Field(default_factory=table, title="Số liệu trong kỳ")),
        "cung_ky": (before, Field(default_factory=before, title="Số lũy kế cùng kỳ năm trước")),
        "giai_trinh": (reasons, Field(default_factory=reasons, title="Ghi chú, giải trình")),
        "chuyen_giao": (
            dict[str, table],  # type: ignore[valid-type]
            Field(default_factory=dict, title="Số liệu nhận của đơn vị đã chấm dứt, theo mã"),
        ),
    }


def _cell(one: ChiTieu) -> Any:
    """Return the type of one figure."""
    if one.kieu == "mức":
        return Annotated[str, BeforeValidator(_level(tuple(one.muc or ())))]
    return {"số nguyên": Count, "số": Amount, "có/không": YesNo}[one.kieu]


def _level(levels: tuple[str, ...]) -> Callable[[object], str]:
    def choose(value: object) -> str:
        text = to_line(value)
        known = {fold(level): level for level in levels}
        if fold(text) not in known:
            hint = f"viết một trong: {', '.join(levels)}"
            raise mistake("not-a-level", f"“{text}” không phải là mức xếp loại", hint)
        return known[fold(text)]

    return choose


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
