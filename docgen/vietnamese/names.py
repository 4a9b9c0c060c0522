"""Names of offices, taken apart where a reader would: “Trường | Tiểu học | Thái Phiên”."""

from __future__ import annotations


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
