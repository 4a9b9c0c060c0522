"""Mark rules: độ khẩn, độ mật, the drafter's mark (ô số 10a, 10b, 12)."""

from __future__ import annotations

import re

from docgen.check.judge import (
    Part,
    clause,
    off_bold,
    off_capitals,
    off_italic,
    off_size,
    off_style,
    part,
    quoted,
)
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet

_MAT = clause("điểm a khoản 2 Mục III")
_KHAN = clause("điểm b khoản 2 Mục III")
_LUU_HANH = clause("điểm c khoản 2 Mục III")
_SOAN = clause("khoản 3 Mục III")


def _milder(hits: Hits) -> Hits:
    """Yield the hits as warnings: a stamp is rarely typed, and may be a picture."""
    for hit in hits:
        yield Hit(hit.where, hit.found, "warning")


def _unboxed(words: Part, name: str) -> Hits:
    for each in words:
        if not each.boxed:
            yield Hit(each.place, f"{name} không có khung viền", "warning")


@rule(
    "do-khan-text",
    source=_KHAN,
    demands="Mức độ khẩn ghi “HOẢ TỐC”, “THƯỢNG KHẨN” hoặc “KHẨN”, bằng chữ in hoa.",
    needs=("do_khan",),
)
def do_khan_text(sheet: Sheet, _: Options) -> Hits:
    """The mark of urgency is one of three, in capitals.

    Bad:  RẤT KHẨN
    Good: HỎA TỐC
    """
    for each in part(sheet, "do_khan"):
        if each.text not in ("HOẢ TỐC", "HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"):
            yield Hit(each.place, f"Mức độ khẩn ghi {quoted(each.text)}", "warning")


@rule(
    "do-khan-style",
    source=_KHAN,
    demands="Mức độ khẩn cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm, trong khung viền đơn.",
    default={"size_pt": (13, 14)},
    needs=("do_khan",),
)
def do_khan_style(sheet: Sheet, options: Options) -> Hits:
    """The mark of urgency is of 13 or 14 pt, upright, bold, in a frame.

    Bad:  KHẨN, không có khung viền
    Good: KHẨN, đứng, đậm, trong khung viền
    """
    words, name = part(sheet, "do_khan"), "Mức độ khẩn"
    yield from _milder(off_size(words, name, options["size_pt"]))
    yield from _milder(off_style(words, name, bold=True))
    yield from _unboxed(words, name)


@rule(
    "luu-hanh-style",
    source=_LUU_HANH,
    demands="Chỉ dẫn phạm vi lưu hành in hoa, cỡ chữ từ 13 đến 14, đứng, đậm, trong khung viền đơn.",
    default={"size_pt": (13, 14)},
    needs=("luu_hanh",),
)
def luu_hanh_style(sheet: Sheet, options: Options) -> Hits:
    """LƯU HÀNH NỘI BỘ is of 13 or 14 pt, upright, bold, in capitals, in a frame.

    Bad:  Lưu hành nội bộ, không có khung viền
    Good: LƯU HÀNH NỘI BỘ, đứng, đậm, trong khung viền
    """
    words, name = part(sheet, "luu_hanh"), "Chỉ dẫn phạm vi lưu hành"
    yield from _milder(off_capitals(words, name))
    yield from _milder(off_size(words, name, options["size_pt"]))
    yield from _milder(off_style(words, name, bold=True))
    yield from _unboxed(words, name)


@rule(
    "do-mat-stamped",
    source=_MAT,
    demands="Độ mật được đóng bằng con dấu khắc sẵn theo pháp luật về bảo vệ bí mật nhà nước.",
    needs=("do_mat",),
)
def do_mat_stamped(sheet: Sheet, _: Options) -> Hits:
    """A mark of secrecy is stamped, never typed: such a file does not belong on this machine.

    Bad:  chữ TUYỆT MẬT gõ trong tệp
    Good: trong tệp không có dấu chỉ độ mật
    """
    for each in part(sheet, "do_mat"):
        yield Hit(each.place, f"Tệp có dấu chỉ độ mật {quoted(each.text)}")


@rule(
    "nguoi-soan-style",
    source=_SOAN,
    demands="Ký hiệu người soạn thảo bằng chữ in hoa, cỡ chữ 11, kiểu chữ đứng.",
    default={"size_pt": (11, 11)},
    needs=("nguoi_soan",),
)
def nguoi_soan_style(sheet: Sheet, options: Options) -> Hits:
    """The drafter's mark and the number of copies are of 11 pt, upright, in capitals.

    Bad:  pl.(300), cỡ chữ 14
    Good: PL.(300), cỡ chữ 11
    """
    words = tuple(each for each in part(sheet, "nguoi_soan") if each != sheet.luu)
    name = "Ký hiệu người soạn thảo"
    yield from _milder(off_size(words, name, options["size_pt"]))
    yield from _milder(off_italic(words, name, italic=False))
    yield from _milder(off_bold(words, name, bold=False))
    for each in words:
        if re.search("[a-zđà-ỹ]", re.sub(r"\(.*", "", each.text)):
            yield Hit(each.place, f"{name} không in hoa: {quoted(each.text)}", "warning")
