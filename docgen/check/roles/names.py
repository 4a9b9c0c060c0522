"""Ô 2: which lines name the superior body (chủ quản), which the issuing one (ban hành).

By content first: a line that names another body ends the name before it; a bare “ỦY BAN NHÂN DÂN”
and the “PHƯỜNG CẦU ĐẤT” under it are one name, but not a “TRƯỜNG TIỂU HỌC …” under it. Where words do not tell, weight does: the issuing
body is bold, the superior one is not (điểm b khoản 2 Mục II Phần I Phụ lục I NĐ 30/2020).
"""

from __future__ import annotations

import re

from docgen.check.layout import Paragraph
from docgen.check.roles.text import is_bold, key

_BODY = re.compile(
    r"(ten (co quan|cq)|uy ban|ubnd|hoi dong|hdnd|ubmttq|so|phong(?! chong|,)|ban|bo|truong|trung tam|van phong"
    r"|thanh tra|chi cuc|tong cuc|cuc|to|doi|tram|cong an|toa an|vien|hoi|doan|lien doan"
    r"|mat tran|chi nhanh|benh vien|dai hoc|hoc vien|quy|kho bac|thue|hai quan|tong cong ty"
    r"|cong ty|tap doan|chinh phu|thu tuong|quoc hoi|chu tich|bao|dai|thuong truc|lien minh"
    r"|hop tac xa|dang uy|dang bo|chi bo|quan uy|thanh uy|nha|xi nghiep|bo chi huy|cum|hat)\b"
)
# short words that begin proper names as well (Hội An, Sở Dầu, Ban Mai): weight decides
_WEAK = re.compile(r"(hoi|so|ban|bo|phong|to|doi|quy|dai|bao|nha|vien|hat|cum|doan|thue|tram)\b")
_PLACE = re.compile(
    r"(xa|phuong|quan|huyen|thi tran|thi xa|thanh pho|tp\.?|tinh|dac khu|cap|khu vuc|so \d+)\b"
)
_CONNECTED = re.compile(r".*(\b(va|cua|ve)|[,&-])$")
_OPEN = re.compile(
    r".*\b(tinh|thanh pho|tp|quan|huyen|phuong|xa|dac khu|mam non|tieu hoc"
    r"|trung hoc co so|thcs|thpt|trung hoc pho thong|cao dang|dai hoc|mau giao)$"
)
_BARE = re.compile(r"(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|cong an)$")
# điểm a khoản 2 Mục II Phần I Phụ lục I: a chức danh nhà nước may be the issuer
_OFFICE = re.compile(
    r"(chu tich|bo truong|thu tuong|chu nhiem|tong thanh tra|thong doc|chanh an|vien truong"
    r"|tong kiem toan|giam doc|tong giam doc|cuc truong|tong cuc truong|chi cuc truong|hieu truong"
    r"|truong ban|chanh thanh tra)( nha nuoc)?$"
)
_LINK = re.compile(r"(va|-|&|thuoc)\b|[-&]")


def split_names(names: list[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return the lines of the superior body and those of the issuing one."""
    groups: list[list[Paragraph]] = []
    for name in names:
        if groups and not _another_body(groups[-1], name):
            groups[-1].append(name)
        else:
            groups.append([name])
    if not groups:
        return (), ()
    return tuple(name for group in groups[:-1] for name in group), tuple(groups[-1])


def _another_body(before: list[Paragraph], name: Paragraph) -> bool:
    last, words = key(before[-1].text), key(name.text)
    if _CONNECTED.match(last) or _LINK.match(words):
        return False
    if _PLACE.match(words) or _OFFICE.fullmatch(last):  # of what it is the head, is told below
        return False
    short = len(words.split()) < 3
    if _BARE.fullmatch(last):  # its place is below, unless that is lost and a body is
        return bool(_BODY.match(words)) and not short
    if _BODY.match(words) and not (_WEAK.match(words) and short):
        return True
    return is_bold(name) and not is_bold(before[-1]) and not _OPEN.match(last)
