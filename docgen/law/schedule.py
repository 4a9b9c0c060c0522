"""Days of work: the staff's yearly conference, and work on days on which the unit is not there."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Any

from docgen.law.paper import Paper
from docgen.law.rule import DEMOCRACY, Hit, Numbers, rule
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.vietnamese.dates import short_date

_ROWS = (
    ("nhiem_vu", "han"),
    ("lich", "ngay"),
    ("ban_quyet_dinh", "ngay"),
    ("lay_y_kien", "tu"),
    ("lay_y_kien", "den"),
)


@rule("staff-conference-late", source=f"khoản 1 Điều 51 {DEMOCRACY}", months=3)
def staff_conference_late(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Staffs meet after the work year ends, within three months of the next one.

    Bad:  ngay_hoi_nghi: 20/4/2025    (a school: 15/3/2025)
    Good: ngay_hoi_nghi: 15/01/2025   (a school: 10/10/2025)
    """
    day = paper.value("ngay_hoi_nghi")
    if not (paper.data and isinstance(day, date)) or day.year < paper.year:
        return
    month = paper.unit_kind.thang_cuoi_nam_cong_tac if paper.unit_kind else 12
    ended = _month_end(day.year if day.month > month else day.year - 1, month)
    last = _month_end(ended.year, month + numbers["months"])
    born = paper.unit.ton_tai.tu
    if day > last and not (born and born > ended):  # a newborn unit had no work year before
        message = (
            f"hội nghị ngày {short_date(day)} muộn hơn {short_date(last)}, "
            f"hạn cho năm công tác kết thúc ngày {short_date(ended)}"
        )
        hint = f"họp không chậm hơn {numbers['months']:02} tháng của năm công tác tiếp theo"
        yield Hit(paper.data, ("ngay_hoi_nghi",), message, hint)


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


@rule("day-outside-unit", source="ton_tai trong tệp của đơn vị")
def day_outside_unit(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """No work is planned for a day on which the unit does not exist.

    Bad:  han: 31/12/2025    (ton_tai: {den: 30/6/2025})
    Good: han: 31/5/2025
    """
    span = paper.unit.ton_tai
    for file, loc, day in _days(paper):
        if not paper.year <= day.year <= paper.year + 1:  # a slip of the year is told as such
            continue
        if span.den and day > span.den:
            message = f"ngày {short_date(day)} ở sau ngày đơn vị kết thúc ({short_date(span.den)})"
            yield Hit(file, loc, message, "chọn ngày sớm hơn, hoặc để đơn vị kế thừa làm")
        elif span.tu and day < span.tu:
            message = f"ngày {short_date(day)} ở trước ngày đơn vị được lập ({short_date(span.tu)})"
            yield Hit(file, loc, message, "chọn ngày muộn hơn, hoặc bỏ việc này")


@rule("day-before-year", source="năm của thư mục data/ chứa tệp")
def day_before_year(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Work is planned for the year of the document: a day of the last one was copied with its row.

    What lies further off is told where the data is read.

    Bad:  han: 31/3/2025    (in ke_hoach/2026/)
    Good: han: 31/3/2026
    """
    for file, loc, day in _days(paper):
        if file is paper.data and day.year == paper.year - 1:
            message = f"ngày {short_date(day)} ở trước năm {paper.year} của văn bản"
            yield Hit(file, loc, message, "nếu chép từ năm trước, sửa lại ngày cho đúng")


def _days(paper: Paper) -> Iterator[tuple[Loaded[Any], Loc, date]]:
    for name, key in _ROWS:
        for row in paper.rows(name):
            if day := row.day(key):
                yield row.file, (*row.loc, key), day
    day = paper.value("ngay_hoi_nghi")
    if paper.data and isinstance(day, date):
        yield paper.data, ("ngay_hoi_nghi",), day
