"""Figures as they are printed: 1.234,5 · 98,5% · counts below 10 as 05 in a sentence."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from docgen.figures.figure import Figure
from docgen.model.indicator import ChiTieu
from docgen.vietnamese.numbers import grouped, padded

_HUNDREDTH = Decimal("0.01")


def number(value: Decimal, decimals: int | None = None) -> str:
    """Return “1.234,5”; *decimals* are kept as asked, else as many as there are."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return grouped(value)


def percent(ratio: Decimal) -> str:
    """Return “99,86%” for a ratio: two decimals at most, none that is zero at the end.

    Only what is whole is 100%, and only nothing is 0%: a ratio near them keeps its distance.
    """
    value = (ratio * 100).quantize(_HUNDREDTH, ROUND_HALF_UP)
    if value == 100 and ratio != 1:
        value += _HUNDREDTH if ratio > 1 else -_HUNDREDTH
    if value == 0 and ratio > 0:
        value = _HUNDREDTH
    text = number(value)
    return f"{text.rstrip('0').rstrip(',') if ',' in text else text}%"


def plain(one: ChiTieu, figure: Figure) -> str:
    """Return a figure as a cell of a table shows it; one that is not known is empty."""
    if figure.levels:
        return "; ".join(f"{level}: {count}" for level, count in figure.levels)
    value = figure.value
    if value is None:
        return ""
    if one.kieu == "có/không" and figure.out_of is not None:
        return f"{number(Decimal(str(figure.number or 0)))}/{figure.out_of}"
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, str):
        return value
    return _number(one, value)


def in_prose(one: ChiTieu, figure: Figure) -> str:
    """Return a figure as a sentence says it: 05 hội nghị, 1.234 lượt, 98,5%, 250 triệu đồng."""
    value = figure.number
    counts = one.kieu == "số nguyên" and not one.percent and not isinstance(figure.value, bool)
    if counts and value is not None and not figure.levels and value == int(value):
        return padded(int(value)) if value < 1000 else grouped(value)
    text = plain(one, figure)
    return text.removesuffix(",0") if one.kieu == "số" and not one.percent else text


def _number(one: ChiTieu, value: Decimal) -> str:
    if one.percent:
        return percent(value)
    return number(value, 1 if one.kieu == "số" or value != int(value) else 0)
