"""The year and the workspace's own settings."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import PurePath
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from docgen.errors import did_you_mean
from docgen.model.record import Record
from docgen.model.types import Day, Name, Serial, Text, Year, YesNo, mistake, to_line
from docgen.model.unit import Khoang
from docgen.model.vocabulary import DuKien
from docgen.vietnamese.document_types import ROWS, plain

_ROWS = {plain(name): name for name in ROWS}


def to_row(value: Any) -> str:
    """Return the name of a row of numbers: tên loại of Điều 7 NĐ 30/2020, or “Bản sao”."""
    typed = to_line(value)
    if found := _ROWS.get(plain(typed)):
        return found
    sentence = f"không có loại văn bản “{typed}”.{did_you_mean(typed, ROWS)}"
    hint = "viết tên loại theo Điều 7 Nghị định 30/2020/NĐ-CP, ví dụ  Kế hoạch"
    raise mistake("unknown-type", sentence, hint)


class BatDau(Record):
    """Where an office's numbers begin that came to docgen in the middle of a year."""

    don_vi: Text = Field(title="Mã đơn vị")
    nam: Year = Field(title="Năm")
    so: Serial = Field(title="Số đầu tiên docgen cấp")
    loai: Annotated[str, BeforeValidator(to_row)] | None = Field(
        default=None, title="Tên loại văn bản (khi đánh số theo loại)"
    )


class DanhSo(Record):
    """How documents are numbered: điểm c khoản 1 Điều 15 NĐ 30/2020, decided by each office's head."""

    cach: Literal["chung", "theo loại"] = Field(
        default="chung", title="Một dãy số cho mọi loại văn bản, hay mỗi loại một dãy"
    )
    theo_loai: list[Text] = Field(default_factory=list, title="Các đơn vị đánh số theo loại")
    bat_dau: list[BatDau] = Field(default_factory=list, title="Số bắt đầu khi dùng docgen giữa năm")

    def by_type(self, unit: str) -> bool:
        """Tell whether each type of a unit's documents has a row of its own."""
        return self.cach == "theo loại" or unit in self.theo_loai


class CaiDat(Record):
    """docgen.yaml: what holds for the whole workspace."""

    nam: Year = Field(title="Năm")
    the_thuc: Literal["nd30-2020"] = Field(default="nd30-2020", title="Chuẩn thể thức")
    van_ban_dien_tu: YesNo = Field(default=False, title="Phát hành văn bản điện tử (có/không)")
    danh_so: DanhSo = Field(default_factory=DanhSo, title="Cách đánh số văn bản")
    thu_muc_ra: Text = Field(default="out", title="Thư mục kết quả")

    @model_validator(mode="after")
    def _aside(self) -> CaiDat:
        first = PurePath(self.thu_muc_ra).parts[:1]
        if first in ((), ("data",), ("templates",), ("..",)) or PurePath(self.thu_muc_ra).anchor:
            sentence = f"thư mục kết quả không thể là “{self.thu_muc_ra}”"
            raise mistake("out-folder", sentence, "viết tên một thư mục riêng, ví dụ  out")
        return self


class CuaSo(Record):
    """A reporting window: from a day, and before a day (that day itself is too late).

    ``so_lieu`` are the days that the figures are of, apart from those on which they are sent.
    """

    tu: Day = Field(title="Gửi từ ngày")
    truoc: Day = Field(title="Gửi trước ngày")
    so_lieu: Khoang | None = Field(default=None, title="Số liệu từ ngày, đến ngày")

    @model_validator(mode="after")
    def _in_order(self) -> CuaSo:
        if self.truoc <= self.tu:
            hint = "xem lại hai ngày"
            raise mistake("days-reversed", "“Gửi trước ngày” phải sau “Gửi từ ngày”", hint)
        return self

    @property
    def last(self) -> date:
        """The last day on which a report is in time: “trước ngày 15/6” ends on 14/6."""
        return self.truoc - timedelta(days=1)


class KyBaoCao(Record):
    """The two reports of a year."""

    sau_thang: CuaSo = Field(title="Báo cáo 06 tháng")
    nam: CuaSo = Field(title="Báo cáo năm")


class VanBanVienDan(Record):
    """A document that is cited: tên loại, số ký hiệu, ngày, cơ quan ban hành, trích yếu."""

    loai: Text = Field(default="Kế hoạch", title="Tên loại")
    so: Text = Field(title="Số, ký hiệu")
    ngay: Day = Field(title="Ngày ban hành")
    co_quan: Text = Field(title="Cơ quan ban hành")
    trich_yeu: Text | None = Field(default=None, title="Trích yếu")


class DeCuongRieng(Record):
    """An outline that a superior orders for the reports of its units."""

    cap_tren: Text = Field(title="Mã đơn vị cấp trên")
    don_vi: Text | None = Field(default=None, title="Loại đơn vị (để trống: mọi loại)")
    de_cuong: Name = Field(title="Đề cương trong danh_muc/de_cuong/")


class Nam(Record):
    """data/nam/<year>.yaml: themes, superior plans, reporting windows, planned days."""

    chu_de: dict[str, Text] = Field(default_factory=dict, title="Chủ đề năm, theo mã đơn vị")
    ke_hoach_cap_tren: dict[str, VanBanVienDan] = Field(
        default_factory=dict, title="Kế hoạch của cấp trên, theo mã đơn vị ban hành"
    )
    han_bao_cao: KyBaoCao = Field(title="Thời gian gửi báo cáo")
    ngay_du_kien: list[DuKien] = Field(default_factory=list, title="Ngày dự kiến ban hành")
    de_cuong: list[DeCuongRieng] = Field(
        default_factory=list, title="Đề cương báo cáo do cấp trên quy định"
    )
