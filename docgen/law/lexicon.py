"""Names that hold for a time: of offices, of groups of recipients, words of a regime."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from typing import Literal

from docgen.load.workspace import Workspace
from docgen.model.record import holds
from docgen.model.unit import DonVi, Khoang
from docgen.vietnamese.letters import fold, nfc, old_tones

Family = Literal["office", "group", "regime"]

# A capital after a name makes it a longer name, another's: “Phòng Kinh tế - Hạ tầng”; but a place
# after it is its own, and after a comma another office may begin.
_NEXT = re.compile(r"(?P<by>,\s+|\s+và\s+|\s*[-–]\s*|\s+)(?P<word>\w+)")
_NOUNS = {"Quận", "Huyện", "Thành", "Phường", "Xã", "Tỉnh", "Thị"}
_OFFICE = re.compile(
    r"(?:Phòng|Ủy|Uỷ|UBND|HĐND|Hội|Ban|Sở|Công|Trung|Trường|Thanh|Văn phòng|Mặt|MTTQ|Đảng|Quận|"
    r"Thường|Chủ|Phó|Đoàn|Liên|Tổ|Chi|Các|Bộ|Cơ|Kho|Tòa|Viện|Bí|Trưởng|Đại|Kế|Nghị|Quyết|Thông)\b"
)
_PLACE = re.compile(
    r"\s+(?:của\s+)?(?:UBND\s+)?(?P<noun>(?i:quận|huyện|thành phố|phường|xã|thị xã|thị trấn|tỉnh))\b"
    r"(?P<words>(?:\s+\w+){0,6})"
)
_OWN_PLACE = r"(?=\s+(?:của\s+)?(?:UBND\s+)?(?i:quận|huyện|thành phố|phường|xã|thị xã|tỉnh)\b)"
# The text itself says that the name is of the past, or of what is to come.
_PAST_AFTER = re.compile(r"\s*[(,]?\s*(?:cũ\b|trước\s+(?:đây|ngày)|nay\s+là|đã\b|bàn\s+giao)")
_PAST_BEFORE = re.compile(
    r"(?:bàn\s+giao|kế\s+thừa|tiếp\s+nhận\s+từ|chuyển\s+từ|đổi\s+tên\s+từ|tiền\s+thân|trước\s+đây)[^.;]{0,60}$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"bàn\s+giao|chuyển\s+giao|thành\s+lập|sáp\s+nhập|sắp\s+xếp|kể\s+từ|từ\s+ngày|mới|dự\s+kiến",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Bearer:
    """Who bears a name, and when: the code of a unit or group, or the key of a word."""

    code: str
    tu: date | None = None
    den: date | None = None


@dataclass(slots=True)
class Term:
    """A name and its bearers; *place* is the noun that fills a group's name in."""

    text: str
    family: Family
    bearers: list[Bearer] = field(default_factory=list)
    place: str = ""

    def holds(self, days: tuple[date, ...]) -> bool:
        """Tell whether the name was one on any of *days*."""
        return any(holds(bearer, day) for bearer in self.bearers for day in days)

    def is_to_come(self, day: date) -> bool:
        """Tell whether nobody bears the name before *day*, and somebody will after it."""
        return all(bearer.tu and bearer.tu > day for bearer in self.bearers)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text."""

    start: int
    words: str
    term: Term


class Lexicon:
    """All dated names of a workspace, found in a text: the longest wins."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._terms: dict[str, Term] = {}
        self._forms: dict[str, str] = {}
        self._firsts: set[str] = set()
        self._found: dict[str, list[Found]] = {}
        self.laws = {key: law for law in workspace.laws if (key := law_key(law.so))}
        for code, unit in workspace.units.items():
            self._add_unit(code, unit.value)
        self._add_groups()
        self._add_regimes()
        forms = [self._forms[key] for key in sorted(self._forms, key=len, reverse=True)]
        # most words begin with no letter that a name begins with: they cost one look
        first = f"(?=[{re.escape(''.join(sorted(self._firsts)))}])" if forms else "(?!)"
        self._pattern = re.compile(rf"(?<!\w){first}(?:{'|'.join(forms)})(?!\w)")

    def find(self, text: str) -> list[Found]:
        """Return the names in *text*, but not those that the text itself calls past."""
        if text not in self._found:
            self._found[text] = list(self._search(text, old_tones(text)))
        return self._found[text]

    def _search(self, typed: str, text: str) -> Iterator[Found]:
        """Yield the names in *text*, which is *typed* letter by letter, its tones in one place."""
        for match in self._pattern.finditer(text):
            term = self._terms[_key(match[0])]
            before, after = text[: match.start()], text[match.end() :]
            if _PAST_AFTER.match(after) or _PAST_BEFORE.search(before):
                continue
            if term.family == "office" and (_goes_on(after) or self._elsewhere(term, after)):
                continue
            yield Found(match.start(), typed[match.start() : match.end()], term)

    def is_name(self, text: str, day: date) -> bool:
        """Tell whether nothing speaks against a name on *day*."""
        term = self._terms.get(_key(text))
        return term is None or term.holds((day,))

    def called(self, code: str, day: date) -> str:
        """Return how a unit is called on *day*, for a hint."""
        unit = self.workspace.units[code].value
        kind = self.workspace.unit_kinds.get(unit.loai)
        place = unit.dia_ban.place.in_sentence if unit.dia_ban else ""
        body = (kind.co_quan_viet_tat or kind.co_quan) if kind else None
        return unit.name_at(day) or f"{body or ''} {place}".strip() or code

    def _add_unit(self, code: str, unit: DonVi) -> None:
        spans = [(name.ten, _both(name, unit.ton_tai)) for name in unit.ten or ()]
        spans += [(unit.ten_goi, unit.ton_tai)] if unit.ten_goi else []
        kind = self.workspace.unit_kinds.get(unit.loai)
        if unit.dia_ban and kind and not unit.ten:
            place = unit.dia_ban.place
            for body in filter(None, (kind.co_quan, kind.co_quan_viet_tat)):
                spans.append((f"{body} {place.noun} {place.name}", unit.ton_tai))
                if kind.den:  # of a level that is no more, not even its noun alone is right
                    spans.append((f"{body} {place.noun}", _both(kind, unit.ton_tai)))
        for text, span in spans:
            self._add(text, "office", Bearer(code, span.tu, span.den))

    def _add_groups(self) -> None:
        places = (unit.value.dia_ban for unit in self.workspace.units.values())
        nouns = sorted({area.place.noun for area in places if area})
        for code, group in self.workspace.groups.items():
            for name in group.ten:
                if not any(span.tu or span.den for span in group.ten) or "{cac}" in name.ten:
                    continue
                for noun in nouns if "{" in name.ten else [""]:
                    text = filled(name.ten, noun)
                    bearer = Bearer(code, name.tu, self._until(text, name.den))
                    self._add(text, "group", bearer).place = noun

    def _until(self, text: str, last: date | None) -> date | None:
        """Return the last day of a name: none outlives the regime whose words it holds."""
        regimes = self.workspace.regimes
        words = {word: regime.den for regime in regimes for word in regime.tu_ngu.values()}
        ends = [end for word, end in words.items() if end and word in text]
        return min([*ends, *([last] if last else [])], default=None)

    def _add_regimes(self) -> None:
        """Add the words of each regime; a word in use before its regime is nobody's mistake."""
        for regime in self.workspace.regimes:
            for key, words in regime.tu_ngu.items():
                self._add(words, "regime", Bearer(key, None, regime.den))

    def _add(self, text: str, family: Family, bearer: Bearer) -> Term:
        key = _key(text)
        term = self._terms.setdefault(key, Term(text, family))
        term.bearers.append(bearer)
        self._firsts |= {old_tones(text)[0], old_tones(text)[0].upper()}
        if family == "regime" or text.startswith("Phòng "):  # written small too
            self._firsts.add(old_tones(text)[0].lower())
        self._forms.setdefault(key, _forms(text, family))
        return term

    def _elsewhere(self, term: Term, after: str) -> bool:
        """Tell of “Phòng Nội vụ quận Hồng Bàng” where the workspace knows quận Ngô Quyền's only."""
        match = _PLACE.match(after)
        if match is None:
            return False
        units = self.workspace.units
        bearers = [units[who.code].value for who in term.bearers if who.code in units]
        above = {span.don_vi for unit in bearers for span in unit.cap_tren}
        places = [units[code].value.dia_ban for code in above if code in units]
        own = " ".join(takewhile(_is_capital, match["words"].split()))
        said = fold(f"{match['noun']} {own}".strip())
        known = (area.place for area in places if area)
        return said not in {fold(place.in_sentence if own else place.noun) for place in known}


def law_key(number: str) -> str:
    """Return “4/2015/NĐ-CP” for “04 / 2015/NĐ – CP”."""
    return re.sub("[–‑]", "-", "".join(nfc(number).split())).upper().lstrip("0")


def says_coming(text: str) -> bool:
    """Tell whether *text* speaks of offices that are being set up or take over."""
    return _COMING.search(text) is not None


def filled(name: str, noun: str) -> str:
    """Return the name of a group with the noun of a place in it."""
    return name.replace("{cap}", noun).replace("{Cap}", noun[:1].upper() + noun[1:])


def _both(name: Khoang, life: Khoang) -> Khoang:
    """Return the time of a name inside the life of the unit."""
    first = max(filter(None, (name.tu, life.tu)), default=None)
    last = min(filter(None, (name.den, life.den)), default=None)
    return Khoang.model_construct(tu=first, den=last)


def _key(text: str) -> str:
    return " ".join(old_tones(text).replace("–", "-").lower().split())


def _forms(text: str, family: Family) -> str:
    """Return the patterns of a name: as it is, in capitals, and small before its own place."""
    form = _form(text, family)
    if family == "regime":
        return form
    capitals, small = _form(text.upper(), family), ""
    if family == "office" and text.startswith("Phòng "):
        small = f"|[Pp]{_form(text.lower(), family)[1:]}{_OWN_PLACE}"
    return f"{form}|{capitals}{small}" if capitals != form else form


def _form(text: str, family: Family) -> str:
    """Return the pattern of a name: any blanks; capitals count for offices, but in “Quận” not."""
    words = old_tones(text).split()
    if family == "regime":
        return "(?i:" + r"\s+".join(map(re.escape, words)) + ")"
    return r"\s+".join(_word(word) for word in words)


def _word(word: str) -> str:
    if word in ("-", "–"):
        return "[-–]"
    if (
        fold(word) in {"quan", "huyen", "phuong", "xa", "thi", "thanh", "tinh"}
        and word != word.title()
    ):
        return f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"
    return re.escape(word)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _goes_on(after: str) -> bool:
    """Tell whether the words after a name make it a longer name, unknown here."""
    match = _NEXT.match(after)
    if match is None or not match["word"][0].isupper():
        return False
    if by := match["by"].strip():
        return by in "-–" or not _OFFICE.match(after[match.start("word") :])
    return match["word"].capitalize() not in _NOUNS
