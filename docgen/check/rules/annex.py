"""Annex rules (Phụ lục): label, title and the line “(Kèm theo …)”; the rest: annex_pages."""

from __future__ import annotations

import re

from docgen.check.judge import (
    clause,
    off_capitals,
    off_centre,
    off_italic,
    off_lower_case,
    off_size,
    off_style,
    quoted,
)
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.wording import content
from docgen.vietnamese.numbers import roman

_A = clause("điểm a khoản 1 Mục III")
_B = clause("điểm b khoản 1 Mục III")
_C = clause("điểm c khoản 1 Mục III")
_NEEDS = ("annexes",)
_ONE = r"(?<!\w)(?:[ivxlc]+|\d+)(?!\w)"
_NAMED = re.compile(  # “Phụ lục I, II và Phụ lục IV”, “các Phụ lục từ I đến IV”
    rf"(?i)phụ lục(?: (?:số|từ))*(?P<list> {_ONE}(?:(?:[,;]| và| đến| ?[-–])*(?: phụ lục)?(?: số)? ?{_ONE})*)?"
)
_ROMAN = {roman(n): n for n in range(1, 100)}
_LABEL = re.compile(r"(?i)phụ lục\b\s*(?:số\s+)?(?P<number>[\w.…]*)\s*(?P<rest>.*)")


def _labels(sheet: Sheet) -> tuple[Paragraph, ...]:
    return tuple(annex.label for annex in sheet.annexes)


def _titles(sheet: Sheet) -> tuple[Paragraph, ...]:
    return tuple(each for annex in sheet.annexes for each in annex.title)


def _references(sheet: Sheet) -> tuple[Paragraph, ...]:
    return tuple(annex.reference for annex in sheet.annexes if annex.reference)


def _worth(number: str) -> int | None:
    """Return 4 for “IV” and “4”, nothing for what is no number."""
    return int(number) if number.isdecimal() else _ROMAN.get(number.upper())


def _mentioned(text: str) -> set[int] | None:
    """Return which annexes a text speaks of; None if of all, as in “các Phụ lục kèm theo”."""
    found: set[int] = set()
    for match in _NAMED.finditer(text):
        if not match["list"]:
            return None
        numbers = [_worth(each) or 0 for each in re.findall(f"(?i){_ONE}", match["list"])]
        found.update(numbers)
        if re.search("(?i)đến|-|–", match["list"]):
            found.update(range(numbers[0], numbers[-1]))
    return found


def _number(label: Paragraph) -> str:
    """Return what numbers the annex; an open place (“Phụ lục …”) is no number."""
    found = _LABEL.match(label.text)
    number = found["number"].strip(".") if found else ""
    return "" if "…" in number or ".." in number else number


@rule(
    "annex-mentioned",
    source=_A,
    demands="Văn bản có Phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về Phụ lục đó.",
    needs=("annexes", "body"),
)
def annex_mentioned(sheet: Sheet, _: Options) -> Hits:
    """The text of the document speaks of each of its annexes.

    Bad:  văn bản có Phụ lục II mà lời văn không nhắc đến
    Good: … theo Phụ lục II; … theo các Phụ lục kèm theo
    """
    cells = (cell for table in sheet.tables for row in table.rows for cell in row)
    tabled = (each for cell in cells for each in cell.paragraphs)
    named = _mentioned("\n".join(each.text for each in (*content(sheet), *tabled)))
    if named is None:
        return
    for annex in sheet.annexes if named else sheet.annexes[:1]:
        number = _number(annex.label)
        if not named or (number and (_worth(number) or 0) not in {0, *named}):
            name = f"Phụ lục {number}" if named else "Phụ lục"
            yield Hit(annex.label.place, f"Lời văn của văn bản không nhắc đến {name}")


@rule(
    "annex-number",
    source=_A,
    demands="Văn bản có từ hai Phụ lục trở lên thì đánh số thứ tự Phụ lục bằng chữ số La Mã.",
    needs=_NEEDS,
)
def annex_number(sheet: Sheet, _: Options) -> Hits:
    """Two annexes or more are numbered I, II, III in their order; a single one need not be.

    Bad:  Phụ lục 1, Phụ lục 2; Phụ lục I, Phụ lục III
    Good: Phụ lục I, Phụ lục II
    """
    labels = _labels(sheet)
    for at, label in enumerate(labels, start=1):
        number = _number(label)
        if not number and len(labels) > 1:
            yield Hit(label.place, f"Phụ lục thứ {at} không có số thứ tự")
        elif number and not re.fullmatch("[IVXLC]+", number):
            yield Hit(label.place, f"Số thứ tự {quoted(number)} không phải chữ số La Mã")
        elif number and number != roman(at):
            yield Hit(label.place, f"Phụ lục thứ {at} mang số {quoted(number)}")


@rule(
    "annex-label-line",
    source=_B,
    demands="Từ “Phụ lục” và số thứ tự được trình bày thành một dòng riêng.",
    needs=_NEEDS,
)
def annex_label_line(sheet: Sheet, _: Options) -> Hits:
    """The label stands alone on its line.

    Bad:  Phụ lục I: Danh mục các nội dung công khai
    Good: Phụ lục I / DANH MỤC CÁC NỘI DUNG CÔNG KHAI
    """
    for label in _labels(sheet):
        found = _LABEL.match(label.text)
        rest = found["rest"].strip(" :.-–") if found else ""
        if rest:
            yield Hit(label.place, f"Cùng dòng với “Phụ lục” còn có {quoted(rest)}")


@rule("annex-label-caps", source=_B, demands="Từ “Phụ lục” bằng chữ in thường.", needs=_NEEDS)
def annex_label_caps(sheet: Sheet, _: Options) -> Hits:
    """The label is not in capitals.

    Bad:  PHỤ LỤC I
    Good: Phụ lục I
    """
    for label in _labels(sheet):
        if label.text.startswith("PHỤ LỤC"):
            right = "Phụ lục" + label.text[7:]
            found = f"Đang ghi {quoted(label.text, 24)}; phải là {quoted(right, 24)}"
            yield Hit(label.place, found, fix="annex-label-caps")


@rule(
    "annex-label-size",
    source=_B,
    demands="Từ “Phụ lục” và số thứ tự cỡ chữ 14.",
    default={"size_pt": (14, 14)},
    needs=_NEEDS,
)
def annex_label_size(sheet: Sheet, options: Options) -> Hits:
    """The label is of 14 pt exactly.

    Bad:  Phụ lục I, cỡ chữ 13
    Good: Phụ lục I, cỡ chữ 14
    """
    yield from off_size(_labels(sheet), "Từ “Phụ lục”", options["size_pt"])


@rule(
    "annex-label-style",
    source=_B,
    demands="Từ “Phụ lục” và số thứ tự canh giữa, kiểu chữ đứng, đậm.",
    needs=_NEEDS,
)
def annex_label_style(sheet: Sheet, _: Options) -> Hits:
    """The label is centred, upright and bold.

    Bad:  Phụ lục I, canh phải
    Good: Phụ lục I, canh giữa, đứng, đậm
    """
    yield from off_style(_labels(sheet), "Từ “Phụ lục”", bold=True)
    yield from off_centre(_labels(sheet), "Từ “Phụ lục”")


@rule("annex-title-caps", source=_B, demands="Tên Phụ lục bằng chữ in hoa.", needs=_NEEDS)
def annex_title_caps(sheet: Sheet, _: Options) -> Hits:
    """The title, if there is one, is in capitals.

    Bad:  Danh mục các nội dung công khai
    Good: DANH MỤC CÁC NỘI DUNG CÔNG KHAI
    """
    yield from off_capitals(_titles(sheet), "Tên Phụ lục")


@rule(
    "annex-title-size",
    source=_B,
    demands="Tên Phụ lục cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=_NEEDS,
)
def annex_title_size(sheet: Sheet, options: Options) -> Hits:
    """The title is of 13 or 14 pt.

    Bad:  tên Phụ lục cỡ chữ 16
    Good: tên Phụ lục cỡ chữ 14
    """
    yield from off_size(_titles(sheet), "Tên Phụ lục", options["size_pt"])


@rule(
    "annex-title-style",
    source=_B,
    demands="Tên Phụ lục canh giữa, kiểu chữ đứng, đậm.",
    needs=_NEEDS,
)
def annex_title_style(sheet: Sheet, _: Options) -> Hits:
    """The title is centred, upright and bold.

    Bad:  tên Phụ lục không đậm
    Good: tên Phụ lục canh giữa, đứng, đậm
    """
    yield from off_style(_titles(sheet), "Tên Phụ lục", bold=True)
    yield from off_centre(_titles(sheet), "Tên Phụ lục")


@rule(
    "annex-reference-present",
    source=_C,
    demands="Mỗi Phụ lục có thông tin chỉ dẫn kèm theo văn bản.",
    needs=_NEEDS,
)
def annex_reference_present(sheet: Sheet, _: Options) -> Hits:
    """Each annex says to which document it belongs.

    Bad:  dưới tên Phụ lục không có chỉ dẫn kèm theo
    Good: (Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2026 của UBND phường Gia Viên)
    """
    for annex in sheet.annexes:
        if annex.reference is None:
            found = f"{quoted(annex.label.text)} không có dòng “(Kèm theo …)”"
            yield Hit(annex.label.place, found)


@rule(
    "annex-reference-size",
    source=_C,
    demands="Thông tin chỉ dẫn kèm theo cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=_NEEDS,
)
def annex_reference_size(sheet: Sheet, options: Options) -> Hits:
    """The line “(Kèm theo …)” is of 13 or 14 pt.

    Bad:  dòng “(Kèm theo …)” cỡ chữ 12
    Good: dòng “(Kèm theo …)” cỡ chữ 14
    """
    yield from off_size(_references(sheet), "Dòng “(Kèm theo …)”", options["size_pt"])


@rule(
    "annex-reference-style",
    source=_C,
    demands="Thông tin chỉ dẫn kèm theo canh giữa, chữ in thường, kiểu chữ nghiêng.",
    needs=_NEEDS,
)
def annex_reference_style(sheet: Sheet, _: Options) -> Hits:
    """The line “(Kèm theo …)” is centred, italic, not in capitals.

    Bad:  dòng “(Kèm theo …)” kiểu chữ đứng
    Good: dòng “(Kèm theo …)” canh giữa, kiểu chữ nghiêng
    """
    words, name = _references(sheet), "Dòng “(Kèm theo …)”"
    yield from off_italic(words, name, italic=True)
    yield from off_lower_case(words, name)
    yield from off_centre(words, name)
