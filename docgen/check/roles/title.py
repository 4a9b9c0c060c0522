"""Ô 5a: tên loại, trích yếu and the rule below; “(Kèm theo …)” of an attached document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.check.layout import Paragraph, Rule
from docgen.check.roles.header import is_title
from docgen.check.roles.headings import split_number
from docgen.check.roles.kinds import is_internal, kind_named
from docgen.check.roles.marks import KEM_THEO, KINH_GUI, is_copy, mark
from docgen.check.roles.text import (
    Item,
    is_bold,
    is_caps,
    is_data,
    is_empty,
    joined,
    key,
    lines,
    rule_of,
    rule_under,
)

_STEPS = 4  # lines that may stand before the title: stamps, a note
CAN_CU = re.compile(
    r"[-+ ]*(can cu|theo de nghi|xet (de nghi|to trinh|bao cao|don|thay)|tren co so de nghi)\b"
)
ENACTS = re.compile(r"(nay )?(quyet dinh|quyet nghi|chi thi|nghi quyet) ?[:.]?$")
_AUTHORITY = re.compile(
    r"(uy ban|hoi dong|chu tich|giam doc|hieu truong|truong (phong|ban)|bo truong|thu tuong"
    r"|thu truong|cuc truong|chi cuc truong|chinh phu|quoc hoi|tong giam doc|thuong truc"
    r"|chanh|vien truong|tham quyen|ban chi dao|ban thuong)\b"
)


@dataclass(slots=True)
class Title:
    """What was found; *end* is the first item after it."""

    ten_loai: Paragraph | None = None
    trich_yeu: tuple[Paragraph, ...] = ()
    rule: Rule | None = None
    kem_theo: Paragraph | None = None
    so: Paragraph | None = None
    end: int = 0


def opened(items: Sequence[Item]) -> list[Item]:
    """Return *items* with the first ones opened: titles in layout tables, lines in one paragraph."""
    done: list[Item] = []
    for n, item in enumerate(items):
        table = item.table
        shut = table is not None and (is_data(table) or not any(map(is_title, item.paragraphs)))
        pieces = [line for one in item.paragraphs for line in lines(one)]
        if n > 2 * _STEPS or shut or len(pieces) < 2:
            done.append(item)
        else:
            done += [Item(piece, item.section, item.block) for piece in pieces]
    return done


def after_title(items: Sequence[Item], title: Title) -> list[Item]:
    """Return what follows *title*; a block that it took no piece of is whole again."""
    taken = {id(item.whole) for item in items[: title.end]}
    done: list[Item] = []
    for item in items[title.end :]:
        if item.whole is None or id(item.whole) in taken:
            done.append(item)
        elif not done or done[-1].block is not item.whole:
            done.append(Item(item.whole, item.section))
    return done


def find_title(items: Sequence[Item], *, headed: bool = True) -> Title:
    """Find ô 5a at the beginning of *items*, which were opened. *headed*: a header stands before."""
    steps = 0
    capitals = not headed  # names of offices above the title of a book, on its cover
    for n, item in enumerate(items):
        one = item.paragraph
        if one is None or steps > _STEPS:
            break
        if is_empty(one):
            continue
        if _stops(one):
            break
        if _names_a_kind(one, first=steps == 0, headed=headed, cover=capitals):
            return _title(items, n, one)
        capitals = capitals and is_caps(one.text)
        if not mark(one.text):
            steps += 1
    return Title()


def _names_a_kind(one: Paragraph, *, first: bool, headed: bool, cover: bool) -> bool:
    shown = one.align == "center" or is_bold(one) or is_caps(one.text)
    if one.boxed or mark(one.text) or is_copy(one.text):
        return False
    if is_title(one):
        return shown
    if not is_caps(one.text) or len(one.text) > 200:
        return False
    if kind_named(one.text, start=True) is not None:
        return shown and first
    if is_internal(one):
        return shown and (first or cover)
    return first and headed and one.align == "center" and is_bold(one)


def _title(items: Sequence[Item], at: int, ten_loai: Paragraph) -> Title:
    title = Title(ten_loai, end=at + 1)
    blank = False
    for n in range(at + 1, len(items)):
        one = items[n].paragraph
        if one is None or title.rule is not None:
            break
        if is_empty(one):
            title.rule = rule_of(one)
            blank = bool(title.trich_yeu)
        elif not _take(title, one, ten_loai, blank=blank):
            break
        title.end = n + 1
    _look_on(title, items)
    title.rule = title.rule or rule_under(ten_loai)
    return title


def _take(title: Title, one: Paragraph, ten_loai: Paragraph, *, blank: bool) -> bool:
    """Take a line below the tên loại if it still belongs to ô 5a."""
    words = key(one.text)
    if KEM_THEO.match(words) and one.text.startswith("("):
        title.kem_theo = one
    elif title.kem_theo is not None and not title.kem_theo.text.endswith(")"):
        title.kem_theo = joined(title.kem_theo, one)
    elif mark(one.text) == "so":  # a contract has its number below its title
        title.so = one
    elif _stops(one) or ENACTS.match(words) or blank:
        return False
    elif _is_subject(one, title.trich_yeu, ten_loai):
        title.trich_yeu = (*title.trich_yeu, one)
        title.rule = rule_under(one)
    else:
        return False
    return True


def _look_on(title: Title, items: Sequence[Item]) -> None:
    """Take what may stand behind the rule: “(Kèm theo …)”, or a line anchored in the next words."""
    for n in range(title.end, min(title.end + 2, len(items))):
        one = items[n].paragraph
        if one is None:
            return
        if is_empty(one):
            continue
        if KEM_THEO.match(key(one.text)) and one.text.startswith("("):
            title.kem_theo, title.end = one, n + 1
        if title.rule is None and one.rules and one.rules[-1].kind == "drawing":
            title.rule = one.rules[-1]
        return


def _is_subject(one: Paragraph, before: tuple[Paragraph, ...], ten_loai: Paragraph) -> bool:
    text = one.text
    if one.boxed or text.endswith(":") or len(text) > 400:
        return False
    kind = kind_named(ten_loai.text)
    enacts = kind is not None and kind.code in ("quyet-dinh", "nghi-quyet")
    if enacts and is_caps(text) and _AUTHORITY.match(key(text)):
        return False
    if one.align == "center":
        return True
    return not before and is_bold(one) and text[-1] not in ".;"


def _stops(one: Paragraph) -> bool:
    words = key(one.text)
    return bool(KINH_GUI.match(words) or CAN_CU.match(words) or split_number(one).level)
