"""Direct formatting written into WordprocessingML, each element in its place of the schema."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from docgen.check.facts.names import VAL, Element, W

_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange"
)
_SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange"
)
_ORDER = {
    W + holder: {W + name: at for at, name in enumerate(names.split())}
    for holder, names in (("rPr", _RUN), ("pPr", _PARAGRAPH), ("sectPr", _SECTION))
}
_DRAWN = tuple(W + name for name in ("drawing", "pict", "object"))


def child(holder: Element, name: str) -> Element:
    """Return the child of a w:rPr, w:pPr or w:sectPr, made at its place if it is not there."""
    found = holder.find(W + name)
    if found is not None:
        return found
    order = _ORDER[holder.tag]
    mine = order[W + name]
    made = etree.Element(W + name)
    at = next((n for n, each in enumerate(holder) if order.get(each.tag, 99) > mine), len(holder))
    holder.insert(at, made)
    return made


def drop(holder: Element, name: str) -> None:
    """Take a child away."""
    for each in holder.findall(W + name):
        holder.remove(each)


def first(node: Element, name: str) -> Element:
    """Return the w:rPr of a run or the w:pPr of a paragraph: it stands before all else."""
    found = node.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        node.insert(0, found)
    return found


def runs(paragraph: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph, not those of text boxes that hang on it."""
    for run in paragraph.iter(W + "r"):
        if next(run.iterancestors(W + "p")) is paragraph and not any(
            each.tag in _DRAWN for each in run
        ):
            yield run


def leading(paragraph: Element, length: int) -> Iterator[Element]:
    """Yield the runs of the first letters; one that holds more is cut in two."""
    for run in list(runs(paragraph)):
        words = [node for node in run if node.tag != W + "rPr"]
        held = sum(len(node.text or "") if node.tag == W + "t" else 1 for node in words)
        if length <= 0 or (held > length and (len(words) != 1 or words[0].tag != W + "t")):
            return
        if held > length:
            _cut(run, words[0], length)
        length -= held
        yield run


def _cut(run: Element, words: Element, length: int) -> None:
    rest = deepcopy(run)
    run.addnext(rest)
    last = rest.find(W + "t")
    words.text, last.text = words.text[:length], words.text[length:]
    for node in (words, last):
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def looks(paragraph: Element) -> Iterator[Element]:
    """Yield the w:rPr of each run, and of the mark, whose format an automatic number takes."""
    for run in runs(paragraph):
        yield first(run, "rPr")
    yield child(first(paragraph, "pPr"), "rPr")


def switch(look: Element, name: str, *, on: bool) -> None:
    """Set "b" or "i", for complex scripts too."""
    for each in (name, f"{name}Cs"):
        node = child(look, each)
        if on:
            node.attrib.pop(VAL, None)
        else:
            node.set(VAL, "0")


def size(look: Element, points: float) -> None:
    """Set the size of letters."""
    for name in ("sz", "szCs"):
        child(look, name).set(VAL, f"{points * 2:g}")


def black(look: Element) -> None:
    """Set the colour of letters to black."""
    node = child(look, "color")
    node.attrib.clear()
    node.set(VAL, "000000")


def align(paragraph: Element, how: str) -> None:
    """Align a paragraph: "left", "center", "both"."""
    child(first(paragraph, "pPr"), "jc").set(VAL, how)


def indent(paragraph: Element, left: float, first_line: float, right: float | None = None) -> None:
    """Indent a paragraph, in twentieths of a point; *right* stays as it is unless given."""
    node = child(first(paragraph, "pPr"), "ind")
    for name in list(node.attrib):
        if right is not None or not name.removeprefix(W).startswith(("right", "end")):
            del node.attrib[name]
    node.set(W + "left", f"{left:.0f}")
    if right is not None:
        node.set(W + "right", f"{right:.0f}")
    node.set(W + ("hanging" if first_line < 0 else "firstLine"), f"{abs(first_line):.0f}")


def space(paragraph: Element, edge: str, points: float) -> None:
    """Set the space "before" or "after" a paragraph."""
    marks = first(paragraph, "pPr")
    node = child(marks, "spacing")
    node.attrib.pop(f"{W}{edge}Lines", None)
    node.set(f"{W}{edge}Autospacing", "0")
    node.set(W + edge, f"{points * 20:.0f}")
    child(marks, "contextualSpacing").set(VAL, "0")


def lines(paragraph: Element, multiple: float) -> None:
    """Set the distance of lines as a multiple of single spacing."""
    node = child(first(paragraph, "pPr"), "spacing")
    node.set(W + "line", f"{multiple * 240:.0f}")
    node.set(W + "lineRule", "auto")
