"""Figures as they are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.figures.figure import Figure
from docgen.figures.formats import in_prose, percent, plain
from docgen.model.indicator import ChiTieu

COUNT = ChiTieu(nhan="Đơn")
MONEY = ChiTieu.model_validate({"nhan": "Tiền", "kieu": "số"})
MEAN = ChiTieu(nhan="Bình quân", cong_thuc="a / b")
YES = ChiTieu.model_validate({"nhan": "Có", "kieu": "có/không"})


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        ("0.998632", "99,86%"),
        ("0.985", "98,5%"),
        ("1", "100%"),
        ("0", "0%"),
        ("0.1", "10%"),
        ("0.99999", "99,99%"),  # only what is whole is 100%
        ("1.00001", "100,01%"),
        ("0.00001", "0,01%"),  # and only nothing is 0%
        ("12.5", "1.250%"),
    ],
)
def test_a_ratio_has_two_decimals_at_most(ratio: str, words: str) -> None:
    assert percent(Decimal(ratio)) == words


@pytest.mark.parametrize(
    ("one", "value", "cell", "prose"),
    [
        (COUNT, Decimal(5), "5", "05"),
        (COUNT, Decimal(1250), "1.250", "1.250"),
        (COUNT, Decimal(0), "0", "00"),
        (MONEY, Decimal(412), "412,0", "412"),
        (MONEY, Decimal("1234.5"), "1.234,5", "1.234,5"),
        (MEAN, Decimal(10) / Decimal(3), "3,3", "3,3"),
        (MEAN, Decimal(3), "3", "03"),
        (YES, True, "Có", "Có"),
        (YES, False, "Không", "Không"),
    ],
)
def test_a_figure_in_a_cell_and_in_a_sentence(
    one: ChiTieu, value: Decimal | bool, cell: str, prose: str
) -> None:
    assert plain(one, Figure(value)) == cell
    assert in_prose(one, Figure(value)) == prose


def test_of_many_units_a_yes_is_some_of_all_and_levels_are_counted() -> None:
    assert plain(YES, Figure(Decimal(2), out_of=3)) == "2/3"
    assert plain(YES, Figure(None, levels=(("Tốt", 2), ("Khá", 0)))) == "Tốt: 2; Khá: 0"


def test_what_is_not_known_is_empty() -> None:
    assert plain(COUNT, Figure()) == ""
