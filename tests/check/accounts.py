"""Accounts to be told: of a sheet with faults of the page, the head or the text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docgen.check.report import Account, Document, account
from docgen.check.run import run
from docgen.check.settings import Settings
from docgen.check.sheet import Sheet
from tests.check.sheets import annexed, changed, plan, with_body, with_page


def told(sheet: Sheet, file: str = "x.docx", **how: Any) -> Account:
    """Return the account of *sheet*; *how* are fields of the settings."""
    settings = Settings(**how)
    report = run(
        sheet,
        select=settings.select,
        ignore=settings.ignore,
        options=settings.options,
        severities=settings.severities,
        on=settings.day,
    )
    return account(file, report, settings)


def document(sheet: Sheet, **how: Any) -> Document:
    """Return the account of the one document in *sheet*."""
    (found,) = told(sheet, **how).documents
    return found


def bad_margin() -> Sheet:
    """A plan with too wide a right margin: one error, of the whole page."""
    return with_page(plan(), right_mm=31.75)


def bad_everywhere() -> Sheet:
    """Three sections with four bad margins each: twelve errors of one rule."""
    sheet = annexed("I", "II")
    for at in range(len(sheet.layout.sections)):
        sheet = with_page(sheet, at, top_mm=5.0, bottom_mm=5.0, left_mm=5.0, right_mm=5.0)
    return sheet


def evil(words: str) -> Sheet:
    """A plan whose Quốc hiệu is other words, which the report repeats."""
    return changed(plan(), "quoc_hieu", text=words)


def gapped(*, draft: bool) -> Sheet:
    """A plan with two gaps in one paragraph."""
    sheet = with_body(plan(), "Chỉ tiêu: [CẦN BỔ SUNG: số hộ], [CẦN BỔ SUNG: số tổ]; hết./.")
    return replace(sheet, draft=draft)


def faults_in_order() -> Sheet:
    """A plan with faults in its text, its head and its page, told by rules in another order."""
    sheet = changed(bad_margin(), "body", at=0, color="FF0000")
    return changed(sheet, "tieu_ngu", italic=True)
