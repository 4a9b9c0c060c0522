"""Subject rules of a công văn: V/v, and no title (ô số 5b)."""

from __future__ import annotations

from docgen.check.judge import (
    HEAD,
    absent,
    clause,
    figure,
    off_centre,
    off_size,
    off_style,
    part,
    quoted,
    shouted,
)
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet

_B = clause("điểm b khoản 5 Mục II")
_TYPES = ("cong-van",)
_NAME = "Trích yếu công văn"


@rule("vv-present", source=_B, demands="Công văn có trích yếu sau chữ “V/v”.", types=_TYPES)
def vv_present(sheet: Sheet, _: Options) -> Hits:
    """A công văn says what it is about.

    Bad:  dưới số, ký hiệu của công văn không có trích yếu
    Good: V/v báo cáo kết quả thực hiện dân chủ ở cơ sở
    """
    yield from absent(sheet, "vv", HEAD, "trích yếu công văn (V/v)")


@rule(
    "vv-label",
    source=_B,
    demands="Trích yếu công văn trình bày sau chữ “V/v”.",
    types=_TYPES,
    needs=("vv",),
)
def vv_label(sheet: Sheet, _: Options) -> Hits:
    """The subject begins with “V/v ”.

    Bad:  Về việc báo cáo kết quả; v/v báo cáo kết quả; V/v: báo cáo kết quả
    Good: V/v báo cáo kết quả
    """
    first = part(sheet, "vv")[0]
    if not first.text.startswith("V/v ") and first.text != "V/v":
        yield Hit(first.place, f"Không bắt đầu bằng “V/v ”: {quoted(first.text, 24)}")


@rule("vv-caps", source=_B, demands=f"{_NAME} bằng chữ in thường.", types=_TYPES, needs=("vv",))
def vv_caps(sheet: Sheet, _: Options) -> Hits:
    """The subject is not in capitals.

    Bad:  V/V BÁO CÁO KẾT QUẢ
    Good: V/v báo cáo kết quả
    """
    for each in part(sheet, "vv"):
        if shouted(each.text.removeprefix("V/v")):
            yield Hit(each.place, f"{_NAME} in hoa: {quoted(each.text)}")


@rule(
    "vv-size",
    source=_B,
    demands=f"{_NAME} cỡ chữ từ 12 đến 13.",
    default={"size_pt": (12, 13)},
    types=_TYPES,
    needs=("vv",),
)
def vv_size(sheet: Sheet, options: Options) -> Hits:
    """The subject is of 12 or 13 pt.

    Bad:  V/v báo cáo kết quả, cỡ chữ 14
    Good: V/v báo cáo kết quả, cỡ chữ 12
    """
    yield from off_size(part(sheet, "vv"), _NAME, options["size_pt"])


@rule(
    "vv-style",
    source=_B,
    demands=f"{_NAME} kiểu chữ đứng (không đậm).",
    types=_TYPES,
    needs=("vv",),
)
def vv_style(sheet: Sheet, _: Options) -> Hits:
    """The subject is upright and not bold.

    Bad:  V/v báo cáo kết quả, in đậm
    Good: V/v báo cáo kết quả, đứng, không đậm
    """
    yield from off_style(part(sheet, "vv"), _NAME, bold=False)


@rule(
    "vv-align",
    source=_B,
    demands=f"{_NAME} đặt canh giữa dưới số, ký hiệu.",
    types=_TYPES,
    needs=("vv",),
)
def vv_align(sheet: Sheet, _: Options) -> Hits:
    """The subject is centred.

    Bad:  V/v báo cáo kết quả, canh trái
    Good: V/v báo cáo kết quả, canh giữa
    """
    yield from off_centre(part(sheet, "vv"), _NAME)


@rule(
    "vv-gap",
    source=_B,
    demands=f"{_NAME} cách dòng 6pt với số, ký hiệu.",
    default={"gap_pt": 6.0, "tolerance_pt": 0.5},
    types=_TYPES,
    needs=("so", "vv"),
)
def vv_gap(sheet: Sheet, options: Options) -> Hits:
    """6 pt stand between the number and the subject.

    Bad:  trích yếu liền dưới số, ký hiệu (0 pt)
    Good: trích yếu cách số, ký hiệu 6 pt
    """
    number, subject = part(sheet, "so")[-1], part(sheet, "vv")[0]
    gap = number.after_pt + subject.before_pt
    if abs(gap - options["gap_pt"]) > options["tolerance_pt"]:
        yield Hit(subject.place, f"Cách số, ký hiệu {figure(gap)} pt", "warning")


@rule(
    "cong-van-untitled",
    source=clause("điểm b khoản 3 Mục II") + "; Mẫu 1.5 Phụ lục III",
    demands="Công văn không có dòng tên loại.",
    types=_TYPES,
)
def cong_van_untitled(sheet: Sheet, _: Options) -> Hits:
    """A công văn prints no title.

    Bad:  dòng CÔNG VĂN ở giữa trang
    Good: V/v báo cáo kết quả, dưới số, ký hiệu
    """
    for each in part(sheet, "ten_loai"):
        yield Hit(each.place, f"Công văn có dòng tên loại {quoted(each.text)}")
