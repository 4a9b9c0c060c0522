"""Formulas of a form: sums and ratios of indicators, and conditions between them.

A formula is ``don_ky_truoc + don_tiep_nhan - don_giai_quyet`` or ``da_xong / (cu + moi)``; a
condition puts ``<=``, ``>=`` or ``=`` between two.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from docgen.model.types import mistake

_TOKEN = re.compile(r"\s*(?:([a-z][a-z0-9_]*)|(\d+)|(<=|>=|[=+\-*/()]))")
_SIGNS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_COMPARISONS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "=": operator.eq,
}
_HINT = "ví dụ  don_giai_quyet / (don_ky_truoc + don_tiep_nhan)"
_LONGEST = 200
"""The most names, numbers and signs of a formula: each bracket takes a place on the stack."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A value: a number, a name, or a sign between two values."""

    sign: str = ""
    left: Formula | None = None
    right: Formula | None = None
    name: str = ""
    number: Decimal | None = None

    def names(self) -> tuple[str, ...]:
        """Return the indicators that it stands on, in order."""
        if self.name:
            return (self.name,)
        below = [side.names() for side in (self.left, self.right) if side]
        return tuple(dict.fromkeys(name for names in below for name in names))

    def value(self, figures: Mapping[str, Decimal | None]) -> Decimal | None:
        """Return the value, or None where a figure is not known or nothing is shared out."""
        if self.name:
            return figures.get(self.name)
        if self.left is None or self.right is None:
            return self.number
        left, right = self.left.value(figures), self.right.value(figures)
        if left is None or right is None or (self.sign == "/" and right == 0):
            return None
        return _SIGNS[self.sign](left, right)


@dataclass(frozen=True, slots=True)
class Condition:
    """A comparison of two formulas."""

    sign: str
    left: Formula
    right: Formula

    def names(self) -> tuple[str, ...]:
        """Return the indicators that it compares, in order."""
        return tuple(dict.fromkeys((*self.left.names(), *self.right.names())))

    def holds(self, figures: Mapping[str, Decimal | None]) -> bool | None:
        """Tell whether it holds, or None where a figure is not known."""
        left, right = self.left.value(figures), self.right.value(figures)
        if left is None or right is None:
            return None
        return _COMPARISONS[self.sign](left, right)


@lru_cache(maxsize=512)
def read_formula(text: str) -> Formula:
    """Return the formula in *text*."""
    reader = _Reader(text)
    found = reader.sum()
    reader.finish()
    return found


@lru_cache(maxsize=512)
def read_condition(text: str) -> Condition:
    """Return the condition in *text*."""
    reader = _Reader(text)
    left = reader.sum()
    sign = reader.take(*_COMPARISONS)
    if not sign:
        hint = "ví dụ  da_cong_khai <= phai_cong_khai"
        raise mistake("formula-form", f"“{text}” chưa có dấu so sánh <=, >= hoặc =", hint)
    right = reader.sum()
    reader.finish()
    return Condition(sign, left, right)


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(self._split())
        self.at = 0
        if len(self.tokens) > _LONGEST:
            hint = "tách thành nhiều chỉ tiêu tính ra"
            raise mistake("formula-form", f"công thức dài quá {_LONGEST} chữ và dấu", hint)

    def _split(self) -> Iterator[str]:
        at = 0
        while self.text[at:].strip():
            match = _TOKEN.match(self.text, at)
            if not match:
                raise self._wrong(self.text[at:].strip())
            yield match[0].strip()
            at = match.end()

    def _wrong(self, word: str) -> Exception:
        sentence = f"công thức “{self.text}” không đọc được ở “{word}”"
        return mistake("formula-form", sentence, _HINT, word)

    def take(self, *signs: str) -> str:
        """Return the next token if it is one of *signs*, and step over it."""
        if self.at < len(self.tokens) and self.tokens[self.at] in signs:
            self.at += 1
            return self.tokens[self.at - 1]
        return ""

    def finish(self) -> None:
        """Refuse what is left over."""
        if self.at < len(self.tokens):
            raise self._wrong(self.tokens[self.at])

    def sum(self) -> Formula:
        """Read terms with + and - between them."""
        found = self._product()
        while sign := self.take("+", "-"):
            found = Formula(sign, found, self._product())
        return found

    def _product(self) -> Formula:
        found = self._single()
        while sign := self.take("*", "/"):
            found = Formula(sign, found, self._single())
        return found

    def _single(self) -> Formula:
        if self.take("("):
            found = self.sum()
            if not self.take(")"):
                raise self._wrong(self.text)
            return found
        word = self.tokens[self.at] if self.at < len(self.tokens) else ""
        if not re.fullmatch("[a-z0-9_]+", word):
            raise self._wrong(word or self.text)
        self.at += 1
        return Formula(number=Decimal(word)) if word.isdecimal() else Formula(name=word)
