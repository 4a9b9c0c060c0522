"""What is wrong between the book and the files is found, each thing by name, with how to mend it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.register import Entry
from docgen.register.entry import Series
from docgen.register.verify import Finding, verify
from tests.register.orders import ROW, order


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def entry(folder: Path, number: int, day: date = date(2025, 3, 3), **others: object) -> Entry:
    """Return an entry whose file is in place."""
    one = order(f"h{number}", day)
    path = folder / one.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"m\xe1\xbb\x9di")
    found = Entry(number, one, number, "đã cấp", digest(path.read_bytes()))
    return replace(found, **others)  # type: ignore[arg-type]


def findings(
    folder: Path, entries: list[Entry], first: Callable[[Series], int] = lambda _: 1
) -> list[Finding]:
    again = lambda one: f"docgen issue {one.order.ma}"  # noqa: E731
    return list(verify(entries, folder, digest, first, again, {}))


def only(folder: Path, entries: list[Entry]) -> Finding:
    (found,) = findings(folder, entries)
    return found


def test_a_book_in_order_has_nothing_to_mend(tmp_path: Path) -> None:
    entries = [entry(tmp_path, n) for n in (1, 2, 3)]

    assert findings(tmp_path, entries) == []
    assert findings(tmp_path, []) == []


def test_what_a_later_start_leaves_out_is_missing_unless_the_first_is_void(tmp_path: Path) -> None:
    """Number 01 was given before docgen.yaml said that the row begins at 4."""
    entries = [entry(tmp_path, n) for n in (1, 4)]
    (found,) = findings(tmp_path, entries, lambda _: 4)
    void = [replace(entries[0], state="đã hủy"), entries[1]]

    assert found.sentence == "phuong-cau-dat, năm 2025: thiếu số 02, 03"
    assert findings(tmp_path, void, lambda _: 4) == []


def test_numbers_that_are_missing_are_named(tmp_path: Path) -> None:
    found = only(tmp_path, [entry(tmp_path, n) for n in (2, 3, 7)])

    assert found.code == "number-gap"
    assert found.sentence == "phuong-cau-dat, năm 2025: thiếu số 01, 04, 05, 06"
    assert "docgen issue … --number 1 --date 01/01/2025" in found.cure
    many = only(tmp_path, [entry(tmp_path, 200)])
    assert many.sentence.endswith("09, 10… (199 số)")


def test_an_office_that_came_in_mid_year_has_no_hole_before_its_first_number(
    tmp_path: Path,
) -> None:
    entries = [entry(tmp_path, n) for n in (57, 58)]

    assert findings(tmp_path, entries, lambda series: 57 if series == ROW else 1) == []


def test_a_day_before_that_of_the_number_before_is_named(tmp_path: Path) -> None:
    entries = [entry(tmp_path, 1, date(2025, 3, 9)), entry(tmp_path, 2, date(2025, 3, 3))]

    found = only(tmp_path, entries)

    assert found.code == "date-disorder"
    assert found.sentence == (
        "phuong-cau-dat, năm 2025: số 02 ngày 03/3/2025, sớm hơn ngày 09/3/2025 của số 01"
    )
    assert found.entry == entries[1]


def test_a_number_given_twice_is_named_with_both_files(tmp_path: Path) -> None:
    first = entry(tmp_path, 1)
    apart = replace(first.order, series=Series("phuong-cau-dat", 2025, "Giấy mời"))
    second = replace(entry(tmp_path, 2), order=replace(apart, file="out/b.docx"), number=1)
    (tmp_path / "out" / "b.docx").write_bytes(b"m\xe1\xbb\x9di")

    found = only(tmp_path, [first, second])

    assert found.code == "number-double"
    assert "số 01/GM-UBND ghi hai lần (out/2025/phuong-cau-dat/giay-moi-h1.docx và out/b.docx)" in (
        found.sentence
    )
    assert "docgen register restore --from" in found.cure


def test_a_number_without_its_file_is_named(tmp_path: Path) -> None:
    one = entry(tmp_path, 1)
    (tmp_path / one.order.file).unlink()

    found = only(tmp_path, [one])

    assert found.code == "file-missing"
    assert found.sentence == f"số 01/GM-UBND: không có tệp {one.order.file}"
    assert found.cure == "lấy lại tệp từ bản sao lưu, hoặc chạy  docgen issue h1"


def test_a_file_that_was_edited_is_named(tmp_path: Path) -> None:
    one = entry(tmp_path, 1)
    (tmp_path / one.order.file).write_bytes(b"s\xe1\xbb\xada")

    found = only(tmp_path, [one])

    assert found.code == "file-edited"
    assert found.sentence == f"số 01/GM-UBND: tệp {one.order.file} khác bản đã cấp số"
    assert found.cure == (
        "lấy lại bản đã cấp số từ bản sao lưu, hoặc dời tệp này ra ngoài thư mục kết quả rồi chạy  docgen "
        'issue h1; cần sửa nội dung thì sau đó lập văn bản thay thế:  docgen issue h1 --replace "lý do"'
    )


@pytest.mark.parametrize("in_place", [True, False])
def test_a_number_whose_file_was_not_finished_is_named(tmp_path: Path, in_place: bool) -> None:
    one = entry(tmp_path, 1, state="đang ghi", digest="")
    if not in_place:
        (tmp_path / one.order.file).unlink()

    found = only(tmp_path, [one])

    assert found.code == "unfinished"
    assert found.cure == (
        "chạy  docgen issue h1; dữ liệu không còn như khi cấp số thì hủy số này:  docgen register void "
        '01/GM-UBND --unit phuong-cau-dat --year 2025 --reason "lý do"'
    )


def test_what_was_replaced_is_still_kept_and_what_is_void_need_not_be(tmp_path: Path) -> None:
    replaced, void = entry(tmp_path, 1, state="đã thay thế"), entry(tmp_path, 2, state="đã hủy")
    for one in (replaced, void):
        (tmp_path / one.order.file).unlink()

    found = only(tmp_path, [replaced, void])

    assert (found.code, found.entry) == ("file-missing", replaced)
    assert "docgen issue" not in found.cure


def by_hand(folder: Path, number: int, file: str = "") -> Entry:
    """Return the entry of a paper that docgen did not make."""
    one = order("", kind="", type_name="Quyết định", notation="QĐ-UBND", file=file)
    data = (folder / file).read_bytes() if file else b""
    return Entry(number, one, number, "đã cấp", digest(data) if file else "")


def test_a_paper_made_elsewhere_needs_no_file(tmp_path: Path) -> None:
    assert findings(tmp_path, [by_hand(tmp_path, 1), by_hand(tmp_path, 2)]) == []


def test_the_file_of_a_paper_made_elsewhere_is_told_with_a_cure_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    one = by_hand(tmp_path, 1, "a.pdf")
    (tmp_path / "a.pdf").write_bytes(b"khac")
    edited = only(tmp_path, [one])
    (tmp_path / "a.pdf").unlink()
    gone = only(tmp_path, [one])

    assert (edited.code, gone.code) == ("file-edited", "file-missing")
    assert edited.cure.endswith(
        'docgen register add --unit phuong-cau-dat --type "Quyết định" --subject "TRÍCH YẾU"'
        ' --replaces 01/QĐ-UBND --reason "lý do"'
    )
    assert gone.cure == "lấy lại tệp từ bản sao lưu, đặt đúng chỗ này"


def test_a_missing_number_is_filled_between_the_days_of_its_neighbours(tmp_path: Path) -> None:
    entries = [entry(tmp_path, 1, date(2025, 3, 3)), entry(tmp_path, 4, date(2025, 3, 9))]
    found = only(tmp_path, entries)

    assert (
        'docgen register add --unit phuong-cau-dat --type "TÊN LOẠI" --subject "TRÍCH YẾU"'
        " --number 2 --date 03/3/2025  (ngày từ 03/3/2025 đến 09/3/2025)" in found.cure
    )
    assert "docgen issue … --number 2 --date 03/3/2025" in found.cure


def test_a_day_out_of_order_is_settled_by_a_letter_a_replacement_or_a_void(tmp_path: Path) -> None:
    first = entry(tmp_path, 1, date(2025, 3, 9))
    second = entry(tmp_path, 2, date(2025, 3, 3))
    third = entry(tmp_path, 3, date(2025, 3, 9), corrects=2)

    assert only(tmp_path, [first, second]).cure == (
        "đối chiếu ngày trên hai bản đã ký; bản sai ngày thì lập công văn đính chính rồi ghi vào sổ, ví dụ"
        "  docgen register correct 02/GM-UBND --by SỐ --unit phuong-cau-dat --year 2025; sai cả nội dung "
        'thì lập văn bản thay thế:  docgen issue h2 --replace "lý do"'
    )
    assert findings(tmp_path, [first, second, third]) == []
    assert findings(tmp_path, [first, replace(second, state="đã hủy")]) == []
    assert findings(tmp_path, [replace(first, state="đã thay thế"), second]) == []
    void = [first, second, replace(third, state="đã hủy")]
    assert [one.code for one in findings(tmp_path, void)] == ["date-disorder"]


def test_a_hole_is_filled_between_the_days_of_the_numbers_beside_it(tmp_path: Path) -> None:
    days = {1: 9, 2: 3, 4: 5}
    disorder, gap = findings(tmp_path, [entry(tmp_path, n, date(2025, 3, day)) for n, day in days.items()])[::-1]  # fmt: skip
    hopeless = findings(tmp_path, [entry(tmp_path, n, date(2025, 3, 9 - n)) for n in (1, 3)])[0]

    assert (disorder.code, gap.code) == ("date-disorder", "number-gap")
    assert "(ngày từ 03/3/2025 đến 05/3/2025)" in gap.cure
    assert "docgen register restore --from" in hopeless.cure


def test_the_day_of_a_void_number_does_not_bind_the_documents_that_fill_a_hole(
    tmp_path: Path,
) -> None:
    days = {1: 3, 2: 20, 5: 9, 7: 1}
    one, void, five, last = (entry(tmp_path, n, date(2025, 3, day)) for n, day in days.items())
    void, last = (replace(row, state="đã hủy") for row in (void, last))
    between, behind = only(tmp_path, [one, void, five]), only(tmp_path, [one, last])

    assert "--number 3 --date 03/3/2025  (ngày từ 03/3/2025 đến 09/3/2025)" in between.cure
    assert "--number 2 --date 03/3/2025  (ngày từ 03/3/2025 trở đi)" in behind.cure


def test_a_number_that_another_row_gave_with_that_notation_is_not_missing(tmp_path: Path) -> None:
    """All types shared a row until 04/GM-UBND; then each had its own, which could not give it again."""
    own = Series("phuong-cau-dat", 2025, "Giấy mời")
    rows = [entry(tmp_path, n) for n in (1, 2, 3, 5)]
    apart = [replace(row, order=replace(row.order, series=own)) for row in rows]
    common = [
        replace(row, order=replace(row.order, notation="TB-UBND" if row.number < 4 else "GM-UBND"))
        for row in (entry(tmp_path, n) for n in (1, 2, 3, 4))
    ]

    assert findings(tmp_path, [*common, *apart]) == []
    assert findings(tmp_path, [*apart, *common]) == []
    assert only(tmp_path, apart).sentence == "phuong-cau-dat, năm 2025, Giấy mời: thiếu số 04"
    elsewhere = [replace(row, order=replace(row.order, notation="TB-UBND")) for row in common]
    assert only(tmp_path, [*elsewhere, *apart]).code == "number-gap"


def test_a_hole_in_a_row_of_letters_wants_their_notation(tmp_path: Path) -> None:
    row = Series("phuong-cau-dat", 2025, "Công văn")
    letter = order("", kind="", type_name="", notation="UBND-VP", file="", series=row)

    cure = only(tmp_path, [Entry(2, letter, 2, "đã cấp")]).cure
    assert (
        '--type "Công văn" --subject "TRÍCH YẾU" --number 1 --date 01/01/2025 --notation UBND-VP'
        in cure
    )


def test_the_file_of_a_replaced_document_can_only_come_back_from_a_copy(tmp_path: Path) -> None:
    """Where none is left nothing can be done: verify tells it and does not fail for it."""
    former = entry(tmp_path, 1, state="đã thay thế", replaced_by=2)
    path = tmp_path / former.order.file
    path.write_bytes(b"kh\xc3\xa1c")
    edited = only(tmp_path, [former])
    path.unlink()
    gone = only(tmp_path, [former])
    waiting = only(tmp_path, [replace(former, replaced_by=None)])

    assert (edited.code, gone.code) == ("file-edited", "file-missing")
    assert edited.cure == gone.cure == (
        "lấy lại bản đã cấp số từ bản sao lưu, đặt đúng chỗ này (bản đã được thay thế vẫn phải lưu)"
    )  # fmt: skip
    assert [one.warning for one in (edited, gone, waiting)] == [True, True, False]


def test_the_day_of_a_line_that_was_typed_is_mended_before_anything_else(tmp_path: Path) -> None:
    late = entry(tmp_path, 1, date(2025, 3, 5))
    typed = replace(entry(tmp_path, 2), order=order("", kind="", file=""))
    found = only(tmp_path, [late, typed])

    assert found.code == "date-disorder"
    assert found.cure.startswith(
        "sổ ghi sai ngày so với bản đã ký thì sửa:  docgen register edit 02/GM-UBND --unit phuong-cau-dat "
        "--year 2025 --date NGÀY; hai bản đúng"
    )
