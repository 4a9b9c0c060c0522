from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check.sheet import Sheet
from tests.check.cases import Case, assert_complete, assert_found, found, judged
from tests.check.sheets import centred, changed, plan, without

LINE = "bảng 2, hàng 1, ô 2, đoạn {}"


def signed(*lines: str) -> Sheet:
    """The plan signed with these lines above the name."""
    signs = tuple(centred(text, LINE.format(n), bold=True) for n, text in enumerate(lines, start=1))
    return replace(plan(), quyen_han=signs, footer=None)


CASES = [
    Case(
        "quyen-han-present",
        without(plan(), "quyen_han"),
        "cuối văn bản",
        "Không có quyền hạn, chức vụ của người ký",
    ),
    Case(
        "quyen-han-caps",
        changed(plan(), "quyen_han", 2, text="Phó Chủ tịch"),
        LINE.format(3),
        "Quyền hạn, chức vụ không in hoa: “Phó Chủ tịch”",
    ),
    Case(
        "quyen-han-size",
        changed(plan(), "quyen_han", 0, size_pt=12.0),
        LINE.format(1),
        "Quyền hạn, chức vụ cỡ chữ 12: “TM. ỦY BAN NHÂN DÂN”",
    ),
    Case(
        "quyen-han-style",
        changed(plan(), "quyen_han", 0, bold=False),
        LINE.format(1),
        "Quyền hạn, chức vụ in chữ không đậm: “TM. ỦY BAN NHÂN DÂN”",
    ),
    Case(
        "quyen-han-dot",
        signed("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        LINE.format(1),
        "Đang ghi “T/M ỦY BAN NHÂN DÂN”; phải là “TM. ỦY BAN NHÂN DÂN”",
    ),
    Case(
        "quyen-han-dot",
        signed("TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        LINE.format(1),
        "Đang ghi “TM ỦY BAN NHÂN DÂN”; phải là “TM. ỦY BAN NHÂN DÂN”",
    ),
    Case(
        "quyen-han-dot",
        signed("TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        LINE.format(1),
        "Sau dấu chấm không có cách chữ: “TM.ỦY BAN NHÂN DÂN”",
        "warning",
    ),
    Case(
        "quyen-han-order",
        signed("CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        LINE.format(2),
        "“TM. ỦY BAN NHÂN DÂN” đứng sau “CHỦ TỊCH”",
    ),
    Case(
        "quyen-han-order",
        signed("TL. CHỦ TỊCH"),
        LINE.format(1),
        "Sau “TL. CHỦ TỊCH” không có chức vụ của người ký",
    ),
    Case(
        "kt-pair",
        signed("KT. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        LINE.format(1),
        "“KT. CHỦ TỊCH”, sau đó là “CHÁNH VĂN PHÒNG”",
    ),
    Case(
        "kt-pair",
        signed("KT. CHỦ TỊCH"),
        LINE.format(1),
        "“KT. CHỦ TỊCH”, sau đó không có chức vụ cấp phó",
    ),
    Case(
        "kt-pair",
        signed("KT. CHỦ TỊCH", "PHÓ TRƯỞNG PHÒNG"),
        LINE.format(2),
        "“KT. CHỦ TỊCH” nhưng ký “PHÓ TRƯỞNG PHÒNG”",
        "warning",
    ),
    Case(
        "kt-missing",
        signed("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"),
        LINE.format(2),
        "“PHÓ CHỦ TỊCH” ký mà phía trên không có “KT.”",
    ),
    Case(
        "kt-missing",
        signed("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "PHÓ CHỦ TỊCH"),
        LINE.format(2),
        "“PHÓ CHỦ TỊCH” ký mà phía trên không có “KT.”",
        "warning",
    ),
    Case(
        "quyen-han-full",
        signed("TM. UBND PHƯỜNG", "CHỦ TỊCH"),
        LINE.format(1),
        "Đang ghi “TM. UBND PHƯỜNG”; phải là “TM. ỦY BAN NHÂN DÂN”",
        "warning",
    ),
    Case(
        "tuq-kt",
        signed("TUQ. CHỦ TỊCH", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
        LINE.format(2),
        "“TUQ.” đi với “KT. TRƯỞNG PHÒNG”",
    ),
    Case(
        "tm-thu-truong",
        signed("TM. PHÒNG VĂN HÓA - XÃ HỘI", "TRƯỞNG PHÒNG"),
        LINE.format(1),
        "Đang ghi “TM. PHÒNG VĂN HÓA - XÃ HỘI”; không ghi “TM.”",
        "warning",
    ),
    Case(
        "phu-trach",
        signed("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH"),
        LINE.format(2),
        "Chức vụ ghi “PHÓ TRƯỞNG PHÒNG PHỤ TRÁCH”",
        "warning",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found_by_one_rule(case: Case) -> None:
    assert_found(case)


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("signature", CASES)


@pytest.mark.parametrize(
    "lines",
    [
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("Q. CHỦ TỊCH",),
        ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
        ("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. HỘI ĐỒNG TRƯỜNG", "CHỦ TỊCH"),
        ("HIỆU TRƯỞNG",),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        ("THƯ KÝ",),
    ],
)
def test_blocks_of_every_kind_of_office_are_good(lines: tuple[str, ...]) -> None:
    for rule in ("quyen-han-dot", "quyen-han-order", "kt-pair", "kt-missing", "tuq-kt"):
        assert found(signed(*lines), rule) == []
    assert found(signed(*lines), "tm-thu-truong") == []


def test_the_lines_of_two_signers_are_not_judged_as_of_one() -> None:
    names = (*plan().ho_ten, centred("Trần Thị Bình", LINE.format(9), bold=True))
    verdict = judged(replace(plan(), ho_ten=names), "quyen-han-order")

    assert (verdict.outcome, verdict.reason) == ("not-evaluated", "văn bản có nhiều người ký")


@pytest.mark.parametrize(
    "lines",
    [
        ("KT CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM: ỦY BAN NHÂN DÂN", "K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("T/L CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
    ],
)
def test_a_power_without_its_dot_is_told_once(lines: tuple[str, ...]) -> None:
    sheet = signed(*lines)

    assert found(sheet, "quyen-han-dot") != []
    for rule in ("quyen-han-order", "kt-pair", "kt-missing", "tuq-kt", "tm-thu-truong"):
        assert found(sheet, rule) == []


def test_a_power_without_its_dot_is_still_held_to_its_place() -> None:
    assert [
        where for where, *_ in found(signed("KT CHỦ TỊCH", "TM ỦY BAN"), "quyen-han-order")
    ] == [LINE.format(2)] * 2
