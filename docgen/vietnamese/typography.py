"""Typography: from what is typed in YAML to what Word prints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.vietnamese.letters import nfc

_OPENERS = "([{<-–—“‘"
_CLOSERS = ")]}>”’"
_STOPS = ".,;:!?…"
_BLANK_LINES = re.compile(r"(\n[^\S\n]*\n)")
_PIECES = re.compile(r"\\\*|\*+|[^*\\]+|\\")


def curl_quotes(text: str) -> str:
    """Return *text* with straight double quotes curled to “ and ”; curled ones stay.

    A quote opens after a blank, an opening bracket or a dash, else it closes; but inside a
    quotation it closes also before a blank or a stop, and outside it opens also between a stop and
    a word. The stars of emphasis are looked through; a blank line ends what was left open.
    """
    return "".join(map(_curl, _BLANK_LINES.split(nfc(text))))


def _curl(paragraph: str) -> str:
    depth = 0
    curled = ""
    for at, typed in enumerate(paragraph):
        char = typed
        if typed == '"':
            after = paragraph[at + 1 : at + 5].lstrip("*")[:1]
            char = "“" if _opens(curled.rstrip("*")[-1:], after, depth) else "”"
        if char in "“”":
            depth = depth + 1 if char == "“" else max(depth - 1, 0)
        curled += char
    return curled


def _opens(before: str, after: str, depth: int) -> bool:
    at_a_start = not before or before.isspace() or before in _OPENERS
    if depth:
        return at_a_start and not (not after or after.isspace() or after in _CLOSERS + _STOPS)
    return at_a_start or (after.isalnum() and not before.isalnum())


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of *text*, trimmed and none of them empty.

    A blank line parts them, and so does a line that begins with "- " or "+ ". Other line ends are
    only where the typist's line was full: they become a space.
    """
    paragraphs: list[str] = []
    fresh = True
    for typed in nfc(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = typed.strip()
        if not line:
            fresh = True
        elif fresh or line.startswith(("- ", "+ ")):
            paragraphs.append(line)
            fresh = False
        else:
            paragraphs[-1] += f" {line}"
    return paragraphs


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class _Piece:
    """Plain text, or a run of stars that may open or close; stars that find no mate stay text."""

    text: str
    opens: bool = False
    closes: bool = False
    bold: bool = False
    italic: bool = False


def emphasis(text: str) -> list[Span]:
    r"""Return the spans of *text*: `*nghiêng*`, `**đậm**`, `***cả hai***`, nested as well.

    ``\*`` is a star. So is a star with a blank on its inner side, one inside a word or a figure
    ("3*4 m"), a note's "(*)", and whatever has no mate. Texts joined again give *text* without the stars that were taken.
    """
    pieces = list(_pieces(text))
    waiting: list[int] = []
    for here, piece in enumerate(pieces):
        mates = _mates(pieces, waiting, len(piece.text)) if piece.closes else []
        for opener, stars in mates:
            _emphasise(pieces[opener + 1 : here], stars)
            pieces[opener].text = pieces[opener].text[stars:]
            piece.text = piece.text[stars:]
            del waiting[waiting.index(opener) + bool(pieces[opener].text) :]
        if piece.opens and not mates:
            waiting.append(here)
    return _joined(pieces)


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _PIECES.finditer(text):
        found = match[0]
        if found == r"\*":
            yield _Piece("*")
        elif found in ("*", "**", "***"):
            before, after = text[: match.start()][-1:], text[match.end() :][:1]
            yield _Piece(found, _can_open(before, after), _can_close(before, after))
        else:
            yield _Piece(found)


def _can_open(before: str, after: str) -> bool:
    if not after or after.isspace() or after in _CLOSERS or before.isalnum():
        return False
    # a note's star, "15*, 16*", stands between its word and a stop
    return after not in _STOPS or not before or before.isspace() or before in _OPENERS


def _can_close(before: str, after: str) -> bool:
    if after.isalnum():
        return False
    return bool(before) and not before.isspace() and before not in "([{“‘"


def _mates(pieces: list[_Piece], waiting: list[int], stars: int) -> list[tuple[int, int]]:
    """Return the openers that *stars* closing stars close, innermost first, with their share."""
    inner = [(at, len(pieces[at].text)) for at in reversed(waiting[-2:])]
    if stars == 3 and sorted(length for _, length in inner) == [1, 2]:
        return inner
    for at in reversed(waiting):
        if len(pieces[at].text) in (stars, 3):
            return [(at, stars)]
    return []


def _emphasise(pieces: list[_Piece], stars: int) -> None:
    for piece in pieces:
        piece.bold |= stars >= 2
        piece.italic |= stars != 2


def _joined(pieces: list[_Piece]) -> list[Span]:
    spans: list[Span] = []
    for piece in pieces:
        last = spans[-1] if spans else None
        if not piece.text:
            continue
        if last and (last.bold, last.italic) == (piece.bold, piece.italic):
            spans[-1] = Span(last.text + piece.text, piece.bold, piece.italic)
        else:
            spans.append(Span(piece.text, piece.bold, piece.italic))
    return spans
