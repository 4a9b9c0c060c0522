from __future__ import annotations

import pytest

from tests.check.cases import Case, assert_complete, found, judged
from tests.check.sheets import plan
from tests.check.texts import FIRST, says

W, I = "warning", "info"  # noqa: E741
CASES = [
    Case(rule, says(text), FIRST, words, severity)
    for rule, text, words, severity in (
        (
            "cited-part-capital",
            "Theo khoản 1 điều 24 của Luật.",
            "Phải viết hoa “Điều”: “Theo khoản 1 điều 24 của Luật.”",
            "error",
        ),
        (
            "cited-part-capital",
            "Theo Điều 3 chương II của Luật.",
            "Phải viết hoa “Chương”: “Theo Điều 3 chương II của Luật.”",
            "error",
        ),
        (
            "cited-khoan-diem-lower",
            "Theo Khoản 1 Điều 24.",
            "Phải viết thường “khoản”: “Theo Khoản 1 Điều 24.”",
            "error",
        ),
        (
            "cited-khoan-diem-lower",
            "Theo Điểm a khoản 1 Điều 24.",
            "Phải viết thường “điểm”: “Theo Điểm a khoản 1 Điều 24.”",
            "error",
        ),
        (
            "document-capital",
            "Thực hiện kế hoạch số 12/KH-UBND.",
            "“kế hoạch” phải là “Kế hoạch”: “kế hoạch số 12/”",
            "error",
        ),
        (
            "document-capital",
            "Thực hiện Nghị Định số 59/2023/NĐ-CP.",
            "“Nghị Định” phải là “Nghị định”: “Nghị Định số 59/”",
            "error",
        ),
        (
            "document-this",
            "Các đơn vị triển khai kế hoạch này.",
            "Tên loại phải viết hoa: “…đơn vị triển khai kế hoạch này.”",
            W,
        ),
        (
            "body-name-capital",
            "Do Uỷ Ban Nhân Dân phường chủ trì.",
            "“Ủy Ban Nhân Dân” phải là “Ủy ban nhân dân”",
            W,
        ),
        (
            "body-name-capital",
            "Phối hợp với mặt trận Tổ quốc Việt Nam.",
            "“mặt trận Tổ quốc Việt Nam” phải là “Mặt trận Tổ quốc Việt Nam”",
            W,
        ),
        (
            "field-capital",
            "Báo cáo Sở tài chính.",
            "“Sở tài chính” phải là “Sở Tài chính”",
            W,
        ),
        (
            "field-capital",
            "Báo cáo Sở Giáo dục và đào tạo.",
            "“Sở Giáo dục và đào tạo” phải là “Sở Giáo dục và Đào tạo”",
            W,
        ),
        (
            "field-capital",
            "Gửi về phòng Nội vụ.",
            "“phòng Nội vụ” phải là “Phòng Nội vụ”",
            W,
        ),
        (
            "unit-noun-lower",
            "Trên địa bàn Phường Gia Viên.",
            "“Phường Gia Viên” phải là “phường Gia Viên”",
            W,
        ),
        (
            "unit-noun-capital",
            "Trên địa bàn phường Ngô Quyền.",
            "“phường Ngô Quyền” phải là “Phường Ngô Quyền”",
            W,
        ),
        (
            "unit-noun-capital",
            "Tại thành phố Hồ Chí Minh.",
            "“thành phố Hồ Chí Minh” phải là “Thành phố Hồ Chí Minh”",
            W,
        ),
        ("unit-noun-capital", "Tại quận 1.", "“quận 1” phải là “Quận 1”", W),
        (
            "honoured-nouns",
            "Vì đời sống của nhân dân.",
            "Phải viết hoa: “Vì đời sống của nhân dân.”",
            I,
        ),
        (
            "honoured-nouns",
            "Theo pháp luật của nhà nước.",
            "Phải viết hoa: “Theo pháp luật của nhà nước.”",
            I,
        ),
        (
            "honoured-nouns",
            "Chủ trương của đảng.",
            "Phải viết hoa: “Chủ trương của đảng.”",
            I,
        ),
        (
            "person-title-capital",
            "Do chủ tịch Nguyễn Văn An chủ trì.",
            "Chức vụ phải viết hoa: “chủ tịch Nguyễn Văn”",
            W,
        ),
        (
            "calendar-capital",
            "Họp vào sáng thứ hai, ngày 05 tháng 01.",
            "Phải viết hoa: “Họp vào sáng thứ hai, ngày 05 tháng 01.”",
            W,
        ),
        (
            "calendar-capital",
            "Cách mạng tháng tám năm 1945.",
            "Phải viết hoa: “Cách mạng tháng tám năm 1945.”",
            W,
        ),
        (
            "feast-name",
            "Chào mừng ngày quốc khánh.",
            "“quốc khánh” phải là “Quốc khánh”",
            W,
        ),
        (
            "feast-name",
            "Chào mừng ngày Quốc khánh 2/9.",
            "Ngày và tháng không nối bằng gạch nối: “ngày Quốc khánh 2/9”",
            I,
        ),
        (
            "feast-name",
            "Nhân dịp tết Nguyên Đán.",
            "“tết Nguyên Đán” phải là “tết Nguyên đán”",
            W,
        ),
        (
            "feast-name",
            "Nhân dịp Tết Trung thu.",
            "“Tết Trung thu” phải là “tết Trung thu”",
            I,
        ),
        (
            "award-name",
            "Tặng Huân chương Sao Vàng.",
            "“Huân chương Sao Vàng” phải là “Huân chương Sao vàng”",
            I,
        ),
        (
            "sentence-capital",
            "Kế hoạch được triển khai. các đơn vị báo cáo.",
            "Đầu câu phải viết hoa: “khai. các”",
            W,
        ),
    )
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found(case: Case) -> None:
    assert found(case.sheet, case.rule) == [(case.where, case.found, case.severity)]


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("capitals", CASES)


GOOD = (
    "Theo điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III của Nghị quyết.",
    "Thảo luận 3 mục 1 lần; điều chỉnh phần 2 của bài trình bày.",
    "Khoản 2 Điều 5 quy định như sau: Điểm a được thay thế.",
    "1. Khoản 1 được sửa đổi.",
    "“Khoản 3 Điều 4” được bãi bỏ.",
    "Quyết định số 01/QĐ-UBND; các kế hoạch khác; số 12/KH-UBND.",
    "Ghi “TM. ỦY BAN NHÂN DÂN” trước chức vụ.",
    "Ủy ban nhân dân các cấp, Hội đồng nhân dân phường.",
    "Các cơ sở giáo dục và đào tạo, cán bộ y tế, trụ sở Công an phường, cán bộ tư pháp.",
    "Bố trí phòng y tế trong trường học; bộ tài liệu.",
    "Phòng Văn hóa - Xã hội, Sở Công Thương, Bộ Tài nguyên và Môi trường.",
    "Phường Điện Biên Phủ, Quận 1, Thành phố Hồ Chí Minh, Thủ đô Hà Nội.",
    "Tại Phường Ngô Quyền, tại Xã Nguyễn Bỉnh Khiêm, ở phường Gia Viên.",
    "Phường Gia Viên chủ trì.",
    "- Thành phố Hải Phòng: 114 đơn vị.",
    "Mỗi phường 02 người, mỗi quận 1 tổ.",
    "Công an nhân dân, Tòa án nhân dân, ngân sách nhà nước, bí mật nhà nước.",
    "Nhà nước pháp quyền; quản lý nhà nước; Đảng ủy, đảng viên của đảng bộ.",
    "Chủ tịch Nguyễn Văn An và chủ tịch Hội đồng; trưởng phòng Hành chính.",
    "Lần thứ hai, người thứ ba; ba tháng một lần; tháng 8 năm 1945.",
    "Ngày Quốc khánh 2-9, ngày Quốc tế Lao động 1-5, tết Nguyên đán, tết Đoan ngọ.",
    "Kỷ niệm 80 năm ngày Quốc khánh 02/9/1945.",
    "Theo TS. nguyên Phó Giám đốc; v.v. và các nội dung khác; tp. Hải Phòng.",
    "Gồm: loa, đài... trên địa bàn phường.",
)


@pytest.mark.parametrize("text", GOOD)
def test_what_only_looks_like_a_fault_is_none(text: str) -> None:
    for rule in {case.rule for case in CASES}:
        assert found(says(text), rule) == []


def test_a_paragraph_that_goes_on_after_a_colon_begins_with_a_capital() -> None:
    assert found(says("Nội dung như sau:", "thực hiện công khai."), "sentence-capital") == [
        ("đoạn 21", "Đầu dòng phải viết hoa: “thực hiện công khai.”", "warning")
    ]


def test_an_item_in_small_letters_is_a_remark() -> None:
    ((_, _, severity),) = found(says("Gồm:", "- công khai;"), "sentence-capital")

    assert severity == "info"


def test_the_units_named_after_people_are_an_option() -> None:
    from docgen.check.run import run  # noqa: PLC0415

    sheet = says("Trên địa bàn Phường Dư Hàng, xã Dư Hàng.")
    options = {rule: {"eponyms": ("Dư Hàng",)} for rule in ("unit-noun-lower", "unit-noun-capital")}
    report = run(sheet, select=list(options), options=options)

    assert [each.hit.found for each in report.findings] == ["“xã Dư Hàng” phải là “Xã Dư Hàng”"]


def test_without_a_type_the_document_does_not_speak_of_itself() -> None:
    assert judged(plan(type=""), "document-this").outcome == "not-evaluated"
