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

    Bad:  nothing left of the Quốc hiệu
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

    Bad:  14 pt
    Good: 13 pt
    """
    yield from off_size(part(sheet, "ban_hanh"), _ISSUER, options["size_pt"])


@rule("ban-hanh-style", source=_B, demands=f"{_ISSUER} kiểu chữ đứng, đậm.", needs=("ban_hanh",))
def ban_hanh_style(sheet: Sheet, _: Options) -> Hits:
    """The issuer is upright and bold, both lines of ỦY BAN NHÂN DÂN / PHƯỜNG … too.

    Bad:  ỦY BAN NHÂN DÂN not bold above a bold PHƯỜNG GIA VIÊN
    Good: both bold
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

    Bad:  at the left edge
    Good: centred
    """
    yield from off_centre(part(sheet, "chu_quan"), _ABOVE)
    yield from off_centre(part(sheet, "ban_hanh"), _ISSUER)


@rule(
    "ban-hanh-rule-present",
    source=_B,
    demands=f"Phía dưới {_ISSUER.lower()} có đường kẻ ngang, nét liền.",
    needs=("ban_hanh",),
)
def ban_hanh_rule_present(sheet: Sheet, _: Options) -> Hits:
    """There is a line below the issuer; underlined words are a warning.

    Bad:  PHƯỜNG GIA VIÊN underlined
    Good: a short line below PHƯỜNG GIA VIÊN
    """
    if sheet.ban_hanh_rule is None:
        yield from no_rule(part(sheet, "ban_hanh"), _ISSUER.lower())


@rule(
    "ban-hanh-rule-length",
    source=_B,
    demands="Đường kẻ là nét liền, dài từ 1/3 đến 1/2 dòng chữ.",
    default={"share": (0.30, 0.55)},
    needs=("ban_hanh", "ban_hanh_rule"),
)
def ban_hanh_rule_length(sheet: Sheet, options: Options) -> Hits:
    """The line is a third to a half of a line of the name.

    Bad:  40 mm below 40 mm of words
    Good: 16 mm below 40 mm of words
    """
    yield from off_rule(sheet.ban_hanh_rule, part(sheet, "ban_hanh"), options["share"])


@rule(
    "ban-hanh-rule-balance",
    source=_B,
    demands="Đường kẻ đặt cân đối so với dòng chữ.",
    default={"balance_mm": 3.0},
    needs=("ban_hanh", "ban_hanh_rule"),
)
def ban_hanh_rule_balance(sheet: Sheet, options: Options) -> Hits:
    """The line stands below the middle of the name.

    Bad:  at the left edge
    Good: in the middle
    """
    yield from off_balance(sheet.ban_hanh_rule, part(sheet, "ban_hanh"), options["balance_mm"])


@rule(
    "chu-quan-caps", source=_B, demands=f"{_ABOVE} trình bày bằng chữ in hoa.", needs=("chu_quan",)
)
def chu_quan_caps(sheet: Sheet, _: Options) -> Hits:
    """The name above the issuer is in capitals.

    Bad:  UBND phường Gia Viên
    Good: UBND PHƯỜNG GIA VIÊN
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

    Bad:  14 pt
    Good: 13 pt
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

    Bad:  UBND PHƯỜNG GIA VIÊN in bold
    Good: UBND PHƯỜNG GIA VIÊN, not bold
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

    Bad:  ỦY BAN NHÂN DÂN
    Good: UBND PHƯỜNG GIA VIÊN
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

    Bad:  6 pt between them
    Good: nothing between them
    """
    lines = (*part(sheet, "chu_quan"), *part(sheet, "ban_hanh"))
    yield from off_spacing(lines, "Dòng tên cơ quan")
