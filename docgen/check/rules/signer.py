"""Signer rules: họ tên of the signer (ô số 7b)."""

from __future__ import annotations

import re

from docgen.check.judge import (
    FOOT,
    absent,
    clause,
    off_centre,
    off_lower_case,
    off_size,
    off_style,
    part,
    quoted,
)
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.rules.signature import SIGNS
from docgen.check.sheet import Sheet

_C = clause("điểm c khoản 7 Mục II")
_DD = clause("điểm đ khoản 7 Mục II")
_NAME = "Họ tên người ký"
_TITLE = re.compile(
    r"(?i)(?:(?:GS|PGS|TSKH|TS|ThS|BS|BSCK\w*|DS|KS|CN|LS|NGND|NGƯT|TTND|TTƯT|NSND|NSƯT)[\s.,]"
    r"|(?:giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|cử nhân|luật sư|đồng chí|ông|bà)\s)"
)
_SERVICE = re.compile("TRƯỜNG|HỌC VIỆN|BỆNH VIỆN|Y TẾ|VIỆN|CÔNG AN|QUÂN SỰ|QUÂN ĐỘI|BIÊN PHÒNG")


@rule("ho-ten-present", source=_C, demands="Văn bản ghi họ tên người ký.")
def ho_ten_present(sheet: Sheet, _: Options) -> Hits:
    """The document has the name of its signer, in a draft too.

    Bad:  dưới CHỦ TỊCH không có họ tên
    Good: CHỦ TỊCH / Nguyễn Văn An
    """
    yield from absent(sheet, "ho_ten", FOOT, "họ tên người ký")


@rule("ho-ten-caps", source=_DD, demands=f"{_NAME} bằng chữ in thường.", needs=("ho_ten",))
def ho_ten_caps(sheet: Sheet, _: Options) -> Hits:
    """The name is not in capitals.

    Bad:  NGUYỄN VĂN AN
    Good: Nguyễn Văn An
    """
    yield from off_lower_case(part(sheet, "ho_ten"), _NAME)


@rule(
    "ho-ten-size",
    source=_DD,
    demands=f"{_NAME} cỡ chữ từ 13 đến 14.",
    default={"size_pt": (13, 14)},
    needs=("ho_ten",),
)
def ho_ten_size(sheet: Sheet, options: Options) -> Hits:
    """The name is of 13 or 14 pt.

    Bad:  Nguyễn Văn An, cỡ chữ 12
    Good: Nguyễn Văn An, cỡ chữ 14
    """
    yield from off_size(part(sheet, "ho_ten"), _NAME, options["size_pt"])


@rule("ho-ten-style", source=_DD, demands=f"{_NAME} kiểu chữ đứng, đậm.", needs=("ho_ten",))
def ho_ten_style(sheet: Sheet, _: Options) -> Hits:
    """The name is upright and bold.

    Bad:  Nguyễn Văn An, không đậm
    Good: Nguyễn Văn An, đứng, đậm
    """
    yield from off_style(part(sheet, "ho_ten"), _NAME, bold=True)


@rule(
    "ho-ten-align",
    source=_DD,
    demands=f"{_NAME} đặt canh giữa quyền hạn, chức vụ của người ký.",
    needs=("quyen_han", "ho_ten"),
)
def ho_ten_align(sheet: Sheet, _: Options) -> Hits:
    """Office and name are centred, and so below each other.

    Bad:  họ tên canh trái dưới chức vụ canh giữa
    Good: chức vụ và họ tên đều canh giữa
    """
    yield from off_centre(part(sheet, "quyen_han"), f"{SIGNS}, ở trên họ tên,")
    yield from off_centre(part(sheet, "ho_ten"), _NAME)


@rule(
    "ho-ten-title",
    source=_C,
    demands="Trước họ tên người ký không ghi học hàm, học vị và các danh hiệu danh dự khác.",
    needs=("ho_ten",),
)
def ho_ten_title(sheet: Sheet, _: Options) -> Hits:
    """No degree or title stands before the name; where the sector may allow it, it is a warning.

    Bad:  ThS. Nguyễn Văn An
    Good: Nguyễn Văn An
    """
    issuer = " ".join(each.text for each in part(sheet, "ban_hanh"))
    severity = "warning" if _SERVICE.search(issuer) else ""
    for each in part(sheet, "ho_ten"):
        if _TITLE.match(each.text):
            yield Hit(each.place, f"Họ tên ghi {quoted(each.text)}", severity)
