"""The field that prints the number of a page: put into headers, taken from where it may not be."""

from __future__ import annotations

import re

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


def bare(blocks: tuple[Block, ...]) -> bool:
    """Return whether a header or footer holds nothing but the number of the page."""
    for each in paragraphs(blocks):
        if each.rules or any(run.text.strip() for run in each.visible if not is_page(run.field)):
            return False
    return True


def is_page(field: str) -> bool:
    """Return whether a field's instruction prints the number of the page."""
    return field.upper().split()[:1] == ["PAGE"]


def words_beside(node: Element) -> tuple[str, bool]:
    """Return the words of a paragraph that are not the number of the page, and whether it is there."""
    words, depth, there = "", 0, False
    told = ""
    for each in node.iter():
        inside = any(
            is_page(instruction(field.get(W + "instr", "")))
            for field in each.iterancestors(W + "fldSimple")
        )
        if each.tag == W + "fldChar":
            depth += {"begin": 1, "end": -1}.get(each.get(W + "fldCharType"), 0)
            told = told if depth else ""
        elif each.tag == W + "instrText":
            told += each.text or ""
        elif each.tag == W + "fldSimple":
            there |= is_page(instruction(each.get(W + "instr", "")))
        elif each.tag == W + "pgNum":
            there = True
        elif each.tag == W + "t" and not inside and not (depth and is_page(instruction(told))):
            words += each.text or ""
        there |= bool(depth) and is_page(instruction(told))
    return words, there


def alone(node: Element) -> bool:
    """Return whether a paragraph holds the number of the page and nothing else."""
    words, there = words_beside(node)
    kinds = [each.get(W + "fldCharType") for each in node.iter(W + "fldChar")]
    drawn = next(node.iter(W + "drawing", W + "pict", W + "object"), None)
    whole = kinds.count("begin") == kinds.count("end")
    return there and whole and drawn is None and not words.strip()


def clear(node: Element | None) -> None:
    """Take the number out of a paragraph that holds nothing else; the paragraph stays."""
    if node is not None and alone(node):
        for each in list(node):
            if each.tag not in _KEPT:
                node.remove(each)


def place_number(desk: Desk, section: int, kind: str, points: float) -> None:
    """Put a centred number into the header of a section, which may be a new part."""
    pages = desk.reading.pages[section]
    story = desk.reading.stories.get(desk.part(pages.headers.get(kind, "")))
    if story is None:
        _new_header(desk, section, kind, points)
    elif next(story.iter(W + "instrText", W + "fldSimple"), None) is None:
        free = [node for node in story.findall(W + "p") if _is_free(node)]
        node = free[0] if free else etree.SubElement(story, W + "p")
        _fill(node, points)


def _is_free(node: Element) -> bool:
    return not any(each.tag == W + "r" for each in node.iter())


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


def _new_header(desk: Desk, section: int, kind: str, points: float) -> None:
    """Make a header part, and say so in the three places that must know."""
    if kind in desk.headed:
        return  # later sections inherit it
    folder, relations, number = _free(desk)
    key, target = f"rIdTrang{number}", f"/{folder}/header{number}.xml"
    made = f'<%sRelationship Id="{key}" Type="{_OFFICE}/header" Target="{target}"/>'
    typed = f'<%sOverride PartName="{target}" ContentType="{_TYPE}"/>'
    told = {relations: (b"Relationships", made), _TYPES: (b"Types", typed)}
    with open_package(desk.path) as package:
        old = {name: desk.added.get(name) or package.read(name) for name in told}
    new = {part: _with(old[part], *words) for part, words in told.items()}
    if any(data is None for data in new.values()) or key in desk.reading.relations:
        return
    desk.headed.add(kind)
    desk.added |= {part: data for part, data in new.items() if data is not None}
    desk.added[target.lstrip("/")] = _header(points)
    reference = etree.Element(W + "headerReference")
    reference.set(W + "type", kind)
    reference.set(f"{{{_OFFICE}}}id", key)
    desk.setup(section).insert(0, reference)


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
