"""Font rules (phông chữ): Times New Roman, Unicode, black, in every word that prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from itertools import pairwise

from docgen.check.judge import clause, quoted
from docgen.check.layout import Paragraph, Place, Run, paragraphs
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.words.colours import colour_name

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
    """Return the runs with words in them, the automatic number too unless it is a bullet."""
    numbered = each.mark is not None and any(map(str.isalnum, each.mark.text))
    marks = (each.mark,) if each.mark and numbered and not each.mark.hidden else ()
    return (*marks, *(run for run in each.worded if run.text.strip()))


def _runs(
    sheet: Sheet, faults: Callable[[Run], tuple[str, ...]], word: str, skip: Container[Place] = ()
) -> Hits:
    """Yield a hit for each row of paragraphs with one and the same fault, at the first of them."""
    rows: dict[str, list[tuple[Place, str, int]]] = {}
    for at, each in enumerate(one for one in everywhere(sheet) if one.worded):
        runs = () if each.place in skip else reversed(_words(each))
        here = {fault: run.shown.strip() for run in runs for fault in faults(run)}
        for fault, words in here.items():
            rows.setdefault(fault, []).append((each.place, words, at))
    for fault, places in rows.items():
        firsts = [n for n, (_, _, at) in enumerate(places) if not n or places[n - 1][2] != at - 1]
        for first, end in pairwise([*firsts, len(places)]):
            where, words, _ = places[first]
            many = f" (và {end - first - 1} đoạn tiếp theo)" if end - first > 1 else ""
            yield Hit(where, f"{word} {fault}: {quoted(words)}{many}")


@rule(
    "font-name",
    source=_FONT,
    demands="Văn bản dùng phông chữ tiếng Việt Times New Roman.",
    default={"font": "Times New Roman", "symbols": _SYMBOLS},
)
def font_name(sheet: Sheet, options: Options) -> Hits:
    """Every word is set in Times New Roman; fonts of signs and legacy fonts are for others.

    Bad:  Calibri; Arial; một từ nửa Times New Roman, nửa Arial
    Good: Times New Roman
    """

    def strange(run: Run) -> tuple[str, ...]:
        allowed = (options["font"], *options["symbols"])
        return tuple(f for f in run.fonts if f not in allowed and not LEGACY.match(f))

    yield from _runs(sheet, strange, "Phông chữ")


@rule(
    "font-legacy",
    source=_FONT,
    demands="Bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001.",
)
def font_legacy(sheet: Sheet, _: Options) -> Hits:
    """No word is set in a font of the old codes, where other letters stand in the file.

    Bad:  .VnTime; VNI-Times
    Good: Times New Roman
    """

    def old(run: Run) -> tuple[str, ...]:
        return tuple(font for font in run.fonts if LEGACY.match(font))

    yield from _runs(sheet, old, "Phông chữ của bảng mã cũ")


@rule(
    "font-unicode",
    source=_FONT,
    demands="Bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001.",
    default={"symbols": _SYMBOLS},
)
def font_unicode(sheet: Sheet, options: Options) -> Hits:
    """No letter is from the private area of Unicode, save in fonts of signs.

    Bad:  “Kế hoạch” có một chữ mang mã U+E001, ngoài bộ mã
    Good: “Kế hoạch” gõ bằng bộ mã Unicode
    """

    def private(run: Run) -> tuple[str, ...]:
        if set(run.fonts) & set(options["symbols"]):
            return ()
        return tuple(dict.fromkeys(f"U+{ord(char):04X}" for char in _PRIVATE.findall(run.text)))

    yield from _runs(sheet, private, "Ký tự ngoài bộ mã")


@rule("font-color", source=_FONT, demands="Chữ màu đen.", default={"black": ("000000", "auto")})
def font_color(sheet: Sheet, options: Options) -> Hits:
    """Every word is black, save the stamps of urgency and secrecy.

    Bad:  họ tên người ký màu xanh dương đậm
    Good: họ tên người ký màu đen
    """
    stamps = {each.place for each in (sheet.do_khan, sheet.do_mat) if each}

    def coloured(run: Run) -> tuple[str, ...]:
        return () if run.color in options["black"] else (colour_name(run.color),)

    yield from _runs(sheet, coloured, "Chữ màu", stamps)


_LOST = {  # the letters that are seen are not those that the file tells of
    "narrow": "bị ép hẹp",
    "small-caps": "hoa nhỏ (Small caps)",
    "dark": "trên nền tối",
    "raised": "thu nhỏ thành chỉ số trên, dưới",
}
_DRESSED = {
    "wide": "bị kéo rộng, giãn cách",
    "tight": "bị dồn sát",
    "shifted": "bị nâng lên, hạ xuống",
    "struck": "bị gạch ngang",
    "drawn": "có viền, bóng hoặc chạm nổi",
    "marked": "có khung, dấu nhấn hoặc hiệu ứng",
    "shaded": "có tô nền",
}


@rule(
    "letter-form",
    source=clause("khoản 4, khoản 5 Mục I"),
    demands="Chữ đúng cỡ và kiểu đã định, không ép hẹp, hoa nhỏ, tô nền, gạch ngang.",
)
def letter_form(sheet: Sheet, _: Options) -> Hits:
    """Letters look as their size and style say; what only dresses them up is a warning.

    Bad:  chữ cỡ 14 ép hẹp còn một phần ba; cả đoạn là chỉ số trên; chữ bị gạch ngang
    Good: chữ cỡ 14, đứng, màu đen, không trang trí
    """
    high = {id(run) for each in everywhere(sheet) for run in _raised(each)}
    stamps = {each.place for each in (sheet.do_khan, sheet.do_mat, sheet.luu_hanh) if each}

    def signs(run: Run, words: dict[str, str]) -> tuple[str, ...]:
        forms = (*run.form, *["raised"] * (id(run) in high))
        small = any(map(str.islower, run.text))
        return tuple(
            words[each] for each in forms if each in words and (small or each != "small-caps")
        )

    yield from _runs(sheet, lambda run: signs(run, _LOST), "Chữ", stamps)
    for hit in _runs(sheet, lambda run: signs(run, _DRESSED), "Chữ", stamps):
        yield hit._replace(severity="info" if sheet.draft else "warning")


def _raised(each: Paragraph) -> tuple[Run, ...]:
    """Return the runs of a paragraph that is nothing but raised or lowered letters."""
    words = each.worded
    whole = all(run.raised or "lowered" in run.form for run in words)
    return words if whole and sum(len(run.text.strip()) for run in words) > 3 else ()
