"""Place and date rules: địa danh và thời gian ban hành (ô số 4)."""

from __future__ import annotations

import re
from datetime import date

from docgen.check.judge import (
    HEAD,
    absent,
    clause,
    off_bold,
    off_centre,
    off_italic,
    off_lower_case,
    off_size,
    part,
    quoted,
    shouted,
)
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.words.names import PERSONS
from docgen.vietnamese.document_types import TYPES

_A = clause("điểm a khoản 4 Mục II")
_B = clause("điểm b khoản 4 Mục II")
_C = clause("điểm c khoản 4 Mục II")
_NAME = "Địa danh, thời gian"
_NEEDS = ("dia_danh_ngay",)
_DATED = [code for code, kind in TYPES.items() if kind.day]
_WRITTEN = re.compile(r"(?P<place>.+?)\s*,?\s*ngày (?P<d>\d+) tháng (?P<m>\d+) năm (?P<y>\d+)\.?")
_GAP = r"[\s.…_\d]*"
_OPEN = re.compile(rf"(?P<place>.+?)\s*,?\s*ngày{_GAP}tháng{_GAP}năm{_GAP}")
_COMMUNE = re.compile(
    r"(?:UBND|HĐND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (?:XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN) (.+)"
)
_DISTRICT = re.compile("(?i:quận|huyện|thị xã) ")
_NOUN = re.compile(
    "(?i:tỉnh|thành phố|thủ đô|phường|xã|đặc khu|quận|huyện|thị xã|thị trấn|tp\\.?)(?= )"
)


def _line(words: Paragraph) -> str:
    """Return the words; a line that is all in capitals is for `place-date-style`."""
    if not shouted(words.text):
        return words.text
    return re.sub("NGÀY|THÁNG|NĂM", lambda found: found[0].lower(), words.text)


def _parsed(sheet: Sheet) -> re.Match[str]:
    """Return the parts of the line; what has another form is for `place-date-form`."""
    (words,) = part(sheet, "dia_danh_ngay")
    found = _WRITTEN.fullmatch(_line(words))
    if found is None:
        raise NotEvaluated("địa danh, thời gian không ghi “…, ngày … tháng … năm …”")
    return found


def _place(sheet: Sheet) -> str:
    (words,) = part(sheet, "dia_danh_ngay")
    found = _WRITTEN.fullmatch(_line(words)) or _OPEN.fullmatch(_line(words))
    if found is None:
        raise NotEvaluated("địa danh, thời gian không ghi “…, ngày … tháng … năm …”")
    return found["place"].rstrip(" ,")


@rule(
    "place-date-present",
    source=_A,
    demands="Văn bản có địa danh và thời gian ban hành.",
    types=_DATED,
)
def place_date_present(sheet: Sheet, _: Options) -> Hits:
    """The document says where and when it was issued; a biên bản says so in its text.

    Bad:  dưới Tiêu ngữ không có địa danh và thời gian
    Good: Gia Viên, ngày 05 tháng 01 năm 2026
    """
    yield from absent(sheet, "dia_danh_ngay", HEAD, "địa danh và thời gian ban hành")


@rule(
    "place-date-form",
    source=_B,
    demands="Ngày, tháng, năm ban hành phải được viết đầy đủ.",
    needs=_NEEDS,
    drafts=False,
)
def place_date_form(sheet: Sheet, _: Options) -> Hits:
    """The date is written in words and figures, in full, and is a day of the calendar.

    Bad:  Gia Viên, 05/01/2026; ngày 05 tháng 01 năm 26; ngày 31 tháng 02 năm 2026
    Good: Gia Viên, ngày 05 tháng 01 năm 2026
    """
    for each in part(sheet, "dia_danh_ngay"):
        found = _WRITTEN.fullmatch(_line(each))
        if found is None:
            fault = "Chưa ghi đủ ngày, tháng, năm" if _OPEN.fullmatch(_line(each)) else "Ghi"
            yield Hit(each.place, f"{fault}: {quoted(each.text)}".replace("Ghi:", "Ghi"))
            continue
        if len(found["y"]) != 4:
            yield Hit(each.place, f"Năm ghi “{found['y']}”, phải ghi đủ bốn chữ số")
            continue
        try:
            date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            day = f"ngày {found['d']} tháng {found['m']} năm {found['y']}"
            yield Hit(each.place, f"Không có {day}")


@rule("place-date-comma", source=_C, demands="Sau địa danh có dấu phẩy (,).", needs=_NEEDS)
def place_date_comma(sheet: Sheet, _: Options) -> Hits:
    """A comma stands right after the place.

    Bad:  Gia Viên ngày 05 tháng 01 năm 2026
    Good: Gia Viên, ngày 05 tháng 01 năm 2026
    """
    for each in part(sheet, "dia_danh_ngay"):
        if "ngày" in _line(each) and not re.search(r"\S, ngày", _line(each)):
            yield Hit(each.place, f"Giữa địa danh và ngày không phải “, ”: {quoted(each.text)}")


@rule(
    "place-date-day-padding",
    source=_B,
    demands="Số thể hiện ngày nhỏ hơn 10 phải ghi thêm số 0 phía trước.",
    needs=_NEEDS,
    drafts=False,
)
def place_date_day_padding(sheet: Sheet, _: Options) -> Hits:
    """A day below 10 has a 0 before it.

    Bad:  ngày 5 tháng 01 năm 2026
    Good: ngày 05 tháng 01 năm 2026
    """
    day = _parsed(sheet)["d"]
    if len(day) == 1:
        fault = f"Ngày {day} phải ghi 0{day}"
        yield Hit(part(sheet, "dia_danh_ngay")[0].place, fault, fix="place-date-day-padding")


@rule(
    "place-date-month-padding",
    source=_B,
    demands="Tháng 1, tháng 2 phải ghi thêm số 0 phía trước, các tháng khác không.",
    needs=_NEEDS,
    drafts=False,
)
def place_date_month_padding(sheet: Sheet, _: Options) -> Hits:
    """January and February have a 0 before them; from March on it is a warning.

    Bad:  ngày 05 tháng 1 năm 2026; ngày 05 tháng 06 năm 2026
    Good: ngày 05 tháng 01 năm 2026; ngày 05 tháng 6 năm 2026
    """
    month = _parsed(sheet)["m"]
    where = part(sheet, "dia_danh_ngay")[0].place
    if month in ("1", "2"):
        fault = f"Tháng {month} phải ghi 0{month}"
        yield Hit(where, fault, fix="place-date-month-padding")
    elif re.fullmatch("0[3-9]", month):
        fault = f"Tháng {month} phải ghi {month[1:]}"
        yield Hit(where, fault, "warning", "place-date-month-padding")


@rule(
    "place-date-size",
    source=_C,
    demands="Địa danh và thời gian cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=_NEEDS,
)
def place_date_size(sheet: Sheet, options: Options) -> Hits:
    """Place and date are of 13 or 14 pt.

    Bad:  địa danh và thời gian cỡ chữ 12
    Good: địa danh và thời gian cỡ chữ 14
    """
    yield from off_size(part(sheet, "dia_danh_ngay"), _NAME, options["size_pt"])


@rule(
    "place-date-style",
    source=_C,
    demands="Địa danh và thời gian bằng chữ in thường, kiểu chữ nghiêng (không đậm).",
    needs=_NEEDS,
)
def place_date_style(sheet: Sheet, _: Options) -> Hits:
    """Place and date are italic, not bold, not in capitals.

    Bad:  địa danh và thời gian kiểu chữ đứng
    Good: địa danh và thời gian kiểu chữ nghiêng, không đậm
    """
    words = part(sheet, "dia_danh_ngay")
    yield from off_italic(words, _NAME, italic=True)
    yield from off_bold(words, _NAME, bold=False)
    yield from off_lower_case(words, _NAME)


@rule(
    "place-date-capitals",
    source=_C,
    demands="Các chữ cái đầu của địa danh phải viết hoa.",
    needs=_NEEDS,
)
def place_date_capitals(sheet: Sheet, _: Options) -> Hits:
    """The place begins with a capital, and so does each word of the name after a common noun.

    Bad:  gia Viên, ngày 05 tháng 01 năm 2026; Hải phòng, ngày 05 tháng 01 năm 2026
    Good: Gia Viên, ngày 05 tháng 01 năm 2026; Thành phố Hồ Chí Minh, ngày 05 tháng 01 năm 2026
    """
    place = _place(sheet)
    name = _NOUN.sub("", place, count=1).split()
    if place[:1].islower() or any(word[0].islower() for word in name):
        yield Hit(part(sheet, "dia_danh_ngay")[0].place, f"Địa danh ghi {quoted(place)}")


@rule(
    "place-date-name",
    source=_A,
    demands="Đơn vị hành chính đặt theo tên người, bằng chữ số hoặc sự kiện lịch sử: ghi đầy đủ.",
    default={"full_names": PERSONS},
    needs=_NEEDS,
)
def place_date_name(sheet: Sheet, options: Options) -> Hits:
    """A place named after a person, a number or an event keeps its common noun.

    Bad:  Ngô Quyền, ngày 05 tháng 01 năm 2026
    Good: Phường Ngô Quyền, ngày 05 tháng 01 năm 2026
    """
    place = _place(sheet)
    if place in options["full_names"] or re.fullmatch(r"\d+", place):
        where = part(sheet, "dia_danh_ngay")[0].place
        yield Hit(where, f"Địa danh chỉ ghi {quoted(place)}", "warning")


@rule(
    "place-date-issuer",
    source=_A,
    demands="Địa danh trên văn bản của xã, phường, đặc khu là tên xã, phường, đặc khu ấy.",
    rank="form",
    needs=(*_NEEDS, "ban_hanh"),
)
def place_date_issuer(sheet: Sheet, _: Options) -> Hits:
    """The place is the commune that the letterhead names, not the province about it.

    Bad:  phường Gia Viên ghi “Hải Phòng, ngày 05 tháng 01 năm 2026”
    Good: phường Gia Viên ghi “Gia Viên, ngày 05 tháng 01 năm 2026”
    """
    place = _place(sheet)
    if place in PERSONS or _DISTRICT.match(place):
        return  # for place-date-name, for district-place
    for role in ("chu_quan", "ban_hanh"):
        unit = _COMMUNE.fullmatch(" ".join(each.text for each in part(sheet, role)).upper())
        if unit and unit[1] not in place.upper():
            where = part(sheet, "dia_danh_ngay")[0].place
            yield Hit(where, f"Địa danh ghi {quoted(place)}, tên trên văn bản là {quoted(unit[0])}")


@rule(
    "place-date-row",
    source=_C,
    demands="Địa danh và thời gian trên cùng một dòng với số, ký hiệu.",
    needs=("so", "dia_danh_ngay"),
)
def place_date_row(sheet: Sheet, _: Options) -> Hits:
    """Number and date stand on one line.

    Bad:  địa danh và thời gian thấp hơn số, ký hiệu một dòng
    Good: địa danh và thời gian ngang hàng với số, ký hiệu
    """
    if sheet.same_row is None:
        raise NotEvaluated("không biết số, ký hiệu và ngày tháng có cùng dòng hay không")
    if not sheet.same_row:
        where = part(sheet, "dia_danh_ngay")[0].place
        yield Hit(where, "Không cùng dòng với số, ký hiệu", "warning")


@rule(
    "place-date-align",
    source=_C,
    demands="Địa danh, ngày, tháng, năm canh giữa so với Quốc hiệu và Tiêu ngữ.",
    needs=_NEEDS,
)
def place_date_align(sheet: Sheet, _: Options) -> Hits:
    """Place and date are centred.

    Bad:  địa danh và thời gian canh phải
    Good: địa danh và thời gian canh giữa
    """
    yield from off_centre(part(sheet, "dia_danh_ngay"), _NAME)
