"""Formulas and conditions of a form of figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from docgen.model.formula import read_condition, read_formula
from docgen.model.indicator import Bieu, ChiTieu

FIGURES: dict[str, Decimal | None] = {
    "a": Decimal(6), "b": Decimal(4), "khong": Decimal(0), "chua": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b", 10),
        ("a - b - 1", 1),  # from left to right
        ("a + b * 2", 14),
        ("(a + b) / 2", 5),
        ("a/b", "1.5"),
        ("2 * (a - (b - 1))", 6),
        ("7", 7),
    ],
)
def test_a_formula_is_worked_out_as_people_do(text: str, value: int | str) -> None:
    assert read_formula(text).value(FIGURES) == Decimal(value)


@pytest.mark.parametrize("text", ["a + chua", "chua / a", "a / khong", "a + la", "1 / (a - 6)"])
def test_what_is_not_known_or_shared_among_none_has_no_value(text: str) -> None:
    assert read_formula(text).value(FIGURES) is None


def test_a_formula_names_what_it_stands_on_each_once() -> None:
    assert read_formula("b / (a + b) - 1").names() == ("b", "a")
    assert read_condition("a + b <= c").names() == ("a", "b", "c")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("a >= b", True),
        ("a <= b", False),
        ("a = b + 2", True),
        ("a <= a", True),
        ("a <= chua", None),
    ],
)
def test_a_condition_holds_or_not_or_nobody_knows(text: str, holds: bool | None) -> None:
    assert read_condition(text).holds(FIGURES) is holds


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a +", "a +"),
        ("a b", "b"),
        ("a % b", "% b"),
        ("(a + b", "(a + b"),
        ("a <= b", "<="),
        ("A + b", "A + b"),
        ("- a", "-"),
        ("", ""),
        ("a ** b", "*"),
        ("a; import os", "; import os"),
    ],
)
def test_what_is_no_formula_is_refused_at_its_word(text: str, word: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_formula(text)
    assert refused.value.type == "formula-form"
    assert refused.value.message() == f"công thức “{text}” không đọc được ở “{word}”"


def test_a_condition_without_a_comparison_is_refused() -> None:
    with pytest.raises(PydanticCustomError, match="chưa có dấu so sánh <=, >= hoặc ="):
        read_condition("a + b")
    with pytest.raises(PydanticCustomError, match="không đọc được ở “<=”"):
        read_condition("a <= b <= c")


@pytest.mark.parametrize("text", ["(" * 5000 + "a", "+".join("a" * 500)])
def test_an_endless_formula_is_refused_and_overflows_nothing(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="dài quá 200 chữ và dấu"):
        read_formula(text)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kieu": "mức"}, "chỉ tiêu xếp mức phải kê các mức"),
        ({"muc": ["Tốt"]}, "chỉ tiêu xếp mức phải kê các mức"),
        ({"kieu": "có/không", "cong_thuc": "a"}, "chỉ tiêu tính ra phải là số"),
        ({"dvt": "%"}, "tỷ lệ không nhập tay, vì không cộng được"),
        ({"bang_ky_truoc": "ton"}, "chỉ số đầu kỳ mới có bang_ky_truoc"),
        ({"cong_thuc": "a +"}, "công thức “a +” không đọc được ở “a +”"),
    ],
)
def test_an_indicator_that_cannot_be_is_refused(values: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ChiTieu.model_validate({"nhan": "Thử", **values})
    assert [error["msg"] for error in refused.value.errors()] == [sentence]


def test_a_kind_of_unit_has_its_own_indicators_and_those_it_is_like() -> None:
    form = Bieu.model_validate(
        {
            "ten": "Thử",
            "chi_tieu": {
                "chung": {"nhan": "Chung"},
                "rieng": {"nhan": "Riêng", "cho": ["phong"]},
                "tong": {"nhan": "Tổng", "cong_thuc": "chung"},
            },
        }
    )

    assert list(form.known(["van-phong", "phong"])) == ["chung", "rieng", "tong"]
    assert list(form.typed(["truong-hoc"])) == ["chung"]
