"""Rules of spelling (chính tả) and of typing: tones, stops and blanks, figures, days."""

from __future__ import annotations

import re
from calendar import monthrange

from docgen.check.judge import clause
from docgen.check.layout import Paragraph
from docgen.check.rule import Hit, Hits, Options, rule
from docgen.check.sheet import Sheet
from docgen.check.wording import LED, around, dash, gathered, matches, named, worded, written
from docgen.check.words.misspelt import MISSPELT, ONCE, SHORT_I
from docgen.check.words.telex import left_over
from docgen.check.words.tones import NEW, OLD, tone_style_of

_E = clause("điểm e khoản 6 Mục II")
_SPELLING = "chính tả tiếng Việt, theo cách viết của các Phụ lục Nghị định 30/2020/NĐ-CP"
_TYPING = "cách đánh máy của các Phụ lục Nghị định 30/2020/NĐ-CP"
_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(rf"(?<!\w)({'|'.join(ONCE)}) \1(?!\w)", re.IGNORECASE)
_SHORT_I = re.compile(rf"(?<!\w)(?:{'|'.join(SHORT_I)})(?!\w)", re.IGNORECASE)
_BEFORE = re.compile(r"(?<=[^\W\d_]) (?:[,;!?](?![,;!?])|:(?=\s|$)|\.(?=\s[^\W\d_]|$))")
_AFTER = re.compile(  # from the stop itself, which is found at once
    r"[,;](?<=[^\W\d_]{2}.)(?=[^\W\d_]{2})|:(?<=[^\W\d_]{2}.)(?=[^\W\d_])|\)(?<=[^\W\d_].)(?=[^\W\d_])"
)
_STOP = re.compile(r"(?<![\w.@/])([^\W\d_]{2,})\.([^\W\d_])([^\W\d_]+)(?![\w@/]|\.\w)")
_BRACKET = re.compile(r"\( (?=\w)|(?<=\w) \)|“ (?=\w)|(?<=[\w.]) ”|(?<=[^\W\d_])\((?=[^\W\d_]{3})")
_COMMAS = re.compile(  # “1,234 m” may be a decimal
    r"(?<![\d.,])[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?![\d,]|\.\d)|,\d{3}(?= (?:đồng|người|hộ|hồ sơ|lượt)(?!\w)))"
)
_POINT = re.compile(
    r"(?<![\d.,])\d+\.\d{1,2}(?= ?(?:%|triệu|tỷ|tỉ|nghìn|đồng|ha|km|kg|m2|m²|tấn|điểm|lần)(?!\w))"
)
_DAY = re.compile(
    r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"
    r"|(?<!\w)ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?!\d)"
)
_MONTH = re.compile(r"(?<!\w)(?:ngày [1-9] tháng \d|tháng 0[3-9] năm \d{4}|tháng [12] năm \d{4})")


@rule(
    "tone-style",
    source=_SPELLING,
    demands="Đặt dấu thanh theo một kiểu trong cả văn bản: hòa, ủy hoặc hoà, uỷ.",
    rank="form",
    default={"names": ()},
)
def tone_style(sheet: Sheet, options: Options) -> Hits:
    """Tones stand in one place throughout; names and the Quốc hiệu may have their own.

    Bad:  hòa giải … hoà nhập
    Good: hòa giải … hòa nhập
    """
    styles: dict[str, list[tuple[Paragraph, str]]] = {OLD: [], NEW: []}
    for each in written(sheet):
        for word in filter(tone_style_of, _WORD.findall(each.text)):
            if each is sheet.quoc_hieu or word in options["names"]:
                continue
            # a name may be spelt in its own way; the Uỷ of Uỷ ban is none
            if word.islower() or word.lower() in ("uỷ", "ủy"):
                styles[tone_style_of(word)].append((each, f"“{word}”"))
    if styles[OLD] and styles[NEW]:
        fewer = styles[OLD] if len(styles[OLD]) < len(styles[NEW]) else styles[NEW]
        yield from gathered(fewer, "Hai kiểu đặt dấu thanh, ít hơn là")


@rule(
    "i-or-y",
    source=_SPELLING,
    demands="Viết kỹ, lý, kỷ, mỹ bằng chữ y, như Nghị định.",
    rank="practice",
)
def i_or_y(sheet: Sheet, _: Options) -> Hits:
    """These syllables have y, as in the decree.

    Bad:  quản lí; kĩ thuật
    Good: quản lý; kỹ thuật
    """
    found = [(each, f"“{match[0]}”") for each, match in matches(worded(sheet), _SHORT_I)]
    yield from gathered(found, "Viết i thay cho y")


@rule("misspelling", source=_SPELLING, demands="Viết đúng chính tả.", rank="form")
def misspelling(sheet: Sheet, _: Options) -> Hits:
    """Common misspellings of official language are told.

    Bad:  bổ xung; sát nhập; sử lý
    Good: bổ sung; sáp nhập; xử lý
    """
    for each, found in named(worded(sheet), MISSPELT):
        yield Hit(each.place, f"“{found[0]}” viết đúng là “{MISSPELT[found[0].lower()]}”")


@rule("doubled-word", source=_SPELLING, demands="Không viết lặp từ.", rank="form")
def doubled_word(sheet: Sheet, _: Options) -> Hits:
    """No small word stands twice in a row; luôn luôn and dần dần are words.

    Bad:  các cơ quan và và đơn vị
    Good: các cơ quan và đơn vị
    """
    for each, found in matches(worded(sheet), _TWICE):
        yield Hit(each.place, f"Lặp từ: {around(each.text, *found.span())}")


@rule("telex-left", source=_SPELLING, demands="Không để sót phím gõ chưa thành chữ.", rank="form")
def telex_left(sheet: Sheet, _: Options) -> Hits:
    """No syllable is left as it was typed while the keyboard was off.

    Bad:  kết quả dduwowcj niêm yết
    Good: kết quả được niêm yết
    """
    for each in worded(sheet):
        for word in left_over(each.text):
            yield Hit(each.place, f"Phím gõ chưa thành chữ: “{word}”")


@rule("stop-after-blank", source=_TYPING, demands="Dấu câu viết liền sau chữ.", rank="form")
def stop_after_blank(sheet: Sheet, _: Options) -> Hits:
    """No blank stands before a comma, a semicolon, a colon, a full stop.

    Bad:  các cơ quan , đơn vị
    Good: các cơ quan, đơn vị
    """
    # dots that a tab leads up to a stop are a place left to fill
    words = (each for each in worded(sheet) if not LED.search(each.raw))
    for each, found in matches(words, _BEFORE, " ,", " ;", " :", " .", " !", " ?"):
        yield Hit(each.place, f"Cách chữ trước dấu câu: {around(each.text, *found.span(), 10)}")


_ADDRESS = ("@", "://", "www.")


def _without_address(word: str) -> str:
    """Return blanks for an address of the net, which has stops of its own."""
    return " " * len(word) if any(sign in word for sign in _ADDRESS) else word


@rule("blank-after-stop", source=_TYPING, demands="Sau dấu câu có cách chữ.", rank="form")
def blank_after_stop(sheet: Sheet, _: Options) -> Hits:
    """A blank follows every stop inside a line; addresses are left alone.

    Bad:  các cơ quan,đơn vị; trên địa bàn phường.Các đơn vị
    Good: các cơ quan, đơn vị; trên địa bàn phường. Các đơn vị
    """
    for each in worded(sheet):
        text = each.text
        if any(sign in text for sign in _ADDRESS):
            text = " ".join(_without_address(word) for word in text.split(" "))
        stuck = list(_AFTER.finditer(text))
        stuck += [
            found
            for found in (_STOP.finditer(text) if "." in text[:-1] else ())
            if found[1].islower() and found[2].isupper() and found[3].islower() and found[1] != "tp"
        ]
        for found in stuck:
            words = around(each.text, *found.span(), 10)
            yield Hit(each.place, f"Không cách chữ sau dấu câu: {words}")


@rule(
    "bracket-blank",
    source=_TYPING,
    demands="Dấu ngoặc viết liền với chữ bên trong, cách chữ bên ngoài.",
    rank="form",
)
def bracket_blank(sheet: Sheet, _: Options) -> Hits:
    """Brackets and quotation marks touch what they hold, and stand apart from what precedes.

    Bad:  ( năm 2026 ); đơn vị(nếu có)
    Good: (năm 2026); đơn vị (nếu có)
    """
    for each, found in matches(worded(sheet), _BRACKET, *"()“”"):
        yield Hit(each.place, f"Cách chữ cạnh dấu ngoặc: {around(each.text, *found.span(), 10)}")


@rule("double-blank", source=_TYPING, demands="Giữa các chữ có một cách chữ.", rank="practice")
def double_blank(sheet: Sheet, _: Options) -> Hits:
    """One blank stands between two words.

    Bad:  các··cơ quan (mỗi dấu · là một cách chữ)
    Good: các·cơ quan (mỗi dấu · là một cách chữ)
    """
    wide = re.compile(r"[^\W_][,;.:]?( {2,3})[^\W_]+")
    found = [
        (each, f"trước “{match[0].split()[-1]}”")
        for each in worded(sheet)
        for match in wide.finditer(each.raw)
    ]
    yield from gathered(found, "Nhiều cách chữ liền nhau")


@rule("dash-sign", source=_TYPING, demands="Dùng gạch nối (-), như Nghị định.", rank="practice")
def dash_sign(sheet: Sheet, _: Options) -> Hits:
    """The decree knows the hyphen only, between blanks for a range.

    Bad:  giai đoạn 2021 – 2026
    Good: giai đoạn 2021 - 2026
    """
    long = re.compile("(?<!^)[–—−‑]")
    found = [(each, dash(match[0])) for each, match in matches(worded(sheet), long)]
    yield from gathered(found, "Phải là gạch nối (-), đang dùng")


@rule(
    "quote-sign", source=_TYPING, demands="Dùng dấu ngoặc kép “ ”, như Nghị định.", rank="practice"
)
def quote_sign(sheet: Sheet, _: Options) -> Hits:
    """Quotation marks are curled.

    Bad:  "dân biết, dân bàn"
    Good: “dân biết, dân bàn”
    """
    straight = re.compile(r'"[^"]{0,40}"|"')
    found = [(each, match[0]) for each, match in matches(worded(sheet), straight)]
    yield from gathered(found, "Ngoặc kép thẳng")


@rule(
    "number-format",
    source="Điều 11 Luật Kế toán năm 2015",
    demands="Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân: 1.234; 12,5%.",
    rank="form",
)
def number_format(sheet: Sheet, _: Options) -> Hits:
    """Thousands take a full stop, decimals a comma.

    Bad:  1,234,000 đồng; 12.5%
    Good: 1.234.000 đồng; 12,5%
    """
    for pattern, right in ((_COMMAS, (",", ".")), (_POINT, (".", ","))):
        for each, found in matches(worded(sheet), pattern):
            yield Hit(each.place, f"“{found[0]}” viết là “{found[0].replace(*right)}”")


@rule(
    "day-exists", source=_SPELLING, demands="Ngày ghi trong văn bản là ngày có thật.", rank="form"
)
def day_exists(sheet: Sheet, _: Options) -> Hits:
    """Every day that is named exists.

    Bad:  ngày 31 tháng 4 năm 2026; ngày 15/13/2026
    Good: ngày 30 tháng 4 năm 2026; ngày 15/12/2026
    """
    for each, found in matches(written(sheet), _DAY, "/", "ngày "):
        day, month, year = map(int, [figure for figure in found.groups() if figure])
        if year and (not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]):
            yield Hit(each.place, f"Không có ngày “{found[0]}”")


@rule(
    "date-padding",
    source=clause("điểm b khoản 4 Mục II"),
    demands="Ngày nhỏ hơn 10, tháng 1, tháng 2 ghi thêm số 0; các tháng khác không.",
    rank="practice",
)
def date_padding(sheet: Sheet, _: Options) -> Hits:
    """Dates in the text have the zeros that those of the header have.

    Bad:  ngày 5 tháng 03 năm 2026
    Good: ngày 05 tháng 3 năm 2026
    """
    found = [(each, f"“{match[0]}”") for each, match in matches(worded(sheet), _MONTH)]
    yield from gathered(found, "Số 0 trong ngày, tháng")
