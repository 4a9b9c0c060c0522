from __future__ import annotations

import pytest

from docgen.check.judge import figure, line_lengths, mm, quoted, shouted
from docgen.check.layout import Rule
from tests.check.cases import found
from tests.check.sheets import centred, line_under, plan, swapped


@pytest.mark.parametrize(
    ("value", "words"), [(13.0, "13"), (12.5, "12,5"), (0.0, "0"), (100, "100")]
)
def test_a_figure_has_a_decimal_comma_and_no_useless_zeros(value: float, words: str) -> None:
    assert figure(value) == words


def test_a_length_has_one_decimal() -> None:
    assert mm(31.75) == "31,8 mm"


def test_long_words_are_cut() -> None:
    assert quoted("KẾ HOẠCH") == "“KẾ HOẠCH”"
    assert quoted("Thực hiện dân chủ ở cơ sở", 12) == "“Thực hiện d…”"


@pytest.mark.parametrize(
    ("text", "loud"), [("KẾ HOẠCH", True), ("UBND", False), ("Kế hoạch", False), ("", False)]
)
def test_an_abbreviation_is_not_shouted(text: str, loud: bool) -> None:
    assert shouted(text) == loud


def test_a_no_break_blank_holds_a_line_together() -> None:
    loose = centred("Thực hiện dân chủ năm 2026", "đoạn 4", column_mm=50.0)
    tight = centred("Thực hiện dân chủ năm\u00a02026", "đoạn 4", column_mm=50.0)

    assert len(line_lengths(loose)) == len(line_lengths(tight)) == 2
    assert line_lengths(loose)[0] > line_lengths(tight)[0]


def test_a_line_that_just_fits_is_taken_as_broken() -> None:
    words = plan().trich_yeu[0]
    ((length),) = line_lengths(words)
    full = centred(words.text, "đoạn 4", bold=True, column_mm=length + 0.05)

    assert len(line_lengths(full)) == 2


@pytest.mark.parametrize("share", [0.31, 0.45, 0.54])
def test_word_may_round_the_length_of_a_line(share: float) -> None:
    sheet = plan()
    assert isinstance(sheet.trich_yeu_rule, Rule)
    drawn = line_under(sheet.trich_yeu[0], share)

    assert found(swapped(sheet, sheet.trich_yeu_rule, drawn), "trich-yeu-rule-length") == []
