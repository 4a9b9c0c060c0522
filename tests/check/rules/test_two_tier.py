from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, found, judged
from tests.check.sheets import changed, dispatch, plan

W = "warning"
CELL = "bảng 1, hàng 1, ô 1, đoạn {}"
OLD = date(2025, 6, 30)


def issued(*names: str) -> Sheet:
    sheet = plan()
    for at, name in enumerate(names):
        sheet = changed(sheet, "ban_hanh", at=at, text=name)
    return sheet


def office(above: str, name: str) -> Sheet:
    sheet = changed(dispatch(), "chu_quan", at=0, text=above)
    return changed(sheet, "ban_hanh", at=0, text=name)


def sent(text: str) -> Sheet:
    return changed(plan(), "noi_nhan", at=0, text=text)


CASES = [
    Case(
        "district-issuer",
        issued("ỦY BAN NHÂN DÂN", "QUẬN NGÔ QUYỀN"),
        CELL.format(1),
        "Cơ quan cấp huyện: “ỦY BAN NHÂN DÂN QUẬN NGÔ QUYỀN”",
        W,
    ),
    Case(
        "district-issuer",
        office("UBND PHƯỜNG GIA VIÊN", "PHÒNG NỘI VỤ"),
        CELL.format(1),
        "Cơ quan cấp huyện: “UBND PHƯỜNG GIA VIÊN PHÒNG NỘI VỤ”",
        W,
    ),
    Case(
        "district-issuer",
        office("UBND QUẬN NGÔ QUYỀN", "TRƯỜNG TIỂU HỌC NGUYỄN DU"),
        CELL.format(1),
        "Cơ quan cấp huyện: “UBND QUẬN NGÔ QUYỀN TRƯỜNG TIỂU HỌC NGUYỄN DU”",
        W,
    ),
    Case(
        "district-signer",
        changed(plan(), "quyen_han", at=0, text="TM. ỦY BAN NHÂN DÂN QUẬN"),
        "bảng 2, hàng 1, ô 2, đoạn 1",
        "Chức vụ ghi “TM. ỦY BAN NHÂN DÂN QUẬN”",
        W,
    ),
    Case(
        "district-place",
        changed(plan(), "dia_danh_ngay", text="Quận Ngô Quyền, ngày 05 tháng 01 năm 2026"),
        "bảng 1, hàng 2, ô 2",
        "Địa danh cấp huyện: “Quận Ngô Quyền, ngày 05 tháng 01 năm 2026”",
        W,
    ),
    Case(
        "district-addressee",
        changed(dispatch(), "kinh_gui", at=1, text="- UBND các quận, huyện;"),
        "đoạn 4",
        "Kính gửi ghi “- UBND các quận, huyện;”",
        W,
    ),
    Case(
        "district-recipient",
        sent("- Thường trực Quận ủy, HĐND quận;"),
        "bảng 2, hàng 1, ô 1, đoạn 2",
        "Nơi nhận ghi “- Thường trực Quận ủy, HĐND quận;”",
        W,
    ),
    Case(
        "district-recipient",
        sent("- Phòng Giáo dục và Đào tạo;"),
        "bảng 2, hàng 1, ô 1, đoạn 2",
        "Nơi nhận ghi “- Phòng Giáo dục và Đào tạo;”",
        W,
    ),
    Case(
        "ubnd-two-lines",
        office("UBND THÀNH PHỐ HẢI PHÒNG", "ỦY BAN NHÂN DÂN PHƯỜNG GIA VIÊN"),
        CELL.format(1),
        "Trên tên “ỦY BAN NHÂN DÂN PHƯỜNG GIA VIÊN” còn ghi “UBND THÀNH PHỐ HẢI PHÒNG”",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found(case: Case) -> None:
    assert found(case.sheet, case.rule) == [(case.where, case.found, case.severity)]


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("two_tier", CASES)


@pytest.mark.parametrize("case", CASES[:-1], ids=str)
def test_before_the_first_of_july_2025_there_were_districts(case: Case) -> None:
    assert judged(replace(case.sheet, day=OLD), case.rule).outcome == "not-applicable"


@pytest.mark.parametrize("case", CASES[:-1], ids=str)
def test_without_a_day_nothing_is_said(case: Case) -> None:
    verdict = judged(replace(case.sheet, day=None), case.rule)

    assert (verdict.outcome, verdict.reason) == ("not-evaluated", "không biết ngày của văn bản")


@pytest.mark.parametrize(
    "text",
    [
        "- Phòng Nội vụ, Sở Giáo dục và Đào tạo;",
        "- Đảng ủy, HĐND, UBND phường Ngô Quyền;",
        "- Công an phường; Phòng Văn hóa - Xã hội;",
        "- Bệnh viện Đa khoa quận cũ;",
        "- Trường THCS Quận Ngô Quyền;",
        "- Tòa án nhân dân khu vực 1;",
    ],
)
def test_other_recipients_are_good(text: str) -> None:
    assert found(sent(text), "district-recipient") == []


def test_an_office_of_a_so_may_have_the_name_of_an_old_district_office() -> None:
    sheet = office("SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI PHÒNG", "PHÒNG GIÁO DỤC MẦM NON")

    assert found(sheet, "district-issuer") == []
    assert found(office("SỞ Y TẾ HẢI PHÒNG", "PHÒNG NỘI VỤ"), "district-issuer") == []


def test_the_text_may_cite_what_a_district_issued() -> None:
    sheet = changed(
        plan(),
        "can_cu",
        at=0,
        text="Căn cứ Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2025 của UBND Quận Ngô Quyền;",
    )

    for rule in {case.rule for case in CASES}:
        if rule != "district-addressee":
            assert found(sheet, rule) == []
