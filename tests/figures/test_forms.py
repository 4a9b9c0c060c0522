"""What is told of a form of figures: names, formulas, kinds of unit, and who uses it."""

from __future__ import annotations

import pytest

from tests.figures.small import FORM, KIND, YEAR, Office

BIEU = "data/danh_muc/bieu/thu.yaml"
LOAI = "data/danh_muc/loai_van_ban/bao-cao.yaml"
NAM = "data/nam/2025.yaml"


def test_the_small_form_is_in_order(office: Office) -> None:
    assert office.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "cong_thuc: xong / (dau + nhan)",
            "cong_thuc: xong / (dau + nhn)",
            "9:64 lỗi unknown-indicator: không có chỉ tiêu “nhn” trong biểu này. Có phải là “nhan”?",
        ),
        (
            "cong_thuc: xong / (dau + nhan)",
            "cong_thuc: xong / muc",
            "9:57 lỗi unknown-indicator: chỉ tiêu “muc” xếp mức, không tính được",
        ),
        (
            "cong_thuc: dau + nhan - xong",
            "cong_thuc: dau + ton",
            "8:39 lỗi formula-circle: công thức tính vòng: ton → ton",
        ),
        (
            "cong_thuc: dau + nhan - xong",
            "cong_thuc: dau + to",
            (
                "8:45 lỗi formula-for-others: loại đơn vị ubnd-quan không có chỉ tiêu “to” "
                "nên không tính được"
            ),
        ),
        (
            "bang_ky_truoc: ton",
            "bang_ky_truoc: tonn",
            (
                "7:61 lỗi unknown-indicator: không có chỉ tiêu “tonn” trong biểu này. "
                "Có phải là “ton”?"
            ),
        ),
        (
            "kieu: số}",
            "kieu: số, cho: [ubnd-phuog]}",
            "10:59 lỗi unknown-code: không có loại đơn vị “ubnd-phuog”. Có phải là “ubnd-phuong”?",
        ),
        (
            "dung: xong <= dau + nhan",
            "dung: xog <= dau + nhan",
            (
                "17:12 lỗi unknown-indicator: không có chỉ tiêu “xog” trong biểu này. "
                "Có phải là “xong”?"
            ),
        ),
        (
            "dung: xong <= dau + nhan",
            "cho: [phonng], dung: xong <= dau",
            "17:12 lỗi unknown-code: không có loại đơn vị “phonng”. Có phải là “phong”?",
        ),
        (
            "dung: xong <= dau + nhan",
            "cho: [phong], dung: hop <= to",
            "17:26 lỗi check-never: không loại đơn vị nào có đủ các chỉ tiêu của điều kiện này",
        ),
        (
            "dung: xong <= dau + nhan",
            "dung: 1 <= 2",
            "17:12 lỗi check-never: điều kiện này không nhắc chỉ tiêu nào",
        ),
        (
            "  nhan: {nhan: Đơn nhận, dvt: đơn}",
            "  nam: {nhan: Năm}\n  nhan: {nhan: Đơn nhận, dvt: đơn}",
            "5:3 lỗi key-reserved: tên “nam” trong đề cương đã có nghĩa khác",
        ),
        (
            "cong_thuc: dau + nhan - xong",
            "cong_thuc: dau ++ nhan",
            ("8:43 lỗi formula-form: “ton”: công thức “dau ++ nhan” không đọc được ở “+”"),
        ),
    ],
)
def test_a_mistake_in_a_form_is_told_at_its_word(
    office: Office, old: str, new: str, told: str
) -> None:
    assert old in FORM
    office.write(BIEU, FORM.replace(old, new, 1))

    assert f"{BIEU}:{told}" in office.problems()


def test_two_formulas_that_stand_on_each_other_are_told_of_both(office: Office) -> None:
    form = FORM.replace("cong_thuc: dau + nhan - xong", "cong_thuc: ty_le + xong").replace(
        "cong_thuc: xong / (dau + nhan)", "cong_thuc: xong / ton"
    )
    office.write(BIEU, form)
    office.told("phuong-a", "nhan: 1; xong: 1; dau: 1")

    assert [line.partition(": ")[2] for line in office.problems() if "circle" in line] == [
        "công thức tính vòng: ton → ty_le → ton",
        "công thức tính vòng: ty_le → ton → ty_le",
    ]
    assert office.of("phuong-a").total["ton"].value is None  # and nothing goes round for ever


def test_a_formula_may_stand_on_one_that_comes_later(office: Office) -> None:
    later = "  con: {nhan: Còn, cong_thuc: ton * 2}\n  nhan: {nhan: Đơn nhận, dvt: đơn}"
    office.write(BIEU, FORM.replace("  nhan: {nhan: Đơn nhận, dvt: đơn}", later))
    office.told("phuong-a", "nhan: 5; xong: 1; dau: 2")

    assert office.of("phuong-a").total["con"].value == 12
    assert not [line for line in office.problems() if " lỗi " in line]
    assert len(office.of("phuong-a").total["con"].parts) == 3


def test_a_form_that_cannot_be_read_is_the_only_thing_told(office: Office) -> None:
    office.write(BIEU, FORM.replace("kieu: số}", "kieu: tiền}"))
    office.told("phuong-a", "nhan: 5")

    assert [line.split(":")[0] for line in office.problems()] == [BIEU]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "bieu: thu",
            "bieu: thuu",
            "9:7 lỗi unknown-code: không có tệp data/danh_muc/bieu/thuu.yaml. Có phải là “thu”?",
        ),
        (
            "lap: kỳ",
            "lap: năm",
            "9:7 lỗi form-without-period: biểu số liệu chỉ dùng cho loại văn bản lập theo kỳ",
        ),
        (
            "bieu: thu",
            "bieu: thu\nkinh_gui: [toan-dann]",
            "10:12 lỗi unknown-code: không có nhóm nơi nhận “toan-dann”. Có phải là “toan-dan”?",
        ),
        (
            "bieu: thu",
            "bieu: thu\nban:\n  hdnd: {mo_ta: x, kinh_gui: [toan-dan], bo: [toan-da]}",
            "11:47 lỗi unknown-code: không có nhóm nơi nhận “toan-da”. Có phải là “toan-dan”?",
        ),
        (
            "bieu: thu",
            "bieu: thu\nban:\n  hdnd: {mo_ta: x, kinh_gui: [ai-do], cho: [phng]}",
            "11:45 lỗi unknown-code: không có loại đơn vị “phng”. Có phải là “phong”?",
        ),
        (
            "loai: [phong]",
            "loai: [phog]",
            "18:46 lỗi unknown-code: không có loại đơn vị “phog”. Có phải là “phong”?",
        ),
        (
            "ma: phong,",
            "ma: phuong,",
            "18:14 lỗi key-reserved: mã nhóm “phuong” đã dùng cho việc khác",
        ),
        (
            "  phong: {tep: mau.docx}",
            "  phong: {tep: mau.docx, de_cuong: ngan}",
            "13:36 lỗi unknown-code: không có tệp data/danh_muc/de_cuong/ngan.yaml.",
        ),
        (
            "  han_che:",
            "  chi_tieu: {nhan: Trùng}\n  han_che:",
            "20:3 lỗi key-reserved: mục “chi_tieu” có sẵn trong mọi loại văn bản",
        ),
    ],
)
def test_what_a_kind_of_document_names_must_be_there(
    office: Office, old: str, new: str, told: str
) -> None:
    assert old in KIND
    office.write(LOAI, KIND.replace(old, new, 1))

    assert f"{LOAI}:{told}" in office.problems()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "{cap_tren: quan-y, de_cuong: co-quan}",
            "6:16 lỗi unknown-code: không có đơn vị “quan-y”. Có phải là “quan-x”?",
        ),
        (
            "{cap_tren: quan-x, don_vi: phongg, de_cuong: co-quan}",
            "6:32 lỗi unknown-code: không có loại đơn vị “phongg”. Có phải là “phong”?",
        ),
        (
            "{cap_tren: quan-x, de_cuong: co-qan}",
            "6:34 lỗi unknown-code: không có tệp data/danh_muc/de_cuong/co-qan.yaml. Có phải là “co-quan”?",
        ),
    ],
)
def test_an_outline_that_a_superior_orders_must_be_there(
    office: Office, row: str, told: str
) -> None:
    office.write("data/danh_muc/de_cuong/co-quan.yaml", "muc: [{tieu_de: KẾT QUẢ}]")
    office.write(NAM, f"{YEAR}de_cuong:\n  - {row}\n")

    assert f"{NAM}:{told}" in office.problems()


def test_a_group_of_recipients_names_kinds_and_facts_that_are_there(office: Office) -> None:
    path = "data/danh_muc/nhom_noi_nhan.yaml"
    office.write(path, "muc:\n  to: {ten: Các tổ, cho: [ubnd-phuon], dem: so_to}\n")

    assert [line for line in office.problems() if line.startswith(path)] == [
        (
            f"{path}:2:27 lỗi unknown-code: không có loại đơn vị “ubnd-phuon”. "
            "Có phải là “ubnd-phuong”?"
        ),
        f"{path}:2:45 lỗi unknown-code: không có mục của dac_diem “so_to”. Có phải là “so_ho”?",
    ]
