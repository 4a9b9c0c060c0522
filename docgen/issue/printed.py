"""The outgoing book on paper: its cover and its pages, through the template of the workspace."""

from __future__ import annotations

from docgen.context.units import full_name, letterhead
from docgen.engine import compile_template, render
from docgen.errors import TemplateError, UnitNotFoundError
from docgen.load.workspace import Workspace
from docgen.register.book import Book
from docgen.register.entry import Order

TEMPLATE = "so-dang-ky.docx"


def office_name(workspace: Workspace, issuer: str, book: Book) -> str:
    """Return how the office is called on the last day of the book.

    The book of an office that is in data/don_vi/ no more bears the name that its lines keep; raise
    UnitNotFoundError where they keep none.
    """
    if issuer in workspace.units:
        return full_name(workspace, issuer, book.days[1])
    if name := _last(book).office:
        return name
    raise UnitNotFoundError(issuer, workspace.unit_files())


def _last(book: Book) -> Order:
    """Return the last line that tells how its office was called, or the last of all."""
    return max((one.order for one in book.entries), key=lambda one: (bool(one.office), one.day))


def _head(workspace: Workspace, issuer: str, book: Book) -> dict[str, str]:
    """Return what stands above the title, in capitals."""
    if issuer in workspace.units:
        lines = letterhead(workspace, issuer, book.days[1])
        return {"chu_quan": " ".join(lines["chu_quan"]), "co_quan": " ".join(lines["ban_hanh"])}
    name = office_name(workspace, issuer, book)
    return {"chu_quan": _last(book).superior.upper(), "co_quan": name.upper()}


def book_docx(workspace: Workspace, issuer: str, book: Book) -> bytes:
    """Return the book as Word: bìa và trang đầu, then the ten columns (mục I Phụ lục IV).

    Raises UnitNotFoundError, TemplateError.
    """
    path = workspace.root / "templates" / TEMPLATE
    if not path.is_file():
        message = "không có mẫu này trong templates/; chép từ bộ mẫu của docgen (docgen init)"
        raise TemplateError(TEMPLATE, "", message)
    values = book.values() | _head(workspace, issuer, book)
    made = {
        "thoi_diem": f"{book.days[1].isoformat()}T00:00:00Z"
    }  # of its properties, never the clock
    return render(compile_template(path), {"so": values, "van_ban": made})
