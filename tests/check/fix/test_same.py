"""The watch over what a copy may not change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.check.fix.copy import ContentChangedError
from docgen.check.fix.same import check_same
from tests.check.mutations.case import WARD
from tests.check.mutations.parts import DOCUMENT, STYLES, Edit, Parts, size, words


def without(parts: Parts) -> None:
    del parts.texts["word/fontTable.xml"]


CHANGES: list[Edit] = [
    words("PHƯỜNG", "QUẬN"),
    words("Độc lập - ", "Độc lập – "),
    words("<w:t xml", "<w:tab/><w:t xml"),
    words("Tự do", "Tự  do"),
    words('r:id="rId10"/>', 'r:id="rId10"/></w:sectPr></w:pPr><w:r><w:br/></w:r></w:p><w:p><w:pPr><w:sectPr>'),
    words("<w:fldChar", "<w:t>Trang</w:t><w:fldChar", "word/header1.xml"),
    words("<w:fldChar", '<w:sym w:char="F097"/><w:fldChar', "word/header1.xml"),
    words("</w:hdr>", '<w:p><w:fldSimple w:instr="FILENAME"/></w:p></w:hdr>', "word/header1.xml"),
    words("</w:hdr>", "<w:p><w:r><w:contentPart/></w:r></w:p></w:hdr>", "word/header1.xml"),
    words("<w:pPr>", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    words("<w:pPr>", "<w:pPr><w:pageBreakBefore/>"),
    words("Target=", 'TargetMode="External" Target=', "word/_rels/document.xml.rels"),
    words('w:val="Quốc hiệu"', 'w:val="Quốc kỳ"', STYLES),
    lambda parts: parts.texts.update({"word/header9.xml": parts.texts[DOCUMENT]}),
    without,
    lambda parts: parts.texts.update({"docProps/app.xml": "<a/>"}),
]  # fmt: skip


def saved(path: Path, target: Path, edit: Edit) -> Path:
    parts = Parts(path)
    edit(parts)
    return parts.save(target)


@pytest.mark.parametrize("edit", CHANGES)
def test_a_copy_that_differs_in_more_than_formatting_is_refused(
    edit: Edit, good: Callable[[str], Path], tmp_path: Path
) -> None:
    path = good(WARD)
    with pytest.raises(ContentChangedError):
        check_same(path, saved(path, tmp_path / "b.docx", edit))


@pytest.mark.parametrize("edit", [size("QuocHieu", 12), words('w:left="1701" ', 'w:left="1800" ')])
def test_formatting_may_change(edit: Edit, good: Callable[[str], Path], tmp_path: Path) -> None:
    path = good(WARD)

    check_same(path, saved(path, tmp_path / "b.docx", edit))
