"""The outgoing book: ten columns of mục I Phụ lục IV, its cover, the forms in which it is given out."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import docx
import pytest

from docgen.errors import UnitNotFoundError
from docgen.issue.printed import book_docx, office_name
from docgen.load.workspace import load_workspace
from docgen.register import Entry, Order, Register
from docgen.register.book import COLUMNS, Book, Known, subject
from docgen.register.book_sheet import as_xlsx
from docgen.register.entry import Series

WARD = "phuong-cau-dat"
TEN = [
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
]


def order(
    ma: str, day: date, *, series: str = "", notation: str = "GM-UBND", **more: object
) -> Order:
    values: dict[str, object] = {
        "kind": "giay-moi", "unit": WARD, "ma": ma, "type_name": "Giấy mời",
        "subject": "Hội nghị đối thoại", "signer": "Nguyễn Văn An", "title": "CHỦ TỊCH",
        "recipients": "Phòng Nội vụ; Các tổ dân phố", "archive": "VT, VP-TK", "copies": 26,
        "file": f"out/2025/{WARD}/giay-moi-{ma}.docx",
    }  # fmt: skip
    return Order(series=Series(WARD, 2025, series), notation=notation, day=day, **(values | more))  # type: ignore[arg-type]


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path / "so_dang_ky.sqlite")


def taken(register: Register, *orders: Order) -> list[Entry]:
    register.finish((entry, "f00d") for entry in register.take(orders))
    return register.entries()


def book(entries: list[Entry]) -> Book:
    return Book(2025, entries, entries)


def test_the_columns_are_the_ten_of_the_decree_in_its_words() -> None:
    assert list(COLUMNS.values()) == TEN


def test_a_line_says_all_that_is_known_and_leaves_sending_to_the_pen(register: Register) -> None:
    (line,) = book(taken(register, order("a", date(2025, 2, 12)))).rows()

    assert line == (
        "01/GM-UBND", "12/02/2025", "Giấy mời hội nghị đối thoại", "Nguyễn Văn An",
        "Phòng Nội vụ; Các tổ dân phố", "VT, VP-TK", "26", "", "", "",
    )  # fmt: skip


def test_a_cong_van_bears_no_type_on_its_face_and_has_one_in_the_book(register: Register) -> None:
    letter = order("a", date(2025, 2, 12), type_name="", subject="đôn đốc gửi báo cáo")
    (entry,) = taken(register, letter)

    assert subject(entry) == "Công văn về việc đôn đốc gửi báo cáo"


def test_remarks_tell_what_became_of_a_document_on_both_sides(register: Register) -> None:
    days = [date(2025, 2, day) for day in (1, 2, 3, 4)]
    first, wrong, bad, letter = taken(register, *(order(str(n), day) for n, day in enumerate(days)))
    taken(register, order("0", date(2025, 2, 5), replaces=first.id, reason="sai thời hạn"))
    register.void(wrong, "ký nhầm")
    register.correct(bad, letter)
    register.take([order("mới", date(2025, 2, 6))])  # its file is not in place

    assert [line[-1] for line in book(register.entries()).rows()] == [
        "Được thay thế bằng số 05/GM-UBND",
        "Hủy: ký nhầm",
        "Được đính chính bằng số 04/GM-UBND",
        "Đính chính số 03/GM-UBND",
        "Thay thế số 01/GM-UBND",
        "Chưa ghi xong tệp",
    ]


def test_a_part_of_the_book_still_names_lines_outside_it(register: Register) -> None:
    (first,) = taken(register, order("0", date(2025, 2, 1)))
    known = taken(register, order("0", date(2025, 2, 5), replaces=first.id, reason="sai"))

    assert Book(2025, known[1:], known).rows()[0][-1] == "Thay thế số 01/GM-UBND"


def test_the_cover_tells_days_numbers_and_volume(register: Register) -> None:
    entries = taken(register, *(order(str(day), date(2025, 3, day)) for day in (3, 4, 9)))
    values = Book(2025, entries[1:], entries, 2).values()

    assert (values["nam"], values["quyen"]) == (2025, 2)
    assert (values["tu_ngay"], values["den_ngay"]) == (date(2025, 3, 4), date(2025, 3, 9))
    (only,) = values["cac_day"]
    assert (only["ten"], only["tu"], only["den"]) == ("", 2, 3)


def test_numbers_by_type_are_rows_of_their_own(register: Register) -> None:
    day = date(2025, 3, 3)
    plan = order("", day, series="Kế hoạch", kind="ke-hoach", type_name="Kế hoạch", notation="KH-UBND")  # fmt: skip
    entries = taken(register, plan, *(order(ma, day, series="Giấy mời") for ma in "ab"))

    assert [(one["ten"], one["tu"], one["den"]) for one in book(entries).values()["cac_day"]] == [
        ("Giấy mời", 1, 2),
        ("Kế hoạch", 1, 1),
    ]


def test_csv_has_a_mark_for_excel_and_no_cell_is_a_formula(register: Register) -> None:
    data = book(taken(register, order("a", date(2025, 2, 12), recipients="=2+3"))).as_csv()
    head, line = csv.reader(StringIO(data.decode("utf-8-sig")))

    assert data.startswith(b"\xef\xbb\xbf")
    assert head == TEN
    assert line[4] == "'=2+3"


def test_excel_gets_days_and_copies_that_it_can_sort_and_add(register: Register) -> None:
    data = as_xlsx(book(taken(register, order("a", date(2025, 2, 12), recipients="=2+3"))), "UBND")
    with zipfile.ZipFile(BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        words = package.read("xl/sharedStrings.xml").decode()

    assert "<v>45700</v>" in sheet  # 12/02/2025 in Excel's calendar
    assert "<v>26</v>" in sheet
    assert "<f>" not in sheet
    assert "=2+3" in words


def test_the_same_book_is_the_same_bytes(register: Register, sample: Path) -> None:
    found = book(taken(register, order("a", date(2025, 2, 12))))
    workspace = load_workspace(sample)

    assert as_xlsx(found, "UBND") == as_xlsx(found, "UBND")
    assert book_docx(workspace, WARD, found) == book_docx(workspace, WARD, found)


def test_all_letters_that_correct_a_document_are_told_and_a_void_one_corrects_nothing(
    register: Register,
) -> None:
    days = [date(2025, 2, day) for day in (1, 2, 3, 4)]
    wrong, *letters = taken(register, *(order(str(n), day) for n, day in enumerate(days)))
    for letter in letters:
        register.correct(wrong, letter)
    register.void(letters[1], "ký nhầm")

    assert [line[-1] for line in book(register.entries()).rows()] == [
        "Được đính chính bằng số 02/GM-UBND; Được đính chính bằng số 04/GM-UBND",
        "Đính chính số 01/GM-UBND",
        "Hủy: ký nhầm",
        "Đính chính số 01/GM-UBND",
    ]
    known = Known(register.entries())
    assert [one.sign for one in known.corrections(wrong)] == ["02/GM-UBND", "04/GM-UBND"]


def test_the_book_of_an_office_without_data_bears_the_name_that_its_lines_keep(
    register: Register, sample: Path
) -> None:
    told = order("a", date(2025, 2, 12), office="Phòng Tư pháp", superior="UBND quận Ngô Quyền")
    (entry,) = taken(register, replace(told, series=Series("phong-cu", 2025), unit="phong-cu"))
    workspace = load_workspace(sample)
    words = [line.text for line in docx.Document(BytesIO(book_docx(workspace, "phong-cu", book([entry])))).paragraphs]  # fmt: skip

    assert [word for word in words if word][:3] == [
        "UBND QUẬN NGÔ QUYỀN", "PHÒNG TƯ PHÁP", "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
    ]  # fmt: skip
    assert office_name(workspace, "phong-cu", book([entry])) == "Phòng Tư pháp"
    nameless = book([replace(entry, order=replace(entry.order, office="", superior=""))])
    with pytest.raises(UnitNotFoundError, match="Không có đơn vị “phong-cu”"):
        book_docx(workspace, "phong-cu", nameless)
