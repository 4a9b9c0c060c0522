"""The outline of a report: headings, sentences with figures in them, and what the unit writes."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from docgen.model.record import Record
from docgen.model.types import Key, Prose, Text, mistake

FIGURE = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
"""A mark in a sentence: {don_tiep_nhan}, {ky.ten}, {don_vi.so_ho}."""

GROUP_WORDS = (
    "ten", "so_don_vi", "da_bao_cao", "so_chua_bao_cao", "chua_bao_cao", "so_cham", "don_vi_cham",
)  # fmt: skip
"""What a sentence may say of a group of units besides its sums: {phuong.da_bao_cao}."""


class Cau(Record):
    """A sentence: whole, or only where a figure is not zero (``khi``), with another for zero.

    ``truong`` stands for what the unit itself wrote in that field; where it wrote that there is
    none (“kien_nghi: []”), ``khong`` is printed, or “Không có.”.
    """

    cau: Prose | None = Field(default=None, title="Câu")
    khi: Text | None = Field(default=None, title="Chỉ in khi chỉ tiêu này khác 0 (hoặc là có)")
    khong: Prose | None = Field(default=None, title="Câu thay thế khi chỉ tiêu bằng 0 (hoặc không)")
    truong: Key | None = Field(default=None, title="Mục do đơn vị viết")
    ky: list[Literal["6-thang", "nam"]] | None = Field(default=None, title="Chỉ trong các kỳ này")
    ban: list[Text] | None = Field(default=None, title="Chỉ trong các bản này (chinh, hdnd…)")

    @model_validator(mode="after")
    def _one_of(self) -> Cau:
        if (self.cau is None) == (self.truong is None):
            hint = "ví dụ  - cau: Đã ban hành {van_ban} văn bản.  hoặc  - truong: han_che"
            raise mistake("outline-line", "mỗi dòng ghi một trong hai: cau hoặc truong", hint)
        if self.khong is not None and self.khi is None and self.truong is None:
            hint = "thêm  khi: <chỉ tiêu>"
            raise mistake("outline-line", "có câu thay thế mà chưa có chỉ tiêu để xét", hint)
        return self


def _sentence(value: object) -> object:
    """Take plain words for a sentence, also those that YAML took for a mapping."""
    if isinstance(value, dict) and set(value) <= set(Cau.model_fields):
        return value
    return {"cau": getattr(value, "raw", None) or value}


class MucDeCuong(Record):
    """A heading of the outline, its lines, and the headings under it."""

    tieu_de: Text = Field(title="Tiêu đề")
    y: list[Annotated[Cau, BeforeValidator(_sentence)]] = Field(
        default_factory=list, title="Các câu dưới tiêu đề"
    )
    muc: list[MucDeCuong] = Field(default_factory=list, title="Các tiêu đề cấp dưới")
    ky: list[Literal["6-thang", "nam"]] | None = Field(default=None, title="Chỉ trong các kỳ này")
    ban: list[Text] | None = Field(default=None, title="Chỉ trong các bản này (chinh, hdnd…)")


class DeCuong(Record):
    """data/danh_muc/de_cuong/<tên>.yaml: what a report says, in order."""

    mo_dau: list[Annotated[Cau, BeforeValidator(_sentence)]] = Field(
        default_factory=list, title="Đoạn mở đầu"
    )
    muc: list[MucDeCuong] = Field(title="Các mục lớn")
    ket: list[Annotated[Cau, BeforeValidator(_sentence)]] = Field(
        default_factory=list, title="Đoạn kết"
    )
