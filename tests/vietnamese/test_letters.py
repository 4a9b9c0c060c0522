import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.letters import (
    POINTS,
    fold,
    nfc,
    old_tones,
    point,
    slug,
    sort_key,
    strip_marks,
)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_points_follow_the_alphabet_with_d_bar_and_without_hats() -> None:
    assert " ".join(POINTS) == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize(
    ("n", "letter"), [(1, "a"), (4, "d"), (5, "đ"), (6, "e"), (7, "g"), (23, "y")]
)
def test_points_are_counted_from_one(n: int, letter: str) -> None:
    assert point(n) == letter


@pytest.mark.parametrize("n", [-1, 0, 24])
def test_there_is_no_point_before_a_or_past_y(n: int) -> None:
    with pytest.raises(ValueError, match="từ 1 đến 23 điểm"):
        point(n)


@pytest.mark.parametrize(
    "order",
    [
        "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
        "ma mà mả mã má mạ măm mâm me",
        "da đa đá em êm ít o ô ơ",
        "hoa hoà hòe hồ hộ hớ",
    ],
)
def test_letters_and_then_tones_make_the_order(order: str) -> None:
    words = order.split()

    assert sorted(random.sample(words, len(words)), key=sort_key) == words


@pytest.mark.parametrize(
    "order",
    [
        ["ba ba", "ba má", "bà ba", "bá hộ", "bác"],
        ["An Biên", "An Phú", "Ân Thi"],
        ["Cầu Đất", "Cầu Tre", "Gia Viên", "Lạch Tray", "Máy Chai", "Vạn Mỹ"],
        ["Đằng Giang", "Đông Khê", "Đồng Quốc Bình"],
        ["Tổ 2", "Tổ 2B", "Tổ 03", "Tổ 5", "Tổ 10", "Tổ dân phố"],
        ["Lê", "Lê Chân", "Lê-Chân 2"],
        ["Phường 1", "phường 1", "phường 2"],
    ],
)
def test_syllables_and_numbers_are_compared_one_after_the_other(order: list[str]) -> None:
    assert sorted(random.sample(order, len(order)), key=sort_key) == order


def test_decomposed_text_sorts_as_composed_text() -> None:
    assert sort_key(nfd("Đồng Quốc Bình")) == sort_key("Đồng Quốc Bình")


@given(st.text(), st.text())
def test_the_order_is_total(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (nfc(one) == nfc(other))
    assert sort_key(one) <= sort_key(other) or sort_key(one) > sort_key(other)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Cầu Đất", "Cau Dat"),
        ("đường Đà Nẵng", "duong Da Nang"),
        ("ƯƠNG ương", "UONG uong"),
        (nfd("Nghị định"), "Nghi dinh"),
        ("QÐ", "QD"),
        ("Sổ 5/KH-UBND", "So 5/KH-UBND"),
    ],
)
def test_marks_are_stripped_and_nothing_else(text: str, plain: str) -> None:
    assert strip_marks(text) == plain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UBND phường Cầu Đất", "ubnd-phuong-cau-dat"),
        ("  Trường THCS   Đà Nẵng – cơ sở 2 ", "truong-thcs-da-nang-co-so-2"),
        ("12/KH-UBND", "12-kh-ubnd"),
        ("…", ""),
    ],
)
def test_a_slug_is_a_kebab(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_a_slug_is_ascii_and_a_slug_of_itself(text: str) -> None:
    assert slug(text).isascii()
    assert slug(slug(text)) == slug(text)


def test_folded_texts_meet_whatever_their_case_and_marks() -> None:
    assert fold("Địa Danh") == fold(nfd("địa danh")) == fold("ÐỊA DANH") == "dia danh"


@pytest.mark.parametrize(
    ("typed", "old"),
    [
        ("hoà", "hòa"),
        ("CỘNG HOÀ", "CỘNG HÒA"),
        ("uỷ", "ủy"),
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("thuý", "thúy"),
        ("khoẻ, xoè, loè", "khỏe, xòe, lòe"),
        ("toạ đàm, hoả tốc, tuỳ theo", "tọa đàm, hỏa tốc, tùy theo"),
        ("nghoẹo nguỵ", "nghoẹo ngụy"),
        ("cấp uý", "cấp úy"),
        (nfd("thoả thuận"), "thỏa thuận"),
    ],
)
def test_the_tone_stands_where_the_decree_has_it(typed: str, old: str) -> None:
    assert old_tones(typed) == old


@pytest.mark.parametrize(
    "text",
    [
        "quý", "Quỳnh", "quỹ", "khoản", "huỳnh", "khuỷu", "toàn", "hoài", "khoáng", "xoáy", "tuyến",
        "luyến", "hòa", "Ủy ban", "thúy", "ngoéo", "hoa hòe",
    ],
)  # fmt: skip
def test_words_with_one_place_for_the_tone_are_left_alone(text: str) -> None:
    assert old_tones(text) == text


@given(st.text(alphabet="qhtkngoaeuyOAUY ̣̀́̃̉", max_size=12))
def test_moving_tones_twice_is_moving_them_once(text: str) -> None:
    assert old_tones(old_tones(text)) == old_tones(text)
    assert fold(old_tones(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (nfd("Độc lập"), "Độc lập"),
        ("Ðộc lập", "Độc lập"),
        ("Ɖà Nẵng", "Đà Nẵng"),
        ("ðịa danh", "địa danh"),
        ("NÐ-CP, HÐND, QÐ", "NĐ-CP, HĐND, QĐ"),
        ("bà Guðrún Þórðardóttir", "bà Guðrún Þórðardóttir"),
    ],
)
def test_text_is_composed_and_its_d_bar_is_a_true_one(typed: str, text: str) -> None:
    assert nfc(typed) == text


@given(st.text())
def test_composing_twice_is_composing_once(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)
    assert unicodedata.is_normalized("NFC", nfc(text))
