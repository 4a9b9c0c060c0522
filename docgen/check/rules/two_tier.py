"""Rules of local government in two tiers: no district level from 01/7/2025."""

from __future__ import annotations

import re
from datetime import date

from docgen.check.judge import clause, part, quoted
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet

_LAW = "Luật Tổ chức chính quyền địa phương năm 2025"
_SINCE = date(2025, 7, 1)
_DISTRICT = r"(?:quận|huyện|thị xã|thị trấn)"
_BODY = re.compile(  # a body of the district level, of its own or of what it led
    rf"(?<!\w)(?:(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|công an|thanh tra|phòng [^,;.]{{2,60}})"
    rf"(?: và (?:ubnd|hđnd|ủy ban nhân dân))? (?:các )?{_DISTRICT}"
    rf"|(?:quận|huyện|thị) ủy|mttq(?: việt nam)? {_DISTRICT}|chủ tịch {_DISTRICT})(?!\w)",
    re.IGNORECASE,
)
_OFFICE = re.compile(  # offices that no commune has
    r"(?<!\w)phòng (?:nội vụ|giáo dục và đào tạo|gd&đt|gdđt|tài chính - kế hoạch|tư pháp"
    r"|lao động - thương binh và xã hội|tài nguyên và môi trường|văn hóa và thông tin"
    r"|quản lý đô thị)(?!\w)",
    re.IGNORECASE,
)
_HIGHER = re.compile(r"\b(sở|bộ|tỉnh|tổng cục|cục|đại học|công an thành phố)\b", re.IGNORECASE)
_UBND = re.compile("(UBND|ỦY BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN)", re.IGNORECASE)


def _named(words: tuple[Paragraph, ...], what: str) -> Hits:
    """Yield each line that names a body of the district level."""
    for each in words:
        found = _BODY.search(each.text) or _OFFICE.search(each.text)
        if found and not (_OFFICE.fullmatch(found[0]) and _HIGHER.search(each.text)):
            yield Hit(each.place, f"{what} ghi {quoted(each.text)}", "warning")


@rule(
    "district-issuer",
    source=clause("điểm a khoản 2 Mục II") + "; " + _LAW,
    demands="Từ 01/7/2025 không còn cơ quan cấp huyện ban hành văn bản.",
    since=_SINCE,
    needs=("ban_hanh",),
)
def district_issuer(sheet: Sheet, _: Options) -> Hits:
    """No issuer is of the district level, nor an office that only districts had.

    Bad:  ỦY BAN NHÂN DÂN / QUẬN NGÔ QUYỀN; PHÒNG NỘI VỤ
    Good: ỦY BAN NHÂN DÂN / PHƯỜNG NGÔ QUYỀN; PHÒNG VĂN HÓA - XÃ HỘI
    """
    names = (*part(sheet, "chu_quan"), *part(sheet, "ban_hanh"))
    whole = " ".join(each.text for each in names)
    district = re.match(rf"{_UBND.pattern} {_DISTRICT} ", whole, re.IGNORECASE)
    office = _OFFICE.search(whole) and not _HIGHER.search(whole)
    if district or office or _BODY.match(whole):
        yield Hit(names[0].place, f"Cơ quan cấp huyện: {quoted(whole)}", "warning")


@rule(
    "district-signer",
    source=clause("điểm c khoản 7 Mục II") + "; " + _LAW,
    demands="Từ 01/7/2025 không còn chức vụ của cấp huyện.",
    since=_SINCE,
    needs=("quyen_han",),
)
def district_signer(sheet: Sheet, _: Options) -> Hits:
    """No signer is of the district level.

    Bad:  TM. ỦY BAN NHÂN DÂN QUẬN
    Good: TM. ỦY BAN NHÂN DÂN
    """
    words = (*part(sheet, "quyen_han"), *part(sheet, "chuc_vu_khac"))
    yield from _named(words, "Chức vụ")


@rule(
    "district-place",
    source=clause("điểm a khoản 4 Mục II") + "; " + _LAW,
    demands="Địa danh là tên đơn vị hành chính đang có: tỉnh, thành phố, xã, phường, đặc khu.",
    since=_SINCE,
    needs=("dia_danh_ngay",),
)
def district_place(sheet: Sheet, _: Options) -> Hits:
    """The place is no district, no town of a district.

    Bad:  Quận Ngô Quyền, ngày 05 tháng 01 năm 2026
    Good: Phường Ngô Quyền, ngày 05 tháng 01 năm 2026
    """
    for each in part(sheet, "dia_danh_ngay"):
        if re.match(rf"{_DISTRICT} ", each.text, re.IGNORECASE):
            yield Hit(each.place, f"Địa danh cấp huyện: {quoted(each.text)}", "warning")


@rule(
    "district-addressee",
    source=clause("khoản 9 Mục II") + "; " + _LAW,
    demands="Từ 01/7/2025 không còn cơ quan cấp huyện để kính gửi.",
    since=_SINCE,
    needs=("kinh_gui",),
)
def district_addressee(sheet: Sheet, _: Options) -> Hits:
    """Nobody of the district level is addressed.

    Bad:  Kính gửi: UBND quận Ngô Quyền
    Good: Kính gửi: UBND phường Ngô Quyền
    """
    yield from _named(part(sheet, "kinh_gui"), "Kính gửi")


@rule(
    "district-recipient",
    source=clause("khoản 9 Mục II") + "; " + _LAW,
    demands="Từ 01/7/2025 không còn cơ quan cấp huyện để gửi văn bản.",
    since=_SINCE,
    needs=("noi_nhan",),
)
def district_recipient(sheet: Sheet, _: Options) -> Hits:
    """Nobody of the district level receives a copy; citations in the text may name them.

    Bad:  - Quận ủy, HĐND quận;
    Good: - Đảng ủy, HĐND phường;
    """
    yield from _named(part(sheet, "noi_nhan"), "Nơi nhận")


@rule(
    "ubnd-two-lines",
    source=clause("khoản 2 Mục II"),
    demands="Tên UBND, HĐND gồm hai phần đều đậm, phía trên không có cơ quan chủ quản.",
    needs=("ban_hanh",),
)
def ubnd_two_lines(sheet: Sheet, _: Options) -> Hits:
    """A people's committee or council has no superior above its own name.

    Bad:  UBND THÀNH PHỐ HẢI PHÒNG / ỦY BAN NHÂN DÂN PHƯỜNG GIA VIÊN
    Good: ỦY BAN NHÂN DÂN / PHƯỜNG GIA VIÊN
    """
    above, own = part(sheet, "chu_quan"), part(sheet, "ban_hanh")
    whole = " ".join(each.text for each in own)
    if above and _UBND.match(whole):
        yield Hit(above[0].place, f"Trên tên {quoted(whole)} còn ghi {quoted(above[0].text)}")
