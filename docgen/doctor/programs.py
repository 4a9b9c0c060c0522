"""The programs and fonts outside docgen that PDF needs; Word documents are made without them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from docgen.doctor.report import Check

# LibreOffice is seldom on PATH outside Linux.
_ELSEWHERE = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
# Their letters are as wide as those of Times New Roman, so lines break at the same places.
_SAME_WIDTHS = {"times new roman", "tinos", "liberation serif"}


def libreoffice() -> Check:
    """Look for the program that makes PDF."""
    title, cure = "LibreOffice (để xuất PDF)", "apt install libreoffice-writer-nogui"
    if sys.platform != "linux":
        cure = "cài LibreOffice từ trang chủ của LibreOffice"
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    program = on_path or next((str(path) for path in _ELSEWHERE if path.is_file()), None)
    if program is None:
        found = "không thấy; vẫn làm được văn bản Word"
        return Check("libreoffice", title, found, cure, fine=False, outside=True)
    version = said(program, "--version")
    found = f"{version.splitlines()[0]}" if version else f"{program} không chạy được"
    return Check("libreoffice", title, found, cure, fine=bool(version), outside=True)


def font() -> Check:
    """Look for Times New Roman, or one with its widths, that has every Vietnamese letter."""
    title, cure = "Phông Times New Roman có đủ chữ Việt", "apt install fontconfig fonts-croscore"
    if sys.platform != "linux":
        return Check("font", title, "có sẵn trong hệ điều hành", outside=True)
    answer = said("fc-match", "-f", "%{family}\n%{lang}", "Times New Roman")
    family, _, languages = answer.partition("\n")
    if not family:
        found = "không có fc-match để hỏi"
        return Check("font", title, found, cure, fine=False, outside=True)
    vietnamese = "vi" in languages.split("|")
    same = not _SAME_WIDTHS.isdisjoint(name.strip().lower() for name in family.split(","))
    found = family if same else f"hệ thống thay bằng {family}, chữ rộng hẹp khác"
    if not vietnamese:
        found += ", thiếu chữ Việt"
    return Check("font", title, found, cure, fine=same and vietnamese, outside=True)


def said(*command: str) -> str:
    """Return what a program prints, or nothing if it is not there, fails or hangs."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()
