"""The workspaces of these tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.issue.office import Hall, hall


@pytest.fixture(scope="session")
def shared_hall(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    """A workspace of forty invitations, h00 to h39, read once."""
    return hall(tmp_path_factory.mktemp("so"), [f"h{n:02}" for n in range(40)])


@pytest.fixture
def office(shared_hall: Hall) -> Iterator[Hall]:
    """The same workspace with nothing issued yet."""
    shared_hall.empty()
    yield shared_hall
    shared_hall.empty()
