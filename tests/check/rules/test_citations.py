from __future__ import annotations

import pytest

from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, found
from tests.check.sheets import changed, plan, prose, swapped
from tests.check.texts import FIRST, says

W = "warning"
LAST = "đoạn 7"
DAY = "ngày 14 tháng 8 năm 2023 của Chính phủ"


def grounded(text: str) -> Sheet:
    """Return the plan with other words in its last ground."""
    return changed(plan(), "can_cu", at=1, text=text)


CASES = [
    Case(
        "can-cu-style",
        changed(plan(), "can_cu", at=0, italic=False),
        "đoạn 6",
        "Căn cứ in chữ không nghiêng: “Căn cứ Luật Tổ chức chính quyền địa phư…”",
    ),
    Case(
        "can-cu-style",
        changed(plan(), "can_cu", at=0, bold=True),
        "đoạn 6",
        "Căn cứ in chữ đậm: “Căn cứ Luật Tổ chức chính quyền địa phư…”",
    ),
    Case(
        "can-cu-line",
        grounded("Căn cứ Luật Thanh tra; căn cứ Luật Tiếp công dân."),
        LAST,
        "Nhiều căn cứ trong một đoạn: “Căn cứ Luật Thanh tra; căn cứ Luật Tiếp công dân.”",
    ),
    Case(
        "can-cu-punctuation",
        changed(plan(), "can_cu", at=0, text="Căn cứ Luật Thanh tra,"),
        "đoạn 6",
        "Cuối căn cứ không có dấu “;”: “Căn cứ Luật Thanh tra,”",
    ),
    Case(
        "can-cu-punctuation",
        grounded("Căn cứ Luật Thanh tra;"),
        LAST,
        "Cuối căn cứ cuối cùng không có dấu “.”: “Căn cứ Luật Thanh tra;”",
        W,
    ),
    Case(
        "can-cu-punctuation",
        grounded("Căn cứ Luật Thanh tra"),
        LAST,
        "Cuối căn cứ cuối cùng không có dấu “.”: “Căn cứ Luật Thanh tra”",
    ),
    Case(
        "can-cu-date",
        grounded("Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ."),
        LAST,
        "Ngày không ghi đầy đủ: “14/8/2023”",
        W,
    ),
    Case(
        "law-number",
        grounded("Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15."),
        LAST,
        "Luật, Pháp lệnh ghi số “10/2022/QH15”",
        W,
    ),
    Case(
        "cited-complete",
        says("Thực hiện Kế hoạch số 12/KH-UBND, các đơn vị báo cáo kết quả."),
        FIRST,
        "“Kế hoạch số 12/KH-UBND” viện dẫn lần đầu thiếu ngày ban hành",
        W,
    ),
    Case(
        "cited-complete",
        says("Thực hiện Kế hoạch số 12/KH-UBND ngày 02 tháng 01 năm 2026, các đơn vị báo cáo."),
        FIRST,
        "“Kế hoạch số 12/KH-UBND” viện dẫn lần đầu thiếu cơ quan ban hành",
        W,
    ),
    Case(
        "cited-kind",
        says("Thực hiện Quyết định số 12/KH-UBND."),
        FIRST,
        "“Quyết định số 12/KH-UBND”: quyết định viết tắt QĐ",
    ),
    Case(
        "cited-sign",
        says("Thực hiện Kế hoạch số 12/KH - UBND."),
        FIRST,
        "Ký hiệu có cách chữ hoặc gạch dài: “12/KH - UBND”",
        W,
    ),
    Case(
        "cited-sign",
        says("Thực hiện Kế hoạch số 12 /KH–UBND."),
        FIRST,
        "Ký hiệu có cách chữ hoặc gạch dài: “12 /KH–UBND”",
        W,
    ),
    Case(
        "cited-abbreviated",
        says("Thực hiện KH số 12/KH-UBND."),
        FIRST,
        "Viết tắt tên loại: “Thực hiện KH số 12/KH-UBND.”",
        W,
    ),
    Case(
        "cited-year",
        says("Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ."),
        FIRST,
        "“Nghị định số 30/2020/NĐ-CP” ghi ngày của năm 2021",
        W,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found(case: Case) -> None:
    assert found(case.sheet, case.rule) == [(case.where, case.found, case.severity)]


def test_an_issuer_named_before_the_sign_is_named() -> None:
    sheet = says(
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 55/TTr-SNV ngày 10 tháng 10 năm 2025."
    )

    assert found(sheet, "cited-complete") == []


def test_a_sign_without_its_marks_is_of_another_kind() -> None:
    ((_, words, _),) = found(says("Theo Nghị định số 30/2020/ND-CP."), "cited-kind")

    assert words == "“Nghị định số 30/2020/ND-CP”: nghị định viết tắt NĐ"


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("citations", CASES)


GOOD = (
    f"Theo Nghị định số 59/2023/NĐ-CP {DAY} quy định chi tiết Luật.",
    "Theo Nghị quyết số 27/2022/QH15 ngày 15 tháng 6 năm 2022 của Quốc hội.",
    "Theo Nghị quyết số 1669/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội.",
    "Theo Công văn số 15/UBND-VX ngày 02 tháng 01 năm 2026 của UBND thành phố.",
    "Theo Luật Thực hiện dân chủ ở cơ sở; tiền số 12/2022.",
    "Biển số 15/KH; nhà số 5/12 đường Cầu Đất.",
    "Theo Kết luận số 127-KL/TW ngày 28 tháng 02 năm 2025 của Bộ Chính trị.",
    "Văn bản số 12/VBHN-VPQH ngày 02 tháng 01 năm 2026.",
)


@pytest.mark.parametrize("text", GOOD)
def test_what_only_looks_like_a_fault_is_none(text: str) -> None:
    for rule in {case.rule for case in CASES}:
        assert found(says(text), rule) == []


def test_cited_again_a_document_has_only_its_sign() -> None:
    sheet = says(
        f"Theo Nghị định số 59/2023/NĐ-CP {DAY} quy định chi tiết Luật.",
        "Thực hiện Nghị định số 59/2023/NĐ-CP, các đơn vị báo cáo.",
    )

    assert found(sheet, "cited-complete") == []


def test_what_stands_in_the_grounds_has_been_cited() -> None:
    sheet = grounded(f"Căn cứ Nghị định số 59/2023/NĐ-CP {DAY} quy định chi tiết Luật.")
    last = sheet.body[-1]
    sheet = swapped(sheet, last, prose("Thực hiện Nghị định số 59/2023/NĐ-CP./.", 16))

    assert found(sheet, "cited-complete") == []


def test_the_proposal_behind_the_grounds_is_the_last_of_them() -> None:
    sheet = grounded("Căn cứ Luật Thực hiện dân chủ ở cơ sở;")
    first = sheet.body[0]
    asked = prose("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.", 8, italic=True)

    assert found(swapped(sheet, first, asked), "can-cu-punctuation") == []


def test_a_day_and_an_issuer_in_capitals_are_seen() -> None:
    sheet = says("THỰC HIỆN KẾ HOẠCH SỐ 99/KH-UBND NGÀY 02 THÁNG 01 NĂM 2026 CỦA UBND THÀNH PHỐ.")

    assert found(sheet, "cited-complete") == []


def test_a_loosely_typed_sign_is_one_sign() -> None:
    sheet = says(
        "Theo Kế hoạch số 99/KH - UBND ngày 02 tháng 01 năm 2026 của UBND thành phố.",
        "Thực hiện Kế hoạch số 99/KH-UBND, các đơn vị báo cáo.",
    )

    assert found(sheet, "cited-complete") == []
