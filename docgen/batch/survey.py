"""How far every document of a year is: its data, its file, and whether its report was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from docgen.batch.inputs import Inputs
from docgen.batch.issued import Numbered
from docgen.batch.planned import owed
from docgen.batch.produce import Outcome, Producer
from docgen.batch.ready import problems_for
from docgen.batch.reports import without_figures
from docgen.batch.run import fitting_processes, make_all
from docgen.context.job import Job
from docgen.context.outline import MAIN, outline_of
from docgen.errors import ChangedByHandError
from docgen.figures.carry import figures_of
from docgen.figures.rollup import reporters
from docgen.figures.status import Sent, report_kinds, sent
from docgen.load.workspace import Workspace
from docgen.model.outline import Cau, MucDeCuong
from docgen.register.entry import Entry
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.numbers import padded
from docgen.write import check_free, digest, made_from

NO_DATA = "chưa có số liệu"
WRONG = "sai"
LACKING = "chưa đủ"
READY = "sẵn sàng"
MADE = "đã tạo"
CHANGED = "đã tạo, dữ liệu đã đổi"
BY_HAND = "đã sửa tay"
NUMBERED = "đã cấp số"
OPEN = "đã cấp số, chưa ghi xong tệp"
GONE = "đã cấp số, không thấy tệp"
SPOILT = "đã cấp số, tệp đã bị sửa"
STATES = (NO_DATA, WRONG, LACKING, READY, MADE, CHANGED, BY_HAND, NUMBERED, OPEN, GONE, SPOILT)
"""How far a document is, from nothing on to its number in the register."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one document is.

    ``wrong`` are the mistakes that hold it back, ``lacking`` the figures and words that its unit
    has not written, ``silent`` the units below that have not told theirs; ``report`` says when it
    was due and sent, where it is due at all; ``ends`` is the last day of its unit, if it has one;
    ``gaps`` are the places that a document still to be made will show as empty;
    ``entry`` is its line in the register, once it has a number.
    """

    job: Job
    state: str
    wrong: int = 0
    lacking: int = 0
    silent: int = 0
    path: Path | None = None
    report: Sent | None = None
    ends: date | None = None
    gaps: int = 0
    entry: Entry | None = None

    @property
    def doubtful(self) -> bool:
        """Tell whether only its making shows how far the document is."""
        return self.state in (CHANGED, READY)

    @property
    def told(self) -> str:
        """The state, with its number and day: “đã cấp số 12 ngày 12/02/2025”."""
        if self.entry is None:
            return self.state
        number = f"{NUMBERED} {padded(self.entry.number)} ngày {short_date(self.entry.order.day)}"
        return self.state.replace(NUMBERED, number)

    def overdue(self, on: date) -> int:
        """Return the days by which the report is late on *on*, of a unit that can still send it."""
        return self.report.overdue(on) if self.report and not self.ended(on) else 0

    def left(self, on: date) -> int | None:
        """Return the days that are left on *on* to send the report, if it is still to be sent."""
        if not (self.report and self.report.window) or self.report.sent_by(on) or self.ended(on):
            return None
        return max(0, (self.report.window.last - on).days)

    def ended(self, on: date) -> bool:
        """Tell whether there is no such unit any more on *on*: nobody can be asked for a report."""
        return self.ends is not None and self.ends < on


def survey(workspace: Workspace, out: Path, year: int, units: Iterable[str]) -> list[Standing]:
    """Return how far each document is that *units* owe in *year*; nothing is written.

    A document is CHANGED where the manifest does not tell that it was made from what there is now.
    """
    looker = _Looker(workspace, Producer(workspace, out))
    owing = owed(workspace, year, units, books=False)
    return [looker.standing(job) for job, reason in owing if not reason]


def compared(
    workspace: Workspace,
    out: Path,
    found: Sequence[Standing],
    step: Callable[[int], object] = lambda _: None,
) -> list[Standing]:
    """Return *found* after making what is CHANGED or READY, aside.

    The one may come out the same as it was, the other with gaps that only its making shows.
    """
    producer = Producer(workspace, out, force=True, dry_run=True)
    jobs = [one.job for one in found if one.doubtful]
    made = iter(make_all(producer, jobs, fitting_processes(len(jobs)), step))
    return [_after(one, next(made)) if one.doubtful else one for one in found]


def _after(one: Standing, outcome: Outcome) -> Standing:
    """Return how far a document is after it was made aside."""
    if one.state == READY:
        return replace(one, gaps=len(outcome.gaps))
    same = outcome.written is not None and outcome.written.state == "không đổi"
    return replace(one, state=MADE) if same else one


@dataclass(slots=True)
class _Looker:
    """Looks at documents one by one; each file is read once."""

    workspace: Workspace
    producer: Producer
    inputs: Inputs = field(init=False)
    numbered: Numbered = field(init=False)

    def __post_init__(self) -> None:
        self.inputs = Inputs(self.workspace)
        self.numbered = Numbered(self.workspace.root)

    def standing(self, job: Job) -> Standing:
        """Return how far *job*'s document is; CHANGED may turn out to be no change."""
        unit = self.workspace.units.get(job.unit)
        if unit is None:  # its own file cannot be read
            return Standing(job, WRONG, len(problems_for(self.workspace, job)))
        periodic = job.kind in report_kinds(self.workspace) and not job.ban
        report = sent(self.workspace, job.key) if periodic else None
        found = Standing(job, NO_DATA, report=report, ends=unit.value.ton_tai.den)
        if entry := self.numbered.entry(job):
            file = self.workspace.root / entry.order.file
            return replace(found, state=_numbered(entry, file), path=file, entry=entry)
        if wrong := len(problems_for(self.workspace, job)):
            return replace(found, state=WRONG, wrong=wrong)
        if without_figures(self.workspace, job):
            return found
        silent, lacking = self._silent(job), self._lacking(job)
        state = self._made(job)
        path = self.producer.path(job) if state else None
        state = state or (LACKING if silent or lacking else READY)
        return replace(found, state=state, lacking=lacking, silent=silent, path=path)

    def _made(self, job: Job) -> str:
        """Return what there is in out/: nothing, ours or changed by a person."""
        path = self.producer.path(job)
        if not path.exists():
            return ""
        try:
            check_free(path)
        except ChangedByHandError:
            return BY_HAND
        return MADE if made_from(path) == self.inputs.digest(job) else CHANGED

    def _silent(self, job: Job) -> int:
        """Return how many units of those that a report adds up have told nothing."""
        template = self.workspace.template(job.kind, job.unit)
        kinds = [kind for group in (template.tong_hop if template else ()) for kind in group.loai]
        units = reporters(self.workspace, job.kind, job.unit, job.day, kinds) if kinds else []
        return sum(job.key._replace(unit=unit) not in self.workspace.data for unit in units)

    def _lacking(self, job: Job) -> int:
        """Return how many figures and written parts a report will show as gaps."""
        if self.workspace.form(job.kind) is None:
            return 0
        figures = figures_of(self.workspace, job.key)
        typed = [name for name, one in figures.indicators.items() if not one.cong_thuc]
        gaps = sum(figures.total[name].value is None for name in typed)
        data = self.workspace.data.get(job.key)
        fields = {line.truong for line in _lines(self.workspace, job) if line.truong}
        return gaps + sum(
            getattr(data.value if data else None, name, None) is None for name in fields
        )


def _numbered(entry: Entry, path: Path) -> str:
    """Return how far a document is that has a number: its file is as it was, or it is not."""
    if entry.state != "đã cấp":
        return OPEN
    if not entry.order.file:
        return NUMBERED  # the file of a paper that docgen did not make need not be here
    if not path.is_file():
        return GONE
    return NUMBERED if digest(path.read_bytes()) == entry.digest else SPOILT


def _lines(workspace: Workspace, job: Job) -> Iterator[Cau]:
    """Yield the lines of the outline that *job*'s report prints."""
    outline = outline_of(workspace, job)
    if outline is None:
        return
    yield from (line for line in (*outline.mo_dau, *outline.ket) if _fits(job, line.ky))
    yield from _under(job, outline.muc)


def _under(job: Job, headings: list[MucDeCuong]) -> Iterator[Cau]:
    for one in headings:
        if _fits(job, one.ky) and (one.ban is None or (job.ban or MAIN) in one.ban):
            yield from (line for line in one.y if _fits(job, line.ky))
            yield from _under(job, one.muc)


def _fits(job: Job, periods: Iterable[str] | None) -> bool:
    return periods is None or job.ma in periods
