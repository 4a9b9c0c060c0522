"""The signature block (ô 7a, 7b) from data: khoản 7 Mục II Phần I Phụ lục I, Điều 13 NĐ 30/2020."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model.unit import KyBienBan, NguoiKy
from docgen.model.vocabulary import LoaiDonVi
from docgen.vietnamese.letters import fold

Where = tuple[str | int, ...]

_EXACT = re.compile(r"(TM|KT|TL|TUQ|Q)\. (\S.*)")
_NEARLY = re.compile(r"(T/M|K/T|T/L|TUQ|TM|KT|TL|Q)\b[\s./:]*(.*)", re.IGNORECASE)
# The order of the lines: TM. above TL. or TUQ., these above KT., which stands over the title.
_RANK = {"TM": 0, "TL": 1, "TUQ": 1, "KT": 2}
_ACTING = re.compile(r"^(?:Q\.\s*|Q\s+|Quyền\s+)(?=\S)", re.IGNORECASE)
_QUOTES = "“”„‟\"'‘’«» "
_DEGREE = re.compile(
    r"(?:\S*[./]|(?:PGS|GS|TS|TSKH|Ths|CKI|CKII|BS|BSCKI|BSCKII|DS|KS|KTS|LS|CN|NGND|NGƯT|NSND|NSƯT)(?=\s)"
    r"|(?:Phó giáo sư|Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Dược sĩ|Kỹ sư|Luật sư|Cử nhân|Đồng chí|Bà)\s)",
    re.IGNORECASE,
)

# A title ends there, or goes on with the name of the office, which is not part of it.
_TITLE_END = re.compile(
    r"$|\s+(?:UBND|Ủy ban|HĐND|Hội đồng|phường|xã|quận|huyện|thành phố|tỉnh|trường|phòng|sở)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a signer breaks: the field (and row) it stands in, code, sentence, hint."""

    where: Where
    code: str
    sentence: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What is printed: *quyen_han* are the lines of ô 7a, *chuc_vu_khac* stands above the name."""

    quyen_han: tuple[str, ...]
    ho_ten: str
    chuc_vu_khac: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line above the title, and where it was written (at the title, if it follows from that)."""

    where: Where
    prefix: str
    title: str


def block(signer: NguoiKy, kind: LoaiDonVi) -> Block:
    """Return the block of *signer* in an office of *kind*.

    Without ``quyen_han`` the usual lines are made: a collective signs TM., a deputy KT.
    (khoản 1, 2 Điều 13); an empty list means that the signer signs by his own authority alone.
    """
    above = signer.quyen_han if signer.quyen_han is not None else usual_lines(signer, kind)
    lines = tuple(line.upper() for line in (*above, signer.chuc_vu))
    return Block(lines, signer.ho_ten, signer.chuc_vu_khac.upper() if signer.chuc_vu_khac else None)


def minutes(signers: KyBienBan) -> tuple[Block, Block]:
    """Return the two blocks of minutes, left and right: Mẫu 1.9 Phụ lục III."""
    return Block(("THƯ KÝ",), signers.thu_ky), Block(("CHỦ TỌA",), signers.chu_toa)


def usual_lines(signer: NguoiKy, kind: LoaiDonVi) -> list[str]:
    """Return the lines above the title that follow from the office and the title."""
    lines = [f"TM. {kind.tap_the}"] if kind.tap_the else []
    if head := _head_of(signer.chuc_vu):
        lines.append(f"KT. {kind.truong or head}")
    return lines


def faults(signer: NguoiKy, kind: LoaiDonVi) -> Iterator[Fault]:
    """Yield every rule of the signature block that *signer* breaks."""
    yield from name_faults(("ho_ten",), signer.ho_ten)
    yield from _title_faults(signer, kind)
    lines: list[_Line] = []
    for row, text in enumerate(signer.quyen_han or ()):
        match = _NEARLY.fullmatch(text)
        if not _EXACT.fullmatch(text):
            yield _form_fault(("quyen_han", row), text, match)
        if match and match[2]:
            prefix = match[1].upper().replace("/", "")
            lines.append(_Line(("quyen_han", row), prefix, match[2]))
    if len(lines) < len(signer.quyen_han or ()):
        return
    if signer.quyen_han is None:
        lines = [_Line(("chuc_vu",), *line.split(". ", 1)) for line in usual_lines(signer, kind)]
        yield from _unusual_title_faults(signer, kind)
    yield from _order_faults(lines)
    yield from _collective_faults(lines, kind)
    yield from _deputy_faults(lines, signer, kind)


def minutes_faults(signers: KyBienBan) -> Iterator[Fault]:
    """Yield what is wrong with the two names under minutes."""
    yield from name_faults(("thu_ky",), signers.thu_ky)
    yield from name_faults(("chu_toa",), signers.chu_toa)


def name_faults(where: Where, name: str) -> Iterator[Fault]:
    """Yield what is wrong with the name of a signer: degrees before it, capitals."""
    bare = name.strip(_QUOTES)
    proper = bare.title()
    if not any(letter.isalpha() for letter in name):
        hint = "viết đủ họ và tên; chưa biết thì xóa cả mục này, văn bản để chỗ trống"
        yield Fault(where, "signer-nameless", f"“{name}” không phải là họ tên", hint)
    elif bare != name:
        told = proper if _is_odd(bare) else bare
        yield Fault(where, "signer-quotes", "họ tên không đặt trong ngoặc kép", f"viết {told}")
    elif _DEGREE.match(name):
        sentence = f"trước họ tên “{name}” không ghi học hàm, học vị, danh xưng"
        hint = "chỉ viết họ và tên (điểm c khoản 7 Mục II Phần I Phụ lục I)"
        yield Fault(where, "signer-degree", sentence, hint)
    elif _is_odd(name):
        sentence = f"họ tên “{name}” phải viết hoa chữ cái đầu mỗi âm tiết"
        hint = (
            f"viết {proper}" if proper != name else "chỉ viết họ và tên, không kèm chữ hay dấu khác"
        )
        yield Fault(where, "signer-capitals", sentence, hint)


def _is_odd(name: str) -> bool:
    """Tell of a name with a word that has no capital, or nothing but capitals."""
    return any(not word[0].isupper() or (len(word) > 1 and word.isupper()) for word in name.split())


def _title_faults(signer: NguoiKy, kind: LoaiDonVi) -> Iterator[Fault]:
    title = signer.chuc_vu
    if "phụ trách" in title.lower():
        sentence = "cấp phó được giao phụ trách ký như cấp phó ký thay, không ghi “Phụ trách”"
        hint = f"viết chức vụ thật, ví dụ {kind.pho or 'Phó Trưởng phòng'} (khoản 1 Điều 13)"
        yield Fault(("chuc_vu",), "signer-in-charge", sentence, hint)
    if (acting := _ACTING.match(title)) and not title.startswith("Q. "):
        hint = f"viết Q. {title[acting.end() :]}"
        yield Fault(("chuc_vu",), "prefix-form", f"“{title}”: quyền chức vụ ghi là Q.", hint)
    elif not acting and _NEARLY.match(title):
        hint = "chuyển phần này lên  quyen_han:,  ở đây chỉ ghi chức vụ của người ký"
        yield Fault(("chuc_vu",), "prefix-in-title", f"“{title}” không phải là chức vụ", hint)
    if signer.chuc_vu_khac and not kind.tu_van:
        sentence = "chỉ tổ chức tư vấn (hội đồng, ban chỉ đạo) mới ghi chức vụ khác trên họ tên"
        yield Fault(("chuc_vu_khac",), "second-title", sentence, "xóa mục này")


def _form_fault(where: Where, text: str, match: re.Match[str] | None) -> Fault:
    if match and match[2]:
        prefix = match[1].upper().replace("/", "")
        sentence = f"“{text}”: quyền hạn ghi là {prefix}. (chữ in, dấu chấm, dấu cách)"
        return Fault(where, "prefix-form", sentence, f"viết {prefix}. {match[2]}")
    hint = "dòng quyền hạn bắt đầu bằng TM., KT., TL. hoặc TUQ., sau đó là tên tập thể hay chức vụ"
    return Fault(where, "prefix-unknown", f"“{text}” không phải quyền hạn ký", hint)


def _unusual_title_faults(signer: NguoiKy, kind: LoaiDonVi) -> Iterator[Fault]:
    """Yield a fault if a collective has a signer who is neither its head nor a deputy."""
    typed = _ACTING.sub("", signer.chuc_vu, count=1)
    own = typed.casefold()
    for title in (kind.truong, kind.pho):
        if title and typed != title and _TITLE_END.match(_after(typed, title)):
            sentence = f"“{typed}”: chức vụ in trên văn bản là {title}, không kèm tên cơ quan"
            yield Fault(("chuc_vu",), "title-form", sentence, f"viết {title}")
            return
    if (
        kind.tap_the
        and kind.truong
        and not _head_of(own)
        and not own.startswith(kind.truong.casefold())
    ):
        yield Fault(
            ("chuc_vu",),
            "signer-by-what-right",
            f"“{signer.chuc_vu}” không phải {kind.truong} hay cấp phó, chưa rõ ký theo quyền hạn nào",
            f"ký thừa lệnh thì thêm  quyen_han: [TL. {kind.truong}]",
        )


def _after(typed: str, title: str) -> str:
    """Return what follows *title*, or "-" if *typed* does not begin with it (marks, case aside)."""
    return typed[len(title) :] if fold(typed).startswith(fold(title)) else "-"


def _order_faults(lines: list[_Line]) -> Iterator[Fault]:
    above = ""
    for line in lines:
        if line.prefix == "Q":
            hint = f"xóa dòng này, viết  chuc_vu: Q. {line.title}"
            yield Fault(line.where, "prefix-order", "Q. đứng ngay trước chức vụ của người ký", hint)
        elif above == "TUQ" and line.prefix == "KT":
            sentence = "người được ủy quyền không được ủy quyền lại, nên sau TUQ. không có KT."
            hint = "người được ủy quyền tự ký (khoản 3 Điều 13)"
            yield Fault(line.where, "tuq-then-kt", sentence, hint)
        elif above and _RANK[line.prefix] <= _RANK[above]:
            hint = "thứ tự: TM., rồi TL. hoặc TUQ., rồi KT."
            yield Fault(
                line.where, "prefix-order", f"{line.prefix}. không đứng dưới {above}.", hint
            )
        above = line.prefix if line.prefix in _RANK else above


def _collective_faults(lines: list[_Line], kind: LoaiDonVi) -> Iterator[Fault]:
    for line in lines:
        if line.prefix == "TM" and not kind.tap_the:
            sentence = (
                f"“TM. {line.title}”: {kind.ten} làm việc theo chế độ thủ trưởng, không ký thay mặt"
            )
            yield Fault(
                line.where, "tm-without-collective", sentence, "xóa dòng này (khoản 1 Điều 13)"
            )


def _deputy_faults(lines: list[_Line], signer: NguoiKy, kind: LoaiDonVi) -> Iterator[Fault]:
    """Yield a deputy without KT., or KT. without that head's deputy: khoản 1 Điều 13."""
    last = lines[-1] if lines else None
    head = _head_of(signer.chuc_vu)
    if last and last.prefix == "KT" and not _is_deputy(signer.chuc_vu, last.title):
        sentence = f"sau “KT. {last.title}” phải là chức vụ cấp phó, không phải “{signer.chuc_vu}”"
        hint = f"viết Phó {last.title}, hoặc sửa dòng KT. (khoản 1 Điều 13)"
        yield Fault(("chuc_vu",), "kt-without-deputy", sentence, hint)
    elif head and (last is None or last.prefix in ("TM", "TL")):
        by_order = last is not None and last.prefix == "TL"
        hint = f"thêm dòng KT. {(not by_order and kind.truong) or head}"
        yield Fault(("chuc_vu",), "deputy-without-kt", "cấp phó ký phải có dòng KT.", hint)


def _head_of(title: str) -> str:
    """Return the title of the head whose deputy has *title*, or nothing if it is no deputy's."""
    word, _, rest = title.partition(" ")
    if word.casefold() == "phó":
        return rest[:1].upper() + rest[1:]
    return "Bộ trưởng" if title.casefold() == "thứ trưởng" else ""


def _is_deputy(title: str, head: str) -> bool:
    """Tell whether *title* is a deputy of *head*; either may say more: “Phó Chủ tịch Thường trực”."""
    own, head = _head_of(title).casefold(), head.casefold()
    return bool(own) and (own.startswith(head) or head.startswith(own))
