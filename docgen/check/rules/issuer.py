"""Issuer rules: the names of the office and of the one above it (ô số 2)."""

from __future__ import annotations

import re

from docgen.check.judge import (
    HEAD,
    absent,
    clause,
    no_rule,
    off_balance,
    off_bold,
    off_capitals,
    off_centre,
    off_italic,
    off_rule,
    off_size,
    off_spacing,
    off_style,
    part,
    quoted,
)
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet

_A = clause("điểm a khoản 2 Mục II")
_B = clause("điểm b khoản 2 Mục II")
_ISSUER = "Tên cơ quan ban hành"
_ABOVE = "Tên cơ quan chủ quản"
_BARE = re.compile("(UBND|HĐND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)( CÁC CẤP)?")


@rule("ban-hanh-present", source=_A, demands="Văn bản ghi tên cơ quan, tổ chức ban hành.")
def ban_hanh_present(sheet: Sheet, _: Options) -> Hits:
    """The document has the name of its issuer.

    Bad:  bên trái Quốc hiệu không có tên cơ quan
    Good: ỦY BAN NHÂN DÂN / PHƯỜNG GIA VIÊN
    """
    yield from absent(sheet, "ban_hanh", HEAD, "tên cơ quan, tổ chức ban hành")


@rule(
    "ban-hanh-name",
    source=_A,
    demands="Tên cơ quan, tổ chức ban hành là tên chính thức, đầy đủ.",
    default={"short": ("UBND", "HĐND", "PGD", "PGDĐT", "THCS", "THPT")},
    needs=("ban_hanh",),
)
def ban_hanh_name(sheet: Sheet, options: Options) -> Hits:
    """The issuer's own name does not begin abbreviated; only the name above it may.

    Bad:  UBND PHƯỜNG GIA VIÊN
    Good: ỦY BAN NHÂN DÂN / PHƯỜNG GIA VIÊN
    """
    words = part(sheet, "ban_hanh")
    name = " ".join(each.text for each in words)
    if name.partition(" ")[0].upper() in options["short"]:
        yield Hit(words[0].place, f"{_ISSUER} viết tắt: {quoted(name)}", "warning")


@rule(
    "ban-hanh-caps", source=_B, demands=f"{_ISSUER} trình bày bằng chữ in hoa.", needs=("ban_hanh",)
)
def ban_hanh_caps(sheet: Sheet, _: Options) -> Hits:
    """The issuer is in capitals.

    Bad:  Phòng Văn hóa - Xã hội
    Good: PHÒNG VĂN HÓA - XÃ HỘI
    """
    yield from off_capitals(part(sheet, "ban_hanh"), _ISSUER)


@rule(
    "ban-hanh-size",
    source=_B,
    demands=f"{_ISSUER} cỡ chữ từ 12 đến 13.",
    default={"size_pt": (12, 13)},
    needs=("ban_hanh",),
)
def ban_hanh_size(sheet: Sheet, options: Options) -> Hits:
    """The issuer is of 12 or 13 pt.

    Bad:  tên cơ quan ban hành cỡ chữ 14
    Good: tên cơ quan ban hành cỡ chữ 13
    """
    yield from off_size(part(sheet, "ban_hanh"), _ISSUER, options["size_pt"])


@rule("ban-hanh-style", source=_B, demands=f"{_ISSUER} kiểu chữ đứng, đậm.", needs=("ban_hanh",))
def ban_hanh_style(sheet: Sheet, _: Options) -> Hits:
    """The issuer is upright and bold, both lines of ỦY BAN NHÂN DÂN / PHƯỜNG … too.

    Bad:  ỦY BAN NHÂN DÂN không đậm, PHƯỜNG GIA VIÊN đậm
    Good: ỦY BAN NHÂN DÂN và PHƯỜNG GIA VIÊN đều đậm
    """
    yield from off_style(part(sheet, "ban_hanh"), _ISSUER, bold=True)


@rule(
    "ban-hanh-align",
    source=_B,
    demands=f"{_ISSUER} được đặt canh giữa dưới tên cơ quan chủ quản.",
    needs=("ban_hanh",),
)
def ban_hanh_align(sheet: Sheet, _: Options) -> Hits:
    """The names in the left column are centred.

    Bad:  tên cơ quan ban hành canh trái
    Good: tên cơ quan ban hành canh giữa
    """
    yield from off_centre(part(sheet, "chu_quan"), f"{_ABOVE}, ở trên tên cơ quan ban hành,")
    yield from off_centre(part(sheet, "ban_hanh"), _ISSUER)


@rule(
    "ban-hanh-rule-present",
    source=_B,
    demands=f"Phía dưới {_ISSUER.lower()} có đường kẻ ngang, nét liền.",
    needs=("ban_hanh",),
)
def ban_hanh_rule_present(sheet: Sheet, _: Options) -> Hits:
    """There is a line below the issuer; underlined words are a warning.

    Bad:  PHƯỜNG GIA VIÊN gạch chân
    Good: dưới PHƯỜNG GIA VIÊN có đường kẻ ngắn
    """
    if sheet.ban_hanh_rule is None:
        yield from no_rule(part(sheet, "ban_hanh"), _ISSUER.lower())


@rule(
    "ban-hanh-rule-length",
    source=_B,
    demands=f"Đường kẻ dưới {_ISSUER.lower()} là nét liền, dài từ 1/3 đến 1/2 dòng chữ.",
    default={"share": (0.30, 0.55)},
    needs=("ban_hanh", "ban_hanh_rule"),
)
def ban_hanh_rule_length(sheet: Sheet, options: Options) -> Hits:
    """The line is a third to a half of a line of the name.

    Bad:  đường kẻ dài 40 mm dưới dòng chữ dài 40 mm
    Good: đường kẻ dài 16 mm dưới dòng chữ dài 40 mm
    """
    yield from off_rule(sheet.ban_hanh_rule, part(sheet, "ban_hanh"), options["share"])


@rule(
    "ban-hanh-rule-balance",
    source=_B,
    demands=f"Đường kẻ dưới {_ISSUER.lower()} đặt cân đối so với dòng chữ.",
    default={"balance_mm": 3.0},
    needs=("ban_hanh", "ban_hanh_rule"),
)
def ban_hanh_rule_balance(sheet: Sheet, options: Options) -> Hits:
    """The line stands below the middle of the name.

    Bad:  đường kẻ lệch về bên trái dòng chữ
    Good: đường kẻ ở giữa, dưới dòng chữ
    """
    yield from off_balance(sheet.ban_hanh_rule, part(sheet, "ban_hanh"), options["balance_mm"])


@rule(
    "chu-quan-caps", source=_B, demands=f"{_ABOVE} trình bày bằng chữ in hoa.", needs=("chu_quan",)
)
def chu_quan_caps(sheet: Sheet, _: Options) -> Hits:
    """The name above the issuer is in capitals.

    Bad:  UBND phường Gia Viên / PHÒNG VĂN HÓA - XÃ HỘI
    Good: UBND PHƯỜNG GIA VIÊN / PHÒNG VĂN HÓA - XÃ HỘI
    """
    yield from off_capitals(part(sheet, "chu_quan"), _ABOVE)


@rule(
    "chu-quan-size",
    source=_B,
    demands=f"{_ABOVE} cỡ chữ từ 12 đến 13.",
    default={"size_pt": (12, 13)},
    needs=("chu_quan",),
)
def chu_quan_size(sheet: Sheet, options: Options) -> Hits:
    """The name above the issuer is of 12 or 13 pt.

    Bad:  tên cơ quan chủ quản cỡ chữ 14
    Good: tên cơ quan chủ quản cỡ chữ 13
    """
    yield from off_size(part(sheet, "chu_quan"), _ABOVE, options["size_pt"])


@rule(
    "chu-quan-style",
    source=_B,
    demands=f"{_ABOVE} kiểu chữ đứng (không đậm).",
    needs=("chu_quan",),
)
def chu_quan_style(sheet: Sheet, _: Options) -> Hits:
    """The name above is upright and not bold; a bare ỦY BAN NHÂN DÂN is half of a longer name.

    Bad:  UBND PHƯỜNG GIA VIÊN in đậm, trên PHÒNG VĂN HÓA - XÃ HỘI
    Good: UBND PHƯỜNG GIA VIÊN không đậm, trên PHÒNG VĂN HÓA - XÃ HỘI
    """
    words = tuple(each for each in part(sheet, "chu_quan") if not _BARE.fullmatch(each.text))
    yield from off_bold(words, _ABOVE, bold=False)
    yield from off_italic(part(sheet, "chu_quan"), _ABOVE, italic=False)


@rule(
    "chu-quan-name",
    source=_A,
    demands=f"{_ABOVE} ở địa phương có thêm tên đơn vị hành chính.",
    needs=("chu_quan",),
)
def chu_quan_name(sheet: Sheet, _: Options) -> Hits:
    """A people's committee or council above the issuer says of which place it is.

    Bad:  ỦY BAN NHÂN DÂN / PHÒNG VĂN HÓA - XÃ HỘI
    Good: UBND PHƯỜNG GIA VIÊN / PHÒNG VĂN HÓA - XÃ HỘI
    """
    words = part(sheet, "chu_quan")
    name = " ".join(each.text for each in words).upper()
    if _BARE.fullmatch(name):
        yield Hit(words[0].place, f"{_ABOVE} không có tên đơn vị hành chính", "warning")


@rule(
    "issuer-spacing",
    source=_B,
    demands="Tên cơ quan ban hành và tên cơ quan chủ quản cách nhau dòng đơn.",
    needs=("ban_hanh",),
)
def issuer_spacing(sheet: Sheet, _: Options) -> Hits:
    """The names are single-spaced.

    Bad:  hai dòng tên cơ quan cách nhau 6 pt
    Good: hai dòng tên cơ quan liền nhau, dòng đơn
    """
    lines = (*part(sheet, "chu_quan"), *part(sheet, "ban_hanh"))
    yield from off_spacing(lines, "Dòng tên cơ quan")
