"""Which versions of a package will do."""

import pytest

from docgen.doctor.checks import fits


@pytest.mark.parametrize(
    "version, bounds, fitting",
    [
        ("8.5.1", ">=8.5,<8.6", True),
        ("8.6", ">=8.5,<8.6", False),
        ("8.4.9", ">=8.5,<8.6", False),
        ("8.10", ">=8.5", True),
        ("6", ">=6.0", True),
        ("6.0.3", ">=6", True),
        ("2.11", "==2.11.0", True),
        ("1.0", "", True),
    ],
)
def test_a_version_lies_within_bounds(version: str, bounds: str, fitting: bool) -> None:
    assert fits(version, bounds) is fitting
