"""Places: administrative units (đơn vị hành chính) and which of their letters are capitals."""

import re
from dataclasses import dataclass

from docgen.vietnamese.letters import nfc

# Wards and districts are numbered in Arabic or, as in Vị Thanh, in Roman figures.
_NUMBER = re.compile("[0-9]+[A-Z]?|[IVX]+")
_CAPITAL = ("thủ đô", "hà nội")
_SPECIAL = (_CAPITAL, ("thành phố", "hồ chí minh"))


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit: its common noun (danh từ chung) and its name (tên riêng).

    *eponym* says that it is named after a person or a historical event, which no rule can see:
    "phường Cầu Đất", but "Phường Ngô Quyền".
    """

    noun: str
    name: str
    eponym: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "noun", _tidy(self.noun).lower())
        object.__setattr__(self, "name", _tidy(self.name))

    @property
    def keeps_noun(self) -> bool:
        """True if the noun belongs to the name and takes a capital.

        So it is with persons, events and numbers, with Thủ đô Hà Nội and Thành phố Hồ Chí Minh.
        Source: điểm b, c khoản 1 Mục III Phụ lục II Nghị định 30/2020/NĐ-CP.
        """
        special = (self.noun, self.name.lower()) in _SPECIAL
        return self.eponym or special or _NUMBER.fullmatch(self.name) is not None

    @property
    def in_sentence(self) -> str:
        """The full name inside a sentence: "phường Cầu Đất", "Phường Ngô Quyền", "Quận 1".

        Source: điểm a, b, c khoản 1 Mục III Phụ lục II Nghị định 30/2020/NĐ-CP.
        """
        noun = self.noun[:1].upper() + self.noun[1:] if self.keeps_noun else self.noun
        return f"{noun} {self.name}".strip()

    @property
    def dia_danh(self) -> str:
        """The địa danh before ", ngày…": "Cầu Đất", "Phường Ngô Quyền", "Thành phố Hồ Chí Minh".

        Named after a person, a number or an event, a unit gives its full name; the sample of the
        decree for the capital is "Hà Nội", without a noun.
        Source: điểm a khoản 4 Mục II and Mục V Phần I Phụ lục I Nghị định 30/2020/NĐ-CP.
        """
        is_capital = (self.noun, self.name.lower()) == _CAPITAL
        return self.in_sentence if self.keeps_noun and not is_capital else self.name

    @property
    def upper(self) -> str:
        """The full name in capitals, as a letterhead has it: "PHƯỜNG CẦU ĐẤT"."""
        return f"{self.noun} {self.name}".strip().upper()


def _tidy(text: str) -> str:
    return " ".join(nfc(text).split())
