from __future__ import annotations

import re

from docgen.check.fix.advice import ADVICE, advise
from docgen.check.fix.mend import MENDED
from docgen.check.run import rules


def test_every_rule_whose_faults_are_errors_or_warnings_has_advice() -> None:
    told = {each.id for each in rules().values() if each.severity != "info"}

    assert told - ADVICE.keys() == set()
    assert ADVICE.keys() - rules().keys() == set()


def test_advice_is_safe_just_where_a_fault_is_mended() -> None:
    assert {name for name, each in ADVICE.items() if each.kind == "an-toan"} == MENDED


def test_advice_is_one_sentence() -> None:
    for name, each in ADVICE.items():
        assert each.words.endswith((".", "…", "”", ")")), name
        assert each.words[0].isupper(), name
        assert not re.search(r"[a-zà-ỹ]\. [A-ZĐ]", each.words), name


def test_a_rule_of_practice_has_advice_too() -> None:
    assert advise("list-sign").kind == "goi-y"
