"""A bare workspace: templates and vocabularies as they are, one office, one year, all to fill in."""

from __future__ import annotations

import calendar
from datetime import date
from pathlib import Path

from docgen.begin.errors import NotANameError
from docgen.begin.known import Office, Vocabulary
from docgen.begin.skeleton import data_files
from docgen.begin.texts import SETTINGS_TEXT, YEAR_TEXT
from docgen.begin.tree import sample_files
from docgen.begin.unit_text import Answers, superior_text, unit_text
from docgen.load.root import SETTINGS
from docgen.vietnamese.dates import short_date

__all__ = ["Answers", "Office", "Vocabulary", "fresh_files"]


def fresh_files(sample: Path, known: Vocabulary, answers: Answers) -> dict[str, bytes]:
    """Return the files of a bare workspace, by their paths.

    Raises NotANameError, KindEndedError.
    """
    unit = known.code(answers.unit)
    known.require_in(answers.year, answers.unit)
    texts = {
        SETTINGS: SETTINGS_TEXT.format(year=answers.year),
        f"data/nam/{answers.year}.yaml": _year_text(known, answers, unit),
    }
    superior = ""
    if answers.superior:
        superior = known.code(answers.superior)
        known.require_in(answers.year, answers.superior)
        if superior == unit:
            raise NotANameError(answers.superior.name, "trùng với chính đơn vị")
        texts[f"data/don_vi/{superior}.yaml"] = superior_text(known, answers.superior)
    texts[f"data/don_vi/{unit}.yaml"] = unit_text(known, answers, superior)
    texts |= data_files(known, answers, unit)
    files = sample_files(sample, "templates", "data/danh_muc")
    return files | {path: text.encode("utf-8") for path, text in texts.items()}


def _year_text(known: Vocabulary, answers: Answers, unit: str) -> str:
    planned: dict[tuple[str, str | None], date] = {}
    for year in sorted(known.workspace.years):
        rows = known.workspace.years[year].value.ngay_du_kien
        for row in sorted(rows, key=lambda row: row.don_vi is not None):
            if row.don_vi in (None, answers.unit.kind):
                planned[row.loai, row.ky] = row.ngay
    lines = [
        f"  - {{loai: {kind}{f', ky: {period}' if period else ''}, "
        f"ngay: {short_date(_in_year(day, answers.year))}}}"
        for (kind, period), day in planned.items()
    ]
    days = "\n".join(["ngay_du_kien:", *lines]) if lines else "# ngay_du_kien:"
    return YEAR_TEXT.format(year=answers.year, before=answers.year - 1, unit=unit, days=days)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
