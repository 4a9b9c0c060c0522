"""Everything that docgen makes of the sample keeps the decree: no error, and little unsaid."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.load.nodes import compose
from docgen.load.source import read_source

UNJUDGED: set[str] = set()
"""Rules that cannot tell of a document of the sample though they know its day."""
UNDATED = {"district-issuer", "district-place", "district-recipient", "district-signer"}
"""Rules that need the day of the document, which a draft has not."""


@pytest.fixture(scope="module")
def made(docgen: Callable[..., Any], tmp_path_factory: Any) -> dict[str, list[str]]:
    """Every document of the sample, by the day that it is written for."""
    out: Path = tmp_path_factory.mktemp("sample")
    done = docgen("plan", "--all", "--json", "--out", str(out))
    days: dict[str, list[str]] = {}
    for row in json.loads(done.stdout):
        assert not row["ma_loi"], row
        if row["tep"]:
            days.setdefault(row["ngay"], []).append(row["tep"])
    assert sum(map(len, days.values())) > 40
    return days


@pytest.fixture(scope="module")
def report(docgen: Callable[..., Any], made: dict[str, list[str]]) -> list[Any]:
    """What `docgen check --draft` tells of each on its day."""
    rows: list[Any] = []
    for day, files in made.items():
        done = docgen("check", "--draft", "--date", day, "--format", "json", *files)
        rows += json.loads(done.stdout)["tep"]
    return rows


def documents(report: list[Any]) -> list[tuple[str, Any]]:
    return [(Path(row["tep"]).parent.name, each) for row in report for each in row["van_ban"]]


def test_every_file_holds_one_plan_and_can_be_read(report: list[Any]) -> None:
    assert [row["tep"] for row in report if row["loi"] or len(row["van_ban"]) != 1] == []
    assert {each["loai"] for _, each in documents(report)} == {"Kế hoạch"}
    assert {each["pham_vi"] for _, each in documents(report)} == {""}


def test_nothing_is_found_that_the_profile_does_not_tell(report: list[Any]) -> None:
    found = {
        (hit["ma"], hit["thay"]): f"{unit}, {hit['o']}, {hit['muc_do']}"
        for unit, each in documents(report)
        for hit in each["phat_hien"]
    }

    assert found == {}


def unjudged(report: list[Any]) -> dict[str, str]:
    """Return the rules that could not tell of some document, each with one of the reasons."""
    return {
        rule["ma"]: f"{unit}: {rule['ly_do']}"
        for unit, each in documents(report)
        for rule in each["quy_tac"]
        if rule["ket_qua"] == "khong-xet-duoc" or (rule["ket_qua"] == "chua-dat" and rule["ly_do"])
    }


def test_rules_that_cannot_tell_are_those_that_we_know_of(report: list[Any]) -> None:
    told = unjudged(report)

    assert {rule: why for rule, why in told.items() if rule not in UNJUDGED} == {}
    assert set(told) == UNJUDGED


def test_a_draft_without_its_day_leaves_open_only_what_depends_on_it(
    docgen: Callable[..., Any], made: dict[str, list[str]]
) -> None:
    files = [file for files in made.values() for file in files]
    done = docgen("check", "--draft", "--format", "json", *files)
    told = unjudged(json.loads(done.stdout)["tep"])

    assert done.returncode == 0
    assert {rule: why for rule, why in told.items() if rule not in UNJUDGED | UNDATED} == {}


def test_every_excuse_of_the_profile_is_needed(report: list[Any], sample: Path) -> None:
    rows = compose(read_source(sample / "kiem_tra.yaml")[0])[0].value["bo_qua"]
    used = {hit["ly_do"] for _, each in documents(report) for hit in each["bo_qua"]}

    assert {row["ly_do"] for row in rows} == used


def test_gaps_are_told_apart_from_faults(report: list[Any]) -> None:
    gaps = {unit: len(each["can_bo_sung"]) for unit, each in documents(report)}

    assert gaps["phuong-van-my"] == 2
    assert gaps["phuong-cau-dat"] == 0
