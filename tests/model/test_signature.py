from __future__ import annotations

from typing import Any

import pytest

from docgen.model.signature import block, faults, minutes, minutes_faults, name_faults, usual_lines
from docgen.model.unit import KyBienBan, NguoiKy
from docgen.model.vocabulary import LoaiDonVi

UBND = LoaiDonVi(ten="UBND", tap_the="Ủy ban nhân dân", truong="Chủ tịch", pho="Phó Chủ tịch")
HDND = LoaiDonVi(ten="HĐND", tap_the="Hội đồng nhân dân", truong="Chủ tịch", pho="Phó Chủ tịch")
PHONG = LoaiDonVi(ten="phòng", truong="Trưởng phòng", pho="Phó Trưởng phòng")
SO = LoaiDonVi(ten="sở", truong="Giám đốc", pho="Phó Giám đốc")
TRUONG = LoaiDonVi(ten="trường học", truong="Hiệu trưởng", pho="Phó Hiệu trưởng")
VAN_PHONG = LoaiDonVi(ten="văn phòng", truong="Chánh Văn phòng", pho="Phó Chánh Văn phòng")
BAN = LoaiDonVi(
    ten="ban chỉ đạo", tap_the="Ban Chỉ đạo", truong="Trưởng ban", pho="Phó Trưởng ban", tu_van=True
)
BO = LoaiDonVi(ten="bộ", truong="Bộ trưởng", pho="Thứ trưởng")


def signer(chuc_vu: str, quyen_han: list[str] | None = None, **more: Any) -> NguoiKy:
    return NguoiKy(**{"ho_ten": "Nguyễn Văn An", "chuc_vu": chuc_vu, "quyen_han": quyen_han} | more)


def found(who: NguoiKy, kind: LoaiDonVi) -> list[tuple[Any, ...]]:
    return [(*fault.where, fault.code) for fault in faults(who, kind)]


@pytest.mark.parametrize(
    ("kind", "chuc_vu", "quyen_han", "lines"),
    [
        (UBND, "Chủ tịch", None, "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        (UBND, "Phó Chủ tịch", None, "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        (UBND, "Q. Chủ tịch", None, "TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH"),
        (UBND, "Phó Chủ tịch Thường trực", None,
         "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        (UBND, "Chủ tịch", [], "CHỦ TỊCH"),
        (UBND, "Phó Chủ tịch", ["KT. Chủ tịch"], "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        (UBND, "CHỦ TỊCH", ["TM. ỦY BAN NHÂN DÂN"], "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        (UBND, "Chủ tịch", ["TM. Ủy ban nhân dân phường"], "TM. ỦY BAN NHÂN DÂN PHƯỜNG / CHỦ TỊCH"),
        (UBND, "Chánh Văn phòng", ["TL. Chủ tịch"], "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG"),
        (UBND, "Phó Chánh Văn phòng", ["TL. Chủ tịch", "KT. Chánh Văn phòng"],
         "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG"),
        (UBND, "Chánh Văn phòng", ["TM. Ủy ban nhân dân", "TL. Chủ tịch"],
         "TM. ỦY BAN NHÂN DÂN / TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG"),
        (UBND, "Trưởng phòng Nội vụ", ["TUQ. Chủ tịch"], "TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG NỘI VỤ"),
        (HDND, "Chủ tịch", None, "TM. HỘI ĐỒNG NHÂN DÂN / CHỦ TỊCH"),
        (HDND, "Phó Chủ tịch", ["TM. Thường trực Hội đồng nhân dân", "KT. Chủ tịch"],
         "TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        (HDND, "Trưởng ban", ["TM. Ban Pháp chế"], "TM. BAN PHÁP CHẾ / TRƯỞNG BAN"),
        (VAN_PHONG, "Chánh Văn phòng", None, "CHÁNH VĂN PHÒNG"),
        (VAN_PHONG, "Phó Chánh Văn phòng", None, "KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG"),
        (PHONG, "Trưởng phòng", None, "TRƯỞNG PHÒNG"),
        (PHONG, "Phó Trưởng phòng", None, "KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG"),
        (PHONG, "Chánh Thanh tra", None, "CHÁNH THANH TRA"),
        (SO, "Phó Giám đốc", None, "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"),
        (TRUONG, "Hiệu trưởng", None, "HIỆU TRƯỞNG"),
        (TRUONG, "Phó Hiệu trưởng", None, "KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG"),
        (BAN, "Trưởng ban", None, "TM. BAN CHỈ ĐẠO / TRƯỞNG BAN"),
        (BAN, "Phó Trưởng ban", None, "TM. BAN CHỈ ĐẠO / KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN"),
        (BO, "Thứ trưởng", None, "KT. BỘ TRƯỞNG / THỨ TRƯỞNG"),
    ],
)  # fmt: skip
def test_every_form_of_the_decree_is_printed_and_without_fault(
    kind: LoaiDonVi, chuc_vu: str, quyen_han: list[str] | None, lines: str
) -> None:
    who = signer(chuc_vu, quyen_han)
    assert " / ".join(block(who, kind).quyen_han) == lines
    assert found(who, kind) == []


def test_a_member_of_an_advisory_body_has_his_other_title_above_the_name() -> None:
    who = signer("Trưởng ban", chuc_vu_khac="Chủ tịch UBND phường")
    assert block(who, BAN).chuc_vu_khac == "CHỦ TỊCH UBND PHƯỜNG"
    assert found(who, BAN) == []
    assert found(signer("Chủ tịch", chuc_vu_khac="Bí thư"), UBND) == [
        ("chuc_vu_khac", "second-title")
    ]


@pytest.mark.parametrize(
    ("kind", "chuc_vu", "quyen_han", "expected"),
    [
        (UBND, "Phó Chủ tịch", ["TUQ. Chủ tịch", "KT. Chủ tịch"], [("quyen_han", 1, "tuq-then-kt")]),
        (UBND, "Phó Chủ tịch", ["KT. Chủ tịch", "TM. Ủy ban nhân dân"],
         [("quyen_han", 1, "prefix-order"), ("chuc_vu", "deputy-without-kt")]),
        (UBND, "Phó Chánh Văn phòng", ["KT. Chánh Văn phòng", "TL. Chủ tịch"],
         [("quyen_han", 1, "prefix-order"), ("chuc_vu", "deputy-without-kt")]),
        (UBND, "Chánh Văn phòng", ["TL. Chủ tịch", "TUQ. Chủ tịch"], [("quyen_han", 1, "prefix-order")]),
        (UBND, "Chủ tịch", ["TM. Ủy ban nhân dân", "TM. Ủy ban nhân dân"],
         [("quyen_han", 1, "prefix-order")]),
        (UBND, "Chủ tịch", ["TM. Ủy ban nhân dân", "Q. Chủ tịch"], [("quyen_han", 1, "prefix-order")]),
        (PHONG, "Trưởng phòng", ["TM. Phòng Nội vụ"], [("quyen_han", 0, "tm-without-collective")]),
        (TRUONG, "Hiệu trưởng", ["TM. Ban Giám hiệu"], [("quyen_han", 0, "tm-without-collective")]),
        (SO, "Giám đốc", ["TM. Sở Nội vụ"], [("quyen_han", 0, "tm-without-collective")]),
        (UBND, "Chủ tịch", ["KT. Chủ tịch"], [("chuc_vu", "kt-without-deputy")]),
        (UBND, "Ủy viên", ["TM. Ủy ban nhân dân", "KT. Chủ tịch"], [("chuc_vu", "kt-without-deputy")]),
        (PHONG, "Phó phòng", None, [("chuc_vu", "kt-without-deputy")]),
        (UBND, "Phó Trưởng phòng", ["KT. Chủ tịch"], [("chuc_vu", "kt-without-deputy")]),
        (UBND, "Phó Chánh Văn phòng", None, [("chuc_vu", "kt-without-deputy")]),
        (UBND, "Phó Chủ tịch", ["TM. Ủy ban nhân dân"], [("chuc_vu", "deputy-without-kt")]),
        (UBND, "Phó Chủ tịch", [], [("chuc_vu", "deputy-without-kt")]),
        (UBND, "Phó Chánh Văn phòng", ["TL. Chủ tịch"], [("chuc_vu", "deputy-without-kt")]),
        (UBND, "Chánh Văn phòng", None, [("chuc_vu", "signer-by-what-right")]),
        (UBND, "KT. Chủ tịch", [], [("chuc_vu", "prefix-in-title")]),
        (UBND, "Quyền Chủ tịch", [], [("chuc_vu", "prefix-form")]),
        (UBND, "Q.Chủ tịch", None, [("chuc_vu", "prefix-form")]),
    ],
)  # fmt: skip
def test_a_block_against_the_decree_is_refused_at_its_own_line(
    kind: LoaiDonVi, chuc_vu: str, quyen_han: list[str] | None, expected: list[tuple[Any, ...]]
) -> None:
    who = signer(chuc_vu, quyen_han)
    assert found(who, kind) == expected
    assert all(fault.sentence and fault.hint for fault in faults(who, kind))


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("T/M Ủy ban nhân dân", "viết TM. Ủy ban nhân dân"),
        ("T/M. Ủy ban nhân dân", "viết TM. Ủy ban nhân dân"),
        ("TM Ủy ban nhân dân", "viết TM. Ủy ban nhân dân"),
        ("TM.Ủy ban nhân dân", "viết TM. Ủy ban nhân dân"),
        ("tm. Ủy ban nhân dân", "viết TM. Ủy ban nhân dân"),
        ("TM: Ủy ban nhân dân", "viết TM. Ủy ban nhân dân"),
        ("TM .Ủy ban nhân dân", "viết TM. Ủy ban nhân dân"),
    ],
)
def test_a_sign_of_authority_badly_written_is_told_with_the_right_form(
    line: str, hint: str
) -> None:
    (fault,) = faults(signer("Chủ tịch", [line]), UBND)
    assert (fault.where, fault.code, fault.hint) == (("quyen_han", 0), "prefix-form", hint)


def test_kt_without_its_dot_is_the_only_fault_of_a_deputy() -> None:
    (fault,) = faults(signer("Phó Chủ tịch", ["TM. Ủy ban nhân dân", "KT Chủ tịch"]), UBND)
    assert (fault.where, fault.hint) == (("quyen_han", 1), "viết KT. Chủ tịch")


@pytest.mark.parametrize("line", ["Thay mặt Ủy ban nhân dân", "Chủ tịch", "TM.", "KTX Chủ tịch"])
def test_a_line_that_gives_no_authority_is_refused(line: str) -> None:
    (fault,) = faults(signer("Phó Chủ tịch", [line]), UBND)
    assert (fault.where, fault.code) == (("quyen_han", 0), "prefix-unknown")


@pytest.mark.parametrize("title", ["Phụ trách phòng", "Phó Trưởng phòng phụ trách"])
def test_a_deputy_in_charge_signs_as_a_deputy(title: str) -> None:
    codes = [fault.code for fault in faults(signer(title), PHONG)]
    assert codes == ["signer-in-charge"]


@pytest.mark.parametrize(
    "name",
    ["TS. Nguyễn Văn An", "PGS.TS Nguyễn Văn An", "ThS Nguyễn Văn An", "Th.S Nguyễn Văn An",
     "GS TS Nguyễn Văn An", "Tiến sĩ Nguyễn Văn An", "BS. Nguyễn Văn An", "NGƯT Nguyễn Văn An",
     "Đ/c Nguyễn Văn An", "Đồng chí Nguyễn Văn An", "Bà Nguyễn Thị An"],
)  # fmt: skip
def test_degrees_and_forms_of_address_stand_before_no_name(name: str) -> None:
    assert found(signer("Chủ tịch", ho_ten=name), UBND) == [("ho_ten", "signer-degree")]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("NGUYỄN VĂN AN", "viết Nguyễn Văn An"), ("nguyễn văn an", "viết Nguyễn Văn An"),
     ("Nguyễn văn An", "viết Nguyễn Văn An"), ("Nguyễn Thị ĐÀO", "viết Nguyễn Thị Đào")],
)  # fmt: skip
def test_a_name_has_one_capital_a_syllable(name: str, hint: str) -> None:
    (fault,) = faults(signer("Chủ tịch", ho_ten=name), UBND)
    assert (fault.code, fault.hint) == ("signer-capitals", hint)


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Văn An", "Ông Ích Khiêm", "H'Hen Niê", "Y Thu", "Lê A", "Bá Thị Hòa", "Tsan Mí Ly",
     "Nguyễn Ý", "Cầm Bá Thước", "Điểu K'Ré"],
)  # fmt: skip
def test_real_names_pass(name: str) -> None:
    assert found(signer("Chủ tịch", ho_ten=name), UBND) == []


@pytest.mark.parametrize("title", ["Quản đốc", "Quản lý Khu di tích", "Trưởng trạm"])
def test_a_title_that_begins_like_a_sign_is_a_title(title: str) -> None:
    assert found(signer(title), PHONG) == []


def test_a_deputy_without_a_known_head_signs_for_the_head_his_title_names() -> None:
    assert usual_lines(signer("Phó Giám đốc"), LoaiDonVi(ten="trung tâm")) == ["KT. Giám đốc"]


def test_minutes_are_signed_by_the_secretary_left_and_the_chair_right() -> None:
    left, right = minutes(KyBienBan(thu_ky="Trần Thị Bình", chu_toa="Lê Văn Cường"))
    assert (left.quyen_han, left.ho_ten) == (("THƯ KÝ",), "Trần Thị Bình")
    assert (right.quyen_han, right.ho_ten) == (("CHỦ TỌA",), "Lê Văn Cường")


def test_names_under_minutes_follow_the_same_rules() -> None:
    signers = KyBienBan(thu_ky="ThS. Trần Bình", chu_toa="LÊ CƯỜNG")
    assert [(fault.where, fault.code) for fault in minutes_faults(signers)] == [
        (("thu_ky",), "signer-degree"), (("chu_toa",), "signer-capitals"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "lines", "hint"),
    [
        ("Phó Chủ tịch Thường trực", ["TM. Ủy ban nhân dân"], "thêm dòng KT. Chủ tịch"),
        ("Phó Chánh Văn phòng", ["TL. Chủ tịch"], "thêm dòng KT. Chánh Văn phòng"),
    ],
)
def test_a_deputy_is_told_whom_to_sign_for(title: str, lines: list[str], hint: str) -> None:
    (fault,) = faults(signer(title, lines), UBND)
    assert fault.hint == hint


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Chu tich", "Chủ tịch"),
        ("Phó chủ tịch", "Phó Chủ tịch"),
        ("Phó Chủ tịch UBND phường", "Phó Chủ tịch"),
    ],
)
def test_a_title_is_written_as_the_office_has_it(typed: str, printed: str) -> None:
    kind = LoaiDonVi.model_validate(
        {"ten": "UBND", "tap_the": "Ủy ban nhân dân", "truong": "Chủ tịch", "pho": "Phó Chủ tịch"}
    )
    signer = NguoiKy.model_validate({"ho_ten": "Trần Văn An", "chuc_vu": typed})
    found = [fault for fault in faults(signer, kind) if fault.code == "title-form"]

    assert [fault.hint for fault in found] == [f"viết {printed}"]


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("“Nguyễn Văn An”", "signer-quotes", "viết Nguyễn Văn An"),
        ('"nguyễn văn an"', "signer-quotes", "viết Nguyễn Văn An"),
        ("…", "signer-nameless", "viết đủ họ và tên"),
        ("Nguyễn Văn An (phó)", "signer-capitals", "viết Nguyễn Văn An (Phó)"),
        ("Nguyễn Văn An (Phó)", "signer-capitals", "chỉ viết họ và tên"),
    ],
)
def test_no_hint_repeats_what_was_typed(name: str, code: str, hint: str) -> None:
    (fault,) = name_faults(("ho_ten",), name)
    assert fault.code == code
    assert fault.hint.startswith(hint)
    assert name not in fault.hint
