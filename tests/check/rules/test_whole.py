from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.layout import Paragraph
from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import paragraph, plan, with_body

LONG = "Ủy ban nhân dân phường giao Phòng Văn hóa - Xã hội theo dõi, đôn đốc và báo cáo kết quả."


def followed(*texts: str) -> Sheet:
    """The plan with these words below its signature."""
    tail: tuple[Paragraph, ...] = tuple(
        paragraph(text, f"đoạn {40 + n}", size_pt=8.0) for n, text in enumerate(texts)
    )
    return replace(plan(), tail=tail)


def taking_in(places: int) -> Sheet:
    sheet = plan()
    return replace(sheet, layout=replace(sheet.layout, unread=places))


CASES = [
    Case(
        "body-present",
        replace(with_body(plan()), can_cu=()),
        "đầu văn bản",
        "Không có lời văn; chữ nằm trong hình ảnh thì docgen không đọc được",
    ),
    Case(
        "text-after-signature",
        followed(LONG, LONG),
        "đoạn 40",
        "Sau chữ ký và “Nơi nhận” còn “Ủy ban nhân dân phường giao Phòng Văn h…” (2 đoạn)",
    ),
    Case(
        "text-after-signature",
        followed("Giao Phòng Văn hóa theo dõi"),
        "đoạn 40",
        "Sau chữ ký và “Nơi nhận” còn “Giao Phòng Văn hóa theo dõi”",
        "warning",
    ),
    Case(
        "text-elsewhere",
        taking_in(2),
        "đầu văn bản",
        "Có nội dung lấy từ tệp khác ở 2 chỗ, docgen không đọc được",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("whole", CASES)


@pytest.mark.parametrize(
    "text", ["PL.(300)", "Địa chỉ: số 12 đường Lạch Tray, phường Gia Viên", "(Xem mặt sau)"]
)
def test_a_mark_an_address_or_a_note_may_stand_below_the_signature(text: str) -> None:
    assert found(followed(text), "text-after-signature") == []


def test_a_copy_needs_no_text_of_its_own() -> None:
    sheet = replace(plan(), type="sao-y", body=(), can_cu=())

    assert judged(sheet, "body-present").code == "type"
    assert judged(sheet, "body-size").outcome == "not-applicable"


def test_a_copy_needs_no_quoc_hieu() -> None:
    sheet = replace(plan(), type="sao-y", quoc_hieu=None, tieu_ngu=None)

    assert judged(sheet, "quoc-hieu-present").code == "copy"
    assert judged(sheet, "tieu-ngu-size").outcome == "not-applicable"
