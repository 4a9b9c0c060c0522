"""The conclusion about a document: what an official relies on."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from docgen.check.report import unread
from docgen.check.rule import RULES, Hits, NotEvaluated, Options, rule
from docgen.check.settings import Excuse
from docgen.check.sheet import Sheet
from docgen.errors import WorkerLostError
from tests.check.accounts import bad_everywhere, bad_margin, document, faults_in_order, gapped, told
from tests.check.sheets import changed, plan

MARGINS = "page-margins"


def test_a_good_document_passes() -> None:
    assert (document(plan()).state, document(plan()).conclusion) == ("dat", "Đạt")
    assert told(plan()).fine


def test_errors_are_counted_and_fail_the_document() -> None:
    found = document(bad_margin())

    assert (found.state, found.conclusion) == ("chua-dat", "Chưa đạt: 1 lỗi")
    assert not told(bad_margin()).fine


def test_a_warning_is_told_and_does_not_fail_the_document() -> None:
    found = document(bad_margin(), severities={MARGINS: "warning"})

    assert (found.state, found.conclusion) == ("dat", "Đạt: 1 lời nhắc")


def test_a_draft_says_so_and_its_gaps_are_counted_apart() -> None:
    found = document(gapped(draft=True))

    assert found.state == "dat"
    assert found.conclusion == "Bản nháp đạt; còn 2 chỗ [CẦN BỔ SUNG]"
    assert [gap.hit.where.words for gap in found.gaps] == ["đoạn 20", "đoạn 20"]


def test_gaps_fail_what_is_no_draft() -> None:
    found = document(gapped(draft=False))

    assert (found.state, found.conclusion) == ("chua-dat", "Chưa đạt: 2 lỗi")
    assert not found.gaps


@pytest.mark.parametrize(
    "scope, sentence",
    [
        ("dang", "Không xét: văn bản của Đảng"),
        ("doan-the", "Không xét: văn bản của tổ chức chính trị - xã hội"),
        ("qppl", "Không xét: văn bản quy phạm pháp luật"),
    ],
)
def test_a_document_that_the_decree_does_not_rule_is_neither_passed_nor_failed(
    scope: str, sentence: str
) -> None:
    found = document(replace(bad_margin(), scope=scope))

    assert found.state == "khong-xet"
    assert found.conclusion.startswith(sentence)
    assert told(replace(bad_margin(), scope=scope)).fine


def test_what_cannot_be_told_is_not_fine() -> None:
    found = document(replace(plan(), scope="khong-ro"))

    assert found.state == "khong-xet-duoc"
    assert found.conclusion.startswith("Không xét được: không thấy Quốc hiệu")
    assert not told(replace(plan(), scope="khong-ro")).fine


def test_a_document_older_than_the_decree_is_not_judged() -> None:
    found = document(bad_margin(), day=date(2019, 5, 1))

    assert found.conclusion == "Không xét: quy định có hiệu lực từ 05/03/2020"


def test_a_pass_by_chosen_rules_says_that_they_were_chosen() -> None:
    assert document(plan(), select=("page",)).conclusion == "Đạt các quy tắc được chọn"


def test_an_excused_fault_is_counted_apart_with_its_reason() -> None:
    excuse = Excuse(MARGINS, "giấy đóng quyển", "Lề phải")
    found = document(bad_margin(), excuses=(excuse,))

    assert found.conclusion == "Đạt; 1 chỗ được bỏ qua theo kiem_tra.yaml"
    assert [(each.rule.id, reason) for each, reason in found.excused] == [
        (MARGINS, "giấy đóng quyển")
    ]


@pytest.mark.parametrize("excuse", [Excuse("page", "vì"), Excuse(MARGINS, "vì")])
def test_an_excuse_holds_for_a_rule_or_its_family(excuse: Excuse) -> None:
    assert document(bad_margin(), excuses=(excuse,)).state == "dat"


@pytest.mark.parametrize("excuse", [Excuse(MARGINS, "vì", "Lề trái"), Excuse("fonts", "vì")])
def test_an_excuse_holds_for_nothing_else(excuse: Excuse) -> None:
    assert document(bad_margin(), excuses=(excuse,)).conclusion == "Chưa đạt: 1 lỗi"


def test_an_excuse_may_hold_for_the_words_that_stand_at_the_place() -> None:
    sheet = changed(plan(), "so", size_pt=14.0)

    assert document(sheet, excuses=(Excuse("so-size", "vì", "05/KH-UBND"),)).state == "dat"
    assert document(sheet, excuses=(Excuse("so-size", "vì", "06/KH-UBND"),)).state == "chua-dat"


def test_findings_are_in_the_order_of_the_pages() -> None:
    found = [each.rule.id for each in document(faults_in_order()).findings]

    assert found == [MARGINS, "tieu-ngu-style", "font-color"]


@pytest.fixture
def one_more() -> Any:
    """Let a test add rules of its own to those that there are."""
    before = dict(RULES)
    yield lambda check, name: rule(name, source="điều 1", demands="Phải.")(check)
    RULES.clear()
    RULES.update(before)


def undecided(sheet: Sheet, _: Options) -> Hits:
    """Cannot tell.

    Bad:  a
    Good: b
    """
    yield from ()
    raise NotEvaluated("không rõ")


def broken(sheet: Sheet, _: Options) -> Hits:
    """Has a slip in it.

    Bad:  a
    Good: b
    """
    yield from ()
    raise KeyError("x")


undecided.__module__ = broken.__module__ = "docgen.check.rules.page"


def test_a_rule_that_cannot_tell_is_counted_beside_the_pass(one_more: Any) -> None:
    one_more(undecided, "undecided")

    assert document(plan()).conclusion == "Đạt; 1 quy tắc không xét được"


def test_a_rule_that_breaks_down_lets_nothing_pass(one_more: Any) -> None:
    one_more(broken, "broken")

    found = document(plan())
    assert found.state == "khong-xet-duoc"
    assert found.conclusion == "Không kiểm tra hết được; 1 quy tắc gặp lỗi của chính docgen"


def test_a_file_that_could_not_be_read_is_not_fine() -> None:
    found = unread("x.docx", WorkerLostError())

    assert not found.fine
    assert found.code == "worker-lost"


def test_an_account_travels_between_processes_without_the_document() -> None:
    account = told(bad_everywhere())
    packed = pickle.dumps(account)

    assert pickle.loads(packed) == account
    assert len(packed) < 60_000
