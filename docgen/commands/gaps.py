"""The gaps of a document as lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_MANY = 4
"""So many gaps with one cause are one line."""


def gap_lines(gaps: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each gap; many that one thing would fill are told once, with how many."""
    alike: dict[str, list[str]] = {}
    for label, where in gaps.items():
        alike.setdefault(where or label, []).append(label)
    for where, labels in alike.items():
        if len(labels) >= _MANY:
            yield f"{len(labels)} chỗ ({'; '.join(labels[:2])}; …): {where}"
        else:
            yield from (f"{label}: {where}" if where != label else label for label in labels)
