"""A check gives back what it took: many files in one process need no more memory than a few."""

from __future__ import annotations

import gc
import pickle
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from docgen.check import Settings, check_file
from tests.check.accounts import bad_margin, told

UNITS = ("phuong-cau-dat", "phong-noi-vu", "truong-tieu-hoc-nguyen-du")


def test_memory_is_flat_over_many_files(
    sample: Path, make: Callable[..., Path], tmp_path: Path
) -> None:
    files = [make(sample, unit, tmp_path) for unit in UNITS]
    for file in files:  # what is read once and kept: rules, patterns, tables of widths
        check_file(file, Settings(draft=True))
    held = []
    tracemalloc.start()
    try:
        for _ in range(3):
            for file in files:
                check_file(file, Settings(draft=True))
            gc.collect()  # what only waits for the collector is not held
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()

    # a layout is about two megabytes; none may be left behind by the second and the third turn
    assert held[-1] - held[0] < 200_000


def test_what_is_said_of_many_files_alike_is_held_once_in_whatever_process_it_was_said() -> None:
    (here,) = told(bad_margin()).documents
    (away,) = pickle.loads(pickle.dumps(told(bad_margin()))).documents

    assert here == away
    assert any(verdict.findings for verdict in here.verdicts)
    for one, other in zip(here.verdicts, away.verdicts, strict=True):
        assert one.rule is other.rule
        assert one is other or one.findings
