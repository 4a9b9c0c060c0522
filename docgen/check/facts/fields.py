"""Fields: which words are an instruction and which its result."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docgen.check.facts.names import Element, W

_LONGEST = 500  # no instruction of Word's is longer
_FORMAT = re.compile(r"\\\*\s*(MERGEFORMAT|CHARFORMAT)\b", re.IGNORECASE)


def instruction(words: str) -> str:
    """Return a field's instruction with its name in capitals: "PAGE", "SEQ Bảng"."""
    name, _, rest = " ".join(_FORMAT.sub("", words).split()).partition(" ")
    return f"{name.upper()} {rest}".strip()


@dataclass
class _Open:
    """A field begun and not ended."""

    words: str = ""
    separated: bool = False
    shown: bool = False


@dataclass
class Fields:
    """The fields open at one point of a story (17.16.18 of ECMA-376-1); they nest.

    A story whose begins and ends do not match (*balanced* false) hides nothing.
    """

    balanced: bool = True
    _open: list[_Open] = field(default_factory=list)
    _instructing: int = 0

    @classmethod
    def of(cls, root: Element) -> Fields:
        """Return the state before the first word of a story."""
        kinds = [node.get(W + "fldCharType") for node in root.iter(W + "fldChar")]
        return cls(balanced=kinds.count("begin") == kinds.count("end"))

    def mark(self, kind: str | None) -> str | None:
        """Take a w:fldChar; return the instruction of a field that ends without any result."""
        if kind == "begin":
            self._open.append(_Open())
            self._instructing += 1
        elif self._open and kind == "separate" and not self._open[-1].separated:
            self._open[-1].separated = True
            self._instructing -= 1
        elif self._open and kind == "end":
            done = self._open.pop()
            self._instructing -= not done.separated
            if done.shown:
                self._shown_inside()
            elif not self.hides:
                return instruction(done.words)
        return None

    def _shown_inside(self) -> None:
        if self._open:
            self._open[-1].shown = True

    def instruct(self, words: str) -> None:
        """Take a w:instrText."""
        if self._open and not self._open[-1].separated:
            self._open[-1].words = (self._open[-1].words + words)[:_LONGEST]

    @property
    def hides(self) -> bool:
        """Whether words here are part of an instruction, so that nobody sees them."""
        return self.balanced and self._instructing > 0

    def show(self) -> str:
        """Take visible words; return the instruction they are the result of, or ""."""
        if not self._open:
            return ""
        self._open[-1].shown = True
        return instruction(self._open[-1].words) if self._open[-1].separated else ""
