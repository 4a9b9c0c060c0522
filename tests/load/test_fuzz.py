"""Whatever stands in a file: a record or placed problems comes out, never an exception."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.load import encodings
from docgen.load.kinds import kind_commands
from docgen.load.recoding import CannotRecodeError, recoding
from docgen.model.unit import DonVi
from docgen.model.vocabulary import LoaiVanBan

ROOT = Path(__file__).resolve().parents[2]
KEYS = [*DonVi.model_fields, "ho_ten", "chuc_vu", "quyen_han", "tu", "den", "don_vi", "nhom", "luu",
        "so_ban", "cap", "Địa bàn", "nhon", "1", "~", "", "? x", "<<", "&a", "*a", "!x"]  # fmt: skip
VALUES = ["", "x", "0225123456", "1.25", "12,5", "31/6/2025", "01/7/2025", "có", "{{ x }}", "{% x %}",
          "*chữ", "&a b", "!!int 5", "[", "]", "{", "}", "[1, 2]", "{a: b}", "|", ">-", '"', "'",
          '"\\ud83d"', '"\\u0007"', "a: b", "- a", "Lưu: VT", "- Lưu VT, NV(02).", "#", "😀", "%", "@",
          "TM. Ủy ban", "--- a", "...", "\t", "\u00a0", "\x00", "\u2028", "9" * 5000]  # fmt: skip

line = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", "  ", "    ", "- ", "  - ", "\t", "\u00a0", "– ", "  • ", "  -", "  1. "]),
    st.sampled_from(KEYS),
    st.sampled_from([": ", ":", " ", ":\u00a0", "：", " = ", ": “", ': "', ":\t"]),
    st.sampled_from(VALUES) | st.text(max_size=12),
    st.sampled_from(["", " # x", " #x", "\r"]),
)
yamlish = st.lists(line, max_size=8).map("\n".join)


def check(reading: Any) -> None:
    wrong = [problem for problem in reading.problems if not problem.warning]
    assert reading.value is not None or wrong
    for problem in reading.problems:
        assert problem.message
        assert re.fullmatch("[a-z]+(-[a-z0-9]+)*", problem.code)
        assert problem.code != "not-readable"
        assert problem.place.line >= 1
        assert 1 <= problem.place.column <= len(problem.source) + 1
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", str(problem))


@given(content=st.text())
def test_any_text_is_a_record_or_problems(read: Any, content: str) -> None:
    encoded = content.encode("utf-8", "surrogatepass")
    check(read(encoded))


@given(content=st.binary())
def test_any_bytes_are_a_record_or_problems(read: Any, content: bytes) -> None:
    check(read(content))


@given(content=yamlish)
def test_any_text_like_yaml_is_a_record_or_problems(read: Any, content: str) -> None:
    check(read(content))


@given(lines=yamlish)
def test_anything_added_to_a_unit_in_order_is_a_record_or_problems(unit: Any, lines: str) -> None:
    check(unit(lines))


@given(content=yamlish)
def test_any_kind_of_document_is_a_record_or_problems(read: Any, content: str) -> None:
    check(read(f"truong:\n  {content}", LoaiVanBan))


SAMPLES = [path.read_bytes() for path in sorted((ROOT / "data").rglob("*.yaml"))]
CODECS = [
    "cp1258",
    "latin-1",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "tcvn3",
    "nfd",
]


def recoded(data: bytes, codec: str) -> bytes:
    text = data.decode("utf-8")
    if codec == "nfd":
        return unicodedata.normalize("NFD", text).encode()
    if codec == "tcvn3":
        table = {letter: chr(code) for code, letter in encodings._TCVN3_TABLE.items()}
        return "".join(table.get(letter, letter) for letter in text).encode("cp1252", "replace")
    return text.encode(codec, "replace")


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real file that a disk, an editor or a careless hand has been at."""
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    if codec := draw(st.sampled_from(["", *CODECS])):
        data = bytearray(recoded(bytes(data), codec))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        until = at + draw(st.integers(0, 40))
        change = draw(st.sampled_from(["flip", "cut", "double", "insert", "truncate"]))
        if change == "flip" and at < len(data):
            data[at] ^= 1 << draw(st.integers(0, 7))
        elif change == "cut":
            del data[at:until]
        elif change == "double":
            data[at:at] = data[at:until]
        elif change == "insert":
            data[at:at] = draw(st.sampled_from(VALUES)).encode() or draw(st.binary(max_size=4))
        else:
            del data[at:]
    return bytes(data)


@settings(max_examples=300, deadline=None)
@given(content=mutated())
def test_a_real_file_gone_wrong_is_a_record_or_problems(read: Any, content: bytes) -> None:
    check(read(content))


OFFICE = [
    "docgen.yaml",
    "data/danh_muc/loai_don_vi.yaml",
    "data/danh_muc/loai_van_ban/ke-hoach.yaml",
    "data/nam/2026.yaml",
    "data/don_vi/phuong-a.yaml",
]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=mutated() | st.binary(max_size=200), name=st.sampled_from(OFFICE))
def test_a_workspace_with_one_file_gone_wrong_is_loaded_and_told(
    office: Any, content: bytes, name: str
) -> None:
    path = office.root / name
    before = path.read_bytes()
    path.write_bytes(content)
    for problem in office.problems():
        assert problem.message
        assert problem.place.line >= 1
    kind_commands(office.root)
    path.write_bytes(before)


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("odd") / "a.yaml"


@settings(max_examples=200, deadline=None)
@given(content=mutated() | st.binary(max_size=200))
def test_any_file_is_recoded_or_refused(odd: Path, content: bytes) -> None:
    odd.write_bytes(content)
    with suppress(CannotRecodeError):
        found = recoding(odd)
        assert found is None or found.after.encode("utf-8").decode() == found.after
