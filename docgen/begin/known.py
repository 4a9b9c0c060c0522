"""What the sample knows of kinds of unit: which there are in a year, which one a name tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.begin.errors import KindEndedError, NotANameError
from docgen.begin.names import after, bare, beginning
from docgen.load.community import community_at
from docgen.load.workspace import Workspace, load_workspace
from docgen.model.indicator import EITHER
from docgen.model.vocabulary import LoaiDonVi
from docgen.vietnamese.letters import slug


@dataclass(frozen=True, slots=True)
class Office:
    """A unit as it was typed: “phường Cầu Đất” or “Phòng Nội vụ”; *kind* is its kind of unit."""

    kind: str
    name: str
    abbreviation: str = ""


class Vocabulary:
    """The kinds of unit of the sample."""

    def __init__(self, sample: Path) -> None:
        self.workspace: Workspace = load_workspace(sample)
        # a kind with neither a head nor a collective signs nothing: it only receives
        self.kinds: Mapping[str, LoaiDonVi] = {
            code: kind
            for code, kind in self.workspace.unit_kinds.items()
            if kind.truong or kind.tap_the
        }
        places = [code for code, kind in self.kinds.items() if kind.co_quan]
        body = self.kinds[places[0]].co_quan if places else None
        self._tiers = [code for code in places if self.kinds[code].co_quan == body]
        self._nouns = [noun for code in self._tiers for noun in self.kinds[code].dau_ten]

    def offered(self, year: int) -> dict[str, LoaiDonVi]:
        """Return the kinds of which there are units in *year*."""
        return {code: kind for code, kind in self.kinds.items() if _in(kind, year)}

    def guess(self, name: str, above: str = "") -> str:
        """Return the kind that a name tells, or nothing: “phường …” is a ward, “Phòng …” an office.

        A city whose superior (*above*) is a province or a city is not of the highest tier itself:
        nothing tells of which it is.
        """
        owners = {word: code for code, kind in self.kinds.items() for word in kind.dau_ten}
        found = owners.get(beginning(name, owners), "")
        top = self._tiers[:1]
        return "" if [found] == top and above and [self.guess(above)] == top else found

    def needs_superior(self, kind: str) -> bool:
        """Tell whether units of *kind* stand under another one."""
        return self.kinds[kind].chu_quan or kind in self._tiers[1:]

    def is_place(self, kind: str) -> bool:
        """Tell whether a unit of *kind* governs a place, and is called after it."""
        return self.kinds[kind].co_quan is not None

    def place(self, office: Office) -> tuple[str, str] | None:
        """Return ("phường", "Cầu Đất") for “UBND phường Cầu Đất”, or None for an office's name."""
        if not self.is_place(office.kind):
            return None
        name = bare(office.name)
        own = self.kinds[office.kind].dau_ten if office.kind not in self._tiers else []
        name = after(name, beginning(name, own))
        noun = beginning(name, self._nouns)
        return (noun, own_name) if noun and (own_name := after(name, noun)) else None

    def community(self, office: Office) -> str:
        """Return what the communities of an office's place are called: thôn, or tổ dân phố."""
        noun, _ = self.place(office) or ("", "")
        found = community_at(self.workspace.communities, noun)
        return found.ten if found else EITHER

    def code(self, office: Office) -> str:
        """Return the code of an office: phuong-cau-dat, phong-noi-vu."""
        place = self.place(office)
        if self.is_place(office.kind) and not place:
            raise NotANameError(office.name, self._hint(office))
        if not slug(office.name):
            raise NotANameError(office.name, "tên phải có chữ cái")
        body = "" if office.kind in self._tiers else self.kinds[office.kind].co_quan_viet_tat or ""
        return slug(f"{body} {' '.join(place) if place else office.name}")

    def require_in(self, year: int, office: Office) -> None:
        """Raise KindEndedError unless there are units of the office's kind in *year*."""
        kind = self.kinds[office.kind]
        if kind.den and not _in(kind, year):
            raise KindEndedError(office.name, f"{kind.ten} ({office.kind})", kind.den, year)

    def _hint(self, office: Office) -> str:
        meant = self.guess(office.name)
        if meant and meant != office.kind:
            return f"đây là tên của {self.kinds[meant].ten}, loại {meant}"
        own = self.kinds[office.kind].dau_ten if office.kind in self._tiers else self._nouns[::-1]
        nouns = [f"“{noun} {office.name}”" for noun in own[:2]]
        return f"viết cả cấp, ví dụ {' hoặc '.join(nouns)}"


def _in(kind: LoaiDonVi, year: int) -> bool:
    first, last = kind.tu or date.min, kind.den or date.max
    return first.year <= year <= last.year
