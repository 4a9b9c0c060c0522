"""The types of a field. Everything arrives as text; what people type is accepted, guesses are not.

Each validator takes the text of a YAML scalar and raises a ``PydanticCustomError`` whose type is
the stable code of the mistake and whose context holds the sentence and the hint.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from docgen.vietnamese.dates import DateError, parse_date
from docgen.vietnamese.letters import fold, nfc

_TAGS = ("{{", "{%", "{#", "}}", "%}", "#}")
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+")
_WHOLE = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"([+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)),(\d+)")
_YES = {"co", "true", "yes", "on", "dung", "x", "1"}
_NO = {"khong", "false", "no", "off", "sai", "0"}


def mistake(code: str, sentence: str, hint: str = "") -> PydanticCustomError:
    """Return the error that a validator raises: a stable code, a sentence, what to write."""
    return PydanticCustomError(code, "{sentence}", {"sentence": sentence, "hint": hint})


def to_text(value: Any) -> str:
    """Return clean words; a mapping on one line (``- Lưu: VT, NV``) is the words it was typed as."""
    raw = getattr(value, "raw", "")
    if raw and len(value) == 1 and "\n" not in raw:
        value = raw
    if value is None:
        raise mistake("missing-value", "chưa có nội dung", "viết nội dung sau dấu hai chấm")
    if not isinstance(value, str):
        raise mistake("not-text", "phải là chữ", "viết một câu sau dấu hai chấm")
    text = nfc(value).replace("\t", " ").strip()
    if not text:
        raise mistake("missing-value", "chưa có nội dung", "viết nội dung, hoặc xóa mục này")
    if bad := next((tag for tag in _TAGS if tag in text), None):
        raise mistake(
            "template-tag",
            f"có ký hiệu của mẫu “{bad}”, không dùng được trong dữ liệu",
            "viết giá trị thật thay cho ký hiệu đó",
        )
    return text


def to_line(value: Any) -> str:
    """Return words on one line: line breaks and runs of blanks become one blank."""
    return re.sub(r"[ \n]+", " ", to_text(value))


def to_whole(value: Any) -> int:
    """Return a whole number: 1250, 1.250 (dots part thousands), 05."""
    text = to_line(value).replace("\N{NO-BREAK SPACE}", " ")
    if _GROUPED.fullmatch(text):
        return int(text.replace(".", ""))
    if _WHOLE.fullmatch(text):
        return int(text)
    raise mistake(
        "not-a-number",
        f"“{text}” không phải số nguyên",
        "viết như 1250 hoặc 1.250, không ghi đơn vị",
    )


def to_number(value: Any) -> Decimal:
    """Return a number: 12,5 (comma before decimals), 1.250 (dots part thousands)."""
    text = to_line(value)
    if match := _DECIMAL.fullmatch(text):
        return Decimal(f"{match[1].replace('.', '')}.{match[2]}")
    if _GROUPED.fullmatch(text) or _WHOLE.fullmatch(text):
        return Decimal(text.replace(".", ""))
    hint = "viết như 12,5 hoặc 1.250 (dấu phẩy trước phần lẻ, dấu chấm ngăn hàng nghìn)"
    if re.fullmatch(r"[+-]?\d+\.\d+", text):
        raise mistake(
            "ambiguous-number",
            f"“{text}” không rõ là phần lẻ hay hàng nghìn",
            f"nếu là phần lẻ, viết {text.replace('.', ',')}",
        )
    raise mistake("not-a-number", f"“{text}” không phải là số", hint)


def to_day(value: Any) -> date:
    """Return a day: 5/2/2026, 05-02-2026, 2026-02-05, ngày 5 tháng 2 năm 2026."""
    if isinstance(value, date):
        return value
    try:
        return parse_date(to_line(value))
    except DateError as error:
        raise mistake("not-a-date", str(error), error.hint) from error


def to_yes_no(value: Any) -> bool:
    """Return có or không."""
    if isinstance(value, bool):
        return value
    text = fold(to_line(value))
    if text in _YES | _NO:
        return text in _YES
    raise mistake("not-yes-no", f"“{text}” không phải có hay không", "viết có hoặc không")


def to_month(value: Any) -> int:
    """Return a month of the year: 5, 05, tháng 5."""
    text = fold(to_line(value)).removeprefix("thang").strip()
    if _WHOLE.fullmatch(text) and 1 <= int(text) <= 12:
        return int(text)
    raise mistake("not-a-month", f"“{value}” không phải tháng trong năm", "viết số từ 1 đến 12")


Text = Annotated[str, BeforeValidator(to_line)]
"""Words on one line."""
Prose = Annotated[str, BeforeValidator(to_text)]
"""Words that may run over paragraphs (a blank line parts them)."""
Whole = Annotated[int, BeforeValidator(to_whole)]
Number = Annotated[Decimal, BeforeValidator(to_number)]
Day = Annotated[date, BeforeValidator(to_day)]
YesNo = Annotated[bool, BeforeValidator(to_yes_no)]
Month = Annotated[int, BeforeValidator(to_month)]
