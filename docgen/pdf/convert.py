"""Many documents through one program: in batches, and one by one what a batch has not brought.

LibreOffice ends with 0 whether it has printed or not, prints any text file as if it were a
document, and writes two files of one name over each other. So each document goes in under a
number, and what comes out is opened and looked at.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from docgen.errors import DocgenError, system_reason
from docgen.pdf.errors import NotConvertedError, TooSlowError, WrongFontError
from docgen.pdf.fonts import font_fault
from docgen.pdf.process import run_watched
from docgen.pdf.programs import Program
from docgen.pdf.reader import BrokenPdfError, Facts, read_pdf
from docgen.pdf.source import Source
from docgen.pdf.word import word_command

PATIENCE = 60.0
"""Seconds that one document may take."""

_PLAIN = "pdf:writer_pdf_Export"
_ARCHIVE = _PLAIN + ':{"SelectPdfVersion":{"type":"long","value":"2"}}'
# No macro runs, and no picture or template is fetched from where a stranger's document says.
_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to print: where it lies (for messages), its bytes, what it says."""

    path: Path
    data: bytes
    source: Source


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF that was looked at, with what was seen."""

    data: bytes
    facts: Facts


@dataclass(slots=True)
class Converter:
    """Prints papers through *program*; *stop* ends what is under way."""

    program: Program
    archive: bool = False
    patience: float = PATIENCE
    stop: Event = field(default_factory=Event)
    _failures: int = field(default=0, init=False)
    _successes: int = field(default=0, init=False)

    def convert(self, papers: Sequence[Paper]) -> Iterator[tuple[int, Printed | DocgenError]]:
        """Yield for each paper its place and its PDF, or why there is none."""
        left = []
        for row, found in self._batch(papers):
            # a wrong font stays wrong; all else may be another file's fault
            if isinstance(found, (Printed, WrongFontError)) or len(papers) == 1:
                yield row, found
            else:
                left.append((row, found))
        for row, found in left:
            again = found if self._is_hopeless else self._alone(papers[row])
            if again is not None:
                yield row, again

    def _alone(self, paper: Paper) -> Printed | DocgenError | None:
        for _, found in self._batch([paper]):
            self._failures += not isinstance(found, Printed)
            return found
        return None

    @property
    def _is_hopeless(self) -> bool:
        """Tell whether the program itself is ill: nothing came of it, and it was tried thrice."""
        return self._failures >= 3 and not self._successes

    def _batch(self, papers: Sequence[Paper]) -> Iterator[tuple[int, Printed | DocgenError]]:
        folder = self.program.work_folder
        try:
            with tempfile.TemporaryDirectory(
                prefix="docgen-pdf-", dir=folder, ignore_cleanup_errors=True
            ) as name:
                work = Path(name)
                ending = self._run(papers, work)
                for row, paper in enumerate(papers if ending != "stopped" else ()):
                    yield row, self._look_at(paper, work, row, ending)
        except OSError as error:  # a full disk, no room for another process
            for row, paper in enumerate(papers):
                yield row, NotConvertedError(paper.path, system_reason(error))

    def _run(self, papers: Sequence[Paper], work: Path) -> str:
        for inner in ("in", "out", "profile/user"):
            (work / inner).mkdir(parents=True)
        (work / "profile/user/registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        for row, paper in enumerate(papers):
            _place(work, "in", row, "docx").write_bytes(paper.data)
        out = work / "out"
        return run_watched(
            self._command(papers, work), work, _environ(os.environ),
            lambda: sum(1 for _ in out.iterdir()), self.patience, self.stop,
        )  # fmt: skip

    def _command(self, papers: Sequence[Paper], work: Path) -> list[str]:
        if self.program.kind == "word":
            return word_command(work)
        names = [_place(Path(), "in", row, "docx").as_posix() for row in range(len(papers))]
        return [
            *self.program.started_in(work),
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nofirststartwizard"),
            *("--convert-to", _ARCHIVE if self.archive else _PLAIN, "--outdir", "out", *names),
        ]

    def _look_at(self, paper: Paper, work: Path, row: int, ending: str) -> Printed | DocgenError:
        try:
            data = _place(work, "out", row, "pdf").read_bytes()
        except FileNotFoundError:
            if ending == "hung":
                return TooSlowError(paper.path, self.patience)
            return NotConvertedError(paper.path, f"{self._name} không cho ra tệp nào{_said(work)}")
        try:
            facts = read_pdf(data)
        except BrokenPdfError as error:
            if ending == "hung":
                return TooSlowError(paper.path, self.patience)
            return NotConvertedError(paper.path, str(error))
        self._successes += 1
        return self._judge(paper, facts) or Printed(data, facts)

    def _judge(self, paper: Paper, facts: Facts) -> DocgenError | None:
        if facts.pages == 0:
            return NotConvertedError(paper.path, "tệp PDF không có trang nào")
        if paper.source.letters and not facts.worded:
            return NotConvertedError(paper.path, "tệp PDF không có chữ nào")
        if fault := font_fault(paper.source, facts.fonts):
            return WrongFontError(paper.path, fault.words, fault.font)
        if self.archive and facts.archive != "2B":
            return NotConvertedError(
                paper.path, f"{self._name} không ghi được PDF/A-2b (cần LibreOffice 7.4 trở lên)"
            )
        return None

    @property
    def _name(self) -> str:
        return "Word" if self.program.kind == "word" else "LibreOffice"


def _place(work: Path, folder: str, row: int, ending: str) -> Path:
    return work / folder / f"{row + 1:04}.{ending}"


def _environ(environ: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which file names are UTF-8 and nobody asks for a screen."""
    return {**environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "SAL_USE_VCLPLUGIN": "svp"}


def _said(work: Path) -> str:
    """Return the first thing that the program said, which tells why it does not run at all."""
    text = (work / "log").read_bytes().decode("utf-8", "replace")
    lines = [line.strip() for line in text.splitlines()]
    told = [line for line in lines if line and not line.startswith(("Warning:", "convert "))]
    return f" ({told[0][:200]})" if told else ""
