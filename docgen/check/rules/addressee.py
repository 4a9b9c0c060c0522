"""Addressee rules: Kính gửi (ô số 9a)."""

from __future__ import annotations

import re

from docgen.check.judge import (
    HEAD,
    absent,
    clause,
    off_lower_case,
    off_size,
    off_style,
    part,
    quoted,
)
from docgen.check.layout import Paragraph, Table
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet
from docgen.vietnamese.document_types import MAY, NO, TYPES

_B = clause("điểm b khoản 9 Mục II")
_C = clause("điểm c khoản 9 Mục II")
_D = clause("điểm d khoản 9 Mục II")
_ASKED = [code for code, kind in TYPES.items() if kind.kinh_gui != NO and kind.numbered]
# Mẫu 1.6 Phụ lục III: a công điện is addressed in its own way, “… điện:”
_UNASKED = [code for code, kind in TYPES.items() if kind.kinh_gui == NO and code != "cong-dien"]
_ADDRESSED = [code for code in TYPES if code != "cong-dien"]
_NEEDS = ("kinh_gui",)
_NAME = "Kính gửi"


def _beside(label: Paragraph) -> str:
    """Return what stands on the line of “Kính gửi” after it."""
    return re.sub(r"(?i)^kính gửi\s*:?\s*", "", label.text)


def _one_line(sheet: Sheet, left: Paragraph, right: Paragraph) -> bool:
    """Return whether two paragraphs begin in one row of a table."""
    tables = [block for block in sheet.layout.blocks if isinstance(block, Table)]
    for row in (row for table in tables for row in table.rows):
        firsts = [cell.paragraphs[0].place for cell in row if cell.paragraphs]
        if left.place in firsts and right.place in firsts:
            return True
    return False


def listed(words: Paragraph) -> str:
    """Return an item of a list with the dash that automatic numbering prints."""
    return f"{words.number} {words.text}".strip()


@rule(
    "kinh-gui-present",
    source=_B,
    demands="Công văn, tờ trình và báo cáo gửi cấp trên có phần “Kính gửi”.",
    types=_ASKED,
)
def kinh_gui_present(sheet: Sheet, _: Options) -> Hits:
    """Công văn and tờ trình say to whom they go; whether a report goes up cannot be seen.

    Bad:  công văn không có “Kính gửi” trước lời văn
    Good: Kính gửi: Ủy ban nhân dân thành phố Hải Phòng
    """
    if not sheet.kinh_gui and TYPES[sheet.type].kinh_gui == MAY:
        raise NotEvaluated("không biết báo cáo này có gửi cấp trên hay không")
    yield from absent(sheet, "kinh_gui", HEAD, "phần “Kính gửi”")


@rule(
    "kinh-gui-unwanted",
    source=_C,
    demands="Ngoài công văn, tờ trình, báo cáo gửi cấp trên, văn bản không có “Kính gửi”.",
    types=_UNASKED,
)
def kinh_gui_unwanted(sheet: Sheet, _: Options) -> Hits:
    """Only công văn, tờ trình and reports to a higher office are addressed.

    Bad:  Kế hoạch có dòng “Kính gửi: Các tổ dân phố”
    Good: Kế hoạch chỉ có “Nơi nhận”
    """
    for each in part(sheet, "kinh_gui")[:1]:
        name = TYPES[sheet.type].name
        yield Hit(each.place, f"{name} có “Kính gửi”: {quoted(each.text)}")


@rule(
    "kinh-gui-size",
    source=_D,
    demands="“Kính gửi” và tên nơi nhận cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=_NEEDS,
)
def kinh_gui_size(sheet: Sheet, options: Options) -> Hits:
    """Label and addressees are of 13 or 14 pt.

    Bad:  Kính gửi: Bộ Nội vụ, cỡ chữ 12
    Good: Kính gửi: Bộ Nội vụ, cỡ chữ 14
    """
    yield from off_size(part(sheet, "kinh_gui"), _NAME, options["size_pt"])


@rule(
    "kinh-gui-style",
    source=_D,
    demands="“Kính gửi” và tên nơi nhận bằng chữ in thường, kiểu chữ đứng (không đậm).",
    needs=_NEEDS,
)
def kinh_gui_style(sheet: Sheet, _: Options) -> Hits:
    """Label and addressees are upright, not bold, not in capitals.

    Bad:  Kính gửi: Bộ Nội vụ, in đậm
    Good: Kính gửi: Bộ Nội vụ, đứng, không đậm
    """
    words = part(sheet, "kinh_gui")
    yield from off_style(words, _NAME, bold=False)
    yield from off_lower_case(words, _NAME)


@rule(
    "kinh-gui-colon",
    source=_D,
    demands="Sau từ “Kính gửi” có dấu hai chấm (:).",
    types=_ADDRESSED,
    needs=_NEEDS,
)
def kinh_gui_colon(sheet: Sheet, _: Options) -> Hits:
    """A colon stands right after “Kính gửi”.

    Bad:  Kính gửi Bộ Nội vụ
    Good: Kính gửi: Bộ Nội vụ
    """
    label = part(sheet, "kinh_gui")[0]
    if not label.text.lower().startswith("kính gửi:"):
        yield Hit(label.place, f"Đang ghi {quoted(label.text, 30)}; phải là “Kính gửi:”")


@rule(
    "kinh-gui-one",
    source=_D,
    demands="Gửi một nơi: “Kính gửi” và tên nơi nhận trên cùng một dòng.",
    types=_ADDRESSED,
    needs=_NEEDS,
)
def kinh_gui_one(sheet: Sheet, _: Options) -> Hits:
    """A single addressee stands beside the label; a full stop after it is a hint only.

    Bad:  Kính gửi: / - Bộ Nội vụ.
    Good: Kính gửi: Bộ Nội vụ
    """
    label, *items = part(sheet, "kinh_gui")
    if not items:
        if label.text.endswith(".") and not label.text.endswith("..."):
            yield Hit(label.place, "Cuối tên nơi nhận có dấu chấm", "info")
    elif len(items) == 1 and not _beside(label) and not _one_line(sheet, label, items[0]):
        yield Hit(items[0].place, f"Xuống dòng khi chỉ gửi một nơi: {quoted(items[0].text)}")


@rule(
    "kinh-gui-many",
    source=_D,
    demands="Gửi nhiều nơi: mỗi nơi một dòng, có gạch đầu dòng, cuối dòng “;”, dòng cuối “.”.",
    types=_ADDRESSED,
    needs=_NEEDS,
)
def kinh_gui_many(sheet: Sheet, _: Options) -> Hits:
    """Addressees have a line each, with a dash before and a semicolon after, the last a full stop.

    Bad:  Kính gửi: Sở Nội vụ; Sở Tài chính
    Good: Kính gửi: / - Sở Nội vụ; / - Sở Tài chính.
    """
    label, *items = part(sheet, "kinh_gui")
    if len(items) < 2:
        if ";" in _beside(label).rstrip(";"):
            yield Hit(label.place, f"Nhiều nơi nhận trên một dòng: {quoted(label.text)}")
        return
    if _beside(label):
        yield Hit(label.place, f"Cạnh “Kính gửi” còn có {quoted(_beside(label))}")
    for each in items:
        end = "." if each is items[-1] else ";"
        if not listed(each).startswith("-"):
            yield Hit(each.place, f"Không có gạch đầu dòng (-): {quoted(listed(each))}")
        if not each.text.endswith(end):
            yield Hit(each.place, f"Cuối dòng không có dấu “{end}”: {quoted(each.text[-30:])}")


@rule(
    "kinh-gui-align",
    source=_D,
    demands="Các gạch đầu dòng thẳng hàng với nhau dưới dấu hai chấm (:).",
    needs=_NEEDS,
)
def kinh_gui_align(sheet: Sheet, _: Options) -> Hits:
    """The dashes of the addressees stand below each other.

    Bad:  gạch đầu dòng ở 52 mm và ở 60 mm
    Good: các gạch đầu dòng đều ở 52 mm
    """
    items = part(sheet, "kinh_gui")[1:]
    starts = [each.left_mm + each.first_line_mm for each in items if not each.tabs_before]
    if starts and max(starts) - min(starts) > 0.5:
        yield Hit(items[0].place, "Các gạch đầu dòng không thẳng hàng", "warning")
