"""Many documents in several processes: the same outcomes and bytes, and nobody left behind."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.batch import Outcome, Producer, fitting_processes, make_all, plan_jobs
from docgen.batch.run import _CONTEXT
from docgen.begin.errors import InTheWayError
from docgen.commands import cli
from docgen.context.job import Job
from docgen.errors import DocgenError, InvalidDataError, Place, Problem
from docgen.load.workspace import load_workspace

ROOT = Path(__file__).resolve().parents[2]
WARDS = ["phuong-cau-dat", "phuong-cau-tre", "phuong-dong-khe", "phuong-may-chai", "phuong-van-my"]
posix = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")


class Faulty(Producer):
    """A docgen with a bug that the plan of one unit meets, and one that kills its process."""

    def document(self, job: Job) -> tuple[bytes, dict[str, str]]:
        if job.unit == "phuong-cau-tre":
            raise KeyError(job.unit)
        if job.unit == "phuong-dong-khe":
            os.kill(os.getpid(), signal.SIGKILL)
        data, gaps = super().document(job)
        return data, dict(gaps)


def run(producer: Producer, units: list[str], processes: int) -> list[Outcome]:
    jobs = plan_jobs(producer.workspace, "ke-hoach", 2025, units, None)
    outcomes = make_all(producer, jobs, processes)
    assert [outcome.job for outcome in outcomes] == jobs
    return outcomes


def documents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def codes(outcomes: list[Outcome]) -> dict[str, str]:
    return {outcome.job.unit: outcome.error.code if outcome.error else "" for outcome in outcomes}


@pytest.mark.parametrize("processes", [2, 16])
def test_any_number_of_processes_makes_the_same(
    processes: int, workspace: Path, tmp_path: Path
) -> None:
    loaded = load_workspace(workspace)
    units = ["phuong-khong-co", "thanh-pho-hai-phong", *WARDS, "quan-ngo-quyen"]
    alone = run(Producer(loaded, tmp_path / "1"), units, 1)
    shared = run(Producer(loaded, tmp_path / "n"), units, processes)

    assert documents(tmp_path / "1") == documents(tmp_path / "n")
    assert [(o.gaps, o.left_out, str(o.error)) for o in alone] == [
        (o.gaps, o.left_out, str(o.error)) for o in shared
    ]
    assert sum(o.written is not None for o in alone) == len(WARDS) + 1


def test_step_hears_of_every_document(sample: Path, tmp_path: Path) -> None:
    producer = Producer(load_workspace(sample), tmp_path, dry_run=True)
    jobs = plan_jobs(producer.workspace, "ke-hoach", 2025, WARDS, None)
    for processes in (1, 2):
        heard: list[int] = []
        make_all(producer, jobs, processes, heard.append)
        assert sum(heard) == len(WARDS)


def test_a_bug_that_one_document_meets_stays_with_it(workspace: Path) -> None:
    producer = Faulty(load_workspace(workspace), workspace / "out")
    (failed, made) = run(producer, ["phuong-cau-tre", "phuong-cau-dat"], 1)

    assert failed.error
    assert failed.error.code == "unexpected"
    assert "KeyError, test_run.py:" in str(failed.error)
    assert "báo cho người phát triển" in str(failed.error)
    assert "raise KeyError(job.unit)" in getattr(failed.error, "trace", "")
    assert made.written


@posix
@pytest.mark.parametrize("processes", [2, 4])
def test_a_process_that_is_killed_is_an_error_of_its_document(
    processes: int, workspace: Path
) -> None:
    outcomes = run(Faulty(load_workspace(workspace), workspace / "out"), WARDS, processes)

    assert codes(outcomes) == {
        "phuong-cau-dat": "",
        "phuong-cau-tre": "unexpected",
        "phuong-dong-khe": "worker-lost",
        "phuong-may-chai": "",
        "phuong-van-my": "",
    }


def test_who_breaks_off_leaves_no_process_behind(workspace: Path) -> None:
    producer = Producer(load_workspace(workspace), workspace / "out")
    jobs = plan_jobs(producer.workspace, "ke-hoach", 2025, WARDS, None)

    def break_off(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_all(producer, jobs, 2, break_off)
    assert multiprocessing.active_children() == []


def kinds_of(error: type[DocgenError]) -> Iterator[type[DocgenError]]:
    yield error
    for below in error.__subclasses__():
        yield from kinds_of(below)


@pytest.mark.parametrize("kind", sorted(kinds_of(DocgenError), key=str), ids=lambda k: k.code)
def test_every_error_travels_between_processes(kind: type[DocgenError]) -> None:
    error = kind.__new__(kind)
    error.args = ("một câu",)
    error.__dict__["fact"] = [Path("a")]
    back = pickle.loads(pickle.dumps(error))

    assert (type(back), str(back), back.fact) == (kind, "một câu", [Path("a")])


def test_an_error_keeps_its_facts_on_the_way() -> None:
    problem = Problem(Place(Path("a.yaml"), 2, 3), "code", "sai")
    back = pickle.loads(pickle.dumps(InvalidDataError([problem])))

    assert back.problems == (problem,)
    assert str(pickle.loads(pickle.dumps(InTheWayError(Path("a"))))).startswith("Đã có a")


def test_few_documents_are_made_in_one_process() -> None:
    assert fitting_processes(0) == fitting_processes(5) == 1
    assert 1 <= fitting_processes(10**6) <= (os.cpu_count() or 1)


def test_more_processes_than_processors_are_not_started(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def remember(
        producer: Producer, jobs: list[Job], processes: int, step: object
    ) -> list[Outcome]:
        asked.append(processes)
        return [Outcome(job) for job in jobs]

    monkeypatch.setattr("docgen.commands.making.make_all", remember)
    monkeypatch.setattr("docgen.commands.making.processors", lambda: 3)
    for number in ("2", "64"):
        cli.main(["-C", str(workspace), "plan", "--all", "-j", number], standalone_mode=False)

    assert asked == [2, 3]


def test_mistakes_are_looked_for_once_for_all_processes(workspace: Path) -> None:
    producer = Producer(load_workspace(workspace), workspace / "out")
    run(producer, WARDS, 2)

    assert (producer.workspace.checked is not None) == sys.platform.startswith("linux")


class Unportable(Producer):
    """A docgen whose outcome for one unit cannot travel between processes."""

    def make(self, job: Job) -> Outcome:
        made = super().make(job)
        if job.unit == "phuong-cau-tre":
            made = Outcome(job, made.written, gaps={"nhãn": lambda: None})  # type: ignore[dict-item]
        return made


@posix
def test_an_outcome_that_cannot_travel_is_a_fault_of_docgen(workspace: Path) -> None:
    outcomes = run(Unportable(load_workspace(workspace), workspace / "out"), WARDS[:3], 2)

    assert codes(outcomes) == {
        "phuong-cau-dat": "",
        "phuong-cau-tre": "unexpected",
        "phuong-dong-khe": "",
    }
    (failed,) = [outcome.error for outcome in outcomes if outcome.error]
    assert "lambda" in getattr(failed, "trace", "")


class Slow(Producer):
    """A docgen that is in the middle of a file for a long time, in each process but the first."""

    def make(self, job: Job) -> Outcome:
        if job.unit == WARDS[0]:
            while len(list(self.out.glob("*.part"))) < 1:
                time.sleep(0.01)
            return super().make(job)
        part = self.out / f"{job.unit}.part"
        part.touch()
        try:
            time.sleep(600)
        finally:
            part.unlink()
        return super().make(job)


def break_off(_: int) -> None:
    raise KeyboardInterrupt


@posix
def test_who_is_dismissed_takes_its_half_written_file_away(workspace: Path) -> None:
    (workspace / "out").mkdir()
    producer = Slow(load_workspace(workspace), workspace / "out")
    jobs = plan_jobs(producer.workspace, "ke-hoach", 2025, WARDS[:2], None)
    with pytest.raises(KeyboardInterrupt):
        make_all(producer, jobs, 2, break_off)

    assert list(producer.out.glob("*.part")) == []


class Stubborn(Slow):
    """A docgen whose processes do not listen to who dismisses them."""

    def make(self, job: Job) -> Outcome:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        return super().make(job)


@posix
def test_who_does_not_leave_is_killed(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.batch.run.GRACE", 0.2)
    (workspace / "out").mkdir()
    producer = Stubborn(load_workspace(workspace), workspace / "out")
    jobs = plan_jobs(producer.workspace, "ke-hoach", 2025, WARDS[:2], None)
    with pytest.raises(KeyboardInterrupt):
        make_all(producer, jobs, 2, break_off)
    left = multiprocessing.active_children()
    for process in left:  # else it would outlive a failing test
        process.kill()

    assert left == []


@posix
def test_a_process_starts_deaf_to_ctrl_c(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    kind = _CONTEXT.Process
    start = kind.start

    def listen(self: multiprocessing.process.BaseProcess) -> None:
        heard.append(signal.getsignal(signal.SIGINT))
        start(self)

    monkeypatch.setattr(kind, "start", listen)
    before = signal.getsignal(signal.SIGINT)
    run(Producer(load_workspace(workspace), workspace / "out"), WARDS[:2], 2)

    assert heard == [signal.SIG_IGN, signal.SIG_IGN]
    assert signal.getsignal(signal.SIGINT) is before


SCRIPT = """
import multiprocessing, sys, time, os
from pathlib import Path
import docgen.batch.produce as produce
import docgen.batch.run as run

if "spawn" in sys.argv:  # as on Windows
    sys.argv.remove("spawn")
    run._FORKS, run._CONTEXT = False, multiprocessing.get_context("spawn")
run.processors = lambda: 4
if sys.argv[1].startswith("slow="):
    seconds = float(sys.argv.pop(1).partition("=")[2])

    def document(self, job):
        Path(f"pid-{os.getpid()}").touch()
        time.sleep(seconds)

    produce.Producer.document = document

from docgen.commands import main

if __name__ == "__main__":
    main()
"""


def command(folder: Path, *arguments: str) -> list[str]:
    script = folder / "chay.py"
    script.write_text(SCRIPT, "utf-8")
    return [sys.executable, str(script), *arguments]


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def test_processes_that_are_not_forked_make_the_same_bytes(workspace: Path) -> None:
    units = [word for unit in WARDS for word in ("--unit", unit)]
    for name, mode, number in (("a", "", "1"), ("b", "spawn", "2")):
        line = command(workspace, *([mode] if mode else []), "plan", *units, "-j", number, "--out")
        subprocess.run([*line, name], cwd=workspace, env=ENVIRONMENT, check=True)

    assert documents(workspace / "a") == documents(workspace / "b")
    assert len(documents(workspace / "a")) == 2 * len(WARDS)


def interrupted(workspace: Path, seconds: float, blow: signal.Signals) -> tuple[int, str, set[int]]:
    """Strike a slow docgen when all its processes work; return its code, words and their ids.

    It returns when nobody holds the pipe of stderr any more, hence when all have ended.
    """
    line = command(workspace, f"slow={seconds}", "plan", "--all", "-j", "3")
    with subprocess.Popen(line, cwd=workspace, env=ENVIRONMENT, stderr=subprocess.PIPE) as first:
        while len(list(workspace.glob("pid-*"))) < 3:
            assert first.poll() is None
            time.sleep(0.01)
        first.send_signal(blow)
        said = first.communicate(timeout=60)[1].decode("utf-8")
    workers = {int(path.name.partition("-")[2]) for path in workspace.glob("pid-*")}
    assert first.pid not in workers
    return first.returncode, said, workers


@posix
def test_ctrl_c_ends_all_processes_at_once(workspace: Path) -> None:
    code, said, workers = interrupted(workspace, 600, signal.SIGINT)

    assert code == 130
    assert "Đã dừng theo yêu cầu." in said
    assert "Traceback" not in said
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


@posix
def test_processes_whose_first_was_killed_end_with_their_document(workspace: Path) -> None:
    code, said, _ = interrupted(workspace, 0.3, signal.SIGKILL)

    assert code == -signal.SIGKILL
    assert said == ""
