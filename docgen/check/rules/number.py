"""Number rules: số, ký hiệu (ô số 3)."""

from __future__ import annotations

import re

from docgen.check.judge import (
    HEAD,
    absent,
    clause,
    off_bold,
    off_centre,
    off_italic,
    off_size,
    part,
    quoted,
)
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.wording import gapped
from docgen.vietnamese.document_types import ABBREVIATIONS, TYPES

_A = clause("điểm a khoản 3 Mục II")
_B = clause("điểm b khoản 3 Mục II")
_C = clause("điểm c khoản 3 Mục II")
_DASHES = "‐‑‒–—−"
_SLASH = re.compile(rf"[^/{_DASHES}-]*/")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*[/-]\s*")
_GAP = re.compile(r" ?(?:…|\.{2,})[ \d]*")  # an open place, with the mark of a note
_NAME = "Số, ký hiệu"
_OWN = [code for code, kind in TYPES.items() if kind.numbered]
_NAMED = [code for code, kind in TYPES.items() if kind.ten_loai and kind.abbreviation]


def split(text: str) -> tuple[str, str]:
    """Return number and sign: "Số: 05/KH-UBND" → "05", "KH-UBND"; an open number is ""."""
    words = re.sub(r"(?i)^số\s*[:.]?\s*", "", text)
    number, _, sign = words.partition("/")
    return number.strip(" .…_"), sign.strip()


def _split(sheet: Sheet) -> tuple[Paragraph, str, str]:
    """Return the paragraph with its number and sign; without a slash nothing can be told apart."""
    (words,) = part(sheet, "so")
    if not _SLASH.match(words.text):
        raise NotEvaluated("sau số không có dấu gạch chéo (/)")
    return words, *split(words.text)


def _signed(sheet: Sheet) -> tuple[Paragraph, str]:
    """Return the paragraph with its sign; a year in it is for `so-year`."""
    words, _number, sign = _split(sheet)
    return words, _YEAR.sub("", sign)


def groups(sign: str) -> list[str]:
    """Return the groups of a sign, whatever dash stands between them."""
    return [group for group in re.split(rf"\s*[-{_DASHES}]+\s*", sign) if group]


@rule("so-present", source=_A, demands="Văn bản có số, ký hiệu.", types=_OWN)
def so_present(sheet: Sheet, _: Options) -> Hits:
    """The document has a line for its number, open in a draft.

    Bad:  dưới tên cơ quan không có số, ký hiệu
    Good: Số: 05/KH-UBND
    """
    yield from absent(sheet, "so", HEAD, "số, ký hiệu")


@rule(
    "so-label",
    source=_C,
    demands="Từ “Số” trình bày bằng chữ in thường, sau có dấu hai chấm (:).",
    needs=("so",),
)
def so_label(sheet: Sheet, _: Options) -> Hits:
    """The line begins with “Số:”; a blank should follow, as in every form.

    Bad:  SỐ: 05/KH-UBND; Số 05/KH-UBND; Số : 05/KH-UBND
    Good: Số: 05/KH-UBND
    """
    for each in part(sheet, "so"):
        if not each.text.startswith("Số:"):
            yield Hit(each.place, f"Đang ghi {quoted(each.text[:12])}; phải là “Số:”")
        elif not each.text.startswith("Số: ") and each.text != "Số:":
            yield Hit(each.place, "Sau “Số:” không có cách chữ", "warning")


@rule(
    "so-size",
    source=_C,
    demands="Số, ký hiệu cỡ chữ 13.",
    default={"size_pt": (13, 13)},
    needs=("so",),
)
def so_size(sheet: Sheet, options: Options) -> Hits:
    """Number and sign are of 13 pt exactly.

    Bad:  Số: 05/KH-UBND, cỡ chữ 14
    Good: Số: 05/KH-UBND, cỡ chữ 13
    """
    yield from off_size(part(sheet, "so"), _NAME, options["size_pt"])


@rule("so-style", source=_C, demands="Số, ký hiệu kiểu chữ đứng (không đậm).", needs=("so",))
def so_style(sheet: Sheet, _: Options) -> Hits:
    """Number and sign are upright and not bold.

    Bad:  Số: 05/KH-UBND, in đậm
    Good: Số: 05/KH-UBND, đứng, không đậm
    """
    yield from off_bold(part(sheet, "so"), _NAME, bold=False)
    yield from off_italic(part(sheet, "so"), _NAME, italic=False)


@rule(
    "so-padding",
    source=_C,
    demands="Số ghi bằng chữ số Ả Rập, nhỏ hơn 10 phải ghi thêm số 0 phía trước.",
    needs=("so",),
    drafts=False,
)
def so_padding(sheet: Sheet, _: Options) -> Hits:
    """The number is written, in Arabic digits, with one 0 before it below 10 and none above.

    Bad:  Số: 5/KH-UBND; Số: 012/KH-UBND; Số: /KH-UBND
    Good: Số: 05/KH-UBND; Số: 12/KH-UBND
    """
    words, number, _sign = _split(sheet)
    if not number:
        yield Hit(words.place, "Chưa ghi số", demands="Văn bản được ban hành phải ghi số.")
    elif not re.fullmatch("[0-9]+", number):
        yield Hit(words.place, f"Số {quoted(number)} không phải là chữ số Ả Rập")
    elif not re.fullmatch("0[1-9]|[1-9][0-9]+", number):
        right = f"phải ghi {number.lstrip('0'):0>2}" if int(number) else "không đúng"
        yield Hit(words.place, f"Số {number} {right}", fix="so-padding")


@rule(
    "so-slash",
    source=_C,
    demands="Giữa số và ký hiệu có dấu gạch chéo (/), không cách chữ.",
    needs=("so",),
)
def so_slash(sheet: Sheet, _: Options) -> Hits:
    r"""A slash stands between number and sign, without blanks; a draft's gap is no blank.

    Bad:  Số: 05-KH/UBND; Số: 05 / KH-UBND; Số: 05\KH-UBND
    Good: Số: 05/KH-UBND
    """
    for each in part(sheet, "so"):
        if not _SLASH.match(each.text):
            yield Hit(each.place, f"Không có dấu gạch chéo sau số: {quoted(each.text)}")
        elif re.search(r"\d\s+/|/\s", each.text):
            yield Hit(each.place, f"Có cách chữ cạnh dấu gạch chéo: {quoted(each.text)}")


@rule(
    "so-hyphen",
    source=_C,
    demands="Giữa các nhóm chữ viết tắt trong ký hiệu có dấu gạch nối (-), không cách chữ.",
    needs=("so",),
)
def so_hyphen(sheet: Sheet, _: Options) -> Hits:
    """Groups of the sign are joined by a hyphen without blanks, never by a dash.

    Bad:  Số: 05/KH – UBND; Số: 05/KH - UBND; Số: 05/KH–UBND
    Good: Số: 05/KH-UBND
    """
    words, sign = _signed(sheet)
    if any(dash in sign for dash in _DASHES):
        found = f"Ký hiệu có gạch dài (–), phải là gạch nối (-): {quoted(sign)}"
        yield Hit(words.place, found, fix="so-hyphen")
    elif " " in _GAP.sub("…", sign):
        yield Hit(words.place, f"Ký hiệu có cách chữ: {quoted(sign)}", fix="so-hyphen")


@rule("so-caps", source=_C, demands="Ký hiệu trình bày bằng chữ in hoa.", needs=("so",))
def so_caps(sheet: Sheet, _: Options) -> Hits:
    """The sign is in capitals; CTr, TTr, QyĐ, TrS and names such as TTg keep their small letter.

    Bad:  Số: 05/kh-ubnd
    Good: Số: 05/KH-UBND; Số: 05/TTr-UBND; Số: 05/QĐ-TTg
    """
    words, sign = _signed(sheet)
    for group in groups(sign):
        small = sum(char.islower() for char in group)
        if group not in ABBREVIATIONS and small and (group[0].islower() or 2 * small >= len(group)):
            yield Hit(words.place, f"Ký hiệu không in hoa: {quoted(group)}")


@rule(
    "so-abbreviation",
    source="Mục I Phụ lục III và " + _B,
    demands="Ký hiệu có chữ viết tắt của đúng tên loại văn bản.",
    types=_NAMED,
    needs=("so",),
)
def so_abbreviation(sheet: Sheet, _: Options) -> Hits:
    """The first group of the sign is the abbreviation of the kind that is printed as the title.

    Bad:  Kế hoạch ghi Số: 05/BC-UBND; Quy định ghi Số: 05/QYĐ-UBND
    Good: Kế hoạch ghi Số: 05/KH-UBND; Quy định ghi Số: 05/QyĐ-UBND
    """
    words, sign = _signed(sheet)
    kind = TYPES[sheet.type]
    first = (groups(sign) or [""])[0]
    if first.upper() == kind.abbreviation.upper() != first and first.islower():
        return  # for so-caps
    if gapped(first):
        return  # for placeholder
    if first != kind.abbreviation:
        wanted = f"{kind.name.lower()} viết tắt {kind.abbreviation}"
        yield Hit(words.place, f"Ký hiệu ghi {quoted(first)}, {wanted}")


@rule(
    "so-issuer",
    source=_B,
    demands="Ký hiệu có chữ viết tắt tên cơ quan, tổ chức hoặc chức danh nhà nước ban hành.",
    types=_NAMED,
    needs=("so",),
)
def so_issuer(sheet: Sheet, _: Options) -> Hits:
    """After the kind's abbreviation comes that of the issuer.

    Bad:  Số: 05/KH
    Good: Số: 05/KH-UBND
    """
    words, sign = _signed(sheet)
    if len(groups(sign)) == 1:
        yield Hit(words.place, f"Ký hiệu không có tên cơ quan ban hành: {quoted(sign)}")


@rule(
    "so-cong-van",
    source=_B,
    demands="Ký hiệu công văn gồm chữ viết tắt tên cơ quan và tên đơn vị soạn thảo hoặc lĩnh vực.",
    types=("cong-van",),
    needs=("so",),
)
def so_cong_van(sheet: Sheet, _: Options) -> Hits:
    """A công văn has no abbreviation of its kind, but that of the unit that drafted it.

    Bad:  Số: 05/CV-UBND; Số: 05/UBND
    Good: Số: 05/UBND-VX
    """
    words, sign = _signed(sheet)
    found = groups(sign)
    if found and found[0].upper() == "CV":
        yield Hit(words.place, f"Ký hiệu công văn ghi “CV”: {quoted(sign)}")
    elif len(found) == 1:
        fault = f"Ký hiệu không có tên đơn vị soạn thảo hoặc lĩnh vực: {quoted(sign)}"
        yield Hit(words.place, fault, "warning")


@rule(
    "so-year",
    source=_B,
    demands="Ký hiệu gồm chữ viết tắt, không ghi năm ban hành.",
    needs=("so",),
)
def so_year(sheet: Sheet, _: Options) -> Hits:
    """No year stands in the sign: that is for legal normative documents.

    Bad:  Số: 05/2026/KH-UBND
    Good: Số: 05/KH-UBND
    """
    words, _number, sign = _split(sheet)
    year = _YEAR.match(sign)
    if year:
        yield Hit(words.place, f"Ký hiệu ghi năm {year[1]}: {quoted(sign)}")


@rule(
    "so-align",
    source=_C,
    demands="Số, ký hiệu đặt canh giữa dưới tên cơ quan, tổ chức ban hành.",
    needs=("so",),
)
def so_align(sheet: Sheet, _: Options) -> Hits:
    """The number is centred.

    Bad:  số, ký hiệu canh trái
    Good: số, ký hiệu canh giữa
    """
    yield from off_centre(part(sheet, "so"), _NAME)
