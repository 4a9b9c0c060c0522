"""Whatever stands in a file: a record or placed problems comes out, never an exception."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from docgen.model.unit import DonVi
from docgen.model.vocabulary import LoaiVanBan

KEYS = [*DonVi.model_fields, "ho_ten", "chuc_vu", "quyen_han", "tu", "den", "don_vi", "nhom", "luu",
        "so_ban", "cap", "Địa bàn", "nhon", "1", "~", "", "? x", "<<", "&a", "*a", "!x"]  # fmt: skip
VALUES = ["", "x", "0225123456", "1.25", "12,5", "31/6/2025", "01/7/2025", "có", "{{ x }}", "{% x %}",
          "*chữ", "&a b", "!!int 5", "[", "]", "{", "}", "[1, 2]", "{a: b}", "|", ">-", '"', "'",
          '"\\ud83d"', '"\\u0007"', "a: b", "- a", "Lưu: VT", "- Lưu VT, NV(02).", "#", "😀", "%", "@",
          "TM. Ủy ban", "--- a", "...", "\t", "\u00a0", "\x00", "\u2028", "9" * 5000]  # fmt: skip

line = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", "  ", "    ", "- ", "  - ", "\t", "\u00a0"]),
    st.sampled_from(KEYS),
    st.sampled_from([": ", ":", " ", ":\u00a0"]),
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
