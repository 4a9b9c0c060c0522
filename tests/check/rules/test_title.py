from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Rule, Run
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import centred, changed, plan, swapped, without

KIND, SUBJECT = "đoạn 3", "đoạn 4"

CASES = [
    Case(
        "ten-loai-present", without(plan(), "ten_loai"), "đầu văn bản", "Không có tên loại văn bản"
    ),
    Case(
        "ten-loai-caps",
        changed(plan(), "ten_loai", text="Kế hoạch"),
        KIND,
        "Tên loại không in hoa: “Kế hoạch”",
    ),
    Case("ten-loai-size", changed(plan(), "ten_loai", size_pt=16.0), KIND, "Tên loại cỡ chữ 16"),
    Case(
        "ten-loai-style",
        changed(plan(), "ten_loai", bold=False),
        KIND,
        "Tên loại in chữ không đậm",
    ),
    Case(
        "ten-loai-align",
        changed(plan(), "ten_loai", align="left"),
        KIND,
        "Tên loại canh trái",
        "warning",
    ),
    Case(
        "trich-yeu-present",
        without(plan(), "trich_yeu"),
        "đầu văn bản",
        "Không có trích yếu nội dung",
    ),
    Case(
        "trich-yeu-caps",
        changed(plan(), "trich_yeu", text="THỰC HIỆN DÂN CHỦ NĂM 2026"),
        SUBJECT,
        "Trích yếu in hoa: “THỰC HIỆN DÂN CHỦ NĂM 2026”",
    ),
    Case(
        "trich-yeu-size",
        changed(plan(), "trich_yeu", size_pt=12.0),
        SUBJECT,
        "Trích yếu cỡ chữ 12",
    ),
    Case(
        "trich-yeu-style",
        changed(plan(), "trich_yeu", italic=True),
        SUBJECT,
        "Trích yếu in chữ nghiêng",
    ),
    Case(
        "trich-yeu-align",
        changed(plan(), "trich_yeu", align="both"),
        SUBJECT,
        "Trích yếu canh đều hai lề",
        "warning",
    ),
    Case(
        "trich-yeu-full-stop",
        changed(plan(), "trich_yeu", text="Thực hiện dân chủ ở cơ sở năm 2026."),
        SUBJECT,
        "Trích yếu có dấu chấm cuối: “ân chủ ở cơ sở năm 2026.”",
        "info",
    ),
    Case(
        "trich-yeu-rule-present",
        replace(plan(), trich_yeu_rule=None),
        SUBJECT,
        "Không có đường kẻ dưới trích yếu",
    ),
    Case(
        "trich-yeu-rule-length",
        replace(plan(), trich_yeu_rule=Rule("drawing", 77.3, 43.85)),
        SUBJECT,
        "Đường kẻ dài 77,3 mm, phải từ 23,2 mm đến 42,5 mm (dòng chữ dài 77,3 mm)",
        "warning",
    ),
    Case(
        "trich-yeu-rule-length",
        replace(plan(), trich_yeu_rule=Rule("border", 30.0, 67.5, solid=False)),
        SUBJECT,
        "Đường kẻ không phải nét liền",
    ),
    Case(
        "trich-yeu-rule-balance",
        replace(plan(), trich_yeu_rule=Rule("drawing", 30.0, 80.0)),
        SUBJECT,
        "Đường kẻ lệch sang phải 12,5 mm",
        "warning",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("title", CASES)


def test_a_line_may_be_measured_by_any_line_of_a_long_subject() -> None:
    words = "Tổ chức phong trào thi đua thực hiện dân chủ ở cơ sở trên địa bàn phường Gia Viên "
    lines = (centred(words, SUBJECT, bold=True), centred("giai đoạn 2026 - 2030", "đoạn 5"))
    sheet = replace(plan(), trich_yeu=lines, trich_yeu_rule=Rule("drawing", 20.0, 72.5))

    assert found(sheet, "trich-yeu-rule-length") == []


@pytest.mark.parametrize("kind", ["cong-van", "giay-gioi-thieu", "giay-nghi-phep"])
def test_kinds_without_a_subject_in_their_form_are_not_asked_for_one(kind: str) -> None:
    sheet = without(plan(type=kind), "trich_yeu")

    assert judged(sheet, "trich-yeu-present").outcome == "not-applicable"
    assert judged(sheet, "trich-yeu-size").outcome == "not-applicable"


def test_the_raised_mark_of_a_note_has_a_format_of_its_own() -> None:
    sheet = plan()
    old = sheet.trich_yeu[0]
    mark = Run("1", size_pt=9.0, raised=True)
    sheet = swapped(sheet, old, replace(old, runs=(*old.runs, mark)))

    assert found(sheet, "trich-yeu-size") == found(sheet, "trich-yeu-style") == []


@pytest.mark.parametrize("text", ["......... 7 .........", "….. 5 ..…."])
def test_a_subject_that_is_still_open_has_no_format(text: str) -> None:
    sheet = changed(plan(), "trich_yeu", text=text, bold=False, italic=True, size_pt=12.0)

    for rule in ("size", "style", "full-stop"):
        assert found(sheet, f"trich-yeu-{rule}") == []
    verdict = judged(sheet, "trich-yeu-rule-length")
    assert (verdict.outcome, verdict.reason) == ("not-evaluated", "trích yếu còn chỗ chờ điền")
