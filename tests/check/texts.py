"""Plans with other words in their text: `says("…")`, `headed(("khoan", "1.", "Mục đích"))`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docgen.check.layout import Paragraph
from docgen.check.sheet import Heading, Sheet
from tests.check.cases import found
from tests.check.sheets import centred, plan, prose, swapped, with_body

FIRST = "đoạn 20"  # where the words of `says` begin
_CENTRED = ("phan", "chuong", "muc-lon", "tieu-muc")


def says(*texts: str) -> Sheet:
    """Return the plan with these paragraphs for its text."""
    return with_body(plan(), *texts)


def put(*body: Paragraph, **roles: Any) -> Sheet:
    """Return the plan with these paragraphs of any format for its text."""
    sheet = says("…")
    section = sheet.layout.sections[0]
    at = next(n for n, block in enumerate(section.blocks) if block is sheet.body[0])
    blocks = (*section.blocks[:at], *body, *section.blocks[at + 1 :])
    sheet = swapped(sheet, section, replace(section, blocks=blocks))
    return replace(sheet, **{"body": body, **roles})


def headed(*parts: tuple[str, str, str], **how: Any) -> Sheet:
    """Return the plan with these parts: level, number, words; a title has no stop at its end.

    The words of “Chương I” are the title below it. *how* is format of all paragraphs.
    """
    body: list[Paragraph] = []
    heads: list[Heading] = []
    for at, (level, number, words) in enumerate(parts, start=20):
        if level in _CENTRED:
            label = centred(number, f"đoạn {at}", **{"bold": True, **how})
            below = (centred(words, f"đoạn {at}b", **{"bold": True, **how}),) if words else ()
            heads.append(Heading(level, number, words, label, below))
            body += [label, *below]
            continue
        titled = bool(level) and words[-1:] not in (".", ";") and level != "diem"
        each = prose(f"{number} {words}".strip(), at, **{"bold": titled, **how})
        body.append(each)
        if level:
            heads.append(Heading(level, number, words if titled else "", each))
    return put(*body, headings=tuple(heads))


def words_of(sheet: Sheet, rule: str) -> list[str]:
    """Return only the words of the hits of a rule."""
    return [words for _, words, _ in found(sheet, rule)]
