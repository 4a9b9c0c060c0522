"""Recipient rules: Nơi nhận and Lưu (ô số 9b)."""

from __future__ import annotations

import re

from docgen.check.judge import (
    FOOT,
    absent,
    clause,
    mm,
    off_lower_case,
    off_size,
    off_style,
    part,
    quoted,
)
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.rules.addressee import listed
from docgen.check.sheet import Sheet
from docgen.check.wording import dash
from docgen.vietnamese.document_types import TYPES

_B = clause("điểm b khoản 9 Mục II")
_C = clause("điểm c khoản 9 Mục II")
_D = clause("điểm d khoản 9 Mục II")
_LABEL = "Từ “Nơi nhận”"
_LUU = re.compile(r"-?\s*Lưu: VT(?:, ?…|(?:, ?[^.;]+)?\.(?: .+)?)")  # Mẫu 3.2: “VT, ...”


def items(sheet: Sheet) -> tuple[Paragraph, ...]:
    """Return the lines below “Nơi nhận”, without Lưu whether or not it is held among them."""
    return tuple(each for each in part(sheet, "noi_nhan") if each is not sheet.luu and each.text)


@rule("noi-nhan-present", source=_C, demands="Văn bản có phần “Nơi nhận”.")
def noi_nhan_present(sheet: Sheet, _: Options) -> Hits:
    """The document says who receives it.

    Bad:  bên trái chữ ký không có “Nơi nhận”
    Good: Nơi nhận: / - Như trên; / - Lưu: VT.
    """
    yield from absent(sheet, "noi_nhan_label", FOOT, "“Nơi nhận”")


@rule(
    "noi-nhan-label",
    source=_D,
    demands="Từ “Nơi nhận” trên một dòng riêng, bằng chữ in thường, sau có dấu hai chấm (:).",
    needs=("noi_nhan_label",),
)
def noi_nhan_label(sheet: Sheet, _: Options) -> Hits:
    """The label is “Nơi nhận:” alone on its line.

    Bad:  “NƠI NHẬN:”; “Nơi nhận”; “Nơi nhận: - Như trên;”
    Good: “Nơi nhận:”
    """
    for each in part(sheet, "noi_nhan_label"):
        if each.text != "Nơi nhận:":
            yield Hit(each.place, f"Đang ghi {quoted(each.text)}; phải là “Nơi nhận:”")


@rule(
    "noi-nhan-label-size",
    source=_D,
    demands="Từ “Nơi nhận” cỡ chữ 12.",
    default={"size_pt": (12, 12)},
    needs=("noi_nhan_label",),
)
def noi_nhan_label_size(sheet: Sheet, options: Options) -> Hits:
    """The label is of 12 pt exactly.

    Bad:  “Nơi nhận:” cỡ chữ 14
    Good: “Nơi nhận:” cỡ chữ 12
    """
    yield from off_size(part(sheet, "noi_nhan_label"), _LABEL, options["size_pt"])


@rule(
    "noi-nhan-label-style",
    source=_D,
    demands="Từ “Nơi nhận” kiểu chữ nghiêng, đậm.",
    needs=("noi_nhan_label",),
)
def noi_nhan_label_style(sheet: Sheet, _: Options) -> Hits:
    """The label is bold and italic.

    Bad:  “Nơi nhận:” đứng, đậm
    Good: “Nơi nhận:” nghiêng, đậm
    """
    yield from off_style(part(sheet, "noi_nhan_label"), _LABEL, bold=True, italic=True)


@rule(
    "noi-nhan-size",
    source=_D,
    demands="Phần liệt kê nơi nhận cỡ chữ 11.",
    default={"size_pt": (11, 11)},
    needs=("noi_nhan",),
)
def noi_nhan_size(sheet: Sheet, options: Options) -> Hits:
    """The list is of 11 pt exactly, Lưu too.

    Bad:  “- Như trên;” cỡ chữ 12
    Good: “- Như trên;” cỡ chữ 11
    """
    yield from off_size((*items(sheet), *part(sheet, "luu")), "Dòng nơi nhận", options["size_pt"])


@rule(
    "noi-nhan-style",
    source=_D,
    demands="Phần liệt kê nơi nhận bằng chữ in thường, kiểu chữ đứng (không đậm).",
    needs=("noi_nhan",),
)
def noi_nhan_style(sheet: Sheet, _: Options) -> Hits:
    """The list is upright, not bold, not in capitals.

    Bad:  “- Như trên;” in nghiêng
    Good: “- Như trên;” đứng, không đậm
    """
    words = (*items(sheet), *part(sheet, "luu"))
    yield from off_style(words, "Dòng nơi nhận", bold=False)
    yield from off_lower_case(items(sheet), "Dòng nơi nhận")


@rule(
    "noi-nhan-dash",
    source=_D,
    demands="Đầu dòng nơi nhận có gạch đầu dòng (-).",
    needs=("noi_nhan",),
)
def noi_nhan_dash(sheet: Sheet, _: Options) -> Hits:
    """Every line begins with a hyphen; another sign is a warning.

    Bad:  “UBND thành phố;”; “– UBND thành phố;”; “• UBND thành phố;”
    Good: “- UBND thành phố;”
    """
    for each in (*items(sheet), *part(sheet, "luu")):
        words = listed(each)
        if words.startswith("-"):
            continue
        if words[:1].isalnum() or words[:1] in "(“":
            yield Hit(each.place, f"Không có gạch đầu dòng: {quoted(words)}")
        else:
            found = f"Đầu dòng là {dash(words[:1])}, phải là gạch nối (-): {quoted(words)}"
            yield Hit(each.place, found, "warning")


@rule(
    "noi-nhan-semicolon",
    source=_D,
    demands="Cuối mỗi dòng nơi nhận có dấu chấm phẩy (;).",
    needs=("noi_nhan",),
)
def noi_nhan_semicolon(sheet: Sheet, _: Options) -> Hits:
    """Every line but Lưu ends with a semicolon.

    Bad:  “- UBND thành phố,”
    Good: “- UBND thành phố;”
    """
    for each in items(sheet):
        if not each.text.endswith(";"):
            yield Hit(each.place, f"Cuối dòng không có dấu “;”: {quoted(listed(each))}")


@rule(
    "noi-nhan-align",
    source=_D,
    demands="“Nơi nhận” và các gạch đầu dòng sát lề trái.",
    default={"tolerance_mm": 2.0},
    needs=("noi_nhan_label",),
)
def noi_nhan_align(sheet: Sheet, options: Options) -> Hits:
    """Label and list stand at the left edge, left of the signature.

    Bad:  “Nơi nhận:” lùi vào 12,7 mm; “Nơi nhận:” canh giữa; “Nơi nhận:” ở bên phải chữ ký
    Good: “Nơi nhận:” và các gạch đầu dòng sát lề trái
    """
    label = part(sheet, "noi_nhan_label")[0]
    for row in sheet.footer.rows if sheet.footer else ():
        at = {each.place: n for n, cell in enumerate(row) for each in cell.paragraphs}
        if any(at.get(each.place, 99) < at.get(label.place, 0) for each in sheet.quyen_han):
            yield Hit(label.place, "“Nơi nhận” ở bên phải chữ ký")
    for each in (label, *items(sheet), *part(sheet, "luu")):
        start = each.left_mm + each.first_line_mm
        if each.align in ("center", "right"):
            yield Hit(each.place, f"Không sát lề trái: {quoted(each.text)}", "warning")
        elif start > options["tolerance_mm"] or each.tabs_before:
            found = f"Thụt vào {mm(start)}" if start else f"Có {each.tabs_before} khoảng tab"
            yield Hit(each.place, f"{found}: {quoted(each.text)}", "warning")


@rule(
    "noi-nhan-row",
    source=_D,
    demands="“Nơi nhận” ngang hàng với dòng quyền hạn, chức vụ của người ký.",
    types=[code for code in TYPES if code != "bien-ban"],  # Mẫu 1.9 Phụ lục III: below the names
    needs=("noi_nhan_label", "quyen_han"),
)
def noi_nhan_row(sheet: Sheet, _: Options) -> Hits:
    """The label is level with the first line of the signature.

    Bad:  “Nơi nhận:” thấp hơn dòng đầu của quyền hạn, chức vụ
    Good: “Nơi nhận:” ngang hàng với dòng đầu của quyền hạn, chức vụ
    """
    label, signs = part(sheet, "noi_nhan_label")[0], part(sheet, "quyen_han")[0]
    if sheet.footer is None:
        raise NotEvaluated("cuối văn bản không có bảng hai cột")
    rows = [[p.place for cell in row for p in cell.paragraphs] for row in sheet.footer.rows]
    at = [next((n for n, r in enumerate(rows) if e.place in r), -1) for e in (label, signs)]
    if at[0] != at[1]:
        yield Hit(label.place, "Không ngang hàng với quyền hạn, chức vụ người ký", "warning")


@rule(
    "luu-present",
    source=_D,
    demands="Dòng cuối cùng của nơi nhận là “Lưu”.",
    needs=("noi_nhan_label",),
)
def luu_present(sheet: Sheet, _: Options) -> Hits:
    """The list has a line of what is kept.

    Bad:  Nơi nhận: / - Như trên.
    Good: Nơi nhận: / - Như trên; / - Lưu: VT.
    """
    yield from absent(sheet, "luu", FOOT, "dòng “Lưu” trong nơi nhận")


@rule(
    "luu-form",
    source=_D,
    demands="Sau “Lưu” có dấu hai chấm, “VT”, dấu phẩy, đơn vị soạn thảo, cuối cùng là dấu chấm.",
    needs=("luu",),
)
def luu_form(sheet: Sheet, _: Options) -> Hits:
    """The line is “Lưu: VT, <đơn vị>.”; what follows the full stop is the drafter's mark.

    Bad:  “- Lưu VT, VHXH.”; “- Lưu: VP.”
    Good: “- Lưu: VT, VHXH (02).”
    """
    for each in part(sheet, "luu"):
        if not _LUU.fullmatch(re.sub(r"\.{2,}", "…", each.text)):  # dots are an open place
            yield Hit(each.place, f"Đang ghi {quoted(each.text)}; phải là “- Lưu: VT, ….”")


@rule("luu-last", source=_D, demands="“Lưu” là dòng cuối cùng của nơi nhận.", needs=("luu",))
def luu_last(sheet: Sheet, _: Options) -> Hits:
    """Nothing follows Lưu in the list.

    Bad:  - Lưu: VT. / - UBND thành phố;
    Good: - UBND thành phố; / - Lưu: VT.
    """
    (luu,) = part(sheet, "luu")
    places = [each.place for each in sheet.layout.body]
    if luu.place not in places:
        raise NotEvaluated("không biết dòng “Lưu” đứng ở đâu")
    for each in sheet.layout.body[places.index(luu.place) + 1 :]:
        if not listed(each).startswith("-"):
            break
        yield Hit(each.place, f"Sau “Lưu” còn có {quoted(listed(each))}")


@rule(
    "nhu-tren",
    source=_B,
    demands="Có “Kính gửi” thì phía dưới từ “Nơi nhận” là “Như trên”.",
    types=[code for code in TYPES if code != "cong-dien"],  # Mẫu 1.6 Phụ lục III
    needs=("kinh_gui", "noi_nhan"),
)
def nhu_tren(sheet: Sheet, _: Options) -> Hits:
    """The list of an addressed document begins with “Như trên”.

    Bad:  Nơi nhận: / - UBND phường;
    Good: Nơi nhận: / - Như trên; / - UBND phường;
    """
    for each in items(sheet)[:1]:
        if not re.match(r"[-–•*+ ]*Như trên\b", listed(each)):
            yield Hit(each.place, f"Dòng đầu của nơi nhận là {quoted(listed(each))}")


@rule(
    "nhu-dieu",
    source="Mẫu 1.1, Mẫu 1.2, Mẫu 1.3 Phụ lục III Nghị định 30/2020/NĐ-CP",
    demands="Nơi nhận của nghị quyết, quyết định bắt đầu bằng “Như Điều …”.",
    rank="form",
    types=("nghi-quyet", "quyet-dinh"),
    needs=("noi_nhan",),
)
def nhu_dieu(sheet: Sheet, _: Options) -> Hits:
    """The list of a decision begins with those whom it names.

    Bad:  Nơi nhận: / - UBND thành phố;
    Good: Nơi nhận: / - Như Điều 3; / - UBND thành phố;
    """
    for each in items(sheet)[:1]:
        if not re.match(r"[-–•*+ ]*Như [Đđ]iều\b", listed(each)):
            yield Hit(each.place, f"Dòng đầu của nơi nhận là {quoted(listed(each))}")
