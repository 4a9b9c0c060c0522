"""Header rules: Quốc hiệu and Tiêu ngữ (ô số 1)."""

from __future__ import annotations

from docgen.check.judge import (
    HEAD,
    absent,
    clause,
    mm,
    no_rule,
    off_balance,
    off_capitals,
    off_centre,
    off_lower_case,
    off_rule,
    off_size,
    off_spacing,
    off_style,
    part,
    quoted,
    shouted,
)
from docgen.check.layout import Paragraph, paragraphs
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet
from docgen.vietnamese.widths import width_mm

_A = clause("điểm a khoản 1 Mục II")
_B = clause("điểm b khoản 1 Mục II")
_C = clause("điểm c khoản 1 Mục II")
QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"


@rule("quoc-hieu-present", source=_A, demands=f"Văn bản có Quốc hiệu “{QUOC_HIEU}”.")
def quoc_hieu_present(sheet: Sheet, _: Options) -> Hits:
    """The document has the Quốc hiệu.

    Bad:  văn bản mở đầu bằng tên cơ quan, không có Quốc hiệu
    Good: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    """
    yield from absent(sheet, "quoc_hieu", HEAD, "Quốc hiệu")


@rule("quoc-hieu-text", source=_A, demands=f"Quốc hiệu ghi “{QUOC_HIEU}”.", needs=("quoc_hieu",))
def quoc_hieu_text(sheet: Sheet, _: Options) -> Hits:
    """The words are right; “HOÀ”, which the decree itself prints in its table, is a hint only.

    Bad:  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.
    Good: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    """
    for each in part(sheet, "quoc_hieu"):
        words = each.text.upper()
        if words == QUOC_HIEU.replace("HÒA", "HOÀ"):
            yield Hit(each.place, "Quốc hiệu ghi “HOÀ”, lời văn của nghị định ghi “HÒA”", "info")
        elif words != QUOC_HIEU:
            yield Hit(each.place, f"Quốc hiệu ghi {quoted(each.text)}")


@rule(
    "quoc-hieu-caps",
    source=_A,
    demands="Quốc hiệu trình bày bằng chữ in hoa.",
    needs=("quoc_hieu",),
)
def quoc_hieu_caps(sheet: Sheet, _: Options) -> Hits:
    """The Quốc hiệu is in capitals, typed or shown so.

    Bad:  Cộng hòa xã hội chủ nghĩa Việt Nam
    Good: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    """
    yield from off_capitals(part(sheet, "quoc_hieu"), "Quốc hiệu")


@rule(
    "quoc-hieu-size",
    source=_A,
    demands="Quốc hiệu cỡ chữ từ 12 đến 13.",
    default={"size_pt": (12, 13)},
    needs=("quoc_hieu",),
)
def quoc_hieu_size(sheet: Sheet, options: Options) -> Hits:
    """The Quốc hiệu is of 12 or 13 pt.

    Bad:  Quốc hiệu cỡ chữ 14
    Good: Quốc hiệu cỡ chữ 13
    """
    yield from off_size(part(sheet, "quoc_hieu"), "Quốc hiệu", options["size_pt"])


@rule("quoc-hieu-style", source=_A, demands="Quốc hiệu kiểu chữ đứng, đậm.", needs=("quoc_hieu",))
def quoc_hieu_style(sheet: Sheet, _: Options) -> Hits:
    """The Quốc hiệu is upright and bold.

    Bad:  Quốc hiệu không đậm
    Good: Quốc hiệu đứng, đậm
    """
    yield from off_style(part(sheet, "quoc_hieu"), "Quốc hiệu", bold=True)


@rule(
    "quoc-hieu-place",
    source=_A,
    demands="Quốc hiệu ở phía trên cùng, bên phải trang đầu tiên của văn bản.",
    needs=("quoc_hieu",),
)
def quoc_hieu_place(sheet: Sheet, _: Options) -> Hits:
    """The Quốc hiệu is the first thing in the last column at the top.

    Bad:  Quốc hiệu ở cột bên trái; Quốc hiệu ở dưới một dòng chữ khác
    Good: Quốc hiệu ở dòng đầu của cột bên phải
    """
    if sheet.header is None:
        raise NotEvaluated("đầu văn bản không có bảng hai cột")
    here = part(sheet, "quoc_hieu")[0].place
    stamps = [each.place for each in (sheet.luu_hanh, sheet.do_khan, sheet.do_mat) if each]
    for row in sheet.header.rows:
        columns = [[each for each in paragraphs(cell.blocks) if each.text] for cell in row]
        if any(here == each.place for column in columns[:-1] for each in column):
            yield Hit(here, "Quốc hiệu không ở bên phải")
        right = [each for each in columns[-1] if each.place not in stamps] if columns else []
        if any(here == each.place for each in right) and right[0].place != here:
            yield Hit(here, f"Phía trên Quốc hiệu có {quoted(right[0].text)}")


@rule(
    "quoc-hieu-one-line",
    source="Mẫu 1.1 đến Mẫu 1.10 Phụ lục III Nghị định 30/2020/NĐ-CP",
    demands="Quốc hiệu trình bày trên một dòng.",
    rank="form",
    needs=("quoc_hieu",),
)
def quoc_hieu_one_line(sheet: Sheet, _: Options) -> Hits:
    """The Quốc hiệu fits into its column: every form prints it on one line.

    Bad:  Quốc hiệu dài 95,7 mm trong cột rộng 80 mm
    Good: Quốc hiệu dài 95,7 mm trong cột rộng 97 mm
    """
    for each in part(sheet, "quoc_hieu"):
        run = each.worded[0]
        length = width_mm(each.text, run.size_pt, bold=run.bold)
        room = each.column_mm - each.left_mm - each.right_mm
        if length > room + 0.5:
            yield Hit(each.place, f"Quốc hiệu dài {mm(length)}, cột rộng {mm(room)}")


@rule("tieu-ngu-present", source=_B, demands=f"Văn bản có Tiêu ngữ “{TIEU_NGU}”.")
def tieu_ngu_present(sheet: Sheet, _: Options) -> Hits:
    """The document has the Tiêu ngữ.

    Bad:  dưới Quốc hiệu không có Tiêu ngữ
    Good: Độc lập - Tự do - Hạnh phúc
    """
    yield from absent(sheet, "tieu_ngu", HEAD, "Tiêu ngữ")


@rule(
    "tieu-ngu-text",
    source=_B,
    demands=f"Tiêu ngữ ghi “{TIEU_NGU}”: giữa các cụm từ có gạch nối (-), có cách chữ.",
    needs=("tieu_ngu",),
)
def tieu_ngu_text(sheet: Sheet, _: Options) -> Hits:
    """Words, capitals, hyphens and blanks are right; all capitals are for `tieu-ngu-caps`.

    Bad:  Độc lập – Tự do – Hạnh phúc
    Good: Độc lập - Tự do - Hạnh phúc
    """
    for each in part(sheet, "tieu_ngu"):
        wanted = TIEU_NGU.upper() if shouted(each.text) else TIEU_NGU
        if each.text != wanted:
            long = any(sign in each.text for sign in "–—")
            why = ", gạch dài (–) phải là gạch nối (-)" if long else ""
            yield Hit(each.place, f"Tiêu ngữ ghi {quoted(each.text)}{why}", fix="tieu-ngu-text")


@rule(
    "tieu-ngu-caps",
    source=_B,
    demands="Tiêu ngữ trình bày bằng chữ in thường.",
    needs=("tieu_ngu",),
)
def tieu_ngu_caps(sheet: Sheet, _: Options) -> Hits:
    """The Tiêu ngữ is not in capitals.

    Bad:  ĐỘC LẬP - TỰ DO - HẠNH PHÚC
    Good: Độc lập - Tự do - Hạnh phúc
    """
    yield from off_lower_case(part(sheet, "tieu_ngu"), "Tiêu ngữ")


@rule(
    "tieu-ngu-size",
    source=_B,
    demands="Tiêu ngữ cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=("tieu_ngu",),
)
def tieu_ngu_size(sheet: Sheet, options: Options) -> Hits:
    """The Tiêu ngữ is of 13 or 14 pt.

    Bad:  Tiêu ngữ cỡ chữ 12
    Good: Tiêu ngữ cỡ chữ 14
    """
    yield from off_size(part(sheet, "tieu_ngu"), "Tiêu ngữ", options["size_pt"])


@rule("tieu-ngu-style", source=_B, demands="Tiêu ngữ kiểu chữ đứng, đậm.", needs=("tieu_ngu",))
def tieu_ngu_style(sheet: Sheet, _: Options) -> Hits:
    """The Tiêu ngữ is upright and bold.

    Bad:  Tiêu ngữ in nghiêng
    Good: Tiêu ngữ đứng, đậm
    """
    yield from off_style(part(sheet, "tieu_ngu"), "Tiêu ngữ", bold=True)


@rule(
    "tieu-ngu-align",
    source=_B,
    demands="Tiêu ngữ được canh giữa dưới Quốc hiệu.",
    needs=("quoc_hieu", "tieu_ngu"),
)
def tieu_ngu_align(sheet: Sheet, _: Options) -> Hits:
    """Both lines are centred, and so the one below the other.

    Bad:  Quốc hiệu và Tiêu ngữ canh trái
    Good: Quốc hiệu và Tiêu ngữ canh giữa
    """
    yield from off_centre(part(sheet, "quoc_hieu"), "Quốc hiệu, ở trên Tiêu ngữ,")
    yield from off_centre(part(sheet, "tieu_ngu"), "Tiêu ngữ")


@rule(
    "tieu-ngu-rule-present",
    source=_B,
    demands="Phía dưới Tiêu ngữ có đường kẻ ngang, nét liền.",
    needs=("tieu_ngu",),
)
def tieu_ngu_rule_present(sheet: Sheet, _: Options) -> Hits:
    """There is a line below the Tiêu ngữ; underlined words are a warning.

    Bad:  dưới Tiêu ngữ không có đường kẻ; Tiêu ngữ gạch chân
    Good: dưới Tiêu ngữ có đường kẻ riêng
    """
    if sheet.tieu_ngu_rule is None:
        yield from no_rule(part(sheet, "tieu_ngu"), "Tiêu ngữ")


@rule(
    "tieu-ngu-rule-length",
    source=_B,
    demands="Đường kẻ dưới Tiêu ngữ là nét liền, dài bằng dòng chữ.",
    default={"share": (0.9, 1.1), "balance_mm": 3.0},
    needs=("tieu_ngu", "tieu_ngu_rule"),
)
def tieu_ngu_rule_length(sheet: Sheet, options: Options) -> Hits:
    """The line is as long as the words above it, and below their middle.

    Bad:  đường kẻ dài 30 mm dưới dòng chữ dài 60,5 mm
    Good: đường kẻ dài 60,5 mm dưới dòng chữ dài 60,5 mm
    """
    words = part(sheet, "tieu_ngu")
    yield from off_rule(sheet.tieu_ngu_rule, words, options["share"])
    if sheet.tieu_ngu_rule and sheet.tieu_ngu_rule.offset_mm is not None:
        yield from off_balance(sheet.tieu_ngu_rule, words, options["balance_mm"])


@rule(
    "header-spacing",
    source=_C,
    demands="Hai dòng chữ Quốc hiệu và Tiêu ngữ cách nhau dòng đơn.",
    needs=("quoc_hieu", "tieu_ngu"),
)
def header_spacing(sheet: Sheet, _: Options) -> Hits:
    """The two lines are single-spaced.

    Bad:  Tiêu ngữ cách Quốc hiệu 6 pt
    Good: Tiêu ngữ liền dưới Quốc hiệu, dòng đơn
    """
    lines: tuple[Paragraph, ...] = (*part(sheet, "quoc_hieu"), *part(sheet, "tieu_ngu"))
    yield from off_spacing(lines, "Dòng Quốc hiệu, Tiêu ngữ")
