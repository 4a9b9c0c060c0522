"""Old encodings are recognised wherever they are, and never where they are not."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.load import encodings
from docgen.load.encodings import CP1258, OLD, TCVN3, TWICE, VNI, western
from docgen.load.garbled import garbled, mended, old_encoding
from docgen.load.syllables import is_syllable

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "data").rglob("*.yaml"), ROOT / "docgen.yaml"])
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]


def toned(rhyme: str, tone: str) -> str:
    last = max(at for at, letter in enumerate(rhyme) if letter in "aăâeêioôơuưy")
    return rhyme[: last + 1] + tone + rhyme[last + 1 :]


SYLLABLES = sorted(
    word
    for onset, rhyme, tone in product(
        ["", "b", "đ", "ngh", "ph", "qu", "t", "tr", "C", "Đ", "H"],
        [
            "a",
            "ăng",
            "ân",
            "âu",
            "ê",
            "iên",
            "oa",
            "oang",
            "ô",
            "ông",
            "ơ",
            "uy",
            "ươ",
            "ương",
            "ư",
        ],
        TONES,
    )
    if is_syllable(word := unicodedata.normalize("NFC", onset + toned(rhyme, tone)))
)


def as_tcvn3(text: str) -> str:
    """Type *text* as .VnTime shows it; capitals with a tone have no place there."""
    table = {letter: chr(code) for code, letter in encodings._TCVN3_TABLE.items()}
    return "".join(table.get(x) or table.get(x.lower(), x) for x in text)


def as_cp1258(text: str) -> bytes:
    data = b""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in apart if mark in TONES)
        base = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in TONES))
        data += (base + tone).encode("cp1258", "replace")
    return data


def as_vni(text: str) -> str:
    marks = {marks: letter for letter, marks in encodings._VNI_MARKS.items()}
    alone = {meant: letter for letter, meant in encodings._VNI_LETTERS.items()}
    typed = ""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter).replace("\u0323\u0302", "\u0302\u0323")
        apart = apart.replace("\u0323\u0306", "\u0306\u0323").replace("o\u031b", "ơ")
        apart = apart.replace("u\u031b", "ư").replace("O\u031b", "Ơ").replace("U\u031b", "Ư")
        mark = marks.get(apart[1:], "")
        if letter in alone:
            typed += alone[letter]
        else:
            typed += alone.get(apart[0], apart[0]) + mark if mark or apart[1:] == "" else letter
    return typed


PASTED: dict[str, Callable[[str], str]] = {
    TCVN3: as_tcvn3,
    VNI: as_vni,
    CP1258: lambda text: western(as_cp1258(text)),
    TWICE: lambda text: western(text.encode()),
}


def test_the_letters_of_tcvn3_are_those_of_the_standard() -> None:
    typed = "Uû ban nh©n d©n ph­êng CÇu §Êt, quËn Ng« QuyÒn: x· héi, kû luËt, søc khoÎ, giÊy tê"
    meant = "Uỷ ban nhân dân phường Cầu Đất, quận Ngô Quyền: xã hội, kỷ luật, sức khoẻ, giấy tờ"
    assert OLD[TCVN3](typed) == meant
    assert len(set(encodings._TCVN3_TABLE.values()) - {"\ufffd"}) == 74


def test_the_letters_of_vni_are_read_in_pairs() -> None:
    typed = (
        "Uûy ban nhaân daân phöôøng Caàu Ñaát, tænh Bình Döông; ñaëc ñieåm, kyø naøy, HOÄI ÑOÀNG"
    )
    meant = "Ủy ban nhân dân phường Cầu Đất, tỉnh Bình Dương; đặc điểm, kỳ này, HỘI ĐỒNG"
    assert OLD[VNI](typed).replace("Uỷ", "Ủy") == meant.replace("Uỷ", "Ủy")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_file_of_the_sample_is_accused_not_even_a_line_of_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert garbled(text) is None
    assert [line for line in text.split("\n") if garbled(line)] == []


@pytest.mark.parametrize("encoding", PASTED)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_of_the_sample_is_recognised_and_mended(path: Path, encoding: str) -> None:
    text = path.read_text("utf-8")
    if sum(not letter.isascii() for letter in text) < 10:
        pytest.skip("hầu như không có chữ Việt")
    typed = PASTED[encoding](text)
    found = garbled(typed)
    assert found
    assert found.encoding == encoding
    letters = str.maketrans("“”–…≥²", "??????")
    after = mended(typed, encoding).lower().translate(letters)
    assert after == text.lower().translate(letters)


@pytest.mark.parametrize("encoding", [CP1258, TCVN3])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_of_the_sample_is_recognised_by_its_bytes(path: Path, encoding: str) -> None:
    text = path.read_text("utf-8")
    if sum(not letter.isascii() for letter in text) < 10:
        pytest.skip("hầu như không có chữ Việt")
    data = as_cp1258(text) if encoding == CP1258 else as_tcvn3(text).encode("cp1252", "replace")
    assert old_encoding(data) == encoding


@pytest.mark.parametrize(
    "text",
    [
        "L'été à la plage, le garçon mange une crêpe; où est-ce que tu as été? C'est dû, il est tôt.",
        "naïve café Noël Citroën façade «bonjour», élève de l'hôtel, île-de-France, Ça va, cœur",
        "© 2025 Vinamilk®, 25 °C ± 5 µm, ½ m², § 5, 10 N·m, bụi 2,5 µm, 30 µg/m³",
        "Straße für schöne Köln, Größe, Übung, Fuß; El Niño, señor, año; São Paulo, coração",
        "the quick brown fox – “jumps” over ‘the’ lazy dog… €5 ™",
        "Nguyễn Văn Ðông, xã Ðất Ðỏ",
        "Krông Búk, Ea H’leo, Đắk Lắk, Kon Plông, Plei Kần, Mường Lát",
        "Hôm nay nắng – 25°C, «Xin chào» anh, số ½, đường Điện Biên Phủ · phường Máy Tơ",
        "ghi chú¹ và điều² khoản³, nhiệt độ 5º, mục ª, giá 5¢",
        "Hòa, Hoà, khỏe, khoẻ, thủy, thuỷ, quý, quí, gì, giếng, quỳnh, nghiêng, uống, ỉu, yểu",
        "HỘI ĐỒNG NHÂN DÂN, ĐẢNG ỦY, Ủy ban Mặt trận Tổ quốc Việt Nam",
        "PhD Müller & Søren Kierkegaard",
        "ông Bö ở xã Andersson",
    ],
)
def test_correct_text_of_any_language_is_not_accused(text: str) -> None:
    assert garbled(text) is None
    assert garbled(f"ten: {text}\nb: c\n") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ho_ten: TrÇn ThÞ Nga", "ho_ten: Trần Thị Nga"),
        ("  - Chi bé d©n phè sè 7", "- Chi bộ dân phố số 7"),
        ("ten: Phường CÇu §Êt", "ten: Phường Cầu Đất"),
        ("dia_chi: Số 5 ph­êng M¸y Chai", "dia_chi: Số 5 phường Máy Chai"),
        (western("ten: quận Ngô Quyền".encode()), "ten: quận Ngô Quyền"),
        ("ten: Caàu Ñaát", "ten: Cầu Đất"),
    ],
)
def test_one_pasted_line_among_right_ones_is_found(typed: str, meant: str) -> None:
    found = garbled(f"loai: phong\nghi_chu: Đúng bảng mã\n{typed}\n")
    assert found
    assert (found.line, found.meant) == (3, meant)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=30))
def test_words_of_vietnamese_are_never_accused(words: list[str]) -> None:
    assert garbled("ten: " + " ".join(words)) is None


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=30))
def test_what_an_old_keyboard_typed_is_what_is_read(words: list[str]) -> None:
    text = " ".join(words).lower()
    assert {name: OLD[name](typed(text)) for name, typed in PASTED.items()} == dict.fromkeys(
        PASTED, text
    )


@given(st.text(), st.sampled_from(sorted(OLD)))
def test_any_text_is_looked_at_without_an_exception(text: str, encoding: str) -> None:
    garbled(text)
    mended(text, encoding)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_in_order_costs_one_search(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("docgen.load.garbled._weight")
    assert garbled(path.read_text("utf-8")) is None
