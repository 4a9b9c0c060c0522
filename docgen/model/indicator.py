"""A form of figures (biểu): its indicators, what is computed from them, what must agree."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from docgen.model.formula import read_condition, read_formula
from docgen.model.record import Record
from docgen.model.types import Key, Number, Text, YesNo, mistake

EITHER = "thôn, tổ dân phố"
"""What communities of residents are called where some are one and some the other."""


def in_words(text: str, community: str) -> str:
    """Return *text* with the word for a community of residents in place of its marks."""
    large = community[:1].upper() + community[1:]
    return text.replace("{cong_dong}", community).replace("{Cong_dong}", large)


class ChiTieu(Record):
    """One indicator: typed by the units, or computed where it has a formula.

    Its nature (``tinh_chat``) says how a year comes of its halves: “phát sinh” is added, “cuối kỳ”
    is the last value, “đầu kỳ” the first, “cả năm” is written for the year and never added.
    Its label and unit may hold {cong_dong}, {Cong_dong}: what the unit's communities are called.
    """

    nhan: Text = Field(title="Tên chỉ tiêu")
    dvt: Text | None = Field(default=None, title="Đơn vị tính")
    kieu: Literal["số nguyên", "số", "có/không", "mức"] = Field(
        default="số nguyên", title="Kiểu số liệu"
    )
    muc: list[Text] | None = Field(default=None, title="Các mức, từ cao xuống thấp")
    tinh_chat: Literal["phát sinh", "cuối kỳ", "đầu kỳ", "cả năm"] = Field(
        default="phát sinh", title="Tính chất"
    )
    cho: list[Text] | None = Field(
        default=None, title="Chỉ dùng cho các loại đơn vị này (để trống: mọi loại)"
    )
    dem_don_vi: YesNo = Field(default=False, title="Khi tổng hợp, đếm thêm số đơn vị có (có/không)")
    bang_ky_truoc: Key | None = Field(
        default=None, title="Số đầu kỳ phải bằng chỉ tiêu này của kỳ trước"
    )
    bang_dac_diem: Key | None = Field(
        default=None, title="Số phải bằng mục này trong dac_diem của đơn vị"
    )
    cong_thuc: Text | None = Field(default=None, title="Công thức (chỉ tiêu tính ra, không nhập)")

    @model_validator(mode="after")
    def _consistent(self) -> ChiTieu:
        if (self.kieu == "mức") != bool(self.muc):
            hint = "thêm  muc: [Tốt, Khá, …]  khi  kieu: mức"
            raise mistake("indicator-levels", "chỉ tiêu xếp mức phải kê các mức", hint)
        if self.cong_thuc:
            read_formula(self.cong_thuc)
            if self.kieu in ("có/không", "mức"):
                hint = "bỏ mục kieu"
                raise mistake("indicator-formula", "chỉ tiêu tính ra phải là số", hint)
        elif self.percent:
            hint = "ghi tử số, mẫu số thành hai chỉ tiêu, rồi  cong_thuc: tử / mẫu"
            raise mistake("indicator-ratio", "tỷ lệ không nhập tay, vì không cộng được", hint)
        if self.bang_ky_truoc and (self.cong_thuc or self.tinh_chat != "đầu kỳ"):
            hint = "thêm  tinh_chat: đầu kỳ"
            raise mistake("indicator-opening", "chỉ số đầu kỳ mới có bang_ky_truoc", hint)
        return self

    def called(self, community: str) -> ChiTieu:
        """Return the indicator in the words of a unit: its communities are thôn, or tổ dân phố."""
        if "ong_dong}" not in f"{self.nhan}{self.dvt}":
            return self
        unit = in_words(self.dvt, community) if self.dvt else None
        return self.model_copy(update={"nhan": in_words(self.nhan, community), "dvt": unit})

    @property
    def percent(self) -> bool:
        """Tell whether a computed ratio is shown in percent."""
        return self.dvt == "%"


class KiemTra(Record):
    """A condition that the figures of one report must meet."""

    dung: Text = Field(title="Điều kiện phải đúng")
    cau: Text = Field(title="Câu báo khi sai")
    nhac: YesNo = Field(default=False, title="Chỉ nhắc, không chặn (có/không)")
    luy_ke: YesNo = Field(default=False, title="Chỉ so trên số lũy kế (có/không)")
    cho: list[Text] | None = Field(
        default=None, title="Chỉ dùng cho các loại đơn vị này (để trống: mọi loại)"
    )

    @model_validator(mode="after")
    def _readable(self) -> KiemTra:
        read_condition(self.dung)
        return self


class Bieu(Record):
    """data/danh_muc/bieu/<tên>.yaml: the figures that one kind of report asks for."""

    ten: Text = Field(title="Tên biểu")
    chi_tieu: dict[Key, ChiTieu] = Field(title="Các chỉ tiêu, theo thứ tự in")
    kiem_tra: list[KiemTra] = Field(default_factory=list, title="Kiểm tra chéo")
    lech_cung_ky: Number | None = Field(
        default=None, title="Lệch cùng kỳ quá bao nhiêu % thì phải giải trình"
    )

    def known(self, family: list[str], community: str = EITHER) -> dict[str, ChiTieu]:
        """Return the indicators of a kind of unit, given with the kinds that it is like.

        Their labels are in the words of its *community*.
        """
        return {
            key: one.called(community)
            for key, one in self.chi_tieu.items()
            if not one.cho or set(one.cho) & set(family)
        }

    def typed(self, family: list[str], community: str = EITHER) -> dict[str, ChiTieu]:
        """Return those that the units write, not those that are computed."""
        known = self.known(family, community)
        return {key: one for key, one in known.items() if not one.cong_thuc}
