"""``docgen list``: the units of the workspace, or its kinds of document."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from docgen.commands.options import DayType, json_option, root_folder, workspace_option
from docgen.commands.outcome import echo_table


@click.command("list", options_metavar="[TÙY CHỌN]")
@click.argument("what", type=click.Choice(["units", "kinds"]), default="units",
                metavar="[units|kinds]")  # fmt: skip
@click.option("--date", "day", type=DayType(), metavar="NGÀY",
              help="Chỉ các đơn vị tồn tại vào ngày này.")  # fmt: skip
@json_option
@workspace_option
@click.pass_context
def command(
    ctx: click.Context, what: str, day: date | None, as_json: bool, workspace: Path | None
) -> None:
    """Liệt kê đơn vị (units) hoặc loại văn bản (kinds).

    Ví dụ: docgen list --date 01/8/2025
    """
    from docgen.load.workspace import load_workspace

    loaded = load_workspace(root_folder(ctx, workspace))
    rows = _units(loaded, day) if what == "units" else _kinds(loaded)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    if not rows:
        click.echo("Không có mục nào.", err=True)
        return
    echo_table([list(row.values()) for row in rows])


def _units(loaded: Any, day: date | None) -> list[dict[str, str]]:
    from docgen.context.units import full_name
    from docgen.vietnamese.dates import short_date
    from docgen.vietnamese.letters import sort_key

    rows = []
    for code, unit in loaded.units.items():
        span = unit.value.ton_tai
        if unit.value.loai not in loaded.unit_kinds or (day and not unit.value.exists(day)):
            continue
        when = day or span.tu or span.den or date(loaded.settings.nam, 1, 1)
        ends = (("từ", span.tu), ("đến", span.den))
        time = " ".join(f"{word} {short_date(end)}" for word, end in ends if end)
        rows.append({"ma": code, "ten": full_name(loaded, code, when), "thoi_gian": time})
    return sorted(rows, key=lambda row: (sort_key(row["ten"]), row["ma"]))


def _kinds(loaded: Any) -> list[dict[str, str]]:
    return [
        {"ma": code, "lenh": kind.value.lenh or code, "mo_ta": kind.value.mo_ta}
        for code, kind in loaded.kinds.items()
    ]
