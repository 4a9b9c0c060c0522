"""What a clerk says of a line of the book finds it, or is told why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.register import Entry, Register
from docgen.register.entry import Series
from docgen.register.lookup import (
    Asked,
    ChangeRefusedError,
    NumberNotFoundError,
    SeveralNumbersError,
    check_correct,
    check_replace,
    check_void,
    chosen,
    look_up,
    parse_sign,
)
from docgen.register.loss import LosesNumbersError, check_loss
from tests.register.test_book import order, taken

DAY = date(2025, 3, 3)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path / "so_dang_ky.sqlite")


@pytest.fixture
def entries(register: Register) -> list[Entry]:
    """An office that numbers by type: 01/GM-UBND, 02/GM-UBND, 01/KH-UBND."""
    plan = order("", DAY, series="Kế hoạch", kind="ke-hoach", notation="KH-UBND", type_name="Kế hoạch")  # fmt: skip
    return taken(register, plan, *(order(ma, DAY, series="Giấy mời") for ma in "ab"))


@pytest.mark.parametrize(
    "words, found",
    [
        ("7", (7, "")),
        ("07", (7, "")),
        ("07/KH-UBND", (7, "KH-UBND")),
        ("Số: 07/KH-UBND", (7, "KH-UBND")),
        (" 7 / KH-UBND ", (7, "KH-UBND")),
        ("KH-UBND", None),
        ("7a", None),
    ],
)
def test_a_number_is_read_as_people_write_it(words: str, found: tuple[int, str] | None) -> None:
    assert parse_sign(words) == found


def test_a_number_of_several_series_wants_its_notation_or_kind(entries: list[Entry]) -> None:
    with pytest.raises(SeveralNumbersError, match="01/KH-UBND"):
        look_up(entries, Asked("1"))

    assert look_up(entries, Asked("1/kh-ubnd")).order.kind == "ke-hoach"
    assert look_up(entries, Asked("1", kind="giấy mời")).order.ma == "a"
    assert look_up(entries, Asked("2")).order.ma == "b"


@pytest.mark.parametrize(
    "asked, told",
    [
        (Asked("9"), "Số lớn nhất là 02/GM-UBND"),
        (Asked("1/QĐ-UBND"), "Có: 01/GM-UBND, 01/KH-UBND"),
        (Asked("1", year=2024), "Sổ chưa có văn bản nào năm 2024"),
        (Asked("1", unit="phuong-cau-da"), "Có phải là “phuong-cau-dat”"),
        (Asked("một"), "viết  7  hoặc  07/KH-UBND"),
    ],
)
def test_what_is_not_there_is_told(entries: list[Entry], asked: Asked, told: str) -> None:
    with pytest.raises(NumberNotFoundError, match=told):
        look_up(entries, asked)


def test_the_newest_year_is_meant_unless_another_is_told(register: Register) -> None:
    entries = taken(register, order("a", DAY), order("b", date(2025, 4, 1)))

    assert look_up(entries, Asked("1")) == look_up(entries, Asked("1", year=2025))


def test_a_void_or_replaced_number_is_not_voided_again(register: Register) -> None:
    first, second = taken(register, order("a", DAY), order("b", DAY))
    register.void(first, "ký nhầm")
    taken(register, order("b", DAY, replaces=second.id, reason="sai"))
    void, replaced, _ = register.entries()

    with pytest.raises(ChangeRefusedError, match="đã hủy từ trước: ký nhầm"):
        check_void(void)
    with pytest.raises(ChangeRefusedError, match="đã được thay thế"):
        check_void(replaced)


def letter(register: Register, ma: str, day: date = DAY) -> Entry:
    return taken(register, order(ma, day, type_name="", notation="UBND-VP"))[-1]


def test_only_a_later_cong_van_of_the_same_office_corrects(register: Register) -> None:
    wrong, other = taken(register, order("a", DAY), order("b", DAY))
    good = letter(register, "dc")
    check_correct(wrong, good)

    with pytest.raises(ChangeRefusedError, match="phải bằng công văn"):
        check_correct(wrong, other)
    with pytest.raises(ChangeRefusedError, match="không tự đính chính"):
        check_correct(good, good)
    late = taken(register, order("c", date(2025, 4, 1)))[-1]
    with pytest.raises(ChangeRefusedError, match="có ngày trước"):
        check_correct(late, good)
    register.correct(wrong, good)
    with pytest.raises(ChangeRefusedError, match="đã ghi là đính chính văn bản khác"):
        check_correct(other, register.entries()[2])


def test_a_void_document_is_not_corrected(register: Register) -> None:
    (wrong,) = taken(register, order("a", DAY))
    good = letter(register, "dc")
    register.void(wrong, "ký nhầm")

    with pytest.raises(ChangeRefusedError, match="01/GM-UBND đã hủy"):
        check_correct(register.entries()[0], good)


def test_an_old_backup_does_not_take_the_place_of_a_whole_register(
    register: Register, tmp_path: Path
) -> None:
    taken(register, order("a", DAY))
    old = tmp_path / "cu.sqlite"
    old.write_bytes(register.path.read_bytes())
    check_loss(register.path, old)
    taken(register, order("b", DAY))

    with pytest.raises(LosesNumbersError, match="thiếu 1 số đã cấp: 02/GM-UBND"):
        check_loss(register.path, old)
    register.path.write_bytes(b"hong" * 3000)
    check_loss(register.path, old)  # a broken one is what a backup is for


def test_a_type_is_meant_by_its_name_whoever_made_the_document(register: Register) -> None:
    named = order("", DAY, kind="", type_name="Giấy mời")
    letter = order("", DAY, kind="", type_name="", notation="UBND-VP")
    copy = order("", DAY, kind="", type_name="Bản sao y", series="Bản sao", notation="SY-UBND")
    entries = taken(register, order("a", DAY), named, letter, copy)

    def signs(kind: str) -> list[str]:
        return [one.sign for one in chosen(entries, Asked("", kind=kind))]

    assert signs("giấy mời") == ["01/GM-UBND", "02/GM-UBND"]
    assert signs("Công văn") == ["03/UBND-VP"]
    assert signs("Bản sao") == signs("bản sao y") == ["01/SY-UBND"]


@pytest.mark.parametrize("change, told", [
    ({"state": "đã hủy"}, "số này đã hủy"),
    ({"state": "đã thay thế"}, "số này đã thay thế"),
    ({"state": "đang ghi"}, "tệp của số này chưa ghi xong"),
    ({"type_name": "Kế hoạch"}, "văn bản cũ là kế hoạch; thay thế phải bằng văn bản có hình thức tương đương"),
    ({"day": date(2025, 3, 4)}, "có ngày trước văn bản được thay thế"),
])  # fmt: skip
def test_what_cannot_be_replaced_is_told(
    register: Register, change: dict[str, object], told: str
) -> None:
    former, by = taken(register, order("a", DAY), order("", DAY, kind=""))
    check_replace(former, by)
    state = {key: change[key] for key in change if key == "state"}
    others = {key: change[key] for key in change if key != "state"}
    changed = replace(former, order=replace(former.order, **others), **state)  # type: ignore[arg-type]

    with pytest.raises(ChangeRefusedError, match=told):
        check_replace(changed, by)


def test_a_void_replacement_is_looked_at_again_while_the_former_waits(register: Register) -> None:
    (first,) = taken(register, order("a", DAY))
    second = taken(register, order("a", DAY, replaces=first.id, reason="sai"))[1]
    register.void(second, "ký nhầm")
    first, second = register.entries()
    check_void(second, first)

    with pytest.raises(ChangeRefusedError, match="đã hủy từ trước: ký nhầm"):
        check_void(second, replace(first, state="đã cấp"))


def test_the_newest_year_is_that_of_the_office_and_type_that_are_asked(register: Register) -> None:
    later = Series("phong-noi-vu", 2026)
    other = order("", date(2026, 2, 2), kind="", type_name="Quyết định", notation="QĐ-NV")
    entries = taken(register, order("a", DAY), replace(other, series=later, unit="phong-noi-vu"))

    def signs(**asked: str) -> list[str]:
        return [one.sign for one in chosen(entries, Asked("", **asked))]  # type: ignore[arg-type]

    assert signs() == signs(unit="phong-noi-vu") == signs(kind="Quyết định") == ["01/QĐ-NV"]
    assert signs(unit="phuong-cau-dat") == signs(kind="Giấy mời") == ["01/GM-UBND"]
    assert look_up(entries, Asked("1", unit="phuong-cau-dat")).order.series.year == 2025
