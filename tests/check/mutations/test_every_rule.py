"""Every rule has a fault, put into a real document, that it alone has to tell."""

from __future__ import annotations

from itertools import chain

from docgen.check.run import rules
from tests.check.forms.test_faults import FAULTS
from tests.check.mutations import (
    test_annex,
    test_body,
    test_fonts,
    test_header,
    test_number,
    test_page,
    test_rest,
    test_signature,
    test_title,
    test_words,
)

MODULES = (
    test_page,
    test_fonts,
    test_header,
    test_number,
    test_title,
    test_body,
    test_signature,
    test_annex,
    test_words,
    test_rest,
)
CASES = list(chain.from_iterable(module.CASES for module in MODULES))


def test_every_rule_owns_a_fault() -> None:
    owners = {case.owner for case in CASES} | {fault.owner for fault in FAULTS.values()}

    assert set(rules()) - owners == set()
    assert owners <= set(rules())


def test_no_two_faults_of_a_module_have_one_name() -> None:
    for module in MODULES:
        names = [case.id for case in module.CASES]
        assert len(set(names)) == len(names)
