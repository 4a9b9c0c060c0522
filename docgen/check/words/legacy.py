"""Letters of codes before Unicode, seen as what Unicode has in their places."""

from __future__ import annotations

import re

# TCVN 3 (“Céng hßa x· héi”): signs and foreign letters inside words
_TCVN3 = frozenset("µ¸¶·¹¨»¾¼½Æ©Ç§®¬ÖßÞÜØñåæç÷þûäëïöü¦¡¤¥")
_SIGNS = frozenset("µ¸¶·¹¨®¬")  # of them, those that no language writes inside words
# VNI (“Coäng hoøa xaõ hoäi”): a vowel, and the tone as a letter of its own
_VNI = re.compile(r"[aeiouyAEIOUYôöÔÖ][äøõùïåãûéèêëàâÄØÙÏÅÛ]")
# UTF-8 read as Latin: “Cá»™ng hÃ²a”
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf]|á[»º][^\x00-\x7f]|Ä[‘\u0090\u0091]|Æ[°¡]|â€[œ\u009d™“”]")
_NATIVE = re.compile("[ạ-ỹăđĩũơư]", re.IGNORECASE)
_LONGEST = 20  # letters of a word; what is longer is none


def legacy(text: str) -> tuple[str, list[str]]:
    """Return which code *text* seems to be in, and the words that tell; nothing if in none.

    A foreign name may hold a letter or two of these: of the words of a paragraph in an old code
    more than half do, or half where there are signs too, and none has letters of Unicode alone.
    """
    broken = _MOJIBAKE.findall(text)
    if broken:
        return "UTF-8 đọc sai", broken
    if _NATIVE.search(text):
        return "", []
    words = [word for word in text.split() if 1 < len(word) <= _LONGEST]
    found = {
        "VNI": [word for word in words if _VNI.search(word)],
        "TCVN3": [word for word in words if _TCVN3 & set(word)],
    }
    name, telling = max(found.items(), key=lambda item: len(item[1]))
    signs = any(_SIGNS & set(word) for word in telling)
    many = len(telling) > 2 and 2 * len(telling) + signs > len(text.split())
    return (name, telling) if many else ("", [])
