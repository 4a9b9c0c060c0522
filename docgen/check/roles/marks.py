"""What a line is by its own words: Quốc hiệu, Số, ngày, V/v, Kính gửi."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from docgen.check.layout import tidy
from docgen.check.roles.text import alike, is_caps, key, letters
from docgen.vietnamese.dates import DateError, parse_date

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"

_LONG = 300
_DOTS = r"[\s\d._…\[\]-]*"
_MARKS = {
    "so": re.compile(rf"so ?[:;.]|so{_DOTS}/|so \d+(?= ?[/a-z-])|\d{{1,5}} ?/ ?[a-z]{{2,}}|so$"),
    "vv": re.compile(r"v ?[/.] ?v\b|ve viec\b|vv\b"),
    # right or not: RẤT KHẨN is a stamp too
    "do_khan": re.compile(
        r"((toi )?hoa toc|((rat|toi|hoa|thuong|dac biet) )?khan( cap)?|(rat )?gap)( hen gio.*)?"
    ),
    "do_mat": re.compile(r"(tuyet mat|toi mat|mat)"),
    "luu_hanh": re.compile(r"(xem xong tra lai|luu hanh noi bo|tai lieu thu hoi)"),
    "du_thao": re.compile(r"\W*du thao\b.{0,20}"),
}
_WHOLE = frozenset({"do_khan", "do_mat", "luu_hanh", "du_thao"})
_DAY = re.compile(r"\bngay\b.*\bthang\b.*\bnam\b|, ?thang\b.*\bnam\b")
_FIGURES = re.compile(r", ?(?:ngay )?(\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4})\.?$")
_PARTY = re.compile(r"dang cong san viet nam")
_YOUTH = re.compile(r"doan (tncs|thanh nien cong san)( ho chi minh)?\b.{0,12}$")
_COPY = re.compile(r"(ban )?(sao y|sao luc|trich sao)( ban chinh)?")

KINH_GUI = re.compile(r"kinh (gui|goi|trinh) ?(:|$|[a-z-])")
NOI_NHAN = re.compile(r"noi nhan( ?:|$)")
LUU = re.compile(r"\W*luu\b ?(:|vt\b|vp\b|ho so)")
KEM_THEO = re.compile(r"\W*((duoc )?ban hanh |phe duyet )?kem theo\b")
# what stands above an electronic annex or copy (Mẫu 2.2, Mẫu 3.2 Phụ lục III NĐ 30/2020)
SIGNED_AT = re.compile(
    r"[^;]+;([^;]*;)? ?(\d{1,2}/\d{1,2}/\d{4}|ngay/thang/nam); ?"
    r"(\d{1,2}: ?\d{2}(: ?\d{2})?|gio: ?phut: ?giay)\b.{0,8}"
)
_PLACE = re.compile(r"ngày\b.*")


def is_quoc_hieu(text: str) -> bool:
    """Tell whether *text* is the Quốc hiệu, misspelt perhaps."""
    words = letters(text)
    if not 14 <= len(words) <= 45:
        return False
    return alike(text, QUOC_HIEU) >= 0.85 or bool(re.match("conghoa(xh|xahoi).*vietnam$", words))


def is_tieu_ngu(text: str) -> bool:
    """Tell whether *text* is the Tiêu ngữ, misspelt perhaps."""
    return 12 <= len(letters(text)) <= 30 and alike(text, TIEU_NGU) >= 0.8


def is_day(text: str) -> bool:
    """Tell whether *text* is a place and a day, the day open perhaps."""
    words = key(text)
    return len(words) < 90 and bool(_DAY.search(words) or _FIGURES.search(words))


def is_party(text: str) -> bool:
    """Tell whether *text* stands where a Party document has “ĐẢNG CỘNG SẢN VIỆT NAM”."""
    return bool(_PARTY.fullmatch(key(text)))


def is_youth(text: str) -> bool:
    """Tell whether *text* stands where the Đoàn has its own line in place of the Quốc hiệu."""
    return bool(_YOUTH.fullmatch(key(text))) and is_caps(text)


def is_copy(text: str) -> bool:
    """Tell whether *text* is a form of copy: SAO Y, SAO LỤC, TRÍCH SAO."""
    return bool(_COPY.fullmatch(key(text)))


@lru_cache(maxsize=4096)
def mark(text: str) -> str:
    """Return the role that *text* has in a header by its own words, or ""."""
    if len(text) > _LONG:
        return ""
    words = key(text)
    if is_quoc_hieu(text) or is_party(text) or is_youth(text):
        return "quoc_hieu"
    if is_tieu_ngu(text):
        return "tieu_ngu"
    if is_day(text) and not _MARKS["vv"].match(words):
        return "dia_danh_ngay"
    for role, pattern in _MARKS.items():
        match = pattern.match(words)
        if match and (role not in _WHOLE or (match.end() == len(words) and is_shout(text, role))):
            return role
    return ""


def is_shout(text: str, role: str) -> bool:
    """Tell whether a stamp's word stands in capitals, as stamps do; “Dự thảo” may stand small."""
    return role == "du_thao" or is_caps(text)


def day_of(text: str) -> date | None:
    """Return the day that a line of ô 4 gives, or None."""
    for found in (_PLACE.search(tidy(text).lower()), _FIGURES.search(key(text))):
        if found:
            try:
                return parse_date((found[1] if found.re is _FIGURES else found[0]).rstrip(". "))
            except DateError:
                continue
    return None
