"""What Word is told to do. Word itself has not been seen by these tests."""

from __future__ import annotations

import base64
from pathlib import PureWindowsPath
from typing import Any

from docgen.pdf.word import PID_FILE, word_command, word_is_there, word_script

WORK: Any = PureWindowsPath(r"C:\Users\Nguyễn Văn An's\docgen-pdf-1")


def test_a_quote_in_a_folder_does_not_end_the_word() -> None:
    assert r"$work = 'C:\Users\Nguyễn Văn An''s\docgen-pdf-1'" in word_script(WORK)


def test_word_opens_to_read_runs_no_macro_asks_nothing_and_is_always_ended() -> None:
    script = word_script(WORK)

    assert ".Open($name.FullName, $false, $true, $false," in script
    assert "ExportAsFixedFormat($out, 17," in script
    assert "AutomationSecurity = 3" in script
    assert "DisplayAlerts = 0" in script
    assert script.index("finally", script.index("Close(0)")) < script.index("$word.Quit(0)")
    assert PID_FILE in script
    assert script.count("{") == script.count("}")


def test_the_script_travels_encoded_and_fits_a_command_line() -> None:
    *options, encoded = word_command(WORK)

    assert options == [
        "powershell.exe",
        "-NoProfile",
        "-NonInteractive",
        "-Sta",
        "-EncodedCommand",
    ]
    assert base64.b64decode(encoded).decode("utf-16-le") == word_script(WORK)
    assert sum(map(len, [*options, encoded])) < 32_000


def test_there_is_no_word_outside_windows() -> None:
    assert not word_is_there()
