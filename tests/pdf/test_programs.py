"""Where LibreOffice is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.pdf.errors import NoConverterError
from docgen.pdf.programs import Program, find_program


def executable(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_it_is_found_on_path(name: str, tmp_path: Path) -> None:
    path = executable(tmp_path / "bin" / name)
    environ = {"PATH": str(path.parent)}

    assert find_program(environ, tmp_path).command == (str(path),)


@pytest.mark.parametrize(
    "place",
    [
        "opt/libreoffice24.8/program/soffice",
        "usr/lib/libreoffice/program/soffice",
        "usr/lib64/libreoffice/program/soffice",
        "Applications/LibreOffice.app/Contents/MacOS/soffice",
        "snap/bin/libreoffice",
    ],
)
def test_it_is_found_where_it_is_installed(place: str, tmp_path: Path) -> None:
    path = executable(tmp_path / place)

    assert find_program({"PATH": ""}, tmp_path).command == (str(path),)


def test_the_newest_of_opt_is_taken(tmp_path: Path) -> None:
    for version in ("7.6", "24.8", "6.4"):
        executable(tmp_path / f"opt/libreoffice{version}/program/soffice")

    assert "24.8" in find_program({"PATH": ""}, tmp_path).command[0]


def test_a_flatpak_is_shown_the_folder_that_it_works_in(tmp_path: Path) -> None:
    executable(tmp_path / "var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice")
    found = find_program({"PATH": ""}, tmp_path)

    assert found.started_in(Path("/tmp/x")) == (
        "flatpak", "run", "--filesystem=/tmp/x", "org.libreoffice.LibreOffice",
    )  # fmt: skip


def test_a_snap_works_in_a_folder_that_it_can_see() -> None:
    assert Program("libreoffice", ("/snap/bin/libreoffice",)).work_folder
    assert Program("libreoffice", ("/usr/bin/soffice",)).work_folder is None


@pytest.mark.parametrize("named", ["bin/rieng", "bin", "cai-dat"])
def test_what_the_environment_names_goes_first(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wanted = {
        "bin/rieng": executable(tmp_path / "bin/rieng"),
        "bin": executable(tmp_path / "bin/soffice"),
        "cai-dat": executable(tmp_path / "cai-dat/program/soffice"),
    }[named]
    executable(tmp_path / "path/soffice")
    environ = {"PATH": str(tmp_path / "path"), "DOCGEN_SOFFICE": named}

    assert find_program(environ, tmp_path).command == (str(wanted),)


def test_what_the_environment_names_wrongly_is_not_passed_over(tmp_path: Path) -> None:
    executable(tmp_path / "soffice")
    environ = {"PATH": str(tmp_path), "DOCGEN_SOFFICE": "/khong/co/soffice"}

    with pytest.raises(NoConverterError, match="DOCGEN_SOFFICE chỉ vào “/khong/co/soffice”"):
        find_program(environ, tmp_path)


def test_a_file_that_cannot_be_run_is_no_program(tmp_path: Path) -> None:
    executable(tmp_path / "opt/libreoffice7/program/soffice").chmod(0o644)

    with pytest.raises(NoConverterError, match="Cách chữa: ") as caught:
        find_program({"PATH": ""}, tmp_path)
    assert caught.value.exit_code == 3
