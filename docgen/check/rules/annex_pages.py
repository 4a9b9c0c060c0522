"""Annex rules, second part: an annex and its document, its pages, its end."""

from __future__ import annotations

import re

from docgen.check.judge import clause, figure, quoted
from docgen.check.layout import Paragraph, Section
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

    Bad:  Phụ lục của Kế hoạch số 05/KH-UBND ghi “(Kèm theo Kế hoạch số 04/KH-UBND …)”
    Good: Phụ lục của Kế hoạch số 05/KH-UBND ghi “(Kèm theo Kế hoạch số 05/KH-UBND …)”
    """
    number, sign = split(sheet.so.text if sheet.so else "")
    for annex in sheet.annexes:
        found = _SIGN.search(annex.reference.text) if annex.reference else None
        if annex.reference and found and (found[1] != number or found[2] != sign):
            other = f"{found[1]}/{found[2]}"
            fault = f"Đang ghi số {other}, số của văn bản là {number or '(chưa có)'}/{sign}"
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

    Bad:  Phụ lục của Kế hoạch ngày 05 tháng 01 năm 2026 ghi “ngày 06 tháng 01 năm 2026”
    Good: Phụ lục của Kế hoạch ngày 05 tháng 01 năm 2026 ghi “ngày 05 tháng 01 năm 2026”
    """
    if sheet.day is None:
        raise NotEvaluated("không biết ngày ban hành văn bản")
    day = (sheet.day.day, sheet.day.month, sheet.day.year)
    for annex in sheet.annexes:
        found = _DAY.search(annex.reference.text) if annex.reference else None
        if annex.reference and found and tuple(map(int, found.groups())) != day:
            written = "{:02}/{:02}/{}".format(*day)
            fault = f"Đang ghi {found[0]}, văn bản ban hành ngày {written}"
            yield Hit(annex.reference.place, fault, "warning")


def _runs_on(sheet: Sheet, section: Section) -> bool:
    """Return whether a section goes on below the one before it, on the same page."""
    sections = sheet.layout.sections
    at = next((n for n, each in enumerate(sections) if each is section), 0)
    if at == 0 or section.new_page:
        return False
    before = sections[at - 1]
    last = [each for each in before.blocks[-2:] if isinstance(each, Paragraph)]
    first = [each for each in section.blocks[:1] if isinstance(each, Paragraph)]
    broken = any(each.raw.rstrip(" \t").endswith("\f") for each in last) or any(
        each.page_break or each.raw.lstrip(" \t").startswith("\f") for each in first
    )
    turned = (before.width_mm, before.height_mm) != (section.width_mm, section.height_mm)
    return not broken and not turned


@rule(
    "annex-pages",
    source=_DD,
    demands="Số trang của Phụ lục được đánh số riêng theo từng Phụ lục.",
    needs=_NEEDS,
)
def annex_pages(sheet: Sheet, _: Options) -> Hits:
    """Each annex begins on pages of its own, which are numbered anew from 1.

    Bad:  Phụ lục mở đầu ở trang 5, tiếp số trang của văn bản
    Good: Phụ lục mở đầu ở trang mới, số trang bắt đầu lại từ 1
    """
    for annex in sheet.annexes:
        name, start = quoted(annex.label.text, 24), annex.section and annex.section.number_start
        if not annex.own_section or annex.section is None:
            yield Hit(annex.label.place, f"{name} không nằm ở phần (section) riêng")
        elif _runs_on(sheet, annex.section):
            yield Hit(annex.label.place, f"{name} không bắt đầu ở trang mới")
        elif start is None and annex.section is not sheet.layout.sections[0]:
            yield Hit(annex.label.place, f"{name} đánh số trang nối tiếp phần trước")
        elif start not in (None, 1):
            yield Hit(annex.label.place, f"{name} đánh số trang từ {figure(start or 0)}")


@rule(
    "annex-first-page",
    source=clause("khoản 7 Mục I") + "; " + _DD,
    demands="Số trang của Phụ lục đánh riêng, không hiển thị số trang thứ nhất.",
    needs=_NEEDS,
)
def annex_first_page(sheet: Sheet, _: Options) -> Hits:
    """The first page of an annex shows no number.

    Bad:  số 1 ở đầu trang thứ nhất của Phụ lục
    Good: trang thứ nhất của Phụ lục không hiện số trang
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

    Bad:  dưới dòng “(Kèm theo …)” không có đường kẻ
    Good: dưới dòng “(Kèm theo …)” có đường kẻ ngắn
    """
    for annex in sheet.annexes:
        if annex.reference and annex.rule is None:
            yield Hit(annex.reference.place, "Không có đường kẻ dưới dòng “(Kèm theo …)”")
