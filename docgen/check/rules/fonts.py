"""Font rules (phông chữ): Times New Roman, Unicode, black, in every word that prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from docgen.check.judge import clause, quoted
from docgen.check.layout import Paragraph, Place, Run, paragraphs
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet

_FONT = clause("khoản 4 Mục I")
LEGACY = re.compile(r"\.Vn|VNI[- ]|VN[-_ ]", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SYMBOLS = ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Cambria Math")


def everywhere(sheet: Sheet) -> Iterator[Paragraph]:
    """Yield every paragraph that prints: text, headers, footers, notes."""
    yield from sheet.layout.body
    yield from sheet.layout.notes
    seen: set[Paragraph] = set()
    for section in sheet.layout.sections:
        for blocks in (*section.headers.values(), *section.footers.values()):
            for each in paragraphs(blocks):
                if each not in seen:
                    seen.add(each)
                    yield each


def _words(each: Paragraph) -> tuple[Run, ...]:
    return tuple(run for run in each.worded if run.text.strip())


def _gathered(
    sheet: Sheet, faults: Callable[[Run], tuple[str, ...]], word: str, skip: Container[Place] = ()
) -> Hits:
    """Yield one hit for each kind of fault, at its first place, with how often it occurs."""
    found: dict[str, list[tuple[Paragraph, str]]] = {}
    for each in (one for one in everywhere(sheet) if one.place not in skip):
        here = {fault: run.shown.strip() for run in reversed(_words(each)) for fault in faults(run)}
        for fault, words in here.items():
            found.setdefault(fault, []).append((each, words))
    for fault, places in found.items():
        first, words = places[0]
        many = f" (và {len(places) - 1} đoạn khác)" if len(places) > 1 else ""
        yield Hit(first.place, f"{word} {fault}: {quoted(words)}{many}")


@rule(
    "font-name",
    source=_FONT,
    demands="Phông chữ tiếng Việt Times New Roman.",
    default={"font": "Times New Roman", "symbols": _SYMBOLS},
)
def font_name(sheet: Sheet, options: Options) -> Hits:
    """Every word is set in Times New Roman; fonts of signs and legacy fonts are for others.

    Bad:  Calibri, Arial, and words half in one font and half in another
    Good: Times New Roman
    """

    def strange(run: Run) -> tuple[str, ...]:
        allowed = (options["font"], *options["symbols"])
        return tuple(f for f in run.fonts if f not in allowed and not LEGACY.match(f))

    yield from _gathered(sheet, strange, "Phông chữ")


@rule(
    "font-legacy",
    source=_FONT,
    demands="Bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001.",
)
def font_legacy(sheet: Sheet, _: Options) -> Hits:
    """No word is set in a font of the old codes, where other letters stand in the file.

    Bad:  .VnTime, VNI-Times
    Good: Times New Roman
    """

    def old(run: Run) -> tuple[str, ...]:
        return tuple(font for font in run.fonts if LEGACY.match(font))

    yield from _gathered(sheet, old, "Phông chữ của bảng mã cũ")


@rule(
    "font-unicode",
    source=_FONT,
    demands="Bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001.",
    default={"symbols": _SYMBOLS},
)
def font_unicode(sheet: Sheet, options: Options) -> Hits:
    """No letter is from the private area of Unicode, save in fonts of signs.

    Bad:  a letter U+E001 in Times New Roman
    Good: “Kế hoạch”
    """

    def private(run: Run) -> tuple[str, ...]:
        if set(run.fonts) & set(options["symbols"]):
            return ()
        return tuple(dict.fromkeys(f"U+{ord(char):04X}" for char in _PRIVATE.findall(run.text)))

    yield from _gathered(sheet, private, "Ký tự ngoài bộ mã")


@rule("font-color", source=_FONT, demands="Chữ màu đen.", default={"black": ("000000", "auto")})
def font_color(sheet: Sheet, options: Options) -> Hits:
    """Every word is black, save the stamps of urgency and secrecy.

    Bad:  a name in 1F3864 (dark blue)
    Good: a name in 000000
    """
    stamps = {each.place for each in (sheet.do_khan, sheet.do_mat) if each}

    def coloured(run: Run) -> tuple[str, ...]:
        return () if run.color in options["black"] else (run.color,)

    yield from _gathered(sheet, coloured, "Chữ màu", stamps)
