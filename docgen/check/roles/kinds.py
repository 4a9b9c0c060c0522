"""The kind of a document, and whether the decree is for it at all."""

from __future__ import annotations

import re

from docgen.check.layout import Paragraph
from docgen.check.roles.marks import is_party, is_youth
from docgen.check.roles.text import key
from docgen.vietnamese.document_types import ABBREVIATIONS, TYPES, Kind

_BY_NAME = {key(name): kind for kind in TYPES.values() for name in (kind.name, *kind.aliases)}
_LONGEST_FIRST = sorted(_BY_NAME, key=len, reverse=True)
_SIGN = re.compile(r"/\s*([^\W\d_]+)\s*-")
_PARTY_SIGN = re.compile(r"^\W*(?:so\b)?[\s:.]*[\d.…_]*\s*-\s*[a-z]{2,5}\s*/")
# Điều 4 Luật Ban hành văn bản quy phạm pháp luật: who may issue one, under what name
_LEGAL_SIGN = re.compile(
    r"/\s*(19|20)\d\d\s*/\s*((nq|qd)\s*-\s*(hdnd|ubnd|cp|ttg|ctn|hdtp|ktnn)|(nd|tt|ttlt|nqlt|l)\s*-"
    r"|(ubtv)?qh\d)"
)
_LEGAL_TYPES = frozenset({"nghi-quyet", "quyet-dinh"})
_LEGAL = re.compile(r"(luat|bo luat|phap lenh|nghi dinh|thong tu|lenh)\b(?! truong)")
_INTERNAL = re.compile(
    r"(danh sach|so( theo doi| dang ky| ghi| tiep| giao| nhat ky| quan ly| sach)|bang|bieu"
    r"|lich|thong ke|muc luc|nhat ky|noi quy|phieu (danh gia|theo doi|ghi|lay)|ban ke)\b"
)
_PARTY_BODY = re.compile(
    r"(dang (uy|bo)|chi bo|thanh uy|tinh uy|huyen uy|quan uy|ban chap hanh (trung uong|dang)"
    r"|ban thuong vu (dang|thanh|tinh|huyen|quan))\b"
)
_UNION = re.compile(
    r"(mat tran to quoc|uy ban (mat tran|mttq)|(bch )?doan|lien doan lao dong|cong doan"
    r"|hoi (lien hiep|cuu chien binh|nong dan|lhpn|ccb))"
)
# under a Quốc hiệu: an ĐOÀN THANH TRA, the ĐOÀN ĐẠI BIỂU QUỐC HỘI are of the State
_SURE_UNION = re.compile(
    r"(mat tran to quoc|mttq|uy ban (mat tran|mttq)|(tong )?lien doan lao dong|ldld|cong doan"
    r"|(bch |ban chap hanh )?doan (tncs|thanh nien|truong|phuong|xa|co so|khoi|tinh|thanh pho)"
    r"|hoi (lien hiep (phu nu|thanh nien)|cuu chien binh|nong dan|lhpn|ccb|phu nu))\b"
)
_COMMITTEE = re.compile(r"ban (thuong truc|thuong vu|chap hanh)\b")


def kind_named(text: str, *, start: bool = False) -> Kind | None:
    """Return the kind whose name *text* is, or (*start*) whose name it begins with."""
    words = key(text).rstrip(" :.0123456789")
    if words in _BY_NAME:
        return _BY_NAME[words]
    if start:
        for name in _LONGEST_FIRST:
            if words.startswith(f"{name} "):
                return _BY_NAME[name]
    return None


def kind_of(ten_loai: Paragraph | None, so: Paragraph | None, *, letter: bool) -> Kind | None:
    """Return the kind: by ô 5a, then as a letter (V/v or Kính gửi without 5a), then by the sign.

    The sign comes last: HĐ, CT, TB are abbreviations of kinds and of bodies.
    """
    if ten_loai is not None:
        kind = kind_named(ten_loai.text, start=True)
        if kind is not None:
            return kind
    if letter and ten_loai is None:
        return TYPES["cong-van"]
    found = _SIGN.search(so.text) if so is not None else None
    return ABBREVIATIONS.get(found[1]) if found else None


def is_internal(ten_loai: Paragraph | None) -> bool:
    """Tell whether the title is that of a list or a book kept in the office."""
    return ten_loai is not None and bool(_INTERNAL.match(key(ten_loai.text)))


def scope_of(
    right: Paragraph | None,
    so: Paragraph | None,
    names: tuple[Paragraph, ...],
    ten_loai: Paragraph | None,
    issuer: tuple[Paragraph, ...],
) -> str:
    """Return why NĐ 30/2020 is not for the document, "" if it is.

    Điều 2 lets organisations like Mặt trận and unions follow it as fits them: not judged by it.
    """
    sign = key(so.text) if so is not None else ""
    heads = [key(name.text) for name in names]
    if right is not None and is_party(right.text):
        return "dang"
    if right is not None and is_youth(right.text):
        return "doan-the"
    if _is_union([key(name.text) for name in issuer], heads):
        return "doan-the"
    if right is None and any(_PARTY_BODY.match(head) for head in heads):
        return "dang"
    if right is None and any(_UNION.match(head) for head in heads):
        return "doan-the"
    if _PARTY_SIGN.match(sign):
        if any(_UNION.match(head) for head in heads):
            return "doan-the"
        # under a Quốc hiệu a State body has only slipped: 25-KH/UBND
        if right is None or any(_PARTY_BODY.match(head) for head in heads):
            return "dang"
    return "qppl" if _is_legal(sign, ten_loai) else ""


def _is_union(issuer: list[str], heads: list[str]) -> bool:
    """Tell whether the issuer is Mặt trận, a union or a committee of one, whatever stands beside."""
    committee = issuer and _COMMITTEE.match(issuer[0])
    return any(_SURE_UNION.match(head) for head in (heads if committee else issuer))


def _is_legal(sign: str, ten_loai: Paragraph | None) -> bool:
    """Tell whether the title, or a sign with its year, is that of a legal normative document."""
    if ten_loai is not None and _LEGAL.match(key(ten_loai.text)):
        return True
    kind = kind_named(ten_loai.text, start=True) if ten_loai is not None else None
    return bool(_LEGAL_SIGN.search(sign)) and (kind is None or kind.code in _LEGAL_TYPES)
