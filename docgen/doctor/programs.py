"""The programs and fonts outside docgen that PDF needs; Word documents are made without them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from docgen.doctor.report import Check
from docgen.errors import DocgenError
from docgen.pdf.errors import FONTS, INSTALL, NoConverterError, WrongFontError, cure
from docgen.pdf.fonts import TWINS, VIETNAMESE
from docgen.pdf.probe import probe
from docgen.pdf.programs import Program, find_program

_PATIENCE = 60.0
_FAMILIES = {"timesnewroman", *TWINS["timesnewroman"]}


def program_checks() -> Iterator[Check]:
    """Yield what can be said of PDF: the program, the font as the system tells it, a trial."""
    program, check = _program()
    yield check
    yield font()
    if program and check.fine:
        yield _trial(program)


def _program() -> tuple[Program | None, Check]:
    """Look for the program that makes PDF."""
    title = "Chương trình xuất PDF"
    try:
        program = find_program()
    except NoConverterError as error:
        found = "không thấy LibreOffice; vẫn làm được văn bản Word"
        told = str(error).partition(".")[0] if "DOCGEN_SOFFICE chỉ" in str(error) else found
        sick = Check("libreoffice", title, told, cure(INSTALL), fine=False, outside=True)
        return None, sick
    if program.kind == "word":
        return program, Check("libreoffice", title, "Microsoft Word", outside=True)
    version, place = said(*program.command, "--version"), " ".join(program.command)
    found = f"{version.splitlines()[0]} ({place})" if version else f"{place} không chạy được"
    return program, Check(
        "libreoffice", title, found, cure(INSTALL), fine=bool(version), outside=True
    )


def font() -> Check:
    """Look for Times New Roman, or one with its widths, that has every Vietnamese letter."""
    title = "Phông Times New Roman có đủ chữ Việt"
    if sys.platform != "linux":
        return Check("font", title, "có sẵn trong hệ điều hành", outside=True)
    answer = said("fc-match", "-f", "%{family}\n%{file}\n%{charset}", "Times New Roman")
    family, file, letters = (*answer.split("\n"), "", "")[:3]
    if not family:
        found = "không có fc-match để hỏi"
        told = f"apt install fontconfig; {cure(FONTS)}"
        return Check("font", title, found, told, fine=False, outside=True)
    missing = "".join(sorted(letter for letter in _all() if not _within(letter, letters)))
    same = not _FAMILIES.isdisjoint(name.replace(" ", "").lower() for name in family.split(","))
    found = f"{family} ({file})" if same else f"hệ thống thay bằng {family}, chữ rộng hẹp khác"
    if missing:
        found += f", thiếu {len(missing)} chữ Việt ({missing[:8]}…)"
    return Check("font", title, found, cure(FONTS), fine=same and not missing, outside=True)


def _trial(program: Program) -> Check:
    """Print a line of all letters and look at the fonts that it was printed in."""
    title = "Xuất thử PDF đủ chữ Việt"
    result = probe(program, _PATIENCE)
    if isinstance(result, WrongFontError):
        return Check("pdf", title, result.reason, cure(FONTS), fine=False, outside=True)
    if isinstance(result, DocgenError):
        return Check("pdf", title, str(result), cure(INSTALL), fine=False, outside=True)
    return Check("pdf", title, f"Times New Roman in bằng {result}", outside=True)


def _all() -> frozenset[str]:
    return VIETNAMESE | {letter.upper() for letter in VIETNAMESE}


def _within(letter: str, ranges: str) -> bool:
    """Tell whether a letter lies in fontconfig's “20-7e a0-17f 1ea0-1ef9”."""
    for told in ranges.split():
        first, _, last = told.partition("-")
        if int(first, 16) <= ord(letter) <= int(last or first, 16):
            return True
    return False


def said(*command: str) -> str:
    """Return what a program prints, or nothing if it is not there, fails or hangs."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()
