"""The report for a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from docgen.check.fix.mend import Repair
from docgen.check.layout import Place
from docgen.check.report import Account, unread
from docgen.check.report.text import conclusions, legend, lines
from docgen.check.rule import Hit
from docgen.check.run import rules
from docgen.check.settings import Excuse
from docgen.check.sheet import Sheet
from docgen.check.verdict import Finding
from docgen.errors import WorkerLostError
from tests.check.accounts import bad_everywhere, bad_margin, document, evil, gapped, told
from tests.check.sheets import changed, plan

PAGE = ("page",)


def test_a_fault_is_told_with_place_weight_words_rule_and_clause() -> None:
    clause = "khoản 3 Mục I Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"
    demanded = "Lề trên và lề dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm."

    assert list(lines(told(bad_margin(), select=PAGE))) == [
        "x.docx: phần 1: lỗi: Lề phải 31,8 mm [page-margins]",
        f"    quy định: {demanded} ({clause})",
        "    cách sửa: Đưa lề về mức gần nhất được phép; xem lại bảng rộng hơn khoảng giữa hai lề.",
        "x.docx: Chưa đạt: 1 lỗi.",
    ]


def test_a_good_document_is_one_line() -> None:
    assert list(lines(told(plan()))) == ["x.docx: Đạt."]


def test_many_places_of_one_rule_are_folded_and_unfold() -> None:
    short = list(lines(told(bad_everywhere(), select=PAGE)))
    long = list(lines(told(bad_everywhere(), select=PAGE), verbose=True))

    assert [line for line in short if "[page-margins]" in line][3:] == [
        "x.docx: … và 9 chỗ khác [page-margins]"
    ]
    assert len([line for line in long if "lỗi:" in line and "[page-margins]" in line]) == 12
    assert short[-1] == long[-1] == "x.docx: Chưa đạt: 12 lỗi."


def test_verbose_tells_what_passed_and_why_other_rules_did_not_judge() -> None:
    draft = told(replace(plan(), draft=True), select=("number",))
    found = list(lines(draft, verbose=True))

    assert "x.docx: không áp dụng (bản nháp): so-padding" in found
    assert any(line.startswith("x.docx: đạt: so-present, so-label") for line in found)


def test_verbose_tells_what_was_excused_and_why() -> None:
    excuse = Excuse("page-margins", "giấy đóng quyển")
    found = list(lines(told(bad_margin(), excuses=(excuse,)), verbose=True))

    assert "x.docx: phần 1: bỏ qua: Lề phải 31,8 mm [page-margins]" in found
    assert "    lý do: giấy đóng quyển." in found


def test_verbose_tells_where_the_gaps_are() -> None:
    found = list(lines(told(gapped(draft=True)), verbose=True))

    assert "x.docx: đoạn 20: Còn chỗ trống “[CẦN BỔ SUNG: số hộ]”" in found
    assert "x.docx: đoạn 20: Còn chỗ trống “[CẦN BỔ SUNG: số tổ]”" in found


def test_a_number_that_is_not_written_is_told_as_such_and_points_to_the_option() -> None:
    found = "\n".join(lines(told(changed(plan(), "so", text="Số:      /KH-UBND"))))

    assert "Chưa ghi số: “Số: /KH-UBND” [so-padding]" in found
    assert "quy định: Văn bản được ban hành phải ghi số. (" in found
    assert "số 0 phía trước. (" not in found
    assert "thêm --draft" in found


@pytest.mark.parametrize(
    "sheet",
    [
        bad_margin(),
        changed(plan(), "so", text="Số: 5/KH-UBND"),
        changed(plan(), "dia_danh_ngay", text="Gia Viên, ngày 5 tháng 01 năm 2026"),
    ],
)
def test_a_missing_0_does_not_make_a_draft(sheet: Sheet) -> None:
    found = "\n".join(lines(told(sheet)))

    assert "Chưa đạt" in found
    assert "--draft" not in found


def test_the_demand_and_the_advice_of_a_rule_are_told_once_the_worst_places_first() -> None:
    first, *others = (
        Finding(rules()["font-color"], weight, Hit(Place(f"đoạn {number}"), "Màu"))
        for number, weight in enumerate(("warning", "error", "warning"))
    )
    middle = Finding(rules()["page-margins"], "error", Hit(Place("phần 1"), "Lề"))
    whole = replace(document(plan()), findings=(first, middle, *others))
    found = list(lines(Account("x.docx", (whole,))))

    assert [line.split(":")[1] for line in found if "[font-color]" in line] == [
        " đoạn 1", " đoạn 0", " đoạn 2",
    ]  # fmt: skip
    assert len([line for line in found if "cách sửa: Đặt màu đen" in line]) == 1
    assert len([line for line in found if "quy định: Chữ màu đen." in line]) == 1


def test_a_place_in_the_letterhead_is_called_by_its_side_and_its_words_are_quoted() -> None:
    sheet = changed(plan(), "so", size_pt=14.0)
    found = next(iter(lines(told(sheet, select=("so-size",)))))

    assert found == (
        "x.docx: bảng đầu văn bản, hàng 2, ô bên trái: lỗi: "
        "Số, ký hiệu cỡ chữ 14: “Số: 05/KH-UBND” [so-size]"
    )


def test_the_name_of_the_file_is_told_once_for_eyes_and_on_every_place_for_tools() -> None:
    name = "out/2025/phuong-gia-vien/ke-hoach.docx"
    account = told(bad_everywhere(), name, select=PAGE)
    headed = list(lines(account, headed=True))

    assert headed[0] == name
    assert headed[1].startswith("  phần 1: lỗi: ")
    assert headed[-1] == f"{name}: Chưa đạt: 12 lỗi."
    assert not any(name in line for line in headed[1:-1])
    assert [f"{name}: {line[2:]}" for line in headed if line.startswith("  phần")] == [
        line for line in lines(account) if line.startswith(f"{name}: phần")
    ]
    assert list(lines(told(plan()), headed=True)) == ["x.docx: Đạt."]


def test_the_legend_tells_how_places_are_counted_and_what_can_be_mended() -> None:
    counted, fixable = legend([told(plan()), told(bad_margin())])

    assert counted.startswith("Cách đếm: đoạn từ đầu văn bản, kể cả đoạn trống")
    assert fixable == "1 chỗ thuộc loại docgen sửa được trong bản sao: thêm --fix."
    assert list(legend([replace(told(bad_margin()), repair=Repair())])) == [counted]
    assert list(legend([told(plan())])) == []


def test_rules_that_cannot_tell_are_counted_with_the_cure_and_listed_by_reason() -> None:
    sheet = replace(changed(plan(), "dia_danh_ngay", text="Gia Viên"), day=None, tieu_ngu=None)
    account = told(sheet)
    short, long = list(lines(account)), list(lines(account, verbose=True))
    reasons = [line for line in long if line.startswith("x.docx: không xét được (không thấy Tiêu")]

    assert re.search(
        r"; \d+ quy tắc không xét được \(\d quy tắc cần ngày: thêm --date NGÀY; xem -v\)\.$",
        short[-1],
    )
    assert long[-1].endswith(" quy tắc cần ngày: thêm --date NGÀY).")
    assert len(reasons) == 1
    assert ": tieu-ngu-text, tieu-ngu-caps, " in reasons[0]
    assert "--date" not in account.documents[0].conclusion


@pytest.mark.parametrize(
    "options, told_first",
    [
        ({"left": (30.0, 38.0)}, "left [30, 38]. Ngoài ra: Lề trên và lề dưới 20 - 25 mm,"),
        (
            dict.fromkeys(("top", "bottom", "left", "right"), (10.0, 12.5)),
            'top [10, "12,5"]; bottom [10, "12,5"]; left [10, "12,5"]; right [10, "12,5"]. (khoản',
        ),
    ],
)
def test_the_numbers_of_the_office_are_told_instead_of_the_decrees(
    options: dict[str, object], told_first: str
) -> None:
    account = told(bad_margin(), select=("page-margins",), options={"page-margins": options})
    found = "\n".join(lines(account))

    assert f"quy định: Theo kiem_tra.yaml, thay mức của nghị định: {told_first}" in found
    assert "cách sửa: Sửa theo mức ghi trong kiem_tra.yaml." in found


def test_numbers_like_the_decrees_change_nothing() -> None:
    same = {"page-margins": {"left": (30.0, 35.0), "tolerance_mm": 0.2}}

    assert list(lines(told(bad_margin(), options=same))) == list(lines(told(bad_margin())))


def test_a_file_that_could_not_be_checked_says_why() -> None:
    (line,) = lines(unread("x.docx", WorkerLostError()))

    assert line.startswith("x.docx: Không kiểm tra được: tiến trình đang làm")
    assert line.endswith("[worker-lost]")


def test_further_documents_of_one_file_are_numbered() -> None:
    merged = replace(plan(), others=(bad_margin(),))

    assert list(conclusions(told(merged))) == [
        "x.docx (văn bản 1): Đạt.",
        "x.docx (văn bản 2): Chưa đạt: 1 lỗi.",
    ]


def test_words_of_the_document_cannot_command_the_terminal_or_forge_a_line() -> None:
    words = "CỘNG\u202eHÒA\x9b31m\x1b[2J XÃ\x85x.docx: Đạt."
    account = told(evil(words), "a\nb.docx: Đạt.\x1b[0m")
    found = "\n".join([*lines(account), *lines(account, headed=True)])

    assert not {"\u202e", "\x9b", "\x1b", "\x85"} & set(found)
    assert all(line.startswith(("a b.docx", "  ")) for line in found.split("\n"))
