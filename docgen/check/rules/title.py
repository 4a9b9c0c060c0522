"""Title rules: tên loại and trích yếu (ô số 5a)."""

from __future__ import annotations

from docgen.check.judge import (
    HEAD,
    Part,
    absent,
    clause,
    no_rule,
    off_balance,
    off_capitals,
    off_centre,
    off_lower_case,
    off_rule,
    off_size,
    off_style,
    part,
    quoted,
)
from docgen.check.rule import Hit, Hits, NotEvaluated, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.wording import gapped, is_open
from docgen.vietnamese.document_types import TYPES

_B = clause("điểm b khoản 5 Mục II")
_A = clause("điểm a khoản 5 Mục II")
_TITLED = [code for code, kind in TYPES.items() if kind.ten_loai and not kind.copy]
# Mẫu 1.8 and 1.10 Phụ lục III have no trích yếu; slips (phiếu) and letters are short as they are
_BRIEF = ("giay-gioi-thieu", "giay-nghi-phep", "phieu-gui", "phieu-chuyen", "phieu-bao", "thu-cong")
_SUBJECT = [code for code in _TITLED if code not in _BRIEF]
_RULED = [code for code in _SUBJECT if code != "bien-ban"]  # Mẫu 1.9 Phụ lục III prints no line
_KIND = "Tên loại"
_NAME = "Trích yếu"


def _subject(sheet: Sheet) -> Part:
    """Return the lines of the subject that have words already."""
    return tuple(each for each in part(sheet, "trich_yeu") if not is_open(each.text))


@rule("ten-loai-present", source=_A, demands="Văn bản có tên loại.", types=_TITLED)
def ten_loai_present(sheet: Sheet, _: Options) -> Hits:
    """The document says of what kind it is.

    Bad:  trên trích yếu không có tên loại
    Good: KẾ HOẠCH / Thực hiện dân chủ ở cơ sở năm 2026
    """
    yield from absent(sheet, "ten_loai", HEAD, "tên loại văn bản")


@rule(
    "ten-loai-caps", source=_B, demands="Tên loại trình bày bằng chữ in hoa.", needs=("ten_loai",)
)
def ten_loai_caps(sheet: Sheet, _: Options) -> Hits:
    """The kind is in capitals.

    Bad:  Kế hoạch
    Good: KẾ HOẠCH
    """
    yield from off_capitals(part(sheet, "ten_loai"), _KIND)


@rule(
    "ten-loai-size",
    source=_B,
    demands="Tên loại cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=("ten_loai",),
)
def ten_loai_size(sheet: Sheet, options: Options) -> Hits:
    """The kind is of 13 or 14 pt.

    Bad:  KẾ HOẠCH, cỡ chữ 16
    Good: KẾ HOẠCH, cỡ chữ 14
    """
    yield from off_size(part(sheet, "ten_loai"), _KIND, options["size_pt"])


@rule("ten-loai-style", source=_B, demands="Tên loại kiểu chữ đứng, đậm.", needs=("ten_loai",))
def ten_loai_style(sheet: Sheet, _: Options) -> Hits:
    """The kind is upright and bold.

    Bad:  KẾ HOẠCH, không đậm
    Good: KẾ HOẠCH, đứng, đậm
    """
    yield from off_style(part(sheet, "ten_loai"), _KIND, bold=True)


@rule(
    "ten-loai-align",
    source=_B,
    demands="Tên loại đặt canh giữa theo chiều ngang văn bản.",
    needs=("ten_loai",),
)
def ten_loai_align(sheet: Sheet, _: Options) -> Hits:
    """The kind is centred.

    Bad:  KẾ HOẠCH, canh trái
    Good: KẾ HOẠCH, canh giữa
    """
    yield from off_centre(part(sheet, "ten_loai"), _KIND)


@rule("trich-yeu-present", source=_A, demands="Văn bản có trích yếu nội dung.", types=_SUBJECT)
def trich_yeu_present(sheet: Sheet, _: Options) -> Hits:
    """The document says what it is about; forms of slips and letters have no such line.

    Bad:  KẾ HOẠCH / I. MỤC ĐÍCH, YÊU CẦU
    Good: KẾ HOẠCH / Thực hiện dân chủ ở cơ sở năm 2026 / I. MỤC ĐÍCH, YÊU CẦU
    """
    yield from absent(sheet, "trich_yeu", HEAD, "trích yếu nội dung")


@rule(
    "trich-yeu-caps",
    source=_B,
    demands="Trích yếu trình bày bằng chữ in thường.",
    needs=("trich_yeu",),
)
def trich_yeu_caps(sheet: Sheet, _: Options) -> Hits:
    """The subject is not in capitals.

    Bad:  THỰC HIỆN DÂN CHỦ Ở CƠ SỞ NĂM 2026
    Good: Thực hiện dân chủ ở cơ sở năm 2026
    """
    yield from off_lower_case(part(sheet, "trich_yeu"), _NAME)


@rule(
    "trich-yeu-size",
    source=_B,
    demands="Trích yếu cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=("trich_yeu",),
)
def trich_yeu_size(sheet: Sheet, options: Options) -> Hits:
    """The subject is of 13 or 14 pt.

    Bad:  trích yếu cỡ chữ 12
    Good: trích yếu cỡ chữ 14
    """
    yield from off_size(_subject(sheet), _NAME, options["size_pt"])


@rule("trich-yeu-style", source=_B, demands="Trích yếu kiểu chữ đứng, đậm.", needs=("trich_yeu",))
def trich_yeu_style(sheet: Sheet, _: Options) -> Hits:
    """The subject is upright and bold.

    Bad:  trích yếu in nghiêng; trích yếu không đậm
    Good: trích yếu đứng, đậm
    """
    yield from off_style(_subject(sheet), _NAME, bold=True)


@rule(
    "trich-yeu-align",
    source=_B,
    demands="Trích yếu đặt canh giữa, ngay dưới tên loại.",
    needs=("trich_yeu",),
)
def trich_yeu_align(sheet: Sheet, _: Options) -> Hits:
    """The subject is centred.

    Bad:  trích yếu canh đều hai lề
    Good: trích yếu canh giữa
    """
    yield from off_centre(part(sheet, "trich_yeu"), _NAME)


@rule(
    "trich-yeu-full-stop",
    source="Mẫu 1.1 đến Mẫu 1.7 Phụ lục III Nghị định 30/2020/NĐ-CP",
    demands="Cuối trích yếu không có dấu chấm.",
    rank="practice",
    needs=("trich_yeu",),
)
def trich_yeu_full_stop(sheet: Sheet, _: Options) -> Hits:
    """No full stop ends the subject.

    Bad:  Thực hiện dân chủ ở cơ sở năm 2026.
    Good: Thực hiện dân chủ ở cơ sở năm 2026
    """
    for last in _subject(sheet)[-1:]:
        if last.text.endswith(".") and not gapped(last.text[-5:]):
            yield Hit(last.place, f"Trích yếu có dấu chấm cuối: {quoted(last.text[-24:])}")


@rule(
    "trich-yeu-rule-present",
    source=_B,
    demands="Bên dưới trích yếu có đường kẻ ngang, nét liền.",
    types=_RULED,
    needs=("trich_yeu",),
)
def trich_yeu_rule_present(sheet: Sheet, _: Options) -> Hits:
    """There is a line below the subject; underlined words are a warning.

    Bad:  dưới trích yếu không có đường kẻ
    Good: dưới trích yếu có đường kẻ ngắn
    """
    if sheet.trich_yeu_rule is None:
        yield from no_rule(part(sheet, "trich_yeu"), "trích yếu")


@rule(
    "trich-yeu-rule-length",
    source=_B,
    demands="Đường kẻ dưới trích yếu là nét liền, dài từ 1/3 đến 1/2 dòng chữ.",
    default={"share": (0.30, 0.55)},
    types=_RULED,
    needs=("trich_yeu", "trich_yeu_rule"),
)
def trich_yeu_rule_length(sheet: Sheet, options: Options) -> Hits:
    """The line is a third to a half of a line of the subject.

    Bad:  đường kẻ dài 80 mm dưới dòng chữ dài 82 mm
    Good: đường kẻ dài 33 mm dưới dòng chữ dài 82 mm
    """
    words = part(sheet, "trich_yeu")
    if any(gapped(each.text) for each in words):
        raise NotEvaluated("trích yếu còn chỗ chờ điền")
    yield from off_rule(sheet.trich_yeu_rule, words, options["share"])


@rule(
    "trich-yeu-rule-balance",
    source=_B,
    demands="Đường kẻ dưới trích yếu đặt cân đối so với dòng chữ.",
    default={"balance_mm": 3.0},
    types=_RULED,
    needs=("trich_yeu", "trich_yeu_rule"),
)
def trich_yeu_rule_balance(sheet: Sheet, options: Options) -> Hits:
    """The line stands below the middle of the subject.

    Bad:  đường kẻ lệch về bên trái dòng chữ
    Good: đường kẻ ở giữa, dưới dòng chữ
    """
    yield from off_balance(sheet.trich_yeu_rule, part(sheet, "trich_yeu"), options["balance_mm"])
