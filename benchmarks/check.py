"""How fast is a document checked? docgen against the Open XML SDK validator, on the same file.

    python benchmarks/check.py [documents per round] [rounds] [files for the memory]

The file is the longest ward plan of the sample. Both are measured as commands that begin anew for
every file, in turns, so that a busy moment hits both; docgen is compiled beforehand, as pip leaves
it. It is measured in the sample's workspace and outside of any, for one command over twenty copies
and inside one process too; the validator takes one file and can only be a command. Its program is
DOCGEN_OOXML_VALIDATOR, or the one that .ci/run installs. A Python built without optimisation, as
pyenv builds it, takes a quarter longer than Debian's.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from docgen.batch import Producer, plan_jobs
from docgen.check import Settings, check_file
from docgen.load.workspace import load_workspace

ROOT = Path(__file__).resolve().parents[1]
VALIDATOR = ROOT / ".ci" / "node_modules" / ".bin" / "ooxml-validator"
DRAFT = Settings(draft=True)
ONE = "docgen check, a command for each file"
OUTSIDE = "docgen check, a command for each file, outside of any workspace"
MANY = "docgen check, one command for 20 files"
INSIDE = "docgen check, in process"
OTHER = "Open XML SDK validator, a command for each file"


def plans(folder: Path) -> list[Path]:
    """Make every plan of the sample and return the files."""
    workspace = load_workspace(ROOT)
    producer = Producer(workspace, folder)
    jobs = plan_jobs(workspace, "ke-hoach", 2025, list(workspace.units), None)
    outcomes = [producer.make(job) for job in jobs]
    return [outcome.written.path for outcome in outcomes if outcome.written]


def longest(files: list[Path]) -> Path:
    """Return the longest plan of a ward."""
    wards = [file for file in files if file.parent.name.startswith("phuong-")]
    return max(wards, key=lambda file: file.stat().st_size)


def copies(file: Path, count: int) -> list[Path]:
    """Return copies of *file* beside it."""
    made = [file.with_name(f"{file.stem}-{number}.docx") for number in range(count)]
    for copy in made:
        copy.write_bytes(file.read_bytes())
    return made


def command(*words: str | Path, here: Path = ROOT) -> Callable[[], None]:
    """Return a run of a command whose answer has to be that all is well."""

    def run() -> None:
        subprocess.run(words, check=True, capture_output=True, cwd=here)

    return run


def sides(file: Path) -> dict[str, tuple[Callable[[], None], int]]:
    """Return what is measured, by name, with the number of files that it takes at once."""
    validator = os.environ.get("DOCGEN_OOXML_VALIDATOR") or str(VALIDATOR)
    docgen = (sys.executable, "-m", "docgen", "check", "--draft", "--quiet")
    return {
        ONE: (command(*docgen, file), 1),
        OUTSIDE: (command(*docgen, file, here=file.parent), 1),
        MANY: (command(*docgen, "--jobs", "1", *copies(file, 20)), 20),
        INSIDE: (lambda: _fine(file), 1),
        OTHER: (command(validator, file), 1),
    }


def _fine(file: Path) -> None:
    assert not check_file(file, DRAFT).findings


def lap(run: Callable[[], None], count: int) -> float:
    """Return the milliseconds that one run takes."""
    start = time.perf_counter()
    for _ in range(count):
        run()
    return (time.perf_counter() - start) / count * 1000


def resident() -> float:
    """Return the megabytes of memory that this process holds now; 0 where nothing tells."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return 0.0
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def memory(files: list[Path], count: int) -> None:
    """Print what Python holds after every fifth of *count* files, and what the system says."""
    step = max(count // 5, 1)
    for start in range(0, count, step):
        if start == step:  # the first fifth fills caches, which are bounded
            tracemalloc.start()
        for file in islice(cycle(files), start, min(start + step, count)):
            check_file(file, DRAFT)
        held = tracemalloc.get_traced_memory()[0] / 2**20 if tracemalloc.is_tracing() else 0.0
        print(
            f"after {start + step:4} files: {resident():6.1f} MB resident, {held:.2f} MB newly held"
        )


def main() -> None:
    """Measure in turns, print medians and ratios, then look at the memory."""
    count, rounds, many = (int(word) for word in [*sys.argv[1:], "3", "7", "500"][:3])
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": folder}
        files = plans(Path(folder))
        file = longest(files)
        print(f"{file.parent.name}: {file.stat().st_size:,} bytes")
        measured = sides(file)
        laps: dict[str, list[float]] = {name: [] for name in measured}
        for run, _files in measured.values():
            run()
        for _ in range(rounds):
            for name, (run, at_once) in measured.items():
                laps[name].append(lap(run, max(count // at_once, 1)) / at_once)
        middle = {name: median(times) for name, times in laps.items()}
        for name, times in laps.items():
            print(f"{name}: {middle[name]:.1f} ms/file ({min(times):.1f}-{max(times):.1f})")
        for name in (ONE, OUTSIDE, MANY, INSIDE):
            print(f"ratio: {middle[name] / middle[OTHER]:.2f} ({name})")
        memory(files, many)


if __name__ == "__main__":
    main()
