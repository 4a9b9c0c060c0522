"""Rules of numbered parts: phần, chương, mục, tiểu mục, điều, khoản, điểm (ô số 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.judge import clause, off_centre, off_style, quoted, shouted
from docgen.check.layout import Paragraph, Run
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sequence import label, slips
from docgen.check.sheet import Heading, Sheet
from docgen.check.wording import CENTRED
from docgen.vietnamese.letters import POINTS

_D = clause("điểm d khoản 6 Mục II")
_DD = clause("điểm đ khoản 6 Mục II")
_TABLE = clause("điểm b số thứ tự 6 Mục V")
_NEEDS = ("headings",)
_NAMES = {"phan": "Phần", "chuong": "Chương", "muc-lon": "Mục", "tieu-muc": "Tiểu mục"}
_MARKS = {"dieu": ".", "muc": ".", "khoan": ".", "diem": ")"}


def _heads(sheet: Sheet, *levels: str) -> Iterator[Heading]:
    return (head for head in sheet.headings if head.level in levels)


def _said(head: Heading) -> str:
    return quoted(f"{head.paragraph.number} {head.paragraph.text}".strip(), 40)


def _leading(each: Paragraph, length: int) -> list[Run]:
    """Return the runs that the first letters stand in, blanks before them aside."""
    found, left = [], length + len(each.raw) - len(each.raw.lstrip())
    for run in each.visible:
        if left > 0 and run.text.strip():
            found.append(run)
        left -= len(run.text)
    return found


@rule(
    "chuong-line",
    source=_DD,
    demands="“Phần”, “Chương”, “Mục”, “Tiểu mục” và số thứ tự ở một dòng riêng, bằng chữ in thường.",
    needs=_NEEDS,
)
def chuong_line(sheet: Sheet, _: Options) -> Hits:
    """“Chương I” stands alone on its line, in small letters; its title is below.

    Bad:  CHƯƠNG I. QUY ĐỊNH CHUNG
    Good: Chương I / QUY ĐỊNH CHUNG
    """
    for head in _heads(sheet, *CENTRED):
        if head.number.startswith(head.number[:4].upper()):
            yield Hit(head.paragraph.place, f"In hoa: {_said(head)}")
        elif head.paragraph.text != head.number and not head.paragraph.number:
            yield Hit(head.paragraph.place, f"Không ở một dòng riêng: {_said(head)}")


@rule(
    "chuong-number",
    source=_DD,
    demands="Số thứ tự của phần, chương là chữ số La Mã; của mục, tiểu mục là chữ số Ả Rập.",
    needs=_NEEDS,
)
def chuong_number(sheet: Sheet, _: Options) -> Hits:
    """Phần and chương are numbered in Roman figures, mục and tiểu mục in Arabic ones.

    Bad:  Phần thứ nhất; Chương 1; Mục I
    Good: Phần I; Chương I; Mục 1
    """
    for head in _heads(sheet, *CENTRED):
        roman = head.level in ("phan", "chuong")
        if not re.fullmatch("[IVXLC]+" if roman else r"\d+", label(head)):
            kind = "La Mã" if roman else "Ả Rập"
            yield Hit(head.paragraph.place, f"Không dùng chữ số {kind}: {quoted(head.number)}")


@rule(
    "chuong-style",
    source=_DD,
    demands="Phần, chương, mục, tiểu mục và tiêu đề kiểu chữ đứng, đậm.",
    needs=_NEEDS,
)
def chuong_style(sheet: Sheet, _: Options) -> Hits:
    """“Chương I” and its title are bold and upright.

    Bad:  Chương I, không đậm
    Good: Chương I, đứng, đậm
    """
    for head in _heads(sheet, *CENTRED):
        yield from off_style((head.paragraph, *head.title_lines), _NAMES[head.level], bold=True)


@rule(
    "chuong-align",
    source=_DD,
    demands="Phần, chương, mục, tiểu mục và tiêu đề canh giữa.",
    needs=_NEEDS,
)
def chuong_align(sheet: Sheet, _: Options) -> Hits:
    """“Chương I” and its title are centred.

    Bad:  Chương I, canh trái
    Good: Chương I, canh giữa
    """
    for head in _heads(sheet, *CENTRED):
        yield from off_centre((head.paragraph, *head.title_lines), _NAMES[head.level])


@rule(
    "chuong-title",
    source=_DD,
    demands="Phần, chương, mục, tiểu mục có tiêu đề ở ngay dưới, bằng chữ in hoa.",
    needs=_NEEDS,
)
def chuong_title(sheet: Sheet, _: Options) -> Hits:
    """Below “Chương I” stands its title, in capitals.

    Bad:  Chương I / Quy định chung
    Good: Chương I / QUY ĐỊNH CHUNG
    """
    for head in _heads(sheet, *CENTRED):
        if not head.title:
            yield Hit(head.paragraph.place, f"{quoted(head.number)} không có tiêu đề", "warning")
        elif head.title != head.title.upper():
            where = (*head.title_lines, head.paragraph)[0].place
            yield Hit(where, f"Tiêu đề không in hoa: {quoted(head.title)}")


@rule(
    "dieu-style",
    source=_DD,
    demands="“Điều”, số thứ tự và tiêu đề của điều bằng chữ in thường, kiểu chữ đứng, đậm.",
    needs=_NEEDS,
)
def dieu_style(sheet: Sheet, _: Options) -> Hits:
    """“Điều 1.” is bold, and its title too; the words of an article without title are not.

    Bad:  Điều 1. Phạm vi điều chỉnh, không đậm; ĐIỀU 1. PHẠM VI ĐIỀU CHỈNH
    Good: Điều 1. Phạm vi điều chỉnh, đậm
    """
    for head in _heads(sheet, "dieu"):
        if head.paragraph.text.startswith("ĐIỀU"):
            yield Hit(head.paragraph.place, f"In hoa: {_said(head)}")
        runs = _leading(head.paragraph, len(head.number))
        if not head.paragraph.number and not all(run.bold for run in runs):
            yield Hit(head.paragraph.place, f"Không đậm: {_said(head)}")
        elif any(run.italic for run in runs):
            yield Hit(head.paragraph.place, f"Nghiêng: {_said(head)}")


@rule(
    "dieu-title",
    source=_D,
    demands="Văn bản bố cục theo phần, chương, mục thì điều có tiêu đề.",
    needs=_NEEDS,
)
def dieu_title(sheet: Sheet, _: Options) -> Hits:
    """In a document laid out by chương, every điều has a title.

    Bad:  Điều 3. Các đơn vị có trách nhiệm thi hành Quy chế này.
    Good: Điều 3. Trách nhiệm thi hành
    """
    if any(_heads(sheet, *CENTRED)):
        for head in _heads(sheet, "dieu"):
            if not head.title:
                yield Hit(head.paragraph.place, f"Không có tiêu đề: {_said(head)}", "warning")


@rule(
    "numbering-mark",
    source=_DD,
    demands="Sau số thứ tự của mục (I), điều, khoản có dấu chấm; sau điểm có dấu đóng ngoặc đơn.",
    needs=_NEEDS,
)
def numbering_mark(sheet: Sheet, _: Options) -> Hits:
    """I., Điều 1., 1. take a full stop; a) takes a bracket. A list 1) below a) is a warning.

    Bad:  I/ MỤC ĐÍCH; Điều 1: Phạm vi; 1) Mục đích; a. Rà soát
    Good: I. MỤC ĐÍCH; Điều 1. Phạm vi; 1. Mục đích; a) Rà soát
    """
    above = ""
    for head in _heads(sheet, *_MARKS):
        if not re.search(rf"[^\W_]{re.escape(_MARKS[head.level])}$", head.number):
            below = head.level == "khoan" and above == "diem" and head.number.endswith(")")
            right = head.number.rstrip(" .:;,)/-–") + _MARKS[head.level]
            found = f"Đang ghi {quoted(head.number)}, phải là {quoted(right)}: {_said(head)}"
            yield Hit(head.paragraph.place, found, "warning" if below else "")
        else:
            above = head.level


@rule(
    "muc-style",
    source=_TABLE,
    demands="Số thứ tự và tiêu đề của mục (I, II …) bằng chữ in hoa, kiểu chữ đứng, đậm.",
    needs=_NEEDS,
)
def muc_style(sheet: Sheet, _: Options) -> Hits:
    """“I. TIÊU ĐỀ” is in capitals, bold, upright.

    Bad:  I. Mục đích, yêu cầu
    Good: I. MỤC ĐÍCH, YÊU CẦU
    """
    for head in _heads(sheet, "muc"):
        if head.title and head.title != head.title.upper():
            yield Hit(head.paragraph.place, f"Tiêu đề không in hoa: {_said(head)}")
        if head.title:
            yield from off_style((head.paragraph,), "Tiêu đề mục", bold=True)


@rule(
    "khoan-style",
    source=_DD,
    demands="Khoản có tiêu đề thì số thứ tự và tiêu đề bằng chữ in thường, đứng, đậm.",
    needs=_NEEDS,
)
def khoan_style(sheet: Sheet, _: Options) -> Hits:
    """A titled khoản is bold, in small letters; what looks like a title only is a warning.

    Bad:  1. Mục đích, in nghiêng; 1. MỤC ĐÍCH
    Good: 1. Mục đích, đứng, đậm
    """
    for head in _heads(sheet, "khoan"):
        words = head.paragraph
        bold = [run.bold for run in words.worded]
        if any(run.italic for run in words.worded) and (head.title or all(bold)):
            yield Hit(words.place, f"Khoản in nghiêng: {_said(head)}")
        if head.title and not all(bold):
            yield Hit(words.place, f"Tiêu đề khoản không đậm: {_said(head)}", "warning")
        if head.title and shouted(head.title):
            yield Hit(words.place, f"Tiêu đề khoản in hoa: {_said(head)}")


@rule(
    "diem-style",
    source=_DD,
    demands="Điểm bằng chữ in thường, kiểu chữ đứng.",
    needs=_NEEDS,
)
def diem_style(sheet: Sheet, _: Options) -> Hits:
    """A điểm is upright; a bold one is a warning.

    Bad:  a) Đối với các trường học, in nghiêng
    Good: a) Đối với các trường học, kiểu chữ đứng
    """
    for head in _heads(sheet, "diem"):
        runs = head.paragraph.worded
        if runs and all(run.italic for run in runs):
            yield Hit(head.paragraph.place, f"Điểm in nghiêng: {_said(head)}")
        elif runs and all(run.bold for run in runs):
            yield Hit(head.paragraph.place, f"Điểm in đậm: {_said(head)}", "warning")


@rule(
    "diem-letters",
    source=_DD,
    demands=f"Điểm dùng chữ cái tiếng Việt theo thứ tự: {', '.join(POINTS)}.",
    needs=_NEEDS,
)
def diem_letters(sheet: Sheet, _: Options) -> Hits:
    """Points take the letters of the alphabet, without f, j, w, z.

    Bad:  đ), e), f)
    Good: đ), e), g)
    """
    for head in _heads(sheet, "diem"):
        if label(head) not in POINTS:
            yield Hit(head.paragraph.place, f"Không phải chữ cái tiếng Việt: {_said(head)}")


@rule(
    "numbering-sequence",
    source=_DD,
    demands="Số thứ tự của phần, chương, mục, điều, khoản, điểm liên tục, không trùng.",
    needs=_NEEDS,
)
def numbering_sequence(sheet: Sheet, _: Options) -> Hits:
    """Every number follows from the one before it, typed or automatic.

    Bad:  I, II, IV; a), b), c), d), e); Điều 3, Điều 3
    Good: I, II, III; a), b), c), d), đ); Điều 3, Điều 4
    """
    for head, fault in slips(sheet):
        said = quoted(head.number.rstrip(".)"))
        yield Hit(head.paragraph.place, f"Số thứ tự {said} {fault}: {_said(head)}", "warning")
