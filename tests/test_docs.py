"""Documents that cannot rot: commands, keys and examples are held against the code."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import yaml

from docgen.commands import cli
from docgen.load.workspace import load_workspace
from docgen.model.kind import data_record

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
GUIDES = [
    ROOT / "docs" / name for name in ("huong-dan.md", "sua-mau.md", "kiem-tra.md", "quy-tac.md")
]


def commands() -> list[tuple[str, click.Command]]:
    """Return every command with its full name, those inside a group too."""
    context = click.Context(cli)
    found = []
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            found += [(f"{name} {inner}", command.commands[inner]) for inner in command.commands]
        else:
            found.append((name, command))
    return found


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_every_command_is_in_the_readme_and_shows_an_example(
    name: str, command: click.Command
) -> None:
    assert f"docgen {name}" in README
    assert f"Ví dụ: docgen {name}" in (command.help or "")


def test_the_readme_names_the_two_commands_first() -> None:
    screen = "\n".join(README.splitlines()[:40])

    assert "python3 cli.py plan --unit phuong-cau-dat" in screen
    assert "python3 cli.py test" in screen
    assert "docs/huong-dan.md" in screen
    assert (ROOT / "docs" / "hinh" / "trang-dau.png").is_file()


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *GUIDES])
def test_links_inside_the_project_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_every_key_of_the_sample_is_in_the_glossary(sample: Path) -> None:
    """Keys with a Vietnamese term of art are told once, in English."""
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    told = set(re.findall(r"`(\w+)`", glossary))
    workspace = load_workspace(sample)
    plan = data_record("ke_hoach", workspace.kinds["ke-hoach"].value.truong)
    units = set().union(*(unit.value.model_fields_set for unit in workspace.units.values()))

    assert (set(plan.model_fields) | units) <= told


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_yaml_in_the_guides_can_be_read(guide: Path) -> None:
    for example in re.findall(r"```yaml\n(.*?)```", guide.read_text("utf-8"), re.DOTALL):
        assert isinstance(yaml.safe_load(example), dict)
