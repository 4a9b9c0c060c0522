from __future__ import annotations

import pytest

from docgen.check.run import run
from docgen.check.words.misspelt import MISSPELT
from docgen.check.words.telex import is_telex
from docgen.check.words.tones import NEW, OLD, tone_style_of
from tests.check.cases import Case, assert_complete, found
from tests.check.sheets import changed, plan
from tests.check.texts import FIRST, says

W, INFO = "warning", "info"
CASES = [
    Case(rule, says(text), FIRST, words, severity)
    for rule, text, words, severity in (
        (
            "tone-style",
            "Hội nghị hòa giải, hóa giải, để hoà nhập.",
            "Hai kiểu đặt dấu thanh, ít hơn là: “hoà”",
            W,
        ),
        (
            "tone-style",
            "Uỷ ban nhân dân phường hòa giải, xóa bỏ.",
            "Hai kiểu đặt dấu thanh, ít hơn là: “Uỷ”",
            W,
        ),
        ("i-or-y", "Công tác quản lí, kĩ thuật.", "Viết i thay cho y: “lí”, “kĩ” (2 chỗ)", INFO),
        ("misspelling", "Đề nghị bổ xung hồ sơ.", "“bổ xung” viết đúng là “bổ sung”", W),
        ("misspelling", "Sát nhập các tổ.", "“Sát nhập” viết đúng là “sáp nhập”", W),
        (
            "doubled-word",
            "Các cơ quan và và đơn vị.",
            "Lặp từ: “Các cơ quan và và đơn vị.”",
            W,
        ),
        ("telex-left", "Kế hoạch dduwowcj duyệt.", "Phím gõ chưa thành chữ: “dduwowcj”", W),
        (
            "stop-after-blank",
            "Các cơ quan , đơn vị.",
            "Cách chữ trước dấu câu: “Các cơ quan , đơn vị.”",
            W,
        ),
        (
            "stop-after-blank",
            "Thực hiện Kế hoạch .",
            "Cách chữ trước dấu câu: “…hiện Kế hoạch .”",
            W,
        ),
        (
            "blank-after-stop",
            "Các cơ quan,đơn vị.",
            "Không cách chữ sau dấu câu: “Các cơ quan,đơn vị.”",
            W,
        ),
        (
            "blank-after-stop",
            "Trên địa bàn phường.Các đơn vị.",
            "Không cách chữ sau dấu câu: “Trên địa bàn phường.Các đơn vị.”",
            W,
        ),
        (
            "bracket-blank",
            "Kế hoạch ( năm 2026) này.",
            "Cách chữ cạnh dấu ngoặc: “Kế hoạch ( năm 2026) này.”",
            W,
        ),
        (
            "bracket-blank",
            "Các phường(trừ các xã) báo cáo.",
            "Cách chữ cạnh dấu ngoặc: “Các phường(trừ các xã)…”",
            W,
        ),
        ("double-blank", "Các  cơ quan.", "Nhiều cách chữ liền nhau: trước “cơ”", INFO),
        (
            "dash-sign",
            "Giai đoạn 2021 – 2026.",
            "Phải là gạch nối (-), đang dùng: gạch dài (–)",
            INFO,
        ),
        ("quote-sign", 'Chủ đề "dân biết".', 'Ngoặc kép thẳng: "dân biết"', INFO),
        ("number-format", "Chi 1,234,000 đồng.", "“1,234,000” viết là “1.234.000”", W),
        ("number-format", "Đạt 12.5% kế hoạch.", "“12.5” viết là “12,5”", W),
        (
            "day-exists",
            "Xong trước ngày 31 tháng 4 năm 2026.",
            "Không có ngày “ngày 31 tháng 4 năm 2026”",
            W,
        ),
        ("day-exists", "Xong trước 15/13/2026.", "Không có ngày “15/13/2026”", W),
        (
            "date-padding",
            "Ngày 05 tháng 01; trước ngày 5 tháng 3 năm 2026.",
            "Số 0 trong ngày, tháng: “ngày 5 tháng 3”",
            INFO,
        ),
    )
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_fault_is_found(case: Case) -> None:
    assert found(case.sheet, case.rule) == [(case.where, case.found, case.severity)]


def test_every_rule_has_a_bad_document_and_passes_a_good_one() -> None:
    assert_complete("orthography", CASES)


GOOD = (
    "Quý, quỳ, khoản, hoàn, huỳnh, khuỷu, xoáy, hoạt, của, chúa, lúa, thuế.",
    "Ông Hoà, bà Thuý và hòa giải viên.",
    "Luôn luôn, dần dần, ngày ngày, từ từ, nhà nhà, và các và.",
    "Công tác kỹ thuật, quản lý, kỷ luật, lý do, kí-lô-mét.",
    "Củng cố tổ chức, dành cho người nghèo, chia sẻ khó khăn.",
    "Máy tính, e-mail, website, internet, data, video, books, proof, file.",
    "Thư điện tử ubnd.giavien@haiphong.gov.vn, trang https://haiphong.gov.vn,truy cập.",
    "Cổng thông tin: www.haiphong.gov.vn; tệp bao-cao.docx.",
    "Tỷ lệ 1 : 500; hồi 14:30; 8:00 đến 11:30; TP.Hải Phòng; v.v.",
    "Gồm: loa, đài...; các nội dung khác./.",
    "Chiều 1,234 m; đạt 0,125%; mã 12.5; Điều 5.1; số 0912.345.678; 1.234.567 đồng; 98,5%.",
    "Ngày 29 tháng 02 năm 2024; 30/4/2026; 01/02/2026; số 12/2025/QĐ-UBND; 5/12/2026.",
    "Từ tháng 10 năm 2026 đến tháng 3 năm 2027; tháng 12 năm 2026; tháng 01 năm 2026.",
    "- Giai đoạn 2021 - 2026; phòng, chống; (sau đây gọi là UBND).",
)


@pytest.mark.parametrize("text", GOOD)
def test_what_only_looks_like_a_fault_is_none(text: str) -> None:
    for rule in {case.rule for case in CASES}:
        assert found(says(text), rule) == []


def test_the_quoc_hieu_may_have_a_tone_of_its_own() -> None:
    sheet = changed(says("Ủy ban hòa giải."), "quoc_hieu", text="CỘNG HOÀ XÃ HỘI")

    assert found(sheet, "tone-style") == []


def test_names_with_a_tone_of_their_own_are_an_option() -> None:
    sheet = says("Hòa giải, hòa nhập tại tổ hoà.")
    report = run(sheet, select=["tone-style"], options={"tone-style": {"names": ("hoà",)}})

    assert report.findings == ()


def test_one_style_throughout_is_good_whichever_it_is() -> None:
    sheet = changed(says("Uỷ ban hoà giải, xoá bỏ."), "ban_hanh", at=0, text="UỶ BAN NHÂN DÂN")
    sheet = changed(sheet, "quyen_han", at=0, text="TM. UỶ BAN NHÂN DÂN")
    sheet = changed(sheet, "noi_nhan", at=1, text="- Thường trực Đảng uỷ;")

    assert found(sheet, "tone-style") == []


@pytest.mark.parametrize(
    ("word", "style"),
    [("hòa", OLD), ("hoà", NEW), ("ủy", OLD), ("UỶ", NEW), ("thuỷ", NEW), ("khỏe", OLD)]
    + [(word, "") for word in ("quý", "của", "hoàn", "khuỷu", "hoa", "uy", "mùa", "")],
)
def test_only_open_syllables_have_two_styles(word: str, style: str) -> None:
    assert tone_style_of(word) == style


@pytest.mark.parametrize("word", ["dduwowcj", "nguowif", "thuwcj", "hieenj", "kees", "ddaats"])
def test_keystrokes_are_known(word: str) -> None:
    assert is_telex(word)


@pytest.mark.parametrize(
    "word",
    [
        "books",
        "proof",
        "roof",
        "windows",
        "thu",
        "keep",
        "add",
        "rows",
        "trees",
        "laws",
        "tower",
        "lower",
    ],
)
def test_other_words_are_no_keystrokes(word: str) -> None:
    assert not is_telex(word)


@pytest.mark.parametrize("wrong", MISSPELT)
def test_a_misspelling_is_not_right_somewhere_else(wrong: str) -> None:
    assert wrong not in MISSPELT.values()
    assert wrong == wrong.lower()


def test_a_draft_with_open_number_and_day_has_no_fault_of_typing() -> None:
    draft = changed(plan(draft=True), "so", text="Số:      /KH-UBND")
    draft = changed(draft, "dia_danh_ngay", text="Gia Viên, ngày      tháng      năm 2026")

    assert [each.rule.id for each in run(draft, select=["orthography"]).findings] == []
