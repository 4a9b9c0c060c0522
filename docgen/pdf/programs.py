"""The program that prints: LibreOffice wherever it hides, or Word on Windows."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.pdf.errors import NoConverterError
from docgen.pdf.word import word_is_there

_NAMES = ("soffice", "libreoffice")
_FLATPAK = "org.libreoffice.LibreOffice"


@dataclass(frozen=True, slots=True)
class Program:
    """*kind* is "libreoffice" or "word"; *command* begins its command line."""

    kind: str
    command: tuple[str, ...] = ()

    @property
    def work_folder(self) -> Path | None:
        """Where its files must lie: a snap sees neither /tmp nor hidden folders."""
        if not self.command or "snap" not in Path(self.command[0]).parts:
            return None
        shared = Path.home() / "snap" / "libreoffice" / "common"
        return shared if shared.is_dir() else Path.home()

    def started_in(self, work: Path) -> tuple[str, ...]:
        """Return the beginning of the command line; a flatpak sees only what it is shown."""
        if _FLATPAK in self.command:
            return (*self.command[:2], f"--filesystem={work}", *self.command[2:])
        return self.command


def find_program(
    environ: Mapping[str, str] = os.environ, root: Path | None = None, *, archive: bool = False
) -> Program:
    """Return the program that prints here; *root* stands for / where installations are looked for.

    What DOCGEN_SOFFICE names goes first and is never passed over silently. On Windows comes Word,
    whose pages are the true ones, but for PDF/A, of which it makes other parts than 2b.
    """
    named = environ.get("DOCGEN_SOFFICE", "")
    if named:
        return Program("libreoffice", (_named(named),))
    if not archive and word_is_there():
        return Program("word")
    program = find_libreoffice(environ, root)
    if program is None:
        raise NoConverterError
    return program


def find_libreoffice(environ: Mapping[str, str], root: Path | None = None) -> Program | None:
    """Return LibreOffice, or None: on PATH, then where it is installed."""
    path = environ.get("PATH", "")
    for name in _NAMES:
        if found := shutil.which(name, path=path):
            return Program("libreoffice", (str(Path(found).absolute()),))
    for place in _usual_places(environ, root or Path("/")):
        if os.access(place, os.X_OK) and place.is_file():
            if place.name == _FLATPAK:
                return Program("libreoffice", ("flatpak", "run", _FLATPAK))
            return Program("libreoffice", (str(place),))
    return None


def _named(named: str) -> str:
    """Return the program of DOCGEN_SOFFICE: a file, a folder that holds it, or a name on PATH."""
    path = Path(named).expanduser()
    if path.is_dir():
        inside = [path / folder / name for folder in ("", "program", "MacOS", "Contents/MacOS")
                  for name in ("soffice.com", *_NAMES)]  # fmt: skip
        path = next((file for file in inside if file.is_file()), path)
    found = shutil.which(path.absolute()) or shutil.which(named)
    if found is None:
        raise NoConverterError(named)
    return str(Path(found).absolute())  # it is run in another folder


def _usual_places(environ: Mapping[str, str], root: Path) -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
            if folder := environ.get(variable):
                yield Path(folder, "LibreOffice", "program", "soffice.com")
        if folder := environ.get("LOCALAPPDATA"):
            yield Path(folder, "Programs", "LibreOffice", "program", "soffice.com")
        return
    home = Path(environ.get("HOME", "/nonexistent"))
    for above in (root, home):
        yield above / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    opt = (root / "opt").glob("libreoffice*/program/soffice")
    yield from sorted(opt, key=_version, reverse=True)
    for folder in ("usr/lib", "usr/lib64", "usr/local/lib"):
        yield root / folder / "libreoffice/program/soffice"
    yield root / "snap/bin/libreoffice"
    for above in (root / "var/lib", home / ".local/share"):
        yield above / "flatpak/exports/bin" / _FLATPAK


def _version(path: Path) -> list[int]:
    """Return what orders /opt/libreoffice24.8 before /opt/libreoffice7.6."""
    return [int(number) for number in re.findall("[0-9]+", path.parts[-3])]
