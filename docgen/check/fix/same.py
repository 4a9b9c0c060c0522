"""What a mended copy may not change: words, pictures, relationships, everything but formatting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from docgen.check.facts.names import A, Element, W
from docgen.check.facts.package import Package, open_package
from docgen.check.fix.copy import ContentChangedError
from docgen.check.fix.numbers import clear

_EDGES = (W + "hdr", W + "ftr")
_LOOKS = tuple(W + name for name in ("pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid"))
_PRINTED = tuple(W + name for name in ("ilvl", "numId", "pageBreakBefore", "footerReference"))
"""What prints, though it stands among formatting."""
Content = tuple[str, str, tuple[tuple[str, str], ...]]
"""A name, its words, its attributes."""
_NOTHING: list[Content] = [("", "", ())]
_GROWN = re.compile(r"(?i)\[content_types\]\.xml|(.*/)?_rels/[^/]+\.rels")


def check_same(path: Path, copy: Path) -> None:
    """Raise ContentChangedError if the copy differs in more than formatting."""
    with open_package(path) as old, open_package(copy) as new:
        for name, entry in old.entries.items():
            other = new.entries.get(name)
            if other is None or not (
                (entry.CRC, entry.file_size) == (other.CRC, other.file_size)
                or _is_alike(name, old, new)
            ):
                raise ContentChangedError(path, name)
        for name in new.entries.keys() - old.entries.keys():
            root = new.xml(name)
            if root is None or root.tag not in _EDGES or _edge(root) != _NOTHING:
                raise ContentChangedError(path, name)


def _is_alike(name: str, old: Package, new: Package) -> bool:
    before, after = old.xml(name), new.xml(name)
    if before is None or after is None or before.tag != after.tag:
        return False
    if _GROWN.fullmatch(name):  # by what tells of a new header, at the end
        kept = [dict(node.attrib) for node in before]
        return kept == [dict(node.attrib) for node in after][: len(kept)]
    if before.tag in _EDGES:
        return _edge(before) == _edge(after)
    skipped = () if before.tag.startswith(W) else (A + "latin",)
    return list(_content(before, skipped)) == list(_content(after, skipped))


def _edge(root: Element) -> list[Content]:
    """Return what a header or footer holds beside the numbers of pages, which may be moved."""
    rest = deepcopy(root)
    for node in list(rest.iter(W + "p")):
        clear(node)
        if all(each.tag == W + "pPr" for each in node):
            node.getparent().remove(node)
    return list(_content(rest, ()))


def _content(node: Element, skipped: tuple[str, ...]) -> Iterator[Content]:
    """Yield all that is no formatting, in order; words that a run was cut in are joined again."""
    words = ""
    for each in _walk(node, (*_LOOKS, *skipped)):
        if each.tag == W + "t":
            words += each.text or ""
        elif each.tag != W + "r":
            if words:
                yield "", words, ()
            words = ""
            yield each.tag, each.text or "", tuple(sorted(each.attrib.items()))
    yield "", words, ()


def _walk(node: Element, skipped: tuple[str, ...]) -> Iterator[Element]:
    for each in node:
        if each.tag in skipped:
            yield from each.iter(*_PRINTED)
        else:
            yield each
            yield from _walk(each, skipped)
