"""What to do about a fault: mended in a copy (safe), done by hand in one way, or only suggested."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.check.fix.form_advice import GUARDED, SAFE
from docgen.check.fix.word_advice import SUGGESTED

SAFE_KIND, GUARDED_KIND, SUGGESTED_KIND = "an-toan", "can-nguoi", "goi-y"


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about the faults of one rule: a stable word for its kind, a sentence."""

    kind: str
    words: str


ADVICE: dict[str, Advice] = {
    name: Advice(kind, words)
    for kind, table in ((SAFE_KIND, SAFE), (GUARDED_KIND, GUARDED), (SUGGESTED_KIND, SUGGESTED))
    for name, words in table.items()
}
"""Advice by the id of the rule; rules of practice, whose faults are remarks, may have none."""


def advise(rule: str) -> Advice:
    """Return what to do about the faults of a rule."""
    return ADVICE.get(rule, Advice(SUGGESTED_KIND, "Xem lại chỗ này, sửa nếu cơ quan thấy cần."))
