"""Kinds of administrative documents: names, abbreviations, which parts they have.

Names and abbreviations: Mục I Phụ lục III NĐ 30/2020; the list: Điều 7 of the decree.
"""

from __future__ import annotations

from typing import NamedTuple

from docgen.vietnamese.letters import nfc, old_tones

MUST, MAY, NO = "phải có", "có thể có", "không có"


class Kind(NamedTuple):
    """A kind of document. *kinh_gui* is MUST, MAY or NO.

    *can_cu*: grounds stand in it as paragraphs of their own, as a rule. *day*: it has ô 4.
    *ten_loai*: it has ô 5a (a công văn has 5b). *numbered*: it has a number of its own.
    *copy*: a form of certified copy (hình thức sao).
    """

    code: str
    name: str
    abbreviation: str
    kinh_gui: str = NO
    can_cu: bool = False
    day: bool = True
    ten_loai: bool = True
    numbered: bool = True
    copy: bool = False
    aliases: tuple[str, ...] = ()


_KINDS = (
    Kind("nghi-quyet", "Nghị quyết", "NQ", can_cu=True),
    Kind("quyet-dinh", "Quyết định", "QĐ", can_cu=True),
    Kind("chi-thi", "Chỉ thị", "CT"),
    Kind("quy-che", "Quy chế", "QC"),
    Kind("quy-dinh", "Quy định", "QyĐ"),
    Kind("thong-cao", "Thông cáo", "TC"),
    Kind("thong-bao", "Thông báo", "TB"),
    Kind("huong-dan", "Hướng dẫn", "HD"),
    Kind("chuong-trinh", "Chương trình", "CTr"),
    Kind("ke-hoach", "Kế hoạch", "KH"),
    Kind("phuong-an", "Phương án", "PA"),
    Kind("de-an", "Đề án", "ĐA"),
    Kind("du-an", "Dự án", "DA"),
    # điểm b khoản 9 Mục II Phần I Phụ lục I: Kính gửi in a report that goes up, in no other
    Kind("bao-cao", "Báo cáo", "BC", kinh_gui=MAY),
    # Mẫu 1.9 Phụ lục III: the day of a biên bản stands in its text
    Kind("bien-ban", "Biên bản", "BB", day=False),
    Kind("to-trinh", "Tờ trình", "TTr", kinh_gui=MUST),
    Kind("hop-dong", "Hợp đồng", "HĐ", can_cu=True),
    Kind("cong-van", "Công văn", "", kinh_gui=MUST, ten_loai=False),
    Kind("cong-dien", "Công điện", "CĐ"),
    Kind("ban-ghi-nho", "Bản ghi nhớ", "BGN"),
    Kind("ban-thoa-thuan", "Bản thỏa thuận", "BTT", aliases=("Thỏa thuận",)),
    Kind("giay-uy-quyen", "Giấy ủy quyền", "GUQ"),
    Kind("giay-moi", "Giấy mời", "GM"),
    Kind("giay-gioi-thieu", "Giấy giới thiệu", "GGT"),
    Kind("giay-nghi-phep", "Giấy nghỉ phép", "GNP"),
    Kind("phieu-gui", "Phiếu gửi", "PG"),
    Kind("phieu-chuyen", "Phiếu chuyển", "PC"),
    Kind("phieu-bao", "Phiếu báo", "PB"),
    Kind(
        "thu-cong",
        "Thư công",
        "",
        kinh_gui=MAY,
        numbered=False,
        aliases=(
            "Thư chúc mừng",
            "Thư khen",
            "Thư cảm ơn",
            "Thư ngỏ",
            "Thư thăm hỏi",
            "Thư chia buồn",
        ),
    ),
    Kind("sao-y", "Bản sao y", "SY", copy=True, aliases=("Sao y bản chính", "Sao y")),
    Kind("trich-sao", "Bản trích sao", "TrS", copy=True, aliases=("Trích sao",)),
    Kind("sao-luc", "Bản sao lục", "SL", copy=True, aliases=("Sao lục",)),
)

TYPES: dict[str, Kind] = {kind.code: kind for kind in _KINDS}
"""All kinds by code: the 29 of Điều 7 and the three forms of copies."""

ABBREVIATIONS: dict[str, Kind] = {kind.abbreviation: kind for kind in _KINDS if kind.abbreviation}
"""The kinds that have an abbreviation, by it."""

COPIES = "Bản sao"
"""What the row of numbers is called that all forms of copies share (điểm c khoản 1 Mục II Phần II Phụ lục I)."""
ROWS = (*(kind.name for kind in _KINDS if kind.numbered and not kind.copy), COPIES)
"""The names of rows of numbers where each type has its own (điểm c khoản 1 Điều 15)."""


def plain(words: str) -> str:
    """Return a name as names are compared: one blank between words, lower case, old tone marks."""
    return old_tones(nfc(" ".join(words.split()).lower()))


_BY_NAME = {plain(name): kind for kind in _KINDS for name in (kind.name, *kind.aliases)}
_LONGEST_FIRST = sorted(_BY_NAME, key=len, reverse=True)


def type_named(words: str) -> Kind | None:
    """Return the kind of which *words* are the name, in any case: “quyết định”, “Giấy uỷ quyền”."""
    return _BY_NAME.get(plain(words))


def type_and_rest(words: str) -> tuple[Kind | None, str]:
    """Return the kind with whose name *words* begin, and the rest: “Quyết định về việc khen thưởng”."""
    words = nfc(" ".join(words.split()))
    start = plain(words)
    name = next((one for one in _LONGEST_FIRST if f"{start} ".startswith(f"{one} ")), None)
    return (_BY_NAME[name], words[len(name) :].strip()) if name else (None, words)


def row_of(type_name: str) -> str:
    """Return the row of numbers of a type where each has its own; an unknown type has one too."""
    kind = type_named(type_name)
    return type_name if kind is None else COPIES if kind.copy else kind.name
