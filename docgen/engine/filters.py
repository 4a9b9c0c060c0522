"""Filters of templates: ``{{ ngay | ngay_thang }}``. Whatever is empty passes through as its gap.

Jinja's own are kept where they are sure: no chance, no unescaped markup, no size without limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import wraps
from typing import Any

import jinja2
from jinja2.filters import FILTERS as JINJA
from jinja2.filters import make_attrgetter
from markupsafe import Markup

from docgen.context.values import Gap
from docgen.engine.language import Templates, said, whole
from docgen.engine.text import words_in
from docgen.vietnamese import dates, numbers
from docgen.vietnamese.widths import evenly

_KEPT = (
    "abs", "batch", "count", "dictsort", "first", "groupby", "int", "last", "length", "list",
    "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select",
    "selectattr", "slice", "sort", "sum", "trim", "unique",
)  # fmt: skip
_COUNTS = ("count", "length", "list")  # true of an empty list too
_FIRST_LETTER = re.compile(r"^(\W*)([^\W\d_])")

Filter = Callable[..., Any]


def in_words(value: int | Decimal) -> str:
    """Return a number in words."""
    return (
        numbers.decimal_in_words(value) if isinstance(value, Decimal) else numbers.in_words(value)
    )


def _passing_gaps(function: Filter) -> Filter:
    """Let gaps and unknown names through before *function* makes something else of them."""
    # Jinja gives the filters that ask for it an environment before the value
    at = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def filtered(*args: Any, **options: Any) -> Any:
        value = args[at]
        if isinstance(value, jinja2.Undefined):
            return str(value)  # raises, telling the name
        return value if isinstance(value, Gap) else function(*args, **options)

    return filtered


def _of(name: str, kinds: type | tuple[type, ...], what: str, tell: Callable[[Any], str]) -> Filter:
    """Return the filter *name* for values of some kinds; others are refused in a sentence."""

    def filtered(value: Any) -> str:
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise TypeError(f"bộ lọc “{name}” cần {what}, ở đây là “{value}”")
        return tell(value)

    return filtered


def _upper(words: str) -> str:
    return words.upper()


def _lower(words: str) -> str:
    return words.lower()


def _first_upper(words: str) -> str:
    return _FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), words)


def _without_stop(value: Any) -> Any:
    """Drop a full stop or semicolon at the end, so that the template can set its own."""
    return value if isinstance(value, Markup) else re.sub(r"[.;\s]+$", "", said(value))


def _on_words(change: Callable[[str], str], *, first: bool = False) -> Filter:
    """Return a filter that changes words; in markup, not the tags between them."""

    def filtered(value: Any) -> str:
        words = said(value)
        if not isinstance(words, Markup):
            return change(words)
        pieces = words_in(words)
        places = [at for at in range(0, len(pieces), 2) if pieces[at].strip()]
        for at in places[:1] if first else places:
            pieces[at] = change(pieces[at])
        return Markup("".join(pieces))

    return filtered


@jinja2.pass_environment
def _join(env: Templates, items: Any, between: str = "", attribute: str | None = None) -> str:
    """Join what each item says; an empty one is its gap."""
    if attribute is not None:
        items = map(make_attrgetter(env, attribute), items)
    told: list[Any] = []
    for item in items:
        told += [between, item] if told else [item]
    return env.concatenated(told)


def _default(value: Any, instead: Any = "") -> Any:
    """Return *instead* where the office wrote nothing; an unknown name is a mistake all the same."""
    if isinstance(value, jinja2.Undefined):
        return str(value)
    return instead if isinstance(value, Gap) else value


def _even(value: Any, rong: float = 165.0, co: float = 14.0, dam: Any = True) -> Any:  # noqa: FBT002 - as templates write it
    """Break words so that their lines in *rong* mm come out even: no word alone on the last one."""
    words = said(value)
    return words if isinstance(words, Markup) else evenly(words, rong, co, bold=bool(dam))


def _same(value: Any) -> Any:
    return value


_OURS: dict[str, Filter] = {
    "ngay": _of("ngay", date, "một ngày", dates.short_date),
    "ngay_thang": _of("ngay_thang", date, "một ngày", dates.day_month),
    "ngay_dai": _of("ngay_dai", date, "một ngày", dates.long_date),
    "thang": _of("thang", int, "một tháng", dates.month_shown),
    "so": _of("so", (int, Decimal), "một số", numbers.grouped),
    "hai_chu_so": _of("hai_chu_so", int, "một số nguyên", numbers.padded),
    "bang_chu": _of("bang_chu", (int, Decimal), "một số", in_words),
    "hoa": _on_words(_upper),
    "upper": _on_words(_upper),
    "lower": _on_words(_lower),
    "hoa_dau": _on_words(_first_upper, first=True),
    "bo_cham": _without_stop,
    "can_dong": _even,
    "join": _join,
    "e": _same,  # docgen escapes by itself; who is used to docxtpl still writes this
    "escape": _same,
}
FILTERS: dict[str, Filter] = {
    **{name: _passing_gaps(JINJA[name]) for name in _KEPT if name not in _COUNTS},
    **{name: JINJA[name] for name in _COUNTS},
    **{name: _passing_gaps(function) for name, function in _OURS.items()},
    "default": _default,
    "d": _default,
    "khoi": whole,
}
