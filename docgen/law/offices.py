"""Offices, groups and words that had another name on the day of the document, or none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from docgen.law.lexicon import filled, says_coming
from docgen.law.paper import Named, Paper
from docgen.law.rule import Hit, Numbers, rule
from docgen.load.loaded import Loaded
from docgen.load.nodes import Loc
from docgen.model.record import at, holds
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.letters import fold

_LIFE = "ton_tai trong tệp của đơn vị"
_LEVELS = "don_vi_co_so"
_OFFICIAL = "tên chính thức: điểm a khoản 2 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"


@rule("office-renamed", source=_OFFICIAL)
def office_renamed(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Offices are called as they were called on the day of the document.

    Bad:  phu_trach: Phòng Văn hóa và Thông tin                (after 01/3/2025)
    Good: phu_trach: Phòng Văn hóa, Khoa học và Thông tin
    """
    for named, day in _named(paper, "office"):
        living = _living(paper, named, day)
        if living:
            name = paper.lexicon.called(living[0], day)
            message = f"ngày {short_date(day)} không có tên “{named.words}”, đơn vị tên là “{name}”"
            yield _hit(named, message, f"viết  {name}")


@rule("office-gone", source=_OFFICIAL)
def office_gone(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Offices that are no more are given no work; their successors are.

    Bad:  phu_trach: UBND quận Ngô Quyền    (after 30/6/2025)
    Good: phu_trach: UBND phường Gia Viên
    """
    for named, day in _named(paper, "office"):
        if not _living(paper, named, day) and not named.term.is_to_come(day):
            last = max((bearer.den for bearer in named.term.bearers if bearer.den), default=day)
            message = (
                f"“{named.words}” kết thúc ngày {short_date(last)}, trước ngày {short_date(day)}"
            )
            heirs = _heirs(paper, [bearer.code for bearer in named.term.bearers], day)
            told = ", ".join(paper.lexicon.called(heir, day) for heir in heirs)
            hint = f"đơn vị kế thừa: {told}" if told else "viết tên cơ quan nhận nhiệm vụ"
            yield _hit(named, message, hint)
    for file, loc, code in _coded(paper):
        ended = paper.workspace.units[code].value.ton_tai.den
        if ended and ended < paper.day:
            when = f"kết thúc ngày {short_date(ended)}, trước ngày {short_date(paper.day)}"
            heirs = [heir for heir in _heirs(paper, [code], paper.day) if heir != paper.code]
            told = ", ".join(f"{heir} ({_called(paper, heir)})" for heir in heirs)
            hint = f"đơn vị kế thừa: {told}" if told else "ghi mã đơn vị đang có vào ngày ấy"
            yield Hit(file, loc, f"“{code}” ({_called(paper, code)}) {when}", hint, code, _LIFE)


@rule("office-not-yet", source=_OFFICIAL)
def office_not_yet(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Offices that are still to come are named only where their coming is told.

    Bad:  phu_trach: UBND phường Lê Chân    (of 10/02/2025, before 01/7/2025)
    Good: noi_dung: Bàn giao hồ sơ cho UBND phường Lê Chân.
    """
    for named, day in _named(paper, "office"):
        gone = _living(paper, named, day) or not named.term.is_to_come(day)
        # a ward made anew may have issued what is cited under its name of before
        here = named.term.holds((paper.day,))
        if gone or here or says_coming(named.passage.text):
            continue
        first = min(bearer.tu for bearer in named.term.bearers if bearer.tu)
        message = f"“{named.words}” có từ ngày {short_date(first)}, sau ngày {short_date(day)}"
        yield _hit(named, message, "viết tên cơ quan đang có, hoặc nói rõ việc thành lập, bàn giao")
    for file, loc, code in _coded(paper):
        began = paper.workspace.units[code].value.ton_tai.tu
        if began and began > paper.day:
            when = f"có từ ngày {short_date(began)}, sau ngày {short_date(paper.day)}"
            hint = "ghi mã đơn vị đang có vào ngày ấy"
            yield Hit(file, loc, f"“{code}” ({_called(paper, code)}) {when}", hint, code, _LIFE)


@rule("place-level-gone", source="don_vi_co_so trong data/danh_muc/che_do.yaml")
def place_level_gone(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Places are of a level that there is under the regime of the day.

    Bad:  dia_ban: {cap: thị trấn, ten: An Lão}    (after 30/6/2025)
    Good: dia_ban: {cap: xã, ten: An Lão}
    """
    place, regime = paper.unit.dia_ban, at(paper.workspace.regimes, paper.day)
    if place is None or regime is None or not paper.unit.exists(paper.day):
        return
    level, now = fold(place.cap), regime.tu_ngu.get(_LEVELS, "")
    if level in _levels(now) or not any(
        level in _levels(other.tu_ngu.get(_LEVELS, "")) for other in paper.workspace.regimes
    ):
        return
    message = f"ngày {short_date(paper.day)} không có cấp “{place.cap}” ({regime.ten})"
    hint = f"viết một cấp của chế độ này ({now}), hoặc thêm  ton_tai:  với ngày đơn vị kết thúc"
    yield Hit(paper.workspace.units[paper.code], ("dia_ban", "cap"), message, hint)


def _levels(words: str) -> set[str]:
    return {fold(word).strip() for word in words.split(",")} - {""}


@rule("group-renamed", source=_OFFICIAL)
def group_renamed(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Recipient groups are called as they were called on the day of the document.

    Bad:  - Ban Dân vận Quận ủy        (after the day on which it was merged)
    Good: - Ban Tuyên giáo và Dân vận Quận ủy
    """
    for named, day in _named(paper, "group"):
        spans = paper.workspace.groups[named.term.bearers[0].code].ten
        now = at(spans, day)
        message = f"ngày {short_date(day)} không có tên “{named.words}”"
        name = filled(now.ten, named.term.place) if now else ""
        good = name and paper.lexicon.is_name(name, day)
        yield _hit(named, message, f"viết  {name}" if good else "viết tên cơ quan nhận nhiệm vụ")


@rule("regime-word", source="tu_ngu trong data/danh_muc/che_do.yaml")
def regime_word(paper: Paper, _numbers: Numbers) -> Iterator[Hit]:
    """Words of the three tiers are not used under the two.

    Bad:  hom_thu: Bộ phận tiếp nhận và trả kết quả    (after 30/6/2025)
    Good: hom_thu: Trung tâm Phục vụ hành chính công
    """
    for named, day in _named(paper, "regime"):
        regime = at(paper.workspace.regimes, day)
        if regime is None or any(named.term.text in words for words in regime.tu_ngu.values()):
            continue
        instead = regime.tu_ngu.get(named.term.bearers[0].code)
        message = f"“{named.words}” không còn dùng vào ngày {short_date(day)} ({regime.ten})"
        yield _hit(named, message, f"viết  {instead}" if instead else "viết lại theo chế độ này")


def _coded(paper: Paper) -> Iterator[tuple[Loaded[Any], Loc, str]]:
    """Yield the units that a paper names by their codes: its recipients, and the superior."""
    own, units = paper.workspace.units[paper.code], paper.workspace.units
    if not paper.unit.exists(paper.day):
        return
    file: Loaded[Any] = paper.data if paper.data and paper.data.value.noi_nhan else own
    found = [(file, ("noi_nhan", row), line.don_vi) for row, line in enumerate(file.value.noi_nhan)]
    found += [
        (own, ("cap_tren", row), span.don_vi)
        for row, span in enumerate(paper.unit.cap_tren)
        if holds(span, paper.day)
    ]
    for where, loc, code in found:
        if code in units:
            yield where, (*loc, "don_vi"), code


def _called(paper: Paper, code: str) -> str:
    return paper.lexicon.called(code, paper.day)


def _named(paper: Paper, family: str) -> Iterator[tuple[Named, date]]:
    for named in paper.names:
        if named.term.family == family:
            yield named, named.days[0]


def _hit(named: Named, message: str, hint: str) -> Hit:
    return Hit(named.passage.file, named.passage.loc, message, hint, named.words)


def _living(paper: Paper, named: Named, day: date) -> list[str]:
    """Return the bearers of a name that exist on *day*, under another name."""
    units = paper.workspace.units
    codes = dict.fromkeys(bearer.code for bearer in named.term.bearers)
    return [code for code in codes if code in units and units[code].value.exists(day)]


def _heirs(paper: Paper, codes: list[str], day: date) -> list[str]:
    """Return the units that stand on *day* where those of *codes* stood, through every heir."""
    units, seen, found = paper.workspace.units, set(codes), []
    for code in codes:
        for heir in units[code].value.ke_thua if code in units else ():
            if heir.don_vi in seen or heir.don_vi not in units:
                continue
            seen.add(heir.don_vi)
            if units[heir.don_vi].value.exists(day):
                found.append(heir.don_vi)
            else:
                codes.append(heir.don_vi)
    return found
