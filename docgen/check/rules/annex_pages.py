"""Annex rules, second part: an annex and its document, its pages, its end."""

from __future__ import annotations

import re

from docgen.check.judge import clause, figure, quoted
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.rules.number import split
from docgen.check.rules.page import page_numbers
from docgen.check.sheet import Sheet

_C = clause("điểm c khoản 1 Mục III")
_DD = clause("điểm đ khoản 1 Mục III")
_FORM = "Mẫu 2.1, Mẫu 2.2 Phụ lục III Nghị định 30/2020/NĐ-CP"
_NEEDS = ("annexes",)
_SIGN = re.compile(r"(?i)\bsố:?\s*([\w.]+)\s*/\s*([\w-]+)")
_DAY = re.compile(r"ngày\s+(\d+)\s+tháng\s+(\d+)\s+năm\s+(\d{4})")


@rule(
    "annex-reference-number",
    source=_C,
    demands="Chỉ dẫn kèm theo ghi số, ký hiệu của văn bản.",
    needs=("annexes", "so"),
)
def annex_reference_number(sheet: Sheet, _: Options) -> Hits:
    """The number of the line is that of the document; in an electronic file it may be open.

    Bad:  (Kèm theo Kế hoạch số 04/KH-UBND …) in 05/KH-UBND
    Good: (Kèm theo Kế hoạch số 05/KH-UBND …) in 05/KH-UBND
    """
    number, sign = split(sheet.so.text if sheet.so else "")
    for annex in sheet.annexes:
        found = _SIGN.search(annex.reference.text) if annex.reference else None
        if annex.reference and found and (found[1] != number or found[2] != sign):
            other = f"{found[1]}/{found[2]}"
            fault = f"Ghi số {other}, số của văn bản là {number or '(chưa có)'}/{sign}"
            yield Hit(annex.reference.place, fault, "warning")


@rule(
    "annex-reference-day",
    source=_C,
    demands="Chỉ dẫn kèm theo ghi thời gian ban hành văn bản.",
    needs=("annexes", "dia_danh_ngay"),
    drafts=False,
)
def annex_reference_day(sheet: Sheet, _: Options) -> Hits:
    """The day of the line is that of the document; in an electronic file it may be open.

    Bad:  (Kèm theo … ngày 06 tháng 01 năm 2026 …) in a plan of 05 January
    Good: (Kèm theo … ngày 05 tháng 01 năm 2026 …) in a plan of 05 January
    """
    if sheet.day is None:
        raise NotEvaluated("không biết ngày ban hành văn bản")
    day = (sheet.day.day, sheet.day.month, sheet.day.year)
    for annex in sheet.annexes:
        found = _DAY.search(annex.reference.text) if annex.reference else None
        if annex.reference and found and tuple(map(int, found.groups())) != day:
            written = "{:02}/{:02}/{}".format(*day)
            fault = f"Ghi {found[0]}, văn bản ban hành ngày {written}"
            yield Hit(annex.reference.place, fault, "warning")


@rule(
    "annex-pages",
    source=_DD,
    demands="Số trang của Phụ lục được đánh số riêng theo từng Phụ lục.",
    needs=_NEEDS,
)
def annex_pages(sheet: Sheet, _: Options) -> Hits:
    """Each annex begins on pages of its own, which are numbered anew from 1.

    Bad:  an annex that goes on with page 5
    Good: a new section whose numbers begin with 1
    """
    for annex in sheet.annexes:
        name = quoted(annex.label.text, 24)
        if not annex.own_section or annex.section is None:
            yield Hit(annex.label.place, f"{name} không nằm ở phần (section) riêng")
        elif annex.section.number_start is None:
            yield Hit(annex.label.place, f"{name} đánh số trang nối tiếp phần trước")
        elif annex.section.number_start != 1:
            start = figure(annex.section.number_start)
            yield Hit(annex.label.place, f"{name} đánh số trang từ {start}")


@rule(
    "annex-first-page",
    source=clause("khoản 7 Mục I") + "; " + _DD,
    demands="Số trang của Phụ lục đánh riêng, không hiển thị số trang thứ nhất.",
    needs=_NEEDS,
)
def annex_first_page(sheet: Sheet, _: Options) -> Hits:
    """The first page of an annex shows no number.

    Bad:  1 at the top of the annex
    Good: nothing at the top of its first page
    """
    for annex in sheet.annexes:
        section = annex.section
        if not annex.own_section or section is None or section.number_start is None:
            continue  # for annex-pages
        kind = "first" if section.title_page else "default"
        if page_numbers(section.headers.get(kind, ())):
            fault = f"Số trang hiện ở trang thứ nhất của {quoted(annex.label.text, 24)}"
            yield Hit(annex.label.place, fault, "warning")


@rule(
    "annex-end",
    source=_FORM,
    demands="Phụ lục kết thúc bằng “./.”.",
    rank="practice",
    needs=_NEEDS,
)
def annex_end(sheet: Sheet, _: Options) -> Hits:
    """The text of an annex ends with “./.”; an annex of a table alone need not.

    Bad:  … để Nhân dân biết.
    Good: … để Nhân dân biết./.
    """
    for annex in sheet.annexes:
        words = [each for each in annex.body if each.text]
        if words and not annex.tables and not words[-1].text.endswith("./."):
            yield Hit(words[-1].place, f"Phụ lục kết thúc bằng {quoted(words[-1].text[-24:])}")


@rule(
    "annex-rule-present",
    source=_FORM,
    demands="Dưới dòng “(Kèm theo …)” có đường kẻ ngắn.",
    rank="practice",
    needs=_NEEDS,
)
def annex_rule_present(sheet: Sheet, _: Options) -> Hits:
    """A short line stands below “(Kèm theo …)”, as in the forms.

    Bad:  no line
    Good: a short line
    """
    for annex in sheet.annexes:
        if annex.reference and annex.rule is None:
            yield Hit(annex.reference.place, "Không có đường kẻ dưới dòng “(Kèm theo …)”")
