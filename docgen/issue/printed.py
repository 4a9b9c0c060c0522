"""The outgoing book on paper: its cover and its pages, through the template of the workspace."""

from __future__ import annotations

from docgen.context.units import full_name, letterhead
from docgen.engine import compile_template, render
from docgen.errors import TemplateError, UnitNotFoundError
from docgen.load.workspace import Workspace
from docgen.register.book import Book

TEMPLATE = "so-dang-ky.docx"


def office_name(workspace: Workspace, issuer: str, book: Book) -> str:
    """Return how the office is called on the last day of the book; raise UnitNotFoundError."""
    if issuer not in workspace.units:
        raise UnitNotFoundError(issuer, workspace.unit_files())
    return full_name(workspace, issuer, book.days[1])


def book_docx(workspace: Workspace, issuer: str, book: Book) -> bytes:
    """Return the book as Word: bìa và trang đầu, then the ten columns (mục I Phụ lục IV).

    Raises UnitNotFoundError, TemplateError.
    """
    office_name(workspace, issuer, book)
    path = workspace.root / "templates" / TEMPLATE
    if not path.is_file():
        message = "không có mẫu này trong templates/; chép từ bộ mẫu của docgen (docgen init)"
        raise TemplateError(TEMPLATE, "", message)
    head = letterhead(workspace, issuer, book.days[1])
    values = book.values()
    values["chu_quan"] = " ".join(head["chu_quan"])
    values["co_quan"] = " ".join(head["ban_hanh"])
    made = {
        "thoi_diem": f"{book.days[1].isoformat()}T00:00:00Z"
    }  # of its properties, never the clock
    return render(compile_template(path), {"so": values, "van_ban": made})
