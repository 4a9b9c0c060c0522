"""What the commands of the register share: options, and the lines that are meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docgen.commands.options import UnitCode, YearType, root_folder

if TYPE_CHECKING:
    from docgen.register import Register
    from docgen.register.lookup import Asked

F = TypeVar("F", bound=Callable[..., Any])
NUMBER = click.argument("number", metavar="SỐ")
UNIT = click.option("--unit", type=UnitCode(), metavar="ĐƠN_VỊ", help="Mã đơn vị ban hành văn bản.")
KIND = click.option("--kind", metavar="LOẠI", help="Loại văn bản (“Kế hoạch”, hoặc plan), khi mỗi loại có một dãy số.")  # fmt: skip
YEAR = click.option(
    "--year",
    type=YearType(),
    metavar="NĂM",
    help="Năm của số (mặc định: năm mới nhất của đơn vị trong sổ).",
)


def which(function: F) -> F:
    """Add --unit, --year and --kind."""
    return UNIT(YEAR(KIND(function)))


def register_of(ctx: click.Context, options: dict[str, Any]) -> tuple[Path, Register]:
    """Return the workspace's folder and its register."""
    from docgen.register import Register
    from docgen.register.store import FILE

    root = root_folder(ctx, options["workspace"])
    return root, Register(root / FILE)


def asked(ctx: click.Context, root: Path, options: dict[str, Any], words: str = "") -> Asked:
    """Return what the options say of a line."""
    from docgen.register.lookup import Asked

    kind = _kind(ctx, root, options["kind"]) if options["kind"] else ""
    unit = options["unit"] or ""
    there = (root / "data" / "don_vi" / f"{unit}.yaml").is_file()
    return Asked(words, unit, options["year"], kind, there)


def _kind(ctx: click.Context, root: Path, word: str) -> str:
    """Return the tên loại that *word* says or whose command or code it is."""
    from docgen.errors import did_you_mean
    from docgen.load.kinds import kind_commands
    from docgen.vietnamese.document_types import COPIES, plain, type_named

    if plain(word) == plain(COPIES):
        return COPIES
    if kind := type_named(word):
        return kind.name
    commands = kind_commands(root)
    names = commands | {one.code: one for one in commands.values()}
    if word not in names:
        told = f"Không có loại văn bản “{word}”.{did_you_mean(word, commands)}"
        raise click.UsageError(f"{told} Có: {', '.join(commands)}; hoặc ghi tên loại: “Quyết định”", ctx)  # fmt: skip
    return names[word].type_name or names[word].code
