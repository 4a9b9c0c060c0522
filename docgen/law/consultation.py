"""What the people decide and are asked: votes, consultation, dialogue, reception. Điều 21 to 33."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from docgen.law.paper import Paper, Row
from docgen.law.reading import amounts, rarer_than_weekly, share
from docgen.law.rule import DEMOCRACY, Hit, Numbers, rule
from docgen.vietnamese.dates import short_date

_AFTERWARDS = re.compile(
    r"(?:trả\s+lời|tổng\s+hợp|giải\s+trình|báo\s+cáo|gửi|thông\s+báo)[^,;.]*$", re.IGNORECASE
)
_DIALOGUE = re.compile(r"đối\s+thoại", re.IGNORECASE)


@rule("consultation-short", source=f"khoản 2 Điều 28 {DEMOCRACY}", days=20)
def consultation_short(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """People have twenty days to say what they think, not counting the day of publication.

    Bad:  {tu: 05/4/2025, den: 20/4/2025}
    Good: {tu: 05/4/2025, den: 25/4/2025}
    """
    least = numbers["days"]
    hint = f"lấy ý kiến ít nhất {least} ngày, không kể ngày công khai nội dung"
    for row in paper.rows("lay_y_kien") if paper.is_commune else ():
        first, last = row.day("tu"), row.day("den")
        # the day of the event is not counted: khoản 2 Điều 147 Bộ luật Dân sự
        if first and last and 0 <= (days := (last - first).days) < least:
            told = f"từ {short_date(first)} đến {short_date(last)}"
            message = f"lấy ý kiến {told} là {days:02} ngày, ít hơn {least} ngày"
            yield Hit(row.file, (*row.loc, "den"), message, hint)
        yield from _short_words(row, least, hint)


def _short_words(row: Row, least: int, hint: str) -> Iterator[Hit]:
    said = [one for one in amounts(row.text("thoi_han")) if not _AFTERWARDS.search(one.before)]
    if said and (longest := max(said, key=lambda amount: amount.days)).days < least:
        message = f"thời hạn lấy ý kiến “{longest.words}” ít hơn {least} ngày"
        yield Hit(row.file, (*row.loc, "thoi_han"), message, hint, longest.words)


@rule(
    "vote-share-low",
    source=f"khoản 1 Điều 21 {DEMOCRACY}",
    two_thirds=(1, 2),
    half=(3, 4, 5, 6),
    rounded=Fraction(1, 1000),  # 66,6% and 66,7% both stand for two thirds
)
def vote_share_low(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Two thirds of all households carry khoản 1 and 2 of Điều 15, over half of them the rest.

    Bad:  {khoan: 1, ty_le: trên 50%}    {khoan: 3, ty_le: 50%}
    Good: {khoan: 1, ty_le: từ 2/3}      {khoan: 3, ty_le: trên 50%}
    """
    for row in paper.rows("ban_quyet_dinh") if paper.is_commune else ():
        found, khoan = share(row.text("ty_le")), row.number("khoan")
        if found is None:
            continue
        value, above = found
        if khoan in numbers["two_thirds"] and value < Fraction(2, 3) - numbers["rounded"]:
            least = "từ 2/3"
        elif khoan in numbers["half"] and (value, above) < (Fraction(1, 2), True):
            least = "trên 50%"
        else:
            continue
        message = f"tỷ lệ tán thành “{row.text('ty_le')}” thấp hơn mức của khoản {khoan} Điều 15"
        hint = f"viết  {least} tổng số hộ gia đình"
        yield Hit(row.file, (*row.loc, "ty_le"), message, hint)


@rule("dialogue-missing", source=f"khoản 1 Điều 32 {DEMOCRACY}", a_year=1)
def dialogue_missing(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Communes meet their people for a dialogue once a year: a month, or a row of the calendar.

    Bad:  giam_sat: {thang_hoi_nghi_to_dan_pho: 12}
    Good: giam_sat: {thang_doi_thoai: 5}
    """
    field = ("giam_sat", "thang_doi_thoai")
    first, last = paper.life
    if not (paper.is_commune and paper.data and paper.declares(*field) and first <= last):
        return
    planned = any(_DIALOGUE.search(row.text("viec")) for row in paper.rows("lich"))
    if paper.value(*field) is None and not planned:
        message = f"chưa ghi tháng đối thoại với Nhân dân trong năm {paper.year}"
        hint = f"đối thoại ít nhất {numbers['a_year']:02} lần trong năm: thêm  thang_doi_thoai: …  vào giam_sat"
        yield Hit(paper.data, field, message, hint)


@rule("dialogue-out-of-time", source=f"khoản 1 Điều 32 {DEMOCRACY}")
def dialogue_out_of_time(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Communes hold the dialogue in a month in which they exist.

    Bad:  thang_doi_thoai: 9    (ton_tai: {den: 30/6/2025})
    Good: thang_doi_thoai: 5
    """
    month = paper.number("giam_sat", "thang_doi_thoai")
    first, last = paper.life
    if paper.data and paper.is_commune and month and not paper.lives_in(month) and first <= last:
        message = (
            f"tháng {month}/{paper.year} đơn vị không tồn tại, nên trong năm không có đối thoại"
        )
        hint = f"chọn một tháng từ {short_date(first)} đến {short_date(last)}"
        yield Hit(paper.data, ("giam_sat", "thang_doi_thoai"), message, hint)


@rule("residents-conference-month", source=f"khoản 1 Điều 33 {DEMOCRACY}", months=(10, 11, 12))
def residents_conference_month(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Neighbourhoods meet at the end of the year.

    Of a commune that ends earlier, a month of its life is taken: it can plan none later. A month
    of the year's end is right for it too, since the neighbourhoods outlive it.

    Bad:  thang_hoi_nghi_to_dan_pho: 3
    Good: thang_hoi_nghi_to_dan_pho: 12
    """
    field = ("giam_sat", "thang_hoi_nghi_to_dan_pho")
    month, months = paper.number(*field), numbers["months"]
    if paper.data and paper.is_commune and month and month not in months and paper.lives_in(12):
        message = f"hội nghị định kỳ của cộng đồng dân cư vào tháng {month}, không phải cuối năm"
        hint = f"chọn tháng {months[0]}, {months[1]} hoặc {months[2]}"
        yield Hit(paper.data, field, message, hint)


@rule("citizen-reception-rare", source="Điều 15 Luật Tiếp công dân", days_a_week=1)
def citizen_reception_rare(paper: Paper, numbers: Numbers) -> Iterator[Hit]:
    """Heads of communes receive citizens on a day of every week.

    Bad:  tiep_cong_dan: ngày 15 hằng tháng
    Good: tiep_cong_dan: thứ Năm hằng tuần
    """
    text = paper.value("kenh", "tiep_cong_dan")
    if paper.data and paper.is_commune and isinstance(text, str) and rarer_than_weekly(text):
        message = f"Chủ tịch UBND cấp xã tiếp công dân “{text}”, thưa hơn hằng tuần"
        hint = f"tiếp công dân ít nhất {numbers['days_a_week']:02} ngày trong tuần, ví dụ  thứ Năm hằng tuần"
        yield Hit(paper.data, ("kenh", "tiep_cong_dan"), message, hint)
