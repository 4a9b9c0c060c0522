"""Types of documents by the names that people type."""

from __future__ import annotations

import pytest

from docgen.vietnamese.document_types import COPIES, ROWS, TYPES, row_of, type_and_rest, type_named


@pytest.mark.parametrize("typed, name", [
    ("Quyết định", "Quyết định"), ("  QUYẾT   ĐỊNH ", "Quyết định"), ("Giấy uỷ quyền", "Giấy ủy quyền"),
    ("thỏa thuận", "Bản thỏa thuận"), ("sao y", "Bản sao y"), ("công văn", "Công văn"),
])  # fmt: skip
def test_a_name_is_known_in_any_case_and_both_ways_of_tones(typed: str, name: str) -> None:
    found = type_named(typed)

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("typed", ["", "Quyet dinh", "Quyết", "Sổ đăng ký"])
def test_what_is_no_name_is_none(typed: str) -> None:
    assert type_named(typed) is None


@pytest.mark.parametrize("words, name, rest", [
    ("Quyết định về việc khen thưởng", "Quyết định", "về việc khen thưởng"),
    ("Bản thỏa thuận hợp tác", "Bản thỏa thuận", "hợp tác"),
    ("công văn V/v  mời họp", "Công văn", "V/v mời họp"),
    ("Quy định", "Quy định", ""),
])  # fmt: skip
def test_a_title_is_parted_after_its_type(words: str, name: str, rest: str) -> None:
    kind, found = type_and_rest(words)

    assert kind is not None
    assert (kind.name, found) == (name, rest)


def test_a_title_that_only_begins_like_a_type_has_none() -> None:
    assert type_and_rest("Báo cáođẩy đủ") == (None, "Báo cáođẩy đủ")
    assert type_and_rest("Khen thưởng") == (None, "Khen thưởng")


def test_the_rows_of_numbers_are_the_types_that_have_one_and_one_of_copies() -> None:
    named = [kind.name for kind in TYPES.values() if kind.numbered and not kind.copy]

    assert list(ROWS) == [*named, COPIES]
    assert len(named) == 28  # of the 29 of Điều 7 all but thư công
    assert {row_of(kind.name) for kind in TYPES.values() if kind.copy} == {COPIES}
    assert row_of("giấy mời") == "Giấy mời"
    assert row_of("Giấy khen") == "Giấy khen"
