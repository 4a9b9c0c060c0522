"""kiem_tra.yaml: how an office has its documents checked, and what it lives with."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from docgen.model.record import Record
from docgen.model.types import Text


def _to_list(value: Any) -> Any:
    """Return one pattern as a list of one."""
    return [value] if isinstance(value, str) else value


Patterns = Annotated[list[Text], BeforeValidator(_to_list)]
"""Names of files: ``*`` stands for any letters; without ``/`` the name alone is looked at."""


class QuyTac(Record):
    """What is changed in one rule: the weight of a fault, the rule's own numbers."""

    muc_do: Literal["lỗi", "nhắc", "lưu ý"] | None = Field(default=None, title="Mức độ")
    tham_so: dict[str, Any] = Field(default_factory=dict, title="Tham số")
    tep: Patterns = Field(default_factory=list, title="Chỉ cho các tệp")


class BoQua(Record):
    """Faults that are excused: of one rule or family, with these words, in these files."""

    quy_tac: Text = Field(title="Quy tắc")
    ly_do: Text = Field(title="Lý do")
    chua: Text | None = Field(default=None, title="Chỉ chỗ có chữ")
    tep: Patterns = Field(default_factory=list, title="Chỉ cho các tệp")


class KiemTra(Record):
    """The whole file."""

    quy_tac: dict[str, QuyTac] = Field(default_factory=dict, title="Quy tắc")
    bo_qua: list[BoQua] = Field(default_factory=list, title="Bỏ qua")
