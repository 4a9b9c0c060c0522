"""A recipient of a document, and all of them: what Nơi nhận prints and what the list of dispatch tells."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.model.unit import PAPER, BanLuu, Kenh, Vai
from docgen.vietnamese.letters import fold

AS_ABOVE = "Như trên"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line: its words, the units behind it, why and how they get it, how many copies.

    ``units`` are codes, those that no other line has named; a line of words has none. ``copies`` are
    for each unit, or for all that the words mean; None where the unit has not said how many.
    ``count`` is the number of those that a line of words means. ``lacking`` says why nobody can get
    it: a unit that is not there, a group without members.
    """

    words: str
    units: tuple[str, ...] = ()
    role: Vai = "để biết"
    channel: Kenh = "giấy"
    copies: int | None = 1
    group: str = ""
    lacking: str = ""
    via: str = ""
    many: bool = False
    counted: str = ""
    count: int | None = None

    @property
    def paper(self) -> int | None:
        """The copies on paper of each unit, or of the words; None where that is not known."""
        return 0 if self.lacking or self.channel not in PAPER else self.copies

    @property
    def names(self) -> tuple[str, ...]:
        """What tells this recipient from others: its units, its group, else its words."""
        if self.units:
            return tuple(f"đơn vị {code}" for code in (*self.units, self.via) if code)
        return (f"nhóm {self.group}" if self.group else fold(self.words),)


@dataclass(frozen=True, slots=True)
class Recipients:
    """All who get one document: those addressed (Kính gửi), the others, the archive copy.

    ``invited`` are those whom the text itself addresses (Kính mời); they too are “như trên”.
    """

    addressed: tuple[Recipient, ...] = ()
    others: tuple[Recipient, ...] = ()
    archive: BanLuu | None = None
    invited: tuple[Recipient, ...] = ()

    @property
    def everybody(self) -> tuple[Recipient, ...]:
        """All but the archive, those “như trên” first."""
        return (*self.addressed, *self.invited, *self.others)

    @property
    def lines(self) -> list[str]:
        """The lines of Nơi nhận: each ends “;”, the archive copy “.”; khoản 9 Mục II Phần I."""
        above = [f"- {AS_ABOVE};"] if self.addressed or self.invited else []
        last = [f"- {self.archive}."] if self.archive else []
        return [*above, *(f"- {one.words};" for one in self.others), *last]
