"""The types of a field. Everything arrives as text; what people type is accepted, guesses are not.

Each validator takes the text of a YAML scalar and raises a ``PydanticCustomError`` whose type is
the stable code of the mistake and whose context holds the sentence and the hint.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator
from pydantic_core import PydanticCustomError

from docgen.vietnamese.dates import DateError, parse_date
from docgen.vietnamese.letters import fold, nfc, slug

_TAGS = ("{{", "{%", "{#", "}}", "%}", "#}")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_DECIMAL = re.compile(r"([+-]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d{1,18})),(\d{1,9})", re.ASCII)
_POINT = re.compile(r"[+-]?\d+\.\d+", re.ASCII)
_COMMA = re.compile(r"[+-]?\d{1,18},\d{1,9}", re.ASCII)
_DASHES = {"-", "–", "—"}
_NONE = {"khong", "khong co", "chua", "chua co"}
_YES = {"co", "true", "yes", "on", "dung", "x", "1"}
_NO = {"khong", "false", "no", "off", "sai", "0"}
_HOUR = re.compile(r"([0-9]+)\s*(?:giờ|g|h|:)(?:\s*([0-9]+))?(?:\s*(?:phút|p)\b)?", re.IGNORECASE)
_BESIDE_HOURS = frozenset(["từ", "lúc", "đến", "và", "sáng", "trưa", "chiều", "tối", "-", "–", ","])
_NAME = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def mistake(code: str, sentence: str, hint: str = "", at: str = "") -> PydanticCustomError:
    """Return the error that a validator raises: a stable code, a sentence, what to write.

    *at* are the words of the value that are wrong, if not all of them are.
    """
    context = {"sentence": sentence, "hint": hint, "at": at}
    return PydanticCustomError(code, "{sentence}", context)


def to_text(value: Any) -> str:
    """Return clean words; a list item that YAML took for a mapping is the words it was typed as."""
    value = getattr(value, "raw", "") or value
    if value is None:
        raise mistake("missing-value", "chưa có nội dung", "viết nội dung, hoặc xóa mục này")
    if not isinstance(value, str):
        hint = "viết một câu; câu có dấu “: ” thì đặt trong ngoặc kép"
        raise mistake("not-text", "phải là chữ", hint)
    text = nfc(value).replace("\t", " ").strip()
    if not text:
        raise mistake("missing-value", "chưa có nội dung", "viết nội dung, hoặc xóa mục này")
    if bad := next((tag for tag in _TAGS if tag in text), None):
        sentence = f"có ký hiệu của mẫu “{bad}”, không dùng được trong dữ liệu"
        raise mistake("template-tag", sentence, "viết giá trị thật thay cho ký hiệu đó", bad)
    return text


def to_line(value: Any) -> str:
    """Return words on one line: line breaks and runs of blanks become one blank."""
    return re.sub(r"[ \n]+", " ", to_text(value))


def to_whole(value: Any) -> int:
    """Return a whole number: 1250, 1.250 (dots part thousands), 05."""
    text = to_line(value)
    if _GROUPED.fullmatch(text) or _WHOLE.fullmatch(text):
        return int(text.replace(".", ""))
    hint = _none(text) or _fraction(text) or "viết như 1250 hoặc 1.250, không ghi đơn vị"
    raise _ambiguous(text, _meant(text)) or mistake(
        "not-a-number", f"“{text}” không phải số nguyên", hint
    )


def to_count(value: Any) -> int:
    """Return a whole number of things: not below zero."""
    count = to_whole(value)
    if count < 0:
        raise mistake("negative", f"“{count}” là số âm", "viết số từ 0 trở lên")
    return count


def to_serial(value: Any) -> int:
    """Return the number of a document: from 1, without its sign (“/KH-UBND”)."""
    if match := re.fullmatch(r"(\d+)\s*/.*", to_line(value)):
        sentence = f"“{match[0]}”: ở đây chỉ ghi số, docgen tự ghi ký hiệu"
        raise mistake("not-a-serial", sentence, f"viết {match[1]}")
    number = to_whole(value)
    if number < 1:
        raise mistake("not-a-serial", f"số văn bản không thể là {number}", "số đầu năm là 01")
    return number


def to_year(value: Any) -> int:
    """Return a year of four figures."""
    text = to_line(value)
    if not re.fullmatch("[12][0-9]{3}", text):
        raise mistake("not-a-year", f"“{text}” không phải là năm", "viết bốn chữ số, ví dụ 2026")
    return int(text)


def to_number(value: Any) -> Decimal:
    """Return a number: 12,5 (comma before decimals), 1.250 (dots part thousands)."""
    text = to_line(value)
    if match := _DECIMAL.fullmatch(text):
        return Decimal(f"{match[1].replace('.', '')}.{match[2]}")
    if _GROUPED.fullmatch(text) or _WHOLE.fullmatch(text):
        return Decimal(text.replace(".", ""))
    usual = "viết như 12,5 hoặc 1.250 (dấu phẩy trước phần lẻ, dấu chấm ngăn hàng nghìn)"
    hint = _none(text) or usual
    either = f"nếu là phần lẻ, viết {text.replace('.', ',')}; nếu không, viết liền không dấu chấm"
    raise _ambiguous(text, either) or mistake("not-a-number", f"“{text}” không phải là số", hint)


def to_amount(value: Any) -> Decimal:
    """Return a number of money or the like: not below zero, at most one decimal."""
    number = to_number(value)
    if number < 0:
        raise mistake("negative", f"“{to_line(value)}” là số âm", "viết số từ 0 trở lên")
    if number != round(number, 1):
        rounded = str(round(number, 1)).replace(".", ",")
        sentence = f"“{to_line(value)}” có nhiều hơn một chữ số thập phân"
        raise mistake("too-many-decimals", sentence, f"làm tròn, ví dụ {rounded}")
    return number


def _none(text: str) -> str:
    """Return what to write instead of words or a dash for nothing."""
    if text in _DASHES:
        return "không có thì ghi 0, chưa có thì để trống"
    if fold(text) not in _NONE:
        return ""
    return "không có thì ghi 0" if fold(text).startswith("khong") else "chưa có thì để trống"


def _fraction(text: str) -> str:
    """Return what to write instead of 2,150 for a whole number."""
    if not _COMMA.fullmatch(text):
        return ""
    whole, part = text.split(",")
    hint = "số nguyên không có phần lẻ"
    if len(part) != 3 or not _GROUPED.fullmatch(f"{whole}.{part}"):
        return hint
    return f"{hint}; nếu là hàng nghìn, viết {whole}{part} hoặc {whole}.{part}"


def _meant(text: str) -> str:
    """Return what 1.25 may be as a whole number: 125, or 1250 without its last nought."""
    whole, _, part = text.partition(".")
    numbers = dict.fromkeys([f"{whole}{part}", f"{whole}{part.ljust(3, '0')}"])
    return f"số nguyên không có phần lẻ; viết liền: {' hoặc '.join(numbers)}"


def _ambiguous(text: str, hint: str) -> PydanticCustomError | None:
    """Return the error of 1.25, which is 1,25 or a slip for 1.250."""
    if not _POINT.fullmatch(text):
        return None
    return mistake("ambiguous-number", f"“{text}” không rõ là phần lẻ hay hàng nghìn", hint)


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
    text = to_line(value)
    if fold(text) in _YES | _NO:
        return fold(text) in _YES
    raise mistake("not-yes-no", f"“{text}” không phải có hay không", "viết có hoặc không")


def to_month(value: Any) -> int:
    """Return a month of the year: 5, 05, tháng 5."""
    text = to_line(value)
    month = fold(text).removeprefix("thang").strip()
    if re.fullmatch("0?[1-9]|1[0-2]", month):
        return int(month)
    raise mistake("not-a-month", f"“{text}” không phải tháng trong năm", "viết số từ 1 đến 12")


def to_hour(value: Any) -> str:
    """Return an hour, or from which to which, as papers write it: 08 giờ 00.

    Read are 8 giờ, 8:00, 08h30, 14 giờ 30 phút and “từ 8:00 đến 11:30”.
    """
    text = to_line(value).rstrip(". ")
    hint = "viết như 8 giờ 00 hoặc 14:30; có giờ kết thúc thì viết  từ 8:00 đến 11:30"
    beside = _HOUR.sub(" ", text).replace(",", " , ").lower().split()
    if not _HOUR.search(text) or not _BESIDE_HOURS.issuperset(beside):
        raise mistake("not-an-hour", f"“{text}” không phải là giờ", hint)
    for match in _HOUR.finditer(text):
        if int(match[1]) > 23 or int(match[2] or 0) > 59 or len(match[2] or "00") != 2:
            raise mistake("not-an-hour", f"không có giờ nào là “{match[0]}”", hint, match[0])
    return _HOUR.sub(lambda match: f"{int(match[1]):02} giờ {match[2] or '00'}", text)


def to_name(value: Any) -> str:
    """Return a name for files and commands: ke-hoach."""
    text = to_line(value)
    if _NAME.fullmatch(text):
        return text
    hint = f"viết {slug(text) or 'ke-hoach'}"
    raise mistake("not-a-name", f"“{text}” phải là chữ thường không dấu, nối bằng gạch ngang", hint)


def to_key(value: Any) -> str:
    """Return a key of YAML and of templates: nguoi_ky."""
    text = to_line(value)
    # pydantic keeps some names for itself
    if (
        re.fullmatch("[a-z][a-z0-9_]*", text)
        and not text.startswith("model_")
        and not hasattr(BaseModel, text)
    ):
        return text
    hint = f"viết {slug(text).replace('-', '_') or 'nhiem_vu'}"
    raise mistake("not-a-key", f"“{text}” không dùng làm tên mục được", hint)


Text = Annotated[str, BeforeValidator(to_line)]
"""Words on one line."""
Prose = Annotated[str, BeforeValidator(to_text)]
"""Words that may run over paragraphs (a blank line parts them)."""
Whole = Annotated[int, BeforeValidator(to_whole)]
Count = Annotated[int, BeforeValidator(to_count)]
Serial = Annotated[int, BeforeValidator(to_serial)]
Year = Annotated[int, BeforeValidator(to_year)]
Number = Annotated[Decimal, BeforeValidator(to_number)]
Amount = Annotated[Decimal, BeforeValidator(to_amount)]
Day = Annotated[date, BeforeValidator(to_day)]
YesNo = Annotated[bool, BeforeValidator(to_yes_no)]
Month = Annotated[int, BeforeValidator(to_month)]
Hour = Annotated[str, BeforeValidator(to_hour)]
Name = Annotated[str, BeforeValidator(to_name)]
Key = Annotated[str, BeforeValidator(to_key)]
