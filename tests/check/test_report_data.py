"""The reports for programs: JSON and SARIF."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen.check.report import unread
from docgen.check.report.data import as_json, rules_as_json
from docgen.check.report.sarif import as_sarif
from docgen.check.run import rules
from docgen.check.settings import Excuse
from docgen.errors import WorkerLostError
from tests.check.accounts import bad_margin, gapped, told
from tests.check.sheets import plan

ROOT = Path(__file__).resolve().parents[2]
LOST = unread("thư mục/hỏng #1.docx", WorkerLostError())
EXCUSED = (Excuse("page-margins", "giấy đóng quyển"),)


def whole() -> list[Any]:
    """A good file, a bad one, an excused one, a draft with gaps, one that could not be read."""
    return [
        told(plan(), "a.docx"),
        told(bad_margin(), "b.docx"),
        told(bad_margin(), "c.docx", excuses=EXCUSED),
        told(gapped(draft=True), "d.docx"),
        LOST,
    ]


def keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(keys, value))
    return set(value) | keys(list(value.values())) if isinstance(value, dict) else set()


def test_json_tells_every_file_and_every_rule() -> None:
    found = json.loads(as_json(whole(), "0.1"))

    assert (found["phien_ban"], found["docgen"], found["dat"]) == (1, "0.1", False)
    assert [(row["tep"], row["dat"]) for row in found["tep"]] == [
        ("a.docx", True),
        ("b.docx", False),
        ("c.docx", True),
        ("d.docx", True),
        ("thư mục/hỏng #1.docx", False),
    ]
    assert {row["ma"] for row in found["tep"][0]["van_ban"][0]["quy_tac"]} == set(rules())


def test_json_tells_a_fault_with_place_clause_and_weight() -> None:
    (document,) = json.loads(as_json(whole(), "0.1"))["tep"][1]["van_ban"]

    (found,) = document["phat_hien"]

    assert document["ket_luan"] == "Chưa đạt: 1 lỗi"
    assert found.pop("cach_sua") == "page-margins"
    assert found.pop("loai_sua") == "an-toan"
    assert found.pop("loi_khuyen").startswith("Đưa lề về mức")
    assert found == {
        "ma": "page-margins",
        "muc_do": "lỗi",
        "o": "phần 1",
        "phan": 1,
        "thay": "Lề phải 31,8 mm",
        "quy_dinh": "Lề trên và lề dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm.",
        "can_cu": "khoản 3 Mục I Phần I Phụ lục I Nghị định 30/2020/NĐ-CP",
    }


def test_json_tells_excuses_gaps_and_files_that_failed() -> None:
    files = json.loads(as_json(whole(), "0.1"))["tep"]

    assert files[2]["van_ban"][0]["bo_qua"][0]["ly_do"] == "giấy đóng quyển"
    assert [gap["o"] for gap in files[3]["van_ban"][0]["can_bo_sung"]] == ["đoạn 20"] * 2
    assert (files[4]["ma_loi"], files[4]["van_ban"]) == ("worker-lost", [])


def test_every_key_of_the_json_is_documented() -> None:
    page = (ROOT / "docs" / "kiem-tra.md").read_text("utf-8")
    known = set(re.findall(r"`(\w+)`", page))

    assert keys(json.loads(as_json(whole(), "0.1"))) <= known
    numbers = {key for rule in rules().values() for key in rule.default}
    assert keys(json.loads(rules_as_json(list(rules().values())))) - numbers <= known


@pytest.fixture(scope="module")
def run() -> Any:
    found = json.loads(as_sarif(whole(), list(rules().values()), "0.1"))
    assert found["version"] == "2.1.0"
    assert found["$schema"].endswith("sarif-schema-2.1.0.json")
    (only,) = found["runs"]
    return only


def test_sarif_describes_every_rule(run: Any) -> None:
    driver = run["tool"]["driver"]

    assert driver["name"] == "docgen"
    assert [rule["id"] for rule in driver["rules"]] == list(rules())
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"].endswith(".")
        assert "Căn cứ: " in rule["fullDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule.get("helpUri", "https://").startswith("https://")
    assert driver["rules"][0]["helpUri"].endswith("/30.signed.pdf")


def test_a_sarif_result_points_to_its_rule_and_to_a_logical_place(run: Any) -> None:
    (result,) = [row for row in run["results"] if row["locations"][0] == place("b.docx", "phần 1")]

    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert (result["ruleId"], result["level"]) == ("page-margins", "error")
    assert result["message"]["text"].startswith("Lề phải 31,8 mm. Lề trên")
    assert re.fullmatch("[0-9a-f]{32}", result["partialFingerprints"]["docgen/v1"])


def place(uri: str, where: str) -> dict[str, Any]:
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri}},
        "logicalLocations": [{"fullyQualifiedName": where, "name": where}],
    }


def test_sarif_suppresses_what_is_excused(run: Any) -> None:
    (result,) = [row for row in run["results"] if "suppressions" in row]

    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "giấy đóng quyển"}
    ]


def test_sarif_tells_of_a_file_that_could_not_be_checked(run: Any) -> None:
    (invocation,) = run["invocations"]
    (note,) = invocation["toolExecutionNotifications"]

    assert not invocation["executionSuccessful"]
    assert note["descriptor"]["id"] == "worker-lost"
    uri = note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "th%C6%B0%20m%E1%BB%A5c/h%E1%BB%8Fng%20%231.docx"


def test_a_rule_that_could_not_tell_is_an_open_result() -> None:
    unknown = told(replace(plan(), scope="khong-ro"))
    found = json.loads(as_sarif([unknown], list(rules().values()), "0.1"))
    results = found["runs"][0]["results"]

    assert {(row["kind"], row["level"]) for row in results} == {("open", "none")}
    assert [row["ruleId"] for row in results] == [
        verdict.rule.id for verdict in unknown.documents[0].unjudged
    ]
