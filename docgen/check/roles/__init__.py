"""From a layout to a sheet: the parts (ô số) of a document, by what they say and where they stand.

Names of styles are never looked at: a stranger's file has others, or none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from docgen.check.layout import Layout
from docgen.check.roles.annexes import find_annexes
from docgen.check.roles.content import Parts, read_text
from docgen.check.roles.header import Header, find_header
from docgen.check.roles.headings import find_headings
from docgen.check.roles.kinds import is_internal, kind_of, scope_of
from docgen.check.roles.level import same_row
from docgen.check.roles.marks import SIGNED_AT, day_of, mark
from docgen.check.roles.names import split_names
from docgen.check.roles.outline import Outline, outline
from docgen.check.roles.signature import Footer
from docgen.check.roles.text import Item, is_blank, key, unwrapped
from docgen.check.roles.title import Title, after_title, find_title, opened
from docgen.check.sheet import Sheet

__all__ = ["recognise"]


def recognise(layout: Layout, *, draft: bool = False, day: date | None = None) -> Sheet:
    """Return *layout* with its parts recognised.

    *draft*: number, day and signature may be open. *day* stands in for a day that ô 4 lacks.
    """
    items = _items(layout)
    header = find_header(items) or Header()
    rest = _after(items, header)
    title = find_title(rest, headed=bool(header.found))
    plan = outline(after_title(rest, title))
    so, vv = header.first("so") or title.so, _letter_lines(header, title)
    parts = read_text(plan.text, kind_of(title.ten_loai, so, letter=bool(vv)))
    kind = kind_of(title.ten_loai, so, letter=bool(vv or parts.kinh_gui))
    sheet = Sheet(
        layout,
        type=kind.code if kind is not None else "",
        draft=draft,
        day=_day(header) or day,
        **{**_header(header), "so": so, "vv": vv},
        **_title(title),
        **_content(parts),
        **_footer(plan.footer),
        tail=plan.tail,
        annexes=find_annexes(plan.annexes, plan.labels, items[: -len(plan.annexes)], layout),
        others=_others(layout, plan, items, draft=draft, day=day),
    )
    return replace(_stamped(sheet, items, header), scope=_scope(sheet, header))


def _items(layout: Layout) -> list[Item]:
    """Return the blocks of all sections, the letterhead first if it stands in a page's header."""
    items = [
        item
        for n, part in enumerate(layout.sections)
        for item in unwrapped(part.blocks, n)
        if not SIGNED_AT.fullmatch(key(item.text))
    ]
    if find_header(items) is not None or not layout.sections:
        return items
    first = layout.sections[0]
    blocks = first.headers.get("first" if first.title_page else "default", ())
    above = list(unwrapped(blocks, 0))
    return [*above, *items] if find_header(above) is not None else items


def _after(items: list[Item], header: Header) -> list[Item]:
    """Return what follows the header: lines left over in its table, then the rest."""
    section = items[header.end].section if header.end < len(items) else 0
    return opened([*(Item(line, section) for line in header.rest), *items[header.end :]])


def _letter_lines(header: Header, title: Title) -> tuple[Any, ...]:
    """Return the lines of 5b; without “V/v” they count only where there is no 5a."""
    found = header.all("vv")
    told = any(mark(line.text) == "vv" for line in found)
    return found if told or title.ten_loai is None else ()


def _header(header: Header) -> dict[str, Any]:
    chu_quan, ban_hanh = split_names(list(header.all("name")))
    names = ("quoc_hieu", "tieu_ngu", "so", "dia_danh_ngay", "do_khan", "do_mat", "luu_hanh")
    return {
        **{name: header.first(name) for name in names},
        "header": header.table,
        "chu_quan": chu_quan,
        "ban_hanh": ban_hanh,
        "tieu_ngu_rule": header.rules.get("tieu_ngu"),
        "ban_hanh_rule": header.rules.get("name"),
        "same_row": same_row(header),
    }


def _title(title: Title) -> dict[str, Any]:
    return {
        "ten_loai": title.ten_loai,
        "trich_yeu": title.trich_yeu,
        "trich_yeu_rule": title.rule,
        "kem_theo": title.kem_theo,
    }


def _content(parts: Parts) -> dict[str, Any]:
    return {
        "kinh_gui": tuple(parts.kinh_gui),
        "can_cu": tuple(parts.can_cu),
        "tham_quyen": tuple(parts.tham_quyen),
        "body": tuple(parts.body),
        "blanks": tuple(one for one in parts.body if is_blank(one)),
        "headings": find_headings(parts.body),
        "tables": tuple(parts.tables),
    }


def _footer(footer: Footer | None) -> dict[str, Any]:
    if footer is None:
        return {}
    others = [signed.other for signed in footer.signers if signed.other is not None]
    return {
        "footer": footer.table,
        "quyen_han": tuple(line for signed in footer.signers for line in signed.powers),
        "chuc_vu_khac": others[0] if others else None,
        "ho_ten": tuple(signed.name for signed in footer.signers if signed.name is not None),
        "noi_nhan_label": footer.label,
        "noi_nhan": tuple(footer.places),
        "luu": footer.luu,
        "nguoi_soan": footer.drafter,
    }


def _day(header: Header) -> date | None:
    line = header.first("dia_danh_ngay")
    return day_of(line.text) if line is not None else None


def _stamped(sheet: Sheet, items: list[Item], header: Header) -> Sheet:
    """Take stamps (độ khẩn, độ mật, phạm vi) that float in boxes about the header."""
    found: dict[str, Any] = {}
    for item in items[: header.end + 12]:
        for one in item.paragraphs:
            role = mark(one.text)
            if role in ("do_khan", "do_mat", "luu_hanh") and getattr(sheet, role) is None:
                found.setdefault(role, one)
    return replace(sheet, **found)


def _scope(sheet: Sheet, header: Header) -> str:
    names = (*sheet.chu_quan, *sheet.ban_hanh)
    scope = scope_of(header.first("quoc_hieu"), sheet.so, names, sheet.ten_loai, sheet.ban_hanh)
    if scope or sheet.type:
        return scope if scope or sheet.quoc_hieu or _known(sheet) else "khong-ro"
    if is_internal(sheet.ten_loai):
        return "noi-bo"
    if sheet.annexes and not header.found:
        return "phu-luc"
    return "" if sheet.quoc_hieu is not None or _known(sheet) else "khong-ro"


def _known(sheet: Sheet) -> bool:
    """Tell whether enough is there to judge a document that lacks its Quốc hiệu."""
    signs = (sheet.so, sheet.dia_danh_ngay, sheet.tieu_ngu, sheet.noi_nhan_label, sheet.type)
    return sheet.kem_theo is not None or sum(1 for sign in signs if sign) > 1


def _others(
    layout: Layout, plan: Outline, items: list[Item], *, draft: bool, day: date | None
) -> tuple[Sheet, ...]:
    """Recognise the document that follows in the same file, on the rest of the layout."""
    if plan.other is None:
        return ()
    block = plan.other.whole or plan.other.block
    start = next((n for n, item in enumerate(items) if item.block is block), len(items))
    parts = [
        replace(
            section, blocks=tuple(item.block for item in items[start:] if item.section == number)
        )
        for number, section in enumerate(layout.sections)
    ]
    rest = replace(layout, sections=tuple(part for part in parts if part.blocks))
    sheet = recognise(rest, draft=draft, day=day)
    return (replace(sheet, others=()), *sheet.others)
