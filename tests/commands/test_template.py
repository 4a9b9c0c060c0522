"""``docgen template`` and the text views beside the templates."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.engine.view import text_view

Run = Callable[..., "subprocess.CompletedProcess[str]"]
TEMPLATES = sorted((Path(__file__).resolve().parents[2] / "templates").glob("[!~]*.docx"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_the_text_view_beside_a_template_is_current(path: Path) -> None:
    assert path.with_suffix(".txt").read_text("utf-8") == text_view(path), (
        "chạy docgen template view"
    )


def test_check_compiles_every_template(docgen: Run) -> None:
    done = docgen("template", "check")

    assert done.returncode == 0
    assert done.stdout.count("dùng được") == len(TEMPLATES)


def replace_in(path: Path, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode("utf-8")
    assert old in body
    parts["word/document.xml"] = body.replace(old, new).encode("utf-8")
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_check_names_the_template_and_the_paragraph(docgen: Run, workspace: Path) -> None:
    replace_in(workspace / "templates" / "ke-hoach-quan.docx", "{{ don_vi.goi }}", "{{ don_vi.goi")
    done = docgen("template", "check", cwd=workspace)

    assert done.returncode == 1
    assert "Mẫu ke-hoach-quan.docx, đoạn" in done.stderr
    assert "[template]" in done.stderr


def test_an_undefined_name_tells_the_paragraph_and_the_line_of_yaml(
    docgen: Run, workspace: Path
) -> None:
    template = workspace / "templates" / "ke-hoach-quan.docx"
    replace_in(
        template, "{{ ke_hoach.nghi_quyet.trich_yeu }}", "{{ ke_hoach.nghi_quyet.trich_yu }}"
    )
    done = docgen("plan", "--unit", "quan-ngo-quyen", cwd=workspace)

    assert done.returncode == 1
    assert "Mẫu ke-hoach-quan.docx, đoạn" in done.stderr
    assert "“- Xây dựng Kế hoạch và các văn bản chỉ đạo" in done.stderr
    assert "data/ke_hoach/2025/quan-ngo-quyen.yaml:3 không có mục “trich_yu”" in done.stderr
    assert not list((workspace / "out").rglob("*.docx"))


def test_view_writes_only_what_is_stale(docgen: Run, workspace: Path) -> None:
    replace_in(workspace / "templates" / "khung.docx", "Nơi nhận:", "Nơi gửi:")
    stale = docgen("template", "view", "--check", cwd=workspace)
    written = docgen("template", "view", cwd=workspace)

    assert stale.returncode == 1
    assert written.stdout == "khung.txt (đã ghi)\n"
    assert "Nơi gửi:" in (workspace / "templates" / "khung.txt").read_text("utf-8")
