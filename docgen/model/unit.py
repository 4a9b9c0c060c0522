"""Units in time: who an office is, between which days, under whom, who signs, who receives."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from docgen.model.record import Record, at, holds
from docgen.model.types import Count, Day, Number, Text, YesNo, mistake, to_line
from docgen.vietnamese.letters import fold
from docgen.vietnamese.places import Place

_LUU = re.compile(
    r"(?:-?\s*Lưu\s*:?\s*)?VT(?P<units>(?:\s*,[^(),;.]+)*)\s*(?:\(\s*(?P<copies>[0-9]{1,6})\s*\))?"
    r"\s*(?:\.\s*(?P<typist>\S.*?)?\.?)?",
    re.IGNORECASE,
)
_LEVELS = (
    ("mầm non", "mam non"),
    ("mầm non", "mau giao"),
    ("tiểu học", "tieu hoc"),
    ("trung học cơ sở", "trung hoc co so"),
    ("trung học cơ sở", "thcs"),
    ("trung học phổ thông", "trung hoc pho thong"),
    ("trung học phổ thông", "thpt"),
)
_ARCHIVE_LINE = re.compile(r"-?\s*Lưu\s*(?::|VT\b|VP\b|$)", re.IGNORECASE)


class DiaBan(Record):
    """An administrative unit: its common noun and its own name."""

    cap: Text = Field(title="Cấp (phường, xã, quận, thành phố…)")
    ten: Text = Field(title="Tên riêng của địa bàn")
    theo_ten_nguoi: YesNo = Field(
        default=False, title="Đặt theo tên người hoặc sự kiện lịch sử (có/không)"
    )

    @model_validator(mode="after")
    def _own_name(self) -> DiaBan:
        if fold(self.ten).startswith(f"{fold(self.cap)} "):
            own = self.ten.split(" ", self.cap.count(" ") + 1)[-1]
            sentence = f"tên riêng “{self.ten}” không kèm “{self.cap}”"
            raise mistake("place-noun-twice", sentence, f"viết  ten: {own}")
        plain = not self.place.keeps_noun or self.theo_ten_nguoi
        if plain and (self.ten[:1].islower() or (len(self.ten) > 3 and self.ten.isupper())):
            sentence = f"tên riêng “{self.ten}” phải viết hoa chữ cái đầu mỗi âm tiết"
            raise mistake("place-capitals", sentence, f"viết  ten: {self.ten.title()}")
        return self

    @property
    def place(self) -> Place:
        """The name with the capitals of Phụ lục II NĐ 30/2020."""
        return Place(self.cap.lower(), self.ten, self.theo_ten_nguoi)


class Khoang(Record):
    """From one day to another, both included; a missing end is open."""

    tu: Day | None = Field(default=None, title="Từ ngày")
    den: Day | None = Field(default=None, title="Đến ngày")

    @model_validator(mode="after")
    def _in_order(self) -> Khoang:
        if self.tu and self.den and self.den < self.tu:
            raise mistake(
                "days-reversed", "“Đến ngày” ở trước “Từ ngày”", "đổi chỗ hai ngày cho đúng"
            )
        return self


K = TypeVar("K", bound=Khoang)


class TenGoi(Khoang):
    """A name and the time in which it was the name."""

    ten: Text = Field(title="Tên")


class CapTren(Khoang):
    """A superior and the time in which it was the superior."""

    don_vi: Text = Field(title="Mã đơn vị cấp trên")


Vai = Literal["báo cáo", "thực hiện", "phối hợp", "để biết"]
"""Why a recipient gets a document."""
Kenh = Literal["trục liên thông", "quản lý văn bản", "thư công vụ", "giấy", "bưu điện"]
"""How a recipient gets a document; only paper counts as a copy."""
PAPER = ("giấy", "bưu điện")


class KeThua(Record):
    """A unit that took over when this one ended."""

    don_vi: Text = Field(title="Mã đơn vị kế thừa")
    phan: Literal["toàn bộ", "một phần"] = Field(default="toàn bộ", title="Phần được kế thừa")
    nhan_so_lieu: YesNo = Field(
        default=False, title="Nhận cả số liệu báo cáo khi kế thừa một phần (có/không)"
    )


class NguoiKy(Record):
    """Who signs: the lines above the title only where they differ from the usual ones."""

    ho_ten: Text = Field(title="Họ và tên người ký")
    chuc_vu: Text = Field(title="Chức vụ người ký")
    quyen_han: list[Text] | None = Field(default=None, title="Quyền hạn ký (TM., KT., TL., TUQ.)")
    chuc_vu_khac: Text | None = Field(default=None, title="Chức vụ khác (tổ chức tư vấn)")


class KyBienBan(Record):
    """Who signs the minutes: two names side by side, Mẫu 1.9 Phụ lục III NĐ 30/2020."""

    thu_ky: Text = Field(title="Họ và tên thư ký")
    chu_toa: Text = Field(title="Họ và tên chủ tọa")


class BanLuu(Record):
    """The last line of Nơi nhận: điểm d khoản 9 Mục II Phần I Phụ lục I NĐ 30/2020."""

    don_vi: tuple[str, ...] = ()
    so_ban: int | None = None
    danh_may: str = ""  # the typist's mark and the copies printed (ô số 12)

    def __str__(self) -> str:
        copies = f" ({self.so_ban:02})" if self.so_ban is not None else ""
        typist = f". {self.danh_may}" if self.danh_may else ""
        return f"Lưu: {', '.join(('VT', *self.don_vi))}{copies}{typist}"


def _archive(value: Any) -> BanLuu:
    text = to_line(value)
    match = _LUU.fullmatch(text.rstrip(";").strip())
    if not match:
        raise mistake(
            "luu-form",
            f"dòng lưu “{text}” chưa đúng mẫu của Nghị định 30/2020",
            "viết  - Lưu: VT, <đơn vị soạn thảo> (<số bản>).  ví dụ  - Lưu: VT, NV (02).",
        )
    units = tuple(unit.strip() for unit in match["units"].split(",") if unit.strip())
    copies = int(match["copies"]) if match["copies"] else None
    return BanLuu(don_vi=units, so_ban=copies, danh_may=match["typist"] or "")


class NoiNhan(Record):
    """One line of Nơi nhận: a unit, a group, or words; the last is the archive copy."""

    don_vi: Text | None = Field(default=None, title="Mã đơn vị nhận")
    nhom: Text | None = Field(default=None, title="Nhóm nơi nhận")
    ten: Text | None = Field(default=None, title="Tên nơi nhận")
    so_ban: Count | None = Field(default=None, title="Số bản")
    vai: Vai | None = Field(default=None, title="Vai của nơi nhận")
    kenh: Kenh | None = Field(default=None, title="Kênh gửi")
    luu: Annotated[BanLuu, BeforeValidator(_archive)] | None = Field(default=None, title="Bản lưu")

    @model_validator(mode="before")
    @classmethod
    def _words(cls, value: Any) -> Any:
        """Take words for the archive line or a name; “Nhóm: …” is a key, mistyped."""
        raw = getattr(value, "raw", "")
        if not raw and isinstance(value, (dict, list)):
            return value
        text = to_line(value)
        key = "_".join(fold(raw.partition(":")[0]).split())
        if _ARCHIVE_LINE.match(text):
            return {"luu": text}
        if key in cls.model_fields:
            return value
        return {"ten": text.removeprefix("- ").rstrip(";").rstrip().rstrip(".")}

    @model_validator(mode="after")
    def _one_of(self) -> NoiNhan:
        if sum(value is not None for value in (self.don_vi, self.nhom, self.ten, self.luu)) != 1:
            raise mistake(
                "recipient-unclear",
                "mỗi dòng nơi nhận chỉ ghi một trong ba: don_vi, nhom hoặc ten",
                "ví dụ  - don_vi: phong-noi-vu",
            )
        return self


class DacDiem(Record):
    """Figures about the place; each may be left out."""

    so_to_dan_pho: Count | None = Field(default=None, title="Số thôn, tổ dân phố")
    so_ho: Count | None = Field(default=None, title="Số hộ")
    so_nhan_khau: Count | None = Field(default=None, title="Số nhân khẩu")
    dien_tich: Number | None = Field(default=None, title="Diện tích (km²)")
    so_can_bo: Count | None = Field(
        default=None, title="Số cán bộ, công chức, viên chức, người lao động"
    )
    so_lop: Count | None = Field(default=None, title="Số lớp (trường học)")
    so_hoc_sinh: Count | None = Field(default=None, title="Số học sinh, trẻ em (trường học)")


def _one_at_a_time(spans: list[K]) -> list[K]:
    """Refuse two spans that hold on one day: nobody could tell which of them is meant."""
    for row, later in enumerate(spans):
        for earlier in spans[:row]:
            start = max(earlier.tu or date.min, later.tu or date.min)
            if holds(earlier, start) and holds(later, start):
                raise mistake(
                    "days-overlap",
                    f"dòng thứ {spans.index(earlier) + 1} và dòng thứ {row + 1} trùng thời gian",
                    "ghi  den:  cho dòng cũ,  tu:  cho dòng mới",
                )
    return spans


OneAtATime = AfterValidator(_one_at_a_time)


def one_or_many(key: str) -> BeforeValidator:
    """Let a single text stand for a list of one dated record."""

    def widen(value: Any) -> Any:
        return [{key: value}] if isinstance(value, str) else value

    return BeforeValidator(widen)


def level_in(name: str) -> str:
    """Return the level that a school's name tells, or nothing: “Trường Mầm non Sao Sáng 4”."""
    words = fold(name)
    return next((level for level, told in _LEVELS if told in words), "")


class DonVi(Record):
    """One office or place: a file of data/don_vi/."""

    loai: Text = Field(title="Loại đơn vị")
    dia_ban: DiaBan | None = Field(default=None, title="Địa bàn")
    cap_hoc: Literal["mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông"] | None = (
        Field(default=None, title="Cấp học (trường học)")
    )
    ten: Annotated[list[TenGoi], one_or_many("ten"), OneAtATime] | None = Field(
        default=None, title="Tên cơ quan"
    )
    cong_dong: Text | None = Field(
        default=None, title="Cộng đồng dân cư (mã trong danh_muc/cong_dong.yaml)"
    )
    ten_goi: Text | None = Field(default=None, title="Tên gọi ngắn trong Nơi nhận")
    viet_tat: Text | None = Field(default=None, title="Chữ viết tắt trong ký hiệu")
    cap_tren: Annotated[list[CapTren], one_or_many("don_vi"), OneAtATime] = Field(
        default_factory=list, title="Đơn vị cấp trên"
    )
    ton_tai: Khoang = Field(default_factory=Khoang, title="Thời gian tồn tại")
    ke_thua: list[KeThua] = Field(default_factory=list, title="Đơn vị kế thừa")
    lap_van_ban: YesNo = Field(default=True, title="docgen lập văn bản cho đơn vị này (có/không)")
    thuong_truc: Text | None = Field(default=None, title="Cơ quan thường trực (mã đơn vị)")
    tuyen_truyen: Text | None = Field(default=None, title="Cơ quan tuyên truyền (mã đơn vị)")
    nguoi_ky: NguoiKy | None = Field(default=None, title="Người ký")
    dac_diem: DacDiem = Field(default_factory=DacDiem, title="Đặc điểm")
    noi_nhan: list[NoiNhan] = Field(default_factory=list, title="Nơi nhận")
    dien_thoai: Text | None = Field(default=None, title="Điện thoại")
    dia_chi: Text | None = Field(default=None, title="Địa chỉ")
    thu_dien_tu: Text | None = Field(default=None, title="Thư điện tử")

    @model_validator(mode="after")
    def _named(self) -> DonVi:
        if self.dia_ban is None and not self.ten:
            raise mistake(
                "unit-unnamed",
                "đơn vị chưa có tên",
                "thêm  dia_ban:  (với UBND, HĐND) hoặc  ten:  (với phòng, trường, ban)",
            )
        return self

    def exists(self, day: date) -> bool:
        """Tell whether the unit exists on *day*."""
        return holds(self.ton_tai, day)

    def name_at(self, day: date) -> str | None:
        """Return the unit's own dated name on *day*, if it has any."""
        spans = self.ten or []
        found = at(spans, day) or (spans[-1] if spans else None)
        return found.ten if found else None

    def superior_at(self, day: date) -> str | None:
        """Return the code of the superior on *day*."""
        found = at(self.cap_tren, day)
        return found.don_vi if found else None
