"""Faults of the signature and of Nơi nhận, each put into a good plan."""

from __future__ import annotations

from tests.check.mutations.case import OFFICE, OTHER_WARD, SCHOOL, Case, Told, each
from tests.check.mutations.parts import all_of, drop, like, look, retext, size, style, within

_CENTRE, _LEFT = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'
POWER, NAME, LABEL, ITEM = "QuyenHan", "HoTen", "NoiNhan", "DanhSachNoiNhan"
LUU = "- Lưu: VT, VP-TK (02)."  # item 7

CASES = [
    Case("tm-without-dot", retext(POWER, "TM ỦY BAN NHÂN DÂN"), "quyen-han-dot"),
    Case("tm-with-stroke", retext(POWER, "T/M ỦY BAN NHÂN DÂN"), "quyen-han-dot"),
    Case("tm-abbreviated", retext(POWER, "TM. UBND PHƯỜNG"), "quyen-han-full", "warning"),
    Case("kt-without-blank", retext(POWER, "KT.CHỦ TỊCH", 1), "quyen-han-dot", "warning"),
    Case("kt-missing", drop(POWER, 1), "kt-missing"),
    Case("kt-without-deputy", drop(POWER, 2), "kt-pair"),
    Case("kt-other-deputy", retext(POWER, "PHÓ TRƯỞNG PHÒNG", 2), "kt-pair", "warning"),
    Case(
        "kt-above-tm",
        all_of(retext(POWER, "KT. CHỦ TỊCH"), retext(POWER, "TM. ỦY BAN NHÂN DÂN", 1)),
        "quyen-han-order",
        follows={"kt-pair": "error"},
    ),
    Case(
        "tm-of-a-room",
        all_of(like(POWER, "TRƯỞNG PHÒNG"), retext(POWER, "TM. PHÒNG VĂN HÓA - XÃ HỘI")),
        "tm-thu-truong",
        "warning",
        of=OFFICE,
        day="12 tháng 8",
    ),
    Case(
        "tuq-and-kt",
        all_of(
            retext(POWER, "TUQ. CHỦ TỊCH"),
            retext(POWER, "KT. CHÁNH VĂN PHÒNG", 1),
            retext(POWER, "PHÓ CHÁNH VĂN PHÒNG", 2),
        ),
        "tuq-kt",
    ),
    Case(
        "in-charge",
        retext(POWER, "PHÓ HIỆU TRƯỞNG PHỤ TRÁCH"),
        "phu-trach",
        "warning",
        of=SCHOOL,
        # and signs without KT.
        follows={"kt-missing": "error"},
    ),
    Case(
        "powers-missing",
        all_of(drop(POWER), drop(POWER), drop(POWER)),
        "quyen-han-present",
    ),
    Case("powers-small-letters", retext(POWER, "Phó Chủ tịch", 2), "quyen-han-caps"),
    Case("powers-12", size(POWER, 12), "quyen-han-size"),
    Case("powers-thin", style(POWER, "<w:b/>", ""), "quyen-han-style"),
    Case("powers-leaning", look(POWER, rpr="<w:i/>", at=1), "quyen-han-style"),
    Case("powers-left", style(POWER, _CENTRE, _LEFT), "ho-ten-align", "warning"),
    Case("name-missing", drop(NAME), "ho-ten-present"),
    Case("name-capitals", look(NAME, rpr="<w:caps/>"), "ho-ten-caps"),
    Case("name-with-degree", retext(NAME, "ThS. Nguyễn Văn An"), "ho-ten-title"),
    Case(
        "name-with-degree-of-a-school",
        retext(NAME, "Thạc sĩ Đặng Thị Vân"),
        "ho-ten-title",
        "warning",
        of=SCHOOL,
    ),
    Case("name-12", size(NAME, 12), "ho-ten-size"),
    Case("name-thin", style(NAME, "<w:b/>", ""), "ho-ten-style"),
    Case("name-leaning", look(NAME, rpr="<w:i/>"), "ho-ten-style"),
    Case("name-left", look(NAME, _LEFT), "ho-ten-align", "warning"),
    Case("label-missing", drop(LABEL), "noi-nhan-present"),
    Case("label-without-colon", retext(LABEL, "Nơi nhận"), "noi-nhan-label"),
    Case("label-capitals", retext(LABEL, "NƠI NHẬN:"), "noi-nhan-label"),
    Case("label-14", size(LABEL, 14), "noi-nhan-label-size"),
    Case("label-upright", style(LABEL, "<w:i/>", ""), "noi-nhan-label-style"),
    Case("label-thin", look(LABEL, rpr='<w:b w:val="0"/>'), "noi-nhan-label-style"),
    Case("label-indented", look(LABEL, '<w:ind w:left="720"/>'), "noi-nhan-align", "warning"),
    Case("items-12", size(ITEM, 12), "noi-nhan-size"),
    Case("one-item-12", look(ITEM, rpr='<w:sz w:val="24"/>', at=2), "noi-nhan-size"),
    Case("luu-12", look(ITEM, rpr='<w:sz w:val="24"/>', at=7), "noi-nhan-size"),
    Case("items-leaning", style(ITEM, "", "<w:i/>"), "noi-nhan-style"),
    Case("item-capitals", look(ITEM, rpr="<w:caps/>", at=2), "noi-nhan-style"),
    Case("item-without-semicolon", within(ITEM, ";", ",", 2), "noi-nhan-semicolon"),
    Case("item-without-dash", within(ITEM, "- Thường", "Thường", 2), "noi-nhan-dash"),
    Case("item-with-bullet", within(ITEM, "- Thường", "• Thường", 2), "noi-nhan-dash", "warning"),
    Case("luu-missing", drop(ITEM, 7), "luu-present"),
    Case("luu-without-colon", retext(ITEM, "- Lưu VT, VP-TK (02).", 7), "luu-form"),
    Case("luu-without-vt", retext(ITEM, "- Lưu: VP-TK (02).", 7), "luu-form"),
    Case("luu-without-stop", retext(ITEM, "- Lưu: VT, VP-TK (02)", 7), "luu-form"),
    Case(
        "luu-not-last",
        all_of(retext(ITEM, LUU, 6), retext(ITEM, "- Các tổ dân phố;", 7)),
        "luu-last",
    ),
    Case(
        "district-in-two-tiers",
        retext(ITEM, "- UBND quận Hải An;"),
        "district-recipient",
        "warning",
        of=OTHER_WARD,
        day="01 tháng 8",
    ),
    Case(
        "district-party-in-two-tiers",
        retext(ITEM, "- Thường trực Quận ủy;"),
        "district-recipient",
        "warning",
        of=OTHER_WARD,
        day="01 tháng 8",
    ),
    Case(
        "signer-of-a-district",
        retext(POWER, "TM. ỦY BAN NHÂN DÂN QUẬN"),
        "district-signer",
        "warning",
        of=OTHER_WARD,
        day="01 tháng 8",
    ),
    Case(
        "place-of-a-district",
        within("DiaDanhNgay", "Gia Viên", "Quận Ngô Quyền"),
        "district-place",
        "warning",
        of=OTHER_WARD,
        day="01 tháng 8",
    ),
    Case(
        "issuer-of-a-district",
        retext("CoQuanBanHanh", "QUẬN NGÔ QUYỀN", 1),
        "district-issuer",
        "warning",
        of=OTHER_WARD,
        day="01 tháng 8",
    ),
]


@each(CASES)
def test_a_fault_of_the_end_is_told_and_nothing_else(case: Case, told: Told) -> None:
    assert told(case) == case.wanted
