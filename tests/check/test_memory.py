"""A check gives back what it took: many files in one process need no more memory than a few."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

from docgen.check import Settings, check_file

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
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()

    # a layout is about two megabytes; none may be left behind by the second and the third turn
    assert held[-1] - held[0] < 200_000
