import unicodedata

import pytest

from docgen.vietnamese.places import Place


@pytest.mark.parametrize(
    ("place", "in_sentence", "dia_danh"),
    [
        (Place("phường", "Cầu Đất"), "phường Cầu Đất", "Cầu Đất"),
        (Place("phường", "Ngô Quyền", eponym=True), "Phường Ngô Quyền", "Phường Ngô Quyền"),
        (
            Place("phường", "Điện Biên Phủ", eponym=True),
            "Phường Điện Biên Phủ",
            "Phường Điện Biên Phủ",
        ),
        (Place("quận", "1"), "Quận 1", "Quận 1"),
        (Place("phường", "12"), "Phường 12", "Phường 12"),
        (Place("phường", "IV"), "Phường IV", "Phường IV"),
        (Place("xã", "Vi"), "xã Vi", "Vi"),
        (Place("xã", "Tân Phú 2"), "xã Tân Phú 2", "Tân Phú 2"),
        (Place("tỉnh", "Nam Định"), "tỉnh Nam Định", "Nam Định"),
        (Place("đặc khu", "Cát Hải"), "đặc khu Cát Hải", "Cát Hải"),
        (Place("thành phố", "Hải Phòng"), "thành phố Hải Phòng", "Hải Phòng"),
        (Place("thành phố", "Hà Nội"), "thành phố Hà Nội", "Hà Nội"),
        (Place("thủ đô", "Hà Nội"), "Thủ đô Hà Nội", "Hà Nội"),
        (Place("thành phố", "Hồ Chí Minh"), "Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
    ],
)
def test_the_noun_takes_a_capital_when_it_belongs_to_the_name(
    place: Place, in_sentence: str, dia_danh: str
) -> None:
    assert place.in_sentence == in_sentence
    assert place.dia_danh == dia_danh
    assert place.keeps_noun == in_sentence[0].isupper()


def test_a_letterhead_has_the_full_name_in_capitals() -> None:
    assert Place("phường", "Cầu Đất").upper == "PHƯỜNG CẦU ĐẤT"


def test_a_noun_alone_is_in_lower_case_whatever_the_name() -> None:
    assert Place("Phường", "Ngô Quyền", eponym=True).noun == "phường"


def test_a_place_that_was_typed_carelessly_is_the_same_place() -> None:
    typed = (
        unicodedata.normalize("NFD", " Thành phố"),
        unicodedata.normalize("NFD", "Hồ  Chí Minh "),
    )

    assert Place(*typed) == Place("thành phố", "Hồ Chí Minh")
