"""Names and terms of offices, taken apart where a reader would: “Trường | Tiểu học | Thái Phiên”."""

from __future__ import annotations

import re

_TERMS = (
    "báo cáo", "biện pháp", "chính trị", "cán bộ", "công chức", "công khai", "công tác", "cơ quan",
    "cơ sở", "danh sách", "dân chủ", "giáo viên", "hoạt động", "hội nghị", "kế hoạch", "kết quả",
    "lao động", "mặt trận", "người lao động", "nhiệm vụ", "nhà trường", "nhân dân", "nhân viên",
    "nội dung", "phát hành", "phương hướng", "quyết định", "số liệu", "tham gia", "thông tin",
    "thực hiện", "trọng tâm", "tổ chức", "tổng hợp", "văn bản", "viên chức", "ý kiến", "đơn vị",
    "địa bàn", "đối thoại", "địa phương", "ủy ban nhân dân", "hội đồng nhân dân",
)  # fmt: skip
_TERM = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(_TERMS, key=len, reverse=True))}|\d+ tháng (?:đầu|cuối) năm \d+"
    r"|(?:\d+ tháng|năm \d+))(?!\w)",
    re.IGNORECASE,
)


def parts(name: str) -> list[str]:
    """Return the parts of an office's name that stay together on a line.

    Each begins with a capital (khoản 1 Mục IV Phụ lục II NĐ 30/2020 writes “Tiểu học”, “Văn hóa”),
    and the words of a name at the end, of a person or a place, are one part. A dash ends its part,
    “và” begins one.
    """
    found: list[list[str]] = []
    for word in name.split():
        begins = word == "và" or word[0].isupper() or word[0].isdigit()
        if found and (found[-1] == ["và"] or not begins):
            found[-1].append(word)
        else:
            found.append([word])
    last = len(found)
    while last > 1 and _of_a_name(found[last - 1]):
        last -= 1
    tail = [word for part in found[last:] for word in part]
    return [" ".join(part) for part in [*found[:last], tail] if part]


def _of_a_name(part: list[str]) -> bool:
    """Tell whether *part* is one syllable of a name: “Thái”, “4”; not “THCS”, not “Tiểu học”."""
    word = part[0]
    return len(part) == 1 and (word[0].isdigit() or (word[0].isupper() and word[1:].islower()))


def together(name: str) -> str:
    """Return *name* with no-break spaces inside its parts."""
    return " ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts(name))


def unbroken_terms(text: str) -> str:
    """Return *text* with no-break spaces inside the terms that offices write in titles."""
    return _TERM.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)
