"""Kinds of documents that are cited, the normative ones too, and what stands for them in signs."""

from __future__ import annotations

from docgen.vietnamese.document_types import TYPES

_NORMATIVE = {
    "Nghị định": "NĐ",
    "Thông tư": "TT",
    "Thông tư liên tịch": "TTLT",
    "Nghị quyết liên tịch": "NQLT",
}
SIGNS: dict[str, str] = {
    **{kind.name: kind.abbreviation for kind in TYPES.values() if not kind.copy},
    **_NORMATIVE,
}
"""Names of kinds, each with the abbreviation that its sign begins with (none for công văn)."""

NUMBERED = tuple(
    sorted((name for name in SIGNS if name != "Thư công"), key=lambda name: (-len(name), name))
)
"""Names of kinds that carry numbers, the longer before what they begin with."""

KNOWN = frozenset(sign for sign in SIGNS.values() if sign)
