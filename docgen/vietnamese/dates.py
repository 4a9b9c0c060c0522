"""Dates (ngày, tháng, năm): as the decree writes them, and as people type them."""

import re
from calendar import monthrange
from datetime import date

from docgen.vietnamese.letters import nfc

_GAP = "\u00a0" * 6  # no-break spaces, so that Word neither narrows nor breaks the open place
_LEAP_YEAR = 2000

# Blanks are single, letters lower case and composed when these are tried, in this order.
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?:ngày )?(?P<day>\d\d?) ?(?P<m>[/.-]) ?(?P<month>\d\d?)(?: ?(?P=m) ?(?P<year>\d+))?",
        r"(?P<year>\d{4}) ?(?P<m>[/.-]) ?(?P<month>\d\d?)(?: ?(?P=m) ?(?P<day>\d\d?))?",
        r"(?:ngày )?(?P<day>\d\d?) tháng (?P<month>\d\d?)(?: năm (?P<year>\d+))?",
        r"(?P<day>)(?:tháng )?(?P<month>\d\d?)(?: ?[/.-] ?| năm )(?P<year>\d{4})",
    )
)


class DateError(ValueError):
    """A text that is no date; its ``str`` says why, ``hint`` what to write instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def long_date(d: date) -> str:
    """Return *d* in full: "ngày 05 tháng 01 năm 2026", "ngày 29 tháng 6 năm 2026".

    Days below 10 and the months 1 and 2 take a zero, the months 3 to 9 none.
    Source: điểm b khoản 4 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP.
    """
    return f"ngày {d.day:02} tháng {month_shown(d.month)} năm {d.year}"


def short_date(d: date) -> str:
    """Return *d* in figures, with the zeros of the long form: "05/02/2025", "15/6/2025"."""
    return f"{day_month(d)}/{d.year}"


def day_month(d: date) -> str:
    """Return *d* in figures without its year: "01/6"."""
    return f"{d.day:02}/{month_shown(d.month)}"


def open_date(year: int) -> str:
    """Return the date of a draft, its day and month left open: they come with the signature.

    Source: khoản 2 Điều 15 Nghị định 30/2020/NĐ-CP.
    """
    return f"ngày{_GAP}tháng{_GAP}năm {year}"


def month_shown(month: int) -> str:
    """Return a month as documents write it: 01, 02, 3 … 12.

    Source: điểm b khoản 4 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP.
    """
    return f"{month:02}" if month < 3 else str(month)


def parse_date(text: str) -> date:
    """Return the date that *text* gives, the day before the month unless the year comes first.

    Read are 5/2/2026, 05-02-2026, 5.2.2026, 2026-02-05 and "ngày 5 tháng 2 năm 2026".
    Raise DateError for the rest: what is ambiguous or half a date is not guessed.
    """
    shown = " ".join(nfc(text).split())
    day, month, year = _parts(shown)
    if not 1 <= month <= 12:
        raise _month_error(shown, day, month, year)
    if day is None:
        raise DateError(
            f"“{shown}” thiếu ngày.",
            f"Viết đủ ngày, tháng và năm, ví dụ: 01/{month_shown(month)}/{year}.",
        )
    # 29/2 of a year that is missing or cut may exist: then the year is what to complain of
    full_year = int(year) if re.fullmatch("[1-9][0-9]{3}", year) else None
    last = monthrange(full_year or _LEAP_YEAR, month)[1]
    if not 1 <= day <= last:
        of_year = f" năm {year}" if month == 2 and full_year else ""
        raise DateError(
            f"Không có ngày {day} tháng {month}{of_year}: tháng này có {last} ngày.",
            f"Ghi một ngày từ 1 đến {last}, hoặc xem lại tháng.",
        )
    if full_year is None:
        raise _year_error(shown, day, month, year)
    return date(full_year, month, day)


def _parts(shown: str) -> tuple[int | None, int, str]:
    """Return day, month and year as typed; the day may be missing, the year empty."""
    for form in _FORMS:
        if match := form.fullmatch(nfc(shown.lower())):
            day, month, year = match["day"], match["month"], match["year"]
            return int(day) if day else None, int(month), year or ""
    raise DateError(
        f"“{shown}” không phải là một ngày." if shown else "Chưa ghi ngày.",
        "Viết ngày, tháng, năm bằng chữ số, ví dụ: 05/02/2026.",
    )


def _month_error(shown: str, day: int | None, month: int, year: str) -> DateError:
    hint = "Tháng ghi từ 1 đến 12."
    if day is not None and 1 <= day <= 12 and 1 <= month <= monthrange(_LEAP_YEAR, day)[1]:
        turned = f"{month:02}/{month_shown(day)}/{year}".rstrip("/")
        hint = f"Viết ngày trước, tháng sau. Có phải là {turned}?"
    return DateError(f"Không có tháng {month} trong “{shown}”.", hint)


def _year_error(shown: str, day: int, month: int, year: str) -> DateError:
    start = f"{day:02}/{month_shown(month)}"
    if not year:
        return DateError(
            f"“{shown}” thiếu năm.", f"Viết đủ ngày, tháng và năm, ví dụ: {start}/2025."
        )
    example = f"20{year}" if len(year) == 2 else "2025"
    return DateError(
        f"Năm “{year}” trong “{shown}” không đủ rõ.",
        f"Viết năm bằng bốn chữ số, ví dụ: {start}/{example}.",
    )
