"""Plain text on its way into Word: quotes, emphasis and paragraphs.

``mark`` turns a value into escaped text with control characters for what Word must do; ``expand``
then splits the runs and paragraphs that hold them. No user's text can hold control characters:
loading refuses them.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from docgen.vietnamese.typography import curl_quotes, emphasis, split_paragraphs

_BREAK = "\x01"
_STYLE = "\x02"  # followed by 0 plain, 1 bold, 2 italic, 3 both
_MARK = re.compile(r"\x01|\x02[0-3]")
_PARAGRAPH = re.compile(r"(<w:p(?: [^>]*)?>)(<w:pPr>.*?</w:pPr>|<w:pPr/>)?(.*)</w:p>", re.DOTALL)
_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:(?!<w:r[ >]).)*?</w:r>", re.DOTALL)
_RUN_PARTS = re.compile(r"(<w:r(?: [^>]*)?>)(<w:rPr>.*?</w:rPr>|<w:rPr/>)?(.*)</w:r>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>", re.DOTALL)
_SECTION = re.compile(r"<w:sectPr.*?</w:sectPr>", re.DOTALL)
_AFTER = re.compile(r"<w:rPr>(?:<w:rStyle [^>]*/>)?(?:<w:rFonts [^>]*/>)?")


def mark(text: str) -> Markup:
    """Return *text* escaped, its quotes curled, its emphasis and paragraphs marked."""
    paragraphs = [text]
    if "\n" in text:
        paragraphs = split_paragraphs(text)
    return Markup(_BREAK.join(_marked_spans(curl_quotes(paragraph)) for paragraph in paragraphs))


def _marked_spans(text: str) -> str:
    if "*" not in text and "\\" not in text:
        return str(escape(text))
    pieces = []
    for span in emphasis(text):
        piece = str(escape(span.text))
        flags = span.bold + 2 * span.italic
        pieces.append(f"{_STYLE}{flags}{piece}{_STYLE}0" if flags else piece)
    return "".join(pieces)


def expand(xml: str) -> str:
    """Return *xml* with each marked paragraph split as its marks say."""
    out, position = [], 0
    while found := _MARK.search(xml, position):
        start = max(xml.rfind("<w:p>", position, found.start()),
                    xml.rfind("<w:p ", position, found.start()))  # fmt: skip
        end = xml.index("</w:p>", found.end()) + len("</w:p>")
        out += [xml[position:start], _paragraph(xml[start:end])]
        position = end
    out.append(xml[position:])
    return "".join(out)


def unmarked(text: str) -> str:
    """Return marked text as plain words (for properties, which have no emphasis)."""
    return _MARK.sub(lambda found: " " if found[0] == _BREAK else "", text)


def _paragraph(xml: str) -> str:
    matched = _PARAGRAPH.fullmatch(xml)
    if matched is None:
        return unmarked(xml)
    opening, properties, inside = matched[1], matched[2] or "", matched[3]
    inside = _RUN.sub(lambda run: _run(run[0]), inside)
    parts = inside.split(_BREAK)
    earlier = _SECTION.sub("", properties)
    head = [f"{opening}{earlier}{part}</w:p>" for part in parts[:-1]]
    return "".join([*head, f"{opening}{properties}{parts[-1]}</w:p>"])


def _run(xml: str) -> str:
    """Split one run at its marks; a break closes the run and leaves ``_BREAK`` between runs."""
    matched = _RUN_PARTS.fullmatch(xml)
    if matched is None or not _MARK.search(xml):
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
            pieces.append(("xml", before))
        position = text.end()
        pieces += _text_pieces(text[1])
    if rest := inside[position:]:
        pieces.append(("xml", rest))
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
    if not style:
        return properties
    added = ("<w:b/><w:bCs/>" if style & 1 and "<w:b/>" not in properties else "") + (
        "<w:i/><w:iCs/>" if style & 2 and "<w:i/>" not in properties else ""
    )
    if properties in ("", "<w:rPr/>"):
        return f"<w:rPr>{added}</w:rPr>"
    return _AFTER.sub(lambda head: head[0] + added, properties, count=1)
