"""Mends of single paragraphs: size, bold, italics, alignment, indents, spacing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from docgen.check.facts.names import Element, W, val
from docgen.check.fix import markup
from docgen.check.fix.desk import Desk, shared
from docgen.check.judge import part
from docgen.check.layout import Paragraph
from docgen.check.rule import Options
from docgen.check.sheet import Sheet
from docgen.check.verdict import Finding
from docgen.check.wording import content, prose

_TWIPS = 1440 / 25.4
_BARE = re.compile("(UBND|HĐND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)( CÁC CẤP)?")
_TABS = (
    "hai thành phần đứng chung một dòng, cách nhau bằng tab; chuyển vào bảng hai cột không kẻ khung "
    "rồi chạy lại --fix"
)
_LINES = (
    "nhiều thành phần đứng chung một đoạn (Shift+Enter); tách dòng bằng Enter rồi chạy lại --fix"
)


@dataclass(frozen=True)
class Look:
    """What letters should be; None: as they are."""

    bold: bool | None = None
    italic: bool | None = None
    align: str = ""


TITLE = Look(bold=True, italic=False)
PLAIN = Look(bold=False, italic=False)
CENTRED = Look(align="center")
LOOKS = {
    **dict.fromkeys(
        ("quoc-hieu-style", "tieu-ngu-style", "ban-hanh-style", "ten-loai-style",
         "trich-yeu-style", "quyen-han-style", "ho-ten-style", "chuong-style", "muc-style",
         "do-khan-style", "luu-hanh-style"),
        TITLE,
    ),
    **dict.fromkeys(
        ("so-style", "vv-style", "kinh-gui-style", "noi-nhan-style", "nguoi-soan-style",
         "chu-quan-style", "page-number-style"),
        PLAIN,
    ),
    **dict.fromkeys(
        ("tieu-ngu-align", "ban-hanh-align", "so-align", "place-date-align", "ten-loai-align",
         "trich-yeu-align", "vv-align", "ho-ten-align", "chuong-align"),
        CENTRED,
    ),
    **dict.fromkeys(
        ("annex-label-style", "annex-title-style"), Look(bold=True, italic=False, align="center")
    ),
    "annex-reference-style": Look(italic=True, align="center"),
    "place-date-style": Look(bold=False, italic=True),
    "can-cu-style": Look(bold=False, italic=True),
    "noi-nhan-label-style": Look(bold=True, italic=True),
}  # fmt: skip
UPRIGHT = ("body-style", "diem-style", "khoan-style")
"""Rules whose errors are whole paragraphs in italics."""
SIZED = ("do-khan-style", "luu-hanh-style", "nguoi-soan-style")
"""Rules of style that speak of a size too."""


@dataclass(frozen=True)
class Case:
    """A fault and where it is."""

    desk: Desk
    sheet: Sheet
    finding: Finding
    options: Options

    @property
    def node(self) -> Element | None:
        """The paragraph; None, and that is told, if several parts stand in it."""
        where = self.finding.hit.where
        if where not in shared(self.desk, self.sheet):
            return self.desk.node(where)
        words = self.words
        tabs = words is not None and "\t" in words.raw.strip()
        self.desk.leave(f"{where.words}: {_TABS if tabs else _LINES}")
        return None

    @property
    def words(self) -> Paragraph | None:
        """The paragraph as facts; None for one in a header or a note."""
        return self.desk.paragraphs.get(self.finding.hit.where)


def look(case: Case) -> None:
    """Make letters bold, italic or neither, and centre them, as the rule's part should be."""
    name, node = case.finding.rule.id, case.node
    wanted = LOOKS.get(name) or Look(italic=False)
    if node is None or (name in UPRIGHT and case.finding.severity != "error"):
        return
    bare = name == "chu-quan-style" and case.words and _BARE.fullmatch(case.words.text)
    for each in _letters(case, node):
        if wanted.bold is not None and not bare:
            markup.switch(each, "b", on=wanted.bold)
        if wanted.italic is not None:
            markup.switch(each, "i", on=wanted.italic)
    if wanted.align:
        centre(node)
    if name in SIZED:
        size(case)


def centre(node: Element) -> None:
    """Put a paragraph in the middle: an indent would push it aside."""
    markup.align(node, "center")
    if node.find(f"{W}pPr/{W}ind") is not None or _is_styled(node):
        markup.indent(node, 0, 0, 0)


def _is_styled(node: Element) -> bool:
    return node.find(f"{W}pPr/{W}pStyle") is not None


def _letters(case: Case, node: Element) -> list[Element]:
    """Return what tells the format of letters, not of raised marks of notes."""
    styles = case.desk.raised
    return [
        each
        for each in markup.looks(node)
        if val(each.find(W + "vertAlign")) not in ("superscript", "subscript")
        and val(each.find(W + "rStyle")) not in styles
    ]


def size(case: Case) -> None:
    """Set letters in the size of the text if the rule allows it, else in the nearest."""
    low, high = case.options["size_pt"]
    node = case.node
    if node is not None:
        wanted = min(max(usual_size(case.sheet), low), high)
        for each in _letters(case, node):
            markup.size(each, wanted)


def usual_size(sheet: Sheet) -> float:
    """Return the size that most of the text has, within 13 to 14 pt."""
    sizes = Counter(
        run.size_pt for each in prose(sheet) for run in each.worded for _ in run.text
    ).most_common(1)
    return min(max(sizes[0][0] if sizes else 14.0, 13.0), 14.0)


def justify(case: Case) -> None:
    """Justify a paragraph; what stands in the middle may be meant to."""
    if case.node is not None and case.finding.severity == "error":
        markup.align(case.node, "both")


def first_line(case: Case) -> None:
    """Indent the first line alone; blanks and tabs in its place are text, and stay."""
    node, words = case.node, case.words
    block = case.finding.rule.id == "body-block-indent"
    if node is None or words is None or words.tabs_before or (block and words.number):
        return
    markup.indent(node, 0, usual_indent(case.sheet) * _TWIPS)


def usual_indent(sheet: Sheet) -> float:
    """Return the indent that most paragraphs have, of the two that the decree allows."""
    found = [each.left_mm + each.first_line_mm for each in content(sheet)]
    return 10.0 if 2 * sum(abs(mm - 10) < 0.25 for mm in found) > len(found) else 12.7


def apart(case: Case) -> None:
    """Put the space that the rule asks for before a paragraph."""
    if case.node is not None:
        markup.space(case.node, "before", case.options["least_pt"])


def leading(case: Case) -> None:
    """Set lines as far apart as in most of the text, else single or one and a half."""
    low, high = case.options["lines"]
    words = case.words
    if case.node is not None and words is not None:
        usual = Counter(each.line for each in content(case.sheet) if each.line_rule == "auto")
        among = [line for line, _ in usual.most_common(1) if low <= line <= high]
        size = max((run.size_pt for run in words.worded), default=14.0)
        single = 1.0 if words.line_rule == "auto" else 1.15 * size
        nearest = high if words.line > high * single else low
        markup.lines(case.node, among[0] if among else nearest)


def article(case: Case) -> None:
    """Make “Điều 1.” bold and upright, with its title if it has one."""
    where, node = case.finding.hit.where, case.node
    heads = [head for head in case.sheet.headings if head.paragraph.place == where]
    if node is None or not heads or heads[0].paragraph.number:
        return
    whole, raw = bool(heads[0].title), heads[0].paragraph.raw
    length = len(raw) - len(raw.lstrip()) + len(heads[0].number)
    for run in markup.leading(node, len(raw) if whole else length):
        markup.switch(markup.first(run, "rPr"), "b", on=True)
        markup.switch(markup.first(run, "rPr"), "i", on=False)


def to_the_left(case: Case) -> None:
    """Put a line of Nơi nhận at the left edge."""
    node, words = case.node, case.words
    if node is None or words is None or words.tabs_before:
        return
    markup.align(node, "left")
    hanging = min(0.0, words.first_line_mm) * _TWIPS
    markup.indent(node, -hanging, hanging)


def together(case: Case) -> None:
    """Set the lines of a part single, with nothing between them."""
    of = {"header-spacing": ("quoc_hieu", "tieu_ngu"), "issuer-spacing": ("chu_quan", "ban_hanh")}
    names = of[case.finding.rule.id]
    words = [each for name in names for each in part(case.sheet, name)]
    nodes = [case.desk.node(each.place) for each in words]
    for each, node in zip(words, nodes, strict=True):
        if node is not None and each.line_rule == "auto" and abs(each.line - 1) > 0.02:
            markup.lines(node, 1.0)
    for (above, upper), (below, lower) in pairwise(zip(words, nodes, strict=True)):
        if upper is None or lower is None or upper is lower:
            continue
        if above.after_pt + below.before_pt > 0.5:
            markup.space(upper, "after", 0)
            markup.space(lower, "before", 0)


def gap(case: Case) -> None:
    """Put 6 pt between the number of a công văn and its subject."""
    number, subject = part(case.sheet, "so")[-1], part(case.sheet, "vv")[0]
    above, below = case.desk.node(number.place), case.desk.node(subject.place)
    if above is not None and below is not None and above is not below:
        markup.space(above, "after", 0)
        markup.space(below, "before", case.options["gap_pt"])


MENDS: dict[str, Callable[[Case], None]] = {
    **dict.fromkeys((*LOOKS, *UPRIGHT), look),
    "body-align": justify,
    "body-indent": first_line,
    "body-block-indent": first_line,
    "body-paragraph-space": apart,
    "body-line-spacing": leading,
    "noi-nhan-align": to_the_left,
    "dieu-style": article,
    "header-spacing": together,
    "issuer-spacing": together,
    "vv-gap": gap,
    **dict.fromkeys(
        ("quoc-hieu-size", "tieu-ngu-size", "ban-hanh-size", "chu-quan-size", "so-size",
         "place-date-size", "ten-loai-size", "trich-yeu-size", "vv-size", "kinh-gui-size",
         "quyen-han-size", "ho-ten-size", "noi-nhan-label-size", "noi-nhan-size", "body-size",
         "annex-label-size", "annex-title-size", "annex-reference-size", "page-number-size"),
        size,
    ),
}  # fmt: skip
"""How the faults of a rule are mended, by its id."""
