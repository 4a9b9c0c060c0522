"""Is a document printed in the fonts that it asks for? A line breaks elsewhere in any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.pdf.asked import NORMAL
from docgen.pdf.reader import Font
from docgen.pdf.source import Source

# Free fonts with the widths of the one before them: lines break at the same places.
TWINS = {
    "timesnewroman": ("tinos", "liberationserif"),
    "arial": ("arimo", "liberationsans"),
    "couriernew": ("cousine", "liberationmono"),
    "calibri": ("carlito",),
    "cambria": ("caladea",),
}
_SIGNS = ("symbol", "wingdings", "webdings", "marlett")  # bullets and ticks, never words
VIETNAMESE = frozenset("ăđĩũơư") | frozenset(map(chr, range(0x1EA1, 0x1EFA, 2)))
"""The letters that fonts made for the West lack, in lower case."""


class Fault(NamedTuple):
    """What is wrong, in Vietnamese, and the font of the document that it is wrong with."""

    words: str
    font: str


def font_fault(source: Source, fonts: Iterable[Font]) -> Fault | None:
    """Return what is wrong with the fonts of a document's PDF, or nothing."""
    return next(_faults(source, list(fonts)), None)


def _faults(source: Source, fonts: list[Font]) -> Iterator[Fault]:
    used = [font for font in fonts if font.letters and not _draws_signs(font)]
    names = {name: _plain(name) for name in sorted(source.fonts | source.asked)}
    stands = {
        name: sorted({font.family for font in used if _plain(font.family) in _may_stand_for(plain)})
        for name, plain in names.items()
    }
    asked_by = {family: name for name, families in stands.items() for family in families}
    for font in used:
        if not font.embedded:
            asked = asked_by.get(font.family, font.family)
            yield Fault(f"phông {font.family} không nằm trong tệp", asked)
    for font in used:
        if font.family not in asked_by:
            yield _strange(font, source, stands)
    for name, families in stands.items():
        if len(families) > 1:
            yield Fault(f"chữ {name} bị in lẫn hai phông {' và '.join(families)}", name)
    yield from _boxes(source, used)


def _strange(font: Font, source: Source, stands: dict[str, list[str]]) -> Fault:
    """Name the font that was put in, and the one it was put in for if that can be told."""
    beside = [(family, name) for name, families in stands.items() for family in families]
    if beside and font.letters <= VIETNAMESE | {"ÿ"}:  # ÿ is what LibreOffice calls a box
        family, name = beside[0]
        words = f"phông {family} thiếu chữ Việt, những chữ đó bị in bằng {font.family}"
        return Fault(words, name)
    lacking = [name for name in sorted(source.asked) if not stands[name]]
    if not lacking and beside:
        family, name = beside[0]
        words = f"phông {family} thiếu vài ký tự của văn bản, những ký tự đó bị in bằng"
        return Fault(f"{words} {font.family}", name)
    wanted = NORMAL if NORMAL in lacking or not lacking else ", ".join(lacking)
    words = f"máy không có phông {wanted} nên in bằng {font.family}, chữ rộng hẹp khác"
    return Fault(words, wanted)


def _boxes(source: Source, used: list[Font]) -> Iterator[Fault]:
    """Find letters that no font printed: a box stands in their place.

    One box bears the name of the first letter it stands for, and a hidden text is not printed; so
    it takes a third of the letters to be sure.
    """
    wanted = source.letters & VIETNAMESE
    lost = wanted - {letter for font in used for letter in font.letters}
    if wanted and len(lost) * 3 > len(wanted):
        told = " ".join(sorted(lost)[:8])
        families = ", ".join(sorted({font.family for font in used})) or "nào"
        words = f"phông {families} thiếu chữ Việt ({told} …), những chữ đó in thành ô vuông"
        yield Fault(words, NORMAL if NORMAL in source.asked else ", ".join(sorted(source.asked)))


def _may_stand_for(plain: str) -> tuple[str, ...]:
    """Return the families that may print what asks for one font, itself among them."""
    group = next((({twin, *twins}) for twin, twins in TWINS.items() if plain in (twin, *twins)), ())
    return (plain, *group)


def _draws_signs(font: Font) -> bool:
    return any(word in _plain(font.family) for word in _SIGNS)


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))
