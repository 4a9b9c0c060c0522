"""Word on Windows, told by PowerShell what to print. It has been read, not run: see docs."""

from __future__ import annotations

import base64
import sys
from contextlib import suppress
from pathlib import Path

PID_FILE = "word.pid"
"""Word is started by the system, not by us: it must tell who it is, to be ended when it hangs."""

# 17 is PDF, 0 print quality, 0 the whole document, 0 content without markup; then properties kept,
# rights kept, 0 no bookmarks, tagged for readers of the blind, missing fonts as pictures off, and
# last ISO 19005-1, which nobody asks of Word here. 3 bars macros, 0 alerts and saving.
_SCRIPT = """\
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$work = {work}
$before = @(Get-Process WINWORD -ErrorAction SilentlyContinue | ForEach-Object {{ $_.Id }})
$word = New-Object -ComObject Word.Application
try {{
  Get-Process WINWORD | Where-Object {{ $before -notcontains $_.Id }} |
    ForEach-Object {{ $_.Id }} | Set-Content -Encoding ASCII -LiteralPath (Join-Path $work '{pid}')
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $word.Options.UpdateLinksAtOpen = $false
  foreach ($name in Get-ChildItem -LiteralPath (Join-Path $work 'in') -Filter '*.docx' | Sort-Object Name) {{
    $out = Join-Path (Join-Path $work 'out') ($name.BaseName + '.pdf')
    $document = $null
    try {{
      $document = $word.Documents.Open($name.FullName, $false, $true, $false, 'khong-co-mat-khau')
      $document.ExportAsFixedFormat($out, 17, $false, 0, 0, 1, 1, 0, $true, $true, 0, $true, $false, $false)
    }} catch {{
      [Console]::Error.WriteLine($_.Exception.Message)
    }} finally {{
      if ($document) {{ $document.Close(0) }}
    }}
  }}
}} finally {{
  $word.Quit(0)
  [void][Runtime.InteropServices.Marshal]::ReleaseComObject($word)
}}
"""


def word_is_there() -> bool:
    """Tell whether Word can be started by a program."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415

        with suppress(OSError):
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
            return True
    return False


def word_script(work: Path) -> str:
    """Return the script that prints every .docx of work/in to work/out."""
    quoted = str(work).replace("'", "''").replace("\u2019", "\u2019\u2019")
    return _SCRIPT.format(work=f"'{quoted}'", pid=PID_FILE)


def word_command(work: Path) -> list[str]:
    """Return the command; an encoded script needs no execution policy and has no code page."""
    encoded = base64.b64encode(word_script(work).encode("utf-16-le")).decode("ascii")
    return [
        "powershell.exe",
        "-NoProfile",
        "-NonInteractive",
        "-Sta",
        "-EncodedCommand",
        encoded,
    ]
