"""Faults of number, place and day, each put into a good plan."""

from __future__ import annotations

from tests.check.mutations.case import Case, Told, each
from tests.check.mutations.parts import Edit, drop, look, retext, size, style, words

_CENTRE, _RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
NUMBER, PLACE = "SoKyHieu", "DiaDanhNgay"


def so(text: str) -> Edit:
    return retext(NUMBER, text)


def ngay(text: str) -> Edit:
    return retext(PLACE, text)


# the annexes repeat the number
_OTHER_NUMBER = {"annex-reference-number": "warning"}

CASES = [
    Case("so-missing", drop(NUMBER), "so-present"),
    Case("so-without-colon", so("Số 25/KH-UBND"), "so-label"),
    Case("so-capitals", so("SỐ: 25/KH-UBND"), "so-label"),
    Case("so-blank-before-colon", so("Số : 25/KH-UBND"), "so-label"),
    Case("so-no-blank-behind-colon", so("Số:25/KH-UBND"), "so-label", "warning"),
    Case("so-5", words("25/KH-UBND", "5/KH-UBND", count=-1), "so-padding"),
    Case("so-025", words("25/KH-UBND", "025/KH-UBND", count=-1), "so-padding"),
    Case("so-open", so("Số:      /KH-UBND"), "so-padding", follows=_OTHER_NUMBER),
    Case("so-blanks-at-slash", so("Số: 25 / KH-UBND"), "so-slash"),
    Case(
        "so-hyphen-for-slash",
        so("Số: 25-KH/UBND"),
        "so-slash",
        follows=_OTHER_NUMBER,
    ),
    Case("so-blanks-at-hyphen", so("Số: 25/KH - UBND"), "so-hyphen", follows=_OTHER_NUMBER),
    Case("so-dash", so("Số: 25/KH–UBND"), "so-hyphen", follows=_OTHER_NUMBER),
    Case("so-small-letters", so("Số: 25/kh-ubnd"), "so-caps", follows=_OTHER_NUMBER),
    Case("so-of-a-report", so("Số: 25/BC-UBND"), "so-abbreviation", follows=_OTHER_NUMBER),
    Case("so-cv", so("Số: 25/CV-UBND"), "so-abbreviation", follows=_OTHER_NUMBER),
    Case("so-of-nobody", words("25/KH-UBND", "25/KH", count=-1), "so-issuer"),
    Case(
        "so-year",
        so("Số: 25/2025/KH-UBND"),
        "so-year",
        follows=_OTHER_NUMBER,
    ),
    Case("so-14", size(NUMBER, 14), "so-size"),
    Case("so-bold", style(NUMBER, "", "<w:b/>"), "so-style"),
    Case("so-leaning", look(NUMBER, rpr="<w:i/>"), "so-style"),
    Case("so-right", style(NUMBER, _CENTRE, _RIGHT), "so-align", "warning"),
    Case("day-missing", drop(PLACE), "place-date-present"),
    Case("day-no-comma", ngay("Cầu Đất ngày 12 tháng 02 năm 2025"), "place-date-comma"),
    Case(
        "day-5",
        ngay("Cầu Đất, ngày 5 tháng 02 năm 2025"),
        "place-date-day-padding",
        day="05 tháng 02",
    ),
    Case(
        "month-1",
        ngay("Cầu Đất, ngày 15 tháng 1 năm 2025"),
        "place-date-month-padding",
        day="15 tháng 01",
    ),
    Case(
        "month-06",
        ngay("Cầu Đất, ngày 15 tháng 06 năm 2025"),
        "place-date-month-padding",
        "warning",
        day="15 tháng 6",
    ),
    Case("day-in-figures", ngay("Cầu Đất, 12/02/2025"), "place-date-form"),
    Case("day-open", ngay("Cầu Đất, ngày      tháng 02 năm 2025"), "place-date-form"),
    Case(
        "day-of-no-calendar",
        ngay("Cầu Đất, ngày 31 tháng 02 năm 2025"),
        "place-date-form",
        # every day of the text is held against the calendar
        follows={"day-exists": "warning"},
    ),
    Case("place-small-letter", ngay("cầu Đất, ngày 12 tháng 02 năm 2025"), "place-date-capitals"),
    Case(
        "place-second-small-letter",
        ngay("Cầu đất, ngày 12 tháng 02 năm 2025"),
        "place-date-capitals",
    ),
    Case(
        "place-of-the-city",
        ngay("Hải Phòng, ngày 12 tháng 02 năm 2025"),
        "place-date-issuer",
        "warning",
    ),
    Case("year-of-two-figures", ngay("Cầu Đất, ngày 12 tháng 02 năm 25"), "place-date-form"),
    Case(
        "place-of-a-person",
        ngay("Ngô Quyền, ngày 12 tháng 02 năm 2025"),
        "place-date-name",
        "warning",
    ),
    Case("place-upright", style(PLACE, "<w:i/>", ""), "place-date-style"),
    Case("place-bold", style(PLACE, "", "<w:b/>"), "place-date-style"),
    Case(
        "place-capitals",
        look(PLACE, rpr="<w:caps/>"),
        "place-date-style",
    ),
    Case("place-12", size(PLACE, 12), "place-date-size"),
    Case("place-right", style(PLACE, _CENTRE, _RIGHT), "place-date-align", "warning"),
]


@each(CASES)
def test_a_fault_of_number_or_day_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
