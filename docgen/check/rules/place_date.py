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
)
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.types import TYPES

_A = clause("điểm a khoản 4 Mục II")
_B = clause("điểm b khoản 4 Mục II")
_C = clause("điểm c khoản 4 Mục II")
_NAME = "Địa danh, thời gian"
_NEEDS = ("dia_danh_ngay",)
_DATED = [code for code, kind in TYPES.items() if kind.day]
_WRITTEN = re.compile(r"(?P<place>.+?)\s*,?\s*ngày (?P<d>\d+) tháng (?P<m>\d+) năm (?P<y>\d+)\.?")
_GAP = r"[\s.…_\d]*"
_OPEN = re.compile(rf"(?P<place>.+?)\s*,?\s*ngày{_GAP}tháng{_GAP}năm{_GAP}")
_NOUN = re.compile(
    "(?i:tỉnh|thành phố|thủ đô|phường|xã|đặc khu|quận|huyện|thị xã|thị trấn|tp\\.?)(?= )"
)

_FULL_NAMES = (  # of Hải Phòng and its neighbours; an office adds its own
    "Bạch Đằng",
    "Hồ Chí Minh",
    "Lê Chân",
    "Lê Đại Hành",
    "Lê Ích Mộc",
    "Ngô Quyền",
    "Nguyễn Bỉnh Khiêm",
    "Nguyễn Trãi",
    "Trần Hưng Đạo",
    "Trần Nhân Tông",
)


def _parsed(sheet: Sheet) -> re.Match[str]:
    """Return the parts of the line; what has another form is for `place-date-form`."""
    (words,) = part(sheet, "dia_danh_ngay")
    found = _WRITTEN.fullmatch(words.text)
    if found is None:
        raise NotEvaluated("địa danh, thời gian không ghi “…, ngày … tháng … năm …”")
    return found


def _place(sheet: Sheet) -> str:
    (words,) = part(sheet, "dia_danh_ngay")
    found = _WRITTEN.fullmatch(words.text) or _OPEN.fullmatch(words.text)
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

    Bad:  nothing below the Tiêu ngữ
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

    Bad:  Gia Viên, 05/01/2026; Gia Viên, ngày 31 tháng 02 năm 2026
    Good: Gia Viên, ngày 05 tháng 01 năm 2026
    """
    for each in part(sheet, "dia_danh_ngay"):
        found = _WRITTEN.fullmatch(each.text)
        if found is None:
            fault = "Chưa ghi đủ ngày, tháng, năm" if _OPEN.fullmatch(each.text) else "Ghi"
            yield Hit(each.place, f"{fault}: {quoted(each.text)}".replace("Ghi:", "Ghi"))
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
        if "ngày" in each.text and not re.search(r"\S, ngày", each.text):
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

    Bad:  ngày 5 tháng 01
    Good: ngày 05 tháng 01
    """
    day = _parsed(sheet)["d"]
    if len(day) == 1:
        fault = f"Ngày {day} không có số 0 phía trước"
        yield Hit(part(sheet, "dia_danh_ngay")[0].place, fault, fix="place-date-day-padding")


@rule(
    "place-date-month-padding",
    source=_B,
    demands="Chỉ tháng 1, 2 phải ghi thêm số 0 phía trước.",
    needs=_NEEDS,
    drafts=False,
)
def place_date_month_padding(sheet: Sheet, _: Options) -> Hits:
    """January and February have a 0 before them; from March on it is a warning.

    Bad:  tháng 1, tháng 06
    Good: tháng 01, tháng 6
    """
    month = _parsed(sheet)["m"]
    where = part(sheet, "dia_danh_ngay")[0].place
    if month in ("1", "2"):
        fault = f"Tháng {month} không có số 0 phía trước"
        yield Hit(where, fault, fix="place-date-month-padding")
    elif re.fullmatch("0[3-9]", month):
        fault = f"Tháng {month} thừa số 0 phía trước"
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

    Bad:  12 pt
    Good: 14 pt
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

    Bad:  upright
    Good: italic
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

    Bad:  gia Viên, Hải phòng
    Good: Gia Viên, Thành phố Hồ Chí Minh
    """
    place = _place(sheet)
    name = _NOUN.sub("", place, count=1).split()
    if place[:1].islower() or any(word[0].islower() for word in name):
        yield Hit(part(sheet, "dia_danh_ngay")[0].place, f"Địa danh ghi {quoted(place)}")


@rule(
    "place-date-name",
    source=_A,
    demands="Đơn vị hành chính đặt theo tên người, bằng chữ số hoặc sự kiện lịch sử: ghi đầy đủ.",
    default={"full_names": _FULL_NAMES},
    needs=_NEEDS,
)
def place_date_name(sheet: Sheet, options: Options) -> Hits:
    """A place named after a person, a number or an event keeps its common noun.

    Bad:  Ngô Quyền, ngày …
    Good: Phường Ngô Quyền, ngày …
    """
    place = _place(sheet)
    if place in options["full_names"] or re.fullmatch(r"\d+", place):
        where = part(sheet, "dia_danh_ngay")[0].place
        yield Hit(where, f"Địa danh chỉ ghi {quoted(place)}", "warning")


@rule(
    "place-date-row",
    source=_C,
    demands="Địa danh và thời gian trên cùng một dòng với số, ký hiệu.",
    needs=("so", "dia_danh_ngay"),
)
def place_date_row(sheet: Sheet, _: Options) -> Hits:
    """Number and date stand on one line.

    Bad:  the date a line below the number
    Good: both in one row of the table
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

    Bad:  at the right edge
    Good: centred
    """
    yield from off_centre(part(sheet, "dia_danh_ngay"), _NAME)
