"""Ô 6 and 9a: Kính gửi, căn cứ, the enacting words, the text, its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.check.layout import Paragraph, Table
from docgen.check.roles.headings import split_number
from docgen.check.roles.marks import KINH_GUI
from docgen.check.roles.text import Item, is_caps, is_data, is_empty, is_italic, key, lines
from docgen.check.roles.title import CAN_CU, ENACTS
from docgen.vietnamese.document_types import Kind

_ADDRESSEE_MM = 20.0


@dataclass(slots=True)
class Parts:
    """What was found."""

    kinh_gui: list[Paragraph] = field(default_factory=list)
    can_cu: list[Paragraph] = field(default_factory=list)
    tham_quyen: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    wired: list[Paragraph] = field(default_factory=list)  # addressees of a công điện


def read_text(items: Sequence[Item], kind: Kind | None) -> Parts:
    """Read what stands between the title and the footer."""
    parts = Parts()
    for item in items:
        if item.table is not None:
            _take_table(parts, item.table, item)
            continue
        one = item.paragraphs[0]
        if is_empty(one) or one.boxed:
            continue
        if not parts.body and _opens(parts, one, kind):
            continue
        if _enacts(one):
            parts.tham_quyen.append(one)
        else:
            parts.body.append(one)
    return parts


def _take_table(parts: Parts, table: Table, item: Item) -> None:
    words = [one for one in item.paragraphs if not is_empty(one)]
    if not parts.body and not is_data(table):
        if words and any(KINH_GUI.match(key(one.text)) for one in words):
            parts.kinh_gui += [line for one in words for line in lines(one)]
            return
        # Mẫu 1.6 Phụ lục III: the addressees of a công điện stand in a table, without “Kính gửi”
        if words and all(key(one.text).startswith("-") for one in words):
            return
    parts.tables.append(table)


def _opens(parts: Parts, one: Paragraph, kind: Kind | None) -> bool:
    """Take *one* if it still belongs before the text."""
    words = key(one.text)
    if KINH_GUI.match(words) and not parts.kinh_gui:
        parts.kinh_gui += lines(one)
    elif parts.kinh_gui and not parts.can_cu and _is_addressee(parts.kinh_gui, one):
        parts.kinh_gui.append(one)
    elif _enacts(one) or _is_authority(one) or _telegraphs(one, kind):
        parts.tham_quyen.append(one)
    elif _wired(parts, kind) and _is_addressee([parts.tham_quyen[-1], *parts.wired], one):
        parts.wired.append(one)
    elif _is_ground(one, parts.can_cu, kind):
        parts.can_cu.append(one)
    else:
        return False
    return True


def _is_addressee(before: list[Paragraph], one: Paragraph) -> bool:
    """Tell whether *one* goes on with the list under “Kính gửi”; a full stop ends the list."""
    last, text = before[-1].text, one.text
    alone = len(before) == 1
    if last.endswith(".") or (alone and not last.endswith((":", ";", "gửi", ","))):
        return False
    if key(text).startswith("-") or one.number.strip() in ("-", "–", "•"):
        return len(text) < 250
    loose = one.align == "center" or one.left_mm >= _ADDRESSEE_MM or one.tabs_before > 1
    return (loose or (not alone and last.endswith(";"))) and len(text) < 250


def _enacts(one: Paragraph) -> bool:
    return is_caps(one.text) and bool(ENACTS.match(key(one.text))) and one.align != "both"


def _is_authority(one: Paragraph) -> bool:
    """Tell whether *one* is the line of who decides: “ỦY BAN NHÂN DÂN PHƯỜNG …”."""
    if one.align != "center" or not is_caps(one.text) or len(one.text) > 120:
        return False
    return not split_number(one).level


def _telegraphs(one: Paragraph, kind: Kind | None) -> bool:
    """Tell whether *one* is the line of who sends a công điện: “CHỦ TỊCH … điện:”."""
    return kind is not None and kind.code == "cong-dien" and key(one.text).endswith(" dien:")


def _wired(parts: Parts, kind: Kind | None) -> bool:
    """Tell whether the addressees of a công điện follow: Mẫu 1.6 Phụ lục III has no “Kính gửi”."""
    return kind is not None and kind.code == "cong-dien" and bool(parts.tham_quyen)


def _is_ground(one: Paragraph, before: list[Paragraph], kind: Kind | None) -> bool:
    text, words = one.text, key(one.text)
    end = text[-1:]
    if CAN_CU.match(words):
        if end == ";" or is_italic(one):
            return True
        # “Căn cứ Công văn số …, UBND phường báo cáo như sau:” is the text already
        return end != ":" and kind is not None and kind.can_cu
    if not before or split_number(one).level or end == ":":
        return False
    return is_italic(one) and not before[-1].text.endswith(".")
