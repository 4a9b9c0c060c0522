"""Mends of the page: paper, margins, and where its number stands."""

from __future__ import annotations

from collections.abc import Callable

from docgen.check.facts.names import Element, W
from docgen.check.fix import markup
from docgen.check.fix.desk import Desk
from docgen.check.fix.letters import Case, centre, usual_size
from docgen.check.fix.numbers import alone, bare, clear, has_room, place_number
from docgen.check.layout import Place, Section
from docgen.check.rules.page import EDGES, page_numbers

_TWIPS = 1440 / 25.4
_LEAST = {"header": "708", "footer": "708", "gutter": "0"}
"""What w:pgMar must tell (17.6.11 of ECMA-376-1), as Word sets it."""
_BESIDE = "cạnh số trang có chữ, hình, ký hiệu hay trường khác"


def _section(case: Case) -> Section:
    """Return the section that a fault is about: an annex's own, else the one it names."""
    where = case.finding.hit.where
    for annex in case.sheet.annexes:
        if annex.label.place == where and annex.section is not None:
            return annex.section
    every = case.sheet.layout.sections
    return every[where.section - 1] if where.section <= len(every) else every[0]


def _setup(case: Case) -> Element:
    return case.desk.setup(case.desk.section(_section(case)))


def paper(case: Case) -> None:
    """Set A4, lying where it lay."""
    node, section = markup.child(_setup(case), "pgSz"), _section(case)
    sides = [case.options[name] * _TWIPS for name in ("width_mm", "height_mm")]
    width, height = sides[::-1] if section.width_mm > section.height_mm else sides
    node.attrib.pop(W + "code", None)
    node.set(W + "w", f"{width:.0f}")
    node.set(W + "h", f"{height:.0f}")


def margins(case: Case) -> None:
    """Set each margin that is out of its range to the nearest in it."""
    node, section = markup.child(_setup(case), "pgMar"), _section(case)
    off = case.options["tolerance_mm"]
    for name, least in _LEAST.items():
        node.set(W + name, node.get(W + name, least))
    for edge in EDGES:
        low, high = case.options[edge]
        gutter = section.gutter_mm * (edge == "left")
        margin = getattr(section, f"{edge}_mm") + gutter
        wanted = min(max(margin, low), high)
        if not low - off <= margin <= high + off:
            if gutter:
                node.set(W + "gutter", "0")
            margin = wanted
        elif node.get(W + edge) is not None:
            continue
        node.set(W + edge, f"{(margin - gutter * (margin != wanted)) * _TWIPS:.0f}")


def first_page(case: Case) -> None:
    """Hide the number of the first page, if nothing else would be hidden with it."""
    section = case.sheet.layout.sections[0]
    if case.finding.rule.id == "annex-first-page":
        section = _section(case)
    hide_first(case.desk, section)


def hide_first(desk: Desk, section: Section) -> None:
    """Give a section a first page of its own kind, without a number."""
    if section.title_page:
        for side in (section.headers, section.footers):
            for each in page_numbers(side.get("first", ())):
                _clear(desk, each.place)
        return
    if all(_bare(desk, section, kind) for kind in ("default", "first")):
        markup.child(desk.setup(desk.section(section)), "titlePg")
    else:
        desk.leave(
            f"phần {desk.section(section) + 1}: đầu, chân trang còn có chữ, hình hay trường khác, "
            "docgen không ẩn ở trang đầu; tự chọn Different First Page trong Word"
        )


def _bare(desk: Desk, section: Section, kind: str) -> bool:
    pages = desk.reading.pages[desk.section(section)]
    sides = ((section.headers, pages.headers), (section.footers, pages.footers))
    return all(
        bare(blocks.get(kind, ()), desk.reading.stories.get(desk.part(keys.get(kind, ""))))
        for blocks, keys in sides
    )


def present(case: Case) -> None:
    """Put a number in the header of a section that has none."""
    _place(case, _section(case))


def _place(case: Case, section: Section) -> bool:
    """Put a number into each header of a section that lacks it, if all have room."""
    kinds = ["default", "even"] if section.even_and_odd else ["default"]
    lacking = [kind for kind in kinds if not page_numbers(section.headers.get(kind, ()))]
    number = case.desk.section(section)
    if not all(has_room(case.desk, number, kind) for kind in lacking):
        case.desk.leave(
            f"phần {number + 1}: đầu trang đã có trường khác; tự chèn số trang vào giữa đầu trang"
        )
        return False
    size = usual_size(case.sheet)
    placed = [place_number(case.desk, number, kind, size) for kind in lacking]
    return all(placed)


def position(case: Case) -> None:
    """Move the number from the footer to the header, or to the middle of it."""
    node = case.desk.node(case.finding.hit.where)
    section = _section(case)
    below = [each for side in section.footers.values() for each in page_numbers(side)]
    nodes = [case.desk.node(each.place) for each in below]
    if not all(each is not None and alone(each) for each in (nodes if node is None else [node])):
        where = (
            case.finding.hit.where.words
            if node is not None
            else f"phần {case.desk.section(section) + 1}"
        )
        case.desk.leave(f"{where}: {_BESIDE}; tự chuyển số trang lên giữa đầu trang")
    elif node is not None:
        for run in markup.runs(node):
            for sign in run.findall(W + "tab") + run.findall(W + "ptab"):
                run.remove(sign)
        centre(node)
    elif not any(each.boxed for each in below) and _place(case, section):
        for each in nodes:
            clear(each)


def _clear(desk: Desk, where: Place) -> None:
    """Take the number out of a paragraph, if it holds nothing else."""
    node = desk.node(where)
    if node is not None and alone(node):
        clear(node)
    else:
        desk.leave(f"{where.words}: {_BESIDE}; tự bỏ số trang ở trang đầu")


def digits(case: Case) -> None:
    """Count in Arabic figures."""
    node = markup.child(_setup(case), "pgNumType")
    node.set(W + "fmt", "decimal")


def anew(case: Case) -> None:
    """Count the pages of an annex from 1, where it has a section of its own."""
    where = case.finding.hit.where
    annexes = [each for each in case.sheet.annexes if each.label.place == where]
    if annexes and annexes[0].own_section and annexes[0].section is not None:
        markup.child(_setup(case), "pgNumType").set(W + "start", "1")


PAGES: dict[str, Callable[[Case], None]] = {
    "paper-size": paper,
    "page-margins": margins,
    "page-number-present": present,
    "page-number-position": position,
    "page-number-format": digits,
    "page-number-first": first_page,
    "annex-pages": anew,
    "annex-first-page": first_page,
}
"""How faults of the page are mended, by the id of the rule."""
