from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from docgen.check.layout import Place
from docgen.check.rule import RULES, Hit, Hits, NotEvaluated, Options, rule
from docgen.check.run import Report, UnknownRuleError, UnknownSeverityError, rules, run
from docgen.check.sheet import Sheet
from tests.check.sheets import (
    annexed,
    changed,
    dispatch,
    paragraph,
    plan,
    stamped,
    with_page,
    without,
)

HERE = Place("đoạn 1")
MADE = {"source": "Điều 1 Nghị định 30/2020/NĐ-CP", "demands": "Để thử."}


@pytest.fixture
def registry() -> Iterator[dict[str, object]]:
    """The registry, as it was before the test made rules of its own."""
    rules()
    before = dict(RULES)
    yield {}
    RULES.clear()
    RULES.update(before)


def make(name: str, check: object, **more: object) -> None:
    """Register a rule as if it stood in the module `marks`."""
    check.__module__ = "docgen.check.rules.marks"
    check.__doc__ = "Bad: x\n\nGood: y"
    rule(name, **{**MADE, **more})(check)  # type: ignore[arg-type]


def outcome(report: Report, name: str) -> tuple[str, str, str]:
    (verdict,) = (each for each in report.verdicts if each.rule.id == name)
    return verdict.outcome, verdict.code, verdict.reason


@pytest.mark.parametrize("sheet", [plan(), dispatch(), annexed(), stamped()])
def test_a_good_document_passes_every_rule_that_concerns_it(sheet: Sheet) -> None:
    report = run(sheet)

    assert report.findings == ()
    assert set(report.outcomes) == {"pass", "not-applicable"}
    assert report.outcomes["pass"] > 90


def test_every_rule_has_one_verdict() -> None:
    assert [each.rule.id for each in run(plan()).verdicts] == list(rules())


def test_a_fault_weighs_what_its_source_weighs_or_what_the_rule_says() -> None:
    sheet = changed(plan(), "ten_loai", size_pt=16.0)
    sheet = changed(sheet, "ten_loai", align="left")
    report = run(changed(sheet, "trich_yeu", text="Thực hiện dân chủ ở cơ sở."))

    told = {each.rule.id: each.severity for each in report.findings}
    assert told["ten-loai-size"] == "error"  # the decree's own text
    assert told["ten-loai-align"] == "warning"  # literal, but found by guess
    assert told["trich-yeu-full-stop"] == "info"  # practice
    assert report.severities["error"] == 1


def test_a_part_that_is_missing_is_one_fault_and_nothing_about_it_passes() -> None:
    report = run(without(plan(), "so"))

    assert [each.rule.id for each in report.findings] == ["so-present"]
    assert outcome(report, "so-size") == ("not-evaluated", "role", "không thấy số, ký hiệu")


def test_a_part_that_need_not_be_there_is_no_ones_business() -> None:
    assert outcome(run(plan()), "chu-quan-size") == (
        "not-applicable",
        "role",
        "văn bản không có tên cơ quan chủ quản",
    )
    assert outcome(run(plan()), "vv-size")[0] == "not-applicable"


@pytest.mark.parametrize("scope", ["dang", "qppl", "doan-the"])
def test_a_document_of_another_regime_is_not_judged(scope: str) -> None:
    report = run(with_page(plan(scope=scope), left_mm=10.0))

    assert set(report.outcomes) == {"not-applicable"}
    assert len({each.reason for each in report.verdicts}) == 1
    assert report.scope == report.verdicts[0].reason


def test_what_is_perhaps_no_document_at_all_is_not_passed() -> None:
    report = run(plan(scope="khong-ro"))

    assert set(report.outcomes) <= {"not-evaluated", "not-applicable"}
    assert outcome(report, "page-margins")[0] == "not-evaluated"


@pytest.mark.parametrize("scope", ["noi-bo", "phu-luc"])
def test_an_internal_list_keeps_page_fonts_numbering_and_annexes(scope: str) -> None:
    sheet = changed(replace(annexed(), scope=scope), "quoc_hieu", size_pt=20.0)
    report = run(with_page(sheet, left_mm=10.0))

    assert [each.rule.id for each in report.findings] == ["page-margins"]
    judged = {each.rule.family for each in report.verdicts if each.outcome == "pass"}
    assert judged <= {"page", "fonts", "numbering", "annex", "annex_pages"}
    assert outcome(report, "quoc-hieu-size")[:2] == ("not-applicable", "scope")


def test_a_draft_is_excused_where_a_rule_says_so() -> None:
    draft = changed(plan(draft=True, day=None), "so", text="Số:      /KH-UBND")
    report = run(draft)

    assert report.findings == ()
    assert outcome(report, "so-padding") == ("not-applicable", "draft", "bản nháp")


def test_a_document_from_before_the_decree_is_not_judged() -> None:
    report = run(plan(day=date(2020, 3, 4)))

    assert outcome(report, "page-margins") == (
        "not-applicable",
        "date",
        "quy định có hiệu lực từ 05/03/2020",
    )
    assert outcome(run(plan(day=date(2020, 3, 5))), "page-margins")[0] == "pass"


def test_the_day_that_is_asked_for_goes_before_the_documents_own() -> None:
    report = run(plan(), on=date(2019, 1, 1))

    assert outcome(report, "page-margins")[0] == "not-applicable"


def test_the_day_that_is_asked_for_decides_which_dated_rules_hold() -> None:
    undated = changed(plan(day=None), "noi_nhan", at=0, text="- UBND quận Ngô Quyền;")

    before = outcome(run(undated, on=date(2025, 6, 30)), "district-recipient")
    assert before == ("not-applicable", "date", "quy định có hiệu lực từ 01/07/2025")
    assert outcome(run(undated, on=date(2025, 7, 1)), "district-recipient")[0] == "fail"
    unknown = outcome(run(undated), "district-recipient")
    assert unknown == ("not-evaluated", "date", "không biết ngày của văn bản")


def test_a_rule_that_has_ended_judges_older_documents_only(registry: object) -> None:
    def passing(_sheet: Sheet, _: Options) -> Hits:
        yield from ()

    make("thu-het-han", passing, until=date(2025, 6, 30))

    assert outcome(run(plan(day=date(2025, 6, 30))), "thu-het-han")[0] == "pass"
    assert outcome(run(plan(day=date(2025, 7, 1))), "thu-het-han")[0] == "not-applicable"
    assert outcome(run(plan(day=None)), "thu-het-han")[0] == "not-evaluated"


def test_a_rule_of_certain_kinds_waits_until_the_kind_is_known() -> None:
    report = run(plan(type=""))

    assert outcome(report, "so-present") == ("not-evaluated", "type", "không nhận ra loại văn bản")
    assert outcome(run(plan()), "so-cong-van") == (
        "not-applicable",
        "type",
        "không áp dụng cho kế hoạch",
    )


def test_a_rule_that_breaks_down_is_not_taken_for_a_pass(registry: object) -> None:
    def broken(_sheet: Sheet, _: Options) -> Hits:
        yield from ()
        raise KeyError("lề")

    make("thu-hong", broken)

    assert outcome(run(plan()), "thu-hong") == (
        "not-evaluated",
        "rule-failed",
        "quy tắc gặp lỗi KeyError: 'lề'",
    )


def test_what_was_found_before_a_rule_gave_up_is_kept(registry: object) -> None:
    def half(_sheet: Sheet, _: Options) -> Hits:
        yield Hit(HERE, "Lỗi thứ nhất")
        raise NotEvaluated("phần sau không đọc được")

    make("thu-nua", half)

    assert outcome(run(plan()), "thu-nua") == ("fail", "not-evaluated", "phần sau không đọc được")


def test_options_replace_the_numbers_of_a_rule() -> None:
    sheet = changed(plan(), "ten_loai", size_pt=15.0)
    wide = {"ten-loai-size": {"size_pt": (13, 15)}}

    assert "ten-loai-size" in {each.rule.id for each in run(sheet).findings}
    assert run(sheet, options=wide).findings == ()


def test_severities_replace_what_a_fault_weighs() -> None:
    sheet = changed(plan(), "ten_loai", align="left")
    (finding,) = run(sheet, severities={"ten-loai-align": "error"}).findings

    assert finding.severity == "error"


def test_rules_are_chosen_and_left_out_by_id_and_by_family() -> None:
    chosen = run(plan(), select=["page", "so-size"], ignore=["page-margins"])
    names = [each.rule.id for each in chosen.verdicts]

    assert names[0] == "paper-size"
    assert names[-1] == "so-size"
    assert "page-margins" not in names
    assert "page-margins" in chosen.left_out
    assert len(chosen.left_out) + len(names) == len(rules())


def test_an_unknown_rule_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownRuleError, match=r"“page-margin”. Có phải là “page-margins”\?"):
        run(plan(), select=["page-margin"])
    with pytest.raises(UnknownRuleError):
        run(plan(), options={"page-margin": {}})


def test_an_unknown_severity_is_refused() -> None:
    with pytest.raises(UnknownSeverityError, match="“fatal” của quy tắc “page-margins”"):
        run(plan(), severities={"page-margins": "fatal"})


def test_a_document_attached_to_a_decision_needs_no_number_or_signature_of_its_own() -> None:
    parts = ("so", "dia_danh_ngay", "quyen_han", "ho_ten", "noi_nhan_label", "noi_nhan", "luu")
    attached = without(plan(type="quy-che"), *parts)
    told = paragraph("(Kèm theo Quyết định số 05/QĐ-UBND)", "đoạn 5")

    assert {each.rule.id for each in run(attached).findings} >= {"so-present", "ho-ten-present"}
    report = run(replace(attached, kem_theo=told))
    assert report.findings == ()
    assert outcome(report, "so-present")[1] == "attached"


def test_further_documents_of_a_file_have_reports_of_their_own() -> None:
    other = changed(plan(), "ten_loai", size_pt=16.0)
    report = run(replace(plan(), others=(other,)), select=["title"])

    assert report.findings == ()
    assert [each.rule.id for each in report.others[0].findings] == ["ten-loai-size"]
    assert report.documents == (report, report.others[0])
