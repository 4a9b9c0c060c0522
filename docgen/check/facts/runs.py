"""The words of a paragraph: runs with their effective formatting, fields, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from docgen.check.facts.fields import Fields, instruction
from docgen.check.facts.forms import fill_color, form_of
from docgen.check.facts.names import MC, Element, W, chosen
from docgen.check.facts.props import Props, run_props
from docgen.check.facts.styles import Styles, effective_run
from docgen.check.facts.theme import Theme, rgb
from docgen.check.layout import Run

_FALLBACK_FONT = "Times New Roman"  # what Word takes where nothing is said
_FALLBACK_SIZE = 10.0  # w:sz without docDefaults
# large sets of letters, slow to compile and seldom asked for: re keeps them once they are
_ASIAN_LETTERS = r"\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_ASCII, _LATIN, _EAST_ASIAN = "[!-~]", rf"[^\x00-\x7f\s{_ASIAN_LETTERS}]", f"[{_ASIAN_LETTERS}]"
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}  # fmt: skip
_TEXT = (W + "t", W + "delText")
_INSIDE = frozenset(
    W + tag for tag in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")
)
_INSERTED = (W + "ins", W + "moveTo")
_DELETED = (W + "del", W + "moveFrom")
_DRAWN = (W + "drawing", W + "pict", W + "object")


class _Look(NamedTuple):
    """The effective formatting of a run, fonts by slot."""

    run: Run
    ascii: str
    latin: str
    asian: str

    def fonts(self, text: str) -> tuple[str, ...]:
        """Return the fonts of the characters that are really there."""
        if not text or text.isspace() or self.ascii == self.latin == self.asian:
            return (self.ascii,)
        found: dict[str, None] = {}
        for pattern, font in (
            (_ASCII, self.ascii),
            (_LATIN, self.latin),
            (_EAST_ASIAN, self.asian),
        ):
            if font not in found and re.search(pattern, text):
                found[font] = None
        return tuple(found) or (self.ascii,)

    def say(self, text: str, field_: str, *, inserted: bool, deleted: bool) -> Run:
        """Return a run of these words."""
        run = self.run
        return Run(
            text,
            self.fonts(text),
            run.size_pt,
            run.bold,
            run.italic,
            run.caps,
            run.underline,
            run.color,
            run.hidden,
            run.raised,
            field_,
            inserted,
            deleted,
            run.form,
        )


@dataclass
class Words:
    """What a paragraph holds: its runs, the drawings anchored in it, the tab alignment it asks."""

    runs: list[Run] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    centered: bool = False  # by a w:ptab
    _pending: tuple[_Look, str, bool, bool] | None = None
    _text: list[str] = field(default_factory=list)

    def add(self, look: _Look, text: str, field_: str, *, inserted: bool, deleted: bool) -> None:
        """Add words; neighbours of one formatting become one run."""
        kind = (look, field_, inserted, deleted)
        if kind != self._pending:
            self.flush()
            self._pending = kind
        self._text.append(text)

    def flush(self) -> None:
        """Make a run of the words gathered."""
        if self._pending is None:
            return
        look, instruct, inserted, deleted = self._pending
        text = "".join(self._text)
        self._text.clear()
        self._pending = None
        self.runs.append(look.say(text, instruct, inserted=inserted, deleted=deleted))


class _Mode(NamedTuple):
    """What the words around say about a run."""

    inserted: bool = False
    deleted: bool = False
    simple: str = ""


class RunReader:
    """Reads the words of paragraphs of one story, in order: fields may span paragraphs."""

    def __init__(self, styles: Styles, theme: Theme, fields: Fields) -> None:
        self._styles = styles
        self._theme = theme
        self._fields = fields
        self._table: Props = {}
        self._style: Props = {}
        self._looks: dict[tuple[object, ...], _Look] = {}
        # by the identity of the two levels, which are kept with them so that it stays theirs
        self._known: dict[
            tuple[int, int], tuple[Props, Props, dict[tuple[object, ...], _Look]]
        ] = {}

    def read(self, paragraph: Element, table: Props, style: Props) -> Words:
        """Return the words of *paragraph*; *table* and *style* are the levels below its runs."""
        key = (id(table), id(style))
        self._table, self._style, self._looks = self._known.setdefault(key, (table, style, {}))
        words = Words()
        self._walk(paragraph, _Mode(), words)
        words.flush()
        return words

    def mark(self, printed: str, own: Props) -> Run:
        """Return how an automatic number of the paragraph just read is *printed*."""
        return self._look(own).say(printed, "", inserted=False, deleted=False)

    def _walk(self, node: Element, mode: _Mode, words: Words) -> None:
        for child in node:
            tag = child.tag
            if tag == W + "r":
                self._run(child, mode, words)
            elif tag in _INSIDE:
                self._walk(child, mode, words)
            elif tag in _INSERTED:
                self._walk(child, mode._replace(inserted=True), words)
            elif tag in _DELETED:
                self._walk(child, mode._replace(deleted=True), words)
            elif tag == W + "fldSimple":
                self._simple(child, mode, words)
            elif tag == MC + "AlternateContent":
                self._walk(chosen(child), mode, words)

    def _simple(self, node: Element, mode: _Mode, words: Words) -> None:
        instruct = instruction(node.get(W + "instr", "")[:500])
        before = len(words.runs), len(words._text)  # noqa: SLF001 - its own dataclass
        self._walk(node, mode._replace(simple=instruct), words)
        if before == (len(words.runs), len(words._text)):  # noqa: SLF001
            self._empty(self._look({}), instruct, mode, words)

    def _run(self, node: Element, mode: _Mode, words: Words) -> None:
        look = self._look(run_props(node.find(W + "rPr")))
        for child in _content(node):
            tag = child.tag
            if tag == W + "fldChar":
                ended = self._fields.mark(child.get(W + "fldCharType"))
                if ended:
                    self._empty(look, ended, mode, words)
            elif tag == W + "instrText":
                self._fields.instruct(child.text or "")
            elif tag in _DRAWN:
                words.drawings.append(child)
            elif tag == W + "pgNum":
                self._empty(look, "PAGE", mode, words)
            elif tag == W + "sym":
                self._symbol(child, look, mode, words)
            elif text := _text(child):
                words.centered |= child.get(W + "alignment") == "center"
                self._add(look, text, mode, words)

    def _add(self, look: _Look, text: str, mode: _Mode, words: Words) -> None:
        if not self._fields.hides:
            instruct = self._fields.show() or mode.simple
            words.add(look, text, instruct, inserted=mode.inserted, deleted=mode.deleted)

    def _empty(self, look: _Look, instruct: str, mode: _Mode, words: Words) -> None:
        """Add a run for a field that nobody has computed yet."""
        words.flush()
        words.add(look, "", instruct, inserted=mode.inserted, deleted=mode.deleted)
        words.flush()

    def _symbol(self, node: Element, look: _Look, mode: _Mode, words: Words) -> None:
        font, code = node.get(W + "font", ""), node.get(W + "char", "")
        if re.fullmatch("[0-9A-Fa-f]{1,4}", code) and not 0xD800 <= int(code, 16) < 0xE000:
            font = font or look.ascii
            own = _Look(look.run, font, font, font)
            self._add(own, chr(int(code, 16) or 0xF0B7), mode, words)

    def _look(self, direct: Props) -> _Look:
        key = tuple(direct.items())
        if key not in self._looks:
            self._looks[key] = self._resolve(direct)
        return self._looks[key]

    def _resolve(self, direct: Props) -> _Look:
        character = self._styles.character(direct.get("rStyle", "")).run
        props = effective_run(self._styles.default_run, self._table, self._style, character, direct)
        other = props.get("cs", False) or props.get("rtl", False)  # drawn as a complex script
        run = Run(
            text="",
            size_pt=props.get("szCs" if other else "sz", _FALLBACK_SIZE),
            bold=props["bCs" if other else "b"],
            italic=props["iCs" if other else "i"],
            caps=props["caps"],
            underline=props.get("u", False),
            color=self._color(props),
            hidden=props["vanish"],
            raised=props.get("vertAlign") == "superscript",
            form=form_of(props),
        )
        if other:
            font = self._font(props, "csFont") or _FALLBACK_FONT
            return _Look(run, font, font, font)
        ascii_font = self._font(props, "ascii") or _FALLBACK_FONT
        latin = self._font(props, "hAnsi") or _FALLBACK_FONT
        return _Look(run, ascii_font, latin, self._font(props, "eastAsia") or ascii_font)

    def _font(self, props: Props, slot: str) -> str:
        name: str = props.get(slot, "")
        return self._theme.font(name[1:]) if name.startswith("@") else name

    def _color(self, props: Props) -> str:
        if filled := fill_color(props, self._theme):
            return filled
        value, theme, tint, shade = props.get("color", ("auto", "", "", ""))
        if theme and theme != "none":
            found = self._theme.color(theme, tint, shade)
            if found:
                return found
        return rgb(value)


def _content(run: Element) -> Iterator[Element]:
    """Yield what a run holds, of mc:AlternateContent only the branch that counts."""
    for child in run:
        if child.tag == MC + "AlternateContent":
            yield from _content(chosen(child))
        else:
            yield child


def _text(node: Element) -> str:
    """Return the words of one element of a run, "" if it has none."""
    if node.tag in _TEXT:
        text: str = node.text or ""
        kept = node.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        return text if kept else text.strip(" \t\r\n")
    if node.tag == W + "br":
        return "\f" if node.get(W + "type") in ("page", "column") else "\n"
    if node.tag == W + "ruby":
        return "".join(t.text or "" for t in node.iterfind(f"{W}rubyBase/{W}r/{W}t"))
    return _SIGNS.get(node.tag, "")
