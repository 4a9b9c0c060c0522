"""Plain text on its way into Word: quotes, emphasis and paragraphs.

``mark`` turns a value into escaped text with control characters for what Word must do; ``expand``
then splits the runs and paragraphs that hold them, so that none is left.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from docgen.vietnamese.letters import nfc
from docgen.vietnamese.typography import curl_quotes, emphasis, split_paragraphs

_LEAD = "\x01"  # followed by 0 plain, 1 bold, 2 italic, 3 both, 4 a new paragraph
_PLAIN = f"{_LEAD}0"
_BREAK = f"{_LEAD}4"
_MARK = re.compile(r"\x01[0-4]")
# XML 1.0 §2.2 has no room for these; nor must a value hold a mark of ours.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_PARAGRAPH_TAG = re.compile(r"</?w:p[ >]")
_PARAGRAPH = re.compile(r"(<w:p(?: [^>]*)?>)(<w:pPr>.*?</w:pPr>|<w:pPr/>)?(.*)</w:p>", re.DOTALL)
_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:(?!<w:r[ >]).)*?</w:r>", re.DOTALL)
_RUN_PARTS = re.compile(r"(<w:r(?: [^>]*)?>)(<w:rPr>.*?</w:rPr>|<w:rPr/>)?(.*)</w:r>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>/]*)?>(.*?)</w:t>", re.DOTALL)
_SECTION = re.compile(r"<w:sectPr(?: [^>]*)?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_PIECE = re.compile(r"(\x014|<[^>]*>)")
_WEIGHT = re.compile(r"<w:(b|bCs|i|iCs)(?: [^>]*)?/>")
_HEAD = re.compile(r"(?:<w:rStyle [^>]*/>)?(?:<w:rFonts [^>]*/>)?")
# Words in markup stand between its tags, entities and marks.
_NOT_WORDS = re.compile(r"(<[^>]*>|&#?\w+;|\x01[0-4])")


@lru_cache(maxsize=2048)  # most values of a template are said again and again
def mark(text: str) -> Markup:
    """Return *text* escaped, its quotes curled, its emphasis and paragraphs marked."""
    if found := _IMPOSSIBLE.search(text):
        raise ValueError(f"có ký tự điều khiển ẩn (mã {ord(found[0]):04X}), Word không ghi được")
    paragraphs = split_paragraphs(text) if "\n" in text or "\r" in text else [text]
    return Markup(_BREAK.join(map(_marked_spans, paragraphs)))


def _marked_spans(paragraph: str) -> str:
    text = curl_quotes(paragraph) if '"' in paragraph else nfc(paragraph)
    if "*" not in text:
        return str(escape(text))
    pieces = []
    for span in emphasis(text):
        piece = str(escape(span.text))
        style = span.bold + 2 * span.italic
        pieces.append(f"{_LEAD}{style}{piece}{_PLAIN}" if style else piece)
    return "".join(pieces)


def unmarked(text: str) -> str:
    """Return marked text as plain words: properties and codes of fields have no emphasis."""
    return _MARK.sub(lambda found: " " if found[0] == _BREAK else "", text)


def words_in(markup: str) -> list[str]:
    """Return *markup* in pieces; those at even places are words."""
    return _NOT_WORDS.split(markup)


def expand(xml: str) -> str:
    """Return *xml* with each marked paragraph split as its marks say."""
    out, position = [], 0
    while (at := xml.find(_LEAD, position)) >= 0:
        start = max(xml.rfind(tag, position, at) for tag in ("<w:p>", "<w:p "))
        end = xml.find("</w:p>", at)
        # what stands in no paragraph, as the name of a bookmark, only loses its mark
        start, end = (start, end + len("</w:p>")) if min(start, end) >= 0 else (at, at + 2)
        out += [xml[position:start], _paragraph(xml[start:end])]
        position = end
    out.append(xml[position:])
    return "".join(out)


def _paragraph(xml: str) -> str:
    matched = _PARAGRAPH.fullmatch(xml)
    if matched is None or _PARAGRAPH_TAG.search(matched[3]):
        # a paragraph with a text box in it: its words stay, without emphasis
        return unmarked(xml)
    opening, properties, inside = matched[1], matched[2] or "", matched[3]
    parts = _split(_RUN.sub(lambda run: _run(run[0]), inside))
    earlier = _SECTION.sub("", properties)  # a section ends with the last of them
    head = [f"{opening}{earlier}{part}</w:p>" for part in parts[:-1]]
    return unmarked("".join([*head, f"{opening}{properties}{parts[-1]}</w:p>"]))


def _split(inside: str) -> list[str]:
    """Part at the breaks; what is open there, as a link around runs, closes and opens again."""
    parts, opened = [""], list[str]()
    for piece in _PIECE.split(inside):
        if piece == _BREAK:
            parts[-1] += "".join(f"</{_name(tag)}>" for tag in reversed(opened))
            parts.append("".join(opened))
            continue
        if piece.startswith("</"):
            del opened[-1:]
        elif piece.startswith("<") and not piece.endswith("/>"):
            opened.append(piece)
        parts[-1] += piece
    return parts


def _name(tag: str) -> str:
    return re.split(r"[ >]", tag[1:], maxsplit=1)[0]


def _run(xml: str) -> str:
    """Split one run at its marks; a break closes the run and stands between runs."""
    matched = _RUN_PARTS.fullmatch(xml)
    if matched is None or _LEAD not in xml:
        return xml
    opening, properties = matched[1], matched[2] or ""
    out, style = [], 0
    for kind, content in _pieces(matched[3]):
        if kind == "break":
            out.append(_BREAK)
        elif kind == "style":
            style = int(content)
        else:
            out.append(f"{opening}{_with_style(properties, style)}{content}</w:r>")
    return "".join(out)


def _pieces(inside: str) -> list[tuple[str, str]]:
    """Return the pieces of a run: ("xml", …) to keep, ("style", "2"), ("break", "")."""
    pieces: list[tuple[str, str]] = []
    position = 0
    for text in _TEXT.finditer(inside):
        if before := inside[position : text.start()]:
            pieces.append(("xml", unmarked(before)))
        position = text.end()
        pieces += _text_pieces(text[1])
    if rest := inside[position:]:
        pieces.append(("xml", unmarked(rest)))
    return pieces


def _text_pieces(text: str) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    position = 0
    for found in [*_MARK.finditer(text), None]:
        words = text[position : found.start() if found else len(text)]
        if words:
            pieces.append(("xml", f'<w:t xml:space="preserve">{words}</w:t>'))
        if found:
            position = found.end()
            pieces.append(("break", "") if found[0] == _BREAK else ("style", found[0][1]))
    return pieces


def _with_style(properties: str, style: int) -> str:
    """Return run properties made bold and italic, in the schema's order: rFonts, b, bCs, i, iCs."""
    if not style:
        return properties
    inside = properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>").removeprefix("<w:rPr/>")
    weights = {found[1]: found[0] for found in _WEIGHT.finditer(inside)}
    if style & 1:
        weights |= {"b": "<w:b/>", "bCs": "<w:bCs/>"}
    if style & 2:
        weights |= {"i": "<w:i/>", "iCs": "<w:iCs/>"}
    added = "".join(weights[name] for name in ("b", "bCs", "i", "iCs") if name in weights)
    inside = _HEAD.sub(lambda head: head[0] + added, _WEIGHT.sub("", inside), count=1)
    return f"<w:rPr>{inside}</w:rPr>"
