"""Make documents: load once, compile once, then each job alone, so that one fault stays one."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from docgen.batch.identity import Names, prove
from docgen.batch.inputs import Inputs
from docgen.batch.ready import problems_for
from docgen.batch.reports import figures_problem, too_early, without_figures
from docgen.context.dispatch import Listed, dispatch_values
from docgen.context.document import content, head, reference_day
from docgen.context.job import Job
from docgen.context.units import full_name
from docgen.context.values import Gaps
from docgen.engine import Compiled, compile_template, render, render_text
from docgen.errors import (
    DocgenError,
    InvalidDataError,
    NotAnIssuerError,
    NoTemplateError,
    NotInTimeError,
    UnexpectedError,
    UnitNotFoundError,
)
from docgen.load.data import codes_of
from docgen.load.workspace import Workspace
from docgen.model.vocabulary import Mau
from docgen.vietnamese.dates import short_date
from docgen.vietnamese.names import together
from docgen.vietnamese.widths import evenly
from docgen.write import Written, check_free, is_same, write

TEXT_WIDTH = 165.0
"""Between the margins of A4 in mm: 210 - 30 - 15."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: written, left out with a reason, or failed with an error."""

    job: Job
    written: Written | None = None
    gaps: Mapping[str, str] = field(default_factory=dict)
    left_out: str = ""
    error: DocgenError | None = None


@dataclass(slots=True)
class Producer:
    """Makes the documents of one workspace into *out*."""

    workspace: Workspace
    out: Path
    force: bool = False
    dry_run: bool = False
    _compiled: dict[str, Compiled] = field(default_factory=dict, init=False)
    _names: Names = field(init=False)
    _inputs: Inputs = field(init=False)

    def __post_init__(self) -> None:
        self._names = Names(self.workspace)
        self._inputs = Inputs(self.workspace)

    def make(self, job: Job) -> Outcome:
        """Make one document; what goes wrong with it is in the outcome."""
        try:
            return self._make(job)
        except DocgenError as error:
            return Outcome(job, error=error)
        # The one broad net of docgen: a bug that one document meets must not take from hundreds
        # of other offices theirs. Nothing is hidden, the document fails with a code of its own.
        except Exception as error:  # noqa: BLE001
            return Outcome(job, error=_unexpected(error))

    def _make(self, job: Job) -> Outcome:
        require(self.workspace, job)
        data, gaps = self.document(job)
        path = self.path(job)
        if self.dry_run:
            if not self.force:
                check_free(path)
            state = "không đổi" if is_same(path, data) else "sẽ ghi"
            return Outcome(job, Written(path, state), dict(gaps))
        source = self._inputs.digest(job)
        return Outcome(job, write(path, data, force=self.force, source=source), dict(gaps))

    def document(self, job: Job) -> tuple[bytes, Mapping[str, str]]:
        """Return the .docx of *job*, proved to be its own, and the gaps that it shows."""
        kind = self.workspace.kinds[job.kind]
        made = content(self.workspace, job)
        values = made.values
        if kind.value.so_sach:
            listed = [self._listed(one) for one in outgoing(self.workspace, job.unit, job.year)]
            values[kind.value.du_lieu] |= dispatch_values(self.workspace, job, listed, made.gaps)
        template = self._template_of(job)
        subject = self._subject(job, values)
        whole = subject.replace(values["don_vi"]["ten"], together(values["don_vi"]["ten"]))
        even = whole if kind.value.cong_van else evenly(whole, TEXT_WIDTH, 14, bold=True)
        values["van_ban"]["trich_yeu"] = even
        values["van_ban"]["tieu_de"] = self._title(job, subject)
        data = render(self._template(template.tep), values)
        prove(data, job, self._names, values)
        return data, made.gaps

    def _listed(self, job: Job) -> Listed:
        """Return what a list of dispatch says of one document."""
        gaps = Gaps(self.workspace.root)
        told = head(self.workspace, job, gaps)
        return Listed(job, told, self._title(job, self._subject(job, told.values)), gaps)

    def _subject(self, job: Job, values: Mapping[str, Any]) -> str:
        kind = self.workspace.kinds[job.kind]
        words = self._template_of(job).trich_yeu or kind.value.trich_yeu
        return render_text(words, values, kind.document.source.path.name)

    def _title(self, job: Job, subject: str) -> str:
        """Return tên loại and trích yếu in one sentence; a công văn has the latter alone."""
        kind = self.workspace.kinds[job.kind].value
        if kind.cong_van:
            return subject
        return f"{kind.ten} {subject[:1].lower()}{subject[1:]}"

    def _template_of(self, job: Job) -> Mau:
        template = self.workspace.template(job.kind, job.unit)
        assert template, "require() has seen to it"
        return template

    def path(self, job: Job) -> Path:
        """Return where the document goes: out/<year>/<unit>/<tep>[-<ma>][-<ban>].docx."""
        stem = self.workspace.kinds[job.kind].value.tep + (f"-{job.code}" if job.code else "")
        return self.out / str(job.year) / job.unit / f"{stem}.docx"

    def _template(self, name: str) -> Compiled:
        if name not in self._compiled:
            self._compiled[name] = compile_template(self.workspace.root / "templates" / name)
        return self._compiled[name]


@dataclass(frozen=True, slots=True)
class Only:
    """Which documents of a kind are wanted: one period or file, one version; None is all."""

    ma: str | None = None
    ban: str | None = ""


def plan_jobs(
    workspace: Workspace,
    kind: str,
    year: int,
    units: Iterable[str],
    day: date | None,
    only: Only = Only(),
) -> list[Job]:
    """Return the jobs of each unit, known or not; the reference day is *day* or the document's own.

    A kind of one document a year has one job a unit; of one a period or of many, those that
    *only* names, or all.
    """
    jobs = []
    for unit in units:
        known = unit in workspace.units
        codes = [only.ma] if only.ma is not None else codes_of(workspace, kind, year, unit)
        for ma in codes:
            fixed = day or (
                reference_day(workspace, kind, year, unit, ma) if known else date(year, 1, 1)
            )
            versions = [only.ban] if only.ban is not None else _versions(workspace, kind, unit)
            jobs += [Job(unit, kind, year, fixed, ma, ban, day) for ban in versions]
    return jobs


def _versions(workspace: Workspace, kind: str, unit: str) -> list[str]:
    """Return the versions of a kind's documents that a unit makes, the document itself first."""
    loaded = workspace.units.get(unit)
    family = set(workspace.family(loaded.value.loai)) if loaded else set()
    declared = workspace.kinds[kind].value.ban.items()
    return ["", *(name for name, one in declared if not one.cho or family & set(one.cho))]


def reason_to_leave_out(workspace: Workspace, job: Job) -> str:
    """Return why ``--all`` passes over a unit, or nothing.

    It owes no such paper, or it has no figures for it yet.
    """
    return not_owed(workspace, job) or without_figures(workspace, job)


def not_owed(workspace: Workspace, job: Job) -> str:
    """Return why a unit owes no such paper, or nothing.

    There is none for its kind, it is not there on the day, or it began after the period.
    """
    loaded = workspace.units.get(job.unit)
    if loaded is None:
        return ""
    unit = loaded.value
    kind = workspace.kinds[job.kind].value
    if not unit.lap_van_ban:
        return "chỉ là nơi nhận hoặc đơn vị liên quan"
    if workspace.template(job.kind, job.unit) is None:
        return f"chưa có mẫu “{kind.ten}” cho loại đơn vị {unit.loai}"
    if not unit.exists(job.day):
        return f"không tồn tại vào ngày {short_date(job.day)}"
    return too_early(workspace, job)


def outgoing(workspace: Workspace, unit: str, year: int) -> list[Job]:
    """Return the documents that a unit sends in a year, in the order of their days.

    Those that are made for all: every kind that is neither for when it is needed nor a book, every
    period that has figures, every version.
    """
    jobs = [
        job
        for code, kind in workspace.kinds.items()
        if not (kind.value.khi_can or kind.value.so_sach)
        for job in plan_jobs(workspace, code, year, [unit], None, Only(None, None))
        if not reason_to_leave_out(workspace, job)
    ]
    return sorted(jobs, key=lambda job: job.day)


def require(workspace: Workspace, job: Job) -> None:
    """Raise the reason why *job* cannot be made, if there is one."""
    if job.unit not in workspace.unit_files():
        raise UnitNotFoundError(job.unit, workspace.unit_files())
    told_of = outgoing(workspace, job.unit, job.year) if _is_book(workspace, job) else []
    found = (one for made in (job, *told_of) for one in problems_for(workspace, made))
    problems = list(dict.fromkeys(found))
    if problems:
        raise InvalidDataError(problems)
    unit = workspace.units[job.unit].value
    kind = workspace.kinds[job.kind]
    if not unit.lap_van_ban:
        raise NotAnIssuerError(job.unit)
    if not unit.exists(job.day):
        ends = (("từ", unit.ton_tai.tu), ("đến", unit.ton_tai.den))
        told = " ".join(f"{word} {short_date(end)}" for word, end in ends if end)
        heirs = [_called(workspace, heir.don_vi, job) for heir in unit.ke_thua]
        name = full_name(workspace, job.unit, job.day)
        raise NotInTimeError(name, short_date(job.day), f"tồn tại {told}", heirs)
    if workspace.template(job.kind, job.unit) is None:
        file = kind.document.source.path.relative_to(workspace.root)
        raise NoTemplateError(kind.value.ten, job.unit, unit.loai, file)
    if missing := figures_problem(workspace, job):
        raise InvalidDataError([missing])


def _is_book(workspace: Workspace, job: Job) -> bool:
    """Tell of a list that is made of a unit's documents, if the unit can be read at all."""
    return workspace.kinds[job.kind].value.so_sach and job.unit in workspace.units


def _unexpected(error: Exception) -> UnexpectedError:
    """Return a bug as an error of one document, with the place in the code where it arose."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    fault = f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
    return UnexpectedError(fault, "".join(traceback.format_exception(error)))


def _called(workspace: Workspace, code: str, job: Job) -> str:
    """Return "UBND phường Lê Chân (phuong-le-chan)" for a unit that can be read."""
    loaded = workspace.units.get(code)
    if loaded and loaded.value.loai in workspace.unit_kinds:
        return f"{full_name(workspace, code, job.day)} ({code})"
    return code
