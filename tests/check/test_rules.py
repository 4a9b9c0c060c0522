"""What holds for every rule."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from pathlib import Path

import pytest

from docgen.check.rule import Rule
from docgen.check.run import FAMILIES, rules
from docgen.check.sheet import Sheet

FOLDER = Path(inspect.getfile(Rule)).parent / "rules"
ALL = list(rules().values())
each_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)


@each_rule
def test_an_id_is_of_kebab_words(rule: Rule) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.id)


@each_rule
def test_a_rule_cites_its_clause(rule: Rule) -> None:
    assert re.search(r"Nghị định 30/2020/NĐ-CP|NĐ 30/2020|Luật|Nghị quyết|Hiến pháp", rule.source)
    assert re.search("Điều|[Kk]hoản|[Đđ]iểm|Mục|Mẫu|Phụ lục", rule.source)


@each_rule
def test_a_rule_says_what_is_demanded_in_one_sentence(rule: Rule) -> None:
    assert rule.demands.endswith(".")
    assert rule.demands[0].isupper() or rule.demands[0] == "“"


@each_rule
def test_a_rule_has_an_example_of_good_and_bad(rule: Rule) -> None:
    words = inspect.getdoc(rule.check) or ""

    assert re.search(r"^Bad:  \S", words, re.MULTILINE)
    assert re.search(r"^Good: \S", words, re.MULTILINE)
    assert words.partition("\n")[0].endswith(".")


@each_rule
def test_a_rule_is_short(rule: Rule) -> None:
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(rule.check))).body
    assert isinstance(node, ast.FunctionDef)
    assert (node.end_lineno or 0) - node.lineno + 1 <= 25


@each_rule
def test_a_rule_has_a_known_rank_and_asks_for_known_parts(rule: Rule) -> None:
    assert rule.rank in ("decree", "form", "practice")
    assert all(hasattr(Sheet, need) or need in Sheet.__dataclass_fields__ for need in rule.needs)


@each_rule
def test_a_rule_has_the_name_of_its_function(rule: Rule) -> None:
    assert rule.check.__name__ == rule.id.replace("-", "_")


def test_every_module_of_rules_has_its_place_in_the_report() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}

    assert modules <= set(FAMILIES)
    assert [rule.family for rule in ALL] == sorted(
        (rule.family for rule in ALL), key=FAMILIES.index
    )


def test_a_safe_fix_has_the_name_of_a_rule() -> None:
    text = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.py"))

    assert set(re.findall(r'fix="([^"]*)"', text)) <= set(rules())
