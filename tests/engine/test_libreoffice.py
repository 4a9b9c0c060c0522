"""A template that someone has opened in LibreOffice and saved is still the same template."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.text.paragraph import Paragraph

from docgen.batch import Producer, plan_jobs
from docgen.engine import compile_template
from docgen.errors import TemplateError
from docgen.load.workspace import load_workspace

pytestmark = pytest.mark.libreoffice
ADDED = "Đoạn được thêm vào mẫu bằng LibreOffice."
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Convert = Callable[[Path, str, Path], Path]


def add_paragraph(path: Path) -> None:
    """Add a paragraph of style Nội dung as the first of block noi_dung."""
    document: Any = docx.Document(str(path))
    opening = next(p for p in document.paragraphs if "block noi_dung" in p.text)
    following = Paragraph(opening._p.getnext(), opening._parent)
    following.insert_paragraph_before(ADDED, document.styles["Nội dung"])
    document.save(str(path))


def made(root: Path) -> bytes:
    workspace = load_workspace(root)
    (job,) = plan_jobs(workspace, "ke-hoach", 2025, ["phuong-cau-dat"], None)
    data, gaps = Producer(workspace, root / "out").document(job)
    assert not gaps
    return data


def told(data: bytes) -> list[tuple[str, str, str]]:
    """Return each paragraph of a document: its words, its style, the width of its cell."""
    document: Any = docx.Document(BytesIO(data))
    found = []
    for element in document.element.body.iter(f"{W}p"):
        paragraph = Paragraph(element, document)
        cell = element.getparent()
        width = cell.find(f"{W}tcPr/{W}tcW") if cell.tag == f"{W}tc" else None
        millimetres = f"{round(int(width.get(f'{W}w')) / 56.69)}" if width is not None else ""
        style: Any = paragraph.style
        found.append((paragraph.text, style.name, millimetres))
    return found


def printed(data: bytes, name: str, folder: Path, soffice: Convert) -> str:
    """Return the words of the document as LibreOffice prints it."""
    path = folder / f"{name}.docx"
    path.write_bytes(data)
    pdf = soffice(path, "pdf", folder)
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    pages = re.sub(r"\f\s*\d+\n", "\n", done.stdout)  # numbers of pages move
    return " ".join(pages.split())


@pytest.fixture
def changed(workspace: Path, tmp_path: Path, soffice: Convert) -> Path:
    """The sample workspace, its ward's template saved by LibreOffice with a paragraph more."""
    templates = workspace / "templates"
    path = soffice(templates / "ke-hoach-phuong.docx", "docx", tmp_path / "lo")
    add_paragraph(path)
    shutil.copy(path, templates)
    return workspace


def test_only_the_paragraph_that_was_added_is_new(changed: Path, sample: Path) -> None:
    before, after = told(made(sample)), told(made(changed))
    added = (ADDED, "Nội dung", "")

    assert added in after
    after.remove(added)
    assert after == before


def test_the_printed_pages_differ_by_that_paragraph_only(
    changed: Path, sample: Path, tmp_path: Path, soffice: Convert
) -> None:
    before = printed(made(sample), "truoc", tmp_path, soffice)
    after = printed(made(changed), "sau", tmp_path, soffice)

    assert ADDED in after
    assert after.replace(f" {ADDED}", "", 1) == before


def test_a_template_saved_twice_still_works(
    changed: Path, sample: Path, tmp_path: Path, soffice: Convert
) -> None:
    template = changed / "templates" / "ke-hoach-phuong.docx"
    shutil.copy(soffice(template, "docx", tmp_path / "lo2"), template)
    before, after = made(sample), made(changed)
    words = [line[0] for line in told(after) if line[0] != ADDED]

    assert words == [line[0] for line in told(before)]
    assert len(docx.Document(BytesIO(after)).sections) == 5


def test_a_frame_that_lost_its_page_numbers_in_libreoffice_is_refused(
    changed: Path, tmp_path: Path, soffice: Convert
) -> None:
    frame = changed / "templates" / "khung.docx"
    shutil.copy(soffice(frame, "docx", tmp_path / "lo2"), frame)

    with pytest.raises(TemplateError, match=r"khung\.docx.*sửa khung bằng Word"):
        compile_template(frame)


@pytest.mark.openxml
def test_what_libreoffice_wrote_is_valid_for_the_open_xml_sdk(
    changed: Path, tmp_path: Path, validator: Callable[[Path], str]
) -> None:
    paper = tmp_path / "ke-hoach.docx"
    paper.write_bytes(made(changed))

    assert not validator(paper)


def test_what_libreoffice_wrote_is_a_package_like_any_other(changed: Path) -> None:
    with zipfile.ZipFile(BytesIO(made(changed))) as package:
        assert package.testzip() is None
