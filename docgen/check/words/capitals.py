"""What the rules of capitals look for: parts, bodies, units, titles, days, feasts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.check.wording import NAME
from docgen.check.words.documents import NUMBERED as KINDS
from docgen.check.words.names import AWARDS, BODIES, FEASTS, TITLES
from docgen.check.words.names import FIELDS as FIELD_NAMES


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of *words*, the longer first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_SPECIFIC = r"Điều|Mục|Chương|Phần|Phụ lục|Luật|Bộ luật|Nghị|Thông tư|Quyết định|Quy|Kế hoạch"
PARTS = re.compile(
    rf"(?<!\w)(?:điều \d{{1,3}}(?![\w/%])"
    rf"|(?:tiểu mục|(?<!Tiểu )mục|chương|phần) (?:\d{{1,2}}|[IVXLC]+)(?= (?:của )?(?:{_SPECIFIC})\b))"
)
SMALL_PARTS = re.compile(r"(?<!\w)(?:Khoản \d{1,2}|Điểm [a-zđ])(?!\w)")
NUMBERED = re.compile(rf"(?<!\w)({any_of(KINDS)}) số \d+[/-]", re.IGNORECASE)
OF_FIELDS = [f"{kind} {field}" for kind in ("bộ", "sở", "phòng") for field in FIELD_NAMES]
CANONICAL = {name.lower(): name for name in (*BODIES, *FIELD_NAMES, *KINDS, *FEASTS, *AWARDS)}
NOUNS = "Thành phố|Thị trấn|Thị xã|Đặc khu|Tỉnh|Quận|Huyện|Phường|Xã"
CAPITAL_UNIT = re.compile(rf"(?<!\w)({NOUNS}) ({NAME}(?: {NAME})*)")
TITLED = re.compile(rf"(?<!\w)({any_of(TITLES)}) ({NAME}) {NAME}")
HONOURED = re.compile(
    r"(?<!\w)(?:(?:của|do|với|cho|trong|phục vụ|vận động|toàn thể|Đảng và|chính quyền và) nhân dân(?! tệ)"
    r"|(?:của|do|được|Đảng và|Đảng,) nhà nước(?! pháp quyền)"
    r"|của đảng(?! (?:bộ|ủy|viên|phái|đoàn|phí|vụ|cầm))|đảng(?:,| và) [Nn]hà nước)(?!\w)"
)
DAYS = re.compile(
    r"(?<!\w)(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?=,? \(?(?:ngày \d|h[àằ]ng tuần))"
    r"|(?<!\w)tháng (?:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|chạp)"
    r"(?= (?:năm \d{4}|âm lịch|h[àằ]ng năm))"
)
FEAST = re.compile(
    rf"(?<!\w)[Nn]gày ({any_of(FEASTS)})(?!\w)(?: ?\(?(\d\d?/\d\d?)(?![\d/]))?", re.IGNORECASE
)
TET = re.compile(r"(?<!\w)([Tt]ết) (nguyên đán|trung thu|đoan ngọ)(?!\w)", re.IGNORECASE)
NEXT = re.compile(r"(?<![\w.])([^\W\d_]{2,})[.?!] ([^\W\d_]+)")
SHORT = frozenset(
    (
        "tp",
        "tx",
        "tt",
        "ths",
        "ts",
        "pgs",
        "gs",
        "bs",
        "ks",
        "cn",
        "st",
        "vv",
        "tr",
        "đc",
        "vd",
        "sn",
    )
)
