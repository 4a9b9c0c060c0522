from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.load.kinds import KindCommand, kind_commands

PATH = "data/danh_muc/loai_van_ban/giay-moi.yaml"


def test_help_knows_the_commands_of_the_workspace(office: Any) -> None:
    office.write(PATH, "ten: Giấy mời")
    assert kind_commands(office.root / "data") == {
        "plan": KindCommand("ke-hoach", "Kế hoạch năm", type_name="Kế hoạch"),
        "giay-moi": KindCommand("giay-moi", "giay-moi", type_name="Giấy mời"),
    }


def test_outside_a_workspace_there_are_no_commands(tmp_path: Path) -> None:
    assert kind_commands(tmp_path) == {}


@pytest.mark.parametrize(
    "text", ["", "- a", "ten: [", "lenh: [a]\nmo_ta: {b: c}", "\x07", "[" * 9999]
)
def test_a_broken_kind_breaks_no_help(office: Any, text: str) -> None:
    office.write(PATH, text)
    assert kind_commands(office.root)["giay-moi"] == KindCommand("giay-moi", "giay-moi")
