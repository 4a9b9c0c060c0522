"""Rules of the text (ô số 6): letters, edges, indents, spaces, its end."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from docgen.check.judge import ALIGNED, clause, figure, line_lengths, mm, quoted, shouted
from docgen.check.layout import Paragraph, Run, tidy
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.wording import CENTRED, content, dash, gathered, prose
from docgen.vietnamese.document_types import TYPES

_E = clause("điểm e khoản 6 Mục II")
_SINGLE = 1.15  # a line of Times New Roman, in its size
_BODY = ("body",)
_BULLETS = "•*–—●○▪■➢✓·" + "".join(map(chr, range(0xF000, 0xF100)))  # of Symbol too


def _plain(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return the paragraphs that e) speaks of: not “Chương I”, not what stands in the middle."""
    apart = {
        id(each)
        for head in sheet.headings
        if head.level in {*CENTRED, "muc"}
        for each in (head.paragraph, *head.title_lines)
    }
    return tuple(
        each for each in content(sheet) if id(each) not in apart and each.text.strip("./ …")
    )


def _numbers(sheet: Sheet) -> list[tuple[Paragraph, Run]]:
    """Return the paragraphs with automatic numbers that are seen and count: no bullets."""
    found = [(each, each.mark) for each in content(sheet) if each.mark is not None]
    return [
        (each, mark) for each, mark in found if not mark.hidden and any(map(str.isalnum, mark.text))
    ]


def _sizes(each: Paragraph) -> list[float]:
    return [run.size_pt for run in each.worded if not run.raised]


@rule(
    "body-size",
    source=_E,
    demands="Nội dung văn bản cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=_BODY,
)
def body_size(sheet: Sheet, options: Options) -> Hits:
    """The text, its grounds and its headings are of 13 or 14 pt.

    Bad:  lời văn cỡ chữ 12
    Good: lời văn cỡ chữ 14
    """
    low, high = options["size_pt"]
    for each in content(sheet):
        off = sorted({size for size in _sizes(each) if not low - 0.25 <= size <= high + 0.25})
        if off:
            sizes = " và ".join(map(figure, off))
            yield Hit(each.place, f"Cỡ chữ {sizes}: {quoted(each.text, 40)}")
    numbers = [
        (each, f"{each.number.strip()} cỡ {figure(mark.size_pt)}")
        for each, mark in _numbers(sheet)
        if not low - 0.25 <= mark.size_pt <= high + 0.25
    ]
    yield from gathered(numbers, "Số thứ tự tự động")


@rule(
    "body-one-size",
    source=_E,
    demands="Lời văn nên cùng một cỡ chữ.",
    rank="practice",
    needs=_BODY,
)
def body_one_size(sheet: Sheet, _: Options) -> Hits:
    """All paragraphs of the text are of one size.

    Bad:  một đoạn cỡ chữ 13 giữa lời văn cỡ chữ 14
    Good: cả lời văn cỡ chữ 14
    """
    usual = Counter(size for each in prose(sheet) for size in _sizes(each)).most_common(1)
    for each in prose(sheet):
        off = sorted({size for size in _sizes(each) if size != usual[0][0]})
        if off:
            found = f"Cỡ chữ {figure(off[0])} giữa lời văn cỡ chữ {figure(usual[0][0])}"
            yield Hit(each.place, f"{found}: {quoted(each.text, 40)}")
            return


@rule("body-style", source=_E, demands="Nội dung văn bản kiểu chữ đứng.", needs=_BODY)
def body_style(sheet: Sheet, _: Options) -> Hits:
    """The text is upright; single words in italics are a warning, a slogan in quotes is none.

    Bad:  cả đoạn in nghiêng
    Good: cả đoạn kiểu chữ đứng
    """
    points = {id(head.paragraph) for head in sheet.headings if head.level == "diem"}
    for each in prose(sheet):
        leaning = [tidy(run.text).strip(' “”".,;:') for run in each.worded if run.italic]
        whole = all(run.italic for run in each.worded)
        if whole and id(each) in points:
            continue  # for diem-style
        words = [each.text] if whole else [one for one in leaning if f"“{one}" not in each.text]
        if leaning and words:
            note = not whole or (each.text[0] == "(" and each.text.rstrip(".;/")[-1] == ")")
            yield Hit(each.place, f"In nghiêng: {quoted(words[0], 40)}", "warning" if note else "")
    leaning_marks = [(each, each.number.strip()) for each, mark in _numbers(sheet) if mark.italic]
    yield from gathered(leaning_marks, "Số thứ tự tự động in nghiêng")


@rule("body-bold", source=_E, demands="Lời văn không in đậm cả đoạn.", needs=_BODY)
def body_bold(sheet: Sheet, _: Options) -> Hits:
    """No whole sentence of the text is bold; titles and leading words may be.

    Bad:  câu văn dài hai dòng in đậm
    Good: chỉ tiêu đề in đậm, câu văn không đậm
    """
    for each in prose(sheet):
        bold = bool(each.worded) and all(run.bold for run in each.worded)
        if bold and len(each.text) > 90 and each.text[-1] in ".;/":
            yield Hit(each.place, f"In đậm cả đoạn: {quoted(each.text, 40)}", "warning")


@rule("body-caps", source=_E, demands="Nội dung văn bản bằng chữ in thường.", needs=_BODY)
def body_caps(sheet: Sheet, _: Options) -> Hits:
    """No sentence of the text is in capitals; titles may be.

    Bad:  ĐỀ NGHỊ CÁC ĐƠN VỊ NGHIÊM TÚC TRIỂN KHAI THỰC HIỆN KẾ HOẠCH NÀY.
    Good: Đề nghị các đơn vị nghiêm túc triển khai thực hiện Kế hoạch này.
    """
    for each in (*sheet.can_cu, *prose(sheet)):
        if len(each.text) > 40 and each.text[-1] in ".;" and shouted(each.text):
            yield Hit(each.place, f"In hoa cả đoạn: {quoted(each.text, 40)}")


@rule("body-align", source=_E, demands="Nội dung văn bản canh đều cả hai lề.", needs=_BODY)
def body_align(sheet: Sheet, _: Options) -> Hits:
    """Paragraphs of more than one line are justified.

    Bad:  đoạn ba dòng canh trái
    Good: đoạn ba dòng canh đều hai lề
    """
    for each in _plain(sheet):
        if each.align == "both" or "\t" in each.raw.strip() or len(line_lengths(each)) < 2:
            continue
        severity = "warning" if each.align == "center" else ""
        how = f"Canh {ALIGNED.get(each.align, each.align)}"
        yield Hit(each.place, f"{how}: {quoted(each.text, 40)}", severity)


@rule(
    "body-indent",
    source=_E,
    demands="Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.",
    default={"indents_mm": (10.0, 12.7), "tolerance_mm": 0.25},
    needs=_BODY,
)
def body_indent(sheet: Sheet, options: Options) -> Hits:
    """The first line of a paragraph is indented by 1 cm or 1.27 cm.

    Bad:  chữ đầu dòng sát lề trái; chữ đầu dòng lùi vào 20 mm
    Good: chữ đầu dòng lùi vào 12,7 mm
    """
    for each in _plain(sheet):
        start = each.left_mm + each.first_line_mm
        near = any(abs(start - mark) <= options["tolerance_mm"] for mark in options["indents_mm"])
        if each.align == "center" or (near and not each.tabs_before):
            continue
        if each.tabs_before:
            # Mẫu 1.1 Phụ lục III indents by tabs too, and how far one goes is not known
            fault, severity = "Thụt đầu dòng bằng tab hoặc khoảng trắng", "info"
        else:
            fault, severity = f"Lùi đầu dòng {mm(start)}", ""
        yield Hit(each.place, f"{fault}: {quoted(each.text, 40)}", severity)


@rule(
    "body-block-indent",
    source=_E,
    demands="Chỉ chữ đầu dòng lùi vào, các dòng sau sát lề.",
    default={"tolerance_mm": 1.0},
    needs=_BODY,
)
def body_block_indent(sheet: Sheet, options: Options) -> Hits:
    """Only the first line of a paragraph is indented, not all of it.

    Bad:  mọi dòng của đoạn lùi vào 12,7 mm
    Good: chỉ dòng đầu của đoạn lùi vào 12,7 mm
    """
    for each in _plain(sheet):
        inside = abs(each.left_mm) > options["tolerance_mm"]
        if inside and each.align != "center" and len(line_lengths(each)) > 1:
            words = quoted(each.text, 40)
            yield Hit(each.place, f"Cả đoạn lùi vào {mm(each.left_mm)}: {words}", "warning")


@rule(
    "body-paragraph-space",
    source=_E,
    demands="Khoảng cách giữa các đoạn văn tối thiểu là 6pt.",
    default={"least_pt": 6.0},
    needs=_BODY,
)
def body_paragraph_space(sheet: Sheet, options: Options) -> Hits:
    """At least 6 pt stand between two paragraphs, what follows one and precedes the next.

    Bad:  hai đoạn cách nhau 3 pt
    Good: hai đoạn cách nhau 6 pt
    """
    inside = {id(each) for each in content(sheet)}
    below = {id(each) for head in sheet.headings for each in head.title_lines}
    for section in sheet.layout.sections:
        for above, each in pairwise(section.blocks):
            both = id(above) in inside and id(each) in inside - below
            if not both or not isinstance(above, Paragraph) or not isinstance(each, Paragraph):
                continue
            gap = above.after_pt + each.before_pt
            if gap < options["least_pt"] - 0.05:
                yield Hit(each.place, f"Cách đoạn trên {figure(gap)} pt: {quoted(each.text, 40)}")


@rule(
    "body-line-spacing",
    source=_E,
    demands="Khoảng cách giữa các dòng từ dòng đơn đến 1,5 lines.",
    default={"lines": (1.0, 1.5), "tolerance": 0.03},
    needs=_BODY,
)
def body_line_spacing(sheet: Sheet, options: Options) -> Hits:
    """Lines stand single to one and a half apart; points are held against the letters' size.

    Bad:  giãn dòng 2; chữ cỡ 14 giãn dòng đúng 12 pt
    Good: dòng đơn; giãn dòng 1,5; chữ cỡ 14 giãn dòng đúng 18 pt
    """
    low, high = options["lines"]
    for each in content(sheet):
        ratio = each.line
        if each.line_rule != "auto":
            ratio /= _SINGLE * max(_sizes(each), default=14.0)
        tight = ratio < low - options["tolerance"] and each.line_rule != "atLeast"
        if tight or ratio > high + options["tolerance"]:
            yield Hit(each.place, f"Giãn dòng {figure(ratio)}: {quoted(each.text, 40)}")


@rule(
    "body-end",
    source="Mẫu 1.1 đến Mẫu 1.10 Phụ lục III Nghị định 30/2020/NĐ-CP",
    demands="Nội dung văn bản kết thúc bằng “./.”.",
    rank="form",
    types=[code for code in TYPES if code not in ("thu-cong", "sao-y", "trich-sao", "sao-luc")],
    needs=_BODY,
)
def body_end(sheet: Sheet, _: Options) -> Hits:
    """The text ends with “./.”; a note in brackets may follow.

    Bad:  … trước ngày 15 tháng 12 năm 2026.
    Good: … trước ngày 15 tháng 12 năm 2026./.
    """
    words = sheet.body
    at = {id(each): n for n, each in enumerate(sheet.layout.blocks)}
    last = max(at.get(id(each), -1) for each in words)
    if any(at.get(id(table), -1) > last for table in sheet.tables):
        raise NotEvaluated("nội dung kết thúc bằng bảng")
    ends = [each.text for each in words[-2:]]
    if ends[-1].startswith("("):
        ends = ends[:-1] or ends
    if not re.search(r"\./\.\W*$", ends[-1][-12:]):
        yield Hit(words[-1].place, f"Kết thúc bằng {quoted(' '.join(ends[-1].split()[-5:]))}")


@rule(
    "list-sign",
    source=clause("điểm đ khoản 6 Mục II"),
    demands="Liệt kê bằng gạch đầu dòng (-), như Nghị định.",
    rank="practice",
    needs=("body",),
)
def list_sign(sheet: Sheet, _: Options) -> Hits:
    """Items that have no letter begin with a hyphen; “+” may stand below it.

    Bad:  • Tổ chức tuyên truyền; – Tổ chức tuyên truyền
    Good: - Tổ chức tuyên truyền
    """
    signs = [(each, f"{each.number}{each.text}".strip()[:1]) for each in prose(sheet)]
    strange = _BULLETS + ("" if any(sign == "-" for _, sign in signs) else "+")
    found = [(each, dash(sign)) for each, sign in signs if sign and sign in strange]
    yield from gathered(found, "Đầu dòng liệt kê phải là gạch nối (-), đang dùng")
