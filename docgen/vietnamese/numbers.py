"""Numbers: read aloud (đọc số), in figures, Roman, and padded as the decree wants."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

_BILLION = 10**9
_GROUPS = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))
_ORDINALS = {1: "nhất", 4: "tư"}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def in_words(n: int) -> str:
    """Return *n* as offices of the North read it: 2026 is "hai nghìn không trăm hai mươi sáu".

    A group after a higher one reads its hundreds, even none; groups of zeros are silent. Above a
    billion, the count of billions is read and "tỷ" said after it: 10¹⁵ is "một triệu tỷ".
    """
    if n < 0:
        return f"âm {in_words(-n)}"
    if n == 0:
        return "không"
    words: list[str] = []
    for block in _blocks(n):
        if words:
            words.append("tỷ")
        words += _block_in_words(block, led=bool(words))
    return " ".join(words)


def _blocks(n: int) -> list[int]:
    """Return the digits of *n* > 0 in base one billion, highest first."""
    blocks = []
    while n:
        n, block = divmod(n, _BILLION)
        blocks.append(block)
    return blocks[::-1]


def _block_in_words(block: int, *, led: bool) -> Iterator[str]:
    """Read a number below a billion; *led* says that something higher was read before it."""
    for scale, name in _GROUPS:
        group = block // scale % 1000
        if group:
            yield from _group_in_words(group, led=led)
            if name:
                yield name
            led = True


def _group_in_words(group: int, *, led: bool) -> Iterator[str]:
    hundreds, rest = divmod(group, 100)
    if hundreds or led:
        yield f"{_below_hundred(hundreds)} trăm"
        if 0 < rest < 10:
            yield "linh"
    if rest:
        yield _below_hundred(rest)


@cache
def _below_hundred(n: int) -> str:
    # Imported when first needed: num2words loads every language it knows. It is right in
    # Vietnamese below one hundred only, and there it says "bốn" where offices say "tư".
    from num2words import num2words  # noqa: PLC0415

    words: str = num2words(n, lang="vi")
    return f"{words.removesuffix('bốn')}tư" if n > 20 and n % 10 == 4 else words


def decimal_in_words(value: Decimal) -> str:
    """Return *value* read aloud: 12,5 is "mười hai phẩy năm", 1,05 "một phẩy không năm".

    Zeros after the comma are read one by one, then up to three figures as a number and more of
    them one by one; zeros at the end are silent. Raise ValueError if *value* is no finite number.
    """
    _refuse_infinite(value)
    # copy_abs, because abs() rounds to the 28 figures of the decimal context
    whole, _, fraction = format(value.copy_abs(), "f").partition(".")
    figures = fraction.rstrip("0")
    words = in_words(int(whole))
    if figures:
        words = f"{words} phẩy {_fraction_in_words(figures)}"
    return f"âm {words}" if value < 0 else words


def _fraction_in_words(figures: str) -> str:
    number = figures.lstrip("0")
    zeros = ["không"] * (len(figures) - len(number))
    parts = [number] if len(number) <= 3 else list(number)
    return " ".join([*zeros, *(in_words(int(part)) for part in parts)])


def ordinal(n: int) -> str:
    """Return the *n*-th in words: "thứ nhất", "thứ hai", "thứ ba", "thứ tư".

    Raise ValueError below 1.
    """
    if n < 1:
        raise ValueError(f"Không có thứ tự {n}: thứ tự đếm từ 1.")
    return f"thứ {_ORDINALS.get(n) or in_words(n)}"


def roman(n: int) -> str:
    """Return *n* in Roman figures, which number parts, chapters and annexes.

    Raise ValueError outside 1…3999.
    Source: điểm đ khoản 6 Mục II and điểm a khoản 1 Mục III Phần I Phụ lục I NĐ 30/2020/NĐ-CP.
    """
    if not 1 <= n <= 3999:
        raise ValueError(f"Không viết được {n} bằng chữ số La Mã: chỉ từ 1 đến 3999.")
    figures = ""
    for value, figure in _ROMAN:
        count, n = divmod(n, value)
        figures += figure * count
    return figures


def grouped(value: int | Decimal) -> str:
    """Return *value* in figures, a dot between thousands, a comma before decimals: "1.234.567,8".

    A Decimal keeps the decimals it was given. Years and numbers of documents are never grouped.
    Raise ValueError if *value* is no finite number.
    """
    if isinstance(value, Decimal):
        _refuse_infinite(value)
        # copy_abs: a zero has no sign
        figures = format(value or value.copy_abs(), ",f")
    else:
        figures = format(value, ",")
    return figures.translate(str.maketrans(",.", ".,"))


def padded(n: int) -> str:
    """Return *n* in figures, with a zero before it below 10: "05", "12". Never grouped.

    Raise ValueError if *n* is negative.
    Source: điểm c khoản 3 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP.
    """
    if n < 0:
        raise ValueError(f"Số {n} là số âm: số văn bản và số lượng không âm.")
    return f"{n:02}"


def _refuse_infinite(value: Decimal) -> None:
    if not value.is_finite():
        raise ValueError(f"“{value}” không phải là một số.")
