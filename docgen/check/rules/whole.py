"""Rules of the whole: the text is there, in this file, and above the signature."""

from __future__ import annotations

import re

from docgen.check.judge import HEAD, clause, quoted
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.wording import content
from docgen.vietnamese.document_types import TYPES

_SENTENCE = 80  # letters
_BESIDE = re.compile(  # ô 13, and notes
    r"(?i)\(|\*|số:|địa chỉ|trụ sở|đt\b|sđt|điện thoại|tel|fax|e-?mail|thư điện tử|website|trang thông tin"
    r"|http|www|ghi chú|lưu ý|người (?:soạn|đánh máy)"
)


@rule(
    "body-present",
    source=clause("khoản 6 Mục II"),
    demands="Văn bản có nội dung bằng chữ.",
    types=[code for code, kind in TYPES.items() if not kind.copy],
)
def body_present(sheet: Sheet, _: Options) -> Hits:
    """There is a text: words in a picture cannot be read, and are not judged.

    Bad:  nội dung chỉ là một ảnh quét
    Good: nội dung gõ bằng chữ
    """
    if not any(each.text for each in content(sheet)) and not sheet.tables and not sheet.blanks:
        found = "Không có lời văn; chữ nằm trong hình ảnh thì docgen không đọc được"
        yield Hit(HEAD, found)


@rule(
    "text-after-signature",
    source=clause("khoản 6 Mục I, ô số 6, 7, 9b Mục IV"),
    demands="Nội dung văn bản ở phía trên chữ ký và “Nơi nhận”.",
)
def text_after_signature(sheet: Sheet, _: Options) -> Hits:
    """No sentence stands below the signature; addresses and short notes may.

    Bad:  dưới chữ ký còn một đoạn lời văn
    Good: lời văn kết thúc trước chữ ký và “Nơi nhận”
    """
    words = [each for each in sheet.tail if not _BESIDE.match(each.text) and len(each.text) > 12]
    if words:
        sentence = any(len(each.text) > _SENTENCE and each.text[-1] in ".;:/" for each in words)
        many = f" ({len(words)} đoạn)" if len(words) > 1 else ""
        found = f"Sau chữ ký và “Nơi nhận” còn {quoted(words[0].text, 40)}{many}"
        yield Hit(words[0].place, found, "" if sentence else "warning")


@rule(
    "text-elsewhere",
    source="Điều 12 Nghị định 30/2020/NĐ-CP",
    demands="Toàn bộ nội dung nằm trong chính tệp văn bản.",
)
def text_elsewhere(sheet: Sheet, _: Options) -> Hits:
    """No text is taken in from another file: it may change, and is not read here.

    Bad:  một phần nội dung lấy từ tệp khác, mở ra mới đọc được
    Good: mọi nội dung đã được chép vào văn bản
    """
    if sheet.layout.unread:
        many = f" ở {sheet.layout.unread} chỗ" if sheet.layout.unread > 1 else ""
        yield Hit(HEAD, f"Có nội dung lấy từ tệp khác{many}, docgen không đọc được")
