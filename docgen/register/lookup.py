"""Find a line of the book by what a clerk says of it, and what may be done to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.errors import DocgenError, did_you_mean
from docgen.register.book import subject, type_name
from docgen.register.entry import LIVE, Entry
from docgen.vietnamese.document_types import plain
from docgen.vietnamese.letters import slug
from docgen.vietnamese.numbers import padded

_FEW = 6
_SIGN = re.compile(r"(?:số)?\W*(\d{1,6})\s*(?:/\s*(\S+))?", re.IGNORECASE)


class NumberNotFoundError(DocgenError):
    """No line of the book has this number."""

    code = "number-not-found"


class SeveralNumbersError(DocgenError):
    """Several rows of numbers have this one."""

    code = "number-ambiguous"

    def __init__(self, asked: str, found: Sequence[Entry]) -> None:
        lines = "".join(f"\n  {one.sign}  {one.order.unit}: {subject(one)}" for one in found[:_FEW])
        lines += "\n  …" if len(found) > _FEW else ""
        super().__init__(
            f"Có {len(found)} văn bản số {asked}; ghi cả ký hiệu, hoặc thêm --unit, --kind:{lines}"
        )


class ChangeRefusedError(DocgenError):
    """A line of the book cannot become void, replaced or corrected as asked."""

    code = "change-refused"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a clerk says of a line: “7” or “07/KH-UBND”, and the office, year and tên loại if need be.

    *there* tells that the office has its data, so that it is no mistyped one.
    """

    words: str
    unit: str = ""
    year: int | None = None
    kind: str = ""
    there: bool = False


def parse_sign(words: str) -> tuple[int, str] | None:
    """Return (7, “KH-UBND”) for “07/KH-UBND”, (7, "") for “7”; None for what is no number."""
    found = _SIGN.fullmatch(words.strip())
    return (int(found[1]), found[2] or "") if found else None


def latest_year(entries: Sequence[Entry]) -> int | None:
    """Return the year of the newest numbers."""
    return max((entry.order.series.year for entry in entries), default=None)


def look_up(entries: Sequence[Entry], asked: Asked) -> Entry:
    """Return the one line that *asked* means; the newest year of what is asked where none is told.

    Raises NumberNotFoundError, SeveralNumbersError.
    """
    parsed = parse_sign(asked.words)
    if parsed is None:
        message = f"“{asked.words}” không phải là số văn bản; viết  7  hoặc  07/KH-UBND."
        raise NumberNotFoundError(message)
    number, notation = parsed
    among = chosen(entries, asked)
    found = [
        entry
        for entry in among
        if entry.number == number and (not notation or slug(entry.order.notation) == slug(notation))
    ]
    if not found:
        raise NumberNotFoundError(_nothing(among, asked, number, notation))
    if len(found) > 1:
        raise SeveralNumbersError(padded(number), found)
    return found[0]


def chosen(entries: Sequence[Entry], asked: Asked) -> list[Entry]:
    """Return the lines of one office, type and year; what is not told is not asked.

    Where no year is told it is the newest of that office and type.
    """
    if asked.unit and not any(entry.order.unit == asked.unit for entry in entries):
        known = sorted({entry.order.unit for entry in entries})
        meant = "" if asked.there else did_you_mean(asked.unit, known)
        message = f"Sổ chưa có văn bản nào của “{asked.unit}”.{meant}"
        raise NumberNotFoundError(message)
    among = [
        entry
        for entry in entries
        if asked.unit in ("", entry.order.unit) and (not asked.kind or _is_of(entry, asked.kind))
    ]
    year = asked.year or latest_year(among)
    return [entry for entry in among if entry.order.series.year == year]


def _is_of(entry: Entry, type_name_: str) -> bool:
    """Tell whether a document is of a type, whoever made it; copies are of their row as well."""
    return plain(type_name_) in (plain(type_name(entry)), plain(entry.order.series.kind))


def _nothing(among: Sequence[Entry], asked: Asked, number: int, notation: str) -> str:
    told = f"{padded(number)}/{notation}" if notation else padded(number)
    where = f" của {asked.unit}" if asked.unit else ""
    when = f" năm {asked.year}" if asked.year else ""
    if not among:
        return f"Sổ chưa có văn bản nào{where}{when}."
    same = [entry.sign for entry in among if entry.number == number]
    hint = f" Có: {', '.join(same)}." if same else ""
    last = max(among, key=lambda entry: entry.number)
    return f"Sổ không có số {told}{where}{when}.{hint or f' Số lớn nhất là {last.sign}.'}"


def check_void(entry: Entry, former: Entry | None = None) -> None:
    """Raise ChangeRefusedError unless *entry* can become void.

    One that is void is looked at again while *former*, which it replaced, waits for its file.
    """
    if entry.state == "đã hủy" and not (former and waits(former)):
        raise ChangeRefusedError(f"Số {entry.sign} đã hủy từ trước: {entry.reason}.")
    if entry.state == "đã thay thế":
        message = f"Số {entry.sign} đã được thay thế bằng văn bản khác, không hủy nữa."
        raise ChangeRefusedError(message)


def check_take_back(entry: Entry, known: Sequence[Entry], *, whole: bool = True) -> None:
    """Raise ChangeRefusedError unless *entry* is void and nothing took its place in the book.

    *whole* tells whether its file is as it was when the number was given.
    """
    refused = f"Không lấy lại số {entry.sign}: "
    if entry.state != "đã hủy":
        raise ChangeRefusedError(
            f"Số {entry.sign} không bị hủy (trong sổ: {entry.state}), không có gì để lấy lại. Xem lại số bằng  "
            "docgen register list."
        )
    if other := _instead(entry, known):
        raise ChangeRefusedError(
            f"{refused}đã có số {other.sign} thay văn bản này. Vẫn cần số này thì hủy số kia trước:  docgen "
            f'register void {words_for(other)} --reason "lý do"  rồi chạy lại lệnh này.'
        )
    former = next((one for one in known if one.id == entry.replaces), None)
    if former and former.state == "đã hủy":
        raise ChangeRefusedError(
            f"{refused}nó thay thế số {former.sign}, số ấy đã hủy. Lấy lại số ấy trước:  docgen register void "
            f"{words_for(former)} --undo  rồi chạy lại lệnh này."
        )
    if not whole:
        raise ChangeRefusedError(
            f"{refused}tệp {entry.order.file} không còn như khi cấp số. Lấy lại tệp ấy từ bản sao lưu rồi chạy "
            "lại lệnh này."
            if entry.digest
            else f"{refused}khi hủy tệp chưa ghi xong. Lập lại văn bản và cấp số khác bằng  docgen issue."
        )


def _instead(entry: Entry, known: Sequence[Entry]) -> Entry | None:
    """Return the last of the lines that stand now where the void *entry* stood, if any does."""
    by_id = {one.id: one for one in known}
    line, former = [entry], entry.replaces
    while former:
        line.append(by_id[former])
        former = by_id[former].replaces
    ids, keys = {one.id for one in line}, {one.key for one in line if one.order.kind}
    file = entry.order.file or None
    others = (one for one in known if one.state != "đã hủy" and one.id not in ids)
    same = (
        one for one in others if one.key in keys or one.replaces in ids or one.order.file == file
    )
    found = next(same, None)
    while found and found.replaced_by:
        found = by_id[found.replaced_by]
    return found


def words_for(entry: Entry) -> str:
    """Return the words by which a command of the register finds *entry*."""
    return f"{entry.sign} --unit {entry.order.unit} --year {entry.order.series.year}"


def check_edit(entry: Entry, names: Iterable[str]) -> None:
    """Raise ChangeRefusedError unless what *names* tell of *entry* may be mended in the book."""
    if not entry.order.by_hand and set(names) - {"note"}:
        raise ChangeRefusedError(
            f"Số {entry.sign} là văn bản do docgen lập: trong sổ chỉ sửa được --note, điều khác ghi như chính "
            'văn bản. Sai nội dung thì lập văn bản thay thế:  docgen issue … --replace "lý do"; sai thể thức, '
            "kỹ thuật trình bày thì đính chính bằng công văn:  docgen register correct (khoản 3 Điều 18 Nghị "
            "định 30/2020/NĐ-CP)."
        )


def waits(former: Entry) -> bool:
    """Tell of a document that was replaced and has nothing that stands for it any more."""
    return former.state == "đã thay thế" and former.replaced_by is None


def check_replace(former: Entry, by: Entry) -> None:
    """Raise ChangeRefusedError unless *by* can replace *former*: khoản 3 Điều 18 NĐ 30/2020."""
    reason = ""
    if former.state != "đã cấp":
        reason = (
            "tệp của số này chưa ghi xong"
            if former.state == "đang ghi"
            else f"số này {former.state}"
        )
    elif by.order.series.issuer != former.order.series.issuer:
        reason = "văn bản thay thế phải do chính cơ quan đã ban hành văn bản lập"
    elif plain(type_name(by)) != plain(type_name(former)):
        reason = (
            f"văn bản mới là {type_name(by).lower()}, văn bản cũ là {type_name(former).lower()}; thay thế "
            "phải bằng văn bản có hình thức tương đương (khoản 3 Điều 18 Nghị định 30/2020/NĐ-CP)"
        )
    elif by.order.day < former.order.day:
        reason = "văn bản thay thế có ngày trước văn bản được thay thế"
    if reason:
        raise ChangeRefusedError(f"Không ghi thay thế số {former.sign}: {reason}.")


def check_correct(entry: Entry, by: Entry) -> None:
    """Raise ChangeRefusedError unless *by* can correct *entry*: khoản 3 Điều 18 NĐ 30/2020."""
    reason = ""
    if by.order.type_name:
        reason = f"số {by.sign} là {by.order.type_name.lower()}; đính chính phải bằng công văn (khoản 3 Điều 18 Nghị định 30/2020/NĐ-CP)"
    elif by.order.series.issuer != entry.order.series.issuer:
        reason = f"số {by.sign} là của {by.order.unit}; công văn đính chính phải do chính cơ quan đã ban hành văn bản lập"
    elif by.id == entry.id:
        reason = "văn bản không tự đính chính chính nó"
    elif by.state not in LIVE or entry.state == "đã hủy":
        void = by if by.state not in LIVE else entry
        reason = f"số {void.sign} {void.state}"
    elif by.order.day < entry.order.day:
        reason = f"công văn số {by.sign} có ngày trước văn bản được đính chính"
    elif by.corrects not in (None, entry.id):
        reason = f"công văn số {by.sign} đã ghi là đính chính văn bản khác"
    if reason:
        raise ChangeRefusedError(f"Không ghi đính chính số {entry.sign}: {reason}.")
