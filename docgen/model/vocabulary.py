"""Vocabularies: kinds of unit, regimes, groups of recipients, kinds of document. All are data."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, model_validator

from docgen.model.record import Record
from docgen.model.types import Count, Day, Key, Month, Name, Text, YesNo, mistake, to_text
from docgen.model.unit import Kenh, Khoang, OneAtATime, TenGoi, Vai, one_or_many
from docgen.vietnamese.letters import nfc


class LoaiDonVi(Khoang):
    """A kind of unit, and when there are such units: how it signs, what its head is called."""

    ten: Text = Field(title="Tên loại đơn vị")
    dau_ten: list[Text] = Field(
        default_factory=list, title="Chữ đứng đầu tên của đơn vị loại này (để đoán loại)"
    )
    co_quan: Text | None = Field(default=None, title="Tên cơ quan đứng trước địa bàn")
    co_quan_viet_tat: Text | None = Field(default=None, title="Tên cơ quan viết tắt")
    tap_the: Text | None = Field(
        default=None, title="Tập thể lãnh đạo (chế độ tập thể), để trống nếu chế độ thủ trưởng"
    )
    truong: Text | None = Field(default=None, title="Chức vụ người đứng đầu")
    pho: Text | None = Field(default=None, title="Chức vụ cấp phó")
    tu_van: YesNo = Field(default=False, title="Tổ chức tư vấn (hội đồng, ban chỉ đạo)")
    chu_quan: YesNo = Field(default=False, title="Đầu trang có tên cơ quan chủ quản")
    nhu: Text | None = Field(default=None, title="Dùng mẫu văn bản của loại đơn vị")
    thang_cuoi_nam_cong_tac: Month = Field(
        default=12, title="Tháng cuối của năm công tác (trường học: tháng cuối năm học)"
    )


class CheDo(Khoang):
    """A regime of local government and the words that it changes."""

    ma: Text = Field(title="Mã")
    ten: Text = Field(title="Tên chế độ")
    tu_ngu: dict[str, Text] = Field(default_factory=dict, title="Từ ngữ")


class VanBanPhapLuat(Khoang):
    """A legal document that papers cite, and the days between which it is in force."""

    so: Text = Field(title="Số, ký hiệu")
    ten: Text = Field(title="Tên loại và trích yếu")
    thay_boi: Text | None = Field(default=None, title="Số, ký hiệu của văn bản thay thế")


class CongDong(Record):
    """What a community of residents is called, and its head: thôn, tổ dân phố."""

    ten: Text = Field(title="Tên gọi")
    cap: list[Text] = Field(default_factory=list, title="Cấp của địa bàn")
    truong: Text = Field(title="Người đứng đầu")


LATE: Final = "đơn vị chậm báo cáo"
OFFICE_ABOVE: Final = "cơ quan thường trực của cấp trên"


class Chon(Record):
    """Which units a group holds, on the date of the document.

    Those of some kinds under the issuer, one that stands above it, or those that owe it the report
    of the document's period on that day.
    """

    loai: list[Text] | None = Field(default=None, title="Loại đơn vị")
    cap_tren: Literal["đơn vị ban hành"] | None = Field(
        default="đơn vị ban hành", title="Cấp trên trực tiếp"
    )
    la: Literal["cấp trên", "cơ quan thường trực của cấp trên", "đơn vị chậm báo cáo"] | None = (
        Field(
            default=None,
            title="Là (cấp trên, cơ quan thường trực của cấp trên, đơn vị chậm báo cáo)",
        )
    )

    @model_validator(mode="after")
    def _one_of(self) -> Chon:
        if (self.loai is None) == (self.la is None):
            hint = "ví dụ  chon: {loai: [truong-hoc]}  hoặc  chon: {la: cấp trên}"
            raise mistake("group-choice", "ghi một trong hai: loai hoặc la", hint)
        return self


class Nhom(Record):
    """A group of recipients: one line of Nơi nhận, many addresses."""

    ten: Annotated[list[TenGoi], one_or_many("ten"), OneAtATime] = Field(
        title="Tên nhóm trên dòng Nơi nhận"
    )
    ten_khi_mot: Text | None = Field(default=None, title="Tên khi nhóm chỉ có một đơn vị")
    cho: list[Text] | None = Field(
        default=None, title="Chỉ dùng cho các loại đơn vị này (để trống: mọi loại)"
    )
    chon: Chon | None = Field(default=None, title="Chọn đơn vị")
    vai: Vai = Field(default="để biết", title="Vai của nơi nhận")
    kenh: Kenh | None = Field(
        default=None, title="Kênh gửi (để trống: trục liên thông cho đơn vị, giấy cho nơi khác)"
    )
    so_ban: Count | None = Field(default=None, title="Số bản cho mỗi nơi nhận")
    dem: Key | None = Field(
        default=None, title="Số nơi nhận lấy từ mục này của dac_diem (ví dụ so_to_dan_pho)"
    )


def _to_subject(value: object) -> str:
    """Return a sentence that may hold the marks of a template."""
    if isinstance(value, str) and value.strip():
        return nfc(value).strip()
    return to_text(value)


Subject = Annotated[str, BeforeValidator(_to_subject)]
"""Words that a template's marks may stand in."""


class NhomTongHop(Record):
    """Units under the one that reports, added up apart from the others."""

    ma: Key = Field(title="Mã để gọi trong đề cương")
    ten: Text = Field(title="Tên nhóm")
    loai: list[Text] = Field(title="Loại đơn vị")


class Mau(Record):
    """The template of a kind of document for one kind of unit."""

    tep: Text = Field(title="Tệp mẫu trong templates/")
    phu_luc: list[Text] = Field(default_factory=list, title="Các phụ lục, theo thứ tự")
    trich_yeu: Subject | None = Field(default=None, title="Trích yếu riêng của loại đơn vị")
    mac_dinh: dict[Key, Name] = Field(
        default_factory=dict, title="Bảng mặc định riêng của loại đơn vị, theo mục dữ liệu"
    )
    de_cuong: Name | None = Field(default=None, title="Đề cương trong danh_muc/de_cuong/")
    tong_hop: list[NhomTongHop] = Field(
        default_factory=list, title="Các nhóm đơn vị cấp dưới được tổng hợp"
    )


class Truong(Record):
    """A field of a kind of document, as its vocabulary file declares it."""

    nhan: Text = Field(title="Nhãn")
    kieu: Literal[
        "chữ",
        "đoạn văn",
        "số nguyên",
        "số",
        "ngày",
        "tháng",
        "giờ",
        "có/không",
        "nhóm",
        "danh sách",
    ] = Field(default="chữ", title="Kiểu")
    bat_buoc: YesNo = Field(default=False, title="Bắt buộc (có/không)")
    mac_dinh: Name | None = Field(default=None, title="Bảng mặc định trong danh_muc/mac_dinh/")
    gom: dict[Key, Truong] | None = Field(default=None, title="Các mục con")
    cho: list[Text] | None = Field(
        default=None, title="Chỉ dùng cho các loại đơn vị này (để trống: mọi loại)"
    )

    @model_validator(mode="after")
    def _consistent(self) -> Truong:
        if self.gom and self.kieu not in ("nhóm", "danh sách"):
            hint = "thêm  kieu: nhóm  hoặc  kieu: danh sách"
            raise mistake("field-parts", "chỉ nhóm và danh sách mới có mục con (gom)", hint)
        if self.kieu == "nhóm" and not self.gom:
            raise mistake("field-parts", "nhóm phải có mục con", "thêm  gom:  và các mục con")
        if self.mac_dinh and self.kieu != "danh sách":
            raise mistake("field-default", "chỉ danh sách mới có bảng mặc định", "xóa  mac_dinh:")
        return self


TEMPLATE_NAMES = frozenset(
    [
        "nam",
        "thoi_gian",
        "don_vi",
        "cap_tren",
        "cap_duoi",
        "che_do",
        "chu_ky",
        "noi_nhan",
        "cac_phu_luc",
        "chu_de",
        "han_bao_cao",
        "ke_hoach_cap_tren",
        "van_ban",
        "muc",
        "khoan",
        "diem",
        "dem_lai",
        "duong_ke",
        "phu_luc",
        "lich",
        "ky",
        "kinh_gui",
        "so_lieu",
        "de_cuong",
        "tong_hop",
        "cham",
    ]
)
"""Names that every template has; no kind may give its data one of them."""


class Ban(Record):
    """Another version of a document from the same data: other addressees, a number of its own."""

    mo_ta: Text = Field(title="Mô tả cho trợ giúp")
    cho: list[Text] | None = Field(
        default=None, title="Chỉ dùng cho các loại đơn vị này (để trống: mọi loại)"
    )
    kinh_gui: list[Text] = Field(title="Kính gửi (các nhóm nơi nhận)")
    vai: list[Vai] | None = Field(default=None, title="Chỉ gửi nơi nhận có các vai này")
    bo: list[Text] = Field(default_factory=list, title="Các nhóm nơi nhận không gửi bản này")


class LoaiVanBan(Record):
    """A kind of document: its name, abbreviation, command, templates and fields."""

    ten: Text = Field(title="Tên loại văn bản")
    viet_tat: Text = Field(title="Chữ viết tắt (Phụ lục III NĐ 30/2020)")
    lenh: Name | None = Field(default=None, title="Lệnh")
    mo_ta: Text = Field(title="Mô tả cho trợ giúp")
    vi_du: Name | None = Field(default=None, title="Đơn vị trong ví dụ của trợ giúp")
    tep: Name = Field(title="Tên tệp kết quả")
    du_lieu: Key = Field(title="Thư mục dữ liệu trong data/")
    trich_yeu: Subject = Field(title="Trích yếu")
    lap: Literal["năm", "kỳ", "nhiều lần"] = Field(
        default="năm", title="Mỗi năm một bản, mỗi kỳ báo cáo một bản, hay nhiều lần trong năm"
    )
    khi_can: YesNo = Field(
        default=False, title="Chỉ lập khi cần, không thuộc docgen all (có/không)"
    )
    cong_van: YesNo = Field(default=False, title="Công văn: không có tên loại (có/không)")
    so_sach: YesNo = Field(
        default=False, title="Danh sách, sổ nội bộ: không đánh số, không phát hành (có/không)"
    )
    bieu: Name | None = Field(default=None, title="Biểu số liệu trong danh_muc/bieu/")
    kinh_gui: list[Text] = Field(default_factory=list, title="Kính gửi (các nhóm nơi nhận)")
    vai: list[Vai] | None = Field(default=None, title="Chỉ gửi nơi nhận có các vai này")
    gui_theo: Key | None = Field(
        default=None, title="Mục dữ liệu kể người nhận trong thân văn bản (Nơi nhận: Như trên)"
    )
    ngay_theo: Key | None = Field(
        default=None, title="Mục ngày dùng khi chưa có ngày và ngày dự kiến của văn bản"
    )
    ban: dict[Name, Ban] = Field(default_factory=dict, title="Các bản khác từ cùng số liệu")
    mau: dict[str, Mau] = Field(title="Mẫu theo loại đơn vị")
    truong: dict[Key, Truong] = Field(default_factory=dict, title="Các mục dữ liệu")

    @model_validator(mode="after")
    def _named_fields(self) -> LoaiVanBan:
        for name, kind in (("gui_theo", "danh sách"), ("ngay_theo", "ngày")):
            field = getattr(self, name)
            fitting = [key for key, one in self.truong.items() if one.kieu == kind and not one.gom]
            if field and field not in fitting:
                sentence = f"{name}: không có mục nào tên “{field}” kiểu {kind} ở phần truong"
                hint = f"viết một trong: {', '.join(fitting)}" if fitting else f"xóa  {name}:"
                raise mistake("field-named", sentence, hint)
        return self


class DuKien(Record):
    """The day for which documents of a kind are planned, for all units or for a kind of unit."""

    loai: Text = Field(title="Loại văn bản")
    ngay: Day = Field(title="Ngày dự kiến")
    don_vi: Text | None = Field(default=None, title="Loại đơn vị (để trống: mọi loại)")
    ky: Literal["6-thang", "nam"] | None = Field(default=None, title="Kỳ báo cáo")
