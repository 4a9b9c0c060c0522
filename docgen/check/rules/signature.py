"""Signature rules: quyền hạn, chức vụ of the signer (ô số 7a); his name: signer."""

from __future__ import annotations

import re
from itertools import pairwise

from docgen.check.judge import (
    FOOT,
    Part,
    absent,
    clause,
    off_capitals,
    off_size,
    off_style,
    part,
    quoted,
)
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet

_B = clause("điểm b khoản 7 Mục II")
_DD = clause("điểm đ khoản 7 Mục II")
_DIEU_13 = "{} Điều 13 Nghị định 30/2020/NĐ-CP"
SIGNS = "Quyền hạn, chức vụ"
_PREFIX = re.compile(r"(TM|TUQ|TL|KT|Q)\.(?=\s|\w)")
_SLIP = re.compile(r"(?:T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q|Q)\s*[:/.]?(?=\s)")
_DEPUTY = re.compile(r"PHÓ |THỨ TRƯỞNG")
_RANK = {"TM": 0, "TL": 1, "TUQ": 1, "KT": 2, "Q": 3, "": 3}
_FULL = {"UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN"}
_SHORT = re.compile(r"(?:UBND|HĐND)\b")
_STANDING = re.compile(r"THƯỜNG TRỰC\b|BAN THƯỜNG TRỰC\b|ỦY BAN THƯỜNG VỤ\b")
_HEADED = re.compile(r"(PHÒNG|SỞ|TRƯỜNG|TRUNG TÂM|VĂN PHÒNG|CHI CỤC|CỤC|BAN QUẢN LÝ)\b")


def _lines(sheet: Sheet) -> Part:
    """Return the lines of the one signer; those of two cannot be told apart here."""
    if len(sheet.ho_ten) > 1:
        raise NotEvaluated("văn bản có nhiều người ký")
    return part(sheet, "quyen_han")


def _split(words: Paragraph) -> tuple[str, str]:
    """Return "KT", "CHỦ TỊCH" of “KT. CHỦ TỊCH”, of “K/T CHỦ TỊCH” too: for quyen-han-dot."""
    found = _PREFIX.match(words.text) or _SLIP.match(words.text)
    if not found:
        return "", words.text
    return re.sub(r"\W", "", found[0]), words.text[found.end() :].strip()


def _prefix(words: Paragraph) -> str:
    return _split(words)[0]


@rule("quyen-han-present", source=_DD, demands="Văn bản ghi chức vụ của người ký.")
def quyen_han_present(sheet: Sheet, _: Options) -> Hits:
    """The document says in what office the signer signs.

    Bad:  trên họ tên người ký không có chức vụ
    Good: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH
    """
    yield from absent(sheet, "quyen_han", FOOT, "quyền hạn, chức vụ của người ký")


@rule("quyen-han-caps", source=_DD, demands=f"{SIGNS} bằng chữ in hoa.", needs=("quyen_han",))
def quyen_han_caps(sheet: Sheet, _: Options) -> Hits:
    """The signer's office is in capitals.

    Bad:  KT. Chủ tịch
    Good: KT. CHỦ TỊCH
    """
    yield from off_capitals(part(sheet, "quyen_han"), SIGNS)


@rule(
    "quyen-han-size",
    source=_DD,
    demands=f"{SIGNS} cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=("quyen_han",),
)
def quyen_han_size(sheet: Sheet, options: Options) -> Hits:
    """The signer's office is of 13 or 14 pt.

    Bad:  KT. CHỦ TỊCH, cỡ chữ 12
    Good: KT. CHỦ TỊCH, cỡ chữ 14
    """
    yield from off_size(part(sheet, "quyen_han"), SIGNS, options["size_pt"])


@rule("quyen-han-style", source=_DD, demands=f"{SIGNS} kiểu chữ đứng, đậm.", needs=("quyen_han",))
def quyen_han_style(sheet: Sheet, _: Options) -> Hits:
    """The signer's office is upright and bold.

    Bad:  KT. CHỦ TỊCH, không đậm
    Good: KT. CHỦ TỊCH, đứng, đậm
    """
    yield from off_style(part(sheet, "quyen_han"), SIGNS, bold=True)


@rule(
    "quyen-han-dot",
    source=_B,
    demands="Chữ viết tắt quyền hạn ghi “TM.”, “Q.”, “KT.”, “TL.”, “TUQ.”.",
    needs=("quyen_han",),
)
def quyen_han_dot(sheet: Sheet, _: Options) -> Hits:
    """The abbreviation ends with a dot and has no stroke; a blank follows it.

    Bad:  T/M ỦY BAN NHÂN DÂN; KT CHỦ TỊCH; KT.CHỦ TỊCH
    Good: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH
    """
    for each in part(sheet, "quyen_han"):
        if _PREFIX.match(each.text):
            if not re.match(r"\w+\.\s", each.text):
                yield Hit(
                    each.place, f"Sau dấu chấm không có cách chữ: {quoted(each.text)}", "warning"
                )
        elif _SLIP.match(each.text):
            power, head = _split(each)
            found = f"Đang ghi {quoted(each.text)}; phải là {quoted(f'{power}. {head}')}"
            yield Hit(each.place, found)


@rule(
    "quyen-han-full",
    source=clause("điểm b khoản 7 Mục II") + "; " + clause("khoản 7 Mục V"),
    demands="Sau “TM.” ghi đủ tên tập thể hoặc cơ quan: “TM. ỦY BAN NHÂN DÂN”.",
    rank="form",
    needs=("quyen_han",),
)
def quyen_han_full(sheet: Sheet, _: Options) -> Hits:
    """The collective is named in full; no form abbreviates it.

    Bad:  TM. UBND PHƯỜNG
    Good: TM. ỦY BAN NHÂN DÂN
    """
    for each in part(sheet, "quyen_han"):
        power, name = _split(each)
        found = _SHORT.match(name) if power == "TM" else None
        if found:
            right = f"TM. {_FULL[found[0]]}"
            yield Hit(each.place, f"Đang ghi {quoted(each.text)}; phải là {quoted(right)}")


@rule(
    "quyen-han-order",
    source=_B,
    demands="Thứ tự ghi: “TM.”, “TL.” hoặc “TUQ.”, “KT.”, rồi chức vụ của người ký.",
    needs=("quyen_han",),
)
def quyen_han_order(sheet: Sheet, _: Options) -> Hits:
    """Lines go from the collective to the signer, whose own office is the last.

    Bad:  KT. CHỦ TỊCH / TM. ỦY BAN NHÂN DÂN; TL. CHỦ TỊCH, không có chức vụ của người ký
    Good: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
    """
    lines = _lines(sheet)
    for above, below in pairwise(lines):
        if _RANK[_prefix(above)] > _RANK[_prefix(below)]:
            yield Hit(below.place, f"{quoted(below.text)} đứng sau {quoted(above.text)}")
    if _prefix(lines[-1]) in ("TM", "TL", "TUQ"):
        yield Hit(lines[-1].place, f"Sau {quoted(lines[-1].text)} không có chức vụ của người ký")


@rule(
    "kt-pair",
    source=_B,
    demands="Dưới dòng “KT.” và chức vụ người đứng đầu là chức vụ của cấp phó ký thay.",
    needs=("quyen_han",),
)
def kt_pair(sheet: Sheet, _: Options) -> Hits:
    """Below “KT. X” stands “PHÓ X”; a deputy of something else is a warning.

    Bad:  KT. CHỦ TỊCH / CHÁNH VĂN PHÒNG
    Good: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
    """
    lines = _lines(sheet)
    for each, below in zip(lines, (*lines[1:], None), strict=True):
        power, head = _split(each)
        if power != "KT":
            continue
        if below is None or not _DEPUTY.match(below.text.upper()):
            found = (
                f", sau đó là {quoted(below.text)}"
                if below
                else ", sau đó không có chức vụ cấp phó"
            )
            yield Hit(each.place, f"{quoted(each.text)}{found}")
        elif below.text.startswith("PHÓ ") and not below.text.startswith(f"PHÓ {head}"):
            yield Hit(below.place, f"{quoted(each.text)} nhưng ký {quoted(below.text)}", "warning")


@rule(
    "kt-missing",
    source=_B,
    demands="Cấp phó ký thay người đứng đầu phải ghi “KT.” trước chức vụ người đứng đầu.",
    needs=("quyen_han",),
)
def kt_missing(sheet: Sheet, _: Options) -> Hits:
    """A deputy does not sign without “KT.” above, unless by a mandate (TUQ.).

    Whom a standing body (Thường trực, Ủy ban Thường vụ) lets sign for it is told as a warning:
    most of them write no “KT.” there.

    Bad:  TM. ỦY BAN NHÂN DÂN / PHÓ CHỦ TỊCH
    Good: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
    """
    lines = _lines(sheet)
    last = lines[-1]
    if _DEPUTY.match(last.text.upper()) and not any(_prefix(e) in ("KT", "TUQ") for e in lines):
        standing = any(_prefix(e) == "TM" and _STANDING.match(_split(e)[1].upper()) for e in lines)
        found = f"{quoted(last.text)} ký mà phía trên không có “KT.”"
        yield Hit(last.place, found, "warning" if standing else "")


@rule(
    "tuq-kt",
    source=_DIEU_13.format("khoản 3"),
    demands="Người được ủy quyền không được ủy quyền lại cho người khác ký.",
    needs=("quyen_han",),
)
def tuq_kt(sheet: Sheet, _: Options) -> Hits:
    """Who signs by mandate (TUQ.) signs himself.

    Bad:  TUQ. CHỦ TỊCH / KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG
    Good: TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG
    """
    lines = _lines(sheet)
    if any(_prefix(each) == "TUQ" for each in lines):
        for each in lines:
            if _prefix(each) == "KT":
                yield Hit(each.place, f"“TUQ.” đi với {quoted(each.text)}")


@rule(
    "tm-thu-truong",
    source=_DIEU_13.format("khoản 1"),
    demands="Cơ quan làm việc theo chế độ thủ trưởng: người đứng đầu ký, không ghi “TM.”.",
    needs=("quyen_han",),
)
def tm_thu_truong(sheet: Sheet, _: Options) -> Hits:
    """An office that one person heads does not sign as a collective.

    Bad:  TM. PHÒNG VĂN HÓA - XÃ HỘI / TRƯỞNG PHÒNG
    Good: TRƯỞNG PHÒNG
    """
    for each in part(sheet, "quyen_han"):
        power, name = _split(each)
        if power == "TM" and _HEADED.match(name.upper()):
            yield Hit(each.place, f"Đang ghi {quoted(each.text)}; không ghi “TM.”", "warning")


@rule(
    "phu-trach",
    source=_B,
    demands="Cấp phó được giao phụ trách hoặc điều hành ký như cấp phó ký thay cấp trưởng (KT.).",
    needs=("quyen_han",),
)
def phu_trach(sheet: Sheet, _: Options) -> Hits:
    """A deputy in charge signs “KT.”, not as “PHỤ TRÁCH”.

    Bad:  PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH
    Good: KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG
    """
    for each in part(sheet, "quyen_han"):
        if re.search("PHỤ TRÁCH|ĐIỀU HÀNH", each.text.upper()):
            yield Hit(each.place, f"Chức vụ ghi {quoted(each.text)}", "warning")
