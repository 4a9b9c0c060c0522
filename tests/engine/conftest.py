"""A kitchen for templates: real .docx files made in a test, rendered and read back."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import pytest
from lxml import etree

from docgen.engine import compile_template, render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KHUNG = Path(__file__).resolve().parents[2] / "templates" / "khung.docx"
VALUES: dict[str, Any] = {
    "van_ban": {"thoi_diem": "2025-02-10T00:00:00Z", "tieu_de": "Kế hoạch năm 2025"},
    "don_vi": {"ten": "Ủy ban nhân dân phường Cầu Đất"},
}


def read(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def write(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


@dataclass(frozen=True)
class Rendered:
    """A document as a reader sees it."""

    data: bytes

    @property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(BytesIO(self.data)) as package:
            assert package.testzip() is None
            return {name: package.read(name) for name in package.namelist()}

    @property
    def body(self) -> Any:
        return etree.fromstring(self.parts["word/document.xml"])[0]

    @property
    def xml(self) -> str:
        return self.parts["word/document.xml"].decode("utf-8")

    @property
    def lines(self) -> list[str]:
        """The text of each paragraph of the body, tables included."""
        document: Any = docx.Document(BytesIO(self.data))
        paragraphs = document.element.body.iter(f"{W}p")
        return ["".join(text.text or "" for text in p.iter(f"{W}t")) for p in paragraphs]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def runs(self) -> list[tuple[str, str]]:
        """Each run with words, and the names of its own properties: ("chữ", "b bCs")."""
        found = []
        for run in self.body.iter(f"{W}r"):
            words = "".join(text.text or "" for text in run.iter(f"{W}t"))
            own = run.find(f"{W}rPr")
            names = [element.tag.removeprefix(W) for element in own] if own is not None else []
            if words:
                found.append((words, " ".join(names)))
        return found


class Kitchen:
    """Makes templates in a folder from the sample's frame: its parts, its styles, another body."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base = read(KHUNG)
        root = etree.fromstring(self.base["word/styles.xml"])
        self.styles = {
            style.find(f"{W}name").get(f"{W}val"): style.get(f"{W}styleId")
            for style in root.iter(f"{W}style")
        }

    def p(self, text: str, style: str = "Nội dung", run: str = "") -> str:
        """Return a paragraph with one run."""
        properties = f"<w:rPr>{run}</w:rPr>" if run else ""
        identifier = self.styles.get(style, style)
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{identifier}"/></w:pPr><w:r>{properties}'
            f"<w:t>{escape(text)}</w:t></w:r></w:p>"
        )

    def table(self, *rows: list[str]) -> str:
        cells = "".join(
            "<w:tr>" + "".join(f"<w:tc>{self.p(cell)}</w:tc>" for cell in row) + "</w:tr>"
            for row in rows
        )
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>"

    def template(self, *body: str, name: str = "mau.docx", **parts: bytes) -> Path:
        """Write a template; what is no XML becomes a paragraph of style Nội dung."""
        inside = "".join(part if part.startswith("<") else self.p(part) for part in body)
        xml = self.base["word/document.xml"].decode("utf-8")
        start = xml.index("<w:body>") + len("<w:body>")
        end = xml.rindex("<w:sectPr")
        changed = {"word/document.xml": (xml[:start] + inside + xml[end:]).encode("utf-8")}
        path = self.folder / name
        write(path, self.base | changed | parts)
        return path

    def child(self, *body: str, name: str = "con.docx", frame: str = "khung.docx") -> Path:
        """Write a template that extends the frame."""
        return self.template(f'{{%p extends "{frame}" %}}', *body, name=name)

    def change(self, path: Path, part: str, old: str, new: str) -> Path:
        """Replace words in a part of a template, as an editor would."""
        parts = read(path)
        text = parts[part].decode("utf-8")
        assert old in text
        write(path, parts | {part: text.replace(old, new).encode("utf-8")})
        return path

    def render(self, path: Path, **values: Any) -> Rendered:
        return Rendered(render(compile_template(path), VALUES | values))

    def show(self, *body: str, **values: Any) -> Rendered:
        """Render a template of these paragraphs."""
        return self.render(self.template(*body), **values)


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    """An empty folder of templates."""
    return Kitchen(tmp_path)


@pytest.fixture
def frame(kitchen: Kitchen) -> Path:
    """A frame with a macro, two blocks and a section of its own before an annex."""
    section = re.search(
        r"<w:sectPr.*?</w:sectPr>", kitchen.base["word/document.xml"].decode("utf-8"), re.DOTALL
    )
    assert section
    return kitchen.template(
        "{%p macro mo_phu_luc(ten) %}",
        f"<w:p><w:pPr>{section[0]}</w:pPr></w:p>",
        kitchen.p("{{ ten }}", "Tên phụ lục"),
        "{{p caller() }}",
        "{%p endmacro %}",
        "Đầu",
        "{%p block noi_dung %}",
        "của khung",
        "{%p endblock %}",
        "Cuối",
        "{%p block phu_luc %}",
        "{%p endblock %}",
        name="khung.docx",
    )
