"""Whether letters spell a Vietnamese syllable: what tells a right decoding from a wrong one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MISPLACED = re.compile(f"[^aeiouy\u0302\u0306\u031b][{_TONES}]")
_STOPPED = re.compile("(?:c|ch|p|t)$")
_STOP_TONES = {"\u0301", "\u0323"}  # sắc, nặng: the only tones of a syllable that ends in a stop
_ONSETS = (
    "b|c(?![eêiy])|ch|d|đ|g(?![eêy])|gh(?=[eêi])|gi|h|k(?=[eêiy])|kh|l|m|n|ng(?![eêiy])|"
    "ngh(?=[eêi])|nh|p|ph|qu|r|s|t|th|tr|v|x|"
)
_RHYMES = re.findall(
    r"\S+",
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi
    om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya
    uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y ych yêm yên yêng yêt yêu ynh yt
    """,
)
_SYLLABLE = re.compile(f"(?:{_ONSETS})(?:{'|'.join(_RHYMES)})")


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Tell whether *word* could be Vietnamese: an onset, a rhyme, at most one tone that fits it."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in letters if letter in _TONES]
    bare = unicodedata.normalize("NFC", "".join(x for x in letters if x not in _TONES))
    if len(tones) > 1 or _MISPLACED.search(letters) or not _SYLLABLE.fullmatch(bare):
        return False
    return not _STOPPED.search(bare) or bool(_STOP_TONES & set(tones))
