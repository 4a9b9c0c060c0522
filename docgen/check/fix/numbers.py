"""The field that prints the number of a page: put into headers, taken from where it may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.check.facts.fields import instruction
from docgen.check.facts.names import Element, W
from docgen.check.facts.package import open_package
from docgen.check.fix import markup
from docgen.check.fix.desk import Desk
from docgen.check.layout import Block, paragraphs

_W = W[1:-1]
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_TYPES = "[Content_Types].xml"
_KEPT = (W + "pPr", W + "bookmarkStart", W + "bookmarkEnd")
_QUIET = (
    *_KEPT,
    *(W + name for name in ("rPr", "proofErr", "lastRenderedPageBreak", "sdtPr", "sdtEndPr")),
)
_HOLDERS = (W + "sdt", W + "sdtContent")
_TABS = (W + "tab", W + "ptab")
_PAGE = re.compile(r"PAGE( \\\* ?\w+)*")


def bare(blocks: tuple[Block, ...], root: Element | None) -> bool:
    """Return whether a header or footer holds nothing but the number of the page."""
    ruled = any(each.rules for each in paragraphs(blocks))
    return not ruled and (root is None or _holds_numbers_alone(root))


def _holds_numbers_alone(node: Element) -> bool:
    return all(
        is_blank(each) or alone(each) if each.tag == W + "p"
        else each.tag in _QUIET or (each.tag in _HOLDERS and _holds_numbers_alone(each))
        for each in node
    )  # fmt: skip


def alone(node: Element) -> bool:
    """Return whether a paragraph holds the number of the page, blanks, tabs and nothing else.

    What prints in some way that is not thought of here (signs, equations, other fields, boxes)
    makes it false.
    """
    told: str | None = None  # the instruction of the field that is open
    there = False
    for each in _told(node):
        if each.tag == W + "fldChar":
            kind = each.get(W + "fldCharType")
            if len(each) or (kind == "begin") != (told is None):
                return False
            if kind == "end" and not _is_plain(told or ""):
                return False
            there |= kind == "end"
            told = {"begin": "", "end": None}.get(kind, told)
        elif each.tag == W + "instrText" and told is not None:
            told += each.text or ""
        elif each.tag in (W + "pgNum", W + "fldSimple"):
            there = True
            if each.tag == W + "fldSimple" and not _is_plain(each.get(W + "instr", "")):
                return False
        elif not _is_unseen(each, inside=told is not None):
            return False
    return there and told is None


def is_blank(node: Element) -> bool:
    """Return whether nothing of a paragraph prints."""
    return next(_told(node), None) is None


def _told(node: Element) -> Iterator[Element]:
    """Yield, in order, what a paragraph holds, without its format and without its runs."""
    for each in node:
        if each.tag in _QUIET:
            continue
        if each.tag != W + "r":
            yield each
        if each.tag in (W + "r", W + "fldSimple"):
            yield from _told(each)


def _is_plain(words: str) -> bool:
    """Return whether a field prints the number of the page and no words of its own."""
    return _PAGE.fullmatch(instruction(words)) is not None


def _is_unseen(node: Element, *, inside: bool) -> bool:
    """Return whether a tab, a blank, or a digit *inside* of the field goes with the number."""
    inside |= node.getparent().getparent().tag == W + "fldSimple"
    words = (node.text or "").strip()
    return node.tag in _TABS or (node.tag == W + "t" and (words.isalnum() if inside else not words))


def clear(node: Element | None) -> None:
    """Take the number out of a paragraph that holds nothing else; the paragraph stays."""
    if node is not None and (alone(node) or is_blank(node)):
        for each in list(node):
            if each.tag not in _KEPT:
                node.remove(each)


def has_room(desk: Desk, section: int, kind: str) -> bool:
    """Return whether a number can be put into the header of a section."""
    story = _story(desk, section, kind)
    return story is None or next(story.iter(W + "instrText", W + "fldSimple"), None) is None


def _story(desk: Desk, section: int, kind: str) -> Element | None:
    pages = desk.reading.pages[section]
    return desk.reading.stories.get(desk.part(pages.headers.get(kind, "")))


def place_number(desk: Desk, section: int, kind: str, points: float) -> bool:
    """Put a centred number into the header of a section, a new part perhaps; return if it is there."""
    story = _story(desk, section, kind)
    if story is None:
        return kind in desk.headed or _new_header(desk, section, kind, points)
    if not has_room(desk, section, kind):
        return False
    free = [node for node in story.findall(W + "p") if is_blank(node)]
    _fill(free[0] if free else etree.SubElement(story, W + "p"), points)
    return True


def _fill(node: Element, points: float) -> None:
    """Write the field at the end of an empty paragraph."""
    markup.align(node, "center")
    markup.indent(node, 0, 0, 0)
    for kind, words in (("begin", ""), ("", " PAGE "), ("separate", ""), ("t", "2"), ("end", "")):
        run = etree.SubElement(node, W + "r")
        look = markup.first(run, "rPr")
        fonts = markup.child(look, "rFonts")
        for slot in ("ascii", "hAnsi", "cs"):
            fonts.set(W + slot, "Times New Roman")
        for name in ("b", "i"):
            markup.switch(look, name, on=False)
        markup.black(look)
        markup.size(look, points)
        if words:
            mark = etree.SubElement(run, W + ("t" if kind else "instrText"))
            mark.text = words
            mark.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        else:
            etree.SubElement(run, W + "fldChar").set(W + "fldCharType", kind)


def _new_header(desk: Desk, section: int, kind: str, points: float) -> bool:
    """Make a header part, which later sections inherit; say so in the three places that must know."""
    folder, relations, number = _free(desk)
    key, target = f"rIdTrang{number}", f"/{folder}/header{number}.xml"
    made = f'<%sRelationship Id="{key}" Type="{_OFFICE}/header" Target="{target}"/>'
    typed = f'<%sOverride PartName="{target}" ContentType="{_TYPE}"/>'
    told = {relations: (b"Relationships", made), _TYPES: (b"Types", typed)}
    with open_package(desk.path) as package:
        old = {name: desk.added.get(name) or package.read(name) for name in told}
    new = {part: _with(old[part], *words) for part, words in told.items()}
    if any(data is None for data in new.values()) or key in desk.reading.relations:
        return False
    desk.headed.add(kind)
    desk.added |= {part: data for part, data in new.items() if data is not None}
    desk.added[target.lstrip("/")] = _header(points)
    reference = etree.Element(W + "headerReference")
    reference.set(W + "type", kind)
    reference.set(f"{{{_OFFICE}}}id", key)
    desk.setup(section).insert(0, reference)
    return True


def _free(desk: Desk) -> tuple[str, str, int]:
    """Return the folder of the text, the part of its relationships, a number for a header."""
    folder, _, base = desk.reading.main.rpartition("/")
    relations = "/".join(filter(None, (folder, "_rels", f"{base}.rels")))
    with open_package(desk.path) as package:
        used = {name for name in package.entries if name.startswith(f"{folder}/header".lower())}
    return folder, relations, len(used) + len(desk.headed) + 101


def _with(data: bytes, tag: bytes, words: str) -> bytes | None:
    """Return XML with one more element at its end, all else byte for byte as it was."""
    found = list(re.finditer(rb"</([\w.-]+:)?" + tag + rb"\s*>", data))
    if not found:
        return None
    end = found[-1]
    made = words.replace("%s", (end[1] or b"").decode("ascii")).encode("ascii")
    return data[: end.start()] + made + data[end.start() :]


def _header(points: float) -> bytes:
    root = etree.Element(W + "hdr", nsmap={"w": _W})
    _fill(etree.SubElement(root, W + "p"), points)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
