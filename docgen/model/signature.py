"""The signature block (ô 7a, 7b) from data: khoản 7 Mục II Phần I Phụ lục I, Điều 13 NĐ 30/2020."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model.unit import NguoiKy
from docgen.model.vocabulary import LoaiDonVi

_LINE = re.compile(r"(TM|KT|TL|TUQ|Q)\. (\S.*)")
_LOOSE = re.compile(r"(T/M|K/T|T/L|TM|KT|TL|TUQ|Q)\b[./:]*\s*(.*)", re.IGNORECASE)
_DEPUTY = re.compile(r"(?:Q\. )?(Phó|Thứ trưởng)\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"(GS|PGS|TS|ThS|BS|KS|CN|NGND|NGƯT|NSND|NSƯT|Đồng chí|Đ/c|Ông|Bà)\b[.\s]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a signer breaks: the field (and row) it stands in, code, sentence, hint."""

    where: tuple[str | int, ...]
    code: str
    sentence: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What is printed: *quyen_han* are the lines of ô 7a, *chuc_vu_khac* stands above the name."""

    quyen_han: tuple[str, ...]
    ho_ten: str
    chuc_vu_khac: str | None = None


def block(signer: NguoiKy, kind: LoaiDonVi) -> Block:
    """Return the block of *signer* in an office of *kind*.

    Without ``quyen_han`` the usual lines are made: a collective signs TM., a deputy KT.
    (khoản 1, 2 Điều 13); an empty list means that the signer signs by his own authority alone.
    """
    above = signer.quyen_han if signer.quyen_han is not None else usual_lines(signer, kind)
    lines = tuple(line.upper() for line in (*above, signer.chuc_vu))
    return Block(lines, signer.ho_ten, signer.chuc_vu_khac.upper() if signer.chuc_vu_khac else None)


def usual_lines(signer: NguoiKy, kind: LoaiDonVi) -> list[str]:
    """Return the lines above the title that follow from the office and the title."""
    lines = [f"TM. {kind.tap_the}"] if kind.tap_the else []
    if _DEPUTY.match(signer.chuc_vu):
        lines.append(f"KT. {kind.truong}" if kind.truong else "KT. …")
    return lines


def faults(signer: NguoiKy, kind: LoaiDonVi) -> Iterator[Fault]:
    """Yield every rule of the signature block that *signer* breaks."""
    yield from _name_faults(signer)
    yield from _title_faults(signer, kind)
    lines = signer.quyen_han or []
    parsed = []
    for row, line in enumerate(lines):
        if match := _LINE.fullmatch(line):
            parsed.append((row, match[1], match[2]))
        else:
            yield _unread(row, line)
    if len(parsed) == len(lines):
        yield from _line_faults(parsed, signer, kind)


def _name_faults(signer: NguoiKy) -> Iterator[Fault]:
    name = signer.ho_ten
    if _DEGREE.match(name):
        yield Fault(
            ("ho_ten",),
            "signer-degree",
            f"trước họ tên “{name}” không ghi học hàm, học vị, danh xưng",
            "chỉ viết họ và tên (điểm c khoản 7 Mục II Phần I Phụ lục I)",
        )
    elif any(not word[0].isupper() or (len(word) > 1 and word.isupper()) for word in name.split()):
        yield Fault(
            ("ho_ten",),
            "signer-capitals",
            f"họ tên “{name}” phải viết hoa chữ cái đầu mỗi âm tiết",
            f"viết {name.title()}",
        )


def _title_faults(signer: NguoiKy, kind: LoaiDonVi) -> Iterator[Fault]:
    if "phụ trách" in signer.chuc_vu.lower():
        yield Fault(
            ("chuc_vu",),
            "signer-in-charge",
            "cấp phó được giao phụ trách ký như cấp phó ký thay, không ghi “Phụ trách”",
            f"viết chức vụ thật, ví dụ {kind.pho or 'Phó Trưởng phòng'} (khoản 1 Điều 13)",
        )
    if signer.chuc_vu_khac and not kind.tu_van:
        yield Fault(
            ("chuc_vu_khac",),
            "second-title",
            "chỉ tổ chức tư vấn (hội đồng, ban chỉ đạo) mới ghi chức vụ khác trên họ tên",
            "xóa mục này",
        )
    deputy = _DEPUTY.match(signer.chuc_vu)
    if signer.quyen_han is None and deputy and not kind.truong:
        hint = "thêm  quyen_han: [KT. <chức vụ cấp trưởng>]"
        yield Fault(("chuc_vu",), "kt-of-whom", "không biết cấp phó ký thay ai", hint)


def _unread(row: int, line: str) -> Fault:
    match = _LOOSE.match(line)
    where = ("quyen_han", row)
    if match and match[2]:
        prefix = match[1].upper().replace("/", "")
        hint = f"viết {prefix}. {match[2]}"
        return Fault(where, "prefix-form", f"“{line}”: sau {prefix} phải có dấu chấm và cách", hint)
    hint = "dòng quyền hạn bắt đầu bằng TM., KT., Q., TL. hoặc TUQ."
    return Fault(where, "prefix-unknown", f"“{line}” không phải quyền hạn ký", hint)


def _line_faults(
    lines: list[tuple[int, str, str]], signer: NguoiKy, kind: LoaiDonVi
) -> Iterator[Fault]:
    titles = [title for _, _, title in lines] + [signer.chuc_vu]
    for position, (row, prefix, title) in enumerate(lines):
        where = ("quyen_han", row)
        below = lines[position + 1][1] if position + 1 < len(lines) else ""
        if prefix == "TM" and not kind.tap_the:
            yield Fault(
                where,
                "tm-without-collective",
                f"“TM. {title}”: {kind.ten} làm việc theo chế độ thủ trưởng, không ký thay mặt",
                "xóa dòng này (khoản 1 Điều 13)",
            )
        if (prefix == "TM") != (position == 0) and prefix == "TM":
            hint = "thứ tự: TM. rồi đến KT., Q., TL. hoặc TUQ."
            yield Fault(where, "prefix-order", "dòng TM. phải đứng trên cùng", hint)
        if prefix == "TUQ" and below == "KT":
            yield Fault(
                ("quyen_han", lines[position + 1][0]),
                "tuq-then-kt",
                "người được ủy quyền không được ủy quyền lại, nên sau TUQ. không có KT.",
                "người được ủy quyền tự ký (khoản 3 Điều 13)",
            )
        if prefix == "KT" and not _DEPUTY.match(titles[position + 1]):
            yield _kt_fault(lines, position, title, signer)
        if prefix in ("KT", "Q") and below and below != prefix and prefix == "Q":
            yield Fault(where, "prefix-order", "dưới dòng Q. không còn quyền hạn nào khác")
    if lines and not _authority(lines) and _DEPUTY.match(signer.chuc_vu):
        hint = f"thêm dòng KT. {kind.truong or 'chức vụ cấp trưởng'}"
        yield Fault(("chuc_vu",), "deputy-without-kt", "cấp phó ký phải có dòng KT.", hint)


def _authority(lines: list[tuple[int, str, str]]) -> bool:
    return any(prefix in ("KT", "TL", "TUQ") for _, prefix, _ in lines)


def _kt_fault(
    lines: list[tuple[int, str, str]], position: int, title: str, signer: NguoiKy
) -> Fault:
    last = position + 1 == len(lines)
    where: tuple[str | int, ...] = ("chuc_vu",) if last else ("quyen_han", lines[position + 1][0])
    found = signer.chuc_vu if last else lines[position + 1][2]
    return Fault(
        where,
        "kt-without-deputy",
        f"sau “KT. {title}” phải là chức vụ cấp phó, không phải “{found}”",
        f"viết Phó {title} (khoản 1 Điều 13)",
    )
