"""What a secretary may write is printed: no field of a kind is declared for a template without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from docgen.load.workspace import load_workspace
from docgen.model.vocabulary import Truong

ROOT = Path(__file__).resolve().parents[2]
WORKSPACE = load_workspace(ROOT)


def ways(
    declared: Mapping[str, Truong], unit_kind: str, above: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    """Yield the way down to every field that a kind of unit may write."""
    for key, field in declared.items():
        if not field.cho or set(field.cho) & set(WORKSPACE.family(unit_kind)):
            if field.gom:
                yield from ways(field.gom, unit_kind, (*above, key))
            else:
                yield (*above, key)


CASES = [
    (kind, unit_kind, template.tep, way)
    for kind, loaded in WORKSPACE.kinds.items()
    for unit_kind, template in loaded.value.mau.items()
    for way in ways(loaded.value.truong, unit_kind)
]


@pytest.mark.parametrize(("kind", "unit_kind", "file", "way"), CASES)
def test_a_field_that_a_unit_may_write_stands_in_its_template(
    kind: str, unit_kind: str, file: str, way: tuple[str, ...]
) -> None:
    text = (ROOT / "templates" / file).with_suffix(".txt").read_text("utf-8")
    declared = WORKSPACE.kinds[kind].value
    data = declared.du_lieu
    outline = declared.mau[unit_kind].de_cuong
    if outline:  # its lines ask for the fields that the unit writes
        said = (ROOT / "data" / "danh_muc" / "de_cuong" / f"{outline}.yaml").read_text("utf-8")
        assert re.search(rf"\btruong: {way[0]}\b", said)
        return

    assert re.search(rf"\b{data}\.{way[0]}\b", text)
    assert all(re.search(rf"\.{step}\b", text) for step in way)
