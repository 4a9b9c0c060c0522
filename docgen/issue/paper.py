"""A document that docgen did not make, as a clerk tells of it, and the order that it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.errors import (
    DocgenError,
    InvalidDataError,
    UnitNotFoundError,
    did_you_mean,
    system_reason,
)
from docgen.issue.office import office_of
from docgen.issue.series import series_for
from docgen.load.references import workspace_problems
from docgen.load.root import SETTINGS
from docgen.load.workspace import Workspace
from docgen.register.entry import Order
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.document_types import ABBREVIATIONS, TYPES, Kind, type_and_rest, type_named
from docgen.write import digest

_BODIES = ("HĐ", "CT", "TB")
"""Abbreviations of types that are those of bodies as well: 12/HĐ-VP may be a công văn."""
_NOTATION = re.compile(r"[^\W\d_][^\W_]*(?:[-.&][^\W_]+)*")
_DASHES = re.compile(r"\s*[‐‑‒–—−-]\s*")
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, what is no character, and bytes that are no UTF-8, as Python hands them on."""
LONGEST = 500
_LONGEST_LIST = 2000
_ABOUT = re.compile(r"(?:v\s*/\s*v|về việc)\s*:?\s+", re.IGNORECASE)


class PaperRefusedError(DocgenError):
    """What is told of a document cannot stand in the book; *faults* are by column."""

    code = "document-refused"

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        self.faults = faults
        super().__init__(" ".join(sentence for _, sentence in faults))


@dataclass(frozen=True, slots=True)
class Paper:
    """What a clerk tells: the type by its name, the number if the paper has one already."""

    unit: str
    type_name: str
    subject: str
    day: date
    number: int | None = None
    notation: str = ""
    signer: str = ""
    title: str = ""
    recipients: str = ""
    archive: str = "VT"
    copies: int | None = None
    file: Path | None = None
    note: str = ""
    void: str = ""


def require_unit(workspace: Workspace, code: str) -> None:
    """Raise unless *code* is a unit, its file and docgen.yaml without mistakes."""
    if code not in workspace.unit_files():
        raise UnitNotFoundError(code, workspace.unit_files())
    files = {workspace.root / SETTINGS, workspace.folder("don_vi") / f"{code}.yaml"}
    files.add(workspace.folder("danh_muc") / "loai_don_vi.yaml")
    wrong = [one for one in workspace_problems(workspace) if one.place.path in files]
    if found := [one.under(workspace.root) for one in wrong if not one.warning]:
        raise InvalidDataError(found)


def order_for(workspace: Workspace, paper: Paper, today: date) -> Order:
    """Return the order of *paper*'s line in the book; raise PaperRefusedError with all its faults."""
    kind, sign, subject = _checked(workspace, paper, today)
    office, superior = office_of(workspace, paper.unit, paper.day)
    file = paper.file
    return Order(
        series=series_for(workspace, paper.unit, paper.day.year, kind.name),
        kind="",
        unit=paper.unit,
        ma="",
        notation=sign,
        type_name=kind.name if kind.ten_loai else "",
        subject=subject,
        signer=_line(paper.signer),
        title=_line(paper.title),
        recipients=_line(paper.recipients),
        archive=_line(paper.archive),
        copies=paper.copies,
        file=_shown(workspace.root, file) if file else "",
        day=paper.day,
        number=paper.number,
        digest=digest(file.read_bytes()) if file else "",
        note=_line(paper.note),
        void=_line(paper.void),
        office=office,
        superior=superior,
    )


def _checked(workspace: Workspace, paper: Paper, today: date) -> tuple[Kind, str, str]:
    """Return the type, the notation and the subject; raise PaperRefusedError."""
    kind = type_named(paper.type_name)
    sign = _DASHES.sub("-", paper.notation.strip()) or _usual_sign(workspace, paper.unit, kind)
    subject = _subject(paper.subject, kind)
    faults = [
        *_text_faults(paper),
        *_type_faults(paper.type_name, kind, sign),
        *_day_faults(workspace, paper, today),
        *((("trich_yeu", "Chưa có trích yếu nội dung."),) if not subject else ()),
        *_file_faults(paper.file),
    ]
    if faults or kind is None:
        raise PaperRefusedError(faults)
    return kind, sign, subject


def unfit(label: str, words: str, longest: int = LONGEST) -> str:
    """Return why *words* cannot stand in the book; nothing if they can."""
    words = _line(words)
    if _UNFIT.search(words):
        return f"{label} có ký tự điều khiển hoặc ký tự không phải UTF-8, không ghi vào sổ được; gõ lại."
    if len(words) > longest:
        return f"{label} dài {len(words)} ký tự; rút gọn còn nhiều nhất {longest}."
    return ""


def _text_faults(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the typed words, whatever they say."""
    for about, label, words, longest in (
        ("trich_yeu", "Trích yếu", paper.subject, LONGEST),
        ("nguoi_ky", "Họ tên người ký", paper.signer, LONGEST),
        ("nguoi_ky", "Chức vụ người ký", paper.title, LONGEST),
        ("noi_nhan", "Nơi nhận", paper.recipients, _LONGEST_LIST),
        ("ban_luu", "Nơi lưu", paper.archive, LONGEST),
        ("ghi_chu", "Ghi chú", paper.note, _LONGEST_LIST),  # in a book it tells of other lines too
        ("ghi_chu", "Lý do hủy", paper.void, _LONGEST_LIST),
    ):
        if wrong := unfit(label, words, longest):
            yield about, wrong


def _line(words: str) -> str:
    return " ".join(words.split())


def _usual_sign(workspace: Workspace, unit: str, kind: Kind | None) -> str:
    """Return “QĐ-UBND” for a decision of an UBND; nothing where it cannot be told."""
    value = workspace.units[unit].value
    declared = workspace.unit_kinds.get(value.loai)
    short = value.viet_tat or (declared.co_quan_viet_tat if declared else "") or ""
    return f"{kind.abbreviation}-{short}" if kind and kind.abbreviation and short else ""


def _subject(words: str, kind: Kind | None) -> str:
    """Return trích yếu without the type before it, and without the full stop."""
    named, rest = type_and_rest(words)
    words = (rest if named and named is kind else _line(words)).lstrip(":,;-–— ").rstrip(". ")
    if found := _ABOUT.match(words):
        words = words[found.end() :]
        return words if kind and not kind.ten_loai else f"về việc {words}"
    return words


def _type_faults(typed: str, kind: Kind | None, sign: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the type, and with the notation beside it."""
    names = [one.name for one in TYPES.values() if one.numbered]
    if kind is None:
        known = ", ".join(names)
        capital = f"{typed[:1].upper()}{typed[1:].lower()}"
        meant = did_you_mean(capital, names)
        yield "trich_yeu", f"Không có loại văn bản “{typed}”.{meant} Có: {known}."
    elif not kind.numbered:
        message = (
            f"{kind.name} không có số, ký hiệu (Mục I Phụ lục III Nghị định 30/2020/NĐ-CP không có "
            "chữ viết tắt cho loại này) nên không vào sổ này."
        )
        yield "trich_yeu", message
    elif not sign and not kind.ten_loai:
        message = (
            "Công văn cần có ký hiệu: chữ viết tắt tên cơ quan và đơn vị soạn thảo, ví dụ UBND-VP "
            "(--notation UBND-VP)."
        )
        yield "so_ky_hieu", message
    elif not sign:
        yield (
            "so_ky_hieu",
            ("Chưa biết ký hiệu: ghi --notation, hoặc mục viet_tat trong tệp của đơn vị."),
        )
    else:
        yield from _sign_faults(kind, sign)


def _sign_faults(kind: Kind, sign: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a notation; the type's abbreviation begins it."""
    first = sign.partition("-")[0]
    if wrong := unfit("Ký hiệu", sign):
        yield "so_ky_hieu", wrong
    elif re.match(r"\d{4}\s*/", sign):
        yield (
            "so_ky_hieu",
            (
                f"Ký hiệu “{sign}” có năm: văn bản quy phạm pháp luật đánh số riêng, không vào dãy số này; "
                "văn bản hành chính thì bỏ năm."
            ),
        )
    elif not _NOTATION.fullmatch(sign):
        yield "so_ky_hieu", f"“{sign}” không phải là ký hiệu; viết như QĐ-UBND hoặc UBND-VP."
    elif kind.ten_loai and first != kind.abbreviation:
        yield (
            "so_ky_hieu",
            (
                f"Ký hiệu “{sign}” không hợp với {kind.name.lower()}: phải bắt đầu bằng {kind.abbreviation}-."
            ),
        )
    elif not kind.ten_loai and first in ABBREVIATIONS and first not in _BODIES:
        other = ABBREVIATIONS[first].name.lower()
        yield (
            "so_ky_hieu",
            (f"Ký hiệu “{sign}” là của {other}; công văn không ghi tên loại, viết như UBND-VP."),
        )


def _day_faults(workspace: Workspace, paper: Paper, today: date) -> Iterator[tuple[str, str]]:
    unit = workspace.units[paper.unit].value
    if paper.day > today:
        message = f"Ngày {short_date(paper.day)} chưa đến: văn bản vào sổ khi đã ký, ghi đúng ngày trên văn bản."
        yield "ngay", message
    if not unit.exists(paper.day):
        ends = (("từ", unit.ton_tai.tu), ("đến", unit.ton_tai.den))
        told = " ".join(f"{word} {short_date(end)}" for word, end in ends if end)
        yield (
            "ngay",
            (f"{paper.unit} không tồn tại vào ngày {short_date(paper.day)} (tồn tại {told})."),
        )


def _file_faults(path: Path | None) -> Iterator[tuple[str, str]]:
    if path is None:
        return
    if _UNFIT.search(str(path)):
        yield (
            "trich_yeu",
            "Tên tệp có ký tự điều khiển hoặc ký tự không phải UTF-8; đổi tên tệp rồi chạy lại.",
        )
        return
    try:
        with path.open("rb"):
            return
    except OSError as error:
        yield "trich_yeu", f"Không đọc được tệp {path.as_posix()} ({system_reason(error)})."


def _shown(root: Path, path: Path) -> str:
    """Return a file from the workspace down, or whole where it is elsewhere."""
    whole, top = path.resolve(), root.resolve()
    return (whole.relative_to(top) if whole.is_relative_to(top) else whole).as_posix()
